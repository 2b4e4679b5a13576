package check_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// saying is a unit's report of which section five says something.
func saying(unit, text string) *model.Report {
	r := model.New(form.Editions()[1])
	r.Fields["unit.name"] = model.Field{Text: unit}
	r.Texts["narrative.problems"] = model.SplitParagraphs(text, model.Place{})
	return r
}

func folded(unit, text string) (list []string) {
	for _, s := range check.Statements(saying(unit, text)) {
		list = append(list, s.Folded)
	}
	return list
}

// What a copy replaces makes no difference; what says something else does.
func TestStatementsOfACopy(t *testing.T) {
	for _, c := range []struct {
		why        string
		unit, text string
		as, copy   string
		same       bool
	}{
		{"full name and place", "清溪镇人民政府", "清溪镇人民政府在“清溪发布”开了专栏。", "石桥镇人民政府", "石桥镇人民政府在“石桥发布”开了专栏。", true},
		{"a town copies from a township", "柏坞乡人民政府", "我乡把查询设备搬到村口，乡政府派人讲解。", "石桥镇人民政府", "我镇把查询设备搬到村口，镇政府派人讲解。", true},
		{"the unit by what it is", "清溪镇人民政府", "清溪镇人民政府把查询设备搬到村口。", "石桥镇人民政府", "本机关把查询设备搬到村口。", true},
		{"a department's field is no name", "青垣县财政局", "财政资金的去向写得太粗。", "青垣县民政局", "民政资金的去向写得太粗。", false},
		{"figures, in digits and in words", "清溪镇人民政府", "查询设备有12台长期闲置。", "石桥镇人民政府", "查询设备有三台长期闲置。", true},
		{"years, and what stands for this one", "清溪镇人民政府", "2025年度查询设备长期闲置。", "石桥镇人民政府", "今年查询设备长期闲置。", true},
		{"the number of an item", "清溪镇人民政府", "一是查询设备长期闲置；", "石桥镇人民政府", "查询设备长期闲置；", true},
		{"marks and spaces", "清溪镇人民政府", "“查询设备”，长期闲置。", "石桥镇人民政府", "查询设备 长期闲置！", true},
		{"another place than the own", "清溪镇人民政府", "柏坞乡的查询设备长期闲置。", "石桥镇人民政府", "石桥镇的查询设备长期闲置。", false},
		{"another word", "清溪镇人民政府", "查询设备长期闲置。", "石桥镇人民政府", "查询设备长期停用。", false},
	} {
		t.Run(c.why, func(t *testing.T) {
			a, b := folded(c.unit, c.text), folded(c.as, c.copy)
			require.Len(t, a, 1)
			require.Len(t, b, 1)
			assert.Equal(t, c.same, a[0] == b[0], "%s / %s", a[0], b[0])
		})
	}
}

// What everybody writes is nobody's.
func TestFormalSentences(t *testing.T) {
	for _, c := range []struct {
		why, text string
		own       bool
	}{
		{"nothing was asked for", "2025年，清溪镇未收到政府信息公开申请。", false},
		{"figures of the tables", "全年收到政府信息公开申请5件，上年结转1件，均已按时答复，其中予以公开3件、部分公开2件。", false},
		{"nobody went to court", "没有发生因政府信息公开引起的行政复议、行政诉讼案件。", false},
		{"the statute is followed", "清溪镇认真贯彻落实《中华人民共和国政府信息公开条例》，全面做好政府信息公开工作。", false},
		{"a heading that runs in", "（五）政府信息公开监督保障情况。", false},
		{"the notice's own instruction", "对本机关贯彻落实《条例》情况进行综述，重在聚焦主题主线，突出新意。", false},
		{"too short", "继续努力。", false},
		{"no end", "查询设备长期闲置，群众还不会用", false},
		{"a problem in few words", "公开的内容不够全面。", true},
		{"a fact of the unit", "在便民服务大厅设置查阅点，方便老人就近查看。", true},
	} {
		assert.Equal(t, c.own, len(folded("清溪镇人民政府", c.text)) == 1, c.why)
	}
}

// Paragraphs stand beside those of the other report that have most of their sentences, the same sentences marked.
func TestBeside(t *testing.T) {
	const a, b, c, d = "查询设备有3台长期闲置在仓库。", "解读材料照搬原文群众看不懂。", "大喇叭一年没有讲过一次政策。", "自己写的一句说的是年画日历。"
	other := saying("石桥镇人民政府", strings.Join([]string{b + c, "（一）存在的问题。" + d + a, b, "后来又添的一段没有人写过。"}, "\n"))
	r := saying("清溪镇人民政府", strings.Join([]string{"（一）主要问题", a + "中间隔了一句没有人写过的话。" + b + c + b}, "\n"))
	in := &check.Input{Report: r, Likes: []check.Like{{Section: "narrative.problems", Report: other, File: "石桥.xlsx"}}}
	rule, _ := check.ByID(check.LikeAnotherUnit)
	found := rule.Find(in)
	require.Len(t, found, 1)
	require.NotNil(t, found[0].Beside)
	assert.Equal(t, "“石桥镇人民政府”（石桥.xlsx）", found[0].Beside.Other)
	told := func(p check.Passage) string {
		var b strings.Builder
		for _, part := range p.Parts {
			if part.Same {
				b.WriteString("[" + part.Text + "]")
			} else {
				b.WriteString(part.Text)
			}
		}
		return b.String()
	}
	pairs := found[0].Beside.Pairs
	require.Len(t, pairs, 1)
	assert.Equal(t, "五、存在的主要问题及改进情况", pairs[0].Own.Section)
	assert.Equal(t, 2, pairs[0].Own.Paragraph)
	assert.Equal(t, 1, pairs[0].Other.Paragraph, "which has three of the four, one of them twice")
	assert.Equal(t, "["+a+"]中间隔了一句没有人写过的话。["+b+c+b+"]", told(pairs[0].Own))
	assert.Equal(t, "["+b+c+"]", told(pairs[0].Other))

	in.Likes[0].Report = saying("石桥镇人民政府", strings.Join([]string{a, b, c}, "\n"))
	in = &check.Input{Report: r, Likes: in.Likes}
	assert.Equal(t, 2, rule.Find(in)[0].Beside.Pairs[0].Other.Paragraph, "b stands twice: that paragraph has most")
	in = &check.Input{Report: saying("清溪镇人民政府", a+b+c), Likes: in.Likes}
	assert.Equal(t, 1, rule.Find(in)[0].Beside.Pairs[0].Other.Paragraph, "of those with as many, the first")
}
