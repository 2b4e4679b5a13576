package opc_test

import (
	"archive/zip"
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
	"nianbao/internal/sample"
)

func entries(t *testing.T, data []byte) []*zip.File {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	return z.File
}

func TestWrite(t *testing.T) {
	parts := []opc.Part{{Name: "xl/workbook.xml", Data: bytes.Repeat([]byte("a"), 1000)}, {Name: opc.ContentTypes, Data: []byte("<Types/>")}, {Name: "_rels/.rels"}}
	dated := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	var first, again bytes.Buffer
	require.NoError(t, opc.Write(&first, dated, parts))
	require.NoError(t, opc.Write(&again, dated, parts))
	assert.Equal(t, first.Bytes(), again.Bytes(), "equal parts make equal bytes")
	var names []string
	for _, f := range entries(t, first.Bytes()) {
		names = append(names, f.Name)
		assert.Equal(t, dated, f.Modified.UTC())
		assert.Equal(t, zip.Deflate, f.Method)
	}
	assert.Equal(t, []string{opc.ContentTypes, "xl/workbook.xml", "_rels/.rels"}, names, "the types come first, the others as given")
}

func TestChanges(t *testing.T) {
	var in bytes.Buffer
	z := zip.NewWriter(&in)
	dates := map[string]time.Time{}
	for i, p := range [][2]string{{`_rels\.rels`, mainPart("xl/workbook.xml")}, {"xl/workbook.xml", "<workbook/>"}, {"a.xml", "a"}, {"a.xml", "a"}, {"b.xml", "b"}} {
		dates[p[0]] = time.Date(2020+i, 1, 2, 3, 4, 6, 0, time.UTC)
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: uint16(i%2) * zip.Deflate, Modified: dates[p[0]], Comment: "c", Extra: []byte{1, 2, 0, 0}})
		require.NoError(t, err)
		_, err = w.Write([]byte(p[1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	change := func() *opc.Package {
		p := opened(t, in.Bytes(), budget.New())
		p.Set("A.xml", []byte("changed"))
		p.Set("c.xml", []byte("added"))
		p.Set("C.xml", []byte("changed again"))
		return p
	}
	p := change()
	assert.Equal(t, []string{"_rels/.rels", "xl/workbook.xml", "a.xml", "a.xml", "b.xml", "c.xml"}, p.Names())
	for name, want := range map[string]string{"a.xml": "changed", "b.xml": "b", "c.xml": "changed again"} {
		data, err := p.Part(name)
		require.NoError(t, err)
		assert.Equal(t, want, string(data))
		assert.Equal(t, name != "b.xml", p.IsSet(name))
	}
	var out, again bytes.Buffer
	require.NoError(t, p.Write(&out))
	require.NoError(t, change().Write(&again))
	assert.Equal(t, out.Bytes(), again.Bytes(), "equal changes make equal bytes")

	was, is := entries(t, in.Bytes()), entries(t, out.Bytes())
	require.Len(t, is, 5, "a part that was there twice is there once when it was changed")
	for i, j := range map[int]int{0: 0, 1: 1, 4: 3} {
		assert.Equal(t, was[i].FileHeader, is[j].FileHeader, "untouched parts keep all that the file says of them")
	}
	assert.Equal(t, was[3].Modified.UTC(), is[2].Modified.UTC(), "a changed part bears the date of what it replaces")
	assert.Equal(t, was[0].Modified.UTC(), is[4].Modified.UTC(), "a new one that of the first")
	data, err := opened(t, out.Bytes(), budget.New()).Part("a.xml")
	require.NoError(t, err)
	assert.Equal(t, "changed", string(data))
}

func TestAChangedPartIsReadAsItIsNow(t *testing.T) {
	p := opened(t, sample.Zip(t, "_rels/.rels", mainPart("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>"), budget.New())
	p.Set(opc.RelationshipsPart(p.Main()), []byte(`<r><Relationship Id="a" Type="x/y" Target="z"/></r>`))
	links, err := p.Relationships(p.Main())
	require.NoError(t, err)
	assert.Equal(t, []opc.Relationship{{ID: "a", Type: "x/y", Target: "xl/z"}}, links)
}

// A part whose bytes cannot be found is told when the package is copied.
func TestWriteOfADamagedPart(t *testing.T) {
	data := sample.Zip(t, "_rels/.rels", mainPart("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>", "a.xml", "a")
	at := bytes.LastIndex(data, []byte("PK\x03\x04"))
	data[at+3]++
	assert.Equal(t, damaged, opened(t, data, budget.New()).Write(&bytes.Buffer{}))
}

func TestDrop(t *testing.T) {
	p := opened(t, sample.Zip(t, "_rels/.rels", mainPart("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>", "xl/calcChain.xml", "c"), budget.New())
	p.Set("xl/calcChain.xml", []byte("changed"))
	p.Drop("XL/calcchain.xml")
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	assert.Equal(t, []string{"_rels/.rels", "xl/workbook.xml"}, opened(t, out.Bytes(), budget.New()).Names())
}
