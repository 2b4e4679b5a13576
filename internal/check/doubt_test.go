package check_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// toldBy is what a rule's findings are told as.
func toldBy(id string, in *check.Input) []check.Finding {
	again := *in
	return slices.DeleteFunc(check.Run(&again), func(f check.Finding) bool { return f.Rule != id })
}

// doubtful is a case's report with a doubt about one figure.
func doubtful(c check.Case, k form.Key) *check.Input {
	in := c.Input()
	v := in.Report.Figures[k]
	v.Doubt = "行名“本年新收件”读作“一、本年新收政府信息公开申请数量”"
	in.Report.Figures[k] = v
	return in
}

func TestWhoseFault(t *testing.T) {
	const subject, term = form.Key("requests.received.total"), form.Key("requests.received.enterprise")
	wrong := check.Case{Set: []check.Entry{{Key: subject, Typed: "1"}}}
	for _, c := range []struct {
		why     string
		in      *check.Input
		doubted bool
	}{
		{"all was read as it stands", wrong.Input(), false},
		{"the total may have been read wrong", doubtful(wrong, subject), true},
		{"a part may have been read wrong", doubtful(wrong, term), true},
		{"something else may have been read wrong", doubtful(wrong, "requests.granted.other"), false},
	} {
		found := toldBy("requests-row-total", c.in)
		require.Len(t, found, 1, c.why)
		assert.Equal(t, c.doubted, found[0].Doubt != "", c.why)
		assert.Equal(t, c.doubted, found[0].Level == check.Query, "%s: what is doubtful need not be put right", c.why)
		assert.Equal(t, toldBy("requests-row-total", wrong.Input())[0].Fingerprint, found[0].Fingerprint, "%s: it is the same finding", c.why)
	}
}

// What last year's report says may have been read wrong too.
func TestDoubtOfLastYear(t *testing.T) {
	in := check.Case{Last: []check.Entry{{Key: "requests.carried_out.natural_person", Typed: "1"}}}.Input()
	require.Len(t, toldBy("carried-in-last-year", in), 1)
	assert.Empty(t, toldBy("carried-in-last-year", in)[0].Doubt)
	v := in.Last.Figures["requests.carried_out.natural_person"]
	v.Doubt = "表格没有框线，各列是按位置分的"
	in.Last.Figures["requests.carried_out.natural_person"] = v
	assert.Equal(t, v.Doubt, toldBy("carried-in-last-year", in)[0].Doubt)
}

// onPage is a report of a unit as it was printed, with a rule on the county's offices broken.
func onPage(unit, level string) *check.Input {
	in := check.Case{Set: []check.Entry{{Key: "unit.name", Typed: unit}, {Key: "unit.level", Typed: level}, {Key: "proactive.rules.issued", Typed: "1"}}}.Input()
	in.Report = published(in.Report, func(text string) string { return text })
	return in
}

// A published report does not print the unit's level: its name tells where it can.
func TestLevelOfPublishedReports(t *testing.T) {
	for _, c := range []struct {
		unit  string
		known bool
	}{
		{"清溪镇人民政府", true}, {"望江街道办事处", true}, {"青垣县财政局", true}, {"云屏区人民政府", false}, {"兴平市教育局", false}, {"青垣县青年联合会", false},
	} {
		findings := check.Run(onPage(c.unit, ""))
		has := func(rule string) bool {
			return slices.ContainsFunc(findings, func(f check.Finding) bool { return f.Rule == rule })
		}
		assert.Equal(t, c.known, has("rules-authority"), c.unit)
		assert.False(t, has("unit-incomplete"), "%s: nothing is asked for that is not printed", c.unit)
	}
}

// A unit or a year that was not read may stand on the page all the same.
func TestUnitNotRead(t *testing.T) {
	for _, f := range toldBy("unit-incomplete", onPage("", "")) {
		assert.NotEqual(t, check.Fatal, f.Level)
		assert.NotEmpty(t, f.Doubt)
		assert.Contains(t, f.Message, "没有读出")
	}
	assert.Len(t, toldBy("unit-incomplete", onPage("", "")), 1)
}

// Lines of a table in a section's text are no text; what was not found of the table is told once.
func TestTableInText(t *testing.T) {
	in := onPage("清溪镇人民政府", "")
	for _, c := range in.Report.Edition.Cells() {
		if c.Table == "requests" {
			in.Report.Figures[c.Key] = model.Value{State: model.Missing}
		}
	}
	in.Report.Texts["narrative.requests"] = model.SplitParagraphs("（一）予以公开\n0\n1.属于国家秘密 | 0 | 3\n（三）不予公开 5\n2.重复申请\n0000\n四、结转下年度继续办理", model.Place{})
	var told []string
	for _, f := range check.Run(in) {
		if s, ok := in.Report.Edition.SectionOf(f.Cells[0].Key); ok && s.Text.Key == "narrative.requests" {
			told = append(told, f.Level.String()+" "+f.Rule)
		}
	}
	assert.Equal(t, []string{"强制 section-missing"}, told)
}

// Where paragraphs were pieced together from lines, their ends tell nothing, and what hangs on them may be our fault.
func TestPiecedParagraphs(t *testing.T) {
	in := onPage("清溪镇人民政府", "")
	in.Report.Texts["narrative.other"] = model.SplitParagraphs("公开信息190条，其中工作动态125条、公告公示15条。本年度未收取政府信息公开信息处\n理费（没有发出通知", model.Place{})
	cut := func() (marks, sums []check.Finding) {
		in := &check.Input{Report: in.Report}
		return append(toldBy("punctuation", in), toldBy("run-on", in)...), toldBy("text-parts-sum", in)
	}
	marks, sums := cut()
	require.NotEmpty(t, marks)
	require.Len(t, sums, 1)
	assert.Empty(t, sums[0].Doubt)
	in.Report.Printed.Pieced = true
	marks, sums = cut()
	assert.Empty(t, marks)
	require.Len(t, sums, 1)
	assert.NotEmpty(t, sums[0].Doubt)
}
