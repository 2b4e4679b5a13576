package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// claimNone adds what a denial says there is none of. body is the words of what is denied, c those of the clause.
func (r *reader) claimNone(body, c []token) bool {
	d := denial{body: body, clause: c, heads: r.deniedThings(body)}
	for i := range body {
		switch k := &body[i]; {
		case k.in(deedWord):
			d.deeds = append(d.deeds, k.word.value)
		case k.in(outcomeWord):
			d.outcomes = append(d.outcomes, k.word.value)
		}
	}
	d.carries = d.denies("carried_in", "carried_out", "carried")
	if len(d.heads) == 0 && len(d.outcomes) == 0 && !d.carries {
		return false
	}
	if read, aside := r.deniesAside(d); aside {
		return read
	}
	if _, attribute := r.behindAttribute(body); attribute && d.isOfApplications() {
		d.heads = nil // 没有不予处理的申请
	}
	before := len(r.counted)
	for _, head := range d.heads {
		q := r.none(c, body)
		q.thing, q.own.thing = head, head
		q.deeds = r.deniedDeeds(d, head)
		if head == "application" && d.carries {
			q.lastYear = false
		}
		r.counted = append(r.counted, q)
	}
	disputes := slices.ContainsFunc(d.heads, isDispute)
	if !disputes && (len(d.heads) == 0 || d.isOfApplications()) {
		r.claimNoOutcome(d)
	}
	if len(d.heads) > 0 && !disputes {
		r.thing = d.heads[len(d.heads)-1]
	}
	return len(r.counted) > before
}

// ofCharged are words that make what is denied such as is charged for.
var ofCharged = pattern.NewWords("收费的 收费信息 收费政府信息 收费申请 付费的 付费信息 付费申请 缴费的 缴费申请 收取费用的 有偿提供 有偿的 需要收费 需收费 应收费 应当收费 须收费 应缴费 需缴费 需要缴费")

// denial is what a clause denies.
type denial struct {
	body, clause []token
	heads        []string // the things that there are none of
	deeds        []string // that were done to none
	outcomes     []string // that none had
	carries      bool     // of what is carried from year to year
}

func (d denial) denies(some ...string) bool {
	return slices.ContainsFunc(d.deeds, func(deed string) bool { return slices.Contains(some, deed) })
}

func (d denial) isOfApplications() bool { return slices.Equal(d.heads, []string{"application"}) }

// deniesAside says whether a denial is of nothing that the tables count, and whether that is all that its clause says.
func (r *reader) deniesAside(d denial) (read, aside bool) {
	denied, said := r.statement.Words(spanOf(d.body)), r.statement.Words(spanOf(d.clause))
	if d.carries && !hasClass(d.clause, thingWord) && otherThings.In(said) {
		return true, true // 专项经费年末无结转
	}
	if len(d.heads) > 0 {
		if last := d.heads[len(d.heads)-1]; last == "foreign" || last == "information" {
			r.thing = last
			return !hasKind(d.clause, numberToken), true
		}
	}
	switch {
	case d.body[0].is("其他", "其它") && !hasMeaning(d.body, thingWord, "application"):
		return true, true // 无其他行政事业性收费
	case d.isOfApplications() && (r.isNarrowed(d.body) || chinese.ContainsAny(denied, []string{"批量", "集中", "大量", "反复", "重复"})):
		return true, true // 未收到针对规范性文件的公开申请: of some kind
	case d.isOfApplications() && ofCharged.In(denied):
		return true, true // 未依申请提供收费的政府信息: none that were charged for
	case d.isOfApplications() && r.trailsOff(d.body):
		return false, true
	case !d.carries && chinese.ContainsAny(said, []string{"此前", "以前", "原先", "原来", "过去", "除此", "除上述"}):
		return true, true
	case r.givesReasons(d.body):
		return true, true // 未告知不予公开的具体理由
	}
	return false, false
}

