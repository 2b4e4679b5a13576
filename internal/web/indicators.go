package web

import (
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// indicatorView is what was given for an indicator.
type indicatorView struct {
	Key                form.Key
	Name, Unit, Digits string
	Value, Remark      string
	Fixed              bool // the name stands above already: it can be changed there alone
	marks
}

func (m *marking) indicators() (list []indicatorView) {
	seen := map[string]bool{}
	for _, g := range m.report.Indicators {
		list = append(list, indicatorView{g.Key(), g.Name, g.Unit, g.Digits(), g.Value.Printed(), g.Remark.Printed(), seen[g.Name], m.of(g.Key())})
		seen[g.Name] = true
	}
	return list
}

// hasIndicator says whether a key is that of an indicator that is shown, or of none at all.
func hasIndicator(r *model.Report, k form.Key) bool {
	name, ok := model.IndicatorOf(k)
	if !ok {
		return true
	}
	_, ok = r.Given(name)
	return ok
}
