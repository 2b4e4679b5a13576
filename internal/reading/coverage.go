package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// cover reads what is said of all: 均已答复, 办结率100%, 均获维持, 均由自然人提出.
func (r *reader) cover(c []token) {
	if r.excepted || hasClass(c, exceptWord, planWord) {
		return
	}
	q := Quantity{Form: All, Span: spanOf(c), Clause: spanOf(c), Statement: r.statement}
	q.thing, q.by, q.year, q.otherTime = r.thing, r.by, r.year, r.otherTime
	q.lastYear = hasClass(c, lastYearWord)
	if q.among = r.lastNumber(); q.among != nil && isDispute(q.among.thing) && strings.HasSuffix(q.among.saidNear(), "另") {
		return // 另一件复议由企业提出，被责令重新答复
	}
	if z := q.among; z != nil && isDispute(z.thing) && r.namesOtherDispute(z, c[0].Start) {
		return // 复议1件，该申请人随后提起行政诉讼，尚未审结
	}
	if z := q.among; z != nil && isDispute(z.thing) && z.own.thing == "" && z.Clause == q.Clause && decided.In(z.saidBefore()) {
		if q.among, q.closed = r.countedBefore(z), true; q.among == nil || !isDispute(q.among.own.thing) {
			return // 直接起诉5件，已判的3件均支持我局, but not 起诉5件（直接的2件），已判的3件均…
		}
	}
	if q.among != nil && q.among.hasOutcome() {
		q.of, q.thing = q.among, "application"
	}
	if !r.setCoverage(&q, c) {
		return
	}
	if k := r.outcomeAhead(); k != nil { // 无法提供的，皆系不掌握
		q.of = r.lastThatDid(k.word.value)
	}
	if q.of == nil {
		q.of = r.lastOfRequests()
	}
	if z := q.among; z != nil && z.whole == nil && columnsOf(z.applicants) != nil && (z.Clause == q.Clause || r.isAloneInItsPart(z)) {
		q.ofApplicants = z.applicants // 21件企业申请全部办结
	}
	q.ofIt = q.among != nil && q.among.Form == Number && r.statement.Text[q.among.End:max(q.among.End, c[0].Start)] == "（"
	kept := q // most clauses say nothing of all, and take no memory
	r.counted = append(r.counted, &kept)
}

// namesOtherDispute says whether disputes of the other kind are named behind those that a number counts.
func (r *reader) namesOtherDispute(q *Quantity, until int) bool {
	return slices.ContainsFunc(r.statement.tokens, func(k token) bool {
		return k.Start >= q.End && k.End <= until && k.in(thingWord) && isDispute(k.word.value) && k.word.value != "dispute" && (k.word.value == "review") != (q.thing == "review")
	})
}

// decided are words before a number for disputes of those told before that are decided.
var decided = pattern.NewWords("已判 已裁 判决的 宣判的 审结的 已审结 办结的 结案的 已有结果")

// countedBefore is the number before another, nil for none.
func (r *reader) countedBefore(q *Quantity) (before *Quantity) {
	for _, z := range r.counted {
		if z.Form == Number && z.Start < q.Start {
			before = z
		}
	}
	return before
}

// outcomeAhead is the word for an outcome that the words before the clause say it is about; nil for none.
func (r *reader) outcomeAhead() *token {
	if len(r.lead) > 0 && r.lead[0].in(outcomeWord) && (strings.HasSuffix(r.lead[0].word.text, "的") || len(r.lead) > 1 && r.lead[1].in(ofWord)) {
		return &r.lead[0]
	}
	return nil
}

// isAloneInItsPart says whether the applicants of a number are told behind a ；, and no others there: 自然人申请11件，……；企业申请3件，全部答复.
func (r *reader) isAloneInItsPart(q *Quantity) bool {
	from := strings.LastIndex(r.statement.Text[r.statement.Start:q.Start], "；")
	return from >= 0 && !slices.ContainsFunc(r.counted, func(z *Quantity) bool {
		return z != q && z.Start > r.statement.Start+from && len(z.applicants) > 0
	})
}

