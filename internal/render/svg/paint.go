package svg

import (
	"math"
	"strconv"

	"nianbao/internal/render/layout"
)

// Units of paths, in which points are set on even numbers.
const (
	fine = 200  // to a point, for what is no glyph
	em   = 2000 // to the size of type

	thousandth = em / 1000 // of the size of type
)

// painter writes the elements of one image.
type painter struct {
	out    []byte
	glyphs *glyphs
}

// page paints paper, shapes, fills, rules, runs.
func (p *painter) page(page *layout.Page, title string) {
	width, height := decimal(page.Width, 2), decimal(page.Height, 2)
	p.add(`<svg xmlns="http://www.w3.org/2000/svg" role="img" width="`, width, `pt" height="`, height, `pt" viewBox="0 0 `, width, ` `, height, `">`)
	p.add(`<title>`, string(escape(title)), `</title>`)
	p.add(`<rect width="`, width, `" height="`, height, `" fill="#fff"/>`)
	p.define()
	if len(page.Shapes)+len(page.Fills)+len(page.Rules) > 0 {
		p.add(`<g transform="scale(`, decimal(1.0/fine, 3), `)">`)
		for _, s := range page.Shapes {
			pen := p.pen()
			pen.outline(s.Segments, fine, fine)
			p.path(pen, `fill="`+gray(s.Gray)+`"`)
		}
		for _, f := range page.Fills {
			p.fill(f)
		}
		p.rules(page.Rules)
		p.add(`</g>`)
	}
	p.runs(page.Runs)
	p.add(`</svg>`, "\n")
}

// define writes the outlines of the glyphs, upside down, since in fonts y grows upwards.
func (p *painter) define() {
	if len(p.glyphs.all) == 0 {
		return
	}
	p.add(`<defs>`)
	for _, g := range p.glyphs.all {
		pen := p.pen()
		pen.outline(g.outline, thousandth, -thousandth)
		p.path(pen, `id="`+g.id+`"`)
	}
	p.add(`</defs>`)
}

// pen begins a path.
func (p *painter) pen() *pen {
	p.add(`<path d="`)
	return &pen{out: p.out}
}

// path ends it.
func (p *painter) path(drawn *pen, attributes string) {
	p.out = drawn.out
	p.add(`" `, attributes, `/>`)
}

func (p *painter) fill(f layout.Fill) {
	pen := p.pen()
	from, to := even(fine*f.X, fine*f.Y), even(fine*(f.X+f.Width), fine*(f.Y+f.Height))
	pen.move(from)
	pen.line(dot{to.x, from.y})
	pen.line(to)
	pen.line(dot{from.x, to.y})
	pen.close()
	p.path(pen, `fill="`+gray(f.Gray)+`"`)
}

// rules paints the lines, those in a row that are as heavy as each other in one path. Their square ends fill the corners of tables.
func (p *painter) rules(rules []layout.Rule) {
	for len(rules) > 0 {
		weight := rules[0].Weight
		pen := p.pen()
		for len(rules) > 0 && rules[0].Weight == weight {
			pen.move(even(fine*rules[0].X1, fine*rules[0].Y1))
			pen.line(even(fine*rules[0].X2, fine*rules[0].Y2))
			rules = rules[1:]
		}
		p.path(pen, `stroke="#000" stroke-linecap="square" stroke-width="`+decimal(fine*weight, 2)+`"`)
	}
}

// runs places the glyphs, those of runs in a row that are scaled alike in one group.
func (p *painter) runs(runs []layout.Run) {
	scale := ""
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		x, y := decimal(r.Size*r.Stretch/em, 9), decimal(r.Size/em, 9)
		needed := x
		if x != y {
			needed += " " + y
		}
		if needed != scale {
			if scale != "" {
				p.add(`</g>`)
			}
			scale = needed
			p.add(`<g transform="scale(`, scale, `)">`)
		}
		p.run(r)
	}
	if scale != "" {
		p.add(`</g>`)
	}
}

// run places the glyphs of one run, in units of its outlines.
func (p *painter) run(r layout.Run) {
	scaleX, scaleY := r.Size*r.Stretch/em, r.Size/em
	y := decimal(r.Y/scaleY, 0)
	x := r.X / scaleX
	for _, c := range r.Text {
		g := p.glyphs.of[r.Font][c]
		if g.id != "" {
			p.add(`<use href="#`, g.id, `" x="`, decimal(x, 0), `" y="`, y, `"/>`)
		}
		x += float64(thousandth*g.advance) + r.Tracking/scaleX // not fused, so that every processor gives the same image
	}
}

func (p *painter) add(parts ...string) {
	for _, part := range parts {
		p.out = append(p.out, part...)
	}
}

// gray is a grey from 0 (black) to 1 (white) as a colour, in the steps that a PDF has it in.
func gray(g float64) string {
	level := strconv.FormatInt(int64(math.Round(255*g))+256, 16)[1:]
	return "#" + level + level + level
}

// decimal is a number in its shortest form, rounded.
func decimal(v float64, digits int) string {
	scale := math.Pow10(digits)
	s := strconv.FormatFloat(math.Round(v*scale)/scale, 'f', -1, 64)
	switch {
	case s == "-0":
		return "0"
	case len(s) > 2 && s[0] == '0':
		return s[1:]
	}
	return s
}
