package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var approximateExact = Rule{
	ID: "approximate-exact", Level: Info, Title: "确数后面不加“余”“多”，约数不说两遍：273余项、近200余条", Citation: "《出版物上数字用法》（GB/T 15835—2011）",
	Find: onFilled(findApproximate),
	Cases: []Case{
		{Why: "确数后面加“余”", Set: []Entry{{"narrative.overview", "张贴公告共计273余项。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“近”和“余”一起用", Set: []Entry{{"narrative.overview", "近200余条信息被上级媒体采用。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“约”和“左右”一起用", Set: []Entry{{"narrative.overview", "每月约30条左右。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“余”和“左右”一起用", Set: []Entry{{"narrative.overview", "每月100余条左右。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "几处一起说", Set: []Entry{{"narrative.overview", "张贴公告273余项、海报约100余张。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "整数后面加“余”", Set: []Entry{{"narrative.overview", "张贴公告240余份，阅读1.2万余次，来访十余人次，发放30多份，近300条信息被采用。"}}},
		{Why: "时间、单个的数", Set: []Entry{{"narrative.overview", "每次15分钟左右，近年来20余次，就近3多个点查阅；2025年多次检查，多个部门参加。"}}},
	},
}

var (
	approximateUnits = strings.Fields("人次 件次 条次 条 件 份 篇 期 次 个 项 起 宗 户 名 家 处 场 张 册 幅 人")
	// about are words that make a number an estimate before it is said; 最近 and 附近 do not.
	about    = strings.Fields("超过 逾 约 近 将近 接近 约有 近有 约为 约达 近达")
	notAbout = strings.Fields("最近 附近 就近")
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
				if rest := strings.TrimSuffix(strings.TrimSuffix(text[:numberEnd], "余"), "多"); len(rest) < numberEnd && unit != "" && endsInDigit(rest) {
					add(numberStart(text, len(rest)), end, "把约数说了两遍，前后只留一个")
					continue
				}
			}
			start := numberStart(text, numberEnd)
			number := text[start:numberEnd]
			exact := onlyDigits(strings.ReplaceAll(number, ",", ""))
			switch word := aboutBefore(text[:start]); {
			case start == numberEnd || unit == "":
			case word != "":
				add(start-len(word), end+len(unitAfter(text[end:])), "把约数说了两遍，前后只留一个")
			case (more == "余" || more == "多") && isExact(number):
				add(start, end+len(unit), "的"+exact+"是确数，后面不用“"+more+"”")
			}
		}
	}
	return s.tellFaults(i, faults)
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
	for _, word := range about {
		if strings.HasSuffix(text, word) && len(word) > len(longest) && !chinese.EndsWithAny(text, notAbout) {
			longest = word
		}
	}
	return longest
}

func unitAfter(text string) string {
	for _, unit := range approximateUnits {
		if strings.HasPrefix(text, unit) {
			return unit
		}
	}
	return ""
}

func unitBefore(text string) string {
	for _, unit := range approximateUnits {
		if strings.HasSuffix(text, unit) {
			return unit
		}
	}
	return ""
}
