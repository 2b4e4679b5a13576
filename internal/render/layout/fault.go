package layout

import (
	"math"

	"nianbao/fonts"
)

// Limits of lengths, in points, those of PDF, the narrowest of the formats: ISO 32000-1, Annex C, and ISO 19005-2, 6.1.13, for a page's sides;
// fpdf writes sizes of type in hundredths.
const (
	shortestSide = 3
	longest      = 14400
	smallestType = 0.01
)

// Fault names in Chinese the first kind of mark on the page whose numbers cannot be painted, empty if all can. Layout makes no such
// pages: each is a fault of the program.
func (page *Page) Fault() string {
	if side := min(page.Width, page.Height); !Drawable(page.Width, page.Height) || side < shortestSide {
		return "纸张大小"
	}
	for _, s := range page.Shapes {
		if !gray(s.Gray) || !path(s.Segments) {
			return "图形"
		}
	}
	for _, f := range page.Fills {
		if !Drawable(f.X, f.Y, f.Width, f.Height) || !gray(f.Gray) {
			return "底色"
		}
	}
	for _, r := range page.Rules {
		if !Drawable(r.X1, r.Y1, r.X2, r.Y2, r.Weight) || r.Weight < 0 {
			return "线条"
		}
	}
	for _, r := range page.Runs {
		if r.Text != "" && !settable(r) {
			return "文字"
		}
	}
	return ""
}

func settable(r Run) bool {
	return r.Font != nil && Drawable(r.X, r.Y, r.Size, r.Tracking, r.Stretch) && r.Size >= smallestType &&
		r.Stretch >= 0.01 && r.Stretch <= 100
}

// path tells whether the segments are one: each contour begins with a move.
func path(segments []fonts.Segment) bool {
	open := false
	for _, s := range segments {
		ok := open
		switch s.Op {
		case fonts.MoveTo:
			ok = Drawable(s.X, s.Y)
		case fonts.LineTo:
			ok = ok && Drawable(s.X, s.Y)
		case fonts.QuadTo:
			ok = ok && Drawable(s.X, s.Y, s.CX, s.CY)
		case fonts.Close:
		default:
			ok = false
		}
		if !ok {
			return false
		}
		open = s.Op != fonts.Close
	}
	return true
}

// Drawable tells whether all lengths are finite and of a size that readers of PDF can be trusted with.
func Drawable(lengths ...float64) bool {
	for _, l := range lengths {
		if !(math.Abs(l) <= longest) { // so NaN is refused too
			return false
		}
	}
	return true
}

func gray(g float64) bool { return g >= 0 && g <= 1 }
