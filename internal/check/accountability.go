package check

import (
	"strings"

	"nianbao/internal/form"
)

var accountabilityReported = Rule{
	ID: "accountability-reported", Level: Query, Title: "各级政府（含乡镇）要写工作考核、社会评议、责任追究的结果；街道和部门看一看要不要写", Citation: "《条例》第五十条",
	Find: findAccountabilityReported,
	Cases: func() []Case {
		return []Case{
			{Why: "三样都没有写", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有写责任追究", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。按季度考核，征求群众意见。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "换了说法", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。公开情况计入绩效，满意度96%，全年没有问责事项。"}}},
			{Why: "请第三方评估，也是考核和评议", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。委托第三方评估站所公开情况，没有问责事项。"}}},
			{Why: "第三方合法权益不是评估", Set: []Entry{{"narrative.overview", "主动公开信息320条，申请1件，涉及第三方合法权益。信息先审后发。网站按时更新。没有问责事项。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "写在了第六部分", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"},
				{"narrative.other", "未收取信息处理费。年终考核、群众评议均为优秀，没有需要追究责任的情形。"}}},
			{Why: "部门没有写，只作提示", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "街道没有写，只作提示", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "层级看不懂，名称是镇政府", Set: []Entry{{"unit.level", "功能区"}, {"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "层级、名称都看不懂就不下结论", Set: []Entry{{"unit.name", "青岚功能区"}, {"unit.level", "功能区"}, {"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}},
			{Why: "空着的另有一条规则", Set: []Entry{{"narrative.overview", ""}}},
		}
	},
}

var accountability = []matter{
	newMatter("工作考核", "考核 考评 绩效 考绩 第三方评估 第三方机构 后评估 年终评估 年度评估 等次 评分 打分 计分 得分 评先 评优 测评 督查考"),
	newMatter("社会评议", "评议 满意度 满意率 社会监督 意见 建议 问卷 监督员 群众评价 社会评价 测评 民意 座谈 评价 回访 好评 第三方评估 第三方机构"),
	newMatter("责任追究", "追究 问责 追责 约谈 责任倒查 过错责任 失职 通报批评 党纪 政务处分"),
}

// accountabilityTold is how a report tells each of them where there was nothing.
var accountabilityTold = map[string]string{
	"工作考核": "没有对政府信息公开工作进行考核", "社会评议": "没有组织社会评议", "责任追究": "没有需要追究责任的情形",
}

func findAccountabilityReported(in *Input) []Finding {
	level, ok := in.knownLevel()
	overview, written := in.section("narrative.overview")
	if !ok || !written {
		return nil
	}
	var text strings.Builder
	for _, s := range in.filled() {
		text.WriteString(s.text())
	}
	names := missing(text.String(), accountability)
	if names == nil {
		return nil
	}
	var sentences []string
	for _, name := range names {
		sentences = append(sentences, accountabilityTold[name])
	}
	due, none := "《条例》第五十条要求各级政府写，一般写在“监督保障”里", "没有的"
	if !level.Government || level.Dispatched {
		due, none = "《条例》第五十条只要求各级政府写，"+level.Name+"写不写看上级的要求", "要写而没有的"
	}
	f := overview.lackFinding("没有写到" + strings.Join(names, "、") + "的结果。" + due + "。" + none + "，可写：" + in.Report.YearText() + "年" + strings.Join(sentences, "，") + "。")
	f.Expected, f.Compared = strings.Join(names, "、"), missed("没有写到")
	if !level.Government || level.Dispatched {
		f.Level = Info
	}
	return []Finding{f}
}
