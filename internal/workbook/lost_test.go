package workbook

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestMovedCells(t *testing.T) {
	fill := func(t *testing.T, f *excelize.File) {
		require.NoError(t, f.SetSheetRow(disputes, upheld, &[]any{1, 2, 3, 4}))
		require.NoError(t, f.SetCellStr("一、总体情况", "A4", "第一段"))
		require.NoError(t, f.SetCellStr("一、总体情况", "A5", "第二段"))
	}
	tests := []struct {
		why  string
		edit func(t *testing.T, f *excelize.File)
	}{
		{"rows inserted above the table and between paragraphs", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.InsertRows(disputes, 2, 3))
			require.NoError(t, f.InsertRows("一、总体情况", 5, 2))
		}},
		{"a row inserted in the middle of what is added up", func(t *testing.T, f *excelize.File) { require.NoError(t, f.InsertRows("三、依申请公开", 12, 1)) }},
		{"columns inserted", func(t *testing.T, f *excelize.File) { require.NoError(t, f.InsertCols(disputes, "C", 1)) }},
		{"sheets renamed", func(t *testing.T, f *excelize.File) { rename(t, f, disputes, "it's 四!") }},
		{"sheets in another order", func(t *testing.T, f *excelize.File) { require.NoError(t, f.MoveSheet(disputes, "填写说明")) }},
		{"a sheet of the clerk's own", func(t *testing.T, f *excelize.File) {
			_, err := f.NewSheet("草稿")
			require.NoError(t, err)
			require.NoError(t, f.SetCellStr("草稿", "A1", "不关年报的事"))
		}},
		{"the sheet 校验 deleted", func(t *testing.T, f *excelize.File) { require.NoError(t, f.DeleteSheet("校验")) }},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) {
				fill(t, f)
				test.edit(t, f)
			}))
			assert.Equal(t, "1", r.Figure("disputes.review.upheld").Printed())
			assert.Equal(t, "4", r.Figure("disputes.review.pending").Printed())
			assert.Equal(t, "10", r.Figure("disputes.review.total").Printed())
			assert.Equal(t, []string{"第一段", "第二段"}, texts(r.Texts["narrative.overview"]))
			assert.Equal(t, model.Blank, r.Figure("requests.total.total").State)
			assert.Empty(t, r.Strays)
			assert.Empty(t, r.Lost)
		})
	}
}

// A cell that was dragged away takes its name along, and the total that stays behind does not add it up any more.
func TestPartDraggedAway(t *testing.T) {
	const total form.Key = "disputes.review.total"
	drag := func(f *excelize.File, to string, keys ...form.Key) {
		for _, n := range f.GetDefinedName() {
			for i, k := range keys {
				if n.Name == k.DefinedName() {
					require.NoError(t, f.DeleteDefinedName(&n))
					at := cellref.At(30+i, 8).Absolute()
					require.NoError(t, f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: quoted(to) + at}))
				}
			}
		}
	}
	for _, test := range []struct {
		why  string
		edit func(f *excelize.File)
		want []model.Strayed
	}{
		{"none", func(*excelize.File) {}, nil},
		{"one, whose home is the gap", func(f *excelize.File) { drag(f, disputes, "disputes.review.corrected") }, []model.Strayed{{Key: "disputes.review.corrected", Home: "B6"}}},
		{"two, whose homes nobody can tell apart", func(f *excelize.File) { drag(f, disputes, "disputes.review.corrected", "disputes.review.other") },
			[]model.Strayed{{Key: "disputes.review.corrected"}, {Key: "disputes.review.other"}}},
	} {
		r := read(t, edited(t, test.edit))
		assert.Equal(t, test.want, r.Figure(total).Strayed, test.why)
	}
}

// rename renames a sheet and, as excelize does not, what quotes its name.
func rename(t *testing.T, f *excelize.File, sheet, name string) {
	require.NoError(t, f.SetSheetName(sheet, name))
	for _, n := range f.GetDefinedName() {
		if cells, ok := strings.CutPrefix(n.RefersTo, quoted(sheet)); ok && n.Scope == "Workbook" {
			require.NoError(t, f.DeleteDefinedName(&n))
			require.NoError(t, f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: quoted(name) + cells}))
		}
	}
}

