package slip_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/slip"
	"nianbao/internal/workbook"
)

// slipsOf are the workbooks of the slips for a unit and year, by their offices.
func slipsOf(t *testing.T, c *office.County, unit string, year int) map[string]job.File {
	t.Helper()
	r, _, err := job.Blank(year, unit, "乡镇", nil, "")
	require.NoError(t, err)
	set, err := fonts.Embedded()
	require.NoError(t, err)
	slips, _, err := slip.All(c, r)
	require.NoError(t, err)
	all := map[string]job.File{}
	for _, s := range slips {
		files, err := s.Files(set)
		require.NoError(t, err)
		assert.Equal(t, []string{".xlsx", ".pdf"}, []string{filepath.Ext(files[0].Name), filepath.Ext(files[1].Name)})
		all[s.Office] = files[0]
	}
	return all
}

// typedInto is a slip with something typed beside names, by excelize.
func typedInto(t *testing.T, f job.File, typed map[string]any) job.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(f.Data))
	require.NoError(t, err)
	rows, err := book.GetRows(slip.Name)
	require.NoError(t, err)
	left := len(typed)
	for i, row := range rows {
		if len(row) > 0 && typed[row[0]] != nil {
			require.NoError(t, book.SetCellValue(slip.Name, "C"+strconv.Itoa(i+1), typed[row[0]]))
			left--
		}
	}
	require.Zero(t, left, "each name stands on the slip")
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	return job.File{Name: f.Name, Data: b.Bytes()}
}

// blankOf is a blank workbook, checked, with some figures in it.
func blankOf(t *testing.T, unit string, year int, figures map[form.Key]string) job.Checked {
	t.Helper()
	r, _, err := job.Blank(year, unit, "乡镇", nil, "")
	require.NoError(t, err)
	for k, typed := range figures {
		c, _ := r.Edition.Cell(k)
		r.Figures[k] = model.ParseFigure(c.Measure, typed)
	}
	var b bytes.Buffer
	_, err = workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	c := given.Checker(t).Check(job.Planned{Source: job.From("填报.xlsx", b.Bytes())})
	require.NoError(t, c.Err)
	return c
}

