package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// settle takes the decisions that need the whole of a paragraph: what 其他, 公开 and 依申请公开 mean among their neighbours, and which
// number a list divides. all is every quantity of the paragraph, in order.
func settle(all []*Quantity, of Unit) {
	requests := isAboutRequests(all)
	if requests {
		var last *Quantity
		for _, q := range all {
			q.settleCarried(of.year, last)
			q.settleDone()
			last = q
		}
		markResults(all)
	}
	nameThings(all, requests)
	knowApplicants(all)
	moveOutcomes(all)
	for i, q := range all {
		if q.Form != Number {
			continue
		}
		if q.own.thing == "" && q.whole != nil && q.whole.IsOfRequests() && (q.hasOutcome() || q.isUnnamed() && q.did("publish") && q.hasSibling((*Quantity).hasOutcome)) {
			q.thing = "application" // whatever the clauses between spoke of
		}
		q.settleGround()
		q.settleThing(all[max(0, i-mostBefore):i])
		q.settleDisputed()
		q.settlePath()
		q.settleOther()
		q.settlePublished()
	}
}

// knowApplicants takes a word before an applicant that is not known for its kind where others beside it are applicants: 公民10件，药械企业3件.
func knowApplicants(all []*Quantity) {
	for _, q := range all {
		if len(q.applicants) > 0 && len(q.own.deeds) == 0 && q.own.thing == "" && q.narrowing != "" && !q.boundRight &&
			q.hasSibling(func(z *Quantity) bool { return slices.Contains(z.applicants, "natural_person") && z.narrowing == "" }) {
			q.doubt = doubt{}
		}
	}
}

// disputed is what follows a number of applications over which their applicants went further: 1件因申请人认为材料不全，被其向县政府申请了行政复议.
var disputed = pattern.NewWith("复议 诉讼", `^[^，。；]{0,30}，[^，。；]{0,20}?(?:被|随后|又|遂|对此|不服|不满|向[^，。；]{2,16})[^，。；未没]{0,12}(?:申请|提起|提出)(?:了|过)?(?:行政)?(?:(复议)|诉讼)(?:[，。；]|$)`, "申请", "提起", "提出")

// settleDisputed reads a number of which another clause tells that a dispute came of it.
func (q *Quantity) settleDisputed() {
	if q.own.thing != "" || len(q.own.deeds) > 0 || !q.isPositive() || !slices.Contains(caseUnits, q.Unit) || q.lastYear || q.planned || q.differs || !(q.IsOfRequests() || q.isUnnamed()) {
		return
	}
	m := disputed.FindStringSubmatch(q.Statement.Text[q.End:max(q.End, q.Statement.End)])
	if m == nil || slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.Start > q.Start && z.Form == Number }) {
		return
	}
	q.thing = "litigation"
	if m[1] != "" {
		q.thing = "review"
	}
	q.own.thing, q.deeds, q.doubt, q.denied = q.thing, nil, doubt{}, false
	q.leaves()
}

// settlePath tells by which way lawsuits came where words behind them say so: 诉讼1件，由申请人未经复议直接提起.
func (q *Quantity) settlePath() {
	if q.own.thing != "litigation" || !q.isPositive() || q.hasSibling(func(z *Quantity) bool { return z.Form == Number && strings.HasPrefix(z.thing, "litigation") }) {
		return
	}
	for i := range q.Statement.tokens {
		switch k := &q.Statement.tokens[i]; {
		case k.Start < q.End:
		case k.in(negationWord), k.kind == numberToken:
			return
		case k.means(thingWord, "litigation_direct", "litigation_after_review"):
			q.thing = k.word.value
			return
		}
	}
}

// nameThings tells what is counted where nothing names it but the deeds: only applications are 予以公开 or carried over, and only documents
// repealed.
func nameThings(all []*Quantity, about bool) {
	var last *Statement
	for _, q := range all {
		if q.Statement == last {
			continue
		}
		last = q.Statement
		requests, documents := last.onResults || last.tellsOfRequests(), last.Names("normative")
		for _, z := range last.Quantities {
			switch {
			case z.own.thing == "" && z.unread == "" && z.did("carried_in", "carried_out") && !z.is("foreign") && !(isDispute(z.thing) && last.namesOnlyDisputes(z)),
				z.own.thing == "" && z.unread == "" && z.is("foreign") && last.countsResults() && slices.ContainsFunc(z.own.deeds, isOutcome): // 公开出版物2件；其他处理11件
				z.thing = "application"
			case z.isUnnamed() && z.did("withdraw") && z.ruling == "" && strings.Contains(last.Words(z.Clause), "申请"):
				z.thing = "application" // 申请人撤回2件
			case last.namesBefore(z, "normative") && (z.words == "文件" && z.did("repeal", "in_force") || z.isOfDocuments()):
				z.thing = "normative"
			case !z.isUnnamed(), z.unread != "":
			case about && z.did("answer") && z.Unit == "件" && !last.Names("foreign") && (last.onResults || len(last.Quantities) == 1):
				z.thing = "application" // 总共答复334件
			case last.topic == "application" && slices.Contains(caseUnits, z.Unit) && (z.did("receive", "handle") || z.did("answer") && !z.boundRight || len(z.applicants) > 0) && !last.Names("foreign"):
				z.thing = "application"
			case requests && (z.hasOutcome() || z.did("other?", "withdraw", "receive", "answer", "handle", "carried_in", "carried_out", "carried", "pending", "rate") || len(z.applicants) > 0):
				z.thing = "application"
			case documents && z.did("issue", "repeal", "in_force"):
				z.thing = "normative"
			}
		}
	}
}

