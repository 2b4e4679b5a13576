package worddoc_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/opc"
	"nianbao/internal/published/page"
	"nianbao/internal/published/worddoc"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
	"nianbao/internal/sample/cover"
)

// samples are the documents of testdata, which make.py had LibreOffice make.
func samples(t testing.TB) map[string][]byte {
	files, err := filepath.Glob("testdata/*.doc")
	require.NoError(t, err)
	require.Len(t, files, 4)
	list := map[string][]byte{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		list[strings.TrimSuffix(filepath.Base(file), ".doc")] = data
	}
	return list
}

func TestSamples(t *testing.T) {
	for name, data := range samples(t) {
		before := bytes.Clone(data)
		p, err := worddoc.Read(data)
		require.NoError(t, err, name)
		sample.Golden(t, "testdata/"+name+".golden", told(p))
		assert.Equal(t, before, data, "the file itself stays as it is")
	}
}

// told is a page in lines: paragraphs with what their looks say, cells with row, column and what they span.
func told(p *page.Page) string {
	var b strings.Builder
	b.WriteString("title: " + p.Title + "\n")
	for _, block := range p.Blocks {
		if block.Table == nil {
			fmt.Fprintf(&b, "%d %q\n", block.Kind, block.Text)
			continue
		}
		fmt.Fprintf(&b, "table %d×%d\n", block.Table.Rows, block.Table.Columns)
		for _, c := range block.Table.Cells {
			fmt.Fprintf(&b, "  %d,%d", c.Row, c.Column)
			if c.RowSpan > 1 || c.ColumnSpan > 1 {
				fmt.Fprintf(&b, " %d×%d", c.RowSpan, c.ColumnSpan)
			}
			fmt.Fprintf(&b, " %q\n", c.Text)
		}
	}
	for _, line := range p.Running {
		b.WriteString("running: " + line + "\n")
	}
	for _, aside := range p.Asides {
		b.WriteString("aside: " + aside + "\n")
	}
	return b.String()
}

// The tables of both editions, as they were saved once, are those of the form.
func TestStatutoryTables(t *testing.T) {
	for _, name := range []string{"a-town-2022", "d-town-2020"} {
		p, err := worddoc.Read(samples(t)[name])
		require.NoError(t, err)
		_, tables := compare(t, name, document.Compose(sample.Report(t, name)), p)
		assert.Equal(t, 3, tables)
	}
}

func TestErrors(t *testing.T) {
	sound := []stretch{{text: "一、总体情况\r"}}
	changed := func(at int, bytes ...byte) []byte {
		return build{stretches: sound, after: func(document, _ []byte) { copy(document[at:], bytes) }}.file()
	}
	cut := func(data []byte, n int) []byte { return data[:n] }
	for _, c := range []struct {
		why  string
		data []byte
		want string
	}{
		{"sound", build{stretches: sound}.file(), ""},
		{"behind a password", changed(10, 0, 3), "设了打开密码，请用Word或WPS打开，去掉密码、保存后再试"},
		{"Word 95", changed(2, 0x68, 0), "是Word 95或更早的版本存的文档，请用Word或WPS打开，另存为.docx后再试"},
		{"Word 6", changed(0, 0xDC, 0xA5, 0x65, 0), "是Word 95或更早的版本存的文档，请用Word或WPS打开，另存为.docx后再试"},
		{"nothing", nil, damaged},
		{"no compound file", []byte(strings.Repeat("年报", 400)), damaged},
		{"cut in its header", cut(changed(2, 0xC1), 300), damaged},
		{"cut in its text", cut(changed(2, 0xC1), 1600), damaged},
		{"another magic number", changed(0, 0), damaged},
		{"the table stream is not there", changed(10, 0, 0), damaged},
		{"more text than there is", changed(76, 0xFF, 0xFF, 0xFF, 0x7F), damaged},
		{"the pieces lie beyond the end", changed(placesAt+8*clxIndex, 0xFF, 0xFF, 0xFF, 0xFF), damaged},
		{"less text than the pieces have", changed(76, 0), ""},
		{"more text than the pieces have", changed(76, 9), damaged},
		{"no index of properties", changed(placesAt+8*paraIndex, 0xFF, 0xFF, 0xFF, 0xFF), damaged},
		{"properties that are not there", build{stretches: sound, after: func(_, table []byte) { copy(table[24:], u32(0xFFFF)) }}.file(), damaged},
		{"a workbook", sample.Read(t, "internal/opc/testdata/book.xls"), "不是Word文档，请换成年度报告的Word文档（.docx）"},
	} {
		_, err := worddoc.Read(c.data)
		if c.want == "" {
			assert.NoError(t, err, c.why)
		} else {
			assert.EqualError(t, err, c.want, c.why)
		}
	}
}

