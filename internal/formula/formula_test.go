package formula_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/cellref"
	"nianbao/internal/formula"
)

// sheets are two of a workbook, by their names, with what stands in their cells.
var sheets = map[string]map[string]string{
	"一":    {"A1": "1", "B1": "2.5", "C1": "词", "A2": "", "B2": "4", "C2": "40", "A3": "TRUE"},
	"二 '表": {"A1": "100"},
}

func partOf(name string) string {
	if _, ok := sheets[name]; !ok {
		return ""
	}
	return name
}

func worthOf(text string) formula.Worth {
	d, err := decimal.NewFromString(text)
	switch {
	case err == nil:
		return formula.OfNumber(d)
	case text == "":
		return formula.Worth{Kind: formula.Blank}
	case text == "TRUE":
		return formula.Worth{Kind: formula.Truth, Text: "1"}
	}
	return formula.Worth{Kind: formula.Words, Text: text}
}

// computed is what a formula on the first sheet comes to, as a cell would show it; "?" for what is not computed.
func computed(text string, by formula.Offset) string {
	one := func(r formula.Reach) formula.Worth { return worthOf(sheets[r.Part][r.Area.From.String()]) }
	w := formula.Evaluate(formula.Terms(text, "一", by, partOf), formula.Cells{
		One: one,
		Each: func(r formula.Reach, visit func(formula.Worth)) bool {
			const most = 100
			if r.Area.Size() > most {
				return false
			}
			for p := r.Area.From; r.Area.Contains(p); p = r.Area.After(p) {
				visit(one(formula.Reach{Part: r.Part, Area: cellref.Between(p, p)}))
			}
			return true
		},
	})
	switch w.Kind {
	case formula.Number:
		return w.Number.String()
	case formula.Words, formula.Truth:
		return w.Text
	}
	return "?"
}

func TestEvaluate(t *testing.T) {
	for _, test := range []struct{ why, formula, want string }{
		{"a number", "3", "3"},
		{"a cell", "B1", "2.5"},
		{"a blank cell counts as nothing", "A2", "0"},
		{"a text", `"件"`, "件"},
		{"quotation marks in one", `"说""好"""`, `说"好"`},
		{"products before sums", "A1+B1*B2", "11"},
		{"brackets before both", "(A1+B1)*B2", "14"},
		{"from left to right", "10-3-2", "5"},
		{"signs before a number", "-B1-+-4", "1.5"},
		{"decimals as they are written", "0.1+0.2", "0.3"},
		{"a fixed cell", "$A$1+A$1+$A1", "3"},
		{"small letters", "sum(a1:b2)", "7.5"},
		{"an area from its end to its beginning", "SUM(B2:A1)", "7.5"},
		{"words and truths in cells add nothing", "SUM(A1:C3)", "47.5"},
		{"areas, cells and numbers together", "SUM(A1:B1,C2,0.5)", "44"},
		{"how many numbers there are", "COUNT(A1:C3)", "4"},
		{"the total of a template, with something to add", `IF(COUNT(A1:B1)=0,"",SUM(A1:B1))`, "3.5"},
		{"and with nothing", `IF(COUNT(A2:A3)=0,"",SUM(A2:A3))`, ""},
		{"a comparison", "A1<=B1", "1"},
		{"of texts, whatever their letters", `"a"="A"`, "1"},
		{"of a blank cell with no text", `A2=""`, "1"},
		{"another sheet", "'二 ''表'!A1+A1", "101"},
		{"the same in words of its own", "一!B2", "4"},

		{"nothing at all", "", "?"},
		{"half a formula", "1+", "?"},
		{"two formulas", "1 2", "?"},
		{"a bracket too few", "SUM(A1:B1", "?"},
		{"a word is no number", `A1+"件"`, "?"},
		{"an area is no number", "A1:B1", "?"},
		{"a sheet that is not there", "三!A1", "?"},
		{"another workbook", "[1]一!A1", "?"},
		{"a whole column", "SUM(A:A)", "?"},
		{"more cells than are looked at", "SUM(A1:Z100)", "?"},
		{"a name", "合计", "?"},
		{"a function that is not computed", "AVERAGE(A1:B1)", "?"},
		{"division, which may not come out", "1/2", "?"},
		{"a condition that is no truth", "IF(A1,1,2)", "?"},
		{"brackets without end", strings.Repeat("(", 1000) + "1" + strings.Repeat(")", 1000), "?"},
		{"signs without end", strings.Repeat("-", 1000) + "1", "?"},
		{"longer than formulas are", strings.Repeat("1+", formula.MaxLength) + "1", "?"},
	} {
		assert.Equal(t, test.want, computed(test.formula, formula.Offset{}), test.why)
	}
}

// A formula that cells share stands in each of them as if it had been copied there.
func TestSharedFormula(t *testing.T) {
	right, below := formula.Offset{Cols: 1}, formula.Offset{Rows: 1}
	assert.Equal(t, "2.5", computed("A1", right))
	assert.Equal(t, "4", computed("B1", below))
	assert.Equal(t, "1", computed("$A1", right), "a column that is fixed")
	assert.Equal(t, "2.5", computed("B$1", below), "a row that is fixed")
	assert.Equal(t, "46.5", computed("SUM(A$1:B1)", formula.Offset{Cols: 1, Rows: 1}))
	assert.Equal(t, "?", computed("A1", formula.Offset{Cols: -1}), "off the sheet")
}

// Whatever stands in a cell is taken apart and computed in some time, alike each time.
func FuzzEvaluate(f *testing.F) {
	for _, text := range []string{`IF(COUNT(A1:B1)=0,"",SUM(A1:B1))`, "'二 ''表'!$A$1<>-1", `"a""b"`, "((((", "SUM(,)", "一!一!A1", "A1:B1:C1", "1.2.3", "''!A1"} {
		f.Add(text, 1, -1)
	}
	f.Fuzz(func(t *testing.T, text string, cols, rows int) {
		by := formula.Offset{Cols: cols, Rows: rows}
		require.Equal(t, computed(text, by), computed(text, by))
	})
}
