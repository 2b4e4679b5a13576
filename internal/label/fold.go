package label

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// Folded is a text as labels are looked for in it, and the way back to the text as it stands.
type Folded struct {
	Text  string
	typed string
	fold  chinese.Folded
	from  []int32 // for every byte of Text, where what it was made of begins in fold.Text
}

// Fold makes characters of another width, look-alikes and traditional letters those that are meant, and leaves out what takes no
// room, the readings in brackets behind letters, 公(gōng)开, and the signs of Markdown and HTML that came along.
func Fold(text string) Folded {
	f := Folded{typed: text, fold: chinese.Fold(text)}
	f.from = make([]int32, 0, len(f.fold.Text))
	f.Text = folded(f.fold.Text, func(from, size int) {
		for range size {
			f.from = append(f.from, int32(from))
		}
	})
	return f
}

// Text is Fold without a way back.
func Text(text string) string { return folded(chinese.Fold(text).Text, func(int, int) {}) }

// folded folds a text, and tells from where it made each character, and of how many bytes.
func folded(t string, made func(from, size int)) string {
	var b strings.Builder
	b.Grow(len(t))
	before := rune(0)
	for i := 0; i < len(t); {
		r, size := utf8.DecodeRuneInString(t[i:])
		if r == '&' || r == '<' || r == '*' || r == '\\' || r == '(' || r == '（' {
			if skipped, blank := unseen(t[i:], before); skipped > 0 {
				if blank {
					b.WriteByte(' ')
					made(i, 1)
				}
				i += skipped
				continue
			}
		}
		r = meant(r)
		b.WriteRune(r)
		made(i, utf8.RuneLen(r))
		before = r
		i += size
	}
	return b.String()
}

// Original is the stretch of bytes of the text as it stands that a stretch of the folded text was made of.
func (f Folded) Original(start, end int) (from, to int) {
	if start >= end || start >= len(f.from) {
		return f.place(start), f.place(start)
	}
	_, size := utf8.DecodeRuneInString(f.fold.Text[f.from[end-1]:])
	return f.fold.Original(int(f.from[start]), int(f.from[end-1])+size)
}

// place is where a byte of the folded text stands in the text as it is.
func (f Folded) place(at int) int {
	if at >= len(f.from) {
		return len(f.typed)
	}
	from, _ := f.fold.Original(int(f.from[at]), int(f.from[at]))
	return from
}

// meant is the character by which another one is looked for.
func meant(r rune) rune {
	if r < utf8.RuneSelf && r != '\'' && r != '[' && r != ']' {
		return r
	}
	if w := ofWidth(r); w != r {
		return w
	}
	if s, ok := chinese.Simplified(r); ok {
		return s
	}
	return r
}

// ofWidth are marks, digits and letters of one width, and one kind of quotation mark, bar, dash and space.
func ofWidth(r rune) rune {
	switch {
	case r >= '！' && r <= '～' && r != '｜' && r != '＇' && r != '＂':
		return r - '！' + '!'
	case r == '\u3000', r == '\u00a0', r == '\u0085', r == '\u2028', r == '\u2029':
		return ' '
	}
	switch r {
	case '“', '”', '‘', '’', '「', '」', '『', '』', '＇', '＂', '\'', '″':
		return '"'
	case '｜', '│', '┃', '︱', '￨', '║':
		return '|'
	case '−', '–', '﹣', '‐', '‑':
		return '-'
	case '〔', '【', '[':
		return '('
	case '〕', '】', ']':
		return ')'
	}
	return r
}

// plain is a text without white space and with marks of one width, as labels are compared with what is prescribed.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r = ofWidth(r); strings.ContainsRune(blanks, r) {
			return -1
		}
		return r
	}, chinese.Fold(text).Text)
}

// unseen is how many bytes of signs begin a text that are no text: a reading behind a letter, a tag for a line's end, an entity for a
// blank, Markdown's signs for bold letters and before marks. blank tells that they stand for one.
func unseen(t string, before rune) (size int, blank bool) {
	for _, s := range []string{"&nbsp;", "<br>", "<br/>", "<br />", "&emsp;", "&ensp;"} {
		if strings.HasPrefix(t, s) {
			return len(s), true
		}
	}
	switch {
	case strings.HasPrefix(t, "**"):
		return 2, false
	case t[0] == '\\' && len(t) > 1 && strings.IndexByte(`.-+*_()[]|#`, t[1]) >= 0:
		return 1, false
	case chinese.IsHan(before):
		return chinese.ReadingIn(t), false
	}
	return 0, false
}
