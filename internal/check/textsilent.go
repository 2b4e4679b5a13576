package check

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

var textSilent = Rule{
	ID: "text-silent", Level: Info, Title: "表中有申请、复议或者诉讼的，文字里提到；写了收到申请的，写明怎样办的", Citation: "年度报告格式第一部分",
	Find: func(in *Input) []Finding { return slices.Concat(findSilence(in), findOutcomeUntold(in)) },
	Cases: func() []Case {
		return []Case{
			{Why: "表中有复议，文字没有提", Set: disputed("全年主动公开政府信息320条。"), Finds: []form.Key{"disputes.review.total"}},
			{Why: "表中有申请，文字没有提", Set: thirty("全年主动公开政府信息320条。"), Finds: []form.Key{"requests.received.total"}},
			{Why: "写在“依申请公开”的标题下面", Set: thirty("依申请公开工作。收到30件，都已答复。")},
			{Why: "收到了，没有写怎样办的", Set: thirty("（二）依申请公开。全年收到政府信息公开申请30件，都是村民提出的。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "写了怎样办的", Set: thirty("（二）依申请公开。全年收到政府信息公开申请30件，均已答复。")},
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

var (
	// receivedSome is how texts say how many applications came in.
	receivedSome = pattern.New(`(?:收到|新收|接到|受理)[^，。；：0-9]{0,30}申请[^，。；：0-9]{0,4}[1-9][0-9]*件`, "收到", "新收", "接到", "受理")
	// cameOf are words for what came of applications, or that nothing came of them yet.
	cameOf = pattern.NewWords("答复 办结 办理 办毕 回复 予以公开 部分公开 不予公开 无法提供 不予处理 撤回 告知 处理 结案 办妥 提供了 作出 公开了 满意 结转 转入 转至 转到 下年 下一年 次年 明年 尚未 还在 正在 仍在 尚在 待办 在办")
)

// findOutcomeUntold finds that the first section tells how many applications came in and nothing of what came of them.
func findOutcomeUntold(in *Input) []Finding {
	overview, ok := in.section("narrative.overview")
	if !ok || cameOf.In(overview.text()) {
		return nil
	}
	for _, s := range in.read().Statements {
		if words := receivedSome.FindString(s.Text[s.Start:s.End]); words != "" && s.Section == overview.passage.Key && s.TellsOf("application") {
			return []Finding{in.findingOn(s, words, "写了收到的申请，没有写怎样办的，请补上一句，如“均已答复”。")}
		}
	}
	return nil
}
