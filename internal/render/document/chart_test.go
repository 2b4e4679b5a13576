package document_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

func TestOutcomeChart(t *testing.T) {
	c := document.OutcomeChart(sample.Report(t, "b-district-2022"), sample.Report(t, "d-town-2020"))
	assert.Equal(t, document.Chart{
		Table: "收到和处理政府信息公开申请情况表", Title: "政府信息公开申请办理结果", Of: "办理结果", By: "年度", Unit: "件",
		Groups: []document.BarGroup{
			{Label: "予以公开", Bars: []document.Bar{{"2022年", "16", 571}, {"2020年", "2", 71}}},
			{Label: "部分公开", Bars: []document.Bar{{"2022年", "5", 179}, {"2020年", "0", 0}}},
			{Label: "不予公开", Bars: []document.Bar{{"2022年", "0", 0}, {"2020年", "0", 0}}},
			{Label: "无法提供", Bars: []document.Bar{{"2022年", "28", 1000}, {"2020年", "1", 36}}},
			{Label: "不予处理", Bars: []document.Bar{{"2022年", "0", 0}, {"2020年", "0", 0}}},
			{Label: "其他处理", Bars: []document.Bar{{"2022年", "8", 286}, {"2020年", "1", 36}}},
		},
	}, c)
}

func TestBarsOfOutcomeCharts(t *testing.T) {
	for _, c := range []struct {
		why     string
		figures map[form.Key]string
		want    []document.Bar // 予以公开, 部分公开, 不予公开
	}{
		{"a town without applications", map[form.Key]string{"requests.granted.total": "0", "requests.partially_granted.total": "0"},
			[]document.Bar{{"2025年", "0", 0}, {"2025年", "0", 0}, {"2025年", "", 0}}},
		{"a blank figure is no 0, and has no bar", map[form.Key]string{"requests.granted.total": "", "requests.partially_granted.total": "4"},
			[]document.Bar{{"2025年", "", 0}, {"2025年", "4", 1000}, {"2025年", "", 0}}},
		{"nor has what is no number", map[form.Key]string{"requests.granted.total": "约3件", "requests.partially_granted.total": "4"},
			[]document.Bar{{"2025年", "", 0}, {"2025年", "4", 1000}, {"2025年", "", 0}}},
		{"a slip below 0 has no bar", map[form.Key]string{"requests.granted.total": "-3", "requests.partially_granted.total": "2"},
			[]document.Bar{{"2025年", "-3", 0}, {"2025年", "2", 1000}, {"2025年", "", 0}}},
		{"a group with a blank part has no sum", map[form.Key]string{"requests.granted.total": "1", "requests.denied.state_secret.total": "1"},
			[]document.Bar{{"2025年", "1", 1000}, {"2025年", "", 0}, {"2025年", "", 0}}},
		{"the total column is shown as it is stated", map[form.Key]string{"requests.granted.natural_person": "9", "requests.granted.total": "3", "requests.partially_granted.total": "1"},
			[]document.Bar{{"2025年", "3", 1000}, {"2025年", "1", 333}, {"2025年", "", 0}}},
	} {
		r := report(t, "2021", nil)
		for k, typed := range c.figures {
			r.Figures[k] = model.ParseFigure(form.Count, typed)
		}
		var got []document.Bar
		for _, g := range document.OutcomeChart(r, nil).Groups[:3] {
			require.Len(t, g.Bars, 1, "a year that is not known has no bars")
			got = append(got, g.Bars[0])
		}
		assert.Equal(t, c.want, got, c.why)
	}
}

// The chart sums the same cells as the table's total does, in both editions.
func TestOutcomesAreAllThatTheTotalSums(t *testing.T) {
	for _, e := range form.Editions() {
		r := model.New(e)
		for _, c := range e.Cells() {
			r.Figures[c.Key] = model.ParseFigure(form.Count, "1")
		}
		sum := 0
		for _, g := range document.OutcomeChart(r, nil).Groups {
			n, err := strconv.Atoi(g.Bars[0].Value)
			require.NoError(t, err)
			sum += n
		}
		for _, rel := range e.Relations() {
			if rel.Kind == form.ColumnTotal && rel.Subject == "requests.total.total" {
				assert.Equal(t, len(rel.Right), sum, e.ID)
			}
		}
	}
}
