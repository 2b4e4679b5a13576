package fonts

import "sort"

// characterMap maps characters to glyphs, read in place from a cmap table: a subtable of format 12 over all of Unicode,
// one of format 4 up to U+FFFF, or both.
type characterMap struct {
	groups   []byte // format 12: first, last, first glyph, four bytes each, in rising order
	segments []byte // format 4: the subtable, up to the end of cmap
	count    int    // of segments
}

// readCharacterMap chooses among the subtables of cmap those for Unicode.
func readCharacterMap(table []byte) (characterMap, error) {
	var m characterMap
	if len(table) < 4 {
		return m, errDamaged
	}
	count := int(u16(table, 2))
	if len(table) < 4+8*count {
		return m, errDamaged
	}
	for i := range count {
		record := table[4+8*i:]
		platform, encoding, offset := u16(record, 0), u16(record, 2), u32(record, 4)
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode {
			continue
		}
		if uint64(offset)+16 > uint64(len(table)) {
			return m, errDamaged
		}
		if err := m.add(table[offset:]); err != nil {
			return m, err
		}
	}
	if m.groups == nil && m.segments == nil {
		return m, errNoUnicode
	}
	return m, nil
}

// add takes a subtable if it is the first of a known format.
func (m *characterMap) add(subtable []byte) error {
	switch format := u16(subtable, 0); {
	case format == 12 && m.groups == nil:
		size := 12 * uint64(u32(subtable, 12))
		if 16+size > uint64(len(subtable)) {
			return errDamaged
		}
		m.groups = subtable[16 : 16+size]
	case format == 4 && m.segments == nil:
		count := int(u16(subtable, 6) / 2)
		if 16+8*count > len(subtable) {
			return errDamaged
		}
		m.segments, m.count = subtable, count
	}
	return nil
}

// glyph returns the glyph of a character, 0 if there is none. The subtable of format 4, half as large, is asked first: less of the file
// comes into memory.
func (m *characterMap) glyph(r rune) uint16 {
	if r < 0 {
		return 0
	}
	if r <= 0xFFFF {
		if gid := m.segmentGlyph(int(r)); gid != 0 {
			return gid
		}
	}
	return m.groupGlyph(uint32(r))
}

func (m *characterMap) groupGlyph(code uint32) uint16 {
	count := len(m.groups) / 12
	i := sort.Search(count, func(i int) bool { return u32(m.groups, 12*i+4) >= code })
	if i == count || u32(m.groups, 12*i) > code {
		return 0
	}
	gid := uint64(u32(m.groups, 12*i+8)) + uint64(code-u32(m.groups, 12*i))
	if gid > 0xFFFF {
		return 0
	}
	return uint16(gid)
}

func (m *characterMap) segmentGlyph(code int) uint16 {
	var (
		ends    = 14
		starts  = ends + 2*m.count + 2
		deltas  = starts + 2*m.count
		offsets = deltas + 2*m.count
	)
	i := sort.Search(m.count, func(i int) bool { return int(u16(m.segments, ends+2*i)) >= code })
	if i == m.count {
		return 0
	}
	start := int(u16(m.segments, starts+2*i))
	if start > code {
		return 0
	}
	delta, offset := u16(m.segments, deltas+2*i), int(u16(m.segments, offsets+2*i))
	if offset == 0 {
		return uint16(code) + delta
	}
	place := offsets + 2*i + offset + 2*(code-start)
	if place+2 > len(m.segments) {
		return 0
	}
	if gid := u16(m.segments, place); gid != 0 {
		return gid + delta
	}
	return 0
}
