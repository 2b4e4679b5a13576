package spreadsheet

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/cellref"
)

func TestContentsBelowAMergedCell(t *testing.T) {
	g := &Grid{Cells: []Cell{{At: cellref.At(1, 4), Value: "甲"}, {At: cellref.At(1, 5), Value: "乙"}}}
	assert.True(t, g.coversContents(cellref.Between(cellref.At(1, 4), cellref.At(1, 5))))
	assert.False(t, g.coversContents(cellref.Between(cellref.At(1, 5), cellref.At(2, 6))), "only its first cell holds anything")
}
