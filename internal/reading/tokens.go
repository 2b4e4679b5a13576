package reading

import (
	"nianbao/internal/chinese"
	"slices"
	"strings"
	"unicode/utf8"
)

// token is a piece of a text as the reader sees it: a word of the vocabulary, a number, a mark, or a run of anything else.
type token struct {
	kind tokenKind
	Span // of the paragraph
	word *word
	num  *chinese.Numeral // of a number; of the title of a year's report, that year; else nil
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

// is says whether the token is one of the given words.
func (t *token) is(words ...string) bool {
	return t.kind == wordToken && slices.Contains(words, t.word.text)
}

// quantity is what a number says.
func (t *token) quantity() Quantity { return Quantity{Numeral: *t.num, Span: t.Span} }

// spanOf is the stretch that tokens cover.
func spanOf(tokens []*token) Span { return Span{tokens[0].Start, tokens[len(tokens)-1].End} }

// lexer cuts a paragraph into tokens.
type lexer struct {
	text   string
	names  []string // what the report's own unit is called, the longest name first
	words  *lexicon
	tokens []token
}

// lex cuts a paragraph into tokens, which it appends to an empty slice. Quotation marks and spaces are no tokens.
func lex(tokens []token, text string, names []string) []token {
	l := lexer{text: text, names: names, words: vocabulary(), tokens: tokens}
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
	l.tokens = append(l.tokens, token{kind: kind, Span: Span{start, start + size}})
	return &l.tokens[len(l.tokens)-1]
}

// unknown lengthens the run of unknown characters that ends at a place, or begins one.
func (l *lexer) unknown(at, size int) {
	if last := len(l.tokens) - 1; last >= 0 && l.tokens[last].kind == unknownToken && l.tokens[last].End == at {
		l.tokens[last].End += size
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
	w := l.words.longest(l.text[at:], r)
	if w == nil {
		return 0
	}
	l.add(wordToken, at, len(w.text)).word = w
	return len(w.text)
}
