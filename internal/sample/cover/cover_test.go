package cover_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
	"nianbao/internal/sample/cover"
)

func TestOf(t *testing.T) {
	g := page.NewGrid()
	g.Row()
	g.Add("甲", 2, 1)
	g.Add("乙", 1, 2)
	g.Row()
	g.Add("丙", 1, 1)
	assert.Equal(t, [][]int{{0, 1, 1}, {0, 2, -1}}, cover.Of(g.Table()))
}
