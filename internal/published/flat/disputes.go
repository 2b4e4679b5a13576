package flat

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

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
	for _, it := range d.columns() {
		heads = append(heads, it.label.Key)
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
	if whole {
		if cells := r.counted(p.text, d); cells != nil {
			return cells, ""
		}
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

// disputeDoubts tells what speaks against as many values as table four has: bars and tabs that are not regular, and a number that may be that of
// a page where the sums do not hold or line ends are not regular.
func (r *row) disputeDoubts(text string, adds bool) string {
	gaps := r.gaps(text)
	usual := linesOf(text, []*row{r}).between
	between := gaps[1 : len(gaps)-1]
	if r.mark(gaps) == '\t' && isMixed(between) { // a number above a row whose first cell is blank
		return ragged
	}
	for _, gap := range between {
		if strings.Count(gap, "|") != strings.Count(gaps[1], "|") || strings.Count(gap, "\t") != strings.Count(gaps[1], "\t") {
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
