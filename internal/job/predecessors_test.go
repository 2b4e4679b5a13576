package job_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// However a report is cut into those of several units, what they leave to the one that goes on is what the whole would have left.
func TestPredecessorsLeaveWhatTheWholeWould(t *testing.T) {
	whole := sample.Report(t, "b-district-2022")
	expected, _, err := job.Blank(2023, "", "", whole, "")
	require.NoError(t, err)
	for _, parts := range []int{1, 2, 3, 7} {
		var before []job.Predecessor
		for i := range parts {
			one := sample.Report(t, "b-district-2022")
			one.Fields["unit.name"] = model.Field{Text: "第" + strconv.Itoa(i+1) + "镇人民政府"}
			for k, v := range one.Figures {
				c, _ := one.Edition.Cell(k)
				if n := v.Number.IntPart(); v.IsNumber() && c.Measure.Whole() {
					share := n / int64(parts)
					if i == 0 {
						share += n % int64(parts)
					}
					one.Figures[k] = model.ParseFigure(c.Measure, strconv.FormatInt(share, 10))
				}
			}
			before = append(before, job.Predecessor{Name: strconv.Itoa(i), Report: one})
		}
		r, told, err := job.BlankOf(2023, "云屏新区人民政府", "", before)
		require.NoError(t, err)
		assert.NotEmpty(t, told)
		assert.Equal(t, "云屏新区人民政府", r.Unit(), "its name is its own")
		for _, c := range r.Edition.CarryOvers() {
			assert.Equal(t, expected.Figure(c.Key).Printed(), r.Figure(c.Key).Printed(), "%d parts: %s", parts, c.Key)
		}
	}
}

func TestPredecessorsThatDoNotFit(t *testing.T) {
	one := job.Predecessor{Name: "一.xlsx", Report: sample.Report(t, "e-town-2024")}
	_, _, err := job.BlankOf(2025, "", "", []job.Predecessor{one, {Name: "二.xlsx", Report: one.Report}})
	assert.ErrorContains(t, err, "和“一.xlsx”都是", "one unit twice")
	spaced := sample.Report(t, "e-town-2024")
	spaced.Fields["unit.name"] = model.Field{Text: "望禾 镇人民政府"}
	_, _, err = job.BlankOf(2025, "", "", []job.Predecessor{one, {Name: "二.xlsx", Report: spaced}})
	assert.ErrorContains(t, err, "和“一.xlsx”都是", "one unit twice, however its name was typed")
	_, _, err = job.BlankOf(2024, "", "", []job.Predecessor{one})
	assert.ErrorContains(t, err, "是2024年度的报告", "another year")
	other := sample.Report(t, "e-town-2024")
	other.Fields["unit.name"], other.Fields["unit.address"] = model.Field{Text: "柏坞乡人民政府"}, model.Field{Text: "柏坞乡一号"}
	r, _, err := job.BlankOf(2025, one.Report.Unit(), "", []job.Predecessor{{Name: "二.xlsx", Report: other}, one})
	require.NoError(t, err)
	assert.Equal(t, one.Report.Field("unit.address"), r.Field("unit.address"), "who takes another one in stays where it is")
	r, _, err = job.BlankOf(2025, "清石镇人民政府", "", []job.Predecessor{{Name: "二.xlsx", Report: other}, one})
	require.NoError(t, err)
	assert.Empty(t, r.Field("unit.address"), "nobody knows where the new one is")
	blank := sample.Report(t, "e-town-2024")
	blank.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"}
	delete(blank.Figures, "requests.carried_out.natural_person")
	r, _, err = job.BlankOf(2025, "", "", []job.Predecessor{one, {Name: "二.xlsx", Report: blank}})
	require.NoError(t, err)
	assert.Equal(t, model.Blank, r.Figure(form.Key("requests.carried_in.natural_person")).State, "what one of them does not tell is not guessed")
}
