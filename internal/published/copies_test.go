package published

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published/page"
)

// copied is a page as copies of reports are, in parts that a test may change: lines, and tables as rows of cells between bars, spans before the
// text as 2×3~.
type copied struct {
	front, overview, problems, other []string
	tables                           map[string][]string // by the key of the form's
}

// newCopied is the copy of a sound report on the newest form. Its figures are counted from 1, so that each is another one.
func newCopied() *copied {
	editions := form.Editions()
	c := &copied{
		front:    []string{"清溪镇人民政府2024年政府信息公开工作年度报告", "本报告由清溪镇人民政府编制，现予公布。"},
		overview: []string{"全年公开信息320条，群众满意。"},
		problems: []string{"公开的内容还不够细，群众看不懂。"},
		other:    []string{"全年没有收取信息处理费。"},
		tables:   map[string][]string{},
	}
	for _, t := range editions[len(editions)-1].Tables() {
		grid := t.Grid()
		rows := make([]string, grid.Rows)
		for i, s := range grid.Slots {
			text := s.Label
			if s.Cell != nil {
				text = strconv.Itoa(i)
			}
			if rows[s.Row] != "" {
				rows[s.Row] += "|"
			}
			rows[s.Row] += fmt.Sprintf("%d×%d~%s", s.RowSpan, s.ColSpan, text)
		}
		c.tables[t.Key] = rows
	}
	return c
}

// tableBlock is a table of rows.
func tableBlock(rows []string) page.Block {
	g := page.NewGrid()
	for _, row := range rows {
		g.Row()
		for cell := range strings.SplitSeq(row, "|") {
			down, across := 1, 1
			if spans, text, ok := strings.Cut(cell, "~"); ok {
				_, _ = fmt.Sscanf(spans, "%d×%d", &down, &across)
				cell = text
			}
			g.Add(cell, down, across)
		}
	}
	return page.Block{Table: g.Table()}
}

func (c *copied) page() *page.Page {
	p := &page.Page{}
	lines := func(lines ...string) {
		for _, l := range lines {
			if rows, ok := strings.CutPrefix(l, "▦"); ok {
				p.Blocks = append(p.Blocks, tableBlock(strings.Split(rows, "/")))
				continue
			}
			p.Blocks = append(p.Blocks, page.Block{Text: l})
		}
	}
	texts := map[int][]string{0: c.overview, 4: c.problems, 5: c.other}
	lines(c.front...)
	for i, s := range sections() {
		lines(s.Heading())
		if s.Table != nil {
			for part := range strings.SplitSeq(strings.Join(c.tables[s.Table.Key], "\n"), "\n\n") {
				p.Blocks = append(p.Blocks, tableBlock(strings.Split(part, "\n")))
			}
		}
		lines(texts[i]...)
	}
	return p
}

// read is the report of the copy, and what is told of it.
func (c *copied) read() (*model.Report, []string) {
	p := Read(c.page(), "")
	return p.Report(p.Edition())
}

// rowOf finds the row of a table that has a text.
func (c *copied) rowOf(table, text string) *string {
	rows := c.tables[table]
	return &rows[slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, text) })]
}

// differences are what a comparison tells, in short.
func differences(c *Comparison) (list []string) {
	for _, d := range c.Differences {
		list = append(list, fmt.Sprintf("%d:%s→%s", d.Kind, d.A.Text, d.B.Text))
	}
	for range c.Unread {
		list = append(list, "读不出")
	}
	return list
}

// Ways to lay out the form's tables that say nothing else: nothing is told of them, and nothing differs.
func TestLayoutsThatSayTheSame(t *testing.T) {
	sound, doubts := newCopied().read()
	assert.Empty(t, doubts)
	for _, test := range []struct {
		why    string
		change func(c *copied)
		told   string // of the shape; "" for nothing
	}{
		{"the results of 行政复议 reach up beside 未经复议直接起诉, as most sites have them", func(c *copied) {
			results := []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}
			figures := c.tables["disputes"][3]
			up := "2×1~" + strings.Join(results, "|2×1~")
			c.tables["disputes"] = []string{"1×5~行政复议|1×10~行政诉讼", up + "|1×5~未经复议直接起诉|1×5~复议后起诉", strings.Join(append(results, results...), "|"), figures}
		}, ""},
		{"merged cells that were taken apart, each with the words of the whole", func(c *copied) {
			for _, text := range []string{"一、本年新收", "二、上年结转", "四、结转下年度"} {
				row := c.rowOf("requests", text)
				label, figures, _ := strings.Cut(*row, "|")
				label = strings.TrimPrefix(label, "1×3~")
				*row = strings.Join([]string{label, label, label, figures}, "|")
			}
		}, ""},
		{"on its side: what stands behind table three is none of it", func(c *copied) {
			figures := strings.Split(c.tables["disputes"][3], "|")
			c.tables["disputes"] = []string{"类别|结果维持|结果纠正|其他结果|尚未审结|总计", "行政复议|" + strings.Join(figures[:5], "|"), "未经复议直接起诉|" + strings.Join(figures[5:10], "|"), "复议后起诉|" + strings.Join(figures[10:], "|")}
		}, "“政府信息公开行政复议、行政诉讼情况表”与规定的样子不同，是按行名和列名读的，请对照原件"},
	} {
		c := newCopied()
		test.change(c)
		r, doubts := c.read()
		assert.Equal(t, test.told, strings.Join(doubts, "\n"), test.why)
		assert.Empty(t, differences(Compare(sound, r)), test.why)
	}
}

