package reading

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
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

	ofYearBefore bool // what stands in brackets is of the year before: 比2022年（33起）
	numbered     bool // an item's number was read, and none of what it counts
}

// bracket is what held where a bracket began, and holds again behind it.
type bracket struct {
	list      *list
	thing     string
	by        speaker
	year      int
	otherTime bool
}

// topics are what passages are about.
var topics = map[form.Key]string{"narrative.requests": "application", "narrative.proactive": "information", "narrative.disputes": onDisputes}

// Topics that are no things.
const (
	onDisputes = "disputes"
	onNothing  = "nothing" // that is counted
)

// paragraphs reads a passage.
func (r *reader) paragraphs(t Text) (all []*Statement) {
	topic := topics[t.Section]
	for i, p := range t.Paragraphs {
		const bytesPerToken = 5 // as reports have them
		tokens := lex(make([]token, 0, len(p.Text)/bytesPerToken+1), p.Text)
		heading, skipped := headingOf(p.Text, tokens)
		if heading != "" {
			topic = heading
		}
		r.context = context{thing: topic}
		if topic == onDisputes || topic == onNothing {
			r.thing = ""
		}
		for start := 0; start < len(tokens); {
			s := &Statement{Section: t.Section, Paragraph: i, Text: p.Text, tokens: sentenceAt(tokens, start)}
			s.Span = spanOf(s.tokens)
			all = append(all, s)
			start += len(s.tokens)
			r.statement = s
			if start > skipped {
				r.sentence(withoutAsides(s.tokens[max(0, skipped-start+len(s.tokens)):]))
				s.Quantities = r.counted
			}
		}
	}
	return all
}

// spanOf is the stretch that tokens cover, without the full stop that ends them.
func spanOf(tokens []token) Span {
	last := len(tokens) - 1
	if last > 0 && tokens[last].kind == stopMark {
		last--
	}
	return Span{tokens[0].Start, tokens[last].End}
}

// sentenceAt is the tokens of the sentence that begins at one, its full stop included.
func sentenceAt(tokens []token, start int) []token {
	most := tokens[start:min(len(tokens), start+mostTokens)]
	if end := slices.IndexFunc(most, func(k token) bool { return k.kind == stopMark }); end >= 0 {
		return most[:end+1]
	}
	return most
}

// headingOf reads a paragraph's heading, if it has one: what it is about, and how many tokens it takes. One that ends in ： may count
// something and takes none.
func headingOf(text string, tokens []token) (topic string, taken int) {
	if len(tokens) == 0 {
		return "", 0
	}
	start, numbered := tokens[0].Start, tokens[0].kind == itemMark
	if numbered {
		start = tokens[0].End
	}
	const longest = 24 // characters
	end, colon := len(text), false
	count := 0
scan:
	for i, r := range text[start:] {
		if count++; count > longest {
			return "", 0
		}
		switch _, digit := chinese.Digit(r); {
		case digit || r == '；':
			return "", 0
		case r == '。' || r == ' ' || r == '　' || r == '：':
			if count <= 2 {
				return "", 0
			}
			end, colon = start+i, r == '：'
			break scan
		}
	}
	heading := text[start:end]
	if utf8.RuneCountInString(heading) < 2 || chinese.ContainsAny(heading, []string{"未", "没有", "无", "收到", "受理", "接到", "均"}) {
		return "", 0
	}
	if !numbered && !chinese.EndsWithAny(heading, []string{"方面", "情况", "工作", "申请公开", "主动公开"}) {
		return "", 0
	}
	switch {
	case chinese.ContainsAny(heading, []string{"复议", "诉讼"}):
		topic = onDisputes
	case chinese.ContainsAny(heading, []string{"依申请", "申请公开", "公开申请"}):
		topic = "application"
	case chinese.ContainsAny(heading, []string{"主动公开", "信息公开", "信息发布"}):
		topic = "information"
	default:
		topic = onNothing
	}
	if colon {
		return topic, 0
	}
	taken = len(tokens)
	if i := slices.IndexFunc(tokens, func(k token) bool { return k.Start >= end }); i >= 0 {
		taken = i
		if tokens[i].kind == stopMark {
			taken++
		}
	}
	return topic, taken
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
	r.carried = carried{}
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
		r.brackets = append(r.brackets, bracket{r.list, r.thing, r.by, r.year, r.otherTime})
		if last := r.lastCounted(); last != nil {
			r.list = &list{whole: last, marker: "（"}
		}
	}
	if len(c) > 0 {
		r.tail = c[len(c)-1]
		year := r.year
		r.setScene(c)
		if last := r.lastCounted(); last != nil && slices.ContainsFunc(c, func(k token) bool { return k.is("其余", "余下", "剩余") }) && !hasKind(c, numberToken) {
			last.open = true // 其余案件正在审理
		}
		r.excepted = r.excepted || slices.ContainsFunc(c, func(k token) bool { return k.is("除", "其余", "余下", "剩余") })
		view := r.openView(c)
		r.clause(c)
		if !hasKind(c, numberToken) && !hasClass(c, negationWord) {
			r.handOn(c)
			r.adopt(c)
		}
		if view && r.scene != "" {
			if q := r.lastThatDid(r.scene); q != nil {
				r.list = &list{whole: q, marker: "从"}
			}
		}
		if slices.ContainsFunc(c, func(k token) bool { return k.means(deedWord, "carried", "carried_in", "carried_out") }) {
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
		r.list, r.thing, r.by, r.year, r.otherTime = outside.list, outside.thing, outside.by, outside.year, outside.otherTime
		r.brackets = r.brackets[:len(r.brackets)-1]
	case to == semicolonMark && l != nil && l.marker != "（":
		if l.separator == listMark || l.separator == commaMark {
			r.list, r.ended = nil, l // ； ends a list whose items were parted by 、 or ，
		} else if len(l.whole.parts) > 0 {
			l.separator = semicolonMark
		}
	}
}

