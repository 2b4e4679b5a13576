// Package inflate unzips what is deflated (RFC 1951), out of the bytes in which it stands: twice as fast as compress/flate, which
// reads byte by byte, whatever it is given. FuzzReader holds the two together.
package inflate

import (
	"encoding/binary"
	"errors"
	"io"
	"sync"
)

var errCorrupt = errors.New("inflate: this was not deflated, or changed since")

const (
	window  = 32 << 10 // how far back a copy may reach
	longest = 258      // bytes of one copy
	step    = 8 << 10  // how far it is unzipped ahead of who reads
)

// Reader unzips as it is read.
type Reader struct {
	in    []byte
	at    int    // how much of that is in the bits
	bits  uint64 // that come next, the first of them lowest; those above are what comes behind them, or 0
	count uint   // of the bits

	out   [2 * window]byte
	end   int // of what was unzipped
	given int // of that

	inside func(r *Reader) error // goes on with the block in hand; nil between blocks
	stored int                   // what is left of a block that is stored
	isLast bool                  // there is none behind it
	err    error

	literals, distances code
}

var readers = sync.Pool{New: func() any { return new(Reader) }}

// NewReader unzips data. It is closed when it is done with.
func NewReader(data []byte) *Reader {
	r := readers.Get().(*Reader)
	r.in, r.at, r.bits, r.count = data, 0, 0, 0
	r.end, r.given, r.inside, r.isLast, r.err = 0, 0, nil, false, nil
	return r
}

// Close ends the reading: another reader may be made of this one.
func (r *Reader) Close() error {
	if r.in != nil {
		r.in, r.err, r.end, r.given = nil, io.ErrClosedPipe, 0, 0
		readers.Put(r)
	}
	return nil
}

func (r *Reader) Read(b []byte) (int, error) {
	for r.given == r.end {
		if r.err != nil {
			return 0, r.err
		}
		if len(b) == 0 {
			return 0, nil
		}
		r.err = r.goOn()
	}
	n := copy(b, r.out[r.given:r.end])
	r.given += n
	return n, nil
}

// goOn unzips on for a step, or to the end of a block.
func (r *Reader) goOn() error {
	if r.end+step+longest > len(r.out) {
		kept := copy(r.out[:], r.out[r.end-window:r.end])
		r.end, r.given = kept, kept
	}
	if r.inside != nil {
		return r.inside(r)
	}
	if r.isLast {
		return io.EOF
	}
	head, err := r.take(3)
	if err != nil {
		return err
	}
	r.isLast = head&1 != 0
	switch head >> 1 {
	case 0:
		return r.beginStored()
	case 1:
		r.literals, r.distances = fixed()
	case 2:
		if err := r.readCodes(); err != nil {
			return err
		}
	default:
		return errCorrupt
	}
	r.inside = (*Reader).coded
	return nil
}

// fill gets bits, as many as there is room for.
func (r *Reader) fill() {
	if len(r.in)-r.at >= 8 {
		r.bits |= binary.LittleEndian.Uint64(r.in[r.at:]) << r.count
		r.at += int(63-r.count) / 8
		r.count |= 56
		return
	}
	for r.count <= 56 && r.at < len(r.in) {
		r.bits |= uint64(r.in[r.at]) << r.count
		r.at++
		r.count += 8
	}
}

// take is the number that the next few bits make.
func (r *Reader) take(n uint) (int, error) {
	if r.count < n {
		if r.fill(); r.count < n {
			return 0, io.ErrUnexpectedEOF
		}
	}
	number := r.bits & (1<<n - 1)
	r.bits >>= n
	r.count -= n
	return int(number), nil
}

// beginStored begins a block that is stored as it is, at the next byte.
func (r *Reader) beginStored() error {
	r.take(r.count % 8)
	size, err := r.take(16)
	if err != nil {
		return err
	}
	check, err := r.take(16)
	if err != nil {
		return err
	}
	if size^check != 0xFFFF {
		return errCorrupt
	}
	r.at -= int(r.count / 8)
	r.bits, r.count = 0, 0
	r.stored, r.inside = size, (*Reader).copyStored
	return nil
}

