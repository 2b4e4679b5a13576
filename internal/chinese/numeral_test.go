package chinese

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestIsDigits(t *testing.T) {
	for text, want := range map[string]bool{"12": true, "0": true, "12.5": false, "1.": false, ".5": false, "": false, "-3": false, "1 2": false, "一": false, "１": false} {
		assert.Equal(t, want, IsDigits(text), text)
	}
}

func TestReadNumeral(t *testing.T) {
	for _, c := range []struct {
		why, text  string
		value      string // "" if there is no number
		unit, rest string
		rough      bool
	}{
		{"digits", "30件，", "30", "件", "，", false},
		{"full-width digits", "３０件", "30", "件", "", false},
		{"a space before the unit", "30 件", "30", "件", "", false},
		{"thousands separators", "27,732件", "27732", "件", "", false},
		{"a blank for thousands", "6 015条", "6015", "条", "", false},
		{"a blank that parts a year from a number", "2024 015件", "2024", "", " 015件", false},
		{"a comma that parts two numbers", "30,12件", "30", "", ",12件", false},
		{"decimals are kept as printed", "12.50万元", "12.50", "万元", "", false},
		{"an amount keeps its unit", "12.3456万元", "12.3456", "万元", "", false},
		{"万 makes a count a rounded one", "1.2万条", "12000", "条", "", true},
		{"余 leaves a number open", "30余件", "30", "件", "", true},
		{"so does 多", "30多件", "30", "件", "", true},
		{"a percentage", "93.3%", "93.3", "%", "", false},
		{"a percentage in full width", "93.3％", "93.3", "%", "", false},
		{"a percentage in words", "百分之九十三", "93", "%", "", false},
		{"a year", "2025年", "2025", "年", "", false},
		{"a year in words", "二〇二五年", "2025", "年", "", false},
		{"no unit", "30。", "30", "", "。", false},
		{"Chinese numerals", "三十件", "30", "件", "", false},
		{"ten to nineteen begin with 十", "十二件", "12", "件", "", false},
		{"hundreds", "一百二十三件", "123", "件", "", false},
		{"a gap in the places", "一千零三件", "1003", "件", "", false},
		{"two", "两件", "2", "件", "", false},
		{"formal numerals", "叁拾壹件", "31", "件", "", false},
		{"ten thousands", "三万五千件", "35000", "件", "", false},
		{"hundred millions", "一亿零二百件", "100000200", "件", "", false},
		{"nought", "零件", "0", "件", "", false},
		{"余 in words", "三十余件", "30", "件", "", true},
		{"two digits side by side leave it open", "两三件", "2", "件", "", true},
		{"a bare 百 is some hundred", "百件", "100", "件", "", true},
		{"三百五 may be 350", "三百五件", "305", "件", "", true},
		{"numerals without a unit begin a word", "一是", "", "", "一是", false},
		{"a year plan is no number", "十四五", "", "", "十四五", false},
		{"万 alone is none", "万件", "", "", "万件", false},
		{"places out of order", "十百件", "", "", "十百件", false},
		{"万 twice", "一万二万件", "", "", "一万二万件", false},
		{"nothing", "", "", "", "", false},
	} {
		n, size := ReadNumeral(c.text)
		assert.Equal(t, c.rest, c.text[size:], c.why)
		if c.value == "" {
			assert.Zero(t, size, c.why)
			continue
		}
		assert.Equal(t, c.value, n.Value.StringFixed(int32(n.Decimals)), c.why)
		assert.Equal(t, c.unit, n.Unit, c.why)
		assert.Equal(t, c.rough, n.Rough, c.why)
	}
}

// Every number that is written in Chinese numerals is read back.
func TestChineseNumberReadsWhatIsWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range int64(3000) {
		n := i
		if i >= 1000 {
			n = random.Int64N(1e8)
		}
		written := writeChinese(n)
		read, rough, ok := hanNumber(written)
		assert.True(t, ok && !rough, written)
		assert.Equal(t, n, read, written)
	}
}

// writeChinese writes a number below a hundred million.
func writeChinese(n int64) string {
	if n >= 1e4 {
		below := ""
		if n%1e4 > 0 {
			below = writeChinese(n % 1e4)
			if n%1e4 < 1000 {
				below = "零" + strings.TrimPrefix(below, "零")
			}
		}
		return writeChinese(n/1e4) + "万" + below
	}
	digits := strings.Split("零一二三四五六七八九", "")
	if n < 10 {
		return digits[n]
	}
	var b strings.Builder
	gap := false
	for _, place := range []struct {
		by   int64
		name string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / place.by % 10
		switch {
		case d > 0:
			if gap {
				b.WriteString("零")
			}
			b.WriteString(digits[d] + place.name)
			gap = false
		case b.Len() > 0:
			gap = true
		}
	}
	return b.String()
}

// The reader never reads past its text or in the middle of a character, and reads the same from what it read.
func FuzzReadNumeral(f *testing.F) {
	for _, seed := range []string{"30件", "三十余件", "1,234.5万元", "百分之三", "二〇二五年", "９９９", "零", "1e9", strings.Repeat("9", 60), strings.Repeat("万", 40)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, size := ReadNumeral(text)
		if size == 0 {
			return
		}
		if size > len(text) || utf8.ValidString(text) && !utf8.ValidString(text[:size]) {
			t.Fatalf("%q: read %d bytes", text, size)
		}
		again, sizeAgain := ReadNumeral(text[:size])
		if sizeAgain != size || !again.Value.Equal(n.Value) || again.Unit != n.Unit {
			t.Fatalf("%q reads %v%s, alone %v%s", text, n.Value, n.Unit, again.Value, again.Unit)
		}
		if n.Value.IsNegative() {
			t.Fatalf("%q reads %v", text, n.Value)
		}
	})
}
