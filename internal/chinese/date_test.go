package chinese_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
)

func TestReadYear(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      int
		ok        bool
	}{
		{"digits", "2025", 2025, true},
		{"with what it is", "2025年", 2025, true},
		{"of a report", "2025年度", 2025, true},
		{"of a Chinese keyboard", "２０２５", 2025, true},
		{"in characters", "二〇二五年", 2025, true},
		{"with the zero of a keyboard that lacks the right one", "二○二五", 2025, true},
		{"two digits may be any century", "25", 0, false},
		{"a number, not a year", "二千零二十五", 0, false},
		{"a date", "2025年1月", 0, false},
	} {
		year, ok := chinese.ReadYear(c.text)
		assert.Equal(t, c.want, year, c.why)
		assert.Equal(t, c.ok, ok, c.why)
	}
}
