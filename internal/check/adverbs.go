package check

import (
	"strings"

	"nianbao/internal/chinese"
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

var (
	// manners tell how something is done, where a verb follows.
	manners = pattern.NewWords("较好的 更好的 很好的 最好的 有效的 准确的 及时的 全面的 深入的 积极的 主动的 切实的 充分的 有力的 极大的 大大的 明显的 显著的 圆满的 顺利的 细致的 " +
		"直观的 便捷的 扎实的 快速的 高效的 广泛的 清晰的 认真的 严格的 最大限度的 有序的 客观的 真实的 完整的 迅速的 稳妥的 热情的 不断的 持续的 进一步的 更快的 逐步的 逐条的 逐项的 如期的 按时的")
	// actions are verbs that have an object.
	actions = pattern.NewWords("完成 满足 提升 提高 推动 推进 促进 解决 落实 开展 增强 维护 回应 答复 回复 处理 公开 发布 履行 做好 展示 展现 反映 贯彻 执行 组织 宣传 引导 服务 " +
		"改善 保障 了解 掌握 方便 避免 防止 杜绝 减少 发挥 调动 拓宽 扩大 让 使 将 把 完善 规范 优化 加强 强化 健全 受理 办理 登记 审核 公布 传递 传达 梳理 清理 核对 检查 调整 修订 更新 编制 总结 分析 部署 运用 把握 回答 改变 收集 整理 排查 整改")
	// thingsOfActions begin with what such verbs are told of as nouns: 准确的发布时间.
	thingsOfActions = pattern.NewWords("的 了的 工作 作用 措施 手段 方式 方法 办法 途径 渠道 平台 机制 体系 环境 氛围 效果 效应 能力 水平 经验 基础 情况 成效 成果 局面 时间 时限 目录 流程 程序 意识 意见 文书 内容 制度 " +
		"台账 栏目 指南 标准 要求 力度 需求 质量 效率 计划 方案 人员 队伍 单位 部门 模式 格局 条件 服务 动力 力量 形式 范围 建议 依据 结果 记录 期限 案例 数据 材料 和 与 及 或 是 等 用 型 性 行动 思路 举措 功能 活动 任务")
	// givingThings are verbs whose object is what a manner belongs to: 提供更好的服务.
	givingThings = pattern.NewWords("提供 给予 作出 做出 得到 取得 有 是 形成 实现 获得 进行 采取 营造 打造 创造 成为 起到 奠定 享受 享有 探索 寻求 寻找 需要 作为 予以 以 选择 追求 达到 存在 属 发布 公布 建立 健全 完善 搭建 拓展 拓宽 找 按 按照 根据 通过 一个 一种 这 对 从 比 给")
	// byWhen are words of a clause that tell by when or that something is done, so that a verb ends it.
	byWhen = pattern.NewWords("日内 时间内 期限内 小时内 须 必须 应当 均 都 逐件 逐一 一律")
)

// attributesBeforeVerbs lists the places where 的 should be 地: 较好的完成了任务, 在5个工作日内耐心细致的回复.
func attributesBeforeVerbs(text string) []wordFault {
	if !manners.In(text) {
		return nil
	}
	var faults []wordFault
	for at := range chinese.Indexes(text, "的") {
		end := at + len("的")
		how, isManner := manners.CutSuffix(text[:end])
		before, _ := clauseBefore(how)
		if !isManner || givingThings.In(before) {
			continue
		}
		rest, isDeed := actions.CutPrefix(text[end:])
		if !isDeed { // 全面的盘点了
			verb := chinese.Clip(text[end:], 2)
			isDeed = chinese.IsHanOnly(verb) && strings.HasPrefix(text[end+len(verb):], "了")
			rest = text[end+len(verb):]
		}
		deed := text[end : len(text)-len(rest)]
		clause := restOfClause(rest)
		takesObject := clause != "" && chinese.IsHan(chinese.FirstRune(clause)) && !thingsOfActions.Begins(clause) && !strings.HasSuffix(clause, "的")
		if !isDeed || !takesObject && (clause != "" || !byWhen.In(before)) {
			continue
		}
		manner := text[len(how):at]
		faults = append(faults, wordFault{at, end, "“" + manner + "的" + deed + "”里的“的”应是“地”", manner + "地" + deed, Info})
	}
	return faults
}
