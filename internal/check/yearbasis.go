package check

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// yearlyTask finds a document that lists the work of one year, and the year.
	yearlyTask = pattern.New(`(20[0-9]{2})年(?:度)?[^，。；、》〉—]{0,16}?(?:工作要点|公开要点|任务清单|工作清单|任务分工|任务分解表|主要任务|公开事项清单)`, "要点", "清单", "任务分", "主要任务")
	// goesBy are words before the name of what this year's work goes by, so many characters at most.
	goesBy = pattern.NewWords("对照 按照 根据 依据 依照 落实 围绕 遵照 执行 贯彻 配套")
	// toldOfPast are words of a statement on what a document of an earlier year left, or that another took the place of it.
	toldOfPast = pattern.NewWords("上年 去年 往年 历年 缺漏 遗留 未完成 没有完成 回头看 补齐 补上 废止 停止 不再 取代 代替 替代 此前 以前 当时 曾 延续 继续 接续 整改 尚未 未落实 历史 巩固 存档 归档")
)

// tasksOfBefore lists documents with the tasks of an earlier year by which the text says that this year's work went.
func (y *aboutYears) tasksOfBefore() []fault {
	const near = 30 // characters before the year
	var faults []fault
	for _, m := range yearlyTask.FindAllStringSubmatchIndex(y.text, -1) {
		year, _ := strconv.Atoi(y.text[m[2]:m[3]])
		statement, start := chinese.Around(y.text, m[0], chinese.StatementEnds)
		before := lastRunes(statement[:m[0]-start], near)
		spans := chinese.EndsWithAny(before, []string{"—", "-", "至", "～", "–", "到"})
		others := len(chinese.YearsIn(statement[:m[0]-start])) > 0 && chinese.YearsIn(statement[:m[0]-start])[0].Year != y.year
		if year >= y.year || spans || others || !goesBy.In(before) || toldOfPast.In(statement) {
			continue
		}
		words := y.text[m[0]:m[1]]
		faults = append(faults, fault{words: words, expected: strings.Replace(words, y.text[m[2]:m[3]], strconv.Itoa(y.year), 1),
			message: fmt.Sprintf("“%s”是%d年的，本报告说的是%d年的工作，请核对年份；说的是往年的事，请写明。", excerpt(words), year, y.year)})
	}
	return faults
}

var (
	// povertyFight finds the fight against poverty as a kind of information: 脱贫攻坚19条; 乡村振兴、脱贫攻坚等领域.
	povertyFight = pattern.New(`(?:^|[，、：；（“及和])(?:围绕|聚焦|涉及|包括|公开|发布|其中)?((?:脱贫攻坚|精准扶贫|扶贫开发|扶贫工作|扶贫)(?:类|信息|工作|领域)*)(?:[0-9]+余?[条件项篇]|、|等)`, "脱贫", "扶贫")
	// campaigns are of years long gone.
	campaigns = pattern.NewWords("学习实践科学发展观 科学发展观活动 创先争优活动 群众路线教育实践活动 保持共产党员先进性教育 “三严三实”专题教育 三严三实专题教育")
	// remembered are words of what is kept of one.
	remembered = pattern.NewWords("以来 成果 巩固 档案 历史 当年 回顾 纪念 长效 制度化 有效衔接 往年 上年 此前 原")
)

// povertyFought lists where the fight against poverty is a kind of information after it was said to be won.
func (y *aboutYears) povertyFought() []fault {
	const won = 2021
	if y.year <= won {
		return nil
	}
	var faults []fault
	for _, m := range povertyFight.FindAllStringSubmatchIndex(y.text, -1) {
		statement, start := chinese.Around(y.text, m[2], chinese.StatementEnds)
		if words := y.text[m[2]:m[3]]; !remembered.In(statement) && !isOfEarlier(statement, m[2]-start, y.year) && !chinese.IsQuoted(y.text, m[2]) {
			faults = append(faults, fault{words: y.text[m[2]:m[1]], wrong: words, message: "“" + words + "”是以前的提法，现在说的是巩固拓展脱贫攻坚成果、乡村振兴，请核对这一类信息的名称。"})
		}
	}
	return faults
}

// oldCampaigns lists campaigns of years ago that are told as this year's.
func (y *aboutYears) oldCampaigns() []fault {
	var faults []fault
	for _, name := range campaigns.List() {
		at := strings.Index(y.text, name)
		if at < 0 {
			continue
		}
		if statement, start := chinese.Around(y.text, at, chinese.StatementEnds); !remembered.In(statement) && !isOfEarlier(statement, at-start, y.year) {
			faults = append(faults, fault{words: name, message: "“" + name + "”是多年以前的活动，请核对是不是旧稿里留下的。"})
		}
	}
	return faults
}

