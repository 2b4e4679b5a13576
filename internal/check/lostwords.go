package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// misfortune finds what went wrong, told flatly, where everybody tells that nothing did: 发生泄密事件。
var misfortune = pattern.New(`(?:^|[。；，])(?:全年|年内|本年度|期间)?(发生(?:失泄密|泄密|泄露国家秘密|意识形态|负面舆情|重大舆情)(?:事件|问题|情况|事故))[。；，]`,
	"发生失泄密", "发生泄密", "发生泄露国家秘密", "发生意识形态", "发生负面舆情", "发生重大舆情")

// lostNegations lists such places.
func lostNegations(text string) []wordFault {
	var faults []wordFault
	for _, m := range misfortune.FindAllStringSubmatchIndex(text, -1) {
		words := text[m[2]:m[3]]
		faults = append(faults, wordFault{m[2], m[3], "“" + words + "”前面像是漏了“没有”", "没有" + words, Query})
	}
	return faults
}

var (
	// inTime finds a limit that a clause ends with, so that what was done within it is told behind, or lost: 在法定期限内，维护了…….
	inTime = pattern.New(`在(?:法定|规定)的?(?:答复|办理)?(?:期限|时限|时间)内，`, "内，")
	// answering are words of what is done within it.
	answering = pattern.NewWords("答复 办结 办理 回复 作出 送达 告知 提供 公开 完成 寄 函 反馈 征求 处理 补正 收到 没有 未 无 转入 结转 办")
)

// lostAnswers lists limits of which a text does not tell what was done within them.
func lostAnswers(text string) []wordFault {
	var faults []wordFault
	for _, m := range inTime.FindAllStringIndex(text, -1) {
		statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
		if !answering.In(statement[m[1]-start:]) {
			words := strings.TrimSuffix(text[m[0]:m[1]], "，")
			faults = append(faults, wordFault{m[0], m[1], "“" + words + "”后面像是漏了“作出答复”", words + "作出答复，", Info})
		}
	}
	return faults
}

// contactAt finds 于 where 与 joins whom one gets in touch with: 可于县教育局办公室联系.
var contactAt = pattern.New(`(?:请|可|敬请)(于)[^，。；（0-9]{2,30}(?:局|办|室|科|股|部门|单位|机关|政府|处|中心|委|我镇|我乡|我局|我街道)(?:取得)?联系`, "请于", "可于")

// miswrittenWith lists such places.
func miswrittenWith(text string) []wordFault {
	var faults []wordFault
	for _, m := range contactAt.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[3], "“" + excerpt(text[m[0]:m[1]]) + "”里的“于”应是“与”", "与", Query})
	}
	return faults
}

// selves finds a unit that speaks of itself as of a person, where the word for what it is is lost: 2022年，我收到政府信息公开申请15件.
var selves = pattern.New(`(?:^|[，。；])(我)(?:共|全年|累计)?(?:收到|受理|办理|公开|发布|严格|认真|坚持|积极|高度重视|不断|进一步)`, "我收到", "我受理", "我办理", "我公开", "我发布", "我严格", "我认真", "我坚持", "我积极", "我高度重视",
	"我不断", "我进一步", "我共", "我全年", "我累计")

// lostSelves lists such places.
func lostSelves(text string) []wordFault {
	var faults []wordFault
	for _, m := range selves.FindAllStringSubmatchIndex(text, -1) {
		if !chinese.IsQuoted(text, m[2]) {
			faults = append(faults, wordFault{m[2], m[1], "“" + text[m[2]:m[1]] + "”里“我”后面像是漏了“镇”“局”一类的字", "", Info})
		}
	}
	return faults
}

// tiedInterests finds whose interests something is tied to, joinsSelf are the words that tie it: 与群众利益密切相关.
var (
	tiedInterests = pattern.New(`利益(?:密切|紧密|息息)相[关连]`, "利益密切", "利益紧密", "利益息息")
	joinsSelf     = pattern.NewWords("与 和 同 跟")
)

// lostJoiners lists interests that something is said to be tied to without the word that ties it.
func lostJoiners(text string) []wordFault {
	var faults []wordFault
	for _, m := range tiedInterests.FindAllStringIndex(text, -1) {
		if clause, start := clauseBefore(text[:m[0]]); !joinsSelf.In(clause) && !strings.HasSuffix(text[:start], "、") {
			words := lastRunes(text[:m[0]], 2) + text[m[0]:m[1]]
			faults = append(faults, wordFault{m[1] - len(words), m[1], "“" + words + "”前面像是漏了“与”", "", Info})
		}
	}
	return faults
}

// passive finds the unit as who applied for a review of its own act, where it is 被申请.
var passive = pattern.New(`(?:镇|乡|县|区|市)?(?:政府|我镇|我乡|我局|我街道|我委|我县|我区|我市|我苏木|我旗|苏木|本镇|本乡|本局|本机关|本单位|街道|办事处)(?:也|均|都)?(?:没有|未|无|不存在)因[^，。；被]{0,20}(申请行政复议)`, "申请行政复议")

// lostPassives lists such places.
func lostPassives(text string) []wordFault {
	var faults []wordFault
	for _, m := range passive.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[3], "“" + text[m[2]:m[3]] + "”前面像是漏了“被”，行政机关是被申请人", "被申请行政复议", Info})
	}
	return faults
}

// halfWork finds 工作 without its second character at the end of a clause: 做好各项准备工。
var halfWork = pattern.New(`(?:准备|各项|公开|管理|审查|监督|保障|年度|重点|宣传|培训|审核|答复)(工)[。，；]`, "工。", "工，", "工；")

// lostWorks lists such places.
func lostWorks(text string) []wordFault {
	var faults []wordFault
	for _, m := range halfWork.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[3], "“" + lastRunes(text[:m[3]], 3) + "”后面漏了“作”", "工作", Query})
	}
	return faults
}

// affairsOnly finds the work of which a report tells without its second word: 深化政务工作.
var affairsOnly = pattern.New(`(?:深化|推进|推动|做好|抓好|加强|规范|促进|提升)(?:了)?(政务工作)(?:[，。；、]|的|水平|质量)`, "政务工作")

// lostDisclosures lists such places.
func lostDisclosures(text string) []wordFault {
	var faults []wordFault
	for _, m := range affairsOnly.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[3], "“" + text[m[2]:m[3]] + "”像是漏了“公开”", "政务公开工作", Info})
	}
	return faults
}

// mediaCut finds 政务新媒体 without its last character: 将政务新媒与网站逐一对应.
var mediaCut = pattern.New(`(政务新媒)(?:[^体]|$)`, "政务新媒")

// lostMedia lists such places.
func lostMedia(text string) []wordFault {
	var faults []wordFault
	for _, m := range mediaCut.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[3], "“" + text[m[2]:m[3]] + "”应是“政务新媒体”", "政务新媒体", Query})
	}
	return faults
}

// onBasis finds on what something rests without the word that leads to it: 按时更新栏目的基础上，…….
var onBasis = pattern.New(`(?:^|[。；])(\p{Han}[^，。；：]{3,30}的基础上)，`, "的基础上，")

// lostBases lists such places.
func lostBases(text string) []wordFault {
	var faults []wordFault
	for _, m := range onBasis.FindAllStringSubmatchIndex(text, -1) {
		if clause := text[m[2]:m[3]]; !strings.Contains(clause, "在") && !strings.Contains(clause, "从") {
			faults = append(faults, wordFault{m[2], m[3], "“" + excerpt(clause) + "”前面像是漏了“在”", "", Info})
		}
	}
	return faults
}
