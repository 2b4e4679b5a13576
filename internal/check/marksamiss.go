package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// joiningWords join without a 、 before them, unjoining begin with one of them and are others: 、及时公开.
	joiningWords = pattern.NewWords("以及 并且 并 和 及")
	unjoining    = pattern.NewWords("及时 及早 及格 及第 并联 并购 并网 并轨 并案 并入 并存 并举 并重 并行 并列 并发 并表 和谐 和平 和解 和睦 和美 和顺 和缓 和善 和蔼 和气 和为 和事 和而 和面 和田 和硕 和静 和林 和龙 和布 和政")
	// hamletEnds end names of places, which may begin with any character: 和兴村.
	hamletEnds = pattern.New(`^\p{Han}{2,3}(?:镇|乡|村|社区|街道|县|区|市|路)`, "镇", "乡", "村", "社区", "街道", "县", "区", "市", "路")
	// bracketBehindComma finds a bracket behind a comma, that holds no number and no part of a word.
	bracketBehindComma = pattern.New(`[，、]（[^（）]{3,}`, "，（", "、（")
	bracketedNumber    = pattern.New(`^[，、]（[一二三四五六七八九十0-9]{1,3}）`, "）")
	// bracketBehindEnd finds a bracket behind 。 whose words have no mark at their end, where the paragraph ends.
	bracketBehindEnd = pattern.New(`。（[^（）]{5,}[^（）。！？…；]）$`, "。（")
	// titledSites finds title marks around what is no writing: the name of a website or of an account.
	titledSites = pattern.New(`《[^《》〈〉“”，。；]{0,24}(?:人民政府网|政府网|政务网|政务服务网|信息网|信息公开网|新闻网|门户网|网站|公众号|服务号|订阅号|视频号|抖音号|客户端)》`, "网》", "网站》", "号》", "客户端》")
	// notOfSites are words of titles that only speak of websites.
	notOfSites = pattern.NewWords("关于 办法 规定 规范 通知 方案 指南 标准 杂志 期刊")
	// frameCut finds quotations that hold one half of 以……为: 坚持“以及时、准确”为目标, 坚持“以及时、准确为”目标.
	frameCut = pattern.NewWith("“以", `“以[^“”，。；]{2,20}”[为作](?:主线|导向|原则|目标|宗旨|标准|要求|重点|核心|中心|理念|准则|根本|基本|出发点|落脚点|工作|基础|前提|主题|抓手|主)|`+
		`“以[^“”，。；]{2,20}[为作]”(?:\p{Han}{0,2}主线|导向|\p{Han}{0,2}原则|\p{Han}{0,2}目标|宗旨|标准|要求|重点|核心|中心|理念|准则|根本|出发点|落脚点|基础|前提|主题|抓手)`, "”为", "”作", "为”", "作”")
	// markBeforeQuote finds a pause within a quotation of words that are no sentence: “管网更新，”两个项目.
	markBeforeQuote = pattern.New(`“[^“”，。；：！？]{2,20}(?:、[^“”，。；：！？]{2,20})*[，、]”[\p{Han}“]`, "，”", "、”")
	// dashInNumber finds a dash within the number of a document: 〔2026〕—5号.
	dashInNumber = pattern.New(`〔20[0-9]{2}〕[—－–-]+[0-9]{1,4}号`, "〕—", "〕－", "〕–", "〕-")
	// stopBehindBy finds 、 behind 以, which leads on: 以、村两级政务公开为重点.
	stopBehindBy = pattern.New(`(?:^|[^加予可足难得所给用借是有何])以、`, "以、")
	// titleThenMore finds a short title whose closing bracket stands too far behind: （以下简称《条例》要求）编制.
	titleThenMore = pattern.New(`（(?:以下)?(?:简称|统称)[《“][^《》“”（）]{1,12}[》”]\p{Han}{1,8}）`, "简称", "统称")
	// angled finds signs for less and more around what can only be a title: 印发<清溪镇公开指引>.
	angled = pattern.New(`<\p{Han}[^<>，。；]{3,60}>`, "<")
	// squareBetween finds a bullet between the numbers of a day, where the dot of names is due: 5▪15政务公开日.
	squareBetween = pattern.New(`[0-9][▪■●◆][0-9]`, "▪", "■", "●", "◆")
	// wholeInside are words of quoted sayings that are one thing: “以评促改”, “以人民为中心”.
	wholeInside = pattern.NewWords("促 代 带 释 换 养 治 助 推 强 补 抓 转 案 赛 训 会 老 为 保 点")
)

