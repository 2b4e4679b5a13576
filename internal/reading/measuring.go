package reading

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// measurer finds what the quantities of a paragraph measure.
type measurer struct {
	unit     Unit
	carries  bool            // the text says that applications were carried over
	compares bool            // the paragraph tells last year's figures too
	said     map[string]bool // thing and deed of what is said of the report year
	yearAt   int             // where the paragraph names the report year first; -1 if it does not
	all      []*Quantity     // of the paragraph
	at       int             // which of them is measured

	ownBusiness bool // the paragraph says that its disputes are those that the unit decides

	received decimal.Decimal // the most that were told so far as received
}

// measureAll measures the quantities of a paragraph.
func measureAll(paragraph []*Quantity, of Unit, carries bool) {
	m := measurer{unit: of, carries: carries, said: map[string]bool{}, yearAt: -1, all: paragraph}
	for _, q := range paragraph {
		m.compares = m.compares || q.differs || q.lastYear && !q.did("carried_in")
		if q.year == 0 || q.year == of.year {
			m.said[q.thing] = true
			for _, d := range q.deeds {
				m.said[q.thing+" "+d] = true
			}
		}
	}
	if len(paragraph) > 0 && of.year != 0 {
		m.yearAt = strings.Index(paragraph[0].Statement.Text, strconv.Itoa(of.year)+"年")
	}
	if slices.ContainsFunc(paragraph, func(q *Quantity) bool { return isDispute(q.thing) }) {
		m.ownBusiness = saysOwnBusiness(paragraph[0].Statement.Text)
	}
	for i, q := range paragraph {
		m.at = i
		if q.Form == Rate {
			continue
		}
		if q.Silence = m.outOfScope(q); q.Silence == "" {
			q.measured, q.Silence = m.measure(q)
		}
		if q.by == part || q.otherTime {
			for i := range q.measured {
				q.measured[i].Most = true
			}
		}
		if q.Form == Number && q.own.thing == "application" && q.did("receive") {
			m.received = decimal.Max(m.received, q.Value)
		}
	}
	for _, q := range paragraph {
		if m.tellsLastYear(q) {
			q.ofLast = m.measureOfLast(q)
		}
	}
}

// tellsLastYear says whether a number is of the year before the report's, and nothing else keeps it from being compared.
func (m *measurer) tellsLastYear(q *Quantity) bool {
	return q.Form == Number && q.Bound == Exact && (q.Silence == ofLastYear || q.Silence == ofAnotherYear && q.year == m.unit.year-1)
}

// measureOfLast finds what a number of last year counts: what its own words say, else what the number counts that it is compared with: 收到5件，
// 较上年的3件有所增加.
func (m *measurer) measureOfLast(q *Quantity) []Measure {
	if q.own.thing != "" || len(q.own.deeds) > 0 {
		found, _ := m.measure(q)
		return found
	}
	at := slices.Index(q.Statement.Quantities, q)
	if at == 0 {
		return nil
	}
	if now := q.Statement.Quantities[at-1]; now.Form == Number && now.Unit == q.Unit && !now.differs {
		return now.measured
	}
	return nil
}

// Why numbers of other years are not compared with the tables of this one.
const (
	ofLastYear    = "说的是上年"
	ofAnotherYear = "说的是别的年份"
)

// otherOrgans is why a number is not compared that others, or some organs alone, account for.
const otherOrgans = "说的是别的机关，或只是其中一部分机关"

// isCountedBesideOthers says whether the same of documents is counted of other organs behind it: 县政府及县政府办公室制发4件，县直部门制发2件.
func (q *Quantity) isCountedBesideOthers() bool {
	return q.by == itself && documents[q.thing] != "" && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		return z.Start > q.Start && (z.by == another || z.by == members) && z.thing == q.thing && slices.Equal(z.deeds, q.deeds)
	})
}

