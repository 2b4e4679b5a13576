package check

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var numberMissing = Rule{
	ID: "number-missing", Level: Query, Title: "量词前面的数字没有漏掉：信息条、共件、占%", Citation: "公文校核的通行要求",
	Find: onFilled(findNumberMissing),
	Cases: func() []Case {
		return []Case{
			{Why: "条数没有写", Set: []Entry{{"narrative.overview", "镇微信公众号编辑发布信息条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“共”后面没有数字", Set: []Entry{{"narrative.overview", "全年主动公开信息共条，其中网站20条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "申请的件数没有写", Set: []Entry{{"narrative.overview", "本年度收到政府信息公开申请件，均已答复。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "百分号前面没有数字", Set: []Entry{{"narrative.overview", "其中网上申请占%，其余为信函。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "第几条没有写", Set: []Entry{{"narrative.preface", "根据《条例》第条的规定编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "留了空没有填", Set: []Entry{{"narrative.overview", "收到申请 件，办结 件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“余”前面没有数字", Set: []Entry{{"narrative.overview", "全年公开各类信息余条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "一段里几处一起说", Set: []Entry{{"narrative.overview", "发布信息条，推送图文篇，收取费用万元。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "会开了几次、活动办了几场、视频做了几部", Set: []Entry{{"narrative.overview", "召开推进会次，组织“政府开放日”活动场，制作短视频部，接待群众人次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "增长的百分数", Set: []Entry{{"narrative.overview", "发布量同比增长%，按时办结率达到%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "旁边的数有数字", Set: []Entry{{"narrative.overview", "办结8件、结转下年度件，合计10件；县级条，乡镇2600条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "名词里的量词", Set: []Entry{{"narrative.overview", "建成文体活动场，布置座谈会现场，由宣传部、督查组负责；按月统计接待群众人次，接待群众人次，较上年多；共处一室，增长几个百分点，分信息公开条（次）统计。"}}},
			{Why: "有数字的", Set: []Entry{{"narrative.overview", "发布信息三条、图文20篇，公开条数和件数不少，占5%，占百分之五十、超过50%，共十余件，按《条例》第五十条办理。"}}},
			{Why: "剩下的、新的文件", Set: []Entry{{"narrative.overview", "年末没有余件，也没有制定新件。"}}},
			{Why: "“件”“条”是词的一部分", Set: []Entry{{"narrative.overview", "严格执行公开条例，规范处理依申请件、信访件，没有往年结转件，因办结中含上年结转件，依法办理公开申请件，全部属自然人申请件，逐条、逐件核对，共同维护公共条件。"}}},
			{Why: "培训的人次漏写了", Set: []Entry{{"narrative.other", "组织培训2场、参训人次。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "登记的是场次和人次", Set: []Entry{{"narrative.other", "逐项登记培训场次、参训人次。统计2场培训的参训人次。组织培训2场，参训30人次。"}}},
		}
	},
}

// counters is what words/counters.txt knows: for every counter the words that it cannot stand behind without a number where a
// clause ends, by itself or if the clause has a verb.
type counters struct {
	alone, withVerb map[string][]string
	verbs, none     []string
}

var readCounters = sync.OnceValue(func() counters {
	lists := wordLists{file: &countersFile}
	c := counters{map[string][]string{}, map[string][]string{}, lists.list("动词"), lists.list("不是")}
	for _, part := range []struct {
		lines []string
		words map[string][]string
	}{{lists.list("单说"), c.alone}, {lists.list("有动词"), c.withVerb}} {
		for _, line := range part.lines {
			counter, words, _ := strings.Cut(line, "：")
			part.words[counter] = strings.Fields(words)
		}
	}
	return c
})

var (
	// wholes are words behind which a number comes with every counter.
	wholes = pattern.NewWords("共 共计 合计 总计 累计 分别为 其中 仅 只有 仅有 总数 升至 降至 增至 减至 增加 减少 收到 达到")
	// articles are numbers of a law's parts, or of a decree, without the number.
	articles = pattern.NewWords("》第条 》第款 》第项 条例第条 规定第条 办法第条 令第号")
)

func findNumberMissing(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []chinese.Stretch // in bytes
	for at, r := range text {
		switch {
		case chinese.IsOneOf(r, "，。；、（）："):
			next := text[at+utf8.RuneLen(r):]
			if r == '（' && strings.Contains(next[:min(len(next), len("人次）"))], "）") {
				continue // 条（次）
			}
			if start := counterAlone(text[:at], next); start < at {
				faults = append(faults, chinese.Stretch{Start: start, End: at})
			}
		case r == '%' || r == '％':
			if before, size := utf8.DecodeLastRuneInString(text[:at]); chinese.IsHan(before) && !chinese.IsHanNumeral(before) && !chinese.IsOneOf(before, "几数点多余") {
				faults = append(faults, chinese.Stretch{Start: at - size, End: at + utf8.RuneLen(r)})
			}
		case r == '第':
			for _, article := range articles.List() {
				if before, _, _ := strings.Cut(article, "第"); strings.HasSuffix(text[:at], before) && strings.HasPrefix(text[at-len(before):], article) {
					faults = append(faults, chinese.Stretch{Start: at, End: at - len(before) + len(article)})
				}
			}
		}
	}
	if start := counterAlone(text, ""); start < len(text) {
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
	f := s.finding(i, bytesAround(text, first.Start, first.End), message)
	f.Faults = len(faults)
	s.narrow(&f, i, text[first.Start:first.End])
	return []Finding{f}
}

// counterAlone is where the word begins behind which the last counter of a text lacks its number, the end of the text if it lacks
// none; next is what comes behind the mark that ends it.
func counterAlone(text, next string) int {
	c := readCounters()
	counter := ""
	for _, characters := range []int{2, 1} { // 万元 before 元
		last := lastRunes(text, characters)
		if c.alone[last] != nil || c.withVerb[last] != nil {
			counter = last
			break
		}
	}
	before := strings.TrimSuffix(text, counter)
	if counter == "" || chinese.EndsWithAny(text, c.none) && !chinese.EndsWithAny(before, c.longerThanNone(text, counter)) {
		return len(text)
	}
	if counter == "件" && strings.HasSuffix(before, "申请") {
		if clause := lastClause(before); manner.In(clause) && !tellingCounts.In(clause) || chinese.ContainsAny(clause, []string{"未", "没有"}) {
			return len(text) // 依法办理政府信息公开申请件
		}
	}
	if start := numberlessAt(before, counter, c.alone[counter]); start < len(before) {
		return start
	}
	if start := c.nounBefore(before, counter); start < len(before) && !compared.Begins(next) {
		return start
	}
	if besideNumbers(before, counter, next) || counter == "人次" && attendedUncounted(before) {
		return len(before) - len(lastRune(before))
	}
	return len(text)
}

// besideNumbers says whether a clause that ends in a counter and has no number stands beside one that has a number with the same
// counter: 办结8件、结转下年度件，合计10件.
func besideNumbers(before, counter, next string) bool {
	last := chinese.FirstRune(lastRune(before))
	if !strings.Contains("条 件 篇 期 场 次 份 万元", counter) || !chinese.IsHan(last) || chinese.IsHanNumeral(last) || chinese.IsOneOf(last, "余多几数首再每逐各本此该整") ||
		lastRune(counter) == counter && phrases().isWord(last, chinese.FirstRune(counter)) {
		return false
	}
	near := before[chinese.RuneStart(before, len(before)-chinese.Farthest):]
	sentence := near[strings.LastIndex(near, "。")+1:]
	clauses := strings.FieldsFunc(sentence, isMark)
	if len(clauses) == 0 {
		return false
	}
	own := clauses[len(clauses)-1]
	if hasCount(own) || countedBy.In(own) || chinese.ContainsAny(own, []string{"无", "没有"}) || chinese.StartsWithAny(own, []string{"对", "将", "把", "就", "含"}) || countedThings.Ends(own+counter) {
		return false
	}
	rest, _, _ := strings.Cut(next[:chinese.RuneStart(next, chinese.Farthest)], "。")
	return slices.ContainsFunc(append(clauses, strings.FieldsFunc(rest, isMark)...), func(clause string) bool { return hasNumberWith(clause, counter) })
}

// attending are words behind which 人次 says how many were there.
var attending = pattern.NewWords("参训 参会 参加 参与 受训 受众 受教育 受益 惠及 覆盖 到场 到会 接待 服务 听众 听课 轮训 咨询 观看")

// attendedUncounted says whether a clause before 人次 that is no more than such a word stands behind one that counts: 组织培训2场、参训人次.
func attendedUncounted(before string) bool {
	near := before[chinese.RuneStart(before, len(before)-chinese.Farthest):]
	sentence := near[strings.LastIndex(near, "。")+1:]
	clauses := strings.FieldsFunc(sentence, isMark)
	if len(clauses) < 2 {
		return false
	}
	own, beside := clauses[len(clauses)-1], clauses[len(clauses)-2]
	return attending.Has(strings.TrimPrefix(strings.TrimPrefix(own, "累计"), "共")) && hasCount(beside) && !countedBy.In(beside)
}

// countedThings are names of things that end in their counter.
var countedThings = pattern.NewWords("申请件 信访件 转办件 来件 函件 邮件 附件 复印件 原件 证件 稿件 电子件 存量件 遗留件 办件 回件 批件 要件 软件 硬件 配件 部件 构件 收件 寄件 送件 督办件 投诉件 举报件 首次 层次 档次 名次 再次 依次 逐次 定期 长期 短期 近期 前期 后期 中期 初期 假期 汛期 任期 工期 时期 分期 按期 到期 逾期 如期 同期 延期 日期 周期 学期 身份 月份 年份 部分份 省份 县份 股份 有条 教条 法条 头条 现场 会场 市场 广场 立场 职场 进场 到场 在场 当场 登场")

// hasCount says whether a clause counts something: 三件, but neither 三季度 nor 第三方 nor 四类 nor 2024年.
func hasCount(clause string) bool { return counts.MatchString(clause) }

var counts = pattern.New(`[0-9](?:[^0-9年月]|$)|[一二两三四五六七八九十百千]+[件条份篇项次个名人期场家户宗起例]`)

// hasNumberWith says whether a clause ends in a number in digits and a counter.
func hasNumberWith(clause, counter string) bool {
	number, found := strings.CutSuffix(clause, counter)
	return found && number != "" && unicode.IsDigit(chinese.FirstRune(lastRune(number)))
}

// lastRunes are so many characters at the end of a text.
func lastRunes(text string, n int) string {
	at := len(text)
	for range n {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}

// compared begin a clause about how many there are, so that what stands before it is a name: 接待群众人次，较上年增长20%.
var compared = pattern.NewWords("较 比 同比 环比 有所 明显 逐 持续 不断 均 都 分别 为 达 和 及 等")

// countedBy make a counter behind a noun a name of what is counted: 按月统计接待群众人次。
var countedBy = pattern.NewWords("统计 记录 登记 分析 核对 按 每 各 逐 以 单位")

// nounBefore is where a noun that a counter counts begins at the end of a text whose last clause has a verb, the end if there is none.
func (c counters) nounBefore(before, counter string) int {
	clause := lastClause(before)
	if countedBy.In(clause) || strings.HasPrefix(clause, "含") ||
		lastRune(counter) == counter && phrases().isWord(chinese.FirstRune(lastRune(clause)), chinese.FirstRune(counter)) {
		return len(before)
	}
	longest := ""
	for _, noun := range c.withVerb[counter] {
		if rest, found := strings.CutSuffix(clause, noun); found && len(noun) > len(longest) && chinese.ContainsAny(rest, c.verbs) {
			longest = noun
		}
	}
	return len(before) - len(longest)
}

// lastClause is what stands behind the last mark of a text.
func lastClause(text string) string {
	i := strings.LastIndexFunc(text, isMark)
	if i < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[i+size:]
}

// manner is how applications are dealt with, in sentences on how it is done, and not on how many there are, as with tellingCounts.
var manner = pattern.NewWords("依法 依规 规范 严格 认真 及时 妥善 属")

var tellingCounts = pattern.NewWords("收到 受理 新收 接收 接到 共 累计 全年 本年 结转 办结 答复")

// longerThanNone are the nouns of a counter that are longer than what of a word that is none stands before it: 新闻发布会场 has no 会场, 宣传展板块
// no 板块.
func (c counters) longerThanNone(text, counter string) (nouns []string) {
	longest := 0
	for _, none := range c.none {
		if strings.HasSuffix(text, none) {
			longest = max(longest, len(none)-len(counter))
		}
	}
	for _, noun := range append(slices.Clone(c.alone[counter]), c.withVerb[counter]...) {
		if len(noun) > longest {
			nouns = append(nouns, noun)
		}
	}
	return nouns
}

func isMark(r rune) bool { return chinese.IsOneOf(r, "，。；、（）：！？,;:()\n") }

// noWhole are counters that make words with those for a whole: 和谐共处.
const noWhole = "处 人 名 家 天 台 部 块"

// numberlessAt is where the word begins behind which a counter can only lack its number, the end of the text before it if there is none.
func numberlessAt(before, counter string, words []string) int {
	if left := strings.TrimRight(before, " \u3000"); left != before {
		last := lastRune(left)
		r, spaced := chinese.FirstRune(last), strings.HasSuffix(strings.TrimSuffix(left, last), " ")
		if chinese.IsHan(r) && !spaced && !phrases().isWord(r, chinese.FirstRune(counter)) { // none of 条　件 and 申 请 人
			return len(left) - len(last) // a blank was left
		}
	}
	if left, found := strings.CutSuffix(before, "余"); found {
		if r := chinese.FirstRune(lastRune(left)); chinese.IsHan(r) && !chinese.IsHanNumeral(r) && !chinese.IsOneOf(r, "其剩多盈富业") {
			return len(left) - len(lastRune(left))
		}
	}
	for _, whole := range wholes.List() {
		if rest, found := strings.CutSuffix(before, whole); found && !strings.Contains(noWhole, counter) {
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
	return len(before)
}
