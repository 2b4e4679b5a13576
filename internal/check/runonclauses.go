package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// didFirst are verbs that begin a clause with an object, objectOf what such objects end in, and hereupon adverbs with which another such
	// clause begins: 健全公开机制切实保障群众的知情权. The object of 推动 and 使 does itself what follows, and stands in none of these.
	didFirst = pattern.NewWords("健全完善 建立健全 健全 完善 建立 审核 审查 加强 强化 梳理 修订 制定 规范 优化 细化 落实 畅通 拓宽 拓展 创新 编制 明确 执行 贯彻落实 贯彻 压实 丰富 召开 组织 开展 推进 做好 抓好 深化 核对 排查 整改 清理")
	objectOf = pattern.NewWords("机制 制度 流程 程序 稿件 台账 目录 清单 渠道 内容 职责 责任 规定 要求 体系 培训 检查 关口 质量 信息 栏目 专栏 问题 任务 措施 精神 部署 建设 条例》 事项 情况 工作")
	hereupon = pattern.NewWords("切实 严格 扎实 着力 认真 积极 不断 持续 大力 努力 进一步 及时 主动 有效 有力")
	// didNext are verbs that such a clause goes on with and that take an object.
	didNext = pattern.NewWords("保障 把好 把牢 提升 提高 增强 做好 抓好 规范 完善 加强 推进 落实 维护 满足 回应 优化 拓宽 履行 执行 强化 健全 整改 解决 公开 发布 更新 把握 接受 保证 促进")
	// reachingOn are words behind such a verb that make it the predicate of what stands before it, or a noun.
	reachingOn = pattern.NewWords("了 到 至 得 的 性 度 力 化 率 和 与 及 、 工作 情况 意识 水平 机制 责任 制度 要求 力度")
	// safeguarding finds what is done and, without a mark, what for: 推进政务公开工作保障人民群众的知情权.
	safeguarding = pattern.NewWith("工作保障 工作维护 工作满足 工作切实 工作依法 工作充分 工作更好 建设保障 建设维护 建设满足 建设切实 建设依法 建设充分 建设更好 制度保障 制度维护 制度满足 制度切实 制度依法 制度充分 制度更好 机制保障 机制维护 机制满足 机制切实 机制依法 机制充分 机制更好 渠道保障 渠道维护 渠道满足 渠道切实 渠道依法 渠道充分 渠道更好",
		`(?:工作|建设|制度|机制|渠道)(?:切实|依法|充分|更好)?(?:保障|维护|满足)(?:广大|人民|社会)*(?:群众|公众|公民|居民|村民|市民)的?(?:知情权|合法权益|信息需求|参与权)`, "保障", "维护", "满足")
	// reportThen finds a report that was made and, without a mark, is published.
	reportThen = pattern.New(`(?:编制|撰写|形成|起草|编写)[^，。；：]{0,24}(?:报告|年报)(现(?:予以|向|将|面向|予|公布|公开))`, "报告现", "年报现")
	// reportThenItsParts finds a report that was made and, without a mark, what stands in it.
	reportThenItsParts = pattern.New(`(?:编制|编写|形成|撰写)(?:了)?本(?:年度)?报告(全文|所列|本报告|统计期限|数据统计|由总体|共六|共分)`, "报告全文", "报告所列", "报告本报告", "报告统计", "报告数据", "报告由", "报告共")
	// domains end the name of a website, and addressing begin a sentence that stands right behind its address.
	domains    = pattern.NewWords(".cn .com .org")
	addressing = pattern.NewWords("对本 对报告 如有 如对 如需 若 欢迎 本报告 报告 公众 公民 联系 请与")
	// quotedThen are verbs in front of a quotation that a clause may end with: 坚持“应公开尽公开”清溪镇…….
	quotedThen = pattern.NewWords("坚持 按照 本着 秉持 遵循 落实 践行 围绕 做到 遵照 贯彻")
	// sameNoun finds a number with what it counts, and the same again that goes on: 发布信息18260条信息涉及.
	sameNoun = pattern.New(`(信息|文件|申请|稿件|意见|问题|留言|事项)[0-9]+余?[条件份篇个项](信息|文件|申请|稿件|意见|问题|留言|事项)(?:主要|涉及|包括|涵盖|均|全部|内容|已)`, "条信息", "条文件", "条申请", "条稿件", "条意见", "条问题", "条留言", "条事项", "件信息", "件文件", "件申请", "件稿件", "件意见", "件问题", "件留言", "件事项", "份信息", "份文件", "份申请", "份稿件", "份意见", "份问题", "份留言", "份事项", "篇信息", "篇文件", "篇申请", "篇稿件", "篇意见", "篇问题", "篇留言", "篇事项", "个信息", "个文件", "个申请", "个稿件", "个意见", "个问题", "个留言", "个事项", "项信息", "项文件", "项申请", "项稿件", "项意见", "项问题", "项留言", "项事项")
	// nextCounted finds what is counted right behind what was: 政务公开专栏1326条互动交流专栏91条; 监测信息12条水质监测信息按月更新. countsOn are words
	// that may follow a number with its counter.
	nextCounted = pattern.New(`[0-9]余?[条篇份期件](\p{Han}{0,10}(?:专栏|栏目|信息|公告|公示|动态|文件|解读|推文|通知|简报|视频|图文))([0-9]+余?[条篇份期件])?`,
		"专栏", "栏目", "信息", "公告", "公示", "动态", "文件", "解读", "推文", "通知", "简报", "视频", "图文")
	countsOn = pattern.NewWords("其中 和 及 以及 与 等 并 占 比 较 均 都 为 共 即 计 同比 增 减 降 升 涉及 包括 包含 分别 约 中 里 的 次 目 例 在 向 由 对 从 以 因 被 把 将 已 是 有 不 未 没有 " +
		"公开 发布 推送 转发 采纳 办结 答复 办理 回复 受理 主动 收 信息 文件 相关 政府 更新 制发 印发 刊发 编发 新增 上传 推出 报送 完成 处理 审核 全 本 我 各 上 可 应 也 还 就 纳入 属于 列入 通过 利用 依托 制作 清理 整改 规范性")
	// unparted are names that always stand with 、 between them.
	unparted = pattern.NewWords("行政复议行政诉讼 行政复议提起行政诉讼 行政许可行政处罚 行政处罚行政强制 " +
		"知情权参与权 知情权监督权 知情权表达权 参与权监督权 参与权表达权 表达权监督权 公信力执行力 执行力公信力 公众号报纸 公众号广播 公众号电视 公众号微博 报纸电视 电视报纸 公民法人")
	// brokenUp are the first of two such names, to show where the mark is due.
	brokenUp = pattern.NewWords("行政复议 行政许可 行政处罚 知情权 参与权 表达权 公信力 执行力 公众号 报纸 电视 公民")
)

