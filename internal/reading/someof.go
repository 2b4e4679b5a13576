package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// partly is why a number of applications is not compared that counts some of them only.
const partly = "说的是其中一部分"

// isOfOneManner says whether others beside it were answered in a manner that is not known, or came by another way: 书面答复4件，电子答复2件;
// 经补正后受理1件，其余5件直接受理.
func (q *Quantity) isOfOneManner() bool {
	switch {
	case !q.isPositive():
		return false
	case q.did("receive") && chinese.ContainsAny(q.Statement.Words(q.Clause), []string{"补正后", "补正以后"}):
		return true
	}
	return q.did("answer") && len(q.deeds) == 1 && q.hasSibling(func(z *Quantity) bool {
		return z.Form == Number && z.narrowing != "" && slices.Equal(z.own.deeds, q.deeds)
	})
}

// isByApplicant says whether the words behind a number are nothing but who applied: 15件是自然人, 3件由企业提出.
func (q *Quantity) isByApplicant() bool {
	if !q.boundRight || len(q.applicants) != 1 || q.applicants[0] == "anyone" {
		return false
	}
	tokens := q.Statement.tokens
	at := slices.IndexFunc(tokens, func(k token) bool { return k.Start >= q.End && k.in(applicantWord) })
	if at < 0 || tokens[at].End > q.Clause.End {
		return false
	}
	link, rest := q.Statement.Text[q.End:tokens[at].Start], q.Statement.Text[tokens[at].End:max(tokens[at].End, q.Clause.End)]
	return slices.Contains([]string{"是", "为", "系", "由", "来自", "出自", "均为", "都是", "均来自"}, link) && (rest == "" || chinese.StartsWithAny(rest, []string{"提", "递交", "寄", "申请", "来"}))
}

// isOfPeople says whether it counts those of residents, villagers and the like, beside organisations that applied.
func (q *Quantity) isOfPeople() bool {
	return q.isPositive() && slices.Equal(q.applicants, []string{"anyone"}) && !q.channel && (q.did("receive") || len(q.deeds) == 0) &&
		q.hasSibling(func(z *Quantity) bool {
			return z.isPositive() && len(z.applicants) == 1 && z.applicants[0] != "anyone" && z.applicants[0] != "natural_person" && z.Unit == q.Unit
		}) && !q.hasSibling(func(z *Quantity) bool { return slices.Contains(z.applicants, "natural_person") })
}

// doubtOfRequests tells why a number may be of other things than all applications, whatever was done with them; "" if nothing says so.
func (q *Quantity) doubtOfRequests() string {
	if slices.Contains(q.alike, "foreign") {
		return "连同别的一起数的"
	}
	if q.Form != Number {
		return ""
	}
	unknown := q.narrowing != "" && !q.isSomeCarried()
	switch whole := q.whole; {
	case unknown && !q.did("withdraw") && (whole != nil || q.own.thing == "" || q.boundRight),
		unknown && !q.channel && strings.Contains(q.Statement.Text[q.saidBehind():q.Start], "“"): // 惠企政策“免申即享”受理企业申请1108件
		return "不认得“" + q.narrowing + "”"
	case whole != nil && q.list.marker == "中" && whole.narrowing != "": // 某某机构提出的4件中，3件予以公开
		return "不认得“" + whole.narrowing + "”"
	case q.behindIt != "":
		return "不认得“" + q.behindIt + "”"
	case q.directly || whole != nil && whole.directly,
		q.did("receive") && q.isExcepted() && len(q.applicants) == 0,
		slices.Contains(q.applicants, "anyone") && (!chinese.ContainsAny(q.saidBefore(), []string{"申请", "收到"}) || whole != nil || q.hasSibling(func(z *Quantity) bool { return z.IsOfRequests() && len(z.applicants) > 0 })),
		chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"被", "于", "一并", "是把", "系把", "把"}) && !q.did("carried_in"), // 申请1件被复议纠正，1件于年底收到，与今年的11件一并办理，1件是把“过程性”用错了
		q.isRest() && !q.did("carried_out", "pending", "answer"), q.isOfFormer() && len(q.applicants) != 1,
		(q.Unit == "封" || q.Unit == "张") && !strings.Contains(q.Statement.Words(q.Clause), "申请"),               // 邮箱收到邮件57封
		!q.saysOutcome() && chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"针对", "关于", "是关于", "围绕"}), // 申请中有17起针对询问笔录
		q.isPositive() && q.isOfEach() && len(unique(q.applicants)) == 1,                                       // 其余8人各1件，企业各1件
		q.isRatio(),
		chinese.ContainsAny(q.Statement.Text[q.End:max(q.End, q.Clause.End)], []string{"未按申请", "不按申请", "未作申请", "未作为申请", "不作为申请"}), // 2件属投诉而未按申请处理
		q.own.thing == "" && q.isAbout() && !q.isSomeCarried() && !q.saysOutcome(),
		q.isBehindColon() && q.isToldMoreOf(),
		slices.Contains(q.applicants, "legal_service") && chinese.ContainsAny(q.Statement.Words(q.Clause), []string{"代为", "代理", "受托", "受委托"}),     // 由律师代为提交的3件
		chinese.ContainsAny(q.saidBefore(), []string{"同一申请人", "同一自然人", "同一自然月", "同一人"}),                                                           // 对同一申请人同一月内提出的14件申请
		q.boundRight && slices.Contains(q.applicants, "anyone"),                                                                                   // 11件为居民
		q.Unit == "个" && chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"单位", "部门", "乡镇", "镇街", "街道", "村", "社区", "窗口"}),                 // 在申请量较大的10个单位
		chinese.ContainsAny(q.Statement.Text[q.Clause.Start:max(q.Clause.Start, q.Start)], []string{"申请人合计", "申请人共提", "申请人先后", "申请人累计", "申请人集中"}), // 3名申请人合计提交19件
		q.Unit == "次" && q.own.thing == "", // 登记137次
		q.Unit == "人次" && chinese.ContainsAny(q.saidNear(), []string{"接待", "咨询", "电话"}):
		return partly
	}
	return ""
}

