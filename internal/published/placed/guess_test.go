package placed

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// figures writes a row of figures, in columns from 300 points on, and its label.
func (p *paper) figures(x, y float64, label string, figures ...string) *paper {
	p.write(x, y, 10, label)
	for i, f := range figures {
		p.write(300+float64(i)*60, y, 10, f)
	}
	return p
}

// lying draws rules from x to 520 points.
func (p *paper) lying(x float64, ys ...float64) *paper {
	for _, y := range ys {
		p.rule(x, y, 520, y+.5)
	}
	return p
}

func TestTablesWithoutRulesGoOn(t *testing.T) {
	heads := func() *paper { return newPaper().figures(80, 700, "内容", "个人", "企业", "总计") }
	for _, c := range []struct {
		why    string
		papers []*paper
		want   []string
	}{
		{"rows on the next sheet have the heads of the sheet before, and the page number is between",
			[]*paper{heads().figures(80, 720, "规章", "1", "2", "3").write(290, 800, 10, "- 1 -"), newPaper().figures(80, 80, "许可", "4", "5", "9").figures(80, 100, "处罚", "0", "0", "0")},
			[]string{"Guessed: [内容] [个人] [企业] [总计] / [规章] [1] [2] [3] / [许可] [4] [5] [9] / [处罚] [0] [0] [0]", "Furniture: - 1 -"}},
		{"heads at the end of a sheet belong to figures on the next",
			[]*paper{heads(), newPaper().figures(80, 80, "许可", "4", "5", "9").figures(80, 100, "处罚", "0", "0", "0")},
			[]string{"Guessed: [内容] [个人] [企业] [总计] / [许可] [4] [5] [9] / [处罚] [0] [0] [0]"}},
		{"other columns on the next sheet are none of the table, not even those that stand a column further on",
			[]*paper{heads().figures(80, 720, "规章", "1", "2", "3"), newPaper().write(80, 80, 10, "许可").write(360, 80, 10, "4").write(420, 80, 10, "5").write(480, 80, 10, "9")},
			[]string{"Guessed: [内容] [个人] [企业] [总计] / [规章] [1] [2] [3]", "Guessed: [许可] [4] [5] [9]"}},
		{"the first line of a long label at the top of a sheet is no heading and no running text",
			[]*paper{newPaper().write(80, 80, 10, "（二）部分公开区分处理的只计这").figures(80, 87, "", "1", "2", "3").write(80, 94, 10, "一情形").figures(80, 120, "许可", "4", "5", "9")},
			[]string{"Guessed: [（二）部分公开区分处理的只计这一情形] [1] [2] [3] / [许可] [4] [5] [9]"}},
		{"a label of more than twenty characters beside figures is no running text, a line that stands alone is",
			[]*paper{newPaper().write(60, 80, 10, "本报告由清溪镇人民政府根据有关规定编制并向社会公布").
				figures(80, 100, "规章", "1", "2", "3").write(60, 120, 10, "申请人无正当理由逾期不补正行政机关不再处理其").figures(80, 127, "", "4", "5", "9").write(60, 134, 10, "政府信息公开申请")},
			[]string{"本报告由清溪镇人民政府根据有关规定编制并向社会公布", "Guessed: [规章] [1] [2] [3] / [申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请] [4] [5] [9]"}},
	} {
		assert.Equal(t, c.want, read(c.papers...), c.why)
	}
}

func TestTablesWithRulesThatLie(t *testing.T) {
	labels := func() *paper { // of two and of one line, in the same steps
		return newPaper().figures(170, 100, "规章", "1", "2", "3").
			write(170, 118, 10, "行政规范").write(170, 130, 10, "性文件").figures(0, 124, "", "4", "5", "9").
			write(170, 142, 10, "行政许可").write(170, 154, 10, "和处罚").figures(0, 148, "", "0", "1", "1")
	}
	for _, c := range []struct {
		why   string
		paper *paper
		want  []string
	}{
		{"rules tell to which rows a label in front of others reaches, and part it from one close to it",
			labels().write(119, 121, 10, "（一）主动").lying(80, 95, 115, 170).lying(169, 139.5),
			[]string{"Guessed: [规章] [1] [2] [3] / [（一）主动]↓2 [行政规范性文件] [4] [5] [9] / [行政许可和处罚] [0] [1] [1]"}},
		{"a line in a row of its own between rules has no figures, so the table is none",
			newPaper().figures(80, 100, "规章", "1", "2", "3").write(80, 120, 10, "许可").figures(80, 140, "处罚", "4", "5", "9").lying(80, 95, 115, 135, 155),
			[]string{"规章\t1\t2\t3", "许可", "处罚\t4\t5\t9"}},
		{"two heads without a gap are two, if each stands above its figures",
			newPaper().write(283, 80, 10, "社会公益").write(323, 80, 10, "法律服务").write(80, 100, 10, "规章").write(300, 100, 10, "1").write(340, 100, 10, "2").
				write(80, 120, 10, "许可").write(300, 120, 10, "3").write(340, 120, 10, "4"),
			[]string{"Guessed: [社会公益] [法律服务] / [规章] [1] [2] / [许可] [3] [4]"}},
	} {
		assert.Equal(t, c.want, read(c.paper), c.why)
	}
}

