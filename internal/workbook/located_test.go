package workbook

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// told is a workbook in which every figure and every part of the unit's data is one of a kind.
type told struct {
	*testing.T
	*rand.Rand
	*excelize.File
	edition *form.Edition
	figures map[form.Key]string
	done    []string // what was done to it
}

// tell fills in a workbook of an edition, and drops its names.
func tell(t *testing.T, e *form.Edition, seed uint64) *told {
	w := &told{t, rand.New(rand.NewPCG(seed, 1)), nil, e, map[form.Key]string{}, nil}
	r := model.New(e)
	n := 1000
	next := func() int { n++; return n }
	for _, f := range form.Fields() {
		r.Fields[f.Key] = model.ReadField(fmt.Sprint("字段", next()), model.Place{})
	}
	for _, p := range e.Passages() {
		for range 3 {
			r.Texts[p.Key] = append(r.Texts[p.Key], model.Paragraph{Text: fmt.Sprintf("%s的第%d段。", p.Key, next())})
		}
	}
	for _, c := range e.Cells() {
		if !c.Total {
			w.figures[c.Key] = fmt.Sprint(next())
			r.Figures[c.Key] = model.ParseFigure(c.Measure, w.figures[c.Key])
		}
	}
	w.File = opened(t, written(t, r, Options{}))
	for _, name := range w.GetDefinedName() {
		require.NoError(t, w.DeleteDefinedName(&excelize.DefinedName{Name: name.Name, Scope: name.Scope}))
	}
	return w
}

// some is one of the sheets, but for those that explain and check.
func (w *told) some() string {
	list := w.GetSheetList()
	return list[1+w.IntN(len(list)-1)]
}

func (w *told) table() string {
	for {
		if s := w.some(); strings.HasPrefix(s, "二、") || strings.HasPrefix(s, "三、") || strings.HasPrefix(s, "四、") {
			return s
		}
		if w.IntN(50) == 0 {
			return w.some()
		}
	}
}

// cells are what stands on a sheet, row by row.
func (w *told) cells(sheet string) [][]string {
	rows, err := w.GetRows(sheet, excelize.Options{RawCellValue: true})
	require.NoError(w, err)
	return rows
}

func (w *told) set(sheet string, col, row int, text string) {
	ref := cellref.At(col, row).String()
	if text != "" && strings.Trim(text, "0123456789") == "" {
		var n int
		fmt.Sscan(text, &n)
		require.NoError(w, w.SetCellInt(sheet, ref, int64(n)))
		return
	}
	require.NoError(w, w.SetCellStr(sheet, ref, text))
}

// paste puts the cells of a sheet elsewhere, its figures as they were another year if they are old.
func (w *told) paste(rows [][]string, sheet string, col, row int, old bool) {
	for i, cells := range rows {
		for j, text := range cells {
			if old && text != "" && strings.Trim(text, "0123456789") == "" {
				text = "77" + text
			}
			if text != "" {
				w.set(sheet, col+j, row+i, text)
			}
		}
	}
}

