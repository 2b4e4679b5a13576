package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// once are words that one clause has no use for twice: 确保公布的信息确保内容真实.
	once = pattern.NewWords("确保 做到 力求 力争 便于 以便 旨在 致力于 有助于 有利于")
	// fresh are what stands before the second of two that belong to parts of their own: 确保应公开的确保公开, 做到…和做到….
	fresh = "的和与及并或、以并也就都不能须"
	// aboutTwice finds 有关 before and behind the same thing: 有关信息发布的有关规定. Behind 部门 the second is of another thing.
	aboutTwice   = pattern.New(`(有关|相关)([^，。；、：“”《》（）有相]{2,16})的(有关|相关)`, "的有关", "的相关")
	whoseOwn     = pattern.NewWords("部门 单位 人员 方面 股室 科室 领导 机构 机关 企业 负责人 主体")
	namesQuality = pattern.NewWords("性 率 度 的 与 和 、 不 地 更新率 程度")
	// guidedTwice finds what a report is guided by told twice.
	guidedTwice = pattern.New(`以([^，。；：]{4,40})为(?:指导|指引|引领|统领|遵循)，(?:坚持|并)?以([^，。；：]{4,40})为(?:指导|指引|引领|统领|遵循|根本遵循|行动指南)`,
		"为指导，以", "为指导，坚持以", "为指导，并以", "为指引，以", "为指引，坚持以", "为指引，并以", "为引领，以", "为引领，坚持以", "为引领，并以", "为统领，以", "为统领，坚持以", "为统领，并以", "为遵循，以", "为遵循，坚持以", "为遵循，并以")
	// alike are two verbs in front of one object that mean the same.
	alike = pattern.New(`(?:拓宽|拓展)(?:扩展|扩大|扩宽)|(?:扩展|扩大|扩宽)(?:拓宽|拓展)|纳入列入|列入纳入|纳入到列入|列为纳入|`+
		`(?:推动|促进|推进|提高|提升|增强|加强|维护|保障)了(?:推动|促进|推进|提高|提升|增强|加强|维护|保障)了`,
		"宽扩", "展扩", "展拓", "大拓", "宽拓", "纳入列入", "列入纳入", "纳入到列入", "列为纳入", "了推动了", "了促进了", "了推进了", "了提高了", "了提升了", "了增强了", "了加强了", "了维护了", "了保障了")
	// bettering are verbs of which two in front of one object are usual, and three too many; ownNouns begin what is no object.
	bettering = pattern.NewWords("健全 完善 建立 优化 细化 改进 修订 规范")
	ownNouns  = "化性有高统运管的、，。；：透科和与及为"
	// mayTwice finds 可 and 可以 with the same verb.
	mayTwice = pattern.New(`可以?(登录|登陆|通过|查阅|查看|查询|拨打|访问|联系|下载|直接|向|到)可以?(登录|登陆|通过|查阅|查看|查询|拨打|访问|联系|下载|直接|向|到)`,
		"登录可", "登陆可", "通过可", "查阅可", "查看可", "查询可", "拨打可", "访问可", "联系可", "下载可", "直接可", "向可", "到可")
	// inOneMore finds 可 and 可以 before two words for where: 可在可以在市政府网站.
	inOneMore = pattern.New(`可以?(?:在|从|于)可以?(?:在|从|于)`, "在可", "从可", "于可")
	// yearTwice finds 年 twice behind a year, but in 2024年年度报告, which is said as well.
	yearTwice = pattern.New(`20[0-9]{2}年年度(?:[，。；、的我本县区市镇乡]|政府|全|共)`, "年年度")
	// doneTwice finds what is carried out, and once more that it is: 落实重点栏目的更新落实情况.
	doneTwice = pattern.New(`落实[^，。；：]{4,40}落实情况`, "落实情况")
	// twoVerbs finds two verbs for giving in front of one: 给予申请人进行答复.
	twoVerbs = pattern.New(`(给予|予以)[^，。；、]{0,6}(进行)`, "给予", "予以")
	// amongTwice finds 其中 behind what says so already: 在公开的90条信息中，其中.
	amongTwice = pattern.New(`(?:^|[，。；：])在?[^，。；：]{0,20}[0-9]+[条件份篇个项次名][^，。；：]{0,10}(?:中|里)，(其中)`, "中，其中", "里，其中")
	// tellingEnds are verbs of which one at a clause's end tells again what one before told: 向群众公布……名单公布.
	tellingTwice = pattern.New(`向[^，。；：]{0,8}(公布|公示|通报)[^。；：]{4,40}(?:名单|金额|情况|信息|标准|结果|内容|事项|政策)(公布|公示|通报)[，。；]`,
		"名单公布", "金额公布", "情况公布", "信息公布", "标准公布", "结果公布", "内容公布", "事项公布", "政策公布", "名单公示", "金额公示", "情况公示", "信息公示", "标准公示", "结果公示", "内容公示", "事项公示", "政策公示",
		"名单通报", "金额通报", "情况通报", "信息通报", "标准通报", "结果通报", "内容通报", "事项通报", "政策通报")
	// madePublicTwice finds what was made public, and once more that it was: 公布2025年度部门预算公开，.
	madePublicTwice = pattern.New(`(公布|公示|发布)[^。；：，]{4,40}(?:预算|决算|名单|金额|标准)(公开|公布|公示)[，。；]`,
		"预算公开", "预算公布", "预算公示", "决算公开", "决算公布", "决算公示", "名单公开", "名单公布", "名单公示", "金额公开", "金额公布", "金额公示", "标准公开", "标准公布", "标准公示")
	// led clauses say under what or by what something is done, and have no predicate.
	ledClause = pattern.New(`^在[^，]{2,40}(?:领导下|指导下|支持下|帮助下|关心下|部署下|推动下|下)$|^(?:按照|根据|依照|依据|结合)[^，]{2,40}(?:要求|规定|部署|精神|安排|实际)$`, "下", "要求", "规定", "部署", "精神", "安排", "实际")
	// onward begin what a subject does, beside its adverbs and verbs.
	onward  = pattern.NewWords("公布 紧紧 紧密 把 将 通过 结合 按照 严格 切实 采取 及时")
	ownSelf = pattern.NewWords("我镇 本镇 我乡 本乡 我局 本局 我委 本委 我县 本县 我区 本区 我市 本市 我街道 本街道 我办 本办 本单位 我单位 本机关")
)

