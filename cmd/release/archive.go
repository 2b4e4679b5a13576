package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"io"
	"io/fs"
	"slices"
	"time"
)

// entry is a file in an archive.
type entry struct {
	name string // with / between folders
	mode fs.FileMode
	data []byte
}

const (
	plain      fs.FileMode = 0o644
	executable fs.FileMode = 0o755
)

// sorted is the entries by their names, below a folder.
func sorted(folder string, entries []entry) []entry {
	list := slices.Clone(entries)
	for i := range list {
		list[i].name = folder + "/" + list[i].name
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	return list
}

// zipped packs entries below a folder into a zip. The same entries and time give the same bytes.
func zipped(folder string, entries []entry, at time.Time) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, e := range sorted(folder, entries) {
		header := zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: at.UTC()}
		header.SetMode(e.mode)
		w, err := z.CreateHeader(&header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(e.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// tarred packs entries below a folder into a tar.gz. The same entries and time give the same bytes.
func tarred(folder string, entries []entry, at time.Time) ([]byte, error) {
	var out bytes.Buffer
	g, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(g)
	for _, e := range sorted(folder, entries) {
		header := tar.Header{Name: e.name, Mode: int64(e.mode), Size: int64(len(e.data)), ModTime: at.UTC(), Uname: "root", Gname: "root"}
		if err := t.WriteHeader(&header); err != nil {
			return nil, err
		}
		if _, err := t.Write(e.data); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err = g.Close()
	return out.Bytes(), err
}
