package check_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// mutations is how many single changes are tried of each kind.
const mutations = 300

// mutation changes one thing in a report, as a slip would; ok is false if the report has no such thing.
// due lists the findings that the change itself calls for, beside those of the arithmetic.
type mutation struct {
	kind   string
	change func(r *model.Report, random *rand.Rand) (touched []form.Key, due []string, ok bool)
}

var slips = []mutation{
	{"a figure changed", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		c := anyFigure(r, random, func(*form.Cell) bool { return true })
		v := r.Figure(c.Key)
		set(r, c.Key, v.Number.Add(decimal.NewFromInt(int64(1+random.IntN(9)))).String()+v.Unit)
		return []form.Key{c.Key}, nil, true
	}},
	{"two figures swapped", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		count := func(c *form.Cell) bool { return c.Table == "requests" && c.Measure == form.Count }
		a, b := anyFigure(r, random, count), anyFigure(r, random, count)
		va, vb := r.Figure(a.Key).Printed(), r.Figure(b.Key).Printed()
		set(r, a.Key, vb)
		set(r, b.Key, va)
		return []form.Key{a.Key, b.Key}, nil, va != vb
	}},
	{"a digit doubled", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		c := anyFigure(r, random, func(c *form.Cell) bool { return c.Measure == form.Count && !r.Figure(c.Key).IsZero() })
		if c == nil {
			return nil, nil, false
		}
		digits := r.Figure(c.Key).Printed()
		i := random.IntN(len(digits))
		set(r, c.Key, digits[:i]+digits[i:i+1]+digits[i:])
		return []form.Key{c.Key}, nil, true
	}},
	{"a row blanked", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		row := anyFigure(r, random, func(c *form.Cell) bool { return c.RowLabel() != "" })
		var touched []form.Key
		for _, c := range r.Edition.Cells() {
			if c.Table == row.Table && c.RowLabel() == row.RowLabel() {
				set(r, c.Key, "")
				touched = append(touched, c.Key)
			}
		}
		var due []string
		for _, k := range touched { // a total as blank as its parts is no more to be typed than they are
			parts := r.Edition.Parts(k)
			if parts == nil || slices.ContainsFunc(parts, func(part form.Key) bool { return r.Figure(part).IsNumber() }) {
				due = append(due, "figure-missing "+string(k))
			}
		}
		return touched, due, true
	}},
	{"a word for a figure", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		c := anyFigure(r, random, func(*form.Cell) bool { return true })
		set(r, c.Key, "若干")
		return []form.Key{c.Key}, []string{"figure-unreadable " + string(c.Key)}, true
	}},
	{"a minus before a figure", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		c := anyFigure(r, random, func(c *form.Cell) bool { return c.Measure == form.Count && !r.Figure(c.Key).IsZero() })
		if c == nil {
			return nil, nil, false
		}
		set(r, c.Key, "-"+r.Figure(c.Key).Printed())
		return []form.Key{c.Key}, []string{"figure-negative " + string(c.Key)}, true
	}},
	{"a section deleted", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		k := []form.Key{"narrative.overview", "narrative.problems"}[random.IntN(2)]
		delete(r.Texts, k)
		return []form.Key{k}, []string{"section-empty " + string(k)}, true
	}},
	{"the form of another year", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		year := 2021 + random.IntN(5)
		if r.Edition.ID == "2021" {
			year = 2019 + random.IntN(2)
		}
		r.Fields["report.year"] = model.Field{Text: fmt.Sprint(year)}
		return []form.Key{"report.year"}, []string{"edition-fits-year report.year"}, true
	}},
	{"a year of the text left at last year's", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		year, _ := r.Year()
		now, before := fmt.Sprintf("%d年，", year), fmt.Sprintf("%d年，", year-1)
		var openings []place
		for _, p := range r.Edition.Passages() {
			for i, paragraph := range r.Texts[p.Key] {
				if strings.HasPrefix(paragraph.Text, now) {
					openings = append(openings, place{p.Key, i})
				}
			}
		}
		if openings == nil {
			return nil, nil, false
		}
		at := openings[random.IntN(len(openings))]
		texts := slices.Clone(r.Texts[at.key])
		texts[at.paragraph].Text = before + strings.TrimPrefix(texts[at.paragraph].Text, now)
		r.Texts[at.key] = texts
		return []form.Key{at.key}, []string{"year-mismatch " + string(at.key)}, true
	}},
	{"a sentence's number changed", func(r *model.Report, random *rand.Rand) ([]form.Key, []string, bool) {
		received := r.Figure("requests.received.total").Number
		wrong := received.Add(decimal.NewFromInt(int64(1 + random.IntN(9))))
		if wrong.Equal(received.Add(r.Figure("requests.carried_in.total").Number)) {
			return nil, nil, false
		}
		r.Texts["narrative.requests"] = []model.Paragraph{{Text: "本年度共收到政府信息公开申请" + wrong.String() + "件。"}}
		return []form.Key{"narrative.requests"}, []string{"text-requests narrative.requests"}, true
	}},
}

