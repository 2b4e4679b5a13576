package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// bareAtEnd finds a number right behind what it counts, and right before a mark; countedNouns are what reports count, so that one such
	// number is enough, countedDone what is done to applications.
	bareAtEnd    = pattern.New(`(\p{Han}{2,8})([0-9]{1,4})[，。；、]`, "，", "。", "；", "、")
	countedNouns = pattern.NewWords("政府信息 公开信息 各类信息 的信息 政务信息 信息公开申请 政策解读 工作动态 通知公告 公示公告 规范性文件 发布信息 推送信息")
	countedDone  = pattern.NewWords("继续办理 办结 结转 新收 结转申请 受理申请 予以公开 部分公开 不予公开 无法提供 不予处理 其他处理")
	// bareInside finds a number that is followed by the name of another item with a number of its own: 监管信息38消费提示47条.
	bareInside = pattern.New(`(?:^|[、，；：])\p{Han}{3,12}[0-9]{1,4}(\p{Han}{3,10})[0-9]{1,4}([条件份篇期项个次])(?:[，。；、]|$)`, "条", "件", "份", "篇", "期", "项", "个", "次")
	// bareBefore finds a number of what was made public right before another way of it: 网站公开212通过微信公众号.
	bareBefore = pattern.New(`(?:公开|发布|推送|更新|公示|张贴)(?:信息)?([0-9]{1,5})(?:通过|利用|依托|在[^线])`, "公开", "发布", "推送", "更新", "公示", "张贴")
	// bareUsers finds how many follow an account without the counter: 关注用户达18642，.
	bareUsers = pattern.New(`(?:用户|粉丝)(?:已|已经|共)?(?:达到?|超过?|突破|有)[0-9]{2,7}[，。；]`, "用户", "粉丝")
	// aCounter begins what may stand behind a number as its counter, or as part of its name.
	aCounter = pattern.NewWords("条 件 份 篇 期 项 个 次 场 人 名 家 户 类 部 册 处 台 块 间 年 月 日 时 分 度 号 级 种 批 轮 天 周 岁 元 万 亿 千 百 余 多 位 宗 起 例 " +
		"则 幅 张 本 套 组 支 辆 座 所 村 镇 乡 县 社 栏 版 届 季 小时 公里 平 亩 吨 米 热线 平台 系统 政务 便民 服务 市民 投诉 举报 工单 联动 及 至 到 和 与 的 线 大 字 环 方 步 点 面 网")
)

// counterless lists the numbers of a text that lack the counter that the numbers beside them have.
func counterless(text string) (places []chinese.Stretch) {
	if !hasBareNumber(text) {
		return nil
	}
	for _, m := range bareAtEnd.FindAllStringSubmatchIndex(text, -1) {
		name := text[m[2]:m[3]]
		if isBracketed(text, m[3]) {
			continue // 16件（新收14、结转2）
		}
		if countedNouns.Ends(name) || countedDone.Ends(name) && countsBeside(text, m[0], m[5]) {
			places = append(places, chinese.Stretch{Start: m[3] - len(lastRunes(name, 4)), End: m[5]})
		}
	}
	for _, m := range bareUsers.FindAllStringIndex(text, -1) {
		places = append(places, chinese.Stretch{Start: m[0], End: m[1] - len("，")})
	}
	for _, m := range bareBefore.FindAllStringSubmatchIndex(text, -1) {
		places = append(places, chinese.Stretch{Start: m[0], End: m[3]})
	}
	for _, m := range bareInside.FindAllStringSubmatchIndex(text, -1) {
		statement, start := chinese.Around(text, m[2], chinese.StatementEnds)
		if !aCounter.Begins(text[m[2]:m[3]]) && countsWith(statement[:m[0]-start]+"、"+statement[min(m[1]-start, len(statement)):], text[m[4]:m[5]]) {
			places = append(places, chinese.Stretch{Start: m[2] - len(lastRunes(text[:m[2]], 4)), End: m[4]})
		}
	}
	return places
}

// hasBareNumber says whether a number behind a character of a text is followed by a mark, or by a character that no counter begins with.
func hasBareNumber(text string) bool {
	isHan := false // what stands before the number
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			continue
		case i > 0 && isASCIIDigit(text[i-1]) && isHan && !isNought(text[:i]) && r >= utf8.RuneSelf && !aCounter.Begins(text[i:]):
			return true
		}
		isHan = chinese.IsHan(r)
	}
	return false
}

// isNought says whether a text ends in a nought alone, which needs no counter: 均为0.
func isNought(text string) bool {
	return strings.HasSuffix(text, "0") && !endsInDigit(strings.TrimSuffix(text, "0"))
}

// isBracketed says whether a byte of a text stands inside brackets, as far as its statement goes.
func isBracketed(text string, at int) bool {
	statement, start := chinese.Around(text, at, chinese.StatementEnds)
	before := statement[:at-start]
	return strings.LastIndex(before, "（") > strings.LastIndex(before, "）")
}

// countsBeside says whether the statement around a number counts something else before it.
func countsBeside(text string, start, end int) bool {
	statement, from := chinese.Around(text, start, "。！？\n")
	return countsWith(statement[:start-from], "件") || countsWith(statement[min(end-from, len(statement)):], "件")
}

// countsWith says whether a text has a number with a counter.
func countsWith(text, counter string) bool {
	for at := range chinese.Indexes(text, counter) {
		if endsInDigit(text[:at]) {
			return true
		}
	}
	return false
}
