package pdfdata

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"unicode/utf16"

	"nianbao/internal/budget"
)

// The values of a PDF (ISO 32000-1, 7.3): bool, int, float64, nil for null, and these.
type (
	name       string
	text       string // the bytes of a string
	array      []any
	dictionary map[name]any
	reference  struct{ number, generation int }
	word       string // what is no value: obj, stream, n
	mark       string // [ ] << >> { }
)

// lexer reads values from bytes.
type lexer struct {
	data   []byte
	at     int
	budget *budget.Budget
}

func isBlank(c byte) bool { return bytes.IndexByte([]byte("\x00\t\n\f\r "), c) >= 0 }

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// next is the next token: a value that has no parts, a word or a mark. Behind the end stands the empty word.
func (l *lexer) next() (any, error) {
	start := l.at
	token, err := l.token()
	if !l.budget.Spend(budget.Unzipped, l.at-start) {
		return nil, errTooMuch
	}
	return token, err
}

func (l *lexer) token() (any, error) {
	l.skip()
	if l.at >= len(l.data) {
		return word(""), nil
	}
	switch c := l.data[l.at]; c {
	case '(':
		return l.literal()
	case '/':
		l.at++
		return name(unescaped(l.run())), nil
	case '[', ']', '{', '}':
		l.at++
		return mark(c), nil
	case '<', '>':
		if l.at+1 < len(l.data) && l.data[l.at+1] == c {
			l.at += 2
			return mark([]byte{c, c}), nil
		}
		if c == '<' {
			return l.hexadecimal()
		}
		return nil, errDamaged
	case ')':
		return nil, errDamaged
	}
	return valueOf(l.run()), nil
}

// skip passes over blanks and comments.
func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isBlank(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// run takes all up to the next blank or delimiter.
func (l *lexer) run() []byte {
	start := l.at
	for l.at < len(l.data) && !isBlank(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[start:l.at]
}

// valueOf is what a run of letters and digits stands for.
func valueOf(run []byte) any {
	switch s := string(run); s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		if n, err := strconv.Atoi(s); err == nil {
			return n
		}
		if c := s[0]; c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9' {
			if f, err := strconv.ParseFloat(s, 64); err == nil {
				return f
			}
		}
		return word(s)
	}
}

// unescaped puts characters for the #xx of a name.
func unescaped(run []byte) string {
	var out []byte
	for i := 0; i < len(run); i++ {
		if run[i] == '#' && i+2 < len(run) {
			if b, err := hex.DecodeString(string(run[i+1 : i+3])); err == nil {
				out = append(out, b[0])
				i += 2
				continue
			}
		}
		out = append(out, run[i])
	}
	return string(out)
}

// literal reads a string in brackets (7.3.4.2).
func (l *lexer) literal() (any, error) {
	var out []byte
	depth := 0
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return text(out), nil
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			if l.at < len(l.data) && l.data[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return nil, errDamaged
}

// escape adds what stands behind a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
		return out
	case '\n':
		return out
	case 'n', 'r', 't', 'b', 'f':
		return append(out, "\n\r\t\b\f"[bytes.IndexByte([]byte("nrtbf"), c)])
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	const mostDigits = 3
	octal := c - '0'
	for i := 1; i < mostDigits && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
		octal = octal<<3 | (l.data[l.at] - '0')
		l.at++
	}
	return append(out, octal)
}

// hexadecimal reads a string in angle brackets (7.3.4.3).
func (l *lexer) hexadecimal() (any, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		l.at = len(l.data)
		return nil, errDamaged
	}
	var digits []byte
	for _, c := range l.data[l.at+1 : l.at+end] {
		if !isBlank(c) {
			digits = append(digits, c)
		}
	}
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	l.at += end + 1
	out, err := hex.DecodeString(string(digits))
	if err != nil {
		return nil, errDamaged
	}
	return text(out), nil
}

// value reads a value with all its parts; words are given as they are.
func (l *lexer) value(depth int) (any, error) {
	token, err := l.next()
	if err != nil {
		return nil, err
	}
	if !l.budget.Spend(budget.Elements, 1) || !l.budget.Allows(budget.Depth, depth) {
		return nil, errTooMuch
	}
	switch token {
	case mark("["):
		list, err := l.list("]", depth)
		return array(list), err
	case mark("<<"):
		list, err := l.list(">>", depth)
		if err != nil {
			return nil, err
		}
		return paired(list)
	}
	return token, nil
}

// list reads values up to the mark that closes them.
func (l *lexer) list(closing mark, depth int) (list []any, err error) {
	for {
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		switch v := v.(type) {
		case mark:
			if v == closing {
				return list, nil
			}
			return nil, errDamaged
		case word:
			if list, err = referred(list, v); err != nil {
				return nil, err
			}
		default:
			list = append(list, v)
		}
	}
}

// referred makes a reference of two numbers and R.
func referred(list []any, w word) ([]any, error) {
	if w != "R" || len(list) < 2 {
		return nil, errDamaged
	}
	number, ok1 := list[len(list)-2].(int)
	generation, ok2 := list[len(list)-1].(int)
	if !ok1 || !ok2 {
		return nil, errDamaged
	}
	return append(list[:len(list)-2], reference{number, generation}), nil
}

// paired makes a dictionary of names and values in turn.
func paired(list []any) (any, error) {
	if len(list)%2 == 1 {
		return nil, errDamaged
	}
	d := dictionary{}
	for i := 0; i < len(list); i += 2 {
		key, ok := list[i].(name)
		if !ok {
			return nil, errDamaged
		}
		d[key] = list[i+1]
	}
	return d, nil
}

// decoded is a text string as characters (7.9.2.2). What has no mark is taken for ASCII.
func (t text) decoded() string {
	if rest, ok := bytes.CutPrefix([]byte(t), []byte("\xEF\xBB\xBF")); ok {
		return string(rest)
	}
	high, low := 0, 1
	switch {
	case len(t) < 2 || len(t)%2 == 1:
		return string(t)
	case t[:2] == "\xFE\xFF":
	case t[:2] == "\xFF\xFE": // against the standard, but met
		high, low = 1, 0
	default:
		return string(t)
	}
	var units []uint16
	for i := 2; i < len(t); i += 2 {
		units = append(units, uint16(t[i+high])<<8|uint16(t[i+low]))
	}
	return string(utf16.Decode(units))
}
