package reading

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// openView opens the list that 从渠道看 or 按类别分 announces, of the whole that was counted last.
func (r *reader) openView(c []token) bool {
	rest := withoutLead(c)
	if len(rest) == 0 || !rest[0].is("从", "按", "按照") || len(rest) > 1 && rest[1].in(outcomeWord) { // 按其他处理统计
		return false
	}
	text := chinese.Clip(r.statement.Text[rest[0].Start:c[len(c)-1].End], 18)
	views := chinese.ContainsAny(text, []string{"看", "来分", "分类", "划分", "统计"}) || strings.Contains(text, "分") && !chinese.ContainsAny(text, []string{"分析", "分别", "分管", "部分", "分公司", "分流", "分送", "分转", "分办", "分发", "分批"})
	whole := r.viewed(text)
	r.viewsUnknown = views && whole == nil
	if views && whole != nil && !isDispute(whole.thing) {
		r.list = &list{whole: whole, marker: "从"}
	}
	return views
}

// whoOrHow are words of a view on who applied, or by which way.
var whoOrHow = pattern.NewWords("主体 申请人 申请者 谁 身份 渠道 方式 途径 怎么申请 如何申请")

// viewed is the number that a view divides: the last whole, but what was carried over is divided by nothing, results divide what was
// answered, and applicants and ways what was received.
func (r *reader) viewed(text string) *Quantity {
	switch {
	case r.whole == nil, r.whole.otherTime, r.whole.isOfEach(): // 前三季度办结23件，第四季度办结11件。按结果分，
		return nil
	case r.received != nil && (r.whole.IsOfRequests() || r.whole.isUnnamed() || r.whole.did("answer", "handle", "carried_out", "pending")) &&
		whoOrHow.In(text):
		return r.received // 办结735件。从谁在申请看
	case r.whole.hasOutcome() && whoOrHow.In(text):
		return nil // 不予公开1件。从主体上看，个人3件
	case !r.whole.IsOfRequests() && chinese.ContainsAny(text, []string{"办理结果", "答复结果", "处理结果"}):
		return nil
	case !r.whole.IsOfRequests():
		return r.whole
	}
	deeds := []string{"receive", "handle"}
	if chinese.ContainsAny(text, []string{"结果", "答复", "处理", "办理"}) {
		deeds = []string{"answer", "handle", "receive"}
	}
	for _, deed := range deeds {
		if q := r.allThatDid(deed); q != nil && q.whole == nil && q.IsOfRequests() {
			if r.isNewDivision(q) {
				return r.received
			}
			return q
		}
	}
	switch {
	case r.whole.did("carried_in", "carried_out", "carried", "pending"):
		return nil
	case r.isNewDivision(r.whole):
		return r.received
	}
	return r.whole
}

// isNewDivision says whether a view divides once more what was received, and not those of some applicants that were told last: 自然人236件；法人或其他组织41件，其中
// 企业20件、律师事务所21件。按受理机关分，…….
func (r *reader) isNewDivision(last *Quantity) bool {
	return r.received != nil && len(last.applicants) > 0 && last.did("receive") && (len(last.parts) > 0 || last.Statement != r.statement)
}
