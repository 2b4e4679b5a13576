package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// disputes measures review and litigation.
func (m *measurer) disputes(q *Quantity) (found []Measure, silence string) {
	switch {
	case q.did("carried_in", "carried_out", "carried"):
		return nil, "说的是结转的案件"
	case chinese.ContainsAny(q.saidNear(), []string{"促成", "促使", "推动"}):
		return nil, "说的是怎样化解的" // 促成和解撤回38件
	case q.boundRight && strings.HasPrefix(q.Statement.Text[q.End:], "答复"):
		return nil, "说的是答复" // 有1件答复引发复议
	case q.did("amend", "foreign"), q.did("publish") && q.Form != None:
		return nil, "说的不是件数"
	case m.toldBefore(q):
		return nil, "说的是前面数过的"
	case q.own.thing == "" && q.isPositive() && !q.Statement.isOnDisclosure() && q.Statement.isBusinessOfDisputes():
		return nil, "没有说是政府信息公开引起的"
	case q.isPositive() && !q.Statement.saysIn(q.Clause, contextWord) && (q.Statement.picksOutDisclosure(q) || strings.Contains(q.Statement.Text[q.Clause.Start:max(q.Clause.Start, q.Start)], "各类")):
		return nil, "没有说是政府信息公开引起的"
	case chinese.ContainsAny(q.Statement.Words(q.Statement.Span), []string{"其他行政机关为被申请人", "其他机关为被申请人", "以下级机关为被申请人"}):
		return nil, "说的是别的机关办的案件"
	case q.by == another && q.Statement.isBusinessOfDisputes():
		return nil, "说的是别的机关办的案件"
	case q.own.thing == "" && q.ruling == "" && (len(q.deeds) == 0 || q.boundRight):
		return nil, "没有说是哪一种"
	case q.isPositive() && q.ruling == "" && q.did("receive", "handle", "answer") && !q.Statement.isOnDisclosure(), q.isPositive() && q.otherCause,
		chinese.ContainsAny(q.Statement.Words(q.Statement.Span), []string{"无关", "分开统计"}):
		return nil, "没有说是政府信息公开引起的"
	}
	if q.isOfOneParty() {
		return nil, "是另一个数的一部分"
	}
	if q.subset && q.ruling != "" && q.isPositive() || q.isOfFormer() || chinese.ContainsAny(q.saidNear(), []string{"同一人", "同一申请人", "同一名"}) {
		return nil, "说的是前面数过的" // 对被纠错的7件逐案复盘
	}
	result := q.ruling
	if w := q.whole; result == "" && w != nil && q.bracketed && w.ruling != "" && isDispute(w.thing) {
		result = w.ruling // 复议、诉讼中被纠正的共3件（复议2件、诉讼1件）
	}
	if q.did("withdraw", "refuse") && result == "" {
		result = "other"
	}
	if q.did("pending") {
		result = "pending"
	}
	if q.ruling != "" && q.isPositive() && m.mayBeOfEither(q) {
		return []Measure{ofEither(result)}, ""
	}
	if q.ruling != "" && q.isAmongSame() {
		return nil, "是另一个数的一部分"
	}
	things := []string{q.thing}
	if q.own.thing == "" && q.isOfCourt() {
		things[0] = "litigation"
	}
	if q.own.thing == "" && result != "" && q.isOfBothKinds() {
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
			measure.Most = q.pointsBack() // others may have come to the same
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

// isOfOneParty says whether disputes are told by who was the respondent or who decides them, behind all of them: 复议3件，其中以县政府为被申请人、由市政府审理的1件，以部门为
// 被申请人、由县政府审理的2件.
func (q *Quantity) isOfOneParty() bool {
	said := q.saidBefore()
	if q.ruling != "" || !q.isPositive() || !chinese.ContainsAny(said, []string{"被申请人", "由"}) || !byParty.In(said) {
		return false
	}
	return slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		return z.Start < q.Start && z.thing == q.thing && z.ruling == "" && len(z.measured) > 0 && z.Value.GreaterThan(q.Value)
	})
}

// byParty are words for who was the respondent in disputes, and for deciding them.
var byParty = pattern.NewWords("为被申请人 作被申请人 作为被申请人 做被申请人 审理 复议 受理 办理 管辖")

// isOfCourt says whether the words right behind a number tell that a court decided: 3件被复议机关纠正、1件被法院判决纠正.
func (q *Quantity) isOfCourt() bool {
	return chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"被法院", "被人民法院", "经法院", "由法院", "法院"})
}

