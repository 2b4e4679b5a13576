package check

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// wrongWord is a word that is written wrong; # in it stands for a digit.
type wrongWord struct {
	wrong string
	not   string // it is none inside one of these, or across its edge; a name behind @ stands for many
	*correction
}

// correction is what is right instead of some words.
type correction struct {
	right string
	level Level
}

// wordIndex finds words in a text in one pass.
type wordIndex struct {
	words  []wrongWord // by the buckets of their first characters, the longer first
	starts []int       // of the buckets, and the last one's end
}

// wordBuckets is into how many parts the words are sorted.
const wordBuckets = 1 << 10

func newWordIndex(words []wrongWord) *wordIndex {
	if len(words) == 0 {
		return &wordIndex{}
	}
	index := &wordIndex{starts: make([]int, wordBuckets+1)}
	for _, w := range words {
		for first := range firstsOf(w.wrong) {
			index.starts[first%wordBuckets+1]++
		}
	}
	for i := range wordBuckets {
		index.starts[i+1] += index.starts[i]
	}
	index.words = make([]wrongWord, index.starts[wordBuckets])
	next := slices.Clone(index.starts)
	for _, w := range words {
		for first := range firstsOf(w.wrong) {
			i := first % wordBuckets
			index.words[next[i]] = w
			next[i]++
		}
	}
	for i := range rune(wordBuckets) {
		slices.SortStableFunc(index.beginningWith(i), func(a, b wrongWord) int { return len(b.wrong) - len(a.wrong) })
	}
	return index
}

// firstsOf are the characters that a word may begin with.
func firstsOf(word string) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		first := chinese.FirstRune(word)
		if first != '#' {
			yield(first)
			return
		}
		for digit := '0'; digit <= '9' && yield(digit); digit++ {
		}
	}
}

// beginningWith are the words that begin with a character, and some others.
func (index *wordIndex) beginningWith(r rune) []wrongWord {
	i := r % wordBuckets
	return index.words[index.starts[i]:index.starts[i+1]]
}

// foundWord is a wrong word in a text, from byte to byte.
type foundWord struct {
	wrongWord
	start, end int
}

// in lists the wrong words of a text in order, none overlapping another. A word between quotation marks is spoken of, not used.
func (index *wordIndex) in(text string) []foundWord {
	if len(index.words) == 0 {
		return nil
	}
	var found []foundWord
	done := 0
	for at, r := range text {
		list := index.beginningWith(r)
		if at < done {
			continue
		}
		for i := range list {
			w := &list[i]
			end := at + len(w.wrong)
			if end > len(text) || !matches(text[at:end], w.wrong) || isMentioned(text, at, end) || isInsideOneOf(text, at, end, w.exceptions()) {
				continue
			}
			found = append(found, foundWord{*w, at, end})
			done = end
			break
		}
	}
	return found
}