// lostPauses lists where a text lacks a mark between two clauses or two names.
func (in *Input) lostPauses(text string) (faults []wordFault) {
	add := func(at int, message string) {
		start, end := at-len(lastRunes(text[:at], 4)), at+len(chinese.Clip(text[at:], 4))
		faults = append(faults, wordFault{start, end, "“" + text[start:end] + "”" + message, "", Info})
	}
	const lost, names = "像是两句话连在了一起，漏了标点", "是并列的几项，中间漏了顿号"
	for _, at := range secondClauses(text) {
		add(at, lost)
	}
	for _, m := range reportThen.FindAllStringSubmatchIndex(text, -1) {
		add(m[2], lost)
	}
	for _, m := range reportThenItsParts.FindAllStringSubmatchIndex(text, -1) {
		add(m[2], lost)
	}
	for _, m := range sameNoun.FindAllStringSubmatchIndex(text, -1) {
		if text[m[2]:m[3]] == text[m[4]:m[5]] {
			add(m[4], lost)
		}
	}
	for _, m := range nextCounted.FindAllStringSubmatchIndex(text, -1) {
		next := text[m[2]:m[3]]
		counted := strings.TrimRight(text[:m[0]], "0123456789")
		again := m[4] < 0 && strings.HasSuffix(counted, lastRunes(next, 4)) && utf8.RuneCountInString(next) > 4
		if (m[4] >= 0 || again) && !countsOn.Begins(next) {
			add(m[2], lost)
		}
	}
	if at := strings.Index(text, "为例外"); at >= 0 && hereupon.Begins(text[at+len("为例外"):]) {
		add(at+len("为例外"), lost)
	}
	if at := behindAddress(text); at > 0 {
		add(at, lost)
	}
	if at := in.unitBehindQuotation(text); at > 0 {
		add(at, lost)
	}
	for at, pair := range unparted.Each(text) {
		if title, _ := chinese.TitleAround(text, at); title == "" {
			second, _ := brokenUp.CutPrefix(pair)
			add(at+len(pair)-len(second), names)
		}
	}
	return faults
}

