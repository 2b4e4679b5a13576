package ledger

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"nianbao/internal/chinese"
)

// Calendar says which days are working days: Monday to Friday, but for official holidays, and the days of weekends that are worked in
// their place (调休). The State Council lays both down for each year anew, so that they are given and never known. The zero value
// knows weekends alone.
type Calendar struct {
	Holidays []Span
	Workdays []Span
}

// Span is a stretch of days, both ends in it.
type Span struct{ From, To time.Time }

// mostSpan is how many days a holiday, or the days worked for it, may have.
const mostSpan = 31

// Validate tells what cannot be in a calendar, as one sentence.
func (c Calendar) Validate() error {
	for _, list := range [][]Span{c.Holidays, c.Workdays} {
		for _, s := range list {
			switch {
			case s.To.Before(s.From):
				return fmt.Errorf("%s前后颠倒了", s)
			case s.To.Sub(s.From) >= mostSpan*24*time.Hour:
				return fmt.Errorf("%s超过了%d天，请核对年份和月份", s, mostSpan)
			}
		}
	}
	for _, h := range c.Holidays {
		for _, w := range c.Workdays {
			if !h.To.Before(w.From) && !w.To.Before(h.From) {
				return errors.New(w.String() + "既是节假日又是调休上班，请只留一处")
			}
		}
	}
	return nil
}

// String is the stretch as people write it.
func (s Span) String() string {
	if s.From.Equal(s.To) {
		return chinese.DateText(s.From)
	}
	return chinese.DateText(s.From) + "至" + chinese.DateText(s.To)
}

func (s Span) has(day time.Time) bool { return !day.Before(s.From) && !day.After(s.To) }

// IsWorkday says whether a day is one.
func (c Calendar) IsWorkday(day time.Time) bool {
	in := func(list []Span) bool { return slices.ContainsFunc(list, func(s Span) bool { return s.has(day) }) }
	switch {
	case in(c.Workdays):
		return true
	case in(c.Holidays):
		return false
	}
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// Knows says whether the calendar has the holidays of every year between two days.
func (c Calendar) Knows(from, to time.Time) bool {
	for year := from.Year(); year <= to.Year(); year++ {
		if !slices.ContainsFunc(c.Holidays, func(s Span) bool { return s.From.Year() == year || s.To.Year() == year }) {
			return false
		}
	}
	return true
}

// Days in which an application has to be answered, working days behind that on which it came in (《条例》第三十三条): with an extension
// as many again.
const (
	DaysToAnswer = 20
	DaysExtended = 2 * DaysToAnswer
)

// Due is the last day on which an application can be answered in time. What is asked of others, or to be corrected by the applicant,
// stops the clock, of which the ledger knows nothing.
func (a Application) Due(c Calendar) time.Time {
	left := DaysToAnswer
	if a.Extended {
		left = DaysExtended
	}
	day := a.Received
	for left > 0 {
		if day = day.AddDate(0, 0, 1); c.IsWorkday(day) {
			left--
		}
	}
	return day
}
