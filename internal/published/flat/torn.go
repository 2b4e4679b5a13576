package flat

import (
	"slices"
	"strings"
	"sync"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// tornHeads3 are the letters of the heads of table three, sorted, when all of its columns are there: with or without the head over
// them, with or without the corner.
var tornHeads3 = sync.OnceValue(func() []string {
	editions := form.Editions()
	for _, t := range editions[len(editions)-1].Tables() {
		if t.Key != label.Requests.Key() {
			continue
		}
		over, columns := t.Blocks[0].Columns[0].Label, wordsOf(t.Blocks[0].Columns[0].Children)
		var all []string
		for _, corner := range []string{"", t.Blocks[0].Corner} {
			all = append(all, sorted(corner+columns), sorted(corner+over+columns))
		}
		return all
	}
	return nil
})

func wordsOf(heads []form.Head) string {
	var b strings.Builder
	for _, h := range heads {
		b.WriteString(h.Label + wordsOf(h.Children))
	}
	return b.String()
}

// sorted are the letters of a text in the order of characters.
func sorted(text string) string {
	letters := []rune(label.Letters(label.Text(text)))
	slices.Sort(letters)
	return string(letters)
}

// mostTornHeads bounds the pieces of torn heads.
const mostTornHeads = 60

// areTorn tells whether the heads are pieces of the form's, whatever their order, and nothing else: they share lines with their
// neighbours where a page of PDF is read by lines.
func (c *requests) areTorn(text string) bool {
	if len(c.rows) == 0 {
		return false
	}
	end := c.rows[0].start
	for i := max(0, len(c.heads)-mostTornHeads); i < len(c.heads); i++ {
		if start := c.heads[i].start; start < end && end-start <= headStretch && slices.Contains(tornHeads3(), sorted(text[start:end])) {
			return true
		}
	}
	return false
}

// isRowAlone tells whether a stretch of text holds a line of as many numbers as table three has columns, and nothing else.
func isRowAlone(text string) bool {
	for _, line := range strings.Split(text, "\n") {
		fields := strings.Fields(line)
		isRow := len(fields) == requestColumns
		for _, f := range fields {
			isRow = isRow && number(f, 0) == len(f)
		}
		if isRow {
			return true
		}
	}
	return false
}

// isTorn tells whether the label of a row is the prescribed words, in lines before and behind its values, with pieces of the heads beside
// the rows among them.
func (r *row) isTorn(text, words string) bool {
	if len(r.values) == 0 || r.end-r.start > mostBracket {
		return false
	}
	want, all, alone := label.Letters(label.Text(words)), "", ""
	for _, piece := range strings.Fields(text[r.start:r.end]) {
		letters := label.Letters(piece)
		all += letters
		if !isPartOfGroup(piece) {
			alone += letters
		}
	}
	last := r.values[len(r.values)-1].end
	behind := label.Letters(text[last:min(len(text), last+mostBracket)])
	for _, before := range []string{all, alone} {
		rest, ok := strings.CutPrefix(want, before)
		if ok && (rest == "" && before != all || rest != "" && strings.HasPrefix(behind, rest)) {
			return true
		}
	}
	return false
}

// isPartOfGroup tells letters that are some of a head beside the rows of table three, 予公开 of 不予公开.
func isPartOfGroup(words string) bool { return isPartOf(words, requestWords().groups) }

// areRequestWords tells whether all that a text has between blanks and figures is some of the words of table three.
func areRequestWords(text string) bool {
	for _, piece := range strings.Fields(text) {
		if number(piece, 0) != len(piece) && strings.Trim(piece, separators) != "" && !isPartOf(piece, requestWords().all) {
			return false
		}
	}
	return true
}

func isPartOf(words string, of []string) bool {
	letters := label.Letters(words)
	return letters != "" && slices.ContainsFunc(of, func(whole string) bool { return strings.Contains(whole, letters) })
}

// requestWords are the letters of what is printed in table three, in all editions: of the heads beside the rows, and of all.
var requestWords = sync.OnceValue(func() (w struct{ groups, all []string }) {
	add := func(to *[]string, words string) {
		if letters := label.Letters(label.Text(words)); !slices.Contains(*to, letters) {
			*to = append(*to, letters)
		}
	}
	for _, e := range form.Editions() {
		for _, t := range e.Tables() {
			if t.Key != label.Requests.Key() {
				continue
			}
			for _, s := range t.Grid().Slots {
				if s.Label != "" {
					add(&w.all, s.Label)
				}
			}
			for _, h := range groupsIn(t.Blocks[0].Rows) {
				add(&w.groups, h)
			}
		}
	}
	return w
})

// groupsIn are the labels of heads that have others.
func groupsIn(heads []form.Head) (labels []string) {
	for _, h := range heads {
		if len(h.Children) > 0 {
			labels = append(append(labels, h.Label), groupsIn(h.Children)...)
		}
	}
	return labels
}
