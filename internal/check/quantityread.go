package check

import (
	"strings"

	"github.com/shopspring/decimal"
)

// reader finds the claims in sentences. It keeps what is carried from clause to clause: the time, the place and the topic
// that were named last hold until others are. In doubt it makes no claim.
type reader struct {
	unit   reporter
	claims []claim

	statement *statement
	roles     role  // of the whole sentence
	classes   class // of the whole sentence
	labels    bool  // the sentence counts documents by how public they are: 主动公开40件、依申请公开12件、不予公开26件
	repeals   uint  // a bit for 废止, another for 失效: which words for repeal the sentence has
	state
}

// state is what clauses hand on to each other.
type state struct {
	time     when
	place    where
	topic    topic
	object   string   // normative or rules: the document last spoken of
	decision *subject // the kind of decision last spoken of
	blocks   []string // of table four, of the clause before
	named    []string // blocks named in this clause
	part     bool     // after 其中
	whole    *measure // what the parts belong to; nil if it is not known
	last     *measure // counted last
	flow     *measure // applications that were counted last as received, handled or answered
	pending  []*token // the words of a clause without a number, for “…，共30件”
	queue    []head   // heads still to get their figure after 分别
	words    phrase   // the phrase that the queue comes from
	start    int      // byte where the clause begins
}

func (r *reader) read(s *statement) {
	if s.first {
		r.state = state{topic: s.heading}
	}
	carried := state{topic: r.topic, object: r.object, blocks: r.blocks, last: r.last, flow: r.flow}
	if carried.topic == noTopic {
		carried.topic = s.heading
	}
	r.statement, r.state = s, carried
	r.start = s.tokens[0].start
	topics, counted := r.survey(s.tokens)
	if !s.tokens[0].has(amongstWord) {
		r.last = nil
	}
	const counts = applicationWord | applyingWord | documentWord | voluntaryWord
	switch {
	case r.roles&unrelatedWord != 0:
		r.topic = onOther
	case r.classes != 0 || r.roles&counts != 0 || topics&(1<<onProcessingFee) != 0 || r.topic == onCharges || r.topic == onProcessingFee:
		r.stream(s.tokens)
	case counted && topics&(1<<onOther|1<<onInformation) != 0:
		r.topic = onOther
	}
}

// survey gathers what the words of a sentence are. It tells the topics that they name, a bit for each, and whether there is a number.
func (r *reader) survey(tokens []token) (topics uint, counted bool) {
	r.roles, r.classes, r.repeals, r.labels = 0, 0, 0, false
	voluntary := 0 // behind the last 主动公开
	for i := range tokens {
		if k := &tokens[i]; k.kind == numberToken {
			counted = true
			r.labels = r.labels || k.num.Unit == "件" && 0 < voluntary && i-voluntary <= 2
		}
		if tokens[i].kind != wordToken {
			continue
		}
		w := tokens[i].word
		if w.role&voluntaryWord != 0 {
			voluntary = i + 1
		}
		r.labels = r.labels || w.role&labelWord != 0
		r.roles |= w.role
		topics |= 1 << w.topic
		if w.subject != nil {
			r.classes |= w.subject.class
			if w.subject == repealed && strings.Contains(w.text, "废止") {
				r.repeals |= 1
			} else if w.subject == repealed {
				r.repeals |= 2
			}
		}
	}
	return topics, counted
}

