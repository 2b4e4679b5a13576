package check

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/sample"
)

// The list of wrong words is sound in itself: each is found, once, and none stands in a word that is right or in one in which it
// must not be found.
func TestWrongWordsAreSound(t *testing.T) {
	list := listedWrongWords()
	require.Greater(t, len(list), 1000)
	seen := map[string]bool{}
	for _, w := range list {
		assert.False(t, seen[w.wrong], "%s stands twice", w.wrong)
		seen[w.wrong] = true
		assert.NotContains(t, w.right, w.wrong)
		assert.Empty(t, wrongWords().in(w.right), "%s is right", w.right)
		for _, word := range append(namedWords(w.not), w.right) {
			assert.NotContains(t, word, "〔", w.wrong)
			assert.NotContains(t, word, "@", w.wrong)
		}
		typed := strings.ReplaceAll(w.wrong, "#", "3")
		if only := namedWords(w.only); only != nil {
			assert.Empty(t, wrongWords().in(typed), "%s is wrong only behind some words", w.wrong)
			typed = only[0] + typed
		}
		found := wrongWords().in(typed)
		require.NotEmpty(t, found, w.wrong)
		assert.Equal(t, chinese.Fold(typed).Text, typed, "%s would be read as something else", w.wrong)
	}
}

// Nothing is wrong with the words of the sentences that the other rules are tried on, nor with those of all their cases.
func TestNoWrongWordsInSoundText(t *testing.T) {
	for _, line := range strings.Split(string(sample.Read(t, "testdata/text/corpus.txt")), "\n") {
		for _, w := range wrongWords().in(line) {
			assert.Equal(t, Info, w.level, "%s in %s", w.wrong, line)
		}
		assert.Empty(t, fixedNamesAndMeetings().broken(line), line)
	}
	for _, rule := range Catalogue() {
		for _, c := range rule.Cases() {
			for _, e := range c.Set {
				if rule.ID != "wrong-word" {
					assert.Empty(t, wrongWords().in(e.Typed), "%s: %s", rule.ID, e.Typed)
				}
			}
		}
	}
}

// What a county adds is found like the list's own, and faults of several weights are told apart.
func TestOwnWrongWords(t *testing.T) {
	in := Case{Set: []Entry{{"narrative.other", "望和镇和县攻府截止目前未收取信息处理费。"}}}.Input()
	in.Settings.WrongWords = []Misspelling{{"望和镇", "望禾镇"}}
	found := wrongWordRule.run(in)
	require.Len(t, found, 2)
	assert.Equal(t, "“望和镇”应是“望禾镇”；“攻府”应是“政府”。请改正。", found[0].Message)
	assert.Equal(t, "“截止目前”在这里通常写作“截至”。请核对。", found[1].Message)
	assert.Equal(t, []Level{Query, Info}, []Level{found[0].Level, found[1].Level})
}

// The short name of a title that is mistyped is held against what is meant: one mistake makes one finding.
func TestMistypedTitlesHaveTheirShortNames(t *testing.T) {
	for _, c := range []struct {
		why, text string
		found     int
	}{
		{"a word of the list", "根据《中华人民共和国政府信息公开条列》（以下简称《条例》）的规定编制。", 0},
		{"a word that the county adds", "落实《望和县公开办法》（以下简称《望禾办法》）。", 0},
		{"the same mistake in the short name, which is told with the title's", "根据《中华人民共和国政府信息公开条列》（以下简称《条列》）的规定编制。", 0},
		{"a mistake in another title", "根据《政府信息公开条列》、《公开办法》（以下简称《条例》）编制。", 1},
		{"a mistyped title, and a short name of something else", "根据《中华人民共和国政府信息公开条列》（以下简称《规定》）编制。", 1},
	} {
		in := Case{Set: []Entry{{"narrative.preface", c.text}}}.Input()
		in.Settings.WrongWords = []Misspelling{{"望和县", "望禾县"}}
		assert.Len(t, documentNumber.run(in), c.found, c.why)
	}
}

func TestFixedNames(t *testing.T) {
	f := fixedNamesAndMeetings()
	assert.NotEmpty(t, f.names)
	for _, m := range f.meetings {
		assert.True(t, m.month >= 1 && m.month <= 12 && m.year > 2000 && (m.until == 0 || m.until >= m.year), m.name)
	}
	for _, sound := range []string{
		"中华人民共和国政府信息公开条例", "《中华人民共和国政府信息公开工作年度报告格式》", "习近平新时代中国特色社会主义思想", "习近平新时代中国特色社会主义经济思想",
		"国务院办公厅政府信息与政务公开办公室", "坚定“四个自信”、做到“两个维护”", "不忘初心、牢记使命",
	} {
		assert.Empty(t, f.broken(sound), sound)
	}
	for _, broken := range []string{"人民共和国政府信息公开条例", "中华人民大和国", "习近平新时代特色社会主义思想", "国务院办公厅政府信息与公开办公室"} {
		assert.Len(t, f.broken(broken), 1, broken)
	}
}

// A word that stands twice in a list was meant to be another one, or nobody saw that it was there.
func TestListsHaveEachWordOnce(t *testing.T) {
	for _, file := range []*string{&contactsFile, &countersFile, &doubledFile, &foreignFile, &instructionsFile, &neighboursFile, &noticesFile, &unitsFile} {
		lists := wordLists{file: file}
		lists.words("")
		assert.NotEmpty(t, lists.lists)
		for name, words := range lists.lists {
			seen := map[string]bool{}
			for _, word := range words.List() {
				assert.False(t, seen[word], "[%s] %s stands twice", name, word)
				seen[word] = true
			}
		}
	}
}
