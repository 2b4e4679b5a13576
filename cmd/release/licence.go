package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// part is something of others that a program contains.
type part struct {
	name, version string
	licence       string // in the words of SPDX
	origin        string // its package URL
	sum           string // of a module, as go.sum has it
	text          string // of its licences
}

// parts are what a program contains when it is built for a system: modules, in the order of their paths, then the rest. They are taken from
// what is compiled in and from the module cache, which needs no tool and misses no licence that stands in a folder below.
func (s source) parts(system, machine, command string) ([]part, error) {
	list, err := s.modules(system, machine, command)
	if err != nil {
		return nil, err
	}
	others, err := s.others(slices.ContainsFunc(list, func(p part) bool { return p.name == "github.com/klippa-app/go-pdfium" }))
	return append(list, others...), err
}

// modules are the parts that are linked into a program. It is an error if one has no licence, or one that is not known here.
func (s source) modules(system, machine, command string) ([]part, error) {
	out, err := s.run(platformVariables(system, machine), "go", "list", "-deps", "-tags="+strings.Join(s.tags, ","), "-f",
		"{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Sum}}\t{{.Dir}}{{end}}{{end}}", command)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(out, "\n")
	slices.Sort(lines)
	var list []part
	for _, line := range slices.Compact(lines) {
		if line == "" {
			continue
		}
		fields := strings.Split(line, "\t")
		p := part{name: fields[0], version: fields[1], sum: fields[2], origin: "pkg:golang/" + fields[0] + "@" + fields[1]}
		if p.text, p.licence, err = licensed(os.DirFS(fields[3])); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		list = append(list, p)
	}
	return list, nil
}

// isNotice tells the files of a module that go where the module goes.
var isNotice = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|unlicense)([-.][^/]*)?$`)

// licensed is the text of all licences in a module's folder, each below its name, and what the licences at the top are called.
func licensed(folder fs.FS) (text, licence string, err error) {
	var all, top strings.Builder
	err = fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if d.IsDir() || !isNotice.MatchString(d.Name()) || strings.HasSuffix(name, ".go") {
			return nil
		}
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		if path.Dir(name) == "." {
			top.Write(data)
		}
		fmt.Fprintf(&all, "---- %s ----\n\n%s\n\n", name, strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n")))
		return nil
	})
	if err != nil {
		return "", "", err
	}
	if licence = spdx(top.String()); licence == "" {
		return "", "", fmt.Errorf("no licence that is known here stands at the top of its folder; see licence.go")
	}
	return all.String(), licence, nil
}

// spdx is what a text of licences is called: what it says of itself, else all whose words it has, or "".
func spdx(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if itself := regexp.MustCompile(`SPDX-License-Identifier: (\S+(?: (?:OR|AND) \S+)*)`).FindStringSubmatch(text); itself != nil {
		return itself[1]
	}
	var all []string
	for _, known := range []struct{ name, words string }{
		{"Apache-2.0", "pache License,? Version 2\\.0"},
		{"BSD-3-Clause", "Redistribution and use in source and binary forms.*(?i:neither the names? of|the names? of the author may not)"},
		{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy"},
	} {
		if regexp.MustCompile(known.words).MatchString(text) {
			all = append(all, known.name)
		}
	}
	return strings.Join(all, " AND ")
}

// others are the parts that are no modules: Go's own library, PDFium inside go-pdfium, words, fonts.
func (s source) others(pdfium bool) ([]part, error) {
	told, err := s.run(nil, "go", "env", "GOROOT", "GOVERSION")
	if err != nil {
		return nil, err
	}
	root, compiler, _ := strings.Cut(told, "\n")
	compiler = strings.TrimPrefix(compiler, "go")
	var list []part
	for _, p := range []struct {
		part
		file string // with the text of the licence
	}{
		{part{name: "Go", version: compiler, licence: "BSD-3-Clause", origin: "pkg:golang/std@" + compiler}, filepath.Join(root, "LICENSE")},
		{part{name: "PDFium", licence: "BSD-3-Clause AND Apache-2.0"}, filepath.Join(s.folder, "cmd/release/notices/pdfium.txt")},
		{part{name: "jieba", version: "0.42.1", licence: "MIT", origin: "pkg:pypi/jieba@0.42.1"}, filepath.Join(s.folder, "cmd/release/notices/words.txt")},
		{part{name: "pypinyin", version: "0.55.0", licence: "MIT", origin: "pkg:pypi/pypinyin@0.55.0"}, filepath.Join(s.folder, "cmd/release/notices/words.txt")},
		{part{name: "Noto Serif SC", version: "2.003", licence: "OFL-1.1"}, filepath.Join(s.folder, "fonts/OFL.txt")},
		{part{name: "Noto Sans SC", version: "2.004", licence: "OFL-1.1"}, filepath.Join(s.folder, "fonts/OFL.txt")},
		{part{name: "AR PL KaitiM GB", version: "2.11", licence: "Arphic-1999"}, filepath.Join(s.folder, "fonts/ARPHICPL.TXT")},
	} {
		if p.name == "PDFium" && !pdfium {
			continue
		}
		text, err := os.ReadFile(p.file)
		if err != nil {
			return nil, err
		}
		p.text = strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")) + "\n"
		list = append(list, p.part)
	}
	return list, nil
}

// notice is a page with all parts, what they are called, and then their licences, each text once.
func notice(parts []part) string {
	page := strings.Builder{}
	page.WriteString("年报（nianbao）里有下列各家的软件、词语和字库，它们的许可全文在后面。\n\n")
	var texts []string
	titles := map[string][]string{} // by the text that they share
	for _, p := range parts {
		title, text := strings.TrimSpace(p.name+" "+p.version), strings.TrimSpace(p.text)
		fmt.Fprintf(&page, "  %s：%s\n", title, p.licence)
		if titles[text] == nil {
			texts = append(texts, text)
		}
		titles[text] = append(titles[text], title)
	}
	for _, text := range texts {
		fmt.Fprintf(&page, "\n\n======== %s ========\n\n%s\n", strings.Join(titles[text], "、"), text)
	}
	return page.String()
}
