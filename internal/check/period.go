package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var periodWrong = Rule{
	ID: "period-wrong", Level: Query, Title: "统计期限是报告年度的1月1日至12月31日；日期要真有其日，一年没有那么多天的不写", Citation: "《条例》第五十条",
	Find: onFilled(findPeriodWrong),
	Cases: func() []Case {
		return []Case{
			{Why: "统计期限是上年的", Set: []Entry{{"narrative.preface", "所列数据的统计期限为2024年1月1日至2024年12月31日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "只改了一半", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月1日起，至2024年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "少了一天", Set: []Entry{{"narrative.preface", "统计期限：2025年1月1日—12月30日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "没有到年底", Set: []Entry{{"narrative.preface", "本报告数据统计时段为2025年1月至11月。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "日历上没有的日期", Set: []Entry{{"narrative.other", "11月31日召开评议会。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "2025年不是闰年", Set: []Entry{{"narrative.other", "2025年2月29日召开评议会。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "没有十三月", Set: []Entry{{"narrative.other", "2025年13月完成改版。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "换了说法", Set: []Entry{{"narrative.preface", "报告统计数据从2024年1月1日始至2024年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "漏了“日”字", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月1日起至2025年12月31止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "年份多打了数字", Set: []Entry{{"narrative.preface", "所列数据的统计期限自202525年1月1日起至2025年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "前后颠倒", Set: []Entry{{"narrative.preface", "数据的时间范围为2025年12月31日至2025年1月1日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "年、月两个字没有了", Set: []Entry{{"narrative.preface", "所列数据的统计期限自202511日至20251231日止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "只说统计到哪一天", Set: []Entry{{"narrative.preface", "本报告统计数据截至2025年12月31日。"}}},
			{Why: "年份只写一次", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月1日起至12月31日止。"}}},
			{Why: "写成横线", Set: []Entry{{"narrative.preface", "统计期限：2025年1月1日——2025年12月31日。"}}},
			{Why: "写成点", Set: []Entry{{"narrative.preface", "统计期限为2025.1.1-2025.12.31。"}}},
			{Why: "只写月份", Set: []Entry{{"narrative.preface", "本报告数据统计期限为2025年1月至12月。"}}},
			{Why: "汉字写的", Set: []Entry{{"narrative.preface", "统计期限为二〇二五年一月一日至十二月三十一日。"}}},
			{Why: "问卷的统计时间", Set: []Entry{{"narrative.other", "问卷统计时间为7月1日至8月31日。"}}},
			{Why: "3个月不是3月", Set: []Entry{{"narrative.other", "整改用了15个月，超过35日。"}}},
			{Why: "一年没有那么多天、那么多月", Set: []Entry{{"narrative.other", "全年空气质量优良天数383天。\n服务窗口全年开放372天。\n名录全年13个月都在更新。"}}, Finds: []form.Key{"narrative.other", "narrative.other", "narrative.other"}},
			{Why: "一年有的天数；几年的、几处的、人次、周年", Set: []Entry{{"narrative.other", "优良天数323天，服务窗口全年开放365天。\n三年累计优良天数1020天，各县优良天数合计1200天，全年值守400天次，今年是建镇60周年。\n年内公示合同期限24个月的租约，全年没有办理366日以上的。"}}},
			{Why: "一年没有13月", Set: []Entry{{"narrative.other", "补贴分别于5月、9月、13月公示三批。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "结束的日子比开始的早", Set: []Entry{{"narrative.other", "补贴名单6月20日起公示，至6月13日结束。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "跨年的、月数、先后说的两个日子", Set: []Entry{{"narrative.other", "名单12月25日起公示，至1月3日结束；3月5日至3月11日公示。整改历时13月，满18月龄。6月20日开会，5月8日到县里培训，从7月1日到次年6月30日。"}}},
			{Why: "说的是别人填错的日期", Set: []Entry{{"narrative.other", "有企业把日期填成2月30日，被系统拦下；简报里“2月30日”是笔误。"}}},
			{Why: "闰年的2月29日", Set: []Entry{{"narrative.other", "对2024年2月29日的通知作了更正。"}}},
			{Why: "说成“口径”，写成点", Set: []Entry{{"narrative.preface", "数据口径：2025.1.1—2025.12.30。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "算起、为止", Set: []Entry{{"narrative.preface", "文中数字从2024年12月1日算起，到2025年11月30日为止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "止期的年份没有了", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月1日起至年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "起期的年份没有了", Set: []Entry{{"narrative.preface", "统计期限为年1月1日至2025年12月31日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "月份的数字没有了", Set: []Entry{{"narrative.preface", "统计期限为2025年1月1日至2025年月31日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "始于、止于", Set: []Entry{{"narrative.preface", "本报告数据始于2025年1月1日，止于2025年12月30日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "起始日、截止日分开写", Set: []Entry{{"narrative.preface", "数据统计起始日期为2024年1月1日，截止日期为2025年12月31日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "写成八位数字", Set: []Entry{{"narrative.preface", "统计时段：20250101—20251130。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "只写月份，用横线连着", Set: []Entry{{"narrative.preface", "本报告统计时段为2025年1—11月。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "各种写法的全年", Set: []Entry{{"narrative.preface", "数据口径：2025.01.01—2025.12.31。文中数字从2025年1月1日算起，到12月31日为止。本报告数据始于2025年1月1日，止于2025年12月31日。统计时段：20250101—20251231，即2025年1—12月。数据统计起始日期为2025年1月1日，截止日期为2025年12月31日。"}}},
			{Why: "“起统计”，到11月底", Set: []Entry{{"narrative.preface", "本报告依据条例编制，数据自2025年1月1日起统计，截至2025年11月30日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "截止时间没有“为”字，止期在“止”字前面", Set: []Entry{{"narrative.preface", "数据统计起始时间2025年1月1日，截止时间2025年11月30日。"}, {"narrative.other", "报告所列数据自2025年1月1日起计入，2025年11月30日止。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}},
			{Why: "只说统计到哪一天，不是年底", Set: []Entry{{"narrative.preface", "本报告统计数据截至2025年11月30日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "只有三个季度", Set: []Entry{{"narrative.preface", "报告中的数据统计期限为2025年前三季度。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "全年，另外的说法", Set: []Entry{{"narrative.preface", "数据自2025年1月1日起统计，截至2025年12月31日。本报告所列数据以2025年1月1日为起点，以2025年12月31日为终点，统计期限为2025年全年。统计数据显示，截至2025年11月30日已公开300条。本报告统计数据截至2025年12月31日24时。"}}},
			{Why: "核对、公示、查阅的时间", Set: []Entry{{"narrative.preface", "报告中的数据于2026年1月5日至1月12日核对，1月13日至1月19日在公示栏公布。纸质报告的查阅时间为2026年2月1日至2026年12月31日。数据由各年1月至12月的台账得来，电话000-6671203。"}}},
			{Why: "后一个日期没有写到日", Set: []Entry{{"narrative.preface", "统计的起讫时间是2025年1月1日至2025年12月。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "前一个日期没有写到日", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月起至2025年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "上起、下迄，元月", Set: []Entry{{"narrative.preface", "统计时段上起2025年元月1日，下迄2025年11月30日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "一直到哪一天", Set: []Entry{{"narrative.preface", "数据从2025年1月1日起，一直到2025年10月31日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "后一个日期没有月份，没有写完", Set: []Entry{{"narrative.preface", "所列数据的统计期限自2025年1月1日起至2025年31日止。"}, {"narrative.other", "本报告统计期限为2025年1月1日到2025年12。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}},
			{Why: "元月起，到12月底，起讫", Set: []Entry{{"narrative.preface", "统计时段上起2025年元月1日，下迄2025年12月31日。数据起讫时间为2025年1月1日至12月底。本报告统计的期限是2025年元月至12月。统计期限：2025年1月1日零时讫12月31日24时。"}}},
			{Why: "从元月起，收到11月底；反映的是1月至10月", Set: []Entry{{"narrative.preface", "数据从2025年元月起，收到2025年11月底为止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "反映的是1月至10月", Set: []Entry{{"narrative.preface", "反映的是2025年1月至10月公开政府信息的情况。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "反映的是上半年", Set: []Entry{{"narrative.preface", "本报告反映的是2025年上半年的情况。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "收到12月底，反映全年，汛期单列", Set: []Entry{{"narrative.preface", "数据从2025年元月起，收到2025年12月底为止。反映的是2025年1月至12月的情况。本报告涵盖2025年全年，其中汛期（6月至9月）的信息单列。"}}},
			{Why: "日期漏了“年”“月”", Set: []Entry{{"narrative.overview", "截至20251231日，清溪镇公开信息30条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "编号里的八位数", Set: []Entry{{"narrative.overview", "编号20251231的信息和2025年12月31日公开的信息共2条。"}}},
			{Why: "年份漏了“年”", Set: []Entry{{"narrative.overview", "自20251月1日起，清溪镇公开信息30条。"}}, Finds: []form.Key{"narrative.overview"}},
		}
	},
}

// The days of a span, and the words behind the first of them.
const (
	ofMonth   = `([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|元)`
	firstDay  = `(?:` + chinese.Places + `\s*[年.．/-])?\s*` + ofMonth + `\s*[月.．/-](?:\s*` + chinese.Places + `\s*([日号])?)?(?:份)?(?:（含）)?(?:零时|零点|[0０]时|[0０]点)?`
	lastDay   = `(?:` + chinese.Places + `\s*[年.．/-])?\s*` + chinese.Places + `\s*[月.．/-](?:\s*` + chinese.Places + `\s*([日号])?)?`
	beginning = `以来|为起点|起算|起计|算起|计起|起开始|开始|起|始`
)

var (
	periodWords = pattern.NewWords("统计期限 统计期为 统计期是 统计期： 统计时限 统计时间 统计时段 统计周期 统计期间 统计区间 统计范围 统计数据 数据统计 统计口径 数据口径 统计起 统计从 统计自 数据起止 起止日期 起止时间 起讫 起迄 统计的期限 统计的时 统计的范围 时间范围 时间跨度 所列数据 报告期")
	// aboutData are words of texts that may tell the period at all.
	aboutData = pattern.NewWords("统计 起止 所列 报告期 时间范围 时间跨度 数据 数字 口径 起讫 起迄 本报告反映 本报告涵盖")
	// dataWords may speak of the period, and of the days on which data were looked through: what they tell is held against a year only if it is long.
	dataWords = pattern.NewWords("数据 数字 口径 时段 反映 涵盖 覆盖 记录 说的是 讲的是 汇报 起止 收录")
	asides    = pattern.NewWords("其中 全年 核对 审核 复核 公示 公布时间 公开时间 查阅 受理 办公 反馈 征求 征集 保存 有效期 任期")
	// period is a span from day to day, or from month to month: year, month, day, 日, year, month, day, 日.
	period = pattern.New(firstDay + `(?:` + beginning + `)?(?:统计|计算|计入|汇总|采集)?(?:，|,|、)?\s*` +
		`(?:(?:截止|终止|结束|止)(?:日期|时间|日|期)(?:为|是|：|:)?|截[至止]到|截止于|(?:下|一直|直|收|算|计|记|统计)?(?:截?至|截?止|到|迄|讫|终)于?|[-－–—~～]+)\s*` + lastDay)
	// closedPeriod is a span whose last day only the words behind it tell: 自2024年1月1日起，2024年12月31日止.
	closedPeriod = pattern.New(firstDay + `(?:` + beginning + `)(?:统计|计算|计入|汇总|采集)?(?:，|,|、)?以?\s*` + lastDay + `(?:为?止|结束|截止|为终点)`)
	// onlyUntil is a last day alone, onlyPart a part of the year.
	onlyUntil = pattern.New(`(?:统计|数据|期限|时间|数字|口径)(?:均|都|的)?(?:截(?:[至止]到?|止于|止(?:时间|日期)为)|[收算计]到)` + lastDay + `(?:（含）|24时)?(?:为?止)?$`)
	onlyPart  = pattern.New(`(?:统计期限?|统计时限|统计时段|统计时间|统计周期|统计期间|统计区间|统计范围|统计口径|数据口径|报告期|反映|涵盖|覆盖)(?:均|都)?(?:为|是|：|限于|了|的是)?(?:20[0-9]{2}年度?)?((?:前[一二两三123](?:个)?季度|[上下]半年|第?[一二三四]季度|前[0-9一二三四五六七八九十]+个月))`, "季度", "半年", "个月")
	// lostPeriod is a span whose 年 and 月 are lost, as happens where the digits have a font of their own.
	lostPeriod = pattern.New(`[0-9]{5,8}日?起?[，,]?至[0-9]{3,8}日`)
	// lostNumber is a day of a span whose year, month or day is lost.
	lostNumber = pattern.New(`(?:[至到止自从为是：—–～~-]|于)(?:年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|\s*[0-9]{4}年(?:月[0-9]{1,2}日|[0-9]{1,2}月日))`, "年月", "月日", "至年", "到年", "止年", "自年", "从年", "为年", "是年", "：年", "—年", "–年", "～年", "~年", "-年", "于年")
	// lostMonth is one whose month, or what stands behind it, is lost: 至2024年31日, 至2024年12止.
	lostMonth = pattern.New(`[自从为是：至到—–～~-]20[0-9]{2}年[0-9]{1,2}(?:日|起|止|[，。；]|$)`, "自20", "从20", "为20", "是20", "：20", "至20", "到20", "—20", "–20", "～20", "~20", "-20")
	// inDigits is a span of days of eight digits, inMonths one of months: 20250101—20251231, 2025年1—12月.
	inDigits = pattern.New(`([0-9]{8})日?\s*(?:至|到|[-－–—~～]+)\s*([0-9]{8})`)
	inMonths = pattern.New(`年([0-9]{1,2})\s*(?:至|到|[-－–—~～]+)\s*([0-9]{1,2})月`)
)

func findPeriodWrong(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	found := s.gathered(i, slices.Concat(in.impossibleDays(text), daysRunTogether(text), daysReversed(text), in.beyondYear(text)))
	year, ok := in.Report.Year()
	if !ok || !aboutData.In(text) && !(s.passage.Key == "narrative.preface" && dataWords.In(text)) {
		return found
	}
	due := fmt.Sprintf("%d年1月1日至%d年12月31日", year, year)
	for _, statement := range chinese.Statements(text) {
		own := s.passage.Key == "narrative.preface" || chinese.ContainsAny(statement, []string{"报告", "所列"})
		if !own || !periodWords.In(statement) && !s.tellsLongSpan(statement, year) {
			continue
		}
		words, message := faultOfPeriod(statement, year)
		if message == "" {
			continue
		}
		f := s.finding(i, words, "统计期限写的是“"+told(words)+"”，"+message+"应为"+due+"。")
		f.Expected, f.Compared = due, Comparison{Due: "应是"}
		found = append(found, f)
	}
	return found
}

// faultOfPeriod is the period that a statement names, and what is wrong with it beside that it is not the year due; message
// is "" if it is that year, or if the statement names none.
func faultOfPeriod(statement string, year int) (words, message string) {
	if namesWholeYear(statement, year) {
		return "", ""
	}
	if lost := lostNumber.FindString(statement); lost != "" {
		return strings.TrimLeft(lost, "至到止自从为是：—–～~-于 "), "少了年、月或日的数字，"
	}
	if lost := lostMonth.FindString(statement); lost != "" {
		return strings.Trim(lost, "自从为是：至到—–～~-起止，。；"), "少了月或日，"
	}
	m := period.FindStringSubmatchIndex(statement)
	if m == nil {
		m = closedPeriod.FindStringSubmatchIndex(statement)
	}
	if m == nil {
		if words := shortPeriod(strings.TrimRight(statement, chinese.StatementEnds), year); words != "" {
			return words, "不是报告年度的全年，"
		}
		if words := otherSpan(statement, year); words != "" {
			return words, "不是报告年度的全年，"
		}
		if lost := lostPeriod.FindString(statement); lost != "" {
			return lost, "少了年、月，"
		}
		return "", ""
	}
	part := func(group int) string {
		if m[2*group] < 0 {
			return ""
		}
		return statement[m[2*group]:m[2*group+1]]
	}
	words = statement[m[0]:m[1]]
	before := strings.TrimRight(statement[:m[0]], "0123456789")
	if longYear := statement[len(before):m[0]]; longYear != "" {
		return longYear + words, "年份多了数字，"
	}
	if end := statement[m[1]:]; part(8) == "" && part(7) != "" && strings.Contains(words, "月") {
		return words + chinese.Clip(end, 1), "后一个日期少了“日”字，"
	}
	if part(4) == "" && part(3) != "" && strings.Contains(words, "月") {
		return words, "前一个日期少了“日”字，"
	}
	first := []string{part(1), part(2), part(3)}
	last := []string{part(5), part(6), part(7)}
	switch {
	case isWholeYear(first, last, year) && part(3) != "" && part(7) == "" && !chinese.StartsWithAny(statement[m[1]:], []string{"底", "末"}):
		return words, "后一个日期没有写到日，"
	case isWholeYear(first, last, year) && part(3) == "" && part(7) != "":
		return words, "前一个日期没有写到日，"
	case isWholeYear(first, last, year):
		return "", ""
	case isWholeYear(last, first, year):
		return words, "前后颠倒了，"
	}
	return words, "不是报告年度的全年，"
}

// shortPeriod is the last day alone, or the part of a year, to which a statement says that figures go, if that is not a whole year; "" if it is.
func shortPeriod(statement string, year int) string {
	if m := onlyPart.FindStringSubmatch(statement); m != nil {
		return m[1]
	}
	m := onlyUntil.FindStringSubmatchIndex(statement)
	if m == nil || m[2] < 0 || m[6] < 0 {
		return ""
	}
	last := []string{statement[m[2]:m[3]], statement[m[4]:m[5]], statement[m[6]:m[7]]}
	if isWholeYear([]string{"", "1", ""}, last, year) {
		return ""
	}
	return statement[m[2]:m[1]]
}

// otherSpan is a span of days in eight digits each, or of months, that is not a whole year; "" if there is none.
func otherSpan(statement string, year int) string {
	if m := inDigits.FindStringSubmatch(statement); m != nil && (m[1] != strconv.Itoa(year)+"0101" || m[2] != strconv.Itoa(year)+"1231") {
		return m[0]
	}
	if m := inMonths.FindStringSubmatch(statement); m != nil && (strings.TrimLeft(m[1], "0") != "1" || m[2] != "12") {
		return strings.TrimPrefix(m[0], "年")
	}
	return ""
}

// tellsLongSpan says whether a statement of the preface on data names a span of a quarter or more, or a part of the year, which is the period whatever it is called.
func (s section) tellsLongSpan(statement string, year int) bool {
	if s.passage.Key != "narrative.preface" || !dataWords.In(statement) || asides.In(statement) {
		return false
	}
	m := period.FindStringSubmatch(statement)
	if m == nil {
		return onlyPart.MatchString(statement)
	}
	if m[2] == "" || m[6] == "" {
		return false
	}
	months := make([]int, 0, 2)
	for _, end := range [][]string{m[1:3], m[5:7]} {
		of := year
		if end[0] != "" {
			_, of = chinese.ReadPlaces(end[0])
		}
		_, month := chinese.ReadPlaces(end[1])
		months = append(months, 12*of+month)
	}
	const quarter = 3
	return months[1]-months[0] >= quarter
}

// isWholeYear says whether a period runs from the first to the last day of a year. Years and days may be left out.
func isWholeYear(first, last []string, year int) bool {
	due := [2][3]int{{year, 1, 1}, {year, 12, 31}}
	for end, words := range [][]string{first, last} {
		for i, word := range words {
			_, n := chinese.ReadPlaces(word)
			if word == "元" {
				n = 1
			}
			if leftOut := word == "" && i != 1; !leftOut && n != due[end][i] {
				return false
			}
		}
	}
	return true
}

// impossibleDays lists days that no calendar has. A day without a year is one of the last year named before it, or else of
// the report year.
func (in *Input) impossibleDays(text string) []fault {
	var faults []fault
	year, _ := in.Report.Year()
	for _, d := range chinese.DaysIn(text) {
		if d.Year != 0 {
			year = d.Year
		}
		day := d.Day
		if day == 0 {
			if d.Year == 0 && (d.Month <= 12 || countsMonths.Ends(text[:d.Start]) || chinese.StartsWithAny(text[d.End:], []string{"龄", "份以"})) {
				continue
			}
			day = 1 // all but the month is in order
		}
		if !chinese.IsDate(max(year, 4), d.Month, day) && !isMistakeToldOf(text, d.Start) {
			words := text[d.Start:d.End]
			faults = append(faults, fault{words: words, message: "“" + words + "”在日历上没有，请核对。"})
		}
	}
	return faults
}

// dayOfDigits finds a day of which the year and the month have lost what stands behind them: 截至20221231日.
var dayOfDigits = pattern.NewWith("日", `(?:^|截[至止]|截止到|[^0-9至止到—－–~～-])((20[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])日)(?:[^至到—－–~～-]|$)`, "20")

// monthOfDigits finds a month that stands right behind its year: 自20221月1日起.
var monthOfDigits = pattern.NewWith("月", `(?:^|[^0-9])(20[0-9]{2})(1[0-2]|[1-9])月`, "20")

// daysRunTogether lists days and months that have lost what parts them from their year.
func daysRunTogether(text string) []fault {
	var faults []fault
	for _, m := range monthOfDigits.FindAllStringSubmatch(text, -1) {
		words, due := m[1]+m[2]+"月", m[1]+"年"+m[2]+"月"
		faults = append(faults, fault{words: words, expected: due, message: "“" + words + "”漏了“年”，应是“" + due + "”。"})
	}
	for _, m := range dayOfDigits.FindAllStringSubmatch(text, -1) {
		due := m[2] + "年" + strings.TrimPrefix(m[3], "0") + "月" + strings.TrimPrefix(m[4], "0") + "日"
		faults = append(faults, fault{words: m[1], expected: due, message: "“" + m[1] + "”漏了“年”“月”，应是“" + due + "”。"})
	}
	return faults
}

// countsMonths are words before a number of months.
var countsMonths = pattern.NewWords("历时 为期 共 近 满 达 第 约 超 逾 ～ - —")

var (
	dayWords = pattern.NewWords("日 号")
	untilDay = pattern.NewWords("至 到 — ～")
)

// daysReversed lists the days from which something lasted to a day before them: 6月20日起公示，至6月13日结束. Half a year and more may reach into
// the next year.
func daysReversed(text string) []fault {
	if !untilDay.In(text) || !dayWords.In(text) {
		return nil
	}
	const nearly = 6 // months
	var faults []fault
	days := chinese.DaysIn(text)
	for i := 1; i < len(days); i++ {
		first, last := days[i-1], days[i]
		isSpan := lasting.MatchString(text[min(first.End, last.Start):last.Start])
		if first.Day == 0 || last.Day == 0 || last.Year != 0 && last.Year != first.Year || !isSpan {
			continue
		}
		if behind := first.Month - last.Month; behind == 0 && last.Day < first.Day || behind > 0 && behind < nearly {
			words := text[first.Start:last.End]
			faults = append(faults, fault{words: words, message: "“" + words + "”的前后颠倒了，结束的日子比开始的还早，请核对。"})
		}
	}
	return faults
}

// lasting is what stands between the first and the last day of something.
var lasting = pattern.New(`^(?:(?:起|开始|起始)?[^，。；0-9次翌下]{0,8}，?)?(?:直|截|一直)?(?:至|到|—+|～)$`, "至", "到", "—", "～")

var publishedInTime = Rule{
	ID: "published-in-time", Level: Query, Title: "成文日期在年度结束之后、期限之前（1月31日；县级以上政府3月31日；各地另有规定的从其规定）", Citation: "《条例》第四十九条",
	Find: findPublishedInTime,
	Cases: func() []Case {
		return []Case{
			{Why: "过了1月31日", Set: []Entry{{"report.date", "2026-02-01"}}, Finds: []form.Key{"report.date"}, Level: Info},
			{Why: "年度还没有结束", Set: []Entry{{"report.date", "2025-12-25"}}, Finds: []form.Key{"report.date"}},
			{Why: "年份少打了一百年", Set: []Entry{{"report.date", "1926-01-15"}}, Finds: []form.Key{"report.date"}},
			{Why: "年份的数字颠倒了", Set: []Entry{{"report.date", "2206-01-15"}}, Finds: []form.Key{"report.date"}},
			{Why: "过了两年", Set: []Entry{{"report.date", "2027-01-15"}}, Finds: []form.Key{"report.date"}},
			{Why: "当年年底才补的", Set: []Entry{{"report.date", "2026-12-31"}}, Finds: []form.Key{"report.date"}, Level: Info},
			{Why: "日期没有分隔", Set: []Entry{{"report.date", "20260131"}}},
			{Why: "日期写“号”", Set: []Entry{{"report.date", "2026年1月31号"}}},
			{Why: "日期粘贴成了数", Set: []Entry{{"report.date", "46037"}}, Finds: []form.Key{"report.date"}, Level: Info},
			{Why: "成了数，年度也没有结束", Set: []Entry{{"report.date", "46010"}}, Finds: []form.Key{"report.date"}},
			{Why: "别的数不是日期", Set: []Entry{{"report.date", "74312"}}},
			{Why: "县政府过了3月31日", Set: []Entry{{"unit.name", "清溪县人民政府"}, {"unit.level", "县级政府"}, {"report.date", "2026-04-01"}}, Finds: []form.Key{"report.date"}, Level: Info},
			{Why: "县政府在3月", Set: []Entry{{"unit.name", "清溪县人民政府"}, {"unit.level", "县级政府"}, {"report.date", "2026-03-31"}}},
			{Why: "最后一天", Set: []Entry{{"report.date", "2026-01-31"}}},
			{Why: "没有填日期", Set: []Entry{{"report.date", ""}}, Finds: []form.Key{"report.date"}, Level: Info},
			{Why: "读不出的日期另有一条规则", Set: []Entry{{"report.date", "正月"}}},
			{Why: "公布的报告里没有日期", Printed: asPrescribed, Set: []Entry{{"report.date", ""}}},
		}
	},
}

func findPublishedInTime(in *Input) []Finding {
	year, ok := in.Report.Year()
	date, dated := in.Report.Date()
	field, _ := form.FieldByKey("report.date")
	if in.Report.Field(field.Key) == "" && in.Report.Printed == nil && !slices.Contains(in.Report.Lost, field.Key) {
		return []Finding{{Level: Info, Message: "没有填成文日期：报告末尾没有落款，期限也没有核对。要落款的，请填上。", Cells: []Cell{in.fieldCell(field)}}}
	}
	if !ok || !dated {
		return nil
	}
	deadline := in.deadline()
	first := time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(year+1, deadline.Month, deadline.Day, 0, 0, 0, 0, time.UTC)
	message, level := "", Info
	switch {
	case date.Before(first):
		message, level = fmt.Sprintf("成文日期是%s，%d年还没有结束，数据要统计到12月31日，请核对。", chinese.DateText(date), year), Query
	case date.Year() > year+1: // no report waits that long: the year is mistyped
		message, level = fmt.Sprintf("成文日期是%s，%d年的报告要在%d年公布，请核对年份。", chinese.DateText(date), year, year+1), Query
	case date.After(last):
		message = fmt.Sprintf("成文日期是%s，公布的期限是%s，请核对。", chinese.DateText(date), chinese.DateText(last))
	}
	f := Finding{Level: level, Message: message, Actual: chinese.DateText(date), Cells: []Cell{in.fieldCell(field)}}
	if message != "" {
		f.Expected, f.Compared = chinese.DateText(first)+"至"+chinese.DateText(last), Comparison{Due: "应在"}
	}
	if serial, ok := in.Report.SerialDate(); ok {
		f.Message = "成文日期填的是“" + in.Report.Field(field.Key) + "”，是日期粘贴成的数，读作" + chinese.DateText(serial) + "，请核对。" + message
	}
	if f.Message == "" {
		return nil
	}
	return []Finding{f}
}

// deadline is the last day for the unit's report. A county sets it for those whose figures it adds up.
func (in *Input) deadline() Deadline {
	var level form.Level
	if levels := in.levels(); levels != nil {
		level = levels[0] // those that a name may be of have the same last day
	}
	if level.SumsUp() || in.Settings.Deadline == (Deadline{}) {
		month, day := level.Deadline()
		return Deadline{month, day}
	}
	return in.Settings.Deadline
}
