package reading

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
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
		text := paragraph[0].Statement.Text
		heading := chinese.Clip(text, 24) // characters
		heading = heading[:max(0, strings.IndexAny(heading, "。：，"))]
		m.ownBusiness = headsOwnBusiness.In(heading) || endsOwnBusiness.MatchString(text)
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

// isDecidedHere says whether disputes are told that the unit decides, not that it is a party of: 作为全县复议机构，审理复议案件5件.
func (q *Quantity) isDecidedHere() bool {
	_, as, found := strings.Cut(q.saidSoFar(), "作为")
	return found && isDispute(q.thing) && chinese.ContainsAny(as, []string{"复议机构", "复议机关"}) && !chinese.ContainsAny(as, []string{"作为被", "本局为被", "我局为被", "本机关为被", "我单位为被"})
}

// goesOnDeciding says whether disputes are told behind others that the unit decides, in the same sentence: 承办复议案件15件，审结14件.
func (q *Quantity) goesOnDeciding() bool {
	at := slices.Index(q.Statement.Quantities, q)
	return at > 0 && isDispute(q.thing) && q.own.thing == "" && q.Statement.Quantities[at-1].isDecidedHere()
}

// isOfOwnBusiness says whether a paragraph tells of the disputes that the unit decides, not of those it is a party of: it says so of those that it counted
// last before a result, in its heading, or behind them: 作为行政复议机构，收到复议申请186件。受理案件中审结158件，其中维持61件.
func (m *measurer) isOfOwnBusiness(q *Quantity) bool {
	if !isDispute(q.thing) || q.Statement.isOnDisclosure() || isAParty.In(q.Statement.Words(q.Statement.Span)) {
		return false
	}
	if m.ownBusiness {
		return true
	}
	for _, z := range slices.Backward(m.all[:m.at]) {
		if isDispute(z.own.thing) && z.ruling == "" {
			return z.isDecidedHere() || decidedFor.MatchString(z.saidSoFar())
		}
	}
	return false
}

// headsOwnBusiness and endsOwnBusiness are the words with which a paragraph says that it tells of disputes which the unit decides; isAParty are those of a
// sentence that tells of others.
var (
	headsOwnBusiness = pattern.NewWords("行政复议业务 复议业务 行政复议办案 复议办案")
	endsOwnBusiness  = pattern.New(`(?:不属于|不是|并非|均非|非)以(?:本|我)[局机关单位委办县区市镇]+[^，。；]{0,6}为被申请人|(?:均|都|全部)?[为是系](?:本|我)[局机关单位]+(?:办理|承办|审理)的行?政?复议(?:业务|案件)`, "为被申请人", "复议业务", "复议案件")
	decidedFor       = pattern.New(`代(?:表|理)?[^，。；]{0,4}(?:县|区|市|旗|州|省)?(?:人民)?政府(?:共|依法|全年)*(?:收到|受理|办理|审理|承办)`, "政府")
	isAParty         = pattern.NewWords("以本局为被申请人的复议 以我局为被申请人的复议 以本局为被申请人的行政复议 以我局为被申请人的行政复议 以本机关为被申请人的行政复议 以我单位为被申请人的行政复议 涉及我局的行政复议 涉及本局的行政复议 针对我局 针对本局 本局被申请行政复议 我局被申请行政复议 本局被提起 我局被提起")
)

// isLeftOut says whether a text tells of what it counts that this report does not count it: 另有7件，不在本报告统计范围.
func (q *Quantity) isLeftOut() bool {
	const longest = 30 // characters
	behind, _, _ := strings.Cut(chinese.Clip(q.Statement.Text[q.End:max(q.End, q.Statement.End)], longest), "；")
	return chinese.ContainsAny(behind, []string{"不在本报告", "不在统计范围", "不在本表", "不计入本报告", "未计入本报告", "不列入本报告", "未列入本报告", "不计入上述", "未计入上述"})
}

