package check_test

import (
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
)

// book is a report as a workbook holds it: what is typed stands as typed, and totals add themselves up but for those that were typed over.
type book struct {
	*model.Report
	typedOver map[form.Key]bool
}

// put types a figure, and adds up again.
func (b book) put(k form.Key, typed string) {
	set(b.Report, k, typed)
	for range 2 { // a total of totals
		for _, c := range b.Edition.Cells() {
			if c.Total && !b.typedOver[c.Key] {
				b.Figures[c.Key] = b.added(c.Key)
			}
		}
	}
}

// added is what a total adds up to, without what is no number, as spreadsheets do.
func (b book) added(total form.Key) model.Value {
	numbers := slices.DeleteFunc(slices.Clone(b.Edition.Parts(total)), func(k form.Key) bool { return !b.Figure(k).IsNumber() })
	if numbers == nil {
		return model.Value{}
	}
	return b.Sum(numbers)
}

func (b book) canChange(k form.Key) bool {
	c, ok := b.Edition.Cell(k)
	return ok && (!c.Total || b.typedOver[k])
}

// follow does once what findings ask for: each figure becomes what it should be. It tells whether any was asked for.
func (b book) follow(t *testing.T, findings []check.Finding) (asked bool) {
	for _, f := range findings {
		_, isFigure := b.Edition.Cell(f.Cells[0].Key)
		due, err := decimal.NewFromString(strings.TrimPrefix(f.Expected, "不大于"))
		if f.Text != nil || !isFigure || err != nil {
			continue
		}
		require.False(t, due.IsNegative(), f.Message)
		require.Zero(t, f.At, "what is asked for is asked of the figure where it is told: %s", f.Message)
		require.True(t, b.canChange(f.Cells[0].Key), "nobody can type into what adds itself up: %s", f.Message)
		b.put(f.Cells[0].Key, due.String())
		asked = true
	}
	return asked
}

// balance does once what a finding on a balance leads to: the figure that it names takes up the difference.
func (b book) balance(t *testing.T, findings []check.Finding) (led bool) {
	for _, f := range findings {
		if f.Rule != "requests-balance" {
			continue
		}
		at := f.Where()
		require.True(t, b.canChange(at.Key), "%s leads to %s", f.Message, at.Label)
		more := decimal.RequireFromString(f.Difference)
		if !strings.Contains(string(at.Key), ".received.") && !strings.Contains(string(at.Key), ".carried_in.") {
			more = more.Neg()
		}
		now := b.Figure(at.Key).Number.Add(more)
		require.False(t, now.IsNegative(), "%s leads to %s", f.Message, at.Label)
		b.put(at.Key, now.String())
		led = true
	}
	return led
}

// Who does what the findings ask for comes to an end, is never asked to change what cannot be changed, and for no negative number. What they cannot
// know is asked of no figure: they lead to one with which it can be mended. Once the program asked a total to be 1, then 4, then 1, and another to be -3.
func TestWhoDoesWhatIsAskedForArrives(t *testing.T) {
	const tries, most = 120, 5
	reports := soundReports(t)
	names := slices.Sorted(maps.Keys(reports))
	random := rand.New(rand.NewPCG(2026, 30))
	for try := range tries {
		b := book{copyOf(t, reports[names[random.IntN(len(names))]]), map[form.Key]bool{}}
		wrong := func(c *form.Cell) {
			b.put(c.Key, []string{"0", "1", "2", "3", "7", "10", "30", "一"}[random.IntN(8)])
		}
		in := &check.Input{Report: b.Report}
		if try%3 == 0 {
			in.Last = copyOf(t, b.Report)
		}
		for range 1 + random.IntN(4) {
			wrong(anyFigure(b.Report, random, func(c *form.Cell) bool { return c.Measure == form.Count && !c.Total }))
		}
		if try%2 == 0 {
			over := anyFigure(b.Report, random, func(c *form.Cell) bool { return c.Total })
			b.typedOver[over.Key] = true
			wrong(over)
		}
		findings := check.Run(in)
		for rounds := 0; b.follow(t, findings) || b.balance(t, findings); rounds++ {
			require.LessOrEqual(t, rounds, most, "round and round: %s", messages(findings))
			findings = check.Run(in)
		}
		for _, f := range findings {
			rule, _ := check.ByID(f.Rule)
			assert.False(t, rule.Judges != nil && f.Level == check.Fatal, f.Message)
		}
	}
}
