package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var (
	// listOfParts is what leads to the list of the report's parts, the list itself, and what stands behind it up to the next mark.
	listOfParts = pattern.New(`((?:由|从|包括|包含|涵盖|分为|分成|分|共有|设有|列有|有|含)?)(?:以下|下列)?(?:[六6]个?(?:大)?(?:部分|方面)(?:内容)?)?[，：]?(?:一是|一、)?`+
		`(总体情况.{30,}?(?:[其另][他它](?:需要|需)?报告(?:的)?事项|其[他它]事项))([^，。；：]*)`, "总体情况")
	closesParts   = pattern.New(`^(?:等|共|这|以上)*(?:[六6]个?(?:大)?)?(?:部分|方面|板块)?(?:内容)?(?:组成|构成)`, "组成", "构成")
	uncountedPart = pattern.New(`^(?:共)?部分(?:内容)?(?:组成|构成|。|，|$)`, "部分")
	// countedMixed mixes two frames without a list between: 分为六个部分组成.
	countedMixed = pattern.NewWith("部分组成 部分构成 部分内容组成 部分内容构成", `(?:包括|包含|涵盖|分为|分成|共分)(?:以下|下列)?[六6]个?(?:大)?部分(?:内容)?(?:组成|构成)`, "包括", "包含", "涵盖", "分为", "分成", "共分")
	// leadTwice finds two words that lead to the list: 包括由总体情况…….
	leadTwice = pattern.New(`(?:包括|包含|涵盖|分为|分成)由(?:总体|以下|下列|六|6)`, "括由", "含由", "盖由", "为由", "成由")
	// madeOf finds what a report is said to be made of, alienParts are such as no report has.
	madeOf     = pattern.New(`(?:报告|全文|年报|编制，)(?:由|包括|分为|共分|共有)([^。；：]{2,30}[、，][^。；：]{2,80}?)(?:[两三四五六七八]个?(?:大)?部分|组成|构成)`, "组成", "构成", "部分")
	alienParts = pattern.NewWords("概况 概述 通知公告 工作动态 信息数量 附表情况 基本情况 工作计划 工作总结 工作打算 信息管理 平台建设 监督保障")
	// partsOfBefore are parts that reports of earlier forms had.
	partsOfBefore = pattern.New(`(?:政府信息公开|依申请公开)?(?:的)?收费(?:情况)?(?:及|和|与|、)减免(?:的)?情况`, "减免")
	// disputesGoOn finds what goes on behind the fourth part's name: 行政诉讼情况要求.
	disputesGoOn = pattern.New(`诉讼(?:的)?情况\p{Han}{2}$`, "诉讼")
	// joinedParts are two parts of which the mark between is lost.
	joinedParts = pattern.New(`(?:总体情况|政府信息(?:的)?情况|申请(?:的)?情况|诉讼(?:的)?情况|改进情况|改进措施)(?:主动公开政府信息|收到和处理|政府信息公开行政复议|存在的?主要问题|存在的?问题|其[他它]需要)`, "情况", "措施")
	// notDisputes names the fourth part by something else than reviews and lawsuits: 行政复议、行政处罚情况.
	notDisputes = pattern.New(`行政复议(?:、|和|与|及|或|以及)?(行政\p{Han}{2})(?:的)?情况`, "行政复议")
	// ruleLeft is how the regulation begins its list of what a report tells.
	ruleLeft = pattern.New(`(?:年度报告|年报|报告)?应当?包括(?:下列|以下|如下)(?:各项|几项|主要)?内容`, "应当包括", "应包括")
)

