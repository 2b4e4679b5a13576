package reading

import (
	"slices"
	"strings"
	"sync"

	"nianbao/internal/chinese"
)

// decisions are the measures of what was decided.
var decisions = sync.OnceValue(func() map[string]Measure {
	return map[string]Measure{
		"licensing":      {Name: "行政许可决定", Class: Decision, Sums: []Sum{{proactive("licensing", "decisions")}}},
		"penalties":      {Name: "行政处罚决定", Class: Decision, Sums: []Sum{{proactive("penalties", "decisions")}}},
		"compulsion":     {Name: "行政强制决定", Class: Decision, Sums: []Sum{{proactive("compulsion", "decisions")}}},
		"other_services": {Name: "其他对外管理服务事项的决定", Class: Decision, Sums: []Sum{{proactive("other_services", "decisions")}}},
	}
})

// isDone says whether licences are told as what was done of them: 办结行政许可642件, as applications for them are decided.
func (q *Quantity) isDone() bool {
	return q.own.thing == "licensing" && q.did("answer") && chinese.ContainsAny(q.saidBefore(), []string{"办结", "办了", "办出"}) && !strings.HasSuffix(q.words, "事项")
}

// namesTrades says whether the words before a decision are of which trades it is: 民办学校设立、教师资格等行政许可决定84项.
func (q *Quantity) namesTrades() bool {
	return q.own.thing != "" && strings.Contains(q.saidBefore(), "等"+q.words) && !chinese.ContainsAny(q.saidBefore(), []string{"公开", "公布", "公示", "发布"})
}

// isDecided says whether it is said to have been decided, as the first of a list may be: 作出行政许可48件、行政处罚6件.
func (q *Quantity) isDecided() bool {
	for _, z := range slices.Backward(q.Statement.Quantities) {
		if z.Start > q.Start {
			continue
		}
		if decisions()[z.thing].Name == "" || strings.ContainsAny(q.Statement.Text[z.End:max(z.End, q.Start)], "，；：（") {
			return false
		}
		if z.did("decide") {
			return true
		}
	}
	return false
}

// standsApart says whether a number of decisions makes up what stands between two ；, counted as cases are and with no word for publishing: 发布信息238条；
// 处罚14起；行政许可125件.
func (q *Quantity) standsApart() bool {
	s := q.Statement
	before := s.Text[s.Start:q.Start]
	from := strings.LastIndex(before, "；")
	behind, _, _ := strings.Cut(s.Text[q.End:max(q.End, s.End)], "；")
	return from >= 0 && q.own.thing != "" && slices.Contains([]string{"件", "起", "宗"}, q.Unit) && before[from+len("；"):] == q.words && behind == ""
}

// decisions measures licences, penalties and the like.
func (m *measurer) decisions(q *Quantity) (found []Measure, silence string) {
	switch {
	case q.did("foreign", "amend", "answer", "receive", "refuse") && !q.did("decide") && !q.isDone() && !q.namesTrades() || q.channel && !q.isDone() && !(q.did("decide") && strings.Contains(q.saidBefore(), "窗口")) || q.hasOutcome():
		return nil, "说的不是作出的决定"
	case strings.HasSuffix(q.saidBefore(), "立案"): // 行政处罚立案11起
		return nil, "说的不是作出的决定"
	case q.isPositive() && !q.isDecided() && !q.standsApart() && (q.published || q.root().is("information") || q.Statement.countsInformation()):
		return nil, "说的是公开的信息条数"
	case q.whole != nil && q.isPositive() && (decisions()[q.whole.thing].Name == "" || q.whole.is(q.thing)):
		return nil, "是另一个数的一部分"
	case chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"空缺", "空白"}): // 行政强制一项空缺
		return nil, "没有说是几件"
	case q.amongCauses:
		return nil, "说的是案件涉及的领域"
	case strings.HasSuffix(q.words, "事项") && (q.Unit == "项" || q.Unit == "个" || len(q.deeds) == 0):
		return nil, "说的是事项的个数"
	case q.isPositive() && chinese.ContainsAny(q.Statement.Words(q.Statement.Span), []string{"不予许可", "不予行政许可"}): // 准予许可10件，不予许可2件
		return nil, "是另一个数的一部分"
	case q.own.thing == "" && q.Unit == "个", q.own.thing == "" && q.addsKindsUp(): // 许可30件；15个场景
		return nil, "没有说是哪一种"
	}
	if q.narrowing != "" && q.isPositive() {
		if chinese.ContainsAny(q.saidBefore(), []string{"部门", "单位", "机关", "局", "所", "队"}) {
			return nil, "不认得“" + q.narrowing + "”"
		}
		measure := decisions()[q.thing]
		measure.Most = true // 农业执法处罚31件: all, or some of them
		return []Measure{measure}, ""
	}
	found = append(q.decidedAlike(), decisions()[q.thing])
	if len(found) == 1 || q.Value.IsZero() {
		return found, ""
	}
	var names []string
	var sum Sum
	for _, m := range found {
		names, sum = append(names, m.Name), append(sum, m.Sums[0]...)
	}
	return []Measure{{Name: strings.Join(names, "和"), Class: Decision, Sums: []Sum{sum, decisions()[q.thing].Sums[0]}}}, ""
}

// decidedAlike are the measures of the decisions that share the number.
func (q *Quantity) decidedAlike() (all []Measure) {
	for _, thing := range q.alike {
		if m := decisions()[thing]; m.Name != "" {
			all = append(all, m)
		}
	}
	slices.Reverse(all)
	return all
}
