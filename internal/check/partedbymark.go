package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// aheadOf are verbs behind which, wherever they stand, what they aim at comes at once; atOnce those behind which it does when they are the
	// whole clause: 更换内容，确保，森林防火…….
	aheadOf = pattern.NewWords("致力于 着眼于 有助于 有利于 取决于 侧重于 着力于 旨在")
	atOnce  = pattern.NewWords("确保 力争 力求 以期 借以 用以")
	// doingWell are verbs that stand in lists of such (做好、做细、做实), or before their object.
	doingWell = pattern.NewWords("做好 抓好 办好 用好 管好 把好")
	// parallel begin, and wellEnds end, one more verb in a list of them.
	parallel = pattern.NewWords("服务 宣传 管理 维护 保护 引导 督促 协调 审核 审查 检查 回应 处理 改进 改善 创新 巩固 服务好 办理 解读 公开 确保 力争 力求 促使 保证 有利 有助 着力 致力 支持 鼓励 参与 监督 指导 统筹 谋划 部署 夯实 守牢 守住 筑牢")
	wellEnds = "好实细优强大准紧严牢到深透活精稳"
	// listing are verbs of which a list may stand before one object, nouns begin what is no verb.
	listing = pattern.NewWords("坚持 实现 开展 加强 推进 完善 健全 提高 提升 强化 优化 深化 设立 设置 开设 建立 保障 促进 增强 加大 拓宽 拓展 压实 召开 举办 高度重视 围绕 聚焦 依托 利用 发挥 履行")
	nouns   = pattern.NewWords("政务公开 政府信息 信息公开 保密审查 业务培训 社会 群众 规范性文件 制度 网站 年度 公众 政策 栏目 专栏 条例 目录 基层 各项 各类")
	// howOnly are adverbs that stand before a verb and nowhere else.
	howOnly = pattern.NewWords("进一步 不断 着力 大力 逐步 切实 更好地 有效地")
)

// partedByMark is the word before a comma or a pause that cannot be parted from what stands behind it: 做好、公文的收集; "" if it can.
func partedByMark(before, after string, mark rune) string {
	if word := conjunctionBefore(before); word != "" {
		return word
	}
	clause, start := clauseBefore(before)
	if mark == '，' && leadsToMeans(clause, before[:start]) {
		return clause
	}
	switch {
	case aheadOf.Ends(clause):
		for _, word := range aheadOf.List() {
			if strings.HasSuffix(clause, word) && (mark == '，' || !isOneMoreVerb(itemOf(after))) {
				return word
			}
		}
		return ""
	case utf8.RuneCountInString(clause) > longestBare:
		return ""
	}
	clause, _ = subjects.CutPrefix(cutWords(clause, leadingAdverbs))
	if howOnly.Has(clause) && !adverbial.Begins(after) && !howOnly.Begins(after) && (mark == '，' || clause == "进一步") { // 逐步、分批公开
		return clause
	}
	verb, item := cutWords(clause, adverbial), itemOf(after)
	inList := strings.HasSuffix(before[:start], "、")
	switch {
	case atOnce.Has(verb):
		if !isOneMoreVerb(item) {
			return verb
		}
	case mark == '、' && doingWell.Has(verb) && !inList:
		const fewest = 4 // characters of an object
		if utf8.RuneCountInString(item) >= fewest && !isOneMoreVerb(item) && (strings.Contains(item, "的") || nouns.Begins(item)) {
			return verb
		}
	case mark == '、' && listing.Has(verb) && !inList:
		if nouns.Begins(item) && isBareObject(item) {
			return verb
		}
	}
	return ""
}

var (
	// means are verbs that lead to what something is done by; leadingIn stand before them where a clause begins with both: 并通过，公众号…….
	means     = pattern.NewWords("通过 借助 依托 利用 依靠 凭借 根据 按照 针对 围绕")
	leadingIn = pattern.NewWords("并 并且 还 同时 主要 另外 另 又 以及")
	// ledIn end a clause that may have a subject: 信息主要依托，县政府网站发布.
	ledIn = pattern.NewWords("并依托 并利用 并借助 并按照 并根据 并结合 并围绕 并运用 同时依托 同时利用 同时借助 主要依托 主要利用 主要借助 主要通过")
	// adopting are words of a statement in which 通过 has nothing behind it.
	adopting = pattern.NewWords("审议 表决 验收 评审 审查 审核 讨论 会议 考试 考核 备案 测试 测评 复核")
)

// leadsToMeans says whether a clause is such a verb and what leads to it, so that no comma can stand behind it.
func leadsToMeans(clause, before string) bool {
	if ledIn.Ends(clause) {
		return true
	}
	verb := cutWords(clause, leadingIn)
	if verb == clause || !means.Has(verb) || strings.HasSuffix(before, "、") {
		return false
	}
	statement, _ := chinese.Around(before, len(before), chinese.StatementEnds)
	return verb != "通过" || !adopting.In(statement)
}

// inSayings end in what joins words elsewhere.
var inSayings = pattern.NewWords("力所能及 望尘莫及 鞭长莫及 措手不及 始料不及 来得及 惠及 企及 心平气和 政通人和 人和")

// leadingAdverbs stand before the subject or at the start of a clause.
var leadingAdverbs = pattern.NewWords("同时 并 今后 目前 全年 年内 今年 一年来 下一步")

// clauseBefore is the end of a text as far as the mark that begins its last clause, and where it starts. It looks no farther than chinese.Around.
func clauseBefore(text string) (clause string, start int) {
	start = len(text)
	for start > max(0, len(text)-chinese.Farthest) {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if chinese.IsOneOf(r, chinese.ClauseEnds+"、（“《") {
			break
		}
		start -= size
	}
	return text[start:], start
}

// itemOf is a text as far as the mark that ends its first clause, or item of a list.
func itemOf(text string) string {
	if i := strings.IndexFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds+"、（") }); i >= 0 {
		return text[:i]
	}
	return text
}

// isOneMoreVerb says whether an item of a list is a verb, or begins with one.
func isOneMoreVerb(item string) bool {
	return needing.Begins(item) || aiming.Begins(item) || parallel.Begins(item) || aheadOf.Begins(item) ||
		strings.ContainsAny(chinese.Clip(item, 3), wellEnds) || strings.ContainsAny(lastRune(item), wellEnds)
}

// conjunctionBefore is 和, 与 or 及 at the end of a text, with the word that it joins to what is to follow: 网站和; "" where it is part of a word.
func conjunctionBefore(text string) string {
	end := []rune(lastRunes(text, 3))
	if len(end) < 3 || !chinese.IsOneOf(end[2], "和与及") || joinedWords.Ends(text) || inSayings.Ends(text) {
		return ""
	}
	if phrases().isWord(end[0], end[1]) && !phrases().isWord(end[1], end[2]) {
		return string(end)
	}
	return ""
}
