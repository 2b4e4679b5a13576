package reading

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// clause reads the tokens between two marks.
func (r *reader) clause(c []token) {
	if end := r.countedPart(c); end > 0 {
		r.clause(c[:end])
		c = c[end+1:]
	}
	if at := r.nextDenial(c); at > 0 {
		r.clause(c[:at])
		r.clause(c[at+1:])
		return
	}
	if r.denyCarried(c) || r.deny(c) {
		return
	}
	last, toTheRight := 0, false // behind the last number; whether numbers take the words behind them
	numbers := 0
	for i := range c {
		if c[i].kind != numberToken && c[i].kind != percentToken {
			continue
		}
		left := r.behindManner(behindAll(r.outOf(r.announced(c[last:i]))))
		right := wordsBehind(c, i, left)
		q := r.quantity(c, i)
		var lead []token
		if numbers == 0 {
			lead = r.lead
		}
		bound := r.fill(q, left, right, lead, toTheRight)
		if rest := c[i+1:]; hasMeaning(rest, deedWord, "withdraw") && !hasKind(rest, numberToken) {
			q.deeds, q.narrowing = []string{"withdraw"}, "" // 2件经沟通由申请人撤回
		}
		if numbers == 0 || bound {
			toTheRight = bound
		}
		q.otherTime = q.otherTime || isOfPartOfYear(c[:i])
		r.setYearBeside(q, left, right, bound)
		q.differs = q.differs || q.tellsDifference()
		if bothYears.Ends(q.saidNear()) {
			q.differs, q.lastYear, q.otherTime = false, false, false // 与上年持平，两年都是8件
		}
		if before := r.lastCounted(); before != nil && q.isAloneInBrackets() && q.Unit == before.Unit && r.statement.Text[before.End:q.Start] == "（" {
			q.lastYear = true // 许可8640件（9011件）: of another year, as some words elsewhere say
		}
		if q.Form == Rate {
			r.setShare(q, left, lead, c)
		} else {
			r.place(q, c, i, left, right, bound)
		}
		if before := r.lastCounted(); before != nil {
			if len(left) == 1 && left[0].kind == listMark && q.Unit == before.Unit {
				q.lastYear, q.year = before.lastYear, before.year // 与2024年的141件、60件、9件相比
			}
			if before.lastYear && q.Unit == before.Unit && chinese.StartsWithAny(r.statement.Text[q.End:], []string{"比", "相比", "对比"}) {
				q.lastYear, q.differs = true, false // 与2023年复议16件、诉讼13件比
			}
			r.tellsOfLast(q, before, numbers == 0)
		}
		if r.isAllReceived(q) && !r.mayBeSomeReceived(q) {
			r.received = q
		}
		r.counted = append(r.counted, q)
		last = i + 1
		numbers++
	}
	r.distribute(c, numbers)
	r.cover(c)
	if at := lastOf(c[last:], partWord); at >= 0 && c[last+at].word.text != "含" {
		r.announce(c[last+at].word.text, true)
	}
}

// isOfPartOfYear says whether the last words for a time before a number, in its clause, are for a part of the year: 上半年个人4件、企业1件.
func isOfPartOfYear(before []token) bool {
	for _, k := range slices.Backward(before) {
		switch {
		case k.in(otherTimeWord) && chinese.EndsWithAny(k.word.text, []string{"半年", "季度"}) && k.word.text != "每半年":
			return true
		case k.is("全年", "年内", "本年", "本年度", "今年", "当年"), k.in(sumWord):
			return false
		}
	}
	return false
}

// behindAll is the words before a number that are its own where something is said of all before them: 全部办结、结转0件.
func behindAll(left []token) []token {
	mark := lastOfKind(left, listMark)
	if mark > 0 && hasClass(left[:mark], allWord) && hasClass(left[:mark], deedWord) && hasClass(left[mark:], deedWord) {
		return left[mark+1:]
	}
	return left
}

