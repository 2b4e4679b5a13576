package reading

import (
	"slices"
)

// alikeUnits says whether two units count the same: 件 and 宗, 条 and 条次.
func alikeUnits(a, b string) bool {
	cases := []string{"件", "宗", "件次", "起", "例", "个", "项", "份"}
	items, persons := []string{"条", "条次"}, []string{"人", "名", "位"}
	return a == b || slices.Contains(persons, a) && slices.Contains(persons, b) || slices.Contains(cases, a) && slices.Contains(cases, b) || slices.Contains(items, a) && slices.Contains(items, b)
}
