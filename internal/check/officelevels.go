package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// departmentOf finds a provincial kind of office that a county or city is said to have: 区教育厅.
var departmentOf = pattern.New(`(自治县|自治旗|县|区|旗|市)((?:教育|民政|财政|水利|司法|公安|交通运输|商务|农业农村|自然资源|生态环境|住房和城乡建设|住建|人力资源和社会保障|人社|文化和旅游|文旅|应急管理|科学技术|科技|工业和信息化|审计)厅)`, "厅")

// hotlines are the short numbers of public services that are told with what they are for.
var hotlines = pattern.New(`(12[0-9]{3})(政务服务便民热线|政务服务热线|市民服务热线|市民热线|便民热线)`, "热线")

// misplacedOffices lists offices of a level that has none of their kind, and hotlines by another's number.
func misplacedOffices(text string) []wordFault {
	var faults []wordFault
	for _, m := range departmentOf.FindAllStringSubmatchIndex(text, -1) {
		if chinese.EndsWithAny(text[:m[0]], []string{"自治", "行政"}) || strings.HasSuffix(text[:m[3]], "自治区") {
			continue
		}
		name := text[m[0]:m[1]]
		due := strings.TrimSuffix(name, "厅") + "局"
		faults = append(faults, wordFault{m[0], m[1], "“" + name + "”的级别不对，厅是省级的，应是“" + due + "”", due, Query})
	}
	for _, m := range hotlines.FindAllStringSubmatchIndex(text, -1) {
		const due = "12345"
		if code := text[m[2]:m[3]]; code != due {
			faults = append(faults, wordFault{m[2], m[3], "政务服务便民热线是" + due + "，这里写的是“" + code + "”", due, Query})
		}
	}
	return faults
}

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
