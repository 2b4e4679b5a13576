package flat

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// figuresOf writes what was read as "key=text" with the table's name left out, those that are 0 but for it.
func figuresOf(r Reading, prefix string, noughts bool) string {
	var all []string
	for _, f := range r.Figures {
		if rest, ok := strings.CutPrefix(string(f.Key), prefix); ok && (noughts || f.Text != "0") {
			all = append(all, rest+"="+f.Text)
		}
	}
	return strings.Join(all, " ")
}

const heads2021 = "第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"

// table3 is table three with rows in a shape, the named ones with other figures than 0.
func table3(line func(head, label string, figures []string) string, other map[string]string) string {
	var b strings.Builder
	for _, c := range form.Editions()[1].Cells() {
		if c.Table != "requests" || c.Column[len(c.Column)-1].Key != "natural_person" {
			continue
		}
		l := label.RowOf(label.Requests, strings.TrimSuffix(strings.TrimPrefix(string(c.Key), "requests."), ".natural_person"))
		figures := strings.Fields("0 0 0 0 0 0 0")
		if f, ok := other[l.Key]; ok {
			figures = strings.Fields(f)
		}
		head := ""
		if len(c.Row) > 1 && len(c.Row[len(c.Row)-2].Children) > 0 && c.Row[len(c.Row)-2].Children[0].Label == c.RowLabel() {
			head = c.Row[len(c.Row)-2].Label
		}
		b.WriteString(line(head, c.RowLabel(), figures))
	}
	return b.String()
}

const heads3 = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"

