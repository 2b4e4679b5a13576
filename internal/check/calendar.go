package check

import (
	"strings"
	"time"
	"unicode/utf8"
)

// yearMention is a year that a text names: 2025年, ２０２５年, 二〇二五年.
type yearMention struct {
	year       int
	start, end int // bytes, 年 included
}

// yearsIn lists the years that a text names, in order.
func yearsIn(text string) []yearMention {
	var list []yearMention
	for at := range indexes(text, "年") {
		digits, n, start := digitsBefore(text, at)
		if digits == 4 && n >= 1900 && n < 3000 {
			list = append(list, yearMention{n, start, at + len("年")})
		}
	}
	return list
}

// dayMention is a day that a text names: 3月5日, with its year if that stands before it.
type dayMention struct {
	year       int // 0 if none stands before the month
	month, day int // day is 0 if only the month is named
	start, end int // bytes
}

// daysIn lists the months and days that a text names in digits, in order. Counts of months (3个月) are none.
func daysIn(text string) []dayMention {
	var list []dayMention
	for at := range indexes(text, "月") {
		digits, month, start := digitsBefore(text, at)
		if digits == 0 || digits > 2 {
			continue
		}
		d := dayMention{month: month, start: start, end: at + len("月")}
		if before, found := strings.CutSuffix(text[:start], "年"); found {
			if digits, year, begin := digitsBefore(text, len(before)); digits == 4 {
				d.year, d.start = year, begin
			}
		}
		if digits, day, end := digitsAfter(text, d.end); digits > 0 && digits <= 2 && startsWithAny(text[end:], []string{"日", "号"}) {
			d.day, d.end = day, end+len("日")
		}
		list = append(list, d)
	}
	return list
}

// indexes runs over the places of a word in a text.
func indexes(text, word string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for from := 0; ; {
			i := strings.Index(text[from:], word)
			if i < 0 || !yield(from+i) {
				return
			}
			from += i + len(word)
		}
	}
}

// digitsBefore reads the number that ends before a byte: half-width or full-width digits, or the characters for digits
// in their places (二〇二五), which at most two of them may also be a number in words (十二, 三十一).
func digitsBefore(text string, at int) (digits, n, start int) {
	start = at
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if _, ok := digitOf(r); !ok && r != '十' {
			break
		}
		start -= size
	}
	digits, n = readPlaces(text[start:at])
	return digits, n, start
}

// digitsAfter reads the number that starts at a byte, like digitsBefore.
func digitsAfter(text string, at int) (digits, n, end int) {
	end = at
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if _, ok := digitOf(r); !ok && r != '十' {
			break
		}
		end += size
	}
	digits, n = readPlaces(text[at:end])
	return digits, n, end
}

// readPlaces reads digits in their places, or a number below a hundred in words; digits is how many places it has, 0 for
// what is no number or is longer than a year.
func readPlaces(s string) (digits, n int) {
	tens, ones, found := strings.Cut(s, "十")
	if found {
		a, t := readPlaces(tens)
		b, o := readPlaces(ones)
		switch {
		case a > 1 || b > 1 || tens != "" && a == 0 || ones != "" && b == 0:
			return 0, 0
		case tens == "":
			t = 1
		}
		return 2, 10*t + o
	}
	for _, r := range s {
		d, _ := digitOf(r)
		if digits++; digits > 4 {
			return 0, 0
		}
		n = 10*n + d
	}
	return digits, n
}

func digitOf(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= '０' && r <= '９':
		return int(r - '０'), true
	case r == '〇' || r == '○' || r == '零':
		return 0, true
	}
	if i := strings.IndexRune("一二三四五六七八九", r); i >= 0 {
		return i/len("一") + 1, true
	}
	return 0, false
}

// isDate says whether a day is there in the calendar.
func isDate(year, month, day int) bool {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return d.Year() == year && int(d.Month()) == month && d.Day() == day
}
