package xmlscan

import "unicode/utf8"

// qualified is a name, by where it stands behind the beginning of its tag: what follows its prefix and the colon is its local part. One
// with nothing on one side of its colon has no prefix.
type qualified struct{ from, local, to int32 }

func (q qualified) prefixEnd() int32 { return max(q.from, q.local-1) }

// readName reads a qualified name, which has one colon at most, and tells what follows it.
func readName(in []byte, from int) (name qualified, next int, err error) {
	next, colon, colons, err := nameEnd(in, from)
	switch {
	case err != nil:
		return qualified{}, 0, err
	case colons > 1:
		return qualified{}, 0, ErrSyntax
	}
	name = qualified{int32(from), int32(from), int32(next)}
	if colon > from && colon < next-1 {
		name.local = int32(colon + 1)
	}
	return name, next, nil
}

// nameEnd is where a name ends, where the last of its colons stands, if there is one, and how many there are.
func nameEnd(in []byte, from int) (end, colon, colons int, err error) {
	for end = from; end < len(in) && isLetter(in[end]); end++ { // as nearly all names are
	}
	if from < end && end < len(in) && endsName(in[end]) {
		return end, 0, 0, nil
	}
	isWide := false
	for end = from; end < len(in); end++ {
		if b := in[end]; b == ':' {
			colon = end
			colons++
		} else if b >= utf8.RuneSelf {
			isWide = true
		} else if !isNameByte(b) {
			break
		}
	}
	switch {
	case end == len(in):
		return 0, 0, 0, errMore
	case end == from, !mayBegin(in[from]), isWide && !isName(in[from:end]):
		return 0, 0, 0, ErrSyntax
	}
	return end, colon, colons, nil
}

func isLetter(b byte) bool { return b|0x20-'a' < 26 }

// endsName tells whether a character ends a name, as those do that mostly stand behind one.
func endsName(b byte) bool { return b == '=' || b == '>' || b == ' ' || b == '/' }

// isNameByte tells whether a character of ASCII may stand in a name: letters, digits and a few marks.
func isNameByte(b byte) bool {
	const below64 = 1<<'-' | 1<<'.' | 1<<':' | (1<<10-1)<<'0'
	const above = (1<<26-1)<<('A'-64) | 1<<('_'-64) | (1<<26-1)<<('a'-64)
	if b < 64 {
		return uint64(below64)>>b&1 != 0
	}
	return b < utf8.RuneSelf && uint64(above)>>(b-64)&1 != 0
}

// mayBegin tells whether a name may begin with a byte that may stand in one.
func mayBegin(b byte) bool { return b >= 'A' || b == ':' }

// isName tells whether characters make a name, those of ASCII aside (XML 1.0, fifth edition, 2.3).
func isName(text []byte) bool {
	for i, r := range string(text) {
		switch {
		case r < utf8.RuneSelf, isIn(begins[:], r), i > 0 && isIn(goesOn[:], r):
		default:
			return false
		}
	}
	return utf8.Valid(text)
}

func isIn(ranges [][2]rune, r rune) bool {
	for _, in := range ranges {
		if in[0] <= r && r <= in[1] {
			return true
		}
	}
	return false
}

// With what a name begins, and with what else it may go on.
var (
	begins = [...][2]rune{
		{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
		{0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
	}
	goesOn = [...][2]rune{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}
)