// place is a paragraph of a text.
type place struct {
	key       form.Key
	paragraph int
}

// From sound reports, single changes: what the change breaks is found, each once and on its subject, and nothing else is
// that must be put right. What else asks for a look (核实) speaks of what was changed.
func TestMutations(t *testing.T) {
	sample.Long(t)
	reports := soundReports(t)
	require.Len(t, reports, 10)
	for name, r := range reports {
		for _, f := range check.Run(&check.Input{Report: r}) {
			assert.NotContains(t, []check.Level{check.Fatal, check.Query}, f.Level, "%s is not sound: %s %s", name, f.Rule, f.Message)
		}
	}
	names := slices.Sorted(maps.Keys(reports))
	random := rand.New(rand.NewPCG(2026, 11))
	table := "| what was changed | tried | findings due | found | missed | wrong |\n|---|---|---|---|---|---|\n"
	for _, m := range slips {
		tried, due, found, missed, wrong := 0, 0, 0, 0, 0
		for tries := 0; tried < mutations && tries < 20*mutations; tries++ {
			name := names[random.IntN(len(names))]
			r := copyOf(t, reports[name])
			touched, called, ok := m.change(r, random)
			if !ok {
				continue
			}
			tried++
			want := append(brokenRelations(r), called...)
			want = append(want, wrongAuthority(r)...)
			slices.Sort(want)
			got := fatal(t, r, touched, m.kind+" in "+name)
			due += len(want)
			for _, w := range want {
				if slices.Contains(got, w) {
					found++
				} else {
					missed++
					t.Errorf("%s in %s: %s was not found", m.kind, name, w)
				}
			}
			for i, g := range got {
				if !slices.Contains(want, g) || i > 0 && got[i-1] == g {
					wrong++
					t.Errorf("%s in %s (%v): %s was found, and should not be", m.kind, name, touched, g)
				}
			}
		}
		assert.Equal(t, mutations, tried, m.kind)
		table += fmt.Sprintf("| %s | %d | %d | %d | %d | %d |\n", m.kind, tried, due, found, missed, wrong)
	}
	t.Log("\n" + table)
	text := "# Single changes to sound reports, and what is found\n\nPrinted by `NIANBAO_TESTS=all go test ./internal/check -run TestMutations -v`; ten sound reports, seeded.\n" +
		"A finding due is a broken equation or rule on its subject; wrong would be a finding that the change does not call for.\n\n" + table
	sample.Golden(t, sample.Path(t, "docs/mutations.md"), text+slipsInTexts(t))
}

// fatal lists the 强制 findings, and those that a change to a text calls for, as "rule subject"; other findings must speak of something that was touched.
func fatal(t *testing.T, r *model.Report, touched []form.Key, what string) []string {
	var list []string
	for _, f := range check.Run(&check.Input{Report: r}) {
		inText := strings.HasPrefix(string(touched[0]), "narrative.")
		called := inText && (f.Rule == "text-requests" || f.Rule == "year-mismatch")
		if f.Level == check.Fatal || called {
			list = append(list, f.Rule+" "+string(f.Cells[0].Key))
			continue
		}
		if f.Level == check.Query {
			assert.True(t, speaksOf(f, r, touched), "%s: %s %s", what, f.Rule, f.Message)
		}
	}
	slices.Sort(list)
	return list
}

// speaksOf says whether a finding has to do with what was changed: with the text or the year, or with figures of the same table,
// all of which enter into its sums.
func speaksOf(f check.Finding, r *model.Report, touched []form.Key) bool {
	changed, ok := r.Edition.Cell(touched[0])
	return !ok || slices.ContainsFunc(f.Cells, func(c check.Cell) bool {
		cell, ok := r.Edition.Cell(c.Key)
		return ok && cell.Table == changed.Table
	})
}

