package workbook

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/model"
)

func TestCorrect(t *testing.T) {
	const sheet = "一、总体情况"
	data := edited(t, func(f *excelize.File) {
		require.NoError(t, f.SetCellStr(sheet, "A4", "　　第一段,错。\n第二段。\n第一段,错。"))
		require.NoError(t, f.SetCellStr(sheet, "A5", "第三段,错。"))
	})
	correction := func(ref, before, after string) Correction {
		return Correction{Place: model.Place{Sheet: sheet, Ref: ref}, Before: before, After: after}
	}
	tests := []struct {
		why         string
		corrections []Correction
		want        []string
		err         string
	}{
		{"one of several paragraphs in a cell", []Correction{correction("A4", "第一段,错。", "第一段，<对>&。")}, []string{"第一段，<对>&。", "第二段。", "第一段,错。", "第三段,错。"}, ""},
		{"equal paragraphs, one after the other, and another cell", []Correction{correction("A4", "第一段,错。", "甲。"), correction("A4", "第一段,错。", "乙。"), correction("A5", "第三段,错。", "丙。")},
			[]string{"甲。", "第二段。", "乙。", "丙。"}, ""},
		{"nothing to correct", nil, []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。"}, ""},
		{"part of a paragraph is not one", []Correction{correction("A5", "第三段", "丁")}, nil, "“一、总体情况”A5里的文字和校验时不同，请重新校验"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var out bytes.Buffer
			err := Correct(&out, data, test.corrections)
			if test.err != "" {
				require.EqualError(t, err, test.err)
				return
			}
			require.NoError(t, err)
			r := read(t, out.Bytes())
			assert.Equal(t, test.want, texts(r.Texts["narrative.overview"]))
			assert.Empty(t, r.Strays)
			before, after := opened(t, data), opened(t, out.Bytes())
			assert.Equal(t, styleAt(t, before, sheet, "A4"), styleAt(t, after, sheet, "A4"))
			assert.Equal(t, before.GetDefinedName(), after.GetDefinedName())
			if len(test.corrections) > 0 {
				text, err := after.GetCellValue(sheet, "A4")
				require.NoError(t, err)
				assert.Contains(t, text, "\n第二段。\n", "what is between the paragraphs stays")
			}
		})
	}
}
