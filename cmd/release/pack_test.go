package main

import (
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// decoded reads a page of UTF-16 as a browser does.
func decoded(t *testing.T, page []byte) string {
	t.Helper()
	require.Equal(t, []byte{0xFF, 0xFE}, page[:2])
	units := make([]uint16, len(page)/2-1)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(page[2+2*i:])
	}
	return string(utf16.Decode(units))
}

// unpacked does what templates/page/worker.js does.
func unpacked(p piece) []byte {
	var out []byte
	units := utf16.Encode([]rune(p.Text))
	for i := 0; i < len(units); i++ {
		unit := units[i]
		if unit == escape {
			i++
			unit = units[i] ^ 0x8000
		}
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out[:p.Bytes]
}

func TestPack(t *testing.T) {
	every := make([]byte, 0, 1<<17)
	for unit := range 1 << 16 {
		every = binary.LittleEndian.AppendUint16(every, uint16(unit))
	}
	noise := make([]byte, 2*pieceBytes+1)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	for _, row := range []struct {
		why    string
		data   []byte
		pieces int
	}{
		{"nothing", nil, 0},
		{"a single byte, half a unit", []byte{0x3C}, 1},
		{"every unit that there is", every, 1},
		{"more than two pieces, of an odd number of bytes", noise, 3},
		{"what would end the script", []byte(strings.Repeat("<\x00/\x00s\x00", 9)), 1},
	} {
		pieces := pack(row.data)
		require.Len(t, pieces, row.pieces, row.why)
		var got []byte
		for _, p := range pieces {
			text := decoded(t, utf16LE(p.Text))
			assert.True(t, text == p.Text, "%s: as UTF-16 has it", row.why)
			assert.False(t, strings.ContainsAny(text, "\x00\r<\uFEFF"), row.why)
			got = append(got, unpacked(piece{text, p.Bytes})...)
		}
		assert.True(t, string(row.data) == string(got), row.why)
	}
	grown := 0
	for _, p := range pack(noise) {
		grown += len(utf16LE(p.Text))
	}
	assert.InDelta(t, 1.032, float64(grown)/float64(len(noise)), 0.005, "what compressed data grow by")
}

func TestLimitMemory(t *testing.T) {
	const header = "\x00asm\x01\x00\x00\x00"
	for _, row := range []struct{ why, wasm, want string }{
		{"the memory has a section before and one behind it", header + "\x00\x02ab" + "\x05\x03\x01\x00\x02" + "\x0a\x01c", header + "\x00\x02ab" + "\x05\x06\x01\x01\x02\x80\x80\x01" + "\x0a\x01c"},
		{"a minimum of two bytes", header + "\x05\x04\x01\x00\x80\x08", header + "\x05\x07\x01\x01\x80\x08\x80\x80\x01"},
		{"it has a limit already", header + "\x05\x04\x01\x01\x02\x03", ""},
		{"no memory", header + "\x0a\x01c", ""},
		{"a section longer than the file", header + "\x05\x7f\x01", ""},
		{"no program", "", ""},
	} {
		got, err := limitMemory([]byte(row.wasm), 1<<14)
		assert.Equal(t, row.want == "", err != nil, row.why)
		assert.Equal(t, row.want, string(got), row.why)
	}
}
