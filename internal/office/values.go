package office

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/ledger"
	"nianbao/internal/line"
	"nianbao/internal/pattern"
)

// How days and amounts are written in settings, in a text as on a sheet, and what is said of either.

// noLength is the fault of what is no number of characters.
func noLength(what string) error { return fmt.Errorf("“%s”应是正整数，如1000", what) }

// readFullDate is the day of the year of a date; ok is false for what is none.
func readFullDate(text string) (d check.Deadline, ok bool) {
	date, ok := chinese.ReadDay(strings.TrimSpace(text))
	return check.Deadline{Month: date.Month(), Day: date.Day()}, ok
}

// betweenDays is what people write between the first day and the last.
var betweenDays = pattern.New(`[～~至—]+`)

// readSpan reads a day, or a stretch of days, whose last may have the year of the first: 2025年1月28日至2月4日.
func readSpan(text string) (s ledger.Span, ok bool) {
	ends := betweenDays.Compiled().Split(strings.TrimSpace(text), -1)
	if len(ends) > 2 {
		return s, false
	}
	s.From, ok = chinese.ReadDay(ends[0])
	end := ends[len(ends)-1]
	last, known := chinese.ReadDay(end)
	if !known {
		last, known = chinese.ReadDay(strconv.Itoa(s.From.Year()) + "年" + end)
	}
	s.To = last
	return s, ok && known
}

// dayOf is a day as spreadsheets write it.
func dayOf(day time.Time) string { return day.Format(time.DateOnly) }

// DayInWords is a day, however it was typed or a spreadsheet has it, as it is said: 1月12日, with its year where that is not the one in which
// reports on a year are made, or where no year is known (0). What is no day is left as it is.
func DayInWords(text string, on int) string {
	if d, yearly := check.ReadDeadline(text); yearly {
		return d.String()
	}
	day, ok := chinese.ReadDay(text)
	switch {
	case !ok:
		return text
	case on == 0 || day.Year() != on+1:
		return chinese.DateText(day)
	}
	return check.Deadline{Month: day.Month(), Day: day.Day()}.String()
}

// amount is how a number of points or a share is written.
var amount = pattern.New(`^[0-9]{1,6}(\.[0-9]{1,8})?$`)

func readAmount(text string) (decimal.Decimal, error) {
	text = strings.TrimSuffix(chinese.HalfWidth(strings.TrimSpace(text)), "分")
	if !amount.MatchString(text) {
		return decimal.Decimal{}, errors.New("no amount")
	}
	return decimal.NewFromString(text)
}

// readShare reads a part of 1, or of a hundred with its sign; ok is false for none.
func readShare(text string) (share decimal.Decimal, ok bool) {
	text, percent := strings.CutSuffix(strings.ReplaceAll(strings.TrimSpace(text), "％", "%"), "%")
	share, err := readAmount(text)
	if percent {
		share = share.Shift(-2)
	}
	return share, err == nil && !share.IsZero()
}

// readPoints reads a number of points.
func readPoints(text string) (decimal.Decimal, error) {
	points, err := readAmount(text)
	if err != nil {
		return points, fmt.Errorf("“%s”不是分数，请写成如0.5", line.Single(text))
	}
	return points, nil
}

// twice is the fault of an entry that is there already.
func twice(name string) error { return fmt.Errorf("“%s”写了两次，请只留一处", name) }
