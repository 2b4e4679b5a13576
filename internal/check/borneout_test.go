package check_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// Where two sources agree against a figure, the finding on the balance leads to it, and those on texts that are right say so.
func TestFindingsLeadToTheFigureThatIsWrong(t *testing.T) {
	const received, granted, carriedOut = form.Key("requests.received.natural_person"), form.Key("requests.granted.natural_person"), form.Key("requests.carried_out.natural_person")
	entries := func(came, done, left, said string) []check.Entry {
		return []check.Entry{{received, came}, {"requests.received.total", came}, {granted, done}, {"requests.granted.total", done}, {"requests.total.natural_person", done}, {"requests.total.total", done},
			{carriedOut, left}, {"requests.carried_out.total", left}, {"narrative.overview", "2025年收到政府信息公开申请" + said + "件，均为自然人提出。信息先审后发。"}}
	}
	ledger := []string{"2025-3-5 自然人 予以公开 2025-3-20", "2025-4-1 自然人 予以公开 2025-4-20", "2025-5-6 自然人 予以公开 2025-5-20", "2025-12-22 自然人"}
	for _, c := range []struct {
		why      string
		entries  []check.Entry
		ledger   []string
		at       form.Key // where the finding on the balance leads to; "" for none
		follows  bool     // whether the finding on the text says that the table is wrong
		textTold bool     // whether there is one
	}{
		{"ledger and text have four, the table three", entries("3", "3", "1", "4"), ledger, received, true, true},
		{"the same without a ledger: balance and text agree", entries("3", "3", "1", "4"), nil, received, true, true},
		{"only the ledger tells", entries("3", "3", "1", "3"), ledger, received, false, false},
		{"two figures are wrong, and the table balances: ledger and text agree", entries("3", "3", "0", "4"), ledger, "", true, true},
		{"the ledger has three as the table does, the text is wrong", entries("3", "3", "0", "4"), ledger[:3], "", false, true},
		{"an application of the ledger is not counted, so that nobody knows", entries("3", "3", "1", "3"), append([]string{"3月5日 自然人"}, ledger[:3]...), carriedOut, false, false},
		{"a text that says there was nothing may be last year's", append(entries("3", "0", "0", "3"), check.Entry{Key: "narrative.overview", Typed: "2025年未收到政府信息公开申请。信息先审后发。"}), nil, received, false, true},
		{"nothing but the table", entries("3", "3", "1", "3"), nil, carriedOut, false, false},
	} {
		t.Run(c.why, func(t *testing.T) {
			found := check.Run(check.Case{Set: c.entries, Ledger: c.ledger}.Input())
			var balance, text []check.Finding
			for _, f := range found {
				switch f.Rule {
				case "requests-balance":
					balance = append(balance, f)
				case "text-requests":
					text = append(text, f)
				}
			}
			if require.Equal(t, c.at != "", len(balance) > 0, "the balance"); c.at != "" {
				assert.Equal(t, c.at, balance[0].Where().Key)
			}
			if require.Equal(t, c.textTold, len(text) > 0, "the text"); c.textTold {
				assert.Equal(t, c.follows, strings.Contains(strings.Join(text[0].Hints, ""), "先改表，这里就对了"))
				assert.Equal(t, c.follows, text[0].Expected == "", "what the table has is not what it may be")
			}
		})
	}
}

// A finding that follows from another keeps the number that it had: it is on the same words.
func TestCausesLeaveTheNumber(t *testing.T) {
	set := []check.Entry{{"requests.received.natural_person", "3"}, {"requests.received.total", "3"}, {"requests.carried_out.natural_person", "3"}, {"requests.carried_out.total", "3"},
		{"narrative.overview", "2025年收到政府信息公开申请4件。信息先审后发。"}}
	alone := findings(check.Case{Set: set}, "text-requests")
	beside := findings(check.Case{Set: set, Ledger: []string{"2025-12-5 自然人", "2025-12-8 自然人", "2025-12-9 自然人", "2025-12-22 自然人"}}, "text-requests")
	require.Len(t, alone, 1)
	require.Len(t, beside, 1)
	assert.NotEqual(t, alone[0].Hints, beside[0].Hints)
	assert.Equal(t, alone[0].Number(), beside[0].Number())
}