// isPriceOfOne says whether money is told as what one page or one case costs: 每页收费10元, 10元/页.
func (q *Quantity) isPriceOfOne() bool {
	const most = 6 // characters between 每页 and the number
	if !strings.HasSuffix(q.Unit, "元") {
		return false
	}
	said := q.saidNear()
	if at := strings.LastIndex(said, "每"); at >= 0 {
		rest, priced := pricedByOne.CutPrefix(said[at+len("每"):])
		if priced && utf8.RuneCountInString(rest) <= most && !strings.ContainsAny(rest, "、：") {
			return true
		}
	}
	behind := q.Statement.Text[q.End:]
	for _, per := range []string{"/", "／", "每", "一"} {
		if rest, found := strings.CutPrefix(behind, per); found {
			return pricedByOne.Begins(rest)
		}
	}
	return false
}

// pricedByOne are units of what is paid for one by one.
var pricedByOne = pattern.NewWords("页 件 张 份 本 册 次 人 户 吨 平方米 立方米 小时 个 条 台 辆 亩 公斤")

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

// isAmongCharges says whether 收费 is that of the form: it is told behind kinds of fees, or behind what was decided: 处罚12件，收费45.27万元.
func (q *Quantity) isAmongCharges() bool {
	return strings.Contains(q.saidNear(), "等收费") || slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		return decisions()[z.thing].Name != "" && len(z.measured) > 0 && z.Start < q.Start
	})
}

// isAddedUpBehind says whether a number is one of several of the same that a later one of the sentence adds up: 一件收700元，另一件收550元，合计1250元.
func (q *Quantity) isAddedUpBehind() bool {
	alike := 0
	for _, z := range q.Statement.Quantities {
		if z.Form != Number || z.thing != q.thing || z.Unit != q.Unit {
			continue
		}
		if z.total && alike > 1 && z.Start > q.Start {
			return true
		}
		alike++
	}
	return false
}

// chargedUnderName is the measure of money that a clause says was charged, behind one that names the charges of the form: of one kind of fee it is no more
// than all of them: 行政事业性收费方面，全年收取城镇垃圾处理费2.16万元; 行政事业性收费1项，为城镇垃圾处理费，全年收费金额2.16万元.
func (q *Quantity) chargedUnderName() (charged Measure, ok bool) {
	s := q.Statement
	_, money := q.InYuan()
	if !money || q.Form != Number || q.whole != nil {
		return Measure{}, false
	}
	until := s.Start + strings.LastIndex(s.Text[s.Start:q.Start], "；") + 1
	named := slices.IndexFunc(s.tokens, func(k token) bool { return k.means(thingWord, "fees") && k.Start >= until && k.End <= q.Clause.Start })
	if named < 0 || chinese.ContainsAny(s.Text[max(until, s.tokens[named].Start-len("已取消")):q.Start], []string{"取消", "停征", "免", "没有", "未", "无"}) {
		return Measure{}, false
	}
	said := undated.Without(s.Text[q.saidBehind():q.Start])
	if sumsCharged.Has(said) {
		return feesCharged, true
	}
	fee, collected := feesCollected.CutPrefix(said)
	isFee := strings.HasSuffix(fee, "费") && fee != "收费" && !strings.Contains(fee, "信息处理费") && !chinese.ContainsAny(fee, []string{"收费", "免", "退", "补", "、", "“"})
	charged = feesCharged
	charged.Most = true
	return charged, collected && isFee
}

var (
	sumsCharged   = pattern.NewWords("收费金额 收费总额 收费总金额 收费收入 收费 收取金额 收缴金额 实收金额")
	feesCollected = pattern.NewWords("收取 征收 收缴 执收 实收")
)

// isOfFeeBefore says whether it is one of the fees that a sum told before is made up of: 收取信息处理费200元，其中按件计收1件100元.
func (q *Quantity) isOfFeeBefore() bool {
	return q.own.thing == "" && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		_, money := z.InYuan()
		return money && z.is("handling_fee") && z.Start < q.Start && z.Amount().GreaterThan(q.Amount()) && strings.Contains(q.Statement.Text[z.End:q.Start], "其中")
	})
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
