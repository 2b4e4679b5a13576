package opc_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
	"nianbao/internal/sample"
	"nianbao/internal/xmlscan"
)

func opened(t testing.TB, data []byte, b *budget.Budget) *opc.Package {
	t.Helper()
	p, err := opc.Open(data, opc.Workbook, b)
	require.NoError(t, err)
	return p
}

var tooLarge, damaged = opc.Error{Fault: opc.TooLarge, Wanted: opc.Workbook}, opc.Error{Fault: opc.Damaged, Wanted: opc.Workbook}

func TestParts(t *testing.T) {
	p := opened(t, sample.Zip(t, `_rels\.rels`, mainPart("xl/workbook.xml"), `xl\Workbook.xml`, "<workbook/>", `xl\_rels\workbook.xml.rels`,
		`<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/styles" Target="/styles.xml"/>`+
			`<Relationship Id="c" Type="x/customXml" Target="../customXml/item1.xml"/><Other><Relationship Id="d"/></Other></Relationships>`), budget.New())
	assert.Equal(t, "xl/workbook.xml", p.Main())
	assert.Equal(t, []string{"_rels/.rels", "xl/Workbook.xml", "xl/_rels/workbook.xml.rels"}, p.Names())
	data, err := p.Part("XL/workbook.xml")
	require.NoError(t, err, "names are told apart without regard to case, and back slashes are slashes")
	assert.Equal(t, "<workbook/>", string(data))
	links, err := p.Relationships(p.Main())
	require.NoError(t, err)
	assert.Equal(t, []opc.Relationship{{ID: "a", Type: "x/worksheet", Target: "xl/worksheets/sheet1.xml"}, {ID: "b", Type: "x/styles", Target: "styles.xml"},
		{ID: "c", Type: "x/customXml", Target: "customXml/item1.xml"}}, links)
	assert.Equal(t, "worksheet", links[0].Kind())
	links, err = p.Relationships("styles.xml")
	require.NoError(t, err)
	assert.Empty(t, links, "a part without links has none")
	_, err = p.Part("styles.xml")
	assert.ErrorIs(t, err, opc.ErrNoPart)
	_, err = p.Reader("styles.xml")
	assert.ErrorIs(t, err, opc.ErrNoPart)
}

// packed is a zip that says of a part whatever it is told to.
func packed(t *testing.T, header zip.FileHeader, content string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range [][2]string{{"_rels/.rels", mainPart("xl/workbook.xml")}, {"xl/workbook.xml", "<workbook/>"}} {
		w, err := z.Create(p[0])
		require.NoError(t, err)
		_, err = io.WriteString(w, p[1])
		require.NoError(t, err)
	}
	var deflated bytes.Buffer
	f, err := flate.NewWriter(&deflated, flate.BestCompression)
	require.NoError(t, err)
	_, err = io.WriteString(f, content)
	require.NoError(t, err)
	require.NoError(t, f.Close())
	header.Name, header.Method, header.CompressedSize64 = "a.xml", zip.Deflate, uint64(deflated.Len())
	w, err := z.CreateRaw(&header)
	require.NoError(t, err)
	_, err = w.Write(deflated.Bytes())
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return out.Bytes()
}

