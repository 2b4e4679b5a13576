package slots_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/published/page"
	"nianbao/internal/published/slots"
	"nianbao/internal/sample"
)

// Sheets as large as they are looked at, of texts that begin as labels do or are labels, come to an end, and to no figure that is not there.
// They take some seconds together; the limits of a sheet are what bounds that.
func TestHostileSheetsEnd(t *testing.T) {
	rows := sample.Times(200, 2000)
	e, _ := form.ByID("2021")
	for name, text := range map[string]func(row, col int) string{
		"one label":            func(int, int) string { return "总计" },
		"labels and blanks":    func(row, col int) string { return []string{"其他", "", "总计", ""}[(row+col)%4] },
		"a list of one column": func(_, col int) string { return []string{"本年新收", ""}[min(col, 1)] },
		"texts, all different": func(row, col int) string {
			return fmt.Sprintf("本年新收其中%d之%d本年本年本年本年", row, col)
		},
		"long texts": func(row, col int) string { return fmt.Sprintf("%0300d及其他%d", row, col) },
		"units": func(_, col int) string {
			return []string{"单位名称：", "白石镇人民政府", "本年新收", ""}[col%4]
		},
		"numbers": func(row, col int) string {
			if row == 0 {
				return "行政复议"
			}
			return fmt.Sprint(row * col)
		},
	} {
		table := &page.Table{Rows: rows, Columns: 100}
		for row := range table.Rows {
			for col := range table.Columns {
				table.Cells = append(table.Cells, page.Cell{Row: row, Column: col, RowSpan: 1, ColumnSpan: 1, Text: text(row, col)})
			}
		}
		read := slots.Read([]slots.Sheet{{Name: "表", Table: table}}, slots.Asked{Edition: e, Unit: "清溪镇人民政府", Year: 2025})
		assert.Empty(t, read.Slots, name)
	}
}
