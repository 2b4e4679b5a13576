package paper

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMeasuresOfThePage(t *testing.T) {
	assert.LessOrEqual(t, Characters*BodyPitch, AreaWidth, "28 characters a line")
	assert.Greater(t, Characters*(BodyPitch+0.01), AreaWidth, "and no narrower than they have to be")
	assert.InDelta(t, 37, (FirstLine+Leading/2)/Millimetre, 0.001, "the top of the first line's characters, mm")
	assert.InDelta(t, 262, (FirstLine+Lines*LineHeight-Leading/2)/Millimetre, 0.001, "the bottom of the last line's, mm")
	assert.LessOrEqual(t, Lines*WordLine, AreaHeight, "22 lines a page, where the white above and below them counts")
	assert.InDelta(t, 26, (Width-AreaRight)/Millimetre, 0.001, "right margin, mm")
	assert.InDelta(t, 35, (Height-AreaBottom)/Millimetre, 0.001, "bottom margin, mm")
	assert.InDelta(t, 595.276, Width, 0.001)
	assert.InDelta(t, 841.890, Height, 0.001)
}

// ems is a measure in which every character is an em wide.
var ems = Measure{Width: func(text string, size float64) float64 { return float64(len([]rune(text))) * size }, Step: 0.5}

func TestLabel(t *testing.T) {
	for _, tt := range []struct {
		why     string
		text    string
		width   float64
		centred bool
		want    []string
	}{
		{"it fits", "本年收费金额", 60, true, []string{"本年收费金额"}},
		{"between its clauses", "甲甲甲：乙乙乙，丙丙丙", 40, true, []string{"甲甲甲：", "乙乙乙，", "丙丙丙"}},
		{"not where it stands on the left", "甲甲甲：乙乙乙，丙丙丙", 45, false, nil},
		{"not if a clause is too long", "甲甲甲甲甲甲：乙乙乙", 45, true, nil},
		{"nor if there are more than three", "甲，乙，丙，丁丁丁", 45, true, nil},
		{"upright in a narrow cell", "法律服务机构", 25, true, []string{"法律", "服务", "机构"}},
		{"any text", "2.没有现成信息需要另行制作", 80, false, nil},
	} {
		assert.Equal(t, tt.want, ems.Label(tt.text, tt.width, 10, tt.centred), tt.why)
	}
}

func TestCutNumber(t *testing.T) {
	tests := []struct{ why, label, number, rest string }{
		{"of the first level", "三、本年度办理结果", "三、", "本年度办理结果"},
		{"of the second level", "（三）不予公开", "（三）", "不予公开"},
		{"two characters", "（十一）其他", "（十一）", "其他"},
		{"a numeral that begins a word", "三类内部事务信息", "", "三类内部事务信息"},
		{"brackets around something else", "（本列数据）", "", "（本列数据）"},
		{"an open bracket", "（三", "", "（三"},
		{"nothing", "", "", ""},
	}
	for _, tt := range tests {
		number, rest := CutNumber(tt.label)
		assert.Equal(t, []string{tt.number, tt.rest}, []string{number, rest}, tt.why)
	}
}

func TestWords(t *testing.T) {
	for label, want := range map[string][]string{
		"三、本年度办理结果": {"三、", "本年", "度", "办理", "结果"}, "（三）不予公开": {"（三）", "不予", "公开"}, "社会公益组织": {"社会", "公益", "组织"},
		"总计": {"总计"}, "自然人": nil, "1.属于国家秘密": nil, "": nil,
	} {
		assert.Equal(t, want, Words(label), label)
	}
}

func TestStack(t *testing.T) {
	tests := []struct {
		why   string
		label string
		width float64 // em
		want  []string
	}{
		{"upright, character by character", "三、本年度办理结果", 2, []string{"三、", "本", "年", "度", "办", "理", "结", "果"}},
		{"two by two", "法律服务机构", 2.5, []string{"法律", "服务", "机构"}},
		{"character by character in a very narrow cell", "法律服务机构", 1.5, []string{"法", "律", "服", "务", "机", "构"}},
		{"what does not come out even", "自然人", 2.5, []string{"自", "然", "人"}},
		{"the number alone, then two by two", "（三）不予公开", 3, []string{"（三）", "不予", "公开"}},
		{"a wide cell is none of this", "本机关不掌握相关政府信息", 4, nil},
		{"nor a label with other characters", "2.重复申请", 3, nil},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, stack(tt.label, tt.width), tt.why)
	}
}

func TestLevel(t *testing.T) {
	tests := []struct {
		why    string
		widths []float64
		room   float64
		want   []float64
	}{
		{"all alike", []float64{1, 2, 3}, 30, []float64{10, 10, 10}},
		{"one is wider", []float64{1, 20, 3}, 30, []float64{5, 20, 5}},
		{"a second one is wider than what then is left", []float64{1, 20, 6}, 30, []float64{4, 20, 6}},
		{"too wide together", []float64{10, 30}, 20, []float64{5, 15}},
		{"just wide enough", []float64{10, 30}, 40, []float64{10, 30}},
	}
	for _, tt := range tests {
		assert.InDeltaSlice(t, tt.want, level(tt.widths, tt.room), 1e-9, tt.why)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		widths := make([]float64, 1+random.IntN(15))
		for i := range widths {
			widths[i] = random.Float64() * 50
		}
		room := random.Float64() * 500
		out := level(widths, room)
		require.InDelta(t, room, total(out), 1e-6, "the room is filled")
		if total(widths) <= room {
			for i := range out {
				require.GreaterOrEqual(t, out[i], widths[i]-1e-9, "and no column gets less than it needs")
			}
		}
	}
}
