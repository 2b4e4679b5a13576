package reading

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// The words that the reader knows, in files that say what each means in a sentence.
var (
	//go:embed words/deeds.txt
	deedsFile string
	//go:embed words/grounds.txt
	groundsFile string
	//go:embed words/joints.txt
	jointsFile string
	//go:embed words/outcomes.txt
	outcomesFile string
	//go:embed words/people.txt
	peopleFile string
	//go:embed words/plain.txt
	plainFile string
	//go:embed words/things.txt
	thingsFile string
)

// word is an entry of the vocabulary.
type word struct {
	text string
	*sense
}

// sense is what the words of a list mean.
type sense struct {
	class class
	value string // which thing, deed, outcome and so on; "" for a class without values
	but   string // what one of the words is not read before, in a sense of its own; "" for nothing

	example string // that has one of the words, and what is to be known of them behind a colon
}

// class is what a word does in a sentence.
type class uint8

const (
	unknownWord     class = iota // outside the vocabulary
	plainWord                    // known, and changes nothing
	thingWord                    // what is counted: an application, a dispute, a document
	deedWord                     // what was done with it
	outcomeWord                  // what came of an application
	rulingWord                   // what came of a dispute
	applicantWord                // who applied
	channelWord                  // by which way
	throughWord                  // 通过
	negationWord                 // 未
	allWord                      // 均
	alikeWord                    // 均为: all are, or each is
	exceptWord                   // 除
	partWord                     // 其中
	etceteraWord                 // 等
	sumWord                      // 共
	shareWord                    // 占
	differenceWord               // 增加
	lastYearWord                 // 上年
	nextYearWord                 // 下年
	otherTimeWord                // 上半年
	averageWord                  // 年均
	changeWord                   // 增至
	planWord                     // 将
	timelyWord                   // 按期
	countWord                    // 数量
	conjunctionWord              // 和
	ofWord                       // 的
	contextWord                  // 政府信息公开: what the sentence is about
	groundPhrase                 // in grounds.txt alone: why an application was not granted
)

// classNames are the classes as the word lists name them.
var classNames = map[string]class{
	"plain": plainWord, "thing": thingWord, "deed": deedWord, "outcome": outcomeWord, "ruling": rulingWord, "applicant": applicantWord,
	"channel": channelWord, "through": throughWord, "negation": negationWord, "all": allWord, "alike": alikeWord,
	"except": exceptWord, "part": partWord, "etcetera": etceteraWord, "sum": sumWord, "share": shareWord, "difference": differenceWord,
	"last_year": lastYearWord, "next_year": nextYearWord, "other_time": otherTimeWord, "average": averageWord, "plan": planWord, "timely": timelyWord,
	"count": countWord, "conjunction": conjunctionWord, "change": changeWord, "of": ofWord, "context": contextWord, "ground": groundPhrase,
}

// readWords reads a file of words, behind those that were read before: "[class value] example" and the words below it, parted by spaces; #
// begins a comment.
func readWords(words []word, text string) ([]word, error) {
	var meant *sense
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if head, example, found := strings.Cut(strings.TrimPrefix(line, "["), "] "); strings.HasPrefix(line, "[") && found {
			name, value, _ := strings.Cut(head, " ")
			c, known := classNames[name]
			if !known {
				return nil, fmt.Errorf("line %d: no class %q", number, name)
			}
			meant = &sense{class: c, value: strings.TrimPrefix(value, "-"), example: example}
			continue
		}
		if meant == nil {
			return nil, fmt.Errorf("line %d: words of no class", number)
		}
		for text := range strings.FieldsSeq(line) {
			meant := meant
			if strings.HasSuffix(text, "〕") {
				alone := *meant
				text, alone.but, _ = strings.Cut(strings.TrimSuffix(text, "〕"), "〔") // 未结〔转〕
				meant = &alone
			}
			words = append(words, word{text, meant})
		}
	}
	return words, nil
}

// vocabulary is every word that the reader knows, read on first use.
var vocabulary = sync.OnceValue(func() *lexicon {
	files := []string{deedsFile, jointsFile, outcomesFile, peopleFile, plainFile, thingsFile}
	const bytesPerWord = 15 // sixteen, as the files are
	bytes := 0
	for _, file := range files {
		bytes += len(file)
	}
	words := make([]word, 0, bytes/bytesPerWord)
	for _, file := range files {
		var err error
		if words, err = readWords(words, file); err != nil {
			panic("reading: " + err.Error()) // a file of this program itself, which the tests read
		}
	}
	return newLexicon(words)
})

// lexicon finds words by their beginning: of those that a text begins with, the longest.
type lexicon struct {
	words   []word
	byFirst *pattern.Firsts
}

func newLexicon(words []word) *lexicon {
	return &lexicon{words, pattern.NewFirsts(len(words), func(i int) rune { return chinese.FirstRune(words[i].text) })}
}

// longest is the longest word that a text begins with, nil if there is none. r is the text's first character.
func (l *lexicon) longest(text string, r rune) *word {
	var longest *word
	for i := l.byFirst.One(r); i >= 0; i = l.byFirst.Next(i) {
		w := &l.words[i]
		if longest != nil && len(w.text) <= len(longest.text) {
			continue
		}
		if rest, found := strings.CutPrefix(text, w.text); found && (w.but == "" || !strings.HasPrefix(rest, w.but)) {
			longest = w
		}
	}
	return longest
}