// marksAmiss lists the marks of a text that are one too many, or of the wrong kind, where they stand.
func marksAmiss(text string) (faults []wordFault) {
	add := func(start, end int, message string) {
		faults = append(faults, wordFault{start, end, "“" + text[start:end] + "”" + message, "", Info})
	}
	for at := range chinese.Indexes(text, "、") {
		after := text[at+len("、"):]
		if word := joinerAt(after); word != "" && at > 0 && !chinese.IsQuoted(text, at) {
			end := at + len("、"+word) + len(chinese.Clip(after[len(word):], 2))
			add(at-len(lastRunes(text[:at], 2)), end, "里的“"+word+"”前面不用顿号，请删去“、”，或改成逗号")
		}
	}
	for _, m := range bracketBehindComma.FindAllStringIndex(text, -1) {
		if words := text[m[0]:m[1]]; !bracketedNumber.MatchString(text[m[0]:]) {
			mark := chinese.Clip(words, 1)
			add(m[0]-len(lastRunes(text[:m[0]], 2)), m[0]+len(chinese.Clip(words, 4)), "里的括号说明前面的话，括号前面不用“"+mark+"”，请删去")
		}
	}
	if m := bracketBehindEnd.FindStringIndex(text); m != nil {
		add(m[0]-len(lastRunes(text[:m[0]], 2)), m[0]+len("。（")+len(chinese.Clip(text[m[0]+len("。（"):], 4)), "里的括号在句号后面，括号里的话末尾又没有标点，请把句号移到括号后面")
	}
	for _, m := range titledSites.FindAllStringIndex(text, -1) {
		if words := text[m[0]:m[1]]; !notOfSites.In(words) {
			add(m[0], m[1], "是网站或账号的名称，不用书名号，请删去“《》”")
		}
	}
	for _, m := range markBeforeQuote.FindAllStringIndex(text, -1) {
		at := m[0] + strings.LastIndex(text[m[0]:m[1]], "”")
		words := lastRunes(text[:at], 4)
		faults = append(faults, wordFault{at - len(words), at, "“" + words + "”后面就是引号的另一半，引号里的末尾不用“" + lastRune(words) + "”，请删去，或移到引号后面", "", Info})
	}
	for _, m := range dashInNumber.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "是文号，年份和序号之间不用横线，请删去")
	}
	for _, m := range stopBehindBy.FindAllStringIndex(text, -1) {
		add(m[0], m[1]+len(chinese.Clip(text[m[1]:], 2)), "里的“以”后面不用顿号，或者漏了字，请核对")
	}
	for _, m := range titleThenMore.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "里的右括号位置不对，请移到简称的后面")
	}
	for _, m := range angled.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "的书名号打成了小于号、大于号，请改成“《》”，在另一个书名号里面的用“〈〉”")
	}
	for _, m := range squareBetween.FindAllStringIndex(text, -1) {
		mark := text[m[0]+1 : m[1]-1]
		faults = append(faults, wordFault{m[0], m[1], "“" + text[m[0]:m[1]] + "”里的“" + mark + "”应是间隔号“·”", strings.Replace(text[m[0]:m[1]], mark, "·", 1), Info})
	}
	for _, m := range frameCut.FindAllStringIndex(text, -1) {
		quoted := strings.TrimPrefix(text[m[0]:m[1]], "“以")
		quoted = quoted[:strings.Index(quoted, "”")]
		quoted = strings.TrimSuffix(strings.TrimSuffix(quoted, "为"), "作")
		const longestSaying = 3 // characters behind 以: 以案释法
		isList := strings.Contains(quoted, "、") || utf8.RuneCountInString(quoted) > longestSaying
		if isList && !wholeInside.In(quoted) && !strings.HasSuffix(text[:m[0]], "以") {
			add(m[0], m[1], "里的引号拆开了“以……为……”，请移动引号，让它整个在引号里面或外面")
		}
	}
	return faults
}

// joinerAt is the word that joins at the start of a text, "" if another word begins there.
func joinerAt(text string) string {
	for _, word := range joiningWords.List() {
		rest, found := strings.CutPrefix(text, word)
		switch {
		case !found:
		case unjoining.Begins(text), rest == "", !chinese.IsHan(chinese.FirstRune(rest)) && !strings.HasPrefix(rest, "“") && !strings.HasPrefix(rest, "《"):
			return ""
		case word == "和" && hamletEnds.MatchString(text):
			return ""
		case utf8.RuneCountInString(word) > 1, !phrases().isWord(chinese.FirstRune(word), chinese.FirstRune(rest)):
			return word
		}
	}
	return ""
}
