package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// announced takes the marker of a list out of the words before a number, and opens the list.
func (r *reader) announced(left []token) []token {
	first := firstOf(left, partWord)
	if first < 0 && r.isMadeUp(left) {
		r.announce("由", false)
		return left[1:]
	}
	if colon := lastOfKind(left, colonMark); first < 0 && colon > 0 && r.lastCounted() != nil && kindsCounted.Has(r.statement.Words(left[colon-1].Span)) {
		r.announce("类：", false) // 办结的20件申请，结果只有四类：予以公开10件、…
		return left[colon+1:]
	}
	if first < 0 || chinese.EndsWithAny(left[first].word.text, []string{"含", "包括"}) && chinese.StartsWithAny(r.statement.Text[left[first].End:], []string{"在", "于"}) {
		return left // 补录23条，已含在全年185条之内
	}
	if chinese.StartsWithAny(left[first].word.text, []string{"分别", "依次"}) && (hasKind(left[:first], yearToken) || hasClass(left[:first], lastYearWord)) {
		return left[lastOf(left, partWord)+1:] // 2023年、2024年分别为133件、151件; 上年这三栏依次是5件、0件、2件
	}
	if chinese.StartsWithAny(left[first].word.text, []string{"依次", "分别"}) && chinese.EndsWithAny(r.statement.Text[:left[first].Start], []string{"往下", "接下来", "其后", "随后", "其次"}) {
		return left[lastOf(left, partWord)+1:] // 查询事项17件，往下依次是过程性信息6件
	}
	if of := lastOf(left[:first], outcomeWord); of >= 0 && !strings.Contains(left[of].word.value, ".") && !hasKind(left[:first], numberToken) {
		if whole := r.lastThatDid(left[of].word.value); whole != nil {
			r.list = &list{whole: whole, marker: left[first].word.text} // 细分来看，不予公开包括第三方权益7件
			return left[lastOf(left, partWord)+1:]
		}
	}
	r.announce(left[first].word.text, false)
	return left[lastOf(left, partWord)+1:]
}

// kindsCounted tell before a colon how many kinds there are of what was counted.
var kindsCounted = pattern.NewWords("两类 三类 四类 五类 六类 两种 三种 四种 五种 六种 两大类 三大类 四大类 五大类 两种情形 三种情形 四种情形 五种情形")

// isMadeUp says whether words begin a clause that tells what published items are made up of: 1220条，由网站信息486条、推文734条组成.
func (r *reader) isMadeUp(left []token) bool {
	if whole := r.lastNear(); len(left) == 0 || !left[0].is("由") || whole == nil || !whole.is("information") {
		return false
	}
	clause := r.statement.Text[left[0].End:]
	if end := strings.IndexAny(clause, "，；。"); end >= 0 {
		clause = clause[:end]
	}
	return chinese.EndsWithAny(clause, []string{"组成", "构成"})
}

// announce opens the list that 其中 or 包括 announces.
func (r *reader) announce(marker string, items bool) {
	whole := r.lastNear()
	if last := r.lastNumber(); whole != nil && whole.Form == Rate && whole.isShare && last != nil {
		whole = last // 法人及其他组织44件，占21.2%，包括企业27件
	}
	if strings.Contains(marker, "其中") {
		whole = r.wholeBefore()
	}
	if whole == nil || whole.Form != Number {
		return
	}
	l := &list{whole: whole, marker: marker, items: items}
	if outer := r.list; outer != nil && whole.list == outer {
		l.outer = outer
	}
	r.list = l
}

