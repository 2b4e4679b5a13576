package check

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// phraseBook derives wrong words from right words and phrases, and from what characters are taken for each other. It finds phrases of which one character is wrong. Whichever it is, two others that stand in known places are right:
// the first two, the last two, or, of three, the outer ones. By these a phrase is looked for; a word of two by the other one.
// It is made in every run of the program, so it is a few tables, and not a map for each question.
type phraseBook struct {
	text       []rune // the phrases one behind another
	cues       []cue  // by their buckets
	buckets    [buckets + 1]int32
	number     [lastHan - firstHan + 1]uint16 // of a character in characters
	characters []character
}

// cue says where a phrase stands of which two characters are these.
type cue struct {
	first, second rune
	start         int32 // of the phrase in the book's text
	length        uint8
	before        uint8 // how many characters of it come before the first of the two
	gap           bool  // one character stands between the two
	exception     bool  // nothing is a misspelling of this phrase
}

// buckets is into how many parts the cues are sorted.
const buckets = 1 << 13

func bucketOf(first, second rune) uint32 {
	return (uint32(first)*0x9E3779B1 ^ uint32(second)*0x85EBCA6B) >> 19
}

// found are the cues of two characters, and of others that share their bucket.
func (b *phraseBook) found(first, second rune) []cue {
	i := bucketOf(first, second)
	return b.cues[b.buckets[i]:b.buckets[i+1]]
}

func (b *phraseBook) phrase(c cue) []rune { return b.text[c.start : c.start+int32(c.length)] }

// character is what is known of one; lists of others are strings.
type character struct {
	seconds string   // the second ones of words of two of which this is the first
	firsts  string   // and the first ones of those of which it is the second
	words   string   // those that make a word behind this one
	besides string   // those that may stand behind it though they make none
	apart   string   // those that begin another word where this one is the last of three
	shapes  string   // those that look like it
	sounds  soundsOf // alike sounds as one
	stands  bool     // it is a word by itself
}

// The characters that the lists may hold.
const firstHan, lastHan = '\u4e00', '\u9fff'

// of is what is known of a character; of marks, nothing.
func (b *phraseBook) of(r rune) *character {
	if r < firstHan || r > lastHan {
		return &b.characters[0]
	}
	return &b.characters[b.number[r-firstHan]]
}

// note is the place to write down what is known of a character, until the next is noted.
func (b *phraseBook) note(r rune) *character {
	n := &b.number[r-firstHan]
	if *n == 0 {
		*n = uint16(len(b.characters))
		b.characters = append(b.characters, character{})
	}
	return &b.characters[*n]
}

// soundsOf are the sounds of a character by number, 0 for none.
type soundsOf [4]uint16

func (s *soundsOf) add(number uint16) {
	for i := range s {
		if s[i] == 0 || s[i] == number {
			s[i] = number
			return
		}
	}
}

func (s *soundsOf) alike(other *soundsOf) bool {
	for _, a := range s {
		for _, b := range other {
			if a == b && a != 0 {
				return true
			}
		}
	}
	return false
}

var phrases = sync.OnceValue(func() *phraseBook {
	text := wordFile("phrases.txt")
	b := &phraseBook{text: make([]rune, 0, len(text)/3), characters: make([]character, 1, 4000)}
	cues := make([]cue, 0, len(text)/5)
	part := ""
	for line := range wordLines(text) {
		switch {
		case line[0] == '[':
			part = line
		case part == "[末字]":
			b.readBehind(line, func(c *character) *string { return &c.apart })
		default:
			for phrase := range strings.FieldsSeq(line) {
				cues = b.add(cues, phrase, part != "")
			}
		}
	}
	b.sort(cues)
	for line := range wordLines(wordFile("existing.txt")) {
		b.readBehind(line, func(c *character) *string { return &c.words })
	}
	for line := range wordLines(wordFile("besides.txt")) {
		b.readBehind(line, func(c *character) *string { return &c.besides })
	}
	for line := range wordLines(wordFile("shapes.txt")) {
		for _, r := range line {
			b.note(r).shapes += line
		}
	}
	for _, r := range standing {
		b.note(r).stands = true
	}
	b.readSounds()
	return b
})

