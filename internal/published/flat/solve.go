package flat

import "slices"

// grid is table three as far as it is certain, and the ways to cut the rows whose digits run together. Rows go by their keys.
type grid struct {
	rows  []string           // those of the table, in order
	parts []string           // those that the total sums
	known map[string][]int   // rows of whole numbers
	ways  map[string][]way   // of rows to be cut, those that add up
	all   map[string]int     // how many ways there are without that
	read  map[string][]cell  // rows that are read, of whatever text
	cut   map[string][]piece // the digits of rows to be cut
	steps *effort
}

// piece is a stretch of digits.
type piece struct{ start, end int }

// balance is an equation of table three: the rows on both sides sum up to the same, in every column.
type balance struct{ left, right []string }

func (g *grid) balances() []balance {
	return []balance{
		{g.parts, []string{"total"}},
		{[]string{"received", "carried_in"}, []string{"total", "carried_out"}},
	}
}

// solved chooses ways: where a row has one that adds up, that one; where it has several, the one that the columns' equations leave.
// A choice among several cuts counts only if an equation of all columns confirms it.
func (g *grid) solved() map[string]way {
	chosen := map[string]way{}
	for _, row := range g.rows {
		if len(g.ways[row]) == 1 {
			chosen[row] = g.ways[row][0]
		}
	}
	for _, b := range g.balances() {
		g.search(b, chosen)
	}
	sure := map[string]bool{}
	for _, b := range g.balances() {
		if !g.holds(b, chosen) {
			continue
		}
		for _, row := range slices.Concat(b.left, b.right) {
			sure[row] = true
		}
	}
	for _, row := range g.rows {
		if _, ok := chosen[row]; ok && g.all[row] > 1 && !sure[row] {
			delete(chosen, row)
		}
	}
	return chosen
}

// numbersOf are a row's numbers so far, nil if they are not known.
func (g *grid) numbersOf(row string, chosen map[string]way) []int {
	if w, ok := chosen[row]; ok {
		return w.numbers
	}
	return g.known[row]
}

// holds tells whether all rows of an equation are known, and it holds in every column.
func (g *grid) holds(b balance, chosen map[string]way) bool {
	rest := make([]int, requestColumns)
	for _, row := range slices.Concat(b.left, b.right) {
		numbers := g.numbersOf(row, chosen)
		if numbers == nil {
			return false
		}
		sign := 1
		if slices.Contains(b.right, row) {
			sign = -1
		}
		for i, n := range numbers {
			rest[i] += sign * n
		}
	}
	return isNought(rest)
}

func isNought(numbers []int) bool {
	return !slices.ContainsFunc(numbers, func(n int) bool { return n != 0 })
}

// search finds the cuts with which an equation holds in every column, and takes over those that are the same in all of them.
func (g *grid) search(b balance, chosen map[string]way) {
	s := search{steps: min(g.steps.steps, mostRowSteps), rest: make([]int, requestColumns)}
	for _, row := range slices.Concat(b.right, b.left) {
		sign := 1
		if slices.Contains(b.right, row) {
			sign = -1
		}
		if numbers := g.numbersOf(row, chosen); numbers != nil {
			for i, n := range numbers {
				s.rest[i] += sign * n
			}
			continue
		}
		if len(g.ways[row]) == 0 {
			return
		}
		s.rows = append(s.rows, open{row, sign, g.ways[row]})
	}
	if len(s.rows) == 0 {
		return
	}
	s.order()
	s.found = make([]int, len(s.rows))
	s.many = make([]bool, len(s.rows))
	s.at = make([]int, len(s.rows))
	before := s.steps
	s.from(0)
	g.steps.steps -= before - max(0, s.steps)
	if s.steps < 0 || s.solutions == 0 {
		return
	}
	for i, row := range s.rows {
		if !s.many[i] {
			chosen[row.key] = row.ways[s.found[i]]
		}
	}
}

// search goes through the cuts of several rows.
type search struct {
	rows      []open
	rest      []int // what the rows so far come to, in every column
	steps     int
	solutions int
	at, found []int
	many      []bool         // rows of which several cuts fit
	missing   map[vector]int // the cuts of the last row
	onlyAdds  bool           // the last row is none that is taken away
}

// open is a row of which several cuts are left.
type open struct {
	key  string
	sign int
	ways []way
}

// order puts the row with the most cuts last, where its cut is looked up by what is missing, and before it those that are taken away,
// then those with few cuts.
func (s *search) order() {
	most := 0
	for i, row := range s.rows {
		if len(row.ways) > len(s.rows[most].ways) {
			most = i
		}
	}
	last := s.rows[most]
	s.rows = slices.Delete(s.rows, most, most+1)
	slices.SortStableFunc(s.rows, func(a, b open) int {
		if a.sign != b.sign {
			return a.sign - b.sign
		}
		return len(a.ways) - len(b.ways)
	})
	s.onlyAdds = last.sign > 0
	s.rows = append(s.rows, last)
	s.missing = map[vector]int{}
	for k, w := range last.ways {
		s.missing[vector(w.numbers)] = k
	}
}

// vector are the numbers of a row.
type vector [requestColumns]int

func (s *search) from(i int) {
	row := s.rows[i]
	if i == len(s.rows)-1 {
		var want vector
		for c, n := range s.rest {
			want[c] = -row.sign * n
		}
		if k, ok := s.missing[want]; ok {
			s.at[i] = k
			s.note()
		}
		return
	}
	for k, w := range row.ways {
		if s.steps--; s.steps < 0 {
			return
		}
		fits := true
		for c, n := range w.numbers {
			s.rest[c] += row.sign * n
			fits = fits && (row.sign < 0 || !s.onlyAdds || s.rest[c] <= 0) // all that is still to come only adds
		}
		if fits {
			s.at[i] = k
			s.from(i + 1)
		}
		for c, n := range w.numbers {
			s.rest[c] -= row.sign * n
		}
	}
}

func (s *search) note() {
	for i, k := range s.at {
		if s.solutions > 0 && s.found[i] != k {
			s.many[i] = true
		}
		s.found[i] = k
	}
	s.solutions++
}
