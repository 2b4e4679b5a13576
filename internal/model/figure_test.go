package model_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestParseFigure(t *testing.T) {
	for _, c := range []struct {
		why     string
		measure form.Measure
		typed   string
		state   model.State
		printed string
		repairs int
	}{
		{"a count", form.Count, "30", model.Number, "30", 0},
		{"nothing typed is blank, not 0", form.Count, "", model.Blank, "", 0},
		{"white space is nothing", form.Count, " \u3000\t", model.Blank, "", 0},
		{"0 is a figure", form.Count, "0", model.Number, "0", 0},
		{"full-width digits", form.Count, "３０", model.Number, "30", 1},
		{"thousands separators at every third digit", form.Count, "27,732", model.Number, "27732", 1},
		{"full-width ones too", form.Count, "２７，７３２", model.Number, "27732", 2},
		{"a comma elsewhere may part two numbers", form.Count, "2,7", model.Unreadable, "2,7", 0},
		{"spaces between digits", form.Count, "27 732", model.Number, "27732", 1},
		{"the unit in the cell", form.Count, "3件", model.Number, "3", 1},
		{"the unit with a space", form.Count, "3 件", model.Number, "3", 1},
		{"a space elsewhere may part two numbers", form.Count, "1 2", model.Unreadable, "1 2", 0},
		{"a unit alone is no number", form.Count, "件", model.Unreadable, "件", 0},
		{"the wrong unit", form.Count, "3元", model.Unreadable, "3元", 0},
		{"two numbers", form.Count, "3、5", model.Unreadable, "3、5", 0},
		{"Chinese numerals are not guessed", form.Count, "三十", model.Unreadable, "三十", 0},
		{"a dash is not 0", form.Count, "—", model.Unreadable, "—", 0},
		{"half a case is told by the checks", form.Count, "1.5", model.Number, "1.5", 0},
		{"3.0 is 3", form.Count, "3.0", model.Number, "3", 0},
		{"a sign", form.Change, "-3", model.Number, "-3", 0},
		{"a typographic minus", form.Change, "−3", model.Number, "-3", 1},
		{"a dash for a minus", form.Change, "–3", model.Number, "-3", 1},
		{"a dash where nothing is below 0", form.Count, "–3", model.Unreadable, "–3", 0},
		{"a dash that parts two numbers", form.Change, "2–3", model.Unreadable, "2–3", 0},
		{"a plus", form.Change, "+3", model.Number, "3", 0},
		{"a fee keeps the decimals that it was given", form.Fee, "12.5000", model.Number, "12.5000", 0},
		{"a fee to the single yuan", form.Fee, "11384.8489", model.Number, "11384.8489", 0},
		{"a fee with its unit", form.Fee, "3.5万元", model.Number, "3.5", 1},
		{"a fee in yuan is not converted silently", form.Fee, "35000元", model.Unreadable, "35000元", 0},
		{"an amount carries its unit", form.Amount, "5.2万元", model.Number, "5.2万元", 0},
		{"an amount in yuan", form.Amount, "251000元", model.Number, "251000元", 0},
		{"an amount without its unit", form.Amount, "0", model.Number, "0", 0},
		{"as Excel writes large numbers", form.Count, "1E+5", model.Number, "100000", 0},
		{"as Excel writes small ones", form.Fee, "1E-4", model.Number, "0.0001", 0},
		{"an exponent that would fill the memory", form.Count, "1E+99", model.Unreadable, "1E+99", 0},
		{"more digits than any figure has", form.Count, strings.Repeat("9", 200), model.Unreadable, strings.Repeat("9", 200), 0},
		{"an error value", form.Count, "#REF!", model.Unreadable, "#REF!", 0},
		{"hexadecimal is no figure", form.Count, "0x1F", model.Unreadable, "0x1F", 0},
		{"a lone point", form.Fee, ".", model.Unreadable, ".", 0},
		{"no digit before the point", form.Fee, ".5", model.Number, "0.5", 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			v := model.ParseFigure(c.measure, c.typed)
			assert.Equal(t, c.state, v.State)
			assert.Equal(t, c.printed, v.Printed())
			assert.Len(t, v.Repairs, c.repairs, "%v", v.Repairs)
			assert.Equal(t, c.typed, v.Text, "what was typed is kept")
		})
	}
}

// Reading what was printed gives the same value, and nothing typed makes the parser fail or grow without bound.
func FuzzParseFigure(f *testing.F) {
	for _, seed := range []string{"30", "３件", "27,732", "5.2万元", "-0.5", "1E+29", "無", "1e-30"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, m := range []form.Measure{form.Count, form.Change, form.Fee, form.Amount} {
			v := model.ParseFigure(m, typed)
			if !v.IsNumber() {
				continue
			}
			again := model.ParseFigure(m, v.Printed())
			if !again.IsNumber() || !again.Number.Equal(v.Number) || again.Unit != v.Unit {
				t.Fatalf("%q printed as %q reads %+v", typed, v.Printed(), again)
			}
			if len(v.Printed()) > 80 {
				t.Fatalf("%q prints %d bytes", typed, len(v.Printed()))
			}
		}
	})
}
