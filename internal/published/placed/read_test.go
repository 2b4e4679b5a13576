package placed

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published/page"
)

// paper is a sheet that is written by hand: A4, text from 80 to 512 points, 28 characters of 16 points less a little.
type paper struct{ Sheet }

func newPaper() *paper { return &paper{Sheet{Width: 595, Height: 842}} }

// write puts a text at a place, its characters side by side: Han ones as wide as high, others half of that. Blanks are half, full-width
// ones whole.
func (p *paper) write(x, y, size float64, text string) *paper {
	for _, r := range text {
		wide := size
		if r < 0x2e80 && !strings.ContainsRune("—“”", r) {
			wide = size / 2
		}
		if r != ' ' && r != '　' {
			p.Glyphs = append(p.Glyphs, Glyph{string(r), x, y, x + wide, y + size, size})
		}
		x += wide
	}
	return p
}

// down writes a text from top to bottom.
func (p *paper) down(x, y, size float64, text string) *paper {
	for _, r := range text {
		p.write(x, y, size, string(r))
		y += size * 1.2
	}
	return p
}

func (p *paper) rule(x0, y0, x1, y1 float64) *paper {
	p.Rules = append(p.Rules, Rule{x0, y0, x1, y1})
	return p
}

// ruled draws a grid, each of its cells on its own, and writes their texts 3 points from its top left corner.
func (p *paper) ruled(xs, ys []float64, texts ...string) *paper {
	for i := range len(ys) - 1 {
		for j := range len(xs) - 1 {
			p.rule(xs[j], ys[i], xs[j+1], ys[i]+.5).rule(xs[j], ys[i+1], xs[j+1], ys[i+1]+.5)
			p.rule(xs[j], ys[i], xs[j]+.5, ys[i+1]).rule(xs[j+1], ys[i], xs[j+1]+.5, ys[i+1])
			if k := i*(len(xs)-1) + j; k < len(texts) {
				for n, l := range strings.Split(texts[k], "|") {
					p.write(xs[j]+3, ys[i]+3+float64(n)*12, 10, l)
				}
			}
		}
	}
	return p
}

// told is a page in short: a line for each block, with its kind or its cells.
func told(p *page.Page) (out []string) {
	kinds := map[page.Kind]string{page.Title: "Title: ", page.Heading: "Heading: ", page.Furniture: "Furniture: "}
	for _, b := range p.Blocks {
		if b.Table == nil {
			out = append(out, kinds[b.Kind]+b.Text)
			continue
		}
		row, cells := 0, "Table:"
		if b.Table.Guessed {
			cells = "Guessed:"
		}
		for _, c := range b.Table.Cells {
			if c.Row > row {
				cells, row = cells+" /", c.Row
			}
			cells += " [" + strings.ReplaceAll(c.Text, "\n", "⏎") + "]"
			if c.RowSpan > 1 {
				cells += "↓" + string(rune('0'+c.RowSpan))
			}
			if c.ColumnSpan > 1 {
				cells += "→" + string(rune('0'+c.ColumnSpan))
			}
		}
		out = append(out, cells)
	}
	return out
}

func read(papers ...*paper) []string {
	var sheets []Sheet
	for _, p := range papers {
		sheets = append(sheets, p.Sheet)
	}
	return told(Read(sheets))
}

const (
	full  = "本报告由清溪镇人民政府根据中华人民共和国政府信息公开条例" // 27 characters, a whole line
	first = "　　本报告由清溪镇人民政府根据中华人民共和国政府信息公开" // the same, with two blanks before them
)