// isAllReceived says whether q tells how many applications came in this year, of all applicants and by all ways.
func (r *reader) isAllReceived(q *Quantity) bool {
	isPart := len(q.applicants) > 0 || q.channel || q.whole != nil
	return q.Form == Number && q.IsOfRequests() && q.did("receive") && !isPart && !q.differs && !r.isOfAnotherYear(q)
}

// mayBeSomeReceived says whether q is less than what was told as received in its sentence, or as what a view divides, so that it may be a part of that
// though no word makes it one: 按来路分，直接提交的7件，误投后重新提交的2件.
func (r *reader) mayBeSomeReceived(q *Quantity) bool {
	all := r.received
	divides := r.list != nil && r.list.marker == "从" && r.list.whole == all
	return all != nil && (all.Statement == q.Statement || divides) && q.Value.LessThan(all.Value)
}

// quantity is what the number at i says by itself.
func (r *reader) quantity(c []token, i int) *Quantity {
	q := &Quantity{Numeral: *c[i].num, Span: c[i].Span, Clause: spanOf(c), Statement: r.statement}
	q.from = min(r.saidFrom(c), q.Start)
	q.bracketed = len(r.brackets) > 0
	_, digit := chinese.Digit(chinese.FirstRune(r.statement.Words(q.Span)))
	q.inWords = !digit
	q.Bound = boundOf(r.statement.Text, q.Span, &q.Numeral)
	if c[i].kind == percentToken {
		q.Form = Rate
	}
	return q
}

// wordsBehind is the words behind the number at i that may say what it counts. Where the next number follows without a mark, the deed before
// that is its own: 3件申请已答复2件.
func wordsBehind(c []token, i int, left []token) []token {
	right := behind(c[i+1:])
	if next := i + 1 + len(right); next < len(c) && c[next].kind == numberToken {
		if at := firstOf(right, thingWord); at >= 0 && hasClass(right[at:], deedWord) {
			right = right[:at+1]
		}
		if at := firstOf(right, applicantWord); at >= 0 && hasMeaning(right[at:], deedWord, "receive") {
			right = right[:at] // 15件由自然人提出14件、企业提出1件
		}
	}
	if len(right) > 0 && right[0].kind == yearToken && saysWhat(left) {
		return nil // 办结15件2024年……: the mark between them is lost
	}
	return right
}

// setYearBeside takes in the year that stands beside a number: 公众号2023年发布160条, 较2024年的158件.
func (r *reader) setYearBeside(q *Quantity, left, right []token, bound bool) {
	if bound && documents[q.thing] != "" && slices.ContainsFunc(right, func(k token) bool { return k.kind == yearToken && int(k.num.Value.IntPart()) != r.unit.year }) {
		q.otherTime = true // 现行有效3件，另2件分别制发于2019年和2020年
	}
	year := slices.IndexFunc(left, func(k token) bool { return k.kind == yearToken })
	if year >= 0 && (q.year == 0 || q.year == r.unit.year || strings.HasPrefix(r.statement.Text[left[year].End:], "的")) && !bound && !q.did("carried_in", "carried_out", "carried") {
		q.year = int(left[year].num.Value.IntPart())
	}
	if r.isOfYearBefore(left) || r.isToldOfLastYear(q) {
		q.lastYear, q.differs = true, false
	}
	q.lastYear = q.lastYear || q.bracketed && r.ofYearBefore
	q.otherTime = q.otherTime || q.bracketed && r.ofYearBefore && q.did("carried_in", "carried_out", "carried") // 比2023年（新收121件，结转4件）
}

// tellsOfLast takes in what a number, the first of its clause or not, says of the one before it.
func (r *reader) tellsOfLast(q, before *Quantity, first bool) {
	if before.differs && before.Unit == q.Unit && (q.changedTo || makes.Has(q.Statement.Text[q.Clause.Start:q.Start])) {
		q.thing, q.own, q.deeds, q.doubt, q.differs = before.own.thing, before.own, before.own.deeds, doubt{}, false
		q.applicants, q.channel = before.applicants, before.channel
		return // 比上年多出5件，达到23件
	}
	if q.changedTo && before.Unit == q.Unit {
		before.lastYear = true // 由10件增至13件
		if len(q.deeds) == 0 && q.own.thing == "" && documents[before.thing] != "" {
			q.thing, q.deeds = before.thing, before.deeds // 现行有效由4件变为3件
		}
		if r.received == before {
			r.received = q
		}
		if year := strconv.Itoa(q.year); chinese.ContainsAny(before.saidNear(), []string{"由" + year, "从" + year}) {
			q.year = 0 // 由2024年底的51个压减到46个
		}
	}
	if q.bracketed && first && before.Form == Rate && before.isShare && r.statement.Text[before.End:q.Start] == "（" {
		before.of = q // 占80%（4件）
	}
}

