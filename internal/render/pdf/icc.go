package pdf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// sRGBName is the name of the colour space by which the industry knows it.
const sRGBName = "sRGB IEC61966-2.1"

// sRGB builds the ICC profile (ICC.1:2010, version 4) of the colour space that the file is meant for: three primaries and a curve.
// It is made here so that no foreign profile has to be shipped.
//
// Its colours are those of IEC 61966-2-1, given there by their chromaticities under D65, in CIE XYZ, adapted by the Bradford matrix
// to D50, the white of ICC profiles. A test derives them.
func sRGB() []byte {
	white := fixed(0.9642, 1, 0.8249)
	curve := element("para", append([]byte{0, 3, 0, 0}, // Y = (aX+b)^g from d on, cX below it
		fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...))
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localized(sRGBName)},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", element("XYZ ", white)},
		{"chad", element("sf32", fixed(1.04789, 0.02292, -0.05022, 0.02958, 0.99048, -0.01708, -0.00925, 0.01507, 0.75168))},
		{"rXYZ", element("XYZ ", fixed(0.43604, 0.22249, 0.01392))},
		{"gXYZ", element("XYZ ", fixed(0.38511, 0.71690, 0.09707))},
		{"bXYZ", element("XYZ ", fixed(0.14305, 0.06061, 0.71391))},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	}
	const header, tag = 128, 12
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	for i, t := range tags {
		offset := header + 4 + tag*len(tags) + len(data)
		if i > 0 && &t.data[0] == &tags[i-1].data[0] { // shared
			offset -= len(t.data)
		} else {
			data = append(data, t.data...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(offset))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	profile := make([]byte, header, header+len(table)+len(data))
	binary.BigEndian.PutUint32(profile[0:], uint32(cap(profile)))
	binary.BigEndian.PutUint32(profile[8:], 0x04300000) // version 4.3
	copy(profile[12:], "mntrRGB XYZ ")                  // of a monitor, from RGB to XYZ
	copy(profile[24:], []byte{0x07, 0xEA, 0, 1, 0, 1})  // made on 2026-01-01
	copy(profile[36:], "acsp")
	copy(profile[68:], white)
	return append(append(profile, table...), data...)
}

// element writes a tagged element, filled up to a multiple of four bytes.
func element(kind string, data []byte) []byte {
	out := append([]byte(kind), 0, 0, 0, 0)
	out = append(out, data...)
	return append(out, make([]byte, -len(out)&3)...)
}

// localized writes an English text.
func localized(text string) []byte {
	const head = 28 // bytes before the text
	units := utf16.Encode([]rune(text))
	data := []byte{0, 0, 0, 1, 0, 0, 0, 12, 'e', 'n', 'U', 'S'}
	data = binary.BigEndian.AppendUint32(data, uint32(2*len(units)))
	data = binary.BigEndian.AppendUint32(data, head)
	for _, unit := range units {
		data = binary.BigEndian.AppendUint16(data, unit)
	}
	return element("mluc", data)
}

// fixed writes numbers in 16.16 bits (s15Fixed16Number).
func fixed(values ...float64) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(65536*v))))
	}
	return out
}
