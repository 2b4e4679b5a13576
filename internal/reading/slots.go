package reading

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// fill reads what a number counts out of the words before it, or behind it where those before it say nothing: 收到申请3件, 3件予以公开.
// lead is clauses without a number that lead up to it. It tells whether the words behind the number were taken.
func (r *reader) fill(q *Quantity, left, right, lead []token, toTheRight bool) (bound bool) {
	said := left
	switch silent := !saysWhat(left) || toTheRight; {
	case silent && (saysWhat(right) || hasClass(right, contextWord, timelyWord)):
		said, bound = right, true
	case silent && len(lead) > 0:
		said = slices.Concat(lead, left)
	}
	if q.boundRight = bound; bound {
		said = withoutReason(said)
	}
	r.setFlags(q, said, bound)
	q.lastYear = q.lastYear || bound && hasClass(left, lastYearWord) // 较去年11件多出6件
	r.setUnread(q, said, bound)
	r.setThing(q, said, right, bound)
	r.otherCause = r.otherCause || q.otherCause
	q.otherCause = q.otherCause || r.otherCause && isDispute(cmp.Or(q.thing, r.thing))
	q.denied = q.denied || q.isNotOne() // 已审结的8件没有一件被纠正
	q.subset = !bound && hasWord(said, "对", "对其中", "针对", "就")
	q.own.thing = q.thing
	r.setDeeds(q, said, right, bound)
	if !bound {
		r.setResult(q, right)
	}
	r.inherit(q)
	if q.own.thing == "" && q.ruling != "" && q.thing == "litigation" && r.namesBothDisputes(q) {
		q.thing = "dispute" // 复议、诉讼中被纠正的共3件
	}
	return bound
}

// namesBothDisputes says whether the clause names reviews and lawsuits together before a number.
func (r *reader) namesBothDisputes(q *Quantity) bool {
	tokens := r.statement.tokens
	at := slices.IndexFunc(tokens, func(k token) bool { return k.Start >= q.Clause.Start && k.means(thingWord, "review") })
	return at >= 0 && at+2 < len(tokens) && joined(tokens[at+1:at+2]) && tokens[at+2].means(thingWord, "litigation") && tokens[at+2].End <= q.Start
}

// saysWhat says whether words tell what a number counts, or may with a word that is not known.
func saysWhat(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(k token) bool {
		return k.in(thingWord, deedWord, outcomeWord, rulingWord, applicantWord, channelWord) || k.mayNarrow()
	})
}

// mayNarrow says whether the token is no word of the vocabulary, and long enough to be one that says what is counted.
func (t *token) mayNarrow() bool {
	return t.kind == maskedToken || t.kind == unknownToken && t.End-t.Start > len("字")
}

