package form_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/sample"
)

// The outlines are there to be read against the notices, line by line.
func TestOutlineForProofReading(t *testing.T) {
	for _, e := range form.Editions() {
		sample.Golden(t, sample.Path(t, "testdata/forms/"+e.ID+".txt"), outline(e))
	}
}

func outline(e *form.Edition) string {
	var b strings.Builder
	last := ""
	if e.LastYear != 0 {
		last = fmt.Sprint(e.LastYear)
	}
	fmt.Fprintf(&b, "%s%s\n报告年度 %d—%s\n", e.Notice, e.Number, e.FirstYear, last)
	for _, p := range e.Passages()[:1] {
		fmt.Fprintf(&b, "\n%s [%s]\n", p.Label, p.Key)
	}
	for _, s := range e.Sections {
		fmt.Fprintf(&b, "\n%s [%s]\n", s.Heading(), s.Text.Key)
		if s.Table == nil {
			continue
		}
		fmt.Fprintf(&b, "  表 %s [%s]\n", s.Table.Title, s.Table.Key)
		for _, block := range s.Table.Blocks {
			if block.Caption != "" {
				fmt.Fprintf(&b, "  %s\n", block.Caption)
			}
			fmt.Fprintf(&b, "    左上角 %s\n    列\n", block.Corner)
			outlineHeads(&b, block.Columns, 3)
			fmt.Fprintf(&b, "    行\n")
			outlineHeads(&b, block.Rows, 3)
			for _, balance := range block.Balances {
				fmt.Fprintf(&b, "    每列 %s = %s\n", strings.Join(balance.Left, " + "), strings.Join(balance.Right, " + "))
			}
			for _, limit := range block.Limits {
				fmt.Fprintf(&b, "    每行 %s ≤ %s\n", limit.Lower, limit.Upper)
			}
		}
	}
	fmt.Fprintf(&b, "\n数字 %d 格，勾稽关系 %d 条\n", len(e.Cells()), len(e.Relations()))
	return b.String()
}

func outlineHeads(b *strings.Builder, heads []form.Head, depth int) {
	for _, h := range heads {
		line := strings.Repeat("  ", depth) + h.Label
		if h.Key != "" {
			line += " [" + h.Key + "]"
		}
		if h.Total {
			line += " 合计"
		}
		if h.Measure != form.Count {
			line += " " + map[form.Measure]string{form.Change: "可为负数", form.Fee: "万元", form.Amount: "连单位"}[h.Measure]
		}
		if h.Law != "" {
			line += " " + h.Law
		}
		if h.Note != "" {
			line += " // " + h.Note
		}
		fmt.Fprintln(b, line)
		outlineHeads(b, h.Children, depth+1)
	}
}

func TestEditionOfYear(t *testing.T) {
	for _, c := range []struct {
		why  string
		year int
		want string
	}{
		{"the regulation's new form starts with 2019", 2018, ""},
		{"first year of the trial form", 2019, "2019"},
		{"last year of the trial form", 2020, "2019"},
		{"first year of the present form", 2021, "2021"},
		{"nothing newer exists", 2030, "2021"},
	} {
		e, ok := form.ForYear(c.year)
		require.Equal(t, c.want != "", ok, c.why)
		if ok {
			assert.Equal(t, c.want, e.ID, c.why)
		}
	}
}