// stream reads a run of tokens: a sentence, or what stands in brackets.
func (r *reader) stream(tokens []token) {
	var span []*token
	numbers, counted, listed := 0, 0, false
	for i := 0; i < len(tokens); i++ {
		k := &tokens[i]
		switch {
		case k.kind == numberToken && (isTimeUnit(k.num.Unit) && (k.num.Unit != "年" || k.num.IsYear()) || k.num.Unit == "个月"):
			span = append(span, k)
		case k.kind == numberToken:
			right, runs := rightOf(tokens[i+1:])
			r.number(span, k, right, runs, followers(tokens[i+1:]))
			span, counted = nil, i+1
			numbers++
		case k.kind == openMark:
			end := closing(tokens, i)
			r.aside(tokens[i+1 : end])
			i = end
		case k.kind == listMark:
			if counted == i && i > 0 {
				r.start, listed = k.end, true
			}
			span = append(span, k)
		case k.kind == pauseMark && numbers == 0 && isColon(r.statement.text[k.start:k.end]):
			r.absorb(span, false)
			r.start = k.end
		case k.isMark():
			r.endClause(span, numbers)
			if k.kind == breakMark || listed && k.kind == pauseMark {
				r.part, r.whole = false, nil // 其中自然人28件、企业2件，按时办结31件
			}
			r.start = k.end
			span, numbers, listed = nil, 0, false
		default:
			if k.has(amongstWord) {
				r.part = true
				if r.last != nil && !r.last.part {
					r.whole = r.last
				}
				if i == 0 && r.flow != nil {
					r.whole = r.flow // the sentence goes on from the one before
				}
			}
			span = append(span, k)
		}
	}
	r.endClause(span, numbers)
}

func isColon(mark string) bool { return mark == "：" || mark == ":" }

