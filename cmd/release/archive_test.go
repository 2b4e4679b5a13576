package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// packedEntry is what an archive says of a file.
type packedEntry struct {
	name string
	mode fs.FileMode
	data string
}

func zipEntries(t *testing.T, data []byte, at time.Time) (list []packedEntry) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, f := range z.File {
		assert.True(t, at.Equal(f.Modified), f.Name)
		assert.False(t, f.NonUTF8, f.Name)
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		list = append(list, packedEntry{f.Name, f.Mode(), string(content)})
	}
	return list
}

func tarEntries(t *testing.T, data []byte, at time.Time) (list []packedEntry) {
	t.Helper()
	g, err := gzip.NewReader(bytes.NewReader(data))
	require.NoError(t, err)
	assert.True(t, g.ModTime.IsZero())
	for r := tar.NewReader(g); ; {
		header, err := r.Next()
		if err == io.EOF {
			return list
		}
		require.NoError(t, err)
		assert.True(t, at.Equal(header.ModTime), header.Name)
		assert.Zero(t, header.Uid+header.Gid, header.Name)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		list = append(list, packedEntry{header.Name, fs.FileMode(header.Mode), string(content)})
	}
}

// What was given in any order and with any zone of time comes out the same.
func TestArchives(t *testing.T) {
	at := time.Date(2026, 11, 26, 23, 3, 28, 0, time.FixedZone("Beijing", 8*3600))
	entries := []entry{{"许可/第三方.txt", plain, []byte("b")}, {"nianbao", executable, []byte("program")}, {"LICENSE", plain, nil}, {"指南/一.md", plain, []byte("a")}}
	want := []packedEntry{{"top/LICENSE", 0o644, ""}, {"top/nianbao", 0o755, "program"}, {"top/指南/一.md", 0o644, "a"}, {"top/许可/第三方.txt", 0o644, "b"}}
	turned := slices.Clone(entries)
	slices.Reverse(turned)
	for _, kind := range []struct {
		name string
		pack func(string, []entry, time.Time) ([]byte, error)
		read func(*testing.T, []byte, time.Time) []packedEntry
	}{{"zip", zipped, zipEntries}, {"tar.gz", tarred, tarEntries}} {
		one, err := kind.pack("top", entries, at)
		require.NoError(t, err)
		assert.Equal(t, want, kind.read(t, one, at), kind.name)
		other, err := kind.pack("top", turned, at.UTC())
		require.NoError(t, err)
		assert.Equal(t, one, other, kind.name)
	}
	assert.Equal(t, "许可/第三方.txt", entries[0].name, "what was given stays as it was")
}

func TestSums(t *testing.T) {
	given := []file{{"b", []byte("2")}, {"a", []byte("1")}}
	assert.Equal(t, file{"SHA256SUMS", []byte("6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  a\n" +
		"d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35  b\n")}, sums(given))
}
