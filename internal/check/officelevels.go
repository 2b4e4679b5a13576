package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// departmentOf finds a provincial kind of office that a county or city is said to have: 区教育厅.
var departmentOf = pattern.New(`(自治县|自治旗|县|区|旗|市)((?:教育|民政|财政|水利|司法|公安|交通运输|商务|农业农村|自然资源|生态环境|住房和城乡建设|住建|人力资源和社会保障|人社|文化和旅游|文旅|应急管理|科学技术|科技|工业和信息化|审计)厅)`,
	"育厅", "政厅", "利厅", "法厅", "安厅", "输厅", "务厅", "村厅", "源厅", "境厅", "设厅", "建厅", "障厅", "社厅", "游厅", "旅厅", "理厅", "术厅", "技厅", "化厅", "计厅")

// misplacedOffices lists offices of a level that has none of their kind.
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
	return faults
}

// rulesBelow finds rules of a government that may make none (《立法法》第九十三条): 县政府规章.
var rulesBelow = pattern.New(`((?:自治县|[^自]县|旗|镇|乡)(?:级)?(?:人民)?政府)(规章)(?:[^制规库]|$)`, "政府规章")

// rulesOfOffice finds the same of an office: 本局历年印发的政府规章.
var rulesOfOffice = pattern.New(`[本我](?:局|委|办|镇|乡|街道)[^，。；、]{0,12}(?:印发|制定|制发|出台)[^，。；]{0,10}(政府规章)(?:[^制规库]|$)`, "政府规章")

// misplacedRules lists such rules.
func misplacedRules(text string) []wordFault {
	var faults []wordFault
	for _, m := range rulesOfOffice.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[3], "部门、乡镇不制定“" + text[m[2]:m[3]] + "”，应是“规范性文件”", "", Query})
	}
	for _, m := range rulesBelow.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[5], "“" + text[m[2]:m[5]] + "”的级别不对，县、乡镇的政府不制定规章，应是“规范性文件”", "", Query})
	}
	return faults
}
