package fonts

import (
	"encoding/binary"
	"unicode/utf16"
)

// The names that a subset keeps, by their ids in the table of names.
const (
	nameCopyright = iota
	nameFamily
	nameStyle
	nameUnique
	nameFull
	nameVersion
	namePostScript
	keptNames // how many they are
)

// englishUS is Windows' id of American English.
const englishUS = 0x0409

// maxName is the longest name worth keeping, in bytes. The table's offsets have 16 bits.
const maxName = 2048

// englishNames returns the font's English names for Windows, in UTF-16 with the higher byte first; nil for those that
// are absent, damaged or overlong.
func (f *Font) englishNames() [keptNames][]byte {
	var names [keptNames][]byte
	if len(f.names) < 6 {
		return names
	}
	count, storage := int(u16(f.names, 2)), int(u16(f.names, 4))
	if len(f.names) < 6+12*count {
		return names
	}
	for i := range count {
		record := f.names[6+12*i:]
		windows := u16(record, 0) == 3 && u16(record, 2) == 1 && u16(record, 4) == englishUS
		id, length, start := int(u16(record, 6)), int(u16(record, 8)), storage+int(u16(record, 10))
		if windows && id < keptNames && length > 0 && length <= maxName && length%2 == 0 && start+length <= len(f.names) {
			names[id] = f.names[start : start+length]
		}
	}
	return names
}

// PostScriptName returns the name by which printers and PDF know the font, for example NotoSerifSC-Regular.
// It holds only letters, digits, dots, hyphens and underscores. A font without such a name is known by its Name.
func (f *Font) PostScriptName() string {
	text := f.englishNames()[namePostScript]
	name := make([]byte, 0, len(text)/2)
	for ; len(text) > 0; text = text[2:] {
		c := u16(text, 0)
		plain := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '.' || c == '-' || c == '_'
		if !plain {
			return f.name
		}
		name = append(name, byte(c))
	}
	if len(name) == 0 || len(name) > 63 { // the longest that PostScript allows
		return f.name
	}
	return string(name)
}

// encode writes text as the table of names has it.
func encode(text string) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		data = binary.BigEndian.AppendUint16(data, unit)
	}
	return data
}
