package check

import (
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
	not   string // it is none inside one of these, or across its edge, or with what follows a … later in the sentence; a name behind @ stands for many
	only  string // if there are any, it is wrong only right behind one of these
	*rightWords
}

// rightWords are what is right instead of some words.
type rightWords struct {
	right string
	level Level
}

// wordIndex finds words in a text in one pass.
type wordIndex struct {
	words   []wrongWord
	byFirst *pattern.Firsts
}

func newWordIndex(words []wrongWord) *wordIndex {
	return &wordIndex{words, pattern.NewFirsts(len(words), func(i int) rune {
		first := chinese.FirstRune(words[i].wrong)
		if first == '#' {
			return anyDigit
		}
		return sortedAs(first)
	})}
}

// anyDigit stands for the digits, where words are sorted by what they begin with.
const anyDigit = '0'

// sortedAs is the character by which those are found that a text goes on with.
func sortedAs(first rune) rune {
	if '0' <= first && first <= '9' {
		return anyDigit
	}
	return first
}

// foundWord is a wrong word in a text, from byte to byte.
type foundWord struct {
	wrongWord
	start, end int
}

// in lists the wrong words of a text in order, none overlapping another; of those that begin at one place, the longest. A word between
// quotation marks is spoken of, not used.
func (index *wordIndex) in(text string) []foundWord {
	if len(index.words) == 0 {
		return nil
	}
	var found []foundWord
	done := 0
	for at, r := range text {
		if at < done {
			continue
		}
		if w := index.longest(text, at, sortedAs(r)); w != nil {
			done = at + len(w.wrong)
			found = append(found, foundWord{*w, at, done})
		}
	}
	return found
}

// longest is the longest wrong word at a place, of those that are sorted as what stands there; nil for none.
func (index *wordIndex) longest(text string, at int, first rune) *wrongWord {
	var longest *wrongWord
	for i := index.byFirst.One(first); i >= 0; i = index.byFirst.Next(i) {
		w := &index.words[i]
		end := at + len(w.wrong)
		if end > len(text) || !matches(text[at:end], w.wrong) || longest != nil && len(w.wrong) <= len(longest.wrong) ||
			isMentioned(text, at, end) || isInsideOneOf(text, at, end, namedWords(w.not)) || w.only != "" && !isBehindOneOf(text, at, namedWords(w.only)) {
			continue
		}
		longest = w
	}
	return longest
}

func matches(text, pattern string) bool {
	for i := len(pattern) - 1; i >= 0; i-- { // most differ behind what they begin with
		if pattern[i] != text[i] && (pattern[i] != '#' || text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

// keeping are verbs of those who go by what they quote.
var keeping = pattern.NewWords("坚持 做到 实行 按照 遵循 落实 执行 贯彻 严守 恪守 秉持 践行")

// isMentioned is true of words that stand in quotation marks of their own, and are spoken of: “截止”与“截至”不分, not 坚持“先公开后审查”.
func isMentioned(text string, start, end int) bool {
	before, quoted := strings.CutSuffix(text[:start], "“")
	return quoted && strings.HasPrefix(text[end:], "”") && !keeping.Ends(before)
}

// isBehindOneOf says whether one of the words ends where a place of a text is, a quotation mark between them or none.
func isBehindOneOf(text string, at int, words []string) bool {
	return chinese.EndsWithAny(strings.TrimSuffix(text[:at], "“"), words)
}

// isInsideOneOf says whether a stretch of a text overlaps one of the words, or what follows a … stands behind it in its sentence.
func isInsideOneOf(text string, start, end int, words []string) bool {
	for _, word := range words {
		if later, ok := strings.CutPrefix(word, "…"); ok {
			if strings.Contains(restOfSentence(text[end:]), later) {
				return true
			}
			continue
		}
		from, to := max(0, start-len(word)+1), min(len(text), end+len(word)-1)
		if strings.Contains(text[from:to], word) {
			return true
		}
	}
	return false
}

// restOfSentence is a text as far as the mark that ends its first statement.
func restOfSentence(text string) string {
	text = text[:chinese.RuneStart(text, chinese.Farthest)]
	if end := strings.IndexFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.StatementEnds) }); end >= 0 {
		return text[:end]
	}
	return text
}

// levels are the weights as the lists name them.
var levels = map[string]Level{"[强制]": Fatal, "[核实]": Query, "[提示]": Info}

var wrongWords = sync.OnceValue(func() *wordIndex { return newWordIndex(listedWrongWords()) })

func listedWrongWords() []wrongWord {
	const bytesPerWord = 16
	list := make([]wrongWord, 0, len(wrongFile)/bytesPerWord)
	level := Query
	for line := range wordLines(wrongFile) {
		if line[0] == '[' {
			level = levels[line]
			continue
		}
		right, rest, _ := strings.Cut(line, "：")
		if right[0] == '@' {
			continue
		}
		corrected := &rightWords{right, level}
		for rest != "" {
			w := wrongWord{rightWords: corrected}
			w.wrong, _, _ = strings.Cut(rest, " ")
			w.wrong, _, _ = strings.Cut(w.wrong, "〔")
			w.wrong, _, _ = strings.Cut(w.wrong, "【")
			rest = rest[len(w.wrong):]
			if not, ok := strings.CutPrefix(rest, "〔"); ok {
				w.not, rest, _ = strings.Cut(not, "〕")
			}
			if only, ok := strings.CutPrefix(rest, "【"); ok {
				w.only, rest, _ = strings.Cut(only, "】")
			}
			rest = strings.TrimPrefix(rest, " ")
			list = append(list, w)
		}
	}
	return list
}

// namedWords are words parted by blanks, and those that the names among them stand for.
func namedWords(listed string) []string {
	var list []string
	for word := range strings.FieldsSeq(listed) {
		if name, ok := strings.CutPrefix(word, "@"); ok {
			list = append(list, groupsOfWords()[name]...)
		} else {
			list = append(list, word)
		}
	}
	return list
}

// groupsOfWords are the words that names stand for.
var groupsOfWords = sync.OnceValue(func() map[string][]string {
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
			const mostTold = 2 // of what may follow
			due := strings.Join(n.then[:min(mostTold, len(n.then))], "”或“")
			list = append(list, wordFault{start, len(text) - len(after) + len(chinese.Clip(after, 1)), "“" + part + "”后面应是“" + due + "”", part + n.then[0], n.level})
		}
	}
	return list
}