func TestHeadsThatRepeat(t *testing.T) {
	row := func(p *paper, y float64, texts ...string) *paper {
		for i, text := range texts {
			p.write(100+float64(i)*50-float64(len(text)/3)*5, y, 10, text)
		}
		return p
	}
	figures := func(p *paper) *paper {
		for i := range 6 {
			p.write(97.5+float64(i)*50, 140, 10, string(rune('1'+i)))
		}
		return p
	}
	for _, c := range []struct {
		why   string
		paper *paper
		want  []string
	}{
		{"the heads above stand in the middle of their groups, one above two of them",
			figures(row(newPaper().write(255, 80, 10, "行政诉讼").write(105, 100, 10, "行政复议").write(210, 101, 10, "直接").write(310, 101, 10, "复议后"), 120, "维持", "纠正", "维持", "纠正", "维持", "纠正")),
			[]string{"Guessed: [行政诉讼]→4 / [行政复议]→2 [直接]→2 [复议后]→2 / [维持] [纠正] [维持] [纠正] [维持] [纠正] / [1] [2] [3] [4] [5] [6]"}},
		{"a head above no group's middle leaves open what it is above",
			figures(row(newPaper().write(135, 100, 10, "行政复议"), 120, "维持", "纠正", "维持", "纠正", "维持", "纠正")),
			[]string{"行政复议", "维持\t纠正\t维持\t纠正\t维持\t纠正", "1\t2\t3\t4\t5\t6"}},
		{"a lone head in the middle may be above the middle group or above all",
			figures(row(newPaper().write(205, 100, 10, "行政复议"), 120, "维持", "纠正", "维持", "纠正", "维持", "纠正")),
			[]string{"行政复议", "维持\t纠正\t维持\t纠正\t维持\t纠正", "1\t2\t3\t4\t5\t6"}},
		{"heads that do not repeat to the end tell nothing",
			figures(row(newPaper().write(105, 100, 10, "行政复议"), 120, "维持", "纠正", "维持", "纠正", "维持", "总计")),
			[]string{"行政复议", "维持\t纠正\t维持\t纠正\t维持\t总计", "1\t2\t3\t4\t5\t6"}},
	} {
		assert.Equal(t, c.want, read(c.paper), c.why)
	}
}