// place finds a number's place in the lists of its sentence.
func (r *reader) place(q *Quantity, c []token, i int, left, right []token, bound bool) {
	if l := r.list; l != nil && strings.HasPrefix(l.marker, "其中") && len(l.ofWhole()) == 0 {
		switch item := r.lastNumber(); {
		case len(l.whole.parts) == 0:
			r.narrowList(q, left)
			r.moveList(q)
		case item != nil && item.whole == l.whole && q.givesReasonFor(item):
			r.list = &list{whole: item, marker: l.marker, outer: item.list} // 答复55件：公开21件；无法提供17件，其中不掌握12件
		}
	}
	q.open = slices.ContainsFunc(left, func(k token) bool {
		return k.kind == unknownToken && strings.Contains(r.statement.Words(k.Span), "主要")
	}) || hasClass(right[:min(1, len(right))], etceteraWord)
	r.addUp(q, left, bound)
	among := i + 1 + len(right)
	set := among < len(c) && c[among].is("中", "里") && !(len(right) == 0 && among+1 < len(c) && c[among+1].kind == unknownToken && !q.picksSome(c[among+1:])) && // 87所中小学
		!(c[among].is("中") && r.isWithinName(&c[among])) &&
		!chinese.StartsWithAny(r.statement.Text[q.End:], []string{"为", "是", "系", "因"}) // 1件为地名成果中禁止公开的数据
	if set && r.list != nil && r.list.marker != "（" {
		r.list = nil // 在500个页面里: another set
	}
	switch l := r.list; {
	case l != nil && l.whole != q:
		r.placeIn(l, q)
	case l == nil && r.ended != nil && q.Unit == r.ended.whole.Unit && q.canBePartOf(r.ended.whole):
		r.ended.beyond = append(r.ended.beyond, q)
	}
	if q.whole == nil && !q.differs && !r.isOfAnotherYear(q) && !hasWord(left, "其余", "余下", "剩余") && !q.isExcepted() && !(r.viewsUnknown && !q.isDealtWith()) {
		r.whole = q
	}
	switch rest := c[i+1:]; {
	case set || len(rest) == 1 && rest[0].is("内"):
		r.list = &list{whole: q, marker: "中"}
	case len(rest) > 0 && rest[0].kind == colonMark:
		r.list = &list{whole: q, marker: "："}
		if before := r.wholeBefore(); r.isOfAnotherYear(q) && before != nil {
			r.list.whole = before // 复议11件，上年为8件：维持5件
		}
	}
}

// picksSome says whether words behind 中 lead up to a number of the same unit, of those that they name: 11人中表示满意的9人.
func (q *Quantity) picksSome(behind []token) bool {
	at := slices.IndexFunc(behind, func(k token) bool { return k.kind == numberToken || k.isMark() || k.in(conjunctionWord) })
	if at < 0 || behind[at].kind != numberToken || behind[at].num.Unit != q.Unit {
		return false
	}
	return chinese.EndsWithAny(q.Statement.Text[q.End:behind[at].Start], []string{"的", "的有", "的是", "的为", "的占"})
}

// isWithinName says whether 中 is part of the name of a school, a hospital or a centre, and not among what is counted: 23所初中、61所小学, 3所县级中医院.
func (r *reader) isWithinName(among *token) bool {
	text := r.statement.Text
	return beforeMiddle.Ends(text[:among.Start]) && !chinese.StartsWithAny(text[among.End:], []string{"的", "有"}) || behindMiddle.Begins(text[among.End:])
}

// beforeMiddle and behindMiddle are what stands before 中 and behind it in such names.
var (
	beforeMiddle = pattern.NewWords("初 通高 普高 公办高 民办高 所高 县高 区高 市高 完全高")
	behindMiddle = pattern.NewWords("小学校 小学、 小学和 小学及 小学的 小学在 心 学校 学、 学和 学及 学的 学在 学均 医院 医馆 医诊所 等职业 职学校 职院校 专学校")
)