// A file that was cut off, as by a broken download, is told; or nothing of its text is missing.
func TestCutFiles(t *testing.T) {
	whole := samples(t)["mixed"]
	want, err := worddoc.Read(whole)
	require.NoError(t, err)
	for n := 0; n < len(whole); n += 64 {
		got, err := worddoc.Read(whole[:n])
		if err == nil {
			assert.Equal(t, want.Blocks, got.Blocks, "%d bytes", n)
			assert.Equal(t, want.Asides, got.Asides, "%d bytes", n)
		} else {
			assert.EqualError(t, err, damaged, "%d bytes", n)
		}
	}
}

const damaged = "文件已损坏，请用Word或WPS打开，另存为.docx后再试；打不开的，请换一份完好的"

// text is what paragraphs read as, with their asides behind them.
func text(t *testing.T, b build) []string {
	p, err := worddoc.Read(b.file())
	require.NoError(t, err)
	var lines []string
	for _, block := range p.Blocks {
		require.Nil(t, block.Table)
		lines = append(lines, block.Text)
	}
	return append(lines, p.Asides...)
}

var (
	isSpecial  = []byte{0x55, 0x08, 1}
	isDeleted  = []byte{0x00, 0x08, 1}
	isInserted = []byte{0x01, 0x08, 1}
	isHidden   = []byte{0x3C, 0x08, 1}
)

