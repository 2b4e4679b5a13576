package grid

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/label"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// Line is what stands in a row of one of the form's tables, blank cells left out: its heads, and the figures behind them.
type Line struct {
	Table   label.Table
	Heads   []Head // from left to right
	Figures []string
	At      Place
	Above   bool // of what is known to be of the table
}

// Head is what stands in a cell where no figure does.
type Head struct {
	Label *label.Label // that it was read as; nil for none
	Text  string
}

// addLine notes a row as it stands.
func (r *reader) addLine(cells []page.Cell, told []*label.Label, heads int) {
	line := Line{Table: r.table, At: r.at}
	for i, c := range cells {
		switch text := strings.TrimSpace(c.Text); {
		case text == "" || told[i] != nil && told[i].Kind() == label.Section:
		case i < heads:
			line.Heads = append(line.Heads, Head{told[i], text})
		default:
			line.Figures = append(line.Figures, text)
		}
	}
	r.out.Lines = append(r.out.Lines, line)
}

// mostAbove is how many rows above the first label may be heads in other words: as many as the form has above each other.
const mostAbove = 3

// keepLines keeps of the rows of a table of the page, which are those from an index on, those that are of the form's tables: to the last one
// that has a label or figures, and above the first label those that may be heads in other words. What stands above and below is none of them,
// and nobody knows what stands in a cell where columns were guessed.
func (r *reader) keepLines(t *page.Table, from int) {
	lines := r.out.Lines[from:]
	isLabelled := func(l Line) bool { return slices.ContainsFunc(l.Heads, func(h Head) bool { return h.Label != nil }) }
	if r.seen == nil || t.Guessed {
		lines = nil
	}
	var beside []Line
	if first := slices.IndexFunc(lines, isLabelled); first > 0 {
		above := first
		for above > 0 && first-above < mostAbove && len(lines[above-1].Figures) == 0 && !lines[above-1].isBeside() {
			above--
			lines[above].Table, lines[above].Above = lines[first].Table, true
		}
		for _, l := range lines[:above] {
			if l.isBeside() {
				l.Table, l.Above = lines[first].Table, true
				beside = append(beside, l)
			}
		}
		lines = lines[above:]
	}
	last := len(lines)
	for last > 0 && !isLabelled(lines[last-1]) && (len(lines[last-1].Figures) == 0 || lines[last-1].isBeside()) {
		last--
	}
	for _, l := range lines[last:] {
		if len(l.Heads)+len(l.Figures) > 0 {
			beside = append(beside, l)
		}
	}
	r.out.Lines, r.out.Beside = append(r.out.Lines[:from], lines[:last]...), append(r.out.Beside, beside...)
}

// besideWords begin what is printed above and below a table: its unit, who filled it in, notes.
var besideWords = pattern.New(`^(?:备\s*注|注|说\s*明|(?:计量)?单位|填[报表制]\S{0,6}|制表\S{0,4}|报[送出]\S{0,4}|审核\S{0,2}|负责人|联系\S{0,2})\s*\d?\s*[:：]`)

// isBeside says whether a row is none of the table's by its words.
func (l Line) isBeside() bool {
	return len(l.Heads) > 0 && l.Heads[0].Label == nil && besideWords.MatchString(l.Heads[0].Text)
}

// Text is what stands in the row.
func (l Line) Text() string {
	var words []string
	for _, h := range l.Heads {
		words = append(words, chinese.Unspaced(h.Text))
	}
	for _, f := range l.Figures {
		words = append(words, chinese.Unspaced(f))
	}
	return strings.Join(words, " ")
}

// nameLines notes of the rows that were told by their likeness, or by their neighbours, as what their last heads were read.
func (r *reader) nameLines() {
	mended := map[Place]*label.Label{}
	for _, one := range r.rows {
		if one.mended {
			mended[one.at] = one.label
		}
	}
	for _, l := range r.out.Lines {
		if named := mended[l.At]; named != nil && len(l.Heads) > 0 {
			l.Heads[len(l.Heads)-1].Label = named
		}
	}
}
