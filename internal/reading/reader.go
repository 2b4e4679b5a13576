package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// reader reads paragraphs into quantities. It keeps what is carried from clause to clause.
type reader struct {
	unit Unit
	context
	statement *Statement // that is being read
}

// context is what clauses hand on to each other.
type context struct {
	thing  string      // spoken of last
	whole  *Quantity   // the last number that is no part of another
	list   *list       // that is open
	before []*Quantity // of the last sentence that had any
	column []string    // the applicants that the paragraph's heading is: 1.自然人。

	received *Quantity // the last number of all applications that were received, here or in a sentence before
	carried
}

// carried is what holds within a sentence.
type carried struct {
	deeds      []string // of the last number that had some of its own
	scene      string   // the deed that a clause without a number names: 收到的申请中，
	brackets   []bracket
	by         speaker
	year       int
	otherTime  bool
	lead       []token     // of clauses without a number, for the number that follows them
	counted    []*Quantity // so far
	name       Span        // of the speaker's name in this clause
	excepted   bool        // 除 stands in the sentence
	otherCause bool        // of disputes: what the sentence counts has nothing to do with disclosure
	ended      *list       // that ； ended, if it did
	tail       token       // the last of the clause before
	item       string      // the last number of an item

	viewsUnknown bool     // what is divided, as 从渠道看 announces, was told in another paragraph, or not at all
	spans        bool     // several years are told of
	who          []string // the applicants that the clauses are about: 自然人一列，
	ofYearBefore bool     // what stands in brackets is of the year before: 比2022年（33起）
	numbered     bool     // an item's number was read, and none of what it counts
}

// bracket is what held where a bracket began, and holds again behind it.
type bracket struct {
	list      *list
	thing     string
	deeds     []string
	by        speaker
	year      int
	otherTime bool
}

// paragraphs reads a passage.
func (r *reader) paragraphs(t Text) (all []*Statement) {
	topic, level := topics[t.Section], 0
	for i, p := range t.Paragraphs {
		const bytesPerToken = 5 // as reports have them
		tokens := lex(make([]token, 0, len(p.Text)/bytesPerToken+1), p.Text)
		heading, skipped := headingOf(p.Text, tokens)
		if marker, _, _ := chinese.ReadMarker(p.Text); heading != "" && !(heading == onNothing && topic == "application" && level > 0 && marker.Level > level && !aspects.In(chinese.Clip(p.Text, 12))) { // 1.总量。
			topic, level = heading, marker.Level
		}
		r.context = context{thing: topic, column: columnHeaded(tokens)}
		if topic == onDisputes || topic == onNothing {
			r.thing = ""
		}
		for start := 0; start < len(tokens); {
			s := &Statement{Section: t.Section, Paragraph: i, Text: p.Text, tokens: sentenceAt(tokens, start), topic: topic}
			s.Span = spanOf(s.tokens)
			all = append(all, s)
			start += len(s.tokens)
			r.statement = s
			if start > skipped && !s.asks() {
				r.sentence(withoutAsides(unbracketed(s.tokens[max(0, skipped-start+len(s.tokens)):])))
				s.Quantities = r.counted
				s.markShared()
			}
		}
	}
	return all
}

// sentence reads the tokens of a sentence, clause by clause.
func (r *reader) sentence(tokens []token) {
	first := token{}
	if len(tokens) > 0 {
		first = tokens[0]
	}
	if r.list != nil && !(first.kind == itemMark && r.list.items) {
		r.list = nil
	}
	if len(r.counted) > 0 {
		r.before = r.counted
	}
	r.carried = carried{who: r.column}
	if first.kind == itemMark && r.list == nil && r.whole != nil && beginsList(r.statement.Words(first.Span)) {
		r.list = &list{whole: r.whole, marker: "一是", items: true}
	}
	from := stopMark
	for len(tokens) > 0 {
		end := slices.IndexFunc(tokens, func(k token) bool { return k.endsClause() })
		to, next := stopMark, len(tokens)
		if end < 0 {
			end = len(tokens)
		} else {
			to, next = tokens[end].kind, end+1
			if to == itemMark {
				r.item = r.statement.Words(tokens[end].Span)
			}
		}
		r.clauseBetween(tokens[:end], from, to)
		from, tokens = to, tokens[next:]
	}
}

