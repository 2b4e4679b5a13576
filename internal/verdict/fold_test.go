package verdict_test

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// One cause is told once, however many figures have it: by the column or row that they fill, or for the table; in data each has its own finding.
func TestFiguresAreToldTogether(t *testing.T) {
	cellsOf := func(pattern string) (keys []form.Key) {
		row, column, _ := strings.Cut(pattern, ".")
		e, _ := form.ByID("2021")
		for _, c := range e.Cells() {
			if c.IsRequest() && (row == "*" || strings.HasPrefix(string(c.Key), "requests."+row)) && (column == "" || strings.HasSuffix(string(c.Key), "."+column)) && (!c.Total || column == "total") {
				keys = append(keys, c.Key)
			}
		}
		return keys
	}
	blank, lost := model.Value{}, model.Value{State: model.Missing}
	mark := func(text string) model.Value { return model.ParseFigure(form.Count, text) }
	for _, c := range []struct {
		why     string
		put     map[string]model.Value // by rows and columns
		printed bool
		want    []string // of the telling, in order
		told    int      // lines on figures
	}{
		{why: "a blank column", put: map[string]model.Value{"*.social": blank},
			want: []string{"“社会公益组织”这一列有24格没有填，没有的请填0：G6:G28、G30。"}, told: 1},
		{why: "several columns", put: map[string]model.Value{"*.social": blank, "*.other": blank, "*.research": blank},
			want: []string{"“科研机构”这一列有24格", "“社会公益组织”这一列有24格", "“其他”这一列有24格"}, told: 3},
		{why: "a column and a row that cross", put: map[string]model.Value{"*.social": blank, "granted": blank},
			want: []string{"“社会公益组织”这一列有24格", "“（一）予以公开”这一行有5格没有填，没有的请填0：自然人（D8）、"}, told: 2},
		{why: "one cell keeps its own words", put: map[string]model.Value{"granted.social": blank}, want: []string{"G8　“（一）予以公开”的“社会公益组织”没有填，没有的请填0。"}, told: 1},
		{why: "all but a column", put: map[string]model.Value{"*.enterprise": blank, "*.social": blank, "*.other": blank, "*.research": blank, "*.legal_service": blank, "denied.natural_person": blank},
			want: []string{"这张表有128格没有填，没有的请填0：D10:D17、E6:I28、E30:I30。"}, told: 1},
		{why: "the whole table", put: map[string]model.Value{"*": blank}, want: []string{"整张表的144格都没有填，没有的请填0。"}, told: 1},
		{why: "a column that was deleted", put: map[string]model.Value{"*.social": lost},
			want: []string{"“社会公益组织”这一列有24格找不到，可能被删除了。"}, told: 1},
		{why: "marks for none, with their totals", put: map[string]model.Value{"*": mark("/"), "*.total": mark("/"), "received": mark("0"), "received.total": mark("0"), "carried_in": mark("0"), "carried_in.total": mark("0")}, printed: true,
			want: []string{"这张表有155处填的是“/”，没有的请填0。"}, told: 1},
		{why: "marks are told apart from blanks", put: map[string]model.Value{"*.social": blank, "*.other": mark("—")},
			want: []string{"“社会公益组织”这一列有24格没有填", "“其他”这一列有24格填的是“—”，没有的请填0：I6:I28、I30。"}, told: 2},
	} {
		r := sample.Report(t, "e-town-2024")
		if c.printed {
			r.Printed = &model.Printed{Title: r.Title()}
		}
		if !c.printed {
			place(r)
		}
		for _, p := range slices.Sorted(maps.Keys(c.put)) { // those on all rows first
			for _, k := range cellsOf(p) {
				v := c.put[p]
				if v.State != model.Missing {
					v.Place = r.Figures[k].Place
				}
				r.Figures[k] = v
			}
		}
		found := slices.DeleteFunc(check.Run(&check.Input{Report: r}), func(f check.Finding) bool { return f.Rule != "figure-missing" && f.Rule != "cell-lost" })
		o := verdict.Outcome{File: "望禾.xlsx", Report: r, Findings: found}
		text := told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewText(b, verdict.Options{Word: word}) }, []verdict.Outcome{o})
		rest := text
		for _, want := range c.want {
			_, after, ok := strings.Cut(rest, want)
			assert.True(t, ok, "%s: %s\n%s", c.why, want, text)
			rest = after
		}
		assert.Equal(t, c.told, strings.Count(text, "  强制·"), "%s\n%s", c.why, text)
		shown := 0
		for _, g := range o.Groups(verdict.Options{Word: word}) {
			shown += len(g.Items)
		}
		assert.Equal(t, c.told, shown, c.why)
		json := told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewJSON(b, verdict.Options{}) }, []verdict.Outcome{o})
		assert.Equal(t, len(found), strings.Count(json, `"rule":`), c.why)
	}
}

// place gives the figures on applications the cells that they have in a workbook.
func place(r *model.Report) {
	for i, c := range slices.DeleteFunc(slices.Clone(r.Edition.Cells()), func(c form.Cell) bool { return !c.IsRequest() }) {
		v := r.Figures[c.Key]
		v.Place = model.Place{Sheet: "三、依申请公开", Ref: string(rune('D'+i%7)) + strconv.Itoa(6+i/7)}
		r.Figures[c.Key] = v
	}
}
