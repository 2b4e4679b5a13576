package job

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// LastYear holds the reports of the year before, to compare with: one report, or those of a folder by unit.
type LastYear struct {
	single *model.Report
	byUnit map[string][]*model.Report
	Notes  []string // what could not be used, in plain words
}

// OpenLastYear opens last year's report, or all reports of a folder.
func OpenLastYear(path string) (*LastYear, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		r, err := Open(path)
		if err != nil {
			return nil, Failure{path, err}
		}
		return &LastYear{single: r}, nil
	}
	files, failures := Inputs([]string{path})
	l := &LastYear{byUnit: map[string][]*model.Report{}}
	for _, file := range files {
		r, err := Open(file)
		if err != nil {
			failures = append(failures, Failure{file, err})
			continue
		}
		l.byUnit[r.Unit()] = append(l.byUnit[r.Unit()], r)
	}
	for _, f := range failures {
		l.Notes = append(l.Notes, f.Error())
	}
	if len(l.byUnit) == 0 {
		return nil, Failure{path, errors.New("没有可用的上年报告，请核对 --last 后面的文件夹")}
	}
	return l, nil
}

// Of finds the report to compare with; note says why there is none. A nil receiver has none and says nothing.
func (l *LastYear) Of(r *model.Report) (last *model.Report, note string) {
	if l == nil {
		return nil, ""
	}
	year, ok := r.Year()
	if !ok {
		return nil, "报告年度读不出，没有和上年比较"
	}
	candidates := l.byUnit[r.Unit()]
	if l.single != nil {
		candidates = []*model.Report{l.single}
	}
	for _, c := range candidates {
		if y, ok := c.Year(); ok && y == year-1 && c.Unit() == r.Unit() {
			return c, ""
		}
	}
	if l.single != nil {
		return nil, fmt.Sprintf("--last 给的是“%s”，不是“%s”%d年度的报告，没有比较", l.single.Title(), r.Unit(), year-1)
	}
	return nil, fmt.Sprintf("没有找到“%s”%d年度的报告，没有和上年比较", r.Unit(), year-1)
}

// CarryOver fills a blank report with what last year's leaves to it: the unit's data, the carry-over and the stocks,
// and lists what was filled in and where it came from. Nothing that is there already is changed.
func CarryOver(r, last *model.Report) []string {
	var notes []string
	for _, f := range form.Fields() {
		if strings.HasPrefix(string(f.Key), "unit.") && r.Field(f.Key) == "" && last.Field(f.Key) != "" {
			r.Fields[f.Key] = model.Field{Text: last.Field(f.Key)}
			notes = append(notes, fmt.Sprintf("%s：%s", f.Label, last.Field(f.Key)))
		}
	}
	for _, c := range r.Edition.Cells() {
		v, from := carried(&c, last)
		if c.Total || from == "" || !v.IsNumber() || r.Figure(c.Key).State != model.Blank {
			continue
		}
		r.Figures[c.Key] = model.NumberValue(v.Number)
		if !v.IsZero() {
			notes = append(notes, fmt.Sprintf("%s：%s（上年报告的%s）", c.Label(), v.Printed(), from))
		}
	}
	return notes
}

// carried is what last year's report says of a figure's beginning, and in which of its cells; from is "" if it says nothing.
func carried(c *form.Cell, last *model.Report) (v model.Value, from string) {
	key := string(c.Key)
	if column, ok := strings.CutPrefix(key, "requests.carried_in."); ok {
		return stated(last, form.Key("requests.carried_out."+column))
	}
	if strings.HasSuffix(key, ".in_force") {
		return stated(last, c.Key)
	}
	if row, ok := strings.CutSuffix(key, ".items"); ok {
		items, label := stated(last, c.Key)
		change, _ := stated(last, form.Key(row+".change"))
		if label != "" && items.IsNumber() && change.IsNumber() {
			return model.NumberValue(items.Number.Add(change.Number)), label + "加上增减"
		}
	}
	return model.Value{}, ""
}

func stated(r *model.Report, k form.Key) (v model.Value, label string) {
	cell, ok := r.Edition.Cell(k)
	if !ok {
		return model.Value{}, ""
	}
	return r.Figure(k), cell.Label()
}
