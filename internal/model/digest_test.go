package model_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestDigest(t *testing.T) {
	some := func() *model.Report {
		r := report(t, map[form.Key]string{"unit.name": "清溪镇人民政府", "report.year": "2024", "requests.received.natural_person": "3", "proactive.fees.amount": "12.5"})
		r.Texts["narrative.overview"] = []model.Paragraph{{Text: "第一段"}, {Text: "第二段"}}
		return r
	}
	for _, c := range []struct {
		why    string
		change func(r *model.Report)
		same   bool
	}{
		{"nothing", func(*model.Report) {}, true},
		{"a figure", func(r *model.Report) {
			r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "4")
		}, false},
		{"a figure wiped out", func(r *model.Report) { delete(r.Figures, "requests.received.natural_person") }, false},
		{"0 is a figure", func(r *model.Report) { r.Figures["requests.received.enterprise"] = model.ParseFigure(form.Count, "0") }, false},
		{"the same figure elsewhere", func(r *model.Report) {
			r.Figures["requests.received.enterprise"] = r.Figures["requests.received.natural_person"]
			delete(r.Figures, "requests.received.natural_person")
		}, false},
		{"the same figure, stored as text with its unit", func(r *model.Report) {
			r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "３件")
		}, true},
		{"zeros at the end, which no spreadsheet keeps", func(r *model.Report) {
			r.Figures["proactive.fees.amount"] = model.NumberValue(decimal.RequireFromString("12.5000"))
		}, true},
		{"an amount in another unit", func(r *model.Report) { r.Figures["proactive.fees.amount"] = model.ParseFigure(form.Amount, "12.5元") }, false},
		{"what is no number", func(r *model.Report) {
			r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "无")
		}, false},
		{"a field", func(r *model.Report) { r.Fields["unit.phone"] = model.Field{Text: "1"} }, false},
		{"spaces around a field", func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: " 清溪镇人民政府 "} }, true},
		{"a paragraph", func(r *model.Report) { r.Texts["narrative.overview"][1].Text = "第二段。" }, false},
		{"paragraphs in another order", func(r *model.Report) {
			r.Texts["narrative.overview"] = []model.Paragraph{{Text: "第二段"}, {Text: "第一段"}}
		}, false},
		{"two paragraphs joined", func(r *model.Report) {
			r.Texts["narrative.overview"] = []model.Paragraph{{Text: "第一段\n第二段"}}
		}, false},
		{"a paragraph in another section", func(r *model.Report) {
			r.Texts["narrative.other"] = r.Texts["narrative.overview"]
			delete(r.Texts, "narrative.overview")
		}, false},
		{"another edition", func(r *model.Report) { r.Edition, _ = form.ByID("2019") }, false},
		{"other places", func(r *model.Report) {
			r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府", Place: model.Place{Sheet: "基本信息", Ref: "B3"}}
			r.Texts["narrative.overview"][0].Place = model.Place{Ref: "A4"}
		}, true},
		{"explanations, strays and asides", func(r *model.Report) {
			r.Answers = []model.Answer{{Number: "A1B2C3", Text: "经核实，数据属实。"}}
			r.Strays, r.Asides = []model.Stray{{Text: "漏在外面"}}, []string{"有图片"}
		}, true},
	} {
		r := some()
		c.change(r)
		assert.Equal(t, c.same, r.Digest() == some().Digest(), c.why)
	}
	assert.Regexp(t, `^[0-9a-f]{16}$`, some().Digest())
}

// A digest is kept in files, so that it must not change with the program: a version that has others takes all copies that were
// made before for edited ones.
func TestDigestStays(t *testing.T) {
	assert.Equal(t, "f8151a08107ad511", report(t, map[form.Key]string{"unit.name": "清溪镇人民政府", "report.year": "2024", "requests.received.natural_person": "3"}).Digest())
}