func TestSlipsAreTakenIn(t *testing.T) {
	const unit = "清溪镇人民政府"
	const penalties, licences, normative = "proactive.penalties.decisions", "proactive.licensing.decisions", "proactive.normative.issued"
	slips := slipsOf(t, nil, unit, 2025)
	require.Len(t, slips, 4)
	two := &office.County{Supplies: []office.Supply{{Part: "行政处罚", Offices: []string{"司法所", "综合执法队"}}}}
	both := slipsOf(t, two, unit, 2025)
	for _, c := range []struct {
		why      string
		slips    []job.File
		before   map[form.Key]string // what stands in the workbook
		after    map[form.Key]string // what stands in the one that was made; nil for none
		told     string              // among all that is told of it
		isUnused bool                // a file of which nothing could be taken
	}{
		{"a figure for a blank cell", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": 12})}, nil, map[form.Key]string{penalties: "12", licences: ""}, "“行政处罚”：12，来自", false},
		{"typed as text, with its counter", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": "１２件"})}, nil, map[form.Key]string{penalties: "12"}, "“行政处罚”：12", false},
		{"none at all is a figure", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": "0"})}, nil, map[form.Key]string{penalties: "0"}, "还有1项没有填：行政强制", false},
		{"money", []job.File{typedInto(t, slips["财政所"], map[string]any{"行政事业性收费": 0.5})}, nil, map[form.Key]string{"proactive.fees.amount": "0.5"}, "", false},
		{"who gave it is told", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": 3, "提供人": "某甲"})}, nil, map[form.Key]string{penalties: "3"}, "（综合执法队，某甲）", false},
		{"and who checked it, and when", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": 3, "提供人": "某甲", "复核人": "某乙", "日期": "1月8日"})}, nil,
			map[form.Key]string{penalties: "3"}, "（综合执法队，某甲，复核人某乙，1月8日）", false},
		{"what nobody gave is told", []job.File{slips["综合执法队"]}, nil, nil, "还有2项没有填：行政处罚、行政强制", false},
		{"words are no figure", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": "很多"})}, nil, nil, "“取数单”C7：“行政处罚”填的是“很多”，没有取；要填整数，没有的填0", false},
		{"nothing is below nought", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": -1})}, nil, nil, "“行政处罚”填的是“-1”，没有取", false},
		{"it stands there already", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": 12})}, map[form.Key]string{penalties: "12"}, nil, "有1个填报表里已经有了，一样", false},
		{"something else stands there", []job.File{typedInto(t, slips["综合执法队"], map[string]any{"行政处罚": 12})}, map[form.Key]string{penalties: "9"}, nil, "填报表里已经填了9，", false},
		{"the slip's is the same in yuan", []job.File{typedInto(t, slips["财政所"], map[string]any{"行政事业性收费": 12000})}, map[form.Key]string{"proactive.fees.amount": "1.2"}, nil,
			"没有改，请核对；取数单上的像是按元填的，合1.2万元", false},
		{"the workbook's is", []job.File{typedInto(t, slips["财政所"], map[string]any{"行政事业性收费": 1.2})}, map[form.Key]string{"proactive.fees.amount": "12000"}, nil,
			"填报表里的像是按元填的，合1.2万元", false},
		{"two that agree", []job.File{typedInto(t, both["司法所"], map[string]any{"行政处罚": 4}), typedInto(t, both["综合执法队"], map[string]any{"行政处罚": "4"})}, nil,
			map[form.Key]string{penalties: "4"}, "、“取数单_综合执法队_", false},
		{"two that do not, and what else they give", []job.File{typedInto(t, both["司法所"], map[string]any{"行政处罚": 4}), typedInto(t, both["综合执法队"], map[string]any{"行政处罚": 5})}, nil, nil,
			"（综合执法队）是5，不一样，都没有取，请核对", false},
		{"another unit's", []job.File{typedInto(t, slipsOf(t, nil, "石桥镇人民政府", 2025)["综合执法队"], map[string]any{"行政处罚": 4})}, nil, nil, "是“石桥镇人民政府”2025年度的", true},
		{"another year's", []job.File{typedInto(t, slipsOf(t, nil, unit, 2024)["综合执法队"], map[string]any{"行政处罚": 4})}, nil, nil, "2024年度的，不是", true},
		{"no slip", []job.File{{Name: "填报.xlsx", Data: sample.Workbook(t, sample.Workbooks(t)[0])}}, nil, nil, "不是取数单", true},
		{"no workbook", []job.File{{Name: "图.xlsx", Data: []byte("PK")}}, nil, nil, "不是取数单", true},
		{"one that is good beside one that is not", []job.File{{Name: "图.xlsx"}, typedInto(t, slips["司法所"], map[string]any{"行政规范性文件·本年制发": 2})}, nil, map[form.Key]string{normative: "2"}, "“图.xlsx”", true},
	} {
		checked := blankOf(t, unit, 2025, c.before)
		taken := slip.Take(checked.Report, c.slips)
		told := strings.Join(append(append([]string{taken.Told()}, taken.Taken...), untakenOf(taken)...), "\n")
		assert.Contains(t, told, c.told, c.why)
		assert.Equal(t, c.isUnused, taken.Unused != nil, c.why)
		made, err := taken.Into(checked)
		require.NoError(t, err, c.why)
		if c.after == nil {
			assert.Nil(t, made, c.why)
			continue
		}
		require.NotNil(t, made, "%s: %s", c.why, told)
		r, err := workbook.Read(made.Data)
		require.NoError(t, err)
		for k, want := range c.after {
			assert.Equal(t, want, r.Figure(k).Printed(), "%s: %s", c.why, k)
		}
	}
}

// Names of offices that differ only in what no file's name has make files of their own.
func TestSlipsHaveNamesOfTheirOwn(t *testing.T) {
	c := &office.County{Supplies: []office.Supply{{Part: "行政处罚", Offices: []string{"执法?大队", "执法*大队"}}}}
	r, _, err := job.Blank(2025, "清溪镇人民政府", "", nil, "")
	require.NoError(t, err)
	set, err := fonts.Embedded()
	require.NoError(t, err)
	names := map[string]bool{}
	slips, _, err := slip.All(c, r)
	require.NoError(t, err)
	for _, s := range slips {
		files, err := s.Files(set)
		require.NoError(t, err)
		for _, f := range files {
			names[f.Name] = true
		}
	}
	assert.Len(t, names, 4)
}

// Rows that somebody pasted are told, the first of them one by one, and the figures between them are found all the same.
func TestSlipsThatWerePastedOver(t *testing.T) {
	const unit = "清溪镇人民政府"
	filled := typedInto(t, slipsOf(t, nil, unit, 2025)["综合执法队"], map[string]any{"行政处罚": 12})
	book, err := excelize.OpenReader(bytes.NewReader(filled.Data))
	require.NoError(t, err)
	require.NoError(t, book.InsertRows(slip.Name, 7, 2))
	require.NoError(t, book.SetSheetRow(slip.Name, "A7", &[]any{"行政处罚案卷", "", 99}))
	for row := 14; row < 3000; row++ {
		require.NoError(t, book.SetSheetRow(slip.Name, "A"+strconv.Itoa(row), &[]any{"行政处罚", "", row}))
	}
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	taken := slip.Take(blankOf(t, unit, 2025, nil).Report, []job.File{{Name: "改乱了.xlsx", Data: b.Bytes()}})
	assert.Equal(t, []string{"“行政处罚”：12，来自“改乱了.xlsx”（综合执法队）"}, taken.Taken)
	assert.Len(t, taken.Left, 11)
	assert.Equal(t, "“改乱了.xlsx”“取数单”C7填的是“99”，看不出是哪一项的数", taken.Left[0].Told)
	assert.Contains(t, taken.Left[1].Told, "“行政处罚”写了两行，只看了前面的一行")
	assert.Equal(t, "“改乱了.xlsx”这样的还有2977行", taken.Left[10].Told)
}

// What a station wrote beside its figures changes what they count, and half a case is none: both are told, and nothing is taken from such a cell.
func TestRemarksAndFractionsOnSlipsAreTold(t *testing.T) {
	const unit = "清溪镇人民政府"
	filled := typedInto(t, slipsOf(t, nil, unit, 2025)["综合执法队"], map[string]any{"行政处罚": 12, "行政强制": "1.5"})
	book, err := excelize.OpenReader(bytes.NewReader(filled.Data))
	require.NoError(t, err)
	require.NoError(t, book.SetCellStr(slip.Name, "A15", "另收12件未计"))
	require.NoError(t, book.SetCellStr(slip.Name, "D7", "含简易程序"))
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	taken := slip.Take(blankOf(t, unit, 2025, nil).Report, []job.File{{Name: "执法.xlsx", Data: b.Bytes()}})
	assert.Equal(t, []string{"“行政处罚”：12，来自“执法.xlsx”（综合执法队）"}, taken.Taken)
	told := strings.Join(untakenOf(taken), "\n")
	for _, due := range []string{"“行政强制”填的是“1.5”，没有取；要填整数", "A15写着“另收12件未计”", "D7写着“含简易程序”"} {
		assert.Contains(t, told, due)
	}
}

// LibreOffice and openpyxl save a slip anew, and it is read as before.
func TestSlipsSavedByOtherPrograms(t *testing.T) {
	const unit = "清溪镇人民政府"
	filled := typedInto(t, slipsOf(t, nil, unit, 2025)["司法所"], map[string]any{"行政规范性文件·本年制发": 2, "复议后起诉·尚未审结": "1"})
	file := filepath.Join(t.TempDir(), filled.Name)
	require.NoError(t, os.WriteFile(file, filled.Data, 0o644))
	resaved := filepath.Join(t.TempDir(), "openpyxl.xlsx")
	sample.Run(t, sample.Program(t, "/usr/bin/python3"), "-c", "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", file, resaved)
	for _, name := range []string{filepath.Join(sample.Convert(t, "xlsx", file), filepath.Base(file)), resaved} {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		checked := blankOf(t, unit, 2025, nil)
		taken := slip.Take(checked.Report, []job.File{{Name: filled.Name, Data: data}})
		assert.Len(t, taken.Taken, 2, "%s: %s", name, taken.Left)
		_, err = workbook.Read(data)
		assert.ErrorIs(t, err, workbook.ErrLists, "%s: it is no report", name)
	}
}

// Whatever is typed into all slips of a form arrives in it, each figure once, in either edition.
func TestAllFiguresOfSlipsArrive(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 16))
	for _, year := range []int{2020, 2025} {
		const unit = "清溪镇人民政府"
		var whole office.County
		e, _ := form.ForYear(year)
		for _, part := range []string{"规章", "规范性文件", "行政规范性文件", "行政许可", "其他对外管理服务事项", "行政处罚", "行政强制", "行政事业性收费", "政府集中采购", "行政复议", "行政诉讼", "依申请公开"} {
			whole.Supplies = append(whole.Supplies, office.Supply{Part: part, Offices: []string{string([]rune("甲乙丙丁")[random.IntN(4)]) + "所"}})
		}
		r, _, err := job.Blank(year, unit, "", nil, "")
		require.NoError(t, err)
		_, note, err := slip.All(&whole, r)
		require.NoError(t, err)
		assert.Empty(t, note, "all of the form is asked for")
		want := map[form.Key]string{}
		byName := map[string]any{}
		for _, c := range e.Cells() {
			if !c.Total {
				n := decimal.NewFromInt(random.Int64N(90))
				want[c.Key] = model.SumValue(c.Measure, n).Printed()
				byName[c.Name()] = want[c.Key]
			}
		}
		var filled []job.File
		for _, f := range slipsOf(t, &whole, unit, year) {
			tables, err := workbook.ReadTables(f.Data)
			require.NoError(t, err)
			typed := map[string]any{}
			for _, row := range tables[0].Rows {
				if v, ok := byName[row.Cell(0)]; ok {
					typed[row.Cell(0)] = v
				}
			}
			filled = append(filled, typedInto(t, f, typed))
		}
		checked := blankOf(t, unit, year, nil)
		taken := slip.Take(checked.Report, filled)
		assert.Empty(t, taken.Left)
		assert.Empty(t, taken.Blank)
		assert.Len(t, taken.Taken, len(want))
		made, err := taken.Into(checked)
		require.NoError(t, err)
		now, err := workbook.Read(made.Data)
		require.NoError(t, err)
		for k, v := range want {
			assert.Equal(t, v, now.Figure(k).Printed(), k)
		}
	}
}

// untakenOf is what is told of what was not taken.
func untakenOf(t *slip.Taken) (told []string) {
	for _, u := range t.Untaken() {
		told = append(told, u.Told)
	}
	return told
}
