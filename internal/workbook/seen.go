package workbook

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/model"
	"nianbao/internal/numfmt"
	"nianbao/internal/spreadsheet"
)

// What a clerk sees in a cell is what the report is to say. Where a number format only dresses the number, with zeros in front, a mask,
// a mark at every third digit, the cell is read; where it shows something else than the cell holds, that is told.

// figureIn reads what a cell holds as a figure.
func figureIn(b *spreadsheet.Book, c spreadsheet.Cell, m model.Notation) model.Value {
	text := b.Text(c)
	switch {
	case c.NoResult:
		return model.Value{State: model.Unreadable, Text: text}
	case c.Kind == spreadsheet.TextKind:
		if seen := seenText(b, c); seen != text {
			return model.Value{State: model.Unreadable, Text: seen, Stored: text}
		}
		v := model.ParseFigure(m, text)
		if v.IsNumber() && len(v.Repairs) == 0 && !m.CarriesUnit() && !model.IsSignedIncrease(m, text) {
			v.Repairs = []string{model.StoredAsText}
		}
		return v
	}
	d, ok := numfmt.ParseNumber(c.Value)
	if c.Kind != spreadsheet.NumberKind || !ok {
		return model.Value{State: model.Unreadable, Text: text}
	}
	return seenFigure(b, b.Code(c), d, m)
}

// seenText is what a cell shows of a text, the text itself but for formats that hide it or put something to it.
func seenText(b *spreadsheet.Book, c spreadsheet.Cell) string {
	f := b.Code(c)
	if f == nil || strings.TrimSpace(c.Value) == "" {
		return c.Value
	}
	if seen := f.ShowText(c.Value); strings.TrimSpace(seen) != strings.TrimSpace(c.Value) {
		return seen
	}
	return c.Value
}

// seenFigure reads a number as the figure that its format shows. Fewer decimals than the number has are not held against it: a
// count with a fraction has a rule of its own, and an amount is printed as it is.
func seenFigure(b *spreadsheet.Book, f *numfmt.Code, d decimal.Decimal, m model.Notation) model.Value {
	v := model.NumberValue(d)
	if m.Whole() {
		v = model.NumberValue(whole(d))
	}
	if f == nil {
		return v
	}
	s := f.Show(d, b.Calendar)
	switch {
	case s.IsDay:
		return model.Value{State: model.Unreadable, Text: b.Calendar.Date(d)}
	case s.Share:
		return model.Value{State: model.Unreadable, Text: d.Shift(2).String() + "%"}
	case s.IsDate, !s.Known:
		return model.Value{State: model.Unreadable, Text: s.Text, Stored: d.String()}
	}
	seen := model.ParseFigure(m, undressed(s.Text))
	switch {
	case seen.IsNumber() && seen.Number.Equal(d.Round(-seen.Number.Exponent())):
		v.Unit = seen.Unit
		return v
	case d.IsZero() && f.ShowsNumbers() && strings.Trim(s.Text, " -—¥￥") == "": // as accounts write a zero
		return v
	}
	return model.Value{State: model.Unreadable, Text: s.Text, Stored: d.String()}
}

// undressed is what a cell shows of a number without a sign of currency, and with the minus for which accounts write brackets.
func undressed(seen string) string {
	seen = strings.TrimSpace(seen)
	if inside, ok := strings.CutPrefix(seen, "("); ok {
		if inside, ok = strings.CutSuffix(inside, ")"); ok {
			seen = "-" + strings.TrimSpace(inside)
		}
	}
	for _, sign := range []string{"¥", "￥", "$", "CNY", "RMB"} {
		seen = strings.Replace(seen, sign, "", 1)
	}
	if number, ok := strings.CutPrefix(seen, "-"); ok {
		return "-" + strings.TrimSpace(number)
	}
	return strings.TrimSpace(seen)
}

// wordsIn reads what a cell holds as text; what is unread is on one line. Of a day the date itself is wanted where the cell is for one.
func wordsIn(b *spreadsheet.Book, c spreadsheet.Cell, wantsDate bool) (text string, u model.Unread) {
	if text, u = wordsOrNotIn(b, c, wantsDate); u.IsUnread() {
		text, u.Stored = oneLine(text), oneLine(u.Stored)
	}
	return text, u
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func wordsOrNotIn(b *spreadsheet.Book, c spreadsheet.Cell, wantsDate bool) (text string, u model.Unread) {
	text = b.Text(c)
	switch {
	case c.NoResult:
		return text, model.Unread{Fault: model.NoResult}
	case c.Value == "":
		return "", model.Unread{}
	case c.Kind == spreadsheet.ErrorKind:
		return text, model.Unread{Fault: model.ErrorValue}
	case c.Kind == spreadsheet.BooleanKind:
		return text, model.Unread{Fault: model.TruthValue}
	case c.Kind == spreadsheet.TextKind:
		if seen := seenText(b, c); seen != text {
			return seen, model.Unread{Fault: model.Disguised, Stored: text}
		}
		return text, model.Unread{}
	case c.Kind != spreadsheet.NumberKind:
		return text, model.Unread{}
	}
	d, ok := numfmt.ParseNumber(c.Value)
	if !ok || d.Abs().GreaterThanOrEqual(decimal.New(1, numfmt.Digits)) {
		return c.Value, model.Unread{Fault: model.CutOff}
	}
	f := b.Code(c)
	if f == nil {
		return text, model.Unread{}
	}
	s := f.Show(d, b.Calendar)
	switch {
	case s.IsDate && wantsDate && d.GreaterThanOrEqual(decimal.New(1, 0)): // a time alone is no day
		return b.Calendar.Date(d.Floor()), model.Unread{}
	case s.IsDate && wantsDate:
		return text, model.Unread{}
	case s.Known && !s.IsDate && !s.IsWords:
		if words, ok := dressed(d, s); ok {
			return words, model.Unread{}
		}
	}
	return s.Text, model.Unread{Fault: model.Disguised, Stored: d.String()}
}

// dressed is a number as its format shows it, where all digits of the number are seen and no others but zeros: as it is seen with zeros
// in front or a mask, and with its own digits where what is seen differs only by marks at every third digit or by decimals.
func dressed(d decimal.Decimal, s numfmt.Display) (words string, ok bool) {
	seen := strings.TrimSpace(s.Text)
	if s.Share {
		share, found := strings.CutSuffix(seen, "%")
		value, err := decimal.NewFromString(share)
		return d.Shift(2).String() + "%", found && err == nil && value.Equal(d.Shift(2))
	}
	if padded := strings.HasPrefix(seen, "0") && len(seen) > 1 && seen[1] != '.'; !padded {
		if value, err := decimal.NewFromString(strings.ReplaceAll(seen, ",", "")); err == nil {
			return d.String(), value.Equal(d)
		}
	}
	if strings.Trim(seen, "0123456789-() ") != "" || d.IsNegative() {
		return "", false
	}
	digits := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, seen)
	return seen, digits != "" && strings.TrimLeft(digits, "0") == strings.TrimLeft(d.String(), "0")
}
