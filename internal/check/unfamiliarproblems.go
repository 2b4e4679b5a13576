package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// mayTellProblem is true of a paragraph with a sentence that is not surely a plan, a success or a mere introduction: concrete problems are
// told in words that no list holds (公开屏九点才开机，早市人散). Year is the report's.
func mayTellProblem(paragraph string, year int) bool {
	const fewest = 5 // characters of a sentence that tells something
	for _, statement := range chinese.Statements(paragraph) {
		_, said, _ := chinese.ReadMarker(strings.TrimSpace(statement))
		said = strings.Trim(said, "。；：")
		switch {
		case utf8.RuneCountInString(said) < fewest, strings.HasSuffix(statement, "："), surelyNothing.In(said):
		case hasPlan(said, year): // what follows is planned as well
			return complaints.In(harmless.Without(beforePlan(said, year)))
		case complaints.In(harmless.Without(said)), !beginsMeasure(said) && !praise.In(said):
			return true
		}
	}
	return false
}

// beforePlan is what a sentence says before it comes to what will be done: 用语太生硬，2026年改为大白话.
func beforePlan(said string, year int) string {
	at := 0
	for part := range strings.SplitAfterSeq(said, "，") {
		if hasPlan(part, year) {
			break
		}
		at += len(part)
	}
	return said[:at]
}

// hasPlan is true of a sentence on what will be done.
func hasPlan(said string, year int) bool {
	return plans.In(said) || slices.ContainsFunc(chinese.YearsIn(said), func(y chinese.YearMention) bool { return y.Year == year+1 })
}

// beforeMeasures are whose measure it is, and words before it.
var beforeMeasures = pattern.NewWords("我们 我局 我镇 我乡 我县 我区 我市 我办 我委 街道 全镇 全乡 全局 同时 要 " + chinese.Points)

// beginsMeasure is true of a sentence of which a part begins with what is done.
func beginsMeasure(said string) bool {
	for part := range strings.FieldsFuncSeq(said, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds+"、") }) {
		_, part, _ = chinese.ReadMarker(strings.TrimSpace(part))
		if rest, _ := beforeMeasures.CutPrefix(part); doings.Begins(rest) || doings.Begins(part) || undertakings.MatchString(part) {
			return true
		}
	}
	return false
}

var (
	// surelyNothing are words of sentences that send the reader elsewhere, or say that there is nothing.
	surelyNothing = pattern.NewWords("现将 如下 同上 见上 见前 参见 详见 略 此项 不涉及 不适用 无其他 没有其他")
	// doings are verbs with which a measure begins and hardly a problem.
	doings = pattern.NewWords("加强 加大 加快 强化 提升 提高 优化 完善 健全 进一步 推进 推动 建立 增加 新增 增设 深化 拓展 拓宽 丰富 创新 细化 着力 开展 制定 组织 推行 组建 开通 " +
		"配备 试行 选派 邀请 聘请 严格 坚持 持续 不断 确保 继续 加密 加紧 抓好 抓实 做好 压实 严把 规范 落实 统一 明确 定期 改进 改善 改为 改用 及时 切实 积极 认真 充分 全面 努力 力争 深入 扎实 按照 对照 围绕")
	// complaints are words with which something is told to be wrong, but for the harmless ones.
	complaints = pattern.NewWords("没 未 不 才 只 仍 还 老 旧 久 太 错 漏 误 晚 难 乱 空 糊 缺 偏 反复 遮 埋怨 抱怨 意见大 有意见 疑问 靠人 对不上 慢 得少 抢空 来问 打听 费时 耗时 落灰")
	harmless   = pattern.NewWords("不断 不定期 不得 不再 不少于 不低于 不超过 不漏 不误 不留 不错 不仅 不但 不打折扣 不走样 不折不扣 不懈 不遗余力 不松 不放松 不变 不涉及 不予公开 不存在 永不 无不 不公开为例外 " +
		"未发生 没有发生 未出现 没有出现 未收到 没有收到 未产生 没有产生 未发现 没有发现 没有因 未因 没有被 未被 无一 没有追责 没有问责 未追责 未问责 没有追究 未追究 没有人 没有投诉 " +
		"错别字 错敏词 纠错 勘误 查漏补缺 补漏 疑难 难点 解难 空间 航空 空气 老年 老人 养老 老旧小区 敬老 老百姓 还将 还要 还通过 还在 还组织 还开 还建 还对 只增不减 只多不少 只进 只需 只要 偏远 人才 才能 长久 持久 永久 及时纠正")
)
