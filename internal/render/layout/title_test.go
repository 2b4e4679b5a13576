package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

func TestTitleLines(t *testing.T) {
	const name = "2025年政府信息公开工作年度报告"
	tests := []struct {
		why  string
		unit string
		name string
		want []string
	}{
		{"what fits stays on one line", "某局", name, []string{"某局" + name}},
		{"unit, then year and name", "清溪镇人民政府", name, []string{"清溪镇人民政府", name}},
		{"a long unit is broken where a place's name ends, each line longer than the one above", "黔东南苗族侗族自治州凯里市大风洞镇人民政府办公室", name,
			[]string{"黔东南苗族侗族自治州", "凯里市大风洞镇人民政府办公室", name}},
		{"not inside the name of a place that ends on two such characters", "广东省广州市番禺区石楼镇人民政府政务服务中心", name,
			[]string{"广东省广州市番禺区", "石楼镇人民政府政务服务中心", name}},
		{"a place's name is not torn for the sake of even lines", "某某省某某某某某某某广州市某某某某某某某某某中心", name,
			[]string{"某某省某某某某某某某广州市", "某某某某某某某某某中心", name}},
		{"nor one that begins like the kind of a place", "某某某某某某某江苏省镇江市某某某某某某某某中", name,
			[]string{"某某某某某某某江苏省", "镇江市某某某某某某某某中", name}},
		{"60 characters and more: no line is shorter than those above and below it", "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府综合行政执法局党政办公室", name,
			[]string{"内蒙古自治区呼伦贝尔市", "莫力达瓦达斡尔族自治旗", "尼尔基镇人民政府综合行政执法局党政办公室", name}},
		{"marks stay with what they belong to", "某某省某某市某某县某某镇人民政府（某某街道办事处）便民服务中心", name,
			[]string{"某某省某某市某某县某某镇人民政府", "（某某街道办事处）便民服务中心", name}},
		{"no unit", "", name, []string{name}},
		{"nothing", "", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			var got []string
			for _, l := range newTypesetter(embedded(t)).titleLines(document.Title{Unit: tt.unit, Name: tt.name}) {
				assert.LessOrEqual(t, l.Width, paper.AreaWidth)
				got = append(got, l.Text)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestTitleLinesOfAnyLength(t *testing.T) {
	ts := newTypesetter(embedded(t))
	for _, unit := range []string{
		strings.Repeat("某", 21), strings.Repeat("某", 199), strings.Repeat("某", 1000),
		"某某某 某 某某某某  某某某某某某某某某某某某某 某某  某某 某  某     某某 某     某", "jfjjj某jf某f某某f某某 某f某ff某f某某某某fj某jf",
		"某”某某某某某某某“某某某“某某某某某某某”某某某某某某某”某”””某某“”某”某““",
		strings.Repeat("9", 150), strings.Repeat("（", 90), "https://" + strings.Repeat("example.", 30),
	} {
		joined := ""
		for _, l := range ts.titleLines(document.Title{Unit: unit, Name: "报告"}) {
			require.LessOrEqual(t, l.Width, paper.AreaWidth+epsilon, unit)
			joined += l.Text
		}
		assert.Equal(t, unit+"报告", joined)
	}
}
