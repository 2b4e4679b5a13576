package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

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

// runOns are places where a sentence breaks off or runs into the next, each with what is said of it.
var runOns = []struct {
	found   *regexp.Regexp
	message string // behind the words
}{
	{regexp.MustCompile(`(?:日止|日为止)(?:如有|如对|如需|若有|本报告|本年报|欢迎|公众可|公民、法人)`), "两句话之间漏了标点"},
	{regexp.MustCompile(`[0-9][条件份次元个项篇期宗起]20[0-9]{2}年(?:因|，|全年|我|本|共|收到|未|没有)`), "两句话之间漏了标点"},
	{regexp.MustCompile(`(?:[答回]复|办结|公开|落实|完成|提升|提高|实效|水平|要求|满意度|透明度)20[0-9]{2}年(?:，|因|全年|我[镇乡局县区市街]|本[镇乡局县区市街单机])`), "两句话之间漏了标点"},
	{regexp.MustCompile(`[0-9]余(?:[，。；、]|$)`), "没有写完，后面漏了量词"},
	{regexp.MustCompile(`(?:做到|按照|根据|以及|并且|为了|关于|对于|由于)、`), "后面多了顿号，或漏了字"},
	{regexp.MustCompile(`(?:^|[，。；：、（\s])20[12][0-9](?:[本我全](?:镇|乡|县|区|市|局|街道|街|年|单位|机关|办|委|省|州)|依托|通过|共收到|共公开|主动公开|新收)`), "年份后面漏了“年”"},
}

// brokenOff is an end at which no sentence ends.
var brokenOff = regexp.MustCompile(`(?:约|近|共|共计|其中|以及|按照|根据|对于|关于|为了|并且|同时|因此|与|及|将|把|在)$`)

func findRunOn(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	for _, r := range runOns {
		for _, m := range r.found.FindAllStringIndex(text, -1) {
			start, end := m[0], m[1]
			words := strings.Trim(text[start:end], "，。；：、（ ")
			if strings.HasSuffix(words, "做到") && isOneOfSeveral(text, start) {
				continue
			}
			faults = append(faults, wordFault{start, end, "“" + words + "”" + r.message, "", Info})
		}
	}
	const fewest = 10
	if body := strings.TrimSpace(text); brokenOff.MatchString(body) && utf8.RuneCountInString(body) >= fewest && !s.isHeading(i) {
		end := brokenOff.FindStringIndex(body)
		faults = append(faults, wordFault{end[0], end[1], "“" + body[end[0]:] + "”后面没有了，这一句没有写完", "", Info})
	}
	return s.tellFaults(i, faults)
}

// isOneOfSeveral is true of a word that stands in a row of such words: 说到、做到、.
func isOneOfSeveral(text string, start int) bool {
	return strings.HasSuffix(text[:start], "、") || strings.HasSuffix(text[:start], "，")
}
