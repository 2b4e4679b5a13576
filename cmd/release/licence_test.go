package main

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/sample"
)

const (
	mit = "Permission is hereby granted, free of charge, to any person obtaining a\ncopy"
	bsd = "Redistribution and use in source and binary forms, with or without … Neither the name of Google Inc."
)

func TestLicensed(t *testing.T) {
	for _, row := range []struct {
		why           string
		files         map[string]string
		text, licence string
	}{
		{"one", map[string]string{"LICENSE": mit, "a.go": "x"}, "---- LICENSE ----\n\n" + mit + "\n\n", "MIT"},
		{"with a suffix, and Windows's line ends", map[string]string{"LICENSE.txt": "Apache License\r\nVersion 2.0\r\n"}, "---- LICENSE.txt ----\n\nApache License\nVersion 2.0\n\n", "Apache-2.0"},
		{"what else goes with it, and what a folder below was taken from", map[string]string{"LICENSE": bsd, "NOTICE": "n", "PATENTS": "p", "icc/LICENSE.color.org": "c", "harfbuzz/LICENSE": "h"},
			"---- LICENSE ----\n\n" + bsd + "\n\n---- NOTICE ----\n\nn\n\n---- PATENTS ----\n\np\n\n---- harfbuzz/LICENSE ----\n\nh\n\n---- icc/LICENSE.color.org ----\n\nc\n\n", "BSD-3-Clause"},
		{"two for different files", map[string]string{"LICENSE": mit + " … Apache License, Version 2.0"}, "---- LICENSE ----\n\n" + mit + " … Apache License, Version 2.0\n\n", "Apache-2.0 AND MIT"},
		{"its own word goes first", map[string]string{"LICENSE": "SPDX-License-Identifier: Unlicense OR BSD-3-Clause\n\nYou may " + bsd}, "---- LICENSE ----\n\nSPDX-License-Identifier: Unlicense OR BSD-3-Clause\n\nYou may " + bsd + "\n\n", "Unlicense OR BSD-3-Clause"},
		{"none: nobody may ship it", map[string]string{"a.go": "x", "license.go": mit}, "", ""},
		{"only for a part of it", map[string]string{"b/LICENSE": mit}, "", ""},
		{"only in its tests", map[string]string{"testdata/LICENSE": mit}, "", ""},
		{"one that asks for more than these", map[string]string{"LICENSE": "GNU GENERAL PUBLIC LICENSE"}, "", ""},
	} {
		folder := fstest.MapFS{}
		for name, text := range row.files {
			folder[name] = &fstest.MapFile{Data: []byte(text)}
		}
		text, licence, err := licensed(folder)
		assert.Equal(t, row.licence == "", err != nil, row.why)
		assert.Equal(t, row.text, text, row.why)
		assert.Equal(t, row.licence, licence, row.why)
	}
}

func TestNotice(t *testing.T) {
	assert.Equal(t, "年报（nianbao）里有下列各家的软件、词语和字库，它们的许可全文在后面。\n\n  a 1：MIT\n  b：MIT\n  c 2：BSD-3-Clause\n"+
		"\n\n======== a 1、b ========\n\n"+mit+"\n\n\n======== c 2 ========\n\n"+bsd+"\n",
		notice([]part{{name: "a", version: "1", licence: "MIT", text: mit}, {name: "b", licence: "MIT", text: mit}, {name: "c", version: "2", licence: "BSD-3-Clause", text: bsd}}))
}

// Whatever is linked into any program has its licence.
func TestEveryPartHasALicence(t *testing.T) {
	sample.Need(t, "go")
	s := source{folder: sample.Path(t, ".")}
	programs := []struct{ system, machine, command string }{{"js", "wasm", "./cmd/page"}}
	for _, p := range platforms {
		programs = append(programs, struct{ system, machine, command string }{p.system, p.machine, "./cmd/nianbao"})
	}
	for _, p := range programs {
		parts, err := s.parts(p.system, p.machine, p.command)
		assert.NoError(t, err)
		for _, part := range parts {
			assert.NotEmpty(t, part.licence, part.name)
			assert.Greater(t, len(part.text), 500, part.name)
		}
	}
}