func TestHostileParts(t *testing.T) {
	sum := crc32.ChecksumIEEE([]byte("content"))
	bomb := strings.Repeat(" ", 33<<20)
	for _, test := range []struct {
		why  string
		data []byte
		want error
	}{
		{"as it says", packed(t, zip.FileHeader{UncompressedSize64: 7, CRC32: sum}, "content"), nil},
		{"smaller than it says", packed(t, zip.FileHeader{UncompressedSize64: 1 << 40, CRC32: sum}, "content"), damaged},
		{"larger than it says", packed(t, zip.FileHeader{UncompressedSize64: 1, CRC32: sum}, "content"), damaged},
		{"another sum", packed(t, zip.FileHeader{UncompressedSize64: 7, CRC32: 1}, "content"), damaged},
		{"a bomb", packed(t, zip.FileHeader{UncompressedSize64: uint64(len(bomb)), CRC32: crc32.ChecksumIEEE([]byte(bomb))}, bomb), tooLarge},
		{"a bomb that says it is small", packed(t, zip.FileHeader{UncompressedSize64: 7, CRC32: sum}, bomb), damaged},
		{"the same part twice, as careless programs write it", sample.Zip(t, "_rels/.rels", mainPart("b.xml"), "b.xml", "<workbook/>", "a.xml", "content", `A.xml`, "content"), nil},
		{"two parts of a name: nobody knows which is meant", sample.Zip(t, "_rels/.rels", mainPart("b.xml"), "b.xml", "<workbook/>", "a.xml", "content", `a.xml`, "other"), damaged},
		{"and once more the first", sample.Zip(t, "_rels/.rels", mainPart("b.xml"), "b.xml", "<workbook/>", "a.xml", "content", "a.xml", "another", "a.xml", "content"), damaged},
	} {
		t.Run(test.why, func(t *testing.T) {
			p := opened(t, test.data, budget.New())
			_, err := p.Part("a.xml")
			assert.Equal(t, test.want, err)
			r, err := opened(t, test.data, budget.New()).Reader("a.xml")
			if err == nil {
				_, err = io.ReadAll(r)
			}
			assert.Equal(t, test.want, err, "read as it is unzipped")
		})
	}
}

