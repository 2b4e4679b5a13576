package workbook

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/model"
	"nianbao/internal/sample"
)

func lists(rows ...Row) []List {
	return []List{
		{Name: "登记", Title: "校验登记", Lines: []string{"共2份。"}, Length: len(rows), Rows: slices.Values(rows),
			Columns: []Column{{Head: "单位", Width: 20}, {Head: "份数", Width: 8, Kind: Figure}, {Head: "结论", Width: 8, Kind: Badge}}},
		{Name: "问题清单", Title: "问题清单", Columns: []Column{{Head: "问题", Width: 40}}, Rows: slices.Values([]Row{{Cells: []string{"没有填"}}}), Length: 1},
	}
}

func writtenLists(t *testing.T, year int, lists []List) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, WriteLists(&b, "校验登记", year, lists))
	return b.Bytes()
}

// Every part of a small register, with its looks and how it is printed.
func TestWriteLists(t *testing.T) {
	data := writtenLists(t, 2025, lists(Row{Cells: []string{"清溪镇", "3", "不通过"}, Colour: Red}, Row{Cells: []string{"望禾镇", "", "通过"}, Colour: Green}))
	parts := sample.Unzip(t, data)
	var told strings.Builder
	for _, name := range []string{"docProps/core.xml", "docProps/app.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		told.WriteString(name + "\n" + strings.ReplaceAll(parts[name], "><", ">\n<") + "\n\n")
	}
	sample.Golden(t, "testdata/lists.golden", told.String())
	assert.Equal(t, data, writtenLists(t, 2025, lists(Row{Cells: []string{"清溪镇", "3", "不通过"}, Colour: Red}, Row{Cells: []string{"望禾镇", "", "通过"}, Colour: Green})), "equal lists make equal bytes")
}

