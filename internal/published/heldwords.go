package published

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/model"
	"nianbao/internal/published/grid"
)

// What a table prints in its cells is held against the form as a whole, in the order of reading: the figures are placed by the names beside and
// above them, and nobody would see that the head of a group says something else, or that a row or a column is there besides.

// dueHead is a head that the form has in a table.
type dueHead struct {
	label *label.Label
	words string
	kind  headKind
	leaf  bool     // of one row or column
	key   form.Key // of the first figure that it heads; of the table's first where it heads none
}

// saidHead is what a table prints in a cell where no figure stands.
type saidHead struct {
	grid.Head
	kind headKind
	line int
}

// headKind parts the heads of which one may stand in the place of another.
type headKind int

const (
	anyHead headKind = iota // of a row without figures, if it is no known label
	captionHead
	cornerHead
	columnHead
	rowGroupHead
	rowHead
)

var headKinds = map[label.Kind]headKind{label.Caption: captionHead, label.Corner: cornerHead, label.ColumnGroup: columnHead, label.Column: columnHead,
	label.RowGroup: rowGroupHead, label.Row: rowHead, label.Foreign: rowHead, label.Torn: columnHead}

// heldTable is a table of the form, and what a page prints of it.
type heldTable struct {
	due      []dueHead
	lines    []placedLine
	said     []saidHead
	dueInRow map[*label.Label]int // how many heads stand in the row of one of a single row
	match    []int                // for what is said, which of those due it is; -1 for none
}

// placedLine is a line with its place on the page.
type placedLine struct {
	grid.Line
	place string
}

// mostHeads is how many heads of one table are looked at, many times those of the form.
const mostHeads = 3000

// hold holds the lines of a table against the form: the heads that are printed otherwise, and what is there besides.
func (t *tables) hold(e *form.Edition, s form.Section) (altered []model.Wording, besides []model.Beside) {
	key, _ := label.TableOf(s.Table.Key)
	h := heldTable{dueInRow: dueInRows(s.Table, key)}
	isRepeated := map[string]bool{}
	for _, l := range t.lines {
		if l.Table != key {
			continue
		}
		if again := wordsOf(l.Line); len(l.Figures) == 0 && len(s.Table.Blocks) == 1 {
			if isRepeated[again] { // on the next sheet of paper
				continue
			}
			isRepeated[again] = true
		}
		h.addLine(l)
	}
	if len(h.said) == 0 || len(h.said) > mostHeads {
		return nil, nil
	}
	h.addDue(s.Table, key)
	if h.matchHeads(); !h.isLaidOut() {
		return nil, nil
	}
	beside := func(kind model.BesideKind, text string, line int) {
		besides = append(besides, model.Beside{Kind: kind, Key: s.Text.Key, Text: text, Place: h.lines[line].place})
	}
	pairs, left := h.pairs()
	for _, p := range pairs {
		if t.isTorn(h.said[p.said].Text, h.due[p.due].words) {
			continue
		}
		altered = append(altered, model.Wording{Key: h.due[p.due].key, Prescribed: h.due[p.due].words, Printed: squeeze(h.said[p.said].Text)})
	}
	told := map[string]bool{}
	for _, i := range left {
		one := h.said[i]
		switch line := h.lines[one.line]; {
		case line.Above:
		case one.kind == rowHead:
			beside(model.SurplusRow, wordsOf(grid.Line{Heads: []grid.Head{one.Head}, Figures: line.Figures}), one.line)
		case !told[one.Text]: // cells that were merged say the same in each row
			told[one.Text] = true
			beside(model.SurplusHead, squeeze(one.Text), one.line)
		}
	}
	if text, line := h.surplusFigures(s.Table); text != "" {
		beside(model.SurplusColumn, text, line)
	}
	return altered, besides
}

// isTorn says whether what is printed in the place of some words is but these as they were read: letters without a name, upright ones with
// those of the heads beside them.
func (t *tables) isTorn(text, words string) bool {
	unnamed := strings.ReplaceAll(text, "\uFFFD", "")
	return unnamed != text && chinese.LacksLetters(squeeze(unnamed), words) || t.pieced && holdsLetters(text, words)
}

// holdsLetters says whether a text has all letters of some words, in whatever order.
func holdsLetters(text, words string) bool {
	left := []rune(label.Letters(folded(text)))
	for _, r := range label.Letters(folded(words)) {
		at := slices.Index(left, r)
		if at < 0 {
			return false
		}
		left = slices.Delete(left, at, at+1)
	}
	return true
}

