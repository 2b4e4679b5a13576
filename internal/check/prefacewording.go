package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// announcing mixes two frames: 本报告根据《条例》，现发布……报告.
	announcing = pattern.NewWith("，现 ，特 ，兹", `(?:^|。)(本(?:年度)?(?:报告|年报))(?:是)?(?:根据|按照|依据|依照|遵照)([^。；]+?)，((?:现|特|兹)(?:将|就|向社会)?(?:发布|公布|公开|报告)?)`, "本报告", "本年度报告", "本年报", "本年度年报")
	// basisOf finds what something is said to rest on, at its title.
	basisOf = pattern.New(`(?:根据|依据|依照|按照|遵照)(《[^《》]+》)`, "根据《", "依据《", "依照《", "按照《", "遵照《")
	// unmade finds the title of the report where a verb is due, before it is said to be published.
	unmade = pattern.New(`(?:^|，|。)((\p{Han}{0,24})20[0-9]{2}年(?:度)?政府信息公开(?:工作)?年度报告)，(?:并|同时)?(?:在|于|通过|向社会|予以)`, "年度报告，")
	// makingIt are verbs of who makes or presents a report.
	makingIt = pattern.NewWords("编制 编写 编撰 撰写 形成 起草 制作 完成 公布 发布 公开 现将 现就 将 汇总 总结 印发 组织 是 为")
	// ofNobody finds the title of the report without whose it is.
	ofNobody = pattern.New(`(?:编制|公布|发布|公开|现将)(?:了)?20[0-9]{2}年(?:度)?政府信息公开(?:工作)?年度报告`,
		"编制20", "编制了20", "公布20", "公布了20", "发布20", "发布了20", "公开20", "公开了20", "现将20", "现将了20")
	// ourselves are words by which any unit calls itself, or is called.
	ourselves = pattern.NewWords("本机关 本单位 我单位 本部门 我部门 本行政机关 本级 全省 全市 全县 全区 人民政府 办公室 办事处 局 委员会 街道 镇 乡")
	// otherReport finds the notice on another yearly report among what this one rests on.
	otherReport = pattern.New(`(?:根据|按照|依据|依照|和|及|、|》)《([^《》]*政府网站[^《》]{0,8}年度(?:工作)?报[表告][^《》]*)》`, "政府网站")
	// madeItself finds a report that is said to make itself: 本报告依据《条例》编制本报告.
	madeItself = pattern.New(`(?:^|。)(本(?:年度)?报告[^。；]*编制(?:了)?本(?:年度)?报告)`, "编制本", "编制了本")
	// byReport finds the report as who makes itself: 由清溪镇人民政府的政府信息公开年度报告编制.
	byReport = pattern.New(`由([^，。；《》：]{3,40}政府信息公开(?:工作)?年度报告)(?:组织)?(?:编制|编写|编撰|撰写|起草)`, "年度报告编", "年度报告撰", "年度报告起草", "年度报告组织")
	// keptUp finds what guides and catalogues say of themselves, of which no report is brought up to date.
	keptUp = pattern.New(`(?:适时|及时|定期|动态|实时)(?:进行|予以)?(?:更新|调整)`, "更新", "调整")
	// periodOpen finds a period without its first day: 统计期限至2024年12月31日止.
	periodOpen = pattern.New(`(?:统计期限|统计时限|统计时间|统计期间|统计周期|统计时段)(?:为|是|：)?(?:截?至|到)20[0-9]{2}年12月31日`, "统计")
	// periodBare finds the period behind the words for it, with 起 and without 自.
	periodBare = pattern.New(`(?:统计期限|统计时限|统计时间|统计期间|统计周期|统计时段)20[0-9]{2}年1月1日起`, "期限20", "时限20", "时间20", "期间20", "周期20", "时段20")
)