var (
	// thisYearTwice finds 今年 right behind the year that it is: 2021年，沙沟乡今年.
	thisYearTwice = pattern.New(`(20[0-9]{2})年(?:度)?，?(?:我|本|全)?\p{Han}{0,8}?(今年|本年度)`, "今年", "本年度")
	// upToYear finds a year up to which something is told without its day.
	upToYear = pattern.New(`截[至止](20[0-9]{2})年(?:度)?，`, "截至", "截止")
	// sinceYear finds a year since which something is told in a way in which only a number of years is: 2023年来.
	sinceYear = pattern.New(`(?:^|[。；])(20[0-9]{2})年来，`, "年来")
	// lostDay finds the last day of the year without 日.
	lostDay = pattern.New(`12月31[止，。；]`, "月31止", "月31，", "月31。", "月31；")
	// orphanedYear finds a number of years ahead of what is made, a mark, or a name, where 年 is lost.
	orphanedYear = pattern.New(`(?:^|[。；])(20[0-9]{2})，(\p{Han}{2,})|(?:编制|公布|发布|现将)(?:了)?(20[0-9]{2})(\p{Han}{2,})`, "20")
)

// toldTwice lists years that are told once more in other words.
func (y *aboutYears) toldTwice() []fault {
	var faults []fault
	if !followsYear(y.text, "今年") && !followsYear(y.text, "本年度") {
		return nil
	}
	for _, m := range thisYearTwice.FindAllStringSubmatchIndex(y.text, -1) {
		words, again := y.text[m[0]:m[1]], y.text[m[4]:m[5]]
		between := strings.TrimPrefix(strings.TrimPrefix(y.text[m[3]+len("年"):m[4]], "度"), "，")
		own := between == "" || y.unit.EndsIn(between) || y.isOfficeOf(between)
		if y.text[m[2]:m[3]] == strconv.Itoa(y.year) && own && !chinese.IsQuoted(y.text, m[0]) {
			faults = append(faults, fault{words: words, wrong: again, message: "“" + words + "”里年份说了两次，请删去“" + again + "”。"})
		}
	}
	return faults
}

// followsYear says whether a word stands in a text a few characters behind a year.
func followsYear(text, word string) bool {
	const near = 12 // characters
	for at := range chinese.Indexes(text, word) {
		if strings.Contains(lastRunes(text[:at], near), "年") {
			return true
		}
	}
	return false
}

// withoutDay lists the report year where a day of it is due: 截至2022年.
func (y *aboutYears) withoutDay() []fault {
	var faults []fault
	for _, m := range upToYear.FindAllStringSubmatchIndex(y.text, -1) {
		if own := strconv.Itoa(y.year); y.text[m[2]:m[3]] == own {
			words := strings.TrimSuffix(y.text[m[0]:m[1]], "，")
			faults = append(faults, fault{words: y.quoted(m[0]), wrong: words, message: "“" + words + "”没有写明到哪一天，请写成“截至" + own + "年底”或“截至" + own + "年12月31日”。"})
		}
	}
	return faults
}

// sinceItself lists the report year where a number of years is due: 2023年来.
func (y *aboutYears) sinceItself() []fault {
	var faults []fault
	for _, m := range sinceYear.FindAllStringSubmatchIndex(y.text, -1) {
		if own := strconv.Itoa(y.year); y.text[m[2]:m[3]] == own {
			faults = append(faults, fault{words: y.quoted(m[2]), wrong: own + "年来", expected: own + "年", message: "“" + own + "年来”的说法不通，请改成“" + own + "年”或“" + own + "年以来”。"})
		}
	}
	return faults
}

// lastDayCut lists last days of the year without 日; that of the period another rule tells.
func (y *aboutYears) lastDayCut() []fault {
	var faults []fault
	for _, m := range lostDay.FindAllStringIndex(y.text, -1) {
		if statement, _ := chinese.Around(y.text, m[0], chinese.StatementEnds); !periodWords.In(statement) && !dataWords.In(statement) {
			faults = append(faults, fault{words: y.quoted(m[0]), wrong: "12月31", expected: "12月31日", message: "“12月31”后面少了“日”字，请补上。"})
		}
	}
	return faults
}

// lostYearWords lists numbers of years of which 年 is lost, ahead of a mark or of what the report is called.
func (y *aboutYears) lostYearWords() []fault {
	var faults []fault
	if !hasBareYear(y.text) {
		return nil
	}
	for _, m := range orphanedYear.FindAllStringSubmatchIndex(y.text, -1) {
		number, rest := max(m[2], m[6]), y.text[max(m[4], m[8]):]
		digits := y.text[number : number+len("2025")]
		year, _ := strconv.Atoi(digits)
		named := m[2] >= 0 || strings.HasPrefix(rest, "政府信息公开") || y.unit.Begins(rest) || titlesReport(rest)
		if year < y.year-1 || year > y.year+1 || !named || strings.HasPrefix(rest, "年") || chinese.IsQuoted(y.text, number) {
			continue
		}
		faults = append(faults, fault{words: y.quoted(number), wrong: digits, expected: digits + "年", message: "“" + digits + "”后面少了“年”字，请补上。"})
	}
	return faults
}

// titlesReport says whether a text begins with the title of a yearly report.
func titlesReport(text string) bool {
	clause, _ := chinese.Around(text, 0, chinese.ClauseEnds)
	return strings.Contains(clause, "政府信息公开") && strings.Contains(clause, "年度报告")
}

// hasBareYear says whether the number of a year stands in a text without 年 behind it.
func hasBareYear(text string) bool {
	for at := range chinese.Indexes(text, "20") {
		if end := at + len("2025"); end < len(text) && isYear(text, at) && !chinese.StartsWithAny(text[end:], []string{"年", "〕"}) && text[end] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}
