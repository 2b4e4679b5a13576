package text_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/width"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
)

// everything is a report with all that a document can hold.
func everything(e *form.Edition) *document.Document {
	return document.Compose(sample.Full(e, map[form.Key]string{
		"narrative.preface":  "根据《中华人民共和国政府信息公开条例》的规定，{{单位}}编制{{年份}}年政府信息公开工作年度报告。\n统计期限自1月1日起至12月31日止。",
		"narrative.overview": "（一）主动公开。全年发布政务动态168条，涉及𬇹水、𫭼塘、堽下等村；公开率98.5%。\n1.“两张清单”——“事项清单”和“流程清单”……按时更新。",
		"narrative.requests": "数据含街道办事处受理的申请。",
		"narrative.disputes": "上年的案件已经审结。\n注：复议案件均由本级政府审理。",
		"narrative.problems": "（一）存在的主要问题\n公开内容不够细。\n（二）改进情况\n加强培训，按月检查。",
		"narrative.other":    "本年度未收取政府信息公开信息处理费。",
	}))
}

func write(t *testing.T, d *document.Document, o text.Options) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, text.Write(&b, d, o))
	return b.String()
}

func TestWholeReports(t *testing.T) {
	for _, e := range form.Editions() {
		for _, tables := range []text.Tables{text.Aligned, text.TSV} {
			got := write(t, everything(e), text.Options{Tables: tables})
			sample.Golden(t, "testdata/"+e.ID+"-"+string(tables)+".txt", got)
			assert.LessOrEqual(t, requireAligned(t, got), 120)
		}
	}
	draft := everything(form.Editions()[1])
	draft.Mark = document.Draft
	draft.Notes = []document.Note{
		{Level: "强制", Place: "“依申请公开”K6", Text: "“一、本年新收政府信息公开申请数量”的总计应为12，填的是15。"},
		{Level: "提示", Text: "成文日期在1月31日之后。\n县级政府不晚于3月31日。"},
	}
	sample.Golden(t, "testdata/2021-draft.txt", write(t, draft, text.Options{}))
}

func BenchmarkWrite(b *testing.B) {
	d := everything(form.Editions()[1])
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, text.Write(io.Discard, d, text.Options{}))
	}
}

func TestDocuments(t *testing.T) {
	for _, c := range []struct {
		why  string
		give document.Document
		want string
	}{
		{"a final report lists nothing, whatever it is given", document.Document{
			Blocks: []document.Block{document.SectionHeading("", "一、总体情况")}, Notes: []document.Note{{Level: "提示", Text: "略"}}}, "一、总体情况\n"},
		{"a draft without open findings says only that it is one", document.Document{
			Mark: document.Draft, Blocks: []document.Block{document.SectionHeading("", "一、总体情况")}}, "草稿\n\n一、总体情况\n"},
		{"a unit's name may have been typed over two lines; a title is one", document.Document{
			Blocks: []document.Block{document.Title{Unit: "清溪镇\r\n人民政府", Name: "2025年报告"}}}, "清溪镇 人民政府2025年报告\n"},
		{"nor may any other break cut it, which some editors make of these", document.Document{
			Blocks: []document.Block{document.Title{Unit: "清\u2028溪\u2029镇\v人\f民\r政\n府"}}}, "清 溪 镇 人 民 政 府\n"},
		{"a tab in a cell would end it, a break the line; a combining mark takes no place", document.Document{
			Blocks: []document.Block{document.Table{Rows: 1, Cols: 2, Cells: []document.Cell{
				{RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: "3\t件\n"},
				{Col: 1, RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: "e\u0301清"}}}}},
			"+-------+-----+\n|  3 件 | e\u0301清 |\n+-------+-----+\n"},
		{"a run-in heading and its text are one paragraph, and no space comes between paragraphs", document.Document{
			Blocks: []document.Block{document.Paragraph{Level: 2, Lead: "（一）主动公开。", Text: "如下。"}, document.Paragraph{Text: "完。"}}},
			"　　（一）主动公开。如下。\n　　完。\n"},
		{"the shorter line of a signature is centred on the longer one, which ends where a printed line does", document.Document{
			Blocks: []document.Block{document.Signature{Unit: "清溪镇", Date: "2026年1月20日"}}},
			strings.Repeat("　", 23) + "清溪镇\n" + strings.Repeat("　", 21) + " 2026年1月20日\n"},
		{"a long name keeps the indent of a paragraph", document.Document{
			Blocks: []document.Block{document.Signature{Unit: strings.Repeat("清", 30), Date: "2026年1月1日"}}},
			"　　" + strings.Repeat("清", 30) + "\n" + strings.Repeat("　", 14) + "2026年1月1日\n"},
		{"a signature without a unit has no empty line", document.Document{
			Blocks: []document.Block{document.Signature{Date: "2026年1月1日"}}}, strings.Repeat("　", 22) + "2026年1月1日\n"},
	} {
		assert.Equal(t, c.want, write(t, &c.give, text.Options{}), c.why)
	}
}

