package check_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// One figure of a published report is wrong: where it breaks a row and a column, both causes name it and what it should be; nothing names another as wrong.
func TestHintsNameTheOneWrongFigure(t *testing.T) {
	const tries = 150
	reports := soundReports(t)
	names := slices.Sorted(maps.Keys(reports))
	random := rand.New(rand.NewPCG(2026, 29))
	crossed := 0
	for range tries {
		r := copyOf(t, reports[names[random.IntN(len(names))]])
		r.Printed = &model.Printed{}
		wrong := anyFigure(r, random, func(c *form.Cell) bool { return c.Table == "requests" && c.Measure == form.Count })
		was := r.Figure(wrong.Key).Number
		set(r, wrong.Key, was.Add(decimal.NewFromInt(int64(1+random.IntN(40)))).String())
		for _, f := range check.Run(&check.Input{Report: r}) {
			if f.Rule != "requests-row-total" && f.Rule != "requests-outcome-total" && f.Rule != "requests-balance" {
				continue
			}
			for _, hint := range f.Hints {
				_, named, crosses := strings.Cut(hint, "相交的是")
				if !crosses {
					continue
				}
				crossed++
				assert.True(t, strings.HasPrefix(named, wrong.Label()+"：") && strings.HasSuffix(named, "如果是"+was.String()+"就都对了。"), "%s was %s: %s", wrong.Label(), was, hint)
			}
			if strings.Contains(strings.Join(f.Hints, ""), "颠倒") {
				assert.Contains(t, strings.Join(f.Hints, ""), wrong.Label(), "a figure that another equation bears out is not the wrong one")
			}
		}
	}
	assert.Greater(t, crossed, tries, "most figures stand in a row and a column")
}

// A total that misses a part whose cell was dragged away is told where that belongs, and nothing else: the figures themselves are right.
func TestHintOfAStrayedPart(t *testing.T) {
	for home, want := range map[string]string{"D6": "请移回D6。", "": "请移回原来的格。"} {
		r := copyOf(t, soundReports(t)["e-town-2024"])
		const total, part form.Key = "requests.received.total", "requests.received.natural_person"
		v := r.Figure(total)
		v.Number, v.Strayed = decimal.NewFromInt(99), []model.Strayed{{Key: part, Home: home}}
		r.Figures[total] = v
		moved := r.Figure(part)
		moved.Place.Ref = "L6"
		r.Figures[part] = moved
		told := false
		for _, f := range check.Run(&check.Input{Report: r}) {
			if f.Rule == "requests-row-total" {
				told = true
				assert.Equal(t, []string{"“一、本年新收政府信息公开申请数量”的“自然人”的格移到了L6，公式加不到它，" + want}, f.Hints)
			}
		}
		assert.True(t, told)
	}
}
