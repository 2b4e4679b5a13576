package check

import (
	"nianbao/internal/pattern"
)

// negativeGrowth finds a number of more or fewer that is told as less than none: 增加-3条.
var negativeGrowth = pattern.NewWith("增加 增长 上升 减少 下降 降低", `(?:增加|增长|上升|减少|下降|降低)了?[-－−]([0-9]+(?:\.[0-9]+)?)(?:[%件条份次篇个项场期人户]|万元|元)`, "-", "－", "−")

func findNegativeGrowth(_ *Input, s section, i int) []Finding {
	var found []Finding
	for _, m := range negativeGrowth.FindAllStringSubmatch(s.paragraphs[i].Text, -1) {
		found = append(found, s.finding(i, m[0], "“"+m[0]+"”里的数前面多了负号：增加、减少后面写多少就是多少，请核对是增加还是减少。"))
	}
	return found
}
