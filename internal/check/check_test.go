package check_test

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// Every rule's own cases, run by the rule alone.
func TestCases(t *testing.T) {
	for _, rule := range check.Catalogue() {
		for _, c := range rule.Cases() {
			t.Run(rule.ID+"/"+c.Why, func(t *testing.T) {
				found := findings(c, rule.ID)
				subjects := []form.Key{}
				for _, f := range found {
					require.NotEmpty(t, f.Cells, "a finding names its subject")
					for _, cell := range f.Cells {
						if cell.Role == check.Subject {
							subjects = append(subjects, cell.Key)
						}
					}
					assert.Equal(t, max(rule.Level, c.Level), f.Level)
					assert.NotEmpty(t, f.Message)
					assert.NotEmpty(t, f.Citation)
					assert.Len(t, f.Fingerprint, 12)
				}
				assert.Equal(t, append([]form.Key{}, c.Finds...), subjects)
			})
		}
	}
}

func findings(c check.Case, rule string) []check.Finding {
	var found []check.Finding
	for _, f := range check.Run(c.Input()) {
		if f.Rule == rule {
			found = append(found, f)
		}
	}
	return found
}

// The catalogue is held to what a rule must have.
func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range check.Catalogue() {
		assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, rule.ID)
		assert.False(t, seen[rule.ID], "%s stands twice", rule.ID)
		seen[rule.ID] = true
		assert.NotEmpty(t, rule.Name(), rule.ID)
		called, ok := check.Called(rule.Name())
		assert.True(t, ok && called.ID == rule.ID, "%s has the name of another rule", rule.ID)
		assert.NotEmpty(t, rule.Title, rule.ID)
		assert.NotEmpty(t, rule.Citation, rule.ID)
		assert.True(t, slices.ContainsFunc(form.Editions(), rule.Holds), "%s holds for no edition", rule.ID)
		fires, quiet := 0, 0
		for _, c := range rule.Cases() {
			assert.NotEmpty(t, c.Why, rule.ID)
			if len(c.Finds) > 0 {
				fires++
			} else {
				quiet++
			}
		}
		assert.Positive(t, fires, "%s has no case that fires", rule.ID)
		assert.Positive(t, quiet, "%s has no case that stays quiet", rule.ID)
	}
}

// ofOneFace are words that only one face can show: a finding is read in a terminal, on a page and beside a cell of the workbook. What
// to do where that hangs on the face is a remedy.
var ofOneFace = regexp.MustCompile(`--|(^|[^a-z.])-[a-z]\b|nianbao|命令|选项|参数|终端|退出码|敲|回车|拖到|双击|点击|按钮|窗口`)

func TestFindingsNameNoFace(t *testing.T) {
	for _, rule := range check.Catalogue() {
		assert.NotRegexp(t, ofOneFace, rule.Name()+rule.Title+rule.Citation, rule.ID)
		for _, c := range rule.Cases() {
			assert.NotRegexp(t, ofOneFace, c.Why, rule.ID)
			for _, f := range check.Run(c.Input()) {
				for _, text := range append([]string{f.Message, f.Expected}, f.Hints...) {
					assert.NotRegexp(t, ofOneFace, text, f.Rule)
				}
			}
		}
	}
}

// The report that the cases change is sound by all rules, so a finding in a case comes from its change.
func TestSoundReportsHaveNoFindings(t *testing.T) {
	for _, e := range form.Editions() {
		dated := check.Entry{Key: "report.date", Typed: fmt.Sprintf("%d-01-20", e.FirstYear+1)}
		assert.Empty(t, check.Run(check.Case{Year: e.FirstYear, Set: []check.Entry{dated}}.Input()), e.ID)
	}
}

// The form's arithmetic is held to as a whole.
func TestEveryRelationIsJudged(t *testing.T) {
	for _, e := range form.Editions() {
		for _, r := range e.Relations() {
			rule, ok := check.RuleOn(r)
			require.True(t, ok, "%s: %v", e.ID, r)
			assert.True(t, rule.Holds(e), "%s: %s", e.ID, rule.ID)
		}
	}
}

// A new edition changes what it says that it changes: a rule falls away only with the figures that it looks at.
func TestRulesHoldInTheNextEdition(t *testing.T) {
	editions := form.Editions()
	for i, next := range editions[1:] {
		for _, rule := range check.Catalogue() {
			gone := slices.ContainsFunc(rule.Needs, func(k form.Key) bool {
				_, ok := next.Cell(k)
				return !ok
			})
			if rule.Holds(editions[i]) && !gone {
				assert.True(t, rule.Holds(next), "%s holds for %s, and not for %s", rule.ID, editions[i].ID, next.ID)
			}
		}
	}
}

