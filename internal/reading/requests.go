package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

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
		deed == "answer" && q.isPositive() && q.isOfEach() && len(q.own.deeds) == 1,
		q.Form == None && deed == "receive" && q.namesSomeApplicants(),
		q.Form == None && measure.Class == Carrying && all && q.Statement.goesByColumns(q):
		return Measure{}, partly
	case deed == "receive" && number && len(q.applicants) > 0 && q.namesOthersToo():
		return Measure{}, partly // 接收家长、教师和企业的申请13件
	case deed == "receive" && number && all && m.received.GreaterThan(q.Value) && q.isOfOneOrgan():
		return Measure{}, partly // 新收236件；按层级分，市局机关收到149件，三个分局收到87件
	case deed == "receive" && number && q.own.thing == "" && m.received.GreaterThan(q.Value) && chinese.ContainsAny(q.saidNear(), []string{"政府", "部门", "乡镇", "街道", "县（", "区）", "市直", "县直", "区直"}):
		return Measure{}, partly // 全市收到1204件，市政府收到57件
	case deed == "receive" && number && all && !slices.Contains(q.own.deeds, "receive") && q.Statement.isOnHandlingFee():
		measure.Most, measure.Sums = true, flows()["handle"].Sums[:1] // 收取信息处理费1860元，涉及5件申请: those that it was charged for
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
	case deed == "answer" && number && all && (q.Statement.countsSetAside() || q.isRestOfAnswered()):
		measure.Most = true // 1件撤回，1件予以公开，其余8件均已答复: these are answered, too
	case deed == "answer" && q.Statement.countsSetAside(), deed == "answer" && number && q.isOfCarriedIn():
		return Measure{}, partly
	case deed == "answer" && number && all && q.tellsHowAnswered():
		measure.Most = true // 1件答复格式不规范: no more than were answered
	case deed == "answer" && all && m.appliedBefore(q) != nil && !q.channel && !q.timely:
		measure.Sums = slices.Concat(measure.Sums, measure.byApplicants(m.appliedBefore(q).applicants).Sums) // 自然人新收11件，办结12件
		measure.Loose = true
	case deed == "answer" && (q.isOfReceived() || m.repeatsReceived(q)) && all:
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

// isOfOneOrgan says whether a number is of what one of the organs received that the sentence tells apart: 按层级分，市局机关收到149件，三个分局收到87件.
func (q *Quantity) isOfOneOrgan() bool {
	said := q.saidSoFar()
	said = said[strings.LastIndex(said, "；")+1:]
	return apartByOrgan.MatchString(said) || organsBelow.In(q.saidNear())
}

var (
	apartByOrgan = pattern.New(`(?:按|从|按照|分)(?:不同|各)?(?:层级|级别|层次|单位|机构|机关|部门|区域|地区|片区|乡镇|镇街|县区|科室|(?:收件|受理|承办|办理|接收)(?:单位|机关|机构|部门|主体))(?:来)?(?:分|看|统计|划分|区分)`, "按", "从", "分")
	organsBelow  = pattern.NewWords("局机关 厅机关 委机关 部机关 院机关 街道机关 镇机关 机关本级 本级机关 分局 支队 大队 派出所 监管所 税务所 管理所 基层所 所属单位 下属单位 直属单位 派出机构 内设机构 分中心 各所 各站")
)

// isOfReceived says whether a number is only of the applications that were received in the year.
func (q *Quantity) isOfReceived() bool {
	return q.Form == Number && (q.ofReceived || q.whole != nil && q.whole.did("receive") || q.Statement.tellsOfCarriedBefore(q))
}

// tellsHowAnswered says whether the words behind a number are on how some were answered: 1件答复格式不规范，2件答复超过15天.
func (q *Quantity) tellsHowAnswered() bool {
	behind, found := answered.CutPrefix(q.Statement.Text[q.End:max(q.End, q.Clause.End)])
	return found && slipsOfAnswers.In(behind)
}

// slipsOfAnswers are what is said of answers that were not as they should be.
var slipsOfAnswers = pattern.NewWords("超过 超出 超时 超期 逾期 过期 不规范 不完整 不准确 不及时 不当 不清 不细 不足 不够 有误 错误 瑕疵 简单 格式 说理 文书 太 过于 偏 较")

// repeatsReceived says whether a number names those that were received once more, to say that all of them were answered: 受理13件，13件均在期限内答复；
// 13件申请已全部办结.
func (m *measurer) repeatsReceived(q *Quantity) bool {
	behind, named := applications.CutPrefix(q.Statement.Text[q.End:])
	return allOfThem.Begins(behind) && (named || slices.ContainsFunc(m.all, func(z *Quantity) bool {
		return z.Start < q.Start && z.Statement.Paragraph == q.Statement.Paragraph && z.Form == Number && z.did("receive") && z.Value.Equal(q.Value)
	}))
}

var (
	allOfThem    = pattern.NewWords("均 都 皆 全部 已全部 已均 已都")
	applications = pattern.NewWords("申请 政府信息公开申请 信息公开申请 公开申请")
	answered     = pattern.NewWords("答复 回复 办理")
)

// isOfCarriedIn says whether the sentence, or what stands behind its last ；, counts what was carried in alone before a number that is no more: 上年结转1件，当年
// 答复1件.
func (q *Quantity) isOfCarriedIn() bool {
	s, carried := q.Statement, false
	from := s.Start + strings.LastIndex(s.Text[s.Start:q.Start], "；") + 1
	for _, z := range s.Quantities {
		if z.Start < from || z.Start >= q.Start || z.Form != Number {
			continue
		}
		if !z.did("carried_in") || z.Value.LessThan(q.Value) {
			return false
		}
		carried = true
	}
	return carried
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

// isLeft says whether a number is of those that are not done yet: 还有4件在法定期限内办理.
func (q *Quantity) isLeft() bool {
	return q.isPositive() && q.boundRight && stillHas.Ends(q.Statement.Text[:q.Start])
}

// receivedBefore says whether the sentence counted applications received before.
func (m *measurer) receivedBefore(q *Quantity) bool {
	return slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.Start < q.Start && z.Form == Number && z.did("receive") })
}

// isCarriedOver says whether a quantity tells that applications are carried into the next year.
func (q *Quantity) isCarriedOver() bool {
	return q.isPositive() && q.IsOfRequests() && q.did("carried_out", "pending")
}
