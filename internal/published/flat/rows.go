package flat

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// row is a label of a row with the values behind it.
type row struct {
	label      *label.Label // nil for a row without one
	start, end int          // of the label with its notes
	said       string       // the letters of unknown text before a row without a label
	values     []item
	next       int    // where the next item that is no value begins
	textBehind bool   // unknown text stands there, which may have come between its values
	spoilt     string // why its values are not certain, "" if nothing speaks against them
	head       *head  // of table two
	orphans    int    // values behind that text
	asOthers   bool   // its bars are uneven, but as those of the other rows below its head
}

// head is what stands over the rows of a block of table two.
type head struct {
	columns []item // labels
	others  []item // and unknown text among them
	corner  int    // where the corner ends, -1 without one
	end     int
}

// requests is a copy of table three.
type requests struct {
	heads []item // labels of columns and unknown text, up to the first row
	rows  []*row
	again bool // the heads were repeated, and no row came since
}

// disputes is a copy of table four: heads, then values.
type disputes struct {
	heads      []item // labels
	torn       string // letters of heads that are torn
	start, end int    // of the heads
	values     []item
	next       int
	closed     bool
}

// assembly is what the items of a text are: rows and heads of the tables. A table that is there several times has several copies.
type assembly struct {
	text      string
	proactive [][]*row
	requests  []*requests
	disputes  []*disputes
	parts     []part // of the tables, in the order of the text

	captions, corners int // of table two

	in     label.Table
	open   *row
	closed *row // by text, and no label came since
	head   *head
	since  strings.Builder // letters of unknown text since the last label or value
	isText bool            // sentences stand behind the head
}

func assemble(text string, items []item) *assembly {
	a := &assembly{text: text}
	for _, it := range items {
		switch it.kind {
		case name:
			a.addName(it)
		case value:
			a.addValue(it)
		case unknown:
			a.addUnknown(it)
		}
	}
	a.close(len(text))
	for _, d := range a.disputes {
		d.endAt(len(text))
	}
	return a
}

// close ends the open row where the next item begins.
func (a *assembly) close(at int) {
	if a.open != nil {
		a.open.next = at
		a.open = nil
	}
}

func (a *assembly) addName(it item) {
	a.close(it.start)
	a.closed = nil
	a.since.Reset()
	if n := len(a.disputes); n > 0 {
		a.disputes[n-1].endAt(it.start)
	}
	if it.in != a.in {
		a.enter(it)
	}
	switch it.in {
	case label.Proactive:
		a.addProactive(it)
	case label.Requests:
		a.addRequests(it)
	case label.Disputes:
		a.addDisputes(it)
	}
	if it.label.Table != label.None {
		a.parts = append(a.parts, part{it, a.open, a.copyOf(it.in)})
	}
}

// copyOf is the copy of a table that items belong to now.
func (a *assembly) copyOf(table label.Table) int {
	switch table {
	case label.Requests:
		return len(a.requests) - 1
	case label.Disputes:
		return len(a.disputes) - 1
	}
	return len(a.proactive) - 1
}

// enter begins a copy of the table that a label opens.
func (a *assembly) enter(it item) {
	a.in = it.in
	switch it.in {
	case label.Proactive:
		a.proactive = append(a.proactive, nil)
		a.head, a.isText = nil, false
	case label.Requests:
		a.requests = append(a.requests, &requests{})
	case label.Disputes:
		a.disputes = append(a.disputes, &disputes{start: it.start, end: it.end})
	}
}

func (a *assembly) addProactive(it item) {
	switch it.label.Kind() {
	case label.Caption:
		a.captions++
		a.head, a.isText = nil, false
	case label.Corner:
		a.corners++
		a.head, a.isText = &head{corner: it.end, end: it.end}, false
	case label.Column, label.Torn:
		if a.head == nil {
			a.head = &head{corner: -1}
		}
		a.head.columns = append(a.head.columns, it)
		a.head.end = it.end
	case label.Row, label.Foreign:
		a.open = &row{label: it.label, start: it.start, end: it.end, head: a.head}
		if a.isText {
			a.open.spoilt = inSentence
		}
		a.addRow()
	}
}

