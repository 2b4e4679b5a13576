package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
)

// embedded returns the program's own fonts.
func embedded(t testing.TB) *fonts.Set {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return set
}

// edition returns the form of an edition.
func edition(t testing.TB, id string) *form.Edition {
	t.Helper()
	e, ok := form.ByID(id)
	require.True(t, ok)
	return e
}

// report composes a report of some edition. Its figures and the texts of its sections are given by functions.
func report(e *form.Edition, figure func(i int, c form.Cell) string, text func(p form.Passage) []string) *document.Document {
	r := model.New(e)
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	r.Fields["report.year"] = model.Field{Text: fmt.Sprint(e.FirstYear)}
	r.Fields["report.date"] = model.Field{Text: fmt.Sprintf("%d-01-20", e.FirstYear+1)}
	for i, c := range e.Cells() {
		r.Figures[c.Key] = model.ParseFigure(c.Measure, figure(i, c))
	}
	for _, p := range e.Passages() {
		for _, paragraph := range text(p) {
			r.Texts[p.Key] = append(r.Texts[p.Key], model.Paragraph{Text: paragraph})
		}
	}
	return document.Compose(r)
}

// digits makes every figure that many digits long, no two neighbours alike.
func digits(n int) func(int, form.Cell) string {
	return func(i int, _ form.Cell) string { return strings.Repeat(fmt.Sprint(i%8+2), n) }
}

// plainText is a paragraph or two for the sections that have to have text.
func plainText(p form.Passage) []string {
	switch {
	case p.Key == "narrative.overview":
		return []string{
			"（一）主动公开。全年发布信息86条，其中工作动态52条、惠民政策21条、其他信息13条。",
			"（二）依申请公开。本年度没有收到政府信息公开申请。",
		}
	case p.Required:
		return []string{"（一）存在的主要问题", "1.发布不够及时，个别事项办结一周后才报送材料。", "（二）改进情况", "每月25日对照目录逐项催报，按季度通报。"}
	default:
		return nil
	}
}

// randomDocument makes a document of blocks in any order that a report may have, and in some that it may not.
func randomDocument(seed uint64) *document.Document {
	random := rand.New(rand.NewPCG(seed, 0))
	d := &document.Document{Title: "年度报告", Unit: "清溪镇人民政府", Year: "2025", Dated: time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC)}
	unit := "清溪镇人民政府"
	if random.IntN(3) == 0 {
		unit = randomText(random, 60)
	}
	d.Blocks = append(d.Blocks, document.Title{Unit: unit, Name: "2025年政府信息公开工作年度报告"})
	var tables []*form.Table
	for _, e := range form.Editions() {
		tables = append(tables, e.Tables()...)
	}
	for range 3 + random.IntN(12) {
		switch random.IntN(8) {
		case 0:
			d.Blocks = append(d.Blocks, document.SectionHeading("", "三、"+randomText(random, 30)))
		case 1:
			d.Blocks = append(d.Blocks, randomTable(random, tables[random.IntN(len(tables))]))
		case 2:
			level := 1 + random.IntN(4)
			d.Blocks = append(d.Blocks, document.Heading{Level: level, Rank: 1 + level, Text: randomText(random, 40), Bare: random.IntN(4) == 0})
		case 3:
			d.Blocks = append(d.Blocks, document.Paragraph{Level: 2, Rank: 2, Lead: randomText(random, 10) + "。", Text: randomText(random, 200)})
		default:
			d.Blocks = append(d.Blocks, document.Paragraph{Text: randomText(random, 400)})
		}
	}
	if random.IntN(2) == 0 {
		d.Blocks = append(d.Blocks, document.Signature{Unit: unit, Date: "2026年1月20日"})
	}
	if random.IntN(3) == 0 {
		d.Mark = document.Draft
		for range random.IntN(40) {
			d.Notes = append(d.Notes, document.Note{Level: "强制", Place: "“依申请公开”B7", Text: randomText(random, 300)})
		}
	}
	return d
}

// randomText is Chinese with figures, punctuated, of one to most characters.
func randomText(random *rand.Rand, most int) string {
	const characters = "政府信息公开工作年度报告依申请主动镇村街道办理答复结果维持纠正"
	han := []rune(characters)
	var b strings.Builder
	for count := 1 + random.IntN(most); count > 0; count-- {
		b.WriteRune(han[random.IntN(len(han))])
		switch random.IntN(12) {
		case 0:
			b.WriteString("，")
		case 1:
			fmt.Fprint(&b, random.IntN(100000))
		}
	}
	return b.String()
}

// randomTable fills a statutory table with figures of all lengths, and now and then with text.
func randomTable(random *rand.Rand, t *form.Table) document.Table {
	most, textual := 1+random.IntN(12), random.IntN(3) == 0
	return tableOf(t, func(int, *form.Cell) string {
		if textual && random.IntN(10) == 0 {
			return randomText(random, 200)
		}
		figure := ""
		for range random.IntN(most + 1) {
			figure += fmt.Sprint(random.IntN(10))
		}
		return figure
	})
}

// tableOf fills a statutory table.
func tableOf(t *form.Table, figure func(i int, c *form.Cell) string) document.Table {
	grid := t.Grid()
	out := document.Table{Title: t.Title, Rows: grid.Rows, Cols: grid.Cols, HeadRows: grid.HeadRows, HeadCols: grid.HeadCols}
	for i, s := range grid.Slots {
		c := document.Cell{Row: s.Row, Col: s.Col, RowSpan: s.RowSpan, ColSpan: s.ColSpan, Role: s.Role, Text: s.Label, Group: s.Group, Heads: s.Heads}
		if s.Cell != nil {
			value := model.ParseFigure(s.Cell.Measure, figure(i, s.Cell))
			c.Key, c.Total, c.State, c.Text = s.Cell.Key, s.Cell.Total, value.State, value.Printed()
		}
		out.Cells = append(out.Cells, c)
	}
	return out
}
