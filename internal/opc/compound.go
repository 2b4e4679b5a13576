package opc

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// compoundHeader is how a compound file begins ([MS-CFB] 2.2).
const compoundHeader = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

func isCompound(data []byte) bool { return bytes.HasPrefix(data, []byte(compoundHeader)) }

// streams are the names by which a compound file is told, with the first that is found.
var streams = []struct {
	name string
	kind Kind
}{
	{"EncryptedPackage", Encrypted},
	{"WordDocument", OldDocument},
	{"Workbook", OldWorkbook},
	{"Book", OldWorkbook}, // before Excel 97
	{"PowerPoint Document", OldPresentation},
}

// tellCompound tells a compound file by what stands in its root: what is embedded stands in folders of its own.
func tellCompound(data []byte) Kind {
	names := rootNames(data)
	for _, s := range streams {
		for _, name := range names {
			if strings.EqualFold(name, s.name) {
				return s.kind
			}
		}
	}
	if bytes.Contains(data, inUTF16(streams[0].name)) { // the directory is damaged
		return Encrypted
	}
	return OldFile
}

func inUTF16(s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}

// compound is a compound file of which the directory is read. Offsets beyond its end read as nothing.
type compound struct {
	data  []byte
	shift int // a sector has 1<<shift bytes
}

const (
	noSector     = 0xFFFFFFFA // this and higher numbers are none of a sector ([MS-CFB] 2.1)
	entrySize    = 128        // of the directory
	maxDirectory = 1 << 20    // bytes
)

// rootNames lists the names in the root of a compound file as far as the directory is sound.
func rootNames(data []byte) []string {
	c := compound{data: data}
	if c.shift = int(c.number(30, 2)); c.shift != 9 && c.shift != 12 {
		return nil
	}
	directory := c.chain(c.number(48, 4))
	if len(directory) < entrySize {
		return nil
	}
	var names []string
	root := directory[:entrySize]
	todo := []uint32{binary.LittleEndian.Uint32(root[76:])} // siblings are a tree below the root's child
	for seen := 0; len(todo) > 0 && seen < len(directory)/entrySize; {
		i := int64(todo[len(todo)-1])
		todo = todo[:len(todo)-1]
		if (i+1)*entrySize > int64(len(directory)) {
			continue // also what marks that there is none
		}
		seen++
		entry := directory[i*entrySize:][:entrySize]
		length := int(binary.LittleEndian.Uint16(entry[64:])) // with a zero behind the name
		if length >= 2 && length <= 64 {
			var units []uint16
			for at := 0; at < length-2; at += 2 {
				units = append(units, binary.LittleEndian.Uint16(entry[at:]))
			}
			names = append(names, string(utf16.Decode(units)))
		}
		todo = append(todo, binary.LittleEndian.Uint32(entry[68:]), binary.LittleEndian.Uint32(entry[72:]))
	}
	return names
}

// chain reads the directory by its first sector, which may be a chain that is closed to a ring.
func (c compound) chain(sector uint32) []byte {
	var stream []byte
	for sector < noSector && len(stream) < maxDirectory {
		at := (int64(sector) + 1) << c.shift
		if at+1<<c.shift > int64(len(c.data)) {
			break
		}
		stream = append(stream, c.data[at:at+1<<c.shift]...)
		sector = c.next(sector)
	}
	return stream
}

// next is the sector that follows another in its stream, as the allocation table has it.
func (c compound) next(sector uint32) uint32 {
	perSector := uint32(1) << (c.shift - 2)
	table := c.tableSector(sector / perSector)
	if table >= noSector {
		return noSector
	}
	return c.number((int64(table)+1)<<c.shift+4*int64(sector%perSector), 4)
}

// tableSector is where a sector of the allocation table stands: the first 109 are listed in the header, the others in sectors
// that are linked by their last number.
func (c compound) tableSector(i uint32) uint32 {
	const inHeader = 109
	if i < inHeader {
		return c.number(76+4*int64(i), 4)
	}
	i -= inHeader
	perSector := uint32(1)<<(c.shift-2) - 1
	list := c.number(68, 4)
	for ; i >= perSector && list < noSector; i -= perSector {
		list = c.number((int64(list)+1)<<c.shift+4*int64(perSector), 4)
	}
	if list >= noSector {
		return noSector
	}
	return c.number((int64(list)+1)<<c.shift+4*int64(i), 4)
}

// number reads a number of 2 or 4 bytes; beyond the end of the file it is no sector.
func (c compound) number(at int64, size int64) uint32 {
	if at+size > int64(len(c.data)) {
		return noSector
	}
	if size == 2 {
		return uint32(binary.LittleEndian.Uint16(c.data[at:]))
	}
	return binary.LittleEndian.Uint32(c.data[at:])
}
