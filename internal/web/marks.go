package web

import (
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// marks are the findings on one thing that is shown.
type marks struct {
	Level string // of the gravest, as Code; "" for none
	Told  []string
}

func (m *marks) add(f check.Finding) {
	if m.Level == "" || f.Level < levelOf(m.Level) {
		m.Level = f.Level.Code()
	}
	m.Told = append(m.Told, f.Message)
}

func levelOf(code string) check.Level {
	for _, l := range []check.Level{check.Fatal, check.Query} {
		if l.Code() == code {
			return l
		}
	}
	return check.Info
}

// All is what the marks tell, for a tooltip.
func (m marks) All() string { return strings.Join(m.Told, "\n") }

// marking knows where the findings of an outcome stand.
type marking struct {
	report *model.Report
	ledger *ledger.Book // nil where there is none to compare with
	byKey  map[form.Key]*marks
	byText map[textPlace]*marks
}

type textPlace struct {
	key       form.Key
	paragraph int
}

func newMarking(o verdict.Outcome) *marking {
	m := &marking{report: o.Report, byKey: map[form.Key]*marks{}, byText: map[textPlace]*marks{}}
	if book, ok := ledger.Read(o.Report); ok && len(book.Lost) == 0 {
		m.ledger = book
	}
	for _, f := range o.Findings {
		key := f.Where().Key
		if f.Text != nil && f.Text.Paragraph > 0 {
			mark(m.byText, textPlace{key, f.Text.Paragraph}, f)
			continue
		}
		mark(m.byKey, key, f)
	}
	return m
}

func mark[K comparable](all map[K]*marks, at K, f check.Finding) {
	if all[at] == nil {
		all[at] = &marks{}
	}
	all[at].add(f)
}

func (m *marking) of(k form.Key) marks {
	if found := m.byKey[k]; found != nil {
		return *found
	}
	return marks{}
}

func (m *marking) fields() (list []fieldView) {
	for _, f := range form.Fields() {
		filled, there := m.report.Fields[f.Key]
		if f.Later && !there && m.report.InWorkbook() {
			continue // there is no place for it
		}
		list = append(list, fieldView{f.Key, f.Label, f.Note, filled.Text, f.Choices, m.of(f.Key)})
	}
	return list
}

func (m *marking) sections() []sectionView {
	passages := m.report.Edition.Passages()
	list := []sectionView{m.section(passages[0], passages[0].Label, nil)}
	for _, s := range m.report.Edition.Sections {
		list = append(list, m.section(s.Text, s.Heading(), s.Table))
	}
	return list
}

func (m *marking) section(p form.Passage, heading string, t *form.Table) sectionView {
	v := sectionView{Key: p.Key, Heading: heading}
	if t != nil {
		v.Table = m.table(t, heading)
	}
	for i, paragraph := range m.report.Texts[p.Key] {
		one := paragraphView{Key: p.Key, Number: i + 1, Text: paragraph.Text}
		if found := m.byText[textPlace{p.Key, i + 1}]; found != nil {
			one.marks = *found
		}
		v.Paragraphs = append(v.Paragraphs, one)
	}
	return v
}

// fieldView is a part of the unit's data.
type fieldView struct {
	Key         form.Key
	Label, Note string
	Value       string
	Choices     []string // what is offered; nil for what may be anything
	marks
}

// IsUnlisted says whether something stands there that is not offered, and is kept all the same.
func (f fieldView) IsUnlisted() bool { return f.Value != "" && !slices.Contains(f.Choices, f.Value) }

// sectionView is a part of the report: its text and its table.
type sectionView struct {
	Key        form.Key // of its text
	Heading    string
	Table      *tableView
	Paragraphs []paragraphView
}

// paragraphView is a paragraph of a text. Number counts from 1; 0 is the one that may be added.
type paragraphView struct {
	Key    form.Key
	Number int
	Text   string
	marks
}
