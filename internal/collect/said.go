package collect

import (
	"cmp"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// label is what a figure is called, for a list of names.
func label(e *form.Edition, k form.Key) string {
	if name, ok := model.IndicatorOf(k); ok {
		return indicatorLabel(name)
	}
	c, ok := e.Cell(k)
	if !ok {
		return string(k)
	}
	return c.Name()
}

func said(v model.Value) string { return saidAs(v.Printed()) }

// saidIn is the same of a figure of the form in a sentence, where no heading tells its unit.
func saidIn(m form.Measure, printed string) string {
	if unit := m.HeadUnit(); unit != "" && !strings.HasSuffix(printed, unit) && model.ParseFigure(m, printed).IsNumber() {
		return saidAs(printed) + unit
	}
	return saidAs(printed)
}

// saidAs is the same of what is printed.
func saidAs(printed string) string { return cmp.Or(chinese.Shortened(printed, 20), "空白") }
