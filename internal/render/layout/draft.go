package layout

import (
	"math"
	"strconv"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// mark is a word, large and light, rising across the page from the lower left. It is painted below everything else.
func (t *typesetter) mark(word string) Shape {
	const (
		largest = 220
		longest = 590 // across the page
		gray    = 0.9
		slope   = math.Pi / 4
	)
	letters := []rune(word)
	size := min(largest, longest/float64(len(letters)))
	sin, cos := math.Sincos(slope)
	mark := Shape{Gray: gray, Ref: Ref{Block: -1, Cell: -1, Part: DraftMark}}
	for i, r := range letters {
		font, ok := t.fonts.Resolve(fonts.Title, r)
		if !ok {
			continue
		}
		// From 1/1000 em, y upwards from the baseline, to points around the middle of the page.
		place := func(x, y float64) (float64, float64) {
			x = (x/1000 + float64(i) - float64(len(letters))/2) * size
			y = (y/1000 - ascent + 0.5) * size
			return paper.Width/2 + x*cos - y*sin, paper.Height/2 - x*sin - y*cos
		}
		for s := range font.Segments(r) {
			s.X, s.Y = place(s.X, s.Y)
			s.CX, s.CY = place(s.CX, s.CY)
			mark.Segments = append(mark.Segments, s)
		}
	}
	return mark
}

// annex is what lists the open findings behind a draft: a heading, a remark, a table. Without findings there is none.
func annex(notes []document.Note) []document.Block {
	if len(notes) == 0 {
		return nil
	}
	return []document.Block{
		document.SectionHeading("", "草稿附页：还要处理的问题（共"+strconv.Itoa(len(notes))+"项）"),
		document.Paragraph{Text: "本页只附在草稿后面，处理完以后请重新生成。"},
		listOf(notes),
	}
}

// annexBoxes sets the list behind a draft, which starts on a page of its own.
func (t *typesetter) annexBoxes(blocks []document.Block) []box {
	columns := paper.Columns{
		Edges:   []float64{paper.RuleWeight / 2, 28, 60, 152, paper.AreaWidth - paper.RuleWeight/2},
		Figures: paper.FigureType{Size: leastSize, Stretch: 1},
	}
	var boxes []box
	for i, block := range blocks {
		var set []box
		if d, isTable := block.(document.Table); isTable {
			set = t.tableBoxes(d, t.table(d, columns, leastSize))
		} else {
			set = t.blockBoxes(block)
		}
		if i == 0 {
			set[0].bookmark.Title = "草稿附页"
		}
		boxes = append(boxes, referred(set, true, i)...)
	}
	return boxes
}

// listOf makes a table of the open findings, four cells a row, the heads first.
func listOf(notes []document.Note) document.Table {
	heads := [...]string{"序号", "级别", "位置", "问题"}
	d := document.Table{Rows: 1 + len(notes), Cols: len(heads), HeadRows: 1, HeadCols: len(heads)}
	put := func(row, column int, role form.Role, text string) {
		cell := document.Cell{Row: row, Col: column, RowSpan: 1, ColSpan: 1, Role: role, Text: text}
		if role != form.ColumnHeadSlot {
			cell.Heads = []int{column}
		}
		d.Cells = append(d.Cells, cell)
	}
	for column, head := range heads {
		put(0, column, form.ColumnHeadSlot, head)
	}
	for i, n := range notes {
		put(i+1, 0, form.FigureSlot, strconv.Itoa(i+1))
		d.Cells[len(d.Cells)-1].State = model.Number
		put(i+1, 1, form.FigureSlot, n.Level)
		put(i+1, 2, form.TextSlot, n.Place)
		put(i+1, 3, form.TextSlot, n.Text)
	}
	return d
}
