package job_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/collect"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/workbook"
)

// What is printed decides whether two files of a unit are one report; what adds the same is added once, and what it says otherwise is told.
func TestOneReportInTwoFiles(t *testing.T) {
	filled := func(name string, change func(r *model.Report)) job.Source {
		return given.Source(t, name, "e-town-2024", change)
	}
	asItIs := func(*model.Report) {}
	page := func(name string, change func(r *model.Report)) job.Source {
		r := sample.Report(t, "e-town-2024")
		change(r)
		var b bytes.Buffer
		require.NoError(t, docx.Write(&b, document.Compose(r)))
		saved := sample.Rezip(t, b.Bytes(), func(name, content string) string { return strings.ReplaceAll(content, "nianbao", "WPS") })
		s := job.From(name, saved)
		s.Found = true
		return s
	}
	figure := func(n string) func(r *model.Report) {
		return func(r *model.Report) {
			r.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, n)
		}
	}
	asked := func(n string) func(r *model.Report) {
		return func(r *model.Report) {
			i := model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}
			r.Indicators = []model.Given{{Indicator: i, Value: model.ParseFigure(i, n)}}
		}
	}
	field := func(k form.Key, text string) func(r *model.Report) {
		return func(r *model.Report) { r.Fields[k] = model.Field{Text: text} }
	}
	for _, c := range []struct {
		why     string
		sources []job.Source
		counted string // "" for none
		told    string
		equal   bool // checks say so, too
	}{
		{"a form and the page that was made of it, which has no level", []job.Source{page("盖章版.docx", asItIs), filled("填报.xlsx", field("unit.level", "街道"))}, "填报.xlsx", "内容相同，只加了一份：填报.xlsx、盖章版.docx", true},
		{"a page has no place for indicators", []job.Source{page("盖章版.docx", asItIs), filled("填报.xlsx", asked("3"))}, "填报.xlsx", "内容相同", true},
		{"two forms with other indicators", []job.Source{filled("a.xlsx", asked("3")), filled("b.xlsx", asked("4"))}, "", "", false},
		{"the page says another number", []job.Source{filled("填报.xlsx", asItIs), page("盖章版.docx", figure("99"))}, "", "", false},
		{"the page says another sentence: where is told", []job.Source{filled("填报.xlsx", asItIs), page("盖章版.docx", func(r *model.Report) {
			r.Texts["narrative.other"] = []model.Paragraph{{Text: "没有其他要报告的。"}}
		})}, "填报.xlsx", "数一样，只加了一份（填报.xlsx），请核对用哪一份：", false},
		{"one unit's name with brackets of two widths", []job.Source{filled("a.xlsx", field("unit.name", "望禾县教育局（体育局）")), filled("b.xlsx", field("unit.name", "望禾县教育局(体育局)"))}, "a.xlsx", "内容相同，只加了一份：a.xlsx、b.xlsx", true},
		{"forms with other phones", []job.Source{filled("a.xlsx", asItIs), filled("b.xlsx", field("unit.phone", "000-1234567"))}, "a.xlsx", "《b.xlsx》是“000-1234567”", false},
	} {
		a, err := collect.Aggregate(collect.Aggregation{Unit: "望禾县人民政府"}, job.Gather(c.sources))
		require.NoError(t, err, c.why)
		counted := ""
		for _, r := range a.Counted {
			counted += r.File
		}
		assert.Equal(t, c.counted, counted, c.why)
		assert.Contains(t, strings.Join(a.Notes, "\n"), c.told, c.why)
		plan := job.NewPlan(c.sources)
		require.Len(t, plan.Inputs, 2, c.why)
		assert.Len(t, plan.Inputs[0].Alike, 2, c.why)
		assert.Equal(t, c.equal, plan.Inputs[0].Equal, c.why)
	}
}

// A form as it was sent out is no second report beside the one that its unit filled in; what is all that came stays one.
func TestUntouchedFormsBesideReports(t *testing.T) {
	sent := func(name string, options workbook.Options, change func(r *model.Report)) job.Source {
		last := sample.Report(t, "e-town-2024")
		r, _, err := job.Blank(2025, last.Unit(), "乡镇", last, "")
		require.NoError(t, err)
		r.Indicators = []model.Given{{Indicator: model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}}}
		change(r)
		var b bytes.Buffer
		_, err = workbook.Write(&b, r, options)
		require.NoError(t, err)
		s := job.From(name, b.Bytes())
		s.Found = true
		return s
	}
	asItWent := func(*model.Report) {}
	theirs := given.Source(t, "填好.xlsx", "e-town-2024", func(r *model.Report) { r.Fields["report.year"] = model.Field{Text: "2025"} })
	named := func(s job.Source) job.Source { s.Found = false; return s }
	for _, c := range []struct {
		why     string
		sources []job.Source
		inputs  []string
	}{
		{"with what last year's left", []job.Source{sent("下发.xlsx", workbook.Options{}, asItWent), theirs}, []string{"填好.xlsx"}},
		{"with noughts", []job.Source{sent("下发.xlsx", workbook.Options{Zero: true}, asItWent), theirs}, []string{"填好.xlsx"}},
		{"alone it is what the unit handed in", []job.Source{sent("下发.xlsx", workbook.Options{}, asItWent), sent("又.xlsx", workbook.Options{}, asItWent)}, []string{"下发.xlsx", "又.xlsx"}},
		{"who names it means it", []job.Source{named(sent("下发.xlsx", workbook.Options{}, asItWent)), theirs}, []string{"下发.xlsx", "填好.xlsx"}},
		{"a number was filled in", []job.Source{sent("下发.xlsx", workbook.Options{}, func(r *model.Report) {
			r.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, "3")
		}), theirs}, []string{"下发.xlsx", "填好.xlsx"}},
		{"a nought where none is sent out", []job.Source{sent("下发.xlsx", workbook.Options{Zero: true}, func(r *model.Report) {
			r.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, "0")
		}), theirs}, []string{"下发.xlsx", "填好.xlsx"}},
		{"a sentence", []job.Source{sent("下发.xlsx", workbook.Options{}, func(r *model.Report) {
			r.Texts["narrative.other"] = []model.Paragraph{{Text: "没有。"}}
		}), theirs}, []string{"下发.xlsx", "填好.xlsx"}},
		{"a figure beside the form", []job.Source{sent("下发.xlsx", workbook.Options{}, func(r *model.Report) {
			r.Indicators[0].Value = model.ParseFigure(r.Indicators[0].Indicator, "3")
		}), theirs}, []string{"下发.xlsx", "填好.xlsx"}},
	} {
		plan := job.NewPlan(c.sources)
		var inputs []string
		for _, in := range plan.Inputs {
			inputs = append(inputs, in.Name)
		}
		assert.Equal(t, c.inputs, inputs, c.why)
		assert.Equal(t, len(c.sources)-len(inputs), len(plan.Blanks), c.why)
	}
}