// wordsOf is what stands in a line.
func wordsOf(l grid.Line) string {
	var words []string
	for _, h := range l.Heads {
		words = append(words, squeeze(h.Text))
	}
	for _, f := range l.Figures {
		words = append(words, squeeze(f))
	}
	return strings.Join(words, " ")
}

func (h *heldTable) addLine(l placedLine) {
	h.lines = append(h.lines, l)
	at := len(h.said)
	left := len(l.Heads)
	for i, head := range l.Heads {
		if i > 0 && head == l.Heads[i-1] && left > h.dueInRow[head.Label] && h.dueInRow[head.Label] > 0 { // merged cells that were taken apart
			left--
			continue
		}
		one := saidHead{Head: head, line: len(h.lines) - 1}
		switch {
		case head.Label != nil:
			one.kind = headKinds[head.Label.Kind()]
		case len(l.Figures) > 0 && i == len(l.Heads)-1:
			one.kind = rowHead
		case len(l.Figures) > 0:
			one.kind = rowGroupHead
		}
		h.said = append(h.said, one)
	}
	if reachUp(h.said[at:]) {
		h.said = append(append(h.said[:at:at], h.said[at+results:]...), h.said[at:at+results]...)
	}
}

// results is how many columns each kind of disputes has.
const results = 5

// reachUp says whether the heads of a row are the results of 行政复议, which reach up beside the heads of 行政诉讼, as most sites have them: these stand
// above the other results, and come before.
func reachUp(said []saidHead) bool {
	for i, one := range said {
		isGroup := one.Label != nil && one.Label.Table == label.Disputes && one.Label.Kind() == label.ColumnGroup
		isColumn := one.Label != nil && one.Label.Table == label.Disputes && one.Label.Kind() == label.Column
		if i < results && !isColumn || i >= results && !isGroup {
			return false
		}
	}
	return len(said) == results+2
}

// dueInRows is, for the heads of single rows of a table, how many heads begin in their rows.
func dueInRows(table *form.Table, key label.Table) map[*label.Label]int {
	inRow := map[int]int{}
	heads := map[*label.Label]int{} // in which row
	for _, s := range table.Grid().Slots {
		if s.Role == form.RowHeadSlot {
			inRow[s.Row]++
			if l, _ := label.Whole(s.Label, key); l != nil && !s.Group {
				heads[l] = s.Row
			}
		}
	}
	for l, row := range heads {
		heads[l] = inRow[row]
	}
	return heads
}

func (h *heldTable) addDue(table *form.Table, key label.Table) {
	slots := table.Grid().Slots
	for i, s := range slots {
		if s.Role == form.FigureSlot || s.Label == "" {
			continue
		}
		one := dueHead{words: s.Label, leaf: !s.Group}
		one.label, _ = label.Whole(s.Label, key)
		switch {
		case s.Role == form.CaptionSlot:
			one.kind = captionHead
		case s.Role == form.CornerSlot:
			one.kind = cornerHead
		case s.Role == form.ColumnHeadSlot:
			one.kind = columnHead
		case s.Group:
			one.kind = rowGroupHead
		default:
			one.kind = rowHead
		}
		for _, f := range slots[i:] {
			if f.Cell != nil && (one.key == "" || slices.Contains(f.Heads, i)) {
				one.key = f.Cell.Key
				if slices.Contains(f.Heads, i) {
					break
				}
			}
		}
		h.due = append(h.due, one)
	}
}

func (h *heldTable) isSame(said, due int) bool {
	return h.said[said].Label != nil && h.said[said].Label == h.due[due].label
}

