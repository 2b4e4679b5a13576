package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// partly is why a number of applications is not compared that counts some of them only.
const partly = "说的是其中一部分"

// requests measures applications.
func (m *measurer) requests(q *Quantity) (found []Measure, silence string) {
	if q.Form == None && strings.Contains(q.Statement.Words(q.Clause), "收费标准") {
		return nil, partly // 无达到收费标准的申请
	}
	if words := q.Statement.Words(q.Clause); q.Form != Number && chinese.ContainsAny(words, []string{"不作为", "不计入", "不列入", "不算"}) {
		return nil, "说的不在统计范围" // 前述派单均不作为申请统计
	}
	people := q.isOfPeople()
	if people {
		q.applicants = []string{"natural_person"} // 居民8件、企业1件: all natural persons, or some of them
	}
	if silence := q.doubtOfRequests(); silence != "" {
		return nil, silence
	}
	if q.isOfUnknown() || q.isOfOneManner() {
		return nil, partly
	}
	deeds := q.deeds
	if len(q.applicants) > 0 && len(q.own.deeds) == 0 && strings.HasSuffix(q.Statement.Text[:q.Start], "申请的") {
		deeds = []string{"receive"} // 企业所申请的8件当中
	}
	named := q.own.thing == "application" || q.own.thing == "application?"
	if len(deeds) == 0 && !q.boundRight && !q.subset && !stillHas.Ends(q.saidBefore()) && (q.whole == nil || len(q.applicants) > 0 || q.channel) && (named || len(q.applicants) > 0) {
		deeds = []string{"receive"}
	}
	if slices.Equal(deeds, []string{"granted+partially_granted"}) && q.isOfEach() {
		deeds = strings.Split(deeds[0], "+")
	}
	if reasons := q.reasonsBefore(); q.Form == Number && q.Value.IsZero() && len(reasons) > 0 {
		deeds = reasons
	}
	if len(deeds) == 0 && q.isByApplicant() {
		deeds = []string{"receive"}
	}
	for _, d := range deeds {
		measure, silence := m.requestsBy(q, d)
		switch {
		case silence != "":
			return nil, silence
		case measure.Name == "":
		case len(unique(q.applicants)) > 1 && q.isOfEach():
			for _, a := range unique(q.applicants) {
				found = append(found, measure.byApplicants([]string{a}))
			}
		default:
			measure.Most = measure.Most || people || q.isSomeCarried()
			found = append(found, measure)
		}
	}
	if q.Form == Number && q.isPositive() && len(found) > 1 && !q.isOfEach() && !slices.ContainsFunc(found, func(m Measure) bool { return m.Class != Outcome }) {
		found = []Measure{together(found)}
	}
	return found, ""
}

// reasonsBefore are the reasons that its clause names for the one outcome that it tells: 以国家秘密、三安全一稳定为由不公开的均为零.
func (q *Quantity) reasonsBefore() (reasons []string) {
	if len(q.deeds) != 1 || strings.Contains(q.deeds[0], ".") {
		return nil
	}
	for _, k := range q.Statement.tokens {
		if k.Start >= q.Clause.Start && k.End <= q.Start && k.in(outcomeWord) && strings.HasPrefix(k.word.value, q.deeds[0]+".") {
			reasons = append(reasons, k.word.value)
		}
	}
	return reasons
}

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
		q.isRest() && !q.did("carried_out", "pending"), q.isOfFormer() && len(q.applicants) != 1,
		(q.Unit == "封" || q.Unit == "张") && !strings.Contains(q.Statement.Words(q.Clause), "申请"),               // 邮箱收到邮件57封
		!q.saysOutcome() && chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"针对", "关于", "是关于", "围绕"}), // 申请中有17起针对询问笔录
		q.isPositive() && q.isOfEach() && len(unique(q.applicants)) == 1,                                       // 其余8人各1件，企业各1件
		q.isRatio(),
		chinese.ContainsAny(q.Statement.Text[q.End:max(q.End, q.Clause.End)], []string{"未按申请", "不按申请", "未作申请", "未作为申请", "不作为申请"}), // 2件属投诉而未按申请处理
		q.own.thing == "" && q.isAbout() && !q.isSomeCarried() && !q.saysOutcome(),
		q.isBehindColon() && q.isToldMoreOf(),
		q.boundRight && slices.Contains(q.applicants, "anyone"), // 11件为居民
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

