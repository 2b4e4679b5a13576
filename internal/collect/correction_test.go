package collect_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/collect"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
)

// What was mended after it was published is told in the words of a notice, each place once; what is not of one report is no correction.
func TestCorrection(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	published := job.File{Name: "公布的.xlsx", Data: given.Book(t, r)}
	overview := func(r *model.Report, change func([]model.Paragraph) []model.Paragraph) {
		r.Texts["narrative.overview"] = change(append([]model.Paragraph(nil), r.Texts["narrative.overview"]...))
	}
	for _, c := range []struct {
		why    string
		change func(*model.Report)
		notice []string // what it says, besides what any does
		err    string
	}{
		{"nothing was mended", func(*model.Report) {}, nil, ""},
		{"a figure, by the words of the form, since readers know no others", func(r *model.Report) {
			r.Figures["proactive.licensing.decisions"] = model.NumberValue(decimal.NewFromInt(41))
		}, []string{"有1处数字有误", "1．“行政许可”的“本年处理决定数量”：原为0，更正为41。"}, ""},
		{"an amount, with the unit that the form's heading has", func(r *model.Report) {
			r.Figures["proactive.fees.amount"] = model.NumberValue(decimal.RequireFromString("33.3"))
		}, []string{"有1处数字有误", "1．“行政事业性收费”的“本年收费金额（单位：万元）”：原为0万元，更正为33.3万元。"}, ""},
		{"a figure and a text", func(r *model.Report) {
			r.Figures["proactive.licensing.decisions"] = model.NumberValue(decimal.NewFromInt(41))
			overview(r, func(p []model.Paragraph) []model.Paragraph {
				p[0].Text = strings.Replace(p[0].Text, "公开讲得明", "公开说得清", 1)
				return p
			})
		}, []string{"有1处数字、1处文字有误", "1．“行政许可”的", "2．“一、总体情况”：原为“2024年，望禾镇以“公开讲得明、", "更正为“2024年，望禾镇以“公开说得清、"}, ""},
		{"a paragraph that was forgotten", func(r *model.Report) {
			overview(r, func(p []model.Paragraph) []model.Paragraph {
				return append(p, model.Paragraph{Text: "全年没有举办政府开放日活动。"})
			})
		}, []string{"有1处文字有误", "1．“一、总体情况”：增加一段“全年没有举办政府开放日活动。”"}, ""},
		{"a paragraph too many", func(r *model.Report) {
			overview(r, func(p []model.Paragraph) []model.Paragraph { return p[:len(p)-1] })
		}, []string{"有1处文字有误", "1．“一、总体情况”：删去一段“"}, ""},
		{"a date", func(r *model.Report) { r.Fields["report.date"] = model.Field{Text: "2025-01-20"} }, []string{"有1处文字有误", "1．成文日期：原来", "更正后", "2025年1月20日"}, ""},
		{"another unit's", func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"} }, nil, "单位或年度不同"},
		{"another year's", func(r *model.Report) { r.Fields["report.year"] = model.Field{Text: "2023"} }, nil, "单位或年度不同"},
	} {
		mended := sample.Report(t, "e-town-2024")
		c.change(mended)
		compared, errs := job.Compare(published, job.File{Name: "改好的.xlsx", Data: given.Book(t, mended)}, nil)
		require.Empty(t, errs, c.why)
		files, err := collect.Correction(compared)
		if c.err != "" {
			assert.ErrorContains(t, err, c.err, c.why)
			continue
		}
		require.NoError(t, err, c.why)
		if c.notice == nil {
			assert.Nil(t, files, c.why)
			continue
		}
		require.Len(t, files, 3, c.why)
		assert.Equal(t, []string{"更正清单.txt", "更正说明.txt", "更正说明.docx"}, []string{files[0].Name, files[1].Name, files[2].Name})
		notice := chinese.Unspaced(string(files[1].Data))
		for _, said := range c.notice {
			assert.Contains(t, notice, said, c.why)
		}
		assert.NotContains(t, notice, "narrative.", c.why)
	}
}
