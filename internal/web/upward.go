package web

import (
	"html"
	"net/http"
	"strings"

	"nianbao/internal/fill"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
)

// filled is a higher office's form that the report's figures were written into.
type filled struct {
	file         job.File // the form as it came
	bytes        int64    // of it, and of what it was made into first
	*fill.Filled          // nil since the report was changed
}

// Name is what the form is called.
func (f *filled) Name() string { return f.file.Name }

// filledNow is the form with the report's figures as they stand now; nil for none.
func (one *inHand) filledNow() (*filled, error) {
	if one.checked.Err != nil {
		return nil, one.checked.Err
	}
	if f := one.filled; f != nil && f.Filled == nil {
		into, err := fill.In(f.file, one.checked.Report)
		if err != nil {
			return nil, err
		}
		f.Filled = into
	}
	return one.filled, nil
}

// upwardView is the view 上报: what goes into the forms and the system of a higher office.
type upwardView struct {
	entryView
	Draft    bool   // it does not pass
	Sentence string // the verdict, where it passes and there is still something to be answered or decided on
	Tables   []upwardTable
	Filled   *filled // nil as long as there is none
}

// upwardTable is a table of the form: its figures as they are copied, with and without totals, and as they are read out row by row.
type upwardTable struct {
	Title     string
	All, Bare copied
	Rows      []upwardRow
}

// copied are figures alone, in rows as printed: parted by tabs, and as a table.
type copied struct{ Plain, Markup string }

// upwardRow is a row of figures with what it is called.
type upwardRow struct {
	Label string
	Cells []upwardCell
}

type upwardCell struct {
	Label, Value string
	Total        bool
}

// upward is the view 上报.
func (d *desk) upward(one *inHand) (view, error) {
	v := upwardView{entryView: newEntry(one), Draft: one.isDraft()}
	if r := one.checked.Report; r != nil {
		v.Sentence = d.stillOpen(one)
		var err error
		if v.Filled, err = one.filledNow(); err != nil {
			return view{}, err
		}
		for _, t := range r.Edition.Tables() {
			v.Tables = append(v.Tables, newUpwardTable(r, t))
		}
	}
	return view{Title: v.Title, Report: one.path(), Place: "upward", Name: "upward", Data: v}, nil
}

func newUpwardTable(r *model.Report, t *form.Table) upwardTable {
	v := upwardTable{Title: t.Title}
	g := t.Grid()
	rows := make([]upwardRow, g.Rows)
	for _, slot := range g.Slots {
		if slot.Role != form.FigureSlot {
			continue
		}
		row := &rows[slot.Row]
		if row.Cells == nil {
			row.Label = labelOf(slot.Cell.Row)
		}
		row.Cells = append(row.Cells, upwardCell{slot.Cell.ColumnLabel(), r.Figure(slot.Cell.Key).Printed(), slot.Cell.Total})
	}
	for _, row := range rows {
		if row.Cells == nil {
			continue
		}
		if row.Label == "" {
			row.Label = t.Title
		}
		v.Rows = append(v.Rows, row)
	}
	v.All, v.Bare = copyOf(v.Rows, true), copyOf(v.Rows, false)
	return v
}

// labelOf is all that stands before a row.
func labelOf(heads []form.Head) string {
	var labels []string
	for _, h := range heads {
		labels = append(labels, h.Label)
	}
	return strings.Join(labels, " ")
}

func copyOf(rows []upwardRow, totals bool) (c copied) {
	var plain, markup strings.Builder
	for _, row := range rows {
		var values []string
		for _, cell := range row.Cells {
			if totals || !cell.Total {
				values = append(values, cell.Value)
			}
		}
		if values == nil {
			continue
		}
		plain.WriteString(strings.Join(values, "\t") + "\n")
		markup.WriteString("<tr>")
		for _, value := range values {
			markup.WriteString("<td>" + html.EscapeString(value) + "</td>")
		}
		markup.WriteString("</tr>")
	}
	return copied{plain.String(), "<table><tbody>" + markup.String() + "</tbody></table>"}
}

// fill takes a form of a higher office, and writes the report's figures into a copy of it.
func (d *desk) fill(one *inHand, file job.File) (answer, error) {
	if one.checked.Err != nil {
		return answer{}, one.checked.Err
	}
	into, err := fill.In(file, one.checked.Report)
	if err != nil {
		return answer{}, err
	}
	one.filled = &filled{file, int64(len(file.Data) + len(into.Data)), into}
	return answer{view: one.path("upward"), told: into.Told()}, nil
}

// filledFile is the form that was filled in.
func (one *inHand) filledFile() (job.File, error) {
	f, err := one.filledNow()
	if err != nil {
		return job.File{}, err
	}
	if f == nil {
		return job.File{}, refuse(http.StatusConflict, "还没有放进要转填的表")
	}
	return job.File{Name: job.FilledBeside(f.Name()), Data: f.Data}, nil
}
