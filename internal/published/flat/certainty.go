package flat

import (
	"strconv"
	"strings"

	"nianbao/internal/form"
)

// cell is what stands in a column of a row: text, nothing at all, or nobody knows what.
type cell struct {
	start, end int // of the folded text
	state      state
}

type state int

const (
	uncertain state = iota
	filled
	empty
	cut // a part of digits that run together
)

// gaps are the separators around the values of a row: behind its label, between them, and behind the last.
func (r *row) gaps(text string) []string {
	gaps := make([]string, 0, len(r.values)+1)
	at := r.end
	for _, v := range r.values {
		gaps = append(gaps, text[at:v.start])
		at = v.end
	}
	return append(gaps, text[at:r.next])
}

// habits are how a table parts its cells, as its whole rows show.
type habits struct {
	rulers  []*ruler // bars, tabs, line ends
	lines   lines
	dropped bool // lines that repeat others are lost
	fused   bool // digits touch labels: separators mean nothing, and blank cells leave no trace
	whole   bool // every row has all its values
}

// Why cells are not certain.
const (
	tooFew    = "这一行的数比表格的列少，空着的是哪一格不能确定"
	tooMany   = "这一行的数比表格的列多"
	ragged    = "这一行的分隔不规则，可能丢了或者合并了单元格"
	noSum     = "这一行各数相加与总计不等，不能确定每个数在哪一列"
	together  = "这一行的数字连在一起，有不止一种分法"
	withText  = "这一行里有不是数的文字，不能确定每个数在哪一列"
	stray     = "这一行的数可能是页码"
	repeats   = "重复的行在复制时丢了，不能确定这些数属于哪一行"
	endOfText = "文字在这里断了，数字可能不完整"
)

// cells tells what the columns of a row hold. Digits that run together are left to be cut: then the cells are nil and why is "".
func (r *row) cells(text string, columns int, h habits, adds func([]int) bool) (cells []cell, why string) {
	if r.spoilt != "" {
		return nil, r.spoilt
	}
	if n := len(r.values); n == columns+1 && r.values[n-1].end >= len(text) { // the stump of a label that was cut
		r.next, r.values = r.values[n-1].start, r.values[:n-1]
	}
	gaps := r.gaps(text)
	switch n := len(r.values); {
	case n == 0 && !strings.Contains(gaps[0], "|"):
		return nil, ""
	case n > columns:
		return nil, tooMany
	case n == columns:
		return r.wholeCells(text, gaps, h, adds)
	case r.mark(gaps) == '|' || !h.fused && r.isMeasured(gaps, columns, h):
		return r.cellsBetween(text, gaps, columns, h, adds)
	case columns > 1 && h.fused && r.label != nil && r.areDigits(text):
		if r.values[n-1].end >= len(text) {
			return nil, endOfText
		}
		return nil, ""
	}
	return nil, tooFew
}

// wholeCells are as many values as there are columns.
func (r *row) wholeCells(text string, gaps []string, h habits, adds func([]int) bool) ([]cell, string) {
	between := gaps[1 : len(gaps)-1]
	for _, gap := range between {
		if n := strings.Count(gap, "|"); !r.asOthers && (n > 1 || n != strings.Count(between[0], "|")) {
			return nil, ragged
		}
	}
	if n := len(r.values); n > 2 && r.values[n-1].end >= len(text) && withoutBlanks(gaps[n-1]) != withoutBlanks(gaps[n-2]) {
		return nil, endOfText // it may be the number of the next label
	}
	if strings.Count(gaps[0], "|") > 1 && len(r.values) < requestColumns {
		return nil, ragged
	}
	if r.mayHoldPageNumber(text, gaps, h) {
		return nil, stray
	}
	if h.dropped && !r.isUnique(text) {
		return nil, repeats
	}
	regular, barred := true, len(between) > 0 && strings.Contains(between[0], "|")
	for _, gap := range between {
		regular = regular && withoutBlanks(gap) == withoutBlanks(between[0])
	}
	if numbers, ok := r.numbers(text); ok && adds != nil && !adds(numbers) {
		// the sum is broken by the report itself only where the layout leaves no doubt
		isCut := (r.next >= len(text) || r.textBehind) && !barred
		if !regular || !h.whole && !barred || withoutBlanks(between[0]) == "" || isCut || h.dropped {
			return nil, noSum
		}
	}
	cells := make([]cell, len(r.values))
	for i, v := range r.values {
		cells[i] = cell{v.start, v.end, filled}
	}
	if last := len(cells) - 1; cells[last].end >= len(text) {
		cells[last].state = uncertain
	}
	return cells, ""
}