// namesBefore says whether the statement has a word for a thing before a quantity.
func (s *Statement) namesBefore(q *Quantity, thing string) bool {
	return slices.ContainsFunc(s.tokens, func(k token) bool { return k.End <= q.Start && k.means(thingWord, thing) })
}

// isOfDocuments says whether its own words are that documents were repealed, or are in force, and no others are named: 制发文件7件，配发解读19篇，宣布失效4件.
func (q *Quantity) isOfDocuments() bool {
	named := q.own.thing != "" && !(q.own.thing == "foreign" && chinese.EndsWithAny(q.saidBefore(), []string{"有效", "废止", "失效"})) // 现行有效67件全部收进政策文件库
	return q.Form == Number && !named && q.unread == "" && len(q.own.deeds) == 1 && slices.Contains([]string{"repeal", "in_force"}, q.own.deeds[0]) &&
		slices.Contains([]string{"件", "份", "部"}, q.Unit) && (q.is("foreign", "information") || q.isUnnamed())
}

// namesOnlyDisputes says whether a dispute is named before a quantity in its sentence, and no application: 复议方面，2023年结转3件、新受理11件.
func (s *Statement) namesOnlyDisputes(before *Quantity) bool {
	named := false
	for i := range s.tokens {
		k := &s.tokens[i]
		if k.means(thingWord, "application", "application?") {
			return false
		}
		named = named || k.in(thingWord) && isDispute(k.word.value) && k.End <= before.Start
	}
	return named
}

// tellsOfRequests says whether a statement that names no applications can be about nothing else.
func (s *Statement) tellsOfRequests() bool {
	if s.countsResults() {
		return true
	}
	sure := false
	for _, q := range s.Quantities {
		if !q.isUnnamed() && !q.IsOfRequests() {
			return false
		}
		for _, d := range q.deeds {
			sure = sure || d == "carried_in" || d == "carried_out" || isOutcome(d) && d != "other?"
		}
		for _, a := range q.applicants {
			sure = sure || a == "natural_person" || a == "legal_service" || a == "organisations"
		}
	}
	return sure
}

// isUnnamed says whether nothing names what is counted.
func (q *Quantity) isUnnamed() bool {
	return q.thing == "" || q.thing == onNothing || q.thing == unknownThing && q.own.thing == "" && q.unread == ""
}

// hasSibling says whether one of the other parts of the quantity's whole, or of the others of its sentence, is of a kind.
func (q *Quantity) hasSibling(is func(*Quantity) bool) bool {
	all := q.Statement.Quantities
	if q.whole != nil {
		all = q.whole.parts
	}
	return slices.ContainsFunc(all, func(z *Quantity) bool { return z != q && is(z) })
}

// moveOutcomes takes outcomes from wholes that cannot have any: a list of outcomes divides what was answered, else what was handled, else
// what was received, and never what was carried over.
func moveOutcomes(all []*Quantity) {
	for _, whole := range all {
		if whole.Form != Number || !whole.IsOfRequests() || !whole.did("carried_in", "carried_out", "pending") {
			continue
		}
		var outcomes []*Quantity
		for _, p := range whole.parts {
			if p.hasOutcome() {
				outcomes = append(outcomes, p)
			}
		}
		if len(outcomes) == 0 {
			continue
		}
		at := slices.Index(all, outcomes[0])
		divided := dividedBy(all[max(0, at-mostBefore):at])
		for _, p := range outcomes {
			l := &list{whole: divided, marker: p.list.marker}
			p.leaves()
			if divided != nil {
				p.joins(l)
			}
		}
	}
}

