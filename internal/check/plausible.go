package check

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var stockCoversIssued = Rule{
	ID: "stock-covers-issued", Level: Query, Needs: []form.Key{"proactive.normative.in_force"}, Title: "现行有效件数不小于本年制发减本年废止", Citation: "年度报告格式第二部分",
	Find: findStockCoversIssued,
	Cases: func() []Case {
		return []Case{
			{Why: "今年制发的应当还有效", Set: []Entry{{"proactive.normative.issued", "5"}, {"proactive.normative.repealed", "1"}, {"proactive.normative.in_force", "3"}}, Finds: []form.Key{"proactive.normative.in_force"}},
			{Why: "正好相等", Set: []Entry{{"proactive.normative.issued", "5"}, {"proactive.normative.repealed", "1"}, {"proactive.normative.in_force", "4"}}},
			{Why: "废止的是往年的", Set: []Entry{{"proactive.normative.issued", "5"}, {"proactive.normative.repealed", "38"}, {"proactive.normative.in_force", "47"}}},
		}
	},
}

func findStockCoversIssued(in *Input) []Finding {
	var found []Finding
	for _, c := range in.carryOvers("proactive", true) {
		inForce, issued, repealed := c.Key, c.Plus[0], c.Minus[0]
		made, ok := in.sum([]form.Key{issued})
		gone, ok2 := in.sum([]form.Key{repealed})
		stock, ok3 := in.sum([]form.Key{inForce})
		least := made.Sub(gone)
		if !ok || !ok2 || !ok3 || stock.GreaterThanOrEqual(least) {
			continue
		}
		found = append(found, Finding{
			Message: fmt.Sprintf("%s是%s，比本年制发%s减本年废止%s还少；今年制发又没有废止的，应当都还有效。", in.label(inForce), stock, made, gone),
			Actual:  stock.String(), Expected: "不小于" + least.String(), Difference: stock.Sub(least).String(),
			Cells: []Cell{in.figureCell(inForce, Subject), in.figureCell(issued, Term), in.figureCell(repealed, Term)},
		})
	}
	return found
}

var decisionsOfSubdistrict = Rule{
	ID: "decisions-of-subdistrict", Level: Info, Since: 2021, Title: "街道的许可、处罚、强制：以自己名义作出的才计", Citation: "年度报告格式第二部分",
	Find: func(in *Input) []Finding {
		if !in.level().Dispatched {
			return nil
		}
		var cells []Cell
		for _, k := range []form.Key{"proactive.licensing.decisions", "proactive.penalties.decisions", "proactive.compulsion.decisions"} {
			if v := in.Report.Figure(k); v.IsNumber() && v.Number.IsPositive() {
				cells = append(cells, in.figureCell(k, Subject))
			}
		}
		if cells == nil {
			return nil
		}
		return []Finding{{
			Message: "街道填了" + cells[0].Label + "等决定数量（" + values(cells) + "）。以街道自己名义作出的计在这里；受区县部门委托作出的，由委托的部门计。",
			Actual:  cells[0].Value, Cells: cells,
		}}
	},
	Cases: func() []Case {
		return []Case{
			{Why: "街道有处罚决定", Set: []Entry{{"unit.level", "街道"}, {"proactive.penalties.decisions", "12"}}, Finds: []form.Key{"proactive.penalties.decisions"}},
			{Why: "层级写的是“街道办”，就是街道", Set: []Entry{{"unit.level", "街道办"}, {"proactive.penalties.decisions", "12"}}, Finds: []form.Key{"proactive.penalties.decisions"}},
			{Why: "镇政府有自己的处罚权", Set: []Entry{{"proactive.penalties.decisions", "12"}}},
			{Why: "街道都是0", Set: []Entry{{"unit.level", "街道"}}},
		}
	},
}

var decisionsLookLikeItems = Rule{
	ID: "decisions-look-like-items", Level: Info, Needs: []form.Key{"proactive.licensing.change"}, Title: "处理决定数量是件数，不是项目数", Citation: "年度报告格式（试行）第二部分",
	Find: func(in *Input) []Finding {
		var found []Finding
		for _, c := range in.Report.Edition.Cells() {
			row, isDecisions := strings.CutSuffix(string(c.Key), ".decisions")
			if !isDecisions {
				continue
			}
			items, change := form.Key(row+".items"), form.Key(row+".change")
			decisions, ok := in.sum([]form.Key{c.Key})
			sum, ok2 := in.sum([]form.Key{items, change})
			if !ok || !ok2 || decisions.IsZero() || !decisions.Equal(sum) {
				continue
			}
			found = append(found, Finding{
				Message: fmt.Sprintf("%s是%s，正好等于项目数量。这里要填本年作出的决定件数，请核对是不是把项目数填了进来。", c.Label(), decisions),
				Actual:  decisions.String(), Cells: []Cell{in.figureCell(c.Key, Subject), in.figureCell(items, Term), in.figureCell(change, Term)},
			})
		}
		return found
	},
	Cases: func() []Case {
		return []Case{
			{Why: "决定数正好是项目数", Year: 2020, Set: []Entry{{"proactive.licensing.items", "12"}, {"proactive.licensing.change", "-2"}, {"proactive.licensing.decisions", "10"}}, Finds: []form.Key{"proactive.licensing.decisions"}},
			{Why: "都是0", Year: 2020},
			{Why: "两者不同", Year: 2020, Set: []Entry{{"proactive.licensing.items", "12"}, {"proactive.licensing.decisions", "186"}}},
		}
	},
}

