package check

import (
	"strings"

	"nianbao/internal/pattern"
)

// adverbBeforeNoun finds 地 before what somebody gets, which is a noun there: 权利得到了较好地保障.
var adverbBeforeNoun = pattern.New(`(?:得到|有|取得|实现|形成|获得)了?[^，。；、：的地]{1,6}(地)(?:保障|提升|提高|改善|落实|解决|发展|加强|规范|体现|满足|维护|增强|优化|回应|肯定|改进|完善|成效|进展|突破|改观|缓解)(?:[，。；、和与]|$)`, "地")

// adverbsBeforeNouns lists the places where 地 should be 的.
func adverbsBeforeNouns(text string) []wordFault {
	if !strings.Contains(text, "地") || !received.In(text) {
		return nil
	}
	var faults []wordFault
	for _, m := range adverbBeforeNoun.FindAllStringSubmatchIndex(text, -1) {
		due := text[m[0]:m[2]] + "的" + text[m[3]:m[1]]
		faults = append(faults, wordFault{m[2], m[3], "“" + told(strings.TrimRight(text[m[0]:m[1]], "，。；、和与")) + "”里的“地”应是“的”", strings.TrimRight(due, "，。；、和与"), Info})
	}
	return faults
}

// received are words for getting something, with what they are mostly written before it.
var received = pattern.NewWords("得到 有了 取得 实现 形成 获得 有较 有更 有明显")
