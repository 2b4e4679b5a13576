package check

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/sample"
)

// The book in the program is the one that the lists make. With -update it is made anew.
func TestPhraseBook(t *testing.T) {
	sample.Golden(t, sample.Path(t, "internal/check/words/phrases.book"), newBookMaker(t).made(t))
}

// standing are characters that are words by themselves in reports, numbers, and what counts and names places.
const standing = "的和在对与是由向等及为各该从以将把按可被并或未不已经后前中上下我全县镇乡街道市区新再也都均共其就让使有了于们者" +
	"一二三四五六七八九十百千万亿两零年月日省村本个条件次份篇期项名家户场处级余多元"

// bookMaker lays a phraseBook out.
type bookMaker struct {
	text  []rune
	cues  []madeCue
	known map[rune]*knownOf
	order []rune // of the characters, as they were met
}

// madeCue is a cue before it is laid out.
type madeCue struct {
	first, second         rune
	start, length, before int
	gap, exception        bool
}

// knownOf is what is known of a character.
type knownOf struct {
	lists  [sounds][]rune
	sounds []uint16
	stands bool
}

func newBookMaker(t *testing.T) *bookMaker {
	m := &bookMaker{known: map[rune]*knownOf{}}
	part := ""
	for line := range wordLines(wordList(t, "phrases.txt")) {
		switch {
		case line[0] == '[':
			part = line
		case part == "[末字]":
			m.readBehind(line, apart)
		default:
			for phrase := range strings.FieldsSeq(line) {
				m.add([]rune(phrase), part != "")
			}
		}
	}
	for line := range wordLines(wordList(t, "existing.txt")) {
		m.readBehind(line, words)
	}
	for line := range wordLines(wordList(t, "besides.txt")) {
		m.readBehind(line, besides)
	}
	for line := range wordLines(wordList(t, "shapes.txt")) {
		for _, r := range line {
			m.note(r, shapes, []rune(line)...)
		}
	}
	for _, r := range standing {
		m.of(r).stands = true
	}
	m.readSounds(t)
	slices.SortStableFunc(m.cues, func(a, b madeCue) int { return int(bucketOf(a.first, a.second)) - int(bucketOf(b.first, b.second)) })
	return m
}

// wordList is a list of words that only the tests read.
func wordList(t *testing.T, name string) string {
	return string(sample.Read(t, "internal/check/words/"+name))
}

// of is the place to write down what is known of a character.
func (m *bookMaker) of(r rune) *knownOf {
	if m.known[r] == nil {
		m.known[r] = &knownOf{}
		m.order = append(m.order, r)
	}
	return m.known[r]
}

func (m *bookMaker) note(r rune, list int, others ...rune) {
	known := m.of(r)
	known.lists[list] = append(known.lists[list], others...)
}

// readBehind reads a line of a character and others.
func (m *bookMaker) readBehind(line string, list int) {
	first, others, _ := strings.Cut(line, "：")
	m.of(chinese.FirstRune(first)).lists[list] = []rune(others)
}

// add takes a phrase into the book with its cues.
func (m *bookMaker) add(p []rune, exception bool) {
	head := madeCue{first: p[0], second: p[1], start: len(m.text), length: len(p), exception: exception || len(p) == 2}
	m.text = append(m.text, p...)
	m.cues = append(m.cues, head)
	if exception {
		return
	}
	if len(p) == 2 {
		m.note(p[0], seconds, p[1])
		m.note(p[1], firsts, p[0])
		return
	}
	tail := head
	tail.before = len(p) - 2
	tail.first, tail.second = p[tail.before], p[tail.before+1]
	m.cues = append(m.cues, tail)
	if len(p) == 3 {
		outer := head
		outer.second, outer.gap = p[2], true
		m.cues = append(m.cues, outer)
	}
}

func (m *bookMaker) readSounds(t *testing.T) {
	numbers := map[string]uint16{}
	for line := range wordLines(wordList(t, "sounds.txt")) {
		sound, characters, _ := strings.Cut(line, "：")
		sound = blurred(sound)
		if numbers[sound] == 0 {
			numbers[sound] = uint16(len(numbers) + 1)
		}
		for _, r := range characters {
			known := m.of(r)
			if !slices.Contains(known.sounds, numbers[sound]) {
				known.sounds = append(known.sounds, numbers[sound])
			}
			require.LessOrEqual(t, len(known.sounds), mostSounds, "%c", r)
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

// made is the book as it lies in the program.
func (m *bookMaker) made(t *testing.T) []byte {
	number := func(n int) uint16 {
		require.True(t, n >= 0 && n < 1<<16, "%d has no room in the book", n)
		return uint16(n)
	}
	numbers := make([]uint16, chinese.LastHan-chinese.FirstHan+1)
	characters, lists := make([]uint16, characterSize), []uint16{0} // of none, and an empty one
	for i, r := range m.order {
		require.True(t, r >= chinese.FirstHan && r <= chinese.LastHan, "%c", r)
		known := m.known[r]
		numbers[r-chinese.FirstHan] = number(i + 1)
		for _, list := range known.lists {
			if len(list) == 0 {
				characters = append(characters, 0)
				continue
			}
			characters = append(characters, number(len(lists)))
			lists = append(lists, number(len(list)))
			for _, r := range list {
				lists = append(lists, number(int(r)))
			}
		}
		characters = append(append(characters, known.sounds...), make([]uint16, mostSounds-len(known.sounds))...)
		characters = append(characters, 0)
		if known.stands {
			characters[len(characters)-1] = 1
		}
	}
	var text, cues, ends []uint16
	for _, r := range m.text {
		text = append(text, number(int(r)))
	}
	for i, c := range m.cues {
		require.Less(t, c.length, 1<<cueBits)
		rest := c.length | c.before<<cueBits
		if c.gap {
			rest |= cueGap
		}
		if c.exception {
			rest |= cueException
		}
		cues = append(cues, number(int(c.first)), number(int(c.second)), number(c.start), number(rest))
		for bucket := int(bucketOf(c.first, c.second)); len(ends) <= bucket; {
			ends = append(ends, number(i))
		}
	}
	for len(ends) <= buckets {
		ends = append(ends, number(len(m.cues)))
	}
	var made []byte
	parts := [][]uint16{text, cues, ends, numbers, characters, lists}
	for _, part := range parts {
		made = binary.LittleEndian.AppendUint32(made, uint32(len(part)))
	}
	for _, part := range parts {
		for _, n := range part {
			made = binary.LittleEndian.AppendUint16(made, n)
		}
	}
	return made
}
