package county_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/model"
)

func unheard(county.Member) bool { return false }

// Looking only at members that have rare letters of a name finds the same as looking at all of them.
func TestNearestIsThatOfAll(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	name := func(letters string) string {
		made := make([]rune, 2+random.IntN(5))
		for i := range made {
			made[i] = []rune(letters)[random.IntN(len([]rune(letters)))]
		}
		return string(made)
	}
	found := 0
	for range 300 {
		letters := []string{"禾", "禾江", "禾江镇", "禾江镇乡湖河", "青石桥柏坞柳望松坪溪禾江镇乡湖河"}[random.IntN(5)]
		var members []county.Member
		for range 1 + random.IntN(30) {
			members = append(members, county.Member{Name: name(letters)})
		}
		heard := func(m county.Member) bool { return len(m.Name)%2 == 0 }
		l := county.NewList(members)
		for range 20 {
			unit := name(letters + "某")
			want, most := "", 0
			for _, m := range members {
				weight := 0
				if !heard(m) {
					weight = 1
				}
				isAlike := model.Slips(unit, m.Name) == 1 || chinese.Abbreviates(unit, m.Name) || chinese.Abbreviates(m.Name, unit)
				if isAlike && weight > most {
					want, most = m.Name, weight
				}
			}
			if most > 0 {
				found++
			}
			assert.Equal(t, want, l.Nearest(unit, "年报.xlsx", heard), "%s among %v", unit, members)
		}
	}
	assert.Greater(t, found, 1000)
}

// A stranger is held against no more than the units of a province, so that thousands of strangers beside thousands of members end as well.
func TestNearestOfVeryMany(t *testing.T) {
	for _, c := range []struct {
		why   string
		other func(i int) string // the names of the others, which come first
		many  int
		want  string
	}{
		{"the units of a county, of which all have the same letters", func(i int) string { return "镇" + strings.Repeat("石桥", 2+i%3) }, 3000, "石桥镇"},
		{"as many as a country has, of names of their own", func(i int) string { return string(rune('一'+i%20_000)) + "河镇" }, 40_000, "石桥镇"},
		{"a country whose units all have the same letters", func(i int) string { return "镇" + strings.Repeat("石桥", 10) }, 40_000, ""},
	} {
		var members []county.Member
		for i := range c.many {
			members = append(members, county.Member{Name: c.other(i)})
		}
		assert.Equal(t, c.want, county.NewList(append(members, county.Member{Name: "石桥镇"})).Nearest("石桥桥镇", "年报.xlsx", unheard), c.why)
	}
}
