package worddoc

import "encoding/binary"

// raw is a stretch of the file. What lies beyond its ends reads as zero or nothing.
type raw []byte

// part is a stretch of it, nil where it is not there as a whole.
func (r raw) part(at, length int) raw {
	if at < 0 || length < 0 || at > len(r) || length > len(r)-at {
		return nil
	}
	return r[at : at+length]
}

// from is all that follows.
func (r raw) from(at int) raw { return r.part(at, len(r)-at) }

func (r raw) u8(at int) int {
	if b := r.part(at, 1); b != nil {
		return int(b[0])
	}
	return 0
}

func (r raw) u16(at int) int {
	if b := r.part(at, 2); b != nil {
		return int(binary.LittleEndian.Uint16(b))
	}
	return 0
}

func (r raw) i16(at int) int { return int(int16(r.u16(at))) }

// u32 is at most 1<<32-1, which an int holds on every system that the program is built for.
func (r raw) u32(at int) int {
	if b := r.part(at, 4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

func (r raw) i32(at int) int { return int(int32(r.u32(at))) }