func matches(text, pattern string) bool {
	for i := range len(pattern) {
		if pattern[i] != text[i] && (pattern[i] != '#' || text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

// isMentioned is true of words that stand in quotation marks of their own: “截止”与“截至”不分.
func isMentioned(text string, start, end int) bool {
	return strings.HasSuffix(text[:start], "“") && strings.HasPrefix(text[end:], "”")
}

// isInsideOneOf says whether a stretch of a text overlaps one of the words.
func isInsideOneOf(text string, start, end int, words []string) bool {
	for _, word := range words {
		from, to := max(0, start-len(word)+1), min(len(text), end+len(word)-1)
		if strings.Contains(text[from:to], word) {
			return true
		}
	}
	return false
}

// levels are the weights as the lists name them.
var levels = map[string]Level{"[强制]": Fatal, "[核实]": Query, "[提示]": Info}

var wrongWords = sync.OnceValue(func() *wordIndex { return newWordIndex(listedWrongWords()) })

func listedWrongWords() []wrongWord {
	const bytesPerWord = 16
	list := make([]wrongWord, 0, len(wrongFile)/bytesPerWord)
	level := Query
	for line := range wordLines(wrongFile) {
		if l, ok := levels[line]; ok {
			level = l
			continue
		}
		right, rest, _ := strings.Cut(line, "：")
		if strings.HasPrefix(right, "@") {
			continue
		}
		corrected := &correction{right, level}
		for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
			w := wrongWord{correction: corrected}
			end := strings.IndexAny(rest, " 〔")
			if end < 0 {
				end = len(rest)
			}
			w.wrong, rest = rest[:end], rest[end:]
			if not, ok := strings.CutPrefix(rest, "〔"); ok {
				w.not, rest, _ = strings.Cut(not, "〕")
			}
			list = append(list, w)
		}
	}
	return list
}

// exceptions are the words inside which a word is none.
func (w *wrongWord) exceptions() []string {
	var list []string
	for word := range strings.FieldsSeq(w.not) {
		if name, ok := strings.CutPrefix(word, "@"); ok {
			list = append(list, exceptionGroups()[name]...)
		} else {
			list = append(list, word)
		}
	}
	return list
}

// exceptionGroups are the words that names stand for.
var exceptionGroups = sync.OnceValue(func() map[string][]string {
	groups := map[string][]string{}
	for line := range wordLines(wrongFile) {
		name, words, _ := strings.Cut(line, "：")
		if name, ok := strings.CutPrefix(name, "@"); ok {
			groups[name] = strings.Fields(words)
		}
	}
	return groups
})

// fixedName is a name of which one part brings the other along: after first comes one of then, or before then comes first.
type fixedName struct {
	first    string
	then     []string
	backward bool // then[0] is looked for, and first is due before it
	level    Level
}

// part is the one that is looked for.
func (n fixedName) part() string {
	if n.backward {
		return n.then[0]
	}
	return n.first
}

// meeting is a congress or plenum whose spirit guides the work of some years.
type meeting struct {
	name        string
	year, month int
	until       int // the last report year that it guides; 0 while there is no next one
}

type fixedNames struct {
	names    []fixedName
	parts    *pattern.Words // that are looked for
	meetings []meeting
}

var fixedNamesAndMeetings = sync.OnceValue(func() fixedNames {
	var all fixedNames
	level, inMeetings := Query, false
	for line := range wordLines(fixedNamesFile) {
		if l, ok := levels[line]; ok {
			level, inMeetings = l, false
			continue
		}
		fields := strings.Fields(line)
		switch {
		case line == "[会议]":
			inMeetings = true
		case inMeetings:
			m := meeting{name: fields[0]}
			m.year, _ = strconv.Atoi(fields[1][:len("2022")])
			m.month, _ = strconv.Atoi(fields[1][len("2022-"):])
			m.until, _ = strconv.Atoi(fields[2]) // 0 for -
			all.meetings = append(all.meetings, m)
		case fields[1] == "<":
			all.names = append(all.names, fixedName{first: fields[2], then: fields[:1], backward: true, level: level})
		default:
			all.names = append(all.names, fixedName{first: fields[0], then: fields[2:], level: level})
		}
	}
	var parts []string
	for _, n := range all.names {
		parts = append(parts, n.part())
	}
	all.parts = pattern.ListOf(parts)
	return all
})

// broken lists where fixed names are broken. At an edge of the text, or beside a mark, a name may end.
func (f fixedNames) broken(text string) []wordFault {
	if !f.parts.In(text) {
		return nil
	}
	var list []wordFault
	for _, n := range f.names {
		part := n.part()
		for at := range chinese.Indexes(text, part) {
			start, end := at, at+len(part)
			if n.backward {
				before := strings.TrimRight(text[:start], " \u3000")
				r, size := utf8.DecodeLastRuneInString(before)
				if !chinese.IsHan(r) || strings.HasSuffix(before, n.first) {
					continue
				}
				list = append(list, wordFault{len(before) - size, end, "“" + part + "”前面应是“" + n.first + "”", n.first + part, n.level})
				continue
			}
			after := strings.TrimLeft(text[end:], " \u3000")
			if !chinese.IsHan(chinese.FirstRune(after)) || chinese.StartsWithAny(after, n.then) {
				continue
			}
			due := strings.Join(n.then, "”或“")
			list = append(list, wordFault{start, len(text) - len(after) + len(chinese.Clip(after, 1)), "“" + part + "”后面应是“" + due + "”", part + n.then[0], n.level})
		}
	}
	return list
}
