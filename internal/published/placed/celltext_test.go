package placed

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What is drawn of a character is less than it takes, so that a full line may look as if there were room for another.
func TestFullLines(t *testing.T) {
	drawn := func(text string, part float64) line {
		p := newPaper().write(0, 0, 10, text)
		for i := range p.Glyphs {
			g := &p.Glyphs[i]
			g.X1 = g.X0 + part*(g.X1-g.X0)
		}
		return lineOf(p.Glyphs)
	}
	for _, c := range []struct {
		why   string
		line  line
		width float64
		full  bool
	}{
		{"characters that fill their places", drawn("（四）无", 1), 61, true},
		{"one more would go in", drawn("（四）无", 1), 62, false},
		{"less is drawn of each", drawn("（四）无", 0.85), 59, true},
		{"and one more would go in all the same", drawn("（四）无", 0.85), 62, false},
		{"digits take what is drawn of them", drawn("2248", 1), 36, true},
		{"and a single character", drawn("无", 1), 32, false},
	} {
		assert.Equal(t, c.full, isFull(c.line, c.width), c.why)
	}
}