func TestEncodings(t *testing.T) {
	const unicode = "　　𬇹𫭼𬭚堽€ü—……①\n\n一、总体情况\n"
	d := &document.Document{Blocks: []document.Block{document.Paragraph{Text: "𬇹𫭼𬭚堽€ü—……①"}, document.SectionHeading("", "一、总体情况")}}
	assert.Equal(t, unicode, write(t, d, text.Options{}), "UTF-8 with LF is what an option left empty means")
	assert.Equal(t, unicode, write(t, d, text.Options{Encoding: text.UTF8}))

	windows := strings.ReplaceAll(unicode, "\n", "\r\n")
	assert.Equal(t, "\xef\xbb\xbf"+windows, write(t, d, text.Options{Encoding: text.UTF8BOM}))

	encoded := write(t, d, text.Options{Encoding: text.GB18030})
	decoded, err := simplifiedchinese.GB18030.NewDecoder().String(encoded)
	require.NoError(t, err)
	assert.Equal(t, windows, decoded)
	assert.True(t, strings.HasPrefix(encoded, "\xa1\xa1\xa1\xa1"), "GB 18030 takes no byte order mark")
}

func TestRefusals(t *testing.T) {
	private := &document.Document{Blocks: []document.Block{
		document.SectionHeading("", "一、总体情况"), document.Paragraph{Text: "全镇辖清溪、石桥、\ue863下三个村，一个社区。"}}}
	for _, c := range []struct {
		why  string
		give *document.Document
		o    text.Options
		want string
	}{
		{"a mistyped format", private, text.Options{Tables: "csv"}, "不认识文本表格的格式“csv”，可选 aligned、list、tsv"},
		{"a mistyped encoding", private, text.Options{Encoding: "gbk"}, "不认识编码“gbk”，可选 utf-8、utf-8-bom、gb18030"},
		{"a private character without a settled code, quoted within its line", private, text.Options{Encoding: text.GB18030},
			"“镇辖清溪、石桥、\ue863下三个村，一个社”中有一个自造字（U+E863），GB18030 编码写不出来；请换成规范字，或者改用 utf-8 编码"},
	} {
		var b bytes.Buffer
		assert.EqualError(t, text.Write(&b, c.give, c.o), c.want, c.why)
		assert.Zero(t, b.Len(), "nothing is half-written: %s", c.why)
	}
	full := errors.New("disk full")
	assert.ErrorIs(t, text.Write(failing{full}, private, text.Options{}), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestGeneratedReports(t *testing.T) {
	random := rand.New(rand.NewPCG(2021, 711))
	for range 60 {
		for _, e := range form.Editions() {
			d := everything(e)
			fill(d, random)
			requireWhole(t, d)
		}
	}
}

// A head that needs more lines than the rows beside it gets them.
func TestLongHeadOfRows(t *testing.T) {
	d := &document.Document{Blocks: []document.Block{document.Table{Rows: 2, Cols: 3, HeadCols: 2, Cells: []document.Cell{
		{RowSpan: 2, ColSpan: 1, Role: form.RowHeadSlot, Text: strings.Repeat("镇", 100), Group: true},
		{Col: 1, RowSpan: 1, ColSpan: 1, Role: form.RowHeadSlot, Text: "甲"}, {Col: 2, RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: "1"},
		{Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Role: form.RowHeadSlot, Text: "乙"}, {Row: 1, Col: 2, RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: "2"},
	}}}}
	want := "+------------+----+---+\n" +
		"| 镇镇镇镇镇 | 甲 | 1 |\n" +
		"| 镇镇镇镇镇 +----+---+\n" +
		"| 镇镇镇镇镇 | 乙 | 2 |\n" +
		strings.Repeat("| 镇镇镇镇镇 |    |   |\n", 17) +
		"+------------+----+---+\n"
	assert.Equal(t, want, write(t, d, text.Options{}))
}

func TestBlankForm(t *testing.T) {
	for _, e := range form.Editions() {
		requireWhole(t, document.Compose(model.New(e)))
	}
}

func TestWidthOfTables(t *testing.T) {
	for _, c := range []struct {
		why    string
		figure string
		most   int
		shows  string
	}{
		{"customary figures leave row heads whole", "99999", 121, "4.无正当理由大量反复申请 "},
		{"a number of any length is whole", strings.Repeat("9", 54), 15*(54+3) + 1, "| " + strings.Repeat("9", 54) + " |"},
		{"a remark in place of a figure is broken", "本项数据待司法行政部门核对后再填写", 15*(20+3) + 1, "| 本项数据待司法行政部 |"},
		{"a pasted page does no more", strings.Repeat("数据", 200), 15*(20+3) + 1, "| 数据数据数据数据数据 |"},
	} {
		d := everything(form.Editions()[1])
		for _, b := range d.Blocks {
			if table, ok := b.(document.Table); ok {
				for i := range table.Cells {
					if table.Cells[i].Role == form.FigureSlot {
						table.Cells[i].Text = c.figure
					}
				}
			}
		}
		got := write(t, d, text.Options{})
		assert.LessOrEqual(t, requireAligned(t, got), c.most, c.why)
		assert.Contains(t, got, c.shows, c.why)
	}
}

// What is as wide as a Chinese character in some fonts and half as wide in others stands in no table that is drawn.
func TestTablesHaveOneWidth(t *testing.T) {
	for name, r := range sample.Reports(t) {
		drawn := 0
		for line := range strings.Lines(write(t, document.Compose(r), text.Options{})) {
			if !strings.HasPrefix(line, "|") {
				continue
			}
			drawn++
			for _, c := range line {
				assert.NotEqual(t, width.EastAsianAmbiguous, width.LookupRune(c).Kind(), "%s: %q in %s", name, c, line)
			}
		}
		assert.Greater(t, drawn, 40)
	}
}

// requireWhole requires that paragraphs stand whole and in order, figures on the line of their row and in its order,
// and that rules are aligned, whatever was typed.
func requireWhole(t *testing.T, d *document.Document) {
	t.Helper()
	aligned := write(t, d, text.Options{})
	requireAligned(t, aligned)
	lines := strings.Split(aligned, "\n")
	tsv := strings.Split(write(t, d, text.Options{Tables: text.TSV}), "\n")
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			isWhole := func(line string) bool { return line == "　　"+b.Lead+b.Text }
			lines, tsv = after(t, lines, isWhole), after(t, tsv, isWhole)
		case document.Table:
			for row := range b.Rows {
				figures, texts := rowOf(b, row)
				tsv = after(t, tsv, func(line string) bool { return line == strings.Join(texts, "\t") })
				if len(figures) > 0 {
					lines = after(t, lines, func(line string) bool { return endsInFields(line, figures) })
				}
			}
		}
	}
}

