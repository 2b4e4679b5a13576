package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// ofPart begins what the form or a template says of what a part tells.
	ofPart = pattern.New(`^(?:注：|说明：|备注：)?(?:本|此|该)(?:一)?部分(?:应当?|主要|重点|的?内容|需|须|要)*(?:报告|说明|介绍|概述|综述|反映|阐述|总结|填写|填报|包括|包含|涵盖|为|是|写)(.+)$`, "本部分", "此部分", "该部分", "本一部分", "此一部分", "该一部分")
	// partly are what the six parts tell of, inBrackets is a paragraph that says so of the part below it, ownWords are such as the report itself has.
	partly     = pattern.NewWords("存在的主要问题 存在的问题 存在问题 主要问题 改进情况 改进措施 信息处理费 收费情况 总体情况 需要报告的事项 整体情况")
	inBrackets = pattern.New(`^[（(【\[]([^（）()【】\[\]。；0-9]{8,90})。?[）)】\]]。?$`, "（", "(", "【", "[")
	ownWords   = pattern.NewWords("没有 未 无 已 了 详见 见 图 表")
	// toWrite asks for what belongs to a part, behind its heading: 依申请公开（写指南、渠道、答复格式等）.
	toWrite = pattern.New(`（(?:写[^信字作生真明]|填写|注明)[^（）]*、[^（）]*等）`, "等）")
)

// whatBelongsHere is what the form or a template says of what a part tells: （本部分报告主动公开、依申请公开……等方面情况）; "" if there is none.
func whatBelongsHere(text string) string {
	if words := toWrite.FindString(text); words != "" {
		return words
	}
	isOfForm := func(words string) bool { return len(aspectsNamed(words)) >= 3 || partly.In(words) }
	if m := wordsInBrackets(strings.TrimSpace(text)); m != nil && !ownWords.In(m[1]) && (len(aspectsNamed(m[1])) >= 3 || strings.Contains(m[1], "问题") && strings.Contains(m[1], "改进") || ofPart.MatchString(m[1]) || strings.Contains(m[1], "需要报告的")) {
		return strings.TrimSpace(text)
	}
	if !strings.Contains(text, "部分") {
		return ""
	}
	for _, statement := range strings.FieldsFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.StatementEnds+"（）()【】[]") }) {
		if m := ofPart.FindStringSubmatch(statement); m != nil && !ownWords.In(m[1]) && !strings.ContainsAny(m[1], "0123456789") && isOfForm(m[1]) {
			return statement
		}
	}
	return ""
}

// wordsInBrackets is inBrackets found in a paragraph; most do not begin and end with one, and are not looked into.
func wordsInBrackets(text string) []string {
	if !chinese.StartsWithAny(text, []string{"（", "(", "【", "["}) || !chinese.EndsWithAny(strings.TrimSuffix(text, "。"), []string{"）", ")", "】", "]"}) {
		return nil
	}
	return inBrackets.FindStringSubmatch(text)
}
