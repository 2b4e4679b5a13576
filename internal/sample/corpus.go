package sample

import (
	"bufio"
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample/members"
)

// Sentence is a line of the corpus in testdata/text: a text, the report that it is read against, and how many findings each rule is due
// to make.
type Sentence struct {
	Line  int
	Part  string
	Text  string
	Due   map[string]int // by the rule's id; nil for a sound text
	given *given         // of the report
}

// given is what a report is given that many sentences are read against, and that report without a text, which is made once.
type given struct {
	entries []entry
	report  func() *model.Report
}

// entry is what is given under a key.
type entry struct {
	key   form.Key
	typed string
}

// Corpus reads a file of testdata/text, whose head tells its form.
func Corpus(t testing.TB, file string) []Sentence {
	t.Helper()
	var corpus []Sentence
	reports := map[string]*given{}
	part, name := "", ""
	lines := bufio.NewScanner(bytes.NewReader(Read(t, "testdata/text/"+file)))
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if why := strings.LastIndex(line, "〈"); why >= 0 && strings.HasSuffix(line, "〉") {
			line = line[:why]
		}
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case key == "" || key == "#":
		case key == "%%":
			part = rest
		case key == "==":
			name = rest
			require.True(t, part == "" || reports[name] != nil, "line %d: no report %s", number, name)
		case part == "":
			if reports[name] == nil {
				g := &given{}
				g.report = sync.OnceValue(g.make)
				reports[name] = g
			}
			reports[name].entries = append(reports[name].entries, entry{form.Key(key), rest})
		case key == ".":
			corpus = append(corpus, Sentence{number, part, rest, nil, reports[name]})
		case key == "!":
			rules, text, ok := strings.Cut(rest, " | ")
			require.True(t, ok, "line %d", number)
			corpus = append(corpus, Sentence{number, part, text, dueOf(t, number, rules), reports[name]})
		default:
			require.Fail(t, "a line that is none", "line %d: %s", number, line)
		}
	}
	require.NoError(t, lines.Err())
	return corpus
}

// dueOf reads “rule rule×2”.
func dueOf(t testing.TB, number int, rules string) map[string]int {
	due := map[string]int{}
	for _, rule := range strings.Fields(rules) {
		id, times, many := strings.Cut(rule, "×")
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

// make makes the report: the figures given, 0 for the others, totals added up.
func (g *given) make() *model.Report {
	edition := "2021"
	if i := slices.IndexFunc(g.entries, func(e entry) bool { return e.key == "edition" }); i >= 0 {
		edition = g.entries[i].typed
	}
	e, _ := form.ByID(edition)
	r := model.New(e)
	for _, c := range e.Cells() {
		r.Figures[c.Key] = model.ParseFigure(c.Measure, "0")
	}
	for _, given := range g.entries {
		if c, ok := e.Cell(given.key); ok {
			r.Figures[given.key] = model.ParseFigure(c.Measure, strings.TrimPrefix(given.typed, "blank"))
		} else if given.key != "edition" {
			r.Fields[given.key] = model.Field{Text: given.typed}
		}
	}
	members.AddUp(r)
	return r
}

// Report is the report that the sentence is read against, with it as its text.
func (s Sentence) Report() *model.Report {
	without := s.given.report()
	r := model.New(without.Edition)
	maps.Copy(r.Figures, without.Figures)
	maps.Copy(r.Fields, without.Fields)
	passage := "overview"
	for _, text := range strings.Split(s.Text, "¶") {
		if inner, ok := strings.CutPrefix(text, "["); ok {
			passage, text, _ = strings.Cut(inner, "]")
			text = strings.TrimSpace(text)
		}
		key := form.Key("narrative." + passage)
		r.Texts[key] = append(r.Texts[key], model.SplitParagraphs(text, model.Place{})...)
	}
	return r
}
