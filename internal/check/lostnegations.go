package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// misfortune finds what went wrong, told flatly, where everybody tells that nothing did: 发生泄密事件。
var misfortune = pattern.New(`(?:^|[。；，])(?:全年|年内|本年度|期间)?(发生(?:失泄密|泄密|泄露国家秘密|意识形态|负面舆情|重大舆情)(?:事件|问题|情况|事故))[。；，]`,
	"发生失泄密", "发生泄密", "发生泄露国家秘密", "发生意识形态", "发生负面舆情", "发生重大舆情")

// lostNegations lists such places.
func lostNegations(text string) []wordFault {
	var faults []wordFault
	for _, m := range misfortune.FindAllStringSubmatchIndex(text, -1) {
		words := text[m[2]:m[3]]
		faults = append(faults, wordFault{m[2], m[3], "“" + words + "”前面像是漏了“没有”", "没有" + words, Query})
	}
	return faults
}

var (
	// inTime finds a limit that a clause ends with, so that what was done within it is told behind, or lost: 在法定期限内，维护了…….
	inTime = pattern.New(`在(?:法定|规定)的?(?:答复|办理)?(?:期限|时限|时间)内，`, "内，")
	// answering are words of what is done within it.
	answering = pattern.NewWords("答复 办结 办理 回复 作出 送达 告知 提供 公开 完成 寄 函 反馈 征求 处理 补正 收到 没有 未 无 转入 结转 办")
)

// lostAnswers lists limits of which a text does not tell what was done within them.
func lostAnswers(text string) []wordFault {
	var faults []wordFault
	for _, m := range inTime.FindAllStringIndex(text, -1) {
		statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
		if !answering.In(statement[m[1]-start:]) {
			words := strings.TrimSuffix(text[m[0]:m[1]], "，")
			faults = append(faults, wordFault{m[0], m[1], "“" + words + "”后面像是漏了“作出答复”", words + "作出答复，", Info})
		}
	}
	return faults
}

// contactAt finds 于 where 与 joins whom one gets in touch with: 可于县教育局办公室联系.
var contactAt = pattern.New(`(?:请|可|敬请)(于)[^，。；（0-9]{2,30}(?:局|办|室|科|股|部门|单位|机关|政府|处|中心|委|我镇|我乡|我局|我街道)(?:取得)?联系`, "请于", "可于")

// miswrittenWith lists such places.
func miswrittenWith(text string) []wordFault {
	var faults []wordFault
	for _, m := range contactAt.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[3], "“" + excerpt(text[m[0]:m[1]]) + "”里的“于”应是“与”", "与", Query})
	}
	return faults
}
