package reading

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// Every word stands once in the vocabulary: of two entries one would never be found.
func TestVocabularyNamesEachWordOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, w := range vocabulary().words {
		assert.False(t, seen[w.text], w.text)
		seen[w.text] = true
	}
}

// Every list of words has an example that has one of them, where it is read as what the list says.
func TestWordListsHaveExamples(t *testing.T) {
	lists := strings.Count("\n"+deedsFile+jointsFile+outcomesFile+peopleFile+plainFile+thingsFile, "\n[")
	assert.Len(t, senses(), lists, "lists without a word")
	for s := range senses() {
		example, _, _ := strings.Cut(s.example, ":")
		found := slices.ContainsFunc(lex(nil, example), func(k token) bool {
			return k.kind == wordToken && k.word.class == s.class && k.word.value == s.value
		})
		assert.True(t, found, "%d %s: %s", s.class, s.value, s.example)
	}
}

// senses are those of the vocabulary, of each list one.
func senses() map[sense]bool {
	all := map[sense]bool{}
	for _, w := range vocabulary().words {
		ofList := *w.sense
		ofList.but = ""
		all[ofList] = true
	}
	return all
}

// What is wrong with a list of words is told with its line.
func TestFaultsOfWordLists(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a class that is none", "# words\n[thin x] y\n", `line 2: no class "thin"`},
		{"words before any list", "甲 乙\n", "line 1: words of no class"},
	} {
		_, err := readWords(nil, c.text)
		assert.EqualError(t, err, c.want, c.why)
	}
}

// Every value of a thing, deed or outcome is one that the reader knows, and every sum is one of figures that an edition has.
func TestMeasuresNameFiguresOfTheForm(t *testing.T) {
	known := func(s Sum) bool {
		return slices.ContainsFunc(form.Editions(), func(e *form.Edition) bool { return s.Keys(e) != nil })
	}
	for value := range outcomes() {
		for _, sum := range outcomeMeasure(value).Sums {
			assert.True(t, known(sum), "%s: %v", value, sum)
		}
	}
	for deed, m := range flows() {
		for _, sum := range m.Sums {
			assert.True(t, known(sum), "%s: %v", deed, sum)
		}
	}
	for thing := range disputes {
		for _, r := range rulings {
			for _, sum := range disputeMeasure(thing, r.key).Sums {
				assert.True(t, known(sum), "%s: %v", thing, sum)
			}
		}
	}
	for _, a := range acts {
		for document := range documents {
			assert.True(t, slices.ContainsFunc(a.columns, func(c string) bool { return known(Sum{proactive(document, c)}) }), "%s of %s", a.deed, document)
		}
	}
	for thing, m := range decisions() {
		assert.True(t, known(m.Sums[0]), thing)
	}
	for column := range applicantNames {
		for _, c := range columnsOf([]string{column}) {
			assert.True(t, known(flows()["receive"].Sums[0].by(c)), column)
		}
	}
}

func TestKeysOfSums(t *testing.T) {
	received, refused := Sum{requests("received")}, Sum{group("unavailable")}
	for _, c := range []struct {
		why, edition string
		sum          Sum
		want         string
	}{
		{"one figure", "2021", received, "requests.received.total"},
		{"two added up", "2021", append(received, requests("carried_in")), "requests.received.total requests.carried_in.total"},
		{"every row of a group", "2021", refused, "requests.unavailable.not_held.total requests.unavailable.creation_required.total requests.unavailable.unclear.total"},
		{"one row of a group", "2021", Sum{reason("unavailable", "unclear")}, "requests.unavailable.unclear.total"},
		{"a row that is a group in the other edition", "2019", Sum{requests("other")}, "requests.other.total"},
		{"a group that is a row in the other edition", "2019", Sum{group("other")}, ""},
		{"a sum that lacks one figure is none", "2021", Sum{requests("received"), requests("other")}, ""},
		{"narrowed to two columns", "2021", received.by([]string{"social", "other"}), "requests.received.social requests.received.other"},
		{"what is narrowed already is left alone", "2021", received.by([]string{"social"}).by([]string{"other"}), "requests.received.social"},
	} {
		e, _ := form.ByID(c.edition)
		var got []string
		for _, k := range c.sum.Keys(e) {
			got = append(got, string(k))
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.why)
	}
}

// Every value in the word lists is one that the reader asks for: a mistyped one would never be found.
func TestValuesOfWordListsAreKnown(t *testing.T) {
	known := map[class]func(value string) bool{
		thingWord: func(v string) bool {
			return disputes[v].name != "" || documents[v] != "" || decisions()[v].Name != "" ||
				slices.Contains([]string{"application", "application?", "fees", "handling_fee", "procurement", "information", "foreign"}, v)
		},
		deedWord: func(v string) bool {
			return flows()[v].Name != "" || slices.ContainsFunc(acts, func(a act) bool { return a.deed == v }) ||
				slices.Contains([]string{"rate", "publish", "decide", "raise", "collect", "amend", "assist", "refuse", "foreign"}, v)
		},
		outcomeWord: func(v string) bool { return isOutcome(v) || v == "other?" },
		rulingWord: func(v string) bool {
			return v == "closed" || slices.ContainsFunc(rulings, func(r ruling) bool { return r.key == v })
		},
		applicantWord: func(v string) bool { return applicantNames[v] != "" || v == "anyone" },
	}
	for s := range senses() {
		if is, ok := known[s.class]; ok {
			assert.True(t, is(s.value), "%s: %s", s.value, s.example)
		} else {
			assert.Empty(t, s.value, s.example)
		}
	}
}

// A word that the code asks for by its text is one of the vocabulary; no token can be another.
func TestWordsAskedForAreKnown(t *testing.T) {
	known := map[string]bool{}
	for _, w := range vocabulary().words {
		known[w.text] = true
	}
	asked := slices.Clone(leads.List())
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, file := range files {
		code, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, call := range regexp.MustCompile(`(?:\.is\(|hasWord\([^"]*, )((?:"[^"]*"(?:, )?)+)`).FindAllStringSubmatch(string(code), -1) {
			asked = append(asked, strings.Split(strings.Trim(call[1], `", `), `", "`)...)
		}
	}
	require.Greater(t, len(asked), len(leads.List()))
	for _, word := range asked {
		if chinese.IsHan(chinese.FirstRune(word)) {
			assert.True(t, known[word], word)
		}
	}
}
