package county_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/sample"
)

// A sketch that lay in a file is the same sketch.
func TestASketchReadsBack(t *testing.T) {
	for _, name := range []string{"a-town-2022", "e-town-2024", "f-county-2023"} {
		sketch := county.NewSketch(sample.Report(t, name), "一.json")
		data, err := json.Marshal(sketch)
		require.NoError(t, err)
		var back county.Sketch
		require.NoError(t, json.Unmarshal(data, &back))
		back.File = sketch.File // which is not kept
		assert.Equal(t, sketch, back)
	}
	var s county.Sketch
	for _, none := range []string{`[]`, `{"year":"2024"}`, `{"parts":[{"hashes":"AAAA"}]}`, `{"parts":[{"hashes":"?"}]}`} {
		assert.Error(t, json.Unmarshal([]byte(none), &s), none)
	}
}

func TestPackedFiguresReadBack(t *testing.T) {
	p := county.Pack(sample.Report(t, "e-town-2024"))
	data, err := json.Marshal(p)
	require.NoError(t, err)
	var back county.Packed
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, p, back)
}

// Whatever stands in a file in the place of packed figures, what is taken for them can be unpacked, and nothing else is.
func FuzzPackedFigures(f *testing.F) {
	for _, name := range []string{"a-town-2022", "e-town-2024", "d-town-2020"} {
		data, err := json.Marshal(county.Pack(sample.Report(f, name)))
		require.NoError(f, err)
		var of struct {
			Edition string
			Figures []byte
		}
		require.NoError(f, json.Unmarshal(data, &of))
		f.Add(of.Edition, of.Figures)
		f.Add(of.Edition, of.Figures[1:])
		f.Add(of.Edition, append(of.Figures, 0))
		f.Add(of.Edition, append([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}, of.Figures...))
	}
	f.Add("2021", []byte(strings.Repeat("\xff", 400)))
	f.Fuzz(func(t *testing.T, edition string, figures []byte) {
		data, err := json.Marshal(map[string]any{"edition": edition, "figures": figures})
		require.NoError(t, err)
		var p county.Packed
		if json.Unmarshal(data, &p) != nil {
			return
		}
		e, ok := form.ByID(edition)
		require.True(t, ok)
		cells := 0
		for _, v := range p.Figures() {
			cells++
			_ = fmt.Sprint(v.Printed())
		}
		assert.Equal(t, len(e.Cells()), cells)
		assert.NotPanics(t, func() { county.NewSum(e).Add(p) })
	})
}
