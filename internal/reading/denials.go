package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// deny reads that there is nothing: 未收到政府信息公开申请, 没有行政复议和行政诉讼, 行政复议情况：无. It tells whether the clause says so.
func (r *reader) deny(c []token) bool {
	if last := len(c) - 1; last > 0 && (c[last].is("无", "没有", "零") || c[last].is("皆无", "均无", "亦无", "也无") && hasClass(c[:last], thingWord)) {
		before := &c[last-1]
		if before.kind == colonMark || before.in(alikeWord, countWord) || before.in(ofWord) && hasClass(c[:last-1], thingWord) || before.in(thingWord) || before.is("也", "都", "均", "方面") && last > 1 && c[last-2].in(thingWord) || chinese.EndsWithAny(r.statement.Words(before.Span), []string{"为", "是"}) {
			return r.claimNone(c[:last], c)
		}
	}
	if words := r.statement.Words(spanOf(c)); r.statement.topic == "application" && !hasKind(c, numberToken) && (nobodyApplied.MatchString(words) || thisIsBlank.MatchString(words)) {
		q := r.none(c, c)
		q.thing, q.own.thing, q.deeds, q.channel = "application", "application", []string{"receive"}, false
		r.counted = append(r.counted, q)
		return true
	}
	if blank.Ends(r.statement.Words(spanOf(c))) && hasClass(c, thingWord) && !hasKind(c, numberToken) {
		return r.claimNone(c, c) // 行政处罚、行政强制都是空白
	}
	if last := len(c) - 1; last > 1 && c[last].is("没有", "无", "未有") {
		one, each := last-1, c[last-1].is("都", "也", "均")
		if each {
			one--
		}
		if one > 0 && c[one].kind == numberToken && c[one].num.Value.String() == "1" && (each || hasClass(c[:one], thingWord, outcomeWord)) {
			return r.claimNone(c[:one], c) || r.noneBy(c) // 处罚一件都没有, 行政复议一宗未有
		}
	}
	if noneIsLost.MatchString(r.statement.Words(spanOf(c))) {
		return true // 许可批一件公开一件，一件没落下
	}
	if body := r.notOne(c); len(body) > 0 {
		return r.claimNone(body, c)
	}
	at := firstOf(c, negationWord)
	if at < 0 || at == len(c)-1 || restricts(c[:at]) {
		return false
	}
	denied := c[at+1:]
	words := r.statement.Words(spanOf(denied))
	if (slices.Contains([]string{"案件", "此类案件", "相关案件", "案子"}, words) || slices.Contains(happens.List(), words)) && hasClass(c[:at], thingWord) {
		return r.claimNone(c[:at], c) // 行政复议方面没有案件, 行政强制措施未使用
	}
	if r.deniesNewDocuments(denied) && !hasKind(c, numberToken) {
		q := r.none(c, denied)
		q.thing, q.own.thing, q.deeds = "normative", "normative", []string{"issue"}
		r.counted, r.thing = append(r.counted, q), "normative"
		return true // 现行有效2件，今年没有新发
	}
	if hasWord(denied[:min(3, len(denied))], "作为", "为") || chinese.StartsWithAny(r.statement.Words(spanOf(denied)), []string{"再", "计入", "列入", "纳入", "算入", "算作"}) {
		return !hasKind(c, numberToken) // 未作为政府信息公开申请登记, 未登记为申请, 未计入申请量; 没有再起诉, after having done so
	}
	if denied[0].kind == numberToken && denied[0].num.Value.String() == "1" && hasClass(denied, rulingWord) && isDispute(r.thing) {
		q := r.none(c, denied[1:])
		q.thing = r.thing
		r.counted = append(r.counted, q)
		return true // 没有一件被纠正
	}
	if denied[0].kind == numberToken && denied[0].num.Value.String() == "1" && hasClass(denied, applicantWord) && !hasClass(denied, deedWord, outcomeWord, rulingWord, thingWord) {
		return true // 予以公开3件，没有一件来自企业
	}
	if denied[0].kind == numberToken && denied[0].num.Value.String() == "1" && hasClass(denied, outcomeWord) && !hasClass(denied, deedWord) {
		return r.claimNone(denied[1:], c) // 没有一件是以不予公开作答的
	}
	one := func(k token) bool { return k.kind == numberToken && k.num.Value.String() != "1" }
	if number := lastOfKind(denied, numberToken); number > 0 && hasClass(denied[:number], outcomeWord) {
		return false // 未获取、无法提供1件
	}
	if number := lastOfKind(denied, numberToken); number > 0 && hasClass(denied[number:], deedWord) {
		return false // 未到期限的1件结转下年度
	}
	if slices.ContainsFunc(denied, one) || hasClass(denied[:min(4, len(denied))], timelyWord) || !r.isDeniable(denied) {
		return false
	}
	if !hasClass(denied, thingWord, outcomeWord, rulingWord) && !slices.ContainsFunc(denied, func(k token) bool { return k.kind == unknownToken }) && hasClass(c[:at], thingWord) {
		return r.claimNone(slices.Concat(c[:at], denied), c) // 行政复议、行政诉讼均未发生
	}
	return r.claimNone(denied, c)
}

