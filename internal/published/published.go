// Package published reads a published report into a report: a page, whatever file showed it, is understood as the report of a unit on an
// edition of the form. It also compares what was read with the report that it came from.
package published

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published/page"
	"nianbao/internal/rowwise"
)

// Publication is a report as it stands on the page, free of any file format. Nothing is judged, and nothing left out:
// what has no place in a report is told in Asides.
type Publication struct {
	Title      string // without line breaks; "" if there is none
	Preface    []Paragraph
	Sections   []Section // those of the form that were found, in its order
	Unit, Date string    // under the report; "" if they are not there
	Asides     []string  // what was found besides, in plain sentences

	names   names
	tables  tables
	besides []model.Beside // before the first section
	margins []string       // what stands around the report, line by line
	beside  string         // a title that stands beside the text
	pieced  bool           // its paragraphs were pieced together from lines
	alone   bool           // no site stands around it

	several  []string   // the titles of the reports that it is, where it is more than one
	headings []landmark // of its sections, or their tables, among the items of the page
}

// Section is one of the sections of the form.
type Section struct {
	Heading    string // as printed; "" where the section was told by its table or its place
	Index      int    // its place in the form
	Paragraphs []Paragraph
	HasTable   bool           // the form's table stands in it
	Others     int            // other tables
	Besides    []model.Beside // what stands in it, but for what its table has
	Place      string         // where it begins
}

// Paragraph is one of text.
type Paragraph struct {
	Text        string
	Bold        []chinese.Range // of the text
	Place       string          // where it stands, as the page tells; "" if it does not
	BehindTable bool            // it stands behind a table of its section
}

// Read makes out a report on a page. Whose it is and of which year may be told by the name of its file, "" if it has none.
func Read(p *page.Page, fileName string) *Publication {
	p = withoutContents(unfold(unboxed(p)))
	out := readCopies(p)
	if out == nil {
		out = readOne(p)
	}
	out.Asides = append(out.Asides, p.Asides...)
	out.takeRunning(p.Running)
	out.nameReport(p.Title, fileName)
	return out
}

// readOne makes out the report on a page but for its names.
func readOne(p *page.Page) *Publication {
	out := &Publication{pieced: p.Pieced, alone: p.Alone}
	items := out.readTables(p)
	out.several = several(items)
	out.assemble(items)
	out.tellRemarks(p, items)
	return out
}

// Several is a SeveralError where the page holds more than one report.
func (p *Publication) Several() error {
	if p.several == nil {
		return nil
	}
	return SeveralError{p.several}
}

// HasReport says whether anything of a report was found on the page: a section, or one of the form's tables.
func (p *Publication) HasReport() bool {
	return len(p.tables.found) > 0 || slices.ContainsFunc(p.Sections, func(s Section) bool { return s.Heading != "" })
}

// Edition is the edition of the form that the tables are of; where they do not tell, the one that fits the year.
func (p *Publication) Edition() *form.Edition {
	if e := p.tables.edition(); e != nil {
		return e
	}
	if e, ok := form.ForYear(p.names.year); ok {
		return e
	}
	editions := form.Editions()
	return editions[len(editions)-1]
}

// Report is the publication as a report on an edition of the form. Where each thing was read is told as a section and a
// paragraph. Figures that are not there are missing, sections that are not there are lost. What was not understood is
// told in plain sentences.
func (p *Publication) Report(e *form.Edition) (r *model.Report, doubts []string) {
	r = model.New(e)
	passages := e.Passages()
	r.Printed = &model.Printed{Title: p.Title, Tables: p.tables.found, Flat: p.tables.flat, Pieced: p.pieced, Unit: p.Unit, Margins: p.margins, Besides: besidesIn(passages[0].Key, p.besides)}
	doubts = append(doubts, p.Asides...)
	doubts = append(doubts, p.name(r)...)
	if p.Date != "" {
		r.Fields["report.date"] = model.Field{Text: chinese.Fold(p.Date).Text, Place: model.Place{Ref: "落款"}}
	}
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
		if found.Heading != "" && !sameWords(found.Heading, s.Heading()) {
			doubts = append(doubts, "标题“"+s.Heading()+"”写成了“"+found.Heading+"”，报告里仍用规定的标题")
		}
		doubts = append(doubts, found.misplaced(s)...)
		r.Printed.Besides = append(r.Printed.Besides, besidesIn(s.Text.Key, found.Besides)...)
		if s.Table != nil {
			doubts = append(doubts, p.tables.fill(r, s)...)
			r.Texts[s.Text.Key] = withoutSummary(r, s)
		}
		for range found.Others {
			doubts = append(doubts, "“"+s.Heading()+"”里有一个表格，填报表里没有地方放，没有读进来")
		}
	}
	return r, doubts
}

