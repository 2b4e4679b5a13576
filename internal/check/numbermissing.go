package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var numberMissing = Rule{
	ID: "number-missing", Level: Query, Title: "量词前面的数字没有漏掉：信息条、共件、占%", Citation: "公文校核的通行要求",
	Find: onFilled(findNumberMissing),
	Cases: []Case{
		{Why: "条数没有写", Set: []Entry{{"narrative.overview", "镇微信公众号编辑发布信息条。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“共”后面没有数字", Set: []Entry{{"narrative.overview", "全年主动公开信息共条，其中网站20条。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "申请的件数没有写", Set: []Entry{{"narrative.overview", "本年度收到政府信息公开申请件，均已答复。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "百分号前面没有数字", Set: []Entry{{"narrative.overview", "其中网上申请占%，其余为信函。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "第几条没有写", Set: []Entry{{"narrative.preface", "根据《条例》第条的规定编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "留了空没有填", Set: []Entry{{"narrative.overview", "收到申请 件，办结 件。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“余”前面没有数字", Set: []Entry{{"narrative.overview", "全年公开各类信息余条。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "一段里几处一起说", Set: []Entry{{"narrative.overview", "发布信息条，推送图文篇，收取费用万元。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "有数字的", Set: []Entry{{"narrative.overview", "发布信息三条、图文20篇，公开条数和件数不少，占5%，共十余件，按《条例》第五十条办理。"}}},
		{Why: "“件”“条”是词的一部分", Set: []Entry{{"narrative.overview", "严格执行公开条例，规范处理依申请件、信访件，无历年结转件，逐条、逐件核对，共同维护公共条件。"}}},
	},
}

// countedAlone are, for every counter, the words that it cannot stand behind without a number where a clause ends.
var countedAlone = map[string][]string{
	"条":  strings.Fields("信息 消息 动态 公告 政策 推文 发布 推送 更新 公开 新闻 内容"),
	"份":  strings.Fields("文件 材料 资料 手册 问卷 传单 公报 报告 文本"),
	"篇":  strings.Fields("文章 稿件 图文 推文 信息"),
	"期":  strings.Fields("简报 培训班 讲堂"),
	"次":  strings.Fields("会议 培训 活动 检查 演练 宣讲"),
	"起":  strings.Fields("案件 复议 诉讼"),
	"宗":  strings.Fields("案件 复议 诉讼 申请"),
	"件":  strings.Fields("予以公开 部分公开 不予公开 无法提供 不予处理 规范性文件 行政复议 行政诉讼 收到政府信息公开申请 受理政府信息公开申请 新收政府信息公开申请 接收政府信息公开申请 办结政府信息公开申请 答复政府信息公开申请 收到信息公开申请 受理信息公开申请 收到依申请公开 受理依申请公开 收到依申请公开申请 受理依申请公开申请"),
	"万元": strings.Fields("费用 收费 金额 资金 经费 罚款 收取"),
	"项":  nil,
	"个":  nil,
}

var (
	// wholes are words behind which a number comes with every counter.
	wholes = strings.Fields("共 共计 合计 总计 累计 分别为 其中")
	shares = strings.Fields("占 占比 占比为 率为 率达 率达到")
	// articles are numbers of a law's parts, or of a decree, without the number.
	articles = strings.Fields("》第条 》第款 》第项 条例第条 规定第条 办法第条 令第号")
)

func findNumberMissing(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []chinese.Stretch // in bytes
	for at, r := range text {
		switch {
		case chinese.IsOneOf(r, "，。；、）"):
			if start := counterAlone(text[:at]); start < at {
				faults = append(faults, chinese.Stretch{Start: start, End: at})
			}
		case r == '%' || r == '％':
			if chinese.EndsWithAny(text[:at], shares) {
				faults = append(faults, chinese.Stretch{Start: at - len("占"), End: at + utf8.RuneLen(r)})
			}
		case r == '第':
			for _, article := range articles {
				if before, _, _ := strings.Cut(article, "第"); strings.HasSuffix(text[:at], before) && strings.HasPrefix(text[at-len(before):], article) {
					faults = append(faults, chinese.Stretch{Start: at, End: at - len(before) + len(article)})
				}
			}
		}
	}
	if start := counterAlone(text); start < len(text) {
		faults = append(faults, chinese.Stretch{Start: start, End: len(text)})
	}
	if faults == nil {
		return nil
	}
	first := faults[0]
	message := "“" + text[first.Start:first.End] + "”中间漏了数字，请补上。"
	if n := len(faults); n > 1 {
		message = fmt.Sprintf("“%s”中间漏了数字，这一段共%d处，请补上。", text[first.Start:first.End], n)
	}
	return []Finding{s.finding(i, bytesAround(text, first.Start, first.End), message)}
}

// counterAlone is where the word begins behind which a clause's last counter lacks its number; the clause's end if it lacks none.
func counterAlone(clause string) int {
	last, size := utf8.DecodeLastRuneInString(clause)
	counter := string(last)
	if strings.HasSuffix(clause, "万元") {
		counter, size = "万元", len("万元")
	}
	words, ok := countedAlone[counter]
	if !ok {
		return len(clause)
	}
	before := clause[:len(clause)-size]
	if left := strings.TrimRight(before, " \u3000"); left != before && chinese.IsHan(chinese.FirstRune(lastRune(left))) {
		return len(left) - len(lastRune(left)) // a blank was left
	}
	if left, found := strings.CutSuffix(before, "余"); found {
		if r := chinese.FirstRune(lastRune(left)); chinese.IsHan(r) && !chinese.IsHanNumeral(r) && !chinese.IsOneOf(r, "其剩多盈富业") {
			return len(left) - len(lastRune(left))
		}
	}
	for _, whole := range wholes {
		if rest, found := strings.CutSuffix(before, whole); found {
			r, _ := utf8.DecodeLastRuneInString(rest)
			if whole != "共" || !chinese.IsOneOf(r, "公一总") {
				return len(rest)
			}
		}
	}
	for _, word := range words {
		if rest, found := strings.CutSuffix(before, word); found {
			return len(rest)
		}
	}
	return len(clause)
}
