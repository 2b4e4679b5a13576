//go:build !js

package pdftext

import (
	"math"

	"github.com/klippa-app/go-pdfium/structs"
)

type point struct{ x, y float64 }

// matrix maps points, as PDF has it: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

func matrixOf(m structs.FPDF_FS_MATRIX) matrix {
	return matrix{float64(m.A), float64(m.B), float64(m.C), float64(m.D), float64(m.E), float64(m.F)}
}

func (m matrix) at(p point) point { return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f} }

// along maps a direction.
func (m matrix) along(p point) point { return point{m.a*p.x + m.c*p.y, m.b*p.x + m.d*p.y} }

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	x, y, o := n.along(point{m.a, m.b}), n.along(point{m.c, m.d}), n.at(point{m.e, m.f})
	return matrix{x.x, x.y, y.x, y.y, o.x, o.y}
}

// box is the upright box round one whose corners are mapped.
func (m matrix) box(p, q point) (low, high point) {
	low, high = point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, c := range [...]point{p, q, {p.x, q.y}, {q.x, p.y}} {
		c = m.at(c)
		low, high = point{min(low.x, c.x), min(low.y, c.y)}, point{max(high.x, c.x), max(high.y, c.y)}
	}
	return low, high
}

// turned turns a sheet by quarters of a turn so that what runs in that direction runs to the right: 1 is down, 2 left, 3 up.
func turned(quarters int, width, height float64) matrix {
	switch quarters {
	case 1:
		return matrix{0, -1, 1, 0, 0, width}
	case 2:
		return matrix{-1, 0, 0, -1, width, height}
	case 3:
		return matrix{0, 1, -1, 0, height, 0}
	}
	return matrix{1, 0, 0, 1, 0, 0}
}

// quarter is the direction of p in quarters of a turn, from the right downwards; false if it slants.
func quarter(p point) (int, bool) {
	turn := math.Atan2(p.y, p.x) / (math.Pi / 2)
	whole := math.Round(turn)
	return (int(whole) + 4) % 4, math.Abs(turn-whole) < 0.05
}
