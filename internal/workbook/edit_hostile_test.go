package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// What cannot be changed without doubt is an error, and nothing is written.
func TestEditOfHostileWorkbooks(t *testing.T) {
	blank := emptyForm()
	in := func(part, old, new string) []byte {
		return sample.Rezip(t, blank, func(name, content string) string {
			if name == part {
				require.Contains(t, content, old)
				return strings.Replace(content, old, new, 1)
			}
			return content
		})
	}
	const disputesPart = "xl/worksheets/sheet7.xml"
	figure := Change{Key: "disputes.review.upheld", After: "1"}
	behind := func(before string) Change {
		return Change{Key: "narrative.overview", Paragraph: 1, New: true, Before: before, After: "新。"}
	}
	tests := []struct {
		why    string
		data   []byte
		change Change
		want   error
	}{
		{"half a file", blank[:len(blank)/2], figure, spreadsheet.ErrDamaged},
		{"broken XML", in(disputesPart, "</row>", "</rox>"), figure, spreadsheet.ErrDamaged},
		{"no form of ours", sample.Zip(t, "_rels/.rels", rootLink("xl/workbook.xml"), "xl/workbook.xml", `<workbook/>`), figure, ErrForeign},
		{"a text longer than a cell", blank, Change{Key: "narrative.overview", New: true, After: strings.Repeat("长", maxCell+1)}, nil},
		{"a figure longer than any", blank, Change{Key: figure.Key, After: strings.Repeat("长", 3000)}, spreadsheet.LongTextError{Place: "“四、复议诉讼”A6"}},
		{"a figure's cell that is also a text's", in("xl/workbook.xml", "&#39;一、总体情况&#39;!$A$4:$A$104", "&#39;四、复议诉讼&#39;!$A$5:$A$7"), behind("结果维持"), errUnsure},
		{"one text's cells that are also another's", in("xl/workbook.xml", "&#39;一、总体情况&#39;!$A$4:$A$104", "&#39;五、问题及改进&#39;!$A$3:$A$104"), behind("正文"), errUnsure},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var out bytes.Buffer
			err := Edit(&out, test.data, []Change{test.change})
			require.Error(t, err)
			if test.want != nil {
				assert.ErrorIs(t, err, test.want)
			}
			assert.Empty(t, out.Bytes())
		})
	}
}

// A workbook in which each formula follows from the one before ends in steps, not in time.
func TestEditOfEndlessFormulas(t *testing.T) {
	blank := emptyForm()
	var rows strings.Builder
	const many = 12_000
	for row := 1000; row < 1000+many; row++ {
		fmt.Fprintf(&rows, `<row r="%d"><c><f>A%d+四、复议诉讼!A6</f><v>1</v></c><c><f>A%d+'四、复议诉讼'!A6</f><v>1</v></c><c><f>SUM(A$6:B%d)</f><v>1</v></c></row>`, row, row-1, row, row)
	}
	in := func(part string) []byte {
		return sample.Rezip(t, blank, func(name, content string) string {
			if name == part {
				return strings.Replace(content, "</sheetData>", rows.String()+"</sheetData>", 1)
			}
			return content
		})
	}
	require.ErrorIs(t, Edit(&bytes.Buffer{}, in("xl/worksheets/sheet1.xml"), []Change{{Key: "disputes.review.upheld", After: "1"}}), spreadsheet.ErrTooLarge)
}

// FuzzEdit puts hostile XML where a workbook's names and a sheet are, and edits what is read there: a copy says what it was to say, or
// there is none.
func FuzzEdit(f *testing.F) {
	f.Add(smallNames, smallSheet, smallStrings, smallStyles, "12", "新。")
	f.Add(smallNames, strings.Replace(smallSheet, `<c s="1"><v>1</v></c>`, `<c><f t="shared" ref="A2:B2" si="0">B2+$C2-'四'!A1&amp;"x"</f><v>1</v></c>`, 1), smallStrings, smallStyles, "", "a\nb")
	table := sample.Unzip(f, written(f, model.New(edition(f, "2021")), Options{}))[requestsPart]
	f.Add(`<workbook><sheets><sheet name="三" id="a"/></sheets></workbook>`, table, smallStrings, smallStyles, "3", "")
	f.Fuzz(func(t *testing.T, names, sheet, strings, styles, figure, paragraph string) {
		data := small(t, names, sheet, strings, styles)
		r, err := Read(data)
		if err != nil {
			return
		}
		var changes []Change
		for i, c := range r.Edition.Cells() {
			if v := r.Figure(c.Key); i%3 == 0 && v.State != model.Missing {
				changes = append(changes, Change{Key: c.Key, Before: v.Text, After: figure})
			}
		}
		for _, p := range r.Edition.Passages() {
			for i, is := range r.Texts[p.Key] {
				changes = append(changes, Change{Key: p.Key, Paragraph: i + 1, New: i%2 == 0, Before: is.Text, After: paragraph})
			}
		}
		changes = append(changes, Change{Key: "unit.name", Before: r.Fields["unit.name"].Text, After: paragraph})
		for _, list := range append([][]Change{changes}, each(changes)...) {
			var out bytes.Buffer
			if Edit(&out, data, list) != nil {
				assert.Empty(t, out.Bytes())
				continue
			}
			now, err := Read(out.Bytes())
			require.NoError(t, err)
			require.NotNil(t, now.Copy)
			assert.Equal(t, r.Digest(), now.Copy.Digest)
			assert.Equal(t, r.Digest(), now.Copy.Original)
		}
	})
}

// each lists the first few changes by themselves.
func each(changes []Change) (lists [][]Change) {
	for _, c := range changes[:min(len(changes), 2)] {
		lists = append(lists, []Change{c})
	}
	return lists
}
