package published

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
)

func TestUnfold(t *testing.T) {
	g := page.NewGrid()
	row := func(cells ...string) {
		g.Row()
		across := 1
		if len(cells) == 1 {
			across = 4
		}
		for _, c := range cells {
			g.Add(c, 1, across)
		}
	}
	row("清溪镇人民政府2024年政府信息公开工作年度报告")
	row("一、总体情况")
	row("全年公开信息12条。")
	row("二、主动公开政府信息情况")
	row("第二十条第（一）项")
	row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
	row("规章", "0", "0", "0")
	row("行政规范性文件", "3", "1", "9")
	row("三、收到和处理政府信息公开申请情况")
	row("甲", "乙", "丙", "丁")
	folded := &page.Page{Blocks: []page.Block{{Text: "前"}, {Table: g.Table()}},
		Remarks: []page.Remark{{What: "批注", Block: 1, Row: 8}, {What: "脚注", Block: 0}, {What: "批注", Block: 1, Row: 3}}}

	p := unfold(folded)
	var shown []string
	for _, b := range p.Blocks {
		if b.Table == nil {
			shown = append(shown, b.Text)
			continue
		}
		text := "表"
		for _, c := range b.Table.Cells {
			text += "|" + c.Text
		}
		shown = append(shown, text)
	}
	assert.Equal(t, []string{"前", "清溪镇人民政府2024年政府信息公开工作年度报告", "一、总体情况", "全年公开信息12条。", "二、主动公开政府信息情况",
		"表|第二十条第（一）项|信息内容|本年制发件数|本年废止件数|现行有效件数|规章|0|0|0|行政规范性文件|3|1|9", "三、收到和处理政府信息公开申请情况", "表|甲|乙|丙|丁"}, shown)
	assert.Equal(t, []page.Remark{{What: "批注", Block: 5, Row: 4}, {What: "脚注", Block: 0}, {What: "批注", Block: 3, Row: 1}}, p.Remarks, "remarks hang where they did")
	assert.Len(t, folded.Blocks, 2, "the page itself stays as it is")

	plain := &page.Page{Blocks: []page.Block{{Table: p.Blocks[5].Table}}}
	assert.Same(t, plain, unfold(plain), "a table of the form alone")
}

// A frame round the text of a PDF makes a table of each sheet, with paragraphs in its wide cells.
func TestUnfoldFrame(t *testing.T) {
	sheet := func(rows ...[]string) page.Block {
		g := page.NewGrid()
		for _, cells := range rows {
			g.Row()
			across := 1
			if len(cells) == 1 {
				across = 4
			}
			for _, c := range cells {
				g.Add(c, 1, across)
			}
		}
		return page.Block{Table: g.Table()}
	}
	table := [][]string{{"第二十条第（一）项"}, {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"}, {"规章", "0", "0", "0"}, {"行政规范性文件", "3", "1", "9"}}
	first := sheet(append(append([][]string{{"本报告由清溪镇人民政府编制。\n一、总体情况\n全年公开信息12条。\n群众满意。\n二、主动公开政府信息情况"}}, table...), []string{"三、收到和处理政府信息公开申请情况"})...)
	second := sheet([]string{"甲", "乙", "丙", "丁"}, []string{"五、存在的主要问题及改进情况不够及时。六、其他需要报告的事项无。"})
	p := &page.Page{Lines: true, Blocks: []page.Block{{Text: "清溪镇人民政府2024年政府信息公开工作年度报告"}, first, second}}
	assert.Equal(t, []string{"题 清溪镇人民政府2024年政府信息公开工作年度报告", "前 本报告由清溪镇人民政府编制。", "节 一、总体情况", "文 全年公开信息12条。", "文 群众满意。", "节 二、主动公开政府信息情况",
		"节 三、收到和处理政府信息公开申请情况", "节 五、存在的主要问题及改进情况", "文 不够及时。", "节 六、其他需要报告的事项", "文 无。"}, told(p, ""))
	read := Read(p, "")
	r, _ := read.Report(read.Edition())
	assert.Equal(t, "9", r.Figure("proactive.normative.in_force").Printed())

	listed := &page.Page{Blocks: []page.Block{sheet([]string{"名称", "甲", "乙", "丙"}, []string{"本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。"})}}
	assert.Same(t, listed, unfold(listed), "a row that lists the headings has none")
	headed := &page.Page{Blocks: []page.Block{sheet([][]string{{"一、总体情况"}, {"甲", "乙", "丙", "丁"}}...), sheet(append([][]string{{"二、主动公开政府信息情况"}}, table...)...), sheet([]string{"三、收到和处理政府信息公开申请情况"}, []string{"甲", "乙", "丙", "丁"})}}
	assert.Same(t, headed, unfold(headed), "tables with a heading each are tables")
}

func TestNumeralsInLinesOfTheirOwn(t *testing.T) {
	for _, c := range []struct {
		why   string
		lines []string
		want  []string
	}{
		{"in a box above its heading", []string{"一", "总体情况", "甲。", "02", "主动公开政府信息情况"}, []string{"一、总体情况", "甲。", "二、主动公开政府信息情况"}},
		{"as pages in English have it", []string{"PART 03", "收到和处理政府信息公开申请情况"}, []string{"三、收到和处理政府信息公开申请情况"}},
		{"of another section", []string{"二", "总体情况"}, []string{"二", "总体情况"}},
		{"of something else", []string{"一", "主动公开"}, []string{"一", "主动公开"}},
	} {
		var items []item
		for _, l := range c.lines {
			items = append(items, item{text: l})
		}
		var got []string
		for _, it := range joinNumerals(items) {
			got = append(got, it.text)
		}
		assert.Equal(t, c.want, got, c.why)
	}
}
