package check

import (
	"fmt"

	"nianbao/internal/form"
	"nianbao/internal/remedy"
)

var readByLabels = Rule{
	ID: "read-by-labels", Level: Query, Title: "填报表的格子要有名称，程序靠它认出每一格", Citation: "填报说明",
	Find: findReadByLabels,
	Cases: func() []Case {
		return []Case{
			{Why: "在线编辑器丢了格子的名称", ByLabels: []form.Key{"unit.name", "requests.received.natural_person", "narrative.overview"}, Finds: []form.Key{"unit.name"}},
			{Why: "只丢了一格的名称", ByLabels: []form.Key{"requests.received.natural_person"}, Finds: []form.Key{"requests.received.natural_person"}},
			{Why: "名称都在"},
		}
	},
}

// findReadByLabels tells in one finding that the workbook was read by its labels, and which program did that to it.
func findReadByLabels(in *Input) []Finding {
	found := in.Report.ByLabels
	if len(found) == 0 {
		return nil
	}
	first := Cell{Key: found[0], Role: Subject, Label: in.labelOf(found[0])}
	message := fmt.Sprintf("填报表里有%d格的名称不见了", len(found))
	if len(found) == 1 {
		message = first.Label + "这一格的名称不见了"
	} else {
		first.Label = fmt.Sprintf("%d格", len(found)) // of which the first is no better than the others
	}
	if by := in.Report.SavedBy; by != "" {
		message += "（最后是用“" + told(by) + "”保存的）"
	}
	return []Finding{{
		Message: message + "，已按表上印的项目名称读取，请核对数字和文字读得对不对。",
		Remedy:  remedy.Remedy{Action: remedy.RestoreNames},
		Cells:   []Cell{first},
	}}
}

// labelOf is what a figure, a field or a text is called.
func (in *Input) labelOf(k form.Key) string {
	if c, ok := in.Report.Edition.Cell(k); ok {
		return c.Label()
	}
	return in.labelOfText(k)
}