// notOne is the words of what a clause says not one of was done, in it or in the clauses that lead up to it: 处罚一件没开; 行政许可，一件未办. It is
// empty if the clause says nothing of the kind.
func (r *reader) notOne(c []token) (body []token) {
	const few = 2 // words behind the negation: what else they may say is not known
	one := slices.IndexFunc(c, func(k token) bool { return k.kind == numberToken })
	if one < 0 || c[one].num.Value.String() != "1" {
		return nil
	}
	not := one + 1
	if not+1 < len(c) && c[not].in(thingWord) && c[not+1].is("都", "也", "均") {
		body, not = c[not:not+1], not+2 // 一件申请都没收到
	} else if one > 0 {
		body = c[:one]
	} else {
		body = r.lead
	}
	if not >= len(c) || !c[not].in(negationWord) || len(c)-not > 1+few || !hasClass(body, thingWord) {
		return nil
	}
	return slices.Concat(body, c[not+1:])
}

// noneIsLost says that something was done with all that there were.
var noneIsLost = pattern.New(`^(?:一[件条项份宗起]|无一)(?:都|也)?(?:没有?|未|不)(?:被)?(?:落下|拉下|漏|遗漏|丢|少|剩|拖|积压|耽误|延误|超期|逾期|出错)`, "一件", "一条", "一项", "一份", "一宗", "一起", "无一")

// happens are words that, denied alone, say that there was none of what stands before them.
var happens = pattern.NewWords("使用 使用过 动用 动用过 用过 发生过 有过 开过 新制 制过 制定过 新出 收过 采取过 作过 作出过")

// newDocuments begin what is denied of documents that were spoken of: 没有新的, 无新增, 未制定新件.
var newDocuments = pattern.NewWords("新的 新发 新制 新订 新增 新出 新印 新文件 新件 制定新 制发新 出台新 发布新 印发新 起草新")

// noneBy adds that some applicants applied for nothing: 科研机构一件也没有. It tells whether the clause names any.
func (r *reader) noneBy(c []token) bool {
	if !hasClass(c, applicantWord) || hasClass(c, thingWord, outcomeWord) {
		return false
	}
	q := r.none(c, c)
	q.thing, q.own.thing, q.deeds = "application", "application", []string{"receive"}
	r.counted = append(r.counted, q)
	return true
}

// deniesNewDocuments says whether there are none that are new of the documents that are spoken of, and nothing else is denied.
func (r *reader) deniesNewDocuments(denied []token) bool {
	ofDocuments := r.thing == "normative" || r.statement.Names("normative")
	return ofDocuments && newDocuments.Begins(r.statement.Words(spanOf(denied))) && !slices.ContainsFunc(denied, func(k token) bool {
		return k.in(thingWord) && !k.means(thingWord, "foreign") || k.means(deedWord, "repeal")
	})
}

// blank are words at the end of a clause for a figure of 0.
var blank = pattern.NewWords("是空白 为空白 均空白 都空白 空缺 挂零")

// Ways to say below the heading on applications that there were none: 当年这项业务仍是空白, 尚无申请人登门或来函.
var (
	thisIsBlank   = pattern.New(`^(?:全年|当年|今年|本年|本年度|年内|目前|至今)?[这该此]一?[项块](?:业务|工作)?[仍还依旧然]{0,2}(?:是|为)?空白$`, "空白")
	nobodyApplied = pattern.New(`(?:无|没有|未有|未见|不见)(?:一位|一个|一名|任何|哪位)?申请人(?:登门|来函|来信|上门|前来|出现)(?:[或、和](?:登门|来函|来信|来电|上门|递交))*过?$`, "申请人")
)

// restricts says whether words before a negation tell of how many it holds: 除5件未到期外, 有38个单位没有收到申请.
func restricts(before []token) bool {
	last := lastOfKind(before, numberToken)
	return last >= 0 && (hasWord(before, "除") || slices.Contains([]string{"个", "家", "位", "名", "人", "户", "件", "起", "宗", "份"}, before[last].num.Unit) && !before[last].num.Value.IsZero())
}

