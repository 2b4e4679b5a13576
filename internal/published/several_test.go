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

// One report several times on a page: one of them is taken, unless their figures differ.
func TestCopiesOfOne(t *testing.T) {
	for _, c := range []struct {
		why    string
		change func(second *copied)
		told   string // of the copies
		fault  string
	}{
		{"the same twice", func(*copied) {}, "里面有同一份报告的2份，数一样，取的是第1份", ""},
		{"with other words", func(second *copied) { second.overview = []string{"全年公开321条。"} }, "里面有同一份报告的2份，数一样，取的是第1份；文字不完全一样，请核对", ""},
		{"with other figures", func(second *copied) {
			second.tables["disputes"][3] = strings.Replace(second.tables["disputes"][3], "~", "~9", 1)
		}, "",
			"里面有2份年报（“清溪镇人民政府2024年”“清溪镇人民政府2024年”），请一份存成一个文件，再一份一份地试"},
		{"without a title of its own", func(second *copied) { second.front = second.front[1:] }, "里面有同一份报告的2份，数一样，取的是第1份", ""},
		{"without a title and a preface", func(second *copied) { second.front = nil }, "里面有同一份报告的2份，数一样，取的是第1份；文字不完全一样，请核对", ""},
		{"without a title, with other figures", func(second *copied) {
			second.front = append([]string{"以下为打印版"}, second.front[1:]...)
			second.tables["disputes"][3] = strings.Replace(second.tables["disputes"][3], "~", "~9", 1)
		}, "",
			"里面有2份年报（“清溪镇人民政府2024年”“清溪镇人民政府2024年”），请一份存成一个文件，再一份一份地试"},
	} {
		second := newCopied()
		c.change(second)
		p := newCopied().page()
		p.Blocks = append(p.Blocks, second.page().Blocks...)
		read := Read(p, "")
		if c.fault != "" {
			assert.EqualError(t, read.Several(), c.fault, c.why)
			continue
		}
		assert.NoError(t, read.Several(), c.why)
		r, doubts := read.Report(read.Edition())
		sound, _ := newCopied().read()
		assert.Equal(t, []string{c.told}, doubts, c.why)
		assert.Empty(t, differences(Compare(sound, r)), c.why)
	}
}

// The copy that has more of the figures is taken, and goes by the title of the other where it has none.
func TestCopyWithoutTitleHasMore(t *testing.T) {
	first, second := newCopied(), newCopied()
	delete(first.tables, "disputes")
	second.front = second.front[1:]
	p := first.page()
	p.Blocks = append(p.Blocks, second.page().Blocks...)
	read := Read(p, "")
	assert.Equal(t, "清溪镇人民政府2024年政府信息公开工作年度报告", read.Title)
	r, doubts := read.Report(read.Edition())
	sound, _ := newCopied().read()
	assert.Equal(t, []string{"里面有同一份报告的2份，数一样，取的是第2份"}, doubts)
	assert.Empty(t, differences(Compare(sound, r)))
}