// makes are words between how many more or fewer there are than last year and how many that makes, besides those for a change.
var makes = pattern.NewWords("达 达到 达到了 总数达到 总数达 总量达到 总量达 今年为 本年为 今年达到 共")

// bothYears are words before a number that is this year's and last year's.
var bothYears = pattern.NewWords("两年都是 两年都为 两年均为 两年均是 两个年度都是 两个年度均为")

// countedPart is the 、 that parts what a clause counts from what it then denies, 0 for none: 许可305件、处罚106件、无收费.
func (r *reader) countedPart(c []token) int {
	at := firstOf(c, negationWord)
	if at <= 0 || at == len(c)-1 || c[at-1].kind != listMark || !hasKind(c[:at], numberToken) {
		return 0
	}
	return at - 1
}

// nextDenial is the 、 that parts one denial from the next, 0 for none: 无许可、无强制、无收费.
func (r *reader) nextDenial(c []token) int {
	if said := withoutLead(c); len(said) == 0 || !said[0].in(negationWord) {
		return 0
	}
	for i := 1; i+1 < len(c); i++ {
		if c[i].kind == listMark && c[i+1].in(negationWord) {
			return i
		}
	}
	return 0
}

// saidFrom is where a clause begins to say something, behind the year and the name of whom it is about.
func (r *reader) saidFrom(c []token) int {
	from := c[0].Start
	for i := range c {
		if c[i].kind != yearToken && c[i].kind != timeToken {
			from = c[i].Start
			break
		}
	}
	if r.name.Start >= c[0].Start && r.name.End <= c[len(c)-1].End {
		from = max(from, r.name.End)
	}
	return from
}

// manners begin what was done with an application before it came to its outcome.
var manners = pattern.NewWords("隐去 遮 掩去 删去 删除 去掉 抹去 略去 脱敏 作区分 区分 作技术 征求 征得 经征求 经征得 经协商 经沟通")

// behindManner drops what was done before an outcome: 隐去学生个人信息后部分公开2件.
func (r *reader) behindManner(said []token) []token {
	if len(said) == 0 || !manners.Begins(r.statement.Words(spanOf(said))) {
		return said
	}
	for i := range said {
		if i > 0 && said[i].in(outcomeWord) && strings.HasSuffix(r.statement.Text[:said[i].Start], "后") {
			return said[i:]
		}
	}
	return said
}

// behind is the words behind a number up to the next mark or number, or up to 中: 6件申请中予以公开4件. Outcomes at the end of a clause stay
// together: 其余9件为无法提供、不予处理.
func behind(tokens []token) []token {
	for end := range tokens {
		k := &tokens[end]
		if k.kind == listMark && end+1 < len(tokens) && tokens[end+1].in(outcomeWord) && !hasKind(tokens[end:], numberToken) {
			continue
		}
		if k.in(conjunctionWord) && hasKind(tokens[end:], numberToken) {
			return tokens[:end] // 其余7件和上年结转的1件
		}
		if k.isMark() || k.kind == numberToken || k.kind == percentToken || k.is("中", "里") {
			return tokens[:end]
		}
	}
	return tokens
}

