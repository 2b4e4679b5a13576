package check_test

import (
	"bufio"
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// textRules are the rules that the corpus is about.
var textRules = []string{
	"text-requests", "text-outcomes", "text-disputes", "text-proactive", "text-parts-sum", "text-percentages",
	"text-contradicts-itself", "withdrawn-covered", "fees-not-mixed-up",
}

// sentence is a line of the corpus: a text, the report that it is read against, and how many findings each rule is due to make.
type sentence struct {
	line    int
	part    string
	text    string
	due     map[string]int
	entries []check.Entry
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
func judge(t *testing.T, id string, sentences []sentence, byLine bool) (total score) {
	rule, ok := check.ByID(id)
	require.True(t, ok, id)
	for _, s := range sentences {
		found := rule.Find(&check.Input{Report: s.report()})
		due, made := s.due[id], len(found)
		if byLine {
			due, made = min(due, 1), min(made, 1)
		}
		total.add(score{min(due, made), due, made})
		if due != made {
			t.Logf("line %d: %s makes %d findings, %d due: %s%s", s.line, id, made, due, s.text, messages(found))
		}
	}
	return total
}

// Every rule finds most of what is due and next to nothing else, in the part of the corpus that the rules were tuned on
// and in the part that they were not.
func TestCorpus(t *testing.T) {
	const precision, recall = 0.98, 0.90
	corpus := readCorpus(t, "corpus.txt")
	require.GreaterOrEqual(t, len(corpus), 300)
	for _, part := range []string{"development", "held out", "held out again", "held out, traps"} {
		var sentences []sentence
		for _, s := range corpus {
			if s.part == part {
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
	corpus := readCorpus(t, "hands.txt")
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

func readCorpus(t *testing.T, file string) []sentence {
	var corpus []sentence
	reports := map[string][]check.Entry{}
	part, name := "", ""
	lines := bufio.NewScanner(bytes.NewReader(sample.Read(t, "testdata/text/"+file)))
	for number := 1; lines.Scan(); number++ {
		line, _, _ := strings.Cut(lines.Text(), "〈")
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case key == "" || key == "#":
		case key == "%%":
			part = rest
		case key == "==":
			name = rest
			require.True(t, part == "" || reports[name] != nil, "line %d: no report %s", number, name)
		case part == "":
			reports[name] = append(reports[name], check.Entry{Key: form.Key(key), Typed: rest})
		case key == ".":
			corpus = append(corpus, sentence{number, part, rest, nil, reports[name]})
		case key == "!":
			rules, text, ok := strings.Cut(rest, " | ")
			require.True(t, ok, "line %d", number)
			corpus = append(corpus, sentence{number, part, text, dueOf(t, number, rules), reports[name]})
		default:
			require.Fail(t, "a line that is none", "line %d: %s", number, line)
		}
	}
	require.NoError(t, lines.Err())
	return corpus
}

func dueOf(t *testing.T, number int, rules string) map[string]int {
	due := map[string]int{}
	for _, rule := range strings.Fields(rules) {
		id, times, many := strings.Cut(rule, "×")
		require.Contains(t, slices.Concat(textRules, []string{"text-balance"}, languageKinds), id, "line %d", number)
		n := 1
		if many {
			var err error
			n, err = strconv.Atoi(times)
			require.NoError(t, err, "line %d", number)
		}
		due[id] += n
	}
	return due
}

// report is the report that the sentence is read against: the figures given, 0 for the others, totals added up.
func (s sentence) report() *model.Report {
	edition := "2021"
	if i := slices.IndexFunc(s.entries, func(e check.Entry) bool { return e.Key == "edition" }); i >= 0 {
		edition = s.entries[i].Typed
	}
	e, _ := form.ByID(edition)
	r := model.New(e)
	for _, c := range e.Cells() {
		r.Figures[c.Key] = model.ParseFigure(c.Measure, "0")
	}
	for _, entry := range s.entries {
		if c, ok := e.Cell(entry.Key); ok {
			r.Figures[entry.Key] = model.ParseFigure(c.Measure, strings.TrimPrefix(entry.Typed, "blank"))
		} else if entry.Key != "edition" {
			r.Fields[entry.Key] = model.Field{Text: entry.Typed}
		}
	}
	addUp(r, form.ColumnTotal)
	addUp(r, form.RowTotal)
	passage := "overview"
	for _, text := range strings.Split(s.text, "¶") {
		if inner, ok := strings.CutPrefix(text, "["); ok {
			passage, text, _ = strings.Cut(inner, "]")
			text = strings.TrimSpace(text)
		}
		key := form.Key("narrative." + passage)
		r.Texts[key] = append(r.Texts[key], model.SplitParagraphs(text, model.Place{})...)
	}
	return r
}

// addUp fills in the totals of a kind; one with a blank part is blank.
func addUp(r *model.Report, kind form.RelationKind) {
	for _, relation := range r.Edition.Relations() {
		if relation.Kind != kind {
			continue
		}
		sum := r.Figure(relation.Right[0]).Number
		blank := !r.Figure(relation.Right[0]).IsNumber()
		for _, k := range relation.Right[1:] {
			sum = sum.Add(r.Figure(k).Number)
			blank = blank || !r.Figure(k).IsNumber()
		}
		r.Figures[relation.Subject] = model.NumberValue(sum)
		if blank {
			r.Figures[relation.Subject] = model.Value{}
		}
	}
}