func (r *Reader) copyStored() error {
	n := copy(r.out[r.end:r.end+step], r.in[r.at:min(len(r.in), r.at+r.stored)])
	r.at += n
	r.end += n
	if r.stored -= n; r.stored == 0 {
		r.inside = nil
	} else if n == 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// Of the codes for lengths and distances: the least that each stands for, and how many bits follow that are added to it (RFC 1951, 3.2.5).
var (
	lengthFrom = [...]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthBits = [...]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	reachFrom  = [...]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	reachBits  = [...]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
)

const endOfBlock = 256

// coded goes on in a block that is written in codes.
func (r *Reader) coded() error {
	for stop := r.end + step; r.end < stop; {
		r.run(stop)
		if r.count < 48 { // what a length, a distance and what follows them take
			r.fill()
		}
		symbol, err := r.symbol(&r.literals)
		switch {
		case err != nil:
			return err
		case symbol < endOfBlock:
			r.out[r.end] = byte(symbol)
			r.end++
		case symbol == endOfBlock:
			r.inside = nil
			return nil
		default:
			if err := r.copy(symbol - endOfBlock - 1); err != nil {
				return err
			}
		}
	}
	return nil
}

// run goes on as long as all that comes is looked up at once, is sound and has enough data behind it: what stops it is left to coded,
// which would do alone, but takes twice the time.
func (r *Reader) run(stop int) {
	const quick = 1<<quickBits - 1
	in, at, bits, count, out, end := r.in, r.at, r.bits, r.count, r.out[:], r.end
	for end < stop && len(in)-at >= 8 {
		bits |= binary.LittleEndian.Uint64(in[at:]) << count
		at += int(63-count) / 8
		count |= 56
		found := r.literals.quick[bits&quick]
		size := uint(found & 15)
		if found < endOfBlock<<4 {
			if size == 0 {
				break
			}
			out[end] = byte(found >> 4)
			end++
			bits >>= size
			count -= size
			continue
		}
		symbol := uint(found>>4) - endOfBlock - 1
		if symbol >= uint(len(lengthFrom)) {
			break
		}
		rest := bits >> size
		more := uint(lengthBits[symbol])
		length := int(lengthFrom[symbol]) + int(rest&(1<<more-1))
		rest >>= more
		size += more
		found = r.distances.quick[rest&quick]
		symbol = uint(found >> 4)
		if found == 0 || symbol >= uint(len(reachFrom)) {
			break
		}
		rest >>= found & 15
		more = uint(reachBits[symbol])
		reach := int(reachFrom[symbol]) + int(rest&(1<<more-1))
		if reach > end {
			break
		}
		bits = rest >> more
		count -= size + uint(found&15) + more
		end = again(out, end, reach, length)
	}
	r.at, r.bits, r.count, r.end = at, bits, count, end
}

// again puts bytes behind others that stood so far in front of them, and tells where they end.
func again(out []byte, end, reach, length int) int {
	from, stop := end-reach, end+length
	for end < stop { // what is copied may be copied on
		end += copy(out[end:stop], out[from:end])
	}
	return stop
}

// copy copies what was unzipped before.
func (r *Reader) copy(length int) error {
	if length >= len(lengthFrom) {
		return errCorrupt
	}
	more, err := r.take(uint(lengthBits[length]))
	if err != nil {
		return err
	}
	length = int(lengthFrom[length]) + more
	reach, err := r.symbol(&r.distances)
	if err != nil {
		return err
	}
	if reach >= len(reachFrom) {
		return errCorrupt
	}
	if more, err = r.take(uint(reachBits[reach])); err != nil {
		return err
	}
	back := int(reachFrom[reach]) + more
	if back > r.end {
		return errCorrupt
	}
	r.end = again(r.out[:], r.end, back, length)
	return nil
}
