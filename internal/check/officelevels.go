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