// withoutSummary are the paragraphs of a section but for the one that sums up its table for those who do not see it: it is hidden on our
// pages, and shown by sites that take the styles out. What says anything else than the table is a paragraph like any other.
func withoutSummary(r *model.Report, s form.Section) []model.Paragraph {
	summary := rowwise.Summary(func(k form.Key) (string, bool) {
		v := r.Figure(k)
		cell, ok := r.Edition.Cell(k)
		return v.Printed(), ok && cell.Table == s.Table.Key && v.IsNumber()
	})
	if summary == "" {
		return r.Texts[s.Text.Key]
	}
	return slices.DeleteFunc(r.Texts[s.Text.Key], func(p model.Paragraph) bool { return sameWords(p.Text, rowwise.Summarized(s.Table.Title, summary)) })
}

// HoldsHeading says whether the heading of a section stands among the texts of a report, where it could not be taken for one: in the wrong order.
func HoldsHeading(r *model.Report, s form.Section) bool {
	for _, paragraphs := range r.Texts {
		if slices.ContainsFunc(paragraphs, func(p model.Paragraph) bool { return sameWords(p.Text, s.Heading()) }) {
			return true
		}
	}
	return false
}

// besidesIn are some that stand in the section of a text.
func besidesIn(key form.Key, list []model.Beside) []model.Beside {
	list = slices.Clone(list)
	for i := range list {
		list[i].Key = key
	}
	return list
}

// name gives the report its unit and year, with the places that they were read in.
func (p *Publication) name(r *model.Report) (doubts []string) {
	if p.names.unit != "" {
		r.Fields["unit.name"] = model.Field{Text: p.names.unit, Place: model.Place{Ref: p.names.unitPlace}, Doubt: guessed("单位", p.names.unitPlace)}
	}
	if p.names.year != 0 {
		r.Fields["report.year"] = model.Field{Text: yearText(p.names.year), Place: model.Place{Ref: p.names.yearPlace}, Doubt: guessed("年度", p.names.yearPlace)}
	}
	prescribed := prescribedTitle.FindStringSubmatch(squeeze(chinese.Fold(p.Title).Text))
	switch {
	case p.Title == "":
		doubts = append(doubts, "没有找到标题，"+p.names.told())
	case prescribed == nil, strings.HasSuffix(prescribed[1], "关于"):
		doubts = append(doubts, "标题“"+p.Title+"”不是“单位+年度+年政府信息公开工作年度报告”的写法，"+p.names.told())
	case prescribed[1] != "" && p.names.unitPlace == signature:
		doubts = append(doubts, "标题里的单位“"+prescribed[1]+"”不是全称，报告里用落款的“"+p.names.unit+"”")
	}
	if p.Unit != "" && !sameWords(p.Unit, r.Unit()) {
		doubts = append(doubts, "落款的单位“"+p.Unit+"”与"+p.names.unitPlace+"的不同，报告里用"+p.names.unitPlace+"的")
	}
	return doubts
}

// guessed is why a name is doubtful that the report itself does not give, "" if it does.
func guessed(what, place string) string {
	if slices.Contains([]string{"正文", "网页的标题", "文件名"}, place) {
		return what + "是按" + place + "推定的"
	}
	return ""
}

// told is what is known of the names beside the title.
func (n names) told() string {
	switch {
	case n.unit == "" && n.year == 0:
		return "没有读出单位和年度"
	case n.unit == "":
		return fmt.Sprintf("没有读出单位；年度按%s是%d年", n.yearPlace, n.year)
	case n.year == 0:
		return fmt.Sprintf("没有读出年度；单位按%s是“%s”", n.unitPlace, n.unit)
	}
	return fmt.Sprintf("单位按%s是“%s”，年度按%s是%d年", n.unitPlace, n.unit, n.yearPlace, n.year)
}

// misplaced tells of paragraphs that stand on the other side of the table than the report will have them: notes, from the first
// on (chinese.IsNote), stand behind it.
func (s *Section) misplaced(prescribed form.Section) (doubts []string) {
	if prescribed.Table == nil || !s.HasTable {
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
