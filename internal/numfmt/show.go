package numfmt

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// Display is what a cell shows of a number.
type Display struct {
	Text    string
	Known   bool // else the text is none, since what is shown depends on the program or was not worked out
	Share   bool // it is a percentage
	IsDate  bool
	IsDay   bool // the date is a day or a time of day, and not the year or the weekday alone
	IsWords bool // it has words alone and nothing of the number
}

// Show is what the format makes of a number, which the calendar makes a date.
func (f *Code) Show(d decimal.Decimal, c Calendar) Display {
	s, unsigned := f.section(d)
	out := Display{Share: s.percents > 0, IsDate: s.kind == dateSection, IsWords: s.kind == textSection}
	if s.foreign {
		return out
	}
	switch s.kind {
	case dateSection:
		out.Text, out.Known = s.showDate(d, c)
		out.IsDay = s.hasDate("d") || s.hasDate("h") || s.hasDate("s") || s.hasDate("[")
	case textSection:
		out.Text, out.Known = s.words(""), true
	default:
		sign := ""
		if d.IsNegative() && !unsigned {
			sign = "-"
		}
		x := d.Abs()
		for range min(s.percents, maxScale) {
			x = x.Shift(2)
		}
		for range min(s.thousands, maxScale) {
			x = x.Shift(-3)
		}
		switch {
		case s.kind == generalSection:
			out.Text = s.words(x.String())
		case s.has(exponentToken):
			out.Text = s.showExponent(x)
		case s.has(slashToken) && s.isFraction():
			out.Text = s.showFraction(x)
		default:
			out.Text = s.showDigits(x)
		}
		out.Text, out.Known = sign+out.Text, true
	}
	return out
}

// maxScale keeps hostile codes from making long numbers.
const maxScale = 20

// ShowText is what the format makes of a text.
func (f *Code) ShowText(text string) string {
	if f.text == nil {
		return text
	}
	return f.text.words(text)
}

func (s *section) has(kind tokenKind) bool { return s.first(kind) >= 0 }

func (s *section) first(kind tokenKind) int {
	return slices.IndexFunc(s.tokens, func(t token) bool { return t.kind == kind })
}

