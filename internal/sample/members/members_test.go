package members_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/sample/members"
)

func TestUnitsAreTold(t *testing.T) {
	names, paths := map[string]bool{}, map[string]bool{}
	for i := range members.Units {
		u := members.UnitOf(i)
		names[u.Name], paths[u.Path(2025, ".xlsx")] = true, true
	}
	assert.Equal(t, members.Units, len(names))
	assert.Equal(t, members.Units, len(paths))
}

// Reports differ from each other, are the same each time, and balance but for those that are due not to.
func TestReportsBalance(t *testing.T) {
	for _, year := range []int{2019, 2025} { // either edition
		digests := map[string]bool{}
		for i := range 4 * members.FaultyEvery {
			r := members.Report(i, year)
			require.Equal(t, r.Digest(), members.Report(i, year).Digest())
			digests[r.Digest()] = true
			broken := 0
			for _, relation := range r.Edition.Relations() {
				left, right := r.Figure(relation.Left[0]).Number, r.Figure(relation.Right[0]).Number
				for _, k := range relation.Left[1:] {
					left = left.Add(r.Figure(k).Number)
				}
				for _, k := range relation.Right[1:] {
					right = right.Add(r.Figure(k).Number)
				}
				if relation.Kind != form.Within && !left.Equal(right) {
					broken++
				}
			}
			if i%members.FaultyEvery == members.FaultyEvery-1 {
				assert.Equal(t, 2, broken, "%d: the column and the totals", i)
			} else {
				assert.Zero(t, broken, i)
			}
		}
		assert.Equal(t, 4*members.FaultyEvery, len(digests))
	}
}
