package check

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var repeatedWord = Rule{
	ID: "repeated-word", Level: Info, Spelling: true, Title: "没有多打的字：镇镇、的的、3件件；一句里不把一件事说两遍", Citation: "公文校核的通行要求",
	Find: onFilled(findAnyRepeated), InFields: inFields(findRepeatedWord, freeTexts),
	Cases: func() []Case {
		return []Case{
			{Why: "单位名称后面又写了“镇”", Set: []Entry{{"narrative.other", "清溪镇镇人民政府未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "街道写了两遍", Set: []Entry{{"narrative.other", "望江街道街道办事处未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "多打一个“的”", Set: []Entry{{"narrative.other", "没有收费的的情形。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "量词重复", Set: []Entry{{"narrative.other", "公开信息320条条，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "词重复", Set: []Entry{{"narrative.other", "按照按照规定，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "句末的词重复", Set: []Entry{{"narrative.other", "做好政府信息公开工作工作。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "一个字多打了", Set: []Entry{{"narrative.other", "可在镇政府门户网网上查看，解决倾向性性问题，年内新开开设专栏，推进进政务公开。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "句子中间的词重复", Set: []Entry{{"narrative.other", "本镇政务政务信息按月发布，信息处理费未收取。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "字的两头接不上", Set: []Entry{{"narrative.other", "切切实实保障，切实实保障；药品品安全，获得感感，事事有有着落，街道道党工委，办公室室联合。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "两个“政府”前面不是地名", Set: []Entry{{"narrative.other", "持续加强政府政府信息公开专栏建设。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "后一个“公开”带着宾语", Set: []Entry{{"narrative.other", "及时公开公开群众关心的热点问题。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "县写了两遍", Set: []Entry{{"narrative.other", "青垣县县未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "半个词带着下一个词", Set: []Entry{{"narrative.other", "如对如对信息处理费有疑问，请来电。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "地名的末字碰上“街道”", Set: []Entry{{"narrative.other", "东城街街道、前进街街道、市市场监管局都没有收取信息处理费。"}}},
			{Why: "词尾碰上词头", Set: []Entry{{"narrative.other", "主动公开公开目录，推进进一步规范，面对面对接群众，公开开设专栏，政府网网址不变，公益性性质不变，点对点对接，成立由主任任组长的小组。"}}},
			{Why: "叠字是词", Set: []Entry{{"narrative.other", "村村通广播，户户有明白卡，家家天天看得到，处处有人人管，层层落实，渐渐形成习惯。"}}},
			{Why: "成语", Set: []Entry{{"narrative.other", "形形色色的问题，方方面面的意见，都原原本本、清清楚楚地公开，的的确确方便了群众。"}}},
			{Why: "两个词碰在一起", Set: []Entry{{"narrative.other", "区政府政府信息公开办公室、财政局局长、镇长、镇镇长接待日，机关关于公开开展情况的报告告知代表。"}}},
			{Why: "前一个词的末字是后一个词的首字", Set: []Entry{{"narrative.other", "卫生院院长、公安安全、财政政策、还有有关部门、没有有效期、各县县城、区政府政府信息公开科、社区区位，科研院所所提，生生不息，亮堂堂的大厅，天天向上，街街道办、街道道路。"}}},
			{Why: "须经经办人，将工作作如下报告，环环公开", Set: []Entry{{"narrative.other", "公开内容须经经办人初核，将收费工作作如下报告，环环公开，槿城市城市更新局配合。"}}},
			{Why: "镇务公开、常态化化解、入群群众", Set: []Entry{{"narrative.other", "全镇镇务公开栏公布收费标准，矛盾纠纷常态化化解，微信群有入群群众9000人。"}}},
			{Why: "达到目的的办法", Set: []Entry{{"narrative.other", "达到目的的办法是公开。"}}},
			{Why: "区政府前面是区的名称", Set: []Entry{{"narrative.other", "云屏区区政府、清溪镇镇党委都已公开。"}}},
			{Why: "校对对地名、理由由谁写：前一个词以后一个字结尾", Set: []Entry{{"narrative.other", "人工校对对地名最管用，核对对账单，不予公开的理由由经办人写明，两个栏目合并并更名，该行为为初犯，公众参与与监督并重。"}}},
			{Why: "针对对", Set: []Entry{{"narrative.other", "针对对群众的疑问，逐条答复。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "句首的“并并”", Set: []Entry{{"narrative.other", "没有收取信息处理费，并并通报各站所。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "汉字写的年份", Set: []Entry{{"narrative.other", "二〇二二年、二零二二年和一九九八年都未收取信息处理费。"}}},
			{Why: "汉字年份里多打了一个字", Set: []Entry{{"narrative.other", "二〇二四四年未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "内容容易、签收收据、代表表决", Set: []Entry{{"narrative.other", "内容容易看懂，邮局签收收据留存，居民代表表决通过，征收收储的土地都已公布。"}}},
			{Why: "公路路产、铁路路网", Set: []Entry{{"narrative.other", "公路路产登记、铁路路网规划都已公布，片区征收收尾，未收取信息处理费。"}}},
			{Why: "栏目和活动的名称", Set: []Entry{{"narrative.other", "广播《路路通》栏目、“平安安宜”矩阵和“清清荻塘”活动都没有收取信息处理费。"}}},
			{Why: "引号里的一句话", Set: []Entry{{"narrative.other", "落实“应公开的的信息一律公开”的要求，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "研究研究、一个一个", Set: []Entry{{"narrative.other", "这些事研究研究，一件一件办，很多很多，都要办好。"}}},
			{Why: "平常叠用的字，在词的末尾多打了", Set: []Entry{{"narrative.other", "信息处理费情况及时时公开，逐步步推开，逐条条核对，定期期更新，现场场答复，进一步步规范。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "句末的词、名词多打了一个字", Set: []Entry{{"narrative.other", "信息处理费的文件件已公布，做好政策解读读，工作细致致，查阅便捷捷。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "逐步步入、充分分析、定期期刊、现场场地、按时时刻", Set: []Entry{{"narrative.other", "逐步步入正轨，充分分析原因，重点点评栏目，应当当场答复，圆满满足需要，日常常态化更新，全年年均收费，农村村民，一致致力于公开，时时留意，处处留心，步步为营，层层负责，件件落实，村村有公开栏，随时随地，一步步推开，面对面、点对点，加快快递进村，农户户籍信息未公开，乡村村级账目，个人人身信息未公开，没有收取信息处理费。"}}},
			{Why: "地名里的叠字", Set: []Entry{{"unit.name", "澄河县和和村镇人民政府"}, {"narrative.preface", "澄河县和和村镇编制本报告。"}, {"narrative.other", "和和村镇未收取信息处理费。兴兴村也没有。"}}},
			{Why: "“和和”后面是村委会，不是地名", Set: []Entry{{"narrative.other", "镇政府和和村委会都未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "单位名称里的，用到它的文字里不再说", Set: []Entry{{"unit.name", "清溪镇镇人民政府"}, {"narrative.preface", "由{{单位}}编制。"}}, Finds: []form.Key{"unit.name"}},
			{Why: "一句里的话说了两遍，公布了又公开", Set: []Entry{{"narrative.other", "围绕收费，切实加强组织领导，规范内容，切实加强组织领导，未收取信息处理费。\n公布2025年度部门预算公开，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "各句都有的话，公开与预算公开", Set: []Entry{{"narrative.other", "切实加强组织领导，规范内容。切实加强组织领导，未收取信息处理费，公开指南、做好预算公开。"}}},
			{Why: "动词多了一个", Set: []Entry{{"narrative.other", "给予申请人进行书面答复，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "两个动词各有宾语", Set: []Entry{{"narrative.other", "给予答复，进行登记，予以公开、进行公示，未收取信息处理费。"}}},
			{Why: "一句里说了两次", Set: []Entry{{"narrative.other", "镇政府确保公布的信息确保内容真实，未收取信息处理费。\n严格执行有关收费公开的有关规定。\n镇政府每季度对各部门、各村收费情况每季度开展检查。\n办公室及时将收费标准及时上传。\n可登录可以登录县政府网站查阅。\n向群众公布减免对象的名单公布，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other", "narrative.other", "narrative.other", "narrative.other", "narrative.other", "narrative.other"}},
			{Why: "各说各的", Set: []Entry{{"narrative.other", "确保能公开的确保公开，有关部门的有关负责人参加，与收费有关的有关文件、相关单位的相关制度已公开，每季度检查、每季度通报，及时将群众反映的不及时问题和及时率上报，主动将收费标准主动公开，向社会公开收费信息，公开内容合规，未收取信息处理费。"}}},
			{Why: "以同样的话为指导、为指引", Set: []Entry{{"narrative.other", "坚持以法治思想为指导，以法治思想为指引，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "以两样为指导", Set: []Entry{{"narrative.other", "坚持以法治思想为指导，以群众需求为导向，未收取信息处理费。"}}},
			{Why: "几个词的意思一样", Set: []Entry{{"narrative.other", "进一步拓宽扩展公开渠道。\n将收费公开纳入列入重点工作。\n有力推动了促进了基层治理。\n完善健全规范收费公示制度。"}}, Finds: []form.Key{"narrative.other", "narrative.other", "narrative.other", "narrative.other"}},
			{Why: "两个词并列", Set: []Entry{{"narrative.other", "健全完善规范化的制度，规范完善流程，建立健全规范有序的机制，巩固提升成效，完善健全制度，推动了公开，促进了监督，未收取信息处理费。"}}},
			{Why: "信息中，其中", Set: []Entry{{"narrative.other", "在公开的90条信息中，其中涉及收费的有5条。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "主语说了两遍", Set: []Entry{{"narrative.other", "2025年，清溪镇在县政务公开主管部门的指导下，我镇公布了收费标准。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "主语各有各的", Set: []Entry{{"narrative.other", "清溪镇高度重视收费公开，我镇主要领导多次过问。在清溪镇的指导下，我镇各村都已公布。清溪镇按照上级要求，我镇各村配合，未收取信息处理费。"}}},
			{Why: "依据同一件的两条，或者两件", Set: []Entry{{"narrative.other", "按照《条例》第五十条，依照《规定》编制。依据《条例》编制本报告。按照《条例》公开，未收取信息处理费。"}}},
			{Why: "综合办办公室", Set: []Entry{{"narrative.other", "由镇综合办办公室公布收费标准。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "综合办办理，今年说的是另一句", Set: []Entry{{"narrative.other", "由镇综合办办理减免事项。2025年，清溪镇公布了收费标准，今年未收取信息处理费。"}}},
			{Why: "有关的信息的有关栏目、有关单位的有关意见，主语不同", Set: []Entry{{"narrative.other", "与收费有关的信息的有关栏目已更新，对有关单位提出的有关意见作了答复。清溪镇结合工作实际，本镇户籍人口较多，采取了多种方式，未收取信息处理费。"}}},
			{Why: "“可以”和“在”说了两遍", Set: []Entry{{"narrative.overview", "全文可在可以在市政府网站查阅。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "“年”写了两遍", Set: []Entry{{"narrative.overview", "2025年年度，清溪镇收到申请3件，编制2025年年度报告。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "“落实”用了两次", Set: []Entry{{"narrative.overview", "每月检查，落实重点栏目的更新落实情况。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
		}
	},
}

// neighbours are the characters that make two of a kind the end of one word and the beginning of the next.
type neighbours struct {
	before string // what may stand before the first; "" if anything may
	after  string // what may stand behind the second
}

// doublings are what is known of characters and words that stand twice. They are read when the first such place is met.
type doublings struct {
	free, endings string          // characters that make a word doubled, by themselves or behind another (亮堂堂)
	idioms        map[rune]string // what stands behind them where they are doubled in idioms
	notBehind     map[rune]string // what free ones are not doubled behind
	notBefore     map[rune]string // and what before, but where the first of them ends a word
	wordEnds      map[rune][]wordEnd
	alone         map[rune]string // what makes a word with the first, so that the second stands by itself: 校对对地名
	neighbours    map[rune]neighbours
	again, never  map[string]bool
	joints        map[string]joint
}

// wordEnd is a word whose last character is not doubled, though it is elsewhere: 及时, but 时时. The second one may begin the next word with
// one of the characters of goesOn: 逐步步入.
type wordEnd struct{ word, goesOn string }

// joint is what makes a word that stands twice the end of one phrase and the beginning of the next: 主动公开公开目录.
type joint struct{ before, after []string } // before is empty if any word may stand there

var doubled = sync.OnceValue(func() *doublings {
	lists, others := wordLists{file: &doubledFile}, wordLists{file: &neighboursFile}
	d := &doublings{
		free: strings.Join(lists.list("叠用的字"), ""), endings: strings.Join(lists.list("后叠的字"), ""),
		idioms: map[rune]string{}, notBehind: map[rune]string{}, notBefore: map[rune]string{}, wordEnds: map[rune][]wordEnd{}, alone: map[rune]string{}, neighbours: map[rune]neighbours{}, joints: map[string]joint{},
		again: setOf(lists.list("叠用的词")), never: setOf(lists.list("不叠用的词")),
	}
	for name, known := range map[string]map[rune]string{"成语里的叠字": d.idioms, "不接叠字的字": d.notBehind, "叠字不接的字": d.notBefore, "自成一词的字": d.alone} {
		for _, line := range lists.list(name) {
			word, beside, _ := strings.Cut(line, "：")
			known[chinese.FirstRune(word)] = beside
		}
	}
	for _, line := range lists.list("词末不叠的字") {
		words, goesOn, _ := strings.Cut(line, "：")
		for _, word := range strings.Fields(words) {
			last, _ := utf8.DecodeLastRuneInString(word)
			d.wordEnds[last] = append(d.wordEnds[last], wordEnd{word, goesOn})
		}
	}
	for _, line := range others.list("前后的字") {
		word, rest, _ := strings.Cut(line, " 后")
		after, before, _ := strings.Cut(rest, " 前")
		d.neighbours[chinese.FirstRune(word)] = neighbours{before, after}
	}
	tuned := map[rune]neighbours{}
	for _, line := range lists.list("连打的字") {
		r := chinese.FirstRune(line)
		after, before, _ := strings.Cut(strings.TrimPrefix(line, string(r)), " 前")
		tuned[r] = neighbours{before, tuned[r].after + strings.TrimSpace(after)}
	}
	for r, beside := range tuned {
		switch beside.before {
		case "":
			beside.before = d.neighbours[r].before
		case "*":
			beside.before = ""
		}
		d.neighbours[r] = beside
	}
	for _, line := range lists.list("首尾相接的词") {
		word, rest, _ := strings.Cut(line, "：")
		after, before, _ := strings.Cut(rest, " 前 ")
		d.joints[word] = joint{strings.Fields(before), strings.Fields(after)}
	}
	return d
})

// setOf is the words of a list's lines.
func setOf(lines []string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines {
		for _, word := range strings.Fields(line) {
			set[word] = true
		}
	}
	return set
}

var (
	// compounds are what a unit's last word begins itself: 镇长, 区政府, 局机关.
	compounds = pattern.NewWords("东 南 西 北 长 务公开 务会 政府 党 委 直 级 属 域 城 里 内 外 上 下 人大 纪 政协 机关 领导 办 财政 社 医 中心 便民 志 情 情况 民 区 划 貌 位 乡 镇 村 街 道 际 面")
	// led are what has a head: 站长, 街长, 河长.
	led = "镇乡县市区局委站科校社厂街河田林路湖院所处室部厅村州省组队会股班"
	// throughout are what is said of every one of a kind: 乡乡通.
	throughout = pattern.NewWords("通 有 都 建 设 达 创 全 覆盖")
	// everyOne are characters that doubled mean every one: what is doubled behind them is no part of their word.
	everyOne = "事件人家户村天年月日处层步样条项句次个"
	// classifiers stand behind a number once.
	classifiers = "件条份个次人户名项宗起篇期场处家批册"
)

// isInName says whether a stretch stands in the quoted name of something: 《路路通》, “平安安宜”. A longer quotation is a sentence.
func isInName(text []rune, place chinese.Stretch) bool {
	const longest = 4 // characters
	for _, marks := range []string{"“”", "《》", "「」"} {
		opens, closes := []rune(marks)[0], []rune(marks)[1]
		before := text[max(0, place.Start-longest):place.Start]
		open := len(before) - 1
		for open >= 0 && before[open] != opens && before[open] != closes {
			open--
		}
		behind := text[place.End:min(len(text), place.End+longest)]
		if end := slices.Index(behind, closes); open >= 0 && before[open] == opens && end >= 0 && len(before)-1-open+place.End-place.Start+end <= longest {
			return true
		}
	}
	return false
}

// isInPlaceName says whether a character stands twice in the name of the unit, or of a village at the head of a clause: 和和村镇, 和和村. What
// names of units end in is typed once too many there as well: 清溪镇镇人民政府.
func isInPlaceName(unit string, text []rune, place chinese.Stretch) bool {
	const endings = "镇乡县市区街道局委厅办处人民政府"
	if place.End-place.Start != 2 || chinese.IsOneOf(text[place.Start], endings) {
		return false
	}
	before, after := chinese.RuneAt(text, place.Start-1), string(text[place.End:min(len(text), place.End+2)])
	if strings.Contains(unit, string(text[place.Start:place.End])+chinese.Clip(after, 1)) {
		return after != ""
	}
	return !chinese.IsHan(before) && hamlets.Begins(after) && !ofVillages.Begins(after)
}

// hamlets are what names of small places end in, ofVillages words that begin with it and are none.
var (
	hamlets    = pattern.NewWords("村 庄 寨 屯 堡 湾 沟 坝 社区 嘎查")
	ofVillages = pattern.NewWords("村委 村民 村级 村务 村干 村里 村两 村组 村支 村镇 村屯 村集 村社 村规 村医 村卫")
)

func findAnyRepeated(in *Input, s section, i int) []Finding {
	return append(findRepeatedWord(in, s, i), findSaidTwice(in, s, i)...)
}

func findRepeatedWord(in *Input, s section, i int) []Finding {
	text := []rune(s.paragraphs[i].Text)
	var faults []fault
	done := 0 // behind the last fault
	for k := 1; k < len(text); k++ {
		size := repeatedAt(text, k)
		if size == 0 || k+1-2*size < done {
			continue
		}
		done = k + 1
		place := chinese.Stretch{Start: k + 1 - 2*size, End: k + 1}
		if isInName(text, place) || isInPlaceName(in.Report.Unit(), text, place) {
			continue
		}
		words := string(text[place.Start:place.End])
		once := string(text[place.Start+size : place.End])
		faults = append(faults, fault{words: quoteAround(text, place), wrong: words, message: "“" + quoteAround(text, place) + "”里的“" + words + "”像是多打了一个“" + once + "”，请核对。",
			expected: once, actual: words})
	}
	return s.gathered(i, faults)
}

// longestRepeated is how many characters words have that are looked for twice.
const longestRepeated = 8

// repeatedAt is how many characters the word has that ends at k and is one too many; 0 if none is.
func repeatedAt(text []rune, k int) int {
	if !chinese.IsHan(text[k]) {
		return 0
	}
	if text[k] == text[k-1] {
		if isRepeatedCharacter(text, k) {
			return 1
		}
		return 0
	}
	for size := 2; size <= longestRepeated && 2*size <= k+1; size++ {
		if text[k] == text[k-size] && slices.Equal(text[k+1-size:k+1], text[k+1-2*size:k+1-size]) && isRepeatedWord(text, k, size) {
			return size
		}
	}
	return 0
}

// isRepeatedCharacter says whether the character at k, the same as the one before it, is one too many. It is none where two of
// it are a word, and where the first ends a word and the second begins one.
func isRepeatedCharacter(text []rune, k int) bool {
	before, next := chinese.RuneAt(text, k-2), chinese.RuneAt(text, k+1)
	r, d := text[k], doubled()
	isMore := next == r || before == r
	isPair := chinese.IsHan(next) && next == chinese.RuneAt(text, k+2) || chinese.IsHan(before) && before == chinese.RuneAt(text, k-3) && !chinese.IsOneOf(before, everyOne) // 清清楚楚, but 事事有有
	after := string(text[k+1 : min(len(text), k+5)])
	switch beside, known := d.neighbours[r]; {
	case chinese.IsOneOf(r, classifiers) && unicode.IsDigit(before):
		return !isMore
	case before != 0 && chinese.IsOneOf(before, d.notBehind[r]):
		return !isMore && !isPair
	case !isMore && !isPair && d.endsWord(text, k):
		return true
	case next != 0 && chinese.IsOneOf(next, d.notBefore[r]) && !isMore && !isPair:
		return chinese.IsHan(before) && beside.before != "" && !chinese.IsOneOf(before, beside.before)
	case chinese.IsOneOf(before, d.alone[r]) && !isMore, isDigitOfYear(text, k):
		return false
	case isMore, isPair, chinese.IsOneOf(r, d.free), chinese.IsOneOf(r, d.endings) && chinese.IsHan(before):
		return false
	case next != 0 && chinese.IsOneOf(next, d.idioms[r]):
		return false
	case r == '的':
		return !chinese.IsOneOf(before, "目标") && !chinese.StartsWithAny(after, []string{"确", "士"})
	case next == '长' && chinese.IsOneOf(r, led), strings.HasPrefix(after, "同志"): // 王强强同志
		return false
	case strings.ContainsRune("镇乡县市区", r):
		return isRepeatedEnding(string(r), before, after)
	default:
		word := chinese.IsOneOf(next, beside.after) && (beside.before == "" || chinese.IsOneOf(before, beside.before))
		return known && !word
	}
}

// endsWord says whether the character at k stands once more behind a word that ends in it, and begins none itself.
func (d *doublings) endsWord(text []rune, k int) bool {
	before, next := string(text[max(0, k-3):k]), chinese.RuneAt(text, k+1)
	return slices.ContainsFunc(d.wordEnds[text[k]], func(w wordEnd) bool {
		return strings.HasSuffix(before, w.word) && (next == 0 || !chinese.IsOneOf(next, w.goesOn))
	})
}

// isDigitOfYear says whether the digit at k is one of four: 二〇二二年; one more than four is typed twice.
func isDigitOfYear(text []rune, k int) bool {
	const digits, ofYear = "〇○零一二三四五六七八九", 4
	start, end := k, k
	for start > max(0, k-ofYear) && chinese.IsOneOf(text[start-1], digits) {
		start--
	}
	for end < min(len(text), k+ofYear+1) && chinese.IsOneOf(text[end], digits) {
		end++
	}
	return end-start == ofYear
}

// isRepeatedEnding tells 清溪镇镇人民政府 from 清溪镇镇长, and both from 乡乡通 and 区区小事.
func isRepeatedEnding(ending string, before rune, after string) bool {
	if !chinese.IsHan(before) { // 镇镇主要领导, but 村村通, 乡镇镇
		return chinese.StartsWithAny(after, []string{"主要领导", "分管领导", "政府信息", "党政", "级"})
	}
	if strings.HasPrefix(after, "人民政府") || !chinese.IsHan(chinese.FirstRune(after)) {
		return true
	}
	if !chinese.IsOneOf(chinese.FirstRune(ending), "镇乡县") || chinese.IsOneOf(before, "乡村城") {
		return false
	}
	return !compounds.Begins(after) && !throughout.Begins(after)
}

// isRepeatedWord says whether the word of some characters that ends at k, the same as the one before it, is one too many.
func isRepeatedWord(text []rune, k, size int) bool {
	word, d := string(text[k+1-size:k+1]), doubled()
	switch {
	case !chinese.IsHanOnly(word):
		return false
	case chinese.RuneAt(text, k+1) == text[k+1-size]: // 务服务服务: 服务 will be looked at
		return false
	case d.never[word]:
		return true
	case strings.ContainsAny(word, "一二两三几到与和比") || strings.HasPrefix(word, "手") || strings.Contains(word, "对") && !chinese.StartsWithAny(word, []string{"如", "针", "应", "核"}): // 一个一个, 企业对企业
		return false
	case d.again[word]:
		return false
	}
	phrase, known := d.joints[word]
	before := string(text[max(0, k+1-2*size-4) : k+1-2*size])
	last, _ := utf8.DecodeLastRuneInString(before)
	joined := known && chinese.IsHan(last) && chinese.StartsWithAny(string(text[k+1:min(len(text), k+5)]), phrase.after) &&
		(len(phrase.before) == 0 || chinese.EndsWithAny(before, phrase.before))
	return !joined
}
