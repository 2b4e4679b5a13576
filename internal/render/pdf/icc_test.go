package pdf

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type (
	vector [3]float64
	matrix [3]vector
)

func (m matrix) times(v vector) (out vector) {
	for i, row := range m {
		out[i] = row[0]*v[0] + row[1]*v[1] + row[2]*v[2]
	}
	return out
}

// solve finds v with m·v = w, by Cramer's rule.
func (m matrix) solve(w vector) (v vector) {
	det := func(m matrix) float64 {
		return m[0][0]*(m[1][1]*m[2][2]-m[1][2]*m[2][1]) - m[0][1]*(m[1][0]*m[2][2]-m[1][2]*m[2][0]) +
			m[0][2]*(m[1][0]*m[2][1]-m[1][1]*m[2][0])
	}
	for column := range v {
		replaced := m
		for row := range replaced {
			replaced[row][column] = w[row]
		}
		v[column] = det(replaced) / det(m)
	}
	return v
}

// tristimulus turns a chromaticity into XYZ with Y = 1.
func tristimulus(x, y float64) vector { return vector{x / y, 1, (1 - x - y) / y} }

// The profile's numbers are derived here from the standard's: chromaticities of IEC 61966-2-1, the Bradford matrix and
// the white of ICC.1:2010, Annex E and 6.3.4.3.
func TestSRGB(t *testing.T) {
	profile := sRGB()
	require.Less(t, len(profile), 1000)
	assert.Equal(t, uint32(len(profile)), binary.BigEndian.Uint32(profile))
	assert.Equal(t, "mntrRGB XYZ ", string(profile[12:24]))
	assert.Equal(t, "acsp", string(profile[36:40]))

	tags := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint32(profile[128:])) {
		entry := profile[132+12*i:]
		offset, size := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		require.Zero(t, offset%4)
		tags[string(entry[:4])] = profile[offset : offset+size]
	}
	numbers := func(tag, kind string, skip int) []float64 {
		data := tags[tag]
		require.Equal(t, kind, string(data[:4]), tag)
		var out []float64
		for data = data[8+skip:]; len(data) > 0; data = data[4:] {
			out = append(out, float64(int32(binary.BigEndian.Uint32(data)))/65536)
		}
		return out
	}

	white65, white50 := tristimulus(0.3127, 0.3290), vector{0.9642, 1, 0.8249}
	primaries := [3]vector{tristimulus(0.64, 0.33), tristimulus(0.30, 0.60), tristimulus(0.15, 0.06)}
	var columns matrix
	for i := range columns {
		for j := range columns {
			columns[i][j] = primaries[j][i]
		}
	}
	luminance := columns.solve(white65)
	bradford := matrix{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
	from, to := bradford.times(white65), bradford.times(white50)
	adapt := func(v vector) vector {
		cone := bradford.times(v)
		for i := range cone {
			cone[i] *= to[i] / from[i]
		}
		return bradford.solve(cone)
	}
	const rounding = 1e-5
	for j, tag := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		colour := primaries[j]
		for i := range colour {
			colour[i] *= luminance[j]
		}
		colour = adapt(colour)
		assert.InDeltaSlice(t, colour[:], numbers(tag, "XYZ ", 0), 2*rounding, tag)
	}
	var adaptation []float64
	for i := range 3 {
		for j := range 3 {
			unit := vector{}
			unit[j] = 1
			adaptation = append(adaptation, adapt(unit)[i])
		}
	}
	assert.InDeltaSlice(t, adaptation, numbers("chad", "sf32", 0), 2*rounding)
	assert.InDeltaSlice(t, white50[:], numbers("wtpt", "XYZ ", 0), 2*rounding)
	sum := vector{}
	for _, tag := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		for i, v := range numbers(tag, "XYZ ", 0) {
			sum[i] += v
		}
	}
	assert.InDeltaSlice(t, white50[:], sum[:], 3*rounding, "white is not white")

	for _, tag := range []string{"rTRC", "gTRC", "bTRC"} {
		require.Equal(t, []byte{0, 3, 0, 0}, tags[tag][8:12])
		p := numbers(tag, "para", 4)
		for _, x := range []float64{0, 0.02, 0.04, 0.05, 0.2, 0.5, 1} {
			want := x / 12.92
			if x > 0.04045 {
				want = math.Pow((x+0.055)/1.055, 2.4)
			}
			got := p[3] * x
			if x >= p[4] {
				got = math.Pow(p[1]*x+p[2], p[0])
			}
			assert.InDelta(t, want, got, 2*rounding, "%s(%g)", tag, x)
		}
	}
}