// placeIn makes a number an item of the open list, or ends that.
func (r *reader) placeIn(l *list, q *Quantity) {
	switch {
	case q.did("carried_in"):
		if sum := sumOf(l.whole.parts); len(l.whole.parts) == 0 || sum.Add(q.Value).Equal(l.whole.Value) {
			q.within = l.whole // which it is among, though it is none of the kinds that the list divides
		}
	case r.endsList(q, l):
		r.list = nil
	case r.goesBeyond(q, l):
		l.beyond = append(l.beyond, q)
		r.list = nil
	case l.numbered && !r.numbered:
		// only the first number of a numbered item is the item's
	case q.canBePartOf(l.whole):
		q.joins(l)
		if l.whole.IsOfRequests() && decisions()[q.own.thing].Name != "" {
			q.thing, r.thing = "foreign", l.whole.thing // 按内容分，土地出让1件、规划许可1件
		}
		r.numbered = false
		if l.separator == 0 && len(l.whole.parts) == 2 {
			l.separator = r.separatorBetween(l.whole.parts[0], q)
		}
	case l.marker != "（":
		r.list = nil
	}
}

// narrowList turns 其中不予公开的为…, which divides one kind of outcome, to the number of that kind.
func (r *reader) narrowList(q *Quantity, left []token) {
	for j := 0; j+2 < len(left); j++ {
		if left[j].in(outcomeWord) && left[j+1].in(ofWord) && slices.ContainsFunc(left[j+2:], func(k token) bool { return k.in(alikeWord) || k.is("为", "有", "中") }) {
			if whole := r.lastThatDid(left[j].word.value); whole != nil {
				r.list = &list{whole: whole, marker: "其中"}
				if len(q.deeds) == 1 && q.deeds[0] == left[j].word.value {
					q.deeds = []string{"foreign"}
				}
			}
			return
		}
	}
	if l := r.list; !l.whole.did("receive") && len(q.applicants) > 0 && len(left) > 0 && left[0].means(deedWord, "receive") { // 两项共72件；其中新收件来自自然人62件
		if whole := r.lastThatDid("receive"); whole != nil {
			r.list = &list{whole: whole, marker: l.marker}
		}
	}
}

// moveList moves a list of which the first item is counted in another unit than the whole to the number before that is counted in it:
// 24项任务分解到7个机构，其中党建办2项.
func (r *reader) moveList(q *Quantity) {
	l := r.list
	larger := l != nil && l.whole.IsOfRequests() && len(l.whole.applicants) > 0 && q.Value.GreaterThan(l.whole.Value) // 来了5份，个人4份，社团1份；其中3份走网站
	if l == nil || q.Unit == l.whole.Unit && !larger {
		return
	}
	for _, z := range slices.Backward(r.counted) {
		if z.Form == Number && z.Unit == q.Unit && z.whole == nil && z.Value.GreaterThanOrEqual(q.Value) {
			r.list = &list{whole: z, marker: l.marker}
			return
		}
	}
}

// separatorBetween is the strongest mark between two items.
func (r *reader) separatorBetween(a, b *Quantity) tokenKind {
	between := r.statement.Text[min(a.End, b.Start):b.Start]
	for _, m := range []struct {
		mark string
		kind tokenKind
	}{{"；", semicolonMark}, {"。", stopMark}, {"，", commaMark}} {
		if strings.Contains(between, m.mark) {
			return m.kind
		}
	}
	return listMark
}

// mostParts is how many parts of a whole are read: they are held against each other. The longest list in real reports has 14.
const mostParts = 100

