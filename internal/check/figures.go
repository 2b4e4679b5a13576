package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/reading"
)

// What is said of a figure in the same words, whether it is one of the form or one for an indicator.

func figureDisguised(v model.Value) string {
	return disguised(v.Text, v.Stored) + "请把这一格的数字格式改成“常规”，再填上应填的数字。"
}

func noneMarked(v model.Value) string {
	return "填的是“" + told(v.Text) + "”，没有的请填0。"
}

func noNumber(v model.Value) string {
	typed := told(v.Text)
	due, isNumber := numberIn(typed)
	switch {
	case strings.HasPrefix(typed, "=") && typed != "=":
		return "填的是没有算出结果的公式“" + typed + "”，请用Excel或WPS打开、保存后再试，或直接填上数字。"
	case model.IsErrorValue(typed):
		return "填的是“" + typed + "”，公式出错了，请改公式，或者直接填数。"
	case isNumber:
		return "填的是“" + typed + "”，不是数字，应填" + due.String() + "。"
	case strings.ContainsAny(typed, "0123456789０１２３４５６７８９"):
		return "填的是“" + typed + "”，不是数字，请只填一个数。"
	}
	return "填的是“" + typed + "”，不是数字，请改成阿拉伯数字。"
}

// lessBy is a number that was typed as what there is less: with a dash or 减 before it, or in brackets, as accounts write it.
func lessBy(typed string) (due decimal.Decimal, ok bool) {
	for _, sign := range []string{"—", "–", "−", "－", "减少", "减", "负"} {
		if rest, found := strings.CutPrefix(typed, sign); found {
			due, ok = numberIn(strings.TrimLeft(rest, "—"))
			return due.Neg(), ok
		}
	}
	if inside := strings.NewReplacer("（", "(", "）", ")").Replace(typed); strings.HasPrefix(inside, "(") && strings.HasSuffix(inside, ")") {
		due, ok = numberIn(inside[1 : len(inside)-1])
	}
	return due.Neg(), ok
}

func negative(v model.Value) string { return "是" + v.Printed() + "，不能是负数。" }

func repaired(v model.Value) string {
	return "填的是“" + told(v.Text) + "”，读作" + v.Printed() + "（" + strings.Join(v.Repairs, "、") + "）。"
}

// onFigures makes a rule's function out of what is wrong with a single figure; "" if nothing is.
func onFigures(fault func(c *form.Cell, v model.Value) (message string)) func(*Input) []Finding {
	return func(in *Input) []Finding {
		var found []Finding
		for _, c := range in.Report.Edition.Cells() {
			v := in.Report.Figure(c.Key)
			if message := fault(&c, v); message != "" {
				found = append(found, Finding{
					Message: c.Label() + message,
					Actual:  strings.TrimSpace(v.Text),
					Cells:   []Cell{in.figureCell(c.Key, Subject)},
				})
			}
		}
		return found
	}
}