// fill puts generated figures and paragraphs into a document.
func fill(d *document.Document, random *rand.Rand) {
	figures := []string{"", "0", "-3", "7", "12345", "1234567890", "11384.8489", "5.20万元", "12 件左右", "“无”", "𬇹é…",
		"99999999999999.5万元", strings.Repeat("8", 54)}
	letters := []rune("的一是“”‘’（）《》—…·。，、；：？！𬇹𫭼堽①Ⅻ℃㎡aZ09.%-| \t")
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			typed := make([]rune, 1+random.IntN(300))
			for i := range typed {
				typed[i] = letters[random.IntN(len(letters))]
			}
			d.Blocks[i] = document.Paragraph{Lead: "（一）", Text: string(typed)}
		case document.Table:
			for j := range b.Cells {
				if b.Cells[j].Role == form.FigureSlot {
					b.Cells[j].Text = figures[random.IntN(len(figures)-random.IntN(len(figures)))]
				}
			}
		}
	}
}

// after requires a line that is wanted, and gives the lines behind it.
func after(t *testing.T, lines []string, wanted func(string) bool) []string {
	t.Helper()
	for i, line := range lines {
		if wanted(line) {
			return lines[i+1:]
		}
	}
	require.Fail(t, "no such line among those left")
	return nil
}

func rowOf(table document.Table, row int) (figures, texts []string) {
	texts = make([]string, table.Cols)
	for _, c := range table.Cells {
		if c.Row == row {
			texts[c.Col] = c.Text
			if c.Role == form.FigureSlot {
				figures = append(figures, c.Text)
			}
		}
	}
	return figures, texts
}

func endsInFields(line string, figures []string) bool {
	fields := strings.Split(strings.TrimSuffix(line, "|"), "|")
	if len(fields) < len(figures) {
		return false
	}
	for i, field := range fields[len(fields)-len(figures):] {
		if strings.TrimSpace(field) != figures[i] {
			return false
		}
	}
	return true
}

// requireAligned checks that all lines of a table are of one width, and returns the widest table's.
func requireAligned(t *testing.T, aligned string) (widest int) {
	t.Helper()
	above := 0
	for line := range strings.SplitSeq(aligned, "\n") {
		isTable := strings.HasPrefix(line, "+") || strings.HasPrefix(line, "|")
		if !isTable {
			above = 0
			continue
		}
		if above != 0 {
			require.Equal(t, above, places(line), line)
		}
		above = places(line)
		widest = max(widest, above)
	}
	return widest
}

// places is the width of a line in a Chinese font.
func places(line string) int {
	n := 0
	for _, r := range line {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			n++
		}
		n++
	}
	return n
}
