package reading

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// ground is a phrase for a row of the form: why an application was not granted.
type ground struct {
	row   string
	parts []string // in their order, with anything between them
	size  int      // of all parts, in bytes
}

// grounds are the phrases of words/grounds.txt, read on first use.
var grounds = sync.OnceValue(func() []ground {
	phrases, err := readWords(nil, groundsFile)
	if err != nil {
		panic("reading: " + err.Error()) // a file of this program itself, which the tests read
	}
	all := make([]ground, 0, len(phrases))
	for _, p := range phrases {
		g := ground{row: p.value, parts: strings.Split(p.text, "…")}
		for _, part := range g.parts {
			g.size += len(part)
		}
		all = append(all, g)
	}
	return all
})

// groundSigns are the first parts of the phrases.
var groundSigns = sync.OnceValue(func() *pattern.Words {
	signs := make([]string, 0, len(grounds()))
	for _, g := range grounds() {
		signs = append(signs, g.parts[0])
	}
	return pattern.ListOf(signs)
})

// in says whether a text holds the phrase.
func (g *ground) in(text string) bool {
	for _, part := range g.parts {
		_, rest, found := strings.Cut(text, part)
		if !found {
			return false
		}
		text = rest
	}
	return true
}

// groundIn is the row of a group that a text gives a reason of, of any group if that is ""; "" if it gives none. A reason counts before its group, and
// the longest phrase of several.
func groundIn(text, group string) (row string) {
	if !groundSigns().In(text) {
		return ""
	}
	longest, isReason := 0, false
	all := grounds()
	for i := range all {
		g := &all[i]
		reason := strings.Contains(g.row, ".")
		if group != "" && g.row != group && !strings.HasPrefix(g.row, group+".") || isReason && !reason || isReason == reason && g.size <= longest || !g.in(text) {
			continue
		}
		row, longest, isReason = g.row, g.size, reason
	}
	return row
}

// groundOf is groundIn of what examples are named of, or of the whole: 案件讨论记录等案卷内容 are files.
func groundOf(text, group string) (row string) {
	if _, kind, found := strings.Cut(text, "等"); found {
		row = groundIn(kind, group)
	}
	return cmp.Or(row, groundIn(text, group))
}

// settleGround reads what came of applications out of the reason that is given in the office's own words: 不公开7件，其中涉及商业秘密2件, 8件查无此信息.
// A reason without its outcome counts only where others beside it are outcomes, since applications may be about the same matters.
func (q *Quantity) settleGround() {
	if !q.mayBeResult() {
		return
	}
	if rows := q.groundsTogether(); len(rows) > 1 {
		q.becomesResult(rows...)
		return
	}
	if q.isUncorrected() {
		q.becomesResult("other.uncorrected")
		return
	}
	if row := q.endsInResult(); row != "" {
		q.becomesResult(row)
		return
	}
	group, settled := q.outcomeGroup()
	switch among := q.isAmongOutcomes(); {
	case !among && !q.IsOfRequests() && !q.isUnnamed():
		return // 检查出问题9项，1项因涉及商业秘密不予公开
	case settled && among && q.saysOutcome():
		if q.own.thing == "" {
			q.thing = "application" // 一件是信访诉求，一件是重复申请
		}
		if q.Statement.countsResults() {
			q.doubt = doubt{} // 遮盖姓名后部分公开28件
		}
		if secretsOf.In(q.saidBefore()) {
			q.applicants = nil // 企业商业秘密等第三方权益3件
		}
		return
	case settled, group == "" && (!among || asked.In(q.saidBefore())):
		return
	}
	if row := q.reasonTold(group); row != "" && row != group {
		q.becomesResult(row)
	}
}

// isUncorrected says whether those whose contents were unclear are told as not corrected in time, behind that: 1件因申请内容不明确，发出补正通知后申请人逾期不补正，不再处理.
func (q *Quantity) isUncorrected() bool {
	after := q.saidAfter()
	return slices.Equal(q.deeds, []string{"unavailable.unclear"}) && q.boundRight && !chinese.ContainsAny(after, []string{"补正后仍", "补正后申请内容", "补正后还", "无法提供"}) &&
		groundIn(after, "other") == "other.uncorrected"
}

