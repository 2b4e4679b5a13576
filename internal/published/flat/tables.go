package flat

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/published/label"
)

// places finds the places of the figures of an edition.
type places struct {
	text      string
	assembled *assembly
	edition   *form.Edition // nil if it is not known
	steps     effort
	copies    map[form.Key][]found
	unplaced  []unplaced
	lines     lines // of all tables
}

// found is what one copy of a table has in a cell.
type found struct {
	copy int
	cell cell
}

// unplaced are values of a row and why they have no place.
type unplaced struct {
	start, end int
	why        string
}

// edition is the one that the words of the tables are of, nil if they do not tell.
func (a *assembly) edition() *form.Edition {
	votes := map[string]int{}
	for _, it := range a.parts {
		if it.kind == name && it.in == label.Proactive && it.label.OnlyIn() != "" {
			votes[it.label.OnlyIn()]++
		}
	}
	if len(votes) == 0 {
		a.requestVotes(votes)
	}
	if len(votes) != 1 {
		return nil
	}
	for _, e := range form.Editions() {
		if votes[e.ID] > 0 {
			return e
		}
	}
	return nil
}

// requestVotes tells editions by the rows of table three: those that one edition has alone, and a head of others that has values.
func (a *assembly) requestVotes(votes map[string]int) {
	for _, copy := range a.requests {
		for _, r := range copy.rows {
			if id := r.label.OnlyIn(); id != "" {
				votes[id]++
			}
		}
	}
	if len(votes) > 0 {
		return
	}
	for _, copy := range a.requests {
		for _, r := range copy.rows {
			for _, e := range form.Editions() {
				if kind, _, ok := r.label.In(e.ID); ok && kind == label.Row && r.label.Kind() == label.RowGroup && len(r.values) > 0 {
					votes[e.ID]++
				}
			}
		}
	}
}

func (p *places) set(copy int, key form.Key, c cell) {
	if p.edition != nil {
		if _, ok := p.edition.Cell(key); !ok {
			return
		}
	}
	if c.state != uncertain {
		p.copies[key] = append(p.copies[key], found{copy, c})
	}
}

// leave says why the values of a row have no place.
func (p *places) leave(r *row, why string) {
	if len(r.values) > 0 && why != inSentence {
		p.unplaced = append(p.unplaced, unplaced{r.values[0].start, r.values[len(r.values)-1].end, why})
	}
}

// column is what a row of table two has in the form: the part of the key, and the label.
type column struct{ key, words string }

// columnsOf lists the columns of a row of table two.
func columnsOf(e *form.Edition, row string) []column {
	var columns []column
	for _, c := range e.Cells() {
		if rest, ok := strings.CutPrefix(string(c.Key), label.Proactive.Key()+"."+row+"."); ok {
			columns = append(columns, column{rest, c.Column[len(c.Column)-1].Label})
		}
	}
	return columns
}

// Why whole rows or tables are not read.
const (
	noEdition  = "不能确定这张表是哪一年的格式"
	otherHeads = "这一行上面的表头与规定的不同"
	notInForm  = "规定的表格里没有这一行"
	noRow      = "不能确定这些数属于哪一行"
	disorder   = "这一行不在规定的位置"
	twice      = "这一行出现了不止一次"
	noHeads    = "没有找到这张表的表头"
	disagree   = "同一张表出现了不止一次，数不一样"
)

