package check_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/reading"
	"nianbao/internal/sample"
)

// A number of a sound text that the tables hold too is found when it is changed, whatever the sentence; every other number is told to be
// compared with nothing, and why.
func TestChangedNumbersAreFound(t *testing.T) {
	reports := map[string]*model.Report{}
	for name, r := range sample.Reports(t) {
		if name != "g-stress-2025" { // 41 pages of the same
			reports[name] = r
		}
	}
	for _, file := range []string{"corpus.txt", "hands.txt"} {
		for _, s := range sample.Corpus(t, file) {
			if s.Due == nil {
				reports[s.Text] = s.Report()
			}
		}
	}
	var changed, found, silent int
	for _, name := range slices.Sorted(maps.Keys(reports)) {
		r := reports[name]
		for _, q := range quantities(r) {
			claims := q.Claims()
			compared := slices.ContainsFunc(claims, func(c reading.Claim) bool {
				return slices.ContainsFunc(c.Sums, func(s reading.Sum) bool { return s.Keys(r.Edition) != nil }) && !c.Most && !c.Least && c.Bound == reading.Exact
			})
			if q.Form != reading.Number || !startsWithDigits(q) {
				continue
			}
			if !compared {
				require.True(t, len(claims) > 0 || q.Silence != "", "%s: %s", name, q.Statement.Words(q.Span))
				silent++
				continue
			}
			changed++
			if fires(withNumber(r, q, q.Value.Mul(decimal.NewFromInt(3)).Add(decimal.NewFromInt(7)))) {
				found++
			} else {
				t.Logf("%s is not missed in: %s", q.Statement.Words(q.Span), q.Statement.Text)
			}
		}
	}
	t.Logf("%d numbers that the tables hold, %d found when changed; %d others", changed, found, silent)
	require.Greater(t, changed, 500)
	assert.GreaterOrEqual(t, found*100, changed*98)
}

// quantities lists what a report's texts count.
func quantities(r *model.Report) (list []*reading.Quantity) {
	var texts []reading.Text
	for _, p := range r.Edition.Passages() {
		texts = append(texts, reading.Text{Section: p.Key, Paragraphs: r.Texts[p.Key]})
	}
	for _, s := range reading.Read(texts, reading.UnitOf(r)).Statements {
		list = append(list, s.Quantities...)
	}
	return list
}

func startsWithDigits(q *reading.Quantity) bool {
	first := q.Statement.Words(q.Span)[0]
	return first >= '0' && first <= '9'
}

// withNumber is the report with another number in the place of a quantity's.
func withNumber(r *model.Report, q *reading.Quantity, number decimal.Decimal) *model.Report {
	changed := *r
	changed.Texts = map[form.Key][]model.Paragraph{}
	for k, paragraphs := range r.Texts {
		changed.Texts[k] = slices.Clone(paragraphs)
	}
	s := q.Statement
	old := s.Words(q.Span)
	digits := strings.TrimLeft(old, "0123456789.,")
	changed.Texts[s.Section][s.Paragraph].Text = s.Text[:q.Start] + number.String() + digits + s.Text[q.End:]
	return &changed
}

// fires says whether a rule on texts finds something.
func fires(r *model.Report) bool {
	return slices.ContainsFunc(append(slices.Clone(textRules), "text-balance"), func(id string) bool {
		rule, _ := check.ByID(id)
		return len(rule.Find(&check.Input{Report: r})) > 0
	})
}
