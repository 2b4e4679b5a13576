package workbook

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/sample"
)

func TestPeekSeesWhatReadReads(t *testing.T) {
	ours := written(t, sample.Report(t, "b-district-2022"), Options{})
	year := func(edit func(t *testing.T, f *excelize.File, sheet, ref string)) []byte {
		sheet, ref := cellOf(t, edition(t, "2021"), "report.year")
		return edited(t, func(f *excelize.File) { edit(t, f, sheet, ref) })
	}
	from := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("../../testdata/workbooks", name))
		require.NoError(t, err)
		return data
	}
	for _, test := range []struct {
		why  string
		data []byte
		want string // the unit, the year
	}{
		{"ours", ours, "云屏区人民政府 2022"},
		{"the other edition, by openpyxl", from("openpyxl-d-town-2020.xlsx"), "南汀镇人民政府 2020"},
		{"shared strings, by LibreOffice", from("libreoffice-b-district-2022.xlsx"), "云屏区人民政府 2022"},
		{"a copy of ours", marked(t, ours), "云屏区人民政府 2022"},
		{"a blank form", emptyForm(), " "},
		{"without the cell that names the edition", edit(t, ours, func(f *excelize.File) { require.NoError(t, f.DeleteSheet(guideSheet)) }), "云屏区人民政府 2022"},
		{"without the name of the unit", edit(t, ours, func(f *excelize.File) {
			require.NoError(t, f.DeleteDefinedName(&excelize.DefinedName{Name: "unit_name", Scope: "Workbook"}))
		}), "云屏区人民政府 2022"},
		{"the year as a number", year(func(t *testing.T, f *excelize.File, sheet, ref string) {
			require.NoError(t, f.SetCellInt(sheet, ref, 2024))
		}), " 2024"},
		{"the year in words", year(func(t *testing.T, f *excelize.File, sheet, ref string) {
			require.NoError(t, f.SetCellStr(sheet, ref, "２０２４年度"))
		}), " 2024"},
		{"the year as a date, which shows another one", year(func(t *testing.T, f *excelize.File, sheet, ref string) {
			require.NoError(t, errors.Join(f.SetCellStyle(sheet, ref, ref, style(t, f, "yyyy-mm-dd")), f.SetCellInt(sheet, ref, 2024)))
		}), " 【读不出：1905-07-16（存的是2024）】"},
		{"as no program of ours writes it", small(t, smallNames, smallSheet, smallStrings, smallStyles), "清溪镇 "},
	} {
		t.Run(test.why, func(t *testing.T) {
			g, err := Peek(test.data)
			require.NoError(t, err)
			assert.Equal(t, glanceOf(read(t, test.data)), g)
			assert.Equal(t, test.want, g.Unit+" "+g.Year)
		})
	}
}

// Peek does not see what is wrong behind the cells that it looks for, and what it sees it tells as Read does.
func TestPeekLooksNoFurther(t *testing.T) {
	ours := edit(t, written(t, sample.Report(t, "b-district-2022"), Options{}), func(f *excelize.File) {
		require.NoError(t, f.SetCellStr(disputes, "Z99", "一个字符串"))
	})
	broken := func(part, old, new string) []byte {
		return sample.Rezip(t, ours, func(name, content string) string {
			if name != part {
				return content
			}
			at := strings.LastIndex(content, old)
			require.Positive(t, at, old)
			return content[:at] + new + content[at+len(old):]
		})
	}
	for _, data := range [][]byte{broken(requestsPart, "</row>", "</rox>"), broken(unitPart, "</row>", "</rox>"), broken("xl/sharedStrings.xml", "</si>", "</sx>"),
		broken(unitPart, "</sheetData>", strings.Repeat(" ", 33<<20)+"</sheetData>")} {
		_, err := Read(data)
		require.Error(t, err)
		g, err := Peek(data)
		require.NoError(t, err)
		assert.Equal(t, "云屏区人民政府", g.Unit)
	}
	foreign := sample.Zip(t, "_rels/.rels", rootLink("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>")
	for _, data := range [][]byte{nil, ours[:len(ours)-1], foreign, broken("xl/worksheets/sheet1.xml", `<row r="1"`, `<row r="-1"`),
		broken("xl/workbook.xml", "</definedName>", "</x>"), small(t, smallNames, smallSheet, "<sst><si><t></si></sst>", smallStyles),
		small(t, smallNames, smallSheet, "<sst/>", smallStyles)} {
		_, want := Read(data)
		require.Error(t, want)
		_, err := Peek(data)
		assert.Equal(t, want, err)
	}
	later := sample.Rezip(t, ours, func(_, content string) string { return strings.Replace(content, "<t>2021</t>", "<t>2031</t>", 1) })
	_, err := Peek(later)
	assert.Equal(t, UnknownEditionError{"2031"}, err)
}
