package check

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var feeStatement = Rule{
	ID: "fee-statement", Level: Query, Since: 2021, Title: "第六部分写明是否收取信息处理费，收了的写明多少", Citation: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
	Find: findFeeStatement,
	Cases: func() []Case {
		return []Case{
			{Why: "没有写", Set: []Entry{{"narrative.other", "没有其他需要报告的事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "空着", Set: []Entry{{"narrative.other", ""}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写的是行政事业性收费", Set: []Entry{{"narrative.other", "本年度没有行政事业性收费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "说收了，没有说收了多少", Set: []Entry{{"narrative.other", "本年度依法收取了政府信息公开信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "收了，写明了金额", Set: []Entry{{"narrative.other", "按照规定，本年度共收取信息处理费400元。"}}},
			{Why: "没有发收费通知", Set: []Entry{{"narrative.other", "全年未发出收费通知。"}}},
			{Why: "说成没有收费、没有收钱、免费", Set: []Entry{{"narrative.other", "没有收费，没有其他事项。"}}},
			{Why: "说成分文未取", Set: []Entry{{"narrative.other", "向申请人提供信息分文未取，无其他事项。"}}},
			{Why: "在依申请公开里说没有收取费用", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到申请3件，都已答复，没有向申请人收取任何费用。"}, {"narrative.other", "无。"}}},
			{Why: "没有行政收费，不是没有信息处理费", Set: []Entry{{"narrative.overview", "（一）主动公开。没有许可、处罚和行政收费。\n（二）依申请公开。收到申请3件。"}, {"narrative.other", "无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "标题之后写的是“无”", Set: []Entry{{"narrative.other", "（一）收取信息处理费情况\n无。"}}},
			{Why: "标题之后什么也没有写", Set: []Entry{{"narrative.other", "（一）收取信息处理费情况\n（二）其他事项。没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写在了第一部分", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请，未收取信息处理费。信息先审后发。网站按时更新。按季度考核，征求意见，没有问责。"}, {"narrative.other", "无。"}}},
			{Why: "试行格式没有这一项", Year: 2020, Set: []Entry{{"narrative.other", "无。"}}},
			{Why: "文字栏丢了的另有一条规则", Lost: []form.Key{"narrative.other"}},
		}
	},
}

func findFeeStatement(in *Input) []Finding {
	const key = form.Key("narrative.other")
	if slices.Contains(in.Report.Lost, key) {
		return nil
	}
	sections := in.filled()
	last := sections[slices.IndexFunc(sections, func(s section) bool { return s.passage.Key == key })]
	text := feesOfTableTwo.Replace(last.written())
	switch {
	case feeWords.In(text):
		if chinese.ContainsAny(text, strings.Fields("收取了 共收取 依法收取 实际收取")) && !chinese.ContainsAny(text, strings.Fields("未 没 无 不 免 零 元")) {
			return []Finding{last.wholeFinding("“" + last.heading + "”写了收取信息处理费，没有写收了多少，请写明金额。")}
		}
		return nil
	case in.statesFee():
		return nil
	}
	f := last.lackFinding("“" + last.heading + "”没有写明是否收取信息处理费。没有收取的，可写：" + in.Report.YearText() + "年未收取政府信息公开信息处理费。")
	f.Expected, f.Compared = "是否收取信息处理费，收取多少", missed("没有写明")
	return []Finding{f}
}

// feeWords are words of which a section six that states the fee uses at least one.
var feeWords = pattern.NewWords("处理费 收费 费用 免费 收钱 花钱 要钱 人的钱 过钱 分文 一分钱 检索费 复制费 邮寄费 工本费")

// feesOfTableTwo are another thing than the fee for processing requests.
var feesOfTableTwo = strings.NewReplacer("行政事业性收费", "", "行政事业收费", "")

// noFees is how what is said of applications tells that nothing was charged for them, without naming the fee.
var noFees = pattern.New(`(?:未|没有|不|无)(?:向[^，。；]{0,8})?(?:收取|产生|发生)(?:过|任何|其他|相关|信息公开|检索|复制|邮寄|、)*(?:费用|收费)`, "费用", "收费")

// statesFee says whether a statement somewhere in the report tells what came of the fee.
func (in *Input) statesFee() bool {
	for _, s := range in.filled() {
		for _, p := range s.paragraphs {
			if strings.Contains(p.Text, "申请") && noFees.MatchString(p.Text) {
				return true
			}
			if !strings.Contains(p.Text, "处理费") {
				continue
			}
			for _, statement := range chinese.Statements(p.Text) {
				if strings.Contains(statement, "处理费") && chinese.ContainsAny(statement, strings.Fields("未 没 无 零 元")) {
					return true
				}
			}
		}
	}
	return false
}
