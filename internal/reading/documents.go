package reading

import (
	"slices"
	"strings"
)

// documents measures normative documents.
func (m *measurer) documents(q *Quantity) (found []Measure, silence string) {
	row := Row{Key: q.thing}
	add := func(name string, loose bool, columns ...string) {
		measure := Measure{Name: name + documents[q.thing], Class: Act, Loose: loose}
		for _, c := range columns {
			measure.Sums = append(measure.Sums, Sum{{"proactive", row, c}})
		}
		found = append(found, measure)
	}
	if q.did("in_force") && q.Statement.tellsOfCleaning() {
		return nil, "说的是清理的结果"
	}
	for _, a := range acts {
		if q.did(a.deed) || q.Form == None && a.deed == "issue" && !q.did("repeal", "in_force", "publish", "amend", "handle", "foreign") {
			add(a.name, false, a.columns...)
		}
	}
	switch {
	case len(found) > 0:
		return found, ""
	case q.did("publish") && q.Statement.isLedgerOfDocuments():
		add("制发的", false, "issued", "made", "published") // 公开规范性文件2件，废止4件，现行有效15件
		return found, ""
	case q.did("publish") && (!q.isPositive() || q.own.thing == ""):
		add("公开的", true, "published", "total")
		return found, ""
	case q.own.thing == "" || q.did("amend", "handle", "foreign"):
		return nil, "没有说是制发、废止还是现行有效"
	case q.narrowing != "":
		return nil, "不认得“" + q.narrowing + "”"
	case q.published || q.whole != nil || q.Unit == "条" || q.Statement.countsInformation():
		return nil, "说的是公开的信息条数"
	}
	add("", true, "issued", "in_force", "made", "total", "published")
	return found, ""
}

// decisions measures licences, penalties and the like.
func (m *measurer) decisions(q *Quantity) (found []Measure, silence string) {
	switch {
	case q.did("foreign", "amend", "answer", "receive") || q.channel || q.hasOutcome():
		return nil, "说的不是作出的决定"
	case q.isPositive() && !q.did("decide") && (q.published || q.root().is("information") || q.Statement.countsInformation()):
		return nil, "说的是公开的信息条数"
	case q.whole != nil && q.isPositive() && (decisions[q.whole.thing].Name == "" || q.whole.is(q.thing)):
		return nil, "是另一个数的一部分"
	case q.amongCauses:
		return nil, "说的是案件涉及的领域"
	case strings.HasSuffix(q.words, "事项") && (q.Unit == "项" || q.Unit == "个" || len(q.deeds) == 0):
		return nil, "说的是事项的个数"
	case q.narrowing != "" && q.isPositive():
		return nil, "不认得“" + q.narrowing + "”"
	}
	things := []string{q.thing}
	for _, thing := range q.alike {
		if decisions[thing].Name != "" {
			things = append(things, thing)
		}
	}
	slices.Reverse(things)
	if len(things) == 1 || q.Value.IsZero() {
		for _, thing := range things {
			found = append(found, decisions[thing])
		}
		return found, ""
	}
	var names []string
	var sum Sum
	for _, thing := range things {
		names, sum = append(names, decisions[thing].Name), append(sum, decisions[thing].Sums[0]...)
	}
	return []Measure{{Name: strings.Join(names, "和"), Class: Decision, Sums: []Sum{sum, decisions[q.thing].Sums[0]}}}, ""
}