// wordingOfPreface lists sentences of a preface of which the frame is mixed or a word lost: the basis told twice, no verb before the report's title.
func wordingOfPreface(text string) []wordFault {
	var faults []wordFault
	add := func(start, end int, message string) {
		faults = append(faults, wordFault{start, end, message, "", Info})
	}
	if m := announcing.FindStringSubmatchIndex(text); m != nil && !makingIt.In(titlesOut(text[m[4]:m[5]])) {
		add(m[2], m[2]+len(chinese.Clip(text[m[2]:], 8)), "“"+text[m[2]:m[3]]+"根据……，"+text[m[6]:m[7]]+"……”前后不搭配，请删去“"+text[m[2]:m[3]]+"”，或者改成“"+text[m[2]:m[3]]+"根据……编制”")
	}
	for _, m := range unmade.FindAllStringSubmatchIndex(text, -1) {
		if !makingIt.In(text[m[4]:m[5]]) {
			add(m[2], m[3], "“"+excerpt(text[m[2]:m[3]])+"”前面少了“编制”一类的词，请补上")
		}
	}
	for _, m := range madeItself.FindAllStringSubmatchIndex(text, -1) {
		add(m[3]-len(lastRunes(text[:m[3]], 5)), m[3], "前面已经写了“本报告”，这里又写一遍，请删去一处")
	}
	for _, m := range byReport.FindAllStringSubmatchIndex(text, -1) {
		add(m[0], m[1], "“由……年度报告编制”不通，报告是由单位编制的，请改正")
	}
	for _, m := range keptUp.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "“"+text[m[0]:m[1]]+"”像是公开指南或者目录里的话，年度报告不更新，请核对")
	}
	for _, m := range periodOpen.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "“"+text[m[0]:m[1]]+"”没有写从哪一天起，请写成“自……年1月1日起至……年12月31日止”")
	}
	for _, m := range periodBare.FindAllStringIndex(text, -1) {
		words := text[m[0]:m[1]]
		at := strings.Index(words, "20")
		add(m[0], m[1], "“"+words[:at]+"”和日期之间少了“自”，请写成“"+words[:at]+"自"+words[at:]+"”")
	}
	for _, m := range otherReport.FindAllStringSubmatchIndex(text, -1) {
		add(m[2], m[3], "“《"+excerpt(text[m[2]:m[3]])+"》”说的是政府网站的年度报表，不是本报告的编制依据，请核对")
	}
	return append(faults, basisTwice(text)...)
}

// namesNobody says whether a preface nowhere names the unit, nor a word by which any unit calls itself.
func (in *Input) namesNobody(s section) bool {
	text, unit := s.text(), chinese.ParseUnitName(in.unit())
	return unit.Kind != "" && !strings.Contains(text, unit.Kind) && !ourselves.In(titlesOut(strings.ReplaceAll(text, openness, "")))
}

// withoutUnit finds the title of the report in a text, where nothing says whose it is.
func withoutUnit(text string) []wordFault {
	m := ofNobody.FindStringIndex(text)
	if m == nil {
		return nil
	}
	return []wordFault{{m[0], m[1], "“" + text[m[0]:m[1]] + "”没有写明是哪个单位的，请在年份前面写上单位的名称", "", Info}}
}

// titlesOut is a text without what stands in the marks of titles.
func titlesOut(text string) string {
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case r == '《':
			depth++
		case r == '》':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// basisTwice lists the documents on which the report is twice said to rest: 按照《条例》规定，……依照《条例》编制.
func basisTwice(text string) []wordFault {
	if strings.Count(text, "照《")+strings.Count(text, "据《") < 2 {
		return nil
	}
	all := basisOf.FindAllStringSubmatchIndex(text, -1)
	told := map[string]bool{}
	var faults []wordFault
	for _, m := range all {
		title := text[m[2]:m[3]]
		statement, start := chinese.Around(text, m[0], "。！？；\n")
		makes := makingIt.In(titlesOut(statement[m[0]-start:])) && strings.Contains(statement, "报告")
		if told[title] && makes {
			faults = append(faults, wordFault{m[0], m[1], "前面已经写了根据“" + excerpt(title) + "”，这里又写一遍，请删去一处", "", Info})
		}
		told[title] = told[title] || makes
	}
	return faults
}

// ownOfficeInstead finds the unit's office where the unit itself presents the report: 公布清溪镇人民政府办公室2025年……年度报告.
func (in *Input) ownOfficeInstead(text string) []wordFault {
	unit := in.unit()
	if !strings.HasSuffix(unit, "人民政府") {
		return nil
	}
	name := chinese.ParseUnitName(unit).Core + "人民政府办公室"
	var faults []wordFault
	for at := range chinese.Indexes(text, name+"20") {
		if strings.Contains(restOfClause(text[at:]), "年度报告") {
			faults = append(faults, wordFault{at, at + len(name), "这是“" + excerpt(unit) + "”的报告，“" + name + "”多了“办公室”", "", Info})
		}
	}
	return faults
}