func TestCellsOfLists(t *testing.T) {
	for _, c := range []struct {
		why, text string
		kind      Kind
		number    bool
	}{
		{"a count", "12", Figure, true},
		{"nought", "0", Figure, true},
		{"an amount", "-12.50", Figure, true},
		{"a part of one", "0.5", Figure, true},
		{"a count in a column of words", "12", Words, false},
		{"zeros in front would be lost", "007", Figure, false},
		{"more digits than a spreadsheet keeps", "1234567890123456", Figure, false},
		{"a word", "不超过1000字", Figure, false},
		{"a power, which nobody wrote", "1E5", Figure, false},
		{"a sum, which would be computed", "=1+1", Figure, false},
		{"a call of another program", `=HYPERLINK("http://例","点")`, Words, false},
		{"a sign in front", "+86", Words, false},
		{"a dash in front", "-不通过", Words, false},
		{"an old macro", "@SUM(A1)", Words, false},
		{"markup", "<甲>&\x01_x0041_", Words, false},
		{"two lines", "问题\n原因", Words, false},
		{"none", "", Words, false},
	} {
		data := writtenLists(t, 0, []List{{Name: "表", Columns: []Column{{Head: "头", Width: 10, Kind: c.kind}}, Rows: slices.Values([]Row{{Cells: []string{c.text}}}), Length: 1}})
		book, err := excelize.OpenReader(bytes.NewReader(data))
		require.NoError(t, err, c.why)
		const at = "A3"
		got, err := book.GetCellValue("表", at, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		assert.Equal(t, strings.ReplaceAll(c.text, "\x01", "_x0001_"), strings.ReplaceAll(got, "\x01", "_x0001_"), c.why)
		formula, err := book.GetCellFormula("表", at)
		require.NoError(t, err)
		assert.Empty(t, formula, c.why)
		kind, err := book.GetCellType("表", at)
		require.NoError(t, err)
		assert.Equal(t, c.number, kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset && c.text != "", c.why)
	}
}

// A list that is not for people is not shown, and so not printed with the others.
func TestListsForTheProgramAlone(t *testing.T) {
	two := lists()
	two[1].Unseen = true
	data := writtenLists(t, 2025, two)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	for sheet, shown := range map[string]bool{"登记": true, "问题清单": false} {
		visible, err := f.GetSheetVisible(sheet)
		require.NoError(t, err)
		assert.Equal(t, shown, visible, sheet)
	}
	tables, err := ReadTables(data)
	require.NoError(t, err)
	assert.Len(t, tables, 2, "what is not shown is read all the same")
}

// A long list goes on on further sheets, since a sheet ends.
func TestDivided(t *testing.T) {
	rows := make([]Row, 5)
	for i := range rows {
		rows[i].Cells = []string{strconv.Itoa(i)}
	}
	for _, c := range []struct {
		why  string
		most int
		want string
	}{
		{"it fits", 5, "清单:01234"},
		{"one too many", 4, "清单:0123 清单2:4"},
		{"the last is full", 1, "清单:0 清单2:1 清单3:2 清单4:3 清单5:4"},
	} {
		var told []string
		for _, part := range divided([]List{{Name: "清单", Rows: slices.Values(rows), Length: len(rows)}}, c.most) {
			text := part.Name + ":"
			for r := range part.Rows {
				text += r.Cells[0]
			}
			assert.Len(t, text, len(part.Name)+1+part.Length)
			told = append(told, text)
		}
		assert.Equal(t, c.want, strings.Join(told, " "), c.why)
	}
	assert.Len(t, divided(lists(), 10), 2, "a list without rows is a sheet all the same")
}

func TestPeekLists(t *testing.T) {
	data := writtenLists(t, 2025, lists())
	saved := func(change func(book *excelize.File)) []byte {
		book, err := excelize.OpenReader(bytes.NewReader(data))
		require.NoError(t, err)
		change(book)
		var b bytes.Buffer
		require.NoError(t, book.Write(&b))
		return b.Bytes()
	}
	for _, c := range []struct {
		why             string
		data            []byte
		ours, untouched bool
	}{
		{"as it was written", data, true, true},
		{"somebody typed into it", saved(func(book *excelize.File) { _ = book.SetCellStr("登记", "K5", "已通知") }), true, false},
		{"somebody commented on it", saved(func(book *excelize.File) { _ = book.AddComment("登记", excelize.Comment{Cell: "A1", Text: "看"}) }), true, false},
		{"somebody coloured a cell", saved(func(book *excelize.File) { _ = book.SetCellStyle("登记", "A1", "A1", 0) }), true, false},
		{"another part was put in", sample.Rezip(t, data, func(name, content string) string { return strings.Replace(content, "共2份", "共3份", 1) }), true, false},
		{"a form", sample.Workbook(t, sample.Workbooks(t)[0]), false, false},
		{"no workbook", []byte("PK"), false, false},
		{"nothing", nil, false, false},
	} {
		ours, untouched := PeekLists(c.data)
		assert.Equal(t, []bool{c.ours, c.untouched}, []bool{ours, untouched}, c.why)
	}
	_, err := Read(data)
	assert.ErrorIs(t, err, ErrLists)
	_, err = Peek(saved(func(*excelize.File) {}))
	assert.ErrorIs(t, err, ErrLists)
}

// What LibreOffice saved is no longer as it was written, but still known for ours; and it reads in it what was written.
func TestLibreOfficeReadsLists(t *testing.T) {
	sample.Need(t, "soffice")
	file := filepath.Join(t.TempDir(), "登记.xlsx")
	require.NoError(t, os.WriteFile(file, writtenLists(t, 2025, lists(Row{Cells: []string{"=1+1", "3", "不通过"}, Colour: Red})), 0o600))
	data, err := os.ReadFile(filepath.Join(sample.Convert(t, "xlsx", file), "登记.xlsx"))
	require.NoError(t, err)
	ours, untouched := PeekLists(data)
	assert.Equal(t, []bool{true, false}, []bool{ours, untouched})
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	rows, err := book.GetRows("登记")
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"校验登记"}, {"共2份。"}, {"单位", "份数", "结论"}, {"=1+1", "3", "不通过"}}, rows)
	formula, err := book.GetCellFormula("登记", "A4")
	require.NoError(t, err)
	assert.Empty(t, formula)
}

// A list of any length is told as ours by its properties alone, and is not held whole while it is written.
func TestListsOfAnyLength(t *testing.T) {
	const length = 200_000
	long := []List{{Name: "清单", Columns: []Column{{Head: "问题", Width: 40}}, Length: length, Rows: func(yield func(Row) bool) {
		for range length {
			if !yield(Row{Cells: []string{"没有填，没有的请填0。"}}) {
				return
			}
		}
	}}}
	data := writtenLists(t, 2025, long)
	ours, untouched := PeekLists(data)
	assert.Equal(t, []bool{true, true}, []bool{ours, untouched})
	_, err := Peek(data)
	assert.ErrorIs(t, err, ErrLists)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	require.NoError(t, WriteLists(io.Discard, "登记", 2025, long))
	runtime.ReadMemStats(&after)
	assert.Less(t, (after.TotalAlloc-before.TotalAlloc)/length, uint64(3000), "bytes for each row, all in all")
}

