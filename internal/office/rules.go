package office

import (
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
)

// mostNeighbours is how many members are looked for in each other's texts.
const mostNeighbours = 300

// Rules are the settings that reports are checked with: members that stand side by side are neighbours without being written down.
func (c *County) Rules() check.Settings {
	if c == nil {
		return check.Settings{}
	}
	s := c.Settings
	s.Neighbours, s.Indicators = c.neighboursOf(""), c.asked()
	return s
}

// isFormer says whether a name is one of those that a unit had, or of those that became it.
func isFormer(former []string) func(name string) bool {
	return func(name string) bool {
		return slices.ContainsFunc(former, func(one string) bool { return chinese.IsSameUnit(one, name) })
	}
}

// RulesOf are settings as they hold for a member: what it was before, and what became it, is none of its neighbours.
func (c *County) RulesOf(m county.Member, s check.Settings) check.Settings {
	if former := county.Formerly(c.Members, m); former != nil {
		s.Formerly = former
		s.Neighbours = slices.DeleteFunc(slices.Clone(s.Neighbours), isFormer(former))
	}
	return s
}

// neighboursOf are the names that have no place in the report of a member, "" for any: those that are written down, and the members of the
// lowest tier, which no other one lies in. Departments are not among them, since others speak of them every day.
func (c *County) neighboursOf(member string) []string {
	names := slices.Clone(c.Settings.Neighbours)
	written := map[string]bool{}
	for _, name := range names {
		written[name] = true
	}
	lowest := 0
	tiers := make([]int, len(c.Members))
	for i, m := range c.Members {
		tiers[i] = tierOf(m)
		if tiers[i] > 0 && (lowest == 0 || tiers[i] < lowest) {
			lowest = tiers[i]
		}
	}
	var beside []string
	for i, m := range c.Members {
		if tiers[i] > 0 && tiers[i] == lowest && m.Name != member && !written[m.Name] {
			beside = append(beside, m.Name)
		}
	}
	if len(beside) > mostNeighbours {
		return names
	}
	return append(names, beside...)
}

// tierOf is how high a member stands that has a place of its own; 0 for a department, and for the office itself.
func tierOf(m county.Member) int {
	rank := chinese.Rank(chinese.ParseUnitName(m.Name).Kind)
	if rank == 0 || m.Category == county.OwnCategory {
		return 0
	}
	if level, ok := form.LevelMeant(m.Level); ok && level.Tier > 0 {
		return int(level.Tier)
	}
	return rank
}
