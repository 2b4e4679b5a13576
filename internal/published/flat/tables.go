package flat

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// places finds the places of the figures of an edition.
type places struct {
	text      string
	assembled *assembly
	items     []item
	told      *form.Edition // nil if the tables do not tell it
	edition   *form.Edition // nil if it is not known
	sentences []extent      // in which tables are said
	steps     effort
	copies    map[form.Key][]found
	unplaced  []unplaced
	lines     lines               // of all tables
	columns   map[string][]column // of the rows of table two
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
		if it.kind == name && it.in == label.Proactive && it.label.OnlyIn() != "" && (it.row == nil || it.row.spoilt != inSentence) {
			votes[it.label.OnlyIn()]++
		}
	}
	if len(votes) == 0 {
		a.requestVotes(votes)
	}
	all := 0
	for _, n := range votes {
		all += n
	}
	for _, e := range form.Editions() {
		if n := votes[e.ID]; n > 0 && (all-n)*nearlyAll <= n {
			return e
		}
	}
	return nil
}

// nearlyAll is how many times as many words an edition must have as all others.
const nearlyAll = 4

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
	if c.state == uncertain {
		p.unplaced = append(p.unplaced, unplaced{c.start, c.end, endOfText})
	} else {
		p.copies[key] = append(p.copies[key], found{copy, c})
	}
}

// leave says why the values of a row have no place.
func (p *places) leave(r *row, why string) {
	if len(r.values) > 0 && why != inSentence {
		p.unplaced = append(p.unplaced, unplaced{r.values[0].start, r.values[len(r.values)-1].end, why})
	}
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

// rowKeys lists the keys of a table's rows in the order of the form.
func rowKeys(e *form.Edition, table label.Table) []string {
	var keys []string
	for _, c := range e.Cells() {
		if c.Table != table.Key() {
			continue
		}
		key := strings.TrimPrefix(string(c.Key), c.Table+".")
		key = key[:strings.LastIndexByte(key, '.')]
		if len(keys) == 0 || keys[len(keys)-1] != key {
			keys = append(keys, key)
		}
	}
	return keys
}

// allRows are the rows of all tables two and three.
func (a *assembly) allRows() []*row {
	all := slices.Concat(a.proactive...)
	for _, r := range a.requests {
		all = append(all, r.rows...)
	}
	return all
}
