package cellref

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCover(t *testing.T) {
	cells := func(refs ...string) []Position {
		var out []Position
		for _, ref := range refs {
			p, ok := Parse(ref)
			require.True(t, ok)
			out = append(out, p)
		}
		return out
	}
	tests := []struct {
		why   string
		cells []Position
		want  string
	}{
		{"a row", cells("A6", "B6", "C6", "D6"), "A6:D6"},
		{"a column", cells("D8", "D9", "D10"), "D8:D10"},
		{"a block", cells("D8", "E8", "D9", "E9"), "D8:E9"},
		{"a gap", cells("D8", "D10"), "D8 D10"},
		{"rows of unequal length", cells("B5", "C5", "B6"), "B5:C5 B6"},
		{"a block and what is below it elsewhere", cells("B5", "C5", "B6", "C6", "B9"), "B5:C6 B9"},
		{"nothing", nil, ""},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Sqref(Cover(test.cells)), test.why)
	}
}

func TestColumnNames(t *testing.T) {
	for col, name := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", MaxCol: "XFD"} {
		assert.Equal(t, name, ColumnName(col))
		p, ok := Parse(name + "1")
		assert.True(t, ok)
		assert.Equal(t, col, p.Col)
	}
}

func TestAreas(t *testing.T) {
	for _, c := range []struct {
		why  string
		refs []string
		want []string
	}{
		{"a column with a gap", []string{"G6", "G7", "G8", "G30"}, []string{"G6:G8", "G30"}},
		{"columns beside each other, in whatever order, one cell twice", []string{"F6", "E7", "E6", "F7", "E6"}, []string{"E6:F7"}},
		{"what is no cell", []string{"G6", "表三"}, nil},
	} {
		assert.Equal(t, c.want, Areas(c.refs), c.why)
	}
}