// findSaidTwice finds words that say in one clause, or in two that follow each other, what was said.
func findSaidTwice(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	add := func(start, end int, message string) {
		if !chinese.IsQuoted(text, start) {
			faults = append(faults, wordFault{start, end, "“" + excerpt(text[start:end]) + "”" + message, "", Info})
		}
	}
	for at, word := range once.Each(text) {
		if clause := itemOf(text[at+len(word):]); isSaidAgain(clause, word) && leadsClause(text[:at]) {
			add(at, at+len(word)+strings.Index(clause, word)+len(word), "里“"+word+"”用了两次，请删去一个")
		}
	}
	for _, m := range inOneMore.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "说了两遍，请删去一处")
	}
	for _, m := range yearTwice.FindAllStringIndex(text, -1) {
		end := strings.Index(text[m[0]:], "年年度") + len("年年度")
		add(m[0], m[0]+end, "里“年”写了两遍，请删去一个")
	}
	for _, m := range doneTwice.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "里“落实”用了两次，请删去一个")
	}
	for _, m := range aboutTwice.FindAllStringSubmatchIndex(text, -1) {
		word, between := text[m[2]:m[3]], text[m[4]:m[5]]
		if word == text[m[6]:m[7]] && !whoseOwn.In(between) && !strings.HasPrefix(between, "的") && !isOfQuality(between, text[m[7]:]) {
			add(m[0], m[1], "里“"+word+"”用了两次，请删去一个")
		}
	}
	for _, manner := range onceEach {
		for at, word := range manner.words.Each(text) {
			between, behind, again := strings.Cut(restOfClause(text[at+len(word):]), word)
			if again && manner.opens.Begins(between) && (manner.ofList || !strings.Contains(between, "、")) && !isOfQuality(between, behind) {
				add(at, at+len(word)+len(between)+len(word), "里“"+word+"”用了两次，请删去一个")
			}
		}
	}
	for _, m := range guidedTwice.FindAllStringSubmatchIndex(text, -1) {
		if text[m[2]:m[3]] == text[m[4]:m[5]] {
			add(m[0], m[1], "说了两遍，请只留一个")
		}
	}
	for _, m := range mayTwice.FindAllStringSubmatchIndex(text, -1) {
		if text[m[2]:m[3]] == text[m[4]:m[5]] {
			add(m[0], m[1], "写了两遍，请删去一个")
		}
	}
	for _, m := range tellingTwice.FindAllStringSubmatchIndex(text, -1) {
		if word := text[m[2]:m[3]]; word == text[m[4]:m[5]] {
			add(m[2], m[5], "里“"+word+"”前后说了两次，请删去一个")
		}
	}
	for _, m := range alike.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "里几个词的意思一样，请只留一个")
	}
	for _, place := range clausesTwice(text) {
		add(place.Start, place.End, "在这一句里说了两遍，请删去一处")
	}
	for _, m := range madePublicTwice.FindAllStringSubmatchIndex(text, -1) {
		add(m[2], m[5], "里“"+text[m[2]:m[3]]+"”和“"+text[m[4]:m[5]]+"”只用一个")
	}
	for _, m := range twoVerbs.FindAllStringSubmatchIndex(text, -1) {
		add(m[0], m[1], "里“"+text[m[2]:m[3]]+"”和“"+text[m[4]:m[5]]+"”只用一个")
	}
	for _, place := range threeAlike(text) {
		add(place.Start, place.End, "里几个词的意思一样，请只留一个")
	}
	for _, m := range amongTwice.FindAllStringSubmatchIndex(text, -1) {
		add(m[2]-len(lastRunes(text[:m[2]], 6)), m[3], "里已经说了是在哪些中，请删去“其中”")
	}
	if m := in.subjectTwice(text); m.End > 0 {
		add(m.Start, m.End, "里主语说了两遍，请删去一个")
	}
	return s.tellFaults(i, faults)
}

