// Package flat reads the figures of the three tables out of texts in which the tables were flattened by copying: cells between bars, one
// a line, parted by blanks, or run together. What is not certain is left blank and said: a wrong figure is worse than none.
//
// Tables that are said row by row in sentences, as our own text may say them, are found first (said).
//
// The stages are fold (characters), lex (labels, values, other text), mend (labels that were spoilt), rows (values behind labels),
// certainty (which cells the values are), split (digits that run together) and solve (equations of the whole table).
package flat

import (
	"cmp"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// Reading is what a text says in its tables. All places are bytes of the text as it stands.
type Reading struct {
	Edition  *form.Edition // by the tables' own words; nil where they do not tell
	Figures  []Figure      // in the order of the form
	Blank    []form.Key    // cells that are certainly blank on the page, in the order of the form
	Unplaced []Unplaced    // in the order of the text
	Wordings []Wording     // in the order of the text
	Extents  []Extent      // what the tables occupy, in the order of the text; disjoint
	TooLong  bool          // nothing was read: no report is so long
}

// Figure is the text of a cell.
type Figure struct {
	Key        form.Key
	Text       string // as it stands, with sign, words and unit: 43.788万元, 增加5
	Start, End int
	How        How
}

// How a figure was told.
type How int

const (
	AsItStands How = iota // it stands by itself
	Split                 // from digits that run together, which only one cut makes agree
)

// Unplaced is a stretch of a table with digits of which it is not certain where they belong.
type Unplaced struct {
	Text       string
	Start, End int
	Why        string // a sentence without its end
}

// Wording is a label that is printed otherwise than the form prescribes.
type Wording struct {
	Label      *label.Label
	Prescribed string
	Printed    string
	Start      int
}

// Extent is a stretch of the text that belongs to a table.
type Extent struct {
	Table      label.Table
	Start, End int
}

// mostText is how many bytes a text may have: a hundred times the longest report.
const mostText = 1 << 20

// Read reads the tables of a text. year is that of the report where it is known, else 0: it tells the edition where the tables do not.
func Read(text string, year int) Reading {
	if len(text) > mostText {
		return Reading{TooLong: true}
	}
	folded := label.Fold(text)
	t := withoutFurniture(folded.Text)
	p := readTables(t, year)
	r := p.reading(text, folded)
	r.Edition = p.told
	return r
}

// readTables reads the tables of a folded text: rows that are said in sentences first, and what is left as what copying made of tables. Where
// that is another way to say them, it is told, and what is left of it is read again.
func readTables(text string, year int) *places {
	own, told := saidRows(text)
	left := without(text, own, func(r saidRow) extent { return r.extent })
	p := readFlattened(left, told, year)
	others := saidInOtherWords(left, own, p.isFlattened)
	if len(others) > 0 {
		p = readFlattened(without(left, others, func(e extent) extent { return e }), told, year)
	}
	p.text = text
	p.takeSaid(own, others)
	return p
}

// readFlattened reads tables that were flattened, of an edition that is known if it is told.
func readFlattened(text string, told *form.Edition, year int) *places {
	items := mend(text, lex(text))
	a := assemble(text, items)
	p := &places{text: text, items: items, assembled: a, told: cmp.Or(a.edition(), told), copies: map[form.Key][]found{}, steps: effort{mostSteps}}
	p.lines = linesOf(text, a.allRows())
	p.edition = p.told
	if p.edition == nil {
		p.edition, _ = form.ForYear(year)
	}
	p.proactive()
	p.requests()
	p.disputes()
	return p
}
