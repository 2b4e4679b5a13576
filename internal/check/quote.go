package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// beside is how many characters are quoted on either side of a place.
const beside = 5

// quoteAround is a stretch with a few characters on both sides, for a quotation.
func quoteAround(text []rune, s chinese.Stretch) string {
	return strings.TrimSpace(string(text[max(0, s.Start-beside):min(len(text), s.End+beside)]))
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
	if kept := chinese.Clip(text, most); len(kept) < len(text) {
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
				break
			}
			b.WriteByte(' ')
		}
		if count++; count > most {
			break
		}
		b.WriteRune(r)
	}
	if count > most {
		return b.String() + "……"
	}
	return b.String()
}
