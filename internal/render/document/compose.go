package document

import (
	"regexp"
	"strings"
	"time"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Compose makes the document of a report: every paragraph and figure of it, in the order of the form, placeholders filled in.
func Compose(r *model.Report) *Document {
	d := &Document{Title: r.Title(), Unit: r.Unit(), Year: r.YearText(), Dated: dated(r)}
	d.add(Title{Unit: r.Unit(), Name: r.Name()})
	for _, p := range r.Texts["narrative.preface"] {
		d.add(paragraph(r, p))
	}
	for _, s := range r.Edition.Sections {
		d.add(Heading{s.Heading()})
		before, after := aroundTable(r.Texts[s.Text.Key], s.Table)
		for _, p := range before {
			d.add(paragraph(r, p))
		}
		if s.Table != nil {
			d.add(table(r, s.Table))
		}
		for _, p := range after {
			d.add(paragraph(r, p))
		}
	}
	if date, ok := r.Date(); ok {
		d.add(Signature{d.Unit, date.Format("2006年1月2日")})
	}
	return d
}

func (d *Document) add(b Block) { d.Blocks = append(d.Blocks, b) }

func dated(r *model.Report) time.Time {
	if date, ok := r.Date(); ok {
		return date
	}
	year, ok := r.Year()
	if !ok {
		year = r.Edition.FirstYear
	}
	return time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC)
}

// aroundTable parts the text of a section: what stands before its table, and the notes (注：…) behind it.
func aroundTable(text []model.Paragraph, t *form.Table) (before, after []model.Paragraph) {
	if t == nil {
		return text, nil
	}
	for i, p := range text {
		if strings.HasPrefix(p.Text, "注") {
			return text[:i], text[i:]
		}
	}
	return text, nil
}

// numbering tells the levels of headings by how they are numbered; the order of GB/T 9704—2012, 7.3.3.
var numbering = []*regexp.Regexp{
	regexp.MustCompile(`^[一二三四五六七八九十]{1,3}、`),
	regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[）)]`),
	regexp.MustCompile(`^[0-9]{1,2}(?:[．、]|\.[^0-9])`),
	regexp.MustCompile(`^[（(][0-9]{1,2}[）)]`),
}

// paragraph reads the level of a paragraph off its numbering. Its first sentence is the heading that runs in.
func paragraph(r *model.Report, p model.Paragraph) Paragraph {
	text, _ := r.FillIn(p.Text)
	for i, n := range numbering {
		if n.MatchString(text) {
			lead, rest := firstSentence(text)
			return Paragraph{Level: i + 1, Lead: lead, Text: rest}
		}
	}
	return Paragraph{Text: text}
}

func firstSentence(text string) (first, rest string) {
	i := strings.Index(text, "。")
	if i < 0 {
		return text, ""
	}
	i += len("。")
	for _, closing := range []string{"”", "’", "）", "》"} {
		if strings.HasPrefix(text[i:], closing) {
			i += len(closing)
		}
	}
	return text[:i], text[i:]
}

func table(r *model.Report, t *form.Table) Table {
	grid := t.Grid()
	out := Table{Title: t.Title, Rows: grid.Rows, Cols: grid.Cols, HeadRows: grid.HeadRows, HeadCols: grid.HeadCols}
	for _, s := range grid.Slots {
		cell := Cell{Row: s.Row, Col: s.Col, RowSpan: s.RowSpan, ColSpan: s.ColSpan, Role: s.Role, Text: s.Label, Group: s.Group}
		if s.Cell != nil {
			cell.Text = r.Figure(s.Cell.Key).Printed()
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
