package worddoc_test

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/opc"
	"nianbao/internal/published/worddoc"
)

// A compound file that leads in a circle, or promises more than it has, ends in an answer that has cost little.
func TestHostileContainers(t *testing.T) {
	const fat, directory, size = 512, 1024, 120
	sound := build{stretches: []stretch{{text: "一、总体情况\r"}}}.file()
	changed := func(change func(data []byte)) []byte {
		data := slices.Clone(sound)
		change(data)
		return data
	}
	damage, tooLarge := opc.Error{Fault: opc.Damaged, Wanted: opc.Document}, opc.Error{Fault: opc.TooLarge, Wanted: opc.Document}
	for _, c := range []struct {
		why  string
		data []byte
		err  error
	}{
		{"a stream longer than the file", changed(func(data []byte) { copy(data[directory+128+size:], u32(0xFFFFFFF0)) }), nil},
		{"a stream whose sectors are a ring", changed(func(data []byte) {
			copy(data[directory+128+size:], u32(0xFFFFFFF0))
			copy(data[fat+4*9:], u32(2))
		}), nil},
		{"a directory whose sectors are a ring", changed(func(data []byte) { copy(data[fat+4:], u32(1)) }), damage},
		{"an entry that is its own child", changed(func(data []byte) { copy(data[directory+128+76:], u32(1)) }), damage},
		{"more allocation tables than sectors", changed(func(data []byte) { copy(data[44:], u32(0xFFFFFFFF)) }), nil},
		{"lists of allocation tables without end", changed(func(data []byte) { copy(data[68:], slices.Concat(u32(2), u32(0x10000000))) }), damage},
		{"small sectors that lead in a ring", changed(func(data []byte) {
			copy(data[60:], slices.Concat(u32(3), u32(60)))
			copy(data[44:], u32(100))
			copy(data[directory+116:], u32(5))
			copy(data[fat+4*5:], u32(5))
		}), damage},
		{"two thousand folders in each other", nested(2000), opc.Error{Fault: opc.NotOffice, Wanted: opc.Document}},
		{"as many as a file of its size can have", nested(60_000), tooLarge},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := worddoc.Read(c.data)
		assert.Less(t, time.Since(start), 2*time.Second, c.why)
		runtime.ReadMemStats(&after)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(100<<20), c.why)
		if c.err == nil {
			require.NoError(t, err, c.why)
		} else {
			assert.Equal(t, c.err, err, c.why)
		}
	}
}

// nested is a compound file of folders, each in the one before.
func nested(folders int) []byte {
	const sector, perSector, entry = 512, 4, 128
	sectors := folders/perSector + 1
	tables := (sectors+128)/128 + 1
	header := make([]byte, sector)
	copy(header, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	copy(header[24:], slices.Concat(u16(0x3E), u16(3), u16(0xFFFE), u16(9), u16(6)))
	copy(header[44:], slices.Concat(u32(tables), u32(tables)))
	copy(header[56:], slices.Concat(u32(4096), u32(0xFFFFFFFE), u32(0), u32(0xFFFFFFFE), u32(0)))
	for i := range min(109, tables) {
		copy(header[76+4*i:], u32(i))
	}
	var links []byte
	for i := range tables * sector / 4 {
		links = append(links, u32(i+1)...)
	}
	copy(links[4*(tables+sectors-1):], u32(0xFFFFFFFE))
	directory := make([]byte, sectors*sector)
	for i := range sectors * perSector {
		e := directory[entry*i:]
		copy(e, slices.Concat(u16('a'), u16('b')))
		copy(e[64:], u16(6))
		e[66] = 1
		child := i + 1
		if child == sectors*perSector {
			child = 0xFFFFFFFF
		}
		copy(e[68:], slices.Concat(u32(0xFFFFFFFF), u32(0xFFFFFFFF), u32(child)))
	}
	return slices.Concat(header, links, directory)
}
