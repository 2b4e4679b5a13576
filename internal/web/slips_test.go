package web_test

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// slipWith is a slip on which something is typed in the first row of figures.
func slipWith(t *testing.T, data, typed string) []byte {
	book, err := excelize.OpenReader(strings.NewReader(data))
	require.NoError(t, err)
	require.NoError(t, book.SetCellValue("取数单", "C7", typed))
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	return b.Bytes()
}

// A clerk takes slips for the stations, and drops them filled in behind the workbook: the figures stand in it, and the step can be undone.
func TestSlipsOnThePage(t *testing.T) {
	p := open(t, web.Options{})
	asked := map[string]any{"year": 2025, "unit": "清溪镇人民政府", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false}
	answer := p.post("/slips", asked)
	require.Equal(t, http.StatusOK, answer.StatusCode)
	zip, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	slips := sample.Unzip(t, zip)
	assert.Len(t, slips, 8, "a workbook and a PDF for each of four")
	answer = p.post("/template", asked)
	book, err := io.ReadAll(answer.Body)
	require.NoError(t, err)

	penalties := slips["取数单_综合执法队_清溪镇人民政府2025年.xlsx"]
	location := p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, penalties, "12"))
	assert.Equal(t, "/start", location, "there is nothing yet to take it into")
	assert.Contains(t, p.view("/start"), "“取数单_综合执法队.xlsx”是“清溪镇人民政府”2025年度的取数单，手里还没有这个单位、这个年度的填报表")
	report := p.upload("/files?", "填报.xlsx", book)
	assert.Contains(t, p.view(report), "“行政处罚”：12，来自“取数单_综合执法队.xlsx”（综合执法队）", "it waited")
	assert.NotContains(t, p.view("/start"), "手里还没有这个单位")
	assert.Equal(t, report, p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, penalties, "12")))
	figure := func() string {
		_, data := p.get(report + "/files/workbook")
		r, err := workbook.Read([]byte(data))
		require.NoError(t, err)
		return r.Figure("proactive.penalties.decisions").Printed()
	}
	assert.Equal(t, "12", figure())
	assert.Contains(t, p.view(report), "“行政处罚”：12，来自“取数单_综合执法队.xlsx”（综合执法队）")

	// Another one that says something else: neither is taken. The first one again, mended: both agree.
	p.upload("/files?", "又一份.xlsx", slipWith(t, penalties, "13"))
	assert.NotContains(t, p.view(report), "“行政处罚”：12，来自")
	assert.Regexp(t, `取数单里还有\d处没有取.*“行政处罚”：.*是12，.*是13，不一样，都没有取，请核对`, p.view(report))
	p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, penalties, "13"))
	assert.Equal(t, "13", figure())
	assert.NotContains(t, p.view(report), "不一样，都没有取")
	p.upload("/files?", "看不懂.xlsx", slipWith(t, penalties, "约10"))
	assert.Contains(t, p.view(report), "“行政处罚”填的是“约10”，没有取")
	changed := []map[string]any{{"key": "proactive.penalties.decisions", "paragraph": 0, "before": "13", "text": "10"}}
	require.Equal(t, http.StatusCreated, p.post(report+"/changes", changed).StatusCode)
	assert.Contains(t, p.view(report), "填报表里已经填了10", "it is told as it stands")
	require.Equal(t, http.StatusCreated, p.post(report+"/undo", map[string]any{}).StatusCode)
	require.Equal(t, http.StatusCreated, p.post(report+"/undo", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view(report), "“行政处罚”：13，来自")

	// What the county laid down in the workbook that it sent out is followed.
	county := &job.County{Supplies: []job.Supply{{Part: "行政处罚", Offices: []string{"执法大队"}}}}
	r, _, err := job.Blank(2025, "石桥镇人民政府", "乡镇", nil, "")
	require.NoError(t, err)
	var sent bytes.Buffer
	_, err = workbook.Write(&sent, r, workbook.Options{Lists: []workbook.List{county.Sheet()}})
	require.NoError(t, err)
	p.upload("/files?", "石桥.xlsx", sent.Bytes())
	asked["unit"] = "石桥镇人民政府"
	answer = p.post("/slips", asked)
	require.Equal(t, http.StatusOK, answer.StatusCode)
	zip, err = io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Contains(t, sample.Unzip(t, zip), "取数单_执法大队_石桥镇人民政府2025年.xlsx")

	asked["unit"] = ""
	assert.Equal(t, http.StatusUnprocessableEntity, p.post("/slips", asked).StatusCode, "nobody knows whose slips they are")
}
