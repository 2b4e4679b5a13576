package worddoc_test

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// stretch is text that stands together in a file built by hand: a piece of its own, with its properties.
type stretch struct {
	text       string
	narrow     bool   // of code page 1252
	characters []byte // properties
	paragraph  []byte
	changes    int // properties of the piece, by their number
	style      int // of the paragraph
}

// build is a document built by hand, for what no program at hand writes. The stretches stand in the file from the last to the
// first, as in one that was saved quickly.
type build struct {
	stretches []stretch
	lists     [][]byte // of properties, which pieces may have
	data      []byte   // a third stream: either this or
	summary   []byte
	after     func(document, table []byte) // a last change
	named     map[int][]byte               // other structures of the table stream
}

const (
	pageSize  = 512
	headEnd   = 2 * pageSize
	placesAt  = 154
	charIndex = 12
	paraIndex = 13
	clxIndex  = 33
)

func u16(n int) []byte { return binary.LittleEndian.AppendUint16(nil, uint16(n)) }
func u32(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

func (s stretch) bytes() []byte {
	if s.narrow {
		return []byte(s.text)
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(s.text)) {
		b = append(b, u16(int(u))...)
	}
	return b
}

func (s stretch) length() int {
	if s.narrow {
		return len(s.text)
	}
	return len(s.bytes()) / 2
}

// file is the whole document, as a compound file.
func (b build) file() []byte {
	document := make([]byte, headEnd)
	offsets := make([]int, len(b.stretches))
	for i := len(b.stretches) - 1; i >= 0; i-- {
		offsets[i] = len(document)
		document = append(document, b.stretches[i].bytes()...)
	}
	length := 0
	for _, s := range b.stretches {
		length += s.length()
	}
	copy(document, u16(0xA5EC))
	copy(document[2:], u16(0xC1))
	copy(document[10:], u16(1<<9))
	copy(document[32:], u16(14))
	copy(document[62:], u16(22))
	copy(document[76:], u32(length))
	copy(document[152:], u16(93))
	table := make([]byte, 4)
	put := func(at int, structure []byte) {
		copy(document[placesAt+8*at:], append(u32(len(table)), u32(len(structure))...))
		table = append(table, structure...)
	}
	put(charIndex, b.pages(&document, offsets, func(s stretch) (entry, list []byte) {
		return nil, append([]byte{byte(len(s.characters))}, s.characters...)
	}))
	put(paraIndex, b.pages(&document, offsets, func(s stretch) (entry, list []byte) {
		list = append(u16(s.style), s.paragraph...)
		list = append(list, make([]byte, len(list)%2)...)
		return make([]byte, 12), append([]byte{0, byte(len(list) / 2)}, list...)
	}))
	put(clxIndex, b.clx(offsets))
	for at := range 93 {
		if s := b.named[at]; s != nil {
			put(at, s)
		}
	}
	if b.after != nil {
		b.after(document, table)
	}
	if b.summary != nil {
		return compound(document, table, "\x05SummaryInformation", b.summary)
	}
	return compound(document, table, "Data", b.data)
}

// pages gives the properties of each stretch a page of their own, and is the index of these.
func (b build) pages(document *[]byte, offsets []int, entry func(stretch) (entry, list []byte)) []byte {
	*document = append(*document, make([]byte, (pageSize-len(*document)%pageSize)%pageSize)...)
	var starts, numbers []byte
	end := 0
	for i := len(b.stretches) - 1; i >= 0; i-- {
		s := b.stretches[i]
		from, to := offsets[i], offsets[i]+len(s.bytes())
		more, list := entry(s)
		const at = 64
		sheet := make([]byte, pageSize)
		copy(sheet, slices.Concat(u32(from), u32(to), []byte{at / 2}, more))
		copy(sheet[at:], list)
		sheet[pageSize-1] = 1
		starts, numbers, end = append(starts, u32(from)...), append(numbers, u32(len(*document)/pageSize)...), to
		*document = append(*document, sheet...)
	}
	return slices.Concat(starts, u32(end), numbers)
}

func (b build) clx(offsets []int) []byte {
	var clx []byte
	for _, list := range b.lists {
		clx = slices.Concat(clx, []byte{1}, u16(len(list)), list)
	}
	var positions, descriptors []byte
	at := 0
	for i, s := range b.stretches {
		positions = append(positions, u32(at)...)
		at += s.length()
		offset := offsets[i]
		if s.narrow {
			offset = 2*offset | 1<<30
		}
		descriptors = slices.Concat(descriptors, u16(0), u32(offset), u16(s.changes))
	}
	table := slices.Concat(positions, u32(at), descriptors)
	return slices.Concat(clx, []byte{2}, u32(len(table)), table)
}

// compound packs the streams into a compound file.
func compound(document, table []byte, third string, data []byte) []byte {
	const sector, least, last, entry, none = 512, 4096, 0xFFFFFFFE, 128, 0xFFFFFFFF
	streams := [][]byte{document, table, data}
	names := []string{"WordDocument", "1Table", third}
	if data == nil {
		streams, names = streams[:2], names[:2]
	}
	links := map[int]int{0: 0xFFFFFFFD, 1: last}
	directory := make([]byte, sector)
	describe := func(i int, name string, kind byte, right, child, start, size int) {
		e := directory[entry*i:][:entry]
		for k, u := range utf16.Encode([]rune(name)) {
			copy(e[2*k:], u16(int(u)))
		}
		copy(e[64:], u16(2*len(name)+2))
		e[66] = kind
		copy(e[68:], slices.Concat(u32(none), u32(right), u32(child)))
		copy(e[116:], slices.Concat(u32(start), u32(size)))
	}
	describe(0, "Root Entry", 5, none, 1, last, 0)
	var body []byte
	next := 2
	for i, s := range streams {
		s = append(slices.Clone(s), make([]byte, max(0, least-len(s)))...)
		right := i + 2
		if i == len(streams)-1 {
			right = none
		}
		describe(i+1, names[i], 2, right, none, next, len(s))
		s = append(s, make([]byte, (sector-len(s)%sector)%sector)...)
		for range len(s)/sector - 1 {
			links[next] = next + 1
			next++
		}
		links[next] = last
		next++
		body = append(body, s...)
	}
	fats := 1 + next/128 // the first stands before the directory, more behind everything
	header := make([]byte, sector)
	copy(header, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	copy(header[24:], slices.Concat(u16(0x3E), u16(3), u16(0xFFFE), u16(9), u16(6)))
	copy(header[44:], slices.Concat(u32(fats), u32(1)))
	copy(header[56:], slices.Concat(u32(4096), u32(last), u32(0), u32(last), u32(0)))
	for i := range 109 {
		copy(header[76+4*i:], u32(none))
	}
	copy(header[76:], u32(0))
	for i := 1; i < fats; i++ {
		copy(header[76+4*i:], u32(next+i-1))
		links[next+i-1] = 0xFFFFFFFD
	}
	fat := make([]byte, 0, fats*sector)
	for i := range fats * sector / 4 {
		link, ok := links[i]
		if !ok {
			link = none
		}
		fat = append(fat, u32(link)...)
	}
	return slices.Concat(header, fat[:sector], directory, body, fat[sector:])
}
