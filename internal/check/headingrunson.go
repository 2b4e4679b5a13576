package check

import (
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// headingAlone finds a heading of one of the aspects that a report tells of, with a mark or the paragraph's end behind it.
	headingAlone = pattern.New(`（[一二三四五六七]）(?:主动公开|依申请公开|政府信息管理|(?:政府信息公开)?平台建设|监督保障)(?:政府信息)?(?:工作)?(?:情况|方面)?(?:[。：]|$)`, "（")
	// headingJoined finds one that runs into the sentence behind it.
	headingJoined = pattern.New(`（[一二三四五六七]）(?:主动公开|依申请公开|政府信息管理|(?:政府信息公开)?平台建设|监督保障)(?:政府信息)?(?:工作)?(?:情况|方面)?`+
		`((?:全年|年内|本年度)(?:共|累计|更新|通过|主动|发布|公开|收到|未|没有|新|受理|在|利用|依托|组织)|20[0-9]{2}年(?:度)?，|截至20)|`+
		`（[一二三四五六七]）(?:依申请公开|政府信息管理|(?:政府信息公开)?平台建设|监督保障|主动公开情况)(?:情况|方面|工作)?([我本](?:镇|乡|局|县|区|市|街道|委|办|单位|机关)(?:[^的，]|$))`, "（")
)

// headingsJoined are the faults of paragraph i where a heading lacks the mark behind it that the section's other headings have.
func (s section) headingsJoined(i int) (faults []wordFault) {
	text := s.paragraphs[i].Text
	if !mayRunOn(text) {
		return nil
	}
	found := headingJoined.FindAllStringSubmatchIndex(text, -1)
	if found == nil || !slices.ContainsFunc(s.texts(), headingAlone.MatchString) {
		return nil
	}
	for _, m := range found {
		start, end := max(m[2], m[4]), max(m[3], m[5])
		faults = append(faults, wordFault{m[0], end, "“" + text[m[0]:start] + "”是小标题，后面漏了标点，请补上句号", "", Info})
	}
	return faults
}

var (
	aspectTitles = pattern.NewWords("主动公开 依申请公开 政府信息管理 政府信息公开平台建设 平台建设 监督保障")
	titleEnds    = pattern.NewWords("政府信息 工作 情况 方面")
	sentenceHead = pattern.NewWords("全年 年内 本年度 20 截至20 我 本")
)

// mayRunOn says whether the beginning of a sentence stands right behind a heading of one of the aspects.
func mayRunOn(text string) bool {
	for at := range chinese.Indexes(text, "）") {
		rest, isTitle := aspectTitles.CutPrefix(text[at+len("）"):])
		for more := isTitle; more; {
			rest, more = titleEnds.CutPrefix(rest)
		}
		if isTitle && sentenceHead.Begins(rest) {
			return true
		}
	}
	return false
}

// texts are the texts of the section's paragraphs.
func (s section) texts() (list []string) {
	for _, p := range s.paragraphs {
		list = append(list, p.Text)
	}
	return list
}
