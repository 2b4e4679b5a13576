package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// goesBeyond says whether a number behind items of what was published is no more of them, since a clause of its own tells something else that was
// done: 320条，其中惠农补贴86条，收到群众留言300条; 另发布微博300条; 微信公众号推送300条. Items that 、 parts, and those by whichever way where the items before
// came by ways, too, are parts as before: 其中网站80条，公众号50条.
func (r *reader) goesBeyond(q *Quantity, l *list) bool {
	items := l.ofWhole()
	if len(items) == 0 || !announcesItems.In(l.marker) || !l.whole.is("information") && !l.whole.did("publish") {
		return false
	}
	last := items[len(items)-1]
	if last.Statement != q.Statement || last.End > q.Clause.Start || q.Clause.Start-last.End > chinese.Farthest {
		return false // in the same clause, or far off
	}
	between, said := r.statement.Text[last.End:q.Clause.Start], q.saidNear()
	if !strings.ContainsAny(between, "，；") || strings.HasPrefix(said, "其") {
		return false
	}
	for clause := range strings.FieldsFuncSeq(between, func(mark rune) bool { return mark == '，' || mark == '；' }) {
		if somethingDone.Begins(clause) {
			return true // 其中惠农补贴86条，新开设“民生实事”专栏，推送300条
		}
	}
	are := func(is func(*Quantity) bool) bool { return slices.ContainsFunc(items, is) }
	if takesIn(said) {
		return !are(func(p *Quantity) bool { return takesIn(p.saidNear()) })
	}
	if besides.Begins(said) {
		return len(q.own.deeds) > 0
	}
	return q.channel && q.did("publish") && len(q.own.deeds) > 0 && !are(func(p *Quantity) bool { return p.channel })
}

// takesIn says whether words before a number begin with what is done with messages, and not with what is published.
func takesIn(said string) bool {
	rest, _ := howManyTimes.CutPrefix(said)
	return messagesTaken.Begins(rest)
}

var (
	// announcesItems are markers behind which a list goes on for as long as its sentence.
	announcesItems = pattern.NewWords("其中 包括 含")
	// somethingDone begin clauses without a number that end what is listed.
	somethingDone = pattern.NewWords("开设 新开设 增设 新增设 开通 新开通 设立 新设立 新设 建成 新建 召开 举办 组织 开展 升级 改版 优化 完善 建立 健全 印发 制定 加强 推进 规范 及时 积极 认真")
	// besides begin clauses that tell of more than was listed.
	besides = pattern.NewWords("另 另外 此外 同时 还 并 再")
	// messagesTaken begin clauses on what came from others, or went back to them.
	messagesTaken = pattern.NewWords("收到 收集 征集到 征集 征求 接到 接收 接听 接待 受理 办理 办结 处理 回复 答复 回应 反馈 解答 采纳")
	// howManyTimes may stand before those.
	howManyTimes = pattern.NewWords("共 共计 累计 全年 一共 并 已 还 及时 年内")
)

// isComplete says whether the items of a list add up to its whole already, and a stronger mark than those between them stands before q.
func (r *reader) isComplete(l *list, q *Quantity) bool {
	items := l.ofWhole()
	if len(items) < 2 {
		return false
	}
	last := items[len(items)-1]
	items = slices.DeleteFunc(items, func(p *Quantity) bool { return p.divides() != last.divides() })
	if len(items) < 2 || !sumOf(items).Equal(l.whole.Value) || l.whole.IsOfRequests() && q.divides() != last.divides() && q.divides() != byItem {
		return false
	}
	return q.Value.Equal(l.whole.Value) || last.Statement != q.Statement || r.separatorBetween(last, q) > l.separator
}

// endsList says whether a number no longer belongs to a list: 其中动态120条、政策200条，办结31件.
func (r *reader) endsList(q *Quantity, l *list) bool {
	whole := l.whole
	switch decision := decisions()[q.own.thing].Name != ""; {
	case decision && decisions()[whole.own.thing].Name != "" && q.own.thing != whole.own.thing,
		q.Unit != whole.Unit && (decision || slices.Contains([]string{"中", "含", "内含"}, l.marker)), r.isComplete(l, q):
		return true
	case l.separator == semicolonMark && len(whole.parts) == 1 && (q.subset || q.boundRight != whole.parts[0].boundRight):
		return true // …，其中3件逾期不补正；申请人撤回2件
	}
	parts := l.ofWhole()
	if l.marker == "从" && q.isDealtWith() && !q.channel && len(q.applicants) == 0 {
		item := q.did("receive") && whole.did("receive") && strings.HasSuffix(q.saidBefore(), "的") && q.Value.LessThan(whole.Value) // 按来路分，直接提交的7件
		return !item                                                                                                                // 从办理结果看，全年办结15件
	}
	if len(parts) < 2 || l.marker == "（" {
		return false
	}
	last := parts[len(parts)-1]
	if q.isDealtWith() && !slices.ContainsFunc(parts, (*Quantity).isDealtWith) && (whole.IsOfRequests() || q.Unit != last.Unit) {
		return true
	}
	if q.Unit != last.Unit && slices.Contains(q.own.deeds, "foreign") {
		return true // …，上门6场，参加企业1300家
	}
	if q.channel && len(q.own.deeds) > 0 && !slices.ContainsFunc(parts, func(p *Quantity) bool { return p.channel }) {
		return true // …，微信公众号发布82条
	}
	return l.separator == listMark && last.Statement == q.Statement && !q.did("other?", "other") &&
		strings.ContainsRune(r.statement.Text[last.End:max(last.End, q.Start)], '，') && q.Unit != last.Unit
}

// isDealtWith says whether its own words are that those counted were received, handled or answered.
func (q *Quantity) isDealtWith() bool {
	return slices.ContainsFunc(q.own.deeds, func(d string) bool { return d == "answer" || d == "handle" || d == "receive" })
}
