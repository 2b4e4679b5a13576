package check

import (
	"fmt"
	"slices"
	"strings"
)

// wordFault is what is wrong with a stretch of a text.
type wordFault struct {
	start, end int    // bytes
	message    string // without its end
	due        string
	level      Level
}

// mostFaults is how many faults of one kind in a paragraph a message names.
const mostFaults = 5

// tellFaults makes one finding of the faults of one kind in paragraph i; none of no faults.
func (s section) tellFaults(i int, faults []wordFault) []Finding {
	if len(faults) == 0 {
		return nil
	}
	slices.SortStableFunc(faults, func(a, b wordFault) int { return a.start - b.start })
	var told []string
	times := map[string]int{}
	for _, f := range faults {
		if times[f.message]++; times[f.message] == 1 {
			told = append(told, f.message)
		}
	}
	for i, message := range told {
		if n := times[message]; n > 1 {
			told[i] += fmt.Sprintf("（%d处）", n)
		}
	}
	message := strings.Join(told[:min(mostFaults, len(told))], "；")
	if len(told) > mostFaults {
		message += fmt.Sprintf("；还有%d处", len(told)-mostFaults)
	}
	first := faults[0]
	ask := "。请改正。"
	switch {
	case strings.Contains(strings.ReplaceAll(message, "申请", ""), "请"):
		ask = "。"
	case first.level == Info:
		ask = "。请核对。"
	}
	f := s.finding(i, bytesAround(s.paragraphs[i].Text, first.start, first.end), message+ask)
	f.Level, f.Expected, f.Faults = first.level, first.due, len(faults)
	s.narrow(&f, i, s.paragraphs[i].Text[first.start:first.end])
	return []Finding{f}
}

// tellByLevel makes a finding of the faults of each level in paragraph i.
func (s section) tellByLevel(i int, faults []wordFault) []Finding {
	var found []Finding
	for level := Fatal; level <= Info; level++ {
		ofLevel := slices.DeleteFunc(slices.Clone(faults), func(f wordFault) bool { return f.level != level })
		found = append(found, s.tellFaults(i, ofLevel)...)
	}
	return found
}
