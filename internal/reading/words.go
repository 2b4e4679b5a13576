package reading

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/chinese"
)

// wordLists are the words that the reader knows, in files that say what each means in a sentence.
//
//go:embed words/*.txt
var wordLists embed.FS

// word is an entry of the vocabulary.
type word struct {
	text  string
	class class
	value string // which thing, deed, outcome and so on; "" for a class without values
	but   string // what it is not read before; "" for nothing
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
)

// classNames are the classes as the word lists name them.
var classNames = map[string]class{
	"plain": plainWord, "thing": thingWord, "deed": deedWord, "outcome": outcomeWord, "ruling": rulingWord, "applicant": applicantWord,
	"channel": channelWord, "through": throughWord, "negation": negationWord, "all": allWord, "alike": alikeWord,
	"except": exceptWord, "part": partWord, "etcetera": etceteraWord, "sum": sumWord, "share": shareWord, "difference": differenceWord,
	"last_year": lastYearWord, "next_year": nextYearWord, "other_time": otherTimeWord, "average": averageWord, "plan": planWord, "timely": timelyWord,
	"count": countWord, "conjunction": conjunctionWord, "change": changeWord, "of": ofWord, "context": contextWord,
}

// section is one list of words that mean the same.
type section struct {
	class   class
	value   string
	example string // that has one of the words, and what is to be known of them behind a colon
	words   []string
}

// readSections reads a file of words: "[class value] example" and the words below it, parted by spaces; # begins a comment.
func readSections(text string) (list []section, err error) {
	for number, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if head, example, found := strings.Cut(strings.TrimPrefix(line, "["), "] "); strings.HasPrefix(line, "[") && found {
			name, value, _ := strings.Cut(head, " ")
			c, known := classNames[name]
			if !known {
				return nil, fmt.Errorf("line %d: no class %q", number+1, name)
			}
			list = append(list, section{class: c, value: strings.TrimPrefix(value, "-"), example: example})
			continue
		}
		if len(list) == 0 {
			return nil, fmt.Errorf("line %d: words of no class", number+1)
		}
		last := &list[len(list)-1]
		last.words = append(last.words, strings.Fields(line)...)
	}
	return list, nil
}

// sections reads all the word lists.
func sections() ([]section, error) {
	names, err := fs.Glob(wordLists, "words/*.txt")
	if err != nil {
		return nil, err
	}
	var all []section
	for _, name := range names {
		text, err := wordLists.ReadFile(name)
		if err != nil {
			return nil, err
		}
		list, err := readSections(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, list...)
	}
	return all, nil
}

// Prepare reads the words, so that the first reading need not.
func Prepare() { vocabulary() }

// vocabulary is every word that the reader knows, read on first use.
var vocabulary = sync.OnceValue(func() *lexicon {
	list, err := sections()
	if err != nil {
		panic("reading: " + err.Error()) // a file of this program itself, which the tests read
	}
	var words []word
	for _, s := range list {
		for _, text := range s.words {
			text, but, _ := strings.Cut(strings.TrimSuffix(text, "〕"), "〔") // 未结〔转〕
			words = append(words, word{text, s.class, s.value, but})
		}
	}
	return newLexicon(words)
})

// The block of common CJK ideographs; every word of the vocabulary begins with one.
const (
	firstIdeograph = '\u4e00'
	lastIdeograph  = '\u9fff'
)

// lexicon finds words by their beginning: the first character picks a bucket, the longest fit in it wins.
type lexicon struct {
	bucket  [lastIdeograph - firstIdeograph + 1]uint16 // of a first character; 0 for none
	buckets [][]word
}

func newLexicon(words []word) *lexicon {
	l := &lexicon{buckets: [][]word{nil}}
	for _, w := range words {
		i := chinese.FirstRune(w.text) - firstIdeograph
		if l.bucket[i] == 0 {
			l.bucket[i] = uint16(len(l.buckets))
			l.buckets = append(l.buckets, nil)
		}
		b := &l.buckets[l.bucket[i]]
		*b = append(*b, w)
	}
	for _, b := range l.buckets {
		slices.SortStableFunc(b, func(x, y word) int { return len(y.text) - len(x.text) })
	}
	return l
}

// longest is the longest word that a text begins with, nil if there is none. r is the text's first character.
func (l *lexicon) longest(text string, r rune) *word {
	if r < firstIdeograph || r > lastIdeograph {
		return nil
	}
	bucket := l.buckets[l.bucket[r-firstIdeograph]]
	for i := range bucket {
		if rest, found := strings.CutPrefix(text, bucket[i].text); found && (bucket[i].but == "" || !strings.HasPrefix(rest, bucket[i].but)) {
			return &bucket[i]
		}
	}
	return nil
}
