package placed

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// sheetsOf makes sheets of any bytes, eight of them a character, a rule, or the end of a sheet.
func sheetsOf(data []byte) (sheets []Sheet) {
	s := Sheet{Width: 595, Height: 842}
	texts := []string{"0", "1", "23", "年", "（", "一", "、", "—", "/", "-", "三", "总", "计", ".", "a", "\ufffd", ""}
	for ; len(data) >= 8; data = data[8:] {
		x, y := float64(binary.LittleEndian.Uint16(data[1:]))/100, float64(binary.LittleEndian.Uint16(data[3:]))/75
		a, b := float64(data[5]), float64(data[6])
		switch data[0] % 8 {
		case 0:
			sheets = append(sheets, s)
			s = Sheet{Width: 595 + a, Height: 842 - b}
		case 1:
			s.Rules = append(s.Rules, Rule{x, y, x + a*4, y + float64(data[7]%4)})
		case 2:
			s.Rules = append(s.Rules, Rule{x, y, x + float64(data[7]%4), y + b*4})
		case 3: // a grid, so that tables are met
			for i := range 4 {
				d := float64(i) * (a/8 + 4)
				s.Rules = append(s.Rules, Rule{x, y + d, x + 3*(a/8+4), y + d}, Rule{x + d, y, x + d, y + 3*(a/8+4)})
			}
		case 4: // a row of figures
			for i := range 4 {
				s.Glyphs = append(s.Glyphs, Glyph{"7", x + float64(i)*a, y, x + float64(i)*a + 5, y + 10, 10})
			}
		default:
			size := 4 + a/8
			s.Glyphs = append(s.Glyphs, Glyph{texts[int(data[7])%len(texts)], x, y, x + size*b/255, y + size, size})
		}
	}
	return append(sheets, s)
}

// FuzzRead: whatever stands on sheets, they are read; tables hold together; nothing is there twice or made up.
func FuzzRead(f *testing.F) {
	f.Add([]byte("\x03\x10\x20\x10\x20\x80\x80\x00\x05\x12\x20\x12\x20\x20\x80\x01\x04\x10\x60\x10\x60\x40\x00\x00"))
	f.Add([]byte("\x04\x10\x40\x10\x60\x30\x00\x00\x04\x10\x40\x20\x66\x30\x00\x00\x05\x00\x10\x10\x60\x20\x80\x05"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sheets := sheetsOf(data[:min(len(data), 1<<14)])
		in, out := map[rune]int{}, map[rune]int{}
		for _, s := range sheets {
			for _, g := range s.Glyphs {
				count(in, g.Text)
			}
		}
		p := Read(sheets)
		assert.Equal(t, p, Read(sheets), "the same again")
		for _, b := range p.Blocks {
			count(out, b.Text)
			if b.Table == nil {
				continue
			}
			covered := map[[2]int]bool{}
			for _, c := range b.Table.Cells {
				count(out, c.Text)
				if c.RowSpan < 1 || c.ColumnSpan < 1 || c.Row+c.RowSpan > b.Table.Rows || c.Column+c.ColumnSpan > b.Table.Columns {
					t.Fatalf("a cell beyond its table: %+v", c)
				}
				for r := range c.RowSpan {
					for k := range c.ColumnSpan {
						at := [2]int{c.Row + r, c.Column + k}
						if covered[at] {
							t.Fatalf("two cells at %v", at)
						}
						covered[at] = true
					}
				}
			}
		}
		for r, n := range out {
			if n > in[r] {
				t.Fatalf("%q is there %d times, and was %d times", r, n, in[r])
			}
		}
	})
}

func count(in map[rune]int, text string) {
	for _, r := range text {
		if r != ' ' && r != '\n' && r != '\t' {
			in[r]++
		}
	}
}

// TestExtremes: places that are no places do no harm.
func TestExtremes(t *testing.T) {
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -1e300} {
		s := newPaper().ruled([]float64{80, 130, 180}, []float64{100, 120, 140}, "规章", "1", "总计", "2").write(80, 300, 10, full)
		s.Glyphs = append(s.Glyphs, Glyph{"1", x, x, x, x, x}, Glyph{"1", 80, x, 90, x, 10})
		s.Rules = append(s.Rules, Rule{x, x, x, x}, Rule{80, x, 500, x}, Rule{x, 100, x, 200})
		assert.NotPanics(t, func() { Read([]Sheet{s.Sheet}) })
	}
}

func BenchmarkRead(b *testing.B) {
	var sheets []Sheet
	for range 5 {
		p := newPaper()
		for i := range 12 {
			p.write(80, 80+float64(i)*28, 16, full)
		}
		var xs, ys []float64
		for i := range 11 {
			xs = append(xs, 80+float64(i)*40)
		}
		for i := range 20 {
			ys = append(ys, 420+float64(i)*18)
		}
		sheets = append(sheets, p.ruled(xs, ys, full[:9], "0", "1").Sheet)
	}
	for b.Loop() {
		Read(sheets)
	}
}