// isAmongSame says whether it is told of some of those with the same result: 其他结果5件中，有4件是经沟通撤回，1件是终止审理.
func (q *Quantity) isAmongSame() bool {
	return slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		return z.Start < q.Start && z.thing == q.thing && z.ruling == q.ruling && z.Value.GreaterThan(q.Value) && strings.HasPrefix(z.Statement.Text[z.End:], "中")
	})
}

// mayBeOfEither says whether a result begins a sentence that does not say of which disputes, behind one in which both kinds were counted.
func (m *measurer) mayBeOfEither(q *Quantity) bool {
	s := q.Statement
	if s.Names("review") || s.Names("litigation") || s.Names("litigation_direct") || s.Names("litigation_after_review") {
		return false
	}
	counted := func(kind string) bool {
		return slices.ContainsFunc(m.all, func(z *Quantity) bool {
			return z.Start < q.Start && z.isPositive() && strings.HasPrefix(z.own.thing, kind)
		})
	}
	return counted("review") && counted("litigation")
}

// ofEither is the measure of a result of reviews, of lawsuits, or of both: 复议7件……。直接起诉3件……。纠错2件均系…….
func ofEither(result string) Measure {
	all := disputeMeasure("dispute", result)
	for _, thing := range []string{"review", "litigation"} {
		all.Sums = append(all.Sums, disputeMeasure(thing, result).Sums...)
	}
	all.Loose = true
	return all
}

// isOfBothKinds says whether a result is of lawsuits of either kind, though one of them was told last: so are those that divide it: 直接起诉和复议后起诉各6件，
// 已审结的9件中，维持7件.
func (q *Quantity) isOfBothKinds() bool {
	w := q.whole
	if !strings.HasPrefix(q.thing, "litigation_") || w != nil && !w.is("litigation") && !q.total && !(w.own.thing == "" && w.ruling == "closed" && w.isOfBothKinds()) && !w.isDividedWithOtherKind() {
		return false
	}
	return !q.isOfOneKind()
}

// isDividedWithOtherKind says whether what divides it comes to more, and divides lawsuits of the other kind before it as well: 直接起诉2件、复议后起诉2件，其中维持3件、
// 尚未审结1件.
func (q *Quantity) isDividedWithOtherKind() bool {
	return strings.HasPrefix(q.thing, "litigation_") && sumOf(q.parts).GreaterThan(q.Value) && sumOf(q.parts).LessThanOrEqual(sumOf(q.kindsUpTo()))
}

// kindsUpTo are the lawsuits of either kind that its sentence counts, up to itself.
func (q *Quantity) kindsUpTo() (all []*Quantity) {
	for _, z := range q.Statement.Quantities {
		if z.Start <= q.Start && z.Form == Number && strings.HasPrefix(z.own.thing, "litigation_") && z.ruling == "" {
			all = append(all, z)
		}
	}
	return all
}

// correctedAnswers is the measure of answers that a dispute put right, of which there are no more than disputes that ended so: 2件答复在行政复议中被纠正.
func (m *measurer) correctedAnswers(q *Quantity) (measure Measure, ok bool) {
	s := q.Statement
	behind, answers := answersGiven.CutPrefix(s.Text[q.End:max(q.End, s.End)])
	before := Span{q.Clause.Start, q.Start}
	inDispute := chinese.StartsWithAny(behind, []string{"在行政复议", "在复议", "在行政诉讼", "在诉讼"}) // 有2件在行政复议中被纠正
	if !answers && !inDispute || !q.isPositive() || q.year != 0 && q.year != m.unit.year || s.saysIn(before, otherTimeWord) || s.saysIn(before, lastYearWord) {
		return Measure{}, false
	}
	from := s.End - len(behind)
	at := slices.IndexFunc(s.tokens, func(k token) bool {
		return k.Start >= from && (k.means(rulingWord, "corrected") || k.kind == numberToken || k.kind == semicolonMark || k.in(negationWord))
	})
	if at < 0 || !s.tokens[at].means(rulingWord, "corrected") {
		return Measure{}, false
	}
	told := s.Text[q.Clause.Start:s.tokens[at].End]
	if chinese.ContainsAny(told, []string{"主动", "自行", "自我"}) {
		return Measure{}, false // 复议期间主动纠正: and the review ended otherwise
	}
	reviewed, sued := strings.Contains(told, "复议"), chinese.ContainsAny(told, []string{"诉讼", "法院", "败诉", "判决"})
	thing := "dispute"
	switch {
	case reviewed && sued:
	case reviewed:
		thing = "review"
	case sued:
		thing = "litigation"
	default:
		return Measure{}, false // by whoever looked through them
	}
	measure = disputeMeasure(thing, "corrected")
	measure.Sums, measure.Most = measure.Sums[len(measure.Sums)-1:], true
	return measure, true
}

