package county_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/county"
)

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		why, one, other string
		same            bool
	}{
		{"brackets of half width", "望禾县档案局(馆)", "望禾县档案局（馆）", true},
		{"traditional characters", "柏塢鎮人民政府", "柏坞镇人民政府", true},
		{"spaces, also of full width", "清溪镇　人民 政府", "清溪镇人民政府", true},
		{"what stands in brackets tells units apart", "清溪镇人民政府（本级）", "清溪镇人民政府", false},
	} {
		assert.Equal(t, c.same, county.SameName(c.one) == county.SameName(c.other), c.why)
	}
}
