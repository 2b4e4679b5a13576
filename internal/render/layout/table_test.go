package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

func texts(lines []line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.Text)
	}
	return all
}

func TestStackedNumeralStandsAboveItsLabel(t *testing.T) {
	ts := newTypesetter(embedded(t))
	lines := ts.stacked([]string{"三、", "本"}, 10)
	assert.Equal(t, []string{"三、", "本"}, texts(lines))
	assert.InDelta(t, lines[1].Width, lines[0].Width, epsilon, "the mark hangs")
}

func TestCentredLabel(t *testing.T) {
	const corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
	tests := []struct {
		why   string
		text  string
		width float64
		want  []string
	}{
		{"one line if it fits", "本年收费金额（单位：万元）", 200, []string{"本年收费金额（单位：万元）"}},
		{"clause by clause", corner, 200, []string{"（本列数据的勾稽关系为：", "第一项加第二项之和，", "等于第三项加第四项之和）"}},
		{"four clauses are too many", "甲，乙，丙，丁丁", 60, []string{"甲，乙，丙，", "丁丁"}},
		{"blank", "", 60, nil},
	}
	for _, tt := range tests {
		lines := newTypesetter(embedded(t)).label(tt.text, tt.width, 10, true)
		assert.Equal(t, tt.want, texts(lines), tt.why)
	}
	for _, l := range newTypesetter(embedded(t)).label(corner, 105, 10, true) {
		assert.LessOrEqual(t, l.Width, 105.0, "clauses that do not fit are broken like any text")
	}
}

func TestContinuation(t *testing.T) {
	ts := newTypesetter(embedded(t))
	upright := ts.stacked([]string{"三、", "本"}, 10)
	tests := []struct {
		why   string
		lines []line
		width float64
		want  []string
	}{
		{"behind a label of one line", ts.label("第二十条第（一）项", 400, 10, false), 400, []string{"第二十条第（一）项（续）"}},
		{"below it where there is no room", ts.label("第二十条第（一）项", 100, 10, false), 100, []string{"第二十条第（一）项", "（续）"}},
		{"below an upright label", upright, 20, []string{"三、", "本", "（续）"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			lines := ts.continuation(tt.lines, tt.width, 10)
			assert.Equal(t, tt.want, texts(lines))
			assert.LessOrEqual(t, lines[len(lines)-1].Width, tt.width+epsilon)
		})
	}
	assert.Equal(t, []string{"三、", "本"}, texts(upright), "the label itself is not touched")
}

func TestFigure(t *testing.T) {
	ts := newTypesetter(embedded(t))
	usual := paper.FigureType{Size: 10.5, Stretch: 1}
	tests := []struct {
		why   string
		text  string
		width float64
		check func(t *testing.T, size float64, lines []line)
	}{
		{"blank stays blank", "", 40, func(t *testing.T, _ float64, lines []line) { assert.Empty(t, lines) }},
		{"a short number in the table's type", "12", 40, func(t *testing.T, size float64, lines []line) {
			assert.Equal(t, 10.5, size)
			assert.Equal(t, []string{"12"}, texts(lines))
		}},
		{"a number shrinks and is never broken", "123456789", 20, func(t *testing.T, size float64, lines []line) {
			assert.Less(t, size, 10.5)
			assert.Equal(t, []string{"123456789"}, texts(lines))
			assert.Less(t, lines[0].Width, 20.0)
		}},
		{"text is broken", "大概是三十件左右", 40, func(t *testing.T, size float64, lines []line) {
			assert.Equal(t, 10.5, size)
			assert.Greater(t, len(lines), 1)
			assert.Equal(t, "大概是三十件左右", strings.Join(texts(lines), ""))
		}},
		{"line breaks in it are kept", "三\n十\r\n件", 40, func(t *testing.T, _ float64, lines []line) {
			assert.Equal(t, []string{"三", "十", "件"}, texts(lines))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			value := model.ParseFigure(form.Count, tt.text)
			size, lines := ts.figure(document.Cell{Role: form.FigureSlot, State: value.State, Text: tt.text}, tt.width, usual)
			tt.check(t, size, lines)
		})
	}
}

func TestCondensed(t *testing.T) {
	l := newTypesetter(embedded(t)).oneLine("12345", 0, 10)
	half := l.condensed(0.5)
	assert.InDelta(t, l.Width/2, half.Width, epsilon)
	whole, narrow := runExtent(l.Runs[0]), runExtent(half.Runs[0])
	assert.InDelta(t, (whole.right-whole.left)/2, narrow.right-narrow.left, epsilon)
	assert.Equal(t, 1.0, l.Runs[0].Stretch, "the line itself is not touched")
}

