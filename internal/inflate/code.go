package inflate

import (
	"io"
	"math/bits"
)

const (
	longestCode = 15 // bits
	quickBits   = 9  // of codes that are looked up at once
	mostSymbols = 288
)

// code is a prefix code: each of its symbols is written with as many bits as it has, shorter codes in front of longer ones, and those of
// one length in the order of the symbols (RFC 1951, 3.2.2).
type code struct {
	quick   [1 << quickBits]uint16 // by the next bits: the symbol that they begin with times 16, and its length; 0 for none that is so short
	count   [longestCode + 1]uint16
	symbols [mostSymbols]uint16 // in the order of their codes
}

// make makes the code of the lengths of its symbols, 0 for those that do not occur. All sequences of bits must be told by it, but that
// it may be of one symbol, or of none.
func (c *code) make(lengths []uint8) error {
	*c = code{}
	for _, n := range lengths {
		c.count[n]++
	}
	used := len(lengths) - int(c.count[0])
	c.count[0] = 0
	var next, place [longestCode + 2]int // the first code of a length, and where its symbol stands
	for n := 1; n <= longestCode; n++ {
		next[n+1] = (next[n] + int(c.count[n])) << 1
		place[n+1] = place[n] + int(c.count[n])
		if next[n]+int(c.count[n]) > 1<<n {
			return errCorrupt
		}
	}
	if isWhole := next[longestCode+1] == 1<<(longestCode+1); !isWhole && used != 0 && (used != 1 || c.count[1] != 1) {
		return errCorrupt
	}
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		c.symbols[place[n]] = uint16(symbol)
		place[n]++
		if n <= quickBits {
			first := bits.Reverse16(uint16(next[n])) >> (16 - n)
			for at := int(first); at < len(c.quick); at += 1 << n {
				c.quick[at] = uint16(symbol)<<4 | uint16(n)
			}
		}
		next[n]++
	}
	return nil
}

// symbol is the symbol that comes next. The bits were filled.
func (r *Reader) symbol(c *code) (int, error) {
	quick := c.quick[r.bits&(1<<quickBits-1)]
	n := uint(quick & 15)
	if n == 0 {
		return r.longSymbol(c)
	}
	if n > r.count {
		return 0, io.ErrUnexpectedEOF
	}
	r.bits >>= n
	r.count -= n
	return int(quick >> 4), nil
}

// longSymbol is symbol for a code that is not looked up: it is compared with the last of each length.
func (r *Reader) longSymbol(c *code) (int, error) {
	value, first, place := 0, 0, 0
	for n := uint(1); n <= longestCode; n++ {
		if n > r.count {
			return 0, io.ErrUnexpectedEOF
		}
		value = value<<1 | int(r.bits>>(n-1)&1)
		count := int(c.count[n])
		if value-first < count {
			r.bits >>= n
			r.count -= n
			return int(c.symbols[place+value-first]), nil
		}
		place += count
		first = (first + count) << 1
	}
	return 0, errCorrupt
}

// fixed are the codes of blocks that bring none of their own.
func fixed() (literals, distances code) {
	var lengths [mostSymbols]uint8
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	literals.make(lengths[:])
	var same [32]uint8
	for i := range same {
		same[i] = 5
	}
	distances.make(same[:])
	return literals, distances
}

// lengthOrder is in which order the lengths of the codes for lengths stand.
var lengthOrder = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// readCodes reads the codes of a block (RFC 1951, 3.2.7).
func (r *Reader) readCodes() error {
	head, err := r.take(14)
	if err != nil {
		return err
	}
	literals, distances, given := 257+head&31, 1+head>>5&31, 4+head>>10
	if literals > endOfBlock+1+len(lengthFrom) || distances > len(reachFrom) {
		return errCorrupt
	}
	var short [len(lengthOrder)]uint8
	for _, symbol := range lengthOrder[:given] {
		n, err := r.take(3)
		if err != nil {
			return err
		}
		short[symbol] = uint8(n)
	}
	if err := r.distances.make(short[:]); err != nil { // for a while
		return err
	}
	var lengths [mostSymbols + 32]uint8
	all := lengths[:literals+distances]
	for i := 0; i < len(all); {
		r.fill()
		symbol, err := r.symbol(&r.distances)
		if err != nil {
			return err
		}
		if symbol < 16 {
			all[i] = uint8(symbol)
			i++
			continue
		}
		again, value, err := r.repeated(symbol, all[:i])
		if err != nil {
			return err
		}
		if i+again > len(all) {
			return errCorrupt
		}
		for range again {
			all[i] = value
			i++
		}
	}
	if err := r.literals.make(all[:literals]); err != nil {
		return err
	}
	return r.distances.make(all[literals:])
}

// repeated is how often a length is said at once, and which.
func (r *Reader) repeated(symbol int, before []uint8) (n int, length uint8, err error) {
	switch {
	case symbol == 17:
		n, err = r.take(3)
		return 3 + n, 0, err
	case symbol == 18:
		n, err = r.take(7)
		return 11 + n, 0, err
	case len(before) == 0:
		return 0, 0, errCorrupt
	}
	n, err = r.take(2)
	return 3 + n, before[len(before)-1], err
}
