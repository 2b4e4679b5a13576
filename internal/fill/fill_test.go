package fill_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/fill"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// foreignForm is what whoever laid a form out says of it.
type foreignForm struct {
	Why       string
	Edition   string
	Unit      string `json:"unit_name"`
	Year      int
	Expected  map[form.Key]string // where each figure is due
	Formula   []form.Key          // of these, those that add themselves up
	Prefilled map[form.Key]any
	Sums      map[string][]form.Key // where the sum of several figures is due, or is told
	Left      map[string]string     // what is left to people though it might be told, by key or "*", and why
}

// numbered is a report in which every figure is another one.
func numbered(e *form.Edition, unit string, year int) *model.Report {
	r := model.New(e)
	r.Fields["unit.name"] = model.Field{Text: unit}
	r.Fields["report.year"] = model.Field{Text: fmt.Sprint(year)}
	for i, c := range e.Cells() {
		n := decimal.NewFromInt(int64(1001 + i))
		if !c.Measure.Whole() {
			n = n.Add(decimal.New(25, -2))
		}
		v := model.NumberValue(n)
		if c.Measure.CarriesUnit() {
			v.Unit = "万元"
		}
		r.Figures[c.Key] = v
	}
	return r
}

// Forms that offices sent out, laid out by somebody who had not seen how they are read: every figure comes into its own cell or none, and
// all other cells stay as they were.
func TestFill(t *testing.T) {
	files, err := filepath.Glob(sample.Path(t, "testdata/foreign/*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			var want foreignForm
			require.NoError(t, json.Unmarshal(sample.Read(t, "testdata/foreign/"+name+".json"), &want))
			edition, ok := form.ByID(want.Edition)
			require.True(t, ok)
			r := numbered(edition, want.Unit, want.Year)
			data := sample.Read(t, "testdata/foreign/"+name+".xlsx")
			filled, err := fill.In(job.File{Name: name + ".xlsx", Data: data}, r)
			if _, all := want.Left["*"]; all {
				require.Error(t, err)
				return
			}
			require.NoError(t, err)
			before, after := foreignCells(t, data), foreignCells(t, filled.Data)
			right, missed := 0, []string{}
			due := map[string]bool{}
			for _, c := range edition.Cells() {
				place, ok := want.Expected[c.Key]
				if !ok || slices.Contains(want.Formula, c.Key) {
					continue
				}
				due[place] = true
				switch text := after[place]; {
				case isFigure(text, r.Figure(c.Key).Number):
					right++
				case text == before[place]:
					missed = append(missed, string(c.Key))
				default:
					assert.Fail(t, "wrong", "%s at %s is %q, not %s", c.Key, place, text, r.Figure(c.Key).Printed())
				}
			}
			for place, keys := range want.Sums {
				due[place] = true
				sum := r.Sum(keys).Number
				if text := after[place]; text == before[place] {
					told := slices.ContainsFunc(filled.Left, func(l string) bool { return strings.Contains(l, sum.String()) })
					assert.True(t, told || text != "", "nothing of %s at %s", sum, place)
				} else {
					assert.True(t, isFigure(text, sum), "%s is %q, not %s", place, text, sum)
				}
			}
			for place, text := range after {
				if !due[place] && text != before[place] {
					assert.Fail(t, "wrong", "%s was %q and is %q", place, before[place], text)
				}
			}
			t.Logf("%d right, %d left; %s\n%s", right, len(missed), filled.Told(), strings.Join(filled.Left, "\n"))
			for _, k := range missed {
				_, known := want.Left[k]
				_, table := want.Left[strings.Split(k, ".")[0]+".*"]
				if !known && !table && want.Prefilled[form.Key(k)] == nil {
					assert.Fail(t, "missed", k)
				}
			}
		})
	}
}

func isFigure(text string, n decimal.Decimal) bool {
	is, err := decimal.NewFromString(strings.ReplaceAll(text, ",", ""))
	return err == nil && is.Equal(n)
}

func foreignCells(t *testing.T, data []byte) map[string]string {
	sheets, err := workbook.ReadForeign(data)
	require.NoError(t, err)
	cells := map[string]string{}
	for _, s := range sheets {
		for _, c := range s.Cells {
			place := s.Name + "!" + workbook.Cell(c.Column+1, c.Row+1)
			if cells[place] = c.Text; c.Formula {
				cells[place] = "="
			}
		}
	}
	return cells
}

// What cannot be read is told by what it is, in the words of everywhere else; what is none is not asked for as a form of ours.
func TestFillTellsWhatItCannotRead(t *testing.T) {
	for name, want := range map[string]string{
		"book.xls":    "是旧格式的工作簿（.xls或.et），请用Excel或WPS打开，另存为.xlsx后再试",
		"book.ods":    "不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试",
		"locked.xlsx": "设了打开密码，请用Excel或WPS打开，去掉密码、保存后再试",
		"text.docx":   "不是Excel工作簿（.xlsx），请换成要转填的表",
		"make.py":     "不是Excel工作簿（.xlsx），请换成要转填的表",
	} {
		_, err := fill.In(job.File{Name: name, Data: sample.Read(t, "internal/opc/testdata/"+name)}, numbered(form.Editions()[0], "清溪镇人民政府", 2019))
		assert.EqualError(t, err, want, name)
	}
}

// A sum is written only if all that it is made of is known.
func TestFillOfSumsThatLackAFigure(t *testing.T) {
	e, _ := form.ByID("2021")
	data := sample.Read(t, "testdata/foreign/24_清单_大类合计.xlsx")
	for why, without := range map[string][]form.Key{
		"“上报”B9　无法提供：是几格的和，填报表里本机关不掌握空着，或者不是数": {"requests.unavailable.not_held.total"},
		"": {"requests.unavailable.not_held.total", "requests.unavailable.creation_required.total", "requests.unavailable.unclear.total"}, // as with a blank figure
	} {
		r := numbered(e, "清溪镇人民政府", 2025)
		for _, k := range without {
			delete(r.Figures, k)
		}
		filled, err := fill.In(job.File{Name: "上报.xlsx", Data: data}, r)
		require.NoError(t, err)
		assert.Empty(t, foreignCells(t, filled.Data)["上报!B9"])
		assert.Equal(t, why != "", slices.Contains(filled.Left, why), "%s\n%s", why, strings.Join(filled.Left, "\n"))
	}
}

// Our own form is one of the forms: what is written into it by its labels is read back from its cells.
func TestFillOwnForm(t *testing.T) {
	for _, e := range form.Editions() {
		blank := sample.Read(t, "templates/blank-"+e.ID+".xlsx")
		want := numbered(e, "清溪镇人民政府", e.FirstYear)
		filled, err := fill.In(job.File{Name: "填报.xlsx", Data: blank}, want)
		require.NoError(t, err)
		got, err := workbook.Read(filled.Data)
		require.NoError(t, err)
		for _, c := range e.Cells() {
			amount := c.Measure.CarriesUnit() // which has no unit in its head, so that a person writes it
			if !c.Total && !amount {
				assert.Equal(t, want.Figure(c.Key).Printed(), got.Figure(c.Key).Printed(), "%s %s", e.ID, c.Key)
			}
		}
	}
}
