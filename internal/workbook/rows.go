package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/spreadsheet"
)

// columnsXML writes the sheet's columns as <cols> (18.3.1.17). Those beside what is written are locked on a sheet that is: the style of
// all other cells is not. excelize would make each of the 16,384 columns one by one.
func (s *sheet) columnsXML(styles []int) string {
	style := ""
	if !s.open {
		style = ` style="` + strconv.Itoa(styles[plainLook]) + `"`
	}
	var b strings.Builder
	b.WriteString("<cols>")
	for i, width := range s.widths {
		hidden := ""
		if s.hidden > 0 && i+1 >= s.hidden {
			hidden = ` hidden="1"`
		}
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%g" customWidth="1"%s%s/>`, i+1, i+1, width, style, hidden)
	}
	if !s.open {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%g"%s/>`, len(s.widths)+1, cellref.MaxCol, usualWidth, style)
	}
	b.WriteString("</cols>")
	return b.String()
}

// usualWidth is how wide a column is that nobody made wider or narrower.
const usualWidth = 8.43

// rowsXML writes the sheet's rows as the <sheetData> of SpreadsheetML (ECMA-376 part 1, 18.3.1.80). The rows are written
// here and not through excelize, because excelize can put neither a text result beside a formula, nor a decimal's own
// digits, nor control characters into a cell, and fixes the height of every row whose height it sets.
func (s *sheet) rowsXML(styles []int) string {
	return "<sheetData>" + s.cellsXML(styles) + "</sheetData>"
}

// cellsXML writes the sheet's cells, row by row.
func (s *sheet) cellsXML(styles []int) string {
	slices.SortStableFunc(s.cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.at.Row, b.at.Row), cmp.Compare(a.at.Col, b.at.Col))
	})
	var b strings.Builder
	for i := 0; i < len(s.cells); {
		row := s.cells[i].at.Row
		b.WriteString(`<row r="` + strconv.Itoa(row) + `"` + s.heights[row].attributes() + `>`)
		for ; i < len(s.cells) && s.cells[i].at.Row == row; i++ {
			s.cells[i].writeTo(&b, styles)
		}
		b.WriteString("</row>")
	}
	return b.String()
}

func (h height) attributes() string {
	if h.points == 0 {
		return ""
	}
	text := fmt.Sprintf(` ht="%g"`, h.points)
	if h.fixed {
		text += ` customHeight="1"`
	}
	return text
}

func (c cell) writeTo(b *strings.Builder, styles []int) {
	b.WriteString(`<c r="` + c.at.String() + `"`)
	if style := styles[c.look]; style != 0 {
		b.WriteString(` s="` + strconv.Itoa(style) + `"`)
	}
	switch text := c.content.text; {
	case c.content == content{}:
		b.WriteString("/>")
		return
	case c.content.formula != "":
		if !c.content.number {
			b.WriteString(` t="str"`)
		}
		b.WriteString("><f>" + spreadsheet.Escape(c.content.formula) + "</f><v>" + spreadsheet.Escape(text) + "</v>")
	case c.content.number:
		b.WriteString("><v>" + text + "</v>")
	default:
		space := ""
		if strings.TrimSpace(text) != text || strings.Contains(text, "\n") {
			space = ` xml:space="preserve"`
		}
		b.WriteString(` t="inlineStr"><is><t` + space + ">" + spreadsheet.Escape(text) + "</t></is>")
	}
	b.WriteString("</c>")
}
