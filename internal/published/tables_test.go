package published

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
)

func TestSpreadDigits(t *testing.T) {
	for _, c := range []struct {
		why, text, doubt, printed string
	}{
		{"digits spread over the width of the cell", "1 0 3 7", "", "1037"},
		{"by blanks as wide as a letter", "1\u30000", "", "10"},
		{"of a number with decimals", "0 . 3 2", "", "0.32"},
		{"groups of digits are two numbers", "2 31", "", "2 31"},
		{"two lines are two numbers", "5\n1", "", "5 1"},
		{"a nought in front is a number by itself", "0 5", "", "0 5"},
		{"columns that were guessed may have run together", "1 2", "表格没有框线，各列是按位置分的", "1 2"},
	} {
		v := figure{text: c.text, doubt: c.doubt}.value(form.Fee)
		assert.Equal(t, c.printed, v.Printed(), c.why)
		if v.IsNumber() {
			assert.NotEmpty(t, v.Repairs, c.why)
			assert.NotEmpty(t, v.Doubt, c.why)
		}
	}
}