// outOfScope tells why a quantity is not one of this unit and year, "" if it is.
func (m *measurer) outOfScope(q *Quantity) string {
	carried := q.did("carried_in", "carried_out", "carried")
	switch {
	case q.Bound == Vague:
		return "是个大概的数"
	case q.by == another && q.ruling == "" && !q.isAgainstUs(), q.by == part && q.Form != Number, q.by == members && decisions()[q.thing].Name == "":
		return otherOrgans
	case q.isCountedBesideOthers():
		return otherOrgans
	case q.planned:
		return "说的是打算、要求"
	case q.countsKinds():
		return "说的是几项"
	case q.pointsBack() && !m.isOfAllReceived(q) && !m.isRulingOnCounted(q):
		return "说的是前面数过的"
	case q.isDecidedHere(), q.goesOnDeciding(), m.isOfOwnBusiness(q):
		return "说的是本机关审理的复议"
	case chinese.EndsWithAny(q.saidNear(), []string{"登记为", "各登记为", "合并为", "合并登记为", "合并计为", "计为", "算作", "视为"}) && q.own.thing == "":
		return "说的是怎么计件" // 内容一致的2件，按规定各登记为1件
	case q.isLeftOut():
		return "说的不在统计范围"
	case q.isPriceOfOne():
		return "说的是单价"
	case q.differs:
		return "说的是比上年增减多少"
	case q.otherTime && !q.countsPartOfYear():
		return "说的不是一整年，或是历年的"
	case q.lastYear && !carried:
		return ofLastYear
	case q.year != 0 && q.year != m.unit.year && !carried && !m.isSlip(q):
		return ofAnotherYear
	}
	return ""
}

// countsPartOfYear says whether it counts the applications that came in a part of the report's year, which are no more than all of them: 仅下半年就收到12件.
func (q *Quantity) countsPartOfYear() bool {
	said := q.saidNear()
	return q.Form == Number && q.own.thing == "application" && slices.Equal(q.own.deeds, []string{"receive"}) && q.whole == nil && q.narrowing == "" && !q.lastYear && q.year == 0 &&
		chinese.ContainsAny(said, []string{"上半年", "下半年", "季度"}) && !chinese.ContainsAny(said, []string{"每", "均", "年以来", "年来", "历年"})
}

// countsKinds says whether a numeral tells how many kinds are added up: 两项诉讼相加15宗.
func (q *Quantity) countsKinds() bool {
	behind := chinese.Clip(q.Statement.Text[q.End:max(q.End, q.Clause.End)], 6)
	return q.inWords && slices.Contains([]string{"项", "类", "种"}, q.Unit) && chinese.ContainsAny(behind, []string{"相加", "合计", "共计", "加起来"})
}

// isAgainstUs says whether disputes are told that others decide and the unit is a party of: 县政府受理涉及我镇的复议3件.
func (q *Quantity) isAgainstUs() bool {
	return isDispute(q.thing) && chinese.ContainsAny(q.saidNear(), []string{"涉我", "涉及我", "针对我", "对我", "以我", "我镇", "我局", "我街道"})
}

// pointsBack says whether a number is of what was told before: 上述3件涉及执法案卷的申请.
func (q *Quantity) pointsBack() bool {
	return q.isPositive() && chinese.EndsWithAny(q.saidNear(), []string{"上述", "前述", "以上", "这", "那", "该", "除此之外的", "针对", "对照"})
}

// isOfAllReceived says whether one thing came of all applications that were told as received: 收到3件，这3件都不予公开.
func (m *measurer) isOfAllReceived(q *Quantity) bool {
	return q.hasOutcome() && m.received.Equal(q.Value) && chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"均", "都", "全部", "皆"})
}

// isRulingOnCounted says whether what came of disputes is told that were counted before: 申请复议1件，这1件复议案件尚在审理.
func (m *measurer) isRulingOnCounted(q *Quantity) bool {
	return isDispute(q.thing) && q.ruling != "" && slices.ContainsFunc(m.all, func(z *Quantity) bool {
		return z.Start < q.Start && z.own.thing == q.thing && z.ruling == "" && z.Form == Number && z.Value.Equal(q.Value) && !z.lastYear && !z.otherTime
	})
}

// isLeftOut says whether a text tells of what it counts that this report does not count it: 另有7件，不在本报告统计范围.
func (q *Quantity) isLeftOut() bool {
	const longest = 30 // characters
	behind, _, _ := strings.Cut(chinese.Clip(q.Statement.Text[q.End:max(q.End, q.Statement.End)], longest), "；")
	return chinese.ContainsAny(behind, []string{"不在本报告", "不在统计范围", "不在本表", "不计入本报告", "未计入本报告", "不列入本报告", "未列入本报告", "不计入上述", "未计入上述"})
}

// isSlip says whether last year's number was left where this year's is due: nothing is compared, and nothing of this year says the same.
func (m *measurer) isSlip(q *Quantity) bool {
	words := q.Statement.Words(q.Statement.Span)
	if q.year != m.unit.year-1 || m.compares || m.yearAt >= 0 && m.yearAt < q.Statement.End || chinese.ContainsAny(words, []string{"本年", "今年", "此前", "之前", "而在"}) {
		return false
	}
	if len(q.deeds) == 0 && q.own.thing == "" && m.said[q.thing] {
		return false // 许可683件（2023年：751件）
	}
	if isDispute(q.thing) && m.saysDispute() {
		return false // 复议2件、诉讼1件，2023年复议3件
	}
	return !slices.ContainsFunc(q.deeds, func(d string) bool { return m.said[q.thing+" "+d] })
}