// dividedBy is the number before a list that outcomes divide.
func dividedBy(before []*Quantity) *Quantity {
	for _, deed := range []string{"answer", "handle", "receive"} {
		for _, q := range slices.Backward(before) {
			if q.Form == Number && q.IsOfRequests() && q.whole == nil && q.did(deed) {
				return q
			}
		}
	}
	return nil
}

// settleThing tells applications from documents by their attribute: 收到依申请公开3件, but 主动公开70条、依申请公开9条.
func (q *Quantity) settleThing(before []*Quantity) {
	if q.thing != "application?" {
		return
	}
	if q.own.thing == "" {
		for _, z := range slices.Backward(before) {
			if z.own.thing == "application" || z.own.thing == "application?" {
				if z.is("application", "document") {
					q.thing = z.thing
				}
				break
			}
		}
		if q.thing != "application?" {
			return
		}
	}
	received := q.did("receive", "handle", "answer", "carried_in", "carried_out") || q.countedUnlike()
	amongPublished := strings.Contains(q.words, "信息") && len(q.applicants) == 0 || slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		return z != q && (z.is("information") || z.did("publish")) && slices.Contains([]string{"information", "application?", ""}, z.own.thing)
	})
	q.thing = "application"
	if chinese.ContainsAny(q.Statement.Text[q.saidBehind():q.Start], []string{"属性", "勾", "标注", "标明", "注明", "定为", "列为", "文件里", "文件中", "公文里", "公文中"}) {
		q.thing = "document" // 印发的文件里勾“依申请公开”的12份
		return
	}
	if root := q.root(); root != q && root.is("information") || !received && (amongPublished || q.did("publish")) {
		q.thing = "document"
	}
}

// countedUnlike says whether applications are told from the published items beside them by what they are counted in: 主动公开21条，依申请公开0件.
func (q *Quantity) countedUnlike() bool {
	return q.Unit == "件" && !strings.Contains(q.words, "信息") && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.is("information") && z.Unit == "条" })
}

// settleOther reads a bare 其他 by its neighbours: an outcome, an applicant, or the rest of a list.
func (q *Quantity) settleOther() {
	if !q.did("other?") && !(q.did("other") && q.own.thing == "" && isDispute(q.disputeBeside())) {
		return
	}
	switch {
	case q.own.thing == "" && q.hasSibling(func(z *Quantity) bool { return z.ruling != "" && isDispute(z.thing) }):
		q.ruling, q.deeds = "other", nil // 维持73件、纠正11件、其他29件
		if !isDispute(q.thing) {
			q.thing = q.disputeBeside()
		}
	case len(q.applicants) > 0:
		q.deeds = []string{"receive"} // 农牧民和其他个人47件
	case q.is("application") && !q.hasSibling((*Quantity).saysOutcome) && q.hasSibling(func(z *Quantity) bool { return len(z.applicants) > 0 }):
		q.deeds, q.applicants = []string{"receive"}, []string{"other"}
		if q.whole != nil {
			q.deeds = slices.Clone(q.whole.deeds)
		}
	case q.IsOfRequests() && (q.Statement.onResults || q.hasSibling((*Quantity).hasOutcome) || q.whole != nil && q.whole.did("answer")):
		q.deeds = []string{"other"}
	default:
		q.deeds = []string{"foreign"}
	}
}

// disputeBeside is the kind of dispute that the one before it is of.
func (q *Quantity) disputeBeside() (thing string) {
	for _, z := range q.Statement.Quantities {
		if z.Start < q.Start && isDispute(z.thing) {
			thing = z.thing
		}
	}
	return thing
}

// saysOutcome says whether its own words name an outcome.
func (q *Quantity) saysOutcome() bool { return slices.ContainsFunc(q.own.deeds, isOutcome) }

// settlePublished reads 公开 of applications as their outcome, and of anything else as what was published.
func (q *Quantity) settlePublished() {
	outcomes := q.hasSibling((*Quantity).hasOutcome)
	if q.is("application") && slices.Equal(q.deeds, []string{"publish"}) {
		if q.Unit == "条" && !outcomes {
			q.thing = "information"
		} else if !q.channel && q.saysPublic() {
			q.deeds = []string{"granted"}
		}
	}
	if !q.hasOutcome() {
		return
	}
	received := q.hasSibling(func(z *Quantity) bool { return z.did("receive") })
	headed := q.Statement.topic == "application" && q.Unit == "件" // 同意公开并提供信息的占大多数，共21件
	if q.is("information") && (received || headed || q.did("unavailable", "unavailable.not_held", "unavailable.unclear", "unavailable.creation_required", "not_handled")) {
		q.thing = "application"
	}
	if root := q.root(); q.is("application") && root != q && root.is("information") {
		q.thing = "document"
	}
}
