package check

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var textSilent = Rule{
	ID: "text-silent", Level: Info, Title: "表中有申请、复议或者诉讼的，文字里提到", Citation: "年度报告格式第一部分",
	Find: findSilence,
	Cases: func() []Case {
		return []Case{
			{Why: "表中有复议，文字没有提", Set: disputed("全年主动公开政府信息320条。"), Finds: []form.Key{"disputes.review.total"}},
			{Why: "表中有申请，文字没有提", Set: thirty("全年主动公开政府信息320条。"), Finds: []form.Key{"requests.received.total"}},
			{Why: "写在“依申请公开”的标题下面", Set: thirty("依申请公开工作。收到30件，都已答复。")},
			{Why: "提到了，不写数也可以", Set: disputed("妥善办理政府信息公开行政复议。")},
			{Why: "都是0，不用提", Set: []Entry{{"narrative.overview", "全年主动公开政府信息320条。"}}},
		}
	},
}

// findSilence finds that the texts say nothing of what the tables count.
func findSilence(in *Input) []Finding {
	var found []Finding
	statements := in.read().Statements
	says := func(things ...string) bool {
		return slices.ContainsFunc(statements, func(s *reading.Statement) bool { return slices.ContainsFunc(things, s.TellsOf) })
	}
	for _, matter := range []struct {
		figure form.Key
		what   string
		things []string
	}{
		{"requests.received.total", "收到的申请", []string{"application", "application?"}},
		{"disputes.review.total", "行政复议", []string{"review"}},
		{"disputes.litigation_direct.total", "行政诉讼", []string{"litigation", "litigation_direct", "litigation_after_review"}},
		{"disputes.litigation_after_review.total", "复议后的行政诉讼", []string{"litigation", "litigation_direct", "litigation_after_review"}},
	} {
		figure := in.Report.Figure(matter.figure)
		overview, ok := in.section("narrative.overview")
		if !ok || !figure.IsNumber() || !figure.Number.IsPositive() || says(matter.things...) {
			continue
		}
		f := overview.lackFinding("表中" + matter.what + "是" + figure.Printed() + "件，文字里没有提到，请在“" + overview.passage.Label + "”里写一句。")
		text := f.Cells[0]
		text.Role, text.Value = Term, excerpt(overview.text())
		f.Cells = []Cell{in.figureCell(matter.figure, Subject), text}
		found = append(found, f)
	}
	return found
}