func TestParagraphs(t *testing.T) {
	long := func() *paper { // gives the page its sides
		return newPaper().write(80, 100, 16, first).write(80, 130, 16, full).write(80, 160, 16, full).write(80, 190, 16, "编制。")
	}
	body := strings.TrimSpace(first) + full + full + "编制。"
	for _, c := range []struct {
		why    string
		papers []*paper
		want   []string
	}{
		{"two characters of indentation begin a paragraph",
			[]*paper{long().write(80, 220, 16, "　　另外一段。")}, []string{body, "另外一段。"}},
		{"a short line ends one, though the next is not indented",
			[]*paper{long().write(80, 220, 16, "另外一段。")}, []string{body, "另外一段。"}},
		{"a blank line ends one, though most paragraphs are a line long, as where a browser printed a web page",
			[]*paper{newPaper().write(80, 100, 16, full).write(80, 124, 16, full[:78]).write(80, 172, 16, full).write(80, 196, 16, full[:78]+"。").write(80, 244, 16, "一段。").write(80, 292, 16, "又一段。").write(80, 340, 16, "还有一段。")},
			[]string{full + full[:78], full + full[:78] + "。", "一段。", "又一段。", "还有一段。"}},
		{"a paragraph goes on over the end of a sheet, and the page number between is furniture",
			[]*paper{newPaper().write(80, 100, 16, first).write(80, 130, 16, full).write(270, 780, 14, "— 1 —"), newPaper().write(80, 100, 16, full).write(80, 130, 16, "编制。").write(270, 780, 14, "— 2 —")},
			[]string{body, "Furniture: —1—", "Furniture: —2—"}},
		{"a paragraph in two sizes, most of its first line small and most of the second large",
			[]*paper{long().write(80, 220, 16, "　　主要问题：").write(192, 220+Baseline*5, 11, "一是公开的内容还不够全面，信息更新得不及时；下一步：二是先开").write(80, 250+Baseline*5, 11, "展新任").write(113, 250, 16, "人员培训。")},
			[]string{body, "主要问题：一是公开的内容还不够全面，信息更新得不及时；下一步：二是先开展新任人员培训。"}},
		{"a line ends early because the next one begins with a number that may not be broken",
			[]*paper{newPaper().write(80, 100, 16, first).write(80, 130, 16, full).write(80, 160, 16, full[:3*24]).write(80, 190, 16, "0571-88886666。")},
			[]string{strings.TrimSpace(first) + full + full[:3*24] + "0571-88886666。"}},
		{"a line that begins with a number and a comma goes on with the sentence before, though that stops at a colon",
			[]*paper{long().write(80, 220, 16, first[:len(first)-9]+"邮编：").write(80, 250, 16, "000000，电话没有。")},
			[]string{body, strings.TrimSpace(first[:len(first)-9]) + "邮编：000000，电话没有。"}},
		{"marks that hang out over the end of most lines do not make the others short",
			[]*paper{newPaper().write(80, 100, 16, full[:75]+"，").write(80, 130, 16, full[:75]+"；").write(80, 160, 16, full[:75]+"，").write(80, 190, 16, full[:75]).write(80, 220, 16, full[:75]).write(80, 250, 16, full[:72]+"2").write(80, 280, 16, "2件。")},
			[]string{full[:75] + "，" + full[:75] + "；" + full[:75] + "，" + full[:75] + full[:75] + full[:72] + "2" + "2件。"}},
		{"a number at the beginning of a line is inside its paragraph, if that was indented and the line is not",
			[]*paper{newPaper().write(80, 100, 16, first[:len(first)-3]+"；").write(80, 130, 16, "（2）"+full[:69]+"；").write(80, 160, 16, "（3）完。")},
			[]string{strings.TrimSpace(first[:len(first)-3]) + "；（2）" + full[:69] + "；（3）完。"}},
		{"a title is large and in the middle, over two lines",
			[]*paper{newPaper().write(197, 60, 22, "清溪镇人民政府二〇").write(142, 90, 22, "政府信息公开工作年度报告清溪").write(80, 160, 16, first).write(80, 190, 16, full).write(80, 220, 16, full)},
			[]string{"Title: 清溪镇人民政府二〇政府信息公开工作年度报告清溪", strings.TrimSpace(first) + full + full}},
		{"small lines in the middle are each its own, as at the foot of a site",
			[]*paper{long().write(206, 400, 10, "主办单位：清溪镇人民政府办公室承办").write(211, 414, 10, "网站标识码：某某某某某某某某某某")},
			[]string{body, "主办单位：清溪镇人民政府办公室承办", "网站标识码：某某某某某某某某某某"}},
		{"a running head stands at the same height on each sheet",
			[]*paper{long().write(80, 40, 9, "2022年年报 第1页"), long().write(80, 40, 9, "2022年年报 第2页")},
			[]string{"Furniture: 2022年年报第1页", body, "Furniture: 2022年年报第2页", body}},
		{"the head that a browser prints stands close above the text",
			[]*paper{long().write(80, 84, 9, "11/29/26, 11:44\u202fPM 年报"), long().write(80, 84, 9, "11/29/26, 11:44\u202fPM 年报")},
			[]string{"Furniture: 11/29/26, 11:44\u202fPM年报", body, "Furniture: 11/29/26, 11:44\u202fPM年报", body}},
		{"columns without rules keep a tab between them",
			[]*paper{long().write(80, 220, 16, "单位　　　　日期")}, []string{body, "单位\t日期"}},
		{"Han characters that stand apart evenly are one word",
			[]*paper{long().write(241, 240, 22, "报　告　书")}, []string{body, "Heading: 报告书"}},
		{"a line of text in a frame is a paragraph",
			[]*paper{long().ruled([]float64{80, 512}, []float64{300, 320}, "仅供核对")}, []string{body, "仅供核对"}},
		{"the number of a note is left out",
			[]*paper{newPaper().write(80, 100, 16, first).write(80, 130, 16, full).write(80, 160, 16, "编制").write(112, 156, 8, "[1]").write(124, 160, 16, "。")},
			[]string{strings.TrimSpace(first) + full + "编制。"}},
		{"crossed out, as where a document is printed with its revisions",
			[]*paper{long().write(80, 220, 16, "　　共103件").rule(128, 229, 144, 229.6).write(80, 250, 16, "　　另一段，划掉的文字很长很长，完。").rule(176, 259, 320, 259.6)},
			[]string{body, "共3件", "另一段，，完。"}},
		{"a rule below characters, and one that runs on beside them, cross nothing out",
			[]*paper{long().write(80, 220, 16, "　　共103件").rule(128, 236, 144, 236.6).write(80, 250, 16, "　　另一段。").rule(112, 259, 300, 259.6)},
			[]string{body, "共103件", "另一段。"}},
		{"characters that are drawn twice to look bold are there once, but equal ones side by side stay",
			[]*paper{long().write(80, 220, 16, "　　共11件").write(80.4, 220, 16, "　　共11件")}, []string{body, "共11件"}},
	} {
		assert.Equal(t, c.want, read(c.papers...), c.why)
	}
}