func TestLimits(t *testing.T) {
	many := func(n int) []byte {
		parts := []string{"_rels/.rels", mainPart("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>"}
		for i := range n - 2 {
			parts = append(parts, strconv.Itoa(i)+".xml", "")
		}
		return sample.Zip(t, parts...)
	}
	opened(t, many(10_000), budget.New())
	_, err := opc.Open(many(10_001), opc.Workbook, budget.New())
	assert.Equal(t, tooLarge, err, "parts")
	opened(t, many(10_001), budget.With(budget.Parts, 10_001))

	p := opened(t, many(2), budget.With(budget.Unzipped, 1000))
	for range 100 {
		if _, err = p.Part("xl/workbook.xml"); err != nil {
			break
		}
	}
	assert.Equal(t, tooLarge, err, "what is read again counts again, so that no link costs less than another")

	links := func(n int) []byte {
		return sample.Zip(t, "_rels/.rels", `<r>`+strings.Repeat(`<Relationship Type="x/y"/>`, n-1)+`<Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></r>`,
			"xl/workbook.xml", "<workbook/>")
	}
	opened(t, links(100_000), budget.New())
	_, err = opc.Open(links(100_001), opc.Workbook, budget.New())
	assert.Equal(t, tooLarge, err, "links")
	assert.Equal(t, opc.Zip, opc.Tell(sample.Zip(t, "_rels/.rels", mainPart("xl/workbook.xml")+strings.Repeat(" ", 2<<20), "xl/workbook.xml", "<workbook/>")), "telling is cheap")
}

func TestXML(t *testing.T) {
	inside := func(text string) []byte {
		return sample.Zip(t, "_rels/.rels", mainPart("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>", "a.xml", text)
	}
	const half = 1 << 21 // of what one tag or text may have
	for _, test := range []struct {
		why, text string
		limit     *budget.Budget
		want      error
		overlong  bool
	}{
		{"a few elements", `<a><b c="d"/></a>`, budget.New(), nil, false},
		{"a long text", "<a>" + strings.Repeat("b", half) + "</a>", budget.New(), nil, false},
		{"a text that is too long", "<a>" + strings.Repeat("b", 3*half) + "</a>", budget.New(), tooLarge, true},
		{"a tag that is too long", `<a b="` + strings.Repeat("c", 3*half) + `"/>`, budget.New(), tooLarge, true},
		{"many long texts", "<a>" + strings.Repeat(strings.Repeat("b", half)+"<c/>", 5) + "</a>", budget.New(), nil, false},
		{"more elements", "<a>" + strings.Repeat("<b/>", 30) + "</a>", budget.With(budget.Elements, 20), tooLarge, false},
		{"more attributes", "<a>" + strings.Repeat(`<b c="" d=""/>`, 15) + "</a>", budget.With(budget.Attributes, 20), tooLarge, false},
		{"deeper", strings.Repeat("<a>", 30) + strings.Repeat("</a>", 30), budget.With(budget.Depth, 20), tooLarge, false},
		{"not so deep", strings.Repeat("<a>"+strings.Repeat("<b></b>", 30), 10) + strings.Repeat("</a>", 10), budget.With(budget.Depth, 20), nil, false},
		{"not closed", "<a>", budget.New(), damaged, false},
		{"wrongly closed", "<a></b>", budget.New(), damaged, false},
		{"an entity of its own", `<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>`, budget.New(), damaged, false},
		{"another encoding", `<?xml version="1.0" encoding="GBK"?><a/>`, budget.New(), damaged, false},
		{"half a character", "\xFF\xFE<\x00a\x00>\x00\x00\xD8<\x00/\x00a\x00>\x00", budget.New(), nil, false},
	} {
		for _, open := range []func(p *opc.Package) (*opc.Decoder, error){
			func(p *opc.Package) (*opc.Decoder, error) { return p.XML("a.xml") },
			func(p *opc.Package) (*opc.Decoder, error) { return p.StreamXML("a.xml") },
		} {
			t.Run(test.why, func(t *testing.T) {
				limit := *test.limit
				d, err := open(opened(t, inside(test.text), &limit))
				require.NoError(t, err)
				defer d.Close()
				assert.Equal(t, test.want, walk(d))
				assert.Equal(t, test.overlong, d.Overlong())
			})
		}
	}
	_, err := opened(t, inside("<a/>"), budget.New()).StreamXML("b.xml")
	assert.ErrorIs(t, err, opc.ErrNoPart)
}

// walk reads a part to the end of its root.
func walk(d *opc.Decoder) error {
	for {
		kind, err := d.Next()
		if err != nil {
			return err
		}
		if kind == xmlscan.Start {
			return d.Skip()
		}
	}
}

// A small file whose parts are all the same bytes would make a copy of any size.
func TestPartsThatOverlap(t *testing.T) {
	data := sample.Zip(t, "_rels/.rels", mainPart("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>", "a.xml", strings.Repeat("a", 5000), "b.xml", strings.Repeat("a", 5000))
	opened(t, data, budget.New())
	directory := bytes.Index(data, []byte("PK\x01\x02"))
	last := bytes.LastIndex(data, []byte("PK\x01\x02"))
	before := directory + bytes.LastIndex(data[directory:last], []byte("PK\x01\x02"))
	at := binary.LittleEndian.Uint32(data[before+42:]) // where a.xml stands
	overlapping := append(bytes.Clone(data[:at+30+5+5000]), data[directory:]...)
	directory, last = int(at)+30+5+5000, last-(len(data)-len(overlapping))
	binary.LittleEndian.PutUint32(overlapping[last+42:], at)
	binary.LittleEndian.PutUint32(overlapping[len(overlapping)-6:], uint32(directory))
	entries(t, overlapping)
	_, err := opc.Open(overlapping, opc.Workbook, budget.New())
	assert.Equal(t, damaged, err)
}

// Whatever a file is, it is told, and opened or refused with one of the errors; and a copy of what was opened is the same package.
func FuzzOpen(f *testing.F) {
	for _, k := range kinds {
		f.Add(k.data(f))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		kind := opc.Tell(data)
		for _, wanted := range []opc.Kind{opc.Workbook, opc.Document} {
			p, err := opc.Open(data, wanted, budget.New())
			if err != nil {
				require.ErrorAs(t, err, &opc.Error{})
				continue
			}
			require.Contains(t, []opc.Kind{wanted, opc.Zip}, kind)
			added := map[opc.Kind]string{opc.Workbook: "xl/added.xml", opc.Document: "word/added.xml"}[wanted]
			p.Set(added, []byte("added"))
			p.Set("_rels/.rels", []byte(mainPart(added)))
			var out bytes.Buffer
			if err := p.Write(&out); err != nil {
				continue
			}
			again, err := opc.Open(out.Bytes(), wanted, budget.New())
			require.NoError(t, err)
			got, err := again.Part(again.Main())
			require.NoError(t, err)
			require.Equal(t, "added", string(got))
			for _, name := range p.Names() {
				was, err := p.Part(name)
				if err != nil {
					continue // a copy can be more readable than what it is of: sizes are written anew
				}
				is, err := again.Part(name)
				require.NoError(t, err, name)
				require.Equal(t, was, is, name)
			}
		}
	})
}
