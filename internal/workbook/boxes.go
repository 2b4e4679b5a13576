package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"nianbao/internal/pattern"
	"nianbao/internal/xmlcut"
)

// Comments are shown in boxes of VML, a drawing language that spreadsheets keep for nothing else (ECMA-376 part 4, 19.1).
const (
	vmlNames = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`

	boxType = `<v:shapetype` + vmlNames + ` id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

	emptyDrawing = `<xml` + vmlNames + `><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`
)

var (
	boxRow    = pattern.New(`<(?:\w+:)?Row>\s*(\d+)\s*<`)
	boxColumn = pattern.New(`<(?:\w+:)?Column>\s*(\d+)\s*<`)
	boxNumber = pattern.New(`_x0000_s(\d+)`)
)

// dropBoxes takes the boxes of comments that are gone out of a drawing. VML need not be XML; then they stay, and show nothing.
func dropBoxes(drawing []byte, gone []remark) []byte {
	root, err := cut(drawing)
	if err != nil || len(gone) == 0 {
		return drawing
	}
	at := map[string]bool{} // row and column, counted from 0
	for _, r := range gone {
		at[strconv.Itoa(r.at.Row-1)+" "+strconv.Itoa(r.at.Col-1)] = true
	}
	root.Remove(func(c xmlcut.Piece) bool {
		row, column := boxRow.Compiled().FindSubmatch(c.Raw), boxColumn.Compiled().FindSubmatch(c.Raw)
		return c.Name == "shape" && row != nil && column != nil && at[string(row[1])+" "+string(column[1])]
	})
	return root.Bytes()
}

// drawBoxes adds the boxes of new comments to a drawing.
func (w *worksheet) drawBoxes(drawing []byte, remarks []remark) []byte {
	end := strings.LastIndex(string(drawing), "</xml")
	if end < 0 {
		return drawing
	}
	number := 1024
	for _, m := range boxNumber.Compiled().FindAllSubmatch(drawing, -1) {
		if n, err := strconv.Atoi(string(m[1])); err == nil {
			number = max(number, n)
		}
	}
	var b strings.Builder
	if !strings.Contains(string(drawing), `"_x0000_t202"`) {
		b.WriteString(boxType)
	}
	steps := w.steps()
	for i, r := range remarks {
		fmt.Fprintf(&b, `<v:shape%s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
			`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
			`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			vmlNames, number+1+i, i+1, steps.anchor(r), r.at.Row-1, r.at.Col-1)
	}
	return []byte(string(drawing[:end]) + b.String() + string(drawing[end:]))
}

// steps is how wide the columns and how tall the rows of a sheet are, in pixels, as far as they differ from the usual.
type steps struct{ wide, tall map[int]int }

func (w *worksheet) steps() steps {
	s := steps{map[int]int{}, map[int]int{}}
	for col := range 64 {
		switch c, ok := w.column(col + 1); {
		case ok && c.hidden:
			s.wide[col] = 0
		case ok && c.width > 0:
			s.wide[col] = int(c.width*7) + 5
		}
	}
	for _, c := range w.data.Children {
		row, err := cut(c.Raw)
		if c.Name != "row" || err != nil {
			continue
		}
		number, _ := strconv.Atoi(row.Get("r"))
		if height, err := strconv.ParseFloat(row.Get("ht"), 64); err == nil && height > 0 && height <= 409 {
			s.tall[number-1] = int(height * 4 / 3)
		}
	}
	return s
}

// walk goes some pixels on from the start of a column or row: which one it ends in, and how far into it.
func walk(sizes map[int]int, usual, from, pixels int) (at, into int) {
	for at = from; at < from+100; at++ {
		size, ok := sizes[at]
		if !ok {
			size = usual
		}
		if pixels < size {
			return at, pixels
		}
		pixels -= size
	}
	return at, 0
}

// anchor places a box to the right of its cell, as large as its text: left, top, right and bottom, each a column or row and
// how many pixels into it.
func (s steps) anchor(r remark) string {
	const width, usualWidth, usualHeight = 330, 64, 20
	left, leftIn := walk(s.wide, usualWidth, r.at.Col, 12)
	right, rightIn := walk(s.wide, usualWidth, r.at.Col, 12+width)
	top := max(0, r.at.Row-2)
	height := int(math.Min(600, textHeight(r.text, 52, 2)))
	bottom, bottomIn := walk(s.tall, usualHeight, top, 6+height)
	return fmt.Sprintf("%d, %d, %d, 6, %d, %d, %d, %d", left, leftIn, top, right, rightIn, bottom, bottomIn)
}
