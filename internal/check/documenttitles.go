package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// noticeOutside finds the title of a notice whose last words stand behind its marks: 《关于印发……格式》的通知.
	noticeOutside = pattern.New(`《([^《》]*关于[^《》]{2,80})》的通知`, "》的通知")
	// endsOfTitles are what titles end in that another document passes on: 转发《关于……的意见》的通知.
	endsOfTitles = pattern.NewWords("通知 意见 方案 办法 规定 决定 通报 函 批复 规划 纲要 制度 细则 指引 通告 公告 条例 规程 报告 〉")
	passesOn     = pattern.NewWords("印发 转发 批转 贯彻 落实 执行 实施 修订 修改 下发 公布 发布 废止 做好 学习")
	// noticeInside finds one whose first words stand before its marks: 关于印发《……格式的通知》.
	noticeInside = pattern.New(`(?:关于)(?:印发|转发|下发)《([^《》]{4,}?)(的通知)》`, "的通知》")
	// listedWork finds the title of a notice that does not say what it does with what it is called after: 《国务院办公厅2022年政务公开工作要点的通知》.
	listedWork = pattern.New(`《([^《》]{4,}(?:要点|清单|任务分解表|格式|办法|方案|细则))的通知》`, "的通知》")
	// unnamedKind finds the title of a notice that lacks its last words: 《关于印发……制度》.
	unnamedKind   = pattern.New(`《([^《》]*关于(?:印发|转发)[^《》]{4,})》`, "关于印发", "关于转发")
	kindsOfLetter = pattern.NewWords("通知 函 公告 通告 批复 意见 决定 通报")
	// issuerActs finds one in which 关于 is lost behind the issuer's name.
	issuerActs = pattern.New(`《([^《》]*(?:办公室|办公厅|人民政府|政府|委员会|局))((?:做好|开展|印发|转发|加强|进一步|报送|编制|推进|深化|规范)[^《》]{2,}的通知)》`, "的通知》")
	// namesWork says what such a notice does.
	namesWork = pattern.NewWords("印发 转发 下发 公布 发布 报送 执行 落实 贯彻 做好 开展 编制 组织 实施 修订 征求 征集 申报 填报 制定 调整 明确 统一 使用 启用 关于")
)

// titlesAmiss lists the titles of documents whose marks stand at the wrong words, and those that have lost some.
func titlesAmiss(text string) []fault {
	var faults []fault
	for _, m := range unnamedKind.FindAllStringSubmatchIndex(text, -1) {
		if title := text[m[2]:m[3]]; !kindsOfLetter.Ends(title) && !strings.Contains(title, "…") && !kindsOfLetter.Begins(strings.TrimPrefix(text[m[1]:], "的")) {
			faults = append(faults, fault{words: text[m[0]:m[1]], message: "“《" + excerpt(title) + "》”里有“关于印发”，后面少了“的通知”，请按原文写全。"})
		}
	}
	if !strings.Contains(text, "的通知") {
		return faults
	}
	for _, m := range issuerActs.FindAllStringSubmatchIndex(text, -1) {
		if issuer, rest := text[m[2]:m[3]], text[m[4]:m[5]]; !strings.Contains(issuer, "关于") {
			faults = append(faults, fault{words: text[m[0]:m[1]], expected: issuer + "关于" + rest, message: "“《" + excerpt(issuer+rest) + "》”的名称里少了“关于”，请按原文写全。"})
		}
	}
	for _, m := range noticeOutside.FindAllStringSubmatchIndex(text, -1) {
		title := text[m[2]:m[3]]
		passed := passesOn.Ends(text[:m[0]])
		if passed || endsOfTitles.Ends(title) && !strings.Contains(title, "关于印发") || strings.HasSuffix(title, "通知") {
			continue
		}
		words := "》的通知"
		faults = append(faults, fault{words: lastRunes(text[:m[3]], 12) + words, wrong: words, message: "“《" + excerpt(title) + "》的通知”的书名号位置不对，“的通知”是文件名称里的，请移到书名号里面，写成“……的通知》”。"})
	}
	for _, m := range noticeInside.FindAllStringSubmatchIndex(text, -1) {
		if title := text[m[2]:m[3]]; !strings.Contains(title, "关于") && !chinese.IsQuoted(text, m[0]) {
			words := text[m[2]:m[1]]
			faults = append(faults, fault{words: words, message: "“《" + excerpt(title) + "的通知》”的书名号位置不对，印发的是“" + excerpt(title) + "”，请写成“关于印发《" + excerpt(title) + "》的通知”。"})
		}
	}
	for _, m := range listedWork.FindAllStringSubmatchIndex(text, -1) {
		title := text[m[2]:m[3]]
		lacking := "关于印发"
		if strings.Contains(title, "年度报告格式") {
			if rest := strings.Replace(title, "关于", "", 1); rest != title {
				title, lacking = rest, "印发"
			}
		}
		if !namesWork.In(title) {
			faults = append(faults, fault{words: text[m[0]:m[1]], message: "“" + excerpt(text[m[0]:m[1]]) + "”的名称里少了“" + lacking + "”，请按原文写全。"})
		}
	}
	return faults
}

// lawsWithoutMarks lists the places where the full name of the regulation stands without the marks of a title.
func lawsWithoutMarks(text string) []fault {
	var faults []fault
	const name = state + regulation
	for at := range chinese.Indexes(text, name) {
		marked := chinese.EndsWithAny(text[:at], []string{"《", "〈", "“", "<", "修订", "新"}) || chinese.StartsWithAny(text[at+len(name):], []string{"》", "〉", "实施", "”"})
		if !marked && !chinese.IsQuoted(text, at) {
			faults = append(faults, fault{words: name, expected: "《" + name + "》", message: "“" + name + "”是法规的名称，请加上书名号。"})
		}
	}
	return faults
}
