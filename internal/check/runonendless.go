package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// How long a sentence is that nothing but commas part: the longest in real reports that is no list of numbers has fewer.
const (
	endlessCharacters = 180
	endlessClauses    = 15
)

// endless lists the sentences of a text that go on and on with commas alone, without quotations and lists of numbers.
func endless(text string) (faults []wordFault) {
	if len(text) < endlessCharacters*len("字") {
		return nil
	}
	start := 0
	for _, sentence := range chinese.Statements(text) {
		if isEndless(sentence) {
			clause, _, _ := strings.Cut(sentence, "，")
			faults = append(faults, wordFault{start, start + len(clause), fmt.Sprintf("“%s……”这一句有%d个字，从头到尾只用逗号，请在意思说完的地方用句号断开", clause, utf8.RuneCountInString(sentence)), "", Info})
		}
		start += len(sentence)
	}
	return faults
}

func isEndless(sentence string) bool {
	if utf8.RuneCountInString(sentence) < endlessCharacters || strings.ContainsAny(sentence, "：“（") {
		return false
	}
	clauses := strings.Split(sentence, "，")
	return len(clauses) >= endlessClauses && 2*withNumbers(clauses) < len(clauses)
}

// withNumbers is how many clauses tell a number.
func withNumbers(clauses []string) (n int) {
	for _, clause := range clauses {
		if strings.ContainsAny(clause, "0123456789") {
			n++
		}
	}
	return n
}