// deniedDeeds lists what was done to none of a thing that a denial is of.
func (r *reader) deniedDeeds(d denial, head string) (deeds []string) {
	switch {
	case head != "application":
		return slices.DeleteFunc(slices.Clone(d.deeds), func(deed string) bool {
			return !slices.Contains([]string{"issue", "repeal", "in_force", "decide", "collect", "amend", "publish", "handle", "receive", "raise"}, deed)
		})
	case d.carries:
		for i, k := range d.clause {
			if k.means(deedWord, "carried_in", "carried_out") {
				deeds = append(deeds, k.word.value)
			} else if k.means(deedWord, "carried") {
				deeds = append(deeds, r.directionOf(d.clause, i))
			}
		}
		return deeds
	case d.denies("withdraw"):
		return []string{"withdraw"}
	case d.denies("pending"):
		return []string{"pending"}
	case d.denies("collect", "foreign", "answer", "handle", "rate") && !d.denies("receive", "raise"):
		return []string{"foreign"}
	}
	return []string{"receive"}
}

// claimNoOutcome adds the outcomes that a denial says no application had, but for those that one of them tells more closely: 以国家秘密为由不公开的均为零.
func (r *reader) claimNoOutcome(d denial) {
	for _, outcome := range d.outcomes {
		if slices.ContainsFunc(d.outcomes, func(o string) bool { return strings.HasPrefix(o, outcome+".") }) {
			continue
		}
		q := r.none(d.clause, d.body)
		q.thing, q.deeds = "application", []string{outcome}
		r.counted = append(r.counted, q)
	}
}

// behindAttribute is the text behind an outcome and 的; ok is false if no 的 follows one.
func (r *reader) behindAttribute(body []token) (text string, ok bool) {
	at := lastOf(body, outcomeWord)
	switch {
	case at < 0:
		return "", false
	case strings.HasSuffix(body[at].word.text, "的"):
		return r.statement.Text[body[at].End:], true
	}
	return strings.CutPrefix(r.statement.Text[body[at].End:], "的")
}

// givesReasons says whether an outcome stands before 的 and a word for the reasons of it.
func (r *reader) givesReasons(body []token) bool {
	next, attribute := r.behindAttribute(body)
	return attribute && chinese.StartsWithAny(next, []string{"具体理由", "理由", "原因", "依据", "具体依据", "法律依据", "具体条款", "条款"})
}

// isNarrowed says whether words tell of which kind the applications are that there are none of.
func (r *reader) isNarrowed(body []token) bool {
	thing := lastOf(body, thingWord)
	return thing > 0 && (hasWord(body[:thing], "针对", "关于") || slices.ContainsFunc(body[:thing], func(k token) bool {
		return k.mayNarrow() && !anyone.Has(r.statement.Words(k.Span))
	}))
}

// anyone are words behind a negation that leave open who it is that did not come: 没有一位村民、一家企业登门申请.
var anyone = pattern.NewWords("一位 一家 一名 一个 一个人 一个人来 一人 一人来 一例 哪位 哪个 哪家 人来 人登门 人上门 人前来 登门 来 一张 一份 着一张 到一张 着一份 着一件 过一张 过一份 需要 尚需 仍需 需")

// none is a quantity that says there is nothing.
func (r *reader) none(c, body []token) *Quantity {
	span := spanOf(c)
	q := &Quantity{Form: None, Span: span, Clause: span, Statement: r.statement}
	r.setFlags(q, body, true)
	if at := firstOf(c, negationWord); at > 0 && len(q.applicants) == 0 {
		for i := range c[:at] {
			if c[i].in(applicantWord) {
				q.applicants = append(q.applicants, c[i].word.value) // 科研机构未提出申请
			}
		}
	}
	q.planned = hasClass(c, planWord)
	q.lastYear = hasClass(c, lastYearWord)
	q.otherTime = q.otherTime || hasClass(c, otherTimeWord, averageWord)
	q.denied = false
	channels := 0
	for i := range body {
		if body[i].in(channelWord) {
			channels++
		}
	}
	thing := lastOf(body, thingWord)
	ofWay := thing > 0 && body[thing].means(thingWord, "application") && body[thing-1].in(channelWord) // 没有当面申请, 无人当面申请
	if channels > 1 || !ofWay && !hasMeaning(body, deedWord, "receive") {
		q.channel = false // neither in writing nor by the web: by no way
	}
	return q
}

