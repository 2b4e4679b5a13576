package document

import (
	"slices"
	"strings"

	"nianbao/internal/form"
)

// FormBar parts the cells of a line of a form.
const FormBar = "｜"

// FormTable is the table of a form that goes from hand to hand, of lines whose cells are parted by bars: as many columns as there are shares
// of the width. What a line says in fewer cells goes across all columns behind the first; one in which every cell says something heads the
// others, but where all of them ask for something (签名：). One that ends with a bar is for a hand to fill in, and so many lines of the page high.
func FormTable(title string, shares []float64, high float64, lines []string) Table {
	columns := len(shares)
	t := Table{Title: title, Rows: len(lines), Cols: columns, HeadCols: 1, Shares: shares}
	for row, line := range lines {
		cells := strings.Split(line, FormBar)
		isHead := len(cells) == columns && !slices.ContainsFunc(cells, func(text string) bool { return text == "" || strings.HasSuffix(text, "：") })
		height := 1.05 // lines of the page
		if cells[len(cells)-1] == "" {
			height = high
		}
		t.Least = append(t.Least, height)
		for col, text := range cells {
			cell := Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: text}
			switch {
			case col == 0 && !isHead:
				cell.Role = form.RowHeadSlot
			case isHead:
				cell.Role = form.ColumnHeadSlot
			}
			if col == len(cells)-1 {
				cell.ColSpan = columns - col
			}
			t.Cells = append(t.Cells, cell)
		}
	}
	return t
}