// requestsBy measures applications by one of the deeds that are told of them; a measure without a name for a deed that no table counts.
func (m *measurer) requestsBy(q *Quantity, deed string) (measure Measure, silence string) {
	if deed == "raise" {
		deed = "receive"
		if q.subset && q.narrowing != "" { // 对涉及会议纪要的2件申请
			if q.own.thing != "application" || len(q.applicants) > 0 || q.channel {
				return Measure{}, partly
			}
			return Measure{Name: flows()[deed].Name, Class: Flow, Sums: flows()[deed].Sums, Most: true, deed: deed}, ""
		}
	}
	if deed == "handle" && q.isLeft() {
		deed = "pending"
	}
	if isOutcome(deed) {
		return m.outcome(q, deed)
	}
	measure = flows()[deed]
	measure.deed = deed
	whose := q.applicantsTogether()
	all := columnsOf(whose) == nil
	number := q.Form == Number
	if deed == "receive" && number && !q.channel && !q.timely && q.countsNewOnly() {
		measure.Sums = measure.Sums[:1]
	}
	switch {
	case deed == "receive" && number && q.ofReceived && q.own.thing == "" && len(q.own.deeds) == 1 && len(q.applicants) == 0, // 申请人提出的7件
		deed == "answer" && (q.Statement.countsSetAside() || q.isPositive() && q.isOfEach()),
		q.Form == None && deed == "receive" && q.namesSomeApplicants(),
		q.Form == None && measure.Class == Carrying && all && q.Statement.goesByColumns(q):
		return Measure{}, partly
	case deed == "receive" && number && len(q.applicants) > 0 && q.namesOthersToo():
		return Measure{}, partly // 接收家长、教师和企业的申请13件
	case deed == "receive" && number && q.own.thing == "" && m.received.GreaterThan(q.Value) && chinese.ContainsAny(q.saidNear(), []string{"政府", "部门", "乡镇", "街道", "县（", "区）", "市直", "县直", "区直"}):
		return Measure{}, partly // 全市收到1204件，市政府收到57件
	case deed == "receive" && number && q.Statement.countsSetAside() && m.receivedBefore(q):
		return Measure{}, "说的是撤回以后余下的"
	case q.Form == None && (q.channel || q.timely) && measure.Class == Flow:
		return Measure{}, "只说了其中一部分没有"
	case q.Form == None && (deed == "handle" || deed == "answer"), measure.Class == Carrying && q.channel:
		return Measure{}, ""
	case deed == "receive" && number && q.whole != nil && q.whole.did("answer") && all:
		measure.Most, measure.Sums = true, measure.Sums[:1] // 办结174件（其中本年新收165件）
	case deed == "answer" && number && q.whole != nil && q.whole.did("answer") && all:
		measure.Most = true // 答复14件，其中当年申请答复13件
	case deed == "answer" && all && m.appliedBefore(q) != nil && !q.channel && !q.timely:
		measure.Sums = slices.Concat(measure.Sums, measure.byApplicants(m.appliedBefore(q).applicants).Sums) // 自然人新收11件，办结12件
		measure.Loose = true
	case deed == "answer" && q.isOfReceived() && all:
		measure.spare = Sum{requests("carried_in")} // 收到的9件中，办结7件: others were carried in
	case measure.Class == Flow && (q.channel || q.timely) && all:
		measure.Most = true
		if deed == "receive" {
			measure.Sums = measure.Sums[1:] // what was carried in may have come that way as well
		}
	case deed == "receive" && q.Form == None:
		measure.Sums = measure.Sums[:1]
		measure = measure.byApplicants(whose)
	case deed == "carried" && (q.Form == None || q.Value.IsZero()):
		measure.Sums = measure.Sums[:1]
	case !all && measure.Class&(Flow|Carrying) != 0:
		measure = measure.byApplicants(whose)
	}
	return measure, ""
}

