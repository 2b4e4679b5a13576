package reading

import (
	"slices"
	"strings"

	"nianbao/internal/form"
)

// applicantNames name the applicants in messages.
var applicantNames = map[string]string{"natural_person": "自然人", "enterprise": "商业企业", "research": "科研机构", "social": "社会公益组织",
	"legal_service": "法律服务机构", "other": "其他组织", "organisations": "法人或其他组织"}

// columnsOf lists the columns that the applicants named may stand for; nil for everybody.
func columnsOf(named []string) [][]string {
	has := func(a string) bool { return slices.Contains(named, a) }
	switch {
	case len(named) == 0, has("anyone"), has("natural_person") && len(unique(named)) > 1:
		return nil
	case has("natural_person"):
		return [][]string{{"natural_person"}}
	case has("organisations"):
		return [][]string{form.Organisations()}
	case len(unique(named)) > 1:
		return [][]string{unique(named)}
	case has("other"), has("social"):
		return [][]string{named[:1], form.Organisations()}
	}
	return [][]string{named[:1]}
}

// columnNamed is the applicants of whose column a clause says that the next ones are about it: 自然人一列，新收11件、办结12件; 先看自然人. "" for none.
func (r *reader) columnNamed(c []token) string {
	at := firstOf(c, applicantWord)
	if at < 0 {
		return ""
	}
	before := withoutLead(c[:at])
	looks := len(before) > 0 && slices.Contains([]string{"看", "先看", "再看", "先说", "再说", "先讲", "再讲"}, r.statement.Words(spanOf(before)))
	switch r.statement.Words(Span{c[at].End, c[len(c)-1].End}) {
	case "一列", "列", "一栏", "一类", "方面":
		if len(before) > 0 && !looks {
			return ""
		}
	case "":
		if !looks {
			return ""
		}
	default:
		return ""
	}
	return c[at].word.value
}

// columnHeaded is the applicants that the numbered heading of a paragraph is; nil for none: 1.自然人。收到96件，……
func columnHeaded(paragraph []token) []string {
	if len(paragraph) < 3 || paragraph[0].kind != itemMark || !paragraph[1].in(applicantWord) || paragraph[2].kind != stopMark && paragraph[2].kind != colonMark {
		return nil
	}
	return []string{paragraph[1].word.value}
}

// byApplicants narrows a measure to some applicants.
func (m Measure) byApplicants(named []string) Measure {
	columns := columnsOf(named)
	if columns == nil {
		return m
	}
	var names []string
	for _, n := range unique(named) {
		names = append(names, applicantNames[n])
	}
	if m.deed == "receive" {
		m.Name = "的申请"
	}
	m.Name = strings.Join(names, "、") + m.Name
	var sums []Sum
	for _, c := range columns {
		sums = append(sums, each(m.Sums, func(s Sum) Sum { return s.by(c) })...)
	}
	m.Sums = sums
	return m
}
