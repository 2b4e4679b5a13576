package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
)

func TestListTables(t *testing.T) {
	r := sample.Report(t, "b-district-2022")
	d := document.Compose(r)
	written := write(t, d, text.Options{Tables: text.List})
	for _, want := range []string{
		"第二十条第（一）项\n规章：本年制发件数 0，",
		"\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n" +
			"一、本年新收政府信息公开申请数量：自然人 49；法人或其他组织：商业企业 1，科研机构 0，社会公益组织 0，法律服务机构 0，其他 0；总计 50。\n",
		"\n三、本年度办理结果\n（一）予以公开：自然人 16；",
		"\n（三）不予公开\n1.属于国家秘密：自然人 0；",
		"；行政诉讼，未经复议直接起诉：结果维持 0，",
	} {
		assert.True(t, strings.Contains(written, want), want)
	}
	assert.Equal(t, 1, strings.Count(written, "三、本年度办理结果\n"), "said once")
	assert.NotContains(t, written, "+--")
}

// Every figure of every sample stands behind its own head, in the sentence of its row.
func TestListTablesHoldAllFigures(t *testing.T) {
	for name, r := range sample.Reports(t) {
		d := document.Compose(r)
		rest := write(t, d, text.Options{Tables: text.List})
		for _, b := range d.Blocks {
			table, ok := b.(document.Table)
			if !ok {
				continue
			}
			for _, c := range table.Cells {
				if c.Key == "" {
					continue
				}
				head := ""
				for _, i := range c.Heads {
					if table.Cells[i].Role == form.ColumnHeadSlot {
						head = table.Cells[i].Text
					}
				}
				value := " " + c.Text
				if c.Text == "" {
					value = "（空）"
				}
				at := strings.Index(rest, head+value)
				if !assert.GreaterOrEqual(t, at, 0, "%s: %s%s", name, head, value) {
					return
				}
				rest = rest[at+len(head+value):]
			}
		}
	}
}

func TestListOfOddTables(t *testing.T) {
	cell := func(row, col int, role form.Role, text string, heads ...int) document.Cell {
		return document.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Role: role, Text: text, Heads: heads}
	}
	for _, c := range []struct {
		why   string
		table document.Table
		want  string
	}{
		{"no heads", document.Table{Rows: 1, Cols: 2, Cells: []document.Cell{cell(0, 0, form.FigureSlot, "3"), cell(0, 1, form.FigureSlot, "4")}}, "3，4。\n"},
		{"a figure that was not typed", document.Table{Rows: 2, Cols: 2, HeadRows: 1, HeadCols: 1, Cells: []document.Cell{
			cell(0, 0, form.CornerSlot, "甲"), cell(0, 1, form.ColumnHeadSlot, "乙"), cell(1, 0, form.RowHeadSlot, "丙"), cell(1, 1, form.FigureSlot, "", 1, 2)}}, "丙：乙（空）。\n"},
		{"text over two lines", document.Table{Rows: 2, Cols: 1, HeadRows: 1, Cells: []document.Cell{
			cell(0, 0, form.ColumnHeadSlot, "乙"), cell(1, 0, form.FigureSlot, "约\n三十", 0)}}, "乙 约 三十。\n"},
		{"nothing but heads", document.Table{Rows: 1, Cols: 1, Cells: []document.Cell{cell(0, 0, form.ColumnHeadSlot, "乙")}}, ""},
	} {
		d := &document.Document{Blocks: []document.Block{c.table}}
		assert.Equal(t, c.want, write(t, d, text.Options{Tables: text.List}), c.why)
	}
}
