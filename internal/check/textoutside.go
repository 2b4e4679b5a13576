package check

import (
	"nianbao/internal/form"
)

var textOutside = Rule{
	ID: "text-outside", Level: Fatal, Gather: BySheet, Title: "填报表的黄色格外面不能写内容（印不到报告里）", Citation: "填报说明",
	Find: func(in *Input) []Finding {
		var found []Finding
		for _, stray := range in.Report.Strays {
			found = append(found, Finding{
				Message: "“" + excerpt(stray.Text) + "”写在了黄色格外面，不会印到报告里。请移到黄色格里（行不够，就在黄色格之间插入行），或者删去。",
				Actual:  stray.Text,
				Cells:   []Cell{{Role: Subject, Label: "黄色格外面", Value: stray.Text, Place: stray.Place}},
				Text:    &Quote{Section: stray.Place.Sheet, Words: excerpt(stray.Text)},
			})
		}
		return found
	},
	Cases: func() []Case {
		return []Case{
			{Why: "一段写到了文字栏下面", Stray: "（六）其他工作。", Finds: []form.Key{""}},
			{Why: "都写在格子里"},
		}
	},
}
