package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// beside is how many characters are quoted on either side of a place.
const beside = 5

// quoteAround is a stretch with a few characters on both sides, for a quotation. A number is quoted whole.
func quoteAround(text []rune, s chinese.Stretch) string {
	start, end := max(0, s.Start-beside), min(len(text), s.End+beside)
	for range longestNumber {
		if start > 0 && isInNumber(text[start-1], text[start]) {
			start--
		}
		if end > 0 && end < len(text) && isInNumber(text[end-1], text[end]) {
			end++
		}
	}
	return strings.TrimSpace(string(text[start:end]))
}

// longestNumber is how many characters a quotation grows by at most on either side to hold the whole of a number.
const longestNumber = 12

// isInNumber says whether two neighbouring characters belong to one number, so that no quotation is cut between them.
func isInNumber(before, after rune) bool {
	_, first := chinese.Digit(before)
	_, second := chinese.Digit(after)
	return first && (second || chinese.IsOneOf(after, ".%％")) || before == '.' && second
}

// clip keeps the first characters of a text; a number at the cut is left out as a whole.
func clip(text string, characters int) string {
	kept := chinese.Clip(text, characters)
	if len(kept) == len(text) {
		return text
	}
	return beforeNumber(kept, chinese.FirstRune(text[len(kept):]))
}

// beforeNumber is a text that was cut before a character, without the number that the cut would part.
func beforeNumber(kept string, next rune) string {
	whole := kept
	for range longestNumber {
		last, size := utf8.DecodeLastRuneInString(kept)
		if !isInNumber(last, next) {
			return kept
		}
		kept, next = kept[:len(kept)-size], last
	}
	return whole // longer than any number
}

// fault is what is wrong at one place of a paragraph.
type fault struct {
	words            string // of the paragraph, for the quotation
	wrong            string // what of them is wrong; "" for all of them
	message          string
	expected, actual string // actual is words where it is left out
}

// mostPlaces is how many places of one kind a finding names.
const mostPlaces = 3

// gathered is one finding on all faults of one kind in the section's paragraph i: it is told of the first, and names the
// places of the others.
func (s section) gathered(i int, faults []fault) []Finding {
	if len(faults) == 0 {
		return nil
	}
	first := faults[0]
	message := first.message
	if n := len(faults); n > 1 {
		var others []string
		for _, f := range faults[1:min(n, mostPlaces)] {
			others = append(others, "“"+excerpt(f.words)+"”")
		}
		message += fmt.Sprintf("这一段同样的共%d处，还有%s", n, strings.Join(others, "、"))
		if n > mostPlaces {
			message += "等"
		}
		message += "。"
	}
	f := s.finding(i, first.words, message)
	f.Expected, f.Faults = first.expected, len(faults)
	s.narrow(&f, i, first.wrong)
	if first.actual != "" {
		f.Actual = first.actual
	}
	return []Finding{f}
}

// mostOfNumber bounds how much further a quotation reaches so as not to end inside a number.
const mostOfNumber = 20

// bytesAround is a stretch of a text, in bytes, with a few characters on both sides, and never cut inside a number.
func bytesAround(text string, start, end int) string {
	for range beside {
		start -= len(lastRune(text[:start]))
		end += len(chinese.Clip(text[end:], 1))
	}
	for range mostOfNumber {
		if endsInDigit(text[:start]) && startsWithDigit(text[start:]) {
			start--
		}
		if endsInDigit(text[:end]) && startsWithDigit(text[end:]) {
			end++
		}
	}
	return strings.TrimSpace(text[start:end])
}

func endsInDigit(text string) bool { return text != "" && isASCIIDigit(text[len(text)-1]) }

func startsWithDigit(text string) bool { return text != "" && isASCIIDigit(text[0]) }

func isASCIIDigit(b byte) bool { return b >= '0' && b <= '9' }

// lastRune is the last character of a text, "" of none.
func lastRune(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// What a finding quotes is bounded, so that many findings on one long text are no longer than the text.
const (
	mostTold   = 60  // characters of what was typed, in a message
	mostQuoted = 300 // in what stands beside the message
)

// told is what was typed, for a message.
func told(typed string) string { return shortened(strings.TrimSpace(typed), mostTold) }

// shortened is a text of at most so many characters; …… stands for the others.
func shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if kept := clip(text, most); len(kept) < len(text) {
		return kept + "……"
	}
	return text
}

// bound keeps what a finding quotes within bounds.
func (f *Finding) bound() {
	f.Actual, f.Expected = shortened(f.Actual, mostQuoted), shortened(f.Expected, mostQuoted)
	for i := range f.Cells {
		f.Cells[i].Value = shortened(f.Cells[i].Value, mostQuoted)
	}
	if f.Text != nil {
		f.Text.Words = shortened(f.Text.Words, mostQuoted)
	}
}

// excerpt shortens a quotation for a message.
func excerpt(text string) string {
	const most = 30
	var b strings.Builder
	count, blank := 0, false
	for _, r := range text {
		if unicode.IsSpace(r) {
			blank = count > 0
			continue
		}
		if blank {
			blank = false
			if count++; count > most {
				return b.String() + "……"
			}
			b.WriteByte(' ')
		}
		if count++; count > most {
			return beforeNumber(b.String(), r) + "……"
		}
		b.WriteRune(r)
	}
	return b.String()
}