func TestColumns(t *testing.T) {
	set := embedded(t)
	for _, e := range form.Editions() {
		for _, table := range e.Tables() {
			for _, n := range []int{0, 1, 5, 9, 12} {
				t.Run(fmt.Sprintf("%s %s %d digits", e.ID, table.Key, n), func(t *testing.T) {
					d := tableOf(table, func(i int, _ *form.Cell) string { return strings.Repeat("8", n) })
					ts := newTypesetter(set)
					c := ts.measure().Columns(d, paper.TableSize)
					require.Len(t, c.Edges, d.Cols+1)
					assert.InDelta(t, paper.RuleWeight/2, c.Edges[0], epsilon)
					assert.InDelta(t, paper.AreaWidth-paper.RuleWeight/2, c.Edges[d.Cols], epsilon, "as wide as the type area")
					for i := d.HeadCols; i+1 < d.Cols; i++ {
						assert.InDelta(t, c.Edges[i+1]-c.Edges[i], c.Edges[i+2]-c.Edges[i+1], epsilon, "figures that are alike have columns that are alike")
					}
					for _, cell := range d.Cells {
						if cell.Role == form.FigureSlot && cell.Text != "" {
							set := ts.cell(cell, c, paper.TableSize, false)
							require.Len(t, set.lines, 1)
							assert.Equal(t, c.Figures.Size, set.size, "all figures of a table are of one size")
						}
					}
					switch {
					case n <= 1:
						assert.Equal(t, paper.FigureType{Size: paper.TableSize, Stretch: 1}, c.Figures, "short figures are as large as the labels")
						if d.HeadCols > 0 {
							assert.GreaterOrEqual(t, c.Edges[d.Cols]-c.Edges[d.Cols-1], 3.0*paper.TableSize, "with room around them")
						}
					case n == 5:
						assert.GreaterOrEqual(t, c.Figures.Size, 9.0, "five digits are easy to read")
						assert.GreaterOrEqual(t, c.Figures.Stretch, 0.9)
					case n == 9:
						assert.GreaterOrEqual(t, c.Figures.Size, 6.5, "nine digits can be read")
					}
				})
			}
		}
	}
}

func TestColumnOfLongFiguresIsWider(t *testing.T) {
	d := tableOf(edition(t, "2021").Tables()[1], func(_ int, c *form.Cell) string {
		if c.Column[len(c.Column)-1].Total {
			return "1234567"
		}
		return "0"
	})
	c := newTypesetter(embedded(t)).measure().Columns(d, paper.TableSize)
	assert.Greater(t, c.Edges[10]-c.Edges[9], c.Edges[9]-c.Edges[8])
	assert.Equal(t, paper.FigureType{Size: paper.TableSize, Stretch: 1}, c.Figures)
}

func TestOneSlipMakesNoOtherFigureSmaller(t *testing.T) {
	slip := strings.Repeat("9", 20)
	d := tableOf(edition(t, "2021").Tables()[1], func(_ int, c *form.Cell) string {
		if c.Key == "requests.received.other" {
			return slip
		}
		return "0"
	})
	set := newTypesetter(embedded(t)).statutoryTable(d)[0].table
	for _, c := range set.cells {
		switch {
		case c.Role != form.FigureSlot:
		case c.Text == "0":
			assert.Equal(t, float64(paper.TableSize), c.size)
		default:
			assert.Equal(t, "见注1", c.Text, "what could not be read any more stands behind the table")
			assert.Equal(t, slip, d.Cells[set.notes[0]].Text)
			assert.Len(t, set.notes, 1)
		}
	}
}

func TestStatutoryTablesFitBelowTheirHeading(t *testing.T) {
	set := embedded(t)
	for _, e := range form.Editions() {
		for _, table := range e.Tables() {
			for _, n := range []int{0, 1, 5, 9, 12} {
				part := newTypesetter(set).statutoryTable(tableOf(table, func(int, *form.Cell) string { return strings.Repeat("8", n) }))[0].table
				assert.Less(t, part.least(), paper.Lines, "%s %s, %d digits", e.ID, table.Key, n)
				assert.Equal(t, float64(paper.TableSize), part.size, "in type of the usual size")
			}
		}
	}
}

