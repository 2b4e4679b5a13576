package check_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/model"
)

// A 编号 names one thing to mend, so that no explanation settles what it does not speak of.
func TestNumbersTellFindingsApart(t *testing.T) {
	at := func(sheet, ref string) model.Place { return model.Place{Sheet: sheet, Ref: ref} }
	answers := []model.Answer{{Number: "A00001", Text: "属实。"}, {Number: "A00002", Text: "属实。"}}
	for _, c := range []struct {
		why, rule string
		in        check.Case
		change    func(r *model.Report)
	}{
		{"two cells of a row of the ledger, in neither of which anything stands", "ledger-unread", check.Case{Ledger: []string{"— 自然人", "2025-3-5 自然人 予以公开"}}, nil},
		{"the same in one row", "ledger-unread", check.Case{Ledger: []string{"— 自然人 予以公开"}}, nil},
		{"columns that are gone", "ledger-unread", check.Case{Ledger: []string{}}, func(r *model.Report) {
			r.Ledger.Lost = []model.LedgerColumn{model.LedgerReceived, model.LedgerClosed}
			r.Ledger.Rows = []model.LedgerRow{{Number: 7}}
		}},
		{"a day on which one was answered too late and another came in", "ledger-deadline", check.Case{Ledger: []string{"2025-11-3 自然人 予以公开 2025-12-22", "2025-12-22 自然人"}}, nil},
		{"pictures on two sheets", "left-out", check.Case{Extras: []model.Extra{{Kind: model.Picture, Place: at("一、总体情况", "A9")}, {Kind: model.Picture, Place: at("三、依申请公开", "A9")}}}, nil},
		{"a picture and an arrow", "left-out", check.Case{Extras: []model.Extra{{Kind: model.Picture, Place: at("一、总体情况", "A9")}, {Kind: model.Drawing, Place: at("一、总体情况", "A9")}}}, nil},
		{"two characters of a name", "rare-character", check.Case{Set: []check.Entry{{Key: "unit.name", Typed: "\x06\x07镇人民政府"}}}, nil},
		{"two explanations without a finding that say the same", "answer-unmatched", check.Case{}, func(r *model.Report) { r.Answers = answers }},
	} {
		t.Run(c.why, func(t *testing.T) {
			in := c.in.Input()
			in.Drawable = func(r rune) bool { return r >= ' ' }
			if c.change != nil {
				c.change(in.Report)
			}
			var numbers []string
			for _, f := range check.Run(in) {
				if f.Rule == c.rule {
					numbers = append(numbers, f.Number())
				}
			}
			require.Len(t, numbers, 2)
			assert.NotEqual(t, numbers[0], numbers[1])
		})
	}
}

// Whatever a rule finds on one report, two findings of one number are on the same words.
func TestNumbersOfTheCatalogue(t *testing.T) {
	for _, rule := range check.Catalogue() {
		for _, c := range rule.Cases() {
			messages := map[string]string{}
			for _, f := range check.Run(c.Input()) {
				if f.Text != nil {
					continue // words that stand twice are explained once
				}
				if before, ok := messages[f.Number()]; ok {
					assert.Equal(t, before, f.Message, "%s: %s", rule.ID, c.Why)
				}
				messages[f.Number()] = f.Message
			}
		}
	}
}

// In a blank cell of the ledger only its application says which it is: what was explained of one is not said of another.
func TestBlankOfAnotherApplication(t *testing.T) {
	number := func(row string) string {
		found := findings(check.Case{Ledger: []string{row}}, "ledger-unread")
		require.Len(t, found, 1)
		return found[0].Number()
	}
	assert.Equal(t, number("2025-3-5 自然人 予以公开"), number("2025-3-5 自然人 予以公开"))
	assert.NotEqual(t, number("2025-3-5 自然人 予以公开"), number("2025-4-1 商业企业 予以公开"))
}

// E9EEEA was the number of every blank cell of the ledger that should hold something.
const formerNumber = "E9EEEA"

// What was explained under a number of earlier versions is found as long as that names one finding; else the clerk is told which numbers there are now.
func TestExplainedUnderTheFormerNumber(t *testing.T) {
	noResult := "2025-3-5 自然人 予以公开" // without the day
	for _, c := range []struct {
		why       string
		ledger    []string
		answers   []model.Answer
		explained []string // what is said of the findings in turn
		told      string   // of the explanation
	}{
		{"one finding had it", []string{noResult}, []model.Answer{{Number: formerNumber, Text: "已办结，日期待查。"}}, []string{"已办结，日期待查。"}, ""},
		{"the number of today goes before", []string{noResult}, []model.Answer{{Number: formerNumber, Text: "旧的。"}, {Text: "新的。"}}, []string{"新的。"}, ""},
		{"two had it", []string{"— 自然人", noResult}, []model.Answer{{Number: formerNumber, Text: "已办结，日期待查。"}}, []string{"", ""}, "现在分成2处，编号是"},
		{"neither has", nil, []model.Answer{{Number: formerNumber, Text: "已办结，日期待查。"}}, nil, "没有对应的问题"},
	} {
		t.Run(c.why, func(t *testing.T) {
			in := check.Case{Ledger: c.ledger}.Input()
			numbers := []string{}
			for _, f := range check.Run(in) {
				if f.Rule == "ledger-unread" {
					require.Equal(t, formerNumber, f.Was())
					numbers = append(numbers, f.Number())
				}
			}
			for i, a := range c.answers {
				if a.Number == "" {
					c.answers[i].Number = numbers[0]
				}
			}
			in = check.Case{Ledger: c.ledger}.Input()
			in.Report.Answers = c.answers
			var explained []string
			told := ""
			for _, f := range check.Run(in) {
				switch f.Rule {
				case "ledger-unread":
					explained = append(explained, f.Explanation)
				case "answer-unmatched":
					told += f.Message
				}
			}
			assert.Equal(t, c.explained, explained)
			if assert.Equal(t, c.told != "", told != "", told); c.told != "" {
				assert.Contains(t, told, c.told)
				assert.False(t, slices.ContainsFunc(numbers, func(n string) bool { return !assert.Contains(t, told, n) }))
			}
		})
	}
}