// setCoverage finds what a clause says was done with all; ok is false if it says nothing of the kind.
func (r *reader) setCoverage(q *Quantity, c []token) (ok bool) {
	things := func(tokens []token) (list []string) {
		for i := range tokens {
			if tokens[i].in(thingWord) {
				list = append(list, tokens[i].word.value)
			}
		}
		return list
	}
	local := things(c)
	foreign := func(list []string) bool {
		return len(list) > 0 && (list[len(list)-1] == "foreign" || list[len(list)-1] == "information")
	}
	at := r.coverAt(c)
	rated := slices.ContainsFunc(c, func(k token) bool {
		return k.means(deedWord, "rate") && !chinese.ContainsAny(k.word.text, []string{"按", "及时"}) // of those that were due
	}) &&
		slices.ContainsFunc(c, func(k token) bool { return k.kind == percentToken && k.num.Value.String() == "100" })
	switch {
	case rated && slices.ContainsFunc(r.counted, func(z *Quantity) bool { return z.Form == All && z.did("answer") }):
		return false // 均已答复，答复率100%
	case rated:
		q.deeds = []string{"answer"}
	case at >= 0:
		behind := beforeDenial(c[at+1:])
		q.closed = q.closed || hasMeaning(c[:at], rulingWord, "closed") || q.among != nil && q.among.ruling == "closed" // 审结的均获维持
		if only := lastOf(c[:at], deedWord); only >= 0 && c[only].means(deedWord, "answer") && only+1 < at && c[only+1].in(ofWord) && hasMeaning(behind, deedWord, "answer") {
			return false // 办结的申请均在20个工作日内答复
		}
		if hasKind(behind, numberToken) || strings.HasSuffix(r.statement.Words(spanOf(c)), "范围") || hasClass(behind, negationWord) || !r.setDone(q, behind, local) {
			return false
		}
		if q.did("answer") && slices.ContainsFunc(things(behind), func(t string) bool { return t == "foreign" || t == "information" || isDispute(t) }) {
			return false
		}
	case r.goesOnWithAll(c):
		q.deeds = []string{"answer"}
	default:
		return r.setOutcomeOfOne(q, c) || r.setRulingOfOne(q, c)
	}
	if q.ruling == "" && !q.IsOfRequests() && !(len(local) > 0 && (local[len(local)-1] == "application" || local[len(local)-1] == "application?")) {
		return false
	}
	if q.did("answer") && foreign(local) && (at < 0 || slices.Contains(things(c[:at]), "foreign")) {
		return false
	}
	if !q.IsOfRequests() && q.ruling == "" {
		q.thing = "application"
	}
	return true
}

// beforeDenial is the words before the 、 that parts what was done from what was not: 悉数办讫、无一延宕.
func beforeDenial(done []token) []token {
	for i := range done {
		if i+1 < len(done) && done[i].kind == listMark && done[i+1].in(negationWord) {
			return done[:i]
		}
	}
	return done
}

// coverAt is where the word for all stands, -1 if there is none. 均为 and a number says what each is.
func (r *reader) coverAt(c []token) int {
	for i := range c {
		k := &c[i]
		eachIs := i+1 < len(c) && (c[i+1].kind == numberToken || c[i+1].in(negationWord))
		if k.in(allWord) || k.in(alikeWord) && !k.is("各") && !eachIs {
			return i
		}
	}
	return -1
}

// setDone finds what was done with all.
func (r *reader) setDone(q *Quantity, behind []token, local []string) bool {
	var deeds, outcomes, applicants, rulings []string
	for i := range behind {
		if k := &behind[i]; k.kind == wordToken {
			switch k.word.class {
			case deedWord:
				deeds = append(deeds, k.word.value)
			case outcomeWord:
				outcomes = append(outcomes, k.word.value)
			case applicantWord:
				applicants = append(applicants, k.word.value)
			case rulingWord:
				if !r.namesWhoTries(k) { // 均由市政府审理
					rulings = append(rulings, k.word.value)
				}
			}
		}
	}
	last := ""
	if len(deeds) > 0 {
		last = deeds[len(deeds)-1]
	}
	switch {
	case len(rulings) > 0 && rulings[0] != "pending" && (isDispute(q.thing) || slices.ContainsFunc(local, isDispute)):
		q.ruling = rulings[0]
		if !isDispute(q.thing) {
			q.thing = local[slices.IndexFunc(local, isDispute)]
		}
	case len(outcomes) > 0 && r.givesReasons(behind):
		return false // 皆因答复书未写明不公开的具体依据
	case len(outcomes) > 0 && !hasClass(behind, partWord):
		q.deeds = outcomes[:1]
	case slices.Contains(deeds, "answer") || last == "handle" && (hasWord(behind, "完成") || len(behind) > 0 && strings.Contains(r.statement.Words(spanOf(behind)), "完毕")):
		q.deeds = []string{"answer"}
	case slices.Contains(deeds, "pending"):
		return false
	case slices.Contains(deeds, "publish") && q.is("application") && hasWord(behind, "予以", "依法", "及时"):
		q.deeds = []string{"granted"}
	case len(unique(applicants)) == 1 && q.IsOfRequests() && len(r.counted) > 0 && r.whoApplied(behind, applicants[0]) != "":
		q.applicants = []string{r.whoApplied(behind, applicants[0])}
	default:
		return false
	}
	return true
}

// whoApplied is the applicants that words say it was all along, and not what it was about: 由企业提出, 是辖区居民提出的, but 查询1998年前后企业改制文件; "" for none.
func (r *reader) whoApplied(words []token, named string) string {
	at := firstOf(words, applicantWord)
	text := r.statement.Text
	before, behind := text[words[0].Start:words[at].Start], text[words[at].End:max(words[at].End, words[len(words)-1].End)]
	if behind != "" && !applying.Begins(behind) {
		return "" // 均为企业改制的事
	}
	links := []string{"为", "系", "是", "由", "来自", "属"}
	linked := chinese.EndsWithAny(text[:words[0].Start], links) // 均为
	for _, link := range append([]string{""}, links...) {
		place, found := strings.CutPrefix(before, link)
		if !found || link == "" && place != "" && !linked {
			continue
		}
		switch {
		case place != "" && !fromPlace.Has(place):
		case named != "anyone":
			return named
		case words[at].is("居民", "村民", "市民"):
			return "natural_person"
		}
	}
	return ""
}

