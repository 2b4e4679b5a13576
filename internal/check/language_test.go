package check_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// languageRules are the rules on sections and language.
var languageRules = strings.Fields("problems-and-measures overview-aspects accountability-reported overview-length fee-statement " +
	"year-mismatch period-wrong published-in-time foreign-unit copied-from-last-year numbering punctuation repeated-word document-number " +
	"wrong-word lookalike-character number-missing approximate-exact contact-differs repeated-sentence run-on dangling-reference preface-parts")

func isLanguageRule(id string) bool {
	return strings.Contains(" "+strings.Join(languageRules, " ")+" ", " "+id+" ")
}

// Nothing in the sample reports is at odds with the rules on language, but for the length of one that is meant to be long, and the date that one has not.
func TestSampleReportsReadWell(t *testing.T) {
	for name, r := range sample.Reports(t) {
		var rules []string
		for _, f := range check.Run(&check.Input{Report: r}) {
			if isLanguageRule(f.Rule) {
				rules = append(rules, f.Rule)
			}
		}
		switch name {
		case "g-stress-2025":
			assert.Equal(t, []string{"overview-length"}, rules, name)
		case "c-township-2021":
			assert.Equal(t, []string{"published-in-time"}, rules, "it has no date")
		default:
			assert.Empty(t, rules, name)
		}
	}
}

// Whichever year of a sample report is left at the year before, it is found; but in a title, which may be of any year.
func TestYearsLeftFromLastYear(t *testing.T) {
	found, all := 0, 0
	for name, r := range sample.Reports(t) {
		year, _ := r.Year()
		right, wrong := strconv.Itoa(year)+"年", strconv.Itoa(year-1)+"年"
		for key, paragraphs := range r.Texts {
			for i, p := range paragraphs {
				for at := 0; ; at += len(right) {
					next := strings.Index(p.Text[at:], right)
					if next < 0 {
						break
					}
					at += next
					if strings.Count(p.Text[:at], "《") > strings.Count(p.Text[:at], "》") {
						continue
					}
					all++
					paragraphs[i].Text = p.Text[:at] + wrong + p.Text[at+len(right):]
					if tells(r, key, "year-mismatch", "period-wrong") {
						found++
					} else {
						t.Logf("%s %s: quiet on %s", name, key, wrong)
					}
				}
				paragraphs[i].Text = p.Text
			}
		}
	}
	assert.GreaterOrEqual(t, all, 25)
	assert.GreaterOrEqual(t, found, all-1, "one is told of a law's first year")
}

func tells(r *model.Report, key form.Key, rules ...string) bool {
	for _, f := range check.Run(&check.Input{Report: r}) {
		for _, rule := range rules {
			if f.Rule == rule && f.Cells[0].Key == key {
				return true
			}
		}
	}
	return false
}

// A text cannot make the rules on language fail or quote what is not there.
func FuzzLanguage(f *testing.F) {
	for _, seed := range []string{
		"2024年，我镇公开信息3条条。。", "（一）甲\n1.乙\n（三）丙，", "我局\x00\x01镇(全镇)", "统计期限为２０２４年1月1日至12月31日", "国办函[2020]第109号", "我局、本乡(全镇)",
		"一九九八年十三月三十二日", "。》“（）’(", "十十十年", "\xff年月日号", "2000年\x82", strings.Repeat("（", 300) + strings.Repeat("2024年", 300),
	} {
		f.Add(seed)
	}
	rules := slices.DeleteFunc(check.Catalogue(), func(r check.Rule) bool { return !isLanguageRule(r.ID) })
	f.Fuzz(func(t *testing.T, text string) {
		in := check.Case{Set: []check.Entry{{Key: "narrative.preface", Typed: text}, {Key: "narrative.problems", Typed: text}}, Last: []check.Entry{{Key: "narrative.problems", Typed: text}}}.Input()
		for _, rule := range rules {
			for _, found := range rule.Find(in) {
				if found.Text == nil || found.Text.Paragraph == 0 {
					continue
				}
				paragraph := in.Report.Texts[found.Cells[0].Key][found.Text.Paragraph-1].Text
				filled, _ := in.Report.FillIn(paragraph)
				words := strings.TrimSuffix(found.Text.Words, "……")
				shown := []string{string([]rune(filled)), chinese.Fold(string([]rune(filled))).Text} // without what takes no room
				require.True(t, slices.ContainsFunc(shown, func(text string) bool { return strings.Contains(text, string([]rune(words))) }),
					"%s: %q has no %q", rule.ID, filled, words)
			}
		}
	})
}

// The time that the rules on language take on the longest sample.
func BenchmarkLanguage(b *testing.B) {
	r := sample.Report(b, "g-stress-2025")
	var rules []check.Rule
	for _, rule := range check.Catalogue() {
		if isLanguageRule(rule.ID) {
			rules = append(rules, rule)
		}
	}
	require.Len(b, rules, len(languageRules))
	for b.Loop() {
		in := &check.Input{Report: r}
		for _, rule := range rules {
			rule.Find(in)
		}
	}
}
