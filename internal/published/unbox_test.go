package published

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
)

func TestUnboxed(t *testing.T) {
	for _, c := range []struct {
		why   string
		boxed []string
		text  []string
		want  bool
	}{
		{"a report laid out in boxes is its text", []string{"一、总体情况", "全年公开12条。", "五、存在的主要问题及改进情况", "解读不多。", "六、其他需要报告的事项", "无。"}, []string{"清溪镇人民政府2024年政府信息公开工作年度报告"}, true},
		{"of a report half of whose sections stand in boxes, too", []string{"一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"}, []string{"二、主动公开政府信息情况"}, true},
		{"a table of contents beside the text is not", []string{"一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"}, []string{"一、总体情况", "全年公开12条。"}, false},
		{"two headings may be an accident", []string{"一、总体情况", "六、其他需要报告的事项"}, nil, false},
		{"one that comes again and again is one", []string{"一、总体情况", "一、总体情况", "一、总体情况"}, nil, false},
	} {
		p := &page.Page{}
		for _, text := range c.text {
			p.Blocks = append(p.Blocks, page.Block{Text: text})
		}
		for _, text := range c.boxed {
			p.Blocks = append(p.Blocks, page.Block{Kind: page.Boxed, Text: text})
		}
		last := len(p.Blocks) - 1
		assert.Equal(t, c.want, unboxed(p).Blocks[last].Kind == page.Plain, c.why)
		assert.Equal(t, page.Boxed, p.Blocks[last].Kind, "the page stays as it is: "+c.why)
	}
}
