package reading

import (
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// deny reads that there is nothing: 未收到政府信息公开申请, 没有行政复议和行政诉讼, 行政复议情况：无. It tells whether the clause says so.
func (r *reader) deny(c []token) bool {
	words := r.statement.Words(spanOf(c))
	switch counts := hasKind(c, numberToken); {
	case r.endsInNone(c):
		return r.claimNone(c[:len(c)-1], c)
	case r.statement.topic == "application" && (!counts && (nobodyApplied.MatchString(words) || thisIsBlank.MatchString(words)) || registerIsEmpty.MatchString(words)):
		r.countNone(c, c, "application", "receive").channel = false
		return true
	case !counts && (blank.Ends(words) || noughts.In(words)) && hasClass(c, thingWord):
		return r.claimNone(c, c) // 行政处罚、行政强制都是空白
	}
	if body := oneIsNone(c); len(body) > 0 {
		return r.claimNone(body, c) || r.noneBy(c)
	}
	if r.statement.topic == "application" && evenOne.MatchString(words) {
		r.countNone(c, c, "application", "receive").channel = false
		return true // 依申请公开：一件也没等来
	}
	if noneIsLost.MatchString(words) {
		return true // 许可批一件公开一件，一件没落下
	}
	if body := r.notOne(c); len(body) > 0 {
		return r.claimNone(body, c)
	}
	if at := firstOf(c, negationWord); at >= 0 && at < len(c)-1 && !restricts(c[:at]) && r.denyBehind(c[:at], c[at+1:], c) {
		return true
	}
	if r.statement.topic == "application" && !isDispute(r.thing) && !hasClass(c, outcomeWord) && !hasKind(c, percentToken) && whoNeverDid.MatchString(words) {
		r.countNone(c, c, "application", "receive").channel = false
		return true
	}
	return false
}

// evenOne says in colloquial words that not even one came.
var evenOne = pattern.New(`一(?:件|份|宗|个)(?:也|都)(?:没|未)(?:有)?(?:等来|等到|等着|收到|收着|接到|接着|来过|来|遇到|碰到|见到)(?:过)?$`, "也没", "都没", "也未", "都未")

// takingMoney is what is denied where no fee was taken.
var takingMoney = pattern.New(`(?:收|花|要|交|拿)[^，。；]{0,6}钱`, "钱")

// endsInNone says whether the last word of a clause is that there is none of what the words before it name.
func (r *reader) endsInNone(c []token) bool {
	last := len(c) - 1
	if last <= 0 || !c[last].is("无", "没有", "零") && !(c[last].is("皆无", "均无", "亦无", "也无") && hasClass(c[:last], thingWord)) {
		return false
	}
	before := &c[last-1]
	return before.kind == colonMark || before.in(alikeWord, countWord, thingWord) || before.in(ofWord) && hasClass(c[:last-1], thingWord) ||
		before.is("也", "都", "均", "方面") && last > 1 && c[last-2].in(thingWord) || chinese.EndsWithAny(r.statement.Words(before.Span), []string{"为", "是"})
}

// oneIsNone is the words of what a clause says there is not even one of: 处罚一件都没有, 行政复议一宗未有. It is empty if the clause says nothing of the kind.
func oneIsNone(c []token) []token {
	last := len(c) - 1
	if last < 2 || !c[last].is("没有", "无", "未有") {
		return nil
	}
	one, even := last-1, c[last-1].is("都", "也", "均")
	if even {
		one--
	}
	if isOne(c[one]) && (even || hasClass(c[:one], thingWord, outcomeWord)) {
		return c[:one]
	}
	return nil
}

func isOne(k token) bool { return k.kind == numberToken && k.num.Value.String() == "1" }

// denyBehind reads what a clause denies behind a negation.
func (r *reader) denyBehind(before, denied, c []token) bool {
	words := r.statement.Words(spanOf(denied))
	if hasMeaning(denied, rulingWord, "pending") && r.isOnRequests(c) && !hasKind(denied, numberToken) {
		r.countNone(c, denied, "application", "pending")
		return true // 本年的公开申请无一件未结
	}
	if hasClass(before, thingWord) && (cases.Has(words) || happens.Has(words)) {
		return r.claimNone(before, c) // 行政复议方面没有案件, 行政强制措施未使用
	}
	if r.deniesNewDocuments(denied) && !hasKind(c, numberToken) {
		r.countNone(c, denied, "normative", "issue")
		r.thing = "normative"
		return true // 现行有效2件，今年没有新发
	}
	if takingMoney.MatchString(words) {
		return !hasKind(c, numberToken) // 没有从公开申请中收过钱
	}
	if hasWord(denied[:min(3, len(denied))], "作为", "为") || takenFor.Begins(words) {
		return !hasKind(c, numberToken) // 未作为政府信息公开申请登记, 未登记为申请, 未计入申请量; 没有再起诉, after having done so
	}
	if isOne(denied[0]) {
		switch {
		case hasClass(denied, rulingWord) && isDispute(r.thing):
			q := r.none(c, denied[1:])
			q.thing = r.thing
			r.counted = append(r.counted, q)
			return true // 没有一件被纠正
		case hasClass(denied, applicantWord) && !hasClass(denied, deedWord, outcomeWord, rulingWord, thingWord):
			return true // 予以公开3件，没有一件来自企业
		case hasClass(denied, outcomeWord) && !hasClass(denied, deedWord):
			return r.claimNone(denied[1:], c) // 没有一件是以不予公开作答的
		}
	}
	if number := lastOfKind(denied, numberToken); number > 0 && (hasClass(denied[:number], outcomeWord) || hasClass(denied[number:], deedWord)) {
		return false // 未获取、无法提供1件; 未到期限的1件结转下年度
	}
	counts := slices.ContainsFunc(denied, func(k token) bool { return k.kind == numberToken && !isOne(k) })
	if counts || hasClass(denied[:min(4, len(denied))], timelyWord) || !r.isDeniable(denied) {
		return false
	}
	if !hasClass(denied, thingWord, outcomeWord, rulingWord) && !hasKind(denied, unknownToken) && hasClass(before, thingWord) {
		return r.claimNone(slices.Concat(before, denied), c) // 行政复议、行政诉讼均未发生
	}
	return r.claimNone(denied, c)
}

// isOnRequests says whether a clause is about applications, and no disputes.
func (r *reader) isOnRequests(c []token) bool {
	disputes := slices.ContainsFunc(c, func(k token) bool { return k.in(thingWord) && isDispute(k.word.value) })
	return !disputes && (hasMeaning(c, thingWord, "application") || r.statement.topic == "application" && r.thing == "application")
}

// cases are words for what is counted, as they stand alone behind a negation.
var cases = pattern.NewWords("案件 此类案件 相关案件 案子")

// takenFor begin what is denied of something that was done, but was not taken for an application or a case.
var takenFor = pattern.NewWords("再 计入 列入 纳入 算入 算作")

// countNone adds that there is none of a thing that a deed was done to.
func (r *reader) countNone(c, body []token, thing, deed string) *Quantity {
	q := r.none(c, body)
	q.thing, q.own.thing, q.deeds = thing, thing, []string{deed}
	r.counted = append(r.counted, q)
	return q
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
var noneIsLost = pattern.NewWith("落下 拉下 漏 丢 少 剩 拖 积压 耽误 延误 超期 逾期 出错", `(?:^(?:一[件条项份宗起]|无一)(?:都|也)?(?:没有?|未|不)|没有一[件条项份宗起])(?:被)?(?:落下|拉下|漏|遗漏|丢|少|剩|拖|积压|耽误|延误|超期|逾期|出错)`, "一件", "一条", "一项", "一份", "一宗", "一起", "无一")

// happens are words that, denied alone, say that there was none of what stands before them.
var happens = pattern.NewWords("使用 使用过 动用 动用过 用过 发生过 有过 开过 新制 制过 制定过 新出 收过 采取过 作过 作出过")

// newDocuments begin what is denied of documents that were spoken of: 没有新的, 无新增, 未制定新件.
var newDocuments = pattern.NewWords("新的 新发 新制 新订 新增 新出 新印 新文件 新件 制定新 制发新 出台新 发布新 印发新 起草新")

// noneBy adds that some applicants applied for nothing: 科研机构一件也没有. It tells whether the clause names any.
func (r *reader) noneBy(c []token) bool {
	if !hasClass(c, applicantWord) || hasClass(c, thingWord, outcomeWord) {
		return false
	}
	r.countNone(c, c, "application", "receive")
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

// noughts are words for what did not happen once: 行政复议案件保持零发生.
var noughts = pattern.NewWords("零发生 零复议 零诉讼 零争议 零纠纷 零发案")

// Ways to say below the heading on applications that there were none: 当年这项业务仍是空白, 登记簿上一笔也没有, 尚无申请人登门或来函.
var (
	thisIsBlank     = pattern.New(`^(?:全年|当年|今年|本年|本年度|年内|目前|至今)?[这该此]一?[项块](?:业务|工作)?[仍还依旧然]{0,2}(?:是|为)?空白$`, "空白")
	registerIsEmpty = pattern.NewWith("登记簿 登记本 登记册 登记表 收件簿 受理簿 收件登记 台账 申请箱 申请件 申请公开",
		`(?:登记[簿本册表]|收件簿|受理簿|收件登记|台账|申请箱|申请件|申请公开(?:事项)?)[上里中内]?(?:全年|年内|当年|至今|一直|仍|依旧|始终)*(?:[为是呈属]|都是|一片|保持)?`+
			`(?:空白|空的|“?零(?:报告|受理|收件)”?|(?:没有|无)(?:任何|一条|一笔|一件|一份)?(?:申请)?(?:记录|登记|记载)|一[笔件条份][也都]?(?:没有|未有|无))$`,
		"空白", "空的", "零报告", "零受理", "零收件", "记录", "登记", "记载", "一笔", "一件", "一条", "一份")
	nobodyApplied = pattern.NewWith("登门 来函 来信 上门 前来 出现", `(?:无|没有|未有|未见|不见)(?:一位|一个|一名|任何|哪位)?申请人(?:登门|来函|来信|上门|前来|出现)(?:[或、和](?:登门|来函|来信|来电|上门|递交))*过?$`, "申请人")
	// whoNeverDid is looked for where nothing else was read.
	whoNeverDid = pattern.NewWith("没 未有 无 未见", `(?:没有?|未有|无|未见)(?:任何|一个|一位|一名)?(?:公民|个人|单位|群众|村民|居民|企业|人|谁|哪个|哪位|哪家).*(?:提出|提交|递交|寄来|提)过?.*[^议讼法免期]申请$|`+
		`(?:没有?|未有|无)(?:任何|哪[个位家]).*(?:申请公开|要求公开|申请获取)(?:政府)?信息$|没有?(?:谁|人|哪个|哪位|哪家)来?(?:填|递|交|申请|提)过$|一[个件份]都没有?(?:碰上|碰到|遇上|遇到|见过|有过|来过)$`,
		"申请", "公开", "获取", "过", "碰上", "碰到", "遇上", "遇到")
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
		case k.kind == unknownToken && anyone.Has(r.statement.Words(k.Span)):
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
