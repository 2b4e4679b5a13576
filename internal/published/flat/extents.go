package flat

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// part is a label or a value that belongs to a table.
type part struct {
	item
	row  *row // nil for a head
	copy int  // of the table
}

// extent is a stretch of the folded text that belongs to a table.
type extent struct {
	table      label.Table
	start, end int
	values     bool
	copy       int // of the table, where it begins
}

// Bounds on what stands between two parts of one stretch of a table.
const (
	mostApart   = 2000 // bytes
	mostLetters = 40
)

// extents are the stretches that tables occupy, in the order of the text. Sentences between rows part them, and are not in them.
func (a *assembly) extents() []extent {
	var all []extent
	for i, p := range a.parts {
		if !a.isTable(p) {
			continue
		}
		if n := len(all); n > 0 && all[n-1].table == p.in && a.areTogether(all[n-1].end, p.start, p.in) {
			all[n-1].end = p.end
			all[n-1].values = all[n-1].values || p.kind == value
			continue
		}
		all = append(all, extent{p.in, a.parts[i].start, p.end, p.kind == value, p.copy})
	}
	return slices.DeleteFunc(all, func(e extent) bool {
		return !e.values && e.table == label.Disputes && !a.disputes[e.copy].isBare(a.text) // sentences that have words of the table
	})
}

// isTable tells whether a part stands in a table, not in sentences that have words of one.
func (a *assembly) isTable(p part) bool {
	switch {
	case p.row != nil && p.row.spoilt == inSentence:
		return false
	case p.in == label.Requests:
		return a.requests[p.copy].isTable()
	case p.in == label.Disputes:
		d := a.disputes[p.copy]
		return (len(d.heads)+utf8.RuneCountInString(d.torn)/4 >= 10 || d.isBare(a.text)) && (d.next == 0 || p.start < d.next)
	}
	return true
}

// mostBare is how many heads may stand in line, twice those of table four.
const mostBare = 40

// isBare tells whether nothing stands between the heads, at least those of one block in the form's order.
func (d *disputes) isBare(text string) bool {
	if len(d.heads) == 0 || len(d.heads) > mostBare {
		return false
	}
	for i := range len(d.heads) - 1 {
		if strings.Trim(text[d.heads[i].end:d.heads[i+1].start], separators) != "" {
			return false
		}
	}
	columns := d.columns()
	for i, key := range []string{"upheld", "corrected", "other", "pending"} {
		if i >= len(columns) || columns[i].label.Key != key {
			return false
		}
	}
	return true
}

// areTogether tells whether what stands between two places of a text is no sentence.
func (a *assembly) areTogether(from, to int, in label.Table) bool {
	if to-from > mostApart {
		return false
	}
	between := a.text[from:to]
	if in == label.Requests && areRequestWords(between) {
		return true
	}
	return !isSentence(between) && utf8.RuneCountInString(label.Letters(between)) <= mostLetters
}

// wordings are the labels that are printed otherwise than an edition prescribes.
func (a *assembly) wordings(e *form.Edition, original string, folded label.Folded) []Wording {
	if e == nil {
		return nil
	}
	var all []Wording
	for _, p := range a.parts {
		if p.kind != name || !a.isTable(p) {
			continue
		}
		_, words, ok := p.label.In(e.ID)
		end := p.end
		if p.row != nil && p.row.start == p.start {
			end = p.row.end
		}
		from, to := folded.Original(p.start, end)
		if ok && !p.label.IsAsPrescribed(original[from:to], e.ID) && !(p.row != nil && p.in == label.Requests && p.row.isTorn(a.text, words)) {
			all = append(all, Wording{p.label, words, original[from:to], from})
		}
	}
	return all
}
