package slots

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// keys is a set of figures of an edition, by their place in its list of cells.
type keys [4]uint64

func (k keys) and(o keys) keys {
	for i := range k {
		k[i] &= o[i]
	}
	return k
}

func (k keys) or(o keys) keys {
	for i := range k {
		k[i] |= o[i]
	}
	return k
}

func (k *keys) add(i int)         { k[i/64] |= 1 << (i % 64) }
func (k keys) has(i int) bool     { return k[i/64]&(1<<(i%64)) != 0 }
func (k keys) none() bool         { return k == keys{} }
func (k keys) within(o keys) bool { return k.and(o) == k }
func (k keys) only() (int, bool) {
	list := k.list(2)
	if len(list) != 1 {
		return 0, false
	}
	return list[0], true
}

// list lists the first of them.
func (k keys) list(most int) (list []int) {
	for i := 0; i < len(k)*64 && len(list) < most; i++ {
		if k.has(i) {
			list = append(list, i)
		}
	}
	return list
}

// facet is what a head tells of a figure: of which table it is, in which of its rows, in which of its columns. The table of disputes has no
// rows; the proceedings that its columns stand under take their place.
type facet uint

const (
	ofTable facet = 1 << iota
	row
	column
)

// sense is what a word may mean.
type sense struct {
	facets facet
	table  string // "" for several
	keys   keys
	number string // that stands in front of it in the form
	needed bool   // it means that only behind the number
	total  bool
}

// lexicon is what the words of an edition mean.
type lexicon struct {
	edition *form.Edition
	cells   []form.Cell
	words   map[string][]sense
	first   map[rune][]string // the words that begin so, longest first
	tables  map[string]keys
	whole   []keys // the same, in the order of the form
	all     keys
	lines   map[string]keys // the figures of a row, by the table and the row's labels
	typed   []keys          // what each figure is made of
	groups  map[keys]group  // by what they are made of
}

// lexicons are made once, by the edition's id.
var lexicons = sync.OnceValue(func() map[string]*lexicon {
	all := map[string]*lexicon{}
	for _, e := range form.Editions() {
		all[e.ID] = newLexicon(e)
	}
	return all
})

func newLexicon(e *form.Edition) *lexicon {
	x := &lexicon{edition: e, cells: e.Cells(), words: map[string][]sense{}, first: map[rune][]string{}, tables: map[string]keys{}, lines: map[string]keys{}}
	for i, c := range x.cells {
		rows, columns := partsOf(c)
		for _, h := range rows {
			x.addHead(h, sense{facets: row, table: c.Table}, i)
		}
		for _, h := range columns {
			x.addHead(h, sense{facets: column, table: c.Table}, i)
		}
		all := x.tables[c.Table]
		all.add(i)
		x.tables[c.Table] = all
		line := x.lines[lineOf(c)]
		line.add(i)
		x.lines[lineOf(c)] = line
	}
	for _, t := range e.Tables() {
		x.whole = append(x.whole, x.tables[t.Key])
		x.all = x.all.or(x.tables[t.Key])
	}
	x.addGroups()
	for _, s := range e.Sections {
		if s.Table == nil {
			continue
		}
		x.addBlocks(s.Table)
		names := slices.Concat(namesIn(ofTables, s.Table.Key), []string{lettersOf(s.Title), lettersOf(s.Table.Title), lettersOf(s.Tab)})
		for _, n := range names {
			x.add(n, sense{facets: ofTable, table: s.Table.Key, keys: x.tables[s.Table.Key]})
		}
	}
	for _, w := range saysNothing {
		x.words[w] = append(x.words[w], sense{})
	}
	for w := range x.words {
		r, _ := utf8.DecodeRuneInString(w)
		x.first[r] = append(x.first[r], w)
	}
	for _, words := range x.first {
		slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	}
	return x
}

// partsOf are the heads that tell a figure's row and its column.
func partsOf(c form.Cell) (rows, columns []form.Head) {
	if len(c.Row) > 0 {
		return c.Row, c.Column
	}
	last := len(c.Column) - 1
	return c.Column[:last], c.Column[last:]
}

// lineOf names a figure's row.
func lineOf(c form.Cell) string {
	rows, _ := partsOf(c)
	parts := []string{c.Table}
	for _, h := range rows {
		parts = append(parts, h.Label)
	}
	return strings.Join(parts, "\n")
}

// addHead puts the ways to write a head into the lexicon, for one figure.
func (x *lexicon) addHead(h form.Head, s sense, i int) {
	number, bare, behind := label.Spellings(h.Label)
	names := slices.Concat(bare, namesIn(short, lettersOf(h.Label)))
	if h.Name != "" {
		names = append(names, lettersOf(h.Name))
	}
	if h.Total {
		names = append(names, totals...)
	}
	for _, o := range either {
		if slices.Contains(o.heads, lettersOf(h.Label)) {
			names = append(names, o.name)
		}
	}
	s.number, s.total = number, h.Total
	s.keys.add(i)
	for _, n := range names {
		x.add(n, s)
	}
	s.needed = !h.Total && len(h.Children) > 0
	for _, n := range behind {
		if !slices.Contains(names, n) {
			x.add(n, s)
		}
	}
}

// addBlocks puts the captions of a table into the lexicon.
func (x *lexicon) addBlocks(t *form.Table) {
	for _, b := range t.Blocks {
		if b.Caption == "" {
			continue
		}
		var of keys
		for i, c := range x.cells {
			if c.Table == t.Key && slices.ContainsFunc(b.Rows, func(h form.Head) bool { return c.RowLabel() == h.Label }) {
				of.add(i)
			}
		}
		_, names, _ := label.Spellings(b.Caption)
		for _, n := range slices.Concat(names, namesIn(short, lettersOf(b.Caption))) {
			x.add(n, sense{facets: ofTable, table: t.Key, keys: of})
		}
	}
}

// add takes up what a word may mean; what has the same facets is one.
func (x *lexicon) add(word string, s sense) {
	if word == "" {
		return
	}
	for i, o := range x.words[word] {
		if o.facets == s.facets && o.table == s.table && o.number == s.number && o.needed == s.needed && o.total == s.total {
			x.words[word][i].keys = o.keys.or(s.keys)
			return
		}
	}
	x.words[word] = append(x.words[word], s)
}

func lettersOf(text string) string { return label.Letters(label.Text(text)) }