// clauseOnDoing is the rest of a clause that begins with what is done, "" if it begins otherwise.
func clauseOnDoing(clause string) string {
	_, clause, _ = chinese.ReadMarker(clause)
	clause, _ = subjects.CutPrefix(cutWords(clause, adverbial))
	rest, found := didFirst.CutPrefix(cutWords(clause, adverbial))
	if !found || strings.Contains(rest, "、") {
		return ""
	}
	return rest
}

// secondClauses lists where a clause on what was done goes on with a second one.
func secondClauses(text string) (places []int) {
	const fewest, fewestBehind = 2, 2 // characters of an object before and behind
	for at, word := range hereupon.Each(text) {
		clause, start := chinese.Around(text, at, chinese.ClauseEnds+"、")
		rest := clauseOnDoing(clause[:at-start])
		next, found := didNext.CutPrefix(clause[at-start+len(word):])
		hasObject := utf8.RuneCountInString(rest) >= fewest && objectOf.Ends(rest) && !strings.Contains(rest, word)
		goesOn := found && utf8.RuneCountInString(next) >= fewestBehind && chinese.IsHan(chinese.FirstRune(next)) && !reachingOn.Begins(next)
		if hasObject && goesOn && !chinese.IsQuoted(text, at) && !strings.HasSuffix(text[:start], "、") {
			places = append(places, at)
		}
	}
	for _, m := range safeguarding.FindAllStringIndex(text, -1) {
		clause, start := chinese.Around(text, m[0], chinese.ClauseEnds)
		if at := m[0] + len("工作"); clauseOnDoing(clause[:m[0]-start]) != "" && !chinese.IsQuoted(text, m[0]) && !slices.Contains(places, at) {
			places = append(places, at)
		}
	}
	return places
}

// behindAddress is where a sentence begins right behind an address on the web, 0 if none does.
func behindAddress(text string) int {
	at := domains.Index(text)
	if at < 0 {
		return 0
	}
	rest := strings.TrimLeftFunc(text[at:], func(r rune) bool { return r < utf8.RuneSelf && r != ' ' })
	if !addressing.Begins(rest) {
		return 0
	}
	return len(text) - len(rest)
}

// unitBehindQuotation is where the unit's own name begins a clause right behind a quotation that ends another, 0 if it does nowhere.
func (in *Input) unitBehindQuotation(text string) int {
	for at := range chinese.Indexes(text, "”") {
		behind := text[at+len("”"):]
		near := max(0, at-chinese.Farthest)
		open := strings.LastIndex(text[near:at], "“")
		if open < 0 {
			continue
		}
		before := text[:near+open]
		if clause, _ := clauseBefore(before); !quotedThen.Begins(cutWords(clause, adverbial)) && !quotedThen.Ends(clause) && !strings.HasSuffix(before, "”、") {
			continue
		}
		rest, found := subjects.CutPrefix(behind)
		if core := chinese.CoreOf(in.Report.Unit()); !found && core != "" {
			rest, found = strings.CutPrefix(behind, core)
		}
		if !found || rest == "" || chinese.StartsWithAny(rest, []string{"的", "栏", "专", "公众号", "微"}) || !chinese.IsHan(chinese.FirstRune(rest)) {
			continue
		}
		return at + len("”")
	}
	return 0
}
