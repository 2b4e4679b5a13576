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
	face     *typeface
	size     float64 // as fpdf writes it, in hundredths of a point
	tracking string  // operand of Tc
	scale    string  // operand of Tz
	gray     int     // of fills, 0 to 255
	weight   float64 // of lines; negative before the first
}

// paint lets fpdf draw the pages. The fonts in the file are placeholders.
func paint(p *layout.Pages, faces *typefaces) ([]byte, error) {
	first := p.Pages[0]
	out := fpdf.NewCustom(&fpdf.InitType{
		OrientationStr: "P",
		UnitStr:        "pt",
		Size:           fpdf.SizeType{Wd: first.Width, Ht: first.Height},
	})
	out.SetCatalogSort(true)
	dated := p.Info.Dated
	if dated.IsZero() {
		dated = time.Unix(0, 0).UTC() // fpdf would ask the clock
	}
	out.SetCreationDate(dated)
	out.SetModificationDate(dated)
	out.SetAutoPageBreak(false, 0)
	out.SetLineCapStyle("square") // so that the corners of tables are full
	for _, face := range faces.all {
		out.AddFontFromBytes(face.id, "", placeholder(face), nil)
	}

	pt := &painter{out: out, faces: faces, weight: -1}
	for i := range p.Pages {
		pt.page(&p.Pages[i])
	}
	var file bytes.Buffer
	if err := out.Output(&file); err != nil {
		return nil, fmt.Errorf("PDF 没有画成：%w", err)
	}
	return file.Bytes(), nil
}

// placeholder is the definition, for fpdf, of a font that is not embedded, under which text is placed by codes of two bytes.
// Finishing puts the font in its place. fpdf's own way, AddUTF8FontFromBytes, cuts the font anew, costs 2 ms and 6 MB a font,
// fails on characters above U+FFFF and prints to the standard output.
func placeholder(face *typeface) []byte {
	return fmt.Appendf(nil, `{"Tp": "Core", "Name": %q}`, face.id)
}

// page paints one page: shapes, fills, rules, runs.
func (p *painter) page(page *layout.Page) {
	p.out.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.tracking, p.scale = number(0), number(100)
	for _, s := range page.Shapes {
		p.setGray(s.Gray)
		p.shape(s.Segments)
	}
	for _, f := range page.Fills {
		p.setGray(f.Gray)
		p.out.Rect(f.X, f.Y, f.Width, f.Height, "F")
	}
	for _, r := range page.Rules {
		if r.Weight != p.weight {
			p.weight = r.Weight
			p.out.SetLineWidth(r.Weight)
		}
		p.out.Line(r.X1, r.Y1, r.X2, r.Y2)
	}
	p.setGray(0)
	for _, r := range page.Runs {
		if r.Text != "" {
			p.run(r)
		}
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
	if face != p.face || size != p.size {
		p.face, p.size = face, size
		p.out.SetFont(face.id, "", size)
	}
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