// outcome measures applications by what came of them.
func (m *measurer) outcome(q *Quantity, outcome string) (measure Measure, silence string) {
	switch {
	case q.addsKindsUp(), q.isPositive() && q.isOfEach() && strings.HasSuffix(q.Statement.Text[:q.Start], "答复各"):
		return Measure{}, partly
	case q.channel:
		return Measure{}, "只说了一种渠道"
	case q.whole != nil && q.whole.did("carried_in"):
		return Measure{}, partly // 包括上年结转4件，其中同意公开4件
	}
	measure = outcomeMeasure(outcome)
	if q.isPositive() && q.isToldApart(outcome) {
		measure.Sums = measure.Sums[:1]
	}
	measure.Most = measure.Most || q.isPositive() && !strings.Contains(outcome, ".") && (q.isAbout() || q.givesReason() || asksFor.Begins(q.Statement.Text[q.End:])) // 1件因涉及他人的商业秘密不予公开
	measure.apart = q.ofItsGroup(outcome)
	if outcome == "other" && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.did("other.uncorrected", "other.unpaid") }) {
		measure.Sums = slices.Concat(measure.Sums, []Sum{{reason("other", "miscellaneous")}}) // 逾期不补正3件，其他3件
	}
	if of := m.appliedBefore(q); of != nil && len(q.applicants) == 0 {
		measure.Sums = slices.Concat(measure.Sums, measure.byApplicants(of.applicants).Sums) // 企业申请3件，予以公开2件
		measure.Loose = true
	}
	return measure.byApplicants(q.applicantsTogether()), ""
}

// ofItsGroup adds up what is counted beside a number, and not as its parts, with the same outcome or a reason for it: 无法提供3件；补正后仍不清的1件. It is 0
// where those divide the number, though no word says so: 不予公开53件，查询事项15件、执法案卷38件.
func (q *Quantity) ofItsGroup(outcome string) (others decimal.Decimal) {
	if !q.isPositive() || !slices.Contains([]string{"denied", "unavailable", "not_handled"}, outcome) {
		return decimal.Zero
	}
	count := 0
	for _, z := range q.Statement.Quantities {
		ofGroup := slices.ContainsFunc(z.deeds, func(d string) bool { return d == outcome || strings.HasPrefix(d, outcome+".") })
		if z != q && z.isPositive() && z.whole == q.whole && q.whole != z && ofGroup {
			others = others.Add(z.Value)
			count++
		}
	}
	if count > 1 && others.Equal(q.Value) {
		return decimal.Zero
	}
	return others
}

// isToldApart says whether what an outcome may count as well is counted beside it: 公开5件，部分公开1件; 无法提供15件，其中不掌握14件.
func (q *Quantity) isToldApart(outcome string) bool {
	apart := false
	for _, z := range q.Statement.Quantities {
		switch {
		case z == q || !z.isPositive() || len(z.deeds) != 1:
		case outcome == "granted" && z.whole == q.whole && z.did("granted"):
			return false // 公开了5件，4件全部公开、1件部分公开
		case outcome == "granted" && z.whole == q.whole && z.did("partially_granted"),
			outcome == "unavailable.not_held" && strings.HasPrefix(z.deeds[0], "unavailable"):
			apart = true
		}
	}
	return apart
}

// isOfReceived says whether a number is only of the applications that were received in the year.
func (q *Quantity) isOfReceived() bool {
	return q.Form == Number && (q.ofReceived || q.whole != nil && q.whole.did("receive") || q.Statement.tellsOfCarriedBefore(q))
}

// countsNewOnly says whether a number of those received, or the one that it divides, leaves out what was carried in: 新收11件; 收到11件，另有上年转来1件.
func (q *Quantity) countsNewOnly() bool {
	for _, z := range []*Quantity{q, q.whole} {
		if z == nil {
			continue
		}
		if before := z.saidBefore(); newlyReceived.In(before) && !withOthers.In(before) || z.isAmongNew() {
			return true
		}
		isApart := func(c *Quantity) bool {
			return c.Start > z.End && c.did("carried_in") && strings.Contains(c.saidBefore(), "另")
		}
		if slices.ContainsFunc(z.Statement.Quantities, isApart) {
			return true
		}
	}
	return false
}

// isAmongNew says whether the sentence, or what stands behind its last ；, divides those that were newly received: 新收申请中，自然人58件、企业6件.
func (q *Quantity) isAmongNew() bool {
	said := q.Statement.Text[q.Statement.Start:q.Start]
	if at := strings.LastIndex(said, "；"); at >= 0 {
		said = said[at:]
	}
	among, _, found := strings.Cut(said, "中")
	return found && newlyReceived.In(among) && !withOthers.In(among) && !strings.ContainsAny(among, "0123456789，。：")
}

