package form

import (
	"slices"
	"strings"

	"nianbao/internal/pattern"
)

// Group is a row or a column of a table, or all of them below a head, as the form's words speak of it: 不予公开, 自然人, 行政诉讼.
type Group struct {
	Section Section
	IsRow   bool
	Path    []Head // from the outermost head to its own
	Keys    []Key  // of all its cells, totals too
}

// Head is its own head.
func (g Group) Head() Head { return last(g.Path) }

// Name is what it is called among all others of its table: by its own name, and those of the heads that tell it from its namesakes.
// It is "" where its head has none.
func (g Group) Name() string {
	if g.Head().Name == "" {
		return ""
	}
	return joinNames(asLeaf(g.Path))
}

// Qualified is its label behind that of the head above it, which tells it from its namesakes where its name does not.
func (g Group) Qualified() string {
	own := Bare(g.Head().Label)
	if len(g.Path) < 2 {
		return own
	}
	return Bare(g.Path[len(g.Path)-2].Label) + "·" + own
}

// Parts are the heads that it consists of, without the totals: its own head where nothing stands below it.
func (g Group) Parts() []Head {
	return slices.DeleteFunc(slices.Clone(g.Head().Children), func(h Head) bool { return h.Total })
}

// Groups lists the rows and columns of all tables with the heads above them, table by table, rows first.
func (e *Edition) Groups() []Group { return e.grouped() }

func (e *Edition) deriveGroups() []Group {
	var all []Group
	for _, s := range e.Sections {
		if s.Table == nil {
			continue
		}
		for _, isRow := range []bool{true, false} {
			from := len(all)
			for _, b := range s.Table.Blocks {
				for _, path := range groups(b.heads(isRow)) {
					if g := (Group{s, isRow, path, e.below(s.Table.Key, path, isRow)}); path != nil && !hasKeys(all[from:], g.Keys) {
						all = append(all, g)
					}
				}
			}
		}
	}
	return all
}

// hasKeys tells a column that stands in several blocks, and is one for who asks.
func hasKeys(groups []Group, keys []Key) bool {
	return slices.ContainsFunc(groups, func(g Group) bool { return slices.Equal(g.Keys, keys) })
}

func (b Block) heads(rows bool) []Head {
	if rows {
		return b.Rows
	}
	return b.Columns
}

// below lists the cells of a table that stand below a head.
func (e *Edition) below(table string, path []Head, isRow bool) []Key {
	var keys []Key
	for _, c := range e.Cells() {
		heads := c.Column
		if isRow {
			heads = c.Row
		}
		if c.Table == table && (isBelow(heads, path) || len(heads) == len(path) && isBelow(append(slices.Clone(heads), Head{}), path)) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// GroupsCalled finds rows and columns by their names, by their labels with or without their numbers and the notes in brackets, or by
// their numbers alone, as the form speaks of them: 第三项.
func (e *Edition) GroupsCalled(words string) []Group {
	item := itemNamed.FindStringSubmatch(words)
	words = Bare(words)
	var found []Group
	for _, g := range e.Groups() {
		if item != nil && g.IsRow && strings.HasPrefix(g.Head().Label, item[1]+"、") {
			found = append(found, g)
		}
		if words != "" && slices.Contains([]string{Bare(g.Head().Label), Bare(g.Head().Name), Bare(g.Name()), withoutMarks.Replace(g.Qualified())}, words) {
			found = append(found, g)
		}
	}
	return found
}

// SectionCalled finds a section by its heading, with or without the number, by the name of its sheet or by that of its table.
func (e *Edition) SectionCalled(words string) (Section, bool) {
	words = Bare(words)
	for _, s := range e.Sections {
		names := []string{s.Title, s.Tab, s.Text.Label}
		if s.Table != nil {
			names = append(names, s.Table.Title)
		}
		if words != "" && slices.Contains(names, words) {
			return s, true
		}
	}
	return Section{}, false
}

// Bare are the words of a label without its number, the note in brackets behind it, and marks that are typed in more than one way.
func Bare(label string) string {
	label = number.ReplaceAllString(strings.TrimSpace(label), "")
	if words, _, found := strings.Cut(strings.ReplaceAll(label, "(", "（"), "（"); found && words != "" {
		label = words
	}
	return withoutMarks.Replace(label)
}

// itemNamed is how the corner of a table speaks of its rows: 第一项加第二项之和.
var itemNamed = pattern.New(`^第([一二三四])项$`)

// number is that of a label: 三、, （三）, 3.
var number = pattern.New(`^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|[0-9]+[.．、])`)

var withoutMarks = strings.NewReplacer("·", "", "“", "", "”", "", "‘", "", "’", "", `"`, "", " ", "", "　", "", "/", "")
