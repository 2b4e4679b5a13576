package reading

import (
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

// Measure is what is counted, and the figures that the number may be.
type Measure struct {
	Name   string // in messages
	Sums   []Sum  // one of them must hold; none: no table counts it
	Most   bool   // what is counted is only a part, so that it may be less
	Least  bool   // the figure may count others as well, so that it may be more
	Hollow bool   // something is said of all, and there are none
	Loose  bool   // the words leave open which of the sums is meant

	Class
	deed  string
	told  subject         // of what no table counts
	apart decimal.Decimal // as many more the figure may be exactly, since they are told beside
	spare Sum             // as many more the figure may be, since they may be none of those meant; nil for none
}

// flows are the measures of applications by what was done with them.
var flows = sync.OnceValue(func() map[string]Measure {
	return map[string]Measure{
		"receive": {Name: "收到的申请", Class: Flow, Sums: []Sum{{requests("received")}, {requests("received"), requests("carried_in")}}},
		"handle":  {Name: "办理的申请", Class: Flow, Sums: []Sum{{requests("received"), requests("carried_in")}, {requests("total")}}},
		"answer":  {Name: "办结的申请", Class: Flow, Sums: []Sum{{requests("total")}}},

		"carried_in":  {Name: "上年结转的申请", Class: Carrying, Sums: []Sum{{requests("carried_in")}}},
		"carried_out": {Name: "结转下年度的申请", Class: Carrying, Sums: []Sum{{requests("carried_out")}}},
		"carried":     {Name: "结转的申请", Class: Carrying, Loose: true, Sums: []Sum{{requests("carried_out")}, {requests("carried_in")}}},
		"pending":     {Name: "尚未办结的申请", Class: Carrying, Sums: []Sum{{requests("carried_out")}}},

		"withdraw": {Name: "申请人撤回的申请", Class: Withdrawal, Most: true, Sums: []Sum{{reason("other", "miscellaneous")}, {requests("other")}}},
	}
})

// outcomes are the measures of applications by what came of them.
var outcomes = sync.OnceValue(func() map[string]Measure {
	return map[string]Measure{
		"granted":                        {Name: "予以公开的申请", Sums: []Sum{{requests("granted")}, {requests("granted"), requests("partially_granted")}}},
		"partially_granted":              {Name: "部分公开的申请", Sums: []Sum{{requests("partially_granted")}}},
		"other.uncorrected+other.unpaid": {Name: "不再处理的申请", Sums: []Sum{{reason("other", "uncorrected"), reason("other", "unpaid")}}},
		"granted+partially_granted":      {Name: "予以公开和部分公开的申请", Sums: []Sum{{requests("granted"), requests("partially_granted")}}},
		"denied":                         {Name: "不予公开的申请", Sums: []Sum{{group("denied")}}},
		"unavailable":                    {Name: "无法提供的申请", Sums: []Sum{{group("unavailable")}}},
		"not_handled":                    {Name: "不予处理的申请", Sums: []Sum{{group("not_handled")}}},
		"other":                          {Name: "其他处理的申请", Sums: []Sum{{group("other")}, {requests("other")}}},

		"denied.state_secret":           {Name: "属于国家秘密的申请"},
		"denied.law_prohibited":         {Name: "其他法律行政法规禁止公开的申请"},
		"denied.security_stability":     {Name: "危及“三安全一稳定”的申请"},
		"denied.third_party":            {Name: "保护第三方合法权益的申请"},
		"denied.internal_affairs":       {Name: "属于三类内部事务信息的申请"},
		"denied.process_information":    {Name: "属于四类过程性信息的申请"},
		"denied.enforcement_file":       {Name: "属于行政执法案卷的申请"},
		"denied.inquiry_matter":         {Name: "属于行政查询事项的申请"},
		"unavailable.not_held":          {Name: "本机关不掌握的申请", Sums: []Sum{{reason("unavailable", "not_held")}, {group("unavailable")}}},
		"unavailable.creation_required": {Name: "需要另行制作的申请"},
		"unavailable.unclear":           {Name: "补正后仍不明确的申请"},
		"not_handled.petition":          {Name: "信访举报投诉类申请"},
		"not_handled.duplicate":         {Name: "重复申请"},
		"not_handled.publication":       {Name: "要求提供公开出版物的申请"},
		"not_handled.excessive":         {Name: "无正当理由大量反复申请"},
		"not_handled.confirmation":      {Name: "要求确认或重新出具已获取信息的申请"},
		"other.uncorrected":             {Name: "逾期不补正的申请"},
		"other.unpaid":                  {Name: "逾期未缴费的申请"},
	}
})

// mainOutcomes are the kinds of result that say what came of an application; 其他处理 says only that nothing did.
var mainOutcomes = []string{"granted", "partially_granted", "denied", "unavailable", "not_handled"}

// isOutcome says whether a word for what came of an application has this value.
func isOutcome(value string) bool {
	_, known := outcomes()[value]
	return known
}

// outcomeMeasure is the measure of an outcome. A row of a group is the figure of its own name.
func outcomeMeasure(value string) Measure {
	m := outcomes()[value]
	m.Class, m.deed = Outcome, value
	if value == "other.uncorrected+other.unpaid" {
		m.Sums, m.Loose = append(slices.Clone(m.Sums), outcomes()["not_handled"].Sums...), true // 不再处理 in an office's own words
	}
	if group, row, found := strings.Cut(value, "."); found && m.Sums == nil {
		m.Sums = []Sum{{reason(group, row)}}
	}
	return m
}

// disputes are the blocks of the table that a kind of dispute stands for.
var disputes = map[string]struct {
	name   string
	blocks []string
}{
	"review":                  {"行政复议", []string{"review"}},
	"litigation":              {"行政诉讼", []string{"litigation_direct", "litigation_after_review"}},
	"dispute":                 {"行政复议和行政诉讼", []string{"review", "litigation_direct", "litigation_after_review"}},
	"litigation_direct":       {"未经复议直接起诉的行政诉讼", []string{"litigation_direct"}},
	"litigation_after_review": {"复议后起诉的行政诉讼", []string{"litigation_after_review"}},
}

// rulings are the results of disputes, as the form names them.
var rulings = []ruling{{"upheld", "结果维持"}, {"corrected", "结果纠正"}, {"other", "其他结果"}, {"pending", "尚未审结"}}

// ruling is a column of the table of disputes.
type ruling struct{ key, name string }

// acts are the measures of documents by what was done with them; the row is the document's.
var acts = []act{
	{"issue", "制发的", []string{"issued", "made", "published"}},
	{"repeal", "废止的", []string{"repealed"}},
	{"in_force", "现行有效的", []string{"in_force", "total"}},
	{"first_published", "新公开的", []string{"published"}},
	{"published_in_all", "对外公开的", []string{"total", "published"}},
}

// act is what was done with a document: the columns of both editions that count it.
type act struct {
	deed, name string
	columns    []string
}

// documents name the rows of documents.
var documents = map[string]string{"normative": "规范性文件", "rules": "规章"}

var (
	feesCharged = Measure{Name: "行政事业性收费", Class: Charge, Sums: []Sum{{proactive("fees", "amount")}}}
	handlingFee = Measure{Name: "信息处理费", Class: HandlingFee}
	itemsBought = Measure{Name: "政府集中采购", Class: Procurement, Sums: []Sum{{proactive("procurement", "items")}}}
	amountSpent = Measure{Name: "采购总金额", Class: Procurement, Sums: []Sum{{proactive("procurement", "amount")}}}
)
