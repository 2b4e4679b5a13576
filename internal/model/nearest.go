package model

import "unicode/utf8"

// longestName is how many characters a name may have that is compared with those known; the longest of these has 20.
const longestName = 50

// Nearest is the candidate with the fewest slips from the name, "" if even that has more than half its length.
func Nearest(name string, candidates []string) string {
	if len(name) > longestName*utf8.UTFMax {
		return ""
	}
	runes := []rune(name)
	if len(runes) > longestName {
		return ""
	}
	best, fewest := "", len(runes)/2+1
	for _, c := range candidates {
		if apart := len(runes) - utf8.RuneCountInString(c); apart >= fewest || -apart >= fewest {
			continue // each character more or less is a slip
		}
		if d := slips(runes, []rune(c)); d < fewest {
			best, fewest = c, d
		}
	}
	return best
}

// IsSlip says whether there is one slip between two words: what takes no more than a look at each, however long they are.
func IsSlip(a, b []rune) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	switch {
	case len(a) == 2 && len(b) == 2:
		return a[0] == b[1] && a[1] == b[0]
	case len(a) > 1 || len(b) > 1:
		return false
	}
	return len(a)+len(b) > 0
}

// Slips counts how many characters were missed, added, mistaken or swapped between two words.
func Slips(a, b string) int { return slips([]rune(a), []rune(b)) }

// slips is the distance of optimal string alignment. It keeps three rows: the one that is counted and the two above it.
func slips(a, b []rune) int {
	above, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		next[0] = i + 1
		for j, y := range b {
			mistaken := row[j]
			if x != y {
				mistaken++
			}
			next[j+1] = min(mistaken, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				next[j+1] = min(next[j+1], above[j-1]+1)
			}
		}
		above, row, next = row, next, above
	}
	return row[len(b)]
}
