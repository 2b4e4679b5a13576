package job_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
)

// A PDF that is as it was written is read by the data that it carries. Where somebody has saved it since its pages count, and what the
// data have otherwise is told.
func TestPDFThatCarriesOtherData(t *testing.T) {
	if testing.Short() {
		t.Skip("reading the pages takes a second")
	}
	const key = form.Key("requests.received.natural_person")
	printed, carried := sample.Report(t, "a-town-2022"), sample.Report(t, "a-town-2022")
	carried.Figures[key] = model.ParseFigure(form.Count, "7")
	set, err := fonts.Embedded()
	require.NoError(t, err)
	format, _ := render.ByName("pdf")
	var pdf bytes.Buffer
	require.NoError(t, format.Write(&pdf, render.NewInput(carried, nil, document.Compose(printed), set, render.Options{})))

	untouched, err := job.OpenCompiled("年报.pdf", pdf.Bytes())
	require.NoError(t, err)
	assert.Equal(t, "7", untouched.Figure(key).Printed())
	assert.NotNil(t, untouched.Printed, "it is a published report all the same")

	saved := append(bytes.Clone(pdf.Bytes()), "\n%%EOF\n"...)
	read, err := job.OpenCompiled("年报.pdf", saved)
	require.NoError(t, err)
	assert.Equal(t, "0", read.Figure(key).Printed())
	require.NotEmpty(t, read.Asides)
	assert.Contains(t, read.Asides[len(read.Asides)-1], "文件里带的数据和页面上印的不同，按页面上印的读")
	assert.Contains(t, read.Asides[len(read.Asides)-1], "自然人")
}

// One that another program only saved again says the same in both places, though pages do not print all that the data hold.
func TestPDFThatWasSavedAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("reading the pages takes a second")
	}
	r := sample.Report(t, "a-town-2022")
	set, err := fonts.Embedded()
	require.NoError(t, err)
	format, _ := render.ByName("pdf")
	var pdf bytes.Buffer
	require.NoError(t, format.Write(&pdf, render.NewInput(r, nil, document.Compose(r), set, render.Options{})))
	read, err := job.OpenCompiled("年报.pdf", append(pdf.Bytes(), "\n%%EOF\n"...))
	require.NoError(t, err)
	for _, aside := range read.Asides {
		assert.NotContains(t, aside, "文件里带的数据")
	}
}

// Whose report a PDF of another program holds is told by its first page where its name does not: beside the form it is another file of the
// same report, and as last year's it is that of its unit.
func TestWhoseAForeignPDFIs(t *testing.T) {
	if testing.Short() {
		t.Skip("reading the pages takes a second")
	}
	r := sample.Report(t, "e-town-2024")
	set, err := fonts.Embedded()
	require.NoError(t, err)
	format, _ := render.ByName("pdf")
	var pdf bytes.Buffer
	require.NoError(t, format.Write(&pdf, render.NewInput(r, nil, document.Compose(r), set, render.Options{NoData: true})))
	saved := bytes.ReplaceAll(pdf.Bytes(), []byte("<xmp:CreatorTool>nianbao<"), []byte("<xmp:CreatorTool>another<"))
	pdfs := &job.PDFs{}
	t.Cleanup(func() { pdfs.Close() })
	scan := job.From("去年/盖章.pdf", saved)
	scan.PDFs, scan.Found = pdfs, true

	plan := job.NewPlan([]job.Source{scan, given.Source(t, "去年/填报.xlsx", "e-town-2024", func(*model.Report) {})})
	require.Len(t, plan.Inputs, 2)
	assert.Len(t, plan.Inputs[0].Alike, 2)
	assert.True(t, plan.Inputs[0].Equal)

	for _, among := range [][]job.Source{{scan}, {scan, given.Source(t, "去年/别的.xlsx", "e-town-2024", func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"} })}} {
		last, err := job.NewLastYear(among)
		require.NoError(t, err)
		assert.Empty(t, last.Notes)
		now := sample.Report(t, "e-town-2024")
		now.Fields["report.year"] = model.Field{Text: "2025"}
		before, note := last.Of(now, nil)
		assert.Empty(t, note)
		assert.False(t, before.Report == nil)
	}
}
