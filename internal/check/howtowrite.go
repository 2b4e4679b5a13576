package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// ofThisPart are what a template says of the part below it, if the statement is about writing as well; fillInNone is what is to be written where there is nothing.
	ofThisPart = pattern.New(`(?:(?:本|此|该|这)(?:一)?(?:部分|段|节|栏)|(?:问题|改进|总结|概述)部分)(?:内容|文字|字数|篇幅|一般|统一|重点|务必|原则上|主要)*(?:应|须|需|要|请|不得|不少于|不超过|不宜|不要|可以?[写填根结视]|由各|控制|避免)`,
		"本部分", "此部分", "该部分", "这部分", "一部分", "本段", "此段", "该段", "这段", "一段", "本节", "此节", "该节", "这节", "一节", "本栏", "此栏", "该栏", "这栏", "一栏", "问题部分", "改进部分", "总结部分", "概述部分")
	fillInNone = pattern.NewWith("如没有 如无 如果没有 如果无 若没有 若无 若果没有 若果无 凡没有 凡无 凡果没有 凡果无", `(?:如|若|凡)(?:果)?(?:没有|无)(?:此|该|相关|这|其他|需要?说明的?|需要?报告的?|需?填报的?)?(?:项|类|方面)?(?:的)?(?:内容|情况|事项)?的?[，,]?(?:请|可以?|应|须|则|就|一律|统一|直接)*(?:填写|填报|填|写明|注明|写)(?:为|上|入)?[“"]?(?:无|0|零)`, "填", "写", "注明")
	toReport   = pattern.New(`^[本各]?行政机关认为需要报告的其他事项(?:[。（(）)]|，?如|$)`, "行政机关认为需要报告")
	writing    = pattern.NewWords("写 填 撰 查摆 雷同 字 条 结合实际 对应 阐述 概括 列出 列明 逐项 逐条 简明")
	// toAll begin a statement of a letter to all offices, handingIn is what they are to do with the report, due what is handed in.
	toAll     = pattern.New(`^(?:请(?:于|在|各|你|贵|有关|相关)|各[^，。；]{1,20}(?:要|应|须|请|务必)|务必)`, "请", "各", "务必")
	handingIn = pattern.NewWords("报送 报至 报县 报市 报区 报省 报我 报办公室 上报 发至 发送 发到 反馈至 反馈到 传至 送至 提交")
	handedIn  = pattern.NewWords("年度报告 年报 电子版 扫描件 纸质版 审定后 指定邮箱")
)

// howToWrite is a statement of a template, or of the letter that asked for the report, that tells how it is written or handed in; "" if there is none.
func howToWrite(text string) string {
	for _, statement := range chinese.Statements(text) {
		_, rest, _ := chinese.ReadMarker(statement)
		rest = strings.TrimLeft(strings.TrimSpace(rest), "（(")
		at := ofThisPart.FindStringIndex(rest)
		switch {
		case at != nil && at[0] <= len("注：说明：") && writing.In(rest[at[1]:]),
			!chinese.ContainsAny(rest, []string{"表", "台账", "各村", "栏目"}) && fillInNone.MatchString(rest),
			toReport.MatchString(strings.TrimSpace(rest)),
			handingIn.In(rest) && handedIn.In(rest) && toAll.MatchString(rest),
			instructions.words("通知的话").In(rest):
			return strings.TrimRight(strings.TrimSpace(statement), chinese.StatementEnds)
		}
	}
	return ""
}
