//go:build !js

package pdftext

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published/placed"
)

// TestBands: what stands in another direction on a sheet than the rest of it is read where it stands, line by line.
func TestBands(t *testing.T) {
	r := reader(t)
	const (
		head   = "BT /F 12 Tf 100 780 Td (A heading that is upright) Tj ET "
		number = "BT /F 12 Tf 290 40 Td (- 3 -) Tj ET "
		first  = "(First row of a table that was pasted turned) Tj "
		second = "(Second row of it, with figures, 12 34 56) Tj "
		up     = "BT /F 12 Tf 0 1 -1 0 200 100 Tm " + first + "0 -20 Td " + second + "ET "
		down   = "BT /F 12 Tf 0 -1 1 0 220 700 Tm " + first + "0 -20 Td " + second + "ET "
	)
	table := []string{"Firstrowofatablethatwaspastedturned", "Secondrowofit,withfigures,123456"}
	for _, c := range []struct {
		why, content string
		want         []string
	}{
		{"a table pasted upwards between its heading and the number of the page", head + up + number, []string{"Aheadingthatisupright", table[0], table[1], "-3-"}},
		{"and downwards", head + down + number, []string{"Aheadingthatisupright", table[0], table[1], "-3-"}},
		{"two of them, turned against each other, are read one after the other", strings.ReplaceAll(up, "200 100", "200 30") + strings.ReplaceAll(down, "220 700", "220 800") + "BT /F 12 Tf 100 420 Td (Between) Tj ET ",
			[]string{table[0], table[1], "Between", table[0], table[1]}},
		{"a sheet that is turned as a whole, as before", up, table},
		{"a rule makes one of what it crosses: the upright label at the side of this table is one of its own, a letter below the other", head + up + "1 w 180 90 m 180 600 l S BT /F 12 Tf 150 550 Td (No) Tj ET ", []string{"Aheadingthatisupright", "N", "o", table[0], table[1]}},
	} {
		sheets, err := r.Read(t.Context(), onePage(c.content, ""))
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, linesOn(sheets[0]), c.why)
	}

	label := "BT /F 12 Tf 0 1 -1 0 90 650 Tm (The label of a column, however long it is) Tj ET "
	sheets, err := r.Read(t.Context(), onePage(words+label, ""))
	require.NoError(t, err)
	assert.Equal(t, 595.0, math.Round(sheets[0].Width), "a label alone leaves its sheet as it is")
	assert.Equal(t, 842.0, math.Round(sheets[0].Height))
}

// linesOn are the characters of a sheet by the heights of their baselines.
func linesOn(s placed.Sheet) (lines []string) {
	glyphs := slices.Clone(s.Glyphs)
	slices.SortFunc(glyphs, func(a, b placed.Glyph) int {
		return cmp.Or(cmp.Compare(math.Round(a.Y0/6), math.Round(b.Y0/6)), cmp.Compare(a.X0, b.X0))
	})
	for i, g := range glyphs {
		if i == 0 || math.Round(g.Y0/6) != math.Round(glyphs[i-1].Y0/6) {
			lines = append(lines, "")
		}
		lines[len(lines)-1] += g.Text
	}
	return lines
}