// reversedAnswers is what reversed says of a number: the measure of answers that were put right, where nobody but those who decide disputes is told to have
// done it, of which there are no more than disputes that ended so.
func (q *Quantity) reversedAnswers() (found []Measure, silence string) {
	m := reversed.FindStringSubmatch(q.saidNear())
	if by := m[1]; m[2] == "维持" || !q.isPositive() || by != "" && !disputesNamed.In(by) {
		return nil, partly
	}
	measure := disputeMeasure("dispute", "corrected")
	measure.Sums, measure.Most = measure.Sums[len(measure.Sums)-1:], true
	return []Measure{measure}, ""
}

// isOfReversed says whether a number is of answers that somebody else put right, or left as they were: 依申请公开答复被纠正1件.
func (q *Quantity) isOfReversed() bool {
	return q.Form == Number && !isDispute(q.own.thing) && reversed.MatchString(q.saidNear())
}

var (
	reversed      = pattern.New(`(?:答复|答复书|答复件|答复决定|答复行为|答复意见|告知书|公开决定)[中里]?(?:有|曾)?被([^，。；：、0-9]{0,12}?)(纠正|纠错|撤销|变更|确认违法|责令重作|责令重新作出|维持)(?:的|的有|了|过)?(?:共|有|为)?$`, "答复", "告知书", "公开决定")
	disputesNamed = pattern.NewWords("复议 法院 诉讼 判决 司法机关")
)

// answersGiven are words for the answers that an office gave.
var answersGiven = pattern.NewWords("答复 答复书 答复件 答复决定 答复意见 答复文书 申请答复 依申请公开答复 政府信息公开答复 信息公开答复 不予公开答复 不予公开决定 答复行为 告知书 政府信息公开答复书 信息公开答复书 依申请公开答复书")

// isOfOneKind says whether lawsuits of one kind alone were told before a result, back to the last ；: 直接起诉3件，维持2件.
func (q *Quantity) isOfOneKind() bool {
	s := q.Statement
	start := s.Start + strings.LastIndexAny(s.Text[s.Start:q.Start], "；;") + 1
	kinds := 0
	for _, z := range s.Quantities {
		switch {
		case z.Start < start || z.Start >= q.Start:
		case strings.HasPrefix(z.own.thing, "litigation_") && (z.bracketed || len(z.alike) > 0):
			return false
		case strings.HasPrefix(z.own.thing, "litigation_"):
			kinds++
		case z.own.thing == "" && z.ruling == "":
			return false // perhaps of a kind that is not known
		}
	}
	return kinds == 1
}

// isOfFormer says whether it counts some of what was told before, as one of two kinds: 直接起诉21件、复议后起诉30件。前者维持12件、纠正1件.
func (q *Quantity) isOfFormer() bool {
	before := q.Statement.Text[q.Statement.Start:q.Start]
	return chinese.ContainsAny(before[strings.LastIndexAny(before, "；。")+1:], []string{"前者", "后者", "前项", "后项"})
}

// toldBefore says whether a result only points back to one that was counted: 复议纠正1件；诉讼1件，维持。纠正的1件是……; 两件被纠正的案件都是……
func (m *measurer) toldBefore(q *Quantity) bool {
	if behind := q.Statement.Text[q.End:]; corrections.Begins(behind) && slices.ContainsFunc(m.all, func(z *Quantity) bool { return z.Start < q.Start && z.ruling == "corrected" }) {
		return true
	}
	return q.isPositive() && q.ruling != "" && strings.HasSuffix(q.Statement.Text[:q.Start], "的") && slices.ContainsFunc(m.all, func(z *Quantity) bool {
		return z.Start < q.Start && z.ruling == q.ruling && z.Form == Number && z.Value.Equal(q.Value)
	})
}

// corrections begin words for disputes that an office lost, as it comes to speak of why.
var corrections = pattern.NewWords("被纠正案 被纠正的案 被纠错案 被纠错的案 被撤销案 被撤销的案 纠错案 败诉案")

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
