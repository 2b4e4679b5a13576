package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var approximateExact = Rule{
	ID: "approximate-exact", Level: Info, Title: "确数后面不加“余”“多”，约数不说两遍：273余项、近200余条", Citation: "《出版物上数字用法》（GB/T 15835—2011）",
	Find: onFilled(findApproximate),
	Cases: func() []Case {
		return []Case{
			{Why: "确数后面加“余”", Set: []Entry{{"narrative.overview", "张贴公告共计273余项。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“近”和“余”一起用", Set: []Entry{{"narrative.overview", "近200余条信息被上级媒体采用。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“约”和“左右”一起用", Set: []Entry{{"narrative.overview", "每月约30条左右。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“余”和“左右”一起用", Set: []Entry{{"narrative.overview", "每月100余条左右。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几处一起说", Set: []Entry{{"narrative.overview", "张贴公告273余项、海报约100余张。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "确数后面加“左右”", Set: []Entry{{"narrative.overview", "接待群众317人次左右。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "确数前面加“约”", Set: []Entry{{"narrative.overview", "发布信息约1847条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "汉字写的约数说了两遍", Set: []Entry{{"narrative.overview", "走访群众近三百余户，开展培训十余次左右。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "约数说一遍的", Set: []Entry{{"narrative.overview", "接待群众300人次左右、查阅25人次左右，每季度10至12次左右，发布信息约1850条，超过15个工作日的1件。"}}},
			{Why: "“约”和“近”是词的一部分", Set: []Entry{{"narrative.overview", "修订村规民约124份，网上预约1096人次，节约317人次，就近设点126个，贴近3274户群众，近3年。"}}},
			{Why: "整数后面加“余”", Set: []Entry{{"narrative.overview", "张贴公告240余份，阅读1.2万余次，来访十余人次，发放30多份，近300条信息被采用。"}}},
			{Why: "时间、单个的数", Set: []Entry{{"narrative.overview", "每次15分钟左右，近年来20余次，就近3多个点查阅；2025年多次检查，多个部门参加。"}}},
		}
	},
}

var (
	approximateUnits = pattern.NewWords("人次 件次 条次 场次 条 件 份 篇 期 次 个 项 起 宗 户 名 家 处 场 张 册 幅 人 部 批 块 台 万元")
	// about are words that make a number an estimate before it is said; 最近 and 附近 do not. bounds do too, but an exact number
	// may be theirs: 超过15个工作日.
	about    = pattern.NewWords("约 大约 大概 近 将近 接近 约有 大约有 大概有 近有 约为 约达 近达 差不多")
	bounds   = pattern.NewWords("超过 逾")
	notAbout = pattern.NewWords("最近 附近 就近 临近 邻近 靠近 贴近 亲近 走近 远近 新近 晚近 相近 民约 公约 条约 合约 节约 制约 预约 签约 履约 邀约 违约 契约 协约 相约 续约 约约")
	// ranges stand between two numbers, so that the second alone is not exact.
	ranges = pattern.NewWords("至 到 — - ~ ～ – 、")
)

func findApproximate(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	add := func(start, end int, message string) {
		faults = append(faults, wordFault{start, end, "“" + text[start:end] + "”" + message, "", Info})
	}
	for _, more := range []string{"余", "多", "左右", "上下"} {
		for at := range chinese.Indexes(text, more) {
			end := at + len(more)
			unit := unitAfter(text[end:])
			numberEnd := at
			if more == "左右" || more == "上下" {
				unit = unitBefore(text[:at])
				numberEnd -= len(unit)
				if rest := strings.TrimSuffix(strings.TrimSuffix(text[:numberEnd], "余"), "多"); len(rest) < numberEnd && unit != "" && hanNumberStart(text, len(rest)) < len(rest) {
					add(hanNumberStart(text, len(rest)), end, "把约数说了两遍，前后只留一个")
					continue
				}
			}
			start := hanNumberStart(text, numberEnd)
			word := aboutBefore(text[:start])
			if start < numberEnd && unit != "" && word != "" {
				add(start-len(word), end+len(unitAfter(text[end:])), "把约数说了两遍，前后只留一个")
				continue
			}
			start = numberStart(text, numberEnd)
			number := text[start:numberEnd]
			switch exact := onlyDigits(number); {
			case start == numberEnd || unit == "" || !isExact(number):
			case more == "余" || more == "多":
				add(start, end+len(unit), "的"+exact+"是确数，请删去“"+more+"”，或改成约数")
			case !(len(exact) == 2 && exact[1] == '5') && !ranges.Ends(text[:start]):
				add(start, end, "的"+exact+"是确数，请删去“"+more+"”，或改成约数")
			}
		}
	}
	for _, word := range []string{"约", "近", "有", "为", "达", "概", "不多"} {
		for at := range chinese.Indexes(text, word) {
			faults = append(faults, exactAfter(text, at+len(word))...)
		}
	}
	return s.tellFaults(i, faults)
}

// exactAfter is the fault of an exact number behind a word that makes it an estimate: 约1847条. Short ones and those that end in 5
// are read off as they come: 约12条.
func exactAfter(text string, start int) []wordFault {
	word := aboutBefore(text[:start])
	end := start + len(text[start:]) - len(strings.TrimLeft(text[start:], "0123456789,"))
	number := text[start:end]
	unit := unitAfter(text[end:])
	if bounds.Has(word) || word == "" || unit == "" || unit == "万元" || // which rounds
		!isExact(number) || len(number) < 3 || strings.HasSuffix(number, "5") ||
		chinese.StartsWithAny(text[end+len(unit):], []string{"左右", "上下"}) {
		return nil
	}
	end += len(unit)
	return []wordFault{{start - len(word), end, "“" + text[start-len(word):end] + "”的" + onlyDigits(number) + "是确数，请删去“" + word + "”，或改成约数", "", Info}}
}

// hanNumberStart is where a number in digits or in Chinese numerals begins that ends at a byte.
func hanNumberStart(text string, end int) int {
	if start := numberStart(text, end); start < end {
		return start
	}
	start := end
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !chinese.IsOneOf(r, "一二三四五六七八九十百千万两") {
			break
		}
		start -= size
	}
	return start
}

// numberStart is where the digits begin that end at a byte, with 万 and 千 behind them and commas between.
func numberStart(text string, end int) int {
	start := len(strings.TrimSuffix(strings.TrimSuffix(text[:end], "万"), "千"))
	digits := start
	for digits > 0 && strings.IndexByte("0123456789,.", text[digits-1]) >= 0 {
		digits--
	}
	if digits == start {
		return end
	}
	return digits
}

// isExact is true of a whole number above nine that is not round.
func isExact(number string) bool {
	digits := strings.ReplaceAll(number, ",", "")
	return onlyDigits(digits) == digits && len(digits) > 1 && !strings.HasSuffix(digits, "0")
}

// aboutBefore is the word at the end of a text that makes what follows an estimate, "" if there is none.
func aboutBefore(text string) string {
	longest := ""
	for _, word := range slices.Concat(about.List(), bounds.List()) {
		if strings.HasSuffix(text, word) && len(word) > len(longest) && !notAbout.Ends(text) {
			longest = word
		}
	}
	return longest
}

func unitAfter(text string) string {
	for _, unit := range approximateUnits.List() {
		if strings.HasPrefix(text, unit) {
			return unit
		}
	}
	return ""
}

func unitBefore(text string) string {
	for _, unit := range approximateUnits.List() {
		if strings.HasSuffix(text, unit) {
			return unit
		}
	}
	return ""
}
