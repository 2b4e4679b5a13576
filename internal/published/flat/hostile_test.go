package flat

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/sample"
)

// What is hostile ends, and soon: every step is counted, and nothing grows with the square of the text.
func TestHostileTextEndsSoon(t *testing.T) {
	size := mostText / sample.Times(32, 4)
	if testing.Short() {
		size /= 4
	}
	m := makeReport(seeded(1), form.Editions()[1], sort{})
	report := m.text(shapes[4])
	for _, test := range []struct{ name, piece string }{
		{"digits", "7"},
		{"noughts", "0"},
		{"brackets", "("},
		{"brackets that close", "()"},
		{"a label", "规章"},
		{"labels that open a table", "第二十条第（一）项信息内容本年制发件数"},
		{"rows", "规章 1 2 3\n"},
		{"heads", "第二十条第（一）项\n信息内容\n本年制发件数\n规章 0\n"},
		{"rows without a label", "第二十条第（五）项信息内容本年处理决定数量\n5\n"},
		{"heads of table three", "申请人情况"},
		{"heads of table three that begin", "申请人情况自"},
		{"corners", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）一、本年新收政府信息公开申请数量 1"},
		{"digits to be cut", "申请人情况自然人总计商业企业科研机构社会公益组织法律服务机构其他一、本年新收政府信息公开申请数量2650636187221443694434189887785"},
		{"digits to be cut in one table", "1.属于国家秘密2650636187221443694434189887785"},
		{"table four", "行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计111213141516171819"},
		{"text before values", "某某某某某某某某某 5 "},
		{"labels and blanks", "规 \n 章\n"},
		{"the first letter of a label and blanks", "规" + strings.Repeat(" ", 390)},
		{"bars", "|"},
		{"lines", "\n"},
		{"upright letters", "三\n"},
		{"page numbers", "- 4 -\n"},
		{"signs", "+-增加"},
		{"commas", "1,111"},
		{"traditional letters", "規"},
		{"nothing to see", "\u200b"},
		{"broken characters", "\xe8\xa7"},
		{"brackets around rows", "( ( ( ( ( ( ( (\n1 2 3 4 5 6 7\n)"},
		{"pieces of heads", "申请人情况 自 人 商 业 科研 机 构 社会 总计 自然人 一、本年新收政府信息公开申请数量 1 2 3 4 5 6 7\n"},
		{"pieces of labels", "部分公 (三)不 5.要求行政 1 2 3 4 5 6 7\n予公开 机关确认或\n"},
		{"heads of table four", "行政复议 行政诉讼 结果维持,某某某某某\n"},
		{"rows of table four", "行政复议 行政诉讼 结果维持\t1\t2 | 3\n"},
		{"other words of labels", "部分公开 1\n"},
		{"reports", report},
	} {
		for _, before := range []string{"", "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章", "申请人情况自然人总计"} {
			text := before + strings.Repeat(test.piece, (size-len(before))/len(test.piece))
			start := time.Now()
			r := Read(text, 2022)
			took := time.Since(start)
			assert.False(t, r.TooLong)
			assert.Less(t, took, 10*time.Second, test.name) // a few hundred milliseconds on a machine that does nothing else
		}
	}
	assert.True(t, Read(strings.Repeat("7", 10<<20), 0).TooLong)
}

// A reading keeps to the text: places lie in it and do not overlap, and what is read is what stands there.
func checkPlaces(t *testing.T, text string, r Reading) {
	t.Helper()
	inside := func(from, to int) {
		require.True(t, 0 <= from && from <= to && to <= len(text), "%d to %d of %d", from, to, len(text))
	}
	taken := map[int]form.Key{}
	keys := map[form.Key]bool{}
	for _, f := range r.Figures {
		inside(f.Start, f.End)
		require.Equal(t, text[f.Start:f.End], f.Text)
		require.NotEmpty(t, f.Text)
		require.False(t, keys[f.Key], f.Key)
		keys[f.Key] = true
		for i := f.Start; i < f.End; i++ {
			require.Empty(t, taken[i], "%s and %s have the same text", taken[i], f.Key)
			taken[i] = f.Key
		}
	}
	for _, key := range r.Blank {
		require.False(t, keys[key], key)
		keys[key] = true
	}
	end := 0
	for _, u := range r.Unplaced {
		inside(u.Start, u.End)
		require.Equal(t, text[u.Start:u.End], u.Text)
		require.NotEmpty(t, u.Why)
		require.GreaterOrEqual(t, u.Start, end)
		end = u.End
	}
	end = 0
	for _, e := range r.Extents {
		inside(e.Start, e.End)
		require.GreaterOrEqual(t, e.Start, end)
		end = e.End
	}
	for _, f := range r.Figures {
		require.True(t, slices.ContainsFunc(r.Extents, func(e Extent) bool { return e.Start <= f.Start && f.End <= e.End }), "%s stands outside of the tables", f.Key)
	}
	for _, w := range r.Wordings {
		inside(w.Start, w.Start+len(w.Printed))
		require.Equal(t, text[w.Start:w.Start+len(w.Printed)], w.Printed)
	}
}

func TestPlacesAreThoseOfTheText(t *testing.T) {
	for n, s := range shapes {
		for k, what := range sorts {
			if testing.Short() && k != n%len(sorts) {
				continue
			}
			r := seeded(uint64(n*100 + k))
			text := makeReport(r, form.Editions()[k%2], what.sort).text(s)
			read := Read(text, 0)
			checkPlaces(t, text, read)
			require.Equal(t, read, Read(text, 0), "read twice")
		}
	}
}

func FuzzRead(f *testing.F) {
	for n, s := range shapes {
		f.Add(makeReport(seeded(uint64(n)), form.Editions()[n%2], sorts[n%len(sorts)].sort).text(s))
	}
	f.Fuzz(func(t *testing.T, text string) { checkPlaces(t, text, Read(text, 2021)) })
}

func BenchmarkRead(b *testing.B) {
	m := makeReport(seeded(1), form.Editions()[1], sort{})
	text := m.text(shapes[10]) + strings.Repeat("\n全年主动公开政府信息120条，其中通过网站公开80条，没有行政许可。", 150)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text, 0)
	}
}
