// Package form says what the law asks: the sections, tables, headings, totals, balances and citations
// of the yearly report on government information disclosure (政府信息公开工作年度报告).
//
// Each edition is declared once, whole, as data (edition2019.go, edition2021.go); everything that can be
// derived from a declaration (cells, printed grids, equations, names) is derived here and declared nowhere else.
package form

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/pattern"
)

// Key addresses one cell, field or text of the report, such as "requests.received.total".
// It is the same in workbooks (as a defined name), findings and exchange JSON, and in both editions where the meaning is the same.
type Key string

// DefinedName is the workbook-wide name under which the key's cell is found, in lower case as keys are.
func (k Key) DefinedName() string { return string(k.AppendDefinedName(nil)) }

// AppendDefinedName puts that name behind some bytes.
func (k Key) AppendDefinedName(to []byte) []byte {
	from := len(to)
	to = append(to, k...)
	for i, b := range to[from:] {
		if b == '.' {
			to[from+i] = '_'
		}
	}
	return to
}

// Edition is the statutory form of the report for a span of report years.
type Edition struct {
	ID        string // the first report year, as in exchange JSON: "2019", "2021"
	FirstYear int
	LastYear  int      // 0: still in force
	Notice    string   // title of the notice that prescribes the form
	Number    string   // its document number
	CitedAs   []string // words of which only titles have one that texts cite the notice by
	Sections  []Section

	passages     func() []Passage
	instructions func() *pattern.Words
	tables       func() []*Table
	crossings    func() []crossing
	cells        func() []Cell
	index        func() map[Key]int
	relations    func() []Relation
	quantities   func() []Quantity
	called       func() map[string]Quantity
	carryOvers   func() []CarryOver
	parts        func() map[Key][]Key
	grouped      func() []Group
}

// Section is one of the six sections that the notice prescribes word for word.
type Section struct {
	Numeral string // 一
	Title   string // 总体情况
	Tab     string // a short title, as a sheet's name has room for
	Text    Passage
	Table   *Table // nil where the section is text only
}

// Heading is the section's heading as printed.
func (s Section) Heading() string { return s.Numeral + "、" + s.Title }

// Passage is a place for free text: the preface, or the text of a section.
type Passage struct {
	Key      Key
	Label    string
	Note     string // what belongs here, one or two sentences
	Hints    []Hint // in the order of the text; they never reach a report by themselves
	Required bool   // must hold text
}

// Hint stands beside the place for a passage and helps to write it.
type Hint struct {
	Kind HintKind
	Text string
}

// HintKind says whether a hint may be taken over. What a unit did is only asked: sentences that tell it would be the same in
// fifty reports.
type HintKind int

const (
	Heading  HintKind = iota // a customary heading
	Sentence                 // what the law says, or that there was nothing
	Question                 // what to write about
)

// Table is one of the three statutory tables.
type Table struct {
	Key    string // first part of its cells' keys
	Title  string // what the table is called in messages
	Blocks []Block
	Rare   bool // most units have nothing in it, so that it may be filled with 0 beforehand

	grid func() Grid
}

// Block is a stretch of a table with column heads of its own.
type Block struct {
	Caption  string // printed across the whole width above the heads; "" for none
	Corner   string // text of the top left cell
	Columns  []Head
	Rows     []Head // nil: a single row without a head
	Balances []Balance
	Limits   []Limit
	Carries  []Carry
}

// Head is a row or column head: a tree, whose leaves are rows or columns of figures.
type Head struct {
	Key      string // part of the cells' keys; "" adds none
	Label    string // as printed, word for word
	Name     string // short name for messages and placeholders; "" adds none
	Total    bool   // sums its sibling leaves (and theirs below)
	Measure  Measure
	Note     string // how to fill it in
	Law      string // the article that it rests on, where it rests on one
	Children []Head
}

// Balance is a printed 勾稽关系: in every column, the rows on the left add up to the same as those on the right.
type Balance struct {
	Subject     string // the row that a broken balance is reported on
	Left, Right []string
}

// Limit says that in every row one column is never larger than another.
type Limit struct{ Lower, Upper string }

// Carry says what a row or a column takes over from last year's report. Names are those of rows or of columns of the block.
type Carry struct {
	To          string   // takes it up
	From        []string // last year's, added up
	Plus, Minus []string // what this year adds and takes away; none where To is just what From was
}

// editions are the declarations, oldest first, each read on first use.
var editions = []func() *Edition{onFirstUse(edition2019), onFirstUse(edition2021)}

