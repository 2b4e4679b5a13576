package check

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// fromTo finds a number that became another one, in which direction it is said to have gone: 由2020年的17件降为21件.
var fromTo = pattern.New(`[由从](?:[0-9]{4}年度?的?|上年度?的?|去年的?|年初的?|原来的?)?([0-9]+(?:\.[0-9]+)?)(%|件|条|次|人次|人|个|项|篇|分|天|个工作日|万元|元|万次|万条)(?:大幅|明显|显著|稳步|逐步)?(上升|增加|增长|提高|提升|升高|攀升|升|增|下降|减少|降低|缩短|压缩|回落|降|减)(?:到了?|至|为)(?:[0-9]{4}年度?的?|本年度?的?|今年的?|现在的?)?([0-9]+(?:\.[0-9]+)?)(%|件|条|次|人次|人|个|项|篇|分|天|个工作日|万元|元|万次|万条)`,
	"到", "至", "为")

// becoming are words in whatever fromTo finds: most texts have none, but 至 and 为.
var becoming = pattern.NewWords("升到 升至 升为 加到 加至 加为 长到 长至 长为 高到 高至 高为 增到 增至 增为 降到 降至 降为 少到 少至 少为 低到 低至 低为 短到 短至 短为 缩到 缩至 缩为 落到 落至 落为 减到 减至 减为")

// rising are the words of fromTo for more.
var rising = pattern.NewWords("上升 增加 增长 提高 提升 升高 攀升 升 增")

// findDirections finds numbers that went the other way than is said.
func findDirections(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	if !becoming.In(text) {
		return nil
	}
	var found []Finding
	for _, m := range fromTo.FindAllStringSubmatchIndex(text, -1) {
		part := func(n int) string { return text[m[2*n]:m[2*n+1]] }
		before, err := decimal.NewFromString(part(1))
		after, errAfter := decimal.NewFromString(part(4))
		if err != nil || errAfter != nil || part(2) != part(5) || chinese.IsQuoted(text, m[0]) {
			continue
		}
		rises := rising.Has(part(3))
		if rises && after.LessThan(before) || !rises && after.GreaterThan(before) {
			words := text[m[0]:m[1]]
			found = append(found, s.finding(i, words, "“"+excerpt(words)+"”：从"+part(1)+part(2)+"到"+part(4)+part(5)+"不是“"+part(3)+"”，请核对数字和说法。"))
		}
	}
	return found
}
