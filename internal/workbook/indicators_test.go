package workbook_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

var (
	notices = model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}
	fees    = model.Indicator{Name: "通知收费的总金额", Unit: "元"}
)

// withIndicators is a workbook in which two indicators are asked for, and a figure and a remark given.
func withIndicators(t *testing.T) []byte {
	e, _ := form.ForYear(2025)
	r := model.New(e)
	r.Fields["report.year"] = model.Field{Text: "2025"}
	r.Indicators = []model.Given{{Indicator: notices, Value: model.ParseFigure(notices, "3")}, {Indicator: fees, Value: model.ParseFigure(fees, "123456789012345678.05"), Remark: model.Field{Text: "=分两次"}}}
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	return b.Bytes()
}

func withoutIndicators(t *testing.T) []byte {
	e, _ := form.ForYear(2025)
	var b bytes.Buffer
	_, err := workbook.Write(&b, model.New(e), workbook.Options{})
	require.NoError(t, err)
	return b.Bytes()
}

func TestIndicatorsAreFoundByNames(t *testing.T) {
	const sheet = workbook.IndicatorsSheet
	whole := withIndicators(t)
	changed := func(change func(f *excelize.File) error) []byte {
		f, err := excelize.OpenReader(bytes.NewReader(whole))
		require.NoError(t, err)
		require.NoError(t, change(f))
		var b bytes.Buffer
		require.NoError(t, f.Write(&b))
		return b.Bytes()
	}
	typed := func(cells ...string) func(f *excelize.File) error {
		return func(f *excelize.File) error {
			for i := 0; i < len(cells); i += 2 {
				if err := f.SetCellStr(sheet, cells[i], cells[i+1]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	const both = "发出收费通知的件数/件/整数/3/ 通知收费的总金额/元/小数/123456789012345678.05/=分两次"
	for _, c := range []struct {
		why    string
		data   []byte
		want   string
		strays string
	}{
		{"as it was written, the long number digit for digit", whole, both, ""},
		{"saved by another program", changed(typed()), both, ""},
		{"a program dropped the anchor", sample.Rezip(t, whole, func(name, content string) string {
			if name == "xl/workbook.xml" {
				return strings.ReplaceAll(content, "list_indicators", "other")
			}
			return content
		}), both, ""},
		{"the sheet has another name", changed(func(f *excelize.File) error { return f.SetSheetName(sheet, "另报") }), both, ""},
		{"a row above", changed(func(f *excelize.File) error { return f.InsertRows(sheet, 2, 2) }), both, ""},
		{"a column before", changed(func(f *excelize.File) error { return f.InsertCols(sheet, "A", 1) }), both, ""},
		{"rows in another order", changed(typed("A5", fees.Name, "B5", "元", "C5", "小数", "D5", "7", "A6", notices.Name, "B6", "件", "C6", "整数", "D6", "8", "E6", "")),
			"通知收费的总金额/元/小数/7/ 发出收费通知的件数/件/整数/8/", ""},
		{"heads written over", changed(typed("A4", "什么", "D4", "多少")), both, ""},
		{"a figure without a name, and a note beside", changed(typed("D7", "999", "G5", "请核对")), both, "请核对 999"},
		{"words for a number", changed(typed("D5", "三")), "发出收费通知的件数/件/整数/三/ 通知收费的总金额/元/小数/123456789012345678.05/=分两次", ""},
		{"blank", changed(typed("D5", "", "D6", "", "E6", "")), "发出收费通知的件数/件/整数// 通知收费的总金额/元/小数//", ""},
	} {
		r, err := workbook.Read(c.data)
		require.NoError(t, err, c.why)
		var got, strays []string
		for _, g := range r.Indicators {
			got = append(got, strings.Join([]string{g.Name, g.Unit, g.Digits(), g.Value.Printed(), g.Remark.Text}, "/"))
			assert.NotEmpty(t, g.Value.Place.Ref, c.why)
		}
		for _, s := range r.Strays {
			strays = append(strays, s.Text)
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.why)
		assert.Equal(t, c.strays, strings.Join(strays, " "), c.why)
		assert.Empty(t, r.Extras, c.why)
	}
}

func TestASheetThatIsOnlyCalledLikeIndicatorsIsNone(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(withoutIndicators(t)))
	require.NoError(t, err)
	_, err = f.NewSheet(workbook.IndicatorsSheet)
	require.NoError(t, err)
	require.NoError(t, f.SetCellStr(workbook.IndicatorsSheet, "A1", "我们自己的"))
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	r, err := workbook.Read(b.Bytes())
	require.NoError(t, err)
	assert.Nil(t, r.Indicators)
	assert.Len(t, r.Extras, 1, "it is told as one of the clerk's own")
}

func TestDigestsTellIndicatorsApart(t *testing.T) {
	e, _ := form.ForYear(2025)
	plain, blank, given, other := model.New(e), model.New(e), model.New(e), model.New(e)
	blank.Indicators = []model.Given{{Indicator: notices}}
	given.Indicators = []model.Given{{Indicator: notices, Value: model.ParseFigure(notices, "3")}}
	other.Indicators = []model.Given{{Indicator: notices, Value: model.ParseFigure(notices, "4")}}
	assert.Equal(t, plain.Digest(), blank.Digest(), "nothing was said")
	assert.NotEqual(t, plain.Digest(), given.Digest())
	assert.NotEqual(t, given.Digest(), other.Digest())
	assert.True(t, model.SameForm(given.Digest(), other.Digest()))

	naming, saying := model.New(e), model.New(e)
	naming.Indicators, saying.Indicators = given.Indicators, given.Indicators
	naming.Texts["narrative.other"] = []model.Paragraph{{Text: "发出{{" + notices.Name + "}}件。"}}
	saying.Texts["narrative.other"] = []model.Paragraph{{Text: "发出3件。"}}
	assert.NotEqual(t, naming.Digest(), saying.Digest(), "somebody changed the text")
	assert.True(t, model.SameForm(naming.Digest(), saying.Digest()), "it says the same where indicators are not, as in data")
	saying.Indicators = nil
	assert.True(t, model.SameForm(naming.Digest(), saying.Digest()))

	other.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "1")
	assert.False(t, model.SameForm(given.Digest(), other.Digest()))
}

func TestAnIndicatorIsChangedInACopy(t *testing.T) {
	whole := withIndicators(t)
	change := workbook.Change{Key: notices.Key(), Before: "3", After: "４件"}
	var b bytes.Buffer
	require.NoError(t, workbook.Edit(&b, whole, []workbook.Change{change}))
	r, err := workbook.Read(b.Bytes())
	require.NoError(t, err)
	g, _ := r.Given(notices.Name)
	assert.Equal(t, "4", g.Value.Printed())
	assert.NotEqual(t, r.Copy.Digest, r.Digest(), "it was edited")
	change.Before = "2"
	assert.ErrorContains(t, workbook.Edit(&b, whole, []workbook.Change{change}), "“附表”D5里写的和校验时不同")
	change.Key = "indicator.没有的"
	assert.ErrorContains(t, workbook.Edit(&b, whole, []workbook.Change{change}), "没有的")
}