// onceEach are words for how often or how something is done, and what begins the object that stands between two of them: 每季度对……每季度.
var onceEach = []struct {
	words, opens *pattern.Words
	ofList       bool // the object may be a list: items of others may have each its own
}{
	{pattern.NewWords("每半年 每季度 每年 每季 每月 每周 每日 每天"), pattern.NewWords("对 将 把 由 向 在 组织 安排"), true},
	{pattern.NewWords("及时 认真 严格 定期 按时 统一 逐一 逐条 按月 按季度 按期 准确"), pattern.NewWords("将 把 对 向"), false},
}

// isOfQuality says whether the second of two words that are alike, with what stands before and behind it, is a part of another: 将更新的及时性.
func isOfQuality(between, behind string) bool {
	return namesQuality.Ends(between) || namesQuality.Begins(behind) || strings.ContainsAny(lastRune(between), "否未较更够")
}

// clausesTwice lists the clauses that stand once more in their sentence, word for word.
func clausesTwice(text string) (places []chinese.Stretch) {
	const fewest = 6        // characters
	start, sentence := 0, 0 // where the clause and its sentence begin
	for i, r := range text {
		if !chinese.IsOneOf(r, chinese.ClauseEnds) {
			continue
		}
		clause := text[start:i]
		if len(clause) >= fewest*len("字") && chinese.IsHanOnly(clause) && strings.Contains(text[max(sentence, start-chinese.Farthest):start], clause+"，") {
			places = append(places, chinese.Stretch{Start: start, End: i})
		}
		start = i + utf8.RuneLen(r)
		if chinese.IsOneOf(r, "。！？\n") {
			sentence = start
		}
	}
	return places
}

// threeAlike lists where three verbs stand in front of one object that mean the same: 完善健全规范审查制度.
func threeAlike(text string) (places []chinese.Stretch) {
	done := 0 // behind the last place
	for at := bettering.Index(text); at >= 0; {
		rest := text[at:]
		verbs := 0
		for more := true; more; {
			if rest, more = bettering.CutPrefix(rest); more {
				verbs++
			}
		}
		end := len(text) - len(rest)
		if verbs > 2 && !chinese.IsOneOf(chinese.FirstRune(rest), ownNouns) {
			places = append(places, chinese.Stretch{Start: at, End: end})
		}
		done = end
		if at = bettering.Index(text[done:]); at >= 0 {
			at += done
		}
	}
	return places
}

// isSaidAgain says whether a word stands once more in the rest of its clause, in no part of its own.
func isSaidAgain(rest, word string) bool {
	const fewest = 2 // characters between
	before, behind, found := strings.Cut(rest, word)
	return found && behind != "" && utf8.RuneCountInString(before) >= fewest && !chinese.IsOneOf(chinese.FirstRune(lastRune(before)), fresh)
}

// leadsClause says whether nothing but adverbs and who does it stands before a word in its clause.
func leadsClause(before string) bool {
	clause, _ := clauseBefore(before)
	const longest = 10 // characters
	return utf8.RuneCountInString(clause) <= longest && !strings.Contains(clause, "的")
}

// subjectTwice is where the unit names itself again behind no more than its name and by what it does something.
func (in *Input) subjectTwice(text string) (place chinese.Stretch) {
	if !strings.Contains(text, "，我") && !strings.Contains(text, "，本") {
		return place
	}
	core := chinese.CoreOf(in.Report.Unit())
	if core == "" {
		return place
	}
	for at := range chinese.Indexes(text, core) {
		clause, start := chinese.Around(text, at, chinese.ClauseEnds)
		rest := strings.TrimPrefix(strings.TrimPrefix(text[at+len(core):start+len(clause)], "人民政府"), "办事处")
		behind, found := strings.CutPrefix(text[start+len(clause):], "，")
		if !found || at-start > len(core) || !ledClause.MatchString(rest) {
			continue
		}
		if next, again := ownSelf.CutPrefix(behind); again && (adverbial.Begins(next) || doing.Begins(next) || aiming.Begins(next) || needing.Begins(next) || onward.Begins(next)) {
			return chinese.Stretch{Start: at, End: len(text) - len(next)}
		}
	}
	return place
}
