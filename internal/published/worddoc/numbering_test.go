package worddoc

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		why       string
		format, n int
		want      string
		known     bool
	}{
		{"plain digits", 0, 12, "12", true},
		{"full width", 14, 12, "１２", true},
		{"letters", 3, 2, "B", true},
		{"small letters", 4, 26, "z", true},
		{"beyond the letters", 4, 27, "27", false},
		{"ringed", 18, 3, "③", true},
		{"ringed, as Chinese Word has it", 28, 20, "⑳", true},
		{"beyond the ringed", 28, 21, "21", false},
		{"counted, Japanese name", 11, 11, "十一", true},
		{"counted, Chinese", 37, 20, "二十", true},
		{"counted in thousands", 39, 99, "九十九", true},
		{"digit by digit", 10, 9, "九", true},
		{"digit by digit, two of them", 10, 10, "10", false},
		{"none", 255, 5, "", true},
		{"Roman", 1, 4, "4", false},
		{"zero", 37, 0, "0", false},
	} {
		got, known := formatNumber(c.format, c.n)
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, c.known, known, c.why)
	}
}