// areDigits tells whether the values are digits alone, or with a sign.
func (r *row) areDigits(text string) bool {
	for _, v := range r.values {
		if strings.Trim(text[v.start:v.end], "0123456789-") != "" {
			return false
		}
	}
	return true
}

// numbers are the row's values, if all are whole numbers.
func (r *row) numbers(text string) ([]int, bool) {
	numbers := make([]int, len(r.values))
	for i, v := range r.values {
		n, ok := wholeNumber(text[v.start:v.end])
		if !ok {
			return nil, false
		}
		numbers[i] = n
	}
	return numbers, true
}

// mostDigits bounds the digits of a number that is reckoned with.
const mostDigits = 7

// wholeNumber reads a number of a cell, 1,234 and 3件 too.
func wholeNumber(text string) (int, bool) {
	text = strings.ReplaceAll(text, ",", "")
	for _, unit := range form.Count.Units() {
		text = strings.TrimSuffix(text, unit)
	}
	text = strings.TrimSpace(text)
	if len(text) > mostDigits+1 {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// mostPages bounds what a bare page number may be.
const mostPages = 99

// mayHoldPageNumber tells whether a value on a line of its own may be the number of a page: the row has more line ends somewhere than
// rows have in the table, as where a cell is blank.
func (r *row) mayHoldPageNumber(text string, gaps []string, h habits) bool {
	last := len(gaps) - 1
	if r.mark(gaps) == '|' || len(r.values) >= requestColumns && !h.isRagged(gaps[:last]) && !isMixed(gaps[1:last]) {
		return false // its bars or its sum tell
	}
	if r.orphans > 0 && r.orphans < len(r.values) && strings.Contains(gaps[last], "\n") { // the head of a page in the midst of the row
		n, ok := wholeNumber(text[r.values[last-1].start:r.values[last-1].end])
		return ok && n <= mostPages
	}
	may := false
	for i, v := range r.values {
		n, ok := wholeNumber(text[v.start:v.end])
		may = may || ok && n > 0 && n <= mostPages && strings.Contains(gaps[i], "\n") && strings.Contains(gaps[i+1], "\n")
	}
	ragged := h.lines.rows < fewRows || strings.Count(gaps[last], "\n") > h.lines.behind
	for _, gap := range gaps[:last] {
		ragged = ragged || strings.Count(gap, "\n") > h.lines.between
	}
	return may && ragged
}

// isMixed tells whether some values stand on one line and some do not.
func isMixed(between []string) bool {
	ends := 0
	for _, gap := range between {
		ends += min(1, strings.Count(gap, "\n"))
	}
	return ends > 0 && ends < len(between)
}

// isUnique tells whether a row keeps its place though lines that repeat others are lost: it adds up, or has one number, larger than
// those of pages.
func (r *row) isUnique(text string) bool {
	if len(r.values) > 1 {
		seen := map[string]bool{}
		for _, v := range r.values {
			if seen[text[v.start:v.end]] {
				return false
			}
			seen[text[v.start:v.end]] = true
		}
		return len(r.values) >= requestColumns
	}
	n, ok := wholeNumber(text[r.values[0].start:r.values[0].end])
	return !ok || n > mostPages
}

// lines are how many line ends most values have before them, and most rows behind their last value.
type lines struct{ between, behind, rows int }

func linesOf(text string, rows []*row) lines {
	var between, behind [mostLines + 1]int
	var l lines
	for _, r := range rows {
		if len(r.values) == 0 {
			continue
		}
		l.rows++
		gaps := r.gaps(text)
		last := len(gaps) - 1
		for _, gap := range gaps[:last] {
			between[min(strings.Count(gap, "\n"), mostLines)]++
		}
		behind[min(strings.Count(gaps[last], "\n"), mostLines)]++
	}
	for n := range between {
		if between[n] > between[l.between] {
			l.between = n
		}
		if behind[n] > behind[l.behind] {
			l.behind = n
		}
	}
	return l
}

// mostLines bounds the line ends that are told apart.
const mostLines = 20

// withoutBlanks leaves bars and line ends of a separator.
func withoutBlanks(gap string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\r' {
			return -1
		}
		return r
	}, gap)
}
