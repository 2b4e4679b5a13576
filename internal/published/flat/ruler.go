package flat

import (
	"slices"
	"strings"
)

// ruler measures the place of cells by the separators of one kind before them, as whole rows of the table have them.
type ruler struct {
	mark   byte
	unit   int           // how many part two cells
	totals map[int][]int // by the number of columns: how many stand from a label to the next
	usual  int           // total of most rows of table three, where none is whole; 0 for none
	wide   bool          // some labels have several separators behind them, since they are merged cells
	whole  int           // rows that are regular, and heads that are
	ragged int           // rows that are whole and not regular
}

// marks are the separators by which cells may be measured, the strongest first.
const marks = "|\t\n"

// mark is the strongest separator of a row.
func (r *row) mark(gaps []string) byte {
	for i := range len(marks) - 1 {
		for j, gap := range gaps {
			if marks[i] == '|' && strings.Contains(gap, "|") || marks[i] == '\t' && j < len(gaps)-1 && strings.Contains(gap, "\t") {
				return marks[i]
			}
		}
	}
	return '\n'
}

// count counts separators of a kind. Cells that tabs part end with the line.
func count(gap string, mark byte) int {
	if mark == '\t' {
		gap, _, _ = strings.Cut(gap, "\n")
	}
	return strings.Count(gap, string(mark))
}

func counts(gaps []string, mark byte) (each []int, total int) {
	for _, gap := range gaps {
		n := count(gap, mark)
		each = append(each, n)
		total += n
	}
	return each, total
}

// ruler is that for a kind of separators, nil if there is none.
func (h *habits) ruler(mark byte) *ruler {
	for _, r := range h.rulers {
		if r.mark == mark {
			return r
		}
	}
	return nil
}

// learn takes a whole row, or heads with what is below them, as a measure. isLast tells that no other row follows: what is behind the
// cells may be more or less then.
func (h *habits) learn(gaps []string, columns int, isLast bool) {
	mark := (&row{}).mark(gaps)
	r := h.ruler(mark)
	if r == nil {
		r = &ruler{mark: mark, totals: map[int][]int{}}
		h.rulers = append(h.rulers, r)
	}
	each, total := counts(gaps, mark)
	r.wide = r.wide || each[0] > 1 && mark == '|'
	if isLast && strings.Contains(strings.Join(gaps[1:len(gaps)-1], ""), "\n") {
		return
	}
	for i, n := range each[:len(each)-1] {
		if n != each[0] || n == 0 || mark != '\n' && n != 1 || r.unit != 0 && n != r.unit || mark == '\t' && strings.Contains(gaps[i], "\n") {
			r.ragged++
			return
		}
	}
	r.unit = each[0]
	r.whole++
	if !slices.Contains(r.totals[columns], total) {
		r.totals[columns] = append(r.totals[columns], total)
	}
}

// fewMeasures is how many rows or heads must be regular for tabs and line ends to be a measure.
const fewMeasures = 2

// isMeasured tells whether the row has as many tabs or line ends as whole rows have. Since those come and go more easily than bars, all
// whole rows must be regular and alike.
func (r *row) isMeasured(gaps []string, columns int, h habits) bool {
	mark := r.mark(gaps)
	m := h.ruler(mark)
	if m == nil {
		return false
	}
	_, total := counts(gaps, mark)
	if m.usual > 0 {
		return total == m.usual && columns == requestColumns
	}
	return m.whole >= fewMeasures && 10*m.ragged <= m.whole && len(m.totals[columns]) == 1 && total == m.totals[columns][0]
}

// isRagged tells whether line ends between cells are not as nearly all whole rows have them.
func (h *habits) isRagged(between []string) bool {
	m := h.ruler('\n')
	if m == nil || m.whole < fewRows || 10*m.ragged > m.whole {
		return false
	}
	return slices.ContainsFunc(between, func(gap string) bool { return count(gap, '\n') > m.unit })
}

// cellsBetween tells the cells of a row, some of them blank, by the separators around them: there must be as many as in whole rows, and
// no bars side by side, which is how merged cells look.
func (r *row) cellsBetween(text string, gaps []string, columns int, h habits, adds func([]int) bool) ([]cell, string) {
	mark := r.mark(gaps)
	m := h.ruler(mark)
	each, total := counts(gaps, mark)
	if m == nil || m.wide && each[0] > 1 || r.next >= len(text) && (mark == '\n' || !strings.Contains(gaps[len(gaps)-1], "\n")) {
		return nil, tooFew
	}
	if r.textBehind && !strings.Contains(gaps[len(gaps)-1], "\n") {
		return nil, withText // a cell that seems blank may hold that text
	}
	known := slices.Contains(m.totals[columns], total)
	unit := max(1, m.unit)
	if !known && (total != m.usual || columns != requestColumns) {
		return nil, tooFew
	}
	cells := make([]cell, columns)
	for i := range cells {
		cells[i].state = empty
	}
	at := -1
	for i, v := range r.values {
		if each[i] == 0 || each[i]%unit != 0 || mark == '|' && strings.Contains(gaps[i], "||") {
			return nil, ragged
		}
		if at += each[i] / unit; at >= columns {
			return nil, ragged
		}
		cells[at] = cell{v.start, v.end, filled}
	}
	if mark == '|' && isMerged(gaps[len(gaps)-1], columns-1-at) {
		return nil, ragged
	}
	if !r.mayAddUp(text, cells, !known || mark == '\n', adds) {
		return nil, noSum
	}
	return cells, ""
}

// isMerged tells whether some of the bars around a number of blank cells stand side by side.
func isMerged(gap string, blank int) bool {
	for i := 0; i < len(gap) && blank > 0; i++ {
		if gap[i] != '|' {
			continue
		}
		if strings.HasPrefix(gap[i:], "||") {
			return true
		}
		blank--
	}
	return false
}

// mayAddUp tells whether the numbers of cells add up, blank ones as nothing. Where it need not be, or the total is blank, it is true.
func (r *row) mayAddUp(text string, cells []cell, needed bool, adds func([]int) bool) bool {
	if !needed || adds == nil || cells[len(cells)-1].state == empty {
		return true
	}
	numbers := make([]int, len(cells))
	for i, c := range cells {
		if c.state == empty {
			continue
		}
		n, ok := wholeNumber(text[c.start:c.end])
		if !ok {
			return false
		}
		numbers[i] = n
	}
	return adds(numbers)
}
