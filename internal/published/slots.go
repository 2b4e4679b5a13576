package published

import (
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/published/grid"
	"nianbao/internal/published/page"
)

// Slot is the cell of a table in which a figure of the form is due.
type Slot struct {
	Key         form.Key
	Table       int    // of those that were looked at
	Row, Column int    // of the table, counted from 0
	Text        string // what stands there
	Doubt       string // why it may be another one, a sentence without its end; "" if that is certain
}

// Slots finds the cells for figures in tables that somebody else laid out, empty or filled, by the labels of their rows and columns, in the
// order of the tables, none twice.
func Slots(tables []*page.Table) (slots []Slot) {
	read := grid.Read(tables)
	for _, f := range read.Figures {
		s := Slot{Key: f.Key, Table: f.At.Table, Row: f.At.Row - 1, Column: f.Column, Text: strings.TrimSpace(f.Text), Doubt: f.Doubt}
		if f.Again > 0 {
			s.Doubt = "同样的格不止一处"
		}
		slots = append(slots, s)
	}
	return slots
}
