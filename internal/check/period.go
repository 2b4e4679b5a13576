package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var yearMismatch = Rule{
	ID: "year-mismatch", Level: Query, Title: "文字里说本年的地方，年份就是报告年度", Citation: "《条例》第五十条",
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
	},
}

var (
	// counting and reporting words follow a year of which the report gives an account.
	counting  = strings.Fields("共 总共 累计 全年 新收 收到 受理 接收 主动公开 新增")
	reporting = append(strings.Fields("未 没有 无 办理 办结 制发 制定 作出 坚持 认真 严格 深入 全面 始终 持续 以习近平 通过 依托 围绕 按照 根据 是"), counting...)
	// contrasts tell one year from another.
	contrasts = strings.Fields("上年 上一年 去年 前年 往年 历年 同比 相比 比 较 结转 增长 增加 减少 下降 提高 今年 本年")
	intents   = strings.Fields("将 下一步 下一年 下年 明年 来年 今后 计划 打算 拟 继续 力争 争取 目标 重点 进一步 预计 确保")
	// events are what is told of other years.
	events = strings.Fields("国务院 全国 中央 省委 省政府 修订 修正 修改 公布的 颁布 施行 实施的 机构改革 撤乡 撤并 合并 设立 成立 挂牌 建成 上线 启用 开通 年起 以来 以前 之前 换届")
)

func findYearMismatch(in *Input, s section, i int) []Finding {
	year, ok := in.Report.Year()
	if !ok {
		return nil
	}
	text := s.paragraphs[i].Text
	for _, m := range chinese.YearsIn(text) {
		if m.Year == year || !in.speaksOfReportYear(s, text, m, year) {
			continue
		}
		words := text[m.Start:m.End]
		clause, _ := chinese.Around(text, m.Start, chinese.ClauseEnds)
		f := s.finding(i, chinese.Clip(clause, 30), fmt.Sprintf("这里写的是“%s”，报告年度是%d年。说的是报告年度，请改成%d年；说的是别的年份，请写明“上年”“同比”等。", words, year, year))
		f.Expected, f.Actual = fmt.Sprintf("%d年", year), words
		return []Finding{f}
	}
	return nil
}

// speaksOfReportYear says whether a year stands where only the report year can be meant. All else may be sound.
func (in *Input) speaksOfReportYear(s section, text string, m chinese.YearMention, year int) bool {
	statement, start := chinese.Around(text, m.Start, chinese.StatementEnds)
	if chinese.IsQuoted(text, m.Start) || strings.Contains(statement, strconv.Itoa(year)+"年") || chinese.ContainsAny(statement, []string{"今年", "本年"}) {
		return false
	}
	if m.Year > year && (s.passage.Key == "narrative.problems" || chinese.ContainsAny(statement, intents)) {
		return false
	}
	before, after := text[start:m.Start], strings.TrimPrefix(text[m.End:], "度")
	unit := chinese.ParseUnitName(in.Report.Unit())
	switch {
	case strings.HasPrefix(after, "政府信息公开"):
		return !strings.Contains(before, "上年") && (s.passage.Key == "narrative.preface" || chinese.ContainsAny(statement, []string{"现将", "现就", "本报告", "如下"}))
	case chinese.StartsWithAny(after, []string{"底", "末", "年底", "年末", "12月31日"}):
		upTo := strings.Contains(before, "截") || chinese.EndsWithAny(before, []string{"至", "到", "为"})
		return upTo && !strings.Contains(statement, "1月1日") && !chinese.ContainsAny(statement, contrasts)
	case opensStatement(before):
		told, afterComma := strings.CutPrefix(after, "，")
		clause, _ := chinese.Around(told, 0, chinese.ClauseEnds)
		return unit.Begins(told) || !chinese.ContainsAny(clause, events) && (afterComma || chinese.StartsWithAny(told, reporting))
	case unit.EndsIn(before):
		return chinese.StartsWithAny(after, reporting) || strings.HasPrefix(after, "，")
	}
	return strings.HasSuffix(before, "，") && chinese.StartsWithAny(after, counting) && !chinese.ContainsAny(statement, contrasts)
}