// tallTable is table three with so long texts among its figures that it takes more than a page.
func tallTable(t *testing.T) document.Table {
	return tableOf(edition(t, "2021").Tables()[1], func(i int, c *form.Cell) string {
		if c.Column[len(c.Column)-1].Key == "other" {
			return "大概是三十件左右吧说不清楚"
		}
		return fmt.Sprint(i)
	})
}

// A heading that fills its page leaves a table that is larger than a page nothing to begin with.
func TestTallTableBehindLongHeading(t *testing.T) {
	set := embedded(t)
	for lines := 18; lines < 46; lines++ {
		p, _ := Set(&document.Document{Blocks: []document.Block{document.SectionHeading("", strings.Repeat("政", 28*lines-2)), tallTable(t)}}, set)
		requireSound(t, p)
	}
}

func TestTallTableBreaksBetweenGroups(t *testing.T) {
	set := embedded(t)
	for lines := range 22 {
		d := &document.Document{Blocks: []document.Block{
			document.Paragraph{Text: strings.Repeat("政", 28*lines)},
			document.SectionHeading("", "三、情况"),
			tallTable(t),
		}}
		p, _ := Set(d, set)
		requireSound(t, p)
		var parts []string
		for _, page := range p.Pages {
			if len(page.Rules) > 0 {
				parts = append(parts, strings.TrimLeft(textOf(page, false), "政"))
			}
		}
		require.Greater(t, len(parts), 1, "the table takes more than a page")
		assert.True(t, strings.HasPrefix(parts[0], "三、情况"), "the heading stays with it")
		for _, part := range parts {
			assert.Contains(t, part, "申请人情况", "heads are repeated")
			assert.Contains(t, part, "法律服务机构")
		}
		for _, part := range parts[1:] {
			before, _, _ := strings.Cut(part, "（续）")
			if strings.Contains(part, "（续）") {
				assert.True(t, strings.HasSuffix(before, "三、本年度办理结果"), "broken between the groups of the second level: %q", before)
			}
		}
	}
}

func TestBrokenGroupIsNamedAgain(t *testing.T) {
	whole := newTypesetter(embedded(t)).statutoryTable(tallTable(t))[0].table
	const row = 3 + 2 + 2 + 4 // the heads, the first two items, （一） and （二）, half of （三）
	part := &tablePart{whole.table, whole.headsAbove(row), rowRange{row, whole.rows}}
	var page Page
	part.paint(&page, paper.AreaTop, paper.AreaHeight)
	text := textOf(page, false)
	assert.Contains(t, text, "三、本年度办理结果（续）（三）不予公开（续）5.属于三类内部事务信息")
	assert.NotContains(t, text, "（四）无法提供（续）", "a group that begins here is not continued")
	assert.NotContains(t, text, "申请人情况（续）", "nor are heads")
	assert.Contains(t, text, "四、结转下年度继续办理")
}

func TestBlocksRepeatTheirOwnHeads(t *testing.T) {
	ts := newTypesetter(embedded(t))
	whole := ts.statutoryTable(tableOf(edition(t, "2021").Tables()[0], func(int, *form.Cell) string { return "0" }))[0].table
	tests := []struct {
		row  int
		want rowRange
		why  string
	}{
		{0, rowRange{}, "nothing above the first row"},
		{3, rowRange{0, 2}, "caption and heads of the first block"},
		{4, rowRange{}, "a caption begins a block"},
		{8, rowRange{}, "between a caption and its heads there are none yet"},
		{10, rowRange{7, 9}, "those of the third block"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, whole.headsAbove(tt.row), tt.why)
	}
	part := &tablePart{whole.table, rowRange{7, 9}, rowRange{10, whole.rows}}
	var page Page
	part.paint(&page, paper.AreaTop, paper.AreaHeight)
	assert.True(t, strings.HasPrefix(textOf(page, false), "第二十条第（六）项（续）信息内容本年处理决定数量行政强制0"))
}

func TestLabelMakesItsRowsHigher(t *testing.T) {
	whole := newTypesetter(embedded(t)).statutoryTable(tableOf(edition(t, "2021").Tables()[1], func(int, *form.Cell) string { return "0" }))[0].table
	last := whole.rows - 2 // （七）总计, the last row of 三、本年度办理结果
	part := &tablePart{whole.table, whole.headsAbove(last), rowRange{last, whole.rows}}
	heights := part.heights()
	upright := 9 * paper.TableLeading * paper.TableSize // nine lines: the number, seven characters, （续）
	assert.InDelta(t, upright+2*paper.LeastPadding, heights[3], epsilon, "one row, but room for the whole upright label")
	assert.Less(t, heights[4], 20.0, "the row outside the group is none the higher")
}

