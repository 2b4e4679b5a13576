package verdict_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// comparedAll has one of everything that is told of two versions.
func comparedAll(t *testing.T) verdict.Compared {
	form := sample.Report(t, "e-town-2024")
	page := *form
	page.Printed = &model.Printed{Title: "【图文】" + form.Title()}
	side := func(text, place string) published.Side { return published.Side{Text: text, Place: place} }
	const overview, requests, end = published.Part(2), published.Part(4), published.Part(8)
	return verdict.Compared{
		A: verdict.Version{File: "定稿\x1b[31m.xlsx", Report: form}, B: verdict.Version{File: "网页.html", Report: &page},
		Comparison: published.Comparison{
			Differences: []published.Difference{
				{Kind: published.UnitDiffers, Key: "unit.name", A: side("望禾镇人民政府", "“基本信息”B3"), B: side("望禾乡人民政府", "标题")},
				{Kind: published.YearDiffers, Key: "report.year", A: side("2024", "“基本信息”B5"), B: side("2023", "标题")},
				{Kind: published.EditionDiffers, A: side("2019至2020年度", ""), B: side("2021年度以后", "")},
				{Kind: published.TitleDiffers, A: side("望禾镇人民政府2024年政府信息公开工作年度报告", ""), B: side("望禾镇2024年度政府信息公开年报", "")},
				{Kind: published.HeadingDiffers, Part: overview, Key: "narrative.overview", A: side("一、总体情况", ""), B: side("一、基本情况", "")},
				{Kind: published.TextAltered, Part: overview, Key: "narrative.overview", A: side("全年公开3条。", "“一、总体情况”A4"), B: side("全年公开\n5条。", "“一、总体情况”第1段"),
					Cuts: []published.Cut{{A: "全年公开3条。", B: "全年公开\n5条。"}, {A: "…一次…", B: ""}, {A: "…二…", B: "…三…"}, {A: "…四…", B: "…五…"}, {A: "…六…", B: "…七…"}}},
				{Kind: published.TextAdded, Part: overview, Key: "narrative.overview", B: side("多出来的一段。", "“一、总体情况”第2段")},
				{Kind: published.TextRemoved, Part: overview, Key: "narrative.overview", A: side("少了的一段", "“一、总体情况”A6")},
				{Kind: published.TextMoved, Part: overview, Key: "narrative.overview", A: side("换了地方的一段。", "“五、问题及改进”A4"), B: side("换了地方的一段。", "“一、总体情况”第3段")},
				{Kind: published.LabelDiffers, Part: requests, Label: "（一）予以公开", A: side("（一）予以公开", ""), B: side("（一）予以官网公开", "")},
				{Kind: published.FigureDiffers, Part: requests, Key: "requests.received.total", Label: "“一、本年新收政府信息公开申请数量”的“总计”", A: side("3", "“三、依申请公开”J6"), B: side("", "第3页 表三 第7行")},
				{Kind: published.FigureDiffers, Part: requests, Key: "requests.carried_out.total", Label: "“四、结转下年度继续办理”的“总计”", A: published.Side{Gone: true}, B: side("0", "")},
				{Kind: published.BesideAdded, Part: requests, Key: "narrative.requests", Label: model.SurplusRow.String(), B: side("9.另加 3 0", "第3页 表三 第17行")},
				{Kind: published.BesideRemoved, Part: requests, Key: "narrative.requests", Label: model.SurplusTable.String(), A: side("举报投诉 23", "")},
				{Kind: published.SignatureDiffers, Part: end, A: side("望禾镇人民政府", ""), B: side("望禾镇党政办", "")},
				{Kind: published.DateDiffers, Part: end, Key: "report.date", A: side("2025年1月13日", "“基本信息”B6")},
			},
			Unread: []published.Unread{
				{Kind: published.TitleUnread, InB: true, A: side("望禾镇人民政府2024年政府信息公开工作年度报告", "")},
				{Kind: published.UnitUnread, InA: true, B: side("望禾镇人民政府", "")},
				{Kind: published.YearUnread, InA: true, InB: true},
				{Kind: published.HeadingUnread, Part: overview, Label: "一、总体情况", InB: true},
				{Kind: published.TableUnread, Part: requests, Label: "收到和处理政府信息公开申请情况表", InB: true, Leftover: 12},
				{Kind: published.RowUnread, Part: requests, Label: "（一）予以公开", InB: true, Figures: []published.UnreadFigure{{Key: "requests.granted.total", Label: "总计", Other: "3"}}},
				{Kind: published.RowUnread, Part: requests, Label: "3.危及“三安全一稳定”", InA: true, Figures: []published.UnreadFigure{{Label: "自然人", Other: "3"}, {Label: "总计"}}},
				{Kind: published.RowUnread, Part: requests, InA: true, InB: true, Figures: []published.UnreadFigure{{Label: "总计"}}},
				{Kind: published.LabelDoubted, Part: requests, Label: "自然人", InB: true, A: side("自然人", ""), B: side("自人", "")},
				{Kind: published.FigureDoubted, Part: requests, Label: "“（七）总计”的“总计”", InB: true, Why: "这一行的数字连在一起，是按合计拆开的", A: side("3", "“三、依申请公开”J28"), B: side("5", "表三 第20行")},
				{Kind: published.HeadingUnread, Part: end - 1, Label: "六、其他需要报告的事项", InB: true, Absent: true},
				{Kind: published.DateUnread, Part: end, InB: true, A: side("2025年1月13日", "")},
			},
		},
		Notes: []string{"两份文件的内容完全相同"},
	}
}

