package workbook

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/cellref"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

func TestPoint(t *testing.T) {
	const pane = `<pane ySplit="3" topLeftCell="A90" activePane="bottomLeft" state="frozen"/>`
	for _, test := range []struct{ why, views, at, want string }{
		{"the view is scrolled back to the cell", `<sheetView workbookViewId="0">` + pane + `<selection pane="bottomLeft" activeCell="A90" sqref="A90"/></sheetView>`, "A6",
			`<sheetView workbookViewId="0"><pane ySplit="3" activePane="bottomLeft" state="frozen" topLeftCell="A4"></pane><selection pane="bottomLeft" activeCell="A6" sqref="A6"/></sheetView>`},
		{"a selection stands before what must follow it", `<sheetView workbookViewId="0"><pivotSelection/><extLst/></sheetView>`, "B2",
			`<sheetView workbookViewId="0" topLeftCell="A1"><selection activeCell="B2" sqref="B2"/><pivotSelection/><extLst/></sheetView>`},
		{"without a pane the sheet itself is scrolled", `<sheetView workbookViewId="0" topLeftCell="C9"/>`, "B90",
			`<sheetView workbookViewId="0" topLeftCell="A88"><selection activeCell="B90" sqref="B90"/></sheetView>`},
		{"the other panes keep their cursors", `<sheetView workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomRight"/></sheetView>`, "D8",
			`<sheetView workbookViewId="0"><pane xSplit="2" ySplit="3" activePane="bottomRight" state="frozen" topLeftCell="C4"></pane><selection pane="topRight"/><selection pane="bottomRight" activeCell="D8" sqref="D8"/></sheetView>`},
		{"a pane that does not stay is measured in points", `<sheetView workbookViewId="0"><pane xSplit="3000" ySplit="90" topLeftCell="B2"/></sheetView>`, "A99",
			`<sheetView workbookViewId="0"><pane xSplit="3000" ySplit="90" topLeftCell="B2"/></sheetView>`},
		{"a cell above what scrolls", `<sheetView workbookViewId="0">` + pane + `</sheetView>`, "A2", `<sheetView workbookViewId="0">` + pane + `</sheetView>`},
		{"a second window is somebody's own", `<sheetView workbookViewId="1" tabSelected="1"/>`, "A2", `<sheetView workbookViewId="1" tabSelected="1"/>`},
		{"for some programs only", `<mc:AlternateContent><mc:Choice><sheetView tabSelected = " true " workbookViewId="0"/></mc:Choice></mc:AlternateContent>`, "A2",
			`<mc:AlternateContent><mc:Choice><sheetView workbookViewId="0" topLeftCell="A1"><selection activeCell="A2" sqref="A2"/></sheetView></mc:Choice></mc:AlternateContent>`},
		{"no view at all", ``, "A2", ``},
		{"numbers that are none", `<sheetView><pane xSplit="NaN" ySplit="-1" state="frozen"/></sheetView>`, "A9",
			`<sheetView topLeftCell="A1"><pane xSplit="NaN" ySplit="-1" state="frozen" topLeftCell="A1"></pane><selection activeCell="A9" sqref="A9"/></sheetView>`},
	} {
		w, err := parseWorksheet([]byte(`<worksheet><sheetViews>` + test.views + `</sheetViews><sheetData/></worksheet>`))
		require.NoError(t, err)
		at, ok := cellref.Parse(test.at)
		require.True(t, ok)
		require.NoError(t, w.unselect())
		require.NoError(t, w.point(at))
		got := strings.TrimSuffix(strings.TrimPrefix(string(w.root.Bytes()), `<worksheet><sheetViews>`), `</sheetViews><sheetData/></worksheet>`)
		assert.Equal(t, test.want, got, test.why)
		assert.NotRegexp(t, selected, strings.Replace(got, `workbookViewId="1" tabSelected="1"`, "", 1), test.why)
	}
}

