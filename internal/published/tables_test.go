package published

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/published/page"
)

func TestTablesInAnotherShape(t *testing.T) {
	edition := form.Editions()[1]
	told := "“政府信息公开行政复议、行政诉讼情况表”与规定的样子不同，是按行名和列名读的，请对照原件"
	all := []string{"1", "2", "3", "4", "10", "0", "0", "1", "0", "1", "5", "0", "0", "0", "5"}
	for _, c := range []struct {
		why    string
		tables []string // rows by /, cells by |
		want   []string
	}{
		{"on its side", []string{"类别|行政复议|未经复议直接起诉|复议后起诉/结果维持|1|0|5/结果纠正|2|0|0/其他结果|3|1|0/尚未审结|4|0|0/总计|10|1|5"}, all},
		{"a row for each kind", []string{"类别|结果维持|结果纠正|其他结果|尚未审结|总计/行政复议|1|2|3|4|10/未经复议直接起诉|0|0|1|0|1/复议后起诉|5|0|0|0|5"}, all},
		{"in two pieces", []string{"5行政复议/结果维持|结果纠正|其他结果|尚未审结|总计/1|2|3|4|10",
			"10行政诉讼/5未经复议直接起诉|5复议后起诉/结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计/0|0|1|0|1|5|0|0|0|5"}, all},
		{"a cell is missing, nobody knows which", []string{"类别|结果维持|结果纠正|其他结果|尚未审结|总计/行政复议|1|2|4|10/未经复议直接起诉|0|0|1|0|1/复议后起诉|5|0|0|0|5"}, nil},
		{"one kind alone, and a table of something else", []string{"类别|行政复议/结果维持|1/结果纠正|2", "类别|数量/网站|320"}, nil},
	} {
		p := &page.Page{Blocks: []page.Block{{Text: "四、政府信息公开行政复议、行政诉讼情况"}}}
		for _, rows := range c.tables {
			g := page.NewGrid()
			for _, row := range strings.Split(rows, "/") {
				g.Row()
				for _, cell := range strings.Split(row, "|") {
					text := strings.TrimLeft(cell, "0123456789")
					across := map[string]int{"5": 5, "10": 10}[strings.TrimSuffix(cell, text)]
					if text == "" || across == 0 {
						text, across = cell, 1
					}
					g.Add(text, 1, across)
				}
			}
			p.Blocks = append(p.Blocks, page.Block{Table: g.Table()})
		}
		r, doubts := Read(p, "").Report(edition)
		var got []string
		for _, cell := range edition.Cells() {
			if v := r.Figure(cell.Key); cell.Table == "disputes" && v.Text != "" {
				got = append(got, v.Text)
			}
		}
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, c.want != nil, strings.Contains(strings.Join(doubts, "\n"), told), c.why)
	}
}

func TestSpreadDigits(t *testing.T) {
	for _, c := range []struct {
		why, text, doubt, printed string
	}{
		{"digits spread over the width of the cell", "1 0 3 7", "", "1037"},
		{"by blanks as wide as a letter", "1\u30000", "", "10"},
		{"of a number with decimals", "0 . 3 2", "", "0.32"},
		{"groups of digits are two numbers", "2 31", "", "2 31"},
		{"two lines are two numbers", "5\n1", "", "5 1"},
		{"a nought in front is a number by itself", "0 5", "", "0 5"},
		{"columns that were guessed may have run together", "1 2", "表格没有框线，各列是按位置分的", "1 2"},
	} {
		v := figure{text: c.text, doubt: c.doubt}.value(form.Fee)
		assert.Equal(t, c.printed, v.Printed(), c.why)
		if v.IsNumber() {
			assert.NotEmpty(t, v.Repairs, c.why)
			assert.NotEmpty(t, v.Doubt, c.why)
		}
	}
}

// What a printer sets between the pieces of a table that goes on on the next sheet is none of the text; elsewhere it is.
func TestTablesThatGoOn(t *testing.T) {
	piece := func(rows ...string) page.Block {
		g := page.NewGrid()
		for _, row := range rows {
			g.Row()
			for _, cell := range strings.Split(row, "|") {
				g.Add(cell, 1, 1)
			}
		}
		return page.Block{Table: g.Table()}
	}
	first := piece("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|0|0|0")
	second := piece("信息内容|本年处理决定数量", "行政许可|57")
	for _, c := range []struct {
		why, between string
		want         []string
	}{
		{"as people write it", "（续表）", nil},
		{"the number of a page, typed as a paragraph", "— 3 —", nil},
		{"another way to write it", "第3页 共5页", nil},
		{"with the number and the name of the table", "续表1 主动公开政府信息情况", nil},
		{"with its name before it", "表1 主动公开政府信息情况（续）", nil},
		{"a sentence", "续表见下页的说明。", []string{"续表见下页的说明。"}},
	} {
		p := &page.Page{Blocks: []page.Block{{Text: "二、主动公开政府信息情况"}, first, {Text: c.between}, second, {Text: "（续表）"}}}
		var got []string
		for _, paragraph := range Read(p, "").Sections[0].Paragraphs {
			got = append(got, paragraph.Text)
		}
		assert.Equal(t, append(c.want, "（续表）"), got, c.why)
	}
}

// Rows are counted in each piece of a table, and what was not read is not told to be missing.
func TestPlacesInPieces(t *testing.T) {
	piece := func(rows ...string) page.Block {
		g := page.NewGrid()
		for _, row := range rows {
			g.Row()
			for _, cell := range strings.Split(row, "|") {
				g.Add(cell, 1, 1)
			}
		}
		return page.Block{Table: g.Table()}
	}
	p := &page.Page{Blocks: []page.Block{{Text: "二、主动公开政府信息情况"}, piece("信息内容|本年废止件数|本年制发件数|现行有效件数", "规章|0|0|0"), piece("行政规范性文件|1|2|9")}}
	_, doubts := Read(p, "").Report(form.Editions()[1])
	assert.Contains(t, doubts, "表二 第2截第1行的“1 2 9”没有读出：列的次序与规定的不同，这一截表上面又没有列名")
}
