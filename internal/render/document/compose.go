package document

import (
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Compose makes the document of a report: every paragraph and figure of it, in the order of the form, placeholders filled in.
func Compose(r *model.Report) *Document {
	d := &Document{Title: r.Title(), Unit: r.Unit(), Year: r.YearText(), Dated: dated(r)}
	d.add(Title{Unit: r.PrintedField("unit.name"), Name: r.Name()})
	var ranks ranking
	for i, p := range r.Edition.Passages() {
		var table *form.Table
		if i > 0 {
			s := r.Edition.Sections[i-1]
			table = s.Table
			h := SectionHeading(p.Key, s.Heading())
			h.Bare = table == nil && len(r.Texts[p.Key]) == 0
			d.add(h)
			ranks.section(h.Rank)
		}
		before, after := aroundTable(r.Texts[p.Key], table)
		t := text{report: r, passage: p.Key, ranks: &ranks}
		d.Blocks = append(d.Blocks, t.blocks(before, table != nil)...)
		if table != nil {
			d.add(composeTable(r, table))
		}
		t.first, t.notes = len(before), true
		d.Blocks = append(d.Blocks, t.blocks(after, false)...)
	}
	if date, ok := r.Date(); ok {
		d.add(Signature{d.Unit, chinese.DateText(date)})
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

// aroundTable parts the text of a section: what stands before its table, and the notes (注：…), from the first on, behind it.
func aroundTable(text []model.Paragraph, t *form.Table) (before, after []model.Paragraph) {
	if t == nil {
		return text, nil
	}
	for i, p := range text {
		if chinese.IsNote(p.Text) {
			return text[:i], text[i:]
		}
	}
	return text, nil
}

// text is a part of a passage on its way into the document.
type text struct {
	report  *model.Report
	passage form.Key
	ranks   *ranking
	first   int  // the place of its first paragraph in the passage
	notes   bool // it stands behind the section's table
}

// blocks makes headings and paragraphs of some paragraphs; tableFollows says whether a table stands behind the last.
func (t *text) blocks(paragraphs []model.Paragraph, tableFollows bool) []Block {
	texts, bold := make([]string, len(paragraphs)), make([][]chinese.Range, len(paragraphs))
	for i, p := range paragraphs {
		texts[i], bold[i] = chinese.ReadEmphasis(t.report.PrintedParagraph(p))
	}
	var blocks []Block
	for i, h := range chinese.Outline(texts, tableFollows) {
		source := Source{t.passage, t.first + i}
		switch h.Kind {
		case chinese.OwnLine:
			blocks = append(blocks, Heading{Source: source, Level: h.Level, Rank: t.ranks.ownLine(h.Level), Text: texts[i], Bare: h.Bare})
		case chinese.RunIn:
			blocks = append(blocks, Paragraph{Source: source, Level: h.Level, Rank: t.ranks.runIn(h.Level),
				Lead: texts[i][:h.Lead], Text: texts[i][h.Lead:], Bold: chinese.Within(bold[i], chinese.Range{Start: h.Lead, End: len(texts[i])}), Note: t.notes})
		default:
			blocks = append(blocks, Paragraph{Source: source, Text: texts[i], Bold: bold[i], Note: t.notes})
		}
	}
	return blocks
}

func composeTable(r *model.Report, t *form.Table) Table {
	grid := t.Grid()
	out := Table{Title: t.Title, Rows: grid.Rows, Cols: grid.Cols, HeadRows: grid.HeadRows, HeadCols: grid.HeadCols, Cells: make([]Cell, len(grid.Slots))}
	for i, s := range grid.Slots {
		cell := Cell{Row: s.Row, Col: s.Col, RowSpan: s.RowSpan, ColSpan: s.ColSpan, Role: s.Role, Text: s.Label, Group: s.Group, Heads: s.Heads}
		if s.Cell != nil {
			value := r.Figure(s.Cell.Key)
			cell.Key, cell.Total = s.Cell.Key, s.Cell.Total
			cell.State, cell.Text = value.State, value.Printed()
		}
		out.Cells[i] = cell
	}
	return out
}
