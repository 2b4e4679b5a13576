package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var yearMismatch = Rule{
	ID: "year-mismatch", Level: Query, Title: "文字里说本年的地方，年份就是报告年度；年份写全，方向不反", Citation: "《条例》第五十条",
	Find: onFilled(findYearMismatch),
	Cases: []Case{
		{Why: "上年的文字没有改年份", Set: []Entry{{"narrative.other", "2024年，我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "句子中间的单位和年份", Set: []Entry{{"narrative.other", "清溪镇2024年共收到申请3件。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "前言里的报告年度", Set: []Entry{{"narrative.preface", "现公布2024年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "截止的日子", Set: []Entry{{"narrative.other", "截至2024年12月31日，现行有效文件没有变化。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "打错的年份", Set: []Entry{{"narrative.other", "2205年，我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "汉字写的年份", Set: []Entry{{"narrative.other", "二〇二四年，清溪镇认真落实《条例》。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "报告年度", Set: []Entry{{"narrative.other", "2025年，我镇未收取信息处理费。"}}},
		{Why: "与上年相比", Set: []Entry{{"narrative.other", "2024年收到3件，2025年收到5件，同比增加2件。"}}},
		{Why: "计划的名称", Set: []Entry{{"narrative.other", "落实《2021年政务公开工作要点》和2023—2025年行动计划。"}}},
		{Why: "要点的名称没有加书名号", Set: []Entry{{"narrative.other", "对照2024年要点，逐项补上缺漏。"}}},
		{Why: "法规哪一年修订", Set: []Entry{{"narrative.other", "2019年，国务院公布了修订后的《条例》。"}}},
		{Why: "自哪一年起", Set: []Entry{{"narrative.other", "2021年起，村务公开栏每月换一次。"}}},
		{Why: "下一年的打算", Set: []Entry{{"narrative.problems", "问题是解读少。2026年，我镇将增加图解。"}}},
		{Why: "公开的是上年的决算", Set: []Entry{{"narrative.other", "按时公开了2024年部门决算和2025年部门预算。"}}},
		{Why: "上年的年度报告", Set: []Entry{{"narrative.other", "1月公布了2024年政府信息公开工作年度报告。"}}},
		{Why: "文号里的年份", Set: []Entry{{"narrative.other", "按照国办公开办函〔2021〕30号执行。"}}},
		{Why: "下一年1月公布", Set: []Entry{{"narrative.preface", "本报告于2026年1月20日在网站公布。"}}},
		{Why: "前言里的工作年份", Set: []Entry{{"narrative.preface", "现将2024年工作情况公布如下。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "书名号里自己的报告", Set: []Entry{{"narrative.preface", "现公布《清溪镇2024年政府信息公开工作年度报告》。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "写成了上年以来", Set: []Entry{{"narrative.other", "2024年以来，我镇主动公开信息82条。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "写成了上年1—12月", Set: []Entry{{"narrative.other", "2024年1—12月，全镇发布信息82条。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "标题和年份之间没有标点", Set: []Entry{{"narrative.other", "（一）收费情况 2024年，本镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "年份只写了两位", Set: []Entry{{"narrative.other", "25年共发布信息82条。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "年份多打了数字", Set: []Entry{{"narrative.other", "202525年，我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "漏了“年”字", Set: []Entry{{"narrative.other", "2025本镇公开了低保信息109条。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "下一年的打算写成了报告年度", Set: []Entry{{"narrative.problems", "问题是解读少。2025年将从以下方面改进：增加图解，加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
		{Why: "已经做的写成了打算", Set: []Entry{{"narrative.overview", "（一）主动公开。本年度，我镇将继续聚焦法定内容，主动公开信息。\n（二）依申请公开。未收到申请。\n（三）信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。考核、评议，没有问责。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "结转到了报告年度", Set: []Entry{{"narrative.other", "办结3件，0件转结2025年。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "结转到了再下一年", Set: []Entry{{"narrative.other", "收到的申请中，1件结转至2027年继续办理。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "转入了再下一年", Set: []Entry{{"narrative.other", "尚有2件申请在办，已转入2027年度继续跟踪答复。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "结转到了上一年", Set: []Entry{{"narrative.other", "5件申请依法延期，结转2024年继续办理。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "整年的月份", Set: []Entry{{"narrative.other", "县政府网站自2023年1月至12月新增栏目6个。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "整个统计期限是上年的", Set: []Entry{{"narrative.preface", "所列数据的统计期限为2024年1月1日至2024年12月31日。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "与上年相比的是报告年度", Set: []Entry{{"narrative.other", "与上年相比，2024年我镇主动公开信息的数量增长较快。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "还没有到的年份说成做完了", Set: []Entry{{"narrative.other", "截至2025年12月底，2026年全镇已发布政策清单4批。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "本年度后面注的年份", Set: []Entry{{"narrative.other", "本年度（2024年）我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "镇政府某年做了什么", Set: []Entry{{"narrative.other", "镇政府2024年共收到申请3件。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "截至上年末，又说本年新增", Set: []Entry{{"narrative.other", "截至2024年年末，8个村均已公开收费标准，本年度新增公开事项12项。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "两年的数并排写", Set: []Entry{{"narrative.other", "2024年，全镇收到申请158件，办结153件；2025年收到170件，办结174件。"}}},
		{Why: "上年的数里结转到报告年度的", Set: []Entry{{"narrative.other", "2024年收到申请96件，办结93件，结转2025年办理6件，2025年收到98件。"}}},
		{Why: "下一年的预算和报告日期", Set: []Entry{{"narrative.other", "2026年1月已公布上年的报告，2026年预算已公开，资金结转2027年使用，截至2024年底有文件30件，本年新增2件，现有32件。"}}},
		{Why: "年度没有结束就公布了", Set: []Entry{{"narrative.preface", "本报告于2025年1月20日在网站公布。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "几处写错合在一起说", Set: []Entry{{"narrative.other", "2024年，我镇未收取信息处理费。2024年，我镇未减免信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "特意写出上年的数来比", Set: []Entry{{"narrative.other", "2025年收到申请7件。2024年收到申请5件，申请数量增加了2件。"}}},
		{Why: "结转到下一年", Set: []Entry{{"narrative.other", "2024年结转2025年的2件已经办结，结转2026年1件。"}}},
		{Why: "把字句里的“将”", Set: []Entry{{"narrative.overview", "（一）主动公开。2025年，我镇将重点信息公开工作纳入考核，主动公开信息。\n（二）依申请公开。未收到申请。\n（三）信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。考核、评议，没有问责。"}}},
		{Why: "数量和年限", Set: []Entry{{"narrative.other", "25年来一直坚持，2025条信息都有台账，保存30年。"}}},
		{Why: "当年公布的上年报告", Set: []Entry{{"narrative.other", "《清溪镇2024年政府信息公开工作年度报告》已于2025年1月20日公布。"}}},
	},
}

var (
	// counting and reporting words follow a year of which the report gives an account.
	counting  = strings.Fields("共 总共 累计 全年 新收 收到 受理 接收 主动公开 新增")
	reporting = append(strings.Fields("未 没有 无 办理 办结 制发 制定 作出 坚持 认真 严格 深入 全面 始终 持续 以习近平 通过 依托 围绕 按照 根据 是"), counting...)
	// announced follow the year of the report that a preface announces.
	announced = strings.Fields("政府信息公开 政务公开 信息公开 工作 主要工作 政务信息公开")
	// contrasts tell one year from another; comparing words set the numbers of two years side by side.
	contrasts = strings.Fields("上年 上一年 去年 前年 往年 历年 同比 相比 比 较 结转 增长 增加 减少 下降 提高 今年 本年")
	comparing = strings.Fields("同比 相比 较上年 较去年 比上年 比去年 增长 增加 减少 下降 上升 持平")
	intents   = strings.Fields("将 下一步 下一年 下年 明年 来年 今后 计划 打算 拟 继续 力争 争取 目标 重点 进一步 预计 确保")
	// events are what is told of other years.
	events = strings.Fields("国务院 全国 中央 省委 省政府 修订 修正 修改 公布的 颁布 施行 实施的 机构改革 撤乡 撤并 合并 设立 成立 挂牌 建成 上线 启用 开通 年起 以来 以前 之前 换届")
	// longRun are words with which a text looks back over several years.
	longRun = strings.Fields("累计 连续 陆续 先后 逐年 历年 每年 多年")
	// steps are what stands behind 将 where it speaks of the future; where 将 stands for 把, there is a thing behind it, and
	// behind that what becomes of it.
	steps = strings.Fields("从以下 从 在以下 继续 进一步 聚焦 加强 加大 加快 着力 着重 围绕 重点 持续 不断 努力 严格 按照 深入 切实 强化 完善 推进 认真 积极 采取 做好 抓好 狠抓 " +
		"紧扣 紧紧 坚持 通过 针对 健全 优化 提高 提升 大力 全面 立足 力争 逐步 及时")
	becomes = strings.Fields("作为 纳入 列入 融入 贯穿 放在 列为 摆在 结合 落实到 落到")
)

// aboutYears reads the years of one paragraph for the rule on them.
type aboutYears struct {
	section section
	text    string
	year    int // the report year
	unit    chinese.UnitName
}

func findYearMismatch(in *Input, s section, i int) []Finding {
	year, ok := in.Report.Year()
	text := s.paragraphs[i].Text
	if !ok || !strings.ContainsAny(text, "年0123456789") {
		return nil
	}
	y := aboutYears{s, text, year, chinese.ParseUnitName(in.Report.Unit())}
	var found []Finding
	for _, faults := range [][]fault{y.wrong(), y.misspelt(), y.plans(), y.carriedNowhere(), y.tooEarly()} {
		found = append(found, s.gathered(i, faults)...)
	}
	return found
}

// at is a fault at a byte of the paragraph: what is quoted begins with the clause in which it stands.
func (y *aboutYears) at(place int, actual, expected, message string) fault {
	return fault{words: y.quoted(place), message: message, expected: expected, actual: actual}
}

func (y *aboutYears) quoted(place int) string {
	const most = 20 // characters, but the clause's
	clause, start := chinese.Around(y.text, place, chinese.ClauseEnds)
	statement, from := chinese.Around(y.text, place, chinese.StatementEnds)
	if rest := clip(statement[start-from:], most); len(rest) > len(clause) {
		return strings.TrimRight(rest, "，：")
	}
	return clip(clause, 30)
}

// yearText is a year as texts write it.
func yearText(year int) string { return strconv.Itoa(year) + "年" }

// wrong lists the places where only the report year can be meant, and another one is written. All else may be sound.
func (y *aboutYears) wrong() []fault {
	var faults []fault
	for _, m := range chinese.YearsIn(y.text) {
		if m.Year == y.year || !y.isWrong(m) {
			continue
		}
		words := y.text[m.Start:m.End]
		faults = append(faults, y.at(m.Start, words, yearText(y.year),
			fmt.Sprintf("“%s”写的是“%s”，报告年度是%d年。说的是报告年度，请改成%d年；说的是别的年份，请写明“上年”“同比”等。", excerpt(y.quoted(m.Start)), words, y.year, y.year)))
	}
	return faults
}

func (y *aboutYears) isWrong(m chinese.YearMention) bool {
	if title, start := titleAround(y.text, m.Start); title != "" {
		return y.isOwnReport(title, start)
	}
	if chinese.IsQuoted(y.text, m.Start) {
		return false
	}
	statement, start := chinese.Around(y.text, m.Start, chinese.StatementEnds)
	before, after := y.text[start:m.Start], strings.TrimPrefix(y.text[m.End:], "度")
	if y.isAnnounced(m.Start, after) || y.isOfTheReport(m, before, after) {
		return true
	}
	planned := m.Year > y.year && (y.section.passage.Key == "narrative.problems" || chinese.ContainsAny(statement, intents))
	if !planned && y.isToldAsDone(m, before, after) || y.isEndOfYear(m, before, after, statement) {
		return true
	}
	if planned || y.namesThisYear(statement) || y.compares(m, statement) {
		return false
	}
	if m.Year < y.year && spansWholeYear(after, y.text[m.Start:m.End]) && !chinese.ContainsAny(statement, contrasts) && !strings.Contains(after, "以来") {
		return true
	}
	span := spanOfYear.FindString(after)
	told, afterComma := strings.CutPrefix(after[len(span):], "，")
	switch {
	case chinese.StartsWithAny(after, []string{"底", "末", "年底", "年末", "12月31日", "12月底", "12月末"}):
		upTo := strings.Contains(before, "截") || opensStatement(before) && strings.HasPrefix(after, "12月31日止") || chinese.EndsWithAny(before, []string{"至", "到", "为"})
		return upTo && !strings.Contains(statement, "1月1日") && !chinese.ContainsAny(statement, contrasts)
	case strings.HasSuffix(span, "来"):
		recent := m.Year == y.year-1 || m.Year > y.year
		return recent && opensStatement(before) && !chinese.ContainsAny(statement, longRun) && (y.isSelf(told) || chinese.StartsWithAny(told, counting))
	case opensStatement(before) && m.Year == y.year-1 && y.isMeeting(after):
		return !chinese.ContainsAny(statement, contrasts)
	case opensStatement(before):
		first, _ := chinese.Around(told, 0, chinese.ClauseEnds)
		return y.isSelf(told) || y.tellsOfWork(told) || !chinese.ContainsAny(first, events) && (afterComma || chinese.StartsWithAny(told, reporting))
	case y.unit.EndsIn(before), y.isOfficeOf(before):
		return chinese.StartsWithAny(told, reporting) || afterComma
	case y.lostMark(before) && m.Year == y.year-1 && afterComma && y.unit.Begins(told):
		return true
	}
	return strings.HasSuffix(before, "，") && chinese.StartsWithAny(y.withoutSelf(told), counting) && !chinese.ContainsAny(statement, contrasts)
}

// tellsOfWork is true of 政府信息公开工作总体平稳 and the like, which a report says of its own year.
func (y *aboutYears) tellsOfWork(text string) bool {
	for _, work := range []string{"政府信息公开工作", "政务公开工作", "信息公开工作"} {
		if rest, found := strings.CutPrefix(text, work); found {
			return chinese.StartsWithAny(rest, []string{"总体", "整体", "取得", "稳步", "扎实", "有序", "顺利", "平稳", "成效", "进展", "圆满", "呈现", "得到", "再上", "持续"})
		}
	}
	return false
}

// withoutSelf is a text without a name of the unit at its start.
func (y *aboutYears) withoutSelf(text string) string {
	for _, name := range []string{y.unit.Core, "我" + y.unit.Kind, "本" + y.unit.Kind, "全" + y.unit.Kind} {
		if rest, found := strings.CutPrefix(text, name); found && name != "" {
			return rest
		}
	}
	return text
}

// isOfficeOf is true of words that are the unit's bare office: 镇政府, 街道办事处.
func (y *aboutYears) isOfficeOf(before string) bool {
	rest, bare := strings.CutPrefix(strings.TrimPrefix(before, y.unit.Core), y.unit.Kind)
	if rest == before || before == y.unit.Kind {
		return rest != before
	}
	if !bare {
		rest = strings.TrimPrefix(before, y.unit.Core)
	}
	const longest = 12 // characters of 便民服务中心 and the like
	desk := utf8.RuneCountInString(rest) <= longest && chinese.EndsWithAny(rest, []string{"中心", "办公室", "网站", "公众号", "专栏", "公开栏", "服务站", "公示栏"}) && !chinese.ContainsAny(rest, []string{"的", "在", "了", "于"})
	return y.unit.Kind != "" && (desk || slices.Contains([]string{"政府", "人民政府", "机关", "办事处", "党委政府", "党委、政府"}, rest))
}

// isOfTheReport is true of a year that is said to be the report's: 本年度（2024年）, 与上年相比，2024年我镇, and of both ends of the
// period that the report's figures are of, if they are in one year.
func (y *aboutYears) isOfTheReport(m chinese.YearMention, before, after string) bool {
	if chinese.EndsWithAny(before, []string{"本年度（", "本年（", "今年（", "报告年度（", "报告年度为", "报告年度是"}) {
		return true
	}
	if chinese.EndsWithAny(before, []string{"上年相比，", "上年度相比，", "去年相比，", "上一年相比，", "上年比较，"}) {
		return y.unit.Begins(after) || chinese.StartsWithAny(after, counting) || chinese.StartsWithAny(strings.TrimPrefix(after, "，"), []string{"主动公开", "政府信息公开"})
	}
	if !strings.Contains(y.text, "统计") {
		return false
	}
	statement, _ := chinese.Around(y.text, m.Start, chinese.StatementEnds)
	period := chinese.ContainsAny(statement, []string{"统计期", "统计时", "统计范围", "数据统计", "统计数据", "统计自", "统计从"}) && strings.Contains(statement, "1月1日") && strings.Contains(statement, "12月31日")
	years := chinese.YearsIn(statement)
	return period && !slices.ContainsFunc(years, func(other chinese.YearMention) bool { return other.Year != m.Year }) && !chinese.ContainsAny(before, []string{"上年", "去年"})
}

// isToldAsDone is true of a year that is still to come and of which is told what was done in it: 2026年全镇已发布4批.
func (y *aboutYears) isToldAsDone(m chinese.YearMention, before, after string) bool {
	if m.Year != y.year+1 || !opensStatement(before) && !strings.HasSuffix(before, "，") {
		return false
	}
	clause, _ := chinese.Around(after, 0, chinese.ClauseEnds)
	clause = strings.TrimPrefix(clause, "全"+y.unit.Kind)
	for _, area := range []string{y.unit.Core, "全区", "全县", "全市", "全镇", "全乡", "我" + y.unit.Kind} {
		clause = strings.TrimPrefix(clause, area)
	}
	return chinese.StartsWithAny(clause, []string{"已发布", "已公开", "已完成", "已开展", "已组织", "已举办", "已公布", "共发布", "共公开", "共收到", "共举办", "共组织", "累计"}) && strings.ContainsAny(clause, "0123456789")
}

// isMeeting is true of a month before December and a meeting, a course or the like that the unit held in it.
func (y *aboutYears) isMeeting(after string) bool {
	days := chinese.DaysIn(after[:chinese.RuneStart(after, 30)])
	if len(days) == 0 || days[0].Start != 0 || days[0].Month > 11 {
		return false
	}
	told := strings.TrimPrefix(after[days[0].End:], "，")
	held := y.withoutSelf(strings.TrimPrefix(told, y.unit.Kind+"政府"))
	clause, _ := chinese.Around(held, 0, chinese.ClauseEnds)
	return y.unit.Kind != "" && chinese.StartsWithAny(held, []string{"召开", "举办", "组织召开", "组织开展", "组织举办"}) && chinese.ContainsAny(clause, []string{"会", "培训", "活动"}) && !strings.Contains(clause, "的")
}

// isEndOfYear is true of the end of the year before up to which is told what was reached, with what was added this year.
func (y *aboutYears) isEndOfYear(m chinese.YearMention, before, after, statement string) bool {
	if m.Year != y.year-1 || !strings.HasSuffix(before, "截至") && !strings.HasSuffix(before, "截止") || !chinese.StartsWithAny(after, []string{"底", "末", "年底", "年末", "12月31日", "12月底", "12月末"}) {
		return false
	}
	_, reached, _ := strings.Cut(after, "，")
	reached, _ = chinese.Around(reached, 0, chinese.ClauseEnds)
	return chinese.ContainsAny(statement, []string{"本年度新增", "本年新增", "今年新增", "年内新增"}) && chinese.ContainsAny(reached, []string{"均已", "已全部", "全部", "全面"}) &&
		!chinese.ContainsAny(statement, []string{"上年", "去年", "同比", "相比", "增至", "增加到", "现有", "达到"})
}

// spansWholeYear says whether what stands behind a year are the months from its first to its last: 1月至12月, 1月1日至12月31日.
func spansWholeYear(after, year string) bool {
	rest, found := strings.CutPrefix(after, "1月")
	if !found {
		return false
	}
	for _, part := range []string{"1日", "份", "起"} {
		rest = strings.TrimPrefix(rest, part)
	}
	to := strings.TrimLeft(rest, "至到—-－–~～")
	return len(to) < len(rest) && strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(to, year), "同年"), "12月")
}

// spanOfYear is what may stand between a year and what it says of it: 1—12月, 全年, 以来.
var spanOfYear = regexp.MustCompile(`^(?:全年|期间|以来|来|1\s*月?份?\s*(?:[-—–－~～]+|至|到)\s*12\s*月份?)?`)

// lostMark says whether the words before a year may be the end of a statement whose mark is lost: they do not lead to the year.
func (y *aboutYears) lostMark(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return chinese.IsHan(last) && !chinese.IsOneOf(last, "在于自从到至早比较与和对及起始")
}

// namesThisYear says whether a text names the report year.
func (y *aboutYears) namesThisYear(text string) bool {
	return strings.Contains(text, yearText(y.year)) || chinese.ContainsAny(text, []string{"今年", "本年"})
}

// bareOffices follow the unit's bare kind: 镇机关, 街道办事处.
var bareOffices = strings.Fields("机关 政府 党委 人民政府 办 属 辖 公开 发布 组织 开展 召开 举办")

// isSelf says whether a text begins with a name of the unit, be it its bare kind: 镇机关.
func (y *aboutYears) isSelf(text string) bool {
	if y.unit.Begins(text) {
		return true
	}
	rest, bare := strings.CutPrefix(text, y.unit.Kind)
	return bare && y.unit.Kind != "" && (chinese.StartsWithAny(rest, bareOffices) || chinese.StartsWithAny(rest, reporting))
}

// others are what is cited or looked back to, not announced.
var others = strings.Fields("上年 上一年 去年 按照 根据 依据 参照 对照 落实")

// isAnnounced is true of the year of the report itself: 现将2024年工作情况报告如下.
func (y *aboutYears) isAnnounced(at int, after string) bool {
	clause, start := chinese.Around(y.text, at, chinese.ClauseEnds)
	if !chinese.StartsWithAny(after, announced) || strings.Contains(clause, yearText(y.year)) || chinese.ContainsAny(y.text[start:at], others) {
		return false
	}
	if chinese.ContainsAny(clause, []string{"现将", "现就", "本报告", "如下"}) {
		return true
	}
	report := strings.HasPrefix(after, "政府信息公开") || chinese.ContainsAny(clause, []string{"年度报告", "年报"})
	return y.section.passage.Key == "narrative.preface" && report
}

// isOwnReport says whether a title is that of this very report: it stands in the preface, or behind 现.
func (y *aboutYears) isOwnReport(title string, start int) bool {
	clause, from := chinese.Around(y.text, start, chinese.ClauseEnds)
	before := y.text[from:start]
	report := strings.Contains(title, "信息公开") && chinese.ContainsAny(title, []string{"年度报告", "年报", "工作报告"})
	announcing := y.section.passage.Key == "narrative.preface" || chinese.ContainsAny(before, []string{"现将", "现发布", "现公布", "现公开", "编制本", "编制了本"})
	return report && announcing && !chinese.ContainsAny(before, others) && !chinese.ContainsAny(clause, []string{"格式", "通知"})
}

// titleAround is the title in 《》 in which a byte stands, and where it starts; "" if it stands in none.
func titleAround(text string, at int) (title string, start int) {
	near := chinese.RuneStart(text, at-chinese.Farthest)
	opener := strings.LastIndex(text[min(near, at):at], "《")
	if opener < 0 {
		return "", 0
	}
	start = min(near, at) + opener
	end := strings.Index(text[at:chinese.RuneStart(text, at+chinese.Farthest)], "》")
	if end < 0 || strings.Contains(text[start:at], "》") {
		return "", 0
	}
	return text[start+len("《") : at+end], start
}

// compares is true of an earlier year whose number is set beside that of the report year: in its statement, or in the one
// before or behind it.
func (y *aboutYears) compares(m chinese.YearMention, statement string) bool {
	if m.Year > y.year || !figureIn.MatchString(statement) {
		return false
	}
	near := y.text[chinese.RuneStart(y.text, m.Start-chinese.Farthest):chinese.RuneStart(y.text, m.Start+chinese.Farthest)]
	statements := chinese.Statements(near)
	for k, s := range statements {
		if strings.Contains(s, statement) {
			around := strings.Join(statements[max(0, k-1):min(len(statements), k+2)], "")
			if y.namesThisYear(around) && sideBySide(statement, statements[min(k+1, len(statements)-1)], yearText(y.year)) {
				return true
			}
			return (y.namesThisYear(around) || strings.Contains(around, "全年")) && chinese.ContainsAny(around, comparing)
		}
	}
	return false
}

// sideBySide says whether the statement behind one on an earlier year begins with the report year and counts the same.
func sideBySide(statement, next, year string) bool {
	return statement != next && strings.HasPrefix(next, year) && figureIn.MatchString(next) &&
		slices.ContainsFunc(sameCounts, func(w string) bool { return strings.Contains(statement, w) && strings.Contains(next, w) })
}

// sameCounts are what two years are compared by.
var sameCounts = strings.Fields("收到 受理 办结 答复 公开信息 主动公开 公开政府信息 发布 推送 新增 制发 举办 培训")

// figureIn finds a number behind a year.
var figureIn = regexp.MustCompile(`年.*[0-9０-９]`)

// opensStatement is true of what may stand before a statement's first word: nothing, a number, a colon, a heading whose mark
// is lost.
func opensStatement(before string) bool {
	_, rest, numbered := chinese.ReadMarker(before)
	if before == "" || numbered && rest == "" || strings.HasSuffix(before, "：") {
		return true
	}
	phrase := strings.TrimRight(rest, " \u3000\u00a0")
	if strings.ContainsAny(phrase, "，、：,") || utf8.RuneCountInString(phrase) > 20 {
		return false
	}
	return len(phrase) < len(rest) || numbered && chinese.EndsWithAny(phrase, strings.Fields("情况 方面 工作 建设 保障 管理 公开 问题"))
}

// misspelt lists the years that are not written out: 24年, 202525年, 2025 without 年.
func (y *aboutYears) misspelt() []fault {
	var faults []fault
	due := yearText(y.year)
	for _, m := range chinese.OddYears(y.text) {
		_, start := chinese.Around(y.text, m.Start, chinese.StatementEnds)
		before, words, after := y.text[start:m.Start], y.text[m.Start:m.End], y.text[m.End:]
		told := strings.TrimPrefix(strings.TrimPrefix(after, "度"), "，")
		fact := y.isSelf(told) || chinese.StartsWithAny(told, reporting) || chinese.StartsWithAny(told, []string{"发布", "公开", "政府信息公开", "工作"})
		opens := opensStatement(before) || strings.HasSuffix(before, "，")
		near := func(year int) bool { return m.Number >= year-1 && m.Number <= year+1 }
		message := ""
		switch {
		case m.Digits == 4:
			if near(y.year) && (opens || y.unit.EndsIn(before)) && (fact && after == told || strings.HasPrefix(after, "度")) {
				message = fmt.Sprintf("“%s”后面像是漏了“年”字，请补上。", words)
			}
		case m.Digits == 2:
			if near(y.year%100) && opens && fact {
				message = fmt.Sprintf("“%s”的年份请写四位，报告年度写成“%s”。", words, due)
			}
		case m.Digits > 4, opens && (fact || strings.HasPrefix(after, "度")):
			message = fmt.Sprintf("“%s”的年份位数不对，报告年度是%s，请核对。", words, due)
		}
		if message != "" {
			faults = append(faults, y.at(m.Start, words, due, message))
		}
	}
	return faults
}

// plans lists what is told of the report year as though it were still to come.
func (y *aboutYears) plans() []fault {
	names := []string{yearText(y.year)}
	isOverview := y.section.passage.Key == "narrative.overview"
	switch {
	case !strings.Contains(y.text, "将"):
		return nil
	case isOverview:
		names = append(names, "本年", "今年")
	case y.section.passage.Key != "narrative.problems":
		return nil
	}
	var faults []fault
	for _, name := range names {
		for at := range chinese.Indexes(y.text, name) {
			_, start := chinese.Around(y.text, at, chinese.StatementEnds)
			if !opensStatement(y.text[start:at]) || !y.intends(y.text[at+len(name):]) {
				continue
			}
			message := fmt.Sprintf("“%s”就是报告年度，已经过去，这里说的却是打算。说下一年的，请改成%d年；已经做了的，请删去“将”，写做了什么。", name, y.year+1)
			if isOverview {
				message = fmt.Sprintf("“%s”已经过去，这里却写成打算（“将……”）。第一部分写已经做的事，请改成做了什么；下一年的打算写在第五部分。", name)
			}
			faults = append(faults, y.at(at, name, "", message))
		}
	}
	return faults
}

// intends says whether what follows a year is a plan: 将 and what will be done, not 将 and a thing.
func (y *aboutYears) intends(after string) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(after, "度"), "，")
	for _, name := range []string{y.unit.Core, "我" + y.unit.Kind, "本" + y.unit.Kind, "全" + y.unit.Kind, "本机关", "本单位", "我们", "人民政府"} {
		rest = strings.TrimPrefix(rest, name)
	}
	rest, future := strings.CutPrefix(rest, "将")
	clause, _ := chinese.Around(rest, 0, chinese.ClauseEnds)
	return future && chinese.StartsWithAny(rest, steps) && !chinese.ContainsAny(clause, becomes)
}

var carriedTo = regexp.MustCompile(`(?:(?:结转|转结|顺延|延期|延)(至|到|入)?|转(至|到|入))([0-9]{4})年度?(继续|办理|答复|跟踪|处理|完成)?`)

// isCarried says whether what is carried over are applications, whatever the word for it: money and projects have years of their own.
func isCarried(before, clause string) bool {
	return chinese.ContainsAny(clause, []string{"申请", "结转", "转结", "答复", "在办"}) && !chinese.ContainsAny(clause, []string{"资金", "项目", "经费", "预算", "工程", "指标"}) || strings.HasSuffix(before, "件")
}

// carriedNowhere lists applications that are carried over to a year that is not behind the report year.
func (y *aboutYears) carriedNowhere() []fault {
	if !chinese.ContainsAny(y.text, []string{"结转", "转结", "顺延", "延期", "延至", "延到", "转至", "转到", "转入"}) {
		return nil
	}
	var faults []fault
	for _, m := range carriedTo.FindAllStringSubmatchIndex(y.text, -1) {
		to := y.text[m[6]:m[7]]
		_, n := chinese.ReadPlaces(to)
		clause, start := chinese.Around(y.text, m[0], chinese.ClauseEnds)
		statement, _ := chinese.Around(y.text, m[0], chinese.StatementEnds)
		fromBefore := (chinese.ContainsAny(clause, []string{"上年", "上一年", "去年"}) || strings.Contains(statement, yearText(y.year-1))) && n == y.year || !isCarried(clause[:m[0]-start], clause)
		if directed := m[2] >= 0 || m[4] >= 0 || m[8] >= 0 || n == y.year || n > y.year+1; n == y.year+1 || fromBefore || !directed {
			continue
		}
		faults = append(faults, y.at(m[0], to+"年", yearText(y.year+1),
			fmt.Sprintf("“%s”：没有办完的结转到下一年，报告年度是%d年，应为%d年，请核对。", y.text[m[0]:m[7]]+"年", y.year, y.year+1)))
	}
	return faults
}

var yearlyReport = regexp.MustCompile(`([0-9]{4})年度?政府(?:信息|政务)公开(?:工作)?年(?:度(?:工作)?报告|报)|本(?:年度)?报告`)

// tooEarly lists days on which a yearly report is said to be published before its year has ended.
func (y *aboutYears) tooEarly() []fault {
	if !strings.Contains(y.text, "报") || !strings.Contains(y.text, "月") {
		return nil
	}
	var faults []fault
	end := 0
	for _, statement := range chinese.Statements(y.text) {
		start := end
		end += len(statement)
		if !strings.Contains(statement, "月") || !strings.Contains(statement, "报") {
			continue
		}
		m := yearlyReport.FindStringSubmatchIndex(statement)
		if m == nil {
			continue
		}
		of := y.year
		if m[2] >= 0 {
			_, of = chinese.ReadPlaces(statement[m[2]:m[3]])
		}
		for _, d := range chinese.DaysIn(statement) {
			clause, from := chinese.Around(statement, d.Start, chinese.ClauseEnds)
			apart := d.Start < m[0] && m[0] > from+len(clause)
			published := chinese.ContainsAny(clause, []string{"公布", "发布", "公开", "上报", "报送", "向社会"}) && !chinese.ContainsAny(clause, []string{"起", "截", "统计", "启动", "部署"})
			if d.Year == 0 || d.Year > of || apart || !published {
				continue
			}
			words := statement[d.Start:d.End]
			faults = append(faults, y.at(start+d.Start, words, "", fmt.Sprintf("%d年度的报告不会在%s公布，那时%d年还没有结束，请核对年份。", of, words, of)))
		}
	}
	return faults
}
