package collect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// A register that an earlier version wrote has findings under numbers that are others today: they are the same ones.
func TestFormerNumbersAreTheSameFindings(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	row := model.LedgerRow{Number: 7}
	row.Cells[model.LedgerApplicant] = model.Field{Text: "自然人"}
	r.Ledger = &model.Ledger{Sheet: "依申请台账", Rows: []model.LedgerRow{row}}
	round := Round{Number: 1, Digests: []string{"以前的"}, Findings: map[string]string{}, Explained: map[string]bool{}}
	found, was := check.Run(&check.Input{Report: r}), ""
	for _, f := range found {
		number := f.Number()
		if f.Rule == "ledger-unread" {
			was = f.Was()[len(f.Was())-1]
			number = was
		}
		round.Findings[number] = "-"
	}
	require.NotEmpty(t, was, "the blank day is one that had another number")
	l := verdict.NewLedger(verdict.Options{})
	l.Add(verdict.Outcome{File: "填报.xlsx", Report: r, Findings: found})
	returned := &Returned{Entry: l.Entries()[0], Round: round}
	returned.take("现在的")
	assert.Zero(t, returned.Mended)
	assert.Zero(t, returned.Fresh)
}

// What was changed where a finding is on did not mend it as long as it is found there.
func TestMendedAndFresh(t *testing.T) {
	item := func(number, place string, was ...string) verdict.Item {
		return verdict.Item{Rule: "部分没有写到", Section: "一、总体情况", Place: place, Number: number, Was: was}
	}
	before := func(items ...verdict.Item) map[string]string {
		found := map[string]string{}
		for _, i := range items {
			found[i.Number] = subjectOf(i.Rule, i.Section, i.Place)
		}
		return found
	}
	for _, c := range []struct {
		why           string
		before        map[string]string
		now           []verdict.Item
		mended, fresh int
	}{
		{"the same", before(item("A", "A4")), []verdict.Item{item("A", "A4")}, 0, 0},
		{"in another place", before(item("A", "A4")), []verdict.Item{item("A", "A5")}, 0, 0},
		{"the text changed, and lacks the same", before(item("A", "A4")), []verdict.Item{item("B", "A4")}, 0, 0},
		{"another one in another place", before(item("A", "A4")), []verdict.Item{item("B", "A5")}, 1, 1},
		{"of two one is left, with the number of one alone", before(item("A", "A4"), item("B", "A5")), []verdict.Item{item("C", "A4", "B")}, 1, 0},
		{"a second one is there, and neither has the number of one alone", before(item("A", "A4")), []verdict.Item{item("B", "A5", "A"), item("C", "A6", "A")}, 0, 1},
		{"nothing is left", before(item("A", "A4")), nil, 1, 0},
	} {
		mended, fresh := mendedAndFresh(c.before, c.now)
		assert.Equal(t, []int{c.mended, c.fresh}, []int{mended, fresh}, c.why)
	}
}
