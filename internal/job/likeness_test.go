package job_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/sealed"
)

// alike lists the files that a run of data tells to be like another's.
func alike(k *job.Checker, inputs []job.Planned) (files []string) {
	for _, p := range inputs {
		for _, f := range k.Check(p).Findings {
			if f.Rule == check.LikeAnotherUnit && f.Text.Section == "一、总体情况" {
				files = append(files, p.Name)
			}
		}
	}
	return files
}

func fontChecker(t *testing.T) *job.Checker {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return &job.Checker{Fonts: set}
}

// handedIn is a sample as another town hands it in; own is whether it says everything in words of its own.
func handedIn(t testing.TB, town string, own bool) []byte {
	text := strings.ReplaceAll(string(sample.Read(t, "testdata/reports/e-town-2024.json")), "望禾", town)
	if own {
		text = strings.NewReplacer("。", "，"+town+town+"各处。", "；", "，"+town+town+"各处。").Replace(text)
	}
	return []byte(text)
}

func TestLikenessOfARun(t *testing.T) {
	k := fontChecker(t)
	sources := []job.Source{
		found("a.json", handedIn(t, "望禾", false)), found("b.json", handedIn(t, "石桥", false)),
		found("c.json", handedIn(t, "柏坞", true)), found("d.json", []byte("{")),
	}
	inputs := job.NewPlan(sources).Inputs
	assert.Empty(t, alike(k, inputs), "they were not compared")
	k.Likeness = k.NewLikeness(inputs, nil)
	assert.Equal(t, []string{"a.json", "b.json"}, alike(k, inputs))

	off := check.Settings{Rules: []check.Adjustment{{Rule: check.LikeAnotherUnit, Reason: "另行抽查"}}}
	assert.Nil(t, (&job.Checker{Settings: off}).NewLikeness(inputs, nil), "nothing is read for a rule that is switched off")
	assert.Nil(t, k.NewLikeness(inputs[:1], nil), "one has nothing to be like")
}

// Nothing is read a second time to compare reports of different years.
func TestReportsOfDifferentYearsAreNotCompared(t *testing.T) {
	var opened atomic.Int64
	source := func(name string, data []byte) job.Source {
		s := found(name, data)
		s.Open = func() ([]byte, error) { opened.Add(1); return data, nil }
		return s
	}
	before := []byte(strings.Replace(string(handedIn(t, "石桥", false)), `"year": 2024`, `"year": 2023`, 1))
	inputs := job.NewPlan([]job.Source{source("a.json", handedIn(t, "望禾", false)), source("b.json", before)}).Inputs
	looked := opened.Load()
	assert.Nil(t, new(job.Checker).NewLikeness(inputs, nil))
	assert.Equal(t, looked, opened.Load())
}

// What stands in a file when it is checked counts, not what stood there when the run was compared; and a file that is gone by then is
// like none.
func TestAFileThatChangesInARun(t *testing.T) {
	k := fontChecker(t)
	data, gone := handedIn(t, "望禾", false), false
	changing := found("a.json", nil)
	changing.Open = func() ([]byte, error) {
		if gone {
			return nil, errors.New("没有这个文件")
		}
		return data, nil
	}
	inputs := job.NewPlan([]job.Source{changing, found("b.json", handedIn(t, "石桥", false))}).Inputs
	k.Likeness = k.NewLikeness(inputs, nil)
	data = handedIn(t, "望禾", true)
	assert.Empty(t, alike(k, inputs), "neither of the two is like the other any more")
	gone = true
	assert.Empty(t, alike(k, inputs[1:]))
}

// The digest of what a report is like tells whether it is still like the same, and is the same whether the reports were read or known by
// their sketches.
func TestDigestOfALikeness(t *testing.T) {
	another := func(town, how string) []byte {
		return []byte(strings.NewReplacer("。", how+"。", "；", how+"；").Replace(string(handedIn(t, town, false))))
	}
	files := map[string][]byte{"a.json": handedIn(t, "望禾", false), "b.json": handedIn(t, "石桥", false), "c.json": handedIn(t, "柏坞", true), "d.json": another("黄柏", "，逐村逐户说到")}
	inputs := func() []job.Planned {
		var sources []job.Source
		for _, name := range slices.Sorted(maps.Keys(files)) {
			sources = append(sources, found(name, files[name]))
		}
		return job.NewPlan(sources).Inputs
	}
	sketches := map[string]county.Sketch{} // by their contents
	known := func(p job.Planned) (job.Made, bool) {
		data, err := p.Open()
		require.NoError(t, err)
		s, ok := sketches[p.Name+sealed.Digest(data)]
		return job.Made{Input: sealed.Digest(data), Sketch: &s}, ok
	}
	run := func(known func(job.Planned) (job.Made, bool)) map[string]string {
		k := fontChecker(t)
		k.Likeness = k.NewLikeness(inputs(), known)
		digests := map[string]string{}
		for _, p := range inputs() {
			checked := k.Check(p)
			sketches[p.Name+sealed.Digest(checked.Contents)] = *checked.Sketch
			digests[p.Name] = checked.Likes
			assert.Equal(t, checked.Likes, k.Likeness.Digest(*checked.Sketch, k.Settings), p.Name)
		}
		return digests
	}
	first := run(nil)
	assert.NotEmpty(t, first["a.json"])
	assert.NotEmpty(t, first["b.json"])
	assert.Empty(t, first["c.json"])
	assert.Equal(t, first, run(known))

	differing := func(other map[string]string) (names []string) {
		for _, name := range slices.Sorted(maps.Keys(first)) {
			if first[name] != other[name] {
				names = append(names, name)
			}
		}
		return names
	}
	for _, c := range []struct {
		why, file string
		data      []byte
		differ    []string
	}{
		{"one became like another that did not change", "c.json", handedIn(t, "柏坞", false), []string{"c.json"}},
		{"the first of those that one is like changed", "a.json", []byte(strings.Replace(string(files["a.json"]), "118", "119", 1)), []string{"b.json"}},
		{"it says something else now", "a.json", another("望禾", "，一件一件办完"), []string{"a.json", "b.json"}},
		{"one that none is like changed", "d.json", []byte(strings.Replace(string(files["d.json"]), "118", "119", 1)), nil},
	} {
		was := files[c.file]
		files[c.file] = c.data
		require.NotEqual(t, string(was), string(c.data), c.why)
		now := run(known)
		assert.Equal(t, c.differ, differing(now), c.why)
		assert.Equal(t, run(nil), now, c.why)
		files[c.file] = was
	}
	delete(files, "b.json")
	assert.Equal(t, []string{"a.json", "b.json"}, differing(run(known)), "it is gone")
}

// A run of more reports than are kept tells the same.
func TestLikenessOfALargeRun(t *testing.T) {
	k := fontChecker(t)
	var sources []job.Source
	for i := range 120 {
		sources = append(sources, found(fmt.Sprintf("%03d.json", i), handedIn(t, string('愀'+rune(i))+"河", true)))
	}
	sources = append(sources, found("一.json", handedIn(t, "望禾", false)), found("二.json", handedIn(t, "石桥", false)))
	inputs := job.NewPlan(sources).Inputs
	k.Likeness = k.NewLikeness(inputs, nil)
	assert.Equal(t, []string{"一.json", "二.json"}, alike(k, inputs))
}
