package check

import "nianbao/internal/pattern"

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
