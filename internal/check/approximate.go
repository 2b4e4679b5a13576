package check

import (
	"regexp"
	"strings"

	"nianbao/internal/form"
)

var approximateExact = Rule{
	ID: "approximate-exact", Level: Info, Title: "确数后面不加“余”“多”，约数不说两遍：273余项、近200余条", Citation: "《出版物上数字用法》（GB/T 15835—2011）",
	Find: onFilled(findApproximate),
	Cases: []Case{
		{Why: "确数后面加“余”", Set: []Entry{{"narrative.overview", "张贴公告共计273余项。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“近”和“余”一起用", Set: []Entry{{"narrative.overview", "近200余条信息被上级媒体采用。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“约”和“左右”一起用", Set: []Entry{{"narrative.overview", "每月约30条左右。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "几处一起说", Set: []Entry{{"narrative.overview", "张贴公告273余项、海报约100余张。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "整数后面加“余”", Set: []Entry{{"narrative.overview", "张贴公告240余份，阅读1.2万余次，来访十余人次，发放30多份，近300条信息被采用。"}}},
		{Why: "时间、单个的数", Set: []Entry{{"narrative.overview", "每次15分钟左右，近年来20余次，就近3多个点查阅；2025年多次检查，多个部门参加。"}}},
	},
}

const approximateUnits = `(?:人次|件次|条次|条|件|份|篇|期|次|个|项|起|宗|户|名|家|处|场|张|册|幅|人)`

var (
	exactAndMore = regexp.MustCompile(`(?:^|[^0-9.,])((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)[余多]` + approximateUnits + `)`)
	twiceAbout   = regexp.MustCompile(`(?:约|大约|将近|接近|近)(?:有|为|达)?([0-9,.]+[万千]?(?:[余多]` + approximateUnits + `?|` + approximateUnits + `(?:左右|上下))|[0-9,.]+[万千]?[余多]?` + approximateUnits + `(?:左右|上下))`)
)

func findApproximate(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	for _, m := range twiceAbout.FindAllStringIndex(text, -1) {
		if words := text[m[0]:m[1]]; !strings.HasSuffix(text[:m[0]], "最") && !strings.HasSuffix(text[:m[0]], "附") && !strings.HasSuffix(text[:m[0]], "就") {
			faults = append(faults, wordFault{start: m[0], end: m[1], message: "“" + words + "”把约数说了两遍，前后只留一个", level: Info})
		}
	}
	for _, m := range exactAndMore.FindAllStringSubmatchIndex(text, -1) {
		words := text[m[2]:m[3]]
		digits := onlyDigits(words)
		if len(digits) > 1 && !strings.HasSuffix(digits, "0") {
			faults = append(faults, wordFault{start: m[2], end: m[3], message: "“" + words + "”的" + digits + "是确数，后面不用“余”或“多”", level: Info})
		}
	}
	return s.tellFaults(i, faults)
}
