package job

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// Predecessor is a report of the year before of a unit that became another, alone (it was renamed) or with others (they were merged).
type Predecessor struct {
	Name   string // of the file
	Report *model.Report
}

// Merged is the reports of several units on one year as one: each figure is the sum, and blank where one of them has no number. Names and
// texts are none, since they were never one unit's. One report is itself.
func Merged(reports []*model.Report) *model.Report {
	if len(reports) == 1 {
		return reports[0]
	}
	sum := model.New(reports[0].Edition)
	for _, k := range []form.Key{"report.year", "unit.level", "report.scope"} {
		if same := reports[0].Field(k); !slices.ContainsFunc(reports, func(r *model.Report) bool { return r.Field(k) != same }) {
			sum.Fields[k] = model.Field{Text: same}
		}
	}
	for _, c := range sum.Edition.Cells() {
		var total decimal.Decimal
		known := true
		for _, r := range reports {
			_, has := r.Edition.Cell(c.Key)
			worth, ok := r.Figure(c.Key).Worth(c.Measure)
			total, known = total.Add(worth), known && has && ok
		}
		if known {
			sum.Figures[c.Key] = model.SumValue(c.Measure, total)
		}
	}
	return sum
}

// ofEach tells what each of several units left of a sum: （清溪镇人民政府2、柏坞乡人民政府1）; "" for one.
func ofEach(reports []*model.Report, c form.CarryOver) string {
	if len(reports) < 2 {
		return ""
	}
	var told []string
	for _, r := range reports {
		v, _ := carried(c, r)
		told = append(told, r.Unit()+v.String())
	}
	return "：" + strings.Join(told, "、")
}

// BlankOf is Blank of a unit that others became: what they left to it is added up. The error is a remedy.Failure with the name of the file
// that is of another year, or of a unit that is there already.
func BlankOf(year int, unit, level string, before []Predecessor) (r *model.Report, carried []string, err error) {
	if r, _, err = Blank(year, unit, level, nil, ""); err != nil {
		return nil, nil, err
	}
	var reports []*model.Report
	for i, p := range before {
		if err := isBefore(p.Report, year); err != nil {
			return nil, nil, remedy.Failure{File: p.Name, Err: err}
		}
		for _, other := range before[:i] {
			if chinese.UnitKey(other.Report.Unit()) == chinese.UnitKey(p.Report.Unit()) {
				return nil, nil, remedy.Failure{File: p.Name, Err: fmt.Errorf("和“%s”都是“%s”的，相加会算两次，请只留一份", other.Name, p.Report.Unit())}
			}
		}
		reports = append(reports, p.Report)
	}
	return r, CarryOver(r, reports...), nil
}