var procurementBothOrNone = Rule{
	ID: "procurement-both-or-none", Level: Query, Needs: []form.Key{"proactive.procurement.amount"}, Title: "采购项目数量与采购总金额要么都有，要么都是0；金额要写单位", Citation: "年度报告格式（试行）第二部分",
	Find: findProcurement,
	Cases: func() []Case {
		return []Case{
			{Why: "有项目没有金额", Year: 2020, Set: []Entry{{"proactive.procurement.items", "8"}}, Finds: []form.Key{"proactive.procurement.amount"}},
			{Why: "有金额没有项目", Year: 2020, Set: []Entry{{"proactive.procurement.amount", "5.2万元"}}, Finds: []form.Key{"proactive.procurement.items"}},
			{Why: "金额没有单位", Year: 2020, Set: []Entry{{"proactive.procurement.items", "8"}, {"proactive.procurement.amount", "5.2"}}, Finds: []form.Key{"proactive.procurement.amount"}},
			{Why: "都有", Year: 2020, Set: []Entry{{"proactive.procurement.items", "8"}, {"proactive.procurement.amount", "251000元"}}},
			{Why: "都没有", Year: 2020},
		}
	},
}

func findProcurement(in *Input) []Finding {
	const items, amount = form.Key("proactive.procurement.items"), form.Key("proactive.procurement.amount")
	n, money := in.Report.Figure(items), in.Report.Figure(amount)
	if !n.IsNumber() || !money.IsNumber() {
		return nil
	}
	subject, other, message := amount, items, ""
	switch {
	case n.Number.IsZero() && !money.Number.IsZero():
		subject, other = items, amount
		message = "是0，采购总金额却是" + money.Printed() + "，请核对。"
	case !n.Number.IsZero() && money.Number.IsZero():
		message = "是0，采购项目却有" + n.Printed() + "个，请核对。"
	case money.Unit == "" && !money.Number.IsZero():
		message = "是" + money.Printed() + "，没有写单位，请写明是元还是万元。"
	default:
		return nil
	}
	return []Finding{{Message: in.label(subject) + message, Actual: in.Report.Figure(subject).Printed(),
		Cells: []Cell{in.figureCell(subject, Subject), in.figureCell(other, Term)}}}
}

var carriedOutLarge = Rule{
	ID: "carried-out-large", Level: Info, Title: "结转下年度的超过新收的一半（答复期限是20个工作日，可延长20个）", Citation: "《中华人民共和国政府信息公开条例》第三十三条",
	Find: func(in *Input) []Finding {
		const received, carriedOut = form.Key("requests.received.total"), form.Key("requests.carried_out.total")
		n, ok := in.sum([]form.Key{received})
		out, ok2 := in.sum([]form.Key{carriedOut})
		if !ok || !ok2 || n.LessThan(decimal.NewFromInt(10)) || out.Add(out).LessThanOrEqual(n) {
			return nil
		}
		return []Finding{{
			Message: fmt.Sprintf("%s是%s，超过本年新收%s的一半。申请应在20个工作日内答复，最多再延长20个，请核对。", in.label(carriedOut), out, n),
			Actual:  out.String(), Cells: []Cell{in.figureCell(carriedOut, Subject), in.figureCell(received, Term)},
		}}
	},
	Cases: func() []Case {
		return []Case{
			{Why: "收10件结转6件", Set: []Entry{{"requests.received.total", "10"}, {"requests.carried_out.total", "6"}}, Finds: []form.Key{"requests.carried_out.total"}},
			{Why: "正好一半", Set: []Entry{{"requests.received.total", "10"}, {"requests.carried_out.total", "5"}}},
			{Why: "件数少时年底来的申请就能过半", Set: []Entry{{"requests.received.total", "3"}, {"requests.carried_out.total", "2"}}},
		}
	},
}

