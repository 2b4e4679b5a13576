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
		{Why: "叠字是词", Set: []Entry{{"narrative.other", "村村通广播，户户有明白卡，家家天天看得到，处处有人人管，层层落实，渐渐形成习惯。"}}},
		{Why: "成语", Set: []Entry{{"narrative.other", "形形色色的问题，方方面面的意见，都原原本本、清清楚楚地公开，的的确确方便了群众。"}}},
		{Why: "两个词碰在一起", Set: []Entry{{"narrative.other", "区政府政府信息公开办公室、财政局局长、镇长、镇镇长接待日，机关关于公开开展情况的报告告知代表。"}}},
		{Why: "达到目的的办法", Set: []Entry{{"narrative.other", "达到目的的办法是公开。"}}},
		{Why: "区政府前面是区的名称", Set: []Entry{{"narrative.other", "云屏区区政府、清溪镇镇党委都已公开。"}}},
		{Why: "研究研究、一个一个", Set: []Entry{{"narrative.other", "这些事研究研究，一件一件办，很多很多，都要办好。"}}},
	},
}

var (
	// compounds are what a unit's last word begins itself: 镇长, 区政府, 局机关.
	compounds = strings.Fields("长 政府 党 委 直 级 属 域 城 里 内 外 上 下 人大 纪 政协 机关 领导 办 财政 社 医 中心 便民 志 情 情况")
	// single characters are never said twice and do not both end and begin words.
	single = "况府众障督栏础绩势讼则却其该此均皆我你他们它这那哪您"
	// classifiers stand behind a number once.
	classifiers = "件条份个次人户名项宗起篇期场处家"
	// prepositions and the like are never said twice.
	never = strings.Fields("按照 根据 依据 关于 对于 进行 通过 以及 开展 推进 加强 完善 落实 及时 情况 群众 按时 全年 本年 认真 严格 切实 进一步 街道 人民政府 办事处 委员会 本年度 我镇 我乡 我局 我县 我区 我市")
	// again are words that are sometimes said twice.
	again = strings.Fields("研究 讨论 商量 考虑 学习 了解 很多 许多 好多 非常 逐个 逐条 多少 一个 打听 收拾 参考 比较 听听 看看 来回")
)

func findRepeatedWord(_ *Input, s section, i int) []Finding {
	text := []rune(s.paragraphs[i].Text)
	for k := 1; k < len(text); k++ {
		if !chinese.IsHan(text[k]) {
			continue
		}
		size := 0
		switch {
		case text[k] == text[k-1] && isRepeatedCharacter(text, k):
			size = 1
		case k >= 3 && text[k] == text[k-2] && text[k-1] == text[k-3] && text[k] != text[k-1] && isRepeatedWord(text, k, 2):
			size = 2
		case k >= 5 && text[k] == text[k-3] && text[k-1] == text[k-4] && text[k-2] == text[k-5] && isRepeatedWord(text, k, 3):
			size = 3
		case k >= 7 && text[k] == text[k-4] && text[k-1] == text[k-5] && text[k-2] == text[k-6] && text[k-3] == text[k-7] && isRepeatedWord(text, k, 4):
			size = 4
		default:
			continue
		}
		place := chinese.Stretch{Start: k + 1 - 2*size, End: k + 1}
		words := string(text[place.Start:place.End])
		f := s.finding(i, quoteAround(text, place), "“"+words+"”像是多打了，请核对。")
		f.Expected, f.Actual = string(text[place.Start+size:place.End]), words
		return []Finding{f}
	}
	return nil
}

// isRepeatedCharacter says whether the character at k, the same as the one before it, is one too many.
func isRepeatedCharacter(text []rune, k int) bool {
	before, after := chinese.RuneAt(text, k-2), string(text[k+1:min(len(text), k+5)])
	r := text[k]
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
	switch {
	case strings.ContainsFunc(word, func(r rune) bool { return !chinese.IsHan(r) }):
		return false
	case slices.Contains(never, word):
		return true
	case slices.Contains(again, word), strings.ContainsAny(word, "一二两三几对到与和比"): // 一个一个, 企业对企业
		return false
	}
	after := chinese.RuneAt(text, k+1)
	return chinese.IsPause(after) || after == 0
}
