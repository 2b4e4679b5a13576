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

// unbrokenCharacters is how many characters stand on end at least, without a mark or a figure, of which it is told: the longest name of a notice
// in real reports has 46.
const unbrokenCharacters = 50

// unbroken lists the stretches of a text that no mark parts.
func unbroken(text string) (faults []wordFault) {
	const bytes = len("字")
	for start := 0; len(text)-start >= unbrokenCharacters*bytes; {
		end := start
		for end < len(text) && text[end] >= 0xE4 && text[end] <= 0xE9 { // what begins with these is a Chinese character of three bytes
			end += bytes
		}
		end = min(end, len(text))
		if n := (end - start) / bytes; n >= unbrokenCharacters {
			faults = append(faults, wordFault{start, end, fmt.Sprintf("“%s……”这里%d个字没有一个标点，请加上标点", chinese.Clip(text[start:end], 12), n), "", Info})
		}
		for start = end; start < len(text) && (text[start] < 0xE4 || text[start] > 0xE9); {
			start++
		}
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
