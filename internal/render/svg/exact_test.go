package svg_test

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
)

// drawing is an image as it is read back.
type drawing struct {
	Glyphs []outlined `xml:"defs>path"`
	Groups []struct {
		Transform string     `xml:"transform,attr"`
		Paths     []outlined `xml:"path"`
		Uses      []struct {
			Href string  `xml:"href,attr"`
			X    float64 `xml:"x,attr"`
			Y    float64 `xml:"y,attr"`
		} `xml:"use"`
	} `xml:"g"`
}

type outlined struct {
	ID string `xml:"id,attr"`
	D  string `xml:"d,attr"`
}

func readDrawing(t testing.TB, image string) (d drawing) {
	require.NoError(t, xml.Unmarshal([]byte(image), &d))
	return d
}

// scales are the two numbers of a group's transform.
func scales(t testing.TB, transform string) (x, y float64) {
	numbers := strings.Fields(strings.TrimSuffix(strings.TrimPrefix(transform, "scale("), ")"))
	x, err := strconv.ParseFloat(numbers[0], 64)
	require.NoError(t, err)
	if len(numbers) == 1 {
		return x, x
	}
	y, err = strconv.ParseFloat(numbers[1], 64)
	require.NoError(t, err)
	return x, y
}

// readPath reads the data of a path after SVG 2, 9.3, as far as this package writes it.
func readPath(t testing.TB, d string) (segments []fonts.Segment) {
	var at, start, pull fonts.Segment
	var command byte
	var numbers []float64
	needs := map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'q': 4, 't': 2}
	for i := 0; i < len(d); {
		if d[i] == ' ' {
			i++
			continue
		}
		if strings.IndexByte("mlhvqtz", d[i]) >= 0 {
			if len(numbers) > 0 {
				require.Empty(t, numbers, d)
			}
			if command = d[i]; command == 'z' {
				segments = append(segments, fonts.Segment{Op: fonts.Close})
				at = start
			}
			i++
			continue
		}
		end := i + 1
		for end < len(d) && d[end] >= '0' && d[end] <= '9' {
			end++
		}
		n, err := strconv.Atoi(d[i:end])
		if err != nil {
			require.NoError(t, err, d)
		}
		i = end
		if numbers = append(numbers, float64(n)); len(numbers) < needs[command] {
			continue
		}
		to := fonts.Segment{Op: fonts.LineTo, X: at.X, Y: at.Y}
		last := numbers[len(numbers)-1]
		switch command {
		case 'h':
			to.X += last
		case 'v':
			to.Y += last
		default:
			to.X, to.Y = at.X+numbers[len(numbers)-2], at.Y+last
		}
		switch command {
		case 'm':
			to.Op, command = fonts.MoveTo, 'l'
			start = to
		case 'q':
			to.Op, to.CX, to.CY = fonts.QuadTo, at.X+numbers[0], at.Y+numbers[1]
		case 't':
			to.Op, to.CX, to.CY = fonts.QuadTo, 2*at.X-pull.CX, 2*at.Y-pull.CY
		}
		segments = append(segments, to)
		at, pull, numbers = to, to, nil
	}
	require.Empty(t, numbers, d)
	return segments
}

// closed leaves out the lines that lead back to where their contours begin, which closing them draws too.
func closed(segments []fonts.Segment) (list []fonts.Segment) {
	var start fonts.Segment
	for i, s := range segments {
		if s.Op == fonts.MoveTo {
			start = s
		}
		if s.Op == fonts.LineTo && s.X == start.X && s.Y == start.Y && segments[i+1].Op == fonts.Close {
			continue
		}
		list = append(list, s)
	}
	return list
}

// apart is how far two outlines are apart where they are furthest, along either axis; where takes the points of the first to the second's page.
func apart(t testing.TB, drawn, due []fonts.Segment, where func(x, y float64) (float64, float64), place func(x, y float64) (float64, float64)) float64 {
	due = closed(due)
	require.Len(t, drawn, len(due))
	furthest := 0.0
	measure := func(x, y, dueX, dueY float64) {
		x, y = where(x, y)
		dueX, dueY = place(dueX, dueY)
		furthest = max(furthest, math.Abs(x-dueX), math.Abs(y-dueY))
	}
	for i, s := range drawn {
		if s.Op != due[i].Op {
			require.Equal(t, due[i].Op, s.Op)
		}
		if s.Op != fonts.Close {
			measure(s.X, s.Y, due[i].X, due[i].Y)
		}
		if s.Op == fonts.QuadTo {
			measure(s.CX, s.CY, due[i].CX, due[i].CY)
		}
	}
	return furthest
}

// Every point of every glyph, rule and shape of a sample is within 0.02 pt of where layout placed it.
func TestPlacesAreExact(t *testing.T) {
	furthest := 0.0
	for name, r := range sample.Reports(t) {
		p := pagesOf(t, r, notes)
		for i := range p.Pages[:min(len(p.Pages), 8)] {
			furthest = max(furthest, exactness(t, &p.Pages[i]))
		}
		require.Less(t, furthest, 0.02, name)
	}
	assert.Greater(t, furthest, 0.001, "nothing was measured")
	t.Logf("%.4f pt", furthest)
}

// exactness is how far the image of a page is from the page where it is furthest.
func exactness(t *testing.T, page *layout.Page) (furthest float64) {
	d := readDrawing(t, write(t, page, ""))
	outlines := map[string][]fonts.Segment{}
	for _, g := range d.Glyphs {
		outlines["#"+g.ID] = readPath(t, g.D)
	}
	same := func(x, y float64) (float64, float64) { return x, y }
	groups := d.Groups
	if len(page.Shapes)+len(page.Rules) > 0 {
		x, y := scales(t, groups[0].Transform)
		where := func(px, py float64) (float64, float64) { return x * px, y * py }
		paths := groups[0].Paths
		for i, s := range page.Shapes {
			furthest = max(furthest, apart(t, readPath(t, paths[i].D), s.Segments, where, same))
		}
		var lines, due []fonts.Segment
		for _, p := range paths[len(page.Shapes)+len(page.Fills):] {
			lines = append(lines, readPath(t, p.D)...)
		}
		for _, r := range page.Rules {
			due = append(due, fonts.Segment{Op: fonts.MoveTo, X: r.X1, Y: r.Y1}, fonts.Segment{Op: fonts.LineTo, X: r.X2, Y: r.Y2})
		}
		furthest = max(furthest, apart(t, lines, due, where, same))
		groups = groups[1:]
	}
	next := 0
	for _, run := range page.Runs {
		at := run.X
		for _, c := range run.Text {
			if due := run.Font.Outline(c); len(due) > 0 {
				for next == len(groups[0].Uses) {
					next, groups = 0, groups[1:]
				}
				use := groups[0].Uses[next]
				x, y := scales(t, groups[0].Transform)
				furthest = max(furthest, apart(t, outlines[use.Href], due,
					func(px, py float64) (float64, float64) { return x * (use.X + px), y * (use.Y + py) },
					func(px, py float64) (float64, float64) {
						return at + px*run.Size*run.Stretch/1000, run.Y - py*run.Size/1000
					}))
				next++
			}
			at += float64(run.Font.Advance(c))*run.Size*run.Stretch/1000 + run.Tracking
		}
	}
	return furthest
}
