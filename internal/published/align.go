package published

import "nianbao/internal/inorder"

// pair is a paragraph of before and the one of after that it became; -1 where there is none.
type pair struct{ before, after int }

// effort is what comparing one document may still cost. What would cost more is not compared, so that nothing in it has a match.
type effort struct {
	cells inorder.Effort // in which the best matches are worked out
	bytes inorder.Effort // of text, for every text that it is held against
}

// newEffort is far more than it takes to compare two reports that have no paragraph in common.
func newEffort() *effort { return &effort{cells: 40_000_000, bytes: 16 << 20} }

// align pairs paragraphs: as many equal ones as can be in order, and between them those that are alike.
func (e *effort) align(before, after []string) []pair {
	names := map[string]int{}
	matches := inorder.EqualInPlace(&e.cells, numbered(names, before), numbered(names, after))
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
	if len(a)*len(b) > mostPairs || !e.bytes.Spend(length*len(b)) {
		return inorder.Best(&e.cells, len(a), 0, nil)
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
	return inorder.Best(&e.cells, len(a), len(b), func(i, j int) int { return weights[i*len(b)+j] })
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
