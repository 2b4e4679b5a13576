package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// outlined writes a structure down, an element a line, indented by its depth, with what is painted of it.
func outlined(p *Pages) string {
	texts := make([]string, len(p.Structure.Elements))
	for _, page := range p.Pages {
		for _, r := range page.Runs {
			if leaf, ok := p.Structure.Leaf(r.Ref); ok {
				texts[leaf] += r.Text
			}
		}
	}
	depths := make([]int, len(texts))
	var b strings.Builder
	for i, e := range p.Structure.Elements {
		if e.Parent >= 0 {
			depths[i] = depths[e.Parent] + 1
		}
		b.WriteString(strings.Repeat("  ", depths[i]))
		b.WriteString([...]string{"document", "heading", "paragraph", "span", "link", "table", "caption", "head rows", "body rows", "row", "column head", "row head", "figure"}[e.Kind])
		if e.Level > 0 {
			fmt.Fprint(&b, " ", e.Level)
		}
		if e.RowSpan > 1 || e.ColSpan > 1 {
			fmt.Fprintf(&b, " %d×%d", e.RowSpan, e.ColSpan)
		}
		if e.Title != "" {
			fmt.Fprintf(&b, " “%s”", e.Title)
		}
		if texts[i] != "" {
			fmt.Fprintf(&b, " %s", texts[i])
		}
		for _, head := range e.Heads {
			fmt.Fprintf(&b, " ‹%s›", texts[head])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// requireStructured asserts what holds for the structure of any pages.
func requireStructured(t *testing.T, p *Pages) {
	t.Helper()
	s := &p.Structure
	painted := map[int]bool{}
	last := 0
	for _, page := range p.Pages {
		for _, r := range page.Runs {
			leaf, ok := s.Leaf(r.Ref)
			require.Equal(t, !r.Ref.isArtifact(), ok, "%+v", r.Ref)
			if ok {
				require.GreaterOrEqual(t, leaf, last, "painted in another order than it is read: %q", r.Text)
				painted[leaf], last = true, leaf
			}
		}
		for _, r := range page.Rules {
			_, ok := s.Leaf(r.Ref)
			require.False(t, ok, "a rule is an artifact")
		}
	}
	kids := make([][]int, len(s.Elements))
	level, titles := 0, 0
	for i, e := range s.Elements {
		if e.Parent >= 0 {
			require.Less(t, e.Parent, i)
			kids[e.Parent] = append(kids[e.Parent], i)
		} else {
			require.Zero(t, i, "one element holds all")
		}
		if e.Kind == HeadingElement {
			require.LessOrEqual(t, e.Level, level+1, "a level is skipped")
			level = e.Level
			if e.Level == 1 {
				titles++
			}
		}
	}
	require.LessOrEqual(t, titles, 1)
	for i, e := range s.Elements {
		holds := func(kinds ...Kind) {
			for _, kid := range kids[i] {
				require.Contains(t, kinds, s.Elements[kid].Kind)
			}
		}
		switch e.Kind {
		case HeadingElement, SpanElement:
			require.True(t, painted[i], "an element of nothing")
			holds()
		case LinkElement:
			require.True(t, painted[i], "an element of nothing")
			require.NotEmpty(t, e.To)
			holds()
		case ParagraphElement:
			require.NotEqual(t, len(kids[i]) > 0, painted[i], "an element of nothing, or text beside links")
			holds(SpanElement, LinkElement)
		case CaptionElement:
			require.Equal(t, kids[e.Parent][0], i)
			holds()
		case ColumnHead, RowHead, DataCell:
			holds()
			require.Equal(t, RowElement, s.Elements[e.Parent].Kind)
		case RowElement:
			require.NotEmpty(t, kids[i])
			holds(ColumnHead, RowHead, DataCell)
		case HeadRows, BodyRows:
			require.NotEmpty(t, kids[i])
			holds(RowElement)
		case TableElement:
			holds(CaptionElement, HeadRows, BodyRows)
			requireCovered(t, s, kids, i)
		}
		for _, head := range e.Heads {
			require.Contains(t, []Kind{ColumnHead, RowHead}, s.Elements[head].Kind)
			require.Equal(t, s.tableOf(i), s.tableOf(head), "a head of another table")
		}
	}
}

func (s *Structure) tableOf(i int) int {
	for s.Elements[i].Kind != TableElement {
		i = s.Elements[i].Parent
	}
	return i
}

// requireCovered asserts that the cells of a table cover its rows without gap or overlap, spans and all.
func requireCovered(t *testing.T, s *Structure, kids [][]int, table int) {
	t.Helper()
	var open []int // by column, for how many more rows a cell above goes on
	for _, group := range kids[table] {
		for _, row := range kids[group] {
			column := 0
			skip := func() {
				for column < len(open) && open[column] > 0 {
					open[column]--
					column++
				}
			}
			for _, cell := range kids[row] {
				skip()
				for range s.Elements[cell].ColSpan {
					if column == len(open) {
						open = append(open, 0)
					}
					require.Zero(t, open[column], "two cells in one place")
					open[column] = s.Elements[cell].RowSpan - 1
					column++
				}
			}
			skip()
			require.Equal(t, len(open), column, "a row that is shorter than the one above")
		}
	}
	for _, rows := range open {
		require.Zero(t, rows, "a cell that goes below the table")
	}
}

func TestStructureOfSamples(t *testing.T) {
	set := embedded(t)
	for name, r := range sample.Reports(t) {
		t.Run(name, func(t *testing.T) {
			d := document.Compose(r)
			d.Mark, d.Notes = document.Draft, []document.Note{{Level: "核实", Place: "“总体情况”A5", Text: "文中写的是“13件”，表中是12件。"}}
			p, _ := Set(d, set)
			requireStructured(t, p)
			tables := 0
			for _, e := range p.Structure.Elements {
				if e.Kind == TableElement {
					tables++
				}
			}
			assert.Greater(t, tables, 3)
		})
	}
}

func TestStructureOfRandomDocuments(t *testing.T) {
	set := embedded(t)
	for seed := range uint64(100) {
		p, _ := Set(randomDocument(seed), set)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { requireStructured(t, p) })
	}
}

// What is told of a report, to be read.
func TestStructureGolden(t *testing.T) {
	d := report(edition(t, "2021"), func(i int, c form.Cell) string {
		if c.Key == "disputes.review.upheld" {
			return strings.Repeat("误贴进来的一段文字。", 20)
		}
		return fmt.Sprint(i)
	}, plainText)
	d.Mark, d.Notes = document.Draft, []document.Note{{Level: "核实", Place: "“总体情况”A5", Text: "文中写的是“13件”，表中是12件。"}}
	p, _ := Set(d, embedded(t))
	requireStructured(t, p)
	sample.Golden(t, sample.Path(t, "testdata/layout/structure.golden"), outlined(p))
}

func TestStructureOfOddDocuments(t *testing.T) {
	for _, c := range []struct {
		why    string
		blocks []document.Block
		want   string
	}{
		{"no blocks", nil, "document\n"},
		{"a heading of three levels below the title is one below", []document.Block{
			document.Title{Unit: "甲镇", Name: "年报"}, document.Heading{Level: 4, Rank: 4, Text: "（1）乙"}, document.Heading{Level: 4, Rank: 4, Text: "（2）丙"},
		}, "document\n  heading 1 甲镇年报\n  heading 2 （1）乙\n  heading 3 （2）丙\n"},
		{"no title", []document.Block{document.SectionHeading("", "一、甲")}, "document\n  heading 1 一、甲\n"},
		{"a heading that runs in is one, and its text a paragraph", []document.Block{document.Paragraph{Level: 2, Rank: 2, Lead: "（一）甲。", Text: "乙"}},
			"document\n  heading 1 （一）甲。\n  paragraph 乙\n"},
		{"nothing behind it, no paragraph", []document.Block{document.Paragraph{Level: 2, Rank: 2, Lead: "（一）甲。"}}, "document\n  heading 1 （一）甲。\n"},
		{"what cannot be seen is no paragraph", []document.Block{document.Paragraph{Text: "\u200b"}, document.Paragraph{}}, "document\n"},
		{"whom a letter is for", []document.Block{document.Addressee{Text: "甲镇："}, document.Signature{Unit: "乙县", Date: "2026年1月20日"}},
			"document\n  paragraph 甲镇：\n  paragraph 乙县\n  paragraph 2026年1月20日\n"},
		{"no more than six levels", func() (blocks []document.Block) {
			for rank := range 9 {
				blocks = append(blocks, document.Heading{Rank: rank, Text: "甲"})
			}
			return blocks
		}(), "document\n  heading 1 甲\n  heading 2 甲\n  heading 3 甲\n  heading 4 甲\n  heading 5 甲\n  heading 6 甲\n  heading 6 甲\n  heading 6 甲\n  heading 6 甲\n"},
	} {
		p, _ := Set(&document.Document{Blocks: c.blocks}, embedded(t))
		requireStructured(t, p)
		assert.Equal(t, c.want, outlined(p), c.why)
	}
}

// Forty findings stand on two pages, and a long one in its cell.
func TestTheListBehindADraftIsShort(t *testing.T) {
	d := titled("清溪镇")(t)
	before, _ := Set(d, embedded(t))
	d.Mark = document.Draft
	for i := range 40 {
		d.Notes = append(d.Notes, document.Note{Level: "核实", Place: "“总体情况”A5", Text: strings.Repeat("文中写的是“13件”，表中是12件。", 1+i%3)})
	}
	p, _ := Set(d, embedded(t))
	assert.Len(t, p.Pages, len(before.Pages)+2)
	d.Notes[3].Text = strings.Repeat("文中写的是“13件”，表中是12件。", 40)
	p, _ = Set(d, embedded(t))
	requireSound(t, p)
	for _, page := range p.Pages {
		for _, r := range page.Runs {
			require.NotEqual(t, TableNote, r.Ref.Part)
		}
	}
}
