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
