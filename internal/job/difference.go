package job

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// mostDifferences is how many differences between two versions are told one by one.
const mostDifferences = 5

// Turned tells of a value that it became another one.
func Turned(name, was, is string) string { return name + "由" + was + "改为" + is }

// differences tells in one clause what a later version of a report has changed on the form; "" for nothing.
func differences(before, after *model.Report) string { return toldTogether(differing(before, after)) }

// changes is differences with those beside the form, which data and pages do not hold: of indicators and of the ledger.
func changes(before, after *model.Report) string {
	list := differing(before, after)
	for _, g := range after.Indicators {
		was, _ := before.Given(g.Name)
		name := "附表的“" + g.Name + "”"
		if was, is := was.Value.Printed(), g.Value.Printed(); was != is {
			list = append(list, Turned(name, cmp.Or(was, "空白"), cmp.Or(is, "空白")))
		}
		if was.Remark.Printed() != g.Remark.Printed() {
			list = append(list, name+"的备注改了")
		}
	}
	for _, g := range before.Indicators {
		if _, there := after.Given(g.Name); !there && !g.IsBlank() {
			list = append(list, "附表的“"+g.Name+"”没有了")
		}
	}
	if !slices.Equal(applications(before), applications(after)) {
		list = append(list, "依申请台账改了")
	}
	return toldTogether(list)
}

// differing are the fields and figures of the form that a later version has otherwise, one by one, and the texts by paragraph.
func differing(before, after *model.Report) (list []string) {
	change := func(label, was, is string) {
		if was != is {
			list = append(list, Turned(label, cmp.Or(was, "空白"), cmp.Or(is, "空白")))
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
	return list
}

// toldTogether is a list of differences in one clause; "" for none.
func toldTogether(list []string) string {
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
