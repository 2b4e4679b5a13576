package check

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

// satisfied finds a rate of satisfaction and, behind it, the questionnaires that it is counted from.
var satisfied = pattern.NewWith("问卷", `满意[率度](?:为|达|达到|是)?([0-9]+(?:\.[0-9]+)?)%[^。；]{0,12}(?:收回|回收)(?:有效)?问卷([0-9]+)份，[^。；0-9]{0,8}满意(?:的)?([0-9]+)[份人]([^。；]{0,8})`, "满意率", "满意度")

// findSatisfied finds that such a rate is none of those numbers'.
func findSatisfied(_ *Input, s section, i int) []Finding {
	var found []Finding
	for _, m := range satisfied.FindAllStringSubmatch(s.paragraphs[i].Text, -1) {
		rate, all, some := decimal.RequireFromString(m[1]), decimal.RequireFromString(m[2]), decimal.RequireFromString(m[3])
		share, places := reading.Share{Part: some, Whole: all}, -rate.Exponent()
		if !all.IsPositive() || strings.Contains(m[0], "不满意") || reading.HasDegrees(m[0]) || share.Bears(rate, places) {
			continue
		}
		due := share.Percent(places).StringFixed(places) + "%"
		f := s.finding(i, strings.TrimSuffix(m[0], m[4]), "文字写“"+m[1]+"%”，按"+m[3]+"除以"+m[2]+"算是"+due+"，请核对。")
		f.Expected, f.Actual, f.Compared = due, m[1]+"%", comparedTo("算出来")
		found = append(found, f)
	}
	return found
}
