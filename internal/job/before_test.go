package job

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// lastOf is a report of a unit on a year as a file.
func lastOf(t *testing.T, unit, year string, found bool) Source {
	t.Helper()
	r := sample.Report(t, "e-town-2024")
	r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
	var b bytes.Buffer
	require.NoError(t, exchange.Write(&b, r))
	s := From(unit+year+".json", b.Bytes())
	s.Found = found
	return s
}

func TestWhatAReportIsHeldAgainst(t *testing.T) {
	const heir, gone, earlier = "清溪镇人民政府", "柏坞乡人民政府", "松坪乡人民政府"
	on := func(year int) time.Time { return time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC) }
	list := county.NewList([]county.Member{{Name: heir, Former: []string{"清水乡人民政府"}}, {Name: gone, Ended: on(2024), Successors: []string{heir}},
		{Name: earlier, Ended: on(2022), Successors: []string{gone}}})
	renamed := county.NewList([]county.Member{{Name: heir, Former: []string{"清水乡人民政府"}}})
	for _, c := range []struct {
		why      string
		unit     string // "" for heir
		list     *county.List
		together bool
		given    []Source
		against  []string
		note     string
	}{
		{why: "both are there, and the list knows of them", list: list, given: []Source{lastOf(t, heir, "2023", true), lastOf(t, gone, "2023", true)}, against: []string{heir, gone}, note: "相加"},
		{why: "without a list each finds its own", given: []Source{lastOf(t, heir, "2023", true), lastOf(t, gone, "2023", true)}, against: []string{heir}},
		{why: "brackets are typed in another width", unit: "青垣县教育局（体育局）", given: []Source{lastOf(t, "青垣县教育局(体育局)", "2023", true), lastOf(t, gone, "2023", true)}, against: []string{"青垣县教育局(体育局)"}},
		{why: "last year it was called in short", unit: "青垣县清溪镇人民政府", given: []Source{lastOf(t, heir, "2023", true), lastOf(t, gone, "2023", true)}, against: []string{heir}},
		{why: "or by its longer name", given: []Source{lastOf(t, "青垣县清溪镇人民政府", "2023", true), lastOf(t, gone, "2023", true)}, against: []string{"青垣县清溪镇人民政府"}},
		{why: "towns of two counties: nobody knows which it is", given: []Source{lastOf(t, "青垣县清溪镇人民政府", "2023", true), lastOf(t, "云屏县清溪镇人民政府", "2023", true)}, note: "没有找到“清溪镇人民政府”2023年度的报告"},
		{why: "the town of that name is another member", list: county.NewList([]county.Member{{Name: heir}, {Name: "云屏县清溪镇人民政府"}}), given: []Source{lastOf(t, "云屏县清溪镇人民政府", "2023", true), lastOf(t, gone, "2023", true)}, note: "没有找到"},
		{why: "it has a report of its own on this year", given: []Source{lastOf(t, "云屏县清溪镇人民政府", "2023", true), lastOf(t, "云屏县清溪镇人民政府", "2024", true)}, note: "没有找到"},
		{why: "one is missing: what is left is not the sum", list: list, given: []Source{lastOf(t, heir, "2023", true), lastOf(t, "石桥镇人民政府", "2023", true)}, note: "“柏坞乡人民政府”，没有找到2023年度"},
		{why: "a single file is half of it too", list: list, given: []Source{lastOf(t, heir, "2023", false)}, note: "“柏坞乡人民政府”，没有找到2023年度"},
		{why: "it had another name then", list: list, given: []Source{lastOf(t, "清水乡人民政府", "2023", true), lastOf(t, gone, "2023", true)}, against: []string{"清水乡人民政府", gone}, note: "相加"},
		{why: "a new unit has none of its own, which is said", list: list, given: []Source{lastOf(t, gone, "2023", true)}, against: []string{gone}, note: "没有找到“清溪镇人民政府”自己2023年度的报告"},
		{why: "the clerk names both", together: true, given: []Source{lastOf(t, "甲镇人民政府", "2023", false), lastOf(t, "乙镇人民政府", "2023", false)}, against: []string{"甲镇人民政府", "乙镇人民政府"}, note: "相加"},
		{why: "one of them is of another year", together: true, given: []Source{lastOf(t, heir, "2023", false), lastOf(t, gone, "2022", false)}, note: "是2022年度的，不是2023年度的"},
		{why: "one unit twice with the same figures counts once", together: true, given: []Source{lastOf(t, heir, "2023", false), From("又一份.json", dataOf(t, lastOf(t, heir, "2023", false)))}, against: []string{heir}},
		{why: "with other figures nobody knows which counts", together: true, given: []Source{lastOf(t, heir, "2023", false), otherFigures(t, lastOf(t, heir, "2023", false))}, note: "有的用不了，不能相加"},
		{why: "nor in a folder, where all of them are named", given: []Source{lastOf(t, heir, "2023", true), otherFigures(t, lastOf(t, heir, "2023", true))},
			note: "“清溪镇人民政府”2023年度的报告有2份（清溪镇人民政府2023.json、改过的清溪镇人民政府2023.json），数不一样，没有和上年比较"},
		{why: "nor where they are under two names of the unit", list: renamed, given: []Source{lastOf(t, heir, "2023", true), otherFigures(t, lastOf(t, "清水乡人民政府", "2023", true))},
			note: "“清溪镇人民政府”2023年度的报告有2份（清溪镇人民政府2023.json、改过的清水乡人民政府2023.json），数不一样"},
		{why: "under two names with the same figures", list: renamed, given: []Source{lastOf(t, "清水乡人民政府", "2023", true), lastOf(t, heir, "2023", true)}, against: []string{heir}},
		{why: "what one that was taken in left is not known either", list: list, given: []Source{lastOf(t, heir, "2023", true), lastOf(t, gone, "2023", true), otherFigures(t, lastOf(t, gone, "2023", true))},
			note: "由“清溪镇人民政府”承接的“柏坞乡人民政府”2023年度的报告有2份"},
	} {
		last, err := NewLastYear(c.given)
		require.NoError(t, err, c.why)
		last.Together = c.together
		r := sample.Report(t, "e-town-2024")
		r.Fields["unit.name"] = model.Field{Text: cmp.Or(c.unit, heir)}
		b, note := last.Of(r, c.list)
		var against []string
		switch {
		case b.Each != nil:
			for _, one := range b.Each {
				against = append(against, one.Unit())
			}
		case b.Report != nil:
			against = []string{b.Report.Unit()}
		}
		assert.Equal(t, c.against, against, c.why)
		assert.Len(t, b.Sources, len(c.against), c.why)
		assert.Contains(t, note, c.note, c.why)
		if c.note == "" {
			assert.Empty(t, note, c.why)
		}
	}
}

