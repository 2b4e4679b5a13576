package reading

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
)

// measurer finds what the quantities of a paragraph measure.
type measurer struct {
	unit     Unit
	carries  bool            // the text says that applications were carried over
	compares bool            // the paragraph tells last year's figures too
	said     map[string]bool // thing and deed of what is said of the report year
	yearAt   int             // where the paragraph names the report year first; -1 if it does not
}

// measureAll measures the quantities of a paragraph.
func measureAll(paragraph []*Quantity, of Unit, carries bool) {
	m := measurer{unit: of, carries: carries, said: map[string]bool{}, yearAt: -1}
	for _, q := range paragraph {
		m.compares = m.compares || q.differs || q.lastYear && !q.did("carried_in")
		if q.year == 0 || q.year == of.year {
			for _, d := range q.deeds {
				m.said[q.thing+" "+d] = true
			}
		}
	}
	if len(paragraph) > 0 && of.year != 0 {
		m.yearAt = strings.Index(paragraph[0].Statement.Text, strconv.Itoa(of.year)+"年")
	}
	for _, q := range paragraph {
		if q.Form == Rate {
			continue
		}
		if q.Silence = m.outOfScope(q); q.Silence == "" {
			q.measured, q.Silence = m.measure(q)
		}
	}
}

// outOfScope tells why a quantity is not one of this unit and year, "" if it is.
func (m *measurer) outOfScope(q *Quantity) string {
	carried := q.did("carried_in", "carried_out", "carried")
	switch {
	case q.Bound == Vague:
		return "是个大概的数"
	case q.by == another && q.ruling == "", q.by == members && decisions[q.thing].Name == "":
		return "说的是别的机关，或只是其中一部分机关"
	case q.planned:
		return "说的是打算、要求"
	case q.differs:
		return "说的是比上年增减多少"
	case q.otherTime:
		return "说的不是一整年，或是历年的"
	case q.lastYear && !carried:
		return "说的是上年"
	case q.year != 0 && q.year != m.unit.year && !carried && !m.isSlip(q):
		return "说的是别的年份"
	}
	return ""
}

// isSlip says whether last year's number was left where this year's is due: nothing is compared, and nothing of this year says the same.
func (m *measurer) isSlip(q *Quantity) bool {
	words := q.Statement.Words(q.Statement.Span)
	if q.year != m.unit.year-1 || m.compares || m.yearAt >= 0 && m.yearAt < q.Statement.End || chinese.ContainsAny(words, []string{"本年", "今年"}) {
		return false
	}
	return !slices.ContainsFunc(q.deeds, func(d string) bool { return m.said[q.thing+" "+d] })
}

