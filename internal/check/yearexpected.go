package check

import (
	"fmt"

	"nianbao/internal/form"
)

var yearExpected = Rule{
	ID: "year-expected", Level: Fatal, Title: "指定了收哪一年度的，报告年度就是那一年", Citation: "《条例》第四十九条、第五十条",
	Find: findYearExpected,
	Cases: func() []Case {
		return []Case{
			{Why: "交来的是上一年度的", Year: 2024, Expected: 2025, Finds: []form.Key{"report.year"}},
			{Why: "年度多写了一年", Set: []Entry{{"report.year", "2026"}}, Expected: 2025, Finds: []form.Key{"report.year"}},
			{Why: "就是这一年度的", Expected: 2025},
			{Why: "没有说收哪一年度的", Set: []Entry{{"report.year", "2024"}}},
			{Why: "读不出年度的另有一条规则", Set: []Entry{{"report.year", "今年"}}, Expected: 2025},
		}
	},
}

func findYearExpected(in *Input) []Finding {
	year, ok := in.Report.Year()
	if !ok || in.Expected == 0 || year == in.Expected {
		return nil
	}
	f, _ := form.FieldByKey("report.year")
	return []Finding{{
		Message:  fmt.Sprintf("这次收的是%d年度的报告，这一份是%d年度的，请核对是不是交错了文件，或者改正报告年度。", in.Expected, year),
		Expected: fmt.Sprint(in.Expected), Actual: fmt.Sprint(year),
		Cells: []Cell{in.fieldCell(f)},
	}}
}