// mayBeResult says whether it is a number of this year, of what applications are counted in, and no dispute is told beside it.
func (q *Quantity) mayBeResult() bool {
	some := q.subset && !strings.Contains(q.saidBefore(), "内容") // 就同一内容再次申请的
	perhaps := strings.Contains(q.saidBefore(), "可能")           // 可能危及公共安全的1件
	return q.Form == Number && !q.differs && (!q.planned || perhaps) && !some && Outcome.isCountedIn(q.Unit) && !q.isOfDispute() && !q.hasSibling((*Quantity).isOfDispute)
}

// reasonTold is the row of a group that the words before a number give a reason of, or those behind it where they are its own; "" for none.
func (q *Quantity) reasonTold(group string) (row string) {
	before, after := q.saidBefore(), q.saidAfter()
	if group == "" && manners.Begins(before) && !strings.Contains(before, "不") && groundIn(before, "partially_granted") != "" {
		return "partially_granted" // 遮盖个人信息后部分提供6件
	}
	row = groundOf(before, group)
	if row != "" && row != group || !q.boundRight && group == "" && saysSomething(before) {
		return row
	}
	if clause, more, found := strings.Cut(after, "，"); found && group != "" && !allAlike.Begins(more) {
		after = clause // 2件未予处理，一是信访，二是重复申请
	}
	ofSeveral := q.Value.String() == "1" && chinese.ContainsAny(after, []string{"均", "都是", "都属", "都因"}) // 一件问收费还贷，一件问征地，均非本局职责
	if ofSeveral || strings.Contains(after, "分别") {
		return ""
	}
	row = groundOf(after, group)
	if strings.HasPrefix(row, "denied.") && group == "" && strings.Contains(after, "部分公开") {
		return "partially_granted" // 因材料载有第三人身份证号码，遮挡后作部分公开处理
	}
	return row
}

