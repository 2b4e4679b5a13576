// Package published reads a published report into a report: so far our own as a Word document, after it was edited in a word
// processor, and it compares what was read with the report that it came from.
package published

import (
	"fmt"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Publication is a report as it stands on the page, free of any file format. Nothing is judged, and nothing left out:
// what has no place in a report is told in Asides.
type Publication struct {
	Title      string // without line breaks
	Preface    []Paragraph
	Sections   []Section // those of the form that were found, in its order
	Unit, Date string    // under the report; "" if they are not there
	Asides     []string  // what was found besides, in plain sentences
}

// Section is one of the sections of the form.
type Section struct {
	Heading    string // as printed
	Index      int    // its place in the form
	Paragraphs []Paragraph
	Tables     []Table
}

// Paragraph is one of text.
type Paragraph struct {
	Text        string
	BehindTable bool // it stands behind a table of its section
}

// Table is the text of a table's cells, row by row. A cell that spans rows stands in each of them, with its text in the first;
// one that spans columns stands once.
type Table [][]string

// section finds the section with a place in the form.
func (p *Publication) section(index int) (s *Section, ok bool) {
	for i := range p.Sections {
		if p.Sections[i].Index == index {
			return &p.Sections[i], true
		}
	}
	return nil, false
}

// Edition is the edition of the form that the tables are of; where they do not tell, the one that fits the year.
func (p *Publication) Edition() *form.Edition {
	editions := form.Editions()
	best := editions[len(editions)-1]
	if _, year, ok := splitTitle(p.Title); ok {
		if e, ok := form.ForYear(year); ok {
			best = e
		}
	}
	most := p.figuresOf(best)
	for _, e := range editions {
		if n := p.figuresOf(e); n > most {
			best, most = e, n
		}
	}
	return best
}

// figuresOf counts the figures that are found where an edition has them.
func (p *Publication) figuresOf(e *form.Edition) int {
	count := 0
	for i, s := range e.Sections {
		if found, ok := p.section(i); ok && s.Table != nil {
			figures, _, _ := readTable(s.Table, found.Tables)
			count += len(figures)
		}
	}
	return count
}

// Report is the publication as a report on an edition of the form. Where each thing was read is told as a section and a
// paragraph. Figures that are not there are missing, sections that are not there are lost. What was not understood is
// told in plain sentences.
func (p *Publication) Report(e *form.Edition) (r *model.Report, doubts []string) {
	r = model.New(e)
	r.Printed = &model.Printed{Title: p.Title}
	doubts = append(doubts, p.Asides...)
	if unit, year, ok := splitTitle(p.Title); ok {
		r.Fields["unit.name"] = model.Field{Text: unit, Place: model.Place{Ref: "标题"}}
		r.Fields["report.year"] = model.Field{Text: yearText(year), Place: model.Place{Ref: "标题"}}
	} else if p.Title == "" {
		doubts = append(doubts, "没有找到标题，没有读出单位和年度")
	} else {
		doubts = append(doubts, "标题“"+p.Title+"”不是“单位+年度+年政府信息公开工作年度报告”的写法，没有读出单位和年度")
	}
	if p.Unit != "" && squeeze(p.Unit) != squeeze(r.Unit()) {
		doubts = append(doubts, "落款的单位“"+p.Unit+"”与标题的不同，报告里用标题的")
	}
	if p.Date != "" {
		r.Fields["report.date"] = model.Field{Text: p.Date, Place: model.Place{Ref: "落款"}}
	}
	passages := e.Passages()
	r.Texts[passages[0].Key] = paragraphs(passages[0].Label, p.Preface)
	for i, s := range e.Sections {
		found, ok := p.section(i)
		if !ok {
			r.Lost = append(r.Lost, s.Text.Key)
			found = &Section{}
		}
		r.Texts[s.Text.Key] = paragraphs(s.Heading(), found.Paragraphs)
		if ok {
			r.Printed.Headings = append(r.Printed.Headings, model.Wording{Key: s.Text.Key, Prescribed: s.Heading(), Printed: found.Heading})
		}
		if ok && squeeze(found.Heading) != squeeze(s.Heading()) {
			doubts = append(doubts, "标题“"+s.Heading()+"”写成了“"+found.Heading+"”，报告里仍用规定的标题")
		}
		doubts = append(doubts, found.misplaced(s)...)
		doubts = append(doubts, found.figures(r, s)...)
	}
	return r, doubts
}

// misplaced tells of paragraphs that stand on the other side of the table than the report will have them: notes, from the first
// on (chinese.IsNote), stand behind it.
func (s *Section) misplaced(prescribed form.Section) (doubts []string) {
	if prescribed.Table == nil || len(s.Tables) == 0 {
		return nil
	}
	isNote := false
	for _, p := range s.Paragraphs {
		isNote = isNote || chinese.IsNote(p.Text)
		switch {
		case isNote && !p.BehindTable:
			doubts = append(doubts, "“"+prescribed.Heading()+"”的表前有“注：”，再生成时会印在表的后面")
		case !isNote && p.BehindTable:
			doubts = append(doubts, "“"+prescribed.Heading()+"”的表后有文字，再生成时会印在表的前面；要印在表后，请在这段前面加上“注：”")
		default:
			continue
		}
		return doubts
	}
	return nil
}

// figures reads the figures of the section's table into a report.
func (s *Section) figures(r *model.Report, prescribed form.Section) (doubts []string) {
	table := prescribed.Table
	if table == nil {
		for range s.Tables {
			doubts = append(doubts, "“"+prescribed.Heading()+"”里有一个表格，填报表里没有地方放，没有取回")
		}
		return doubts
	}
	read, labels, doubts := readTable(table, s.Tables)
	for _, l := range labels {
		r.Printed.Labels = append(r.Printed.Labels, l)
		doubts = append(doubts, fmt.Sprintf("“%s”的“%s”写成了“%s”，报告里仍用规定的写法", table.Title, l.Prescribed, l.Printed))
	}
	for _, slot := range table.Grid().Slots {
		if slot.Cell == nil {
			continue
		}
		v := model.Value{State: model.Missing}
		if text, ok := read[slot.Cell.Key]; ok {
			v = model.ParseFigure(slot.Cell.Measure, text)
		}
		v.Place = model.Place{Ref: "“" + table.Title + "”"}
		r.Figures[slot.Cell.Key] = v
	}
	return doubts
}
