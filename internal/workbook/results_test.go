package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func TestResults(t *testing.T) {
	r := read(t, edited(t, func(*excelize.File) {}))
	explained := noteOn(r, "disputes.review.other", Green, "A1B2C5")
	explained.Explanation = "经核实，数据属实。"
	f := opened(t, marked(t, edited(t, func(*excelize.File) {}), noteOn(r, "disputes.review.upheld", Red, "A1B2C3"),
		noteOn(r, "disputes.review.total", Orange, "A1B2C4"), explained, Note{Colour: Blue, Level: "提示", Number: "A1B2C6", Text: "整份报告"}))
	rows, err := f.GetRows(resultSheet)
	require.NoError(t, err)
	assert.Equal(t, []string{"编号", "级别", "位置", "问题", "说明", "应为", "实为"}, rows[2])
	assert.Equal(t, []string{"A1B2C3", "强制", "“四、复议诉讼”A6", "这一格有问题：disputes.review.upheld<&>\n可能的原因：可能漏填。", "", "3", "2"}, rows[3])
	assert.Equal(t, "经核实，数据属实。", rows[5][4])
	for ref, want := range map[string]string{"C4": "'四、复议诉讼'!A6", "C5": "'四、复议诉讼'!E6", "C7": ""} {
		_, to, err := f.GetCellHyperLink(resultSheet, ref)
		require.NoError(t, err)
		assert.Equal(t, want, to, ref)
	}
	for ref, locked := range map[string]bool{"E4": true, "E5": false, "E6": false, "A5": true} {
		p := styleAt(t, f, resultSheet, ref).Protection
		assert.Equal(t, locked, p == nil || p.Locked, "%s: only what may be explained takes an answer", ref)
	}
	validations, err := f.GetDataValidations(resultSheet)
	require.NoError(t, err)
	require.Len(t, validations, 1)
	assert.Equal(t, "E5:E6", validations[0].Sqref)
	assert.False(t, validations[0].ShowErrorMessage, "free text is taken, too")
}