func TestShapesThatWereSeen(t *testing.T) {
	spaced := func(head, label string, figures []string) string {
		return strings.TrimSpace(head+" "+label+" "+strings.Join(figures, " ")) + "\n"
	}
	for _, test := range []struct{ why, text, prefix, want string }{
		{"bars, five grid columns", "第二十条第（一）项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | |\n规章 | 0 | 1 | 2 | |\n行政规范性文件 | 3 | 0 | 9 | |\n", "proactive.", "rules.repealed=1 rules.in_force=2 normative.issued=3 normative.in_force=9"},
		{"bars, a grid column that is blank in the middle of all rows", "第二十条第（一）项 |||| |\n信息内容 | 本年制发件数 | | 本年废止件数 | 现行有效件数 |\n规章 | 0 | | 3 | 0 |\n行政规范性文件 | 2 | | 1 | 9 |\n", "proactive.", "rules.repealed=3 normative.issued=2 normative.repealed=1 normative.in_force=9"},
		{"bars, a blank cell in one of the rows", "第二十条第（一）项 |||| |\n信息内容 | 本年制发件数 | | 本年废止件数 | 现行有效件数 |\n规章 | 1 | 3 | 4 |\n行政规范性文件 | 2 | | 1 | 9 |\n", "proactive.", "rules.issued=1 rules.repealed=3 rules.in_force=4"},
		{"bars, blank cells in different places", "第二十条第（一）项 |||| |\n信息内容 | 本年制发件数 | | 本年废止件数 | 现行有效件数 |\n规章 | 1 | 3 | | 4 |\n行政规范性文件 | 2 | | 1 | 9 |\n", "proactive.", ""},
		{"a row alone with a blank cell", "第二十条第（一）项 |||| |\n信息内容 | 本年制发件数 | | 本年废止件数 | 现行有效件数 |\n行政规范性文件 | 2 | | 1 | 9 |\n", "proactive.", ""},
		{"bars at the line's start", heads2021 + "| 规章 | 2 | 0 | 2 | \n| 行政规范性文件 | 0 | 0 | 7 | \n", "proactive.", "rules.issued=2 rules.in_force=2 normative.in_force=7"},
		{"a bar alone is a blank cell", "|\n第二十条第（一）项 |\n|\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n|\n规章 |\n0 |\n5 |\n|\n|\n行政规范性文件 |\n4 |\n0 |\n6 |\n|\n", "proactive.", "rules.repealed=5 normative.issued=4 normative.in_force=6"},
		{"a head that lost its second line", "第二十条第（一）项\n信息内容 | 本年新 | 本年新 | 对外公开总数量 |\n规章 | 0 | 0 | 4 |\n规范性文件 | 3 | 2 | 5 |\n", "proactive.", "rules.total=4 normative.made=3 normative.published=2 normative.total=5"},
		{"a head in other words", "第二十条第（一）项\n信息内容 | 本年新制发件数量 | 废止数量 | 现行有效数量 |\n规章 | 0 | 1 | 4 |\n", "proactive.", "rules.repealed=1 rules.in_force=4"},
		{"letters of heads lost", "第二十条第（一）项\n信息内容 | 本年发件 | 本年废止件数 | 现行有效件 |\n规章 | 0 | 1 | 4 |\n", "proactive.", "rules.repealed=1 rules.in_force=4"},
		{"one head too few", "第二十条第（一）项\n信息内容 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 1 | 4 |\n", "proactive.", ""},
		{"heads of another order", "第二十条第（一）项\n信息内容 | 现行有效件数 | 本年废止件数 | 本年制发件数 |\n规章 | 0 | 1 | 4 |\n", "proactive.", ""},
		{"signs and words, whatever stands there", "第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 0/0 | 增加5 | 12 |\n其他对外管理服务事项 | 3 | 增98 | 0 |\n第二十条第（六）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政处罚 | 4 | +19 | 77 |\n行政强制 | 4 | 增 | 1 |\n第二十条第（八）项\n信息内容 | 上一年项目数量 | 本年增/减 |\n行政事业性收费 | 9 | -15 |\n第二十条第（九）项\n信息内容 | 采购项目数量 | 采购总金额 |\n政府集中采购 | 43 | 43.788万元 |\n", "proactive.",
			"licensing.items=0/0 licensing.change=增加5 licensing.decisions=12 other_services.items=3 other_services.change=增98 penalties.items=4 penalties.change=+19 penalties.decisions=77 compulsion.items=4 compulsion.change=增 compulsion.decisions=1 fees.items=9 fees.change=-15 procurement.items=43 procurement.amount=43.788万元"},
		{"a slash and a dash are cells", heads2021 + "规章 | / | — | 0 |\n行政规范性文件 | - | 0 | 1 |\n", "proactive.", "rules.issued=/ rules.repealed=— normative.issued=- normative.in_force=1"},
		{"fees with six decimals", heads2021 + "规章 | 0 | 0 | 0 |\n第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元） |\n行政事业性收费 | 5949.088667 |\n", "proactive.", "fees.amount=5949.088667"},
		{"notes, a number in a label, a row that the form has not", "第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章(设区的市、自治州某某官网登录2022下载应提供相关数据) | 0 | 0 | 8 |\n规范性文件 | 1 | 0 | 2 |\n其他主动公开文件(含以本单位名义签发的) | 3 | 4 | 5 |\n", "proactive.", "rules.in_force=8 normative.issued=1 normative.in_force=2"},
		{"the label of a row lost", heads2021 + " | 0 | 0 | 3 |\n行政规范性文件 | 1 | 2 | 4 |\n", "proactive.", "rules.in_force=3 normative.issued=1 normative.repealed=2 normative.in_force=4"},
		{"noughts run together", "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件6233440第二十条第（五）项信息内容本年处理决定数量行政许可396442278", "proactive.", ""},
		{"tabs, a blank cell", "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t\t2\t5\n", "proactive.", "normative.repealed=2 normative.in_force=5"},
		{"the number and the head of a page in the midst of a row", "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n5\n某镇年报\n1\n行政规范性文件\n1\n2\n4\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n12\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n3\n行政强制\n0\n第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n0\n三、", "proactive.", "normative.issued=1 normative.repealed=2 normative.in_force=4 licensing.decisions=12 penalties.decisions=3"},
		{"prose behind the table", heads2021 + "规章 | 0 | 0 | 1 |\n行政规范性文件 | 1 | 2 | 4 |\n规章 5 件，行政规范性文件 9 件。\n", "proactive.", "rules.in_force=1 normative.issued=1 normative.repealed=2 normative.in_force=4"},
		{"no table at all", "全年主动公开规章 3 件，行政许可 12 件。根据《条例》第二十条第（五）项，行政许可\n77\n", "proactive.", ""},
		{"lines of pypdf", heads3 + table3(spaced, map[string]string{"denied.security_stability": "5 0 0 0 0 0 5"}), "requests.denied", ".security_stability.natural_person=5 .security_stability.total=5"},
		{"a blank total, and the number of the page that equals it", heads3 + strings.Replace(table3(spaced, map[string]string{"granted": "5 0 0 0 0 0 x"}), " x\n", "\n5\n", 1), "requests.granted", ""},
		{"page heads and numbers, letters of the upright label, the label again", heads3 + strings.NewReplacer("（二）部分公开", "Page 9 - 2020年报_审计局\n- 4 -\n三、本年度办理结果\n（二）部分公开", "2.其他法律", "三\n、本\n2.其他法律", "4.保护", "年 4.保护").Replace(
			table3(spaced, map[string]string{"granted": "3 1 0 0 0 0 4", "partially_granted": "0 2 0 0 0 0 2", "denied.third_party": "0 0 0 0 0 7 7"})), "requests.",
			"granted.natural_person=3 granted.enterprise=1 granted.total=4 partially_granted.enterprise=2 partially_granted.total=2 denied.third_party.other=7 denied.third_party.total=7"},
		{"one 0 over all columns", heads3 + table3(func(head, label string, _ []string) string { return label + " | 0 | ||||||||\n" }, nil), "requests.", ""},
		{"the head repeated after the page", heads3 + strings.Replace(table3(spaced, map[string]string{"received": "9 0 0 0 0 0 9", "total": "9 0 0 0 0 0 9"}), "（四）无法提供", heads3+"（四）无法提供", 1), "requests.", "received.natural_person=9 received.total=9 total.natural_person=9 total.total=9"},
		{"其他 and 总计 without their numbers", heads3 + strings.NewReplacer("3.其他 ", "其他 ", "（七）总计", "总计").Replace(table3(spaced, map[string]string{"other.miscellaneous": "2 0 0 0 0 0 2", "total": "2 0 0 0 0 0 2"})), "requests.", "other.miscellaneous.natural_person=2 other.miscellaneous.total=2 total.natural_person=2 total.total=2"},
		{"other numbers of labels, letters lost", heads3 + strings.NewReplacer("1.申请人", "1、申请人", "2.其他法律行政法规禁止公开", "2.其他法律行政止公开", "二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开数量").Replace(
			table3(spaced, map[string]string{"other.uncorrected": "1 0 0 0 0 0 1", "denied.law_prohibited": "0 3 0 0 0 0 3", "carried_in": "4 0 0 0 0 0 4"})), "requests.",
			"carried_in.natural_person=4 carried_in.total=4 denied.law_prohibited.enterprise=3 denied.law_prohibited.total=3 other.uncorrected.natural_person=1 other.uncorrected.total=1"},
		{"heads that are no heads", "| 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 数据7 |\n| --- | --- | --- | --- | --- | --- | --- |\n" + table3(func(_, label string, figures []string) string {
			return "| " + label + " | " + strings.Join(figures, " | ") + " |\n"
		}, map[string]string{"granted": "1 0 0 0 0 0 1"}), "requests.", ""},
		{"sentences with words of the table before it", "三、收到和处理政府信息公开申请情况\n收到申请 5 件。\n予以公开 4 件\n不予公开 1 件\n" + heads3 + table3(spaced, map[string]string{"granted": "3 1 0 0 0 0 4"}), "requests.", "granted.natural_person=3 granted.enterprise=1 granted.total=4"},
		{"unknown words of a head", "信息内容 | 本年订制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 1 | 4 |\n", "proactive.", "rules.repealed=1 rules.in_force=4"},
		{"a word of the other edition in a sentence", heads2021 + "规章 | 0 | 0 | 1 |\n行政规范性文件 | 1 | 2 | 4 |\n政府集中采购 5 件，共计 6 万元。\n", "proactive.", "rules.in_force=1 normative.issued=1 normative.repealed=2 normative.in_force=4"},
		{"torn heads of table four", "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结 结 其 尚\n结 结 其 尚 结 结 其 尚\n果 果 他 未\n果 果 他 未 总计 果 果 他 未 总计\n维 纠 结 审\n维 纠 结 审 维 纠 结 审\n持 正 果 结 总计\n持 正 果 结 持 正 果 结\n1 0 0 2 3 0 0 0 0 0 0 4 0 0 4\n", "disputes.",
			"review.upheld=1 review.pending=2 review.total=3 litigation_after_review.corrected=4 litigation_after_review.total=4"},
		{"heads of table four a word a line", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n未经复议直接起诉 复议后起诉\n" + strings.Repeat("结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n", 3) + "0 1 0 0 1 0 0 0 0 0 0 0 0 0 0\n五、存在的主要问题及改进情况\n", "disputes.", "review.corrected=1 review.total=1"},
		{"table four run together", "四、政府信息公开行政复议、行政诉讼情况\n" + strings.ReplaceAll(disputeHeads, "\n", "") + "10203120001200000五、存在的主要问题及改进情况", "disputes.", "review.upheld=1 review.other=2 review.total=3 litigation_direct.upheld=12 litigation_direct.total=12"},
		{"sentences before table four", "四、政府信息公开行政复议、行政诉讼情况\n2022年，本机关行政复议 3 件，\n行政诉讼 0 件。\n" + disputeHeads + "3\n0\n0\n0\n3\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n五、存在的主要问题及改进情况\n", "disputes.", "review.upheld=3 review.total=3"},
		{"table four in another order is none", "四、政府信息公开行政复议、行政诉讼情况\n" + strings.Replace(disputeHeads, "结果维持\n结果纠正", "结果纠正\n结果维持", 1) + "3\n0\n0\n0\n3\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n五、存在的主要问题及改进情况\n", "disputes.", ""},
	} {
		t.Run(test.why, func(t *testing.T) {
			r := Read(test.text, 2022)
			assert.Equal(t, test.want, figuresOf(r, test.prefix, false))
			checkPlaces(t, test.text, r)
		})
	}
}

const disputeHeads = "行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"

func TestWhatIsLeftIsSaid(t *testing.T) {
	for _, test := range []struct{ why, text, left string }{
		{"an ambiguous row keeps its string", "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件6233440第二十条第（五）项信息内容本年处理决定数量行政许可39", "6233440: " + together + "|39: " + endOfText},
		{"a row with too few", heads2021 + "规章 0 4\n行政规范性文件 1 2 3\n第二十条第（五）项", "0 4: " + tooFew},
		{"a row with too many", heads2021 + "规章 0 4 5 6\n行政规范性文件 1 2 3\n第二十条第（五）项", "0 4 5 6: " + tooMany},
		{"a row that the form has not", heads2021 + "规章 1 2 3\n其他主动公开文件 1 2 3\n行政规范性文件 1 2 3\n第二十条第（五）项", "1 2 3: " + notInForm},
	} {
		var left []string
		for _, u := range Read(test.text, 0).Unplaced {
			left = append(left, u.Text+": "+u.Why)
		}
		assert.Equal(t, test.left, strings.Join(left, "|"), test.why)
	}
}

func TestCopiesThatDisagree(t *testing.T) {
	one := heads2021 + "规章 | 0 | 0 | 1 |\n行政规范性文件 | 1 | 2 | 4 |\n"
	same := Read(one+"五、存在的主要问题及改进情况\n"+one, 0)
	assert.Len(t, same.Figures, 6)
	assert.Empty(t, same.Unplaced)
	other := Read(one+"五、存在的主要问题及改进情况\n"+strings.Replace(one, "4 |", "7 |", 1), 0)
	assert.Len(t, other.Figures, 5)
	var left []string
	for _, u := range other.Unplaced {
		left = append(left, u.Text+": "+u.Why)
	}
	assert.Equal(t, []string{"4: " + disagree, "7: " + disagree}, left)
}

func TestBlankIsNotNought(t *testing.T) {
	r := Read(heads2021+"规章 | 0 |  | 1 |\n行政规范性文件 | 1 | 2 | 4 |\n", 0)
	assert.Equal(t, "rules.issued=0 rules.in_force=1 normative.issued=1 normative.repealed=2 normative.in_force=4", figuresOf(r, "proactive.", true))
	assert.Equal(t, []form.Key{"proactive.rules.repealed"}, r.Blank)
	r = Read(strings.ReplaceAll(heads2021, " | ", "\t")+"规章\t0\t0\t某\n行政规范性文件\t1\t2\t4\n", 0)
	assert.NotContains(t, r.Blank, form.Key("proactive.rules.in_force"), "text that is no figure is none, but not blank")
}

func TestEditionOfTheTables(t *testing.T) {
	old := "第二十条第（一）项\n信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n规章 | 0 | 0 | 4 |\n"
	for _, test := range []struct {
		why, text string
		year      int
		edition   string
		figures   int
	}{
		{"the tables tell, whatever the year", old, 2022, "2019", 3},
		{"the tables of 2021", heads2021 + "规章 | 0 | 0 | 4 |\n", 0, "2021", 3},
		{"words of both", heads2021 + "规章 | 0 | 0 | 4 |\n" + old, 0, "", 0},
		{"nothing tells", "第二十条第（六）项\n信息内容 | 本年处理决定数量 |\n行政处罚 | 5 |\n行政强制 | 0 |\n", 0, "", 0},
		{"the year tells", "第二十条第（六）项\n信息内容 | 本年处理决定数量 |\n行政处罚 | 5 |\n行政强制 | 0 |\n", 2023, "", 2},
	} {
		r := Read(test.text, test.year)
		id := ""
		if r.Edition != nil {
			id = r.Edition.ID
		}
		assert.Equal(t, test.edition, id, test.why)
		assert.Len(t, r.Figures, test.figures, test.why)
	}
}

func TestExtentsAreTablesAlone(t *testing.T) {
	text := "一、总体情况\n全年行政许可 12 件。\n二、主动公开政府信息情况\n本镇情况如下。\n" + heads2021 + "规章 | 0 | 0 | 1 |\n行政规范性文件 | 1 | 2 | 4 |\n规章 5 件，行政规范性文件 9 件。\n三、收到和处理政府信息公开申请情况\n收到申请 5 件，其中：\n予以公开 4 件。\n五、存在的主要问题及改进情况\n无。"
	r := Read(text, 0)
	if assert.Len(t, r.Extents, 1) {
		e := r.Extents[0]
		assert.Equal(t, label.Proactive, e.Table)
		assert.Equal(t, heads2021+"规章 | 0 | 0 | 1 |\n行政规范性文件 | 1 | 2 | 4", text[e.Start:e.End])
	}
	for n, s := range shapes {
		m := makeReport(seeded(uint64(n)), form.Editions()[1], sort{})
		text := m.text(s)
		seen := map[label.Table]int{}
		for _, e := range Read(text, 0).Extents {
			seen[e.Table] += e.End - e.Start
			assert.NotContains(t, text[e.Start:e.End], "总体情况", s.name)
			assert.NotContains(t, text[e.Start:e.End], "2023年", s.name)
		}
		if s.name != "dropped" { // of table four too little is left
			assert.Len(t, seen, 3, "%s: %s", s.name, fmt.Sprint(seen))
		}
	}
}

// Heads of table four without figures are no paragraphs either.
func TestExtentOfHeadsWithoutFigures(t *testing.T) {
	for _, test := range []struct {
		why, text, want string
	}{
		{"lines that were there before are lost", "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n", "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结"},
		{"a sentence", "行政复议 行政诉讼 结果维持 结果纠正的案件没有，其他结果 尚未审结的案件也没有。\n", ""},
		{"a few words", "行政复议\n行政诉讼\n没有。\n", ""},
		{"words in another order", "行政复议\n行政诉讼\n结果纠正\n结果维持\n", ""},
	} {
		text := "四、政府信息公开行政复议、行政诉讼情况\n" + test.text + "五、存在的主要问题及改进情况\n无。"
		got := ""
		for _, e := range Read(text, 2022).Extents {
			got += text[e.Start:e.End]
		}
		assert.Equal(t, test.want, got, test.why)
	}
}

func TestWordings(t *testing.T) {
	r := Read(heads2021+"规章（内部） | 0 | 0 | 1 |\n规范性文件 | 1 | 2 | 4 |\n", 0)
	var all []string
	for _, w := range r.Wordings {
		all = append(all, w.Prescribed+": "+w.Printed)
	}
	assert.Equal(t, []string{"规章: 规章（内部）", "行政规范性文件: 规范性文件"}, all)
}
