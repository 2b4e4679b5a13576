package published_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published"
	"nianbao/internal/published/page"
)

// What the heads and feet of the sheets say is told, but for what every report has there.
func TestRunningLinesAreTold(t *testing.T) {
	const title = "清溪镇人民政府2025年政府信息公开工作年度报告"
	for _, c := range []struct {
		why     string
		running []string
		told    []string
	}{
		{"a mark of secrecy", []string{"秘密★1年", "— 1 —"}, []string{"页眉页脚没有读进来：“秘密★1年”"}},
		{"several lines are told together", []string{"清溪镇党政办公室", "2026年第3期"}, []string{"页眉页脚没有读进来：“清溪镇党政办公室 2026年第3期”"}},
		{"numbers of pages", []string{"— 1 —", "第3页 共5页", "Page 2 of 5", "page 2 of 5", "3/5", "第 页 共 页"}, nil},
		{"the title again, a part of it", []string{title, "清溪镇人民政府", "2025年政府信息公开工作年度报告"}, nil},
		{"what browsers print", []string{"2026/1/20 11:45 青垣县人民政府", "https://www.qingxi.gov.cn/xxgk/1.html"}, nil},
		{"the marks of our review copies", []string{"送审稿", "送审稿，第1稿，内容码G2SP6WKN\t— 1 —"}, nil},
		{"nothing", nil, nil},
	} {
		p := &page.Page{Alone: true, Running: c.running, Blocks: []page.Block{{Kind: page.Title, Text: title}, {Text: "一、总体情况"}, {Text: "2025年公开信息20条。"}}}
		var told []string
		for _, aside := range published.Read(p, "").Asides {
			if aside[:len("页眉")] == "页眉" {
				told = append(told, aside)
			}
		}
		assert.True(t, slices.Equal(c.told, told), "%s: %q", c.why, told)
	}
}
