package web_test

import (
	"bytes"
	"io"
	"net/http"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// notices and fees are what the office of these tests asks for beside the form.
var (
	notices = model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}
	fees    = model.Indicator{Name: "通知收费的总金额", Unit: "元"}
)

func withIndicators(t *testing.T, given ...model.Given) []byte {
	r, _, err := job.Blank(2025, "清溪镇人民政府", "乡镇", nil, "")
	require.NoError(t, err)
	r.Indicators = given
	var b bytes.Buffer
	_, err = workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	return b.Bytes()
}

func TestIndicatorsAreShownAndChanged(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", withIndicators(t, model.Given{Indicator: notices, Value: model.ParseFigure(notices, "三")}, model.Given{Indicator: fees, Remark: model.Field{Text: "分两次"}}))
	view := p.view(location)
	for _, shown := range []string{"上级在表格以外还要的数", "分两次", "附表的“发出收费通知的件数”填的是“三”"} {
		assert.Contains(t, view, shown)
	}
	answer := p.post(location+"/changes", []typed{{"key": notices.Key(), "before": "三", "text": "3"}, {"key": fees.Key(), "text": "30.50"}})
	said, _ := io.ReadAll(answer.Body)
	require.Equal(t, http.StatusCreated, answer.StatusCode, string(said))
	now := p.bookOf(location)
	for _, want := range []struct {
		model.Indicator
		value string
	}{{notices, "3"}, {fees, "30.5"}} {
		g, ok := now.Given(want.Name)
		require.True(t, ok, want.Name)
		assert.True(t, decimal.RequireFromString(want.value).Equal(g.Value.Number), g.Value.Printed())
		assert.Empty(t, g.Value.Repairs)
	}
	g, _ := now.Given(fees.Name)
	assert.Equal(t, "分两次", g.Remark.Text)
	view = p.view(location)
	assert.Contains(t, view, "附表的“发出收费通知的件数”：“三”改成“3”")
	assert.NotContains(t, view, "核实 附表的数")
}
