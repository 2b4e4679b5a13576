package placed

// disjointSets are the numbers below a count, of which some hang together: for each one its parent, that of a root being itself.
type disjointSets []int

func newDisjointSets(count int) disjointSets {
	d := make(disjointSets, count)
	for i := range d {
		d[i] = i
	}
	return d
}

// find is the root of a number, the same for all that hang together, and the least of them.
func (d disjointSets) find(i int) int {
	for d[i] != i {
		d[i] = d[d[i]]
		i = d[i]
	}
	return i
}

// unite makes two numbers hang together.
func (d disjointSets) unite(a, b int) {
	a, b = d.find(a), d.find(b)
	d[max(a, b)] = min(a, b)
}
