package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// application is what the regulation (article 27 and following) calls what is received.
const application = "政府信息公开申请"

var (
	receiving = pattern.NewWords("收到 接到 新收 共收")
	// summing are words between what was received and its number.
	summing = pattern.NewWords("共计 总计 总数 总量 数量 数 共 计 为 有")
	// byApplication is what a name is put together of that tells of the way of making public, where an application is meant. By itself it is
	// what two reports of five call their applications (依申请公开3件, 依申请公开政府信息3件).
	byApplication = pattern.NewWords("依申请 公开 政府 政务 信息 事项 情况 情形 的")
	// circumstances stand behind an application as though they were what was received.
	circumstances = pattern.NewWords("的 受理 办理 处理 答复 收到 情况 情形 事件 案件")
	// otherNames are what applications are called instead.
	otherNames = pattern.NewWords("政务公开申请 政府公开申请 政务申请公开 政府申请公开 政府公开信息申请 信息公开诉求 信息公开要求 依信息公开申请 公开申办件 公开申请办件 依申请公开案件 信息公开案件 信息依申请公开")
)

// misnamedApplications lists where what a unit received is not called what it is: 收到依申请公开申请, 未收到申请情况, 收到政务公开申请.
func misnamedApplications(text string) []wordFault {
	var faults []wordFault
	for at, verb := range receiving.Each(text) {
		start := at + len(verb)
		object := receivedThing(text[start:])
		end := start + len(object)
		if name, message := misnamedApplication(object, text[end:]); name != "" {
			faults = append(faults, wordFault{end - len(name), end, message, application, Info})
		}
	}
	return faults
}

// receivedThing is the object at the start of a text, as far as its number or the end of its clause.
func receivedThing(text string) string {
	object := restOfClause(text)
	if end := strings.IndexAny(object, "0123456789、（("); end >= 0 {
		object = object[:end]
	}
	for more := true; more; {
		object, more = summing.CutSuffix(object)
	}
	return object
}

// misnamedApplication is the wrong name at the end of an object, and what is told of it; "" if the name is right.
func misnamedApplication(object, after string) (name, message string) {
	if at := strings.Index(object, "依申请"); at >= 0 {
		name = object[at:]
		way, isApplication := strings.CutSuffix(name, "申请")
		switch {
		case !strings.Contains(name, "公开") || strings.HasSuffix(way, "的") || !consistsOf(byApplication, way):
		case isApplication:
			return name, "“" + name + "”里的“申请”说了两遍，应是“" + application + "”"
		case chinese.EndsWithAny(name, []string{"情况", "情形"}):
			return name, "收到的是申请，“" + name + "”应是“" + application + "”"
		}
	}
	if chinese.StartsWithAny(object, []string{"申请政府信息公开", "申请公开政府信息"}) && strings.HasSuffix(object, "的申请") {
		return object, "“" + object + "”里的“申请”说了两遍，应是“" + application + "”"
	}
	if rest, is := otherNames.CutSuffix(object); is {
		name = object[len(rest):]
		return name, "“" + name + "”应是“" + application + "”"
	}
	if at := strings.LastIndex(object, "申请"); at >= 0 && !chinese.EndsWithAny(object, []string{"申请", "的"}) && !strings.HasPrefix(object, "和处理") && consistsOf(circumstances, object[at+len("申请"):]) {
		name = object[at:]
		return name, "收到的是申请，“" + name + "”只写“申请”"
	}
	isAll := object == "政府信息公开" && (after == "" || chinese.IsOneOf(chinese.FirstRune(after), "，。；"))
	if strings.HasSuffix(object, "政府信息公开") && (startsWithDigit(after) || isAll) {
		return "政府信息公开", "“政府信息公开”后面漏了“申请”"
	}
	return "", ""
}

// consistsOf says whether a text is made of some words alone.
func consistsOf(words *pattern.Words, text string) bool {
	for more := true; more && text != ""; {
		text, more = words.CutPrefix(text)
	}
	return text == ""
}

// applied are what is counted in 件, and otherCounters what it is counted in instead. 起 counts cases as well.
var (
	applied       = pattern.NewWords("公开申请 依申请公开 行政复议 行政诉讼")
	otherCounters = pattern.NewWords("条 个 例 项 起")
)

// applicationsMiscounted lists applications and disputes that are counted as though they were messages: 申请14条.
func applicationsMiscounted(text string) []wordFault {
	var faults []wordFault
	for at, what := range applied.Each(text) {
		counted := text[at+len(what):]
		for more := true; more; {
			counted, more = summing.CutPrefix(counted)
		}
		behind := strings.TrimLeft(counted, "0123456789")
		number := counted[:len(counted)-len(behind)]
		rest, isOther := otherCounters.CutPrefix(behind)
		counter := behind[:len(behind)-len(rest)]
		isCase := strings.HasPrefix(what, "行政") && counter == "起"
		if number == "" || !isOther || isCase || rest != "" && !chinese.IsOneOf(chinese.FirstRune(rest), "，。；、（(") {
			continue
		}
		end := len(text) - len(rest)
		faults = append(faults, wordFault{end - len(counter) - len(number), end, "“" + strings.TrimPrefix(what, "公开") + "”按“件”计，不用“" + counter + "”", number + "件", Info})
	}
	return faults
}

// allOfOne finds a single application of which a text tells as of several: 申请1件，均按期答复.
var allOfOne = pattern.New(`(?:收到|新收|接到)[^，。；：0-9]{0,24}申请(?:共|为)?1件，[^。；0-9]{0,30}?(均|全部|分别)(?:已|在|按|予|依|能)`, "申请1件，", "申请共1件，", "申请为1件，")

// oneToldAsMany lists such places.
func oneToldAsMany(text string) []wordFault {
	var faults []wordFault
	for _, m := range allOfOne.FindAllStringSubmatchIndex(text, -1) {
		if clause, _ := clauseBefore(text[:m[2]]); clause == "" || strings.HasPrefix(clause, "由") {
			faults = append(faults, wordFault{m[2], m[3], "申请只有1件，不用“" + text[m[2]:m[3]] + "”", "", Info})
		}
	}
	return faults
}
