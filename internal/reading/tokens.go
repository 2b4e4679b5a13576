package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// token is a piece of a text as the reader sees it: a word of the vocabulary, a number, a mark, or a run of anything else.
type token struct {
	kind tokenKind
	Span // of the paragraph
	word *word
	num  *chinese.Numeral // of a number, a percentage, a year or another time
}

type tokenKind uint8

const (
	unknownToken tokenKind = iota // a run of characters outside the vocabulary
	wordToken
	numberToken
	percentToken
	yearToken     // 2024年, 2024年度
	timeToken     // 12月, 31日, 20个工作日
	maskedToken   // 《…》, “…”: no speech of the unit
	listMark      // 、
	colonMark     // ：
	commaMark     // ，
	semicolonMark // ；
	stopMark      // 。！？
	openMark      // （
	closeMark     // ）
	itemMark      // the number of an item: 1. （一） ①
)

func (t *token) isMark() bool { return t.kind >= listMark }

// endsClause says whether a mark stands between clauses. 、 and ： stand inside them.
func (t *token) endsClause() bool { return t.kind >= commaMark }

// in says whether the token is a word of one of the classes.
func (t *token) in(classes ...class) bool {
	return t.kind == wordToken && slices.Contains(classes, t.word.class)
}

// means says whether the token is a word of a class with one of the values.
func (t *token) means(c class, values ...string) bool {
	return t.kind == wordToken && t.word.class == c && slices.Contains(values, t.word.value)
}

// is says whether the token is one of the given words.
func (t *token) is(words ...string) bool {
	return t.kind == wordToken && slices.Contains(words, t.word.text)
}

// isDays says whether the token is a number of days: 20个工作日.
func (t *token) isDays() bool {
	return t.kind == timeToken && slices.Contains([]string{"个工作日", "工作日", "日", "天"}, t.num.Unit)
}

// lexer cuts a paragraph into tokens.
type lexer struct {
	text   string
	words  *lexicon
	tokens []token
}