// faultsOfFrame lists what is wrong with the sentence that lists the parts of a report: two frames mixed, a mark or a word lost, a part twice.
func (in *Input) faultsOfFrame(text string) []wordFault {
	if !strings.Contains(text, "情况") && !strings.Contains(text, "部分") {
		return nil
	}
	var faults []wordFault
	add := func(level Level, start, end int, message string) {
		faults = append(faults, wordFault{start, end, message, "", level})
	}
	if m := countedMixed.FindStringIndex(text); m != nil {
		add(Info, m[0], m[1], "“"+text[m[0]:m[1]]+"”前后不搭配，请改成“由六个部分组成”或者“分为六个部分”")
	}
	if m := leadTwice.FindStringIndex(text); m != nil {
		add(Info, m[0], m[1], "“"+text[m[0]:m[1]]+"”前后不搭配，“"+chinese.Clip(text[m[0]:], 2)+"”和“由”请删去一个")
	}
	if alienParts.In(text) { // in few, so that seldom a list is looked for
		at := madeOf.FindStringSubmatchIndex(text)
		if at != nil && alienParts.In(text[at[2]:at[3]]) && len(partsNamed(text[at[2]:at[3]])) < 3 {
			add(Query, at[0], at[1], "“"+excerpt(text[at[0]:at[1]])+"”说的不是规定的部分，应是"+titles(in.Report.Edition.Sections)+"六个部分")
		}
	}
	if at := partsOfBefore.FindStringIndex(text); at != nil && strings.Contains(text[:at[0]], "总体情况") {
		add(Query, at[0], at[1], "“"+text[at[0]:at[1]]+"”是以前的格式里的，现在没有这一部分，请改正")
	}
	m := listOfParts.FindStringSubmatchIndex(text)
	if m == nil || len(partsNamed(text[m[4]:m[5]])) < 4 {
		return faults
	}
	lead, list, behind := text[m[2]:m[3]], text[m[4]:m[5]], text[m[6]:m[7]]
	statement, start := chinese.Around(text, m[4], "。！？\n")
	closing := closesParts.FindString(behind)
	switch {
	case closing != "" && lead != "" && lead != "由" && !strings.Contains(statement[:m[2]-start], "由"):
		add(Info, m[2], m[6]+len(closing), "“"+lead+"……"+closing+"”前后不搭配，请改成“由……"+closing+"”，或者删去“"+lastRunes(closing, 2)+"”")
	case lead == "由" && !chinese.ContainsAny(statement, []string{"组成", "构成", "形成", "汇总", "编制", "反映", "说明"}):
		add(Info, m[4], m[7], "“由……”后面少了“组成”，请补上")
	case uncountedPart.MatchString(behind):
		add(Info, m[5]-len("的事项"), m[6]+len(uncountedPart.FindString(behind)), "“部分”前面没有写几个，请写成“六个部分”")
	}
	for _, at := range joinedParts.FindAllStringIndex(list, -1) {
		add(Info, m[4]+at[0], m[4]+at[1], "“"+list[at[0]:at[1]]+"”是两个部分，中间少了标点，请补上顿号或逗号")
	}
	for _, at := range notDisputes.FindAllStringSubmatchIndex(list, -1) {
		if named := list[at[2]:at[3]]; named != "行政诉讼" && named != "行政应诉" {
			add(Query, m[4]+at[0], m[4]+at[1], "“"+list[at[0]:at[1]]+"”写得不对，这一部分是“政府信息公开行政复议、行政诉讼情况”")
		}
	}
	if at := ruleLeft.FindStringIndex(statement[:m[4]-start]); at != nil && !strings.HasPrefix(statement[at[1]:], "（") {
		add(Query, start+at[0], start+at[1], "“"+statement[at[0]:at[1]]+"”是《条例》里的话，不是一个部分，请删去")
	}
	return append(faults, in.partsAmiss(list, m[4])...)
}

// partsAmiss lists the parts of a list that are named twice, and those whose name has a character too few, too many or another; at is where the list stands.
func (in *Input) partsAmiss(list string, at int) []wordFault {
	var faults []wordFault
	var before []string
	end := 0
	for _, item := range strings.FieldsFunc(list, func(r rune) bool { return chinese.IsOneOf(r, "、，；：。") }) {
		start := end + strings.Index(list[end:], item)
		end = start + len(item)
		_, name, _ := chinese.ReadMarker(item)
		name = strings.TrimLeft(name, "一二三四五六是")
		if name == "" || strings.Contains(name, "诉讼") || strings.Contains(name, "复议") {
			if goesOn := disputesGoOn.FindString(name); goesOn != "" {
				faults = append(faults, wordFault{at + start, at + end, "“" + excerpt(name) + "”后面多了“" + lastRunes(goesOn, 2) + "”，请删去", strings.TrimSuffix(name, lastRunes(goesOn, 2)), Info})
			}
			continue
		}
		if slices.Contains(before, name) && utf8.RuneCountInString(name) > 3 {
			faults = append(faults, wordFault{at + start, at + end, "“" + excerpt(name) + "”列了两次，请删去一处", "", Query})
			continue
		}
		before = append(before, name)
		if due := in.partMeant(name); due != "" {
			faults = append(faults, wordFault{at + start, at + end, "“" + excerpt(name) + "”像是写错了，规定的标题是“" + due + "”", due, Info})
		}
	}
	return faults
}

// loosely is a title of a part without the characters with or without which it is freely written.
func loosely(title string) string {
	return strings.NewReplacer("的", "", "和", "", "及", "", "与", "", "以", "", "其它", "其他", "措施", "情况", "主要", "", "工作", "", "需要", "需").Replace(title)
}

// partMeant is the title of the part that a name is nearly, and not quite; "" if it is one, or none is so near.
func (in *Input) partMeant(name string) string {
	sections := in.Report.Edition.Sections
	if slices.ContainsFunc(sections, func(s form.Section) bool { return s.Title == name }) {
		return ""
	}
	loose, due := loosely(name), ""
	for _, section := range sections {
		if name == strings.Replace(section.Title, "的", "", 1) && name != section.Title {
			return section.Title
		}
		switch charactersAmiss(loose, loosely(section.Title)) {
		case 0:
			return ""
		case 1:
			due = section.Title
		}
	}
	return due
}
