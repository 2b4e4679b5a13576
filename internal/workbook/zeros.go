package workbook

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// zeros are the figures that Options.Zero fills in: those of the tables in which most units have nothing, but for those that last year's report
// tells and that could not be read in it (Missing), and for what became of the applications of a column that has some, which only the clerk knows.
func zeros(r *model.Report) map[form.Key]bool {
	fill := map[form.Key]bool{}
	for _, t := range r.Edition.Tables() {
		for _, c := range r.Edition.Cells() {
			fill[c.Key] = fill[c.Key] || t.Rare && c.Table == t.Key && !c.Total && r.Figure(c.Key).State != model.Missing
		}
	}
	for _, relation := range r.Edition.Relations() {
		if applied, _ := r.Edition.Cell(relation.Left[0]); relation.Kind != form.Balanced || applied.Total {
			continue
		}
		some := func(k form.Key) bool {
			v := r.Figure(k)
			return v.State != model.Blank && !(v.IsNumber() && v.Number.IsZero())
		}
		if slices.ContainsFunc(relation.Left, some) {
			for _, k := range relation.Right {
				fill[k] = false
				for _, part := range r.Edition.Parts(k) {
					fill[part] = false
				}
			}
		}
	}
	return fill
}