var figureMissing = Rule{
	ID: "figure-missing", Level: Fatal, Gather: ByLine, Title: "每一格数字都要填，没有的填0", Citation: "年度报告格式各表",
	Find: findFigureMissing,
	Cases: func() []Case {
		return []Case{
			{Why: "空格不等于0", Set: []Entry{{"requests.received.research", ""}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "斜杠不是数字", Set: []Entry{{"disputes.review.upheld", "/"}}, Finds: []form.Key{"disputes.review.upheld"}},
			{Why: "“无”不是数字", Set: []Entry{{"proactive.rules.issued", " 无 "}}, Finds: []form.Key{"proactive.rules.issued"}},
			{Why: "合计空着", Set: []Entry{{"requests.total.total", ""}}, Finds: []form.Key{"requests.total.total"}},
			{Why: "各项都空着，合计就没有什么可加", Set: blankRow("disputes.review.upheld", "disputes.review.corrected", "disputes.review.other", "disputes.review.pending", "disputes.review.total"),
				Finds: []form.Key{"disputes.review.upheld", "disputes.review.corrected", "disputes.review.other", "disputes.review.pending"}},
			{Why: "0就是没有"},
			{Why: "是文字的另有一条规则", Set: []Entry{{"requests.received.research", "三"}}},
			{Why: "格子丢了的另有一条规则", Lost: []form.Key{"requests.received.research"}},
		}
	},
}

func blankRow(keys ...form.Key) (entries []Entry) {
	for _, k := range keys {
		entries = append(entries, Entry{k, ""})
	}
	return entries
}

func findFigureMissing(in *Input) []Finding {
	found := onFigures(func(c *form.Cell, v model.Value) string {
		switch {
		case v.SaysNone():
			return noneMarked(v)
		case v.State != model.Blank, c.Total && !in.isAdded(c):
			return ""
		case c.Total:
			return "是空的。"
		case v.Merged != "":
			return "没有填，和" + v.Merged + "合并成了一格，请取消合并后再填，没有的填0。"
		}
		return "没有填，没有的请填0。"
	})(in)
	for i := range found {
		f := &found[i]
		cell, _ := in.Report.Edition.Cell(f.Cells[0].Key)
		f.Said = strings.TrimSuffix(strings.TrimPrefix(f.Message, cell.Label()), "。")
		if due, ok := in.dueTotal(cell); ok && !due.IsNegative() {
			f.Expected = due.String()
			v, is := in.Report.Figure(cell.Key), "是空的"
			if v.SaysNone() {
				is = "填的是“" + told(v.Text) + "”"
			}
			f.Message = cell.Label() + is + "，按各项相加应为" + f.Expected + "。"
			if !v.SaysNone() || !due.IsZero() {
				f.Said = is + "，应为各项之和"
			}
		} else if cell.Total && in.Report.Printed == nil {
			f.Message += "各项填好后会自动相加。"
		}
	}
	return found
}

// isAdded is true of a total that has anything to add up. As long as it has not, it is as blank as its parts, which are told.
func (in *Input) isAdded(total *form.Cell) bool {
	return slices.ContainsFunc(in.Report.Edition.Parts(total.Key), func(k form.Key) bool { return in.Report.Figure(k).IsNumber() })
}

// dueTotal is what a total adds up to; ok is false for other figures, and while a part is no number.
func (in *Input) dueTotal(c *form.Cell) (due decimal.Decimal, ok bool) {
	parts := in.Report.Edition.Parts(c.Key)
	if parts == nil {
		return decimal.Decimal{}, false
	}
	return in.sum(parts)
}

var figureUnreadable = Rule{
	ID: "figure-unreadable", Level: Fatal, Title: "数字格里只能是数字", Citation: "年度报告格式各表",
	Find: onFigures(func(c *form.Cell, v model.Value) string {
		if v.State != model.Unreadable || v.SaysNone() {
			return ""
		}
		if v.Stored != "" {
			return figureDisguised(v)
		}
		if c.Measure.CarriesUnit() {
			return "填的是“" + told(v.Text) + "”，读不出金额，请填成如“5.2万元”。"
		}
		typed := told(v.Text)
		if _, isDate := chinese.ReadDate(typed); isDate {
			return "填的是“" + typed + "”，成了日期，不是数字，请把这一格的数字格式改成“常规”，再填阿拉伯数字。"
		}
		if strings.HasSuffix(typed, "%") {
			return "填的是“" + typed + "”，成了百分数，请把这一格的数字格式改成“常规”，再填阿拉伯数字。"
		}
		if unit, due, isMoney := inUnitOf(c.Measure, moneyIn(typed)); isMoney {
			return "填的是“" + typed + "”，这一格以" + unit + "为单位，应填" + due.String() + "。"
		}
		if due, isLess := lessBy(typed); isLess && c.Measure.Signed() {
			return "填的是“" + typed + "”，不是数字，减少的应填" + due.String() + "。"
		}
		return noNumber(v)
	}),
	Cases: func() []Case {
		return []Case{
			{Why: "汉字数字读不出", Set: []Entry{{"requests.received.research", "三"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "数字成了日期", Set: []Entry{{"requests.received.research", "2026-03-05"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "公式出错", Set: []Entry{{"requests.received.total", "#VALUE!"}}, Finds: []form.Key{"requests.received.total"}},
			{Why: "两个数在一格", Set: []Entry{{"proactive.licensing.decisions", "3、5"}}, Finds: []form.Key{"proactive.licensing.decisions"}},
			{Why: "负号写成了破折号，减少的写在括号里", Year: 2020, Set: []Entry{{"proactive.licensing.change", "—3"}, {"proactive.penalties.change", "(3)"}}, Finds: []form.Key{"proactive.licensing.change", "proactive.penalties.change"}},
			{Why: "公式没有算出结果", Set: []Entry{{"requests.received.research", "=3+2"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "采购金额可以带单位", Year: 2020, Set: []Entry{{"proactive.procurement.amount", "5.2万元"}}},
			{Why: "数字后面多了句号", Set: []Entry{{"requests.received.research", "0。"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "收费金额写成了万", Set: []Entry{{"proactive.fees.amount", "12.5万"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "收费金额带着货币符号", Set: []Entry{{"proactive.fees.amount", "￥12,345"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "收费金额写成了元", Set: []Entry{{"proactive.fees.amount", "12,345元"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "看得明白的写法会自动更正", Set: []Entry{{"requests.received.research", "３ 件"}}},
			{Why: "斜杠算没有填", Set: []Entry{{"requests.received.research", "/"}}},
		}
	},
}

// inUnitOf is an amount of money that was typed with its own unit, in the one of its cell.
func inUnitOf(m form.Measure, typed string) (unit string, due decimal.Decimal, ok bool) {
	shift, inYuan := m.Shift("")
	n, size := chinese.ReadNumeral(typed)
	yuan, isMoney := n.InYuan()
	if !inYuan || !isMoney || n.Rough || size < len(typed) {
		return "", decimal.Decimal{}, false
	}
	return m.Units()[0], yuan.Shift(-shift), true
}

// moneyIn is an amount as it is read, where it was typed with a sign of money, without 元 behind 万, or with its unit in brackets.
func moneyIn(typed string) string {
	amount := strings.NewReplacer("（", "", "）", "", "(", "", ")", "").Replace(strings.TrimSpace(typed))
	bare := strings.TrimLeft(amount, "￥¥")
	if bare != amount || strings.HasSuffix(bare, "万") || strings.HasSuffix(bare, "亿") {
		return strings.TrimSuffix(bare, "元") + "元"
	}
	return bare
}

// numberIn is the number that was typed in Chinese numerals, or with marks around it.
func numberIn(typed string) (due decimal.Decimal, ok bool) {
	const unit = "件" // without one a Chinese numeral is none
	counted := strings.TrimSuffix(strings.Trim(typed, " 。，、；;,.'‘’“”\"*"), unit) + unit
	n, size := chinese.ReadNumeral(counted)
	return n.Value, size == len(counted) && !n.Rough
}

// disguised tells that a cell shows something else than it holds.
func disguised(seen, stored string) string {
	if seen = strings.TrimSpace(seen); seen == "" {
		return "存的是“" + excerpt(stored) + "”，单元格的数字格式却使它不照样显示。"
	}
	return "显示的是“" + excerpt(seen) + "”，存的却是“" + excerpt(stored) + "”，是单元格的数字格式改了样子。"
}

var figureWhole = Rule{
	ID: "figure-whole", Level: Fatal, Title: "件数要填整数", Citation: "年度报告格式各表",
	Find: findFigureWhole,
	Cases: func() []Case {
		return []Case{
			{Why: "件数填了小数，没有半件申请", Set: []Entry{{"requests.received.research", "1.5"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "本年增减填了小数", Year: 2020, Set: []Entry{{"proactive.licensing.change", "-0.5"}}, Finds: []form.Key{"proactive.licensing.change"}},
			{Why: "合计是小数，只因为有一项是小数：说一处", Set: []Entry{{"requests.received.research", "1.5"}, {"requests.received.total", "1.5"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "自己填的合计是小数", Set: []Entry{{"requests.received.total", "1.5"}}, Finds: []form.Key{"requests.received.total"}},
			{Why: "有一项是小数，合计另填了一个小数", Set: []Entry{{"requests.received.research", "1.5"}, {"requests.received.total", "0.7"}}, Finds: []form.Key{"requests.received.research", "requests.received.total"}},
			{Why: "3.0就是3", Set: []Entry{{"requests.received.research", "3.0"}}},
			{Why: "收费金额可以有小数", Set: []Entry{{"proactive.fees.amount", "12.5"}}},
		}
	},
}

// findFigureWhole passes over totals that are no whole numbers because one of their parts is none: mended there, they follow.
func findFigureWhole(in *Input) []Finding {
	r := in.Report
	isWhole := func(k form.Key) bool { v := r.Figure(k); return !v.IsNumber() || v.Number.IsInteger() }
	found := onFigures(func(c *form.Cell, v model.Value) string {
		if c.Measure.Whole() && !isWhole(c.Key) {
			return "是" + v.Printed() + "，件数要填整数。"
		}
		return ""
	})(in)
	return slices.DeleteFunc(found, func(f Finding) bool {
		total := f.Cells[0].Key
		parts := r.Edition.Parts(total)
		return parts != nil && !r.IsStated(total) && slices.ContainsFunc(parts, func(k form.Key) bool { return !isWhole(k) })
	})
}

var figureNegative = Rule{
	ID: "figure-negative", Level: Fatal, Title: "除“本年增/减”外，数字不能小于0", Citation: "年度报告格式各表",
	Find: onFigures(func(c *form.Cell, v model.Value) string {
		if v.IsNumber() && !c.Measure.Signed() && v.Number.IsNegative() {
			return negative(v)
		}
		return ""
	}),
	Cases: func() []Case {
		return []Case{
			{Why: "件数填成了负数", Set: []Entry{{"requests.received.research", "-1"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "金额填成了负数", Set: []Entry{{"proactive.fees.amount", "-0.5"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "减少了的项目数填负数", Year: 2020, Set: []Entry{{"proactive.licensing.change", "-3"}}},
		}
	},
}

var figureRepaired = Rule{
	ID: "figure-repaired", Level: Info, Gather: ByTable, Title: "写法不规范的数字，读取时作了更正", Citation: "年度报告格式各表",
	Find: onFigures(func(c *form.Cell, v model.Value) string {
		if len(v.Repairs) == 0 {
			return ""
		}
		return repaired(v)
	}),
	Cases: func() []Case {
		return []Case{
			{Why: "全角数字", Set: []Entry{{"requests.received.research", "０"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "带单位", Set: []Entry{{"requests.received.research", "0件"}}, Finds: []form.Key{"requests.received.research"}},
			{Why: "千分位逗号", Set: []Entry{{"proactive.licensing.decisions", "27,732"}}, Finds: []form.Key{"proactive.licensing.decisions"}},
			{Why: "增加的项目数写“+5”", Year: 2020, Set: []Entry{{"proactive.licensing.change", "+5"}}},
			{Why: "采购金额本来就带单位", Year: 2020, Set: []Entry{{"proactive.procurement.amount", "5.2万元"}}},
		}
	},
}

var feeDecimals = Rule{
	ID: "fee-decimals", Level: Query, Needs: []form.Key{"proactive.fees.amount"}, Title: "收费金额以万元为单位，至多四位小数（精确到元）", Citation: "年度报告格式第二部分",
	Find: onFigures(func(c *form.Cell, v model.Value) string {
		if c.Measure.Whole() || c.Measure.CarriesUnit() || !v.IsNumber() || v.Number.Equal(v.Number.Truncate(int32(c.Measure.Decimals()))) {
			return ""
		}
		return "是" + v.Printed() + "万元，小数超过四位（比1元还细），请核对单位和小数点。"
	}),
	Cases: func() []Case {
		return []Case{
			{Why: "五位小数比1元还细", Set: []Entry{{"proactive.fees.amount", "12.34567"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "四位小数正好到元", Set: []Entry{{"proactive.fees.amount", "11384.8489"}}},
			{Why: "末尾的0不算", Set: []Entry{{"proactive.fees.amount", "1.50000"}}},
		}
	},
}

var feeMagnitude = Rule{
	ID: "fee-magnitude", Level: Query, Needs: []form.Key{"proactive.fees.amount"}, Title: "收费金额大得不寻常时，看是不是把元填成了万元", Citation: "年度报告格式第二部分",
	Find: findFeeMagnitude,
	Cases: func() []Case {
		return []Case{
			{Why: "一个镇一年收费一千万元以上", Set: []Entry{{"proactive.fees.amount", "1000"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "比上年多一万倍", Last: []Entry{{"proactive.fees.amount", "3.5"}}, Set: []Entry{{"proactive.fees.amount", "35000"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "一个街道一年收费上亿元", Set: []Entry{{"unit.level", "街道"}, {"proactive.fees.amount", "12345"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "层级看不懂，名称是镇政府", Set: []Entry{{"unit.level", "基层"}, {"proactive.fees.amount", "12345"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "大镇收得到几百万元", Set: []Entry{{"proactive.fees.amount", "860.5"}}},
			{Why: "县里的一个部门收不到几亿元", Set: []Entry{{"unit.level", "县级部门"}, {"proactive.fees.amount", "35000"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "教育、自然资源部门收得到几千万元", Set: []Entry{{"unit.level", "县级部门"}, {"proactive.fees.amount", "8600"}}},
			{Why: "一个县收不到几十亿元", Set: []Entry{{"unit.level", "县级政府"}, {"proactive.fees.amount", "250000"}}, Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "大市收得到一百亿元", Set: []Entry{{"unit.level", "市级政府"}, {"proactive.fees.amount", "1000000"}}},
			{Why: "开发区大小不一，无从说起", Set: []Entry{{"unit.level", "开发区"}, {"proactive.fees.amount", "35000"}}},
			{Why: "文字里写的是同样多的元", Set: []Entry{{"proactive.fees.amount", "350"}, {"narrative.other", "全年收取行政事业性收费350元，未收取政府信息公开信息处理费。"}},
				Finds: []form.Key{"proactive.fees.amount"}},
			{Why: "信息处理费是另一种费", Set: []Entry{{"proactive.fees.amount", "350"}, {"narrative.other", "收取政府信息公开信息处理费350元。"}}},
			{Why: "文字里的单位和表里一样", Set: []Entry{{"proactive.fees.amount", "350"}, {"narrative.other", "全年收取行政事业性收费350万元，未收取政府信息公开信息处理费。"}}},
			{Why: "县里收得到", Set: []Entry{{"unit.level", "县级政府"}, {"proactive.fees.amount", "100000"}}},
			{Why: "上年没有收费，无从比较", Last: []Entry{{"proactive.fees.amount", "0"}}, Set: []Entry{{"proactive.fees.amount", "35"}}},
		}
	},
}

func findFeeMagnitude(in *Input) []Finding {
	const key = form.Key("proactive.fees.amount")
	fee := in.Report.Figure(key)
	if !fee.IsNumber() {
		return nil
	}
	why := ""
	if level := in.level(); isMuch(level, fee.Number) {
		why = "一个" + level.Name + "少有这么多"
	}
	if in.Last != nil {
		last := in.Last.Figure(key)
		if last.IsNumber() && last.Number.IsPositive() && fee.Number.GreaterThanOrEqual(last.Number.Mul(decimal.NewFromInt(10000))) {
			why = "上年是" + last.Printed() + "万元，多了一万倍以上"
		}
	}
	if in.isInYuan(fee.Number) {
		why = "第六部分写的是" + fee.Printed() + "元"
	}
	if why == "" {
		return nil
	}
	return []Finding{{
		Message: in.figureCell(key, Subject).Label + "是" + fee.Printed() + "万元，" + why + "，请核对是不是把元填成了万元。",
		Actual:  fee.Printed(),
		Cells:   []Cell{in.figureCell(key, Subject)},
	}}
}

// isMuch says whether a unit of a level hardly ever charges as much, in 万元: a town some millions of yuan, a department of a county some tens
// of millions, a government ten times what one of its departments does, and each tier ten times the one below; the whole country charges 40,000,000.
func isMuch(level form.Level, fee decimal.Decimal) bool {
	var from int64
	switch level.Tier {
	case form.Township:
		from = 1000
	case form.County:
		from = 20_000
	case form.City:
		from = 200_000
	case form.Province:
		from = 2_000_000
	default:
		return false
	}
	if level.Government && level.Tier > form.Township {
		from *= 10
	}
	return fee.GreaterThanOrEqual(decimal.NewFromInt(from))
}

// isInYuan says whether section six tells the same number of the same charges in 元. Elsewhere the text is held against the table.
func (in *Input) isInYuan(fee decimal.Decimal) bool {
	claims := in.read().Claims
	return fee.IsPositive() && slices.ContainsFunc(claims, func(c reading.Claim) bool {
		return c.Statement.Section == "narrative.other" && c.Statement.Names(charges) && c.Counts(reading.Charge) && c.Unit == "元" && c.Amount().Equal(fee)
	})
}