func (r *reader) setFlags(q *Quantity, said []token, bound bool) {
	for j := range said {
		switch k := &said[j]; {
		case k.kind == yearToken && r.isMoreOrLessThan(k):
			q.differs = true
		case k.kind != wordToken:
		case k.word.class == rulingWord && r.namesWhoTries(k): // 由市政府审理的2件
		case k.word.class == rulingWord:
			if q.ruling == "" || !bound && k.word.value != "closed" {
				q.ruling = k.word.value // the one nearest to the number, but 以其他结果结案11件
			}
		case k.word.class == applicantWord:
			q.applicants = append(q.applicants, k.word.value)
		case k.is("直接"):
			q.directly = true
		case k.word.class == channelWord, k.is("信件", "来信", "来函") && j+1 < len(said) && said[j+1].means(thingWord, "application"), k.word.class == throughWord && j+1 < len(said) && said[j+1].means(thingWord, "foreign"):
			q.channel = true // 网上, 通过来信
		case k.word.class == timelyWord, k.is("内", "以内") && j > 0 && said[j-1].isDays():
			q.timely = true // 按期, 20个工作日内
		case k.is("同期") && (j > 0 && said[j-1].kind == yearToken || j+1 < len(said) && said[j+1].kind == yearToken):
			q.lastYear = true // 2023年同期为4件, 同期2023年为4件
		case k.is("同期") && !hasWord(said, "较", "比", "与") && !hasClass(said, lastYearWord) && hasMeaning(said, deedWord, "issue", "repeal", "in_force"): // 同期废止2件
		case k.word.class == differenceWord:
			q.differs = true
		case k.word.class == changeWord:
			q.changedTo = true
		case k.word.class == lastYearWord && !r.comparesBeforeColon(q, &said[j]):
			q.lastYear = true
		case k.word.class == averageWord:
			q.average, q.otherTime = true, true
		case k.word.class == otherTimeWord:
			q.otherTime = true
		case k.word.class == planWord:
			q.planned = q.planned || !k.is("将") || !strings.HasSuffix(q.Statement.Text[:q.Start], "的") // 将作出的23件许可决定上报
		case k.word.class == sumWord:
			q.total = true
			q.otherTime = q.otherTime || r.spans && k.is("累计") // 三年累计收到24件，其中本年度9件；累计行政复议2件
		case k.word.class == negationWord && k.word.text == "不存在" && j == len(said)-1 && !bound:
			q.deeds = append(q.deeds, "unavailable.not_held")
		case k.word.class == negationWord:
			q.denied = true
			q.undone = q.undone || !bound && j+1 < len(said) && said[j+1].in(deedWord, outcomeWord)
		}
	}
	q.channel = q.channel && !allWays.MatchString(q.saidNear())
	if len(q.applicants) == 0 && !hasWord(said, "其余", "余下", "剩余") {
		q.applicants, q.ofColumn = slices.Clone(r.who), r.who != nil
	}
	q.by, q.year = r.by, r.year
	q.otherTime = q.otherTime || r.otherTime
}

// namesWhoTries says whether 审理 only tells who decided a dispute, and not that it is undecided yet: 由市政府审理的2件, 市政府审理1件; but 尚由法院审理.
func (r *reader) namesWhoTries(k *token) bool {
	if !k.is("审理") {
		return false
	}
	text := r.statement.Text
	before := text[chinese.RuneStart(text, max(r.statement.Start, k.Start-chinese.Farthest)):k.Start]
	before = before[strings.LastIndexAny(before, itemMarks+"、0123456789")+1:]
	return (strings.Contains(before, "由") || judging.Ends(before)) && !undecided.In(before)
}

// judging end the names of those who decide disputes; undecided are words that they have not yet.
var (
	judging   = pattern.NewWords("政府 公署 法院 机关 委员会 司法局 复议局 复议委 厅 管委会")
	undecided = pattern.NewWords("尚 仍 还 正 继续 待 交由 转由 移送 在")
)

// allWays tells that what came by all of the ways named is counted in one: 通过窗口、信箱和邮寄三条渠道合计收到59件.
var allWays = pattern.New(`[两三四五六][条个种大]?(?:渠道|途径|方式)(?:合计|共计|总计|总共|一共|共)`, "合计", "共", "总计")

// comparesBeforeColon says whether a word for last year stands in a comparison before the colon behind which a number comes: 申请主体比往年多元：自然人8件.
func (r *reader) comparesBeforeColon(q *Quantity, year *token) bool {
	text := r.statement.Text
	compared, _, found := strings.Cut(text[year.End:max(year.End, q.Start)], "：")
	return found && compared != "" && (chinese.EndsWithAny(text[:year.Start], []string{"比", "较"}) || year.is("较上年", "比上年", "较去年", "比去年", "与上年"))
}