// matchHeads finds which of the heads that are due each of those printed is: one by one where there are as many and hardly any differs, else
// the longest row of them that stands in order.
func (h *heldTable) matchHeads() {
	n, m := len(h.said), len(h.due)
	longest := make([][]int16, n+1)
	for i := range longest {
		longest[i] = make([]int16, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if longest[i][j] = max(longest[i+1][j], longest[i][j+1]); h.isSame(i, j) {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	h.match = make([]int, n)
	for i, j := 0, 0; i < n; i++ {
		h.match[i] = -1
		for k := j; k < m && longest[i][k] == longest[i][j]; k++ {
			if h.isSame(i, k) && longest[i][k] == longest[i+1][k+1]+1 {
				h.match[i], j = k, k+1
				break
			}
		}
	}
	if n != m {
		return
	}
	var oneByOne []int
	differ := 0
	for i := range h.said {
		if h.isSame(i, i) {
			oneByOne = append(oneByOne, i)
		} else {
			oneByOne = append(oneByOne, -1)
			differ++
		}
	}
	if differ <= 2*(n-int(longest[0][0])) {
		h.match = oneByOne
	}
}

// isLaidOut says whether the table is laid out as in the form, so that most of its heads stand in their order.
func (h *heldTable) isLaidOut() bool {
	found := 0
	for _, at := range h.match {
		if at >= 0 {
			found++
		}
	}
	return 2*found >= len(h.due)
}

// takes says whether a head may be printed in the place of the one that is due.
func (d dueHead) takes(one saidHead) bool { return one.kind == anyHead || one.kind == d.kind }

// headLeaves are the heads of single rows and columns.
var headLeaves = map[label.Kind]bool{label.Row: true, label.Column: true}

// headPair is a head that is due and what is printed in its place.
type headPair struct{ due, said int }

// pairs are the heads that are printed otherwise than they are due, and what is left that is due nowhere. The names of rows and columns that
// the form has are none of them, wherever they stand: their figures are told by them. Neither is what stands there again.
func (h *heldTable) pairs() (pairs []headPair, left []int) {
	isMatched := map[*label.Label]bool{}
	isDue := map[*label.Label]bool{}
	for _, at := range h.match {
		if at >= 0 {
			isMatched[h.due[at].label] = true
		}
	}
	for _, d := range h.due {
		isDue[d.label] = true
	}
	spare := h.spareRows()
	next := 0 // the first that is due behind the last match
	for from := 0; from < len(h.said); {
		if h.match[from] >= 0 {
			next = h.match[from] + 1
			from++
			continue
		}
		to := from
		for to < len(h.said) && h.match[to] < 0 {
			to++
		}
		end := len(h.due)
		if to < len(h.said) {
			end = h.match[to]
		}
		oneByOne := end-next == to-from
		for i := from; i < to; i++ {
			one := h.said[i]
			at := next
			for at < end && !oneByOne && !h.due[at].takes(one) {
				at++
			}
			if oneByOne {
				next++
			}
			isHere := at < end && h.due[at].takes(one)
			switch isLeaf := one.Label != nil && isDue[one.Label] && headLeaves[one.Label.Kind()]; {
			case isLeaf && !spare[i] && (!isHere || h.due[at].leaf):
			case isHere && !spare[i]:
				pairs = append(pairs, headPair{at, i})
				next = at + 1
			case !spare[i] && one.Label != nil && isMatched[one.Label]:
			default:
				left = append(left, i)
			}
		}
		from = to
	}
	return pairs, left
}

// spareRows are the rows of the form that stand there once more than the table does.
func (h *heldTable) spareRows() map[int]bool {
	rows := map[*label.Label][]int{}
	for i, one := range h.said {
		if one.kind == rowHead && one.Label != nil && len(h.lines[one.line].Figures) > 0 {
			rows[one.Label] = append(rows[one.Label], i)
		}
	}
	copies := 0
	for _, d := range h.due {
		if n := len(rows[d.label]); d.kind == rowHead && n > 0 && (copies == 0 || n < copies) {
			copies = n
		}
	}
	spare := map[int]bool{}
	for _, d := range h.due {
		if d.kind == rowHead {
			for _, i := range rows[d.label][min(copies, len(rows[d.label])):] {
				spare[i] = true
			}
		}
	}
	return spare
}

// surplusFigures are the figures behind those of the form, row by row, and the first line that has some.
func (h *heldTable) surplusFigures(table *form.Table) (text string, line int) {
	inRow, widest := map[int]int{}, 0
	for _, s := range table.Grid().Slots {
		if s.Cell != nil {
			inRow[s.Row]++
			widest = max(widest, inRow[s.Row])
		}
	}
	var surplus []string
	for i, l := range h.lines {
		if len(l.Figures) > widest {
			if surplus == nil {
				line = i
			}
			surplus = append(surplus, l.Figures[widest:]...)
		}
	}
	return wordsOf(grid.Line{Figures: surplus}), line
}
