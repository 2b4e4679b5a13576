//go:build !js

package pdftext

import (
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"nianbao/internal/published/placed"
)

// thick is how thick a rectangle may be that is meant as a line.
const thick = 3.0

// rules gathers the ruling lines of a page.
type rules struct {
	file     *file
	sheet    placed.Sheet
	found    []placed.Rule
	objects  int
	segments int
}

// rulesOf reads the ruling lines of a page. One that is drawn of more than the limits has none: some of its lines would be worse.
func (f *file) rulesOf(page requests.Page, shown matrix, s placed.Sheet) ([]placed.Rule, error) {
	r := &rules{file: f, sheet: s}
	count, err := f.machine.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return nil, err
	}
	for i := 0; i < count.Count && r.within(); i++ {
		o, err := f.machine.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return nil, err
		}
		if err := r.object(o.PageObject, shown, 0); err != nil {
			return nil, err
		}
	}
	if !r.within() {
		return nil, nil
	}
	return r.found, nil
}

func (r *rules) within() bool { return r.objects <= mostObjects && r.segments <= mostSegments }

func (r *rules) object(o references.FPDF_PAGEOBJECT, shown matrix, depth int) error {
	r.objects++
	m := r.file.machine
	kind, err := m.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_PATH:
		return r.path(o, shown)
	case enums.FPDF_PAGEOBJ_IMAGE: // a picture one point high is drawn as a line
		if low, high, ok := r.bounds(o, shown); ok && isThin(low, high) {
			r.add(low, high)
		}
	case enums.FPDF_PAGEOBJ_FORM:
		if depth >= mostDepth {
			return nil
		}
		form, err := m.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
		if err != nil {
			return nil
		}
		count, err := m.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
		if err != nil {
			return nil
		}
		for i := 0; i < count.Count && r.within(); i++ {
			inner, err := m.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
			if err != nil {
				return err
			}
			if err := r.object(inner.PageObject, matrixOf(form.Matrix).then(shown), depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *rules) bounds(o references.FPDF_PAGEOBJECT, shown matrix) (low, high point, ok bool) {
	b, err := r.file.machine.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return point{}, point{}, false
	}
	low, high = shown.box(point{float64(b.Left), float64(b.Bottom)}, point{float64(b.Right), float64(b.Top)})
	return low, high, true
}

func isThin(low, high point) bool { return min(high.x-low.x, high.y-low.y) <= thick }

// path takes the lines of a path: the straight strokes of one that is stroked, the thin parts of one that is filled.
func (r *rules) path(o references.FPDF_PAGEOBJECT, shown matrix) error {
	low, high, ok := r.bounds(o, shown)
	if !ok || high.x < 0 || high.y < 0 || low.x > r.sheet.Width || low.y > r.sheet.Height {
		return nil
	}
	mode, err := r.file.machine.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil {
		return err
	}
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE
	if !filled && !mode.Stroke || r.unseen(o, mode.Stroke) {
		return nil
	}
	if isThin(low, high) {
		r.add(low, high)
		return nil
	}
	form, err := r.file.machine.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return nil
	}
	return r.parts(o, matrixOf(form.Matrix).then(shown), mode.Stroke)
}

// unseen tells what is drawn in white or not at all.
func (r *rules) unseen(o references.FPDF_PAGEOBJECT, stroked bool) bool {
	m := r.file.machine
	if stroked {
		c, err := m.FPDFPageObj_GetStrokeColor(&requests.FPDFPageObj_GetStrokeColor{PageObject: o})
		return err == nil && (c.StrokeColor.A == 0 || min(c.StrokeColor.R, c.StrokeColor.G, c.StrokeColor.B) > 250)
	}
	c, err := m.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o})
	return err == nil && (c.FillColor.A == 0 || min(c.FillColor.R, c.FillColor.G, c.FillColor.B) > 250)
}

// parts goes through the segments of a path.
func (r *rules) parts(o references.FPDF_PAGEOBJECT, shown matrix, stroked bool) error {
	m := r.file.machine
	count, err := m.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil {
		return nil
	}
	var part []point // the one that is gone along, in straight pieces
	end := func() {
		if low, high := around(part); !stroked && len(part) > 1 && isThin(low, high) {
			r.add(low, high)
		}
		part = nil
	}
	for i := range count.Count {
		if r.segments++; r.segments > mostSegments {
			return nil
		}
		segment, err := m.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
		if err != nil {
			return err
		}
		at, err := m.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: segment.PathSegment})
		if err != nil {
			return err
		}
		kind, err := m.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: segment.PathSegment})
		if err != nil {
			return err
		}
		closes, err := m.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: segment.PathSegment})
		if err != nil {
			return err
		}
		p := shown.at(point{float64(at.X), float64(at.Y)})
		if kind.Type == enums.FPDF_SEGMENT_MOVETO {
			end()
		} else if stroked && kind.Type == enums.FPDF_SEGMENT_LINETO && len(part) > 0 {
			r.stroke(part[len(part)-1], p)
		}
		part = append(part, p)
		if closes.IsClose && stroked && len(part) > 2 {
			r.stroke(p, part[0])
		}
	}
	end()
	return nil
}

// stroke takes a stroke from p to q if it neither slants nor is a dot.
func (r *rules) stroke(p, q point) {
	if low, high := around([]point{p, q}); min(high.x-low.x, high.y-low.y) < 1 {
		r.add(low, high)
	}
}

func around(points []point) (low, high point) {
	low, high = point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		low, high = point{min(low.x, p.x), min(low.y, p.y)}, point{max(high.x, p.x), max(high.y, p.y)}
	}
	return low, high
}

func (r *rules) add(low, high point) {
	r.found = append(r.found, placed.Rule{X0: low.x, Y0: low.y, X1: high.x, Y1: high.y})
}