var (
	// applying begins what is told of applicants behind their name and is nothing but that they applied.
	applying = pattern.NewWords("提出 提交 递交 申请 寄 所提 递 来 前来 提起 发起 主体 类 通过 网上 网络 当面 书面 以 采取 邮寄 信函 的申请 的政府信息公开 的信息公开 （")
	// fromPlace tells where applicants are from.
	fromPlace = pattern.NewWords(`辖区 辖区内 辖区内的 本辖区 本辖区内 本地 当地 外地 外省 省外 市外 县外 区外 外县 外市 镇内 乡内 县内 区内 市内 镇上 镇里 村里 街道 街道内 本镇 本乡 本街道 本县 本区 本市 我镇 我乡 我街道 我县 我区 我市
		全镇 同一家 同一个 同一位 一家 两家 几家 个别 普通`)
)

// goesOnWithAll says whether a clause says of the applications just counted that they were answered, and of no part: 收到3件，已办结.
func (r *reader) goesOnWithAll(c []token) bool {
	last := r.lastCounted()
	if last == nil || last.Form != Number || !last.did("receive") || last.channel || !hasWord(c[:min(2, len(c))], "已") {
		return false
	}
	deeds := 0
	for i := range c {
		switch k := &c[i]; {
		case k.kind == numberToken || k.kind == percentToken || k.in(negationWord, thingWord, rulingWord, outcomeWord):
			return false
		case k.kind == unknownToken && k.End-k.Start > 2*len("字"):
			return false
		case k.means(deedWord, "answer"):
			deeds++
		case k.in(deedWord):
			return false
		}
	}
	return deeds == 1
}

// setOutcomeOfOne reads what came of the only application: 收到1件，依法不予公开.
func (r *reader) setOutcomeOfOne(q *Quantity, c []token) bool {
	if len(r.counted) == 0 || hasKind(c, numberToken) || hasKind(c, percentToken) || hasClass(c, negationWord) {
		return false
	}
	for _, z := range r.counted {
		if z.Form != Number || z.Value.String() != "1" {
			return false
		}
	}
	if first := r.counted[0]; !first.is("application") || !first.did("receive") {
		return false
	}
	var outcomes []string
	for i := range c {
		if k := &c[i]; k.means(outcomeWord, "partially_granted", "denied", "unavailable", "not_handled") || k.in(outcomeWord) && k.is("予以公开", "同意公开") {
			outcomes = append(outcomes, k.word.value)
		}
	}
	if len(unique(outcomes)) != 1 {
		return false
	}
	q.thing, q.deeds, q.of = "application", outcomes[:1], r.counted[0]
	return true
}

// setRulingOfOne reads what came of the only dispute: 行政复议1件，复议机关维持了街道的答复.
func (r *reader) setRulingOfOne(q *Quantity, c []token) bool {
	last := r.lastCounted()
	if last == nil || !isDispute(last.own.thing) || !last.isPositive() || last.Value.String() != "1" || last.ruling != "" ||
		hasKind(c, numberToken) || hasKind(c, percentToken) || hasClass(c, negationWord) || r.goesOnInCourt(last, c) ||
		slices.ContainsFunc(c, func(k token) bool { return k.in(thingWord) && !k.means(thingWord, last.own.thing) }) {
		return false
	}
	var results []string
	for i := range c {
		if c[i].in(rulingWord) && !r.namesWhoTries(&c[i]) {
			results = append(results, c[i].word.value)
		}
	}
	if len(unique(results)) > 1 {
		results = slices.DeleteFunc(results, func(s string) bool { return s == "pending" }) // 经审理决定撤销
	}
	tried := hasWord(c, "经") && hasWord(c, "审理") // what came of it is still to be told
	if len(unique(results)) != 1 || results[0] == "pending" && tried {
		return false
	}
	q.thing, q.ruling, q.of, q.one = last.thing, results[0], last, true
	return true
}

// goesOnInCourt says whether a lawsuit went on behind the ruling that a clause tells, so that this is not what came of it: 一审判决驳回后原告上诉，正在二审.
func (r *reader) goesOnInCourt(q *Quantity, c []token) bool {
	text, end := r.statement.Text, c[len(c)-1].End
	behind, _, _ := strings.Cut(chinese.Clip(text[end:max(end, r.statement.End)], chinese.Farthest), "；")
	if next := strings.IndexAny(behind, "0123456789"); next >= 0 {
		behind = behind[:next] // of another
	}
	return appealed.In(text[q.End:end] + behind)
}

// appealed are words for what comes behind a ruling of the first instance.
var appealed = pattern.NewWords("上诉 再审 抗诉 发回重审 正在二审 二审中 二审审理 二审尚未")
