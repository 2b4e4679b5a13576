package flat

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// column is what a row of table two has in the form: a cell's key, its last part, and the label over it.
type column struct {
	cell  form.Key
	key   string
	words *label.Label
}

// columnsOf lists the columns of the rows of table two, by the rows' keys.
func columnsOf(e *form.Edition) map[string][]column {
	columns := map[string][]column{}
	for _, c := range e.Cells() {
		if c.Table == label.Proactive.Key() {
			row, last := c.Row[0].Key, c.Column[len(c.Column)-1]
			words, _ := label.Whole(last.Label, label.Proactive)
			columns[row] = append(columns[row], column{c.Key, last.Key, words})
		}
	}
	return columns
}

// proactive reads table two.
func (p *places) proactive() {
	if p.edition != nil {
		p.columns = columnsOf(p.edition)
	}
	for i, rows := range p.assembled.proactive {
		if p.edition == nil {
			for _, r := range rows {
				p.leave(r, noEdition)
			}
			continue
		}
		p.nameRows(rows)
		p.compareRows(rows)
		h := p.proactiveHabits(rows)
		for _, r := range rows {
			if why := p.proactiveRow(i, r, h); why != "" {
				p.leave(r, why)
			}
		}
	}
}

// nameRows finds the label of a row that lost it: exactly one is missing between its neighbours.
func (p *places) nameRows(rows []*row) {
	nameless := -1
	for i, r := range rows {
		if r.label != nil {
			continue
		}
		if nameless >= 0 {
			return
		}
		nameless = i
	}
	if nameless < 0 {
		return
	}
	order := rowKeys(p.edition, label.Proactive)
	place := func(rows []*row) int {
		for _, r := range rows {
			if r.label != nil && slices.Contains(order, r.label.Key) {
				return slices.Index(order, r.label.Key)
			}
		}
		return -1
	}
	before := slices.Clone(rows[:nameless])
	slices.Reverse(before)
	first, last := place(before), place(rows[nameless+1:])
	if last-first != 2 {
		return
	}
	r := rows[nameless]
	l := label.RowOf(label.Proactive, order[first+1])
	if r.said == "" || l.Likeness(r.said, p.edition.ID) >= 0.5 {
		r.label = l
	}
}

// compareRows finds the rows with all their values whose bars are uneven in the same place: a column of the grid that is blank throughout
// tells nothing against them, while in one row it may be a cell that was lost.
func (p *places) compareRows(rows []*row) {
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to].head == rows[from].head {
			to++
		}
		block, alike := rows[from:to], 1
		first := block[0].bars(p.text)
		for _, r := range block[1:] {
			if first != "" && r.bars(p.text) == first {
				alike++
			}
		}
		for _, r := range block {
			k := 0
			if r.label != nil {
				k = len(p.columns[r.label.Key])
			}
			r.asOthers = alike >= fewAlike && alike == len(block) && len(r.values) == k
		}
		from = to
	}
}

// fewAlike is how many rows show by their bars that a column is blank.
const fewAlike = 2

// bars are the bars between the values of a row on one line; "" for another one.
func (r *row) bars(text string) string {
	gaps := r.gaps(text)
	bars := ""
	for _, gap := range gaps[:len(gaps)-1] {
		n := strings.Count(gap, "|")
		if n == 0 || strings.Contains(gap, "\n") {
			return ""
		}
		bars += strings.Repeat("|", n) + " "
	}
	return bars
}

// fewWhole is how many rows of table two with all their values show how many line ends stand behind a row.
const fewWhole = 3

// proactiveHabits are those of a copy of table two.
func (p *places) proactiveHabits(rows []*row) habits {
	h := habits{dropped: p.assembled.isDropped()}
	var wide, whole []*row
	for i, r := range rows {
		if r.label == nil || r.label.Kind() != label.Row {
			continue
		}
		k := len(p.columns[r.label.Key])
		if k == 0 {
			continue
		}
		if k > 1 {
			wide = append(wide, r)
		}
		if len(r.values) == k && r.spoilt == "" {
			h.learn(r.gaps(p.text), k, i == len(rows)-1)
			whole = append(whole, r)
		}
		if gaps := r.head.gaps(p.text, r.start); gaps != nil && len(r.head.columns) == k {
			h.learn(gaps, k, false)
		}
	}
	h.fused = areFused(p.text, wide)
	h.lines = p.lines
	if own := linesOf(p.text, whole); own.rows >= fewWhole { // where blank cells make no line ends more
		h.lines.behind = own.behind
	}
	return h
}

