package flat

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/rowwise"
)

// sentences are a table as our own text says it, each figure as it is given by its key.
func sentences(t *form.Table, given func(form.Key) string) []string {
	g := t.Grid()
	var lines []string
	for _, l := range rowwise.Lines(rowwise.CellsOf(g)) {
		line := ""
		for _, f := range l.Figures {
			line += f.Before + f.Said(given(g.Slots[f.Cell].Cell.Key))
		}
		lines = append(lines, line+l.End)
	}
	return lines
}

// Tables that are said in our own words are read whole, of every edition, and leave nothing behind.
func TestSaidTables(t *testing.T) {
	for _, e := range form.Editions() {
		given := map[form.Key]string{}
		for i, c := range e.Cells() {
			given[c.Key] = []string{"0", "", "126", "约 三十", "1.2345"}[i%5]
		}
		var text []string
		for _, s := range e.Sections {
			text = append(text, s.Heading())
			if s.Table != nil {
				text = append(text, sentences(s.Table, func(k form.Key) string { return given[k] })...)
			}
		}
		whole := strings.Join(text, "\n") + "\n"
		r := Read(whole, 0)
		assert.Equal(t, e, r.Edition)
		assert.Empty(t, r.Unplaced)
		assert.Empty(t, r.Wordings)
		assert.Len(t, r.Figures, len(e.Cells())-len(r.Blank))
		for _, f := range r.Figures {
			assert.Equal(t, given[f.Key], f.Text, f.Key)
		}
		for _, k := range r.Blank {
			assert.Empty(t, given[k], k)
		}
		left := whole
		for _, x := range slices.Backward(r.Extents) {
			left = left[:x.Start] + left[x.End:]
		}
		for _, s := range e.Sections {
			left = strings.Replace(left, s.Heading(), "", 1)
		}
		assert.Empty(t, strings.TrimSpace(left), "nothing is left but the headings")
	}
}

// No row of an edition begins as another one does, so that a line tells which it is.
func TestSaidRowsAreTold(t *testing.T) {
	for id, rows := range rowTemplates() {
		for i, a := range rows {
			for j, b := range rows {
				assert.False(t, i != j && strings.HasPrefix(a.words[0], b.words[0]), "%s: %s and %s", id, a.words[0], b.words[0])
			}
		}
	}
}

func TestWhatHappensToSaidTables(t *testing.T) {
	newest := form.Editions()[len(form.Editions())-1]
	own := func(key string) string {
		for _, s := range newest.Sections {
			if s.Table != nil && s.Table.Key == key {
				return s.Heading() + "\n" + strings.Join(sentences(s.Table, func(form.Key) string { return "7" }), "\n") + "\n"
			}
		}
		return ""
	}
	proactive, disputes := own("proactive"), own("disputes")
	const permits = "行政许可：本年处理决定数量 7。"
	for _, c := range []struct {
		why, text string
		figures   int
		left      string // of the text, headings aside
		unplaced  []string
	}{
		{"as it is written", proactive, 10, "", nil},
		{"marks and blanks as a site has them", strings.NewReplacer("：", ":", "，", ",", " ", "\u00a0", "\n", "\n\n").Replace(proactive), 10, "", nil},
		{"lines that were broken where they were full", strings.ReplaceAll(strings.ReplaceAll(proactive, "本年废止", "本年\n废止"), "处理决定", "处理\n决定"), 10, "", nil},
		{"a number that was broken is not guessed", strings.Replace(proactive, permits, "行政许可：本年处理决定数量 1\n2。", 1), 9, "2。", []string{"第二十条第（五）项\n行政许可：本年处理决定数量 1"}},
		{"an end that is lost is not looked for in the next line", strings.Replace(proactive, permits, "行政许可：本年处理决定数量 7", 1), 9, "", []string{"第二十条第（五）项\n行政许可：本年处理决定数量 7"}},
		{"a row in other words", strings.Replace(proactive, permits, "行政许可：办理 7 件。", 1), 9, "", []string{"第二十条第（五）项\n行政许可：办理 7 件。"}},
		{"a row that is lost", strings.Replace(proactive, permits+"\n", "", 1), 9, "", nil},
		{"a text before and behind that begins as a row does", strings.Replace(proactive, "第二十条第（一）项", "行政许可：全年办理7件，均已公开。\n行政许可\n第二十条第（一）项", 1) + "行政处罚：无7日内未公开的。\n", 10, "行政许可：全年办理7件，均已公开。行政许可行政处罚：无7日内未公开的。", nil},
		{"a sentence behind a row on its line", strings.Replace(proactive, permits, permits+"均已公开。", 1), 10, "均已公开。", nil},
		{"twice, with the same figures", proactive + proactive, 10, "", nil},
		{"twice, with another figure", proactive + strings.Replace(proactive, permits, strings.Replace(permits, "7", "8", 1), 1), 9, "", []string{"7", "8"}},
		{"table four, which is one sentence", disputes, 15, "", nil},
		{"table four in other words", strings.ReplaceAll(disputes, "结果维持 7", "7件结果维持"), 0, "", []string{"行政复议：7件结果维持"}},
		{"all rows in other words", "二、主动公开政府信息情况\n第二十条第（一）项\n规章：制发0件，废止0件。\n行政规范性文件：制发2件，废止1件。\n第二十条第（五）项\n行政许可：126件。\n行政处罚：17件。\n行政强制：3件。\n",
			0, "", []string{"第二十条第（一）项\n规章：制发0件"}},
		{"sentences that begin as rows do, too few for a table", "二、主动公开政府信息情况\n行政许可：全年办理7件。\n行政处罚：全年作出3件。\n", 0, "行政许可：全年办理7件。行政处罚：全年作出3件。", nil},
	} {
		r := Read(c.text, 0)
		assert.Len(t, r.Figures, c.figures, c.why)
		assert.Empty(t, r.Wordings, c.why)
		left := c.text
		for _, x := range slices.Backward(r.Extents) {
			left = left[:x.Start] + left[x.End:]
		}
		for _, s := range newest.Sections {
			left = strings.ReplaceAll(left, s.Heading(), "")
		}
		assert.Equal(t, c.left, chinese.Unspaced(left), c.why)
		if assert.Len(t, r.Unplaced, len(c.unplaced), c.why) {
			for i, u := range r.Unplaced {
				assert.True(t, strings.HasPrefix(u.Text, c.unplaced[i]), "%s: %s", c.why, u.Text)
			}
		}
		for _, x := range r.Extents {
			assert.NotEqual(t, label.None, x.Table, c.why)
		}
	}
}
