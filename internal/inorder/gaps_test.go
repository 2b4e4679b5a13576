package inorder_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/inorder"
)

// What stands between the gaps is the same in both lists, so that putting the new in the place of the old makes one list of the other.
func TestGapsTakeOneListToTheOther(t *testing.T) {
	for name, c := range map[string]struct {
		was, is string
		want    []inorder.Gap
	}{
		"nothing changed":         {"甲乙", "甲乙", nil},
		"one in the middle":       {"甲乙丙", "甲丁丙", []inorder.Gap{{1, 2, 1, 2}}},
		"added behind":            {"甲", "甲乙", []inorder.Gap{{1, 1, 1, 2}}},
		"left out in front":       {"甲乙", "乙", []inorder.Gap{{0, 1, 0, 0}}},
		"nothing of it is left":   {"甲乙", "丙", []inorder.Gap{{0, 2, 0, 1}}},
		"two places of one list":  {"甲乙丙丁戊", "甲己丙庚辛戊", []inorder.Gap{{1, 2, 1, 2}, {3, 4, 3, 5}}},
		"nothing was there":       {"", "甲", []inorder.Gap{{0, 0, 0, 1}}},
		"nothing is there at all": {"", "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			was, is := []rune(c.was), []rune(c.is)
			gaps := inorder.Gaps(was, is)
			assert.Equal(t, c.want, gaps)
			for _, g := range slices.Backward(gaps) {
				was = slices.Replace(was, g.At, g.End, is[g.Now:g.NowEnd]...)
			}
			assert.Equal(t, c.is, string(was))
		})
	}
}