// words is the section's words, with something in the place of the number or text.
func (s *section) words(inside string) string {
	var b strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case generalToken, textToken:
			b.WriteString(inside)
		default:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// digitsIn counts the digits that a run of tokens has room for.
func digitsIn(tokens []token) int {
	n := 0
	for _, t := range tokens {
		if t.kind == digitToken {
			n++
		}
	}
	return n
}

// showDigits shows a number that is not negative by placeholders.
func (s *section) showDigits(x decimal.Decimal) string {
	whole, fraction := s.tokens, []token(nil)
	point := s.first(pointToken)
	if point >= 0 {
		whole, fraction = s.tokens[:point], s.tokens[point+1:]
	}
	x = x.Round(int32(digitsIn(fraction)))
	digits, decimals, _ := strings.Cut(x.StringFixed(int32(digitsIn(fraction))), ".")
	out := fillWhole(whole, digits, s.grouped)
	if point >= 0 {
		out += "." + fillFraction(fraction, decimals)
	}
	return out
}

// fillWhole puts digits into the placeholders from the right; those that are too many stand before the first.
func fillWhole(tokens []token, digits string, grouped bool) string {
	digits = strings.TrimLeft(digits, "0")
	var pieces []string // from the right
	places, left := digitsIn(tokens), 0
	put := func(digit string) {
		if grouped && left > 0 && left%3 == 0 && digit != " " {
			digit += ","
		}
		pieces = append(pieces, digit)
		left++
	}
	for i := len(tokens) - 1; i >= 0; i-- {
		t := tokens[i]
		if t.kind != digitToken {
			pieces = append(pieces, t.text)
			continue
		}
		places--
		switch {
		case digits != "":
			put(digits[len(digits)-1:])
			digits = digits[:len(digits)-1]
		case t.text == "0":
			put("0")
		case t.text == "?":
			put(" ")
		}
		for places == 0 && digits != "" {
			put(digits[len(digits)-1:])
			digits = digits[:len(digits)-1]
		}
	}
	var b strings.Builder
	for i := len(pieces) - 1; i >= 0; i-- {
		b.WriteString(pieces[i])
	}
	return b.String()
}

// fillFraction puts digits into the placeholders from the left; zeros that nobody asks for are left out at the end.
func fillFraction(tokens []token, digits string) string {
	significant := len(strings.TrimRight(digits, "0"))
	var b strings.Builder
	at := 0
	for _, t := range tokens {
		if t.kind != digitToken {
			b.WriteString(t.text)
			continue
		}
		switch {
		case t.text == "0" || at < significant:
			b.WriteByte(digits[at])
		case t.text == "?":
			b.WriteByte(' ')
		}
		at++
	}
	return b.String()
}

// showExponent shows a number in powers of ten.
func (s *section) showExponent(x decimal.Decimal) string {
	at := s.first(exponentToken)
	mantissa := section{tokens: s.tokens[:at]}
	whole, decimals := mantissa.tokens, 0
	if point := mantissa.first(pointToken); point >= 0 {
		whole, decimals = mantissa.tokens[:point], digitsIn(mantissa.tokens[point:])
	}
	step := max(1, digitsIn(whole)) // the power is a multiple of it
	power := 0
	if !x.IsZero() {
		power = x.NumDigits() + int(x.Exponent()) - 1
		power -= (power%step + step) % step
		if x.Shift(int32(-power)).Round(int32(decimals)).GreaterThanOrEqual(decimal.New(1, int32(step))) {
			power += step
		}
	}
	sign := ""
	switch {
	case power < 0:
		sign = "-"
	case s.tokens[at].text == "+":
		sign = "+"
	}
	return mantissa.showDigits(x.Shift(int32(-power))) + "E" + sign + fillWhole(s.tokens[at+1:], strconv.Itoa(max(power, -power)), false)
}

// isFraction tells a fraction from a stroke between other things: there are digits on both sides.
func (s *section) isFraction() bool {
	at := s.first(slashToken)
	return at > 0 && s.tokens[at-1].kind == digitToken && at+1 < len(s.tokens) && (s.tokens[at+1].kind == digitToken || isDenominator(s.tokens[at+1].text))
}

func isDenominator(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// showFraction shows a number as a fraction, with the whole before it if the code has room for that.
func (s *section) showFraction(x decimal.Decimal) string {
	at := s.first(slashToken)
	above := at
	for above > 0 && s.tokens[above-1].kind == digitToken {
		above--
	}
	below, fixed := at+1, ""
	for below < len(s.tokens) && (s.tokens[below].kind == digitToken || isDenominator(s.tokens[below].text)) {
		fixed += s.tokens[below].text
		below++
	}
	behind := section{tokens: s.tokens[below:]}
	whole := x.Floor()
	numerator, denominator := ratio(x.Sub(whole), below-at-1, fixed)
	if numerator == denominator {
		whole, numerator = whole.Add(decimal.NewFromInt(1)), 0
	}
	if digitsIn(s.tokens[:above]) == 0 {
		over := whole.Mul(decimal.NewFromInt(denominator)).Add(decimal.NewFromInt(numerator))
		return fmt.Sprintf("%s/%d%s", over, denominator, behind.words(""))
	}
	out := fillWhole(s.tokens[:above], whole.String(), s.grouped)
	if numerator != 0 {
		out += fmt.Sprintf("%d/%d", numerator, denominator)
	}
	return out + behind.words("")
}

// ratio is the fraction nearest to a number from 0 to 1, with a denominator of so many digits, or a fixed one.
func ratio(x decimal.Decimal, digits int, fixed string) (numerator, denominator int64) {
	if n, err := strconv.ParseInt(strings.Trim(fixed, "#?"), 10, 32); err == nil && n > 0 {
		return x.Mul(decimal.NewFromInt(n)).Round(0).IntPart(), n
	}
	const exact = 15 // digits; further ones make no difference
	most := int64(9)
	for range min(digits, 5) - 1 {
		most = most*10 + 9
	}
	x = x.Round(exact)
	n, d := x.Shift(exact).IntPart(), decimal.New(1, exact).IntPart()
	// The convergents of the continued fraction; the last one that fits, or the best between it and the next.
	p0, q0, p1, q1 := int64(0), int64(1), int64(1), int64(0)
	for d != 0 {
		a := n / d
		if q0+a*q1 > most {
			between := (most - q0) / q1
			p, q := p0+between*p1, q0+between*q1
			if distance(x, p, q).LessThan(distance(x, p1, q1)) {
				return p, q
			}
			break
		}
		p0, q0, p1, q1 = p1, q1, p0+a*p1, q0+a*q1
		n, d = d, n-a*d
	}
	return p1, q1
}

func distance(x decimal.Decimal, numerator, denominator int64) decimal.Decimal {
	const places = 24
	return decimal.NewFromInt(numerator).DivRound(decimal.NewFromInt(denominator), places).Sub(x).Abs()
}

// weekday is the day of the week as spreadsheets have it: one too early before the day that never was.
func weekday(at time.Time) string {
	n := int(at.Weekday())
	if at.Before(time.Date(1900, time.March, 1, 0, 0, 0, 0, time.UTC)) {
		n += 6
	}
	return [...]string{"日", "一", "二", "三", "四", "五", "六"}[n%7]
}

// showDate shows a serial day as a date; known is false for names and calendars that depend on the program.
func (s *section) showDate(d decimal.Decimal, c Calendar) (text string, known bool) {
	at, ok := c.day(d)
	if !ok {
		return "", false
	}
	var b strings.Builder
	for i, t := range s.tokens {
		if t.kind != dateToken {
			if t.kind == digitToken || t.kind == generalToken || t.kind == textToken {
				return "", false
			}
			b.WriteString(t.text)
			continue
		}
		n := len(t.text)
		two := func(v int) {
			if n == 1 {
				b.WriteString(strconv.Itoa(v))
			} else {
				fmt.Fprintf(&b, "%02d", v)
			}
		}
		switch letter := t.text[0]; {
		case letter == 'y' && n <= 2:
			fmt.Fprintf(&b, "%02d", at.Year()%100)
		case letter == 'y', letter == 'e':
			b.WriteString(strconv.Itoa(at.Year()))
		case letter == 'm' && n <= 2 && s.isMinute(i):
			two(at.Minute())
		case letter == 'm' && n <= 2:
			two(int(at.Month()))
		case letter == 'd' && n <= 2:
			two(at.Day())
		case letter == 'h' && n <= 2 && !s.hasDate("p"):
			two(at.Hour())
		case letter == 's' && n <= 2:
			two(at.Second())
		case letter == 'a' && n == 3:
			b.WriteString(weekday(at))
		case letter == 'a' && n == 4:
			b.WriteString("星期" + weekday(at))
		default:
			return "", false
		}
	}
	return b.String(), true
}

func (s *section) hasDate(letter string) bool {
	for _, t := range s.tokens {
		if t.kind == dateToken && strings.HasPrefix(t.text, letter) {
			return true
		}
	}
	return false
}

// isMinute tells minutes from months: they stand next to hours or seconds.
func (s *section) isMinute(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if t := s.tokens[j]; t.kind == dateToken {
			if strings.TrimLeft(t.text, "[")[0] == 'h' {
				return true
			}
			break
		}
	}
	for _, t := range s.tokens[i+1:] {
		if t.kind == dateToken {
			return t.text[0] == 's'
		}
	}
	return false
}
