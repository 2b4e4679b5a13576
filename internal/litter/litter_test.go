package litter_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/litter"
)

func TestAmong(t *testing.T) {
	for _, c := range []struct {
		why    string
		paths  []string
		litter []string
	}{
		{"a page is saved whole by Chrome, Edge and Firefox", []string{"各镇/年报.html", "各镇/年报_files/a.js", "各镇/年报_files/图/b.png"}, []string{"各镇/年报_files/a.js", "各镇/年报_files/图/b.png"}},
		{"by older ones", []string{"各镇/年报.htm", "各镇/年报.files/a.js"}, []string{"各镇/年报.files/a.js"}},
		{"a folder of files that belongs to no page is one that somebody made", []string{"各镇/年报_files/a.xlsx", "各镇/年报.html/b.xlsx"}, nil},
		{"what was deleted, and what Windows keeps", []string{"盘/$Recycle.Bin/S-1-5-21/$R1.xlsx", "盘/System Volume Information/h.xlsx", "盘/a.xlsx"}, []string{"盘/$Recycle.Bin/S-1-5-21/$R1.xlsx", "盘/System Volume Information/h.xlsx"}},
		{"what office programs have open, and hidden ones", []string{"~$a.xlsx", "a.xlsx", ".b.xlsx", "镇/~$c.xlsx", "镇/.git/d.xlsx"}, []string{"~$a.xlsx", ".b.xlsx", "镇/~$c.xlsx", "镇/.git/d.xlsx"}},
		{"a folder that was named itself is wanted", []string{"年报.html", "年报_files/a.xlsx", ".存的/b.xlsx"}, nil},
	} {
		var found []string
		for _, i := range litter.Among(c.paths) {
			found = append(found, c.paths[i])
		}
		assert.Equal(t, c.litter, found, c.why)
	}
}

// A path may be as deep as its length allows, and there may be many.
func TestAmongGrowsWithThePaths(t *testing.T) {
	deep := strings.Repeat("层/", 2000)
	paths := slices.Repeat([]string{deep + "年报.xlsx"}, 2000)
	assert.Empty(t, litter.Among(paths))
}