func TestText(t *testing.T) {
	const (
		oneRevision  = "文档里有1处修订标记，都按接受处理"
		twoRevisions = "文档里有2处修订标记，都按接受处理"
		oneHidden    = "文档里有1处隐藏的文字，没有读进来"
	)
	for _, c := range []struct {
		why string
		in  build
		out []string
	}{
		{"pieces in another order, of both widths", build{stretches: []stretch{
			{text: "2025", narrow: true}, {text: "年"}, {text: "\x96 \x80 5\r", narrow: true}, {text: "末段\r"},
		}}, []string{"2025年– € 5", "末段"}},
		{"a character whose halves stand in two pieces", build{stretches: []stretch{{text: "𠮷"}, {text: "镇\r"}}, after: func(document, table []byte) {
			i := bytes.Index(table, append([]byte{2}, u32(4*3+8*2)...)) // the first piece ends a half earlier, the second begins there
			copy(table[i+5+4:], u32(2))
		}}, []string{"𠮷镇"}},
		{"without a mark at its end", build{stretches: []stretch{{text: "甲\r乙"}}}, []string{"甲", "乙"}},
		{"breaks and hyphens", build{stretches: []stretch{{text: "甲\v乙\t\x1E\x1F\u00A0\x0E丙\f丁\r"}}}, []string{"甲\n乙\t\u2011\u00AD\u00A0丙丁"}},
		{"the end of a section ends its paragraph", build{stretches: []stretch{{text: "甲\f"}, {text: "乙\r"}}}, []string{"甲", "乙"}},
		{"a mark of a cell outside of tables", build{stretches: []stretch{{text: "甲\a乙\r"}}}, []string{"甲", "乙"}},

		{"of a field the result", build{stretches: []stretch{{text: "见\x13HYPERLINK \"x\"\x14网站\x15。\r"}}}, []string{"见网站。"}},
		{"a field in the code and one in the result", build{stretches: []stretch{{text: "\x13IF \x13PAGE\x149\x15 = 1\x14第\x13PAGE\x143\x15页\x15\r"}}}, []string{"第3页"}},
		{"a field without result", build{stretches: []stretch{{text: "甲\x13XE 乙\x15丙\r"}}}, []string{"甲丙"}},
		{"a result over two paragraphs", build{stretches: []stretch{{text: "\x13TOC\x14甲\r乙\x15丙\r"}}}, []string{"甲", "乙丙"}},
		{"a code without end hides no other paragraph", build{stretches: []stretch{{text: "甲\x13PAGE\r乙\x15\x14丙\r"}}}, []string{"甲", "乙丙"}},

		{"deleted, inserted", build{stretches: []stretch{
			{text: "全年"}, {text: "旧", characters: isDeleted}, {text: "新", characters: isInserted}, {text: "\r"},
		}}, []string{"全年新", oneRevision}},
		{"revised in two places", build{stretches: []stretch{
			{text: "全年"}, {text: "旧", characters: isDeleted}, {text: "收到", characters: isInserted}, {text: "申请"}, {text: "新", characters: isInserted}, {text: "\r"},
		}}, []string{"全年收到申请新", twoRevisions}},
		{"the end of a paragraph deleted", build{stretches: []stretch{{text: "前，"}, {text: "\r", characters: isDeleted}, {text: "后\r"}}},
			[]string{"前，后", oneRevision}},
		{"hidden", build{stretches: []stretch{{text: "甲"}, {text: "乙", characters: isHidden}, {text: "丙\r"}}}, []string{"甲丙", oneHidden}},
		{"hidden by what the piece has besides", build{stretches: []stretch{{text: "甲", changes: 0x5C<<1 | 1<<8}, {text: "乙\r"}}}, []string{"乙", oneHidden}},
		{"struck through", build{stretches: []stretch{{text: "300", characters: []byte{0x37, 0x08, 1}}, {text: "345"}, {text: "6", characters: []byte{0x53, 0x2A, 1}}, {text: "\r"}}},
			[]string{"345", "文档里有2处划掉的文字，没有读进来"}},
		{"the number of a note, and what is raised otherwise", build{stretches: []stretch{
			{text: "12"}, {text: "10", characters: []byte{0x48, 0x2A, 1}}, {text: "甲"}, {text: "2", characters: []byte{0x48, 0x2A, 1}}, {text: "\r"},
		}}, []string{"12¹⁰甲2"}},
		{"deleted by a list that the piece has besides", build{lists: [][]byte{isHidden, isDeleted}, stretches: []stretch{{text: "甲", changes: 1<<1 | 1}, {text: "乙\r"}}},
			[]string{"乙", oneRevision}},
		{"a list that is not there", build{stretches: []stretch{{text: "甲\r", changes: 9<<1 | 1}}}, []string{"甲"}},

		{"a symbol that is a character", build{stretches: []stretch{{text: "(", characters: []byte{0x09, 0x6A, 1, 0, 0x61, 0x24}}, {text: "甲\r"}}}, []string{"②甲"}},
		{"a symbol of a font", build{stretches: []stretch{{text: "(", characters: append([]byte{0x09, 0x6A, 1, 0, 0x52, 0xF0}, isSpecial...)}, {text: "甲\uF0FE\r"}}},
			[]string{"甲", "文档里有2个特殊字体的符号，没有读进来"}},
		{"a bracket", build{stretches: []stretch{{text: "(甲)\r"}}}, []string{"(甲)"}},
		{"pictures and drawings", build{stretches: []stretch{{text: "\x01\b", characters: isSpecial}, {text: "甲\x01\r"}}}, []string{"甲", "文档里有2个图片或图形，没有读进来"}},
	} {
		assert.Equal(t, c.out, text(t, c.in), c.why)
	}
}

// cells are the text of cells, each with its mark.
func cells(texts ...string) stretch {
	return stretch{text: strings.Join(texts, "\a") + "\a", paragraph: inTable}
}

var (
	inTable = []byte{0x16, 0x24, 1}
	rowEnd  = []byte{0x16, 0x24, 1, 0x17, 0x24, 1}
)

// ends ends a row whose cells have edges in twips.
func ends(edges []int, more ...byte) stretch { return endsMerged(edges, nil, more...) }

// endsMerged ends one whose cells have flags.
func endsMerged(edges, flags []int, more ...byte) stretch {
	return stretch{text: "\a", paragraph: slices.Concat(rowEnd, defined(edges, flags), more)}
}

