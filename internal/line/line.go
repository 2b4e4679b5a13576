// Package line keeps what is shown on a line on that line: characters that end it, move the cursor, turn the writing round or
// hide are shown by their names; in CSV, text is no formula.
package line

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hidden says whether a character is not seen as a sign of its own, though it changes what is seen: control characters, line ends,
// format characters (bidirectional ones among them) and letters without ink. Selectors of a glyph change only the one before them
// and stand in names with rare characters; they are not hidden.
func Hidden(r rune) bool {
	if r < unicode.MaxASCII && r >= ' ' || isHan(r) {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || r == utf8.RuneError || r&0xfffe == 0xfffe
}

// Single is a text that makes no lines of its own: all white space in it is one space.
func Single(text string) string { return strings.Join(strings.Fields(text), " ") }

// Shown is a text as it can be seen on one line: hidden characters stand as 〈换行〉, 〈制表符〉 or 〈U+202E〉. Those brackets are in
// GB 2312, so that every Chinese font has them, which no font promises of ␛.
func Shown(text string) string {
	if strings.IndexFunc(text, Hidden) < 0 {
		return text
	}
	var b strings.Builder
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for _, r := range text {
		if Hidden(r) {
			b.WriteString(sign(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func sign(r rune) string {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return "〈换行〉"
	case '\t':
		return "〈制表符〉"
	}
	return fmt.Sprintf("〈U+%04X〉", r)
}

// Sprintf is fmt.Sprintf with every argument shown on one line. Only the format, which is ours, ends lines.
func Sprintf(format string, args ...any) string {
	shown := make([]any, len(args))
	for i, arg := range args {
		shown[i] = arg
		switch reflect.ValueOf(arg).Kind() {
		case reflect.Bool, reflect.Int, reflect.Int64, reflect.Uint, reflect.Uint64, reflect.Float64, reflect.Int32:
			if _, words := arg.(fmt.Stringer); !words {
				continue
			}
		}
		shown[i] = Shown(fmt.Sprint(arg))
	}
	return fmt.Sprintf(format, shown...)
}