// canBePartOf says whether a number may be one of the items that a whole is divided into.
func (q *Quantity) canBePartOf(whole *Quantity) bool {
	switch {
	case whole.Form != Number || len(whole.parts) == mostParts || q.Form != Number || q.inWords != whole.inWords:
		return false
	case strings.HasPrefix(q.Statement.Text[q.End:], "的") && chinese.ContainsAny(q.Statement.Text[q.Clause.Start:q.Start], []string{"占"}):
		return false // 84件（占来电210件的40%）
	case whole.did("publish") && slices.Contains(caseUnits, whole.Unit) && q.hasOutcome() && !q.did("granted", "partially_granted", "other?"):
		return false // 决定公开23件，其中面向科研机构2件；部分公开5件
	case q.Unit == "页" && (chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"至", "到", "—", "-", "以上", "以下", "以内"}) || chinese.EndsWithAny(q.saidNear(), []string{"超过", "超出", "满", "至", "到", "—", "-"})):
		return false // 提供信息110页，其中31页至100页的70页每页10元
	case q.isOfReaders() && !whole.isOfReaders():
		return false // 推送信息300条，阅读量3万次
	case whole.average || q.average, whole.did("carried_in", "carried_out", "carried") && q.Value.GreaterThan(whole.Value):
		return false
	case whole.hasOutcome() && q.hasOutcome() && !q.isReasonOf(whole):
		return false
	case q.differs || q.lastYear, q.year != 0 && q.year != whole.year && (q.bracketed || len(whole.parts) > 0 && whole.parts[0].year == whole.year):
		return false // 119件（2020年141件）; 160条，其中解读24条；2024年公开128条
	case whole.list == nil && q.Unit != whole.Unit && strings.HasSuffix(q.Statement.Text[:q.Start], "分别为"):
		return false // 办结的2件平均用时12个工作日，分别为9个和15个工作日
	case q.Unit == "个" && whole.Unit != "个" && chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"分局", "单位", "部门", "科室", "股室", "处室", "站所", "乡镇", "镇街", "街道", "村", "社区"}):
		return false // 其余65件由7个分局受理
	case q.Unit != whole.Unit && slices.Contains([]string{"字", "%", "元", "名", "人", "人次", "户", "家", "台", "?"}, q.Unit):
		return false
	case slices.Contains(q.own.deeds, "carried_in") || slices.Contains(q.own.deeds, "carried"):
		return false
	case slices.Contains(q.own.deeds, "carried_out"):
		return slices.ContainsFunc(whole.parts, (*Quantity).hasOutcome)
	}
	switch q.own.thing {
	case "normative":
		return whole.is("normative", "information")
	case "fees", "handling_fee":
		return whole.is("fees", "handling_fee") || whole.is("information") && q.Unit == whole.Unit && q.Unit == "条" || whole.IsOfRequests() && q.Unit == whole.Unit // 从事由看，问征收补偿的34件
	case "review", "litigation", "litigation_direct", "litigation_after_review":
		return whole.is("information") && q.Unit == "条" || whole.is(q.own.thing, "dispute") || whole.is("litigation") && strings.HasPrefix(q.own.thing, "litigation_")
	case "application":
		return whole.IsOfRequests()
	}
	return true
}

// isReasonOf says whether an outcome is one of the reasons for another: 信息不存在 of 无法提供.
func (q *Quantity) isReasonOf(whole *Quantity) bool {
	return slices.ContainsFunc(q.deeds, func(d string) bool {
		return slices.ContainsFunc(whole.deeds, func(w string) bool { return d == w || strings.HasPrefix(d, w+".") || strings.Contains(w, "+") })
	})
}

// givesReasonFor says whether it counts some of those that had an outcome, by one of the reasons for that.
func (q *Quantity) givesReasonFor(outcome *Quantity) bool {
	return outcome.hasOutcome() && q.hasOutcome() && !slices.Equal(q.deeds, outcome.deeds) && q.isReasonOf(outcome) && q.Value.LessThanOrEqual(outcome.Value)
}

// isComplete says whether the items of a list add up to its whole already, and a stronger mark than those between them stands before q.
func (r *reader) isComplete(l *list, q *Quantity) bool {
	items := l.ofWhole()
	if len(items) < 2 {
		return false
	}
	last := items[len(items)-1]
	items = slices.DeleteFunc(items, func(p *Quantity) bool { return p.divides() != last.divides() })
	if len(items) < 2 || !sumOf(items).Equal(l.whole.Value) || l.whole.IsOfRequests() && q.divides() != last.divides() && q.divides() != byItem {
		return false
	}
	return q.Value.Equal(l.whole.Value) || last.Statement != q.Statement || r.separatorBetween(last, q) > l.separator
}

// ofWhole lists the parts of the whole that are items of this list.
func (l *list) ofWhole() (items []*Quantity) {
	for _, p := range l.whole.parts {
		if p.list == l {
			items = append(items, p)
		}
	}
	return items
}