// isSomeCarried says whether it tells of some applications, whichever they are, that they were carried over: 对涉及多个部门的2件，转入2025年办理.
func (q *Quantity) isSomeCarried() bool {
	return q.subset && q.narrowing != "" && q.whole == nil && q.did("carried_out") && q.Statement.topic == "application"
}

// isExcepted says whether a number stands between 除 and 外: 受理的申请除5件结转办理外，均已答复.
func (q *Quantity) isExcepted() bool {
	text := q.Statement.Text
	return strings.Contains(text[q.Clause.Start:q.Start], "除") && strings.Contains(text[q.End:max(q.End, q.Clause.End)], "外")
}

// isAbout says whether the words before a number tell what those counted are about: 涉及登记档案4件.
func (q *Quantity) isAbout() bool {
	text := q.Statement.Text
	return q.Form == Number && !q.givesGround() && (strings.Contains(text[q.saidBehind():q.Start], "涉及") || q.boundRight && strings.HasPrefix(text[q.End:], "涉及"))
}

// isOfUnknown says whether a number divides another of which the words do not say what came of those that it counts: 余下两件（自然人和企业各一件）
// 结转下年; 不予公开9件，其中2件（自然人、企业各1件）为论证中的方案; 另4件要求查询登记资料，其中自然人3件.
func (q *Quantity) isOfUnknown() bool {
	w := q.whole
	if w == nil || len(q.own.deeds) > 0 || len(w.own.deeds) > 0 || w.own.thing != "" {
		return false
	}
	return w.whole != nil || len(w.deeds) == 0 && (q.bracketed || w.narrowing != "" || w.unread != "")
}

// namesSomeApplicants says whether natural persons and some of the organisations are named, but not all of these: 没有自然人、科研机构来申请.
func (q *Quantity) namesSomeApplicants() bool {
	named := unique(q.applicants)
	isEverybody := func(a string) bool { return a == "organisations" || a == "anyone" || a == "other" }
	return len(named) > 1 && slices.Contains(named, "natural_person") && !slices.ContainsFunc(named, isEverybody)
}

// isToldMoreOf says whether words that are not known follow a number: 清一色来自企业：两件想看评分标准.
func (q *Quantity) isToldMoreOf() bool {
	return slices.ContainsFunc(q.Statement.tokens, func(k token) bool {
		return k.Start >= q.End && k.End <= q.Clause.End && k.kind == unknownToken && k.mayNarrow()
	})
}

// namesOthersToo says whether someone who is no column of the form stands in one list with the applicants before a number.
func (q *Quantity) namesOthersToo() bool {
	return q.narrowing != "" && chinese.ContainsAny(q.saidNear(), []string{q.narrowing + "、", q.narrowing + "和"})
}

// isRatio says whether a number is held against the next: 自然人与企业之比为三比一，即9件对3件.
func (q *Quantity) isRatio() bool {
	next, against := strings.CutPrefix(q.Statement.Text[q.End:], "对")
	_, digit := chinese.Digit(chinese.FirstRune(next))
	return against && digit
}

// isRest says whether a number is of what is left of those counted before: 其他1件为自愿撤销，余下的自然人申请1件.
func (q *Quantity) isRest() bool {
	before, after := q.saidNear(), q.Statement.Text[q.End:]
	if len(unique(q.applicants)) == 1 && q.applicants[0] != "other" && chinese.StartsWithAny(after, []string{"来自", "均来自", "都来自", "全部来自", "出自", "均出自", "均为自然人", "均为个人", "均为公民"}) {
		return false // 企业3件，其余46件来自自然人
	}
	return strings.HasSuffix(before, "其他") && chinese.StartsWithAny(after, []string{"为", "系", "是", "因", "来自", "属于", "均", "都"}) || strings.Contains(before, "余下")
}

// isRestOfAnswered says whether a number is of those that are left when others were told of that were answered as well.
func (q *Quantity) isRestOfAnswered() bool {
	return chinese.EndsWithAny(q.saidNear(), []string{"其余", "其余的", "余下", "余下的", "剩余", "剩余的", "剩下", "剩下的"}) &&
		q.hasSibling(func(z *Quantity) bool {
			return z.Form == Number && z.isPositive() && (z.hasOutcome() || z.did("answer"))
		})
}

// isOfEach says whether a number is one of each of several things: 不予公开、无法提供各3件，自然人、企业各提出1件.
func (q *Quantity) isOfEach() bool {
	before := q.Statement.Text[:q.Start]
	for _, verb := range []string{"提出申请", "申请", "提出", "提交", "递交", "收到", "受理"} {
		if each, found := strings.CutSuffix(before, verb); found {
			return strings.HasSuffix(each, "各")
		}
	}
	return chinese.EndsWithAny(before, []string{"各", "各为", "各有", "各设", "各设置", "均", "均为", "都是"})
}
