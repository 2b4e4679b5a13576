package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

// pointedAt finds applications of which a text speaks as told before: 这五件申请, 上述3件申请.
var pointedAt = pattern.NewWith("件政府信息公开申请 件信息公开申请 件公开申请 件申请", `(?:^|[，。；：、对\n])(?:这|上述|以上|前述)([0-9]+|[一二两三四五六七八九十百]+)件(?:政府信息公开|信息公开|公开)?申请`, "这", "上述", "以上", "前述")

// findRecalledRequests finds so many applications pointed at as neither the tables nor the texts have anywhere.
func findRecalledRequests(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range pointedAt.FindAllStringSubmatchIndex(p.Text, -1) {
				n, _ := chinese.ReadNumeral(p.Text[m[2]:m[3]] + "件")
				received, ok := (&tally{in: in}).value("requests.received.total")
				if !ok || in.countsRequests(n.Value) || in.tellsElsewhere(n.Value, s, i, m[2]) {
					continue
				}
				words := p.Text[m[2]:m[1]]
				f := s.finding(i, words, "文字写“"+words+"”，前面和第三部分的表里都没有这样多的，表中收到的申请是"+received.String()+"件，请核对。")
				f.Expected, f.Actual, f.Compared = received.String(), n.Value.String(), comparedTo("表里")
				found = append(found, f)
			}
		}
	}
	return found
}

// countsRequests says whether the table of applications has a total of so many anywhere.
func (in *Input) countsRequests(n decimal.Decimal) bool {
	t := tally{in: in}
	for _, cell := range in.Report.Edition.RequestCells() {
		if v, ok := t.value(cell.Key); ok && v.Equal(n) {
			return true
		}
	}
	return false
}

// tellsElsewhere says whether a number stands anywhere else in the texts.
func (in *Input) tellsElsewhere(n decimal.Decimal, but section, paragraph, at int) bool {
	for _, s := range in.read().Statements {
		if slices.ContainsFunc(s.Quantities, func(q *reading.Quantity) bool {
			return q.Value.Equal(n) && !(s.Section == but.passage.Key && s.Paragraph == paragraph && q.Start == at)
		}) {
			return true
		}
	}
	return false
}