func TestComparedText(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, verdict.WriteCompared(&b, comparedAll(t)))
	sample.Golden(t, "testdata/compared.golden", b.String())
	assert.True(t, verdict.StandingOf(b.Bytes()) == verdict.Written)
}

// A version that is called 公布的 already ends as what is its own begins.
func TestComparedByOtherNames(t *testing.T) {
	c := comparedAll(t).Comparison
	differences, _ := verdict.Told(&c, "公布的", "这一份")
	assert.Contains(t, differences, "这一份少了一段（公布的“一、总体情况”A6）：“少了的一段”")
	for _, told := range differences {
		assert.NotContains(t, told, "的的")
	}
}

func TestComparedJSON(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, verdict.WriteComparedJSON(&b, comparedAll(t)))
	assert.True(t, json.Valid(b.Bytes()))
	assert.NotContains(t, b.String(), "\x1b")
	assert.True(t, verdict.StandingOf(b.Bytes()) == verdict.Written)
	sample.Golden(t, "testdata/compared.json", b.String())
}

// The last line is the answer.
func TestConclusion(t *testing.T) {
	figure, text := published.Difference{Kind: published.FigureDiffers}, published.Difference{Kind: published.DateDiffers}
	for _, c := range []struct {
		why         string
		differences []published.Difference
		unread      int
		absent      []string
		want        string
	}{
		{"nothing", nil, 0, nil, "结论：一致。"},
		{"not all was read", nil, 2, nil, "结论：没有发现不同，但有2处读不出，请对照原件。"},
		{"a figure", []published.Difference{figure}, 0, nil, "结论：不一致，数字1处。"},
		{"texts", []published.Difference{text, text}, 0, nil, "结论：不一致，文字2处。"},
		{"both, and not all was read", []published.Difference{figure, text}, 1, nil, "结论：不一致，数字1处，文字1处；另有1处读不出，请对照原件。"},
		{"a page that ends before the last sections", nil, 1, []string{"五、存在的主要问题及改进情况", "六、其他需要报告的事项"}, "结论：没有比全，乙缺第五、六部分；另有1处读不出，请对照原件。"},
		{"nothing but these", nil, 0, []string{"六、其他需要报告的事项"}, "结论：没有比全，乙缺第六部分，请对照原件。"},
		{"and a figure", []published.Difference{figure}, 0, []string{"六、其他需要报告的事项"}, "结论：不一致，数字1处；乙缺第六部分，请对照原件。"},
	} {
		compared := verdict.Compared{Comparison: published.Comparison{Differences: c.differences, Unread: make([]published.Unread, c.unread)}}
		for _, heading := range c.absent {
			compared.Unread = append(compared.Unread, published.Unread{Kind: published.HeadingUnread, Label: heading, InB: true, Absent: true})
		}
		assert.Equal(t, c.want, compared.Conclusion(), c.why)
	}
}