// lex cuts a paragraph into tokens, which it appends to an empty slice. Spaces and the marks around short quotations are no tokens.
func lex(tokens []token, text string) []token {
	l := lexer{text: text, words: vocabulary(), tokens: tokens}
	for at := 0; at < len(text); {
		r, width := utf8.DecodeRuneInString(text[at:])
		size := l.item(at)
		if size == 0 {
			size = l.mark(at, r, width)
		}
		if size == 0 && r == '零' {
			size = l.number(at, r) // 零件, but 零申请
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

// ordinals number the items of a list in words.
var ordinals = pattern.NewWords(chinese.Points)

// item reads the number of an item, behind a mark or at the beginning.
func (l *lexer) item(at int) int {
	last := len(l.tokens) - 1
	inside := last >= 0 && !l.tokens[last].endsClause() && l.tokens[last].kind != colonMark || last >= 0 && l.tokens[last].kind == openMark
	if inside && !l.beginsLine(at) {
		return 0
	}
	const longest = len("（十二）")
	text := l.text[at:min(len(l.text), at+longest+len("字"))]
	if r, size := utf8.DecodeRuneInString(text); r >= '①' && r <= '⑳' {
		l.add(itemMark, at, size)
		return size
	}
	if rest, found := ordinals.CutPrefix(text); found {
		size := len(text) - len(rest)
		l.add(itemMark, at, size)
		return size
	}
	if size := subsection(text); size > 0 {
		l.add(itemMark, at, size)
		return size
	}
	if _, rest, ok := chinese.ReadMarker(text); ok {
		size := len(text) - len(rest)
		if strings.HasPrefix(rest, "、") {
			size += len("、")
		}
		l.add(itemMark, at, size)
		return size
	}
	return 0
}

// subsection is the size of a number such as 2.1 with the blank behind it, 0 for none: 2.1 收件：本年新收4.
func subsection(text string) int {
	number := text[:len(text)-len(strings.TrimLeft(text, "0123456789."))]
	rest := strings.TrimLeft(text[len(number):], " \u3000\t")
	parts := strings.Split(number, ".")
	if len(parts) < 2 || len(rest) == len(text)-len(number) || !chinese.IsHan(chinese.FirstRune(rest)) ||
		slices.ContainsFunc(parts, func(p string) bool { return p == "" || len(p) > 2 || p[0] == '0' }) {
		return 0
	}
	return len(text) - len(rest)
}

// beginsLine says whether a number with a point behind it stands behind a blank, as where lines were run together: （二）依申请公开 1.受理。
func (l *lexer) beginsLine(at int) bool {
	if before, _ := utf8.DecodeLastRuneInString(l.text[:at]); at == 0 || !chinese.IsIndent(before) {
		return false
	}
	rest := strings.TrimLeft(l.text[at:], "0123456789")
	return len(rest) < len(l.text[at:]) && strings.HasPrefix(rest, ".") && chinese.IsHan(chinese.FirstRune(rest[1:]))
}

// mark reads punctuation, white space, and what is no speech of the unit.
func (l *lexer) mark(at int, r rune, width int) int {
	if r >= chinese.FirstHan && r <= chinese.LastHan {
		return 0
	}
	switch r {
	case '、':
		l.add(listMark, at, width)
	case '：', ':':
		l.add(colonMark, at, width)
	case '，', ',', '…', '—':
		if rest := l.text[at+width:]; r == '…' || r == '—' {
			if !strings.HasPrefix(rest, string(r)) {
				return 0
			}
			width *= 2
		}
		l.add(commaMark, at, width)
	case '；', ';':
		l.add(semicolonMark, at, width)
	case '。', '！', '？', '!', '?', '\n':
		l.add(stopMark, at, width)
	case '.':
		before, _ := utf8.DecodeLastRuneInString(l.text[:at])
		if after := chinese.FirstRune(l.text[at+width:]); !(chinese.IsHan(before) || before == '）') || !(chinese.IsHan(after) || after == '（') {
			return 0
		}
		l.add(stopMark, at, width)
	case '（', '(', '〔', '[', '【':
		l.add(openMark, at, width)
	case '）', ')', '〕', ']', '】':
		l.add(closeMark, at, width)
	case '《', '〈', '“':
		return l.masked(at, width, string(chinese.CloserOf(r)))
	case ' ', '\t', '\u00a0', '　', '”', '‘', '’', '"', '\'', '「', '」', '『', '』', '》', '〉', '*':
	default:
		return 0
	}
	return width
}

// longestMasked is how many bytes a title or a quotation may have; without its closing mark it is none.
const longestMasked = 600

// masked reads a title or a quotation whole. A quotation of one or two characters, or of a word that the reader knows, is none.
func (l *lexer) masked(at, width int, closer string) int {
	end := strings.Index(l.text[at+width:min(len(l.text), at+longestMasked)], closer)
	if end < 0 {
		return width
	}
	inside := l.text[at+width : at+width+end]
	if closer == "”" {
		const shortest = 3 // characters
		w := l.words.longest(inside, chinese.FirstRune(inside))
		if utf8.RuneCountInString(inside) < shortest || w != nil && w.text == inside || l.isNone(inside) && !chinese.EndsWithAny(l.text[:at], []string{"不是", "并非", "不再是", "打破", "告别", "结束", "摆脱", "防止", "避免", "杜绝"}) {
			return width
		}
	}
	size := width + end + len(closer)
	l.add(maskedToken, at, size)
	return size
}

// isNone says whether a quotation is that there were no applications or disputes, and no slogan: 保持“零申请”.
func (l *lexer) isNone(inside string) bool {
	rest, found := strings.CutPrefix(inside, "零")
	if !found || rest == "" {
		return false
	}
	w := l.words.longest(rest, chinese.FirstRune(rest))
	return w != nil && w.text == rest && (strings.HasPrefix(w.value, "application") || w.value == "receive" || isDispute(w.value))
}

// unbracketed takes the number that a name has in brackets out of them: 上年结转（4件）, 不予公开（15件，即国家秘密1件……）. Behind a number, or a
// word for another year, brackets hold what that was: 640件（711件）, 比上年（447条）.
func unbracketed(tokens []token) []token {
	var kept []token // nil as long as all stand where they stood
	for i := 0; i < len(tokens); i++ {
		isAlone, opens := isNamedInBrackets(tokens, i)
		if (isAlone || opens) && kept == nil {
			kept = append(make([]token, 0, len(tokens)), tokens[:i]...)
		}
		switch {
		case isAlone:
			kept = append(kept, tokens[i+1])
			i += 2
		case opens:
			kept = append(kept, tokens[i+1], tokens[i])
			i++
		case kept != nil:
			kept = append(kept, tokens[i])
		}
	}
	if kept == nil {
		return tokens
	}
	return kept
}

// isNamedInBrackets says whether brackets at i hold a name's number alone, or open with it and tell more.
func isNamedInBrackets(tokens []token, i int) (alone, opens bool) {
	if i == 0 || i+2 >= len(tokens) || tokens[i].kind != openMark || tokens[i+1].kind != numberToken {
		return false, false
	}
	name, behind := &tokens[i-1], tokens[i+2].kind
	if name.kind != unknownToken && name.kind != wordToken || name.in(lastYearWord, otherTimeWord, differenceWord) {
		return false, false
	}
	for _, k := range slices.Backward(tokens[:i]) {
		if k.isMark() {
			break
		}
		if k.in(allWord, alikeWord) || k.is("属", "属于", "是", "因") {
			return false, false // 均属直接起诉（2件）, 属过程性信息（1件）: as many as were told before, or the reason for it
		}
	}
	return behind == closeMark, behind == commaMark || behind == semicolonMark
}

// withoutAsides leaves out the brackets that hold no number: they say nothing of the sentence around them.
func withoutAsides(tokens []token) []token {
	var kept []token // nil as long as all are
	for i := 0; i < len(tokens); i++ {
		if end := asideEnd(tokens, i); end > 0 && !saysOfAll(tokens, i) {
			if kept == nil {
				kept = append(make([]token, 0, len(tokens)), tokens[:i]...)
			}
			if reason := reasonIn(tokens[i:end]); reason != nil && len(kept) > 0 && reason.isReasonOf(&kept[len(kept)-1]) {
				group := &kept[len(kept)-1] // 不予公开（属于三类内部事务信息）1件
				group.word, group.End = reason.word, reason.End
			}
			i = end
			continue
		}
		if kept != nil {
			kept = append(kept, tokens[i])
		}
	}
	if kept == nil {
		return tokens
	}
	return kept
}

// saysOfAll says whether the bracket at i says of all that the number before it counts what they are, or of the only dispute what came of
// it: 6件（均为个人申请）, 行政诉讼1件（败诉）.
func saysOfAll(tokens []token, i int) bool {
	if i == 0 || tokens[i-1].kind != numberToken || i+1 >= len(tokens) {
		return false
	}
	one := tokens[i-1].num.Value.Equal(decimal.NewFromInt(1))
	return tokens[i+1].in(allWord, alikeWord) || one && tokens[i+1].in(rulingWord) && i+2 < len(tokens) && tokens[i+2].kind == closeMark
}

// asideEnd is the closing bracket of an aside that begins at i, 0 if none does.
func asideEnd(tokens []token, i int) int {
	if tokens[i].kind != openMark {
		return 0
	}
	for j := i + 1; j < len(tokens); j++ {
		switch tokens[j].kind {
		case closeMark:
			return j
		case openMark, numberToken, percentToken:
			return 0
		}
	}
	return 0
}

// reasonIn is the one word for an outcome in an aside, nil if there is none or more.
func reasonIn(aside []token) (reason *token) {
	for i := range aside {
		if aside[i].in(outcomeWord) {
			if reason != nil {
				return nil
			}
			reason = &aside[i]
		}
	}
	return reason
}

// isReasonOf says whether a word is for a row of the group that another is for.
func (k *token) isReasonOf(group *token) bool {
	name, _, isRow := strings.Cut(k.word.value, ".")
	return isRow && group.in(outcomeWord) && group.word.value == name
}

func (l *lexer) word(at int, r rune) int {
	w := l.words.longest(l.text[at:], r)
	if w == nil {
		return 0
	}
	l.add(wordToken, at, len(w.text)).word = w
	return len(w.text)
}

// spanOf is the stretch that tokens cover, without the full stop that ends them.
func spanOf(tokens []token) Span {
	last := len(tokens) - 1
	if last > 0 && tokens[last].kind == stopMark {
		last--
	}
	return Span{tokens[0].Start, tokens[last].End}
}

// sentenceAt is the tokens of the sentence that begins at one, its full stop included.
func sentenceAt(tokens []token, start int) []token {
	most := tokens[start:min(len(tokens), start+mostTokens)]
	if end := slices.IndexFunc(most, func(k token) bool { return k.kind == stopMark }); end >= 0 {
		return most[:end+1]
	}
	return most
}

func hasKind(tokens []token, kind tokenKind) bool {
	return slices.ContainsFunc(tokens, func(k token) bool { return k.kind == kind })
}

func hasClass(tokens []token, classes ...class) bool {
	return slices.ContainsFunc(tokens, func(k token) bool { return k.in(classes...) })
}

// hasWord says whether one of the tokens is one of the words.
func hasWord(tokens []token, words ...string) bool {
	return slices.ContainsFunc(tokens, func(k token) bool { return k.is(words...) })
}

// hasMeaning says whether one of the tokens is a word of a class with one of the values.
func hasMeaning(tokens []token, c class, values ...string) bool {
	return slices.ContainsFunc(tokens, func(k token) bool { return k.means(c, values...) })
}

// lastOfKind is the last token of a kind, -1 if there is none.
func lastOfKind(tokens []token, kind tokenKind) int {
	for i := range slices.Backward(tokens) {
		if tokens[i].kind == kind {
			return i
		}
	}
	return -1
}

// firstOf and lastOf are the first and the last word of one of the classes, -1 if there is none.
func firstOf(tokens []token, classes ...class) int {
	return slices.IndexFunc(tokens, func(k token) bool { return k.in(classes...) })
}

func lastOf(tokens []token, classes ...class) int {
	for i := range slices.Backward(tokens) {
		if tokens[i].in(classes...) {
			return i
		}
	}
	return -1
}
