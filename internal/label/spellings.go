package label

import (
	"slices"
	"strings"
)

// spelling is how copies of reports write a label, as seen in real ones. Labels without one are written as prescribed; the number in
// front may always be missing, and 其他 be 其它.
type spelling struct {
	of []string // letters of the label in the editions
	as []string // [letters that may be missing], {one|or another}; behind # the number is needed, since the rest may be something else
}

var spellings = []spelling{
	{[]string{"一总体情况"}, []string{"#总体情况"}},
	{[]string{"二主动公开政府信息情况"}, []string{"[行政机关]主动公开政府信息[的]情况"}},
	{[]string{"三收到和处理政府信息公开申请情况"}, []string{"[是]收到和处理政府信息公开申请[的]情况"}},
	{[]string{"四政府信息公开行政复议行政诉讼情况"}, []string{"[因]政府信息公开[工作][被][申请]行政[法]复议[和][提起]行政诉讼[的]情况"}},
	{[]string{"五存在的主要问题及改进情况"}, []string{"[政府信息公开工作]存在[的][主要]问题{及|和}[改进[情况]]", "[政府信息公开工作]存在[的][主要]问题{及|和}整改措施"}},
	{[]string{"六其他需要报告的事项"}, []string{"其他[需要]报告[的]事项"}},

	{[]string{"本年新制作数量"}, []string{"本年[度][新]制作{数量|件数}"}},
	{[]string{"本年新公开数量"}, []string{"本年[度]新公开{数量|件数}"}},
	{[]string{"对外公开总数量"}, []string{"对外公开[总]{数量|件数|数}"}},
	{[]string{"上一年项目数量"}, []string{"上[一]年[度]项目{数量|件数|数}"}},
	{[]string{"本年增减"}, []string{"本年[度]增减[数量]"}},
	{[]string{"处理决定数量", "本年处理决定数量"}, []string{"[本年[度]]处理{决定|绝对}{数量|件数|数}"}},
	{[]string{"采购项目数量"}, []string{"采购项目[数[量]]"}},
	{[]string{"采购总金额"}, []string{"采购[总]金额"}},
	{[]string{"本年制发件数"}, []string{"本年[度][新]{制发|制|发}{件数|数量|件}"}},
	{[]string{"本年废止件数"}, []string{"[本年[度]][新]废止{件数|数量|件}"}},
	{[]string{"现行有效件数"}, []string{"现行有效{件数|数量|件}"}},
	{[]string{"本年收费金额单位万元"}, []string{"本年[度]收费金额[单位[万]元]"}},
	{[]string{"规范性文件", "行政规范性文件"}, []string{"[行政]规范性文件"}},

	{[]string{"本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和"}, []string{"本列数据的{勾|钩}稽关系[为]第一项加第二项之和等于第三项加第四项之和"}},
	{[]string{"自然人"}, []string{"{自然人|公民}"}},
	{[]string{"科研机构"}, []string{"科研{机构|单位}"}},
	{[]string{"社会公益组织"}, []string{"社会公益[组织]", "社会组织"}},
	{[]string{"法律服务机构"}, []string{"法律服务[机构]", "法律机构"}},
	{[]string{"总计"}, []string{"{总|合}计"}},
	{[]string{"一本年新收政府信息公开申请数量"}, []string{"本年[度]新收政府信息公开[申请][数[量]]"}},
	{[]string{"二上年结转政府信息公开申请数量"}, []string{"上[一]年[度]结转政府信息公开[申请][数[量]]"}},
	{[]string{"二部分公开区分处理的只计这一情形不计其他情形"}, []string{"部分公开[区分处理的只计这一情形不计其他情形]"}},
	{[]string{"2.其他法律行政法规禁止公开"}, []string{"其他法律行政[法[规]]{禁止|止|禁}公开"}},
	{[]string{"7.属于行政执法案卷"}, []string{"属于行政执法案卷[信息]"}},
	{[]string{"六其他处理"}, []string{"其他处理", "#其他"}},
	{[]string{"1.申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请"}, []string{"申请人无正当理由逾期不补正[行政机关不再处理其政府信息公开申请]"}},
	{[]string{"2.申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请"}, []string{"申请人逾期未按收费通知要求缴纳费用[行政机关不再处理其政府信息公开申请]"}},
	{[]string{"3.其他"}, []string{"#其他"}},
	{[]string{"七总计"}, []string{"#{总|合}计"}},
	{[]string{"四结转下年度继续办理"}, []string{"结转下[一]年[度]继续办理"}},
}

// spellingOf is how a label is written, by its letters.
func spellingOf(letters string) spelling {
	for _, s := range spellings {
		if slices.Contains(s.of, letters) {
			return s
		}
	}
	if numeral, ok := strings.CutPrefix(letters, "第二十条第"); ok {
		return spelling{[]string{letters}, []string{"第二十条第" + strings.TrimSuffix(numeral, "项") + "[项]"}}
	}
	return spelling{[]string{letters}, []string{strings.TrimPrefix(letters, numberOf(letters))}}
}

// foreign is what copies have and no edition has, and words that are no label though one begins them.
var foreign = []struct {
	table     Table
	kind      Kind
	key       string
	spellings []string
}{
	{Proactive, Foreign, "", []string{"其他主动公开文件"}},
	{Proactive, Torn, "", []string{"本年[度]新"}},
	{Proactive, Caption, "", []string{"第二十条第"}},
	{Proactive, word, "", []string{"规章制度", "本年[度]新{制|公}"}},
	{Requests, word, "", []string{"其他法律", "其他处", "3.其他{法|处}"}},
}

// expand lists what a pattern stands for.
func expand(pattern string) []string {
	open := strings.IndexAny(pattern, "[{")
	if open < 0 {
		return variants(pattern)
	}
	depth, from := 0, open+1
	var inner []string
	for i := open; ; i++ {
		switch pattern[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if depth == 0 || depth == 1 && pattern[i] == '|' {
			inner = append(inner, pattern[from:i])
			from = i + 1
		}
		if depth > 0 {
			continue
		}
		if pattern[open] == '[' {
			inner = append(inner, "")
		}
		var all []string
		for _, choice := range inner {
			for _, rest := range expand(pattern[i+1:]) {
				for _, head := range variants(pattern[:open]) {
					for _, middle := range expand(choice) {
						all = append(all, head+middle+rest)
					}
				}
			}
		}
		return all
	}
}

// variants are plain letters, and the same with 其它.
func variants(letters string) []string {
	if strings.Contains(letters, "其他") {
		return []string{letters, strings.Replace(letters, "其他", "其它", 1)}
	}
	return []string{letters}
}

// Spellings lists how copies write a label of the form, by its letters and without the number in front; with the number that it has there,
// "" for none. Those of numbered are the label only behind that number, since they may be something else.
func Spellings(words string) (number string, bare, numbered []string) {
	letters := Letters(Fold(words).Text)
	number = numberOf(letters)
	for _, pattern := range spellingOf(letters).as {
		if rest, ok := strings.CutPrefix(pattern, "#"); ok {
			numbered = append(numbered, expand(rest)...)
		} else {
			bare = append(bare, expand(pattern)...)
		}
	}
	return strings.TrimSuffix(number, "."), bare, numbered
}
