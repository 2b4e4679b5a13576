package reading

import (
	"strings"

	"nianbao/internal/chinese"
)

// reader finds the claims in sentences. It keeps what is carried from clause to clause: the time, the place and the topic
// that were named last hold until others are. In doubt it makes no claim.
type reader struct {
	unit   Unit
	claims []Claim

	statement *Statement
	roles     role  // of the whole sentence
	classes   Class // of the whole sentence
	labels    bool  // the sentence counts documents by how public they are: 主动公开40件、依申请公开12件、不予公开26件
	repeals   uint  // a bit for 废止, another for 失效: which words for repeal the sentence has
	state
}

// state is what clauses hand on to each other.
type state struct {
	time     when
	place    where
	topic    Topic
	object   *document  // last spoken of
	decision *subject   // the kind of decision last spoken of
	named    []*subject // disputes, in this clause
	earlier  []*subject // disputes, in the clause before
	part     bool       // after 其中
	whole    *Measure   // what the parts belong to; nil if it is not known
	last     *Measure   // counted last
	flow     *Measure   // applications that were counted last as received, handled or answered
	pending  []*token   // the words of a clause without a number, for “…，共30件”
	queue    []head     // heads still to get their figure after 分别
	words    phrase     // the phrase that the queue comes from
	start    int        // byte where the clause begins
}

func (r *reader) read(s *Statement) {
	if s.first {
		r.state = state{topic: s.heading}
	}
	carried := state{topic: r.topic, object: r.object, earlier: r.earlier, last: r.last, flow: r.flow}
	if carried.topic == noTopic {
		carried.topic = s.heading
	}
	r.statement, r.state = s, carried
	r.start = s.Start
	topics, counted := r.survey(s.tokens)
	if !s.tokens[0].has(amongstWord) {
		r.last = nil
	}
	const counts = applicationWord | applyingWord | documentWord | voluntaryWord
	switch {
	case r.roles&unrelatedWord != 0:
		r.topic = onOther
	case r.classes != 0 || r.roles&counts != 0 || topics&(1<<OnProcessingFee) != 0 || r.topic == OnCharges || r.topic == OnProcessingFee:
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
				r.start, listed = k.End, true
			}
			span = append(span, k)
		case k.kind == pauseMark && numbers == 0 && isColon(r.statement.Words(k.Span)):
			r.absorb(span, false)
			r.start = k.End
		case k.isMark():
			r.endClause(span, numbers)
			if k.kind == breakMark || listed && k.kind == pauseMark {
				r.part, r.whole = false, nil // 其中自然人28件、企业2件，按时办结31件
			}
			r.start = k.End
			span, numbers, listed = nil, 0, false
		default:
			if k.has(amongstWord) {
				r.part = true
				if r.last != nil && !r.last.Part {
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
		r.earlier, r.named = r.named, nil
	}
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
	r.part, r.whole, r.pending, r.queue, r.start = true, outer.last, nil, nil, tokens[0].Start
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

// claim makes a claim on what the current clause says.
func (r *reader) claim(m Measure, q Quantity) *Claim {
	r.claims = append(r.claims, Claim{Measure: m, Quantity: q, Statement: r.statement, Words: r.clause(q.End)})
	return &r.claims[len(r.claims)-1]
}

// clause is the words around a number or a denial: from the clause's beginning to the next mark, neither of which is looked for
// farther than clauses are long.
func (r *reader) clause(end int) string {
	start, stop := r.start, r.statement.End
	for i := range r.statement.tokens {
		k := &r.statement.tokens[i]
		if k.Start < end || !k.isMark() || isColon(r.statement.Words(k.Span)) {
			continue
		}
		if k.kind != openMark || k.Start == end {
			stop = k.Start
			break
		}
	}
	if far := end - chinese.Farthest; far > start {
		start = chinese.RuneStart(r.statement.Text, far)
	}
	stop = min(stop, max(start, chinese.RuneStart(r.statement.Text, end+chinese.Farthest)))
	return strings.Trim(r.statement.Text[start:stop], " \u3000“”’‘")
}