func TestFiguresAndLabelsWithoutRules(t *testing.T) {
	for _, c := range []struct {
		why   string
		paper *paper
		want  []string
	}{
		{"figures as low as the last lines of their labels: a line with a number of its own begins a label, though it stands in the middle of three lines",
			newPaper().figures(80, 80, "（一）予以公开", "1", "2", "3").
				write(80, 92, 10, "1.无正当理由").figures(80, 104, "不再处理", "4", "5", "9").
				write(80, 116, 10, "2.逾期未缴费").figures(80, 128, "不再处理", "0", "0", "0"),
			[]string{"Guessed: [（一）予以公开] [1] [2] [3] / [1.无正当理由不再处理] [4] [5] [9] / [2.逾期未缴费不再处理] [0] [0] [0]"}},
		{"large numbers in narrow columns stand closer than cells do, and are two",
			newPaper().write(80, 80, 10, "规章").write(300, 80, 10, "10603").write(327.5, 80, 10, "22800").write(80, 100, 10, "许可").write(310, 100, 10, "4").write(337.5, 100, 10, "5"),
			[]string{"Guessed: [规章] [10603] [22800] / [许可] [4] [5]"}},
		{"a number that is wider than its column goes on in the next line: nobody knows whose the rest is",
			newPaper().figures(80, 80, "规章", "1923", "0", "3481").write(300, 92, 10, "6").write(420, 92, 10, "8").figures(80, 110, "许可", "4", "5", "9"),
			[]string{"规章\t1923\t0\t3481", "6\t8", "许可\t4\t5\t9"}},
		{"nor whose the beginning is that stands above",
			newPaper().figures(80, 80, "内容", "个人", "企业", "总计").write(300, 94, 10, "1923").figures(80, 106, "规章", "6", "0", "8").figures(80, 124, "许可", "4", "5", "9"),
			[]string{"内容\t个人\t企业\t总计", "1923", "规章\t6\t0\t8", "许可\t4\t5\t9"}},
		{"a label that fills its cell comes close to its figure",
			newPaper().figures(80, 80, "规章", "1", "2", "3").write(207.5, 100, 10, "申请人无正当理由逾").figures(0, 100, "", "4", "5", "9"),
			[]string{"Guessed: [规章] [1] [2] [3] / [申请人无正当理由逾] [4] [5] [9]"}},
		{"labels of one line over both columns of labels stand where those in digits do not: the column of these begins with the widest",
			newPaper().figures(130, 80, "一、新收", "1", "2", "3").write(80, 100, 10, "三、本年").figures(115, 100, "", "", "", "").figures(130, 100, "（一）公开", "0", "0", "0").
				figures(195, 120, "1.秘密", "4", "5", "9").write(130, 130, 10, "（三）不").figures(190, 140, "2.不开放", "4", "5", "9"),
			[]string{"Guessed: [一、新收]→2 [1] [2] [3] / [三、本年] [（一）公开]→2 [0] [0] [0] / [（三）不] [1.秘密] [4] [5] [9] / [2.不开放] [4] [5] [9]"}},
		{"heads in the middle of wide columns, figures at their right: there are as many",
			newPaper().write(80, 80, 10, "内容").write(180, 80, 10, "制发").write(260, 80, 10, "废止").figures(0, 80, "", "", "", "").
				write(80, 100, 10, "规章").write(220, 100, 10, "1").write(300, 100, 10, "2").write(80, 120, 10, "许可").write(220, 120, 10, "3").write(300, 120, 10, "4"),
			[]string{"Guessed: [内容] [制发] [废止] / [规章] [1] [2] / [许可] [3] [4]"}},
		{"three heads and two figures at a side: nobody knows which is blank",
			newPaper().write(80, 80, 10, "内容").write(180, 80, 10, "制发").write(260, 80, 10, "废止").write(340, 80, 10, "有效").
				write(80, 100, 10, "规章").write(220, 100, 10, "1").write(380, 100, 10, "2").write(80, 120, 10, "许可").write(220, 120, 10, "3").write(380, 120, 10, "4"),
			[]string{"内容\t制发\t废止\t有效", "规章\t1\t2", "许可\t3\t4"}},
		{"two heads that fill their cells are parted by the room at the sides of these",
			newPaper().write(80, 80, 10, "内容").write(280, 80, 10, "社会公益").write(323, 80, 10, "法律服务").
				write(80, 100, 10, "规章").write(281, 100, 10, "1").write(324, 100, 10, "2").write(80, 120, 10, "许可").write(281, 120, 10, "3").write(324, 120, 10, "4"),
			[]string{"Guessed: [内容] [社会公益] [法律服务] / [规章] [1] [2] / [许可] [3] [4]"}},
		{"a head over others with a rule between them is whole, though its halves stand in the middle above these",
			newPaper().write(80, 80, 10, "内容").write(280, 80, 10, "法人或其他组织情").write(80, 100, 10, "").write(280, 100, 10, "企业").write(323, 100, 10, "机构").
				write(80, 120, 10, "规章").write(287, 120, 10, "1").write(330, 120, 10, "2").write(80, 140, 10, "许可").write(287, 140, 10, "3").write(330, 140, 10, "4").lying(75, 75, 115, 135, 155).lying(270, 95),
			[]string{"Guessed: [法人或其他组织情]→2 / [内容] [企业] [机构] / [规章] [1] [2] / [许可] [3] [4]"}},
		{"a caption with a rule below it over the whole table is none of the heads",
			newPaper().write(320, 80, 10, "第二十条").write(80, 100, 10, "内容").write(320, 100, 10, "决定数量").figures(80, 120, "许可", "1").figures(80, 140, "处罚", "2").lying(75, 75, 95, 115, 135, 155),
			[]string{"Guessed: [第二十条]→2 / [内容] [决定数量] / [许可] [1] / [处罚] [2]"}},
	} {
		assert.Equal(t, c.want, read(c.paper), c.why)
	}
}

