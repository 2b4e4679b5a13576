package web_test

import (
	"bytes"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// ledgerSheet is the sheet of the ledger in the workbook that the page gives, which begins in row 6.
const ledgerSheet = "依申请台账"

// withLedger is the page's own blank workbook with applications typed in, from the column 收到日期 on.
func (p page) withLedger(rows ...[]any) []byte {
	answer := p.post("/template", map[string]any{"year": 2025, "unit": "清溪镇人民政府", "level": "乡镇", "ledger": true})
	require.Equal(p.t, http.StatusOK, answer.StatusCode)
	data, err := io.ReadAll(answer.Body)
	require.NoError(p.t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(p.t, err)
	for i, row := range rows {
		at, err := excelize.CoordinatesToCellName(2, 6+i)
		require.NoError(p.t, err)
		require.NoError(p.t, f.SetSheetRow(ledgerSheet, at, &row))
	}
	var b bytes.Buffer
	require.NoError(p.t, f.Write(&b))
	return b.Bytes()
}

func TestFiguresAreTakenFromTheLedger(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", p.withLedger([]any{"2025-3-5", "自然人", "予以公开", "", "2025-3-20"}, []any{"2024-12-30", "商业企业"}))
	view := p.view(location)
	assert.Contains(t, view, "按台账填入（144格）", "all of the blank table")
	assert.Contains(t, view, "台账1", "beside the figure")
	assert.Contains(t, view, "这张表还空着")

	answer := p.post(location+"/ledger", typed{})
	said, _ := io.ReadAll(answer.Body)
	require.Equal(t, http.StatusCreated, answer.StatusCode, string(said))
	now := p.bookOf(location)
	for key, want := range map[string]string{"requests.received.natural_person": "1", "requests.granted.natural_person": "1", "requests.carried_in.enterprise": "1",
		"requests.carried_out.enterprise": "1", "requests.carried_out.natural_person": "0", "requests.total.total": "1"} {
		for _, c := range now.Edition.Cells() {
			if string(c.Key) == key {
				assert.Equal(t, want, now.Figure(c.Key).Printed(), key)
			}
		}
	}
	require.NotNil(t, now.Ledger)
	assert.Len(t, now.Ledger.Rows, 2, "the ledger stays in the workbook")
	view = p.view(location)
	assert.NotContains(t, view, "按台账填入")
	assert.Contains(t, view, "本年新收·自然人：（空）改成“1”")
	assert.Contains(t, view, "台账里没有的，140个空格填了0")
	assert.Contains(t, view, "台账1")

	answer = p.post(location+"/ledger", typed{})
	said, _ = io.ReadAll(answer.Body)
	assert.Equal(t, http.StatusConflict, answer.StatusCode)
	assert.Equal(t, "表里的数和台账一致，不用改。", string(said))

	require.Equal(t, http.StatusCreated, p.post(location+"/undo", typed{}).StatusCode)
	assert.Contains(t, p.view(location), "按台账填入（144格）")
}

func TestLedgerWithFaultsIsNotTaken(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", p.withLedger([]any{"3月5日", "自然人"}))
	view := p.view(location)
	assert.NotContains(t, view, "按台账填入（")
	const why = "“依申请台账”里有1件没有计入（第6行等），没有按台账填，请照问题改好以后再填。"
	assert.Contains(t, view, why)
	answer := p.post(location+"/ledger", typed{})
	said, _ := io.ReadAll(answer.Body)
	assert.Equal(t, http.StatusUnprocessableEntity, answer.StatusCode)
	assert.Equal(t, why, string(said))
}

// What is made anew of a workbook that lost cells, or of a document that came back, keeps the ledger.
func TestNewFormKeepsTheLedger(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", p.withLedger([]any{"2025-3-5", "自然人"}))
	status, form := p.get(location + "/files/form")
	require.Equal(t, http.StatusOK, status)
	r, err := workbook.Read([]byte(form))
	require.NoError(t, err)
	require.NotNil(t, r.Ledger)
	assert.Equal(t, "2025-03-05", r.Ledger.Rows[0].Cells[0].Text)
}
