package job

import "nianbao/internal/chinese"

// replacement is what stands in a text in the place of something else; one of the two may be empty.
type replacement struct{ was, is string }

// mostCompared bounds how many sentences are held against each other; of longer texts all behind their common beginning is one piece.
const mostCompared = 1 << 20

// replacedSentences are the sentences of a text that others took the place of, next to each other in one piece.
func replacedSentences(was, is string) (list []replacement) {
	a, b := chinese.Sentences(was), chinese.Sentences(is)
	same := func(i, j int) bool { return chinese.Unspaced(a[i]) == chinese.Unspaced(b[j]) }
	var one replacement
	end := func() {
		if one != (replacement{}) {
			list = append(list, one)
		}
		one = replacement{}
	}
	shared := sharedSentences(len(a), len(b), same)
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && same(i, j):
			end()
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && shared(i+1, j) >= shared(i, j+1):
			one.was += a[i]
			i++
		default:
			one.is += b[j]
			j++
		}
	}
	end()
	return list
}

// sharedSentences tells how many sentences two texts share behind two places.
func sharedSentences(n, m int, same func(i, j int) bool) func(i, j int) int {
	if n*m > mostCompared {
		return func(int, int) int { return 0 }
	}
	table := make([]int, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				table[at(i, j)] = table[at(i+1, j+1)] + 1
			} else {
				table[at(i, j)] = max(table[at(i+1, j)], table[at(i, j+1)])
			}
		}
	}
	return func(i, j int) int { return table[at(i, j)] }
}
