package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const (
	state      = "中华人民共和国"
	regulation = "政府信息公开条例"
	// mostAmiss is how many characters of the regulation's name may be others, missing or too many where the state's name stands before it, so
	// that no other law of the state is as near; without it, one less, since 《政务公开条例》 is the short name of what provinces have.
	mostAmiss = 3
)

// lawCalled finds what is called a regulation: in marks of a title, or behind the state's name, where the last word may be lost.
var lawCalled = pattern.New(`[《〈]([^《》〈〉，。；]{4,24}条例|`+state+`[政府务信息公开]{4,8}(?:条|例)?)[》〉]|(`+state+`\p{Han}{2,12}?条例)`, "条例》", "条例〉", state)

// misnamedLaw lists the places where the regulation is called by a name that is nearly its own: 《政务信息公示条例》. Names with a place before
// them are those of other regulations.
func misnamedLaw(text string) []wordFault {
	if !strings.Contains(text, "条例") && !strings.Contains(text, state) {
		return nil
	}
	var faults []wordFault
	for _, m := range lawCalled.FindAllStringSubmatchIndex(text, -1) {
		start, end := m[2], m[3]
		if start < 0 {
			start, end = m[4], m[5]
		}
		name, ofState := strings.CutPrefix(text[start:end], state)
		most := mostAmiss
		if !ofState {
			most--
		}
		if !ofState && !strings.HasPrefix(name, "政") || !chinese.ContainsAny(name, []string{"信息", "公开", "公示", "公布"}) {
			continue
		}
		if amiss := charactersAmiss(name, regulation); amiss == 0 || amiss > most {
			continue
		}
		due := regulation
		if ofState {
			due = state + regulation
		}
		if behind := text[end:]; strings.HasPrefix(behind, "》条例") && text[start:end]+"条例" == due {
			faults = append(faults, wordFault{start, end + len("》条例"), "“《" + text[start:end] + "》条例”的书名号位置不对，应是“《" + due + "》”", "《" + due + "》", Query})
			continue
		}
		faults = append(faults, wordFault{start, end, "没有“" + told(text[start:end]) + "”这部法规，法规的名称是“" + due + "”", due, Query})
	}
	return faults
}

// orderAsTitle finds the number of an order where the title of what it makes known is due: 《国务院令（第711号）》.
var orderAsTitle = pattern.NewWith("《 〈", `[《〈]([^《》〈〉，。；]*国务院令[^《》〈〉，。；]*)[》〉]`, "国务院令")

// ordersAsLaws lists such places.
func ordersAsLaws(text string) []wordFault {
	var faults []wordFault
	for _, m := range orderAsTitle.FindAllStringSubmatchIndex(text, -1) {
		if words := text[m[2]:m[3]]; !strings.Contains(words, "条例") {
			faults = append(faults, wordFault{m[2], m[3], "“" + told(words) + "”是令的编号，书名号里应写法规的名称，如“" + state + regulation + "”", "", Query})
		}
	}
	return faults
}

const feeRules = "政府信息公开信息处理费管理办法"

// feeRulesCalled finds what the rules on the fee are called.
var feeRulesCalled = pattern.NewWith("条例》 办法》 规定》 细则》 条例〉 办法〉 规定〉 细则〉", `[《〈]([^《》〈〉，。；]{0,16}(?:处理费|信息费)[^《》〈〉，。；]{0,12}(?:条例|办法|规定|细则))[》〉]`, "处理费", "信息费")

// misnamedFeeRules lists the places where these rules are called by a name that is not theirs: 《政府信息公开信息费管理条例》. Names with a place before
// them are those of a province's own.
func misnamedFeeRules(text string) []wordFault {
	var faults []wordFault
	for _, m := range feeRulesCalled.FindAllStringSubmatchIndex(text, -1) {
		const most = 6 // characters amiss
		if name := text[m[2]:m[3]]; name != feeRules && !strings.ContainsAny(name, "省市县区州") && charactersAmiss(name, feeRules) <= most {
			faults = append(faults, wordFault{m[2], m[3], "没有“" + told(name) + "”，名称是“" + feeRules + "”", feeRules, Query})
		}
	}
	return faults
}

// longLaws are laws of the state that reports cite, of names so long that no other law has one nearly alike.
var longLaws = []string{"个人信息保护法", "保守国家秘密法", "公共文化服务保障法", "治安管理处罚法", "消费者权益保护法", "未成年人保护法"}

// endsOfLongLaws are what their names end in.
var endsOfLongLaws = pattern.NewWords("保护法》 秘密法》 保障法》 处罚法》")

// lawOfState finds what is called a law of the state.
var lawOfState = pattern.New(`《`+state+`([^《》，。；]{5,16}(?:法|条例))》`, state)

// misnamedLongLaws lists the places where such a law is called by a name that has a character or two more, fewer or others.
func misnamedLongLaws(text string) []wordFault {
	if !endsOfLongLaws.In(text) {
		return nil
	}
	var faults []wordFault
	for _, m := range lawOfState.FindAllStringSubmatchIndex(text, -1) {
		const most = 2
		name := text[m[2]:m[3]]
		for _, law := range longLaws {
			if amiss := charactersAmiss(name, law); 0 < amiss && amiss <= most {
				faults = append(faults, wordFault{m[2], m[3], "没有“" + told(name) + "”这部法律，名称是“" + law + "”", law, Query})
			}
		}
	}
	return faults
}

const openness = "国务院办公厅政府信息与政务公开办公室"

// officeCalled finds what the office of the State Council that prescribes the form is called.
var officeCalled = pattern.New(`国务院(?:办公[厅室])?[政府信息与和及务公开]{2,16}办公室`, "国务院")

// misnamedOffice lists the places where that office is called by a name that is nearly its own: 国务院办公厅政务公开办公室.
func misnamedOffice(text string) []wordFault {
	var faults []wordFault
	for _, m := range officeCalled.FindAllStringIndex(text, -1) {
		if called := text[m[0]:m[1]]; called != openness {
			faults = append(faults, wordFault{m[0], m[1], "“" + called + "”的名称写得不对，应是“" + openness + "”", openness, Query})
		}
	}
	return faults
}

// charactersAmiss is how many characters must be put in, taken out or changed to make one name of another.
func charactersAmiss(name, other string) int {
	from, to := []rune(name), []rune(other)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			changed := diagonal
			if r != s {
				changed++
			}
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