// opensStatement is true of what may stand before a statement's first word: nothing, a number, a colon.
func opensStatement(before string) bool {
	_, rest, numbered := chinese.ReadMarker(before)
	return before == "" || numbered && rest == "" || strings.HasSuffix(before, "：")
}

var periodWrong = Rule{
	ID: "period-wrong", Level: Query, Title: "统计期限是报告年度的1月1日至12月31日；日期要真有其日", Citation: "《条例》第五十条",
	Find: onFilled(findPeriodWrong),
	Cases: []Case{
		{Why: "统计期限是上年的", Set: []Entry{{"narrative.preface", "所列数据的统计期限为2024年1月1日至2024年12月31日。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "只改了一半", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月1日起，至2024年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "少了一天", Set: []Entry{{"narrative.preface", "统计期限：2025年1月1日—12月30日。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "没有到年底", Set: []Entry{{"narrative.preface", "本报告数据统计时段为2025年1月至11月。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "日历上没有的日期", Set: []Entry{{"narrative.other", "11月31日召开评议会。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "2025年不是闰年", Set: []Entry{{"narrative.other", "2025年2月29日召开评议会。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "没有十三月", Set: []Entry{{"narrative.other", "2025年13月完成改版。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "年份只写一次", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月1日起至12月31日止。"}}},
		{Why: "写成横线", Set: []Entry{{"narrative.preface", "统计期限：2025年1月1日——2025年12月31日。"}}},
		{Why: "写成点", Set: []Entry{{"narrative.preface", "统计期限为2025.1.1-2025.12.31。"}}},
		{Why: "只写月份", Set: []Entry{{"narrative.preface", "本报告数据统计期限为2025年1月至12月。"}}},
		{Why: "汉字写的", Set: []Entry{{"narrative.preface", "统计期限为二〇二五年一月一日至十二月三十一日。"}}},
		{Why: "问卷的统计时间", Set: []Entry{{"narrative.other", "问卷统计时间为7月1日至8月31日。"}}},
		{Why: "3个月不是3月", Set: []Entry{{"narrative.other", "整改用了15个月，超过35日。"}}},
		{Why: "闰年的2月29日", Set: []Entry{{"narrative.other", "对2024年2月29日的通知作了更正。"}}},
	},
}

var (
	periodWords = strings.Fields("统计期限 统计时限 统计时间 统计时段 统计周期 统计期间 统计区间 统计范围 数据起止 起止日期 起止时间 所列数据 报告期")
	// period is a span from day to day, or from month to month: year, month, day, year, month, day.
	period = regexp.MustCompile(`(?:` + chinese.Places + `\s*[年.．/-])?\s*` + chinese.Places + `\s*[月.．/-](?:\s*` + chinese.Places + `\s*日?)?(?:份)?(?:起|开始)?[，,]?\s*(?:至|到|[-－–—~～]+)\s*` +
		`(?:` + chinese.Places + `\s*[年.．/-])?\s*` + chinese.Places + `\s*[月.．/-](?:\s*` + chinese.Places + `\s*日?)?`)
)

func findPeriodWrong(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	found := in.findImpossibleDays(s, i)
	year, ok := in.Report.Year()
	if !ok || !chinese.ContainsAny(text, []string{"统计", "起止", "所列", "报告期"}) {
		return found
	}
	for _, statement := range chinese.Statements(text) {
		own := s.passage.Key == "narrative.preface" || chinese.ContainsAny(statement, []string{"报告", "所列"})
		words := period.FindStringSubmatch(statement)
		if !own || !chinese.ContainsAny(statement, periodWords) || words == nil || isWholeYear(words, year) {
			continue
		}
		due := fmt.Sprintf("%d年1月1日至%d年12月31日", year, year)
		f := s.finding(i, words[0], "统计期限写的是“"+told(words[0])+"”，应为"+due+"。")
		f.Expected = due
		found = append(found, f)
	}
	return found
}

// isWholeYear says whether a period runs from the first to the last day of a year. Years and days may be left out.
func isWholeYear(words []string, year int) bool {
	for i, due := range []int{year, 1, 1, year, 12, 31} {
		word := words[i+1]
		_, n := chinese.ReadPlaces(word)
		if leftOut := word == "" && i != 1 && i != 4; !leftOut && n != due {
			return false
		}
	}
	return true
}

// findImpossibleDays finds days that no calendar has. A day without a year is one of the last year named before it, or
// else of the report year.
func (in *Input) findImpossibleDays(s section, i int) []Finding {
	text := s.paragraphs[i].Text
	days := chinese.DaysIn(text)
	if days == nil {
		return nil
	}
	var found []Finding
	year, _ := in.Report.Year()
	for _, d := range days {
		if d.Year != 0 {
			year = d.Year
		}
		day := d.Day
		if day == 0 {
			if d.Year == 0 {
				continue
			}
			day = 1 // all but the month is in order
		}
		if chinese.IsDate(max(year, 4), d.Month, day) {
			continue
		}
		words := text[d.Start:d.End]
		found = append(found, s.finding(i, words, "“"+words+"”在日历上没有，请核对。"))
	}
	return found
}

var publishedInTime = Rule{
	ID: "published-in-time", Level: Info, Title: "成文日期在年度结束之后、期限之前（1月31日；县级以上政府3月31日；各地另有规定的从其规定）", Citation: "《条例》第四十九条",
	Find: findPublishedInTime,
	Cases: []Case{
		{Why: "过了1月31日", Set: []Entry{{"report.date", "2026-02-01"}}, Finds: []form.Key{"report.date"}},
		{Why: "年度还没有结束", Set: []Entry{{"report.date", "2025-12-25"}}, Finds: []form.Key{"report.date"}},
		{Why: "县政府过了3月31日", Set: []Entry{{"unit.name", "清溪县人民政府"}, {"unit.level", "县级政府"}, {"report.date", "2026-04-01"}}, Finds: []form.Key{"report.date"}},
		{Why: "县政府在3月", Set: []Entry{{"unit.name", "清溪县人民政府"}, {"unit.level", "县级政府"}, {"report.date", "2026-03-31"}}},
		{Why: "最后一天", Set: []Entry{{"report.date", "2026-01-31"}}},
		{Why: "没有填日期", Set: []Entry{{"report.date", ""}}},
	},
}

func findPublishedInTime(in *Input) []Finding {
	year, ok := in.Report.Year()
	date, dated := in.Report.Date()
	if !ok || !dated {
		return nil
	}
	deadline := in.deadline()
	first := time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(year+1, deadline.Month, deadline.Day, 0, 0, 0, 0, time.UTC)
	message := ""
	switch {
	case date.Before(first):
		message = fmt.Sprintf("成文日期是%s，%d年还没有结束，数据要统计到12月31日，请核对。", chinese.DateText(date), year)
	case date.After(last):
		message = fmt.Sprintf("成文日期是%s，公布的期限是%s，请核对。", chinese.DateText(date), chinese.DateText(last))
	default:
		return nil
	}
	fields := form.Fields()
	field := fields[slices.IndexFunc(fields, func(f form.Field) bool { return f.Key == "report.date" })]
	return []Finding{{Message: message, Expected: chinese.DateText(first) + "至" + chinese.DateText(last), Actual: chinese.DateText(date), Cells: []Cell{in.fieldCell(field)}}}
}

// deadline is the last day for the unit's report. A county sets it for those whose figures it adds up.
func (in *Input) deadline() Deadline {
	if level := in.level(); level.SumsUp() || in.Settings.Deadline == (Deadline{}) {
		month, day := level.Deadline()
		return Deadline{month, day}
	}
	return in.Settings.Deadline
}
