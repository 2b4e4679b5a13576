package county

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// Overlap is reports that are never added together: what counts in one of the members counts in the sum of those above them as well. None
// of the members counts, nor does the sum if it is the only one that they may be in.
type Overlap struct {
	Sums    []Report // whose figures are of all that report to their unit; several where nobody can tell in which of them the members are
	Members []Report
}

// isOwnSum says whether a report is what the office itself makes of its members' reports, which is never added to them.
func (t *Total) isOwnSum(r Report) bool {
	if !r.IsSum {
		return false
	}
	if t.isOffice(r.Unit) {
		return true
	}
	if t.Members == nil {
		return false
	}
	i, ok := t.Members.Find(r.Unit)
	return ok && t.Members.Members[i].Category == OwnCategory
}

// isOffice says whether a unit is the office for which all is added up. Its own figures count like a member's, listed or not.
func (t *Total) isOffice(unit string) bool {
	return t.Office != "" && chinese.UnitKey(t.NameOf(unit)) == chinese.UnitKey(t.NameOf(t.Office))
}

// part takes reports that overlap out of those that count.
func (t *Total) part() {
	var sums []Report
	for _, r := range t.Counted {
		if r.IsSum {
			sums = append(sums, r)
		}
	}
	if sums == nil {
		return
	}
	s := newScopes(sums)
	within := make([][]Report, len(sums)) // by their names
	var unplaced [form.State + 1][]Report // by the tier of the sums that they may be in
	out := map[string]bool{}
	for _, r := range t.Counted {
		if i, ok := s.named(r); ok {
			within[i] = append(within[i], r)
			out[r.File], out[sums[i].File] = true, true
		} else if tier, ok := s.below(r); ok && !t.isListedApart(r) {
			unplaced[tier] = append(unplaced[tier], r)
			out[r.File] = true
		}
	}
	for i, members := range within {
		if members != nil {
			t.Overlaps = append(t.Overlaps, Overlap{sums[i : i+1], members})
		}
	}
	for tier, members := range unplaced {
		if members == nil {
			continue
		}
		above := s.tiers[tier]
		if len(above) == 1 {
			out[above[0].File] = true
		}
		t.Overlaps = append(t.Overlaps, Overlap{above, members})
	}
	t.Counted = slices.DeleteFunc(t.Counted, func(r Report) bool { return out[r.File] })
}

// isListedApart says whether the office's list has a unit as one that reports to the office itself, and not to a government below it.
func (t *Total) isListedApart(r Report) bool {
	if t.Members == nil {
		return false
	}
	i, ok := t.Members.Find(r.Unit)
	return ok && t.Members.Members[i].Category != ""
}

// scopes finds the sum that a report is in.
type scopes struct {
	sums    []Report
	byName  map[string]int // by the name without 人民政府, with which the names of what belongs to it begin
	byPlace map[string]int // by the place that it governs; -1 for one that several do
	tiers   [form.State + 1][]Report
}

func newScopes(sums []Report) *scopes {
	s := &scopes{sums: sums, byName: map[string]int{}, byPlace: map[string]int{}}
	for i, r := range sums {
		s.byName[governed(r.Unit)] = i
		level, _ := form.LevelMeant(r.Level)
		if !level.SumsUp() {
			continue
		}
		s.tiers[level.Tier] = append(s.tiers[level.Tier], r)
		if place := placeOf(r.Unit); place.Core != "" {
			if _, taken := s.byPlace[place.Core]; taken {
				i = -1
			}
			s.byPlace[place.Core] = i
		}
	}
	return s
}

// named is the sum of whose unit a report's unit bears the name, the nearest above it: 青垣县清溪镇人民政府 reports to 青垣县人民政府. The
// unit's own figures (本机关) are in its sum as well.
func (s *scopes) named(r Report) (index int, ok bool) {
	name := chinese.UnitKey(r.Unit)
	for end := len(name); end > 0; end-- {
		i, found := s.byName[name[:end]]
		if !found && end == len(name) {
			i, found = s.byName[governed(r.Unit)]
		}
		if found && !(r.IsSum && chinese.UnitKey(s.sums[i].Unit) == name) {
			return i, true
		}
	}
	for _, place := range slices.Backward(chinese.PlacesIn(r.Unit)) {
		if i, found := s.byPlace[place.Core]; found && i >= 0 && !(r.IsSum && placeOf(r.Unit).Core == place.Core) {
			return i, true
		}
	}
	return 0, false
}

// below is the tier of the sums that a report may be in by its level, the nearest above it, where its name tells of no place that it belongs to.
func (s *scopes) below(r Report) (tier form.Tier, ok bool) {
	level, _ := form.LevelMeant(r.Level)
	if level.Tier < form.Township {
		return 0, false
	}
	tier = level.Tier
	if level.Government {
		tier++
	}
	for ; tier < form.State; tier++ {
		if s.tiers[tier] != nil {
			isPlaced := slices.ContainsFunc(chinese.PlacesIn(r.Unit), func(u chinese.UnitName) bool { return chinese.Rank(u.Kind) >= int(tier) })
			return tier, !isPlaced
		}
	}
	return 0, false
}

// governed is a unit's name without the words for a government.
func governed(unit string) string {
	name, _ := chinese.CutGovernment(chinese.UnitKey(unit))
	return name
}

// placeOf is the place that a unit governs; none for a department.
func placeOf(unit string) (place chinese.UnitName) {
	name := governed(unit)
	for _, u := range chinese.PlacesIn(name) {
		if strings.HasSuffix(name, u.Core) {
			place = u
		}
	}
	return place
}
