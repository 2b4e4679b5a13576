package check_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
)

// What is shown beside a message says what was written and what that is held against, and nothing that nobody wrote.
func TestWhatIsThereAndWhatIsDue(t *testing.T) {
	text := func(words string) []check.Entry { return []check.Entry{{Key: "narrative.overview", Typed: words}} }
	for _, c := range []struct {
		why, rule string
		in        check.Case
		shown     string // beside the message
		columns   string // under 应为 and 实为
	}{
		{"no nought was written", "text-requests", check.Case{Set: append(text("2025年没有收到政府信息公开申请。"), requestOf("1")...)},
			"文字写的是“2025年没有收到政府信息公开申请”，表里是“1”", "1（表里）|2025年没有收到政府信息公开申请"},
		{"a number of the text and one of the table", "text-requests", check.Case{Set: append(text("2025年收到政府信息公开申请3件。"), requestOf("1")...)},
			"文字写的是“2025年收到政府信息公开申请3件”，表里是“1”", "1（表里）|2025年收到政府信息公开申请3件"},
		{"what is missing is nothing that something may be", "accountability-reported", check.Case{Set: text("主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。有工作考核，未发生责任追究。")},
			"没有写到“社会评议”", "社会评议（没有写到）|"},
		{"the wrong word, not a stretch that is cut inside one", "wrong-word", check.Case{Set: text("依照《中华人民共和国政府信息公开条列》（以下简称《条例》）公开信息。")}, "写的是“公开条列”，可能是“公开条例”", "公开条例|公开条列"},
		{"a span of days", "published-in-time", check.Case{Set: []check.Entry{{"report.date", "2026-02-03"}}}, "填的是“2026年2月3日”，应在“2026年1月1日至2026年1月31日”", "2026年1月1日至2026年1月31日|2026年2月3日"},
		{"a limit", "stock-covers-issued", check.Case{Set: []check.Entry{{"proactive.normative.issued", "5"}, {"proactive.normative.in_force", "3"}}}, "填的是“3”，应当“不小于5”", "不小于5|3"},
		{"a share of sentences", "copied-from-last-year", check.Case{Set: text(sameEachYear), Last: text(sameEachYear)}, "与上年相同的有“3句中的3句”，应当“相同的不到80%”", "相同的不到80%|3句中的3句"},
		{"the ledger", "ledger-differs", check.Case{Ledger: []string{"2025-12-22 自然人"}, Set: []check.Entry{{"requests.received.natural_person", "3"}, {"requests.carried_out.natural_person", "1"}}}, "填的是“3”，台账里是“1”", "1（台账里）|3"},
		{"two cells one of which is wrong", "unit-incomplete", check.Case{Set: []check.Entry{{"unit.level", "镇"}}}, "填的是“镇”，可能是“乡镇”", "乡镇|镇"},
		{"a fault of the form is sure", "rules-authority", check.Case{Set: []check.Entry{{"proactive.rules.issued", "3"}}}, "填的是“3”，应当是“0”", "0|3"},
		{"what the message quotes, and nothing in its place, is not told again", "punctuation", check.Case{Set: text("认真做好政府信息公开工作。。信息先审后发。")}, "", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			found := findings(c.in, c.rule)
			require.NotEmpty(t, found, "a finding of "+c.rule)
			var shown []string
			for _, of := range []func() (string, string){found[0].Found, found[0].Due} {
				if words, value := of(); value != "" {
					shown = append(shown, words+"“"+value+"”")
				}
			}
			assert.Equal(t, c.shown, strings.Join(shown, "，"))
			if due, is := found[0].InColumns(); c.columns != "" {
				assert.Equal(t, c.columns, due+"|"+is)
			}
		})
	}
}

const sameEachYear = "镇政府安排专人每周更新县政府网站专栏和各村便民服务公开栏。组织各村会计集中学习村务公开目录编制方法。请老党员到公开栏前讲解惠农补贴的发放标准。"

// requestOf are so many applications of persons that were all carried over.
func requestOf(many string) []check.Entry {
	return []check.Entry{{"requests.received.natural_person", many}, {"requests.received.total", many}, {"requests.carried_out.natural_person", many}, {"requests.carried_out.total", many}}
}
