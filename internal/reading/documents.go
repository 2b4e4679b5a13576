package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
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
	if before := q.saidBefore(); whenBegun.In(before) && !strings.Contains(before, "较") || chinese.EndsWithAny(before, []string{"原有"}) {
		return nil, "说的是年初的数" // 规范性文件期初43件，加本年制发4件
	}
	if q.did("in_force") && q.Statement.tellsOfCleaning() {
		return nil, "说的是清理的结果"
	}
	if !strings.Contains(q.Statement.Text[q.Clause.Start:q.Start], "规范性文件") && slices.ContainsFunc(q.parts, func(p *Quantity) bool { return p.own.thing == q.thing && !p.Value.Equal(q.Value) }) {
		return nil, "还数了别的文件" // 收录有效文件110件，其中规章14件、行政规范性文件96件
	}
	if w := q.whole; w != nil && w.is(q.thing) && w.did(q.deeds...) {
		return nil, "是另一个数的一部分" // 制发8件，其中以县政府名义制发3件
	}
	if q.tellsWhichInForce() {
		return nil, "是另一个数的一部分"
	}
	if q.did("repeal") && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z != q && z.did("repeal") && z.isOfLapsed() != q.isOfLapsed() }) {
		if q.isOfLapsed() {
			return nil, "表里可能只算了废止的"
		}
		add("废止、失效的", false, "repealed")
		found[0].Most = true // 失效2件、废止4件: the table may count both
		return found, ""
	}
	if q.isIssuedEarlier() {
		return q.earlierDocuments()
	}
	if q.did("receive") && strings.HasSuffix(q.saidBefore(), "新增") {
		q.deeds = []string{"issue"} // 规范性文件年内新增9件
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
	case q.did("publish") && q.isIssuedAsPublished():
		add("发布的", true, "issued", "made", "published", "in_force", "total")
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

// tellsWhichInForce says whether of documents in force some are told that were issued in some manner, in whatever year: 现行有效23件（含与市财政局等部门联合制发的6件）.
func (q *Quantity) tellsWhichInForce() bool {
	w, said := q.whole, q.saidNear()
	dated := slices.ContainsFunc(q.Statement.tokens, func(k token) bool { return k.kind == yearToken && k.Start >= q.Clause.Start && k.End <= q.Start })
	return w != nil && w.is(q.thing) && w.did("in_force") && q.did("issue") && !issuedThisYear.In(said) && !dated && (strings.HasSuffix(said, "的") || jointly.In(said))
}

var (
	issuedThisYear = pattern.NewWords("本年 今年 当年 年内 全年 新")
	jointly        = pattern.NewWords("联合 会同 牵头 名义 代拟")
)

// isIssuedEarlier says whether documents are counted that were issued before the year, whichever it was: 此前制定的1件继续有效.
func (q *Quantity) isIssuedEarlier() bool {
	said := q.saidNear()
	at := issuedEarlier.Index(said)
	return at >= 0 && q.did("issue") && !issuedThisYear.In(said[at:])
}

// earlierDocuments measures documents that were issued before the year by what became of them: there are no more of them than of all.
func (q *Quantity) earlierDocuments() (found []Measure, silence string) {
	behind, _, _ := strings.Cut(q.Statement.Text[q.End:max(q.End, q.Clause.End)], "，")
	measure := Measure{Class: Act, Most: true}
	row, columns := Row{Key: q.thing}, []string(nil)
	switch {
	case q.Form != Number || strings.ContainsAny(behind, "未没不修"), !q.isPositive():
		return nil, "说的是以前制发的"
	case strings.Contains(behind, "有效"):
		measure.Name, columns = "现行有效的"+documents[q.thing], []string{"in_force", "total"}
	case strings.Contains(behind, "废止"):
		measure.Name, columns = "废止的"+documents[q.thing], []string{"repealed"}
	default:
		return nil, "说的是以前制发的"
	}
	for _, c := range columns {
		measure.Sums = append(measure.Sums, Sum{{"proactive", row, c}})
	}
	return []Measure{measure}, ""
}

// issuedEarlier are words for a time before the year of the report.
var issuedEarlier = pattern.NewWords("此前 以前 先前 之前 早先 早前 早年 早些年 前些年 前几年 原先 原来 往年 历年 以往 过去 往届 旧有")

// isIssuedAsPublished says whether documents are told as published that were issued, as where nothing is told of items published: 全年发布行政规范性文件3件.
func (q *Quantity) isIssuedAsPublished() bool {
	return q.own.thing == q.thing && q.Unit == "件" && q.whole == nil && !q.channel && q.narrowing == "" &&
		strings.Contains(q.Statement.Text[q.saidBehind():q.Start], "发布") && !q.Statement.countsInformation()
}

// isOfLapsed says whether documents are counted that lapsed and were not repealed: 宣布失效2件, but not 宣布失效、废止2件.
func (q *Quantity) isOfLapsed() bool {
	said := q.Statement.Text[q.saidBehind():q.Start]
	return q.Form == Number && q.did("repeal") && strings.Contains(said, "失效") && !strings.Contains(said, "废止")
}