var singleOutcome = Rule{
	ID: "single-outcome", Level: Info, Title: "新收20件以上，办理结果却全在一行", Citation: "年度报告格式第三部分",
	Find: findSingleOutcome,
	Cases: func() []Case {
		return []Case{
			{Why: "二十多件都是予以公开", Set: []Entry{{"requests.received.total", "22"}, {"requests.granted.total", "22"}}, Finds: []form.Key{"requests.granted.total"}},
			{Why: "有两种结果", Set: []Entry{{"requests.received.total", "22"}, {"requests.granted.total", "21"}, {"requests.unavailable.not_held.total", "1"}}},
			{Why: "件数少", Set: []Entry{{"requests.received.total", "19"}, {"requests.granted.total", "19"}}},
		}
	},
}

func findSingleOutcome(in *Input) []Finding {
	const received = form.Key("requests.received.total")
	n, ok := in.sum([]form.Key{received})
	if !ok || n.LessThan(decimal.NewFromInt(20)) {
		return nil
	}
	var used []form.Key
	for _, k := range in.outcomes() {
		v := in.Report.Figure(k)
		if !v.IsNumber() {
			return nil
		}
		if v.Number.IsPositive() {
			used = append(used, k)
		}
	}
	if len(used) != 1 {
		return nil
	}
	return []Finding{{
		Message: fmt.Sprintf("新收%s件，办理结果却都在%s这一行，请核对分类。", n, in.label(used[0])),
		Actual:  in.Report.Figure(used[0]).Printed(), Cells: []Cell{in.figureCell(used[0], Subject), in.figureCell(received, Term)},
	}}
}

// outcomes lists the figures of the total column that （七）总计 sums.
func (in *Input) outcomes() []form.Key {
	for _, r := range in.Report.Edition.Relations() {
		if r.Kind == form.ColumnTotal && r.Subject == "requests.total.total" {
			return r.Right
		}
	}
	return nil
}

var unpaidNeedsFeeNote = Rule{
	ID: "unpaid-needs-fee-note", Level: Info, Needs: []form.Key{"requests.other.unpaid.total"}, Title: "有逾期未缴费的，第六部分要写信息处理费", Citation: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
	Find: func(in *Input) []Finding {
		const unpaid = form.Key("requests.other.unpaid.total")
		v := in.Report.Figure(unpaid)
		if !v.IsNumber() || !v.Number.IsPositive() {
			return nil
		}
		if s, ok := in.section("narrative.other"); ok && chinese.ContainsAny(s.text(), []string{"处理费", "收费通知"}) {
			return nil
		}
		return []Finding{{
			Message: in.label(unpaid) + "是" + v.Printed() + "，说明发过收费通知，第六部分要写明信息处理费的情况。",
			Actual:  v.Printed(), Cells: []Cell{in.figureCell(unpaid, Subject)},
		}}
	},
	Cases: func() []Case {
		return []Case{
			{Why: "第六部分没有提", Set: []Entry{{"requests.other.unpaid.total", "2"}, {"narrative.other", "没有其他需要报告的事项。"}}, Finds: []form.Key{"requests.other.unpaid.total"}},
			{Why: "第六部分写了", Set: []Entry{{"requests.other.unpaid.total", "2"}, {"narrative.other", "发出信息处理费收费通知2件，均未缴纳。"}}},
			{Why: "没有这种情形", Set: []Entry{{"narrative.other", "没有其他需要报告的事项。"}}},
		}
	},
}

var disputesWithoutRequests = Rule{
	ID: "disputes-without-requests", Level: Info, Title: "没有收到申请，却有复议、诉讼", Citation: "年度报告格式第三、四部分",
	Find: func(in *Input) []Finding {
		n, ok := in.sum([]form.Key{"requests.received.total", "requests.carried_in.total"})
		if !ok || !n.IsZero() {
			return nil
		}
		for _, c := range in.Report.Edition.Cells() {
			v := in.Report.Figure(c.Key)
			if c.Table != "disputes" || !v.IsNumber() || !v.Number.IsPositive() {
				continue
			}
			return []Finding{{
				Message: c.Label() + "是" + v.Printed() + "，但本年没有新收也没有结转的申请，请核对是不是政府信息公开的案件。",
				Actual:  v.Printed(),
				Cells:   []Cell{in.figureCell(c.Key, Subject), in.figureCell("requests.received.total", Term), in.figureCell("requests.carried_in.total", Term)},
			}}
		}
		return nil
	},
	Cases: func() []Case {
		return []Case{
			{Why: "没有申请却有复议", Set: []Entry{{"disputes.review.upheld", "1"}, {"disputes.review.total", "1"}}, Finds: []form.Key{"disputes.review.upheld"}},
			{Why: "有上年结转的申请", Set: []Entry{{"requests.carried_in.total", "1"}, {"disputes.review.upheld", "1"}}},
			{Why: "都没有"},
		}
	},
}