func TestNumbersThatBreak(t *testing.T) {
	// Rows with rules between all, of which the second has the lines of a test.
	among := func(second func(*paper), rules ...float64) *paper {
		p := newPaper().figures(80, 80, "内容", "个人", "企业", "总计").figures(80, 100, "规章", "1", "2", "3")
		second(p)
		return p.figures(80, 160, "处罚", "0", "7", "7").figures(80, 180, "强制", "4", "5", "9").lying(75, append(rules, 75, 95, 115, 155, 175, 195)...)
	}
	figure := func(x, y float64, text string) func(*paper) { return func(p *paper) { p.write(x, y, 10, text) } }
	all := func(parts ...func(*paper)) func(*paper) {
		return func(p *paper) {
			for _, part := range parts {
				part(p)
			}
		}
	}
	label := figure(80, 130, "许可")
	whole := "Guessed: [内容] [个人] [企业] [总计] / [规章] [1] [2] [3] / [许可] [0] [%s] [%s] / [处罚] [0] [7] [7] / [强制] [4] [5] [9]"
	got := func(a, b string) []string {
		return []string{strings.Replace(strings.Replace(whole, "%s", a, 1), "%s", b, 1)}
	}
	for _, c := range []struct {
		why   string
		paper *paper
		want  []string // nothing where there is no table
	}{
		{"one goes on in the second line of its cell, the others stand in the middle", among(all(label, figure(300, 130, "0"), figure(360, 130, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))),
			got("6", "37646")},
		{"two do, and the other stands as high as their first lines", among(all(label, figure(300, 124, "0"), figure(360, 124, "3764"), figure(360, 136, "6"), figure(420, 124, "3764"), figure(420, 136, "68"))),
			got("37646", "376468")},
		{"as many digits below as above are another number", among(all(label, figure(300, 130, "0"), figure(360, 130, "6"), figure(420, 124, "3764"), figure(420, 136, "3764"))), nil},
		{"a first line that is too short to fill the cell", among(all(label, figure(300, 130, "0"), figure(360, 130, "6"), figure(420, 124, "37"), figure(420, 136, "6"))), nil},
		{"in the column is a figure that is wider: the cell had room for more", among(all(label, figure(300, 130, "0"), figure(360, 130, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))).write(420, 200, 10, "37646").figures(80, 200, "征收", "1", "1").lying(75, 215), nil},
		{"all go on, beside a label of one line", among(all(label, figure(300, 124, "1764"), figure(300, 136, "0"), figure(360, 124, "1764"), figure(360, 136, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))),
			[]string{"Guessed: [内容] [个人] [企业] [总计] / [规章] [1] [2] [3] / [许可] [17640] [17646] [37646] / [处罚] [0] [7] [7] / [强制] [4] [5] [9]"}},
		{"no figure stands in one line, and the label has two: there may be two rows", among(all(figure(80, 124, "许可处罚收费"), figure(80, 136, "强制"), figure(300, 124, "1764"), figure(300, 136, "0"), figure(360, 124, "1764"), figure(360, 136, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))), nil},
		{"a rule over some of the figures parts two rows, of which one cell is as high as both",
			among(func(p *paper) {
				all(label, figure(300, 130, "0"), figure(360, 130, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))(p)
				p.rule(410, 134, 520, 134.5)
			}), nil},
		{"a rule is missing between two rows, of which one has blanks: the label of the first is too short to go on",
			among(all(figure(80, 124, "许可"), figure(80, 136, "强制执行"), figure(300, 124, "0"), figure(360, 124, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))).
				write(80, 200, 10, "行政事业性收费").figures(0, 200, "", "1", "1", "2").lying(75, 215),
			nil},
		{"beside the two lines of a label that is as wide as its cell stands one number",
			among(all(figure(80, 124, "行政事业性收"), figure(80, 136, "费"), figure(300, 124, "0"), figure(360, 124, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))),
			[]string{"Guessed: [内容] [个人] [企业] [总计] / [规章] [1] [2] [3] / [行政事业性收费] [0] [6] [37646] / [处罚] [0] [7] [7] / [强制] [4] [5] [9]"}},
		{"two labels with numbers of their own are of two rows",
			among(all(figure(80, 124, "1.许可"), figure(80, 136, "2.强制"), figure(300, 124, "0"), figure(360, 124, "6"), figure(420, 124, "3764"), figure(420, 136, "6"))),
			[]string{"Guessed: [内容] [个人] [企业] [总计] / [规章] [1] [2] [3] / [1.许可] [0] [6] [3764] / [2.强制] [] [] [6] / [处罚] [0] [7] [7] / [强制] [4] [5] [9]"}},
	} {
		blocks := read(c.paper)
		if c.want == nil {
			assert.False(t, slices.ContainsFunc(blocks, func(b string) bool { return strings.Contains(b, "Guessed") && strings.Contains(b, "376") }), "%s: %q", c.why, blocks)
			continue
		}
		assert.Equal(t, c.want, blocks, c.why)
	}
}

