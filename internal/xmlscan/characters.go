package xmlscan

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// context is where text stands, by which some characters mean something else.
type context uint8

const (
	inText context = iota
	inAttribute
	inSection // of CDATA
)

// check tells whether text may stand where it does, and whether it has to be decoded: for references, or for line ends of other systems.
func check(text []byte, c context) (coded, ok bool) {
	for i := 0; i < len(text); {
		switch b := text[i]; {
		case b >= utf8.RuneSelf:
			size := characterSize(text[i:])
			if size == 0 {
				return false, false
			}
			i += size
			continue
		case b > '>':
		case b == '&' && c != inSection:
			r, size := reference(text[i:])
			if size == 0 || !isCharacter(r) {
				return false, false
			}
			coded = true
			i += size
			continue
		case b == '<' && c == inAttribute, b == '>' && c == inText && bytes.HasSuffix(text[:i], []byte("]]")):
			return false, false
		case b == '\r':
			coded = true
		case b < ' ' && b != '\n' && b != '\t':
			return false, false
		}
		i++
	}
	return coded, true
}

// characterSize is how many bytes the first character has, which is not of ASCII; 0 for one that XML does not allow.
func characterSize(text []byte) int {
	const firstHan, lastHan = 0xE1, 0xEC // first bytes of characters of three, whatever follows: nearly all that is not ASCII here
	if b := text[0]; firstHan <= b && b <= lastHan && len(text) > 2 && isContinued(text[1]) && isContinued(text[2]) {
		return 3
	}
	r, size := utf8.DecodeRune(text)
	if r == utf8.RuneError && size == 1 || !isCharacter(r) {
		return 0
	}
	return size
}

func isContinued(b byte) bool { return b&0xC0 == 0x80 }

// isCharacter tells whether XML allows a character that UTF-8 can write (XML 1.0, 2.2).
func isCharacter(r rune) bool {
	return r >= ' ' && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}

// decode puts what text says behind some bytes. The text was checked.
func decode(to, text []byte, c context) []byte {
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case b == '&' && c != inSection:
			r, size := reference(text[i:])
			to = utf8.AppendRune(to, r)
			i += size - 1
		case b == '\n' && i > 0 && text[i-1] == '\r': // said with that
		case b == '\r':
			to = append(to, '\n')
		default:
			to = append(to, b)
		}
	}
	return to
}

// reference is the character that a reference stands for with which text begins, and the reference's size; 0 for none that is known.
func reference(text []byte) (r rune, size int) {
	for _, e := range [...]struct {
		name string
		r    rune
	}{{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}} {
		if len(text) >= len(e.name) && string(text[:len(e.name)]) == e.name {
			return e.r, len(e.name)
		}
	}
	digits, isNumber := bytes.CutPrefix(text, []byte("&#"))
	if !isNumber {
		return 0, 0
	}
	base := rune(10)
	if hexadecimal, ok := bytes.CutPrefix(digits, []byte("x")); ok {
		digits, base = hexadecimal, 16
	}
	for i, b := range digits {
		digit := digitOf(b)
		switch {
		case b == ';' && i > 0 && r <= unicode.MaxRune:
			return r, len(text) - len(digits) + i + 1 // a surrogate is written as U+FFFD
		case digit >= base:
			return 0, 0
		}
		r = min(r*base+digit, unicode.MaxRune+1)
	}
	return 0, 0
}

// digitOf is the value of a hexadecimal digit, more than any for what is none.
func digitOf(b byte) rune {
	switch {
	case '0' <= b && b <= '9':
		return rune(b - '0')
	case 'a' <= b && b <= 'f':
		return rune(b-'a') + 10
	case 'A' <= b && b <= 'F':
		return rune(b-'A') + 10
	default:
		return 16
	}
}
