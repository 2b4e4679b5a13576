package reading

import (
	"slices"
	"strings"
	"sync"

	"nianbao/internal/chinese"
)

// word is an entry of the vocabulary.
type word struct {
	text    string
	role    role
	topic   Topic
	subject *subject // what the word counts; nil for most
}

// ownUnit stands for the name of the report's unit wherever the text has it.
var ownUnit = word{role: ownNameWord}

// vocabulary is every word that the reader knows: the glossary, and the words that name subjects.
var vocabulary = sync.OnceValue(func() *lexicon {
	var words []word
	for _, entry := range glossary {
		for _, text := range strings.Fields(entry.words) {
			words = append(words, word{text: text, role: entry.role, topic: entry.topic})
		}
	}
	for _, s := range subjects {
		for _, text := range strings.Fields(s.words) {
			words = append(words, word{text: text, role: s.role, topic: s.class.topic(), subject: s})
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
		if strings.HasPrefix(text, bucket[i].text) {
			return &bucket[i]
		}
	}
	return nil
}
