package collect_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample/given"
	"nianbao/internal/workbook"
)

var (
	notices = model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}
	fees    = model.Indicator{Name: "通知收费的总金额", Unit: "元"}
)

// member is a workbook of a unit with indicators, each with what was typed for it.
func member(t *testing.T, unit string, given ...model.Given) job.Source {
	r, _, err := job.Blank(2025, unit, "乡镇", nil, "")
	require.NoError(t, err)
	r.Indicators = given
	r.Texts = map[form.Key][]model.Paragraph{"narrative.overview": {{Text: "全年主动公开政府信息12条。"}}} // else it were a form that nobody has filled in
	var b bytes.Buffer
	_, err = workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	return job.From(unit+".xlsx", b.Bytes())
}

func gave(i model.Indicator, typed string) model.Given {
	return model.Given{Indicator: i, Value: model.ParseFigure(i, typed)}
}

func TestIndicatorsAddUpExactly(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 2025))
	for range 5 {
		var sources []job.Source
		wantNotices, wantFees := decimal.Zero, decimal.Zero
		for n := range 2 + random.IntN(6) {
			count, fee := decimal.NewFromInt(random.Int64N(1000)), decimal.New(random.Int64N(1e12), -int32(random.IntN(4)))
			wantNotices, wantFees = wantNotices.Add(count), wantFees.Add(fee)
			given := []model.Given{gave(notices, count.String()), gave(fees, fee.String())}
			if random.IntN(2) == 0 {
				given[0], given[1] = given[1], given[0]
			}
			sources = append(sources, member(t, fmt.Sprintf("第%d镇人民政府", n+1), given...))
		}
		a, err := collect.Aggregate(collect.Aggregation{Unit: "青垣县人民政府"}, job.Gather(sources))
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, a.Write(&b))
		r, err := workbook.Read(b.Bytes())
		require.NoError(t, err)
		for _, want := range []struct {
			name string
			sum  decimal.Decimal
		}{{notices.Name, wantNotices}, {fees.Name, wantFees}} {
			g, ok := r.Given(want.name)
			require.True(t, ok)
			assert.True(t, want.sum.Equal(g.Value.Number), "%s is %s, and should be %s", want.name, g.Value.Printed(), want.sum)
		}
		before, err := collect.ReadEarlier(job.File{Name: "汇总.xlsx", Data: b.Bytes()})
		require.NoError(t, err)
		var long bytes.Buffer
		require.NoError(t, collect.WriteLong(&long, a.Counted, nil))
		listed, err := collect.ReadEarlierLong("列表.csv", &long)
		require.NoError(t, err)
		for _, e := range []*collect.Earlier{before, listed} {
			assert.False(t, a.Amended(e).IsChanged(), "nothing changed since")
		}
	}
}

func TestWhatCannotBeAddedToIndicatorsIsTold(t *testing.T) {
	inTens := model.Indicator{Name: fees.Name, Unit: "万元"}
	a, err := collect.Aggregate(collect.Aggregation{Unit: "青垣县人民政府", Asked: []model.Indicator{notices, fees}}, job.Gather([]job.Source{
		member(t, "清溪镇人民政府", gave(notices, "2"), gave(fees, "30.5")),
		member(t, "石桥镇人民政府", gave(notices, "若干"), gave(inTens, "1.2")),
		member(t, "柏坞乡人民政府", gave(notices, ""), gave(inTens, "0"), gave(model.Indicator{Name: "接待人数"}, "4")),
		member(t, "望禾镇人民政府"),
	}))
	require.NoError(t, err)
	notes := strings.Join(a.Notes, "\n")
	for _, f := range a.Check(given.Checker(t), "汇总.xlsx").Findings {
		notes += "\n" + f.Message
	}
	for _, told := range []string{"附表的数少了2个单位的：柏坞乡人民政府（没有填的：发出收费通知的件数）、望禾镇人民政府（没有附表）。请这些单位补上，没有的填0，再汇总一次。", "“石桥镇人民政府”附表的“发出收费通知的件数”是“若干”，不是数，没有加", "“石桥镇人民政府”附表的“通知收费的总金额”以万元为单位，不是元，没有加"} {
		assert.Equal(t, 1, strings.Count(notes, told), told)
	}
	var sums []string
	for _, g := range a.Report.Indicators {
		sums = append(sums, g.Name+g.Value.Printed()+g.Unit)
	}
	assert.Equal(t, []string{"发出收费通知的件数2件", "通知收费的总金额30.5元", "接待人数4"}, sums, "what nobody asked for is added up, too")
}

func TestIndicatorsAskedForAndGivenByNobodyAreBlank(t *testing.T) {
	a, err := collect.Aggregate(collect.Aggregation{Asked: []model.Indicator{notices}}, job.Gather([]job.Source{member(t, "清溪镇人民政府", gave(notices, ""))}))
	require.NoError(t, err)
	require.Len(t, a.Report.Indicators, 1)
	assert.Equal(t, model.Blank, a.Report.Indicators[0].Value.State)
}

func TestReadingsKeepIndicators(t *testing.T) {
	r := county.Report{Indicators: []county.Given{{Indicator: notices, Text: "3"}, {Indicator: fees}}}
	data, err := json.Marshal(r.Indicators)
	require.NoError(t, err)
	var back []county.Given
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, r.Indicators, back)
}

// Indicators on the office's own sheet, which it asks nobody for, are no fault of its members; which of them it lacks is told.
func TestIndicatorsThatNobodyIsAskedFor(t *testing.T) {
	a, err := collect.Aggregate(collect.Aggregation{Unit: "青垣县人民政府"}, job.Gather([]job.Source{
		member(t, "清溪镇人民政府", gave(notices, "2"), gave(fees, "")), member(t, "望禾镇人民政府")}))
	require.NoError(t, err)
	told := strings.Join(a.Notes, "\n")
	assert.Contains(t, told, "有1个单位没有“附表”这一页，附表的数里没有它们的：望禾镇人民政府")
	assert.Contains(t, told, "“清溪镇人民政府”附表有1个数没有填，没有加：通知收费的总金额")
	for _, f := range a.Check(given.Checker(t), "汇总.xlsx").Findings {
		assert.NotContains(t, f.Message, "附表")
	}
}
