package check_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// A paragraph that is unread is told once, wherever it stands, and no other rule takes it for a text; nor does Fix.
func TestUnreadParagraphs(t *testing.T) {
	for name, r := range sample.Reports(t) {
		for _, p := range r.Edition.Passages() {
			for i := range r.Texts[p.Key] {
				if !sample.All() && i%10 > 0 {
					continue
				}
				broken := *r
				broken.Texts = map[form.Key][]model.Paragraph{}
				for k, texts := range r.Texts {
					broken.Texts[k] = slices.Clone(texts)
				}
				broken.Texts[p.Key][i] = model.Paragraph{Text: "，，（一）XX件{{电话", Unread: model.Unread{Fault: model.NoResult}}
				told := 0
				for _, f := range check.Run(&check.Input{Report: &broken}) {
					switch {
					case f.Rule == "text-unreadable":
						told++
						assert.Equal(t, i+1, f.Text.Paragraph)
						assert.Equal(t, p.Key, f.Cells[0].Key)
					case f.Text != nil && f.Cells[0].Key == p.Key:
						assert.NotContains(t, f.Text.Words, "XX件", "%s %s %d: %s", name, p.Key, i, f.Rule)
					}
				}
				assert.Equal(t, 1, told, "%s %s %d", name, p.Key, i)
				fixed, _ := check.Fix(&broken)
				assert.Equal(t, broken.Texts[p.Key][i], fixed.Texts[p.Key][i])
			}
		}
	}
}

// The message says what is seen, what is stored and what to do.
func TestWhyUnread(t *testing.T) {
	for _, test := range []struct {
		seen   string
		unread model.Unread
		says   []string
	}{
		{"#REF!", model.Unread{Fault: model.ErrorValue}, []string{"#REF!", "公式"}},
		{"TRUE", model.Unread{Fault: model.TruthValue}, []string{"TRUE", "逻辑值"}},
		{"=A1", model.Unread{Fault: model.NoResult}, []string{"=A1", "打开、保存"}},
		{"5", model.Unread{Fault: model.Disguised, Stored: "5000"}, []string{"“5”", "“5000”", "数字格式", "文本"}},
		{"", model.Unread{Fault: model.Disguised, Stored: "5000"}, []string{"“5000”", "数字格式", "文本"}},
		{"12345678901234567890", model.Unread{Fault: model.CutOff}, []string{"12345678901234567890", "15位", "文本"}},
		{"TRUE", model.Unread{Fault: model.Marked}, []string{"TRUE", "读不出"}},
	} {
		r := sample.Report(t, "c-township-2021")
		r.Fields["unit.phone"] = model.Field{Text: test.seen, Unread: test.unread}
		findings := check.Run(&check.Input{Report: r})
		i := slices.IndexFunc(findings, func(f check.Finding) bool { return f.Rule == "text-unreadable" })
		if assert.GreaterOrEqual(t, i, 0, test.seen) {
			assert.Equal(t, check.Fatal, findings[i].Level)
			for _, words := range append(test.says, "请", "“电话”") {
				assert.Contains(t, findings[i].Message, words)
			}
		}
		r.Figures["disputes.review.upheld"] = model.Value{State: model.Unreadable, Text: test.seen, Stored: "5000"}
		findings = check.Run(&check.Input{Report: r})
		i = slices.IndexFunc(findings, func(f check.Finding) bool { return f.Rule == "figure-unreadable" })
		if assert.GreaterOrEqual(t, i, 0, test.seen) {
			assert.Contains(t, findings[i].Message, "“5000”")
			assert.Contains(t, findings[i].Message, "常规")
		}
	}
}

// An amount that was typed in another unit is told in that of its cell: without its unit it would be a number, and ten thousand times too large.
func TestAmountsInAnotherUnit(t *testing.T) {
	for typed, words := range map[string]string{
		"12345元":   "“12345元”，这一格以万元为单位，应填1.2345。",
		"12,345 元": "应填1.2345。",
		"１２３４５元":   "应填1.2345。",
		"1.2亿元":    "应填12000。",
		"三千元":      "应填0.3。",
		"1万多元":     "不是数字", // how much that is, nobody knows
		"12元5角":    "不是数字",
	} {
		found := findings(check.Case{Set: []check.Entry{{"proactive.fees.amount", typed}}}, "figure-unreadable")
		if assert.Len(t, found, 1, typed) {
			assert.Contains(t, found[0].Message, words, typed)
		}
	}
}
