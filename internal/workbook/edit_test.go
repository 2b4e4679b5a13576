package workbook

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
)

// mended is a copy with changes.
func mended(t testing.TB, data []byte, changes ...Change) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Edit(&out, data, changes))
	return out.Bytes()
}

func TestEditParagraphs(t *testing.T) {
	const sheet = "一、总体情况"
	const key form.Key = "narrative.overview"
	data := edited(t, func(f *excelize.File) {
		require.NoError(t, f.SetCellStr(sheet, "A4", "　　第一段,错。\n第二段。\r\n第一段,错。"))
		require.NoError(t, f.SetCellStr(sheet, "A5", "第三段,错。"))
		require.NoError(t, f.SetCellStr(sheet, "A7", "末段。"))
	})
	replace := func(paragraph int, before, after string) Change {
		return Change{Key: key, Paragraph: paragraph, Before: before, After: after}
	}
	behind := func(paragraph int, before, after string) Change {
		return Change{Key: key, Paragraph: paragraph, New: true, Before: before, After: after}
	}
	const stale = "“一、总体情况”A5里的文字和校验时不同，请重新校验"
	tests := []struct {
		why     string
		changes []Change
		want    []string
		a4, a6  string // as the cells hold it; "" for as before
		err     string
	}{
		{why: "one of several paragraphs in a cell", changes: []Change{replace(1, "第一段,错。", "第一段，<对>&。")},
			want: []string{"第一段，<对>&。", "第二段。", "第一段,错。", "第三段,错。", "末段。"}, a4: "　　第一段，<对>&。\n第二段。\r\n第一段,错。"},
		{why: "equal paragraphs of a cell are told apart, and another cell", changes: []Change{replace(3, "第一段,错。", "乙。"), replace(1, "第一段,错。", "甲。"), replace(4, "第三段,错。", "丙。")},
			want: []string{"甲。", "第二段。", "乙。", "丙。", "末段。"}},
		{why: "nothing to correct", want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "末段。"}},
		{why: "part of a paragraph is not one", changes: []Change{replace(4, "第三段", "丁")}, err: stale},
		{why: "twice the same", changes: []Change{replace(4, "第三段,错。", "丁"), replace(4, "第三段,错。", "戊")}, err: stale},
		{why: "there is no such paragraph any more", changes: []Change{replace(6, "x", "y")}, err: "“总体情况”里的文字和校验时不同，请重新校验"},
		{why: "one is taken away out of a cell, with its line break", changes: []Change{replace(2, "第二段。", "")},
			want: []string{"第一段,错。", "第一段,错。", "第三段,错。", "末段。"}, a4: "　　第一段,错。\n第一段,错。"},
		{why: "all of a cell are taken away", changes: []Change{replace(1, "第一段,错。", ""), replace(2, "第二段。", " "), replace(3, "第一段,错。", "")}, want: []string{"第三段,错。", "末段。"}},
		{why: "one becomes two", changes: []Change{replace(4, "第三段,错。", "甲。\n乙。")}, want: []string{"第一段,错。", "第二段。", "第一段,错。", "甲。", "乙。", "末段。"}},
		{why: "a new one gets the free cell behind another", changes: []Change{behind(4, "第三段,错。", "新。")},
			want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "新。", "末段。"}, a6: "新。"},
		{why: "a second new one there gets its line", changes: []Change{behind(4, "第三段,错。", "新。"), behind(4, "第三段,错。", "又。")},
			want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "新。", "又。", "末段。"}, a6: "新。\n又。"},
		{why: "between two of a cell, which are mended, too", changes: []Change{behind(1, "第一段,错。", "新。"), replace(1, "第一段,错。", "甲。"), replace(2, "第二段。", "乙。")},
			want: []string{"甲。", "新。", "乙。", "第一段,错。", "第三段,错。", "末段。"}, a4: "　　甲。\n新。\n乙。\r\n第一段,错。"},
		{why: "behind one that is taken away", changes: []Change{behind(3, "第一段,错。", "新。"), replace(3, "第一段,错。", "")},
			want: []string{"第一段,错。", "第二段。", "新。", "第三段,错。", "末段。"}},
		{why: "in front of all", changes: []Change{behind(0, "", "新。")}, want: []string{"新。", "第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "末段。"}},
		{why: "at the end, twice", changes: []Change{behind(5, "末段。", "新。"), behind(5, "末段。", "又。")},
			want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "末段。", "新。", "又。"}},
		{why: "behind one that stands no longer there", changes: []Change{behind(4, "x", "新。")}, err: stale},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var out bytes.Buffer
			err := Edit(&out, data, test.changes)
			if test.err != "" {
				require.EqualError(t, err, test.err)
				assert.Empty(t, out.Bytes(), "nothing is written")
				return
			}
			require.NoError(t, err)
			r := read(t, out.Bytes())
			assert.Equal(t, test.want, texts(r.Texts[key]))
			assert.Empty(t, r.Strays)
			before, after := opened(t, data), opened(t, out.Bytes())
			assert.Equal(t, styleAt(t, before, sheet, "A4"), styleAt(t, after, sheet, "A4"))
			assert.Equal(t, before.GetDefinedName(), after.GetDefinedName())
			for ref, want := range map[string]string{"A4": test.a4, "A6": test.a6} {
				if want != "" {
					text, err := after.GetCellValue(sheet, ref)
					require.NoError(t, err)
					assert.Equal(t, want, text)
				}
			}
		})
	}
}