func TestALastYearThatIsNamedIsRead(t *testing.T) {
	_, err := NewLastYear([]Source{lastOf(t, "清溪镇人民政府", "2023", false), From("坏.json", []byte("{"))})
	assert.ErrorContains(t, err, "坏.json：", "the rest is no sum")
}

// otherFigures is the report in a source with another figure.
func otherFigures(t *testing.T, s Source) Source {
	t.Helper()
	r, err := s.Report()
	require.NoError(t, err)
	r.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, "7")
	var b bytes.Buffer
	require.NoError(t, exchange.Write(&b, r))
	other := From("改过的"+s.Name, b.Bytes())
	other.Found = s.Found
	return other
}

func dataOf(t *testing.T, s Source) []byte {
	t.Helper()
	data, err := s.Open()
	require.NoError(t, err)
	return data
}

// A chart shows last year's figures beside this year's, unless only a part of them is the unit's.
func TestChartsOfWhatWasDivided(t *testing.T) {
	r, last := sample.Report(t, "e-town-2024"), sample.Report(t, "e-town-2024")
	last.Fields["report.year"] = model.Field{Text: "2023"}
	for _, c := range []struct {
		why     string
		before  Before
		isShown bool
	}{
		{"the unit's own, or all that others left", Before{Report: last}, true},
		{"of a divided unit", Before{Report: last, Divided: []string{"柏坞镇人民政府"}}, false},
	} {
		formats, err := Formats("html")
		require.NoError(t, err)
		files, err := (&Renderer{Formats: formats, Options: render.Options{Charts: true}}).Render(Checked{Before: c.before, Outcome: verdict.Outcome{Report: r}})
		require.NoError(t, err)
		require.NoError(t, files[0].Err)
		assert.Equal(t, c.isShown, strings.Contains(string(files[0].Data), "2023年"), c.why)
	}
}

