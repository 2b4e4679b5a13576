package flat

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/published/label"
)

// reading puts together what was found.
func (p *places) reading(original string, folded label.Folded) Reading {
	var r Reading
	conflict, most := false, 1
	for _, key := range allKeys(p.edition) {
		conflict = conflict || !p.agree(p.copies[key])
		most = max(most, len(p.copies[key]))
	}
	for _, key := range allKeys(p.edition) {
		all := p.copies[key]
		if len(all) == 0 {
			continue
		}
		if conflict && (len(all) < most || !p.agree(all)) {
			for _, f := range all {
				if f.cells.state != empty {
					p.unplaced = append(p.unplaced, unplaced{f.cells.start, f.cells.end, disagree})
				}
			}
			continue
		}
		c := all[0].cells
		if c.state == empty {
			r.Blank = append(r.Blank, key)
			continue
		}
		from, to := folded.Original(c.start, c.end)
		how := AsItStands
		if c.state == cut {
			how = Split
		}
		r.Figures = append(r.Figures, Figure{key, original[from:to], from, to, how})
	}
	slices.SortStableFunc(p.unplaced, func(a, b unplaced) int { return a.start - b.start })
	end := 0
	for _, u := range p.unplaced {
		if u.start < end {
			continue
		}
		end = u.end
		from, to := folded.Original(u.start, u.end)
		r.Unplaced = append(r.Unplaced, Unplaced{original[from:to], from, to, u.why})
	}
	return r
}

// agree tells whether all copies have the same in a cell.
func (p *places) agree(all []found) bool {
	for _, f := range all {
		if (f.cells.state == empty) != (all[0].cells.state == empty) || p.said(f) != p.said(all[0]) {
			return false
		}
	}
	return true
}

// said is what a copy has in a cell, without what is written in several ways.
func (p *places) said(f found) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(p.text[f.cells.start:f.cells.end], ",", "")), "")
}

// allKeys are the keys of an edition's cells in the order of the form; of the newest edition but for table two if it is not known.
func allKeys(e *form.Edition) []form.Key {
	if e == nil {
		e = form.Editions()[len(form.Editions())-1]
	}
	var keys []form.Key
	for _, c := range e.Cells() {
		keys = append(keys, c.Key)
	}
	return keys
}
