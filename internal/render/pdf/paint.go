package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
)

// painter draws pages with fpdf. It keeps what the page's graphics state is, so that only changes are written.
type painter struct {
	out      *fpdf.Fpdf
	faces    *typefaces
	tags     *tags
	number   int     // of the page, from 0
	sequence string  // the operator that began the marked content that is open, "" for none
	element  int     // whose it is, -1 for an artifact's
	actual   bool    // it says something else than what stands there
	font     string  // operands of Tf
	tracking string  // operand of Tc
	scale    string  // operand of Tz
	gray     int     // of fills, 0 to 255
	weight   float64 // of lines; negative before the first
}

// paint lets fpdf draw the pages, and returns what it drew on each. Fonts are named as the pages' resources will have them: fpdf's own
// way to take them in, AddUTF8FontFromBytes, cuts each anew, costs 2 ms and 6 MB a font, fails on characters above U+FFFF and prints to the
// standard output. Compressed is what was drawn while finishing: fpdf allocates a compressor for every page.
func paint(p *layout.Pages, faces *typefaces, t *tags) ([][]byte, error) {
	first := p.Pages[0]
	out := fpdf.NewCustom(&fpdf.InitType{
		OrientationStr: "P",
		UnitStr:        "pt",
		Size:           fpdf.SizeType{Wd: first.Width, Ht: first.Height},
	})
	out.SetCompression(false)
	out.SetCatalogSort(true)
	dated := p.Info.Dated
	if dated.IsZero() {
		dated = time.Unix(0, 0).UTC() // fpdf would ask the clock
	}
	out.SetCreationDate(dated)
	out.SetModificationDate(dated)
	out.SetAutoPageBreak(false, 0)
	out.SetLineCapStyle("square") // so that the corners of tables are full

	pt := &painter{out: out, faces: faces, tags: t, weight: -1}
	for i := range p.Pages {
		pt.number = i
		pt.page(&p.Pages[i])
	}
	var file bytes.Buffer
	if err := out.Output(&file); err != nil {
		return nil, fmt.Errorf("PDF 没有画成：%w", err)
	}
	return contents(file.Bytes(), len(p.Pages))
}

// page paints one page: shapes, fills, rules, runs.
func (p *painter) page(page *layout.Page) {
	p.out.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.font, p.tracking, p.scale = "", number(0), number(100)
	for _, s := range page.Shapes {
		p.mark(s.Ref, "")
		p.setGray(s.Gray)
		p.shape(s.Segments)
	}
	for _, f := range page.Fills {
		p.mark(f.Ref, "")
		p.setGray(f.Gray)
		p.out.Rect(f.X, f.Y, f.Width, f.Height, "F")
	}
	for _, r := range page.Rules {
		p.mark(r.Ref, "")
		if r.Weight != p.weight {
			p.weight = r.Weight
			p.out.SetLineWidth(r.Weight)
		}
		p.out.Line(r.X1, r.Y1, r.X2, r.Y2)
	}
	for _, r := range page.Runs {
		if r.Text != "" {
			p.mark(r.Ref, r.Actual)
			p.setGray(0)
			p.run(r)
		}
	}
	p.endMark()
}

// mark begins the marked content (ISO 32000-1, 14.6) that something painted belongs to, unless it is open: every stroke is either
// an element's or an artifact.
func (p *painter) mark(ref layout.Ref, actual string) {
	element, ok := p.tags.structure.Leaf(ref)
	if !ok {
		if operator := "/Artifact " + artifact(ref.Part) + " BDC"; p.sequence != operator {
			p.endMark()
			p.sequence, p.element, p.actual = operator, -1, false
			p.out.RawWriteStr(operator)
		}
		return
	}
	if p.sequence != "" && p.element == element && actual == "" && !p.actual {
		return
	}
	p.endMark()
	name := p.tags.structure.Elements[element].Name()
	if actual != "" {
		name = span
	}
	p.sequence, p.element = "/"+name+" <</MCID "+strconv.Itoa(p.tags.begin(element, p.number, actual))+">> BDC", element
	p.actual = actual != ""
	p.out.RawWriteStr(p.sequence)
}

func (p *painter) endMark() {
	if p.sequence != "" {
		p.out.RawWriteStr("EMC")
		p.sequence = ""
	}
}

// setGray sets the grey of fills and text.
func (p *painter) setGray(gray float64) {
	level := int(math.Round(255 * gray))
	if level != p.gray {
		p.gray = level
		p.out.SetFillColor(level, level, level)
		p.out.SetTextColor(level, level, level)
	}
}

// run places text. A glyph's step is (width × size + Tc) × Tz (ISO 32000-1, 9.4.4), so Tz also makes good what is lost
// by writing the size in hundredths, and Tc is divided by it.
func (p *painter) run(r layout.Run) {
	face := p.faces.of[r.Font]
	size := hundredths(r.Size)
	p.operator(&p.font, "/"+face.id+" "+number(size), "Tf")
	stretch := r.Stretch * r.Size / size
	p.operator(&p.scale, number(100*stretch), "Tz")
	p.operator(&p.tracking, number(r.Tracking/stretch), "Tc")
	p.out.Text(r.X, r.Y, face.encode(r.Text))
}

// operator writes an operator of the text state if it changes it.
func (p *painter) operator(state *string, operand, name string) {
	if operand != *state {
		*state = operand
		p.out.RawWriteStr(operand + " " + name)
	}
}

// shape fills an outline by the nonzero rule.
func (p *painter) shape(segments []fonts.Segment) {
	var at fonts.Segment
	for _, s := range segments {
		switch s.Op {
		case fonts.MoveTo:
			p.out.MoveTo(s.X, s.Y)
		case fonts.LineTo:
			p.out.LineTo(s.X, s.Y)
		case fonts.QuadTo: // PDF has cubic curves only
			p.out.CurveBezierCubicTo(
				hundredths(at.X+2*(s.CX-at.X)/3), hundredths(at.Y+2*(s.CY-at.Y)/3),
				hundredths(s.X+2*(s.CX-s.X)/3), hundredths(s.Y+2*(s.CY-s.Y)/3),
				hundredths(s.X), hundredths(s.Y))
		case fonts.Close:
			p.out.ClosePath()
		}
		at = s
	}
	if len(segments) > 0 {
		p.out.DrawPath("F")
	}
}

// hundredths rounds as fpdf does for most lengths. Curves it would give five decimals, which only cost space.
func hundredths(v float64) float64 { return math.Round(100*v) / 100 }

// number writes a number with up to four decimals.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 4, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
