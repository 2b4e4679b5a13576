package label

import (
	"strings"
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
// It is nil if that is not certain. A text with another number than the label's is not like it.
func Nearest(text string, in Table) *Label {
	if len(text) > mostBytes {
		return nil
	}
	letters := Letters(withoutNotes(Fold(text).Text))
	number := numberOf(letters)
	letters = strings.TrimPrefix(letters, number)
	if n := utf8.RuneCountInString(letters); n < fewLetters || n > mostLetters {
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
	if first < enough || second > first-ahead {
		return nil
	}
	return best
}

// likeness is how like a label's words letters are behind a number, from 0 to 1.
func (l *Label) likeness(number, letters string) float64 {
	best := 0.0
	for _, u := range l.uses {
		words := Letters(Fold(u.words).Text)
		own := numberOf(words)
		words = strings.TrimPrefix(words, own)
		n := utf8.RuneCountInString(words)
		ratio := float64(utf8.RuneCountInString(letters)) / float64(n)
		if number != "" && own != "" && number != own || n < fewLetters || ratio < 0.7 || ratio > 1.4 {
			continue
		}
		best = max(best, Likeness(letters, words))
	}
	return best
}

// Likeness is how many of their letters two texts have in common and in order, from 0 to 1. It costs as much as they have letters, the
// one number times the other.
func Likeness(a, b string) float64 {
	letters := []rune(b)
	row := make([]int, len(letters)+1)
	count := 0
	for _, x := range a {
		count++
		before := 0
		for j, y := range letters {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			before = above
		}
	}
	if count+len(letters) == 0 {
		return 0
	}
	return float64(2*row[len(letters)]) / float64(count+len(letters))
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
