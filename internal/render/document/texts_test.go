package document_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// unknown is a block that no writer knows.
type unknown struct{ document.Block }

func TestTextsAreWalkedInOrder(t *testing.T) {
	d := &document.Document{Mark: document.Draft, Notes: []document.Note{{Level: "强制", Place: "K6", Text: "请核对。"}}, Blocks: []document.Block{
		document.Title{Unit: "清溪镇", Name: "2025年报告"},
		document.Paragraph{Text: "编制说明。"},
		document.SectionHeading("narrative.overview", "一、总体情况"),
		document.Heading{Level: 2, Rank: 2, Text: "（一）主动公开"},
		document.Paragraph{Level: 3, Rank: 3, Lead: "1.文件。", Text: "如下。"},
		document.Table{Title: "情况表", Cells: []document.Cell{{Role: form.ColumnHeadSlot, Text: "总计"}, {Role: form.FigureSlot, Text: "3", Heads: []int{0}}}},
		document.Signature{Unit: "清溪镇", Date: "2026年1月20日"},
	}}
	assert.Equal(t, []document.Text{
		{0, -1, "标题", "清溪镇2025年报告"},
		{1, -1, "前言第1段", "编制说明。"},
		{2, -1, "标题“一、总体情况”", "一、总体情况"},
		{3, -1, "“一、总体情况”第1段", "（一）主动公开"},
		{4, -1, "“一、总体情况”第2段", "1.文件。如下。"},
		{5, 0, "“情况表”", "总计"},
		{5, 1, "“情况表”的“总计”一格", "3"},
		{6, -1, "落款", "清溪镇"},
		{6, -1, "落款", "2026年1月20日"},
		{7, 0, "草稿附页第1项", "强制"},
		{7, 0, "草稿附页第1项", "K6"},
		{7, 0, "草稿附页第1项", "请核对。"},
	}, d.Texts())
	d.Mark = document.Mark{}
	assert.Len(t, d.Texts(), 9, "a final report has no notes")
	d.Blocks = append(d.Blocks, unknown{})
	assert.Panics(t, func() { d.Texts() })
}

func TestCharacterChecksNameThePlace(t *testing.T) {
	e, _ := form.ByID("2021")
	typed := func(key form.Key, text string) *document.Document {
		r := model.New(e)
		r.Texts[key] = []model.Paragraph{{Text: text}}
		return document.Compose(r)
	}
	figure := model.New(e)
	figure.Figures["requests.denied.state_secret.enterprise"] = model.ParseFigure(form.Count, "约3\x01件")
	unit := model.New(e)
	unit.Fields["unit.name"] = model.Field{Text: "清溪镇\x01人民政府"}
	forbidden := func(r rune) bool { return r < '\t' || r == 0xFFFF }
	for _, c := range []struct {
		why  string
		give *document.Document
		want string
	}{
		{"a control character, with what stands around it", typed("narrative.overview", "全年公开政府信息\x00三百二十条，其中镇村两级。"),
			"“一、总体情况”第1段里的“全年公开政府信息〈U+0000〉三百二十条，其中”中有看不见的控制字符（U+0000）"},
		{"before the first section", typed("narrative.preface", "编\x02制"), "前言第1段里的“编〈U+0002〉制”中有看不见的控制字符（U+0002）"},
		{"in a heading that runs in", typed("narrative.other", "（一）收\x02费。未收取。"), "“六、其他需要报告的事项”第1段里的“（一）收〈U+0002〉费。未收取。”中有看不见的控制字符（U+0002）"},
		{"half of a surrogate pair, which Go holds as damaged UTF-8", typed("narrative.other", "甲\xed\xa0\x80乙"), "“六、其他需要报告的事项”第1段里的“甲〈U+FFFD〉〈U+FFFD〉乙”中有残缺的字符"},
		{"a noncharacter", typed("narrative.other", "甲\uffff乙"), "“六、其他需要报告的事项”第1段里的“甲〈U+FFFF〉乙”中有不是文字的字符（U+FFFF）"},
		{"the quotation is one line", typed("narrative.other", "甲\n乙\x02丙\v丁"), "“六、其他需要报告的事项”第1段里的“甲〈换行〉乙〈U+0002〉丙〈换行〉丁”中有看不见的控制字符（U+0002）"},
		{"in place of a figure, named by its heads", document.Compose(figure),
			"“收到和处理政府信息公开申请情况表”的“申请人情况”“法人或其他组织”“商业企业”“三、本年度办理结果”“（三）不予公开”“1.属于国家秘密”一格里的“约3〈U+0001〉件”中有看不见的控制字符（U+0001）"},
		{"in the unit's name", document.Compose(unit), "标题里的“清溪镇〈U+0001〉人民政府年政府信”中有看不见的控制字符（U+0001）"},
		{"only in what a file says of itself", &document.Document{Unit: "清溪\x01镇"}, "单位名称里的“清溪〈U+0001〉镇”中有看不见的控制字符（U+0001）"},
	} {
		assert.EqualError(t, c.give.CheckCharacters("网页", forbidden), c.want+"，网页里写不出来；请把它前后的文字重新打一遍", c.why)
	}
	assert.NoError(t, typed("narrative.other", "甲\ufffd乙").CheckCharacters("网页", forbidden), "a replacement character may have been typed")
	chart := document.Chart{Title: "办理结果", Groups: []document.BarGroup{{Label: "予以\x01公开", Bars: []document.Bar{{Name: "2025年"}}}}}
	assert.ErrorContains(t, typed("narrative.other", "无。").CheckCharacters("网页", forbidden, chart.Texts()...), "图表里的“予以〈U+0001〉公开”")
}

// Every text that was typed is in the document, and every figure, with the keys by which the report knows them.
func TestNothingIsLost(t *testing.T) {
	for _, name := range []string{"b-district-2022", "d-town-2020", "f-county-2023", "g-stress-2025"} {
		r := sample.Report(t, name)
		texts, figures := map[document.Source]string{}, map[form.Key]document.Cell{}
		for _, b := range document.Compose(r).Blocks {
			switch b := b.(type) {
			case document.Heading:
				texts[b.Source] = b.Text
			case document.Paragraph:
				texts[b.Source] = b.Lead + b.Text
			case document.Table:
				for _, c := range b.Cells {
					if c.Role == form.FigureSlot {
						figures[c.Key] = c
					}
				}
			}
		}
		for i, p := range r.Edition.Passages() {
			if i > 0 {
				assert.Equal(t, r.Edition.Sections[i-1].Heading(), texts[document.Source{Passage: p.Key, Index: -1}])
			}
			for j, typed := range r.Texts[p.Key] {
				text, _ := r.FillIn(typed.Text)
				assert.Equal(t, text, texts[document.Source{Passage: p.Key, Index: j}], "%s, %s", name, p.Key)
			}
		}
		require.Len(t, figures, len(r.Edition.Cells()))
		for _, c := range r.Edition.Cells() {
			got, value := figures[c.Key], r.Figure(c.Key)
			assert.Equal(t, value.Printed(), got.Text, c.Key)
			assert.Equal(t, value.State, got.State, c.Key)
			assert.Equal(t, c.Total, got.Total, c.Key)
			assert.NotEmpty(t, got.Heads, c.Key)
		}
	}
}