// A fingerprint stays when something else changes, and goes when a figure that the finding speaks of does.
func TestFingerprint(t *testing.T) {
	broken := []check.Entry{{"requests.received.total", "1"}}
	first := findings(check.Case{Set: broken}, "requests-row-total")
	elsewhere := findings(check.Case{Set: append(broken, check.Entry{Key: "proactive.licensing.decisions", Typed: "7"})}, "requests-row-total")
	changed := findings(check.Case{Set: []check.Entry{{"requests.received.total", "2"}}}, "requests-row-total")
	require.Len(t, first, 1)
	assert.Equal(t, first[0].Fingerprint, elsewhere[0].Fingerprint)
	assert.NotEqual(t, first[0].Fingerprint, changed[0].Fingerprint)
}

// Explanations from a file are one slice for all reports of a call, and reports are checked side by side: what one report
// brings along must not be written behind them, where the next report would read it.
func TestSharedAnswersAreNotWrittenTo(t *testing.T) {
	shared := make([]model.Answer, 1, 4)
	in := check.Case{Set: []check.Entry{{"proactive.normative.issued", "5"}}}.Input()
	in.Answers = shared
	in.Report.Answers = []model.Answer{{Number: "ABCDEF", Text: "属实"}}
	require.NotEmpty(t, check.Run(in), "a finding that could be explained")
	assert.Zero(t, shared[:2][1])
}

// The bracket between a law and its article may hold the end of a sentence.
func TestSentenceEndsInsideBracket(t *testing.T) {
	in := check.Case{Set: []check.Entry{{Key: "narrative.preface", Typed: "根据《政府信息公开条例》（2019年修订。自5月15日起施行）第三十条的规定，编制本报告。"}}}.Input()
	assert.NotPanics(t, func() { check.Run(in) })
}

// BenchmarkRun is the whole catalogue on each sample report, once all lists are read.
func BenchmarkRun(b *testing.B) {
	for name, r := range sample.Reports(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				check.Run(&check.Input{Report: r})
			}
		})
	}
}

// An explanation counts as it is copied from a screen, and only if it says something.
func TestExplanations(t *testing.T) {
	in := func(typed, said string) *check.Input {
		r := sample.Report(t, "e-town-2024")
		r.Figures["proactive.normative.in_force"] = model.ParseFigure(form.Count, "0")
		r.Figures["proactive.normative.issued"] = model.ParseFigure(form.Count, "5")
		if typed != "" {
			r.Answers = []model.Answer{{Number: typed, Text: said}}
		}
		return &check.Input{Report: r}
	}
	var number string
	for _, f := range check.Run(in("", "")) {
		if f.Level == check.Query {
			number = f.Number()
		}
	}
	require.NotEmpty(t, number)
	for _, c := range []struct {
		why, typed, said string
		counts           bool
	}{
		{"the number alone", number, "经核实，数据属实。", true},
		{"as the page shows it", "编号" + number + "：", "经核实，数据属实。", true},
		{"a mark alone", number, "。", false},
		{"nothing to say", number, "无", false},
	} {
		explained, told := "", 0
		for _, f := range check.Run(in(c.typed, c.said)) {
			if f.Number() == number {
				explained = f.Explanation
			}
			if f.Rule == "answer-unmatched" {
				told++
			}
		}
		assert.Equal(t, c.counts, explained != "", c.why)
		assert.Equal(t, !c.counts, told == 1, "what does not count is told: "+c.why)
	}
	others := in("", "")
	others.Answers = []model.Answer{{Number: number, Text: "经核实，数据属实。", Unit: "望禾镇人民政府 "}}
	assert.True(t, slices.ContainsFunc(check.Run(others), func(f check.Finding) bool { return f.Number() == number && f.Explanation != "" }), "of the unit, however its name was typed")
}

// Of many cells whose names are lost the first is no better than the others, and their count is nothing that stands in one.
func TestLostNamesAreToldTogether(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	r.ByLabels = []form.Key{"requests.received.natural_person", "narrative.overview"}
	for _, f := range check.Run(&check.Input{Report: r}) {
		if f.Rule == "read-by-labels" {
			assert.Empty(t, f.Actual)
			assert.Equal(t, "2格", f.Cells[0].Label)
			return
		}
	}
	t.Error("it is not told")
}

// What is told once of a paragraph counts as often as it stands there, since points are by place.
func TestToldOnceCountsEachPlace(t *testing.T) {
	in := check.Case{Set: []check.Entry{{Key: "narrative.other", Typed: "收费通知（）件，减免（）件。"}}}.Input()
	var found []check.Finding
	for _, f := range check.Run(in) {
		if f.Rule == "leftover-text" {
			found = append(found, f)
		}
	}
	require.Len(t, found, 1)
	assert.Equal(t, 2, found[0].Times())
	assert.Contains(t, found[0].Message, "这一段同样的共2处。")
}
