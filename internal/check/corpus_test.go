package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/sample"
)

// textRules are the rules that the corpus is about.
var textRules = []string{
	"text-requests", "text-outcomes", "text-disputes", "text-proactive", "text-parts-sum", "text-percentages",
	"text-contradicts-itself", "withdrawn-covered", "fees-not-mixed-up",
}

// languageKinds are the rules on language that the sentences of other hands are labelled for.
var languageKinds = []string{
	"year-mismatch", "period-wrong", "foreign-unit", "leftover-text", "repeated-word", "repeated-sentence", "punctuation", "numbering",
	"document-number", "wrong-word", "lookalike-character", "number-missing", "approximate-exact", "run-on", "dangling-reference",
	"personal-data", "preface-parts", "problems-and-measures",
}

// score is what a rule made of the sentences of one part of the corpus.
type score struct{ right, due, made int }

func (s *score) add(o score) { s.right, s.due, s.made = s.right+o.right, s.due+o.due, s.made+o.made }

func (s score) precision() float64 { return share(s.right, s.made) }
func (s score) recall() float64    { return share(s.right, s.due) }

// judge runs a rule on the sentences of a part, and logs those on which it is wrong. Sentences labelled by line count once.
func judge(t *testing.T, id string, sentences []sample.Sentence, byLine bool) (total score) {
	rule, ok := check.ByID(id)
	require.True(t, ok, id)
	for _, s := range sentences {
		found := rule.Find(&check.Input{Report: s.Report()})
		due, made := s.Due[id], len(found)
		if byLine {
			due, made = min(due, 1), min(made, 1)
		}
		total.add(score{min(due, made), due, made})
		if due != made {
			t.Logf("line %d: %s makes %d findings, %d due: %s%s", s.Line, id, made, due, s.Text, messages(found))
		}
	}
	return total
}

// Every rule finds most of what is due and next to nothing else, in the part of the corpus that the rules were tuned on
// and in the part that they were not.
func TestCorpus(t *testing.T) {
	const precision, recall = 0.98, 0.90
	corpus := sample.Corpus(t, "corpus.txt")
	require.GreaterOrEqual(t, len(corpus), 300)
	for _, part := range []string{"development", "held out", "held out again", "held out, traps"} {
		var sentences []sample.Sentence
		for _, s := range corpus {
			if s.Part == part {
				sentences = append(sentences, s)
			}
		}
		for _, id := range textRules {
			s := judge(t, id, sentences, false)
			t.Logf("%-12s %-24s %3d due, %3d made: precision %.3f, recall %.3f", part, id, s.due, s.made, s.precision(), s.recall())
			assert.GreaterOrEqual(t, s.precision(), precision, "%s: precision of %s", part, id)
			assert.GreaterOrEqual(t, s.recall(), recall, "%s: recall of %s", part, id)
		}
	}
}

// The sentences of other hands.
func TestHands(t *testing.T) {
	corpus := sample.Corpus(t, "hands.txt")
	for _, group := range [][]string{append(slices.Clone(textRules), "text-balance"), languageKinds} {
		var total score
		for _, id := range group {
			if _, ok := check.ByID(id); !ok {
				t.Log("no rule ", id)
				continue
			}
			t.Run(id, func(t *testing.T) {
				s := judge(t, id, corpus, true)
				t.Logf("%-24s %3d due, %3d made: precision %.3f, recall %.3f", id, s.due, s.made, s.precision(), s.recall())
				total.add(s)
			})
		}
		t.Logf("%d due, %d made: precision %.3f, recall %.3f", total.due, total.made, total.precision(), total.recall())
	}
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

func messages(found []check.Finding) string {
	var b strings.Builder
	for _, f := range found {
		b.WriteString("\n\t" + f.Message)
	}
	return b.String()
}
