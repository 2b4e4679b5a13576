package job

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/opc"
)

// dropBlanks passes over forms as they were sent out where a report of their unit lies there too. One that is all that came is that report.
func (d *draw) dropBlanks() {
	forms := map[string][]int{}
	for i, g := range d.glances {
		if g.key() != "" && !d.dropped[i] && !g.ours {
			forms[g.key()] = append(forms[g.key()], i)
		}
	}
	for key, list := range forms {
		if len(list) < 2 {
			continue
		}
		blank := map[int]bool{}
		for _, i := range list {
			blank[i] = holdsUntouched(d.sources[i])
		}
		isFilled := func(i int) bool { return !blank[i] }
		if !slices.ContainsFunc(list, isFilled) {
			continue
		}
		for _, i := range list {
			if blank[i] && d.sources[i].Found {
				d.dropped[i] = true
				if !d.glances[i].copied {
					d.blanks = append(d.blanks, d.sources[i].Name)
				}
			}
		}
		d.at[key] = slices.DeleteFunc(d.at[key], func(i int) bool { return d.dropped[i] })
	}
	slices.Sort(d.blanks)
}

// holdsUntouched says whether a source is a workbook in which nobody has filled anything in.
func holdsUntouched(s Source) bool {
	data, err := s.Open()
	if err != nil || opc.Tell(data) != opc.Workbook {
		return false
	}
	r, err := s.read(data)
	return err == nil && IsUntouched(r)
}

// IsUntouched says whether in a form nobody has filled anything in: it has what it was sent out with, the unit's data, what the year before left,
// and noughts in the tables that are sent out with them.
func IsUntouched(r *model.Report) bool {
	if !r.InWorkbook() || len(r.Texts)+len(r.Answers)+len(r.Strays)+len(applications(r)) > 0 || r.Field("report.date") != "" {
		return false
	}
	for _, g := range r.Indicators {
		if !g.IsBlank() {
			return false
		}
	}
	noughts := map[string]bool{} // by the tables
	for _, t := range r.Edition.Tables() {
		noughts[t.Key] = t.Rare
	}
	carried := map[form.Key]bool{}
	for _, c := range r.Edition.CarryOvers() {
		carried[c.Key] = true
	}
	for _, c := range r.Edition.Cells() {
		if v := r.Figure(c.Key); v.State != model.Blank && !carried[c.Key] && !c.Total && !(noughts[c.Table] && v.IsNumber() && v.Number.IsZero()) {
			return false
		}
	}
	return true
}