// clauseBetween reads the clause between two marks.
func (r *reader) clauseBetween(c []token, from, to tokenKind) {
	if from == itemMark && r.list == nil && r.item == "一是" && r.lastCounted() != nil && r.lastCounted() == r.whole {
		r.list = &list{whole: r.whole, marker: "一是", items: true}
	}
	if from == itemMark && r.list != nil {
		r.list.numbered, r.numbered = true, true
	}
	if from == openMark {
		r.ofYearBefore = r.tail.kind == yearToken && int(r.tail.num.Value.IntPart()) == r.unit.year-1 || r.tail.in(lastYearWord)
		r.brackets = append(r.brackets, bracket{r.list, r.thing, r.deeds, r.by, r.year, r.otherTime})
		if last := r.lastCounted(); last != nil && !last.differs && !(last.isAloneInBrackets() && to == closeMark) {
			r.list = &list{whole: last, marker: "（"}
		}
	}
	if len(c) > 0 {
		r.tail = c[len(c)-1]
		year := r.year
		r.setScene(c)
		if last := r.lastCounted(); last != nil && hasWord(c, "其余", "余下", "剩余") && !hasKind(c, numberToken) {
			last.open = true // 其余案件正在审理
		}
		if who := r.columnNamed(c); who != "" {
			r.who = []string{who}
		}
		r.excepted = r.excepted || hasWord(c, "除", "其余", "余下", "剩余")
		view := r.openView(c)
		r.clause(c)
		if !hasKind(c, numberToken) && !hasClass(c, negationWord) {
			r.handOn(c)
			r.adopt(c)
		}
		if view && r.scene != "" {
			if q := r.allThatDid(r.scene); q != nil {
				r.list = &list{whole: q, marker: "从"}
			}
		}
		if hasMeaning(c, deedWord, "carried", "carried_in", "carried_out") || from == commaMark && r.isAsideOnYear(c) {
			r.year = year // 2022年结转10件: of that year is only what was carried
		}
		switch {
		case hasKind(c, numberToken) || to != commaMark:
			r.lead = nil
		default:
			const most = 12 // words
			r.lead = append(r.lead, c...)
			r.lead = r.lead[max(0, len(r.lead)-most):]
		}
	}
	switch l := r.list; {
	case to == closeMark && len(r.brackets) > 0:
		outside := r.brackets[len(r.brackets)-1]
		r.list, r.thing, r.deeds, r.by, r.year, r.otherTime = outside.list, outside.thing, outside.deeds, outside.by, outside.year, outside.otherTime
		r.brackets = r.brackets[:len(r.brackets)-1]
	case to == semicolonMark && l == nil:
		r.who = r.column
	case to == semicolonMark && l.marker != "（":
		r.who = r.column
		if len(l.ofWhole()) == 0 && l.outer != nil {
			r.list = l.outer // 机构概况2条，主要包括领导职务等；政策文件12条
		} else if l.separator == listMark || l.separator == commaMark {
			r.list, r.ended = nil, l // ； ends a list whose items were parted by 、 or ，
			if l.outer != nil && (l.outer.separator == 0 || l.outer.separator == semicolonMark) {
				r.list, r.ended = l.outer, nil
				l.outer.separator = semicolonMark
			}
		} else if len(l.whole.parts) > 0 {
			l.separator = semicolonMark
		}
	}
}

// isAsideOnYear says whether a clause tells nothing but the number of another year: 行政复议5件，2022年是1件，结果维持3件.
func (r *reader) isAsideOnYear(c []token) bool {
	numbers, other := 0, false
	for i := range c {
		switch k := &c[i]; {
		case k.kind == numberToken:
			numbers++
		case k.kind == yearToken:
			other = other || int(k.num.Value.IntPart()) != r.unit.year
		case k.in(deedWord, thingWord, outcomeWord, rulingWord, applicantWord):
			return false
		}
	}
	return other && numbers == 1
}

// handOn keeps what a clause without a number names for those that follow it.
func (r *reader) handOn(c []token) {
	thing := lastOf(c, thingWord)
	if thing < 0 {
		return
	}
	last := &c[len(c)-1]
	if value := c[thing].word.value; last.is("中") && value == "information" && strings.HasSuffix(c[thing].word.text, "信息") && r.whole != nil && r.whole.is(value) {
		r.list = &list{whole: r.whole, marker: "中"} // 在主动公开的信息中，
	}
	switch value := c[thing].word.value; value {
	case "application", "application?", "review", "litigation", "litigation_direct", "litigation_after_review", "normative":
		isTopic := value == "normative" // 规范性文件全年不增不减，有效的为4件
		if isTopic || thing == len(c)-1 || last.is("中", "里", "情况", "方面", "上") || strings.HasSuffix(r.statement.Words(last.Span), "看") {
			r.thing, r.scene = value, ""
			if deed := lastOf(c, deedWord); deed >= 0 {
				r.scene = c[deed].word.value
			}
		}
	case "fees":
		r.thing = value
	case "foreign":
		if thing == len(c)-1 || c[0].is("对") && c[thing].is("询问", "口头询问", "咨询", "来访") { // 对口头询问实行登记，累计登记48件
			r.thing = value
		}
	}
}

// adopt gives a number that nothing was told of the deed that a clause behind it tells: 另有1件，结转至2025年办理.
func (r *reader) adopt(c []token) {
	q := r.lastCounted()
	if q != nil && q.Form == Number && len(q.own.deeds) == 0 && hasMeaning(c, deedWord, "withdraw") && q.Unit == "件" {
		q.deeds, q.narrowing = []string{"withdraw"}, "" // 3件经解释后，申请人自愿撤回
		return
	}
	if q == nil || q.Form != Number || q.unread != "" || chinese.StartsWithAny(r.statement.Words(spanOf(c)), []string{"不", "无", "未"}) {
		return // 总计31件，不向下一年度结转
	}
	rest := chinese.ContainsAny(q.saidNear(), []string{"另有", "还有", "尚有", "剩余", "其余", "余下"})
	left := rest && q.did("receive") // 另有2件在年底收到，结转下年度
	if !left && (len(q.own.deeds) > 0 || len(q.deeds) > 0 && !q.IsOfRequests() || q.whole != nil) {
		return
	}
	for i := range c {
		switch {
		case len(q.deeds) > 0 && !c[i].means(deedWord, "carried_out", "carried"): // what it took over from words further off gives way to these alone
		case c[i].in(outcomeWord) && (q.subset || rest) && q.IsOfRequests():
			q.deeds = []string{c[i].word.value} // 对2件申请，依法不予公开; 另有2件属于不应公开的范围，作出了不予公开的决定
			return
		case c[i].means(deedWord, "carried_out", "pending"):
			q.deeds = []string{c[i].word.value}
			return
		case c[i].means(deedWord, "carried") && r.directionOf(c, i) == "carried_out":
			q.deeds = []string{"carried_out"}
			return
		}
	}
}
