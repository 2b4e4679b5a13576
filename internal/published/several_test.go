package published

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSeveral(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"two years of one unit", "清溪镇人民政府2022年政府信息公开工作年度报告/一、总体情况/甲。/清溪镇人民政府2023年政府信息公开工作年度报告/一、总体情况/乙。", "清溪镇人民政府2022年 清溪镇人民政府2023年"},
		{"two units, which have lines of their own", "清溪镇人民政府/2023年政府信息公开工作年度报告/一、总体情况/甲。/石桥镇人民政府/2023年政府信息公开工作年度报告/一、总体情况", "清溪镇人民政府2023年 石桥镇人民政府2023年"},
		{"the title of a site, and that of the page", "清溪镇2023年政府信息公开工作年度报告/清溪镇人民政府2023年政府信息公开工作年度报告/一、总体情况/甲。", ""},
		{"links to others", "清溪镇人民政府2023年政府信息公开工作年度报告/一、总体情况/甲。/相关文章/石桥镇人民政府2022年政府信息公开工作年度报告", ""},
		{"the same one twice, once in short", "清溪县清溪镇人民政府2023年政府信息公开工作年度报告/一、总体情况/甲。/清溪镇人民政府2023年政府信息公开工作年度报告/一、总体情况/甲。", ""},
	} {
		var items []item
		for line := range strings.SplitSeq(c.text, "/") {
			items = append(items, item{text: line})
		}
		assert.Equal(t, c.want, strings.Join(several(items), " "), c.why)
	}
}