// outOf takes what a number is a part of out of the words before it: 新收申请中有5件.
func (r *reader) outOf(left []token) []token {
	at := slices.IndexFunc(left, func(k token) bool { return k.is("中", "里") })
	if at <= 0 {
		return left
	}
	thing, deed := lastOf(left[:at], thingWord), lastOf(left[:at], deedWord)
	switch {
	case thing < 0 && hasClass(left[:at], applicantWord) && hasClass(left[at:], applicantWord):
		return left[at+1:] // 单位申请中企业31件
	case thing >= 0:
		r.thing = left[thing].word.value
	case deed < 0 || !left[deed].means(deedWord, "receive", "answer", "handle"):
		return left
	}
	r.scene = ""
	if deed >= 0 {
		r.scene = left[deed].word.value
	}
	return left[at+1:]
}

// setShare tells what a percentage is one of.
func (r *reader) setShare(q *Quantity, left, lead, c []token) {
	q.isShare = hasClass(left, shareWord)
	q.labelled = q.isShare && !hasKind(c[:slices.IndexFunc(c, func(k token) bool { return k.kind == percentToken })], numberToken) && saysWhat(left[:firstOf(left, shareWord)])
	q.namesOutcome = q.labelled && hasClass(left, outcomeWord)
	q.isRate = hasMeaning(left, deedWord, "rate")
	q.differs = q.differs || hasClass(lead, differenceWord)
	var near []*Quantity
	for _, z := range slices.Backward(r.counted) {
		if z.Form == Number && (!z.bracketed || len(r.brackets) > 0) { // 178件（前项131件，后项47件），占42.2%
			if near = append(near, z); len(near) == 2 {
				break
			}
		}
	}
	if len(near) > 0 {
		q.of = near[0]
	}
	if len(near) > 1 && slices.ContainsFunc(c, func(k token) bool {
		return k.in(shareWord) && k.Start >= near[1].End && k.Start < near[0].Start
	}) {
		q.of, q.within, q.isShare = near[1], near[0], true
	}
}

// isOfYearBefore says whether a number is the one of the year before that this year's is compared with: 较2024年的158件.
func (r *reader) isOfYearBefore(left []token) bool {
	year := slices.IndexFunc(left, func(k token) bool { return k.kind == yearToken && int(k.num.Value.IntPart()) == r.unit.year-1 })
	return year > 0 && !hasClass(left[year:], differenceWord) && !r.isMoreOrLessThan(&left[year]) && hasWord(left[:year], "较", "比", "与", "从", "由", "同比")
}

// isToldOfLastYear says whether nothing but last year stands before a number in its clause: 512条，同比增长8.0%，上年为474条.
func (r *reader) isToldOfLastYear(q *Quantity) bool {
	said := strings.TrimPrefix(q.Statement.Text[q.Clause.Start:max(q.Clause.Start, q.Start)], "而")
	const longest = len("2024年度同期只有")
	if len(said) > longest {
		return false
	}
	for _, year := range []string{"上年", "上一年", "去年", strconv.Itoa(r.unit.year-1) + "年"} {
		if rest, found := strings.CutPrefix(said, year); found {
			rest = strings.TrimPrefix(strings.TrimPrefix(rest, "度"), "同期")
			return slices.Contains([]string{"", "为", "是", "则为", "仅", "仅为", "只有"}, rest)
		}
	}
	return false
}

// isMoreOrLessThan says whether what follows a year is how much more or less there is than in it: 比2024年少9件.
func (r *reader) isMoreOrLessThan(year *token) bool {
	return chinese.StartsWithAny(r.statement.Text[year.End:], []string{"多", "少"})
}

// tellsDifference says whether a number is by how much another is more or less than a third: 今年少3件, 比上年（120件）多22件, 比2024年23件少3件.
func (q *Quantity) tellsDifference() bool {
	said := q.Statement.Text[q.Clause.Start:q.Start]
	if strings.HasSuffix(said, "新增") && documents[q.thing] != "" {
		return false // 规范性文件年内新增9件
	}
	return chinese.EndsWithAny(said, []string{"增", "减", "少", "多", "增了", "减了", "少了", "多了", "多出"}) &&
		(chinese.ContainsAny(said, []string{"比", "较"}) || !chinese.EndsWithAny(said, []string{"至少", "不少", "许多", "大多", "最多", "至多", "众多", "更多", "最少", "多多"}))
}