// gaps are the separators from the corner over the heads to the first row below them; nil for another row.
func (h *head) gaps(text string, row int) []string {
	if h == nil || h.corner < 0 || row < h.end || strings.Trim(text[h.end:row], separators) != "" {
		return nil
	}
	var gaps []string
	at := h.corner
	for _, c := range h.columns {
		gap := text[at:c.start]
		if strings.Trim(gap, separators) != "" {
			return nil
		}
		gaps = append(gaps, gap)
		at = c.end
	}
	return append(gaps, text[at:row])
}

// areFused tells whether digits touch labels, so that separators mean nothing.
func areFused(text string, rows []*row) bool {
	for _, r := range rows {
		if n := len(r.values); r.label != nil && n > 0 && n < requestColumns && r.values[0].end-r.values[0].start > 1 {
			if r.values[0].start == r.end || r.values[n-1].end == r.next && r.next < len(text) {
				return true
			}
		}
	}
	return false
}

// proactiveRow reads a row of table two. It tells why, if it cannot.
func (p *places) proactiveRow(copy int, r *row, h habits) (why string) {
	switch {
	case r.label == nil:
		return noRow
	case r.label.Kind() != label.Row:
		return notInForm
	}
	columns := p.columns[r.label.Key]
	if len(columns) == 0 {
		return notInForm
	}
	if r.spoilt == "" && !r.head.fits(p.text, p.edition, columns) {
		return otherHeads
	}
	cells, why := r.cells(p.text, len(columns), h, nil)
	if cells == nil && why == "" && len(r.values) > 0 {
		cells, why = p.cutProactive(r, columns)
	}
	for i, c := range cells {
		p.set(copy, columns[i].cell, c)
	}
	return why
}

// fits tells whether the heads over a row are the form's. A head whose second line is lost counts by its place, and so does unknown
// text that is rather like the prescribed words.
func (h *head) fits(text string, e *form.Edition, columns []column) bool {
	if h == nil || len(h.columns) == 0 {
		return true
	}
	heads := h.columns
	if len(heads) < len(columns) {
		heads = h.all()
	}
	if len(heads) != len(columns) {
		return false
	}
	for i, c := range columns {
		if !heads[i].isHead(text, e, c.words) {
			return false
		}
	}
	return true
}

// all are the labels with the unknown text that stands before the last of them, or directly behind it.
func (h *head) all() []item {
	all := slices.Concat(h.columns, h.others)
	slices.SortFunc(all, func(a, b item) int { return a.start - b.start })
	return all
}

// isHead tells whether a head is the prescribed one, as far as it can be told.
func (it item) isHead(text string, e *form.Edition, words *label.Label) bool {
	if it.kind == unknown {
		return words.Likeness(text[it.start:min(it.end, it.start+mostBracket)], e.ID) >= rather
	}
	return it.label == words || it.label.Kind() == label.Torn
}

// rather is how like the prescribed words the head of a column must be whose neighbours are certain.
const rather = 0.6

// cutProactive cuts the digits of a row of table two that run together. No equation helps, so there must be one way only, and blank
// cells must be impossible.
func (p *places) cutProactive(r *row, columns []column) ([]cell, string) {
	signed := make([]bool, len(columns))
	for i, c := range columns {
		signed[i] = c.key == "change"
	}
	for i, v := range r.values {
		n, _ := wholeNumber(p.text[v.start:v.end])
		if n > 0 && n <= mostPages && i > 0 && strings.Contains(p.text[r.values[i-1].end:v.start], "\n") {
			return nil, stray
		}
	}
	pieces, digits := r.pieces(p.text)
	ways, all, err := p.steps.ways(digits, len(columns), signed, nil)
	if err != nil || all != 1 || p.steps.mayBeFewer(digits, len(columns), signed) {
		return nil, together
	}
	return cellsOf(pieces, ways[0]), ""
}
