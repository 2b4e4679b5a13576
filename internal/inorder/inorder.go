// Package inorder matches elements of two lists, those that match standing in the same order in both.
package inorder

// Effort is what comparing may still cost; of pairs of elements, where nothing else is said.
type Effort int

// Spend takes what something costs from what is left, if there is so much.
func (e *Effort) Spend(cost int) bool {
	if cost > int(*e) {
		return false
	}
	*e -= Effort(cost)
	return true
}

// Equal finds a longest common subsequence: for each element of a the place of its match in b, or -1.
func Equal[T comparable](e *Effort, a, b []T) []int {
	return equalBy(e, a, b, func(_, _ int) int { return 1 })
}

// EqualInPlace is Equal that of several such subsequences takes the one of which most stand where they stood: of two paragraphs that
// changed places around a third, the third was not moved.
func EqualInPlace[T comparable](e *Effort, a, b []T) []int {
	const more = 1 << 12 // than elements that are matched one by one
	return equalBy(e, a, b, func(i, j int) int {
		if i == j {
			return more + 1
		}
		return more
	})
}

// equalBy finds a common subsequence whose weights add up to the most.
func equalBy[T comparable](e *Effort, a, b []T, weight func(i, j int) int) []int {
	matches := make([]int, len(a))
	start, end := 0, 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		matches[start] = start
		start++
	}
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
		matches[len(a)-end] = len(b) - end
	}
	inside := Best(e, len(a)-start-end, len(b)-start-end, func(i, j int) int {
		if a[start+i] == b[start+j] {
			return weight(start+i, start+j)
		}
		return 0
	})
	for i, j := range inside {
		matches[start+i] = j
		if j >= 0 {
			matches[start+i] += start
		}
	}
	return matches
}

// Best matches n elements with m others, in order, so that the weights of the matches add up to the most: for each of
// the n the place of its match, or -1. What has no weight has no match, and neither has anything where the work would be too much.
func Best(e *Effort, n, m int, weight func(i, j int) int) []int {
	const mostCells = 4_000_000
	matches := make([]int, n)
	for i := range matches {
		matches[i] = -1
	}
	wide := m + 1
	if (n+1)*wide > mostCells || !e.Spend((n+1)*wide) {
		return matches
	}
	sums := make([]int32, (n+1)*wide) // the most that i and all behind it make with j and all behind it
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best := max(sums[(i+1)*wide+j], sums[i*wide+j+1])
			if w := weight(i, j); w > 0 {
				best = max(best, sums[(i+1)*wide+j+1]+int32(w))
			}
			sums[i*wide+j] = best
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		w := weight(i, j)
		switch best := sums[i*wide+j]; {
		case w > 0 && best == sums[(i+1)*wide+j+1]+int32(w):
			matches[i] = j
			i, j = i+1, j+1
		case best == sums[(i+1)*wide+j]:
			i++
		default:
			j++
		}
	}
	return matches
}