var (
	newlyReceived = pattern.NewWords("新收 新接 新受理 新增 新登记 新到 新提")
	withOthers    = pattern.NewWords("连同 加上 合计 共计 总计 总共 一共 共有 累计 合并 包括 包含 含")
)

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

// givesGround says whether it counts those that were not granted for one reason.
func (q *Quantity) givesGround() bool {
	return slices.ContainsFunc(q.deeds, func(d string) bool { return isOutcome(d) && strings.Contains(d, ".") })
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

// givesReason says whether the clause of a number gives the reason for what came of those that it counts: 1件因没有制作而无法提供.
func (q *Quantity) givesReason() bool { return strings.Contains(q.Statement.Words(q.Clause), "因") }

// asksFor begin what is told of single applications: 1件要看别人家的低保档案，……，决定不公开.
var asksFor = pattern.NewWords("要看 要查 要求公开 想看 想查 想要 问 查询 索要 申请查 申请公开 寄来")

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

// isLeft says whether a number is of those that are not done yet: 还有4件在法定期限内办理.
func (q *Quantity) isLeft() bool {
	return q.isPositive() && q.boundRight && stillHas.Ends(q.Statement.Text[:q.Start])
}

// isRest says whether a number is of what is left of those counted before: 其他1件为自愿撤销，余下的自然人申请1件.
func (q *Quantity) isRest() bool {
	before, after := q.saidNear(), q.Statement.Text[q.End:]
	if len(unique(q.applicants)) == 1 && q.applicants[0] != "other" && chinese.StartsWithAny(after, []string{"来自", "均来自", "都来自", "全部来自", "出自", "均出自", "均为自然人", "均为个人", "均为公民"}) {
		return false // 企业3件，其余46件来自自然人
	}
	return strings.HasSuffix(before, "其他") && chinese.StartsWithAny(after, []string{"为", "系", "是", "因", "来自", "属于", "均", "都"}) || strings.Contains(before, "余下")
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

// holds says whether it counts all that another outcome counts, so that this tells it more closely.
func (m *Measure) holds(other Measure) bool {
	return len(m.Sums) > 0 && len(other.Sums) > 0 && len(m.Sums[0]) > len(other.Sums[0]) && !slices.ContainsFunc(other.Sums[0], func(f Figure) bool { return !slices.Contains(m.Sums[0], f) })
}

// together is the measure of several outcomes that are counted in one number: 其余9件为无法提供、不予处理和其他处理.
func together(outcomes []Measure) Measure {
	var names []string
	sums := []Sum{nil}
	for i, m := range outcomes {
		if slices.ContainsFunc(outcomes, func(z Measure) bool { return z.deed != m.deed && m.holds(z) }) || slices.ContainsFunc(outcomes[:i], func(z Measure) bool { return z.deed == m.deed }) {
			continue // 逾期未缴纳费用不再处理1件
		}
		names = append(names, strings.TrimSuffix(m.Name, "的申请"))
		var longer []Sum
		if strings.Contains(m.deed, ".") {
			m.Sums = m.Sums[:1] // and no others of its group
		}
		for _, s := range sums {
			for _, more := range m.Sums {
				longer = append(longer, slices.Concat(s, more))
			}
		}
		sums = longer
	}
	first := outcomes[0]
	first.Name, first.Sums = strings.Join(names, "、")+"的申请", sums
	return first
}

// receivedBefore says whether the sentence counted applications received before.
func (m *measurer) receivedBefore(q *Quantity) bool {
	return slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.Start < q.Start && z.Form == Number && z.did("receive") })
}

// appliedBefore is the number of applications by some applicants that an outcome may be of, nil if all are counted in the sentence too.
func (m *measurer) appliedBefore(q *Quantity) (of *Quantity) {
	for _, z := range q.Statement.Quantities {
		switch {
		case z == q:
			return of
		case z.Form == Number && z.is("application") && (z.did("receive", "handle") || z.did("answer") && len(z.applicants) > 0 || len(z.deeds) == 0 && z.own.thing != ""):
			if of = z; columnsOf(z.applicants) == nil {
				return nil
			}
		}
	}
	return of
}

// isCarriedOver says whether a quantity tells that applications are carried into the next year.
func (q *Quantity) isCarriedOver() bool {
	return q.isPositive() && q.IsOfRequests() && q.did("carried_out", "pending")
}