// leads are words before the organ that a clause is about.
var leads = strings.Fields("全年 本年 本年度 今年 今年以来 一年来 年内 其中 同时 另外 此外 年度 共 累计 在 截至 截止 截至年底 另 当年")

// withoutLead drops the words that may stand before the organ that a clause is about.
func withoutLead(c []token) []token {
	for len(c) > 0 && (c[0].kind == yearToken || c[0].kind == timeToken || c[0].isMark() || c[0].is(leads...)) {
		c = c[1:]
	}
	return c
}

// setScene takes in whose doings a clause tells, and of which time.
func (r *reader) setScene(c []token) {
	text := r.statement.Text[c[0].Start:c[len(c)-1].End]
	r.name = Span{}
	if rest := withoutLead(c); len(rest) > 0 {
		who, name := r.unit.speakerOf(r.statement.Text[rest[0].Start:c[len(c)-1].End])
		if who != nobody {
			r.by, r.name = who, Span{rest[0].Start, rest[0].Start + len(name)}
		}
	}
	if many := r.unit.speaksForMany(text); many != nobody {
		r.by = many
	}
	if strings.Contains(text, "名义") && chinese.ContainsAny(text, []string{"以我局名义", "以我镇名义", "以本机关名义", "以本局名义", "以我委名义", "以我街道名义", "以我乡名义"}) {
		r.by = itself
	}
	r.setTime(c, text)
}

// setTime takes in of which time a clause tells.
func (r *reader) setTime(c []token, text string) {
	var months months
	full, several := false, false
	for i := range c {
		k := &c[i]
		switch {
		case k.kind == timeToken && k.num.Unit == "月":
			months.add(k.num.Value.IntPart())
		case k.is("截至", "截止", "截至年底", "截至目前"):
			months.toDate = true
		case k.is("本年度", "本年", "今年", "当年"):
			r.year, full = r.unit.year, true
		case k.is("全年", "年内", "年度内", "年底"):
			full = true
		case k.kind == yearToken && i > 1 && c[i-1].is("至", "到") && c[i-2].kind == yearToken:
			several = true
		case k.kind == yearToken && leadsIn(c[:i]) && !slices.ContainsFunc(c[:i], func(k token) bool { return k.is("比", "较", "与", "同") }):
			r.year = int(k.num.Value.IntPart())
		case k.kind == timeToken && k.num.Unit == "个月":
			several = true
		case k.kind == maskedToken:
			if year := yearOfReport(r.statement.Words(k.Span)); year != 0 && year != r.unit.year {
				several = true // 《2023年……报告》显示
			}
		}
	}
	several = several || strings.Contains(text, "期间") && !strings.Contains(text, "报告期间") || strings.Contains(text, "年来") && !strings.Contains(text, "一年来")
	if before, since := strings.CutSuffix(text, "以来"); since {
		several = several || !chinese.EndsWithAny(before, []string{strconv.Itoa(r.unit.year) + "年", strconv.Itoa(r.unit.year) + "年度", "今年", "本年", "本年度", "年初", "入年"})
	}
	switch {
	case months.isPart() || several:
		r.otherTime = true
	case full || months.any:
		r.otherTime = false
	}
}

// yearOfReport finds the year in the title of a report, 0 if there is none.
func yearOfReport(title string) int {
	before, _, found := strings.Cut(title, "年")
	const width = len("2025")
	if !found || len(before) < width || !strings.Contains(title, "报告") {
		return 0
	}
	year, err := strconv.Atoi(before[len(before)-width:])
	if err != nil {
		return 0
	}
	return year
}

// leadsIn says whether nothing but words of time and the like stands before a year.
func leadsIn(before []token) bool {
	return !slices.ContainsFunc(before, func(k token) bool {
		return !(k.kind == timeToken || k.kind == yearToken || k.isMark() || k.in(plainWord, throughWord, lastYearWord, sumWord))
	})
}

// months is which months a clause names, and whether they are the end of a span.
type months struct{ any, first, last, toDate bool }