func TestRuledTables(t *testing.T) {
	xs, ys := []float64{80, 130, 230, 270, 310}, []float64{100, 120, 140, 160}
	for _, c := range []struct {
		why    string
		papers []*paper
		want   []string
	}{
		{"lines of a cell are joined, blank cells are there",
			[]*paper{newPaper().ruled([]float64{80, 130, 180}, []float64{100, 130, 150}, "社会|组织", "1", "规章")},
			[]string{"Table: [社会组织] [1] / [规章] []"}},
		{"cells that no rule parts are one",
			[]*paper{newPaper().rule(80, 100, 180, 100.5).rule(80, 120, 180, 120.5).rule(130, 140, 180, 140.5).rule(80, 160, 180, 160.5).rule(80, 100, 80.5, 160).rule(180, 100, 180.5, 160).rule(130, 120, 130.5, 160).
				write(85, 103, 10, "表头").write(85, 135, 10, "总计").write(135, 123, 10, "1").write(135, 143, 10, "2")},
			[]string{"Table: [表头]→2 / [总计]↓2 [1] / [2]"}},
		{"double rules are one",
			[]*paper{newPaper().ruled([]float64{80, 130, 180}, []float64{100, 120, 140}, "规章", "1", "总计", "2").rule(80, 102, 180, 102.4).rule(82, 100, 82.4, 140)},
			[]string{"Table: [规章] [1] / [总计] [2]"}},
		{"a table without rules at its sides is one",
			[]*paper{newPaper().rule(80, 100, 180, 100.5).rule(80, 120, 180, 120.5).rule(80, 140, 180, 140.5).rule(130, 100, 130.5, 140).
				write(85, 105, 10, "规章").write(135, 105, 10, "1").write(85, 125, 10, "总计").write(135, 125, 10, "2")},
			[]string{"Table: [规章] [1] / [总计] [2]"}},
		{"an upright label is one word, in one column or in two from the right",
			[]*paper{newPaper().ruled([]float64{80, 100, 160, 200}, []float64{100, 240}, "", "一", "0").down(84, 110, 10, "办理结果"),
				newPaper().ruled([]float64{80, 130, 160}, []float64{100, 160}, "", "0").down(104, 110, 10, "三本年度").down(84, 110, 10, "办理结果")},
			[]string{"Table: [办理结果] [一] [0]", "Table: [三本年度办理结果] [0]"}},
		{"a label of two characters a line is read by lines",
			[]*paper{newPaper().ruled([]float64{80, 110, 160}, []float64{100, 170}, "三、|本年|度办|理结|果", "0")},
			[]string{"Table: [三、本年度办理结果] [0]"}},
		{"numbers on two lines stay two, one that is wider than its cell is one",
			[]*paper{newPaper().ruled([]float64{80, 130, 162}, []float64{100, 130}, "12|5", "12345|678")},
			[]string{"Table: [12⏎5] [12345678]"}},
		{"digits with a gap between them are not one number",
			[]*paper{newPaper().ruled([]float64{80, 130, 180}, []float64{100, 120}, "1 5", "15")},
			[]string{"Table: [1 5] [15]"}},
		{"letters set apart are one label",
			[]*paper{newPaper().ruled([]float64{80, 130, 180}, []float64{100, 120}, "总 计", "总　计")},
			[]string{"Table: [总计] [总计]"}},
		{"a number wider than its cell is not cut by the rule",
			[]*paper{newPaper().ruled([]float64{80, 100, 160}, []float64{100, 120}, "123456").rule(80, 120, 160, 120.5)},
			[]string{"Table: [123456] []"}},
		{"nor where the rule runs between two digits, in a table whose figures keep clear of rules",
			[]*paper{newPaper().ruled([]float64{80, 98, 160, 230}, []float64{100, 120, 140, 160}, "123456", "", "7", "1", "12", "123", "0", "1", "0")},
			[]string{"Table: [123456] [] [7] / [1] [12] [123] / [0] [1] [0]"}},
		{"nor in a table of which nobody knows how its figures stand",
			[]*paper{newPaper().ruled([]float64{80, 100.5, 126, 160}, []float64{100, 120}).write(80.5, 103, 10, "115818329")},
			[]string{"Table: [] [115818329] []"}},
		{"two numbers that touch over a rule are two, in a table whose figures come close to them",
			[]*paper{newPaper().ruled([]float64{80, 100.5, 126, 160}, []float64{100, 120, 140, 160}).write(80.5, 103, 10, "115818329").
				write(95.5, 123, 10, "5").write(110.5, 123, 10, "324").write(150, 123, 10, "33").write(90.5, 143, 10, "10").write(120.5, 143, 10, "0").write(154.5, 143, 10, "0")},
			[]string{"Table: [1158] [18329] [] / [5] [324] [33] / [10] [0] [0]"}},
		{"a line under a heading is no table",
			[]*paper{newPaper().rule(80, 120, 500, 120.5).write(80, 100, 16, "一、总体情况")},
			[]string{"一、总体情况"}},
		{"another table below, whose rules stand nearly where those of the first do",
			[]*paper{newPaper().ruled([]float64{80, 130, 180}, ys[:2], "规章", "1").write(80, 140, 10, "四、情况").ruled([]float64{80, 127.2, 180}, []float64{160, 180}, "许可", "").write(127.4, 163, 4, "2")},
			[]string{"Table: [规章] [1]", "四、情况", "Table: [许可] [2]"}},
		{"a table goes on, with its head again",
			[]*paper{newPaper().ruled(xs, ys, "三、", "内容", "个人", "总计", "", "规章", "1", "2", "", "许可", "3", "4").write(280, 790, 10, "- 1 -"),
				newPaper().ruled(xs, ys, "三、", "内容", "个人", "总计", "", "处罚", "5", "6").write(280, 790, 10, "- 2 -")},
			[]string{"Table: [三、] [内容] [个人] [总计] / [] [规章] [1] [2] / [] [许可] [3] [4] / [] [处罚] [5] [6] / [] [] [] []", "Furniture: - 1 -", "Furniture: - 2 -"}},
		{"a row that is cut in its label goes on: the label was broken off, and its figures stand above",
			[]*paper{newPaper().ruled([]float64{80, 116, 200}, ys[:3], "内容", "数", "无法|提供", "7"),
				newPaper().ruled([]float64{80, 116, 200}, ys[:3], "信息", "", "总计", "8")},
			[]string{"Table: [内容] [数] / [无法提供信息] [7] / [总计] [8]"}},
		{"numbers that fill their cells go on below the end of the sheet, where nothing else of their row is left",
			[]*paper{newPaper().ruled([]float64{80, 116, 150, 200}, ys[:3], "内容", "个人", "总计", "总计", "2248", "86"),
				newPaper().ruled([]float64{80, 116, 150, 200}, ys[:3], "", "4", "", "结转", "0", "1")},
			[]string{"Table: [内容] [个人] [总计] / [总计] [22484] [86] / [结转] [0] [1]"}},
		{"a number that leaves room for another digit does not, so a row without label stays one",
			[]*paper{newPaper().ruled([]float64{80, 116, 150, 200}, ys[:3], "内容", "个人", "总计", "总计", "22", "86"),
				newPaper().ruled([]float64{80, 116, 150, 200}, ys[:3], "", "4", "", "结转", "0", "1")},
			[]string{"Table: [内容] [个人] [总计] / [总计] [22] [86] / [] [4] [] / [结转] [0] [1]"}},
		{"nor does one below which a row with a label begins, however full its cell",
			[]*paper{newPaper().ruled([]float64{80, 140, 174, 220}, ys[:3], "内容", "个人", "总计", "总计", "2248", "86"),
				newPaper().ruled([]float64{80, 140, 174, 220}, ys[:3], "结转", "4", "", "其他", "0", "1")},
			[]string{"Table: [内容] [个人] [总计] / [总计] [2248] [86] / [结转] [4] [] / [其他] [0] [1]"}},
		{"a blank row below another is a row of its own, since its label is none that was broken off",
			[]*paper{newPaper().ruled([]float64{80, 180, 220}, ys[:3], "内容", "数", "规章", ""),
				newPaper().ruled([]float64{80, 180, 220}, ys[:3], "行政规范性文件", "3", "总计", "3")},
			[]string{"Table: [内容] [数] / [规章] [] / [行政规范性文件] [3] / [总计] [3]"}},
		{"a label with a number of its own begins a row, however full the line above",
			[]*paper{newPaper().ruled([]float64{80, 116, 200}, ys[:3], "内容", "数", "无法|提供", ""),
				newPaper().ruled([]float64{80, 116, 200}, ys[:3], "2.其", "6", "总计", "8")},
			[]string{"Table: [内容] [数] / [无法提供] [] / [2.其] [6] / [总计] [8]"}},
		{"other columns are another table",
			[]*paper{newPaper().ruled([]float64{80, 130, 180}, ys[:2], "规章", "1"), newPaper().ruled([]float64{80, 150, 180}, ys[:2], "许可", "2")},
			[]string{"Table: [规章] [1]", "Table: [许可] [2]"}},
		{"text between two tables keeps them apart",
			[]*paper{newPaper().ruled([]float64{80, 130, 180}, ys[:2], "规章", "1"), newPaper().write(80, 100, 10, "四、情况").ruled([]float64{80, 130, 180}, []float64{200, 220}, "许可", "2")},
			[]string{"Table: [规章] [1]", "四、情况", "Table: [许可] [2]"}},
		{"a frame round text and a table: what it has above and below the table are paragraphs",
			[]*paper{newPaper().rule(80, 100, 300, 100.5).rule(80, 300, 300, 300.5).rule(80, 100, 80.5, 300).rule(300, 100, 300.5, 300).
				write(105, 110, 10, "全年公开三百二十条信息，其中政策文").write(85, 126, 10, "件五十六条，其余是办事指南。").write(105, 142, 10, "群众很满意。").write(105, 158, 10, "二、主动公开").
				ruled([]float64{80, 200, 300}, []float64{180, 200, 220}, "规章", "1", "许可", "2").write(105, 224, 10, "注：没有其他。").write(105, 240, 10, "三、收到申请").write(105, 256, 10, "见下表。")},
			[]string{"Table: [全年公开三百二十条信息，其中政策文件五十六条，其余是办事指南。⏎群众很满意。⏎二、主动公开]→2 / [规章] [1] / [许可] [2] / [注：没有其他。⏎三、收到申请⏎见下表。]→2"}},
		{"a row of one cell at the end of a sheet belongs to the table on the next",
			[]*paper{newPaper().ruled([]float64{80, 180}, ys[:2], "第一项"), newPaper().ruled([]float64{80, 130, 180}, ys[:2], "规章", "1")},
			[]string{"Table: [第一项]→2 / [规章] [1]"}},
	} {
		assert.Equal(t, c.want, read(c.papers...), c.why)
	}
}

