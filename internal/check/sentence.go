package check

import (
	"nianbao/internal/chinese"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a piece of a text as the rules read it: a word of the vocabulary, a number, a mark, or a run of anything else.
type token struct {
	kind       tokenKind
	start, end int // bytes of the paragraph
	word       *word
	num        *chinese.Numeral // of a number; of the title of a year's report, that year; else nil
}

type tokenKind uint8

const (
	unknownToken tokenKind = iota // a run of characters outside the vocabulary
	wordToken
	numberToken
	titleToken // 《…》
	listMark   // 、
	pauseMark  // ，：
	breakMark  // ；
	stopMark   // 。！？
	openMark   // （
	closeMark  // ）
)

func (t *token) isMark() bool { return t.kind >= listMark }

// has says whether the token is a word of one of the given roles.
func (t *token) has(r role) bool { return t.kind == wordToken && t.word.role&r != 0 }

// lexer cuts a paragraph into tokens.
type lexer struct {
	text   string
	names  []string // what the report's own unit is called, the longest name first
	tokens []token
}

// lex cuts a paragraph into tokens, which it appends to an empty slice. Quotation marks and spaces are no tokens.
func lex(tokens []token, text string, names []string) []token {
	l := lexer{text: text, names: names, tokens: tokens}
	for at := 0; at < len(text); {
		r, width := utf8.DecodeRuneInString(text[at:])
		size := l.mark(at, r, width)
		if size == 0 {
			size = l.ownName(at)
		}
		if size == 0 {
			size = l.word(at, r)
		}
		if size == 0 {
			size = l.number(at, r)
		}
		if size == 0 {
			l.unknown(at, width)
			size = width
		}
		at += size
	}
	return l.tokens
}

func (l *lexer) add(kind tokenKind, start, size int) *token {
	l.tokens = append(l.tokens, token{kind: kind, start: start, end: start + size})
	return &l.tokens[len(l.tokens)-1]
}

// unknown lengthens the run of unknown characters that ends at a place, or begins one.
func (l *lexer) unknown(at, size int) {
	if last := len(l.tokens) - 1; last >= 0 && l.tokens[last].kind == unknownToken && l.tokens[last].end == at {
		l.tokens[last].end += size
		return
	}
	l.add(unknownToken, at, size)
}

// mark reads punctuation and white space.
func (l *lexer) mark(at int, r rune, width int) int {
	if r >= firstIdeograph && r <= lastIdeograph {
		return 0
	}
	switch r {
	case '、':
		l.add(listMark, at, width)
	case '，', ',', '：', ':':
		l.add(pauseMark, at, width)
	case '；', ';':
		l.add(breakMark, at, width)
	case '。', '！', '？', '!', '?':
		l.add(stopMark, at, width)
	case '（', '(', '〔', '[', '【':
		l.add(openMark, at, width)
	case '）', ')', '〕', ']', '】':
		l.add(closeMark, at, width)
	case '《':
		if end := strings.Index(l.text[at:min(len(l.text), at+longestTitle)], "》"); end >= 0 {
			width = end + len("》")
		}
		l.add(titleToken, at, width).num = yearOfReport(l.text[at : at+width])
	case '…', '—':
		if !strings.HasPrefix(l.text[at+width:], string(r)) {
			return 0
		}
		width *= 2
		l.add(pauseMark, at, width)
	case ' ', '\t', '\u00a0', '　', '“', '”', '‘', '’', '"', '\'', '「', '」', '『', '』', '》', '*':
	default:
		return 0
	}
	return width
}

// longestTitle is how many bytes a title in 《》 may have; without its closing mark it is none.
const longestTitle = 600

// yearOfReport finds the year in the title of a report, nil if there is none.
func yearOfReport(title string) *chinese.Numeral {
	before, _, found := strings.Cut(title, "年")
	const width = len("2025")
	if !found || len(before) < width || !strings.Contains(title, "报告") {
		return nil
	}
	year, size := chinese.ReadNumeral(title[len(before)-width:])
	if size == 0 || year.Unit != "年" || !year.IsYear() {
		return nil
	}
	return &year
}

// ownName reads the name of the report's unit.
func (l *lexer) ownName(at int) int {
	for _, name := range l.names {
		if strings.HasPrefix(l.text[at:], name) {
			l.add(wordToken, at, len(name)).word = &ownUnit
			return len(name)
		}
	}
	return 0
}

func (l *lexer) word(at int, r rune) int {
	w := vocabulary.longest(l.text[at:], r)
	if w == nil {
		return 0
	}
	l.add(wordToken, at, len(w.text)).word = w
	return len(w.text)
}

// number reads a number. One that is part of a name or counts nothing (第二十条, A4, 每一件, 30号) is read as unknown text.
func (l *lexer) number(at int, r rune) int {
	if r == '第' {
		_, size := chinese.ReadNumeral(l.text[at+len("第"):])
		if size == 0 {
			return 0
		}
		l.unknown(at, len("第")+size)
		return len("第") + size
	}
	if _, ok := chinese.Digit(r); !ok && !chinese.IsHanNumeral(r) {
		return 0
	}
	n, size := chinese.ReadNumeral(l.text[at:])
	if size == 0 {
		return 0
	}
	if n.Unit == "" {
		n.Unit = l.unitOfRange(at + size)
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[:at])
	after := chinese.FirstRune(l.text[at+size:])
	if isLatin(before) || isLatin(after) || n.Unit == "号" || chinese.IsHanNumeral(r) && strings.ContainsRune("每同逐某这那任首唯哪无统不", before) {
		l.unknown(at, size)
		return size
	}
	if chinese.IsHanNumeral(r) && n.Unit == "起" && unicode.Is(unicode.Han, after) && after != '的' {
		l.unknown(at, size) // 一起 is together, not one case
		return size
	}
	n.Rough = n.Rough || chinese.IsHanNumeral(r) && strings.ContainsRune("数几", before) || l.endsRange(at) || !isTimeUnit(n.Unit) && l.beginsRange(at+size)
	l.add(numberToken, at, size).num = &n
	return size
}

const rangeMarks = "-－—–~～至到"

// beginsRange and endsRange say whether a number is one of the two ends of a range: 3—5件. Years and days are left alone.
func (l *lexer) beginsRange(end int) bool {
	r, width := utf8.DecodeRuneInString(l.text[end:])
	if !strings.ContainsRune(rangeMarks, r) || width == 0 {
		return false
	}
	_, isDigit := chinese.Digit(chinese.FirstRune(l.text[end+width:]))
	return isDigit
}

// unitOfRange is the unit of time that a number takes from the end of the range that it begins: 1—12月. It is "" for none.
func (l *lexer) unitOfRange(end int) string {
	if !l.beginsRange(end) {
		return ""
	}
	_, width := utf8.DecodeRuneInString(l.text[end:])
	last, _ := chinese.ReadNumeral(l.text[end+width:])
	if isTimeUnit(last.Unit) {
		return last.Unit
	}
	return ""
}

func (l *lexer) endsRange(start int) bool {
	r, width := utf8.DecodeLastRuneInString(l.text[:start])
	if !strings.ContainsRune(rangeMarks, r) || width == 0 {
		return false
	}
	last := len(l.tokens) - 1
	if last >= 0 && l.tokens[last].kind != numberToken {
		last--
	}
	return last >= 0 && l.tokens[last].kind == numberToken && start-l.tokens[last].end <= 2*width && !isTimeUnit(l.tokens[last].num.Unit)
}

func isTimeUnit(unit string) bool { return unit == "年" || unit == "月" || unit == "日" }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// word is an entry of the vocabulary.
type word struct {
	text    string
	role    role
	topic   topic
	subject *subject // what the word counts; nil for most
	part    string   // the part of the subject's keys that the word stands for
}

// ownUnit stands for the name of the report's unit wherever the text has it.
var ownUnit = word{role: ownNameWord}

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