// isDeniable says whether what stands behind a negation is a deed or a thing that there can be none of, with nothing unknown before it.
func (r *reader) isDeniable(denied []token) bool {
	const mostUnknown = 3 * len("字")
	gap := 0
	for j := range denied {
		k := &denied[j]
		switch {
		case k.in(outcomeWord) && j == 2 && denied[0].kind == unknownToken && denied[1].in(ofWord):
			return false // 尚未成熟的过程性信息
		case k.in(thingWord), k.in(outcomeWord) && j <= 2,
			k.means(deedWord, "receive", "raise", "issue", "repeal", "in_force", "answer", "handle", "carried_in", "carried_out", "carried", "decide", "collect", "withdraw", "pending"):
			return true
		case k.kind == unknownToken && slices.Contains(anyone.List(), r.statement.Words(k.Span)):
		case k.kind == unknownToken || k.kind == maskedToken:
			if gap += k.End - k.Start; gap > mostUnknown {
				return false
			}
		case k.means(deedWord, "publish", "rate") && j == 0:
			return false
		}
	}
	return false
}

// claimNone adds what a denial says there is none of. body is the words of what is denied, c those of the clause.
func (r *reader) claimNone(body, c []token) bool {
	heads := r.deniedThings(body)
	var deeds, outcomes []string
	for i := range body {
		switch k := &body[i]; {
		case k.in(deedWord):
			deeds = append(deeds, k.word.value)
		case k.in(outcomeWord):
			outcomes = append(outcomes, k.word.value)
		}
	}
	has := func(some ...string) bool {
		return slices.ContainsFunc(deeds, func(d string) bool { return slices.Contains(some, d) })
	}
	carries := has("carried_in", "carried_out", "carried")
	if len(heads) == 0 && len(outcomes) == 0 && !carries {
		return false
	}
	if carries && !hasClass(c, thingWord) && otherThings.In(r.statement.Words(spanOf(c))) {
		return true // 专项经费年末无结转
	}
	if len(heads) > 0 {
		if last := heads[len(heads)-1]; last == "foreign" || last == "information" {
			r.thing = last
			return !hasKind(c, numberToken)
		}
	}
	if body[0].is("其他", "其它") && !hasMeaning(body, thingWord, "application") {
		return true // 无其他行政事业性收费
	}
	if slices.Equal(heads, []string{"application"}) && (r.isNarrowed(body) || chinese.ContainsAny(r.statement.Words(spanOf(body)), []string{"批量", "集中", "大量", "反复", "重复"})) {
		return true // 未收到针对规范性文件的公开申请: of some kind
	}
	if slices.Equal(heads, []string{"application"}) && r.trailsOff(body) {
		return false
	}
	if chinese.ContainsAny(r.statement.Words(spanOf(c)), []string{"此前", "以前", "原先", "原来", "过去", "除此", "除上述"}) && !carries {
		return true
	}
	if r.givesReasons(body) {
		return true // 未告知不予公开的具体理由
	}
	if _, attribute := r.behindAttribute(body); attribute {
		if slices.Equal(heads, []string{"application"}) {
			heads = nil // 没有不予处理的申请
		}
	}
	disputes := slices.ContainsFunc(heads, isDispute)
	made := false
	for _, head := range heads {
		q := r.none(c, body)
		q.thing, q.own.thing = head, head
		switch {
		case head != "application":
			q.deeds = slices.DeleteFunc(slices.Clone(deeds), func(d string) bool {
				return !slices.Contains([]string{"issue", "repeal", "in_force", "decide", "collect", "amend", "publish", "handle", "receive", "raise"}, d)
			})
		case carries:
			q.lastYear = false
			for i := range c {
				if d := c[i]; d.means(deedWord, "carried_in", "carried_out") {
					q.deeds = append(q.deeds, d.word.value)
				} else if d.means(deedWord, "carried") {
					q.deeds = append(q.deeds, r.directionOf(c, i))
				}
			}
		case has("withdraw"):
			q.deeds = []string{"withdraw"}
		case has("pending"):
			q.deeds = []string{"pending"}
		case has("collect", "foreign", "answer", "handle", "rate") && !has("receive", "raise"):
			q.deeds = []string{"foreign"}
		default:
			q.deeds = []string{"receive"}
		}
		r.counted, made = append(r.counted, q), true
	}
	if !disputes && (len(heads) == 0 || slices.Equal(heads, []string{"application"})) {
		for _, outcome := range outcomes {
			if slices.ContainsFunc(outcomes, func(o string) bool { return strings.HasPrefix(o, outcome+".") }) {
				continue // 以国家秘密为由不公开的均为零
			}
			q := r.none(c, body)
			q.thing, q.deeds = "application", []string{outcome}
			r.counted, made = append(r.counted, q), true
		}
		if len(heads) == 0 && carries && len(outcomes) == 0 {
			return false
		}
	}
	if made && len(heads) > 0 && !disputes {
		r.thing = heads[len(heads)-1]
	}
	return made
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
		return k.mayNarrow() && !slices.Contains(anyone.List(), r.statement.Words(k.Span))
	}))
}

// anyone are words behind a negation that leave open who it is that did not come: 没有一位村民、一家企业登门申请.
var anyone = pattern.NewWords("一位 一家 一名 一个 一个人 一个人来 一人 一人来 一例 哪位 哪个 哪家 人来 人登门 人上门 人前来 登门 来")

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
