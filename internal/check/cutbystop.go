package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// basisOnly is a statement that tells by what something is done, and not what.
	basisOnly = pattern.New(`^(?:按照|根据|依照|依据|遵照)[^，：；]{4,}(?:规定|要求|精神|部署|安排|原则|通知|条例》|办法》|意见》|通知》)。$`, "按照", "根据", "依照", "依据", "遵照")
	// aimsOnly is a statement that tells around what something is done, and not what.
	aimsOnly = pattern.New(`^(?:紧紧|紧密|始终|重点|主要|聚力|将|主动)?(?:围绕|聚焦|紧扣|针对)[^，：；]*、[^，：；]*(?:等|的)[^，：；、]{0,8}(?:事项|问题|内容|领域|信息|需求|热点|工作|方面|重点|关切|任务)。$`, "围绕", "聚焦", "紧扣", "针对")
	// goalOnly is one that tells towards what.
	goalOnly = pattern.New(`^(?:紧紧|紧密|始终|牢牢)?(?:围绕|聚焦|紧扣)[^，：；、。]{3,24}(?:目标|要求|主线|主题|任务)。$`, "围绕", "聚焦", "紧扣")
	aimed    = pattern.NewWords("围绕 聚焦 紧扣 针对")
	// predicate are words that make a statement of it nonetheless.
	predicate = pattern.NewWords("进行 开展 公开了 编制 执行 落实 办理 公布了 展开 完成 推进 做好 是 已 均 了")
	// whatItIs ends in the noun that a sentence beginning with 是 promised, and means are verbs that open what stands before it.
	whatItIs = pattern.New(`^[^，：；。是有]{4,30}的(?:重要|有效|关键|必然|必要|基础|有力|具体|主要|根本|客观)[^，：；。]{0,2}(?:举措|途径|手段|保障|内容|抓手|环节|要求|措施|方式|体现|载体|支撑|平台|前提)[，。；]`, "的")
	opensIs  = pattern.New(`(?:^|[，：；])[^，：；。“”]{0,10}是(?:建设|推进|保障|促进|加强|提升|提高|转变|密切|深化|落实|优化|服务|打造|践行|维护|实现|推动)[^，：；。的]{2,14}。$`,
		"是建设", "是推进", "是保障", "是促进", "是加强", "是提升", "是提高", "是转变", "是密切", "是深化", "是落实", "是优化", "是服务", "是打造", "是践行", "是维护", "是实现", "是推动")
)

// cutByStop lists the sentences of a text that a 。 cuts in two: 根据《条例》有关规定。结合我镇实际…….
func cutByStop(text string) (faults []wordFault) {
	if !citing.In(text) && !aimed.In(text) && !strings.Contains(text, "是") {
		return nil
	}
	start := 0
	statements := chinese.Statements(text)
	for i, statement := range statements[:max(0, len(statements)-1)] {
		end := start + len(statement)
		if isCut(statement, statements[i+1]) {
			const enough = 8 // characters that show which sentence it is
			from := end - len("。") - len(lastRunes(strings.TrimSuffix(statement, "。"), enough))
			faults = append(faults, wordFault{from, end, "“" + text[from:end] + "”这一句没有说完就用了句号，请改成逗号，或补上后面的话", "", Info})
		}
		start = end
	}
	return faults
}

// isCut says whether a statement tells no more than by or around what something is done, or what something is, before the next that tells
// the rest.
func isCut(statement, next string) bool {
	if opensIs.MatchString(statement) && whatItIs.MatchString(next) && didNextOrMeans.Begins(next) {
		return true
	}
	_, body, numbered := chinese.ReadMarker(strings.TrimSpace(statement))
	if years := chinese.YearsIn(body); len(years) == 1 && years[0].Start == 0 {
		body = strings.TrimPrefix(strings.TrimPrefix(body[years[0].End:], "度"), "，")
	}
	if numbered || strings.ContainsAny(body, "，：；") {
		return false
	}
	if aimed.In(body) && !predicate.In(body) && goalOnly.MatchString(withoutDoer(body)) {
		return true
	}
	return basisOnly.MatchString(body) && !predicate.In(body) || strings.Contains(body, "、") && aimed.In(body) && aimsOnly.MatchString(withoutDoer(body))
}

// didNextOrMeans are verbs that begin what something is a means of.
var didNextOrMeans = pattern.NewWords("保障 促进 推进 加强 提升 提高 转变 密切 深化 落实 优化 服务 打造 践行 维护 实现 推动 建设 增强 方便 满足 强化 回应 规范 完善")

// doers end who does something, as a statement begins with.
var doers = pattern.New(`^(?:\p{Han}{2,6}(?:镇|乡|街道|局|县|区|市|委|中心)(?:人民政府|办事处)?|[我本](?:镇|乡|街道|局|县|区|市|委|中心|办|单位|机关))`, "镇", "乡", "街道", "局", "县", "区", "市", "委", "中心", "我", "本")

// withoutDoer is a statement without who does something at its start.
func withoutDoer(statement string) string {
	const longest = 10 // characters of a unit's name
	if utf8.RuneCountInString(statement[:aimed.Index(statement)]) > longest {
		return statement
	}
	return strings.TrimPrefix(statement, doers.FindString(statement))
}
