package web

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/job"
	"nianbao/internal/sample"
)

// Of many files that come as last year's, each leaves the reports in hand as they were checked until somebody looks at them, and of many reports
// none has last year's opened anew: else forty of each would take minutes.
func TestReportsAreCheckedOnceForAllThatIsLaid(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	d := &desk{fonts: set}
	town := job.File{Name: "本年.json", Data: sample.Read(t, "testdata/reports/e-town-2024.json")}
	last := job.File{Name: "上年.json", Data: sample.Read(t, "testdata/reports/d-town-2020.json")}
	d.place(town)
	d.placeLast(last)
	assert.True(t, d.hand[0].stale)
	d.compare()
	assert.False(t, d.hand[0].stale)
	laid := d.checker().Last
	require.NotNil(t, laid)
	other := job.File{Name: "另一份.json", Data: sample.Read(t, "testdata/reports/d-town-2020.json")}
	d.place(other)
	assert.False(t, d.hand[1].stale, "it was checked with what is laid")
	assert.Same(t, laid, d.checker().Last)
	d.placeLast(other)
	assert.NotSame(t, laid, d.checker().Last)
	for _, one := range d.hand {
		assert.True(t, one.stale, one.name)
	}
}
