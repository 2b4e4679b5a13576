package form

import (
	"strings"
	"sync"
)

// The rows of the table on applications that are no outcome: what came in within the year, what was left from the year before, and what
// is left for the next.
const (
	ReceivedRow   = "received"
	CarriedInRow  = "carried_in"
	CarriedOutRow = "carried_out"
)

// NaturalPerson is the only column of the table on applications, but for the total, that is none of 法人或其他组织.
const NaturalPerson = "natural_person"

// Organisations are the keys of the columns of 法人或其他组织, which are the same in all editions.
var Organisations = sync.OnceValue(func() (keys []string) {
	all := Editions()
	for _, a := range all[len(all)-1].Applicants() {
		if a.Key != NaturalPerson {
			keys = append(keys, a.Key)
		}
	}
	return keys
})

// requestsTable is the key of the table on applications, the same in all editions.
const requestsTable = "requests"

// Kind is a row or a column of the table on applications in which figures are typed: an outcome, or who applied.
type Kind struct {
	Key   string // the part of the cells' keys: denied.state_secret, natural_person
	Name  string // the short name
	Label string // as printed
}

// Applicants lists who applies, in the order of the table's columns.
func (e *Edition) Applicants() []Kind {
	return e.requestKinds(func(c *Cell) []Head { return c.Column }, func(string) bool { return true })
}

// Outcomes lists what becomes of an application, in the order of the table's rows.
func (e *Edition) Outcomes() []Kind {
	return e.requestKinds(func(c *Cell) []Head { return c.Row }, func(key string) bool {
		return key != ReceivedRow && key != CarriedInRow && key != CarriedOutRow
	})
}

func (e *Edition) requestKinds(heads func(*Cell) []Head, wanted func(key string) bool) []Kind {
	var kinds []Kind
	told := map[string]bool{}
	for i := range e.Cells() {
		c := &e.Cells()[i]
		if !c.IsRequest() || c.Total {
			continue
		}
		head := last(heads(c))
		key := keyOf(heads(c))
		if !told[key] && wanted(key) {
			told[key] = true
			kinds = append(kinds, Kind{key, head.Name, head.Label})
		}
	}
	return kinds
}

// keyOf is the part of a cell's key that its heads on one side make.
func keyOf(heads []Head) string {
	var parts []string
	for _, h := range heads {
		if h.Key != "" {
			parts = append(parts, h.Key)
		}
	}
	return strings.Join(parts, ".")
}

// RequestKey is the key of a cell of the table on applications.
func RequestKey(row, applicant string) Key {
	return Key(requestsTable + "." + row + "." + applicant)
}

// IsRequest says whether a figure stands in the table on applications.
func (c *Cell) IsRequest() bool { return c.Table == requestsTable }

// RequestCells lists the cells of the table on applications in which figures are typed.
func (e *Edition) RequestCells() []*Cell {
	var cells []*Cell
	for i := range e.Cells() {
		if c := &e.Cells()[i]; c.IsRequest() && !c.Total {
			cells = append(cells, c)
		}
	}
	return cells
}
