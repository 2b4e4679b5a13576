package check_test

import (
	"fmt"
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
	"text-contradicts-itself", "text-denies-itself", "listed-as-announced", "withdrawn-covered", "fees-not-mixed-up",
}

// tableRules are those that hold texts against tables and against each other.
var tableRules = append(slices.Clone(textRules), "text-balance")

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

// judge runs rules on sentences, each as a report of its own: what each makes of them, and where it is wrong. Sentences labelled by line
// count once.
func judge(t *testing.T, rules []string, sentences []sample.Sentence, byLine bool) (scores map[string]score, wrong map[string][]string) {
	scores, wrong = map[string]score{}, map[string][]string{}
	for _, s := range sentences {
		in := &check.Input{Report: s.Report()}
		for _, id := range rules {
			found := foundBy(t, id, in)
			due, made := s.Due[id], len(found)
			if byLine {
				due, made = min(due, 1), min(made, 1)
			}
			total := scores[id]
			total.add(score{min(due, made), due, made})
			scores[id] = total
			if due != made {
				wrong[id] = append(wrong[id], fmt.Sprintf("line %d: %s makes %d findings, %d due: %s%s", s.Line, id, made, due, s.Text, messages(found)))
			}
		}
	}
	return scores, wrong
}

// foundBy is what a rule finds; of a section that says 无 another rule tells in the place of problems-and-measures.
func foundBy(t *testing.T, id string, in *check.Input) []check.Finding {
	rule, ok := check.ByID(id)
	require.True(t, ok, id)
	found := rule.Find(in)
	if id == "problems-and-measures" && len(found) == 0 {
		empty, _ := check.ByID("section-empty")
		found = slices.DeleteFunc(empty.Find(in), func(f check.Finding) bool { return f.Cells[0].Key != "narrative.problems" || f.Text.Paragraph == 0 })
	}
	return found
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
		scores, wrong := judge(t, textRules, sentences, false)
		for _, id := range textRules {
			for _, w := range wrong[id] {
				t.Log(w)
			}
			s := scores[id]
			t.Logf("%-12s %-24s %3d due, %3d made: precision %.3f, recall %.3f", part, id, s.due, s.made, s.precision(), s.recall())
			assert.GreaterOrEqual(t, s.precision(), precision, "%s: precision of %s", part, id)
			assert.GreaterOrEqual(t, s.recall(), recall, "%s: recall of %s", part, id)
		}
	}
}

// The scores of all sentences, those that nobody looks at among them, stand in docs/corpus.md. Of those on which the rules were tuned what is
// wrong is told, and no rule says much that is not due.
func TestScores(t *testing.T) {
	table := "| sentences | rules | due | found | false alarms | precision | recall |\n|---|---|---|---|---|---|---|\n"
	for _, part := range []struct {
		file, name string
		byLine     bool
		each       float64            // the least precision of each rule; 0 if nobody is to see where it is wrong
		groups     map[string]float64 // the least precision and recall of a group
	}{
		{file: "corpus.txt", name: "our own", groups: map[string]float64{"text against tables": 0.98}},
		{file: "hands.txt", name: "of other hands, tuned on", byLine: true, each: 0.95, groups: map[string]float64{"text against tables": 0.95, "language": 0.90}},
		{file: "unseen.txt", name: "of other hands, not looked at", byLine: true, groups: map[string]float64{"text against tables": 0.82, "language": 0.90}},
		{file: "fresh.txt", name: "of two more hands, not looked at", byLine: true, groups: map[string]float64{"text against tables": 0.95, "language": 0.97}},
	} {
		corpus := sample.Corpus(t, part.file)
		rules := slices.Concat(tableRules, languageKinds)
		scores, wrong := judge(t, rules, corpus, part.byLine)
		for _, id := range rules {
			if s := scores[id]; part.each > 0 {
				t.Logf("%-24s %3d due, %3d made: precision %.3f, recall %.3f\n%s", id, s.due, s.made, s.precision(), s.recall(), strings.Join(wrong[id], "\n"))
				assert.GreaterOrEqual(t, s.precision(), part.each, "%s: precision on %s", id, part.name)
			}
		}
		for _, group := range []struct {
			name  string
			rules []string
		}{{"text against tables", tableRules}, {"language", languageKinds}} {
			least, scored := part.groups[group.name]
			if !scored {
				continue
			}
			var total score
			for _, id := range group.rules {
				total.add(scores[id])
			}
			table += fmt.Sprintf("| %s (%d) | %s | %d | %d | %d | %.3f | %.3f |\n", part.name, len(corpus), group.name, total.due, total.right,
				total.made-total.right, total.precision(), total.recall())
			assert.GreaterOrEqual(t, total.precision(), least, "%s: precision on %s", group.name, part.name)
			assert.GreaterOrEqual(t, total.recall(), least-0.05, "%s: recall on %s", group.name, part.name)
		}
	}
	t.Log("\n" + table)
	sample.Golden(t, sample.Path(t, "docs/corpus.md"), corpusDoc+table)
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

const corpusDoc = `# Sentences to judge the rules by

` + "`testdata/text`" + ` holds sentences in the manner of yearly reports, each labelled with the rules that are due on it. All are invented.

- ` + "`corpus.txt`" + ` was written by the authors of the patterns, parts of it before they were tuned.
- ` + "`hands.txt`" + `, ` + "`unseen.txt`" + ` and ` + "`fresh.txt`" + ` were written by eighteen people who knew the form and the rules and no pattern of this program. Those of
  six of them were labelled by others who had not seen what was meant; where writer and labeller differed, in thirteen of 1,919, a third
  decided or the line was left out. The others labelled their own. The rules are tuned on ` + "`hands.txt`" + `, 584 lines of which are long sound texts that
  three of them wrote to find false alarms. Nobody who works on the rules looks at the other two.

A finding counts right if the rule is due on the line (in ` + "`corpus.txt`" + `: as often as it is due). Printed by ` + "`go test ./internal/check -run TestScores -v`" + `.

## First scores

Before anything was mended by them, the sentences of ` + "`hands.txt`" + ` by the first three were scored like this: text against tables (146 due) by the
reader that there was, precision 0.870 and recall 0.411; by the reader of sentences by structure on its first run 0.788 and 0.637. Language
(195 due) by the rules that there were, 0.819 and 0.553 of the 123 that they had; with the new and amended rules on their first run 0.888
and 0.733.

The sentences of ` + "`unseen.txt`" + ` were first scored when the rules were tuned on three hands: text against tables 0.885 and 0.741, language 0.969 and
0.846. Words do not carry over by themselves: what two more hands taught raised the recall on these from 0.74 to 0.78.

Each later hand was scored before anything was mended by it:

| hands | text against tables | language | on sound texts |
|---|---|---|---|
| a clerk, an official of a department, a reviewer | 0.858 and 0.906 of 254 | 0.912 and 0.960 of 151 | |
| a clerk of a subdistrict, an official of a county | 0.880 and 0.936 of 220 | 0.935 and 0.962 of 104 | |
| one who publishes reports | | | 38 false alarms in 236 long texts |
| two more of these | | | 17 in 340 |
| a clerk of another province, an auditor | 0.847 and 0.827 of 208 | 0.980 and 0.917 of 108 | |
| ` + "`fresh.txt`" + `, scored once at the end | 0.959 and 0.933 of 225 | 0.986 and 0.932 of 146 | |

A prototype of the reader finds 181 of these 225, with 47 false alarms: 0.794 and 0.804.

## Scores now

`