func defined(edges, flags []int) []byte {
	list := []byte{byte(len(edges) - 1)}
	for _, e := range edges {
		list = append(list, u16(e)...)
	}
	for _, f := range flags {
		list = append(append(list, u16(f)...), make([]byte, 18)...)
	}
	return slices.Concat([]byte{0x08, 0xD6}, u16(len(list)+1), list)
}

func TestTables(t *testing.T) {
	const down, restart = 1 << 5, 3 << 5
	three := []int{0, 1000, 2000, 3000}
	end := stretch{text: "后\r"}
	for _, c := range []struct {
		why string
		in  []stretch
		out string
	}{
		{"edges make the columns, close ones are one", []stretch{
			cells("甲", "乙"), ends([]int{-15, 1000, 3005}), cells("1", "2", "3"), ends([]int{0, 1010, 2000, 3000}), end},
			"2×3: 0,0 甲; 0,1 1×2 乙; 1,0 1; 1,1 2; 1,2 3"},
		{"a row that begins further right, one that ends further left", []stretch{
			cells("甲"), ends([]int{1000, 3000}), cells("1", "2"), ends([]int{0, 1000, 2000}), end},
			"2×3: 0,1 1×2 甲; 1,0 1; 1,1 2"},
		{"merged downwards", []stretch{
			cells("甲", "1", "2"), endsMerged(three, []int{restart}), cells("", "3", "4"), endsMerged(three, []int{down, restart}),
			cells("", "", "5"), endsMerged(three, []int{down, down}), end},
			"3×3: 0,0 3×1 甲; 0,1 1; 0,2 2; 1,1 2×1 3; 1,2 4; 2,2 5"},
		{"merged downwards, one set below another", []stretch{
			cells("甲"), endsMerged(three[:2], []int{restart}), cells(""), endsMerged(three[:2], []int{down}),
			cells("乙"), endsMerged(three[:2], []int{restart}), cells(""), endsMerged(three[:2], []int{down}), end},
			"4×1: 0,0 2×1 甲; 2,0 2×1 乙"},
		{"merged downwards, with nothing of its width above", []stretch{
			cells("甲", "1"), ends([]int{0, 2000, 3000}), cells("乙", "2", "3"), endsMerged(three, []int{down}), end},
			"2×3: 0,0 1×2 甲; 0,2 1; 1,0 乙; 1,1 2; 1,2 3"},
		{"merged across, as programs mark it", []stretch{
			cells("甲", "", "乙"), endsMerged(three, []int{1, 2, 1}), end}, "1×3: 0,0 1×2 甲; 0,2 乙"},
		{"merged across, as the specification has it", []stretch{
			cells("甲", "", "乙"), endsMerged(three, []int{2, 1, 0}), end}, "1×3: 0,0 1×2 甲; 0,2 乙"},
		{"merged by a property of its own", []stretch{
			cells("甲", "乙", ""), ends(three, 0x24, 0x56, 1, 3), end}, "1×3: 0,0 甲; 0,1 1×2 乙"},
		{"merged and split again", []stretch{
			cells("甲", "乙", "丙"), ends(three, 0x24, 0x56, 0, 3, 0x25, 0x56, 1, 3), end}, "1×3: 0,0 甲; 0,1 乙; 0,2 丙"},
		{"merged downwards by properties of their own", []stretch{
			cells("甲", "1", "2"), ends(three, 0x2B, 0xD6, 2, 0, 3), cells("", "3", "4"), ends(three, 0x2B, 0xD6, 2, 0, 1), end},
			"2×3: 0,0 2×1 甲; 0,1 1; 0,2 2; 1,1 3; 1,2 4"},
		{"what a merged cell held is told", []stretch{
			cells("甲", "乙", "丙"), endsMerged(three, []int{1, 2, 0}), end}, "1×3: 0,0 1×2 甲; 0,2 丙 + 文档里有1处隐藏的文字，没有读进来"},
		{"a cell put in, one taken out, one of another width", []stretch{
			cells("1", "2", "3", "4"), ends(three, 0x21, 0x76, 3, 1, 0xE8, 3), cells("甲", "乙", "丙"), ends([]int{0, 1000, 2000, 3000, 4000}, 0x22, 0x56, 0, 1),
			cells("子", "丑"), ends([]int{0, 500, 3500}, 0x23, 0x76, 0, 1, 0xE8, 3), end},
			"3×4: 0,0 1; 0,1 2; 0,2 3; 0,3 4; 1,0 甲; 1,1 乙; 1,2 丙; 2,0 子; 2,1 1×3 丑"},
		{"no edges", []stretch{cells("1", "2"), {text: "\a", paragraph: rowEnd}, cells("3"), {text: "\a", paragraph: rowEnd}, end},
			"2×2: 0,0 1; 0,1 2; 1,0 3"},
		{"rows of no cells", []stretch{{text: "\a", paragraph: rowEnd}, cells("1"), ends(three[:2]), end}, "2×1: 1,0 1"},
		{"edges that run back", []stretch{cells("1", "2", "3"), ends([]int{0, 2000, 1000, 3000}), end}, "1×3: 0,0 1; 0,1 2; 0,2 3"},
		{"more cells than edges", []stretch{cells("1", "2", "3"), ends([]int{0, 1000}), end}, "1×3: 0,0 1; 0,1 2; 0,2 3"},
		{"a row without an end", []stretch{cells("1", "2"), end}, "1×2: 0,0 1; 0,1 2"},
		{"a deleted row", []stretch{cells("1"), ends(three[:2]), cells("2"), {text: "\a", characters: isDeleted, paragraph: rowEnd}, end},
			"1×1: 0,0 1 + 文档里有1处修订标记，都按接受处理"},
		{"two paragraphs, an empty one, and a table in a cell", []stretch{
			{text: "甲\r\r乙\r", paragraph: inTable},
			{text: "里\r", paragraph: []byte{0x16, 0x24, 1, 0x49, 0x66, 2, 0, 0, 0, 0x4B, 0x24, 1}},
			{text: "\r", paragraph: []byte{0x16, 0x24, 1, 0x49, 0x66, 2, 0, 0, 0, 0x4B, 0x24, 1, 0x4C, 0x24, 1}},
			cells(""), ends(three[:2]), end}, "1×1: 0,0 甲|乙|里"},
	} {
		p, err := worddoc.Read(build{stretches: c.in}.file())
		require.NoError(t, err)
		require.Len(t, p.Blocks, 2, c.why)
		assert.Equal(t, "后", p.Blocks[1].Text, c.why)
		assert.Equal(t, c.out, short(p), c.why)
	}
}