func (a *assembly) addRow() {
	last := len(a.proactive) - 1
	a.proactive[last] = append(a.proactive[last], a.open)
}

func (a *assembly) addRequests(it item) {
	r := a.requests[len(a.requests)-1]
	switch it.label.Kind() {
	case label.Corner, label.ColumnGroup, label.Column:
		if len(r.rows) == 0 {
			r.heads = append(r.heads, it)
			return
		}
		if it.label.Kind() != label.Column {
			if r.again = r.hasWhole(); !r.again { // what came before were sentences
				a.requests = append(a.requests, &requests{heads: []item{it}})
			}
			return
		}
		if stray := a.strayRow(r, it); stray != nil {
			a.open = stray
			r.rows = append(r.rows, stray)
		}
	case label.Row, label.RowGroup:
		if r.again && it.label.Kind() == label.Row && placeOf(it.label.Key) <= r.last() {
			r = &requests{heads: r.heads}
			a.requests = append(a.requests, r)
		}
		r.again = false
		a.open = &row{label: it.label, start: it.start, end: it.end}
		r.rows = append(r.rows, a.open)
	}
}

// isDropped tells whether lines that repeat others are lost: corners are among them.
func (a *assembly) isDropped() bool { return a.captions >= 3 && a.corners <= 1 }

// strayRow is the row that 其他 or 总计 without its number heads where only that row may follow, nil if it is a column's head.
func (a *assembly) strayRow(r *requests, it item) *row {
	before := r.rows[len(r.rows)-1]
	follows := map[string]string{"other": "other.unpaid", "total": "other.miscellaneous"}[it.label.Key]
	if r.again || before.label == nil || len(before.values) == 0 || follows == "" || before.label.Key != follows {
		return nil
	}
	key := map[string]string{"other": "other.miscellaneous", "total": "total"}[it.label.Key]
	return &row{label: label.RowOf(label.Requests, key), start: it.start, end: it.end}
}

// fewRows is how many rows are more than chance.
const fewRows = 5

// isTable tells whether it is a table, not sentences that have words of one.
func (r *requests) isTable() bool { return len(r.heads) >= fewRows || len(r.rows) >= fewRows }

// hasWhole tells whether a row has as many figures as the table has columns, or digits for as many.
func (r *requests) hasWhole() bool {
	return slices.ContainsFunc(r.rows, func(row *row) bool {
		n := len(row.values)
		return n >= requestColumns || n > 0 && row.values[n-1].end-row.values[0].start >= requestColumns
	})
}

// last is the place in the form of the copy's last row that has one.
func (r *requests) last() int {
	for i := len(r.rows) - 1; i >= 0; i-- {
		if l := r.rows[i].label; l.Kind() == label.Row {
			return placeOf(l.Key)
		}
	}
	return -1
}

// placeOf is the place of a row of table three among those of all editions.
func placeOf(key string) int {
	if key == "other" {
		key = "other.uncorrected"
	}
	return slices.Index(requestRows(), key)
}

// requestRows are the rows of table three in the newest edition.
var requestRows = sync.OnceValue(func() []string {
	editions := form.Editions()
	return rowKeys(editions[len(editions)-1], label.Requests)
})

func (a *assembly) addDisputes(it item) {
	d := a.disputes[len(a.disputes)-1]
	if it.label.Kind() == label.Section {
		return
	}
	if it.label.Key == "review" && (len(d.values) > 0 || d.isBegun()) {
		d = &disputes{start: it.start}
		a.disputes = append(a.disputes, d)
	}
	if len(d.heads) == 0 {
		d.start = it.start
	}
	if len(d.values) > 0 {
		d.closed = true
		return
	}
	d.heads = append(d.heads, it)
	d.end = it.end
}

// endAt notes where what stands behind the values begins.
func (d *disputes) endAt(at int) {
	if len(d.values) > 0 && d.next == 0 {
		d.next = at
	}
}

