package flat

import "strings"

// counted tells the cells of table four by the separators around them, blank ones too; nil where those leave doubt.
func (r *row) counted(text string, d *disputes) []cell {
	heads := d.columns()
	for _, mark := range []string{"|", "\t"} {
		if cells := r.onLine(text, heads, mark); cells != nil {
			return cells
		}
	}
	return r.betweenBars(text, d.heads, len(heads))
}

// lineAt is the line that a place stands in; ends tells that another one follows.
func lineAt(text string, at int) (start, end int, ends bool) {
	start = strings.LastIndexByte(text[:at], '\n') + 1
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return start, at + n, true
	}
	return start, len(text), false
}

// onLine tells the cells of a row that stands on one line and has exactly as many separators of a kind as the line of its heads, which
// stands directly above. One cell more or less, or a number that is none of the row's, makes another count.
func (r *row) onLine(text string, heads []item, mark string) []cell {
	first, last := heads[0], heads[len(heads)-1]
	headStart, headEnd, _ := lineAt(text, first.start)
	start, end, ends := lineAt(text, r.values[0].start)
	if last.end > headEnd || start <= headEnd || !ends || r.next < end || r.values[len(r.values)-1].end > end ||
		strings.Trim(text[headEnd:start], " \r\n\f") != "" {
		return nil
	}
	line := text[start:end]
	if strings.Count(line, mark) != strings.Count(text[headStart:headEnd], mark) || strings.Contains(line, "||") {
		return nil
	}
	for i := range heads[1:] {
		if strings.Count(text[heads[i].end:heads[i+1].start], mark) != 1 {
			return nil
		}
	}
	before := strings.Count(text[headStart:first.start], mark)
	cells := blankCells(len(heads))
	for _, v := range r.values {
		at := strings.Count(text[start:v.start], mark) - before
		if at < 0 || at >= len(cells) || cells[at].state != empty {
			return nil
		}
		cells[at] = cell{v.start, v.end, filled}
	}
	return cells
}

func blankCells(n int) []cell {
	cells := make([]cell, n)
	for i := range cells {
		cells[i].state = empty
	}
	return cells
}

// betweenBars tells the cells of a row that has a bar behind each cell, wherever lines break. Its last cell must be filled, which shows
// that the count is exact, and what adds up must.
func (r *row) betweenBars(text string, heads []item, columns int) []cell {
	begins := barsBeforeRow(text, heads)
	if begins == 0 {
		return nil
	}
	gaps := r.gaps(text)
	cells := blankCells(columns)
	at := -begins
	for i, v := range r.values {
		before, _, _ := strings.Cut(gaps[i], "|")
		bars := strings.Count(gaps[i], "|")
		isAlike := i == 0 || withoutBlanks(before) == withoutBlanks(firstPart(gaps[1]))
		if at += bars; bars == 0 || at < 0 || at >= columns || strings.Contains(gaps[i], "||") || !isAlike {
			return nil
		}
		cells[at] = cell{v.start, v.end, filled}
	}
	if at != columns-1 || !r.fivesMayAddUp(text, cells) {
		return nil
	}
	return cells
}

// firstPart is what stands before the first bar.
func firstPart(gap string) string {
	before, _, _ := strings.Cut(gap, "|")
	return before
}

// barsBeforeRow is how many bars stand between the last cell of a row and the first of the next, one or two, as the rows of heads show:
// a new one begins behind 行政诉讼 and behind 复议后起诉. It is 0 where they do not.
func barsBeforeRow(text string, heads []item) int {
	bars := 0
	for i, it := range heads[:len(heads)-1] {
		n := strings.Count(text[it.end:heads[i+1].start], "|")
		isLast := it.label.Key == "litigation_after_review" || it.label.Words() == "行政诉讼"
		if n == 0 || n > 2 || !isLast && n != 1 || isLast && bars > 0 && n != bars {
			return 0
		}
		if isLast {
			bars = n
		}
	}
	return bars
}

func (r *row) fivesMayAddUp(text string, cells []cell) bool {
	for i := 0; i+5 <= len(cells); i += 5 {
		if !r.mayAddUp(text, cells[i:i+5], true, addsUp) {
			return false
		}
	}
	return true
}