func (m *months) add(month int64) {
	m.any = true
	m.first = m.first || month == 1
	m.last = m.last || month == 12
}

// isPart says whether the months are less than the whole year: neither 1月1日至12月31日 nor 截至12月31日.
func (m *months) isPart() bool { return m.any && !(m.last && (m.first || m.toDate)) }

// openView opens the list that 从渠道看 or 按类别分 announces, of the whole that was counted last.
func (r *reader) openView(c []token) bool {
	rest := withoutLead(c)
	if len(rest) == 0 || !rest[0].is("从", "按", "按照") {
		return false
	}
	text := chinese.Clip(r.statement.Text[rest[0].Start:c[len(c)-1].End], 18)
	views := chinese.ContainsAny(text, []string{"看", "来分", "分类", "划分", "统计"}) || strings.Contains(text, "分") && !chinese.ContainsAny(text, []string{"分析", "分别", "分管", "部分", "分公司"})
	if views && r.whole != nil && !isDispute(r.whole.thing) {
		r.list = &list{whole: r.whole, marker: "从"}
	}
	return views
}

// handOn keeps what a clause without a number names for those that follow it.
func (r *reader) handOn(c []token) {
	thing := lastOf(c, thingWord)
	if thing < 0 {
		return
	}
	last := &c[len(c)-1]
	if value := c[thing].word.value; last.is("中") && value == "information" && r.whole != nil && r.whole.is(value) {
		r.list = &list{whole: r.whole, marker: "中"} // 在主动公开的信息中，
	}
	switch value := c[thing].word.value; value {
	case "application", "application?", "review", "litigation", "litigation_direct", "litigation_after_review", "normative":
		if thing == len(c)-1 || last.is("中", "里", "情况", "看", "方面", "上") || strings.HasSuffix(r.statement.Words(last.Span), "看") {
			r.thing, r.scene = value, ""
			if deed := lastOf(c, deedWord); deed >= 0 {
				r.scene = c[deed].word.value
			}
		}
	case "fees":
		r.thing = value
	case "foreign":
		if thing == len(c)-1 {
			r.thing = value
		}
	}
}

// adopt gives a number that nothing was told of the deed that a clause behind it tells: 另有1件，结转至2025年办理.
func (r *reader) adopt(c []token) {
	q := r.lastCounted()
	if q == nil || q.Form != Number || len(q.deeds) > 0 || q.whole != nil || q.unread != "" {
		return
	}
	for i := range c {
		switch {
		case c[i].in(outcomeWord) && q.subset && q.IsOfRequests():
			q.deeds = []string{c[i].word.value} // 对2件申请，依法不予公开
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

// beginsList says whether the number of an item is the first.
func beginsList(item string) bool {
	if item == "一是" || item == "①" {
		return true
	}
	m, _, ok := chinese.ReadMarker(item)
	return ok && m.Number == 1 && m.Level > 2
}

// lastCounted is the last quantity of this sentence, nil if there is none.
func (r *reader) lastCounted() *Quantity {
	if len(r.counted) == 0 {
		return nil
	}
	return r.counted[len(r.counted)-1]
}

// lastNear is the last quantity of this sentence or of the one before.
func (r *reader) lastNear() *Quantity {
	if q := r.lastCounted(); q != nil || len(r.before) == 0 {
		return q
	}
	return r.before[len(r.before)-1]
}

// lastThatDid is the last number, here or in the sentence before, of which a deed is told.
func (r *reader) lastThatDid(deed string) *Quantity {
	for _, list := range [][]*Quantity{r.counted, r.before} {
		for _, q := range slices.Backward(list) {
			if q.Form == Number && q.did(deed) {
				return q
			}
		}
	}
	return nil
}

// wholeBefore is the whole that 其中 points at: the latest number of this sentence that is no part, else of the sentence before, else
// the paragraph's.
func (r *reader) wholeBefore() *Quantity {
	if r.list != nil && r.list.marker == "（" {
		return r.list.whole
	}
	for _, list := range [][]*Quantity{r.counted, r.before} {
		for _, q := range slices.Backward(list) {
			if q.Form == Number && q.whole == nil && !q.bracketed && !q.differs && !q.lastYear {
				return q
			}
		}
	}
	return r.whole
}

func hasKind(tokens []token, kind tokenKind) bool {
	return slices.ContainsFunc(tokens, func(k token) bool { return k.kind == kind })
}

func hasClass(tokens []token, classes ...class) bool {
	return slices.ContainsFunc(tokens, func(k token) bool { return k.in(classes...) })
}

// firstOf and lastOf are the first and the last word of one of the classes, -1 if there is none.
func firstOf(tokens []token, classes ...class) int {
	return slices.IndexFunc(tokens, func(k token) bool { return k.in(classes...) })
}

func lastOf(tokens []token, classes ...class) int {
	for i := range slices.Backward(tokens) {
		if tokens[i].in(classes...) {
			return i
		}
	}
	return -1
}
