package check

import (
	"fmt"

	"nianbao/internal/form"
)

var reviewFirst = Rule{
	ID: "review-first", Level: Info, Needs: []form.Key{"disputes.litigation_direct.total"}, Title: "2024年起，不予公开要先申请复议，“未经复议直接起诉”一般是0", Citation: "《中华人民共和国行政复议法》（2023年修订）第二十三条",
	Find: func(in *Input) []Finding {
		const since = 2024 // the law holds from 1 January of that year on
		year, _ := in.Report.Year()
		direct := in.Report.Figure("disputes.litigation_direct.total")
		if year < since || !direct.IsNumber() || !direct.Number.IsPositive() {
			return nil
		}
		return []Finding{{
			Message: fmt.Sprintf("%s是%s。2024年1月1日起，对不予公开不服的要先申请复议，不能直接起诉。请核对是不是该填在“复议后起诉”里，或者说的是别的行为。",
				in.label("disputes.litigation_direct.total"), direct.Printed()),
			Actual: direct.Printed(), Cells: []Cell{in.figureCell("disputes.litigation_direct.total", Subject)},
		}}
	},
	Cases: func() []Case {
		return []Case{
			{Why: "直接起诉的有1件", Set: []Entry{{"disputes.litigation_direct.upheld", "1"}, {"disputes.litigation_direct.total", "1"}}, Finds: []form.Key{"disputes.litigation_direct.total"}},
			{Why: "复议后起诉的不说", Set: []Entry{{"disputes.litigation_after_review.upheld", "1"}, {"disputes.litigation_after_review.total", "1"}}},
			{Why: "2023年还可以直接起诉", Year: 2023, Set: []Entry{{"disputes.litigation_direct.upheld", "1"}, {"disputes.litigation_direct.total", "1"}}},
		}
	},
}
