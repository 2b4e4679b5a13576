package chinese

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/pattern"
)

// YearMention is a year that a text names: 2025年, ２０２５年, 二〇二五年.
type YearMention struct {
	Year       int
	Start, End int // bytes, 年 included
}

// YearsIn lists the years that a text names, in order.
func YearsIn(text string) []YearMention {
	var list []YearMention
	for at := range Indexes(text, "年") {
		digits, n, start := digitsBefore(text, at)
		if digits == 4 && n >= 1900 && n < 3000 {
			list = append(list, YearMention{n, start, at + len("年")})
		}
	}
	return list
}

// OddYear is a number that stands where a year does, and is not written like one: 24年, 202525年, 2025 without 年.
type OddYear struct {
	Digits, Number int // how many digits it has, and what they say if they are four at most
	Start, End     int // bytes, 年 included
}

// OddYears lists them in order: numbers of two, three or more than four digits with 年 behind them, the longer ones only if
// they begin as years do; and numbers of four digits that could be a year, with another Chinese character behind them.
func OddYears(text string) []OddYear {
	const longest = 8
	var list []OddYear
	for i := 0; i < len(text); {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		digits := text[start:i]
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		if IsOneOf(before, ".．-－—–/／:〔[［(（第") || before < utf8.RuneSelf && unicode.IsLetter(before) {
			continue
		}
		odd := OddYear{Digits: len(digits), Start: start, End: i}
		if len(digits) <= 4 {
			_, odd.Number = ReadPlaces(digits)
		}
		likeYear := strings.HasPrefix(digits, "20") || strings.HasPrefix(digits, "19")
		switch after := FirstRune(text[i:]); {
		case after == '年' && (len(digits) == 2 || likeYear && len(digits) > 2 && len(digits) != 4 && len(digits) <= longest):
			odd.End += len("年")
		case likeYear && len(digits) == 4 && after != '年' && IsHan(after):
		default:
			continue
		}
		list = append(list, odd)
	}
	return list
}

// DayMention is a day that a text names: 3月5日, with its year if that stands before it.
type DayMention struct {
	Year       int // 0 if none stands before the month
	Month, Day int // day is 0 if only the month is named
	Start, End int // bytes
}

// DaysIn lists the months and days that a text names in digits, in order. Counts of months (3个月) are none.
func DaysIn(text string) []DayMention {
	var list []DayMention
	for at := range Indexes(text, "月") {
		digits, month, start := digitsBefore(text, at)
		if digits == 0 || digits > 2 {
			continue
		}
		d := DayMention{Month: month, Start: start, End: at + len("月")}
		if before, found := strings.CutSuffix(text[:start], "年"); found {
			if digits, year, begin := digitsBefore(text, len(before)); digits == 4 {
				d.Year, d.Start = year, begin
			}
		}
		if digits, day, end := digitsAfter(text, d.End); digits > 0 && digits <= 2 && StartsWithAny(text[end:], []string{"日", "号"}) {
			d.Day, d.End = day, end+len("日")
		}
		list = append(list, d)
	}
	return list
}

// Indexes runs over the places of a word in a text.
func Indexes(text, word string) func(yield func(int) bool) {
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

// mostPlaces is how many characters a year or a number below a hundred has at most: more are no number here.
const mostPlaces = 4

// digitsBefore reads the number that ends before a byte: half-width or full-width digits, or the characters for digits
// in their places (二〇二五), which at most two of them may also be a number in words (十二, 三十一).
func digitsBefore(text string, at int) (digits, n, start int) {
	start = at
	for count := 0; start > 0; count++ {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if _, ok := placeDigit(r); !ok && r != '十' {
			break
		}
		if count == mostPlaces {
			return 0, 0, start
		}
		start -= size
	}
	digits, n = ReadPlaces(text[start:at])
	return digits, n, start
}

// digitsAfter reads the number that starts at a byte, like digitsBefore.
func digitsAfter(text string, at int) (digits, n, end int) {
	end = at
	for count := 0; end < len(text); count++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		if _, ok := placeDigit(r); !ok && r != '十' {
			break
		}
		if count == mostPlaces {
			return 0, 0, end
		}
		end += size
	}
	digits, n = ReadPlaces(text[at:end])
	return digits, n, end
}

// Places is the pattern of what ReadPlaces reads in a date, as a group of a regular expression.
const Places = `([0-9０-９]{1,4}|[` + zeros + oneToNine + `十]{1,4})`

