package model_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

func report(t *testing.T, entries map[form.Key]string) *model.Report {
	e, ok := form.ByID("2021")
	require.True(t, ok)
	r := model.New(e)
	for key, typed := range entries {
		if cell, ok := e.Cell(key); ok {
			r.Figures[key] = model.ParseFigure(cell.Measure, typed)
		} else {
			r.Fields[key] = model.Field{Text: typed}
		}
	}
	return r
}

func TestDate(t *testing.T) {
	for _, c := range []struct{ why, typed, want string }{
		{"as the form asks for it", "2026-01-20", "2026-01-20"},
		{"as printed", "2026年1月20日", "2026-01-20"},
		{"with slashes", "2026/1/20", "2026-01-20"},
		{"with dots", "2026.1.20", "2026-01-20"},
		{"as a spreadsheet exports it", "2026-01-20 00:00:00", "2026-01-20"},
		{"full-width digits", "２０２６年１月２０日", "2026-01-20"},
		{"Chinese numerals, as old official documents have it", "二〇二六年一月二十日", "2026-01-20"},
		{"the tenth", "二○二六年十月十日", "2026-10-10"},
		{"the thirty-first", "二零二六年十二月三十一日", "2026-12-31"},
		{"a day that the calendar lacks", "2026-02-30", ""},
		{"no day", "2026年1月", ""},
		{"not given", "", ""},
		{"something else", "明天", ""},
	} {
		date, ok := report(t, map[form.Key]string{"report.date": c.typed}).Date()
		require.Equal(t, c.want != "", ok, c.why)
		if ok {
			assert.Equal(t, c.want, date.Format("2006-01-02"), c.why)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ why, year, want string }{
		{"digits", "2025", "清溪镇人民政府2025年政府信息公开工作年度报告"},
		{"the word for year is not doubled", "2025年", "清溪镇人民政府2025年政府信息公开工作年度报告"},
		{"full-width digits", "２０２５", "清溪镇人民政府2025年政府信息公开工作年度报告"},
		{"what cannot be read stays", "今年", "清溪镇人民政府今年年政府信息公开工作年度报告"},
	} {
		assert.Equal(t, c.want, report(t, map[form.Key]string{"unit.name": " 清溪镇人民政府", "report.year": c.year}).Title(), c.why)
	}
}

func TestSplitParagraphs(t *testing.T) {
	for _, c := range []struct {
		why, typed string
		want       []string
	}{
		{"one paragraph", "全年公开信息。", []string{"全年公开信息。"}},
		{"ideographic indent is dropped", "　　全年公开信息。", []string{"全年公开信息。"}},
		{"line breaks in a cell are paragraphs", "一段。\n二段。\r\n三段。", []string{"一段。", "二段。", "三段。"}},
		{"empty lines are none", "\n\n一段。\n　\n", []string{"一段。"}},
		{"markup is text", "<b>a & b</b>", []string{"<b>a & b</b>"}},
		{"spaces inside stay", "a  b　c", []string{"a  b　c"}},
		{"nothing", "　", nil},
	} {
		var got []string
		for _, p := range model.SplitParagraphs(c.typed, model.Place{}) {
			got = append(got, p.Text)
		}
		assert.Equal(t, c.want, got, c.why)
	}
}

func TestFillIn(t *testing.T) {
	r := report(t, map[form.Key]string{
		"unit.name": "清溪镇人民政府", "report.year": "2025", "report.date": "2026-01-20", "unit.level": "乡镇",
		"requests.received.total": "30", "requests.received.natural_person": "28", "proactive.fees.amount": "12.5000",
		"requests.unavailable.not_held.total": "2", "requests.unavailable.creation_required.total": "1", "requests.unavailable.unclear.total": "0",
	})
	for _, c := range []struct{ why, typed, want string }{
		{"a figure by its name", "收到{{本年新收}}件", "收到30件"},
		{"a cell", "自然人{{本年新收·自然人}}件", "自然人28件"},
		{"spaces in the braces", "收到{{ 本年新收 }}件", "收到30件"},
		{"a key", "收到{{requests.received.total}}件", "收到30件"},
		{"full-width braces", "收到｛｛本年新收｝｝件", "收到30件"},
		{"an amount as it was entered", "{{行政事业性收费}}万元", "12.5000万元"},
		{"the sum of a group", "无法提供{{无法提供}}件", "无法提供3件"},
		{"the unit and the year", "{{单位}}{{年份}}年", "清溪镇人民政府2025年"},
		{"the date as printed", "{{成文日期}}", "2026年1月20日"},
		{"something unknown stays", "{{本年新}}", "{{本年新}}"},
		{"something blank stays", "{{上年结转}}", "{{上年结转}}"},
		{"text without placeholders", "a {b} c", "a {b} c"},
	} {
		got, _ := r.FillIn(c.typed)
		assert.Equal(t, c.want, got, c.why)
	}
	_, open := r.FillIn("{本年新收}和{随便}")
	assert.Equal(t, []model.Placeholder{{Text: "{本年新收}", Meant: "本年新收"}}, open, "a forgotten brace is told, other braces are text")
	_, open = r.FillIn("{{本年新}}、{{上年结转}}、{{电话}}、{{啊}}、{{")
	assert.Equal(t, []model.Placeholder{
		{Text: "{{本年新}}", Lookup: "本年新"},
		{Text: "{{上年结转}}", Known: true, Key: "requests.carried_in.total"},
		{Text: "{{电话}}", Known: true, Key: "unit.phone"},
		{Text: "{{啊}}", Lookup: "啊"},
		{Text: "{{"},
	}, open)
}
