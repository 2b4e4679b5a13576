package check

import (
	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// aspectTitles are what the first section's headings begin with, titleEnds what they go on with.
	aspectTitles = pattern.NewWords("主动公开 依申请公开 政府信息管理 政府信息公开平台建设 平台建设 监督保障")
	titleEnds    = pattern.NewWords("政府信息 工作 情况 方面")
	// sentenceStarts begin a sentence, and sentenceHead finds one behind a heading.
	sentenceStarts = pattern.NewWords("全年 年内 本年度 20 截至20 我 本")
	sentenceHead   = pattern.New(`^(?:(?:全年|年内|本年度)(?:共|累计|更新|通过|主动|发布|公开|收到|未|没有|新|受理|在|利用|依托|组织)|20[0-9]{2}年(?:度)?，|截至20|`+
		`[我本](?:镇|乡|局|县|区|市|街道|委|办|单位|机关)(?:[^的，]|$))`, "全年", "年内", "本年度", "20", "我", "本")
)

// headingsJoined finds the headings of the section that lack the mark behind them that another of its headings has.
func (s section) headingsJoined() []Finding {
	var found []Finding
	marked := false
	for i, p := range s.paragraphs {
		var faults []wordFault
		for _, heading := range aspectHeadings(p.Text) {
			title, rest := p.Text[heading.Start:heading.End], p.Text[heading.End:]
			marked = marked || rest == "" || chinese.IsOneOf(chinese.FirstRune(rest), "。：")
			if sentenceStarts.Begins(rest) && sentenceHead.MatchString(rest) {
				end := heading.End + len(chinese.Clip(rest, 2))
				faults = append(faults, wordFault{heading.Start, end, "“" + title + "”是小标题，后面漏了标点，请补上句号", "", Info})
			}
		}
		found = append(found, s.tellFaults(i, faults)...)
	}
	if !marked {
		return nil
	}
	return found
}

// aspectHeadings are the headings of aspects in a text, with their numbers: （一）主动公开情况. 主动公开 alone is a verb where 我镇 or 本局 follows.
func aspectHeadings(text string) (list []chinese.Stretch) {
	for at := range chinese.Indexes(text, "）") {
		open, isNumbered := aspectNumbers.CutSuffix(text[:at])
		rest, isTitle := aspectTitles.CutPrefix(text[at+len("）"):])
		for more := isTitle; more; {
			rest, more = titleEnds.CutPrefix(rest)
		}
		end := len(text) - len(rest)
		isVerb := text[at+len("）"):end] == "主动公开" && chinese.StartsWithAny(rest, []string{"我", "本"})
		if isNumbered && isTitle && !isVerb {
			list = append(list, chinese.Stretch{Start: len(open), End: end})
		}
	}
	return list
}

// aspectNumbers are the numbers of such headings as far as their closing bracket.
var aspectNumbers = pattern.NewWords("（一 （二 （三 （四 （五 （六 （七")