// saysDispute says whether a dispute of the report year is told.
func (m *measurer) saysDispute() bool {
	for thing := range disputes {
		if m.said[thing] {
			return true
		}
	}
	return false
}

// measure finds the measures of a quantity, or why it has none.
func (m *measurer) measure(q *Quantity) (found []Measure, silence string) {
	if corrected, ok := m.correctedAnswers(q); ok {
		return []Measure{corrected}, ""
	}
	if charged, ok := q.chargedUnderName(); ok {
		return []Measure{charged}, ""
	}
	if q.unread != "" {
		if told := retold(q); !told.isNone() {
			return []Measure{told.measure()}, ""
		}
		return nil, "不认得“" + q.unread + "”"
	}
	switch {
	case q.isNoughtOfDecisions():
		return append(q.decidedAlike(), feesCharged), ""
	case q.denied && (q.isPositive() || q.undone):
		return nil, "句中有否定"
	case q.isOfReversed():
		found, silence = q.reversedAnswers()
	case q.Form == All:
		return m.coverage(q)
	case q.IsOfRequests():
		found, silence = m.requests(q)
	case isDispute(q.thing):
		found, silence = m.disputes(q)
	case documents[q.thing] != "":
		found, silence = m.documents(q)
	case decisions()[q.thing].Name != "":
		found, silence = m.decisions(q)
	default:
		found, silence = m.others(q)
	}
	if silence == "" && len(found) == 0 {
		silence = "没有对应的表中数"
	}
	if len(found) > 0 && q.Form == Number && !found[0].isCountedIn(q.Unit) {
		return nil, "不按“" + q.Unit + "”计"
	}
	return found, silence
}

// isNoughtOfDecisions says whether there is none of charges and of what is decided, told in one: 许可、处罚、强制及收费均为0.
func (q *Quantity) isNoughtOfDecisions() bool {
	return q.Form == Number && q.Value.IsZero() && q.is("fees", "handling_fee") && len(q.decidedAlike()) > 0
}

// others measures money, purchases, and what was published.
func (m *measurer) others(q *Quantity) (found []Measure, silence string) {
	if q.Form == Number && q.whole == nil && !q.is("fees", "handling_fee", "procurement") {
		if told := retold(q); !told.isNone() {
			return []Measure{told.measure()}, ""
		}
	}
	_, money := q.InYuan()
	switch {
	case q.did("foreign", "amend") || q.channel, chinese.ContainsAny(q.saidBefore(), []string{"应收", "应缴", "应交"}): // 按标准应收信息处理费400元
		return nil, ""
	case q.is("fees") && q.own.thing == "" && q.whole != nil && q.whole.is("fees"):
		return nil, "是另一个数的一部分" // 收费862.45万元，其中土地复垦费等550万元
	case q.is("fees") && q.narrowing == "" && (money || q.Form == None || q.Value.IsZero()):
		return []Measure{feesCharged}, ""
	case q.is("handling_fee") && (q.words == "收费" && money || q.Form == None && chinese.StartsWithAny(q.Statement.Words(q.Clause), []string{"无", "没有", "亦无", "也无", "未收", "亦未收", "也未收", "不收费"})) && !q.Statement.isOnHandlingFee() && q.isAmongCharges():
		return []Measure{feesCharged}, ""
	case q.is("handling_fee") && money && strings.HasSuffix(q.saidBefore(), "类收费"):
		some := feesCharged
		some.Most = true // 证照工本类收费512.76万元
		return []Measure{some}, ""
	case q.is("handling_fee") && money && q.isAddedUpBehind():
		return nil, "是后面合计的一部分"
	case q.is("handling_fee") && money && q.isOfFeeBefore():
		return nil, "是另一个数的一部分"
	case q.is("handling_fee") && !q.Statement.isOnHandlingFee():
		return nil, "" // 许可12件，收费980.5万元
	case q.is("handling_fee") && (money || q.Form == None && !chinese.ContainsAny(q.Statement.Words(q.Clause), []string{"其余", "其他", "其它", "除", "另"})):
		return []Measure{handlingFee}, ""
	case q.is("procurement") && money && q.narrowing == "":
		return []Measure{amountSpent}, ""
	case q.is("procurement") && q.narrowing == "":
		return []Measure{itemsBought}, ""
	}
	return nil, ""
}