// isBegun tells whether columns of figures were named.
func (d *disputes) isBegun() bool { return len(d.columns()) > 0 }

// columns are the heads of columns of figures.
func (d *disputes) columns() []item {
	var columns []item
	for _, it := range d.heads {
		if it.label.Kind() == label.Column {
			columns = append(columns, it)
		}
	}
	return columns
}

// mostNameless is how many letters of unknown text may be the rest of the label of a row.
const mostNameless = 12

func (a *assembly) addValue(it item) {
	if a.closed != nil {
		a.closed.orphans++
	}
	if it.in == label.Proactive && a.open == nil && a.head != nil && len(a.head.columns) > 0 && utf8.RuneCountInString(a.since.String()) <= mostNameless {
		a.open = &row{start: it.start, end: it.start, said: a.since.String(), head: a.head}
		if a.isText {
			a.open.spoilt = inSentence
		}
		a.addRow()
	}
	a.since.Reset()
	if a.open != nil {
		a.open.values = append(a.open.values, it)
		a.parts = append(a.parts, part{it, a.open, a.copyOf(it.in)})
	}
	if it.in == label.Disputes {
		if d := a.disputes[len(a.disputes)-1]; !d.closed {
			d.values = append(d.values, it)
			a.parts = append(a.parts, part{it, nil, a.copyOf(it.in)})
		}
	}
}

// mostOthers bounds the unknown text among heads.
const mostOthers = 8

// Why rows are not read.
const (
	inSentence = "这个数写在句子里，不是表格里的数"
	runsOn     = "数字后面紧跟着别的文字，不能确定到哪里为止"
	cutLabel   = "数字前面的文字不是表格里的名称"
)

func (a *assembly) addUnknown(it item) {
	words := a.text[it.start:it.end]
	if it.in == label.Disputes {
		a.disputes[len(a.disputes)-1].addUnknown(it, words)
	}
	if a.open != nil {
		if a.continues(it, words) {
			a.open.end = it.end
			return
		}
		if len(a.open.values) == 0 {
			a.open.spoilt = cutLabel
		} else if last := a.open.values[len(a.open.values)-1]; it.start == last.end {
			a.open.spoilt = runsOn
		} else if isSentence(words) && !strings.ContainsAny(a.text[last.end:it.start], "\n|\f") {
			a.open.spoilt = inSentence
		}
		a.open.textBehind = true
		a.closed = a.open
		a.close(it.start)
	}
	if isSentence(words) {
		a.isText = true
	} else if it.in == label.Proactive && a.head != nil && a.head.corner >= 0 && len(a.head.others) < mostOthers {
		a.head.others = append(a.head.others, it)
	}
	a.since.WriteString(label.Letters(words))
	if it.in == label.Requests {
		if r := a.requests[len(a.requests)-1]; len(r.rows) == 0 {
			r.heads = append(r.heads, it)
		}
	}
}

// continues tells whether unknown text behind the label of a row that has no values yet is the rest of that label.
func (a *assembly) continues(it item, words string) bool {
	if len(a.open.values) > 0 || a.open.label == nil {
		return false
	}
	if it.start == a.open.end && !strings.ContainsAny(words, "0123456789") {
		return true
	}
	rest := label.Letters(words)
	return rest != "" && a.open.label.Table == label.Requests && strings.Contains(label.Letters(label.Text(a.open.label.Words())), rest)
}

// isSentence tells unknown text that is part of sentences.
func isSentence(words string) bool {
	if strings.ContainsAny(words, "。;") {
		return true
	}
	_, rest, found := strings.Cut(words, ",")
	return found && utf8.RuneCountInString(rest) >= 4
}

// addUnknown takes torn heads together; behind values it ends the table.
func (d *disputes) addUnknown(it item, words string) {
	if len(d.values) > 0 {
		d.endAt(it.start)
		d.closed = true
		return
	}
	d.torn += label.Letters(words)
	d.end = it.end
}