// Properties too long for their page stand in the stream of data.
func TestLongProperties(t *testing.T) {
	list := defined([]int{0, 1000, 3000}, nil)
	data := slices.Concat([]byte{0, 0, 0, 0}, u16(len(list)), list)
	p, err := worddoc.Read(build{data: data, stretches: []stretch{
		cells("甲", "乙"), {text: "\a", paragraph: append(slices.Clone(rowEnd), 0x46, 0x66, 4, 0, 0, 0)},
		cells("1", "2", "3"), ends([]int{0, 1000, 2000, 3000}),
	}}.file())
	require.NoError(t, err)
	assert.Equal(t, "2×3: 0,0 甲; 0,1 1×2 乙; 1,0 1; 1,1 2; 1,2 3", short(p))
}

func TestTitle(t *testing.T) {
	// set is what a document says of itself: two properties, of which the first is the code page.
	set := func(codePage, kind, length int, title string) []byte {
		return slices.Concat(make([]byte, 44), u32(48), u32(0), u32(2), u32(1), u32(24), u32(2), u32(32),
			u32(2), u32(codePage), u32(kind), u32(length), []byte(title))
	}
	for _, c := range []struct {
		why  string
		set  []byte
		want string
	}{
		{"as Chinese Word writes it", set(936, 0x1E, 5, "\xc4\xea\xb1\xa8\x00"), "年报"},
		{"UTF-8", set(65001, 0x1E, 7, "年报\x00"), "年报"},
		{"UTF-16", set(1252, 0x1F, 3, "t^\xa5b\x00\x00"), "年报"},
		{"Latin", set(1252, 0x1E, 3, "\x96 a"), "– a"},
		{"longer than there is", set(936, 0x1E, 1<<30, ""), ""},
		{"another kind of value", set(936, 0x40, 5, "abcde"), ""},
		{"cut", set(936, 0x1E, 5, "")[:50], ""},
	} {
		p, err := worddoc.Read(build{stretches: []stretch{{text: "甲\r"}}, summary: c.set}.file())
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, p.Title, c.why)
	}
}

