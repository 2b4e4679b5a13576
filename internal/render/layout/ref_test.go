package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// painted is what stands on the pages under each reference, in the order of painting.
type painted struct {
	order []Ref
	text  map[Ref]string
}

func collect(p *Pages) painted {
	out := painted{text: map[Ref]string{}}
	for _, page := range p.Pages {
		for _, r := range page.Runs {
			if _, known := out.text[r.Ref]; !known {
				out.order = append(out.order, r.Ref)
			}
			out.text[r.Ref] += r.Text
		}
	}
	return out
}

// seen is a text as it is seen: without spaces, which are dropped at lines' ends, and what is not to be seen.
func seen(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || invisible(r) {
			return -1
		}
		return r
	}, text)
}

// requireTold asserts that every character of the document is painted once under the reference of its block and cell, one after
// the other, and that all else is told to be the page's own.
func requireTold(t *testing.T, p *Pages, d *document.Document) {
	t.Helper()
	got := collect(p)
	last := -1 // the place of the text before
	take := func(ref Ref, want string) {
		require.Equal(t, seen(want), seen(got.text[ref]), "%+v", ref)
		delete(got.text, ref)
		if at := slices.Index(got.order, ref); at >= 0 {
			require.Greater(t, at, last, "%+v stands behind what comes later", ref)
			last = at
		}
	}
	table := func(annex bool, block int, cells []document.Cell) {
		var noted []int
		for i, c := range cells {
			ref := Ref{Annex: annex, Block: block, Cell: i}
			mark, number, note := ref, ref, ref
			mark.Part, number.Part, note.Part = NoteMark, NoteNumber, TableNote
			if _, ok := got.text[note]; !ok {
				take(ref, c.Text)
				continue
			}
			noted = append(noted, i)
			require.Equal(t, fmt.Sprintf("见注%d", len(noted)), got.text[mark])
			delete(got.text, mark)
			require.Equal(t, fmt.Sprintf("注%d：", len(noted)), got.text[number])
			delete(got.text, number)
			require.Equal(t, seen(c.Text), seen(got.text[note]))
			delete(got.text, note)
		}
	}
	for i, b := range d.Blocks {
		whole := Ref{Block: i, Cell: -1}
		switch b := b.(type) {
		case document.Title:
			take(whole, b.Unit+b.Name)
		case document.Heading:
			take(whole, b.Text)
		case document.Paragraph:
			take(Ref{Block: i, Cell: -1, Part: Lead}, b.Lead)
			spans := map[int]string{}
			pieces := b.Pieces()
			numbers := spansOf(pieces)
			for j, piece := range pieces {
				spans[numbers[j]] += piece.Text
			}
			for j := range len(spans) {
				take(Ref{Block: i, Cell: -1, Span: j}, spans[j])
			}
		case document.Table:
			table(false, i, b.Cells)
		case document.Signature:
			take(whole, b.Unit)
			take(Ref{Block: i, Cell: -1, Part: Date}, b.Date)
		}
	}
	if !d.IsFinal() && len(d.Notes) > 0 {
		take(Ref{Annex: true, Block: 0, Cell: -1}, fmt.Sprintf("草稿附页：还要处理的问题（共%d项）", len(d.Notes)))
		take(Ref{Annex: true, Block: 1, Cell: -1}, "本页只附在草稿后面，处理完以后请重新生成。")
		table(true, 2, listOf(d.Notes).Cells)
	}
	for ref := range got.text {
		require.True(t, ref.isArtifact(), "%+v is nothing of the document: %q", ref, got.text[ref])
	}
	for _, page := range p.Pages {
		require.Equal(t, Folio, page.Runs[len(page.Runs)-1].Ref.Part)
		for _, r := range page.Rules {
			require.Equal(t, TableRule, r.Ref.Part)
			if !r.Ref.Annex {
				require.IsType(t, document.Table{}, d.Blocks[r.Ref.Block])
			}
		}
		for _, s := range page.Shapes {
			require.Equal(t, Ref{Block: -1, Cell: -1, Part: DraftMark}, s.Ref)
		}
	}
}

func TestEverythingIsPaintedOnceUnderItsReference(t *testing.T) {
	set := embedded(t)
	for name, r := range sample.Reports(t) {
		d := document.Compose(r)
		d.Mark = document.Draft
		for i := range 30 {
			d.Notes = append(d.Notes, document.Note{Level: "核实", Place: fmt.Sprint("“总体情况”A", i), Text: strings.Repeat("请核对。", 1+i%9)})
		}
		p, _ := Set(d, set)
		t.Run(name, func(t *testing.T) { requireTold(t, p, d) })
	}
	long := titled("清溪镇")(t)
	long.Blocks = append(long.Blocks, tallTable(t), document.Heading{Level: 2, Rank: 2, Text: "（一）收费"}, tableOf(edition(t, "2021").Tables()[2], func(i int, c *form.Cell) string {
		if c.Key == "disputes.review.total" || c.Key == "disputes.review.upheld" {
			return "第一行" + strings.Repeat("\n又一行", 40)
		}
		return "0"
	}))
	p, _ := Set(long, set)
	requireTold(t, p, long)
}

func TestWhatATableRepeatsIsToldFromWhatGoesOn(t *testing.T) {
	whole := newTypesetter(embedded(t)).statutoryTable(tallTable(t))[0].table
	const row = 3 + 2 + 2 + 4 // in the middle of （三）
	first := &tablePart{whole.table, rowRange{}, rowRange{0, row}}
	rest := &tablePart{whole.table, whole.headsAbove(row), rowRange{row, whole.rows}}
	parts := func(p *tablePart) map[Part]string {
		var page Page
		p.paint(&page, 0, 600)
		all := map[Part]string{}
		for _, r := range page.Runs {
			all[r.Ref.Part] += r.Text
		}
		return all
	}
	begin, end := parts(first), parts(rest)
	assert.Len(t, begin, 1, "all that stands in the first part is the document's")
	assert.Contains(t, end[RepeatedHead], "申请人情况")
	assert.Equal(t, "三、本年度办理结果（续）（三）不予公开（续）", end[ContinuedHead])
	assert.Contains(t, begin[Text], "三、本年度办理结果")
	assert.NotContains(t, end[Text], "本年度办理结果")
	assert.True(t, strings.HasPrefix(end[Text], "5.属于三类内部事务信息"), end[Text])
}

// isArtifact says whether what is painted is nothing of the document.
func (r Ref) isArtifact() bool { return r.Part >= RepeatedHead }