// readBehind reads a line of a character and others.
func (b *phraseBook) readBehind(line string, of func(*character) *string) {
	first, others, _ := strings.Cut(line, "：")
	*of(b.note(chinese.FirstRune(first))) = others
}

// sort puts cues into their buckets.
func (b *phraseBook) sort(cues []cue) {
	for _, c := range cues {
		b.buckets[bucketOf(c.first, c.second)+1]++
	}
	for i := range buckets {
		b.buckets[i+1] += b.buckets[i]
	}
	next := b.buckets
	b.cues = make([]cue, len(cues))
	for _, c := range cues {
		i := bucketOf(c.first, c.second)
		b.cues[next[i]] = c
		next[i]++
	}
}

func (b *phraseBook) readSounds() {
	numbers := map[string]uint16{}
	for line := range wordLines(wordFile("sounds.txt")) {
		sound, characters, _ := strings.Cut(line, "：")
		sound = blurred(sound)
		if numbers[sound] == 0 {
			numbers[sound] = uint16(len(numbers) + 1)
		}
		for _, r := range characters {
			b.note(r).sounds.add(numbers[sound])
		}
	}
}

// blurred is a sound as those hear it who do not tell zh from z and ang from an.
func blurred(sound string) string {
	if len(sound) > 2 && sound[1] == 'h' {
		sound = sound[:1] + sound[2:]
	}
	return strings.TrimSuffix(sound, "g")
}

// add takes a phrase into the book, and adds its cues to others.
func (b *phraseBook) add(cues []cue, phrase string, exception bool) []cue {
	start := len(b.text)
	for _, r := range phrase {
		b.text = append(b.text, r)
	}
	p := b.text[start:]
	head := cue{first: p[0], second: p[1], start: int32(start), length: uint8(len(p)), exception: exception || len(p) == 2}
	cues = append(cues, head)
	if exception {
		return cues
	}
	if len(p) == 2 {
		b.note(p[0]).seconds += phrase[len(phrase)/2:]
		b.note(p[1]).firsts += phrase[:len(phrase)/2]
		return cues
	}
	last := len(p) - 2
	tail := head
	tail.first, tail.second, tail.before = p[last], p[last+1], uint8(last)
	cues = append(cues, tail)
	if len(p) == 3 {
		outer := head
		outer.second, outer.gap = p[2], true
		cues = append(cues, outer)
	}
	return cues
}

// alike says whether one character is taken for another by its sound or its looks.
func (b *phraseBook) alike(typed, meant rune) bool {
	t := b.of(typed)
	return t.sounds.alike(&b.of(meant).sounds) || strings.ContainsRune(t.shapes, meant)
}

func (b *phraseBook) isWord(first, second rune) bool {
	return strings.ContainsRune(b.of(first).words, second)
}

// foundPhrase is a phrase that is written wrong in a text, from byte to byte.
type foundPhrase struct {
	start, end   int
	wrong, right string
}

