package flat

import (
	"slices"
	"strings"
	"sync"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// requestColumns is how many columns of figures table three has.
const requestColumns = 7

func addsUp(numbers []int) bool {
	sum := 0
	for _, n := range numbers[:len(numbers)-1] {
		sum += n
	}
	return sum == numbers[len(numbers)-1]
}

// requests reads table three.
func (p *places) requests() {
	for i, copy := range p.assembled.requests {
		if len(copy.rows) == 0 {
			continue
		}
		if !copy.hasHeads(p.text) && !copy.areTorn(p.text) {
			for _, r := range copy.rows {
				if !copy.isTable() {
					break
				}
				p.leave(r, noHeads)
			}
			continue
		}
		p.requestCopy(i, copy)
	}
}

// hasHeads tells whether the heads of the columns are the form's, though some may be torn to pieces.
func (c *requests) hasHeads(text string) bool {
	seen, torn := map[string]bool{}, ""
	for _, it := range c.heads {
		if it.kind == name && it.label.Kind() == label.Column && len(seen) < 8 {
			seen[it.label.Key] = true
		}
		if it.kind == unknown {
			torn += label.Letters(text[it.start:it.end])
		}
	}
	few := 0
	for _, key := range form.Organisations() {
		if seen[key] {
			few++
		}
	}
	if !seen[form.NaturalPerson] || !seen["total"] {
		return false
	}
	return few >= 4 || few >= 2 && torn != "" && strings.Trim(torn, "商业企科研机构社会公益组织法律服务其他本列数据的勾稽关系为第一项加二之和等于三四") == ""
}

func (p *places) requestCopy(copy int, c *requests) {
	rows := p.formRows(c)
	g, h := p.gridOf(), p.requestHabits(c, rows)
	rows = slices.DeleteFunc(rows, func(r *row) bool { return r.spoilt == inSentence })
	times := spoilDisorder(rows)
	blanks := h.fused && slices.ContainsFunc(rows, func(r *row) bool { return r.next < len(p.text) && r.countDigits(p.text) < requestColumns })
	byKey := map[string]*row{}
	for _, r := range rows {
		why, n := twice, times[r.label.Key]
		switch {
		case n > 0 && len(r.values) == 0:
			continue // the label alone, which stands elsewhere with values
		case n <= 1:
			why = p.gridRow(g, r, h, blanks)
		}
		byKey[r.label.Key] = r
		if why != "" {
			p.leave(r, why)
		}
	}
	chosen := g.solved()
	for _, key := range g.rows {
		if w, ok := chosen[key]; ok {
			g.read[key] = cellsOf(g.cut[key], w)
		} else if len(g.ways[key]) > 0 {
			p.leave(byKey[key], together)
		}
		for i, c := range g.read[key] {
			p.set(copy, form.Key(label.Requests.Key()+"."+key+"."+requestKeys()[i]), c)
		}
	}
}

// formRows are the rows of a copy that the form has. Values behind other labels have no place.
func (p *places) formRows(c *requests) []*row {
	var rows []*row
	for _, r := range c.rows {
		isRow := r.label.Kind() == label.Row
		if p.edition != nil && !isRow {
			kind, _, _ := r.label.In(p.edition.ID)
			isRow = kind == label.Row
		}
		if isRow {
			rows = append(rows, r)
		} else if len(r.values) > 0 {
			p.leave(r, notInForm)
		}
	}
	return rows
}

// spoilDisorder marks the rows that do not stand in the form's order, and counts how often each is there with values.
func spoilDisorder(rows []*row) (times map[string]int) {
	last := -1
	times = map[string]int{}
	for _, r := range rows {
		if len(r.values) == 0 {
			continue
		}
		if at := placeOf(r.label.Key); at < last && r.spoilt == "" {
			r.spoilt = disorder
		} else {
			last = max(last, at)
		}
		times[r.label.Key]++
	}
	return times
}

// requestKeys are the keys of the columns of table three.
var requestKeys = sync.OnceValue(func() []string {
	var keys []string
	for _, c := range form.Editions()[0].Cells() {
		if rest, ok := strings.CutPrefix(string(c.Key), label.Requests.Key()+".received."); ok {
			keys = append(keys, rest)
		}
	}
	return keys
})

// gridRow puts a row into the grid: its cells, or the ways to cut its digits. It tells why, if it cannot.
func (p *places) gridRow(g *grid, r *row, h habits, blanks bool) (why string) {
	cells, why := r.cells(p.text, requestColumns, h, addsUp)
	key := r.label.Key
	switch {
	case why != "" || len(r.values) == 0:
		return why
	case cells != nil:
		g.read[key] = cells
		if numbers, ok := r.numbers(p.text); ok && len(numbers) == requestColumns {
			g.known[key] = numbers
		}
		return ""
	}
	pieces, digits := r.pieces(p.text)
	if blanks && strings.Trim(strings.Join(digits, ""), "0") != "" {
		return together
	}
	ways, all, err := p.steps.ways(digits, requestColumns, nil, addsUp)
	if err != nil || len(ways) == 0 {
		return together
	}
	g.ways[key], g.all[key], g.cut[key] = ways, all, pieces
	return ""
}

func (p *places) gridOf() *grid {
	g := &grid{known: map[string][]int{}, ways: map[string][]way{}, all: map[string]int{}, read: map[string][]cell{}, cut: map[string][]piece{}, steps: &p.steps}
	e := p.edition
	if e == nil {
		e = form.Editions()[len(form.Editions())-1]
	}
	g.rows = rowKeys(e, label.Requests)
	for _, key := range g.rows {
		if !slices.Contains([]string{"received", "carried_in", "total", "carried_out"}, key) {
			g.parts = append(g.parts, key)
		}
	}
	return g
}

// requestHabits are those of a copy of table three.
func (p *places) requestHabits(c *requests, rows []*row) habits {
	h := habits{dropped: p.assembled.isDropped(), fused: areFused(p.text, rows)}
	h.whole = !h.fused && len(rows) > 0
	for i, r := range rows {
		if r.next < len(p.text) && len(r.values) != requestColumns {
			h.whole = false
		}
		if len(r.values) == requestColumns && r.spoilt == "" {
			h.learn(r.gaps(p.text), requestColumns, i == len(rows)-1)
		}
	}
	for _, mark := range []byte{'|', '\t'} {
		if n := usualTotal(p.text, rows, mark); n > 0 && h.ruler(mark) == nil {
			h.rulers = append(h.rulers, &ruler{mark: mark, unit: 1, usual: n})
		}
	}
	if u := c.lineUnit(p.text); u > 0 && len(h.rulers) == 0 {
		h.rulers = append(h.rulers, &ruler{mark: '\n', unit: u, totals: map[int][]int{requestColumns: {(requestColumns + 1) * u}}, whole: fewMeasures})
	}
	return h
}

// usualTotal is how many separators of a kind most rows of table three have, 0 if they differ or there are none.
func usualTotal(text string, rows []*row, mark byte) int {
	totals := map[int]int{}
	for _, r := range rows {
		n := count(text[r.end:r.next], mark)
		if totals[n]++; n >= requestColumns && totals[n] >= fewRows && 3*totals[n] >= 2*len(rows) {
			return n
		}
	}
	return 0
}

// lineUnit is how many line ends stand between two heads of columns and behind the last, 0 if that is not regular.
func (c *requests) lineUnit(text string) int {
	unit := 0
	for i, it := range c.heads {
		next := c.rows[0].start
		if i+1 < len(c.heads) {
			next = c.heads[i+1].start
		}
		gap := text[it.end:next]
		n := strings.Count(gap, "\n")
		if i == 0 {
			unit = n
		}
		if n != unit || n == 0 || it.kind != name || strings.Trim(gap, " \t\r\n") != "" {
			return 0
		}
	}
	return unit
}

func (r *row) countDigits(text string) int {
	count := 0
	for _, v := range r.values {
		for i := v.start; i < v.end; i++ {
			if isDigit(text[i]) {
				count++
			}
		}
	}
	return count
}