// closing is the index of the bracket that closes the one at i, or what follows the last token if none does.
func closing(tokens []token, i int) int {
	depth := 0
	for j := i; j < len(tokens); j++ {
		switch tokens[j].kind {
		case openMark:
			depth++
		case closeMark:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return len(tokens)
}

// aside reads what stands in brackets: parts of what was counted before them.
func (r *reader) aside(tokens []token) {
	if len(tokens) == 0 {
		return
	}
	outer := r.state
	r.part, r.whole, r.pending, r.queue, r.start = true, outer.last, nil, nil, tokens[0].start
	r.stream(tokens)
	r.state = outer
}

// rightOf is the words behind a number up to the next mark or number; runs says that a number follows them at once.
func rightOf(tokens []token) (right []*token, runs bool) {
	for i := range tokens {
		if tokens[i].isMark() {
			return right, false
		}
		if tokens[i].kind == numberToken {
			return right, true
		}
		right = append(right, &tokens[i])
	}
	return right, false
}

// followers counts the numbers that stand behind a number with nothing between but 、 and 和.
func followers(tokens []token) (count int) {
	for i := range tokens {
		switch k := &tokens[i]; {
		case k.kind == numberToken:
			count++
		case k.kind != listMark && !k.has(conjunctionWord):
			return count
		}
	}
	return count
}

// clause is the words around a number or a denial: from the clause's beginning to the next mark.
func (r *reader) clause(end int) string {
	tokens := r.statement.tokens
	stop := tokens[len(tokens)-1].end
	for i := range tokens {
		k := &tokens[i]
		if k.start < end || !k.isMark() || isColon(r.statement.text[k.start:k.end]) {
			continue
		}
		if k.kind != openMark || k.start == end {
			stop = k.start
			break
		}
	}
	return strings.Trim(r.statement.text[r.start:stop], " \u3000“”’‘")
}

func (r *reader) add(m measure, value decimal.Decimal, n *token, end int) {
	c := claim{measure: m, statement: r.statement, value: value, words: r.clause(end)}
	if n != nil {
		c.unit, c.decimals = n.num.Unit, n.num.Decimals
	}
	r.claims = append(r.claims, c)
}

// number reads one number with the words before and behind it.
func (r *reader) number(span []*token, n *token, right []*token, runs bool, following int) {
	if len(r.queue) > 0 && onlyJoins(span) {
		next := r.queue[0]
		r.queue = r.queue[1:]
		r.count(r.words.only(next), n)
		return
	}
	r.queue = nil
	if len(r.pending) > 0 && leadsOn(span) {
		span = append(append([]*token{}, r.pending...), span...)
		r.start = r.pending[0].start
	}
	r.pending = nil
	r.absorb(span, true)
	p := phraseOf(r.statement.text, span)
	if p.roles&(negationWord|compareWord) != 0 || n.num.Rough || isDifference(span) || len(right) > 0 && right[0].has(roughlyWord) ||
		len(span) > 0 && span[len(span)-1].has(roughlyWord) {
		r.last = nil
		return
	}
	if !r.inScope(span, &p) {
		r.last = nil
		return
	}
	p = r.withRight(p, right, runs)
	if p.roles&eachWord != 0 && following > 0 {
		if following+1 == len(p.heads) {
			r.queue, r.words = p.heads[1:], p
			p = p.only(p.heads[0])
		} else {
			p.heads, p.classes = nil, 0
		}
	}
	p.times = r.unit.timesIn(span)
	if p.roles&carriedOverWord != 0 {
		p.times |= r.unit.timesIn(right) // 结转6件到下年办理
	}
	r.count(p, n)
}

// count makes the claims of a number.
func (r *reader) count(p phrase, n *token) {
	measures := r.measures(&p, n.num)
	r.last = nil
	for i := range measures {
		m := &measures[i]
		value := n.num.Value
		if yuan, ok := n.num.InYuan(); ok {
			value = yuan
		}
		m.part = r.part
		r.add(*m, value, n, n.end)
		r.last = m
		if m.subject.class == flow && !r.part {
			r.flow = m
		}
	}
}

func onlyJoins(span []*token) bool {
	for _, k := range span {
		if k.kind != listMark && !k.has(conjunctionWord) {
			return false
		}
	}
	return true
}

// leadsOn says whether a clause is the end of the one before: “…，共30件”, “…，分别为3件”.
func leadsOn(span []*token) bool {
	leads := false
	for _, k := range span {
		if k.kind != wordToken || k.word.subject != nil || k.word.topic != noTopic {
			return false
		}
		leads = leads || k.has(sumMarkWord|linkWord|eachWord|allWord)
	}
	return leads
}

// isDifference says whether a number is one by which something grew or shrank: 增加5件, 多了5件.
func isDifference(span []*token) bool {
	for i := len(span) - 1; i >= 0 && i >= len(span)-2; i-- {
		if span[i].has(differenceWord) {
			return true
		}
	}
	return false
}

// withRight takes the words behind a number in, where those before it leave open what it counts: 28件予以公开, 行政复议2件结果维持.
func (r *reader) withRight(p phrase, right []*token, runs bool) phrase {
	behind := phraseOf(r.statement.text, right)
	if p.classes&flow != 0 && p.roles&(applicationWord|applyingWord) == 0 && len(right) > 0 {
		r.absorbTopic(right, true) // 收到31件政府信息公开申请, 收到31件建议
		p.topics |= behind.topics
		p.gap = p.gap || right[0].kind == unknownToken
	}
	if runs || behind.remote || len(behind.heads) == 0 || !r.tells(&p, &behind) {
		return p
	}
	r.absorbTopic(right, true)
	p.heads = append(p.heads, behind.heads...)
	p.classes |= behind.classes
	p.roles |= behind.roles
	p.topics |= behind.topics
	p.fromRight = true
	return p
}

// tells says whether the words behind a number say more of what it counts than those before it.
func (r *reader) tells(before, behind *phrase) bool {
	const results = outcome | ruling | withdrawal
	if len(before.heads) > 0 {
		return before.classes&^(dispute|applicant) == 0 && behind.classes&results != 0 && behind.roles&allWord == 0
	}
	if behind.classes&(results|carrying|dispute|applicant) != 0 {
		return true
	}
	return r.finishes(behind) && !r.part && behind.roles&(timelyWord|channelWord) == 0
}

// only is the phrase with one of its heads.
func (p phrase) only(h head) phrase {
	h.joined = false
	p.heads, p.classes = []head{h}, h.subject.class
	p.roles &^= eachWord
	return p
}

// endClause reads what a clause says without a number, and hands on what it named.
func (r *reader) endClause(span []*token, numbers int) {
	r.queue, r.pending = nil, nil
	if len(span) > 0 {
		r.absorb(span, false)
		r.deny(span)
		if numbers == 0 {
			r.pending = span
		}
		r.generalise(span)
	}
	if len(r.named) > 0 {
		r.blocks, r.named = r.named, nil
	}
}
