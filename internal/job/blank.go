package job

import (
	"fmt"
	"strconv"
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// YearDue is the year that reports are written on at a time, by the clocks of China: the notices go out in December, and the reports are
// written in the January after.
func YearDue(now time.Time) int {
	if now = now.In(time.FixedZone("", 8*60*60)); now.Month() == time.December {
		return now.Year()
	}
	return now.Year() - 1
}

// Blank is a report to be filled in, of a unit on a year, with what last year's report leaves to it, and what that was; last is nil for
// none. The error is a remedy.Failure with the name of last year's file where that is of another year or unit.
func Blank(year int, unit, level string, last *model.Report, lastName string) (r *model.Report, carried []string, err error) {
	e, ok := form.ForYear(year)
	if !ok {
		return nil, nil, fmt.Errorf("%d年度还没有这种报告格式，年度请写%d以后的", year, form.Editions()[0].FirstYear)
	}
	r = model.New(e)
	r.Fields["report.year"] = model.Field{Text: strconv.Itoa(year)}
	r.Fields["unit.name"] = model.Field{Text: unit}
	r.Fields["unit.level"] = model.Field{Text: level}
	if last == nil {
		return r, nil, nil
	}
	if err := isBefore(last, year); err != nil {
		return nil, nil, remedy.Failure{File: lastName, Err: err}
	}
	if unit != "" && !chinese.IsSameUnit(last.Unit(), unit) {
		return nil, nil, remedy.Failure{File: lastName, Err: remedy.New(fmt.Sprintf("是“%s”的报告，不是“%s”的", last.Unit(), unit), remedy.NameFormer)}
	}
	return r, CarryOver(r, last), nil
}

// isBefore is the error of taking a report for that of the year before another one.
func isBefore(last *model.Report, year int) error {
	if y, ok := last.Year(); !ok || y != year-1 {
		return fmt.Errorf("是%s年度的报告，要生成%d年度的填报表，上年的应是%d年度的报告", last.YearText(), year, year-1)
	}
	return nil
}

// BlankName is what the file of a blank report is called.
func BlankName(r *model.Report) string {
	return FileName(r.Unit()+r.YearText()+"年政府信息公开年报填报") + plainWorkbook
}
