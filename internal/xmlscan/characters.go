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

// isPlain tells whether a character of ASCII means nothing but itself wherever text stands, and ends none.
func isPlain(b byte) bool {
	const below64 = 1<<64 - 1<<' ' + 1<<'\n' + 1<<'\t' - 1<<'&' - 1<<'<' - 1<<'>' - 1<<'"' - 1<<'\''
	if b < 64 {
		return uint64(below64)>>b&1 != 0
	}
	return b < utf8.RuneSelf
}

// until is the size of text that may stand where it does, up to the byte that ends it, and whether it has to be decoded: for references,
// or for line ends of other systems. Where nothing ends it in what was read, the error is errMore, and the size how much of it is sound.
func until(end byte, in []byte, c context) (size int, coded bool, err error) {
	for size < len(in) {
		b := in[size]
		if isPlain(b) {
			size++
			continue
		}
		if isUsualHan(in[size:]) {
			size += 3
			continue
		}
		switch {
		case b == end:
			return size, coded, nil
		case b >= utf8.RuneSelf:
			length := characterSize(in[size:])
			if length == 0 {
				return size, false, unsound(end, in[size:])
			}
			size += length
			continue
		case b == '&' && c != inSection:
			r, length := reference(in[size:])
			if length == 0 || !isCharacter(r) {
				return size, false, unsound(end, in[size:])
			}
			coded = true
			size += length
			continue
		case b == '<' && c != inSection, b == '>' && c == inText && bytes.HasSuffix(in[:size], []byte("]]")):
			return size, false, unsound(end, in[size:])
		case b == '\r':
			coded = true
		case b < ' ' && b != '\n' && b != '\t':
			return size, false, unsound(end, in[size:])
		}
		size++
	}
	return size, coded, errMore
}

// unsound is the error of what may not stand in text, or may be cut off, unless the text ends behind it.
func unsound(end byte, in []byte) error {
	if bytes.IndexByte(in, end) < 0 {
		return errMore
	}
	return ErrSyntax
}

// characterSize is how many bytes the first character has, which is not of ASCII; 0 for one that XML does not allow.
func characterSize(text []byte) int {
	r, size := utf8.DecodeRune(text)
	if r == utf8.RuneError && size == 1 || !isCharacter(r) {
		return 0
	}
	return size
}

// isUsualHan tells whether text begins with a character of three bytes of which XML allows all: nearly all that is not ASCII here.
func isUsualHan(text []byte) bool {
	return len(text) > 2 && text[0]-0xE1 <= 0xEC-0xE1 && isContinued(text[1]) && isContinued(text[2])
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