// short is the first block's table on a line, and the asides.
func short(p *page.Page) string {
	table := p.Blocks[0].Table
	var list []string
	for _, c := range table.Cells {
		where := fmt.Sprintf("%d,%d", c.Row, c.Column)
		if c.RowSpan > 1 || c.ColumnSpan > 1 {
			where += fmt.Sprintf(" %d×%d", c.RowSpan, c.ColumnSpan)
		}
		list = append(list, where+" "+strings.ReplaceAll(c.Text, "\n", "|"))
	}
	line := fmt.Sprintf("%d×%d: %s", table.Rows, table.Columns, strings.Join(list, "; "))
	return strings.Join(append([]string{line}, p.Asides...), " + ")
}

// More than any report has ends in a sentence.
func TestBudgets(t *testing.T) {
	tooLarge := opc.Error{Fault: opc.TooLarge, Wanted: opc.Document}
	long := strings.Repeat("长", 100_000)
	for _, c := range []struct {
		why string
		in  []stretch
		err error
	}{
		{"as much text as there may be", []stretch{{text: strings.Repeat(long+"\r", 3)}}, nil},
		{"more text", []stretch{{text: strings.Repeat(long+"\r", 4)}}, tooLarge},
		{"one paragraph", []stretch{{text: strings.Repeat(long, 4)}}, tooLarge},
		{"empty paragraphs", []stretch{{text: strings.Repeat("\r", 600_000), narrow: true}}, tooLarge},
		{"cells", []stretch{{text: strings.Repeat("\a", 60_000), narrow: true, paragraph: inTable}}, tooLarge},
		{"rows", []stretch{{text: strings.Repeat("\a", 60_000), narrow: true, paragraph: rowEnd}}, tooLarge},
		{"fields in fields", []stretch{{text: strings.Repeat("\x13", 201), narrow: true}}, tooLarge},
		{"more rows than a table has", slices.Repeat([]stretch{cells("甲"), ends([]int{0, 1000})}, 2001), tooLarge},
	} {
		_, err := worddoc.Read(build{stretches: c.in}.file())
		assert.Equal(t, c.err, err, c.why)
	}
	lost := build{stretches: []stretch{{text: strings.Repeat("甲", 600_000), characters: isHidden}}, after: func(_, table []byte) {
		copy(table[4:], u32(0x7FFFFFFF)) // where the index of looks begins
	}}
	_, err := worddoc.Read(lost.file())
	assert.Equal(t, tooLarge, err, "every character is looked up by itself")
}

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"a-town-2022", "d-town-2020"} {
		data := samples(b)[name]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				_, err := worddoc.Read(data)
				require.NoError(b, err)
			}
		})
	}
}

// Whatever stands in a file, reading it ends.
func FuzzRead(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data)
	}
	f.Add(build{stretches: []stretch{cells("甲", "乙"), ends([]int{0, 1000, 2000}), {text: "\x13PAGE\x141\x15\r", narrow: true, changes: 1}}, lists: [][]byte{isHidden}}.file())
	f.Add(numbered([]level{{start: 1, format: 39, text: "（\x00）"}, {start: 1, text: "\x01."}}, item("甲", 1, 0), item("乙", 2, 1)).file())
	f.Add(build{data: make([]byte, 64), stretches: []stretch{{text: "\a", paragraph: append(slices.Clone(rowEnd), 0x46, 0x66, 4, 0, 0, 0)}}}.file())
	f.Add(boxed([]stretch{{text: "\b", characters: isSpecial}, {text: "甲\r"}, cells("规章", "0"), ends([]int{0, 1000, 2000})}, 2, [][2]int{{7, 6}}, [][2]int{{0, 7}}).file())
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := worddoc.Read(data)
		if err != nil {
			return
		}
		for _, b := range p.Blocks {
			if b.Table != nil {
				cover.Of(b.Table)
			}
		}
	})
}
