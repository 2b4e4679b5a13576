package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// The sample reports say in their text what their tables say.
func TestSampleReportsAgreeWithTheirTables(t *testing.T) {
	for name, r := range sample.Reports(t) {
		for _, id := range textRules {
			found := findingsOf(t, r, id)
			assert.Empty(t, found, "%s: %s%s", name, id, messages(found))
		}
	}
}

func TestTextFinding(t *testing.T) {
	r := check.Case{Set: []check.Entry{
		{"requests.received.natural_person", "30"}, {"requests.received.total", "30"}, {"requests.carried_in.natural_person", "2"}, {"requests.carried_in.total", "2"},
		{"narrative.overview", "（一）概述。\n（二）依申请公开。上年结转2件，全年收到申请{{本年新收}}件，收到的申请中自然人29件。"},
	}}.Input().Report
	found := findingsOf(t, r, "text-requests")
	require.Len(t, found, 1)
	f := found[0]
	assert.Equal(t, "文字写“收到的申请中自然人29件”，第三部分表中自然人的申请是30件（本年新收·自然人）或32件（本年新收·自然人＋上年结转·自然人），请核对。", f.Message)
	assert.Equal(t, "30或32", f.Expected)
	assert.Equal(t, "29", f.Actual)
	assert.Empty(t, f.Difference, "there is no one figure to differ from")
	assert.Equal(t, &check.Quote{Section: "一、总体情况", Paragraph: 2, Words: "收到的申请中自然人29件"}, f.Text)
	keys := map[form.Key]check.Role{}
	for _, c := range f.Cells {
		keys[c.Key] = c.Role
	}
	assert.Equal(t, map[form.Key]check.Role{
		"narrative.overview": check.Subject, "requests.received.natural_person": check.Term, "requests.carried_in.natural_person": check.Term,
	}, keys)
}

// A claim is held against figures as they add up, not as a total states them.
func TestStatedTotalsAreNotBelieved(t *testing.T) {
	set := []check.Entry{{"disputes.review.upheld", "10"}, {"disputes.review.corrected", "1"}, {"disputes.review.total", "0"}}
	for _, c := range []struct {
		why, text string
		due       int
	}{
		{"the parts add up to what the text says", "因政府信息公开引发行政复议11件。", 0},
		{"the stated total does not make the text right", "未发生因政府信息公开引发的行政复议。", 1},
	} {
		r := check.Case{Set: append(set, check.Entry{Key: "narrative.overview", Typed: c.text})}.Input().Report
		found := findingsOf(t, r, "text-disputes")
		require.Len(t, found, c.due, c.why)
		for _, f := range found {
			assert.Equal(t, "11", f.Expected, c.why)
			assert.Len(t, f.Cells, 6, "%s: the total and its parts are named", c.why)
		}
	}
}

// Of those left when others were told of, as many were answered at the least: the others are in the total too, and nobody counts them twice.
func TestTheRestWasAnswered(t *testing.T) {
	for _, text := range []string{
		"收到申请10件，其中予以公开1件，其余9件均已答复。",
		"收到申请10件，1件予以公开，余下9件均已书面答复。",
		"收到申请10件，1件由申请人撤回，其余9件均作出了书面答复。",
		"收到申请10件，其中有1件申请人在补正期间主动撤回，余下9件均在年内出具了书面答复。",
	} {
		for _, c := range []struct {
			why      string
			answered string
			due      int
		}{
			{"all ten", "9", 0},
			{"two were carried over", "7", 1},
		} {
			r := check.Case{Set: []check.Entry{
				{"requests.received.natural_person", "10"}, {"requests.received.total", "10"}, {"requests.granted.natural_person", "1"}, {"requests.granted.total", "1"},
				{"requests.unavailable.not_held.natural_person", c.answered}, {"requests.unavailable.not_held.total", c.answered}, {"narrative.overview", "（二）依申请公开。" + text},
			}}.Input().Report
			assert.Len(t, slices.DeleteFunc(findingsOf(t, r, "text-requests"), func(f check.Finding) bool { return !strings.Contains(f.Message, "9件") }), c.due, "%s: %s", c.why, text)
		}
	}
}

// A figure that is blank, unreadable or missing makes what is said of it neither right nor wrong.
func TestClaimsOnUnknownFiguresAreSilent(t *testing.T) {
	for _, typed := range []string{"", "三", "/"} {
		for _, key := range []form.Key{"requests.received.total", "requests.received.natural_person", "requests.received.other"} {
			r := check.Case{Set: []check.Entry{{key, typed}, {"narrative.overview", "全年收到政府信息公开申请7件。"}}}.Input().Report
			assert.Empty(t, findingsOf(t, r, "text-requests"), "%s %q", key, typed)
		}
	}
	r := check.Case{Lost: []form.Key{"requests.received.total"}, Set: []check.Entry{{"narrative.overview", "全年收到政府信息公开申请7件。"}}}.Input().Report
	assert.Empty(t, findingsOf(t, r, "text-requests"))
}

// Whatever the text, every finding quotes words that stand in it.
func FuzzTextRules(f *testing.F) {
	for _, seed := range []string{
		"（二）依申请公开。收到申请30件，其中自然人28件（含上年结转2件）、企业2件，占93.3%。",
		"没有因政府信息公开引起的行政复议、行政诉讼，均获维持；新收、办结分别为3件、2件。",
		"公开320条，其中：A 120条；B 200条等。", "行政事业性收费（信息处理费）12.3456万元。主动公开政府信息3条，主动公开政府信息4条。",
	} {
		f.Add(seed)
	}
	rules := make([]check.Rule, len(textRules))
	for i, id := range textRules {
		var ok bool
		rules[i], ok = check.ByID(id)
		require.True(f, ok, id)
	}
	f.Fuzz(func(t *testing.T, text string) {
		in := check.Case{}.Input()
		in.Report.Texts = map[form.Key][]model.Paragraph{"narrative.overview": model.SplitParagraphs(text, model.Place{})}
		for _, rule := range rules {
			for _, finding := range rule.Find(in) {
				require.Contains(t, string([]rune(text)), finding.Text.Words, rule.ID)
				require.NotEmpty(t, finding.Text.Words, rule.ID)
			}
		}
	})
}

func findingsOf(t *testing.T, r *model.Report, id string) []check.Finding {
	rule, ok := check.ByID(id)
	require.True(t, ok, id)
	return rule.Find(&check.Input{Report: r})
}

// The rules on text together, on a text of some 23,000 characters.
func BenchmarkTextRules(b *testing.B) {
	r := sample.Report(b, "g-stress-2025")
	b.ReportAllocs()
	for b.Loop() {
		in := &check.Input{Report: r}
		for _, id := range textRules {
			rule, _ := check.ByID(id)
			rule.Find(in)
		}
	}
}