func TestTablesWithoutRules(t *testing.T) {
	head := func() *paper {
		return newPaper().write(100, 100, 10, "内容").write(200, 94, 10, "本年").write(200, 106, 10, "制发").write(300, 100, 10, "废止").write(400, 100, 10, "总计")
	}
	for _, c := range []struct {
		why   string
		paper *paper
		want  []string
	}{
		{"heads of two lines, a blank cell, figures of several widths",
			head().write(80, 130, 10, "规章").write(208, 130, 10, "0").write(306, 130, 10, "12").write(406, 130, 10, "12").
				write(80, 150, 10, "行政规范性文件").write(204, 150, 10, "123").write(406, 150, 10, "123"),
			[]string{"Guessed: [内容] [本年制发] [废止] [总计] / [规章] [0] [12] [12] / [行政规范性文件] [123] [] [123]"}},
		{"a label of two lines beside one line of figures",
			head().write(80, 130, 10, "规章").write(208, 130, 10, "0").write(308, 130, 10, "1").write(408, 130, 10, "1").
				write(80, 150, 10, "行政规范").write(80, 162, 10, "性文件").write(208, 156, 10, "3").write(308, 156, 10, "2").write(408, 156, 10, "5"),
			[]string{"Guessed: [内容] [本年制发] [废止] [总计] / [规章] [0] [1] [1] / [行政规范性文件] [3] [2] [5]"}},
		{"a label of two lines beside figures as high as its last one, further from the label above",
			head().write(80, 130, 10, "行政许可").write(208, 130, 10, "224").write(308, 130, 10, "0").write(408, 130, 10, "764").
				write(80, 146, 10, "其他对外管").write(80, 158, 10, "理服务事项").write(208, 158, 10, "56").write(308, 158, 10, "19").write(408, 158, 10, "286"),
			[]string{"Guessed: [内容] [本年制发] [废止] [总计] / [行政许可] [224] [0] [764] / [其他对外管理服务事项] [56] [19] [286]"}},
		{"a label of two lines beside figures as high as its first one",
			head().write(80, 130, 10, "行政许可").write(208, 130, 10, "224").write(308, 130, 10, "0").write(408, 130, 10, "764").
				write(80, 146, 10, "其他对外管").write(80, 158, 10, "理服务事项").write(208, 146, 10, "56").write(308, 146, 10, "19").write(408, 146, 10, "286").
				write(80, 174, 10, "总计").write(208, 174, 10, "1").write(308, 174, 10, "1").write(408, 174, 10, "2"),
			[]string{"Guessed: [内容] [本年制发] [废止] [总计] / [行政许可] [224] [0] [764] / [其他对外管理服务事项] [56] [19] [286] / [总计] [1] [1] [2]"}},
		{"lines of labels that all stand equally far apart, so that the middle one may belong above or below",
			head().write(80, 130, 10, "行政许可").write(208, 130, 10, "224").write(308, 130, 10, "0").write(408, 130, 10, "764").
				write(80, 142, 10, "其他对外管").write(80, 154, 10, "理服务事项").write(208, 154, 10, "56").write(308, 154, 10, "19").write(408, 154, 10, "286"),
			[]string{"本年", "内容\t废止\t总计", "制发", "行政许可\t224\t0\t764", "其他对外管", "理服务事项\t56\t19\t286"}},
		{"a column of which all cells are blank leaves it open which head is whose",
			head().write(80, 130, 10, "规章").write(208, 130, 10, "0").write(408, 130, 10, "1").write(80, 150, 10, "许可").write(208, 150, 10, "0").write(408, 150, 10, "1"),
			[]string{"本年", "内容\t废止\t总计", "制发", "规章\t0\t1", "许可\t0\t1"}},
		{"figures that overlap two columns",
			head().write(80, 130, 10, "规章").write(208, 130, 10, "0").write(308, 130, 10, "1").write(408, 130, 10, "1").write(80, 150, 10, "许可").write(208, 150, 10, "123456789012345678901").write(408, 150, 10, "1"),
			[]string{"本年", "内容\t废止\t总计", "制发", "规章\t0\t1\t1", "许可\t123456789012345678901\t1"}},
		{"a sentence that ends in a number is none",
			newPaper().write(80, 100, 10, "收到申请 5").write(80, 120, 10, "办结申请 5"),
			[]string{"收到申请5", "办结申请5"}},
	} {
		assert.Equal(t, c.want, read(c.paper), c.why)
	}
}

