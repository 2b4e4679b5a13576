package web

import (
	"strconv"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// tableView is a table of the form with its figures, in rows as a page shows them.
type tableView struct {
	Label    string
	HeadRows int
	HeadCols int
	Rows     [][]slotView
}

// slotView is one rectangle of it.
type slotView struct {
	form.Slot
	Head  bool
	Scope string // of a head
	Value string // of a figure
	Fixed bool   // a total that adds itself up
	Parts string // the ids of what it adds up
	Tally string // what the ledger comes to; "" where that says nothing
	marks
}

// Key is that of a figure.
func (s slotView) Key() form.Key { return s.Cell.Key }

// Name is what a figure is called where its heads are not in sight.
func (s slotView) Name() string { return s.Cell.Name() }

func (m *marking) table(t *form.Table, label string) *tableView {
	g := t.Grid()
	v := &tableView{Label: label, HeadRows: g.HeadRows, HeadCols: g.HeadCols, Rows: make([][]slotView, g.Rows)}
	for _, slot := range g.Slots {
		s := slotView{Slot: slot, Head: slot.Role != form.FigureSlot}
		switch slot.Role {
		case form.FigureSlot:
			value := m.report.Figure(slot.Cell.Key)
			s.Value, s.Fixed, s.marks = value.Printed(), isComputed(m.report, slot.Cell.Key), m.of(slot.Cell.Key)
			if s.Fixed {
				s.Parts = partsOf(m.report, slot.Cell.Key)
			}
			s.Tally = m.tally(slot.Cell, s.Value)
		case form.RowHeadSlot:
			s.Scope = "row"
			if slot.Group {
				s.Scope = "rowgroup"
			}
		default:
			s.Scope = "col"
			if slot.Group || slot.Role == form.CaptionSlot {
				s.Scope = "colgroup"
			}
		}
		v.Rows[slot.Row] = append(v.Rows[slot.Row], s)
	}
	return v
}

// partsOf are the ids of what a total adds up.
func partsOf(r *model.Report, total form.Key) string {
	var ids []string
	for _, k := range r.Edition.Parts(total) {
		ids = append(ids, figureID(k))
	}
	return strings.Join(ids, " ")
}

// figureID is the id of a figure in the view.
func figureID(k form.Key) string { return "c-" + string(k) }

// tally is what a figure comes to in the ledger, where that is something, or the figure is something else.
func (m *marking) tally(c *form.Cell, value string) string {
	if m.ledger == nil || c.Total || !c.IsRequest() {
		return ""
	}
	count := m.ledger.Count(c.Key)
	if count == 0 && (value == "" || value == "0") {
		return ""
	}
	return strconv.Itoa(count)
}
