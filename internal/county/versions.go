package county

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/filename"
)

// Alike is a report whose figures are those of the one that counts, and which says other things.
type Alike struct {
	Report
	Counted Report
	Differ  []string // where
}

// choose is the report that counts of those of one unit.
func (t *Total) choose(versions []Report) (r Report, ok bool) {
	r = versions[0]
	if chosen := t.chosen(versions); len(versions) > 1 && chosen >= 0 {
		r = versions[chosen]
		t.Others = append(t.Others, append([]Report{r}, slices.Delete(slices.Clone(versions), chosen, chosen+1)...))
	} else if len(versions) > 1 {
		if r, ok = t.oneOf(versions); !ok {
			t.Versions = append(t.Versions, versions)
			return Report{}, false
		}
	}
	if t.Unsound[r.File] {
		t.Unsounds = append(t.Unsounds, r)
		return Report{}, false
	}
	return r, true
}

// oneOf is the report that counts of several that add the same: the one that holds most, as a form does beside its page. ok is false where
// they add something else, or where nobody can tell what they say.
func (t *Total) oneOf(versions []Report) (r Report, ok bool) {
	held := func(r Report) int {
		switch {
		case r.Indicators != nil:
			return 0
		case !r.Read:
			return 1
		}
		return 2
	}
	sorted := slices.Clone(versions)
	slices.SortStableFunc(sorted, func(a, b Report) int { return cmp.Compare(held(a), held(b)) })
	r = sorted[0]
	same := []Report{r}
	var alike []Alike
	for _, v := range sorted[1:] {
		switch {
		case v.Digest == r.Digest:
			same = append(same, v)
		case t.Apart == nil || !v.addsSame(r):
			return Report{}, false
		default:
			if differ := t.Apart(r, v); differ == nil {
				same = append(same, v)
			} else {
				alike = append(alike, Alike{v, r, differ})
			}
		}
	}
	if len(same) > 1 {
		t.Doubles = append(t.Doubles, same)
	}
	t.Alike = append(t.Alike, alike...)
	return r, true
}

// chosen is the index of the version that the office chose, -1 for none.
func (t *Total) chosen(versions []Report) int {
	called := t.calledAsChosen(versions)
	if len(called) != 1 {
		return -1
	}
	return called[0]
}

// calledAsChosen are the indices of the versions that what the office wrote down calls: the one with this path, else those whose paths end
// so, in whole names, else those that do without the ending of the file's name, which many systems do not show.
func (t *Total) calledAsChosen(versions []Report) (called []int) {
	file, ok := t.Chosen[chinese.UnitKey(t.NameOf(versions[0].Unit))]
	if !ok {
		file = t.Chosen[chinese.UnitKey(versions[0].Unit)]
	}
	if file = strings.TrimSpace(filename.Slashed(file)); file == "" {
		return nil
	}
	var inShort []int
	for i, v := range versions {
		name := filename.Slashed(v.File)
		switch endsSo := func(name string) bool { return strings.HasSuffix("/"+name, "/"+file) }; {
		case name == file:
			return []int{i}
		case endsSo(name):
			called = append(called, i)
		case endsSo(strings.TrimSuffix(name, path.Ext(name))):
			inShort = append(inShort, i)
		}
	}
	if called == nil {
		return inShort
	}
	return called
}

// ChosenAmong is how many of a unit's versions are called what the office wrote down as the one that counts.
func (t *Total) ChosenAmong(versions []Report) int { return len(t.calledAsChosen(versions)) }
