package check

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

// casesCounted finds the numbers of cases.
var casesCounted = pattern.New(`([1-9][0-9]*)件`, "件")

// fewestDecided is how many reviews the table has at least that are as many by no chance.
const fewestDecided = 5

// findReviewsDecided finds that table four has the reviews which the unit decides for its government: 受理171件……不属于以本局为被申请人的案件.
func findReviewsDecided(in *Input) []Finding {
	reviews := in.Report.Figure("disputes.review.total")
	total := reviews.Number
	if !reviews.IsNumber() || total.LessThan(decimal.NewFromInt(fewestDecided)) {
		return nil
	}
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			at := reading.OwnBusiness.FindStringIndex(p.Text)
			if at == nil || !strings.Contains(p.Text, "复议") {
				continue
			}
			for _, m := range casesCounted.FindAllStringSubmatch(p.Text[:at[0]], -1) {
				if decimal.RequireFromString(m[1]).Equal(total) {
					clause, _ := chinese.Around(p.Text, at[0], chinese.ClauseEnds)
					f := s.finding(i, clause, fmt.Sprintf("第四部分表中的行政复议是%s件，正是文字里本机关办理的复议案件数。表四只填以本机关为被申请人的，请核对。", total))
					f.Cells = append(f.Cells, in.figureCell("disputes.review.total", Term))
					return []Finding{f}
				}
			}
		}
	}
	return nil
}