// groundsTogether are the rows whose reasons stand in one list before the outcome that they have in common, and that is counted as one: 信访投诉和
// 重复申请不予处理3件; nil if that is not so.
func (q *Quantity) groundsTogether() (rows []string) {
	at := slices.IndexFunc(q.Statement.tokens, func(k token) bool { return k.End == q.Start && k.in(outcomeWord) })
	if at < 0 {
		return nil
	}
	group := q.Statement.tokens[at].word
	reasons, found := strings.CutSuffix(q.saidBefore(), group.text)
	if !found || strings.HasSuffix(reasons, "各") {
		return nil
	}
	for _, reason := range strings.Split(joints.Replace(reasons), "、") {
		if row := groundIn(reason, group.value); strings.HasPrefix(row, group.value+".") && !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// endsInResult is the row of a number that, among words which are not known or stand for something else, the outcome right before it and the reason
// given for that tell: 内容指向不清、经告知补正后仍不明确而无法提供的有2件; 含有个人隐私需要遮盖后提供、属于部分公开的，3件. It is "" where nothing is in doubt.
func (q *Quantity) endsInResult() (row string) {
	s := q.Statement
	inDoubt := !q.IsOfRequests() || q.narrowing != "" || q.behindIt != "" || q.denied || q.did("foreign") || q.planned
	if !inDoubt || q.ruling != "" || isDispute(q.thing) || !(s.topic == "application" || s.Names("application") || s.onResults) {
		return ""
	}
	from, at := s.Start, -1
	for _, z := range s.Quantities {
		if z.End <= q.Start {
			from = max(from, z.End)
		}
	}
	for i := range s.tokens {
		switch k := &s.tokens[i]; {
		case k.Start < from || k.End > q.Start:
		case k.kind == semicolonMark || k.kind == colonMark:
			from, at = k.End, -1
		case k.in(outcomeWord):
			at = i
		case k.kind == commaMark && strings.HasSuffix(s.Text[:k.Start], "的"): // 属于部分公开的，3件
		case !k.in(ofWord, sumWord, plainWord) && !k.means(thingWord, "application"):
			at = -1
		}
	}
	if at < 0 {
		return ""
	}
	reasons := s.Text[from:s.tokens[at].Start]
	switch outcome := s.tokens[at].word.value; {
	case outcome == "partially_granted":
		if groundIn(reasons, outcome) != "" || manners.In(reasons) {
			return outcome
		}
	case strings.Contains(outcome, "+"): // 不再处理, whether for want of a correction or of the fee
		return groundIn(reasons, "other")
	case strings.Contains(outcome, "."):
		return outcome
	default:
		if row := groundIn(reasons, outcome); row != outcome {
			return row
		}
	}
	return ""
}

// becomesResult takes a number for that of rows, whatever else was read out of the words that give the reason.
func (q *Quantity) becomesResult(rows ...string) {
	if q.otherTime && q.hasSibling(func(z *Quantity) bool { return z.saysOutcome() && !z.otherTime }) {
		q.otherTime = false // 要求另行汇总五年数据的2件
	}
	if q.by == another {
		q.by = itself // 市局未掌握7件
	}
	q.thing, q.alike, q.deeds = "application", nil, rows
	q.own.thing, q.own.deeds = "", q.deeds
	q.doubt, q.channel, q.denied, q.planned = doubt{}, false, false, false
	if !q.ofColumn {
		q.applicants = nil // 涉及企业商业秘密2件
	}
	for _, p := range q.parts {
		if len(p.own.deeds) == 0 && len(p.applicants) > 0 {
			p.deeds = q.deeds // 另4件要求查询登记资料，其中自然人3件
		}
	}
}

// groundsOf are the rows that as many items of a list give reasons for, nil if one gives none: 因不掌握、需要加工、补正后仍不明.
func groundsOf(text string, items int) (rows []string) {
	parts := strings.Split(joints.Replace(text), "、")
	if len(parts) < items {
		return nil
	}
	for _, part := range parts[len(parts)-items:] {
		row := groundIn(part, "")
		if row == "" {
			return nil
		}
		rows = append(rows, row)
	}
	return rows
}

// joints are what else parts the items of a list.
var joints = strings.NewReplacer("以及", "、", "和", "、", "及", "、", "或者", "、", "或", "、", "与", "、")

// asked are words for what is done before an application is answered: 征求第三方意见11件.
var asked = pattern.NewWords("征求 征询 询问 听取")

// secretsOf are secrets with the word for somebody who might have applied.
var secretsOf = pattern.NewWords("企业商业秘密 企业的商业秘密 公司商业秘密 企业商业机密 个人隐私")

// allAlike begin what holds for all that were counted: 无法提供11件，都是因为本街道不掌握.
var allAlike = pattern.NewWords("都 均 全 皆 系 因 原因是 原因为 理由是 理由为 原因都 理由都 原因均 理由均 原因只有 理由只有 原因一致 理由一致 原因相同 理由相同")

// outcomeGroup is the group of outcomes that its own words name without a reason, "" for none; settled says that they name another outcome, or
// that something else is counted.
func (q *Quantity) outcomeGroup() (group string, settled bool) {
	for _, d := range q.own.deeds {
		switch {
		case d == "denied", d == "unavailable", d == "not_handled", d == "other":
			group = d
		case d == "granted", d == "publish" && q.IsOfRequests() && q.saysPublic():
			group = "partially_granted" // 部分准予公开, 隐去姓名后公开
		case d == "receive" && (q.boundRight || q.Statement.onResults): // 1件想查的是房屋登记簿
		case isOutcome(d), d == "withdraw", d == "receive", d == "carried_in", d == "carried_out", d == "pending":
			return "", true
		}
	}
	switch q.own.thing {
	case "", "application", "application?", "foreign":
		return group, false
	}
	return group, q.own.thing != "information" || !q.Statement.onResults // 查无此信息3件
}

// saysPublic says whether the words beside a number are that something was made public, and not only made: 需另外制作1件.
func (q *Quantity) saysPublic() bool {
	return chinese.ContainsAny(q.saidBefore()+q.saidAfter(), []string{"公开", "公布", "发布"})
}

// isAmongOutcomes says whether the others that the quantity stands beside are outcomes of applications.
func (q *Quantity) isAmongOutcomes() bool {
	if w := q.whole; w != nil && w.hasOutcome() || q.Statement.onResults {
		return true
	}
	return q.hasSibling(func(z *Quantity) bool { return z.IsOfRequests() && z.saysOutcome() })
}
