package label

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// labels is the table of labels, made once.
var labels = sync.OnceValue(func() *index {
	x := &index{nodes: []node{{}}}
	for _, e := range form.Editions() {
		for _, s := range e.Sections {
			x.add(None, s.Numeral, use{edition: e.ID, kind: Section, words: s.Heading()})
		}
		for _, t := range e.Tables() {
			x.addTable(e, t)
		}
	}
	for _, f := range foreign {
		x.labels = append(x.labels, &Label{Table: f.table, Key: f.key, kind: f.kind})
		x.spell(len(x.labels)-1, "", f.spellings)
	}
	return x
})

// index finds labels by their letters: a tree of letters from the root, with the labels that end at a node.
type index struct {
	labels []*Label
	nodes  []node
}

type node struct {
	next map[rune]int
	ends []int // labels
}

func (x *index) addTable(e *form.Edition, t *form.Table) {
	table, _ := TableOf(t.Key)
	for _, b := range t.Blocks {
		if b.Caption != "" {
			x.add(table, numeralIn(b.Caption), use{edition: e.ID, kind: Caption, words: b.Caption})
		}
		if b.Corner != "" {
			x.add(table, "", use{edition: e.ID, kind: Corner, words: b.Corner})
		}
		x.addHeads(e, table, "", b.Columns, ColumnGroup, Column)
		x.addHeads(e, table, "", b.Rows, RowGroup, Row)
	}
}

func (x *index) addHeads(e *form.Edition, table Table, above string, heads []form.Head, group, leaf Kind) {
	for _, h := range heads {
		key := strings.Trim(above+"."+h.Key, ".")
		if len(h.Children) == 0 {
			if leaf == Column { // a column's own part, as it stands below several heads
				key = h.Key
			}
			x.add(table, key, use{edition: e.ID, kind: leaf, words: h.Label})
			continue
		}
		x.add(table, key, use{edition: e.ID, kind: group, words: h.Label})
		x.addHeads(e, table, key, h.Children, group, leaf)
	}
}

// numeralIn is the numeral between the brackets of a caption.
func numeralIn(caption string) string {
	_, rest, _ := strings.Cut(caption, "（")
	numeral, _, _ := strings.Cut(rest, "）")
	return numeral
}

// add puts a label of an edition into the table: what has the same key and the same spellings in several editions or blocks is one.
func (x *index) add(table Table, key string, u use) {
	letters := Letters(Fold(u.words).Text)
	s := spellingOf(letters)
	u.number = numberOf(letters)
	u.letters = []rune(strings.TrimPrefix(letters, u.number))
	for i, l := range x.labels {
		if l.Table != table || l.Key != key || !slices.ContainsFunc(l.uses, func(o use) bool { return spellingOf(o.number + string(o.letters)).of[0] == s.of[0] }) {
			continue
		}
		if _, _, has := l.In(u.edition); !has {
			l.uses = append(l.uses, u)
			x.spell(i, u.number, s.as)
		}
		return
	}
	x.labels = append(x.labels, &Label{Table: table, Key: key, uses: []use{u}})
	x.spell(len(x.labels)-1, u.number, s.as)
}

// numberOf is the number that the letters of a label begin with, a point behind it: 一 or 1.
func numberOf(letters string) string {
	if len(letters) > 1 && letters[1] == '.' {
		return letters[:2]
	}
	for _, numeral := range []string{"一", "二", "三", "四", "五", "六", "七"} {
		if rest, ok := strings.CutPrefix(letters, numeral); ok && !strings.HasPrefix(rest, "十") {
			return numeral
		}
	}
	return ""
}

// spell puts the ways to write a label into the tree.
func (x *index) spell(l int, number string, spellings []string) {
	for _, s := range spellings {
		bare, numbered := strings.CutPrefix(s, "#")
		for _, letters := range expand(bare) {
			if number != "" {
				x.insert(number+letters, l)
			}
			if number == "" || !numbered {
				x.insert(letters, l)
			}
		}
	}
}

func (x *index) insert(letters string, l int) {
	at := 0
	for _, r := range letters {
		if x.nodes[at].next[r] == 0 {
			if x.nodes[at].next == nil {
				x.nodes[at].next = map[rune]int{}
			}
			x.nodes[at].next[r] = len(x.nodes)
			x.nodes = append(x.nodes, node{})
		}
		at = x.nodes[at].next[r]
	}
	if !slices.Contains(x.nodes[at].ends, l) {
		x.nodes[at].ends = append(x.nodes[at].ends, l)
	}
}

// mostBlanks bounds the blanks between two letters of a label, in bytes.
const mostBlanks = 400

// mostOpen bounds the marks that open before the first letter.
const mostOpen = 2

// longest finds the longest label from a byte on, -1 if there is none.
func (x *index) longest(text string, at int, in Table) (l, end int) {
	l, end = -1, at
	n, blank, last := 0, 0, rune(0)
	for i := at; i < len(text) && blank < mostBlanks; {
		r, size := utf8.DecodeRuneInString(text[i:])
		next := x.nodes[n].next[r]
		if next == 0 && isPoint(r) {
			next = x.nodes[n].next['.']
		}
		switch {
		case next != 0:
			n, blank, last = next, 0, r
			if found := x.endingIn(n, in); found >= 0 {
				l, end = found, i+size
			}
		case n != 0 && r == last && blank == 0 && chinese.IsHan(r): // a letter that is there twice
			last = 0
			if end == i {
				end += size
			}
		case isSoft(r) && (n != 0 || (r == '(' || r == '"') && blank < mostOpen):
			blank++
		default:
			return l, closed(text, at, end)
		}
		i += size
	}
	return l, closed(text, at, end)
}

// endingIn is the label that ends at a node and is told in a table, -1 if there is none.
func (x *index) endingIn(n int, in Table) int {
	for _, l := range x.nodes[n].ends {
		if x.labels[l].isToldIn(in) {
			return l
		}
	}
	return -1
}

// isToldIn tells whether a label is looked for in a table. What opens a table is, wherever one is.
func (l *Label) isToldIn(table Table) bool {
	if l.Table == table || l.Table == None {
		return true
	}
	switch l.Kind() {
	case Caption, Corner:
		return true
	case ColumnGroup:
		return l.Table == Requests && strings.HasPrefix(l.Words(), "申请人")
	}
	return false
}

// closed is the end of a label with the mark that closes what was opened in it.
func closed(text string, at, end int) int {
	open := strings.Count(text[at:end], "(") - strings.Count(text[at:end], ")")
	quoted := strings.Count(text[at:end], `"`)%2 == 1
	for i := end; i < min(len(text), end+mostBlanks); i++ {
		switch {
		case text[i] == '"' && quoted:
			quoted, end = false, i+1
		case text[i] == ')' && open > 0:
			open, end = open-1, i+1
		case strings.IndexByte(blanks, text[i]) < 0:
			return end
		}
	}
	return end
}

// RowOf is the label of a table's row by its key, nil if no edition has it.
func RowOf(table Table, key string) *Label { return labelOf(table, key, Row) }

// ColumnOf is the label of a table's column by the last part of its key, nil if no edition has it.
func ColumnOf(table Table, key string) *Label { return labelOf(table, key, Column) }

func labelOf(table Table, key string, kind Kind) *Label {
	for _, l := range labels().labels {
		if l.Table == table && l.Key == key && slices.ContainsFunc(l.uses, func(u use) bool { return u.kind == kind }) {
			return l
		}
	}
	return nil
}