// in lists the phrases of a text that have one wrong character, in order; of those that one character spoils, the longest.
func (b *phraseBook) in(text string) []foundPhrase {
	runes, starts := make([]rune, 0, len(text)/2), make([]int, 0, len(text)/2)
	for i, r := range text {
		runes, starts = append(runes, r), append(starts, i)
	}
	starts = append(starts, len(text))
	var found []foundPhrase
	last := -1 // the last character found wrong
	add := func(from int, right string, wrong int) {
		start, end := starts[from], starts[from+utf8.RuneCountInString(right)]
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
			for _, c := range b.found(first, second) {
				from := i - int(c.before)
				if c.first != first || c.second != second || c.gap != (gap == 1) || c.exception || from < 0 {
					continue
				}
				if wrong := b.wrongIn(runes, from, b.phrase(c)); wrong >= 0 {
					add(from, string(b.phrase(c)), wrong)
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
func (b *phraseBook) wrongIn(text []rune, from int, phrase []rune) int {
	if from+len(phrase) > len(text) {
		return -1
	}
	wrong := -1
	for i, meant := range phrase {
		if text[from+i] == meant {
			continue
		}
		if wrong >= 0 {
			return -1
		}
		wrong = from + i
	}
	if wrong < 0 || len(phrase) == 3 && wrong == from+2 && strings.ContainsRune(b.of(phrase[2]).apart, text[wrong]) {
		return -1
	}
	if !b.alike(text[wrong], phrase[wrong-from]) || b.makesWord(text, wrong) || b.isPartOfKnown(text, wrong) {
		return -1
	}
	return wrong
}

// wrongWord is the word of two characters that is due at a place, and where it has a wrong one; -1 for none. Two characters are
// little to go by: what stands before and behind must end and begin there, and make no word with them.
func (b *phraseBook) wrongWord(text []rune, i int) (right string, wrong int) {
	first, second := text[i], text[i+1]
	f, s := b.of(first), b.of(second)
	if f.seconds == "" && s.firsts == "" || !chinese.IsHan(second) || strings.ContainsRune(f.words, second) || strings.ContainsRune(f.besides, second) ||
		strings.ContainsRune(f.seconds, second) || !b.endsAt(text, i) || !b.beginsAt(text, i+2) ||
		i > 0 && b.isWord(text[i-1], first) || i+2 < len(text) && strings.ContainsRune(s.words, text[i+2]) {
		return "", -1
	}
	if !s.stands {
		for _, meant := range f.seconds {
			if b.alike(second, meant) && !b.isPartOfKnown(text, i+1) {
				return string([]rune{first, meant}), i + 1
			}
		}
	}
	if !f.stands {
		for _, meant := range s.firsts {
			if b.alike(first, meant) && !b.isPartOfKnown(text, i) {
				return string([]rune{meant, second}), i
			}
		}
	}
	return "", -1
}

// standing are characters that are words by themselves in reports, numbers, and what counts and names places.
const standing = "的和在对与是由向等及为各该从以将把按可被并或未不已经后前中上下我全县镇乡街道市区新再也都均共其就让使有了于们者" +
	"一二三四五六七八九十百千万亿两零年月日省村本个条件次份篇期项名家户场处级余多元"

// endsAt says whether a word ends before a character, or nothing stands there.
func (b *phraseBook) endsAt(text []rune, i int) bool {
	return i == 0 || !chinese.IsHan(text[i-1]) || b.of(text[i-1]).stands || i > 1 && b.isWord(text[i-2], text[i-1])
}

// beginsAt says whether a word begins with a character, or nothing stands there.
func (b *phraseBook) beginsAt(text []rune, i int) bool {
	return i >= len(text) || !chinese.IsHan(text[i]) || b.of(text[i]).stands || i+1 < len(text) && b.isWord(text[i], text[i+1])
}

// makesWord says whether a character makes a word with the one before or behind it.
func (b *phraseBook) makesWord(text []rune, i int) bool {
	return i > 0 && b.isWord(text[i-1], text[i]) || i+1 < len(text) && b.isWord(text[i], text[i+1])
}

// longestPhrase is how many characters a phrase has at most.
const longestPhrase = 13

// isPartOfKnown says whether a character stands in a phrase that is right as it is.
func (b *phraseBook) isPartOfKnown(text []rune, i int) bool {
	for from := max(0, i-longestPhrase+1); from <= i && from+1 < len(text); from++ {
		for _, c := range b.found(text[from], text[from+1]) {
			end := from + int(c.length)
			if c.before == 0 && !c.gap && i < end && end <= len(text) && slices.Equal(b.phrase(c), text[from:end]) {
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
