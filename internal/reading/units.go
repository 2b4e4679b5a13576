package reading

import "slices"

// unitsAlike are units that count the same, group by group.
var unitsAlike = [...][]string{
	{"件", "宗", "件次", "起", "例", "个", "项", "份"},
	{"条", "条次"},
	{"人", "名", "位"},
}

// alikeUnits says whether two units count the same: 件 and 宗, 条 and 条次.
func alikeUnits(a, b string) bool {
	return a == b || slices.ContainsFunc(unitsAlike[:], func(group []string) bool { return slices.Contains(group, a) && slices.Contains(group, b) })
}