// What somebody typed for a nought: its cell alone cannot be read, and the others of the row are.
func TestLettersForNoughts(t *testing.T) {
	for _, letter := range []string{"O", "o", "〇", "○"} {
		c := newCopied()
		row := &c.tables["disputes"][3]
		figures := strings.Split(*row, "|")
		figures[3] = letter
		*row = strings.Join(figures, "|")
		r, doubts := c.read()
		assert.Empty(t, doubts, letter)
		assert.Equal(t, letter, r.Figure("disputes.review.pending").Printed(), letter)
		assert.False(t, r.Figure("disputes.review.pending").IsNumber(), letter)
		assert.True(t, r.Figure("disputes.review.total").IsNumber(), letter)
	}
}

// What a table of the page has besides the form's: a note is taken behind it, all else is told, and counts as a difference.
func TestRowsBesideTheForm(t *testing.T) {
	sound, _ := newCopied().read()
	for _, test := range []struct {
		why           string
		change        func(c *copied)
		told, differs []string
	}{
		{"a note below it", func(c *copied) {
			c.tables["requests"] = append(c.tables["requests"], "1×10~注：不含派出所数据。")
		},
			nil, []string{"8:→注：不含派出所数据。"}},
		{"a remark below it", func(c *copied) {
			c.tables["requests"] = append(c.tables["requests"], "1×10~备注：不含派出所数据。")
		},
			[]string{"表三 第29行多出一行“备注：不含派出所数据。”，填报表里没有地方放，没有读进来"}, []string{"13:→备注：不含派出所数据。"}},
		{"who filled it in, in several cells", func(c *copied) {
			c.tables["disputes"] = append(c.tables["disputes"], "1×5~填表人：甲|1×10~审核人：乙")
		}, []string{"表四 第5行多出一行“填表人：甲 审核人：乙”，填报表里没有地方放，没有读进来"}, []string{"13:→填表人：甲 审核人：乙"}},
		{"the unit of its figures, above it", func(c *copied) {
			c.tables["proactive"] = append([]string{"1×4~单位：件"}, c.tables["proactive"]...)
		}, []string{"表二 第1行多出一行“单位：件”，填报表里没有地方放，没有读进来"}, []string{"13:→单位：件"}},
		{"the row of the form before, where this one has three", func(c *copied) {
			rows := c.tables["requests"]
			at := slices.Index(rows, *c.rowOf("requests", "（六）其他处理"))
			c.tables["requests"] = append(rows[:at:at], append([]string{"1×2~（六）其他处理|1|0|0|0|0|0|1"}, rows[at+3:]...)...)
		}, []string{"表三 第24行的“（六）其他处理 1 0 0 0 0 0 1”没有读进来：2021年度以后的格式里没有这样一行，分成了三行，请核对后填入（分不开的，可以填在“3.其他”里）",
			"“收到和处理政府信息公开申请情况表”第24行（1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请）没有找到，这一行的数没有核对",
			"“收到和处理政府信息公开申请情况表”第25行（2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请）没有找到，这一行的数没有核对",
			"“收到和处理政府信息公开申请情况表”第26行（3.其他）没有找到，这一行的数没有核对",
		}, []string{"13:→（六）其他处理 1 0 0 0 0 0 1", "读不出", "读不出", "读不出"}},
	} {
		c := newCopied()
		test.change(c)
		r, doubts := c.read()
		assert.Equal(t, test.told, doubts, test.why)
		assert.Equal(t, test.differs, differences(Compare(sound, r)), test.why)
	}
}

// A table of applications without its last column: the others are read, and the totals stay blank.
func TestWithoutTotals(t *testing.T) {
	c := newCopied()
	rows := c.tables["requests"]
	for i, row := range rows {
		if i != 2 {
			rows[i] = row[:strings.LastIndex(row, "|")]
		}
	}
	rows[0] = strings.Replace(newCopied().tables["requests"][0], "1×7~", "1×6~", 1)
	sound, _ := newCopied().read()
	r, doubts := c.read()
	assert.Equal(t, []string{"“收到和处理政府信息公开申请情况表”没有“总计”这一列，总计空着"}, doubts)
	for _, cell := range r.Edition.Cells() {
		switch {
		case cell.Table != "requests":
		case strings.HasSuffix(string(cell.Key), ".total"):
			assert.Equal(t, model.Missing, r.Figure(cell.Key).State, cell.Key)
		default:
			assert.Equal(t, sound.Figure(cell.Key).Printed(), r.Figure(cell.Key).Printed(), cell.Key)
		}
	}
}