func onFirstUse(declared func() *Edition) func() *Edition {
	return sync.OnceValue(func() *Edition { return derive(declared()) })
}

// Editions lists the editions, oldest first.
func Editions() []*Edition {
	all := make([]*Edition, len(editions))
	for i, edition := range editions {
		all[i] = edition()
	}
	return all
}

// ForYear finds the edition that a report year asks for; ok is false for years before the first edition.
func ForYear(year int) (e *Edition, ok bool) {
	return find(func(e *Edition) bool { return e.FirstYear <= year && (e.LastYear == 0 || year <= e.LastYear) })
}

// ByID finds an edition by its id.
func ByID(id string) (e *Edition, ok bool) {
	return find(func(e *Edition) bool { return e.ID == id })
}

// find finds the edition that fits. The newest is asked first, so that whoever needs it alone reads no other.
func find(fits func(*Edition) bool) (e *Edition, ok bool) {
	for _, edition := range slices.Backward(editions) {
		if e := edition(); fits(e) {
			return e, true
		}
	}
	return nil, false
}

// Cells lists the edition's figure cells in printed order: tables, then rows, then columns.
func (e *Edition) Cells() []Cell { return e.cells() }

// Cell finds the figure cell of a key.
func (e *Edition) Cell(k Key) (c *Cell, ok bool) {
	i, ok := e.index()[k]
	if !ok {
		return nil, false
	}
	return &e.Cells()[i], true
}

// Passages lists the places for text in the order of the report: the preface, then one for each section.
func (e *Edition) Passages() []Passage { return e.passages() }

// Instructions are what the form says of how the passages are to be filled in, and no report: the note of each, then its questions.
func (e *Edition) Instructions() *pattern.Words { return e.instructions() }

func (e *Edition) deriveInstructions() *pattern.Words {
	var list []string
	for _, p := range e.Passages() {
		list = append(list, p.Note)
		for _, h := range p.Hints {
			if h.Kind == Question {
				list = append(list, h.Text)
			}
		}
	}
	return pattern.ListOf(list)
}

func (e *Edition) derivePassages() []Passage {
	passages := make([]Passage, 0, 1+len(e.Sections))
	passages = append(passages, preface)
	for _, s := range e.Sections {
		passages = append(passages, s.Text)
	}
	return passages
}

// Tables lists the edition's tables in order.
func (e *Edition) Tables() []*Table { return e.tables() }

func (e *Edition) deriveTables() []*Table {
	var tables []*Table
	for _, s := range e.Sections {
		if s.Table != nil {
			tables = append(tables, s.Table)
		}
	}
	return tables
}

// SectionOf finds the section that a figure or a text belongs to; ok is false for the preface and the unit's data.
func (e *Edition) SectionOf(k Key) (s Section, ok bool) {
	for _, s := range e.Sections {
		if s.Text.Key == k || s.Table != nil && strings.HasPrefix(string(k), s.Table.Key+".") {
			return s, true
		}
	}
	return Section{}, false
}

// Span names the report years of the edition.
func (e *Edition) Span() string {
	if e.LastYear == 0 {
		return fmt.Sprintf("%d年度以后", e.FirstYear)
	}
	return fmt.Sprintf("%d至%d年度", e.FirstYear, e.LastYear)
}

// derive gives a declared edition what is derived from its declaration, each part on first use.
func derive(e *Edition) *Edition {
	e.passages = sync.OnceValue(e.derivePassages)
	e.instructions = sync.OnceValue(e.deriveInstructions)
	e.tables = sync.OnceValue(e.deriveTables)
	e.crossings = sync.OnceValue(e.deriveCrossings)
	e.cells = sync.OnceValue(e.deriveCells)
	e.index = sync.OnceValue(e.deriveIndex)
	e.relations = sync.OnceValue(e.deriveRelations)
	e.quantities = sync.OnceValue(e.deriveQuantities)
	e.called = sync.OnceValue(e.deriveNames)
	e.carryOvers = sync.OnceValue(e.deriveCarryOvers)
	e.parts = sync.OnceValue(e.deriveParts)
	e.grouped = sync.OnceValue(e.deriveGroups)
	for _, s := range e.Sections {
		if s.Table != nil {
			s.Table.grid = sync.OnceValue(s.Table.deriveGrid)
		}
	}
	return e
}

func (e *Edition) deriveIndex() map[Key]int {
	index := make(map[Key]int, len(e.Cells()))
	for i, c := range e.Cells() {
		index[c.Key] = i
	}
	return index
}