// measure finds the measures of a quantity, or why it has none.
func (m *measurer) measure(q *Quantity) (found []Measure, silence string) {
	if q.unread != "" {
		if name := retold(q); name != "" {
			return []Measure{{Name: name, Class: Information}}, ""
		}
		return nil, "不认得“" + q.unread + "”"
	}
	switch {
	case q.denied && q.isPositive():
		return nil, "句中有否定"
	case q.Form == All:
		return m.coverage(q)
	case q.IsOfRequests():
		found, silence = m.requests(q)
	case isDispute(q.thing):
		found, silence = m.disputes(q)
	case documents[q.thing] != "":
		found, silence = m.documents(q)
	case decisions[q.thing].Name != "":
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

// columnsOf lists the columns that the applicants named may stand for; nil for everybody.
func columnsOf(named []string) [][]string {
	has := func(a string) bool { return slices.Contains(named, a) }
	switch {
	case len(named) == 0, has("anyone"), has("natural_person") && len(unique(named)) > 1:
		return nil
	case has("natural_person"):
		return [][]string{{"natural_person"}}
	case has("organisations"):
		return [][]string{organisations}
	case len(unique(named)) > 1:
		return [][]string{unique(named)}
	case has("other"), has("social"):
		return [][]string{named[:1], organisations}
	}
	return [][]string{named[:1]}
}

// byApplicants narrows a measure to some applicants.
func (m Measure) byApplicants(named []string) Measure {
	columns := columnsOf(named)
	if columns == nil {
		return m
	}
	var names []string
	for _, n := range unique(named) {
		names = append(names, applicantNames[n])
	}
	if m.deed == "receive" {
		m.Name = "的申请"
	}
	m.Name = strings.Join(names, "、") + m.Name
	var sums []Sum
	for _, c := range columns {
		sums = append(sums, each(m.Sums, func(s Sum) Sum { return s.by(c) })...)
	}
	m.Sums = sums
	return m
}

// requests measures applications.
func (m *measurer) requests(q *Quantity) (found []Measure, silence string) {
	if q.Form == Number && q.narrowing != "" && (q.whole != nil || q.own.thing == "" || q.boundRight) {
		return nil, "不认得“" + q.narrowing + "”"
	}
	if q.Form == Number && q.behindIt != "" {
		return nil, "不认得“" + q.behindIt + "”"
	}
	if slices.Contains(q.alike, "foreign") {
		return nil, "连同别的一起数的"
	}
	deeds := q.deeds
	if len(deeds) == 0 && !q.boundRight && !q.subset && (q.whole == nil || len(q.applicants) > 0 || q.channel) && (q.own.thing == "application" || q.own.thing == "application?" || len(q.applicants) > 0) {
		deeds = []string{"receive"}
	}
	some := columnsOf(q.applicants) != nil
	for _, d := range deeds {
		if d == "raise" {
			if q.subset && q.narrowing != "" {
				return nil, "说的是其中一部分" // 对涉及会议纪要的2件申请
			}
			d = "receive"
		}
		measure := flows[d]
		measure.deed = d
		switch {
		case d == "receive" && q.Form == Number && q.Statement.countsSetAside() && m.receivedBefore(q):
			return nil, "说的是撤回以后余下的"
		case d == "answer" && (q.ofReceived || q.Statement.countsSetAside()):
			return nil, "说的是其中一部分"
		case isOutcome(d):
			if q.channel {
				return nil, "只说了一种渠道"
			}
			measure = outcomeMeasure(d)
			if of := m.appliedBefore(q); of != nil && len(q.applicants) == 0 {
				measure.Sums = append(measure.Sums, measure.byApplicants(of.applicants).Sums...) // 企业申请3件，予以公开2件
			}
			measure = measure.byApplicants(q.applicants)
		case measure.Name == "":
			continue
		case q.Form == None && (q.channel || q.timely) && measure.Class == Flow:
			return nil, "只说了其中一部分没有"
		case q.Form == None && (d == "handle" || d == "answer"):
			continue
		case measure.Class == Flow && (q.channel || q.timely) && !some:
			measure.Most = true
			if d == "receive" {
				measure.Sums = measure.Sums[1:] // what was carried in may have come that way as well
			}
		case measure.Class == Carrying && q.channel:
			continue
		case d == "receive" && q.Form == None:
			measure.Sums = measure.Sums[:1]
			measure = measure.byApplicants(q.applicants)
		case d == "carried" && (q.Form == None || q.Value.IsZero()):
			measure.Sums = measure.Sums[:1]
		case some && measure.Class&(Flow|Carrying) != 0:
			measure = measure.byApplicants(q.applicants)
		}
		found = append(found, measure)
	}
	if q.Form == Number && q.isPositive() && len(found) > 1 && !q.isOfEach() && !slices.ContainsFunc(found, func(m Measure) bool { return m.Class != Outcome }) {
		found = []Measure{together(found)}
	}
	return found, ""
}

// isOfEach says whether a number is one of each of several things: 不予公开、无法提供各3件.
func (q *Quantity) isOfEach() bool {
	return chinese.EndsWithAny(q.Statement.Text[:q.Start], []string{"各", "各为", "各有", "均", "均为", "都是"})
}

// together is the measure of several outcomes that are counted in one number: 其余9件为无法提供、不予处理和其他处理.
func together(outcomes []Measure) Measure {
	var names []string
	sums := []Sum{nil}
	for _, m := range outcomes {
		names = append(names, strings.TrimSuffix(m.Name, "的申请"))
		var longer []Sum
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
		case z.Form == Number && z.is("application") && (z.did("receive", "handle") || len(z.deeds) == 0 && z.own.thing != ""):
			if of = z; columnsOf(z.applicants) == nil {
				return nil
			}
		}
	}
	return of
}

// disputes measures review and litigation.
func (m *measurer) disputes(q *Quantity) (found []Measure, silence string) {
	switch {
	case q.did("amend", "publish", "foreign"):
		return nil, "说的不是件数"
	case q.own.thing == "" && q.isPositive() && !q.Statement.isOnDisclosure() && q.Statement.isBusinessOfDisputes():
		return nil, "没有说是政府信息公开引起的"
	case q.own.thing == "" && q.ruling == "" && (len(q.deeds) == 0 || q.boundRight):
		return nil, "没有说是哪一种"
	case q.isPositive() && q.ruling == "" && q.did("receive", "handle", "answer") && !q.Statement.isOnDisclosure(), q.isPositive() && q.otherCause,
		chinese.ContainsAny(q.Statement.Words(q.Statement.Span), []string{"无关", "分开统计"}):
		return nil, "没有说是政府信息公开引起的"
	}
	result := q.ruling
	if q.did("pending") {
		result = "pending"
	}
	things := []string{q.thing}
	if q.own.thing == "" && q.whole == nil && strings.HasPrefix(q.thing, "litigation_") && result != "" {
		things[0] = "litigation" // 直接起诉2件，复议后起诉4件；已审结5件
	}
	for _, thing := range q.alike {
		if isDispute(thing) {
			things = append(things, thing)
		}
	}
	things = unique(things)
	if len(things) == 1 || q.Value.IsZero() {
		for _, thing := range things {
			measure := disputeMeasure(thing, result)
			if q.Value.IsZero() {
				measure.Sums = measure.Sums[len(measure.Sums)-1:] // none of either kind
			}
			found = append(found, measure)
		}
		return found, ""
	}
	var names []string
	all := Measure{Class: Dispute}
	var sum Sum
	for _, thing := range things {
		single := disputeMeasure(thing, result)
		names = append(names, single.Name)
		sum = append(sum, single.Sums[len(single.Sums)-1]...)
		all.Sums = append(all.Sums, single.Sums...)
	}
	all.Name, all.Sums = strings.Join(names, "和"), append([]Sum{sum}, all.Sums...)
	return []Measure{all}, ""
}

// disputeMeasure is the measure of a kind of dispute, or of one of its results.
func disputeMeasure(thing, result string) Measure {
	d := disputes[thing]
	measure := Measure{Name: d.name, Class: Dispute}
	columns := []string{total}
	if result == "closed" {
		measure.Name, columns = "已审结的"+d.name, []string{"upheld", "corrected", "other"}
	}
	for _, r := range rulings {
		if r.key == result {
			columns, measure.Name = []string{r.key}, d.name+"的“"+r.name+"”"
		}
	}
	var all Sum
	for _, block := range d.blocks {
		var one Sum
		for _, column := range columns {
			one = append(one, Figure{"disputes", Row{Key: block}, column})
		}
		if all = append(all, one...); len(d.blocks) > 1 && thing != "dispute" {
			measure.Sums, measure.Loose = append(measure.Sums, one), true
		}
	}
	measure.Sums = append(measure.Sums, all)
	return measure
}

// documents measures normative documents.
func (m *measurer) documents(q *Quantity) (found []Measure, silence string) {
	row := Row{Key: q.thing}
	add := func(name string, loose bool, columns ...string) {
		measure := Measure{Name: name + documents[q.thing], Class: Act, Loose: loose}
		for _, c := range columns {
			measure.Sums = append(measure.Sums, Sum{{"proactive", row, c}})
		}
		found = append(found, measure)
	}
	for _, a := range acts {
		if q.did(a.deed) || q.Form == None && a.deed == "issue" && !q.did("repeal", "in_force", "publish", "amend", "handle", "foreign") {
			add(a.name, false, a.columns...)
		}
	}
	switch {
	case len(found) > 0:
		return found, ""
	case q.did("publish") && q.Statement.isLedgerOfDocuments():
		add("制发的", false, "issued", "made", "published") // 公开规范性文件2件，废止4件，现行有效15件
		return found, ""
	case q.did("publish") && (!q.isPositive() || q.own.thing == ""):
		add("公开的", true, "published", "total")
		return found, ""
	case q.own.thing == "" || q.did("amend", "handle", "foreign"):
		return nil, "没有说是制发、废止还是现行有效"
	case q.narrowing != "":
		return nil, "不认得“" + q.narrowing + "”"
	case q.published || q.whole != nil || q.Unit == "条" || q.Statement.countsInformation():
		return nil, "说的是公开的信息条数"
	}
	add("", true, "issued", "in_force", "made", "total", "published")
	return found, ""
}

// decisions measures licences, penalties and the like.
func (m *measurer) decisions(q *Quantity) (found []Measure, silence string) {
	switch {
	case q.did("foreign", "amend", "answer", "receive") || q.channel || q.hasOutcome():
		return nil, "说的不是作出的决定"
	case q.isPositive() && (q.published || q.root().is("information") || q.Statement.countsInformation()):
		return nil, "说的是公开的信息条数"
	case q.whole != nil && q.isPositive() && (decisions[q.whole.thing].Name == "" || q.whole.is(q.thing)):
		return nil, "是另一个数的一部分"
	case q.amongCauses:
		return nil, "说的是案件涉及的领域"
	case strings.HasSuffix(q.words, "事项") && (q.Unit == "项" || q.Unit == "个" || len(q.deeds) == 0):
		return nil, "说的是事项的个数"
	case q.narrowing != "" && q.isPositive():
		return nil, "不认得“" + q.narrowing + "”"
	}
	things := []string{q.thing}
	for _, thing := range q.alike {
		if decisions[thing].Name != "" {
			things = append(things, thing)
		}
	}
	slices.Reverse(things)
	if len(things) == 1 || q.Value.IsZero() {
		for _, thing := range things {
			found = append(found, decisions[thing])
		}
		return found, ""
	}
	var names []string
	var sum Sum
	for _, thing := range things {
		names, sum = append(names, decisions[thing].Name), append(sum, decisions[thing].Sums[0]...)
	}
	return []Measure{{Name: strings.Join(names, "和"), Class: Decision, Sums: []Sum{sum, decisions[q.thing].Sums[0]}}}, ""
}

// others measures money, purchases, and what was published.
func (m *measurer) others(q *Quantity) (found []Measure, silence string) {
	if q.Form == Number && q.whole == nil && !q.is("fees", "handling_fee", "procurement") {
		if name := retold(q); name != "" {
			return []Measure{{Name: name, Class: Information}}, ""
		}
	}
	_, money := q.InYuan()
	switch {
	case q.did("foreign", "amend") || q.channel:
		return nil, ""
	case q.is("fees") && q.narrowing == "" && (money || q.Form == None || q.Value.IsZero()):
		return []Measure{feesCharged}, ""
	case q.is("handling_fee") && money:
		return []Measure{handlingFee}, ""
	case q.is("procurement") && money && q.narrowing == "":
		return []Measure{amountSpent}, ""
	case q.is("procurement") && q.narrowing == "":
		return []Measure{itemsBought}, ""
	}
	return nil, ""
}

// isOnDisclosure says whether the statement says that it is about the disclosure of information.
func (s *Statement) isOnDisclosure() bool {
	return hasClass(s.tokens, contextWord) || s.Names("application") || s.Names("application?")
}

// countsSetAside says whether the statement counts applications withdrawn or refused, which may be told apart from those answered.
func (s *Statement) countsSetAside() bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return q.did("withdraw", "refuse") && q.isPositive() })
}