// proactive reads table two.
func (p *places) proactive() {
	for i, rows := range p.assembled.proactive {
		if p.edition == nil {
			for _, r := range rows {
				p.leave(r, noEdition)
			}
			continue
		}
		p.nameRows(rows)
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
	if r.said == "" || label.Likeness(r.said, label.Letters(label.Fold(l.Words()).Text)) >= 0.5 {
		r.label = l
	}
}

// proactiveHabits are those of a copy of table two.
func (p *places) proactiveHabits(rows []*row) habits {
	h := habits{dropped: p.assembled.isDropped()}
	var wide []*row
	for i, r := range rows {
		if r.label == nil || r.label.Kind() != label.Row {
			continue
		}
		k := len(columnsOf(p.edition, r.label.Key))
		if k == 0 {
			continue
		}
		if k > 1 {
			wide = append(wide, r)
		}
		if len(r.values) == k && r.spoilt == "" {
			h.learn(r.gaps(p.text), k, i == len(rows)-1)
		}
		if gaps := r.head.gaps(p.text, r.start); gaps != nil && len(r.head.columns) == k {
			h.learn(gaps, k, false)
		}
	}
	h.fused = areFused(p.text, wide)
	if h.lines = linesOf(p.text, rows); h.lines.rows < 2*fewRows { // too few to tell
		h.lines = p.lines
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
	columns := columnsOf(p.edition, r.label.Key)
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
		p.set(copy, form.Key(label.Proactive.Key()+"."+r.label.Key+"."+columns[i].key), c)
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
func (it item) isHead(text string, e *form.Edition, words string) bool {
	if it.kind == unknown {
		return label.Likeness(label.Letters(text[it.start:min(it.end, it.start+mostBracket)]), label.Letters(label.Fold(words).Text)) >= rather
	}
	if it.label.Kind() == label.Torn {
		return true
	}
	_, prescribed, ok := it.label.In(e.ID)
	return ok && prescribed == words
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
	pieces, digits := r.pieces(p.text)
	ways, all, err := p.steps.ways(digits, len(columns), signed, nil)
	if err != nil || all != 1 || p.steps.mayBeFewer(digits, len(columns), signed) {
		return nil, together
	}
	return cellsOf(pieces, ways[0]), ""
}

func (r *row) pieces(text string) (pieces []piece, digits []string) {
	for _, v := range r.values {
		pieces = append(pieces, piece{v.start, v.end})
		digits = append(digits, text[v.start:v.end])
	}
	return pieces, digits
}

// cellsOf are the cells that a way cuts out of stretches of digits.
func cellsOf(pieces []piece, w way) []cell {
	cells := make([]cell, len(w.ends))
	at, start, passed := 0, 0, 0
	for i, end := range w.ends {
		for start-passed >= pieces[at].end-pieces[at].start {
			passed += pieces[at].end - pieces[at].start
			at++
		}
		cells[i] = cell{pieces[at].start + start - passed, pieces[at].start + end - passed, cut}
		start = end
	}
	return cells
}

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
		if !copy.hasHeads(p.text) {
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
	for _, key := range []string{"enterprise", "research", "social", "legal_service", "other"} {
		if seen[key] {
			few++
		}
	}
	if !seen["natural_person"] || !seen["total"] {
		return false
	}
	return few >= 4 || few >= 2 && torn != "" && strings.Trim(torn, "商业企科研机构社会公益组织法律服务其他本列数据的勾稽关系为第一项加二之和等于三四") == ""
}

func (p *places) requestCopy(copy int, c *requests) {
	isRow := func(r *row) bool {
		if r.label.Kind() == label.Row {
			return true
		}
		if p.edition == nil {
			return false
		}
		kind, _, _ := r.label.In(p.edition.ID)
		return kind == label.Row
	}
	var rows []*row
	for _, r := range c.rows {
		if isRow(r) {
			rows = append(rows, r)
		} else if len(r.values) > 0 {
			p.leave(r, notInForm)
		}
	}
	g, h := p.gridOf(rows), p.requestHabits(c, rows)
	last, times := -1, map[string]int{}
	for _, r := range rows {
		if at := placeOf(r.label.Key); at < last && r.spoilt == "" {
			r.spoilt = disorder
		} else {
			last = max(last, at)
		}
		times[r.label.Key]++
	}
	blanks := h.fused && slices.ContainsFunc(rows, func(r *row) bool { return r.next < len(p.text) && r.countDigits(p.text) < requestColumns })
	byKey := map[string]*row{}
	for _, r := range rows {
		why := ""
		if byKey[r.label.Key] = r; times[r.label.Key] > 1 {
			why = twice
		} else {
			why = p.gridRow(g, r, h, blanks)
		}
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
			p.set(copy, form.Key(label.Requests.Key()+"."+key+"."+requestKeys[i]), c)
		}
	}
}

// requestKeys are the keys of the columns of table three.
var requestKeys = func() []string {
	var keys []string
	for _, c := range form.Editions()[0].Cells() {
		if rest, ok := strings.CutPrefix(string(c.Key), label.Requests.Key()+".received."); ok {
			keys = append(keys, rest)
		}
	}
	return keys
}()

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

func (p *places) gridOf(rows []*row) *grid {
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
	totals := map[int]int{}
	for i, r := range rows {
		if r.next < len(p.text) && len(r.values) != requestColumns {
			h.whole = false
		}
		if len(r.values) == requestColumns && r.spoilt == "" {
			h.learn(r.gaps(p.text), requestColumns, i == len(rows)-1)
		}
		totals[strings.Count(p.text[r.end:r.next], "|")]++
	}
	if h.ruler('|') == nil {
		for _, r := range rows { // in order, so that it does not hang on the map's
			n := strings.Count(p.text[r.end:r.next], "|")
			if n > requestColumns && totals[n] >= fewRows && 3*totals[n] >= 2*len(rows) {
				h.rulers = append(h.rulers, &ruler{mark: '|', unit: 1, usual: n})
				break
			}
		}
	}
	if u := c.lineUnit(p.text); u > 0 && len(h.rulers) == 0 {
		h.rulers = append(h.rulers, &ruler{mark: '\n', unit: u, totals: map[int][]int{requestColumns: {(requestColumns + 1) * u}}, whole: fewMeasures})
	}
	return h
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

// disputes reads table four.
func (p *places) disputes() {
	var keys []form.Key
	for _, c := range form.Editions()[0].Cells() {
		if c.Table == label.Disputes.Key() {
			keys = append(keys, c.Key)
		}
	}
	for i, d := range p.assembled.disputes {
		if len(d.values) == 0 {
			continue
		}
		cells, why := p.disputeCells(d, keys)
		if cells == nil {
			p.unplaced = append(p.unplaced, unplaced{d.values[0].start, d.values[len(d.values)-1].end, why})
		}
		for j, c := range cells {
			p.set(i, keys[j], c)
		}
	}
}

// tornHeads are the letters of the heads of table four.
const tornHeads = "结果维持纠正其他尚未审总计经复议直接起诉后行政讼"

func (p *places) disputeCells(d *disputes, keys []form.Key) ([]cell, string) {
	var heads, want []string
	for _, key := range d.heads {
		if key != "" {
			heads = append(heads, key)
		}
	}
	for _, key := range keys {
		want = append(want, string(key[strings.LastIndexByte(string(key), '.')+1:]))
	}
	whole := slices.Equal(heads, want)
	if !whole && (strings.Trim(d.torn, tornHeads) != "" || utf8.RuneCountInString(d.torn) < 30) {
		return nil, noHeads
	}
	r := row{start: d.start, end: d.end, values: d.values, next: d.next}
	if r.values[len(r.values)-1].end >= len(p.text) {
		return nil, endOfText
	}
	groups := len(keys) / 5
	if len(r.values) == len(keys) {
		numbers, ok := r.numbers(p.text)
		if !ok || !whole && !addInFives(numbers) {
			return nil, noSum
		}
		if why := r.disputeDoubts(p.text, addInFives(numbers)); why != "" {
			return nil, why
		}
		cells := make([]cell, len(keys))
		for i, v := range r.values {
			cells[i] = cell{v.start, v.end, filled}
		}
		return cells, ""
	}
	if len(r.values) > 1 || !r.areDigits(p.text) {
		return nil, tooFew
	}
	pieces, digits := r.pieces(p.text)
	ways, err := p.steps.fives(digits, groups)
	if err != nil || len(ways) != 1 {
		return nil, together
	}
	return cellsOf(pieces, ways[0]), ""
}

// disputeDoubts tells what speaks against as many values as table four has: bars that are not regular, and a number that may be that of
// a page where the sums do not hold or line ends are not regular.
func (r *row) disputeDoubts(text string, adds bool) string {
	gaps := r.gaps(text)
	usual := linesOf(text, []*row{r}).between
	for _, gap := range gaps[1 : len(gaps)-1] {
		if strings.Count(gap, "|") != strings.Count(gaps[1], "|") {
			return ragged
		}
		if !adds && strings.Count(gap, "\n") != usual {
			return noSum
		}
	}
	if !adds && strings.Count(gaps[len(gaps)-1], "\n") > max(1, usual) {
		return noSum
	}
	return ""
}

func addInFives(numbers []int) bool {
	for i := 0; i+5 <= len(numbers); i += 5 {
		if !addsUp(numbers[i : i+5]) {
			return false
		}
	}
	return true
}
