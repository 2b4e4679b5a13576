package form_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
)

func TestGroupsCalled(t *testing.T) {
	newest, _ := form.ByID("2021")
	for _, c := range []struct {
		why, words string
		labels     []string // of what is found
		cells      int      // of the first
		parts      int
	}{
		{"a group of rows, by its name", "不予公开", []string{"（三）不予公开"}, 8 * 7, 8},
		{"as it is printed", "（三）不予公开", []string{"（三）不予公开"}, 56, 8},
		{"with the brackets of another keyboard", "(三)不予公开", []string{"（三）不予公开"}, 56, 8},
		{"a row", "本年新收", []string{"一、本年新收政府信息公开申请数量"}, 7, 0},
		{"by its label without the number", "本年新收政府信息公开申请数量", []string{"一、本年新收政府信息公开申请数量"}, 7, 0},
		{"without the note in brackets", "部分公开", []string{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）"}, 7, 0},
		{"a column", "自然人", []string{"自然人"}, 25, 0},
		{"a group of columns", "法人或其他组织", []string{"法人或其他组织"}, 5 * 25, 5},
		{"a head without a name", "本年度办理结果", []string{"三、本年度办理结果"}, 22 * 7, 6},
		{"a group of groups", "行政诉讼", []string{"行政诉讼"}, 10, 2},
		{"its total is no part", "行政复议", []string{"行政复议"}, 5, 4},
		{"one column of several blocks is one", "本年处理决定数量", []string{"本年处理决定数量"}, 3, 0},
		{"namesakes are all found", "结果维持", []string{"结果维持", "结果维持", "结果维持"}, 1, 0},
		{"told apart by the heads above", "复议后起诉·结果维持", []string{"结果维持"}, 1, 0},
		{"a nameless one too", "申请人情况·总计", []string{"总计"}, 25, 0},
		{"or by the label of the head above", "法人或其他组织·其他", []string{"其他"}, 25, 0},
		{"by the number, as the corner of the table has it", "第四项", []string{"四、结转下年度继续办理"}, 7, 0},
		{"marks in a label", "危及三安全一稳定", []string{"3.危及“三安全一稳定”"}, 7, 0},
		{"no words of the form", "村务公开", nil, 0, 0},
		{"nothing", "", nil, 0, 0},
		{"only a number", "（三）", nil, 0, 0},
	} {
		var labels []string
		found := newest.GroupsCalled(c.words)
		for _, g := range found {
			labels = append(labels, g.Head().Label)
		}
		require.Equal(t, c.labels, labels, c.why)
		if found != nil {
			assert.Len(t, found[0].Keys, c.cells, c.why)
			assert.Len(t, found[0].Parts(), c.parts, c.why)
		}
	}
}

// Every cell stands in a row or a column that is found by its own label, in every edition.
func TestEveryGroupIsFoundByItsLabel(t *testing.T) {
	for _, e := range form.Editions() {
		covered := map[form.Key]bool{}
		for _, g := range e.Groups() {
			require.NotEmpty(t, g.Keys, g.Head().Label)
			for _, k := range g.Keys {
				covered[k] = true
			}
			assert.NotEmpty(t, e.GroupsCalled(g.Head().Label), g.Head().Label)
			if name := g.Name(); name != "" {
				assert.NotEmpty(t, e.GroupsCalled(name), name)
			}
		}
		assert.Len(t, covered, len(e.Cells()), e.ID)
	}
}

func TestSectionCalled(t *testing.T) {
	e, _ := form.ByID("2021")
	for _, c := range []struct{ why, words, numeral string }{
		{"by its heading", "三、收到和处理政府信息公开申请情况", "三"},
		{"by the name of its sheet", "依申请公开", "三"},
		{"with its number", "三、依申请公开", "三"},
		{"by its table", "收到和处理政府信息公开申请情况表", "三"},
		{"a section of text", "总体情况", "一"},
		{"no section", "附件", ""},
	} {
		s, ok := e.SectionCalled(c.words)
		assert.Equal(t, c.numeral != "", ok, c.why)
		assert.Equal(t, c.numeral, s.Numeral, c.why)
	}
}
