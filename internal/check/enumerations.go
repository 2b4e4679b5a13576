package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// enumerated finds how many there are of things whose names stand right before their number: 政策文件、社会救助、安全生产三个专栏.
	enumerated = pattern.NewWith("专栏 专题 栏目 板块 平台 渠道 载体 账号 环节 领域 方面 类别 窗口 场所 查阅点 公开栏", `([二两三四五六七八九十]|[2-9]|1[0-9])[个大]((?:重点|主要|新|政务|公开|信息|宣传)?(?:专栏|专题|栏目|板块|平台|渠道|载体|账号|新媒体账号|环节|领域|方面|类别|窗口|场所|查阅点|查阅场所|公开栏))`,
		"个", "大")
	// enumerating verbs stand before such names.
	enumerating = []string{"开设", "设置", "设立", "新增", "增设", "开通", "建成", "设有", "分为", "包括", "涉及", "聚焦", "围绕", "涵盖", "建立", "通过", "利用", "依托", "分成", "共有"}
	// severalNamed are texts that name more or fewer than their marks part.
	severalNamed = pattern.NewWords("等 上述 以上 这 以及其 其他 分别 各 均 （ ） ( ) 0 1 2 3 4 5 6 7 8 9 《 》")
)

var (
	// waysAnnounced finds how many ways of doing something are announced before a colon, and the sentence that lists them: 采取三种方法：.
	waysAnnounced = pattern.NewWith("：", `([三四五六七八3-8])[种个条类大][^，。；：、0-9]{0,6}?(?:方法|方式|办法|途径|形式|渠道|手段)[^，。；：、0-9]{0,10}：([^。：\n]+)(?:。|$)`, "方法", "方式", "办法", "途径", "形式", "渠道", "手段")
	// notAllListed are texts of a list that goes on in other words, or in points of its own.
	notAllListed = pattern.NewWords("等 一是 其一 第一 一种 ① 包括")
	// goesOn begins a sentence that may add to a list.
	goesOn = pattern.NewWords("同时 此外 另 还 再 或 也 其次 以及 并 最后 对 一是 第一")
)

// findWaysListed finds fewer ways listed than were announced. Each mark and each word that joins may part two of them, so that there are
// no more than these make; whether there are fewer is not known.
func findWaysListed(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range waysAnnounced.FindAllStringSubmatchIndex(p.Text, -1) {
				said, list := smallNumber(p.Text[m[2]:m[3]]), p.Text[m[4]:m[5]]
				most := len(strings.FieldsFunc(list, func(r rune) bool { return chinese.IsOneOf(r, "，；、和及与或并") }))
				if most < 2 || most >= said || notAllListed.In(list) || goesOn.Begins(p.Text[m[1]:]) || chinese.IsQuoted(p.Text, m[2]) || toldAlready.Ends(p.Text[:m[2]]) {
					continue
				}
				words := strings.TrimRight(p.Text[m[2]:m[4]], "：")
				found = append(found, s.finding(i, p.Text[m[2]:m[5]], fmt.Sprintf("“%s”说的是%d种，后面列出的是%d种。漏写的请补上，没有漏写的请改数目。", excerpt(words), said, most)))
			}
		}
	}
	return found
}

// findThingsEnumerated finds a number of things that is not how many names stand before it.
func findThingsEnumerated(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range enumerated.FindAllStringSubmatchIndex(p.Text, -1) {
				clause, start := chinese.Around(p.Text, m[0], chinese.ClauseEnds)
				names, listed, sure := enumeration(clause[:m[0]-start])
				said := smallNumber(p.Text[m[2]:m[3]])
				if listed < 2 || listed == said || listed > said && !sure {
					continue
				}
				words := names + p.Text[m[0]:m[1]]
				found = append(found, s.finding(i, words, fmt.Sprintf("“%s”说的是%d个，前面列出的是%d个。漏写的请补上，没有漏写的请改数目。", excerpt(words), said, listed)))
			}
		}
	}
	return found
}

// enumeration is the names that end a text, and how many they are; it is sure of where the first begins behind a verb or in quotation marks.
func enumeration(before string) (names string, listed int, sure bool) {
	if strings.HasSuffix(before, "”") {
		return quotedNames(before)
	}
	at := -1
	for _, verb := range enumerating {
		if k := strings.LastIndex(before, verb); k >= 0 && !strings.HasPrefix(before[k+len(verb):], "、") { // 土地利用、规划建设
			at = max(at, k+len(verb))
		}
	}
	names = strings.TrimPrefix(strings.TrimPrefix(before[max(0, at):], "从"), "在")
	const longest = 12 // characters of a name
	for name := range strings.FieldsFuncSeq(names, func(r rune) bool { return chinese.IsOneOf(r, "、和及与") }) {
		if utf8.RuneCountInString(name) > longest {
			return "", 0, false
		}
		listed++
	}
	if !strings.Contains(names, "、") || severalNamed.In(names) || strings.Contains(names, "“") {
		return "", 0, false
	}
	return names, listed, at >= 0
}

// quotedNames is the names in quotation marks that end a text: “清廉村居”“惠民补贴”.
func quotedNames(before string) (names string, listed int, sure bool) {
	rest := before
	for strings.HasSuffix(rest, "”") {
		open := strings.LastIndex(rest, "“")
		if open < 0 {
			break
		}
		rest = strings.TrimRight(rest[:open], "、和及与")
		listed++
	}
	return strings.TrimLeft(before[len(rest):], "、和及与"), listed, true
}

// titlesCounted finds titles that stand in a row, and how many they are said to be: 《登记制度》《审查制度》4项制度.
var titlesCounted = pattern.New(`((?:《[^《》]+》[、和及与]?){2,})(?:共|等共)?([2-9]|[1-9][0-9]|[二两三四五六七八九十])[项个部份件种套](?:\p{Han}|[，。；])`, "》")

// findTitlesCounted finds a number of documents that is not how many titles stand before it.
func findTitlesCounted(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range titlesCounted.FindAllStringSubmatchIndex(p.Text, -1) {
				said, listed := smallNumber(p.Text[m[4]:m[5]]), strings.Count(p.Text[m[2]:m[3]], "《")
				if said == listed {
					continue
				}
				words := p.Text[m[2]+strings.LastIndex(p.Text[m[2]:m[3]], "《"):m[5]] + chinese.Clip(p.Text[m[5]:], 1)
				found = append(found, s.finding(i, words, fmt.Sprintf("“%s”说的是%d个，前面列出的是%d个。漏写的请补上，没有列全的请加“等”，没有漏写的请改数目。", excerpt(words), said, listed)))
			}
		}
	}
	return found
}
