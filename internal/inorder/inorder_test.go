package inorder

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		why, a, b      string
		equal, inPlace []int
	}{
		{why: "nothing was there, and nothing came", equal: []int{}},
		{why: "all is new", b: "xy", equal: []int{}},
		{why: "all is gone", a: "xy", equal: []int{-1, -1}},
		{why: "one was taken out of the middle", a: "xyz", b: "xz", equal: []int{0, -1, 1}},
		{why: "one came into the middle", a: "xz", b: "xyz", equal: []int{0, 2}},
		{why: "one took the place of another", a: "xyz", b: "xwz", equal: []int{0, -1, 2}},
		{why: "one that stands twice is kept once", a: "xx", b: "x", equal: []int{0, -1}},
		{why: "two changed places around a third, which was not moved", a: "xyz", b: "zyx", equal: []int{-1, -1, 0}, inPlace: []int{-1, 1, -1}},
	} {
		t.Run(c.why, func(t *testing.T) {
			effort := Effort(1000)
			assert.Equal(t, c.equal, Equal(&effort, []rune(c.a), []rune(c.b)))
			if c.inPlace == nil {
				c.inPlace = c.equal
			}
			assert.Equal(t, c.inPlace, EqualInPlace(&effort, []rune(c.a), []rune(c.b)))
		})
	}
}

// Where the effort does not go so far, both ends are found all the same.
func TestEqualIsBounded(t *testing.T) {
	a, b := []rune("上乙甲下"), []rune("上丙乙丁下") // between the ends 2 and 3, which take 3 × 4 pairs
	enough, tooLittle := Effort(12), Effort(11)
	assert.Equal(t, []int{0, 2, -1, 4}, Equal(&enough, a, b))
	assert.Zero(t, enough)
	assert.Equal(t, []int{0, -1, -1, 4}, Equal(&tooLittle, a, b))
	assert.Equal(t, Effort(11), tooLittle, "for what fits into it")
}

func FuzzEqual(f *testing.F) {
	f.Add("abcab", "bacb")
	f.Fuzz(func(t *testing.T, one, other string) {
		a, b := []rune(one), []rune(other)
		if len(a) > 8 || len(b) > 8 {
			t.Skip("too long to be worked out the slow way")
		}
		for _, equal := range []func(*Effort, []rune, []rune) []int{Equal[rune], EqualInPlace[rune]} {
			effort := Effort(1000)
			matches := equal(&effort, a, b)
			kept := slices.DeleteFunc(slices.Clone(matches), func(at int) bool { return at < 0 })
			assert.Len(t, kept, longestCommon(a, b))
			assert.True(t, slices.IsSorted(kept))
			assert.Len(t, slices.Compact(kept), longestCommon(a, b), "none twice")
			for i, at := range matches {
				assert.True(t, at < 0 || a[i] == b[at])
			}
		}
	})
}

// longestCommon is the length of a longest common subsequence, worked out the slow way.
func longestCommon(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	if a[0] == b[0] {
		return 1 + longestCommon(a[1:], b[1:])
	}
	return max(longestCommon(a[1:], b), longestCommon(a, b[1:]))
}