// isLedgerOfDocuments says whether the statement counts documents repealed and in force.
func (s *Statement) isLedgerOfDocuments() bool {
	counts := func(deed string) bool {
		return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return documents[q.thing] != "" && q.did(deed) })
	}
	return counts("repeal") && counts("in_force")
}

// isBusinessOfDisputes says whether the statement tells of disputes that an organ dealt with.
func (s *Statement) isBusinessOfDisputes() bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return isDispute(q.thing) && q.did("receive", "handle", "answer") })
}

// countsInformation says whether the statement counts published items.
func (s *Statement) countsInformation() bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return q.is("information") && q.isPositive() })
}

// isCarriedOver says whether a quantity tells that applications are carried into the next year.
func (q *Quantity) isCarriedOver() bool {
	return q.isPositive() && q.IsOfRequests() && q.did("carried_out", "pending")
}

// coverage measures what is said of all: of the others there are none.
func (m *measurer) coverage(q *Quantity) (found []Measure, silence string) {
	switch {
	case chinese.ContainsAny(q.Statement.Words(q.Statement.Span), []string{"无关", "分开统计"}):
		return nil, "没有说是政府信息公开引起的"
	case q.among != nil && q.among.Form == Number && (q.among.whole != nil || q.among.did("carried_in", "carried") && !m.receivedBefore(q)):
		return nil, "说的是其中一部分"
	case q.of != nil && q.of.Value.IsZero() && q.of.Form == Number && (q.did("answer") || q.hasOutcome()):
		return []Measure{{Name: "收到的申请", Class: Flow, Hollow: true}}, ""
	case q.ruling != "":
		return m.coveredRulings(q), ""
	case len(q.applicants) > 0 && q.among != nil && q.among.hasOutcome():
		return nil, "说的是其中一部分"
	case len(q.applicants) > 0:
		left := slices.DeleteFunc(slices.Clone(applicants), func(column string) bool {
			return column == q.applicants[0] || q.applicants[0] == "organisations" && slices.Contains(organisations, column)
		})
		return []Measure{{Name: applicantNames[q.applicants[0]] + "以外的申请", Class: Flow, Sums: []Sum{Sum{requests("received")}.by(left)}}}, ""
	case m.carries:
		return nil, "文中另说有结转，“均”指其余的"
	case q.did("answer"):
		return []Measure{{Name: "结转下年度的申请", Class: Flow, Sums: flows["carried_out"].Sums}}, ""
	}
	if of := q.of; of != nil && of.Bound == Exact {
		group, _, reason := strings.Cut(q.deeds[0], ".")
		if of.whole != nil || of.hasOutcome() && !(reason && of.did(group)) {
			return nil, "说的是其中一部分"
		}
		q.Value = of.Value
		measure := outcomeMeasure(q.deeds[0]).byApplicants(of.applicants)
		measure.Least = true          // those that were carried in
		return []Measure{measure}, "" // 申请2件，均予以公开
	}
	var sum Sum
	for _, o := range mainOutcomes {
		if o != q.deeds[0] && !(q.deeds[0] == "granted+partially_granted" && strings.HasSuffix(o, "granted")) {
			sum = append(sum, outcomeMeasure(o).Sums[0]...)
		}
	}
	name := strings.TrimSuffix(outcomes[q.deeds[0]].Name, "的申请") + "以外的申请"
	return []Measure{{Name: name, Class: Outcome, Sums: []Sum{sum}, spare: Sum{requests("carried_in")}}}, ""
}

// coveredRulings measures the results of disputes that are left when all had one.
func (m *measurer) coveredRulings(q *Quantity) []Measure {
	things := []string{}
	for _, z := range q.Statement.Quantities {
		if !q.one && z.Start < q.Start && z.Form == Number && isDispute(z.thing) {
			things = append(things, z.thing)
			things = append(things, z.alike...)
		}
	}
	if len(things) == 0 {
		things = []string{q.thing}
	}
	var names []string
	var sum Sum
	for _, thing := range unique(things) {
		if !isDispute(thing) {
			continue
		}
		names = append(names, disputes[thing].name)
		for _, r := range rulings {
			if r.key != q.ruling && (q.ruling != "closed" || r.key == "pending") {
				for _, block := range disputes[thing].blocks {
					sum = append(sum, Figure{"disputes", Row{Key: block}, r.key})
				}
			}
		}
	}
	result := "已审结"
	for _, r := range rulings {
		if r.key == q.ruling {
			result = r.name
		}
	}
	return []Measure{{Name: strings.Join(names, "和") + "“" + result + "”以外的结果", Class: Dispute, Sums: []Sum{sum}}}
}
