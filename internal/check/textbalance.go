package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

var textBalance = Rule{
	ID: "text-balance", Level: Query, Title: "文字里收到的加上年结转的，等于办结的加结转下年度的", Citation: "年度报告格式第三部分的勾稽关系",
	Find: func(in *Input) []Finding { return append(findTextImbalance(in), findSumWithCarried(in)...) },
	Cases: func() []Case {
		return []Case{
			{Why: "30加2不等于31加2", Set: thirty("（二）依申请公开。收到申请30件，上年结转2件，办结31件，结转下年2件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "没有写上年结转，表中是2件", Set: thirty("（二）依申请公开。收到申请30件，办结31件，结转下年3件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "30加2等于31加1", Set: thirty("（二）依申请公开。收到申请30件，上年结转2件，办结31件，结转下年1件。")},
			{Why: "收到的32件里含上年结转的2件", Set: thirty("（二）依申请公开。收到申请32件（含上年结转2件），办结31件，结转下年1件。")},
			{Why: "没有写上年结转，连同表中的正好相等", Set: thirty("（二）依申请公开。收到申请30件，办结31件，结转下年1件。")},
			{Why: "处理的32件里有新收的30件、结转的2件", Set: thirty("（二）依申请公开。累计处理申请32件，其中，本年度新收30件，上年结转2件。除1件结转下年办理以外，均答复。")},
			{Why: "办理的32件里含结转下年的1件", Set: thirty("（二）依申请公开。收到申请30件，上年结转2件，办理32件（含结转下年度1件）。")},
			{Why: "没有写结转下年的，不算", Set: thirty("（二）依申请公开。收到申请30件，办结31件。")},
			{Why: "收到的和结转来的，合计加错了", Set: thirty("共收到政府信息公开申请30件；上年结转2件，合计33件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "合计加得对", Set: thirty("共收到政府信息公开申请30件；上年结转2件，合计32件。")},
		}
	},
}

// findTextImbalance finds that the applications that the text counts do not balance, whatever the table says.
func findTextImbalance(in *Input) []Finding {
	received, told := in.onlyClaim("receive")
	answered, ended := in.onlyClaim("answer")
	if !ended && !in.claims("answer") {
		answered, ended = in.onlyClaim("handle")
	}
	out, carried := in.onlyClaim("carried_out")
	if !told || !ended || !carried {
		return nil
	}
	due := answered.Value.Add(out.Value)
	before, said := in.onlyClaim("carried_in")
	words := "收到" + received.Value.String() + "件"
	sum := received.Value
	switch table := in.Report.Figure("requests.carried_in.total"); {
	case said && before.IsAmongReceived():
	case said:
		words += "、上年结转" + before.Value.String() + "件"
		sum = sum.Add(before.Value)
	case in.claims("carried_in"):
		return nil // it is told more than once
	case table.IsNumber() && sum.Add(table.Number).Equal(due):
		return nil
	}
	if received.Whole() == answered.Quantity || answered.IncludesCarriedOut() { // 处理92件，其中新接收91件、结转1件; 办理6件（含结转下年度1件）
		return nil
	}
	if sum.Equal(due) || !in.claims("answer") && sum.Equal(answered.Value) && chinese.ContainsAny(answered.Words, []string{"应", "需", "合计", "共"}) { // 应办理16件
		return nil
	}
	f := in.findingOn(out.Statement, out.Words, fmt.Sprintf("文字写%s，合起来是%s件；办结%s件、结转下年度%s件，合起来是%s件，两边不相等，请核对。",
		words, sum, answered.Value, out.Value, due))
	f.Expected, f.Actual, f.Difference = sum.String(), due.String(), due.Sub(sum).String()
	f.Compared = Comparison{Is: "办结、结转合起来是", Due: "收到的合起来是", Source: "收到的"}
	return []Finding{f}
}

// sumBehind finds the sum of what was received and what was carried in, behind the latter: ，合计33件.
var sumBehind = pattern.New(`^(?:的?申请)?，(?:两项|以上|二者)?(?:合计|共计|总计|应办|应办理|全年应办|全年应办理|需办理)(?:申请)?([0-9]+)件`, "件")

// findSumWithCarried finds sums behind what was carried in that neither come to that and what was received, nor are told otherwise.
func findSumWithCarried(in *Input) []Finding {
	var found []Finding
	claims := in.read().Claims
	for i := range claims {
		before := &claims[i]
		if !before.IsOf("carried_in") || before.Form != reading.Number {
			continue
		}
		m := sumBehind.FindStringSubmatchIndex(before.Statement.Text[before.End:])
		at := slices.IndexFunc(claims[:i], func(c reading.Claim) bool {
			return c.Statement == before.Statement && c.IsOf("receive") && c.Form == reading.Number
		})
		if m == nil || at < 0 || before.IsAmongReceived() {
			continue
		}
		received := &claims[at]
		told := before.Statement.Text[before.End:][m[2]:m[3]]
		due := received.Value.Add(before.Value)
		if sum, err := decimal.NewFromString(told); err != nil || sum.Equal(due) {
			continue
		}
		words := strings.TrimLeft(before.Statement.Text[before.End:][m[0]:m[1]], "，")
		f := in.findingOn(before.Statement, words, fmt.Sprintf("文字写收到%s件、上年结转%s件，合起来是%s件，这里写的是“%s”，请核对。", received.Value, before.Value, due, words))
		f.Expected, f.Actual = due.String(), told
		found = append(found, f)
	}
	return found
}

// onlyClaim is what the text says of applications with a deed; ok is false if it says nothing or more than one number.
func (in *Input) onlyClaim(deed string) (only *reading.Claim, ok bool) {
	claims := in.read().Claims
	for i := range claims {
		switch c := &claims[i]; {
		case !c.IsOf(deed):
		case only == nil:
			only = c
		case !only.Value.Equal(c.Value):
			return nil, false
		}
	}
	return only, only != nil
}

// claims says whether the text says anything of applications with a deed, be it only of some of them.
func (in *Input) claims(deed string) bool {
	claims := in.read().Claims
	for i := range claims {
		if claims[i].Tells(deed) {
			return true
		}
	}
	return false
}