// ReadPlaces reads digits in their places, or a number below a hundred in words; digits is how many places it has, 0 for
// what is no number or is longer than a year.
func ReadPlaces(s string) (digits, n int) {
	tens, ones, found := strings.Cut(s, "十")
	if found {
		a, t := ReadPlaces(tens)
		b, o := ReadPlaces(ones)
		switch {
		case a > 1 || b > 1 || tens != "" && a == 0 || ones != "" && b == 0:
			return 0, 0
		case tens == "":
			t = 1
		}
		return 2, 10*t + o
	}
	for _, r := range s {
		d, _ := placeDigit(r)
		if digits++; digits > 4 {
			return 0, 0
		}
		n = 10*n + d
	}
	return digits, n
}

// placeDigit is the value of a digit that stands in its place: Arabic of half or full width, or a character (二〇二五).
func placeDigit(r rune) (int, bool) {
	if d, ok := Digit(r); ok {
		return d, true
	}
	if strings.ContainsRune(zeros+oneToNine, r) {
		return hanDigit(r)
	}
	return 0, false
}

// IsDate says whether a day is there in the calendar.
func IsDate(year, month, day int) bool {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return d.Year() == year && int(d.Month()) == month && d.Day() == day
}

// DateText is a date as official documents write it (GB/T 9704—2012, 7.3.5.4): 2026年1月20日.
func DateText(d time.Time) string { return d.Format("2006年1月2日") }

var (
	dateInDigits     = pattern.New(`^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?(?:[ T]00:00(?::00)?)?$`)
	dateInCharacters = pattern.New(`^([` + zeros + oneToNine + `]{4})年([` + oneToNine + `十]{1,2})月([` + oneToNine + `十]{1,3})日$`)
	yearAlone        = pattern.New(`^([0-9]{4}|[` + zeros + oneToNine + `]{4})\s*年?(?:度)?$`)
)

// ReadDate reads a text that is a date and nothing else: 2026-01-20, 2026/1/20, 2026.1.20, 2026年1月20日 or 二〇二六年一月二十日, as a
// day without a time (UTC). ok is false for anything else, and for a day that the calendar lacks, of which date is not zero.
func ReadDate(text string) (date time.Time, ok bool) {
	text = HalfWidth(text)
	m, ok := cutDate(text)
	if !ok {
		return time.Time{}, false
	}
	var parts [3]int
	for i := range parts {
		_, parts[i] = ReadPlaces(m[i])
	}
	date = time.Date(parts[0], time.Month(parts[1]), parts[2], 0, 0, 0, 0, time.UTC)
	return date, IsDate(parts[0], parts[1], parts[2])
}

// cutDate cuts a date into year, month and day. Most are written as 2026-01-20.
func cutDate(text string) (parts [3]string, ok bool) {
	if _, ok := placeDigit(FirstRune(text)); !ok {
		return parts, false
	}
	const year, month, day = len("2026"), len("2026-01"), len("2026-01-20")
	if len(text) == day && text[year] == '-' && text[month] == '-' {
		parts = [3]string{text[:year], text[year+1 : month], text[month+1:]}
		if strings.Trim(parts[0]+parts[1]+parts[2], "0123456789") == "" {
			return parts, true
		}
	}
	m := dateInDigits.FindStringSubmatch(text)
	if m == nil {
		m = dateInCharacters.FindStringSubmatch(text)
	}
	if m == nil {
		return [3]string{}, false
	}
	return [3]string(m[1:]), true
}

var timeOfDay = pattern.New(`[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$`, ":")

// ReadDay is ReadDate for what people type into cells: also 20260120, 2026年1月20号, and with a time of the day behind it, which is passed over.
func ReadDay(text string) (day time.Time, ok bool) {
	text = strings.TrimSpace(timeOfDay.ReplaceAllString(HalfWidth(strings.TrimSpace(text)), ""))
	if len(text) == len("20260120") && IsDigits(text) {
		text = text[:4] + "-" + text[4:6] + "-" + text[6:]
	}
	if before, found := strings.CutSuffix(text, "号"); found {
		text = before + "日"
	}
	return ReadDate(text)
}

// ReadYear reads a text that is a year and nothing else: 2025, 2025年, 2025年度, ２０２５, 二〇二五.
func ReadYear(text string) (year int, ok bool) {
	text = HalfWidth(text)
	if len(text) != len("2025") || strings.Trim(text, "0123456789") != "" {
		m := yearAlone.FindStringSubmatch(text)
		if m == nil {
			return 0, false
		}
		text = m[1]
	}
	_, year = ReadPlaces(text)
	return year, true
}
