package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/model"
)

// What lies below a merged cell, or in a row without height, is read like anything else and seen by nobody.
func TestContentsThatMergingOrAFlatRowHides(t *testing.T) {
	const sheet = "一、总体情况"
	r := read(t, edited(t, func(f *excelize.File) {
		for cell, text := range map[string]string{"A4": "（一）主动公开。", "A5": "合并以后看不见的一段。", "A6": "看得见的一段。", "A7": "行高几乎是零的一段。"} {
			require.NoError(t, f.SetCellStr(sheet, cell, text))
		}
		require.NoError(t, f.SetRowHeight(sheet, 7, 0.3))
	}))
	assert.Equal(t, []model.Extra{{Kind: model.Hidden, Text: "行高几乎是零的一段。", Place: model.Place{Sheet: sheet, Ref: "A7"}}}, r.Extras)
}
