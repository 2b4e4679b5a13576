package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// needing are verbs of which nothing official is said without an object, aiming those that may stand alone behind a subject: 县里部署，本镇落实.
	needing = pattern.NewWords("坚持 做到 实现 开展 加强 推进 完善 健全 提高 提升 强化 优化 深化 规范 新增 设立 设置 开设 建立 确保 保障 促进 增强 加大 拓宽 拓展 丰富 明确 压实 召开 举办 " +
		"高度重视 围绕 聚焦 依托 利用 发挥 履行 遵循 存在 包括 收到 接受 解决")
	aiming = pattern.NewWords("落实 贯彻落实 贯彻 执行 组织 学习 公开 做好 抓好 把握 方便 便于 通过 避免 防止 维护 听取 征求 成立 制定 印发 修订 出台 受理 答复 办结 发布 主动公开 更新 编制 梳理 安排 指定 邀请 回应 涉及")
	// adverbial stand before such a verb and say nothing of an object, subjects name who does it.
	adverbial = pattern.NewWords(commonAdverbs + " 认真 严格 深入 扎实 逐步 稳步 有序 定期 主动 始终 自觉 广泛 统一 专门 先后 共 累计 已 均 都 还 将 要 应 目前 现 全年 年内 本年度 今年 一年来 报告期内 年初 年底 今后")
	subjects  = pattern.NewWords("我镇 本镇 我乡 本乡 我局 本局 我委 本委 我县 本县 我区 本区 我市 本市 我街道 本街道 我办 本办 本单位 我单位 本机关 镇政府 乡政府 县政府 区政府 市政府 镇党委 办事处 我们 各科室 各站所 各股室 各村 各社区")
	// objects begin, and ends end, what is the object of a verb and no clause of its own; predicates are words of a clause.
	objects    = pattern.NewWords("政务公开 政府信息 信息公开 公开 信息 保密审查 业务培训 专题培训 集中培训 社会各界 社会关切 社会监督 群众关切 群众满意度 群众的满意度 群众诉求 办理 办事 流程 基层 各项 各类 规范性文件 制度 工作 网上 网站 年度 公众 解读 便民 政策 重点 栏目 专栏 条例 《 目录")
	ends       = pattern.NewWords("建设 工作 目录 指南 制度 机制 质量 水平 规定 要求 专栏 栏目 标准化 规范化 能力 意识 渠道 方式 范围 内容 流程 效率 关切 监督 培训 检查 问题 全覆盖 方案 办法 台账 个 次 条 份 期 项 小组 满意度 时效 责任 力度 情况")
	predicates = pattern.NewWords("有 了 更 已 得 均 都 是 为 达 基本 全部 纳入 列入 促 提 成 增 按 由 在 到 将 把 不断 进一步 持续 明显 稳步 有序 可 能 应 须 要 没 未 无 做 抓 使 让 与 经 被 设有 开展 完成 落实 规范 完善 公布 齐 清 实现")
	withObject = pattern.New(`(?:[将把][^，]{2,20}(?:纳入|列入|作为|列为|融入|转为|视为|当作)|对[^的]{3,16}[^序在时期利一]进行|为进一步|[^已]必须|能够|均已|各村均|全年共|年内共|累计共)$|^便于$`, "纳入", "列入", "作为", "列为", "融入", "转为", "视为", "当作", "进行", "为进一步", "必须", "能够", "均已", "各村均", "全年共", "年内共", "累计共", "便于")
)

// commonAdverbs stand before verbs in the texts of any office.
const commonAdverbs = "同时 并 继续 持续 不断 进一步 切实 有效 着力 全面 大力 积极 努力 充分 及时 有力"

// longestBare is how many characters a clause has that is no more than who, how and a verb.
const longestBare = 14

// verbWithoutObject is the verb before a comma that has its object behind it: 本镇坚持，把公开列入考核; "" if the comma may stand. Of what
// stands before and behind only the clause is looked at.
func verbWithoutObject(before, after string) string {
	clause, start := clauseBefore(before)
	if words := objectAhead(clause); words != "" {
		return lastRunes(words, 2)
	}
	if utf8.RuneCountInString(clause) > longestBare || !opensAfter(before[:start]) {
		return ""
	}
	_, clause, _ = chinese.ReadMarker(clause)
	if years := chinese.YearsIn(clause); len(years) == 1 && years[0].Start == 0 {
		clause = strings.TrimPrefix(clause[years[0].End:], "度")
	}
	clause, hasSubject := subjects.CutPrefix(cutWords(clause, adverbial))
	verb := strings.TrimSuffix(cutWords(clause, adverbial), "了")
	needs := needing.Has(verb)
	if !needs && !aiming.Has(verb) {
		return ""
	}
	after = itemOf(after)
	always := slices.Contains([]string{"确保", "做到", "实现"}, verb)
	if always || hasSubject && needs && !subjects.Begins(after) || isBareObject(after) {
		return verb
	}
	return ""
}

// objectAhead is withObject found in a clause; most do not end like that, and are not looked into.
func objectAhead(clause string) string {
	if !endsOpen.Ends(clause) {
		return ""
	}
	return withObject.FindString(clause)
}

var endsOpen = pattern.NewWords("纳入 列入 作为 列为 融入 转为 视为 当作 进行 为进一步 必须 能够 均已 各村均 全年共 年内共 累计共 便于")

// opensAfter says whether a statement begins behind a text, or no more of it than a year has been told.
func opensAfter(before string) bool {
	if before == "" || chinese.EndsWithAny(before, []string{"。", "；", "！", "？", "：", "\n"}) {
		return true
	}
	clause, found := strings.CutSuffix(before, "，")
	if i := strings.LastIndexFunc(clause, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds) }); i >= 0 {
		clause = strings.TrimLeftFunc(clause[i:], func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds) })
	}
	return found && (strings.HasPrefix(clause, "20") && utf8.RuneCountInString(clause) <= len("2025年度") || slices.Contains(unitWords.list("开头的话"), clause))
}

// isBareObject says whether a clause is the object of a verb and nothing else: 保密审查制度.
func isBareObject(clause string) bool {
	const longest = 18 // characters
	return utf8.RuneCountInString(clause) <= longest && objects.Begins(clause) && ends.Ends(clause) && !predicates.In(clause)
}

// cutWords is a text without all words of a list that it begins with.
func cutWords(text string, words *pattern.Words) string {
	for {
		rest, found := words.CutPrefix(text)
		if !found {
			return text
		}
		text = rest
	}
}
