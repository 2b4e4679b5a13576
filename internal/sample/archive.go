package sample

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

// Zip packs parts, given as name and content in turn, uncompressed.
func Zip(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		pack(t, z, &zip.FileHeader{Name: parts[i], Method: zip.Store}, parts[i+1])
	}
	require.NoError(t, z.Close())
	return out.Bytes()
}

// Unzip gives the parts of an office file by name; none may be there twice.
func Unzip(t testing.TB, data []byte) map[string]string {
	t.Helper()
	parts := map[string]string{}
	eachPart(t, data, func(name, content string) {
		require.NotContains(t, parts, name)
		parts[name] = content
	})
	return parts
}

// Parts gives the parts of an office file as Zip takes them: name and content in turn, in the order of the file.
func Parts(t testing.TB, data []byte) (parts []string) {
	t.Helper()
	eachPart(t, data, func(name, content string) { parts = append(parts, name, content) })
	return parts
}

// Rezip packs an office file anew with changed parts; one that becomes empty is left out.
func Rezip(t testing.TB, data []byte, change func(name, content string) string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	eachPart(t, data, func(name, content string) {
		if changed := change(name, content); changed != "" {
			pack(t, z, &zip.FileHeader{Name: name, Method: zip.Deflate}, changed)
		}
	})
	require.NoError(t, z.Close())
	return out.Bytes()
}

// Hasty packs the parts of a workbook that a test changed as they are, since deflating them is most of what it takes to save one.
type Hasty struct{ *zip.Writer }

// NewHasty packs into w, as excelize asks for it.
func NewHasty(w io.Writer) Hasty { return Hasty{zip.NewWriter(w)} }

// Create begins a part.
func (h Hasty) Create(name string) (io.Writer, error) {
	return h.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
}

func pack(t testing.TB, z *zip.Writer, header *zip.FileHeader, content string) {
	t.Helper()
	w, err := z.CreateHeader(header)
	require.NoError(t, err)
	_, err = io.WriteString(w, content)
	require.NoError(t, err)
}

func eachPart(t testing.TB, data []byte, visit func(name, content string)) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, r.Close())
		visit(f.Name, string(content))
	}
}
