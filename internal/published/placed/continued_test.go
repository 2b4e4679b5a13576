package placed

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The edges of a grid are found among those of one that may go on with it, each by itself.
func TestAmong(t *testing.T) {
	for _, c := range []struct {
		why           string
		edges, others []float64
		at            []int
	}{
		{"the same", []float64{0, 100, 200}, []float64{0, 100, 200}, []int{0, 1, 2}},
		{"another margin, and lines that are not quite as far apart", []float64{50, 150, 250}, []float64{80, 181, 279}, []int{0, 1, 2}},
		{"one column is divided on the next sheet", []float64{0, 100, 200}, []float64{0, 50, 100, 200}, []int{0, 2, 3}},
		{"the nearest of two", []float64{0, 100, 200}, []float64{0, 97, 100, 200}, []int{0, 2, 3}},
		{"no edge is two at once: a column would be lost", []float64{0, 2, 200}, []float64{0, 200}, nil},
		{"an edge where there is none", []float64{0, 120, 200}, []float64{0, 100, 200}, nil},
	} {
		at, found := among(c.edges, c.others)
		assert.Equal(t, c.at, at, c.why)
		assert.Equal(t, c.at != nil, found, c.why)
	}
}
