package placed

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// columnOf writes lines of twelve characters one below the other; the last one may be shorter.
func (p *paper) columnOf(x, y float64, text string, lines int, rest string) *paper {
	for range lines {
		p.write(x, y, 14, strings.Repeat(text, 12))
		y += 24
	}
	if rest != "" {
		p.write(x, y, 14, rest)
	}
	return p
}

func TestColumnsOfText(t *testing.T) {
	r := strings.Repeat
	table := func(p *paper, y float64) *paper {
		return p.ruled([]float64{80, 300, 512}, []float64{y, y + 20, y + 40}, "规章", "1", "许可", "2")
	}
	for _, c := range []struct {
		why    string
		papers []*paper
		want   []string
	}{
		{"the left column is read before the right one, though their lines stand on one height; a sentence goes on in the right one",
			[]*paper{newPaper().columnOf(80, 100, "左", 5, "").columnOf(270, 100, "右", 5, "完。")},
			[]string{r("左", 60) + r("右", 60) + "完。"}},
		{"lines of the columns stand on different heights",
			[]*paper{newPaper().columnOf(80, 100, "左", 5, "").columnOf(270, 108, "右", 5, "完。")},
			[]string{r("左", 60) + r("右", 60) + "完。"}},
		{"a mark hangs out of the left column",
			[]*paper{newPaper().columnOf(80, 100, "左", 5, "").write(248, 148, 14, "，").columnOf(267, 100, "右", 5, "完。")},
			[]string{r("左", 36) + "，" + r("左", 24) + r("右", 60) + "完。"}},
		{"a table over both, and the heading above it, are read behind both",
			[]*paper{table(newPaper().columnOf(80, 100, "左", 5, "完。").columnOf(270, 100, "右", 5, "完。").write(80, 260, 14, "二、情况"), 300)},
			[]string{r("左", 60) + "完。", r("右", 60) + "完。", "二、情况", "Table: [规章] [1] / [许可] [2]"}},
		{"without a table below, what the left column has more is its own",
			[]*paper{newPaper().columnOf(80, 100, "左", 7, "完。").columnOf(270, 100, "右", 5, "完。")},
			[]string{r("左", 84) + "完。", r("右", 60) + "完。"}},
		{"a later sheet on which the left column alone is filled has the lines of that column",
			[]*paper{newPaper().columnOf(80, 100, "左", 5, "").columnOf(270, 100, "右", 5, "完。"), table(newPaper(), 100).columnOf(80, 200, "下", 3, "完。")},
			[]string{r("左", 60) + r("右", 60) + "完。", "Table: [规章] [1] / [许可] [2]", r("下", 36) + "完。"}},
		{"a later sheet with a few words in the right column",
			[]*paper{newPaper().columnOf(80, 100, "左", 5, "").columnOf(270, 100, "右", 5, "完。"), newPaper().columnOf(80, 200, "下", 3, "完。").write(370, 200, 14, "清溪镇政府")},
			[]string{r("左", 60) + r("右", 60) + "完。", r("下", 36) + "完。", "清溪镇政府"}},
		{"a few words beside each other are no columns of text",
			[]*paper{newPaper().columnOf(80, 100, "左", 5, "").write(300, 100, 14, "右边").write(300, 124, 14, "右边").write(300, 148, 14, "右边").write(300, 172, 14, "右边")},
			[]string{r("左", 12) + " 右边", r("左", 12) + " 右边", r("左", 12) + " 右边", r("左", 12) + " 右边", r("左", 12)}},
	} {
		got := read(c.papers...)
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], "\t", " ")
		}
		assert.Equal(t, c.want, got, c.why)
	}
}
