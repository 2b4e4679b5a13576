package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var runOn = Rule{
	ID: "run-on", Level: Info, Title: "句子写完整，没有断在半句、与下一句连在一起的", Citation: "公文校核的通行要求",
	Find: onFilled(findRunOn),
	Cases: []Case{
		{Why: "两句之间漏了句号", Set: []Entry{{"narrative.overview", "本报告数据统计到2025年12月31日止如有疑问请与镇办公室联系。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "断在半句", Set: []Entry{{"narrative.overview", "全年通过网站和公众号公开信息260余"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "数字后面没有量词就完了", Set: []Entry{{"narrative.overview", "全年通过网站和公众号公开信息260余。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "两件事连在一起", Set: []Entry{{"narrative.overview", "全年收到申请3件2025年因政府信息公开引发的行政复议0件。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "多了一个顿号", Set: []Entry{{"narrative.overview", "公开工作做到、全面及时。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "年份后面漏了“年”", Set: []Entry{{"narrative.overview", "2025本镇公开了低保、医保等信息109条。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "写完整的", Set: []Entry{{"narrative.overview", "截至2025年12月31日止的数据，公开信息260余条，2025年度共3件；说到、做到、见到实效。"}}},
		{Why: "标题、落款、号码", Set: []Entry{{"narrative.preface", "联系电话：000-12345678\n清溪镇人民政府\n2026年1月20日"}}},
		{Why: "像年份的数", Set: []Entry{{"narrative.overview", "全年公开2025条，第2025本手册，门牌2025号；表彰3件2025年度优秀案例。"}}},
	},
}

var (
	// afterDay and afterYear are words with which a sentence begins.
	afterDay  = strings.Fields("如有 如对 如需 若有 本报告 本年报 欢迎 公众可 公民、法人")
	afterYear = strings.Fields("， 因 全年 我镇 我乡 我局 我县 我区 我市 我街道 本镇 本乡 本局 本县 本区 本市 本街道 本单位 本机关")
	// ended are words that end what was said before a year.
	ended = strings.Fields("答复 回复 办结 公开 落实 完成 提升 提高 实效 水平 要求 满意度 透明度")
	// yearLeft are words before which 年 was left out.
	yearLeft = strings.Fields("本镇 本乡 本县 本区 本市 本局 本街道 本年 本单位 本机关 本办 本委 我镇 我乡 我县 我区 我市 我局 我街道 我单位 我办 我委 全镇 全乡 全县 全区 全市 全年 全局 依托 通过 共收到 共公开 主动公开 新收 ，我镇 ，我乡 ，我县 ，我区 ，我市 ，我局 ，我街道 ，本镇 ，本乡 ，本县 ，本区 ，本市 ，本局 ，本街道")
	// joining are words that no 、 follows.
	joining = strings.Fields("做到 按照 根据 以及 并且 为了 关于 对于 由于")
	// brokenOff are words that no sentence ends with.
	brokenOff = strings.Fields("约 近 共 其中 以及 按照 根据 对于 关于 为了 并且 同时 因此 与 及 将 把 在")
)

func findRunOn(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	add := func(start, end int, message string) {
		faults = append(faults, wordFault{start, end, "“" + text[start:end] + "”" + message, "", Info})
	}
	for at := range chinese.Indexes(text, "止") {
		after := text[at+len("止"):]
		if chinese.EndsWithAny(text[:at], []string{"日", "日为"}) && chinese.StartsWithAny(after, afterDay) {
			add(at-len("日"), at+len("止")+len(chinese.Clip(after, 2)), "像是两句话连在了一起，漏了标点")
		}
	}
	year, _ := in.Report.Year()
	for at := range chinese.Indexes(text, "20") {
		if end := at + len("2025"); end <= len(text) && isYear(text, at) {
			switch after, said := strings.CutPrefix(text[end:], "年"); {
			case said && chinese.StartsWithAny(after, afterYear) && endsSentence(text[:at]):
				add(at-len(lastRune(text[:at])), end+len("年"), "像是两句话连在了一起，漏了标点")
			case !said && isNear(text[at:end], year) && chinese.StartsWithAny(after, yearLeft) && (at == 0 || strings.ContainsAny(lastRune(text[:at]), "，。；：、（ ")):
				add(at, end+len(chinese.Clip(after, 2)), "漏了“年”字")
			}
		}
	}
	for at := range chinese.Indexes(text, "余") {
		after := chinese.FirstRune(text[at+len("余"):])
		if endsInDigit(text[:at]) && (at+len("余") == len(text) || chinese.IsOneOf(after, "，。；、")) {
			start := at
			for endsInDigit(text[:start]) {
				start--
			}
			add(start, at+len("余"), "没有写完，后面漏了量词")
		}
	}
	for at := range chinese.Indexes(text, "、") {
		for _, word := range joining {
			before, found := strings.CutSuffix(text[:at], word)
			if found && !chinese.EndsWithAny(before, []string{"、", "，"}) { // 说到、做到、见到
				add(len(before), at+len("、"), "后面多了顿号，或漏了字")
			}
		}
	}
	const fewest = 10
	body := strings.TrimSpace(text)
	for _, word := range brokenOff {
		if before, found := strings.CutSuffix(body, word); found && utf8.RuneCountInString(body) >= fewest && !s.isHeading(i) {
			add(len(before)+strings.Index(text, body), len(before)+strings.Index(text, body)+len(word), "后面没有了，这一句没有写完")
			break
		}
	}
	return s.tellFaults(i, faults)
}

// isYear is true of four digits from a byte on that are no part of a longer number.
func isYear(text string, at int) bool {
	digits := text[at : at+len("2025")]
	return onlyDigits(digits) == digits && !endsInDigit(text[:at]) && onlyDigits(chinese.Clip(text[at+len(digits):], 1)) == ""
}

// isNear is true of a year that a report of a year speaks of as its own, as the one before or as the next.
func isNear(digits string, year int) bool {
	_, n := chinese.ReadPlaces(digits)
	return n >= year-1 && n <= year+1
}

// endsSentence says whether a text ends in a number with its counter, or in a word that ends a sentence.
func endsSentence(text string) bool {
	last := lastRune(text)
	return last != "" && strings.Contains("条件份次元个项篇期宗起", last) && endsInDigit(text[:len(text)-len(last)]) || chinese.EndsWithAny(text, ended)
}