// brokenRelations judges the form's arithmetic anew, by the definition at the head of the catalogue.
func brokenRelations(r *model.Report) []string {
	var broken []string
	columnBroken := map[string]bool{}
	for _, relation := range r.Edition.Relations() {
		judge, ok := check.RuleOn(relation)
		if !ok {
			continue // see TestEveryRelationIsJudged
		}
		rule := judge.ID
		excess := decimal.Zero
		for i, k := range relation.Keys() {
			v := r.Figure(k)
			ok = ok && v.IsNumber()
			if i < len(relation.Left) {
				excess = excess.Add(v.Number)
			} else {
				excess = excess.Sub(v.Number)
			}
		}
		holds := excess.IsZero() || relation.Kind == form.Within && excess.IsNegative()
		totalColumn := relation.Kind != form.RowTotal && strings.HasSuffix(string(relation.Subject), ".total") && relation.Kind != form.Within
		if !ok || holds || totalColumn && columnBroken[rule] {
			continue
		}
		columnBroken[rule] = relation.Kind != form.RowTotal
		broken = append(broken, rule+" "+string(relation.Subject))
	}
	return broken
}

// wrongAuthority is what is due where a unit without the right to make 规章 reports some.
func wrongAuthority(r *model.Report) []string {
	level, ok := form.LevelNamed(r.Field("unit.level"))
	if !ok || level.Rules != form.NoRules {
		return nil
	}
	for _, c := range r.Edition.Cells() {
		if v := r.Figure(c.Key); strings.HasPrefix(string(c.Key), "proactive.rules.") && v.IsNumber() && !v.IsZero() {
			return []string{"rules-authority " + string(c.Key)}
		}
	}
	return nil
}

func anyFigure(r *model.Report, random *rand.Rand, fits func(*form.Cell) bool) *form.Cell {
	var list []form.Cell
	for _, c := range r.Edition.Cells() {
		if fits(&c) && r.Figure(c.Key).IsNumber() {
			list = append(list, c)
		}
	}
	if list == nil {
		return nil
	}
	return &list[random.IntN(len(list))]
}

func set(r *model.Report, k form.Key, typed string) {
	c, _ := r.Edition.Cell(k)
	r.Figures[k] = model.ParseFigure(c.Measure, typed)
}

// soundReports are the sample reports with their faults mended, and three with figures of their own.
func soundReports(t *testing.T) map[string]*model.Report {
	reports := maps.Collect(sample.Reports(t))
	for _, cell := range []string{"upheld", "corrected", "other", "pending", "total"} {
		set(reports["b-district-2022"], form.Key("disputes.review."+cell), "0")
	}
	set(reports["f-county-2023"], "disputes.review.total", "11")
	set(reports["f-county-2023"], "disputes.litigation_after_review.total", "5")
	random := rand.New(rand.NewPCG(7, 7))
	for i, year := range []int{2020, 2025, 2025} {
		r := check.Case{Year: year}.Input().Report
		fillSoundly(r, random)
		reports[fmt.Sprintf("own-%d", i)] = r
	}
	return reports
}

// fillSoundly gives table three figures that add up and balance.
func fillSoundly(r *model.Report, random *rand.Rand) {
	for i, p := range r.Texts["narrative.overview"] {
		if strings.HasPrefix(p.Text, "（二）") {
			r.Texts["narrative.overview"][i].Text = "（二）依申请公开。新收政府信息公开申请{{本年新收}}件，办结{{办理结果总计}}件。"
		}
	}
	for _, c := range r.Edition.Cells() {
		if c.Table == "requests" && !c.Total && !strings.Contains(string(c.Key), ".received.") && !strings.Contains(string(c.Key), ".unpaid.") {
			set(r, c.Key, fmt.Sprint(random.IntN(4)))
		}
	}
	for _, kind := range []form.RelationKind{form.ColumnTotal, form.Balanced, form.RowTotal} {
		for _, relation := range r.Edition.Relations() {
			if relation.Kind != kind || relation.Table != "requests" {
				continue
			}
			if kind == form.Balanced {
				balanceReceived(r, relation)
				continue
			}
			set(r, relation.Subject, sumOf(r, relation.Right).String())
		}
	}
}

// balanceReceived gives the row 本年新收 what makes a column balance, and a carry-over what it lacks.
func balanceReceived(r *model.Report, relation form.Relation) {
	received, carriedIn, out := relation.Left[0], relation.Left[1], relation.Right[1]
	due := sumOf(r, relation.Right).Sub(r.Figure(carriedIn).Number)
	if due.IsNegative() {
		set(r, out, r.Figure(out).Number.Sub(due).String())
		due = decimal.Zero
	}
	set(r, received, due.String())
}

func sumOf(r *model.Report, keys []form.Key) decimal.Decimal {
	sum := decimal.Zero
	for _, k := range keys {
		sum = sum.Add(r.Figure(k).Number)
	}
	return sum
}

func copyOf(t *testing.T, r *model.Report) *model.Report {
	c := *r
	c.Fields, c.Figures, c.Texts = maps.Clone(r.Fields), maps.Clone(r.Figures), maps.Clone(r.Texts)
	return &c
}
