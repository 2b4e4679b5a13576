package published

// pair is a paragraph of before and the one of after that it became; -1 where there is none.
type pair struct{ before, after int }

// effort is what comparing one document may still cost. What would cost more is not compared, so that nothing in it has a match.
type effort struct {
	cells int // in which the best matches are worked out
	bytes int // of text, for every text that it is held against
}

// newEffort is far more than it takes to compare two reports that have no paragraph in common.
func newEffort() *effort { return &effort{cells: 40_000_000, bytes: 16 << 20} }

// spend takes what something costs from what is left, if there is so much.
func spend(left *int, cost int) bool {
	if cost > *left {
		return false
	}
	*left -= cost
	return true
}

// align pairs paragraphs: as many equal ones as can be in order, and between them those that are alike.
func (e *effort) align(before, after []string) []pair {
	names := map[string]int{}
	matches := matchInPlace(e, numbered(names, before), numbered(names, after))
	i, j := 0, 0
	for at := 0; at <= len(before); at++ {
		to := len(after)
		if at < len(before) {
			if to = matches[at]; to < 0 {
				continue
			}
		}
		for k, match := range e.matchAlike(before[i:at], after[j:to]) {
			if match >= 0 {
				matches[i+k] = j + match
			}
		}
		i, j = at+1, to+1
	}
	var pairs []pair
	next := 0
	for at, to := range matches {
		for ; next < to; next++ {
			pairs = append(pairs, pair{-1, next})
		}
		pairs = append(pairs, pair{at, to})
		next = max(next, to+1)
	}
	for ; next < len(after); next++ {
		pairs = append(pairs, pair{-1, next})
	}
	return pairs
}

// numbered has a number for each text, equal ones for equal texts: long texts are compared once, and not each with each.
func numbered(names map[string]int, texts []string) []int {
	numbers := make([]int, len(texts))
	for i, text := range texts {
		n, known := names[text]
		if !known {
			n = len(names)
			names[text] = n
		}
		numbers[i] = n
	}
	return numbers
}

// matchEqual finds a longest common subsequence: for each element of a the place of its match in b, or -1.
func matchEqual[T comparable](e *effort, a, b []T) []int {
	return matchBy(e, a, b, func(_, _ int) int { return 1 })
}

// matchInPlace is matchEqual that of several such subsequences takes the one of which most stand where they stood: of two paragraphs that
// changed places around a third, the third was not moved.
func matchInPlace[T comparable](e *effort, a, b []T) []int {
	const more = 1 << 12 // than elements that are matched one by one
	return matchBy(e, a, b, func(i, j int) int {
		if i == j {
			return more + 1
		}
		return more
	})
}

// matchBy finds a common subsequence whose weights add up to the most.
func matchBy[T comparable](e *effort, a, b []T, weight func(i, j int) int) []int {
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
	inside := e.bestMatches(len(a)-start-end, len(b)-start-end, func(i, j int) int {
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

// matchAlike matches altered paragraphs, so that they are alike as much as can be; those that hardly are have no match.
func (e *effort) matchAlike(a, b []string) []int {
	const (
		least     = 40 // in hundredths
		mostPairs = 10_000
	)
	length := 0
	for _, text := range a {
		length += len(text)
	}
	if len(a)*len(b) > mostPairs || !spend(&e.bytes, length*len(b)) {
		return e.bestMatches(len(a), 0, nil)
	}
	weights := make([]int, len(a)*len(b))
	for j := range b {
		now := bigramsOf(b[j])
		for i := range a {
			if w := now.likeness(a[i]); w >= least {
				weights[i*len(b)+j] = w
			}
		}
	}
	return e.bestMatches(len(a), len(b), func(i, j int) int { return weights[i*len(b)+j] })
}

// bestMatches matches n elements with m others, in order, so that the weights of the matches add up to the most: for each of
// the n the place of its match, or -1. What has no weight has no match, and neither has anything where the work would be too much.
func (e *effort) bestMatches(n, m int, weight func(i, j int) int) []int {
	const mostCells = 4_000_000
	matches := make([]int, n)
	for i := range matches {
		matches[i] = -1
	}
	wide := m + 1
	if (n+1)*wide > mostCells || !spend(&e.cells, (n+1)*wide) {
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

// bigrams counts the pairs of neighbouring characters in a text.
type bigrams struct {
	counts map[[2]rune]int
	total  int
}

func bigramsOf(text string) bigrams {
	b := bigrams{counts: map[[2]rune]int{}}
	eachBigram(text, func(two [2]rune) {
		b.counts[two]++
		b.total++
	})
	return b
}

// likeness is Dice's coefficient of two texts, in hundredths: 100 if they have the same pairs of characters, 0 if none.
func (b bigrams) likeness(text string) int {
	common, total := 0, 0
	seen := map[[2]rune]int{}
	eachBigram(text, func(two [2]rune) {
		total++
		if seen[two]++; seen[two] <= b.counts[two] {
			common++
		}
	})
	return 200 * common / (b.total + total)
}

// eachBigram goes through the pairs of characters, the text's edges counting as characters.
func eachBigram(text string, visit func([2]rune)) {
	last := rune(-1)
	for _, r := range text {
		visit([2]rune{last, r})
		last = r
	}
	visit([2]rune{last, -1})
}
