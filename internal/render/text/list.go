package text

import (
	"bytes"

	"nianbao/internal/render/document"
	"nianbao/internal/rowwise"
)

// writeList writes one line for each row of a table, as a sentence. It can be read in any font and on a narrow screen, and be read aloud.
func writeList(b *bytes.Buffer, t document.Table) {
	cells := make([]rowwise.Cell, len(t.Cells))
	for i, c := range t.Cells {
		cells[i] = rowwise.Cell{Row: c.Row, Role: c.Role, Text: cellText(c), Remark: c.IsRemark(), Heads: c.Heads}
	}
	for _, l := range rowwise.Lines(cells) {
		for _, f := range l.Figures {
			b.WriteString(f.Before + f.Said(cells[f.Cell].Text))
		}
		b.WriteString(l.End + "\n")
	}
}