// divides is what a part divides its whole by, as far as its own words say.
func (q *Quantity) divides() dimension {
	switch {
	case q.hasOutcome():
		return byOutcome
	case len(q.applicants) > 0:
		return byApplicant
	case q.channel:
		return byChannel
	}
	return byItem
}

// addUp makes a number that is called a total the whole of those before it: 网上收到3件、信函2件，共5件.
func (r *reader) addUp(q *Quantity, left []token, bound bool) {
	if !q.total || len(q.own.deeds) > 0 || q.own.thing != "" || q.unread != "" || len(q.applicants) > 0 || q.channel || bound {
		return
	}
	var parts []*Quantity
	var deeds []string
	channels := true
	for _, z := range r.counted {
		switch {
		case z.Form != Number || z.whole != nil || z.Unit != q.Unit || z.differs || z.lastYear, z.bracketed && (z.lastYear || z.year != 0 && z.year != q.year), z.divides() == byApplicant && z.dividedBefore(r.counted) != nil:
		case z.thing != q.thing, len(z.parts) == 0 && z.Bound != Exact:
			return // of another thing, though it may be meant
		case len(z.parts) == 0:
			parts = append(parts, z)
			deeds = append(deeds, z.deeds...)
			channels = channels && z.channel
		}
	}
	slices.Sort(deeds)
	deeds = slices.Compact(deeds)
	switch {
	case len(parts) < 2:
		return
	case q.is("application") && slices.Equal(deeds, []string{"carried_in", "receive"}):
		q.deeds = []string{"handle"}
	case q.is("application") && (slices.Equal(deeds, []string{"receive"}) || len(deeds) == 0 && channels):
		q.deeds = []string{"receive"}
	case q.is("information") && (channels || hasClass(left, sumWord) && slices.ContainsFunc(left, func(k token) bool { return strings.HasSuffix(r.statement.Words(k.Span), "合计") })):
	default:
		return
	}
	l := &list{whole: q, marker: "共"}
	for _, z := range parts {
		z.joins(l)
	}
}

// endsList says whether a number no longer belongs to a list: 其中动态120条、政策200条，办结31件.
func (r *reader) endsList(q *Quantity, l *list) bool {
	whole := l.whole
	switch decision := decisions()[q.own.thing].Name != ""; {
	case decision && decisions()[whole.own.thing].Name != "" && q.own.thing != whole.own.thing,
		q.Unit != whole.Unit && (decision || slices.Contains([]string{"中", "含", "内含"}, l.marker)), r.isComplete(l, q):
		return true
	case l.separator == semicolonMark && len(whole.parts) == 1 && (q.subset || q.boundRight != whole.parts[0].boundRight):
		return true // …，其中3件逾期不补正；申请人撤回2件
	}
	parts := l.ofWhole()
	if l.marker == "从" && q.isDealtWith() && !q.channel && len(q.applicants) == 0 {
		item := q.did("receive") && whole.did("receive") && strings.HasSuffix(q.saidBefore(), "的") && q.Value.LessThan(whole.Value) // 按来路分，直接提交的7件
		return !item                                                                                                                // 从办理结果看，全年办结15件
	}
	if len(parts) < 2 || l.marker == "（" {
		return false
	}
	last := parts[len(parts)-1]
	if q.isDealtWith() && !slices.ContainsFunc(parts, (*Quantity).isDealtWith) && (whole.IsOfRequests() || q.Unit != last.Unit) {
		return true
	}
	if q.Unit != last.Unit && slices.Contains(q.own.deeds, "foreign") {
		return true // …，上门6场，参加企业1300家
	}
	if q.channel && len(q.own.deeds) > 0 && !slices.ContainsFunc(parts, func(p *Quantity) bool { return p.channel }) {
		return true // …，微信公众号发布82条
	}
	return l.separator == listMark && last.Statement == q.Statement && !q.did("other?", "other") &&
		strings.ContainsRune(r.statement.Text[last.End:max(last.End, q.Start)], '，') && q.Unit != last.Unit
}

