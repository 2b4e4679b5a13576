package job

import (
	"cmp"
	"fmt"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// mostDifferences is how many differences between two versions are told one by one.
const mostDifferences = 5

// Turned is a figure that became another one. For readers who do not know its short name, it has the words of the form.
type Turned struct{ Name, Label, Was, Is string }

func (t Turned) String() string { return t.Name + "由" + t.Was + "改为" + t.Is }

// differences tells in one clause what a later version of a report has changed: fields and figures one by one, texts by paragraph; "" for nothing.
func differences(before, after *model.Report) string {
	var list []string
	change := func(label, was, is string) {
		if was != is {
			list = append(list, Turned{label, label, cmp.Or(was, "空白"), cmp.Or(is, "空白")}.String())
		}
	}
	for _, f := range form.Fields() {
		change("“"+f.Label+"”", before.Field(f.Key), after.Field(f.Key))
	}
	for _, c := range after.Edition.Cells() {
		change(c.Label(), before.Figure(c.Key).Printed(), after.Figure(c.Key).Printed())
	}
	for _, p := range after.Edition.Passages() {
		for i := range max(len(before.Texts[p.Key]), len(after.Texts[p.Key])) {
			if paragraphAt(before, p.Key, i) != paragraphAt(after, p.Key, i) {
				list = append(list, fmt.Sprintf("“%s”第%d段的文字改了", p.Label, i+1))
			}
		}
	}
	switch {
	case list == nil:
		return ""
	case len(list) > mostDifferences:
		return fmt.Sprintf("改动有%d处：%s等", len(list), strings.Join(list[:mostDifferences], "；"))
	default:
		return "改动有：" + strings.Join(list, "；")
	}
}

func paragraphAt(r *model.Report, k form.Key, i int) string {
	if i < len(r.Texts[k]) {
		return r.Texts[k][i].Text
	}
	return ""
}
