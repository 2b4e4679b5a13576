package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// entry is where an object stands: at an offset in the file, or as one of those of a pack.
type entry struct{ offset, pack, index int }

// document reads a finished file back, as a reader would: from its end, by its cross-reference stream.
type document struct {
	t       testing.TB
	file    []byte
	trailer string
	entries map[int]entry
	packs   map[int][]string  // the objects of each object stream
	fonts   map[int]*embedded // those that were read
	kids    []int             // the page objects, once they were read
}

// compiled are patterns by their texts: a file has thousands of objects.
var compiled sync.Map

func pattern(text string) *regexp.Regexp {
	p, ok := compiled.Load(text)
	if !ok {
		p, _ = compiled.LoadOrStore(text, regexp.MustCompile(text))
	}
	return p.(*regexp.Regexp)
}

func readBack(t testing.TB, file []byte) *document {
	t.Helper()
	d := &document{t: t, file: file, entries: map[int]entry{}, packs: map[int][]string{}, fonts: map[int]*embedded{}}
	tail := pattern(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	require.NotNil(t, tail, "end of file")
	require.Equal(t, 1, bytes.Count(file, []byte("startxref")), "one revision")
	start := atoi(t, string(tail[1]))
	head := pattern(`^(\d+) 0 obj\n`).FindSubmatch(file[start:])
	require.NotNil(t, head, "no cross-reference stream at %d", start)
	number := atoi(t, string(head[1]))
	d.entries[number] = entry{offset: start}
	d.trailer = d.object(number)
	require.Contains(t, d.trailer, "/Type /XRef ")
	require.Contains(t, d.trailer, fmt.Sprintf("/Size %d ", number+1))
	d.section(unpredicted(t, d.stream(number), 6))
	return d
}

// unpredicted undoes the prediction of each row from the one above it (PNG's Up).
func unpredicted(t testing.TB, data []byte, columns int) [][]byte {
	require.Zero(t, len(data)%(columns+1))
	above := make([]byte, columns)
	var rows [][]byte
	for ; len(data) > 0; data = data[columns+1:] {
		require.EqualValues(t, 2, data[0])
		row := bytes.Clone(data[1 : columns+1])
		for i := range row {
			row[i] += above[i]
		}
		rows, above = append(rows, row), row
	}
	return rows
}

// section takes the places of the objects.
func (d *document) section(rows [][]byte) {
	require.Equal(d.t, []byte{0, 0, 0, 0, 0, 0}, rows[0])
	for i, row := range rows[1:] {
		n, at := i+1, int(binary.BigEndian.Uint32(row[1:]))
		switch row[0] {
		case 1:
			require.True(d.t, bytes.HasPrefix(d.file[at:], []byte(strconv.Itoa(n)+" 0 obj\n")), "object %d is not at %d", n, at)
			d.entries[n] = entry{offset: at}
		case 2:
			d.entries[n] = entry{pack: at, index: int(row[5])}
		default:
			require.Fail(d.t, "an entry of no kind", "object %d: %v", n, row)
		}
	}
}

// object returns an object's text, without the stream.
func (d *document) object(n int) string {
	d.t.Helper()
	e, ok := d.entries[n]
	require.True(d.t, ok, "no object %d", n)
	if e.pack == 0 {
		_, text, _ := bytes.Cut(d.file[e.offset:], []byte("obj\n"))
		end := pattern(`\n(stream|endobj)\n`).FindIndex(text)
		require.NotNil(d.t, end, "object %d does not end", n)
		return string(text[:end[0]])
	}
	if d.packs[e.pack] == nil {
		d.packs[e.pack] = d.unpack(e.pack)
	}
	return d.packs[e.pack][e.index]
}

// unpack reads the objects of an object stream.
func (d *document) unpack(number int) (objects []string) {
	dictionary, data := d.object(number), string(d.stream(number))
	require.Contains(d.t, dictionary, "/Type /ObjStm ")
	first := atoi(d.t, pattern(`/First (\d+)`).FindStringSubmatch(dictionary)[1])
	head := strings.Fields(data[:first])
	require.Len(d.t, head, 2*atoi(d.t, pattern(`/N (\d+)`).FindStringSubmatch(dictionary)[1]))
	for i := 0; i < len(head); i += 2 {
		end := len(data)
		if i+2 < len(head) {
			end = first + atoi(d.t, head[i+3])
		}
		require.Equal(d.t, entry{pack: number, index: i / 2}, d.entries[atoi(d.t, head[i])])
		objects = append(objects, strings.TrimSpace(data[first+atoi(d.t, head[i+1]):end]))
	}
	return objects
}

// stream returns an object's stream, unpacked.
func (d *document) stream(n int) []byte {
	d.t.Helper()
	dictionary := d.object(n)
	text := d.file[d.entries[n].offset:]
	start := bytes.Index(text, []byte("\nstream\n")) + len("\nstream\n")
	length := atoi(d.t, pattern(`/Length (\d+)`).FindStringSubmatch(dictionary)[1])
	data := text[start : start+length]
	require.True(d.t, bytes.HasPrefix(text[start+length:], []byte("\nendstream\nendobj\n")), "length of stream %d", n)
	if strings.Contains(dictionary, "/FlateDecode") {
		reader, err := zlib.NewReader(bytes.NewReader(data))
		require.NoError(d.t, err)
		data, err = io.ReadAll(reader)
		require.NoError(d.t, err)
	}
	return data
}

// reference returns the object that the first of the key's references in the text names.
func (d *document) reference(text, key string) int {
	d.t.Helper()
	found := pattern(`/` + key + ` \[?(\d+) 0 R`).FindStringSubmatch(text)
	require.NotNil(d.t, found, "%s in %s", key, text)
	return atoi(d.t, found[1])
}

func (d *document) catalog() string { return d.object(d.reference(d.trailer, "Root")) }

// pages returns the numbers of the page objects.
func (d *document) pages() []int {
	if d.kids != nil {
		return d.kids
	}
	kids := pattern(`/Kids \[([^]]*)\]`).FindStringSubmatch(d.object(d.reference(d.catalog(), "Pages")))
	for _, kid := range pattern(`(\d+) 0 R`).FindAllStringSubmatch(kids[1], -1) {
		d.kids = append(d.kids, atoi(d.t, kid[1]))
	}
	return d.kids
}

// fontsByName returns the font objects by their names in the pages' resources.
func (d *document) fontsByName() map[string]int {
	numbers := map[string]int{}
	resources := d.object(d.reference(d.object(d.pages()[0]), "Resources"))
	for _, f := range pattern(`/(F\w+) (\d+) 0 R`).FindAllStringSubmatch(resources, -1) {
		numbers[f[1]] = atoi(d.t, f[2])
	}
	return numbers
}

// placed is text as the file places it.
type placed struct {
	font       string // its subset name
	text       string
	x, y, size float64
	ends       []float64 // where each glyph's step ends, from the run's beginning
}

// placedText interprets the page's content stream and the fonts' objects.
func (d *document) placedText(page int) []placed {
	d.t.Helper()
	body := d.object(d.pages()[page])
	height := a4Height
	content := d.stream(d.reference(body, "Contents"))
	numbers := d.fontsByName()
	var (
		out             []placed
		current         placed
		font            *embedded
		tracking, scale = 0.0, 100.0
		operands        []string
	)
	number := func(i int) float64 {
		v, err := strconv.ParseFloat(operands[i], 64)
		require.NoError(d.t, err)
		return v
	}
	for _, token := range tokens(d.t, content) {
		switch token {
		case "Tf":
			font = d.embedded(numbers[operands[0][1:]])
			current.font, current.size = font.name, number(1)
		case "Tc":
			tracking = number(0)
		case "Tz":
			scale = number(0)
		case "Td":
			current.x, current.y = number(0), height-number(1)
		case "Tj":
			run := current
			end := 0.0
			codes := operands[0][1:]
			for ; codes != ""; codes = codes[2:] {
				code := int(codes[0])<<8 | int(codes[1])
				text, ok := font.text[code]
				require.True(d.t, ok, "ToUnicode lacks the code %04X", code)
				run.text += text
				end += (font.width(code)*run.size/1000 + tracking) * scale / 100
				run.ends = append(run.ends, end)
			}
			out = append(out, run)
		default:
			operands = append(operands, token)
			if c := token[0]; c == '(' || c == '/' || c == '-' || c >= '0' && c <= '9' {
				continue
			}
		}
		operands = nil
	}
	return out
}

// tokens splits a content stream. Strings keep their opening bracket and lose their escapes.
func tokens(t testing.TB, content []byte) []string {
	var out []string
	for i := 0; i < len(content); {
		switch c := content[i]; {
		case c == ' ' || c == '\n':
			i++
		case c == '(':
			text := []byte{'('}
			for i++; content[i] != ')'; i++ {
				b := content[i]
				require.NotEqual(t, byte('('), b, "unescaped bracket")
				require.NotEqual(t, byte('\r'), b, "a reader takes it for a line feed")
				if b == '\\' {
					i++
					if b = content[i]; b == 'r' {
						b = '\r'
					}
				}
				text = append(text, b)
			}
			i++
			out = append(out, string(text))
		default:
			end := i
			for end < len(content) && !bytes.ContainsRune([]byte(" \n("), rune(content[end])) {
				end++
			}
			out = append(out, string(content[i:end]))
			i = end
		}
	}
	return out
}

// embedded is a font as the file describes it.
type embedded struct {
	name   string
	widths map[int]float64
	usual  float64
	text   map[int]string
	glyphs []byte
	file   []byte
}

func (e *embedded) width(code int) float64 {
	if w, ok := e.widths[code]; ok {
		return w
	}
	return e.usual
}

// embedded reads a font's objects, once for all pages.
func (d *document) embedded(n int) *embedded {
	d.t.Helper()
	if d.fonts[n] != nil {
		return d.fonts[n]
	}
	composite := d.object(n)
	require.Contains(d.t, composite, "/Subtype /Type0")
	require.Contains(d.t, composite, "/Encoding /Identity-H")
	descendant := d.object(d.reference(composite, "DescendantFonts"))
	descriptor := d.object(d.reference(descendant, "FontDescriptor"))
	e := &embedded{
		name:   pattern(`/BaseFont /(\S+)`).FindStringSubmatch(composite)[1],
		widths: map[int]float64{},
		usual:  float64(atoi(d.t, pattern(`/DW (\d+)`).FindStringSubmatch(descendant)[1])),
		text:   d.mappings(d.stream(d.reference(composite, "ToUnicode"))),
		glyphs: d.stream(d.reference(descendant, "CIDToGIDMap")),
		file:   d.stream(d.reference(descriptor, "FontFile2")),
	}
	require.Contains(d.t, descendant, "/BaseFont /"+e.name+" ")
	require.Contains(d.t, descriptor, "/FontName /"+e.name+" ")
	for _, group := range pattern(`(\d+) \[([\d ]*)\]`).FindAllStringSubmatch(descendant, -1) {
		for i, w := range strings.Fields(group[2]) {
			e.widths[atoi(d.t, group[1])+i] = float64(atoi(d.t, w))
		}
	}
	d.fonts[n] = e
	return e
}

// mappings reads a ToUnicode CMap.
func (d *document) mappings(cmap []byte) map[int]string {
	text := map[int]string{}
	for _, line := range pattern(`(?m)^<(....)> <([0-9A-F]+)>$`).FindAllStringSubmatch(string(cmap), -1) {
		if line[1] == "0000" { // the range of codes
			continue
		}
		code, err := strconv.ParseUint(line[1], 16, 16)
		require.NoError(d.t, err)
		require.Empty(d.t, text[int(code)], "mapped twice")
		text[int(code)] = utf16Text(d.t, line[2])
	}
	return text
}

// utf16Text reads hexadecimal UTF-16.
func utf16Text(t testing.TB, hex string) string {
	t.Helper()
	require.Zero(t, len(hex)%4)
	var units []uint16
	for ; hex != ""; hex = hex[4:] {
		unit, err := strconv.ParseUint(hex[:4], 16, 16)
		require.NoError(t, err)
		units = append(units, uint16(unit))
	}
	return string(utf16.Decode(units))
}

func atoi(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}