// isDealtWith says whether its own words are that those counted were received, handled or answered.
func (q *Quantity) isDealtWith() bool {
	return slices.ContainsFunc(q.own.deeds, func(d string) bool { return d == "answer" || d == "handle" || d == "receive" })
}

// openView opens the list that 从渠道看 or 按类别分 announces, of the whole that was counted last.
func (r *reader) openView(c []token) bool {
	rest := withoutLead(c)
	if len(rest) == 0 || !rest[0].is("从", "按", "按照") || len(rest) > 1 && rest[1].in(outcomeWord) { // 按其他处理统计
		return false
	}
	text := chinese.Clip(r.statement.Text[rest[0].Start:c[len(c)-1].End], 18)
	views := chinese.ContainsAny(text, []string{"看", "来分", "分类", "划分", "统计"}) || strings.Contains(text, "分") && !chinese.ContainsAny(text, []string{"分析", "分别", "分管", "部分", "分公司", "分流", "分送", "分转", "分办", "分发", "分批"})
	whole := r.viewed(text)
	r.viewsUnknown = views && whole == nil
	if views && whole != nil && !isDispute(whole.thing) {
		r.list = &list{whole: whole, marker: "从"}
	}
	return views
}

// whoOrHow are words of a view on who applied, or by which way.
var whoOrHow = pattern.NewWords("主体 申请人 申请者 谁 身份 渠道 方式 途径 怎么申请 如何申请")

// viewed is the number that a view divides: the last whole, but what was carried over is divided by nothing, results divide what was
// answered, and applicants and ways what was received.
func (r *reader) viewed(text string) *Quantity {
	switch {
	case r.whole == nil, r.whole.otherTime, r.whole.isOfEach(): // 前三季度办结23件，第四季度办结11件。按结果分，
		return nil
	case r.received != nil && (r.whole.IsOfRequests() || r.whole.isUnnamed() || r.whole.did("answer", "handle", "carried_out", "pending")) &&
		whoOrHow.In(text):
		return r.received // 办结735件。从谁在申请看
	case r.whole.hasOutcome() && whoOrHow.In(text):
		return nil // 不予公开1件。从主体上看，个人3件
	case !r.whole.IsOfRequests() && chinese.ContainsAny(text, []string{"办理结果", "答复结果", "处理结果"}):
		return nil
	case !r.whole.IsOfRequests():
		return r.whole
	}
	deeds := []string{"receive", "handle"}
	if chinese.ContainsAny(text, []string{"结果", "答复", "处理", "办理"}) {
		deeds = []string{"answer", "handle", "receive"}
	}
	for _, deed := range deeds {
		if q := r.allThatDid(deed); q != nil && q.whole == nil && q.IsOfRequests() {
			if r.isNewDivision(q) {
				return r.received
			}
			return q
		}
	}
	switch {
	case r.whole.did("carried_in", "carried_out", "carried", "pending"):
		return nil
	case r.isNewDivision(r.whole):
		return r.received
	}
	return r.whole
}

// isNewDivision says whether a view divides once more what was received, and not those of some applicants that were told last: 自然人236件；法人或其他组织41件，其中
// 企业20件、律师事务所21件。按受理机关分，…….
func (r *reader) isNewDivision(last *Quantity) bool {
	return r.received != nil && len(last.applicants) > 0 && last.did("receive") && (len(last.parts) > 0 || last.Statement != r.statement)
}

// beginsList says whether the number of an item is the first.
func beginsList(item string) bool {
	if item == "一是" || item == "①" {
		return true
	}
	m, _, ok := chinese.ReadMarker(item)
	return ok && m.Number == 1 && m.Level > 2
}

// isAloneInBrackets is true of the number of an item that is told in brackets behind its name, with which nothing else is told: 财政资金（49条）.
func (q *Quantity) isAloneInBrackets() bool {
	return strings.HasPrefix(q.Statement.Text[q.End:], "）") && strings.HasSuffix(q.Statement.Text[:q.Start], "（")
}
