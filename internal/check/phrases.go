package check

import (
	_ "embed"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// phraseBook derives wrong words from right words and phrases, and from what characters are taken for each other. It finds phrases of
// which one character is wrong. Whichever it is, two others that stand in known places are right: the first two, the last two, or, of
// three, the outer ones. By these a phrase is looked for; a word of two by the other one.
//
// Every run of the program needs it, so it is searched as it lies in the program (words/phrases.book), where the tests lay it out from
// the lists: `go test ./internal/check -run TestPhraseBook -update`.
type phraseBook struct {
	text       halves // the phrases one behind another
	cues       halves // by their buckets
	buckets    halves // where each begins, and the last one's end
	number     halves // of a character among those of which something is known, 0 for others
	characters halves // what is known of each
	lists      halves // of characters, each behind the number of its characters
}

// halves are numbers below 65536, two bytes each, the lower one first.
type halves string

func (h halves) at(i int) uint16 { return uint16(h[2*i]) | uint16(h[2*i+1])<<8 }

func (h halves) len() int { return len(h) / 2 }

func (h halves) rune(i int) rune { return rune(h.at(i)) }

func (h halves) part(from, to int) halves { return h[2*from : 2*to] }

// has says whether a character is among them.
func (h halves) has(r rune) bool {
	for ; len(h) > 1; h = h[2:] {
		if h.rune(0) == r {
			return true
		}
	}
	return false
}

// equal says whether they are the characters of a text.
func (h halves) equal(text []rune) bool {
	for i, r := range text {
		if i >= h.len() || h.rune(i) != r {
			return false
		}
	}
	return h.len() == len(text)
}

// String is the text that they are.
func (h halves) String() string {
	text := make([]rune, h.len())
	for i := range text {
		text[i] = h.rune(i)
	}
	return string(text)
}

//go:embed words/phrases.book
var phraseBookFile string

var phrases = sync.OnceValue(func() *phraseBook {
	b := &phraseBook{}
	parts := b.parts()
	rest := halves(phraseBookFile)
	sizes := rest.part(0, 2*len(parts)) // the lower half of each first
	rest = rest[len(sizes):]
	for i, part := range parts {
		size := int(sizes.at(2*i)) + int(sizes.at(2*i+1))<<16
		*part, rest = rest.part(0, size), rest[2*size:]
	}
	return b
})

// parts are the parts of the book in the order in which they lie.
func (b *phraseBook) parts() []*halves {
	return []*halves{&b.text, &b.cues, &b.buckets, &b.number, &b.characters, &b.lists}
}

// cue says where a phrase stands of which two characters are these: the two, where the phrase begins in the book's text, and the rest in
// one number, four bits each for its length and for how many characters of it come before the first of the two, and a bit each for
// whether another character stands between the two, and whether nothing is a misspelling of the phrase.
type cue halves

const (
	cueSize      = 4
	cueBits      = 4
	cueGap       = 1 << (2 * cueBits)
	cueException = 2 * cueGap
)

// longestPhrase is how many characters a phrase has at most.
const longestPhrase = 13

func (b *phraseBook) cue(i int) cue { return cue(b.cues.part(i*cueSize, (i+1)*cueSize)) }

func (c cue) isOf(first, second rune) bool {
	return halves(c).rune(0) == first && halves(c).rune(1) == second
}

func (c cue) start() int { return int(halves(c).at(2)) }

func (c cue) rest() int { return int(halves(c).at(3)) }

func (c cue) length() int { return c.rest() % (1 << cueBits) }

func (c cue) before() int { return c.rest() >> cueBits % (1 << cueBits) }

func (c cue) hasGap() bool { return c.rest()&cueGap != 0 }

func (c cue) isException() bool { return c.rest()&cueException != 0 }

// buckets is into how many parts the cues are sorted.
const buckets = 1 << 13

func bucketOf(first, second rune) uint32 {
	return (uint32(first)*0x9E3779B1 ^ uint32(second)*0x85EBCA6B) >> 19
}

// cuesOf is where the cues of two characters begin and end, among those of others that share their bucket.
func (b *phraseBook) cuesOf(first, second rune) (from, to int) {
	bucket := int(bucketOf(first, second))
	for from, to = int(b.buckets.at(bucket)), int(b.buckets.at(bucket+1)); from < to; from++ {
		if b.cue(from).isOf(first, second) {
			break
		}
	}
	return from, to
}

func (b *phraseBook) phrase(c cue) halves { return b.text.part(c.start(), c.start()+c.length()) }

// What is known of a character: where its lists of others stand, its sounds by number, 0 for none, and whether it is a word by itself.
const (
	seconds       = iota // the second ones of words of two of which this is the first
	firsts               // and the first ones of those of which it is the second
	words                // those that make a word behind this one
	besides              // those that may stand behind it though they make none
	apart                // those that begin another word where this one is the last of three
	shapes               // those that look like it
	sounds               // alike sounds as one
	stands        = sounds + mostSounds
	characterSize = stands + 1
	mostSounds    = 4
)

// of is what is known of a character; of marks, nothing.
func (b *phraseBook) of(r rune) halves {
	number := 0
	if r >= chinese.FirstHan && r <= chinese.LastHan {
		number = int(b.number.at(int(r - chinese.FirstHan)))
	}
	return b.characters.part(number*characterSize, (number+1)*characterSize)
}

// list is one of the lists of what is known of a character.
func (b *phraseBook) list(known halves, which int) halves {
	at := int(known.at(which))
	return b.lists.part(at+1, at+1+int(b.lists.at(at)))
}

func (b *phraseBook) standsAlone(r rune) bool { return b.of(r).at(stands) != 0 }

// alike says whether one character is taken for another by its sound or its looks.
func (b *phraseBook) alike(typed, meant rune) bool {
	t, m := b.of(typed), b.of(meant)
	for i := range mostSounds {
		if sound := t.at(sounds + i); sound != 0 && m.part(sounds, sounds+mostSounds).has(rune(sound)) {
			return true
		}
	}
	return b.list(t, shapes).has(meant)
}

func (b *phraseBook) isWord(first, second rune) bool {
	return b.list(b.of(first), words).has(second)
}

// foundPhrase is a phrase that is written wrong in a text, from byte to byte.
type foundPhrase struct {
	start, end   int
	wrong, right string
}

// in lists the phrases of a text that have one wrong character, in order; of those that one character spoils, the longest.
func (b *phraseBook) in(text string) []foundPhrase {
	runes := []rune(text)
	var found []foundPhrase
	last := -1      // the last character found wrong
	var bytes []int // where each character begins, once a phrase is found
	add := func(from int, right string, wrong int) {
		if bytes == nil {
			bytes = make([]int, 0, len(runes))
			for at := range text {
				bytes = append(bytes, at)
			}
		}
		start := bytes[from]
		end := len(text)
		if next := from + utf8.RuneCountInString(right); next < len(bytes) {
			end = bytes[next]
		}
		p := foundPhrase{start, end, text[start:end], right}
		switch {
		case isMentioned(text, start, end), hasDouble(p.wrong) && !hasDouble(right): // 抽检检结果: a character too many
		case wrong > last:
			found, last = append(found, p), wrong
		case wrong == last && end-start > len(found[len(found)-1].wrong):
			found[len(found)-1] = p // the longer says more
		}
	}
	for i := range len(runes) - 1 {
		if !chinese.IsHan(runes[i]) {
			continue
		}
		for gap := range min(2, len(runes)-1-i) {
			first, second := runes[i], runes[i+1+gap]
			for at, end := b.cuesOf(first, second); at < end; at++ {
				c := b.cue(at)
				if !c.isOf(first, second) || c.hasGap() != (gap == 1) || c.isException() || c.before() > i {
					continue
				}
				from := i - c.before()
				phrase := b.phrase(c)
				if wrong := b.wrongIn(runes, from, phrase); wrong >= 0 {
					add(from, phrase.String(), wrong)
				}
			}
		}
		if right, wrong := b.wrongWord(runes, i); wrong >= 0 {
			add(i, right, wrong)
		}
	}
	return found
}

// wrongIn is the place of the one character that is wrong where a phrase is due; -1 if none is, or more, or if what stands there
// makes sense.
func (b *phraseBook) wrongIn(text []rune, from int, phrase halves) int {
	if from+phrase.len() > len(text) {
		return -1
	}
	wrong := -1
	for i := range phrase.len() {
		if text[from+i] == phrase.rune(i) {
			continue
		}
		if wrong >= 0 {
			if wrong == from+i-1 && b.isExchanged(text, from, phrase, i-1) {
				return wrong
			}
			return -1
		}
		wrong = from + i
	}
	if wrong < 0 || phrase.len() == 3 && wrong == from+2 && b.list(b.of(phrase.rune(2)), apart).has(text[wrong]) {
		return -1
	}
	if !b.alike(text[wrong], phrase.rune(wrong-from)) || b.makesWord(text, wrong) || b.isPartOfKnown(text, wrong) {
		return -1
	}
	return wrong
}

// isExchanged says whether a phrase is due at a place where two characters within it stand in each other's place, and neither makes a word there: 信息公工开作,
// but 公开限时办结 is no 公开时限.
func (b *phraseBook) isExchanged(text []rune, from int, phrase halves, i int) bool {
	at, behind := from+i, i+2
	if i == 0 || behind == phrase.len() || text[at] != phrase.rune(i+1) || text[at+1] != phrase.rune(i) || !phrase.part(behind, phrase.len()).equal(text[from+behind:from+phrase.len()]) {
		return false
	}
	return !b.isWord(text[at], text[at+1]) && !b.makesWord(text, at) && !b.makesWord(text, at+1)
}

// wrongWord is the word of two characters that is due at a place, and where it has a wrong one; -1 for none. Two characters are
// little to go by: what stands before and behind must end and begin there, and make no word with them.
func (b *phraseBook) wrongWord(text []rune, i int) (right string, wrong int) {
	first, second := text[i], text[i+1]
	f, s := b.of(first), b.of(second)
	nexts, befores := b.list(f, seconds), b.list(s, firsts)
	if nexts == "" && befores == "" || !chinese.IsHan(second) || b.list(f, words).has(second) || b.list(f, besides).has(second) ||
		nexts.has(second) || !b.endsAt(text, i) || !b.beginsAt(text, i+2) ||
		i > 0 && b.isWord(text[i-1], first) || i+2 < len(text) && b.list(s, words).has(text[i+2]) {
		return "", -1
	}
	if s.at(stands) == 0 {
		for k := range nexts.len() {
			if meant := nexts.rune(k); b.alike(second, meant) && !b.isPartOfKnown(text, i+1) {
				return string([]rune{first, meant}), i + 1
			}
		}
	}
	if f.at(stands) == 0 && !(i > 0 && unicode.IsDigit(text[i-1])) { // 34宗新申请
		for k := range befores.len() {
			if meant := befores.rune(k); b.alike(first, meant) && !b.isPartOfKnown(text, i) {
				return string([]rune{meant, second}), i
			}
		}
	}
	return "", -1
}

// endsAt says whether a word ends before a character, or nothing stands there.
func (b *phraseBook) endsAt(text []rune, i int) bool {
	return i == 0 || !chinese.IsHan(text[i-1]) || b.standsAlone(text[i-1]) || i > 1 && b.isWord(text[i-2], text[i-1])
}

// beginsAt says whether a word begins with a character, or nothing stands there.
func (b *phraseBook) beginsAt(text []rune, i int) bool {
	return i >= len(text) || !chinese.IsHan(text[i]) || b.standsAlone(text[i]) || i+1 < len(text) && b.isWord(text[i], text[i+1])
}

// makesWord says whether a character makes a word with the one before or behind it.
func (b *phraseBook) makesWord(text []rune, i int) bool {
	return i > 0 && b.isWord(text[i-1], text[i]) || i+1 < len(text) && b.isWord(text[i], text[i+1])
}

// isPartOfKnown says whether a character stands in a phrase that is right as it is.
func (b *phraseBook) isPartOfKnown(text []rune, i int) bool {
	for from := max(0, i-longestPhrase+1); from <= i && from+1 < len(text); from++ {
		for at, last := b.cuesOf(text[from], text[from+1]); at < last; at++ {
			c := b.cue(at)
			end := from + c.length()
			if c.before() == 0 && !c.hasGap() && i < end && end <= len(text) && b.phrase(c).equal(text[from:end]) {
				return true
			}
		}
	}
	return false
}

// hasDouble says whether a character stands twice in a row.
func hasDouble(text string) bool {
	last := rune(0)
	for _, r := range text {
		if r == last {
			return true
		}
		last = r
	}
	return false
}