func TestBlocksWithoutRules(t *testing.T) {
	for _, c := range []struct {
		why   string
		paper *paper
		want  []string
	}{
		{"fewer columns than in the block above: those that are blank throughout are of the cells beside them",
			newPaper().write(80, 80, 10, "内容").write(290, 80, 10, "制发").write(350, 80, 10, "废止").write(410, 80, 10, "有效").figures(80, 100, "规章", "1", "2", "3").
				write(80, 120, 10, "内容").write(290, 120, 10, "项目").write(380, 120, 10, "金额").figures(80, 140, "采购", "4").write(390, 140, 10, "5"),
			[]string{"Guessed: [内容] [制发] [废止]→2 [有效] / [规章] [1] [2]→2 [3] / [内容] [项目]→2 [金额]→2 / [采购] [4]→2 [5]→2"}},
		{"one head, as wide as several columns, over the only figures below it",
			newPaper().figures(80, 80, "内容", "制发", "废止", "有效").figures(80, 100, "规章", "1", "2", "3").figures(80, 120, "规范", "4", "5", "6").
				write(80, 140, 10, "内容").write(290, 140, 10, "收费金额（万元）").figures(80, 160, "收费", "", "7.5"),
			[]string{"Guessed: [内容] [制发] [废止] [有效] / [规章] [1] [2] [3] / [规范] [4] [5] [6] / [内容] [收费金额（万元）]→3 / [收费] [7.5]→3"}},
		{"a caption above heads says what that above the first ones does, and goes on with no label",
			newPaper().write(80, 80, 10, "第（一）项").figures(80, 94, "内容", "制发", "废止", "有效").figures(80, 108, "规章", "1", "2", "3").
				write(80, 122, 10, "第（五）项").figures(80, 136, "内容", "新增", "减少", "处理").figures(80, 150, "许可", "4", "5", "6"),
			[]string{"Guessed: [第（一）项内容] [制发] [废止] [有效] / [规章] [1] [2] [3] / [第（五）项内容] [新增] [减少] [处理] / [许可] [4] [5] [6]"}},
		{"a font sets 一 off: the head is one, since both parts stand over one column",
			newPaper().write(80, 80, 10, "内容").write(285, 80, 10, "上一年项").write(327, 80, 10, "目数量").write(420, 80, 10, "金额").
				write(80, 100, 10, "规章").write(310, 100, 10, "1").write(425, 100, 10, "2").write(80, 120, 10, "许可").write(310, 120, 10, "3").write(425, 120, 10, "4"),
			[]string{"Guessed: [内容] [上一年项目数量] [金额] / [规章] [1] [2] / [许可] [3] [4]"}},
		{"the upper line of a label that is as wide as its cell ends no table, though it is long and the figures stand below it",
			newPaper().figures(80, 80, "规章", "1", "2", "3").write(66, 101, 10, "（二）部分公开（区分处理的，只计这一情形，不").figures(0, 110, "", "4", "5", "9").write(66, 119, 10, "计其他情形）").figures(80, 150, "处罚", "0", "0", "0"),
			[]string{"Guessed: [规章] [1] [2] [3] / [（二）部分公开（区分处理的，只计这一情形，不计其他情形）] [4] [5] [9] / [处罚] [0] [0] [0]"}},
	} {
		assert.Equal(t, c.want, read(c.paper), c.why)
	}
}

func TestFramesAroundTables(t *testing.T) {
	frame := func(p *paper, y0, y1 float64) *paper {
		return p.rule(70, y0, 520, y0+.5).rule(70, y1, 520, y1+.5).rule(70, y0, 70.5, y1).rule(520, y0, 520.5, y1)
	}
	for _, c := range []struct {
		why    string
		papers []*paper
		want   []string
	}{
		{"a frame around a table without rules inside, of which a row is left for the next sheet",
			[]*paper{frame(newPaper().figures(80, 620, "内容", "个人", "企业", "总计").figures(80, 640, "规章", "1", "2", "3").figures(80, 660, "许可", "4", "5", "9"), 590, 700),
				frame(newPaper().figures(80, 80, "处罚", "0", "7", "7"), 70, 100)},
			[]string{"Guessed: [内容] [个人] [企业] [总计] / [规章] [1] [2] [3] / [许可] [4] [5] [9] / [处罚] [0] [7] [7]"}},
		{"text in a frame is still that", []*paper{frame(newPaper().write(80, 80, 10, "本报告"), 70, 100)}, []string{"本报告"}},
	} {
		assert.Equal(t, c.want, read(c.papers...), c.why)
	}
}
