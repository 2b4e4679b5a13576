// Package slots finds the cells for the figures of the form in sheets that somebody else laid out: tables, turned tables, lists, registers.
// No shape is known beforehand. A cell is told by what stands above it and to its left: each text says which figures it may mean, and what
// all of them say together is one figure, several, or none.
package slots

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/published/page"
)

// Sheet is a sheet of a workbook; what its table has no cells for is not looked at.
type Sheet struct {
	Name  string
	Table *page.Table
}

// Asked is whose figures are due.
type Asked struct {
	Edition *form.Edition
	Unit    string // "" if it is not known; then no table that names one is told
	Year    int    // 0 if it is not known
}

// Slot is the cell in which a figure is due.
type Slot struct {
	Key form.Key
	Place
	Text  string // what stands there
	Money string // for an amount, the unit beside or above it: 元, 万元; "" for none
}

// Place is a cell, or several that are merged.
type Place struct {
	Sheet       int // of those that were looked at
	Row, Column int // counted from 0
}

// Doubt is a cell that is left out, since it may be several figures', or since it is not the only one for its figure.
type Doubt struct {
	Place
	Text  string
	Keys  []form.Key // that it may be due for, in the order of the form; a total stands for its parts where all of them are
	Label string     // of Unknown, what its label says
	Why   Why
}

// Why says why a cell is left out.
type Why int

const (
	_         Why = iota
	Several       // its heads leave open which figure is meant, or it is for several together
	Repeated      // the same figure has other cells
	Another       // another unit is named for it
	Year          // another year is named for it
	Heading       // it is for several together that have cells of their own, so that its label may be a heading
	Unknown       // it stands among cells for figures, with a label that is none of the form's
	Elsewhere     // the figure has the cell that is meant before it on another sheet
)

// Reading is what was found.
type Reading struct {
	Edition *form.Edition // of the sheets, by their own labels
	Slots   []Slot        // in the order of the form, none twice
	Sums    []Sum         // in the order of the sheets, none twice
	Doubts  []Doubt       // in the order of the sheets
}

// Read finds the cells for figures.
func Read(sheets []Sheet, asked Asked) Reading {
	r := &reader{lexicon: lexicons()[editionOf(sheets, asked.Edition).ID], year: asked.Year, read: map[string]*reading{}, wholes: map[keys]keys{}}
	if asked.Unit != "" {
		r.unit = label.Letters(label.Text(asked.Unit))
		r.stem = stemOf(r.unit)
	}
	var all []told
	for i, s := range sheets {
		all = append(all, r.look(i, s).tellAll()...)
	}
	return r.choose(all)
}

// editionOf tells the edition whose labels stand in the sheets; where neither's do, or both's, it is the one that is asked for.
func editionOf(sheets []Sheet, asked *form.Edition) *form.Edition {
	const mostTexts = 3000
	said := map[string]int{}
	seen := map[string]bool{}
	readers := map[string]*reader{}
	for id, x := range lexicons() {
		readers[id] = &reader{lexicon: x}
	}
	for _, s := range sheets {
		for _, c := range s.Table.Cells {
			if c.Text == "" || len(c.Text) > mostBytes || isUsualFigure(c.Text) || seen[c.Text] || len(seen) == mostTexts {
				continue
			}
			seen[c.Text] = true
			_, rest := withoutNumber(label.Text(c.Text))
			letters := label.Letters(rest)
			var by []string
			for _, e := range form.Editions() {
				if senses, _ := readers[e.ID].parse(letters); len(senses) > 0 {
					by = append(by, e.ID)
				}
			}
			if len(by) == 1 {
				said[by[0]]++
			}
		}
	}
	best := asked
	for _, e := range form.Editions() {
		if said[e.ID] > said[best.ID] {
			best = e
		}
	}
	return best
}

// choose takes what has one cell. A cell for which the report's unit is named goes before others, one whose heads name the figure
// before one that only leaves it over, and one with heads in both directions before one with a head in one.
func (r *reader) choose(all []told) Reading {
	out := Reading{Edition: r.edition}
	of := make([][]told, len(r.cells))
	var groups grouped
	for _, t := range all {
		if t.why != 0 {
			continue
		}
		if i, ok := t.keys.only(); ok {
			of[i] = append(of[i], t)
		} else if typed := r.typedOf(t.keys); r.isGroup(t) {
			groups.add(typed, t)
		}
	}
	var placed keys
	var doubted []told
	for i, list := range of {
		asked := list
		list = bestOf(slices.Clone(list))
		doubted = append(doubted, elsewhere(asked, list)...)
		switch {
		case len(list) == 0:
			continue
		case len(list) == 1:
			t := list[0]
			out.Slots = append(out.Slots, Slot{Key: r.cells[i].Key, Place: t.place, Text: strings.TrimSpace(t.text), Money: t.money})
		default:
			for _, t := range list {
				t.why = Repeated
				doubted = append(doubted, t)
			}
		}
		placed.add(i)
	}
	sums, more := r.chooseSums(groups, placed)
	out.Sums, doubted = sums, append(doubted, more...)
	for _, t := range all {
		if _, only := t.keys.only(); t.why == 0 && !only && !r.isGroup(t) && !r.isAboveOthers(t, placed) {
			t.why = Several
		}
		if t.why == Several || t.why == Unknown || t.why != 0 && !t.keys.within(placed) {
			doubted = append(doubted, t)
		}
	}
	slices.SortStableFunc(doubted, func(a, b told) int {
		return cmp.Or(cmp.Compare(a.place.Sheet, b.place.Sheet), cmp.Compare(a.place.Row, b.place.Row), cmp.Compare(a.place.Column, b.place.Column))
	})
	for _, t := range doubted {
		out.Doubts = append(out.Doubts, Doubt{t.place, strings.TrimSpace(t.text), r.keysOf(r.together(t.keys)), t.label, t.why})
	}
	return out
}

// elsewhere are the cells that ask for a figure on other sheets than those that were preferred: a register of all units and a list of one's own
// ask for the same.
func elsewhere(asked, preferred []told) (others []told) {
	for _, t := range asked {
		if !slices.ContainsFunc(preferred, func(p told) bool { return p.place.Sheet == t.place.Sheet }) {
			t.why = Elsewhere
			others = append(others, t)
		}
	}
	return others
}

// bestOf leaves those that are meant before all others.
func bestOf(list []told) []told {
	list = best(list, func(t told) bool { return t.own })
	list = best(list, func(t told) bool { return t.named })
	return best(list, func(t told) bool { return t.top != nil && t.side != nil })
}

// best leaves those that are better, if there are any.
func best(list []told, better func(told) bool) []told {
	if slices.ContainsFunc(list, better) {
		return slices.DeleteFunc(list, func(t told) bool { return !better(t) })
	}
	return list
}

// isAboveOthers says whether a cell that may be several figures' is beside the head of a group, whose figures have cells of their own.
func (r *reader) isAboveOthers(t told, placed keys) bool {
	const most = 12 // more figures than any office adds up
	whole := r.together(t.keys)
	return whole.within(placed) || t.keys.within(placed) || whole.count() > most || slices.Contains(r.whole, t.keys)
}

// isGroup says whether a cell is for a group of figures; a whole table's is the caption's.
func (r *reader) isGroup(t told) bool {
	_, ok := r.groups[r.typedOf(t.keys)]
	return ok && !slices.Contains(r.whole, t.keys)
}
