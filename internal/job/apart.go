package job

import (
	"fmt"
	"strings"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/letter"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/verdict"
)

// toldApart tells where two reports differ that go by these names: in what is printed of them, and in what only forms hold, where both are forms;
// clauses, none where they are one report in two files.
func toldApart(a, b *model.Report, nameA, nameB string) []string {
	differences, unread := verdict.Told(published.Compare(a, b), nameA, nameB)
	told := append(differences, unread...)
	if a.Printed != nil || b.Printed != nil {
		return told
	}
	for _, f := range form.Fields() {
		if x, y := a.Field(f.Key), b.Field(f.Key); strings.HasPrefix(string(f.Key), "unit.") && f.Key != "unit.name" && x != y {
			told = append(told, fmt.Sprintf("“%s”：%s%s，%s%s", f.Label, nameA, quotedOrBlank(x), nameB, quotedOrBlank(y)))
		}
	}
	return told
}

func quotedOrBlank(text string) string {
	if text == "" {
		return "空白"
	}
	return "是“" + letter.InLine(text) + "”"
}

// Apart tells where two gathered reports with equal figures differ; they are read again for it, since what was gathered does not hold it.
func (g *Gathered) Apart(a, b county.Report) []string {
	var reports [2]*model.Report
	for i, file := range []string{a.File, b.File} {
		for _, in := range g.Inputs {
			if in.Name != file {
				continue
			}
			r, err := openSource(in.Source)
			if err != nil {
				return []string{"“" + file + "”读不了，没有比"}
			}
			reports[i] = r
		}
	}
	if reports[0] == nil || reports[1] == nil {
		return []string{"文字没有比"}
	}
	names := NamesApart([]string{a.File, b.File})
	return toldApart(reports[0], reports[1], "《"+letter.InLine(names[0])+"》", "《"+letter.InLine(names[1])+"》")
}
