package check

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var repeatedWord = Rule{
	ID: "repeated-word", Level: Info, Title: "没有多打的字：镇镇、的的、3件件", Citation: "公文校核的通行要求",
	Find: onFilled(findRepeatedWord),
	Cases: []Case{
		{Why: "单位名称后面又写了“镇”", Set: []Entry{{"narrative.other", "清溪镇镇人民政府未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "街道写了两遍", Set: []Entry{{"narrative.other", "望江街道街道办事处未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "多打一个“的”", Set: []Entry{{"narrative.other", "没有收费的的情形。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "量词重复", Set: []Entry{{"narrative.other", "公开信息320条条，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "词重复", Set: []Entry{{"narrative.other", "按照按照规定，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "句末的词重复", Set: []Entry{{"narrative.other", "做好政府信息公开工作工作。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "一个字多打了", Set: []Entry{{"narrative.other", "可在镇政府门户网网上查看，解决倾向性性问题，年内新开开设专栏，推进进政务公开。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "句子中间的词重复", Set: []Entry{{"narrative.other", "本镇政务政务信息按月发布，信息处理费未收取。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "半个词带着下一个词", Set: []Entry{{"narrative.other", "如对如对信息处理费有疑问，请来电。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "地名的末字碰上“街道”", Set: []Entry{{"narrative.other", "东城街街道、前进街街道、市市场监管局都没有收取信息处理费。"}}},
		{Why: "词尾碰上词头", Set: []Entry{{"narrative.other", "主动公开公开目录，推进进一步规范，面对面对接群众，公开开设专栏，政府网网址不变，公益性性质不变，点对点对接，成立由主任任组长的小组。"}}},
		{Why: "叠字是词", Set: []Entry{{"narrative.other", "村村通广播，户户有明白卡，家家天天看得到，处处有人人管，层层落实，渐渐形成习惯。"}}},
		{Why: "成语", Set: []Entry{{"narrative.other", "形形色色的问题，方方面面的意见，都原原本本、清清楚楚地公开，的的确确方便了群众。"}}},
		{Why: "两个词碰在一起", Set: []Entry{{"narrative.other", "区政府政府信息公开办公室、财政局局长、镇长、镇镇长接待日，机关关于公开开展情况的报告告知代表。"}}},
		{Why: "达到目的的办法", Set: []Entry{{"narrative.other", "达到目的的办法是公开。"}}},
		{Why: "区政府前面是区的名称", Set: []Entry{{"narrative.other", "云屏区区政府、清溪镇镇党委都已公开。"}}},
		{Why: "研究研究、一个一个", Set: []Entry{{"narrative.other", "这些事研究研究，一件一件办，很多很多，都要办好。"}}},
	},
}

// doubledCharacters tell of characters that official texts do not double what may stand behind and before two of them that
// belong to two words.
var doubledCharacters = readDoubled()

// neighbours are the characters that make two of a kind the end of one word and the beginning of the next.
type neighbours struct{ before, after string } // before is "" if any will do

func readDoubled() map[rune]neighbours {
	list := map[rune]neighbours{}
	for _, line := range wordLists("doubled.txt")["连打的字"] {
		r := chinese.FirstRune(line)
		after, before, _ := strings.Cut(strings.TrimPrefix(line, string(r)), " 前")
		list[r] = neighbours{before, list[r].after + strings.TrimSpace(after)}
	}
	return list
}

var (
	// compounds are what a unit's last word begins itself: 镇长, 区政府, 局机关.
	compounds = strings.Fields("长 政府 党 委 直 级 属 域 城 里 内 外 上 下 人大 纪 政协 机关 领导 办 财政 社 医 中心 便民 志 情 情况")
	// single characters are never said twice and do not both end and begin words.
	single = "况府众障督栏础绩势讼则却其该此均皆我你他们它这那哪您"
	// classifiers stand behind a number once.
	classifiers = "件条份个次人户名项宗起篇期场处家"
	// never are words that nobody says twice.
	never = strings.Fields("按照 根据 依据 关于 对于 进行 通过 以及 开展 推进 加强 完善 落实 及时 情况 群众 按时 全年 本年 认真 严格 切实 进一步 街道 人民政府 办事处 委员会 本年度 我镇 我乡 我局 我县 我区 我市")
	// again are words that are sometimes said twice; joints end one phrase and begin the next: 主动公开公开目录.
	again  = strings.Fields("研究 讨论 商量 考虑 学习 了解 很多 许多 好多 非常 逐个 逐条 多少 打听 收拾 参考 比较 听听 看看 来回 来来 往往 高高 快快")
	joints = strings.Fields("公开 保障 建设 管理 监督 服务 宣传 评议 考核 更新")
	// heads are what the second of two equal words goes on to: 区政府政府信息, 公开工作工作机制.
	heads = map[string][]string{"政府": {"信息", "网站", "门户", "采购", "文件", "公报", "部门", "工作报告"}, "工作": {"机制", "制度", "人员", "领导", "要点", "方案", "组", "动态", "专班", "任务", "流程"},
		"信息": {"公开", "化", "员", "发布", "管理"}, "政务": {"大厅", "新媒体", "服务中心"}, "制度": {"化"}, "办公室": {"主任", "副主任", "负责人"}, "群众": {"路线"}}
)

func findRepeatedWord(_ *Input, s section, i int) []Finding {
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
		words := string(text[place.Start:place.End])
		faults = append(faults, fault{words: quoteAround(text, place), message: "“" + quoteAround(text, place) + "”里的“" + words + "”像是多打了，请核对。",
			expected: string(text[place.Start+size : place.End]), actual: words})
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

// isRepeatedCharacter says whether the character at k, the same as the one before it, is one too many.
func isRepeatedCharacter(text []rune, k int) bool {
	before, next := chinese.RuneAt(text, k-2), chinese.RuneAt(text, k+1)
	after := string(text[k+1 : min(len(text), k+5)])
	r := text[k]
	isPair := next != 0 && next == chinese.RuneAt(text, k+2) || before != 0 && before == chinese.RuneAt(text, k-3) // 清清楚楚
	if beside, known := doubledCharacters[r]; known && !isPair {
		word := chinese.IsOneOf(next, beside.after) && (beside.before == "" || chinese.IsOneOf(before, beside.before))
		return !word
	}
	switch {
	case r == '的':
		return !chinese.IsOneOf(before, "目标") && !chinese.StartsWithAny(after, []string{"确", "士"})
	case chinese.IsOneOf(r, single):
		return true
	case chinese.IsOneOf(r, classifiers):
		return unicode.IsDigit(before)
	case strings.Contains("镇乡县市区局委", string(r)):
		return chinese.IsHan(before) && isRepeatedEnding(string(r), before, after)
	}
	return false
}

// isRepeatedEnding tells 清溪镇镇人民政府 from 清溪镇镇长, and both from 乡乡通 and 区区小事.
func isRepeatedEnding(ending string, before rune, after string) bool {
	if strings.HasPrefix(after, "人民政府") {
		return true
	}
	return ending == "镇" && !chinese.StartsWithAny(after, compounds) && !chinese.IsOneOf(before, "乡村城")
}

// isRepeatedWord says whether the word of some characters that ends at k, the same as the one before it, is one too many.
func isRepeatedWord(text []rune, k, size int) bool {
	word := string(text[k+1-size : k+1])
	switch after := string(text[k+1 : min(len(text), k+5)]); {
	case strings.ContainsFunc(word, func(r rune) bool { return !chinese.IsHan(r) }):
		return false
	case slices.Contains(never, word):
		return true
	case strings.ContainsAny(word, "一二两三几到与和比") || strings.Contains(word, "对") && !chinese.StartsWithAny(word, []string{"如", "针", "应", "核"}): // 一个一个, 企业对企业
		return false
	case slices.Contains(again, word):
		return false
	case slices.Contains(joints, word):
		before, next := chinese.RuneAt(text, k-2*size), chinese.RuneAt(text, k+1)
		return chinese.IsPause(next) || next == 0 || chinese.IsPause(before) || before == 0
	default:
		return !chinese.StartsWithAny(after, heads[word])
	}
}