func TestKeys(t *testing.T) {
	name := regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$`)
	for _, e := range form.Editions() {
		seen := map[string]form.Key{}
		var keys []form.Key
		for _, c := range e.Cells() {
			keys = append(keys, c.Key)
		}
		for _, f := range form.Fields() {
			keys = append(keys, f.Key)
		}
		for _, p := range e.Passages() {
			keys = append(keys, p.Key)
		}
		for _, k := range keys {
			assert.Regexp(t, name, string(k))
			assert.Empty(t, seen[k.DefinedName()], "%s and %s share a defined name", k, seen[k.DefinedName()])
			seen[k.DefinedName()] = k
		}
	}
}

// The printed tables have 10 or 22, 175 or 161, and 15 figures.
func TestFiguresOfEachTable(t *testing.T) {
	want := map[string]map[string]int{
		"2019": {"proactive": 22, "requests": 23 * 7, "disputes": 15},
		"2021": {"proactive": 10, "requests": 25 * 7, "disputes": 15},
	}
	for _, e := range form.Editions() {
		got := map[string]int{}
		for _, c := range e.Cells() {
			got[c.Table]++
		}
		assert.Equal(t, want[e.ID], got, e.ID)
	}
}

func TestApplicantsAreTheSameInAllEditions(t *testing.T) {
	assert.Len(t, form.Organisations(), 5)
	for _, e := range form.Editions() {
		var keys []string
		for _, a := range e.Applicants() {
			keys = append(keys, a.Key)
		}
		assert.Equal(t, append([]string{form.NaturalPerson}, form.Organisations()...), keys, e.ID)
	}
}

func TestGridIsCoveredOnce(t *testing.T) {
	for _, e := range form.Editions() {
		for _, table := range e.Tables() {
			grid := table.Grid()
			covered := map[[2]int]int{}
			row := 0
			for _, s := range grid.Slots {
				if s.Role == form.FigureSlot || s.Role == form.CaptionSlot {
					assert.GreaterOrEqual(t, s.Row, row, "slots come row by row")
					row = s.Row
				}
				for r := range s.RowSpan {
					for c := range s.ColSpan {
						covered[[2]int{s.Row + r, s.Col + c}]++
					}
				}
			}
			assert.Len(t, covered, grid.Rows*grid.Cols, "%s %s: no gap, nothing outside", e.ID, table.Key)
			for at, n := range covered {
				assert.Equal(t, 1, n, "%s %s: %v is covered once", e.ID, table.Key, at)
			}
		}
	}
}

// The merged heads of the printed tables, named by where they stand.
func TestSpans(t *testing.T) {
	type span struct{ row, col, rows, cols int }
	for _, c := range []struct {
		why, edition, table, label string
		want                       span
	}{
		{"the balance stands in a cell three heads high and three heads wide", "2021", "requests", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", span{0, 0, 3, 3}},
		{"the results hold 22 rows in the present form", "2021", "requests", "三、本年度办理结果", span{5, 0, 22, 1}},
		{"and 20 in the trial form, where （六） is one row", "2019", "requests", "三、本年度办理结果", span{5, 0, 20, 1}},
		{"a result without kinds takes two columns of heads", "2021", "requests", "（一）予以公开", span{5, 1, 1, 2}},
		{"a head without children runs down to the figures", "2021", "requests", "自然人", span{1, 3, 2, 1}},
		{"the kinds of organisations", "2021", "requests", "法人或其他组织", span{1, 4, 1, 5}},
		{"复议 has one level less than 诉讼, so its head is higher", "2021", "disputes", "行政复议", span{0, 0, 2, 5}},
		{"诉讼 spans both of its ways", "2021", "disputes", "行政诉讼", span{0, 5, 1, 10}},
		{"a single column of figures runs to the table's edge", "2021", "proactive", "本年收费金额（单位：万元）", span{12, 1, 1, 3}},
		{"the last of two columns does too", "2019", "proactive", "采购总金额", span{16, 2, 1, 2}},
	} {
		e, _ := form.ByID(c.edition)
		found := false
		for _, table := range e.Tables() {
			for _, s := range table.Grid().Slots {
				if table.Key == c.table && s.Label == c.label {
					found = true
					assert.Equal(t, c.want, span{s.Row, s.Col, s.RowSpan, s.ColSpan}, c.why)
				}
			}
		}
		assert.True(t, found, c.why)
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		edition string
		kind    form.RelationKind
		table   string
		want    int
	}{
		{"2021", form.RowTotal, "requests", 25},
		{"2021", form.ColumnTotal, "requests", 7},
		{"2021", form.Balanced, "requests", 7},
		{"2021", form.RowTotal, "disputes", 3},
		{"2019", form.RowTotal, "requests", 23},
		{"2019", form.ColumnTotal, "requests", 7},
		{"2019", form.Balanced, "requests", 7},
		{"2019", form.RowTotal, "disputes", 3},
		{"2019", form.Within, "proactive", 2},
	} {
		e, _ := form.ByID(c.edition)
		n := 0
		for _, r := range e.Relations() {
			if r.Kind == c.kind && r.Table == c.table {
				n++
				for _, k := range r.Keys() {
					_, ok := e.Cell(k)
					assert.True(t, ok, "%s is a cell", k)
				}
			}
		}
		assert.Equal(t, c.want, n, "%s %s %v", c.edition, c.table, c.kind)
	}
	e, _ := form.ByID("2021")
	for _, r := range e.Relations() {
		switch r.Subject {
		case "requests.received.total":
			assert.Len(t, r.Right, 6, "natural persons and five kinds of organisation")
		case "requests.total.research":
			if r.Kind == form.ColumnTotal {
				assert.Len(t, r.Right, 21, "all results but the total")
			} else {
				assert.Equal(t, []form.Key{"requests.received.research", "requests.carried_in.research", "requests.total.research", "requests.carried_out.research"}, r.Keys())
			}
		case "disputes.litigation_direct.total":
			assert.Equal(t, []form.Key{"disputes.litigation_direct.upheld", "disputes.litigation_direct.corrected",
				"disputes.litigation_direct.other", "disputes.litigation_direct.pending"}, r.Right, "its own four, none of the block beside it")
		}
	}
}

func TestQuantities(t *testing.T) {
	for _, e := range form.Editions() {
		names := map[string]bool{}
		for _, c := range e.Cells() {
			assert.False(t, names[c.Name()], "%s: two cells are called %s", e.ID, c.Name())
			names[c.Name()] = true
			q, ok := e.QuantityCalled(c.Name())
			require.True(t, ok, c.Name())
			assert.Equal(t, []form.Key{c.Key}, q.Keys, "%s is one cell", c.Name())
		}
	}
	for _, c := range []struct {
		why, edition, name string
		cells              int
		first              form.Key
	}{
		{"a total goes by its row's name", "2021", "本年新收", 1, "requests.received.total"},
		{"a cell, with the dot left out", "2021", "本年新收自然人", 1, "requests.received.natural_person"},
		{"a key", "2021", "requests.received.total", 1, "requests.received.total"},
		{"a group of rows without a total", "2021", "不予公开", 8, "requests.denied.state_secret.total"},
		{"（六） is a group in the present form", "2021", "其他处理", 3, "requests.other.uncorrected.total"},
		{"and a row in the trial form", "2019", "其他处理", 1, "requests.other.total"},
		{"a group of columns", "2021", "本年新收·法人或其他组织", 5, "requests.received.enterprise"},
		{"both ways of 诉讼, totals left out", "2021", "行政诉讼", 8, "disputes.litigation_direct.upheld"},
		{"a group that has a total is that total", "2021", "行政复议", 1, "disputes.review.total"},
		{"a result of 复议", "2021", "行政复议结果纠正", 1, "disputes.review.corrected"},
		{"a total by the label of its column, as it is read off the table", "2021", "本年新收·总计", 1, "requests.received.total"},
		{"so is the sum of a group", "2021", "不予公开·总计", 8, "requests.denied.state_secret.total"},
		{"and a total of 复议", "2021", "行政复议·总计", 1, "disputes.review.total"},
		{"the column before the row", "2021", "自然人·本年新收", 1, "requests.received.natural_person"},
		{"likewise of a total", "2021", "总计·予以公开", 1, "requests.granted.total"},
		{"and of a stock", "2021", "现行有效行政规范性文件", 1, "proactive.normative.in_force"},
	} {
		e, _ := form.ByID(c.edition)
		q, ok := e.QuantityCalled(c.name)
		require.True(t, ok, c.why)
		assert.Len(t, q.Keys, c.cells, c.why)
		assert.Equal(t, c.first, q.Keys[0], c.why)
	}
	e, _ := form.ByID("2021")
	_, ok := e.QuantityCalled("结果维持")
	assert.False(t, ok, "a name that fits three cells names none")
	_, ok = e.QuantityCalled("总计")
	assert.False(t, ok, "nor does the label of a column alone")
}

// Excel shows at most 255 characters of a prompt.
func TestNotesFitAPrompt(t *testing.T) {
	for _, e := range form.Editions() {
		for _, c := range e.Cells() {
			assert.LessOrEqual(t, len([]rune(c.Note())), 255, string(c.Key))
		}
	}
}