// deniedThings lists the things that a denial is about. What stands behind 因 or 针对 only tells which disputes are meant.
func (r *reader) deniedThings(body []token) []string {
	var things []int
	first := -1 // dispute
	for i := range body {
		if body[i].in(thingWord) {
			things = append(things, i)
			if first < 0 && isDispute(body[i].word.value) {
				first = i
			}
		}
	}
	switch {
	case first >= 0:
		return r.deniedDisputes(body, things, first)
	case len(things) > 0:
		return r.deniedOthers(body, things)
	case hasMeaning(body, deedWord, "receive") && !hasWord(body, "登记", "提交", "登记受理") && !slices.ContainsFunc(body, func(k token) bool { return k.kind == unknownToken && k.mayNarrow() }) && (r.thing == "application" || r.thing == "application?"):
		return []string{"application"}
	case hasMeaning(body, deedWord, "repeal", "in_force") && r.thing == "normative" && !slices.ContainsFunc(body, func(k token) bool { return k.kind == unknownToken }):
		return []string{"normative"} // 制发2件，未废止
	case hasMeaning(body, deedWord, "carried_in", "carried_out", "carried", "pending") &&
		(slices.Contains([]string{"application", "application?", "information", ""}, r.thing) || r.statement.topic == "application" && !isDispute(r.thing)):
		return []string{"application"}
	}
	return nil
}

func (r *reader) deniedDisputes(body []token, things []int, first int) (heads []string) {
	for _, i := range things {
		value := body[i].word.value
		switch {
		case value == "litigation" && i > 1 && body[i-1].is("直接") && body[i-2].means(thingWord, "litigation_direct"),
			value == "litigation" && i > 0 && (body[i-1].means(thingWord, "litigation_direct", "litigation_after_review") || i > 1 && body[i-1].in(ofWord) && body[i-2].means(thingWord, "litigation_direct", "litigation_after_review")):
			// 无未经复议的诉讼
		case isDispute(value):
			heads = append(heads, value)
		case i < first && (value == "application" || value == "application?") && joined(body[i+1:first]) &&
			!hasWord(body[:i], "因", "由", "对", "就", "针对", "关于", "与"):
			heads = append(heads, "application") // 无依申请公开、行政复议
		}
	}
	if slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(h, "litigation_") }) {
		heads = slices.DeleteFunc(heads, func(h string) bool { return h == "litigation" }) // 诉讼：直接向法院起诉的没有
	}
	return unique(heads)
}

func (r *reader) deniedOthers(body []token, things []int) []string {
	last := things[len(things)-1]
	head := body[last].word.value
	if body[last].is("文件") && hasMeaning(body, deedWord, "repeal", "in_force", "issue") && r.statement.Names("normative") {
		return []string{"normative"} // 制发3件，没有废止或失效的文件
	}
	switch head {
	case "foreign", "information":
		application := -1
		for _, i := range things {
			if v := body[i].word.value; v == "application" || v == "application?" {
				application = i
			}
		}
		if application < 0 {
			break
		}
		behind := body[application+1:]
		belongs := !slices.ContainsFunc(behind, func(k token) bool {
			return !k.isMark() && !k.in(plainWord, ofWord, conjunctionWord, thingWord, contextWord, countWord, outcomeWord)
		})
		if belongs && (head == "information" || slices.ContainsFunc(behind, func(k token) bool { return k.isMark() })) {
			return []string{"application"}
		}
	case "application?":
		return []string{"application"}
	case "licensing", "penalties", "compulsion", "normative", "rules", "fees":
		var heads []string
		for _, i := range things {
			if v := body[i].word.value; slices.Contains([]string{"licensing", "penalties", "compulsion", "normative", "rules", "fees"}, v) {
				heads = append(heads, v)
			}
		}
		return unique(heads)
	}
	return []string{head}
}

// trailsOff says whether a denial of applications goes on with something that is not known: 未收到申请后逾期…
func (r *reader) trailsOff(body []token) bool {
	const short, long = 3 * len("字"), 6 * len("字")
	last := &body[len(body)-1]
	return last.kind == unknownToken && last.End-last.Start > short && !slices.ContainsFunc(body, func(k token) bool {
		return k.kind == unknownToken && k.End-k.Start > long
	})
}

func isDispute(thing string) bool {
	_, known := disputes[thing]
	return known
}

// unique drops what is listed twice.
func unique(list []string) []string {
	var kept []string
	for _, s := range list {
		if !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return kept
}
