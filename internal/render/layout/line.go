package layout

import (
	"slices"
	"sync"

	"github.com/go-text/typesetting/segmenter"

	"nianbao/fonts"
)

// span is text in one face.
type span struct {
	Text string
	Face fonts.Face
	Part Part // of its block; runs do not go from one part to another
	Span int  // see Ref; nor from one span to another
}

// style says how a paragraph is set. Lengths are points.
type style struct {
	Size    float64 // of the type
	Pitch   float64 // from one Han character to the next; 0 is Size
	Measure float64 // width of a line
	Indent  float64 // of the first line
	Tabular bool    // digits stand on one width, as those below each other do
	Justify bool    // all lines but the last, and those before a line break in the text, fill the measure
}

// line is one set line. Its runs' X start at 0, the indent included; their Y is 0, the baseline.
//
// A closing mark at the line's end takes half its width (GB/T 15834—2011, 5.1.10): its blank half stands beyond Width.
// Of adjoining marks the blank halves lie over each other: advances overlap there, the ink does not.
type line struct {
	Runs  []Run
	Width float64 // the indent included, spaces at the end not
	Text  string  // what of the source stands in it: the lines' texts joined are the source
}

// typesetter breaks paragraphs into lines. It serves one document after the other, in one goroutine.
type typesetter struct {
	fonts   *fonts.Set
	lacking []rune // every character that no font has, in order, once; it is drawn as 〓

	lacks     map[rune]bool
	glyphs    [fonts.Faces]map[rune]*glyph
	scales    map[*fonts.Font]int // see likeBody
	digits    map[*fonts.Font]int // see digitWidth
	lines     map[lineSetting]line
	segmenter segmenter.Segmenter
	current   paragraph // the one at work; its slices are used again for the next
}

func newTypesetter(f *fonts.Set) *typesetter {
	t := &typesetter{fonts: f, lacks: map[rune]bool{}, scales: map[*fonts.Font]int{}, digits: map[*fonts.Font]int{}, lines: map[lineSetting]line{}}
	for face := range t.glyphs {
		t.glyphs[face] = map[rune]*glyph{}
	}
	return t
}

// lineSetting is what is set on one line, and how. The labels of the form are the same in all reports, and most figures are 0.
type lineSetting struct {
	text  string
	face  fonts.Face
	style style
}

// mostLinesKnown is how many lines a typesetter may know: a few times as many as a report has in its tables.
const mostLinesKnown = 1000

// typesetters are used again, with the glyphs and lines that they know: most characters of a report are those of the form.
var typesetters sync.Pool

// typesetterOf is a typesetter of a set of fonts that no other document uses. It is given back by release.
func typesetterOf(f *fonts.Set) *typesetter {
	if t, ok := typesetters.Get().(*typesetter); ok && t.fonts == f {
		return t
	}
	return newTypesetter(f)
}

// mostGlyphs is how many characters of the body a typesetter may know that is used again: more than are taught at schools.
const mostGlyphs = 5000

func (t *typesetter) release() {
	clear(t.lacks)
	t.lacking = nil
	if len(t.glyphs[fonts.Song]) <= mostGlyphs {
		typesetters.Put(t)
	}
}

// breakLines sets a paragraph. Of all ways to break it, it takes the one whose lines are the most even.
// No text makes no line. Characters that are not to be seen (controls, zero-width and bidirectional marks,
// variation selectors) take no room and are in no run, but stay in the lines' Text.
func (t *typesetter) breakLines(spans []span, s style) []line {
	p := t.read(spans, s)
	if p.source == "" {
		return nil
	}
	p.space()
	p.findOpportunities(&t.segmenter)
	p.fit()

	lines := make([]line, 0, len(p.lines))
	for _, l := range p.lines {
		lines = append(lines, p.set(l))
	}
	return lines
}

// width returns how wide a paragraph is on one line, without an indent: with so wide a measure it is one line.
func (t *typesetter) width(spans []span, s style) float64 {
	p := t.read(spans, s)
	p.space()
	end := p.visibleEnd(len(p.cells))
	return p.sums[end].at.points()
}

// length is a length in millionths of a point: thousandths of the type size, which is in thousandths of a point.
// In whole numbers sums are exact, and a document is the same on every machine.
type length int64

const perPoint = 1_000_000

// maxPoints keeps sums of lengths far from overflow.
const maxPoints = 1e6

// lengthOf rounds points to a length.
func lengthOf(points float64) length {
	points = max(-maxPoints, min(points, maxPoints)) * perPoint
	if points < 0 {
		return length(points - 0.5)
	}
	return length(points + 0.5)
}

func (l length) points() float64 { return float64(l) / perPoint }

// frame is a style in whole numbers.
type frame struct {
	size     int    // of the type, in thousandths of a point
	tracking length // behind every glyph
	measure  length
	indent   length
	justify  bool
}

func frameOf(s style) frame {
	pitch := s.Pitch
	if pitch == 0 {
		pitch = s.Size
	}
	return frame{
		size:     max(1, int(lengthOf(s.Size)/1000)),
		tracking: lengthOf(pitch) - lengthOf(s.Size),
		measure:  lengthOf(s.Measure),
		indent:   lengthOf(s.Indent),
		justify:  s.Justify,
	}
}

// em turns thousandths of the type size into a length.
func (f *frame) em(thousandths int) length { return length(thousandths) * length(f.size) }

// resize returns a slice of n zero values, in the given one's memory where it is large enough.
func resize[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