// setUnread finds words that are not known and may say what is counted: one right beside the number, and any at all.
func (r *reader) setUnread(q *Quantity, said []token, bound bool) {
	var beside *token
	if bound {
		if i := slices.IndexFunc(said, func(k token) bool { return !k.in(plainWord, allWord, ofWord, conjunctionWord) }); i >= 0 {
			beside = &said[i]
		}
	} else {
		for j := range slices.Backward(said) {
			k := &said[j]
			if k.in(ofWord) && len(said) > 1 {
				break // what stands before 的 tells which, and not what
			}
			if k.is("工作", "业务", "方面") {
				q.unread = k.word.text
				break
			}
			if k.kind != maskedToken && !k.isMark() && !k.in(plainWord, sumWord, countWord, allWord, timelyWord, alikeWord, conjunctionWord, ofWord) {
				beside = k
				break
			}
		}
	}
	if beside != nil && beside.kind != wordToken {
		text := r.statement.Words(beside.Span)
		if beside.mayNarrow() && !r.isOwn(text) || slices.Contains([]string{"村", "户", "家"}, text) {
			q.unread = text
		}
	}
	end := len(said)
	if bound {
		if deed := firstOf(said, deedWord, outcomeWord); deed >= 0 {
			end = deed
		} else if all := firstOf(said, allWord); all > 0 && said[all-1].in(thingWord) && strings.Contains(r.statement.Text[q.Clause.Start:q.Start], "全年") {
			end = all // 全年185件行政许可全部……
		}
	}
	start := lastOf(said[:end], etceteraWord) + 1 // what stands before 等 is only named as an example
	for j := start; j < end; j++ {
		if said[j].kind == colonMark {
			start = j + 1 // and what stands before ： only introduces it
		}
	}
	for j := start; j < end; j++ {
		k := &said[j]
		if k.kind != unknownToken || !k.mayNarrow() || r.name.Start <= k.Start && k.End <= r.name.End {
			continue
		}
		if words := r.statement.Words(k.Span); !r.isOwn(words) {
			q.narrowing = words
			return
		}
	}
}

// isOwn says whether words that the vocabulary does not have are a name of the unit: 向区民政局提出9件.
func (r *reader) isOwn(words string) bool { return organs.Ends(words) && r.unit.isCalled(words) }

// followsComma says whether nothing but a comma parts a number's clause from the number before it: 结转自上年2件，自然人和企业各1件.
func (r *reader) followsComma(q *Quantity) bool {
	before := r.lastCounted()
	return before != nil && len(before.applicants) == 0 && before.Statement == q.Statement && before.End <= q.Clause.Start && r.statement.Text[before.End:q.Clause.Start] == "，"
}

// inherit takes over from the words further off what those beside the number leave open, and hands its own on.
func (r *reader) inherit(q *Quantity) {
	own := q.thing
	switch {
	case q.unread != "":
		q.thing = unknownThing
	case q.thing == "" && strings.HasSuffix(q.Unit, "元"):
		q.thing = unknownThing
		if r.thing == "fees" || r.thing == "handling_fee" || r.thing == "procurement" {
			q.thing = r.thing
		}
	case q.thing == "":
		q.thing = r.thing
	}
	inherited := false
	if len(q.deeds) == 0 && q.unread == "" && !isDispute(q.own.thing) && (len(q.applicants) > 0 && !q.ofColumn || q.channel || q.timely) {
		from := r.deeds
		switch {
		case r.list != nil && len(r.list.whole.deeds) > 0:
			if from = r.list.whole.deeds; r.list.whole.did("carried_in", "carried_out", "carried") && q.Value.GreaterThan(r.list.whole.Value) {
				from = []string{"receive"} // 收到37件，1件自上年结转。其中个人30件、企业7件
			}
		case r.scene != "" && (len(q.applicants) > 0 || q.channel):
			from = []string{r.scene}
		case len(q.applicants) == 0 && !q.channel:
			from = nil
		}
		if slices.ContainsFunc(from, func(d string) bool { return strings.HasPrefix(d, "carried") }) && len(q.applicants) > 0 && r.list == nil && (q.own.thing != "" || !r.followsComma(q)) {
			from = []string{"receive"} // …，结转1件；企业申请3件
		}
		if q.channel && slices.Contains(from, "other?") {
			from = nil // 企业18件，其他8件；线上139件: another view
		}
		q.deeds, inherited = slices.Clone(from), true
	}
	switch {
	case own != "" && q.thing != unknownThing:
		r.thing = q.thing
	case q.thing == unknownThing && q.Form != Rate && r.list == nil:
		r.thing = unknownThing
	}
	q.amongCauses = len(q.own.deeds) == 0 && (slices.Contains(r.deeds, "raise") || strings.Contains(r.statement.Text[q.Clause.Start:q.Start], "涉及"))
	if len(q.deeds) > 0 && !inherited {
		r.deeds = q.deeds
	}
}