func TestCutHarm(t *testing.T) {
	three := newTypesetter(embedded(t)).statutoryTable(tableOf(edition(t, "2021").Tables()[1], func(int, *form.Cell) string { return "0" }))[0].table
	two := newTypesetter(embedded(t)).statutoryTable(tableOf(edition(t, "2021").Tables()[0], func(int, *form.Cell) string { return "0" }))[0].table
	const denied, unavailable, notHandled = 7, 15, 18 // the first rows of （三）, （四） and （五）
	tests := []struct {
		why           string
		part          *tablePart
		better, worse int
	}{
		{"between groups rather than inside one", three, unavailable, denied + 4},
		{"inside a group rather than so that its label has no room", three, denied + 4, denied + 1},
		{"between rows rather than below the heads", three, denied + 1, 3},
		{"between blocks", two, 4, 3},
		{"inside a block rather than below its caption", two, 3, 1},
		{"or below its heads", two, 3, 2},
		{"two rows rather than one", &tablePart{three.table, rowRange{}, rowRange{unavailable - 1, notHandled + 5}}, notHandled, unavailable},
	}
	for _, tt := range tests {
		assert.Less(t, tt.part.cutHarm(tt.better), tt.part.cutHarm(tt.worse), tt.why)
	}
}

func TestSplit(t *testing.T) {
	whole := newTypesetter(embedded(t)).statutoryTable(tallTable(t))[0].table
	tests := []struct {
		why   string
		room  int
		alone bool
		ok    bool
	}{
		{"a page's height", paper.Lines, true, true},
		{"half a page", 11, false, true},
		{"too little to begin with", 4, false, false},
		{"too little, but there is nothing better", 4, true, true},
		{"no room at all", 0, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			first, rest, ok := whole.split(tt.room, tt.alone)
			require.Equal(t, tt.ok, ok)
			if ok {
				assert.Equal(t, whole.body.from, first.body.from)
				assert.Equal(t, first.body.to, rest.body.from)
				assert.Equal(t, whole.body.to, rest.body.to)
				assert.Positive(t, first.body.len())
				assert.Positive(t, rest.body.len())
			}
		})
	}
}

func TestTextTooLongForItsCell(t *testing.T) {
	long := strings.Repeat("误贴进来的一段文字。", 3000)
	d := &document.Document{Blocks: []document.Block{tableOf(edition(t, "2021").Tables()[2], func(i int, c *form.Cell) string {
		switch c.Key {
		case "disputes.review.upheld":
			return long
		case "disputes.review.total":
			return "第一行" + strings.Repeat("\n又一行", 40)
		default:
			return "0"
		}
	})}}
	p, _ := Set(d, embedded(t))
	requireSound(t, p)
	all := ""
	for _, page := range p.Pages {
		all += textOf(page, false)
	}
	assert.Contains(t, all, "见注1000见注20")
	assert.Contains(t, all, "注1："+long+"注2：第一行"+strings.Repeat("又一行", 40))
}

func TestRules(t *testing.T) {
	whole := newTypesetter(embedded(t)).statutoryTable(tableOf(edition(t, "2021").Tables()[2], func(int, *form.Cell) string { return "0" }))[0].table
	var page Page
	whole.paint(&page, paper.AreaTop, 8*paper.LineHeight)
	seen := map[Rule]bool{}
	for _, r := range page.Rules {
		assert.False(t, seen[r], "no rule is drawn twice")
		seen[r] = true
		assert.True(t, r.X1 == r.X2 || r.Y1 == r.Y2)
	}
	top := page.Rules[0]
	assert.InDelta(t, paper.AreaWidth-paper.RuleWeight, top.X2-top.X1, epsilon, "the frame in one piece")
	bottom := 0.0
	for _, r := range page.Rules {
		bottom = max(bottom, r.Y2)
	}
	assert.InDelta(t, paper.AreaTop+8*paper.LineHeight-paper.TableGap, bottom, epsilon, "the height it was given")
	assert.Len(t, page.Rules, 5+16, "5 across, and one for each border of the 15 columns")
}