// edit does one thing that a clerk may do.
func (w *told) edit() {
	s := w.table()
	rows := w.cells(s)
	height, width := max(1, len(rows)), 1
	for _, row := range rows {
		width = max(width, len(row))
	}
	row, col := 1+w.IntN(height), 1+w.IntN(width)
	name := cellref.ColumnName(col)
	done := ""
	must := func(err error) { require.NoError(w, err, "%s, then %s", w.done, done) }
	switch w.IntN(16) {
	case 0:
		done = "insert a row"
		must(w.InsertRows(s, row, 1+w.IntN(2)))
	case 1:
		done = "delete a row"
		must(w.RemoveRow(s, row))
	case 2:
		done = "insert a column"
		must(w.InsertCols(s, name, 1+w.IntN(2)))
	case 3:
		done = "delete a column"
		must(w.RemoveCol(s, name))
	case 4:
		done = "copy a row"
		must(w.DuplicateRowTo(s, row, 1+w.IntN(height+1)))
	case 5, 6:
		done = "swap two rows"
		other := 1 + w.IntN(height)
		if cells, others := row, other; cells <= len(rows) && others <= len(rows) {
			for j := range width {
				w.set(s, j+1, row, at(rows, other, j+1))
				w.set(s, j+1, other, at(rows, row, j+1))
			}
		}
	case 7, 8:
		done = "swap two blocks of columns"
		size := 1 + w.IntN(5)
		other := 1 + w.IntN(width)
		if col+size <= other && other+size-1 <= width {
			for i := range rows {
				for j := range size {
					w.set(s, col+j, i+1, at(rows, i+1, other+j))
					w.set(s, other+j, i+1, at(rows, i+1, col+j))
				}
			}
		}
	case 9:
		done = "edit a label"
		if text := at(rows, row, col); text != "" && strings.Trim(text, "0123456789") != "" {
			w.set(s, col, row, text+[]string{"（含上年）", "*", "件"}[w.IntN(3)])
		}
	case 10:
		done = "edit all labels of a row"
		for j, text := range rows[row-1] {
			if text != "" && strings.Trim(text, "0123456789") != "" {
				w.set(s, j+1, row, text+"。")
			}
		}
	case 11:
		done = "rename a sheet"
		must(w.SetSheetName(s, "定稿"+fmt.Sprint(w.IntN(100))))
	case 12:
		done = "copy a sheet"
		from, err := w.GetSheetIndex(s)
		must(err)
		to, err := w.NewSheet("副本" + fmt.Sprint(w.IntN(100)))
		must(err)
		if from != to {
			must(w.CopySheet(from, to))
		}
	case 13:
		done = "paste last year's table below or beside"
		if w.IntN(2) == 0 {
			w.paste(rows[:1+w.IntN(height)], s, 1, height+1+w.IntN(3), true)
		} else {
			w.paste(rows, s, width+1+w.IntN(2), 1+w.IntN(3), true)
		}
	case 14:
		done = "join two sheets"
		if other := w.some(); other != s {
			w.paste(w.cells(other), s, 1, height+1+w.IntN(3), false)
			must(w.DeleteSheet(other))
		}
	case 15:
		done = "move a row"
		to := 1 + w.IntN(height)
		must(w.DuplicateRowTo(s, row, to))
		if to <= row {
			row++
		}
		must(w.RemoveRow(s, row))
	}
	w.done = append(w.done, fmt.Sprintf("%s (%s, row %d, column %d)", done, s, row, col))
}

func at(rows [][]string, row, col int) string {
	if row > len(rows) || col > len(rows[row-1]) {
		return ""
	}
	return rows[row-1][col-1]
}

// A figure that is found by its labels is the one that was typed for it, whatever was done to the workbook: it is lost rather than
// taken for another, or for blank.
func TestLabelsNeverGiveAnotherFigure(t *testing.T) {
	runs := sample.Times(10, 100)
	found := 0
	for seed := range runs {
		e := form.Editions()[seed%len(form.Editions())]
		w := tell(t, e, uint64(seed))
		for range w.IntN(4) {
			w.edit()
		}
		n, ok := w.check()
		found += n
		require.True(t, ok, "seed %d: %s", seed, strings.Join(w.done, "; "))
	}
	assert.Greater(t, found, runs*20, "much is found all the same")
}

func (w *told) check() (found int, ok bool) {
	data, err := w.WriteToBuffer()
	require.NoError(w, err)
	r, err := Read(data.Bytes())
	if err != nil {
		return 0, assert.ErrorIs(w, err, ErrForeign)
	}
	stands := map[string]bool{}
	for _, s := range w.GetSheetList() {
		for _, row := range w.cells(s) {
			for _, text := range row {
				stands[text] = true
			}
		}
	}
	ok = true
	for k, want := range w.figures {
		v := r.Figure(k)
		switch {
		case v.State == model.Missing:
		case v.State == model.Blank:
			ok = assert.False(w, stands[want], "%s: %s, blank", k, want) && ok
		default:
			found++
			ok = assert.Equal(w, want, v.Number.String(), "%s at %s", k, v.Place) && ok
		}
	}
	for i, f := range form.Fields() {
		v := r.Fields[f.Key]
		if want := fmt.Sprint("字段", 1001+i); v.Text != "" || stands[want] && v.Place.Ref != "" {
			ok = assert.Equal(w, want, v.Text, "%s at %s", f.Key, v.Place) && ok
		}
	}
	for _, p := range w.edition.Passages() {
		for _, paragraph := range r.Texts[p.Key] {
			for _, other := range w.edition.Passages() {
				if other.Key != p.Key {
					ok = assert.NotContains(w, paragraph.Text, string(other.Key)+"的第", p.Key) && ok
				}
			}
		}
	}
	return found, ok
}