func TestWriteListsThatCannotBeWritten(t *testing.T) {
	full := errors.New("disk full")
	assert.ErrorIs(t, WriteLists(failing{full}, "登记", 2025, lists()), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// What is filled in into a list: what stands there, what may be chosen, and that it is read back as it was written.
func TestListsToBeFilledIn(t *testing.T) {
	l := List{Name: "名单", Title: "名单", Lines: []string{"一行一个。"}, Anchor: "county_members", Length: 3,
		Columns: []Column{{Head: "名称", Width: 20, Kind: Entry, Prompt: "写全称。"}, {Head: "扣分", Width: 8, Kind: Number}, {Head: "日期", Width: 12, Kind: Day}, {Head: "类别", Width: 8, Kind: Entry, Choices: []string{"部门", "乡镇街道"}}},
		Rows: slices.Values([]Row{
			{Cells: []string{"项目", "分", "日", "类"}, Heads: true},
			{Cells: []string{"007", "0.5", "2024-06-30", "部门"}},
			{Cells: []string{"=1+1", "半分", "去年", ""}},
		})}
	data := writtenLists(t, 0, []List{l})
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	for cell, want := range map[string]string{"A5": "007", "B5": "0.5", "C5": "45473", "D5": "部门", "A6": "=1+1", "B6": "半分", "C6": "去年", "D6": ""} {
		got, err := book.GetCellValue("名单", cell, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		assert.Equal(t, want, got, cell)
	}
	shown, err := book.GetCellValue("名单", "C5")
	require.NoError(t, err)
	assert.Equal(t, "2024-06-30", shown, "a day is a day to every spreadsheet")
	validations, err := book.GetDataValidations("名单")
	require.NoError(t, err)
	require.Len(t, validations, 3)
	assert.Equal(t, "A4:A6", validations[0].Sqref)
	assert.Equal(t, "写全称。", *validations[0].Prompt)
	assert.Equal(t, "date", validations[1].Type)
	assert.Equal(t, "warning", *validations[1].ErrorStyle, "what is no day may be kept")
	assert.Equal(t, `"部门,乡镇街道"`, validations[2].Formula1)
	head, err := book.GetCellStyle("名单", "A4")
	require.NoError(t, err)
	top, err := book.GetCellStyle("名单", "A3")
	require.NoError(t, err)
	assert.Equal(t, top, head, "heads within a list look like those above it")

	tables, err := ReadTables(data)
	require.NoError(t, err)
	require.Len(t, tables, 1)
	assert.Equal(t, "county_members", tables[0].Anchor)
	assert.Equal(t, []string{"007", "0.5", "2024-06-30", "部门"}, tables[0].Rows[4].Cells)

	_, err = Read(sample.Rezip(t, data, func(name, content string) string {
		return strings.ReplaceAll(content, sealProperty, "别的")
	}))
	assert.ErrorIs(t, err, ErrLists, "known by its lists where a program dropped what it says of itself")
}

func TestDaysAsSpreadsheetsCountThem(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the first that is counted soundly", "1901-01-01", "367"},
		{"a leap day", "2024-02-29", "45351"},
		{"what personnel systems write for no end, further than a time.Duration reaches", "9999-12-31", "2958465"},
		{"the first day beyond a time.Duration", "2192-04-09", "106752"},
		{"before the day that there never was", "1899-12-31", ""},
		{"no day of the calendar", "2025-02-29", ""},
		{"a day without its year", "1月10日", ""},
	} {
		got, ok := serialOf(c.text)
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, c.want != "", ok, c.why)
	}
}

// What an office lays down stands behind the form: it is read as it is, kept by marks and edits, and locked.
func TestCarriedList(t *testing.T) {
	l := List{Name: "本县规定", Title: "本县规定", Anchor: CarriedList, Locked: true, Length: 1, Columns: []Column{{Head: "项目", Width: 10}, {Head: "内容", Width: 20}},
		Rows: slices.Values([]Row{{Cells: []string{"期限", "1月10日"}}})}
	r := sample.Report(t, "e-town-2024")
	data := written(t, r, Options{Lists: []List{l}})
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	protection, err := book.GetSheetProtection("本县规定")
	require.NoError(t, err)
	assert.False(t, protection.FormatCells)
	assert.Contains(t, sample.Unzip(t, data)[sheetPart(len(book.GetSheetList())-1)], "</sheetData><sheetProtection ", "in the order of the schema")

	var marked, edited bytes.Buffer
	require.NoError(t, Mark(&marked, data, []Note{{Number: "C00001", Level: "核实", Text: "请核对。", Place: model.Place{Sheet: "一、总体情况", Ref: "A6"}}}))
	require.NoError(t, Edit(&edited, data, []Change{{Key: "proactive.licensing.decisions", Before: r.Figure("proactive.licensing.decisions").Printed(), After: "7"}}))
	for why, data := range map[string][]byte{"as written": data, "marked": marked.Bytes(), "edited": edited.Bytes()} {
		read, err := Read(data)
		require.NoError(t, err, why)
		require.NotNil(t, read.Carried, why)
		assert.Equal(t, "本县规定", read.Carried.Sheet, why)
		assert.Empty(t, read.Carried.Fault, why)
		assert.Equal(t, []string{"期限", "1月10日"}, read.Carried.Rows[2].Cells, why)
		assert.Empty(t, read.Extras, why)
		assert.Empty(t, read.Strays, why)
	}
	plain, err := Read(written(t, r, Options{}))
	require.NoError(t, err)
	assert.Nil(t, plain.Carried)
}
