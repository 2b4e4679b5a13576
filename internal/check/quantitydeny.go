package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// deny reads that there is nothing: 未收到政府信息公开申请, 没有行政复议和行政诉讼.
func (r *reader) deny(span []*token) {
	at := indexOf(span, negationWord)
	if at < 0 || !r.deniable(span[:at]) {
		return
	}
	for at >= 0 {
		behind := span[at+1:]
		next := indexOf(behind, negationWord)
		if next >= 0 {
			behind = behind[:next]
		}
		p := phraseOf(r.statement.text, behind)
		if len(p.heads) == 0 && p.roles&(applicationWord|applyingWord|documentWord) == 0 && isHollow(behind) {
			p = phraseOf(r.statement.text, span[:at]) // 行政复议、行政诉讼均未发生
		}
		if p.before == "" && !p.gap && !hasNumber(behind) {
			p.times = r.unit.timesIn(span)
			p.roles |= negationWord
			for _, m := range r.denied(&p) {
				r.add(m, decimal.Zero, nil, span[len(span)-1].end)
			}
		}
		if next < 0 {
			return
		}
		at += 1 + next
	}
}

// deniable says whether the words before a denial leave it to the report.
func (r *reader) deniable(before []*token) bool {
	p := phraseOf(r.statement.text, before)
	return p.roles&(compareWord|channelWord|aboutWord) == 0 && r.inScope(before, &p)
}

func indexOf(span []*token, roles role) int {
	for i, k := range span {
		if k.has(roles) {
			return i
		}
	}
	return -1
}

func hasNumber(span []*token) bool {
	for _, k := range span {
		if k.kind == numberToken && !isTimeUnit(k.num.Unit) {
			return true
		}
	}
	return false
}

// isHollow says whether words name nothing by themselves: 发生, 出现, or none at all.
func isHollow(span []*token) bool {
	for _, k := range span {
		if k.kind != wordToken || k.word.role != 0 || k.word.topic != noTopic {
			return false
		}
	}
	return true
}

// generalise reads what holds for all of something: 均获维持, 均予以公开, 均由自然人提出. The others are then 0.
func (r *reader) generalise(span []*token) {
	at := indexOf(span, allWord)
	if at < 0 || indexOf(span, negationWord) >= 0 || hasNumber(span[at:]) {
		return
	}
	p := phraseOf(r.statement.text, span[at+1:])
	clause := phraseOf(r.statement.text, span)
	if p.before != "" || p.gap || len(p.heads) != 1 || !r.inScope(span, &clause) {
		return
	}
	m := measure{subject: p.heads[0].subject, name: "“" + p.heads[0].subject.name + "”以外的", quote: r.statement.text[span[at].start:span[len(span)-1].end]}
	switch onRequests := r.last != nil && r.last.subject.class == flow && !r.last.part; {
	case m.subject.class == ruling && r.topic == onDisputes:
		blocks := r.blocks
		if len(r.named) > 0 {
			blocks = r.named
		}
		if len(blocks) == 0 {
			return
		}
		m.name = blockNames(blocks) + m.name + "结果"
		m.sums = []string{inBlock(otherSums(m.subject, rulings...), strings.Join(blocks, "+"))}
	case m.subject.class == outcome && onRequests && slices.Contains(mainOutcomes, m.subject.sums[0]):
		m.name = strings.TrimSuffix(m.subject.name, "的申请") + "以外的申请"
		m.unless = "requests.carried_in.total"
		m.sums = []string{otherSums(m.subject, mainOutcomes...)}
	case m.subject.class == applicant && onRequests && r.last.subject == received:
		m.name = strings.TrimSuffix(m.subject.name, "的申请") + "以外的申请"
		m.sums = []string{otherColumns(m.subject.part)}
	default:
		return
	}
	r.add(m, decimal.Zero, nil, span[len(span)-1].end)
}

// mainOutcomes are the kinds of result that say what came of an application; 其他处理 says only that nothing did.
var mainOutcomes = []string{
	"requests.granted.total", "requests.partially_granted.total", "requests.denied.*.total", "requests.unavailable.*.total", "requests.not_handled.*.total",
}

var rulings = []string{"disputes.BLOCK.upheld", "disputes.BLOCK.corrected", "disputes.BLOCK.other", "disputes.BLOCK.pending"}

// otherSums adds the sums up that are not the subject's own.
func otherSums(s *subject, sums ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(sums), func(sum string) bool { return slices.Contains(s.sums, sum) }), "+")
}

// otherColumns adds up what other applicants than those of the given columns brought in.
func otherColumns(columns string) string {
	own := strings.Split(columns, "+")
	var parts []string
	for _, column := range strings.Split("natural_person+"+organisations, "+") {
		if !slices.Contains(own, column) {
			parts = append(parts, "requests.received."+column)
		}
	}
	return strings.Join(parts, "+")
}
