package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
)

// packedFile is a file in a zip.
type packedFile struct {
	name string
	data []byte
}

func filesOf(ts *testscript.TestScript, archive string) (files []packedFile) {
	data := []byte(ts.ReadFile(archive))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	for _, f := range z.File {
		r, err := f.Open()
		ts.Check(err)
		content, err := io.ReadAll(r)
		ts.Check(err)
		ts.Check(r.Close())
		files = append(files, packedFile{f.Name, content})
	}
	return files
}

// swap ZIP NAME FILE puts a file into a zip under a name, in the place of what stands there, as any program for archives does it.
func swap(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: swap ZIP NAME FILE")
	}
	files := filesOf(ts, args[0])
	by := packedFile{args[1], []byte(ts.ReadFile(args[2]))}
	found := false
	for i, f := range files {
		if f.name == by.name {
			files[i], found = by, true
		}
	}
	if !found {
		files = append(files, by)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		ts.Check(err)
		_, err = w.Write(f.data)
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// unpack ZIP FOLDER unzips.
func unpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unpack ZIP FOLDER")
	}
	ts.Check(os.MkdirAll(ts.MkAbs(args[1]), 0o755))
	for _, f := range filesOf(ts, args[0]) {
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[1]), f.name), f.data, 0o644))
	}
}
