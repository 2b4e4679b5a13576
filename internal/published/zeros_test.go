package published

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestZerosLeftOut(t *testing.T) {
	e, _ := form.ByID("2021")
	const review = "disputes.review."
	for _, c := range []struct {
		why     string
		figures map[string]int // -1 for one that cannot be read
		want    []string
	}{
		{"the others come to the total", map[string]int{review + "upheld": 2, review + "corrected": 1, review + "total": 3}, []string{review + "other", review + "pending"}},
		{"they do not", map[string]int{review + "upheld": 2, review + "total": 3}, nil},
		{"the total is not told", map[string]int{review + "upheld": 2, review + "corrected": 0, review + "other": 0, review + "pending": 0}, nil},
		{"none of all parts make none", map[string]int{review + "upheld": 0, review + "corrected": 0, review + "other": 0, review + "pending": 0}, []string{review + "total"}},
		{"one cannot be read", map[string]int{review + "upheld": 2, review + "corrected": -1, review + "total": 2}, nil},
	} {
		r := model.New(e)
		for _, cell := range e.Cells() {
			r.Figures[cell.Key] = model.Value{State: model.Missing}
			n, told := c.figures[string(cell.Key)]
			switch {
			case !told:
			case n < 0:
				r.Figures[cell.Key] = model.Value{State: model.Unreadable, Text: "两"}
			default:
				r.Figures[cell.Key] = model.NumberValue(decimal.NewFromInt(int64(n)))
			}
		}
		var got []string
		for _, k := range leftOut(r, "disputes") {
			got = append(got, string(k))
		}
		assert.Equal(t, c.want, got, c.why)
		FillZeros(r)
		for _, k := range c.want {
			assert.True(t, r.Figure(form.Key(k)).IsZero(), fmt.Sprint(c.why, k))
		}
	}
}

// Rows that stand in several totals prove each other: a whole row that is left out, and what was carried in by the balance.
func TestZerosLeftOutInRows(t *testing.T) {
	e, _ := form.ByID("2021")
	r := model.New(e)
	for _, cell := range e.Cells() {
		r.Figures[cell.Key] = model.Value{State: model.Missing}
	}
	for row, n := range map[string]int64{"received": 5, "granted": 5, "total": 5, "carried_out": 0} {
		for _, c := range []string{"natural_person", "enterprise", "research", "social", "legal_service", "other", "total"} {
			v := decimal.Zero
			if c == "natural_person" || c == "total" {
				v = decimal.NewFromInt(n)
			}
			r.Figures[form.Key("requests."+row+"."+c)] = model.NumberValue(v)
		}
	}
	FillZeros(r)
	for _, cell := range e.Cells() {
		if cell.Table == "requests" {
			assert.True(t, r.Figure(cell.Key).IsNumber(), cell.Key)
		}
	}
	assert.Equal(t, model.Missing, r.Figure("proactive.licensing.decisions").State, "nothing balances there")
}
