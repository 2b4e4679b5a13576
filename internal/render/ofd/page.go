package ofd

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
)

// page writes the content of one page, in painting order: shapes, fills, rules, text.
func (f *file) page(index int) {
	page := &f.pages.Pages[index]
	f.pageIDs = append(f.pageIDs, f.next())
	x := begin("Page", namespace)
	x.open("Area").text("PhysicalBox", box(0, 0, page.Width, page.Height)).close()
	x.open("Content").openWith("Layer", fmt.Sprintf(` ID="%d" Type="Body"`, f.next()))
	for _, s := range page.Shapes {
		f.shape(x, s)
	}
	for _, fill := range page.Fills {
		f.fill(x, fill)
	}
	for _, r := range page.Rules {
		f.rule(x, r)
	}
	for _, r := range page.Runs {
		f.run(x, index, r)
	}
	f.add(fmt.Sprintf("%sPages/Page_%d/Content.xml", folder, index), x.end())
}

// path writes an outline: filled in a grey, or stroked in black where it has a weight.
func (f *file) path(x *markup, left, top, width, height float64, attributes, color, data string) {
	x.openWith("PathObject", fmt.Sprintf(` ID="%d" Boundary="%s"%s`, f.next(), box(left, top, width, height), attributes))
	x.out.WriteString(color)
	x.text("AbbreviatedData", data).close()
}

const filled = ` Stroke="false" Fill="true" Rule="NonZero"`

func fillColor(gray float64) string {
	level := int(math.Round(255 * gray))
	return fmt.Sprintf(`<ofd:FillColor Value="%[1]d %[1]d %[1]d"/>`, level)
}

func (f *file) fill(x *markup, r layout.Fill) {
	left, top := min(r.X, r.X+r.Width), min(r.Y, r.Y+r.Height)
	width, height := math.Abs(r.Width), math.Abs(r.Height)
	f.path(x, left, top, width, height, filled, fillColor(r.Gray),
		fmt.Sprintf("M 0 0 L %[1]s 0 L %[1]s %[2]s L 0 %[2]s C", mm(width), mm(height)))
}

// rule writes a line as a stroke: one that is drawn as a narrow rectangle comes out thick in some readers.
func (f *file) rule(x *markup, r layout.Rule) {
	around := max(r.Weight, 0.1) // a boundary must not be empty
	left, top := min(r.X1, r.X2)-around, min(r.Y1, r.Y2)-around
	f.path(x, left, top, math.Abs(r.X2-r.X1)+2*around, math.Abs(r.Y2-r.Y1)+2*around,
		fmt.Sprintf(` LineWidth="%s" Cap="Square"`, mm(r.Weight)), `<ofd:StrokeColor Value="0 0 0"/>`,
		fmt.Sprintf("M %s %s L %s %s", mm(r.X1-left), mm(r.Y1-top), mm(r.X2-left), mm(r.Y2-top)))
}

func (f *file) shape(x *markup, s layout.Shape) {
	if len(s.Segments) == 0 {
		return
	}
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	hold := func(x, y float64) {
		left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
	}
	for _, g := range s.Segments {
		if g.Op != fonts.Close {
			hold(g.X, g.Y)
		}
		if g.Op == fonts.QuadTo {
			hold(g.CX, g.CY)
		}
	}
	var data []string
	at := func(x, y float64) string { return mm(x-left) + " " + mm(y-top) }
	for _, g := range s.Segments {
		switch g.Op {
		case fonts.MoveTo:
			data = append(data, "M "+at(g.X, g.Y))
		case fonts.LineTo:
			data = append(data, "L "+at(g.X, g.Y))
		case fonts.QuadTo:
			data = append(data, "Q "+at(g.CX, g.CY)+" "+at(g.X, g.Y))
		case fonts.Close:
			data = append(data, "C")
		}
	}
	f.path(x, left, top, right-left, bottom-top, filled, fillColor(s.Gray), strings.Join(data, " "))
}

// run writes the text of a run: in one piece, but that a character beyond U+FFFF stands alone, and blanks at both ends are left out,
// which some readers put elsewhere.
func (f *file) run(x *markup, page int, r layout.Run) {
	face := f.face(r.Font)
	at := r.X
	var piece []rune
	start := at
	flush := func() {
		text := strings.TrimRightFunc(string(piece), unicode.IsSpace)
		if text != "" {
			f.text(x, page, r, face, start, text)
		}
		piece = piece[:0]
	}
	for _, c := range r.Text {
		if c > 0xFFFF {
			flush()
			f.text(x, page, r, face, at, string(c))
		} else if len(piece) > 0 || !unicode.IsSpace(c) {
			if len(piece) == 0 {
				start = at
			}
			piece = append(piece, c)
		}
		at += r.Step(c)
	}
	flush()
}

// text writes a piece of a run, whose first glyph's origin is given, as an object.
func (f *file) text(x *markup, page int, r layout.Run, face *typeface, left float64, text string) {
	const above, around = 1.0, 0.25 // in em: what is written is cut off beyond the boundary
	width, last := 0.0, 0.0
	var steps []float64
	for _, c := range text {
		last = r.Step(c)
		steps = append(steps, last)
		width += last
	}
	pad := around * r.Size
	attributes := fmt.Sprintf(` ID="%d" Font="%d" Size="%s"`, f.next(), face.id, mm(r.Size))
	if leaf, ok := f.pages.Structure.Leaf(r.Ref); ok {
		f.objects[leaf] = append(f.objects[leaf], object{page, f.last})
	}
	if r.Stretch != 1 {
		attributes += ` HScale="` + number(r.Stretch) + `"`
	}
	x.openWith("TextObject", attributes+` Boundary="`+box(left-pad, r.Y-(above*r.Size)-pad, width+r.Size/2+2*pad, 1.5*r.Size+2*pad)+`"`)
	if c, _ := utf8.DecodeRuneInString(text); c > 0xFFFF {
		x.openWith("CGTransform", ` CodePosition="0" CodeCount="2" GlyphCount="1"`).text("Glyphs", fmt.Sprint(face.glyphs[c])).close()
	}
	place := fmt.Sprintf(` X="%s" Y="%s"`, mm(pad), mm(above*r.Size+pad))
	if len(steps) > 1 {
		place += ` DeltaX="` + deltas(steps[:len(steps)-1]) + `"`
	}
	x.textWith("TextCode", place, text).close()
}

// deltas writes steps, of which several equal ones follow each other as a group (7.12.2: g count step).
func deltas(steps []float64) string {
	var list []string
	for i := 0; i < len(steps); {
		n := 1
		for i+n < len(steps) && mm(steps[i+n]) == mm(steps[i]) {
			n++
		}
		if n > 2 {
			list = append(list, fmt.Sprintf("g %d %s", n, mm(steps[i])))
		} else {
			for range n {
				list = append(list, mm(steps[i]))
			}
		}
		i += n
	}
	return strings.Join(list, " ")
}
