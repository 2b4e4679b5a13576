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
		round.Findings[number] = ""
	}
	require.NotEmpty(t, was, "the blank day is one that had another number")
	l := verdict.NewLedger(verdict.Options{})
	l.Add(verdict.Outcome{File: "填报.xlsx", Report: r, Findings: found})
	returned := &Returned{Entry: l.Entries()[0], Round: round}
	returned.take("现在的")
	assert.Zero(t, returned.Mended)
	assert.Zero(t, returned.Fresh)
}