func TestOpenOn(t *testing.T) {
	const sheets = `<sheets><sheet name="一"/><sheet name="图"/><sheet name="校验结果"/></sheets>`
	for _, test := range []struct{ why, before, want string }{
		{"charts are counted, too", `<bookViews><workbookView activeTab="0" firstSheet="1"/></bookViews>` + sheets,
			`<bookViews><workbookView activeTab="2"></workbookView></bookViews>` + sheets},
		{"a tab beyond the sheets", `<bookViews><workbookView activeTab="99"/></bookViews>` + sheets, `<bookViews><workbookView activeTab="2"></workbookView></bookViews>` + sheets},
		{"only the first window", `<bookViews><workbookView/><workbookView activeTab="1"/></bookViews>` + sheets,
			`<bookViews><workbookView activeTab="2"></workbookView><workbookView activeTab="1"></workbookView></bookViews>` + sheets},
		{"no window", `<workbookPr/>` + sheets + `<customWorkbookViews/>`, `<workbookPr/><bookViews><workbookView activeTab="2"></workbookView></bookViews>` + sheets + `<customWorkbookViews/>`},
		{"an empty list of windows", `<bookViews/>` + sheets, `<bookViews><workbookView activeTab="2"></workbookView></bookViews>` + sheets},
		{"a sheet that was hidden", `<bookViews><workbookView/></bookViews><sheets><sheet name="校验结果" state="veryHidden"/></sheets>`,
			`<bookViews><workbookView activeTab="0"></workbookView></bookViews><sheets><sheet name="校验结果"></sheet></sheets>`},
		{"no such sheet", `<sheets/>`, `<sheets/>`},
		{"no sheets", ``, ``},
	} {
		root, err := cut([]byte("<workbook>" + test.before + "</workbook>"))
		require.NoError(t, err)
		require.NoError(t, openOn(root, resultSheet))
		got := strings.NewReplacer(`"></sheet>`, `"/>`, `"></workbookView>`, `"/>`).Replace(string(root.Bytes()))
		want := strings.NewReplacer(`"></sheet>`, `"/>`, `"></workbookView>`, `"/>`).Replace(test.want)
		assert.Equal(t, "<workbook>"+want+"</workbook>", strings.ReplaceAll(got, `<workbookView></workbookView>`, `<workbookView/>`), test.why)
	}
}

// A list of the clerk's own with the heads of ours is not taken for the findings of an earlier marking, which are written anew.
func TestListsOfTheClerkAreNotWrittenOver(t *testing.T) {
	w := tell(t, edition(t, "2021"), 1)
	_, err := w.NewSheet("台账")
	require.NoError(t, err)
	for i, head := range resultHeads {
		w.set("台账", i+1, 1, head)
	}
	w.set("台账", 5, 2, "找王科长要原件")
	data, err := w.WriteToBuffer()
	require.NoError(t, err)
	copied := marked(t, data.Bytes(), Note{Place: model.Place{Sheet: "三、依申请公开", Ref: "D8"}, Level: "强制", Text: "一"})
	assert.Equal(t, "找王科长要原件", at((&told{T: t, File: opened(t, copied)}).cells("台账"), 2, 5))
	assert.Empty(t, read(t, data.Bytes()).Answers)
}

// A drawing that some programs cannot show has a stand-in for them, which is not told a second time.
func TestStandInsOfShapesAreNotTold(t *testing.T) {
	const rels, shape = "xl/worksheets/_rels/sheet7.xml.rels", `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:sp><a:t>一</a:t></xdr:sp></xdr:twoCellAnchor>`
	data := sample.Zip(t, append(sample.Parts(t, emptyForm()),
		rels, `<Relationships><Relationship Id="a" Type="x/drawing" Target="../d.xml"/></Relationships>`,
		"xl/d.xml", `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="m"><mc:AlternateContent><mc:Choice>`+shape+`</mc:Choice><mc:Fallback>`+shape+`</mc:Fallback></mc:AlternateContent></xdr:wsDr>`)...)
	assert.Equal(t, []model.Extra{extra(model.TextBox, disputes, "B3", "一")}, read(t, data).Extras)
}

// FuzzView looks for views on which the cursor cannot be put, or after which the sheet or the workbook is no XML any more.
func FuzzView(f *testing.F) {
	f.Add(`<sheetViews><sheetView tabSelected="1"><pane ySplit="3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><cols><col min="1" max="9" width="8"/></cols>`,
		`<bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="校验结果" state="hidden"/></sheets>`, "A6")
	f.Add(`<mc:AlternateContent><mc:Choice><x:sheetViews/></mc:Choice></mc:AlternateContent>`, `<x:bookViews/><sheets/>`, "XFD1048576")
	f.Fuzz(func(t *testing.T, views, workbook, ref string) {
		at, ok := cellref.Parse(ref)
		w, err := parseWorksheet([]byte("<worksheet>" + views + "<sheetData/></worksheet>"))
		if !ok || err != nil {
			return
		}
		if w.unselect() == nil && w.point(at) == nil {
			_, err = parseWorksheet(w.bytes())
			require.NoError(t, err)
		}
		assert.GreaterOrEqual(t, w.width(at.Col), 0.0)
		root, err := cut([]byte("<workbook>" + workbook + "</workbook>"))
		if err == nil && openOn(root, resultSheet) == nil {
			_, err = cut(root.Bytes())
			require.NoError(t, err)
		}
	})
}