func TestLostCells(t *testing.T) {
	drop := func(t *testing.T, f *excelize.File, name string) {
		require.NoError(t, f.DeleteDefinedName(&excelize.DefinedName{Name: name, Scope: "Workbook"}))
	}
	point := func(t *testing.T, f *excelize.File, name, refersTo, scope string) {
		require.NoError(t, f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo, Scope: scope}))
	}
	const upheldKey = form.Key("disputes.review.upheld")
	tests := []struct {
		why      string
		edit     func(t *testing.T, f *excelize.File)
		byLabels []form.Key
		missing  []form.Key
		lost     []form.Key
	}{
		{"a figure's name is gone", func(t *testing.T, f *excelize.File) { drop(t, f, "disputes_review_upheld") }, []form.Key{upheldKey}, nil, nil},
		{"a figure's cell was deleted: what stands there now is another", func(t *testing.T, f *excelize.File) {
			drop(t, f, "disputes_review_upheld")
			point(t, f, "disputes_review_upheld", "'四、复议诉讼'!#REF!", "")
		}, nil, []form.Key{upheldKey}, nil},
		{"a figure's name and its column's head are gone", func(t *testing.T, f *excelize.File) {
			drop(t, f, "disputes_review_upheld")
			require.NoError(t, f.SetCellStr("四、复议诉讼", "A5", "维持"))
		}, nil, []form.Key{upheldKey}, nil},
		{"a figure's name is gone, and another stands for its place", func(t *testing.T, f *excelize.File) {
			drop(t, f, "disputes_review_upheld")
			drop(t, f, "disputes_review_corrected")
			point(t, f, "disputes_review_corrected", "'四、复议诉讼'!$A$6", "")
		}, nil, []form.Key{upheldKey}, nil},
		{"a figure was cut out and pasted onto its neighbour, and its name went along", func(t *testing.T, f *excelize.File) {
			drop(t, f, "disputes_review_upheld")
			point(t, f, "disputes_review_upheld", "'四、复议诉讼'!$B$6", "")
		}, []form.Key{upheldKey}, nil, nil},
		{"a figure's sheet is another file's", func(t *testing.T, f *excelize.File) {
			drop(t, f, "disputes_review_upheld")
			point(t, f, "disputes_review_upheld", "'[1]四、复议诉讼'!$A$6", "")
		}, []form.Key{upheldKey}, nil, nil},
		{"the names of a field and a text are gone", func(t *testing.T, f *excelize.File) {
			drop(t, f, "unit_name")
			drop(t, f, "narrative_other")
			drop(t, f, "narrative_requests")
		}, []form.Key{"unit.name", "narrative.requests", "narrative.other"}, nil, nil},
		{"a field and a text are gone with what is printed around them", func(t *testing.T, f *excelize.File) {
			drop(t, f, "unit_name")
			drop(t, f, "narrative_other")
			require.NoError(t, f.SetCellValue("基本信息", "A3", nil))
			require.NoError(t, f.SetCellValue("六、其他事项", "A3", nil))
		}, nil, nil, []form.Key{"unit.name", "narrative.other"}},
		{"a copy of the sheet has names of its own, which count when the sheet is gone", func(t *testing.T, f *excelize.File) {
			drop(t, f, "disputes_review_upheld")
			point(t, f, "disputes_review_upheld", "'四、复议诉讼'!$A$6", "校验")
		}, nil, nil, nil},
		{"a renamed sheet of which nothing was kept but what it shows", func(t *testing.T, f *excelize.File) {
			for _, k := range []string{"upheld", "corrected", "other", "pending", "total"} {
				for _, block := range []string{"review", "litigation_direct", "litigation_after_review"} {
					drop(t, f, "disputes_"+block+"_"+k)
				}
			}
			require.NoError(t, f.SetSheetName("四、复议诉讼", "复议（定稿）"))
		}, disputesKeys(t), nil, nil},
		{"and of which a copy was made: neither is preferred", func(t *testing.T, f *excelize.File) {
			for _, k := range []string{"upheld", "corrected", "other", "pending", "total"} {
				for _, block := range []string{"review", "litigation_direct", "litigation_after_review"} {
					drop(t, f, "disputes_"+block+"_"+k)
				}
			}
			require.NoError(t, f.SetSheetName("四、复议诉讼", "复议（定稿）"))
			to, err := f.NewSheet("复议（定稿） (2)")
			require.NoError(t, err)
			from, err := f.GetSheetIndex("复议（定稿）")
			require.NoError(t, err)
			require.NoError(t, f.CopySheet(from, to))
		}, nil, disputesKeys(t), nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) { test.edit(t, f) }))
			var missing []form.Key
			for _, c := range r.Edition.Cells() {
				if r.Figure(c.Key).State == model.Missing {
					missing = append(missing, c.Key)
				}
			}
			assert.ElementsMatch(t, test.byLabels, r.ByLabels)
			assert.Equal(t, test.missing, missing)
			assert.Equal(t, test.lost, r.Lost)
		})
	}
}

// disputesKeys lists the figures of table four.
func disputesKeys(t *testing.T) (keys []form.Key) {
	for _, c := range edition(t, "2021").Cells() {
		if c.Table == "disputes" {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

func TestDeletedSheetIsMissing(t *testing.T) {
	data := edited(t, func(f *excelize.File) { require.NoError(t, f.DeleteSheet(disputes)) })
	r := read(t, data)
	for _, c := range r.Edition.Cells() {
		want := model.Blank
		if c.Table == "disputes" {
			want = model.Missing
		}
		assert.Equal(t, want, r.Figure(c.Key).State, c.Key)
	}
	assert.Empty(t, r.Lost, "the texts beside the tables stand elsewhere")
}

func TestEditionWithoutItsCell(t *testing.T) {
	for _, e := range form.Editions() {
		f := opened(t, written(t, model.New(e), Options{}))
		require.NoError(t, f.DeleteSheet("填写说明"))
		var out bytes.Buffer
		require.NoError(t, f.Write(&out))
		r := read(t, out.Bytes())
		assert.Equal(t, e.ID, r.Edition.ID)
		assert.Empty(t, r.Strays)
	}
}
