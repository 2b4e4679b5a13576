package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How like a label a text must be to be taken for it. Short labels are alike by chance.
const (
	enough      = 0.7 // of 1
	ahead       = 0.2 // of the label that is next like it
	fewLetters  = 4
	mostLetters = 80
	mostBytes   = 2000
)

// Nearest finds the row of a table whose label a text is like, and like no other, though letters of it are lost, changed or put in.
// It is nil if that is not certain. A text with another number than the label's is not like it, nor is one of pieces of two labels.
func Nearest(text string, in Table) *Label {
	if len(text) > mostBytes {
		return nil
	}
	words := Letters(withoutNotes(Fold(text).Text))
	number := numberOf(words)
	letters := []rune(strings.TrimPrefix(words, number))
	if len(letters) < fewLetters || len(letters) > mostLetters {
		return nil
	}
	var best *Label
	first, second := 0.0, 0.0
	for _, l := range labels().labels {
		if l.Table != in || l.Kind() != Row {
			continue
		}
		switch likeness := l.likeness(number, letters); {
		case likeness > first:
			best, first, second = l, likeness, first
		case likeness > second:
			second = likeness
		}
	}
	if first < enough || second > first-ahead || best.isBesideAnother(words) {
		return nil
	}
	return best
}

// fewOfAnother is how many letters in front of a label without its number tell that they are the end of another one.
const fewOfAnother = 2

// isBesideAnother says whether letters that are like the label have another row's whole in them, or begin with the end of one:
// 行政许可其他对外管理服务事, 信息2.没有现成信息需要另.
func (l *Label) isBesideAnother(words string) bool {
	fronts := l.frontsIn(words)
	for _, other := range labels().labels {
		if other.Table != l.Table || other == l || other.Kind() != Row {
			continue
		}
		for _, u := range other.uses {
			whole := string(u.letters)
			if len(u.letters) >= fewLetters && strings.Contains(words, whole) && !strings.Contains(l.Words(), whole) {
				return true
			}
			if slices.ContainsFunc(fronts, func(front string) bool { return strings.HasSuffix(whole, front) }) {
				return true
			}
		}
	}
	return false
}

// frontsIn is what stands in letters in front of the beginning of the label, with its number or without.
func (l *Label) frontsIn(words string) (fronts []string) {
	for _, u := range l.uses {
		begin := string(u.letters[:min(len(u.letters), fewLetters)])
		if front, _, found := strings.Cut(words, u.number+begin); found && u.number != "" && front != "" {
			fronts = append(fronts, front)
		}
		if front, _, found := strings.Cut(words, begin); found && utf8.RuneCountInString(front) >= fewOfAnother {
			fronts = append(fronts, front)
		}
	}
	return fronts
}

// IsShortenedTo says whether a text is what is left of a label where letters are left out, whatever number stands in front: ⑥过程性信息 of 6.属于四类过程性信息.
func (l *Label) IsShortenedTo(text string) bool {
	words := Letters(Text(text))
	words = strings.TrimLeftFunc(strings.TrimPrefix(words, numberOf(words)), unicode.IsNumber)
	letters := []rune(sums.Replace(words))
	return len(letters) > 1 && len(letters) <= mostLetters && slices.ContainsFunc(l.uses, func(u use) bool { return common(letters, u.letters) == len(letters) })
}

// sums are other words for a total.
var sums = strings.NewReplacer("合计", "总计", "小计", "总计")

// likeness is how like a label's words letters are behind a number, from 0 to 1.
func (l *Label) likeness(number string, letters []rune) float64 {
	best := 0.0
	for _, u := range l.uses {
		ratio := float64(len(letters)) / float64(len(u.letters))
		if number != "" && u.number != "" && number != u.number || len(u.letters) < fewLetters || ratio < 0.7 || ratio > 1.4 {
			continue
		}
		best = max(best, likeness(letters, u.letters))
	}
	return best
}

// Likeness is how like a text is to the words of a label in an edition, from 0 to 1.
func (l *Label) Likeness(folded, edition string) float64 {
	letters := []rune(Letters(folded))
	if len(letters) > mostLetters {
		return 0
	}
	for _, u := range l.uses {
		if u.edition == edition {
			return likeness(letters, u.letters)
		}
	}
	return 0
}

// likeness is how many of their letters two texts have in common and in order, from 0 to 1.
func likeness(a, b []rune) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return float64(2*common(a, b)) / float64(len(a)+len(b))
}

// common is how many letters two texts have in common and in order.
func common(a, b []rune) int {
	var row [mostLetters + 1]int
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			before = above
		}
	}
	return row[len(b)]
}

// withoutNotes leaves out what stands in brackets, unless the text begins or ends there.
func withoutNotes(text string) string {
	text = strings.Trim(text, blanks)
	for at := 1; at < len(text); at++ {
		if text[at] != '(' {
			continue
		}
		if end := Note(text, at); end > at && end < len(text) {
			text = text[:at] + text[end:]
			at--
		}
	}
	return text
}