func TestTwoPagesOnASheet(t *testing.T) {
	side := func(p *paper, x float64, title string) *paper {
		p.Width, p.Height = 842, 595
		p.write(x+20, 100, 22, title)
		for i := range 6 {
			p.write(x, 150+float64(i)*24, 14, strings.Repeat("年", 20))
		}
		return p
	}
	body := strings.Repeat("年", 120)
	assert.Equal(t, []string{"去年报告书", body, "今年报告书", body}, untitled(read(side(side(newPaper(), 60, "去年报告书"), 480, "今年报告书"))),
		"each with a title")
	two := func(left, right string) *paper {
		p := newPaper()
		p.Width, p.Height = 842, 595
		for i := range 6 {
			p.write(60, 150+float64(i)*24, 14, strings.Repeat(left, 20)).write(480, 150+float64(i)*24, 14, strings.Repeat(right, 20))
		}
		return p
	}
	r := strings.Repeat
	assert.Equal(t, []string{r("一", 120) + r("二", 120) + r("三", 120) + r("四", 120)}, read(two("一", "二"), two("三", "四")), "page after page")
}

func untitled(lines []string) (out []string) {
	for _, l := range lines {
		_, text, found := strings.Cut(l, ": ")
		if !found {
			text = l
		}
		out = append(out, text)
	}
	return out
}

func TestPlaces(t *testing.T) {
	xs := []float64{80, 130, 180}
	p := Read([]Sheet{newPaper().Sheet, newPaper().ruled(xs, []float64{100, 120}, "规章", "1").Sheet, newPaper().ruled(xs, []float64{100, 120}, "许可", "2").Sheet})
	require.Len(t, p.Blocks, 1)
	assert.Equal(t, "第2页", p.Blocks[0].Place)
	require.Len(t, p.Blocks[0].Table.Cells, 4)
	assert.Equal(t, "", p.Blocks[0].Table.Cells[1].Place, "where the table is")
	assert.Equal(t, "第3页", p.Blocks[0].Table.Cells[3].Place)
}

func TestNothing(t *testing.T) { assert.Empty(t, Read(nil).Blocks) }