// However a unit's figures of last year are divided among predecessors, the same is found.
func TestPartsAreHeldAgainstAsTheWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 26))
	found := 0
	for range 60 {
		r, whole := sample.Report(t, "e-town-2024"), sample.Report(t, "e-town-2024")
		whole.Fields["report.year"] = model.Field{Text: "2023"}
		clear(whole.Texts)
		parts := []*model.Report{model.New(whole.Edition), model.New(whole.Edition), model.New(whole.Edition)}
		for _, c := range whole.Edition.Cells() {
			n := random.Int64N(6)
			whole.Figures[c.Key] = model.SumValue(c.Measure, decimal.NewFromInt(n))
			for i, p := range parts {
				part := random.Int64N(n + 1)
				if i == len(parts)-1 {
					part = n
				}
				p.Figures[c.Key], n = model.SumValue(c.Measure, decimal.NewFromInt(part)), n-part
			}
		}
		for _, carry := range r.Edition.CarryOvers() {
			r.Figures[carry.Key] = model.SumValue(form.Count, decimal.NewFromInt(random.Int64N(6)))
		}
		of := func(last *model.Report, each []*model.Report) (told [][]string) {
			for _, f := range check.Run(&check.Input{Report: r, Last: last, Predecessors: each}) {
				told = append(told, []string{f.Rule, string(f.Cells[0].Key), f.Expected, f.Actual, f.Difference, f.Number()})
				if f.Rule == "carried-in-last-year" || f.Rule == "stock-roll-forward" {
					found++
				}
			}
			return told
		}
		require.Equal(t, of(whole, nil), of(Merged(parts), parts))
	}
	assert.Positive(t, found, "what was held against last year")
}

// What last year's report leaves to this one, and what of it could not be read: no nought is written there, and it is told.
func TestWhatCouldNotBeReadIsNotCarriedOver(t *testing.T) {
	for _, c := range []struct {
		why     string
		change  func(*model.Report)
		printed string // the figure that was left, in the workbook with noughts
		granted string // an outcome of its column
		told    string
	}{
		{"it was read: the outcomes of its column stay blank", func(*model.Report) {}, "2", "", ""},
		{"it is none", func(r *model.Report) {
			r.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, "0")
		}, "0", "0", ""},
		{"it is blank there, which says none", func(r *model.Report) { delete(r.Figures, "requests.carried_out.natural_person") }, "0", "0", ""},
		{"the page was not read there", func(r *model.Report) {
			r.Printed = &model.Printed{}
			r.Figures["requests.carried_out.natural_person"] = model.Value{State: model.Missing}
			r.Figures["requests.carried_out.total"] = model.ParseFigure(form.Count, "2") // so that nothing proves a nought
			r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "99")
		}, "", "", "二、上年结转政府信息公开申请数量：自然人"},
		{"nor is it a number", func(r *model.Report) {
			r.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, "3或4")
		}, "", "", "二、上年结转政府信息公开申请数量：自然人"},
	} {
		last := sample.Report(t, "e-town-2024")
		last.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, "2")
		c.change(last)
		r, _, err := Blank(2025, "", "", last, "去年.html")
		require.NoError(t, err, c.why)
		assert.Equal(t, c.told, strings.Join(NotCarried(r), "；"), c.why)
		assert.Equal(t, c.told, strings.Join(unheld(2025, []*model.Report{last}), "；"), "so says checking: "+c.why)
		var b bytes.Buffer
		_, err = workbook.Write(&b, r, workbook.Options{Zero: true})
		require.NoError(t, err, c.why)
		sent, err := workbook.Read(b.Bytes())
		require.NoError(t, err, c.why)
		assert.Equal(t, c.printed, sent.Figure("requests.carried_in.natural_person").Printed(), c.why)
		assert.Equal(t, c.granted, sent.Figure("requests.granted.natural_person").Printed(), c.why)
		assert.Equal(t, model.Blank != sent.Figure("requests.carried_in.natural_person").State, c.printed != "", "the cell is there: "+c.why)
	}
}
