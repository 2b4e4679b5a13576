package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/sample"
)

// The clerk goes on in the copy: what was found by its labels has its name again there.
func TestMarkRestoresNames(t *testing.T) {
	sound := written(t, sample.Report(t, "b-district-2022"), Options{})
	tests := []struct {
		why  string
		edit func(t *testing.T, f *excelize.File)
	}{
		{"an online editor dropped them", func(t *testing.T, f *excelize.File) {
			for _, n := range f.GetDefinedName() {
				if n.Scope == "Workbook" {
					require.NoError(t, f.DeleteDefinedName(&n))
				}
			}
		}},
		{"a figure was cut out and pasted onto its neighbour, and its name went along", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.DeleteDefinedName(&excelize.DefinedName{Name: "disputes_review_upheld", Scope: "Workbook"}))
			require.NoError(t, f.SetDefinedName(&excelize.DefinedName{Name: "disputes_review_upheld", RefersTo: "'四、复议诉讼'!$B$6"}))
		}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			bare := edit(t, sound, func(f *excelize.File) { test.edit(t, f) })
			before := read(t, bare)
			require.NotEmpty(t, before.ByLabels)
			after := read(t, marked(t, bare, Note{Level: "核实", Text: "名称不见了"}))
			assert.Empty(t, after.ByLabels)
			assert.Equal(t, before.Digest(), after.Digest())
			assert.Empty(t, after.Strays)
			assert.Empty(t, after.Extras)
		})
	}
}
