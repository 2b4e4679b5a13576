package text

import (
	"bytes"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

// blank is what is said of a figure that is not there.
const blank = "（空）"

// writeList writes one line for each row of a table, as a sentence: what heads it, then each figure behind its head. It can be read in any
// font and on a narrow screen, and be read aloud. What heads several rows stands on a line of its own above them.
func writeList(b *bytes.Buffer, t document.Table) {
	rows := make([][]int, t.Rows)
	for i, c := range t.Cells {
		rows[c.Row] = append(rows[c.Row], i)
	}
	said := map[int]bool{} // heads of several rows, captions and remarks
	line := func(i int) {
		if text := cellText(t.Cells[i]); text != "" && !said[i] {
			b.WriteString(text + "\n")
		}
		said[i] = true
	}
	for _, row := range rows {
		var figures []int
		for _, i := range row {
			switch c := t.Cells[i]; {
			case c.Role == form.CaptionSlot, c.IsRemark():
				line(i)
			case c.Role == form.FigureSlot, c.Role == form.TextSlot:
				figures = append(figures, i)
			}
		}
		if len(figures) == 0 {
			continue
		}
		columns, heads := headsOf(t, figures)
		for _, group := range heads[:max(0, len(heads)-1)] {
			line(group)
		}
		if len(heads) > 0 {
			b.WriteString(strings.TrimRight(cellText(t.Cells[heads[len(heads)-1]]), "：") + "：")
		}
		b.WriteString(sentence(t, figures, columns) + "\n")
	}
}

// headsOf parts the heads of a row's figures: of each figure those of its column, but for those that head all of the row, and the
// heads of the row, which all have, from the outermost.
func headsOf(t document.Table, figures []int) (columns [][]int, row []int) {
	for n, i := range figures {
		columns = append(columns, nil)
		for _, head := range t.Cells[i].Heads {
			switch role := t.Cells[head].Role; {
			case role == form.ColumnHeadSlot:
				columns[n] = append(columns[n], head)
			case role == form.RowHeadSlot && n == 0:
				row = append(row, head)
			}
		}
	}
	for isShared(columns) {
		for n := range columns {
			columns[n] = columns[n][1:]
		}
	}
	return columns, row
}

// isShared says whether the outermost head is that of all columns, none of which is without another.
func isShared(columns [][]int) bool {
	for _, c := range columns {
		if len(columns) < 2 || len(c) < 2 || c[0] != columns[0][0] {
			return false
		}
	}
	return true
}

// sentence is the figures of a row, each behind its head. Those that a further head has in common stand together behind it.
func sentence(t document.Table, figures []int, columns [][]int) string {
	var parts []string
	above := ""
	for n, i := range figures {
		var names []string
		for _, head := range columns[n] {
			names = append(names, cellText(t.Cells[head]))
		}
		own, outer := "", ""
		if last := len(names) - 1; last >= 0 {
			own, outer = names[last], strings.Join(names[:last], "，")
		}
		value := cellText(t.Cells[i])
		switch {
		case value == "":
			value = blank
		case own != "":
			value = " " + value
		}
		switch {
		case n > 0 && outer == above:
			parts[len(parts)-1] += "，" + own + value
		case outer != "":
			parts = append(parts, outer+"："+own+value)
		default:
			parts = append(parts, own+value)
		}
		above = outer
	}
	return strings.Join(parts, "；") + "。"
}
