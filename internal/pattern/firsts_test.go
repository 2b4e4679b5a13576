package pattern_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/pattern"
)

// What begins with a character is found in the order of the list, and nothing twice.
func FuzzFirsts(f *testing.F) {
	for _, list := range []string{"", "年", "年报年度年年", "abcabc", "㐀一\u5200"} { // the last two share a bucket
		f.Add(list)
	}
	f.Fuzz(func(t *testing.T, list string) {
		firsts := []rune(list)
		if len(firsts) > 100 {
			t.Skip("takes too long to be looked through for each of its characters")
		}
		by := pattern.NewFirsts(len(firsts), func(i int) rune { return firsts[i] })
		for _, first := range append(firsts, '不') {
			var found []int
			for i := by.One(first); i >= 0; i = by.Next(i) {
				found = append(found, i)
			}
			assert.True(t, slices.IsSorted(found))
			assert.Equal(t, found, slices.Compact(slices.Clone(found)))
			for i, r := range firsts {
				if r == first {
					assert.Contains(t, found, i)
				}
			}
		}
	})
}
