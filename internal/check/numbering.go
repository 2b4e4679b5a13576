package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
)

// isHeading tells a paragraph that is a heading, or a line without a number that announces what follows.
func (s section) isHeading(i int) bool {
	text := s.paragraphs[i].Text
	if _, _, numbered := chinese.ReadMarker(text); !numbered {
		return chinese.Announces(text)
	}
	return s.outline[i].Kind == chinese.OwnLine
}

var numbering = Rule{
	ID: "numbering", Level: Info, Spelling: true, Title: "序号按（一）、1.、（1）的次序，不跳号，不重号；六个部分里面不再用一、二、", Citation: "《党政机关公文格式》（GB/T 9704—2012）",
	Find: func(in *Input) []Finding {
		var found []Finding
		for _, s := range in.filled() {
			found = append(found, findNumbering(in, s)...)
		}
		return found
	},
	Cases: func() []Case {
		return []Case{
			{Why: "跳号", Set: []Entry{{"narrative.other", "（一）信息处理费。未收取。\n（三）其他。无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "重号", Set: []Entry{{"narrative.other", "（一）信息处理费。未收取。\n（一）其他。无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "不是从（一）开始", Set: []Entry{{"narrative.other", "（二）信息处理费。未收取。\n（三）其他。无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "部分里面又用一、二、", Set: []Entry{{"narrative.other", "一、信息处理费。未收取。\n二、其他。无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "先1.后（一）", Set: []Entry{{"narrative.other", "1.信息处理费\n（一）收取情况。未收取。\n（二）减免情况。无。\n2.其他。无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "（一）下面跳到（1）", Set: []Entry{{"narrative.other", "（一）信息处理费\n（1）未收取。\n（2）未减免。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "一是后面是三是", Set: []Entry{{"narrative.problems", "存在的问题：一是解读形式单一。三是队伍不够稳定。\n改进情况：增加图文解读。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "一段里面跳号", Set: []Entry{{"narrative.other", "公开的类别：1.政策文件。2.公告公示。4.行政执法。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "（一）后面多了顿号", Set: []Entry{{"narrative.other", "（一）、信息处理费。未收取。\n（二）、其他。无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "两个一是", Set: []Entry{{"narrative.other", "一是编目录，一是建台账，二是抓培训，三是强考核。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "第一后面是第三", Set: []Entry{{"narrative.other", "第一，健全制度。第三，加强培训。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "圈码跳号", Set: []Entry{{"narrative.other", "流程：①登记；②审核；④答复。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "问题和措施各从一是数起", Set: []Entry{{"narrative.other", "一是解读少。改进：一是增加解读，二是加强培训。第一批5月公示，第三批9月公示；一是一、二是二。"}}},
			{Why: "一是、二是分写在几段里", Set: []Entry{{"narrative.problems", "一是解读形式单一，二是队伍不稳定。\n改进情况：\n一是增加图文解读。\n二是加强培训。"}}},
			{Why: "一是后面就是数字", Set: []Entry{{"narrative.problems", "存在的问题：解读形式单一。\n改进情况：一是9月起增加图文解读。二是3名干部参加培训。"}}},
			{Why: "唯一是、条款里的号", Set: []Entry{{"narrative.other", "唯一是否收费的问题，按第二十条第（一）、（五）、（八）项和《办法》第三条办理，2.5万元、3.1万元是预算。"}}},
			{Why: "四个层次都有", Set: []Entry{{"narrative.other", "（一）甲\n1.乙\n（1）丙。\n（2）丁。\n2.戊。\n（二）己\n1.庚。"}}},
			{Why: "只用1.、2.", Set: []Entry{{"narrative.other", "1.未收取信息处理费。\n2.没有其他事项。"}}},
			{Why: "另起一段再从1.数", Set: []Entry{{"narrative.problems", "存在的问题：\n1.解读少。\n2.更新慢。\n改进措施：\n1.增加解读。\n2.按月更新。"}}},
			{Why: "一段里面接着数", Set: []Entry{{"narrative.other", "（一）未收取信息处理费；（二）未减免；（三）未缓缴。\n（四）没有其他事项。"}}},
			{Why: "金额不是序号", Set: []Entry{{"narrative.other", "1.5万元是预算，未收取信息处理费。"}}},
			{Why: "月份不是序号", Set: []Entry{{"narrative.other", "三、四月份集中清理，未收取信息处理费。"}}},
			{Why: "超过十", Set: []Entry{{"narrative.other", "（一）甲。\n（二）乙。\n（三）丙。\n（四）丁。\n（五）戊。\n（六）己。\n（七）庚。\n（八）辛。\n（九）壬。\n（十）癸。\n（十一）子。"}}},
		}
	},
}

// outline is where the numbers of a section stand.
type outline struct {
	open   []int  // levels, each inside the one before it
	last   [5]int // the last number of each level
	lastAt [5]int // the paragraph that has it
}

func findNumbering(in *Input, s section) []Finding {
	var o outline
	var found []Finding
	again := false // told once a section
	var counted [7]int
	var marked []int // paragraphs whose number has a mark behind it
	for i, p := range s.paragraphs {
		found = append(found, s.gathered(i, s.faultsInside(i, &counted))...)
		m, rest, ok := chinese.ReadMarker(p.Text)
		if !ok || in.printedAnyway(s, i) == partHeading {
			continue
		}
		if bracketed := m.Level == 2 || m.Level == 4; bracketed && chinese.StartsWithAny(rest, []string{"、", ".", "．", "，"}) {
			marked = append(marked, i)
		}
		fault := ""
		if m.Level == 1 && !again {
			again, fault = true, "六个部分的标题已经用了一、二、……，里面请从（一）开始。"
		}
		if m.Level == 1 {
			o.open = nil // what is below begins anew
		}
		if m.Level > 1 && (m.Number == 1 || len(s.paragraphs) > 1) { // one paragraph is no list
			fault = o.take(m, i, s.paragraphs)
			o.last[m.Level], o.lastAt[m.Level] = m.Number, i
		}
		if fault != "" {
			words := p.Text[:len(p.Text)-len(rest)]
			found = append(found, s.finding(i, clip(p.Text, 15), "“"+words+"”"+fault))
		}
	}
	if len(marked) > 0 {
		i := marked[0]
		words := clip(s.paragraphs[i].Text, utf8.RuneCountInString("（一）、"))
		message := "“" + words + "”：带括号的序号后面不用标点，请删去“" + lastRune(words) + "”。"
		if n := len(marked); n > 1 {
			message += fmt.Sprintf("这一部分共%d处。", n)
		}
		f := s.finding(i, words, message)
		f.Faults = len(marked)
		found = append(found, f)
	}
	return found
}

// inlineNumbers finds the numbers of a list inside a paragraph: 一是, 1., （1） and （一） behind a mark. A number in an article
// (第（一）项) or an amount (1.5) is none.
var inlineNumbers = pattern.New(`(?:^|[。；：，、\s])(?:([一二三四五六七八九十]{1,2})是|([0-9]{1,2})[.．、]|（([0-9]{1,2})）|（([一二三四五六七八九十]{1,2})）|第([一二三四五六七八九十])，|其([一二三四五六七八九])[，是]|([①-⑳]))`)

// inlineKinds are how the numbers of inlineNumbers are written, by their groups.
var inlineKinds = []func(n int) string{
	func(n int) string { return chinese.NumberWord(n) + "是" },
	func(n int) string { return strconv.Itoa(n) + "." },
	func(n int) string { return chinese.Marker{Level: 4, Number: n}.String() },
	func(n int) string { return chinese.Marker{Level: 2, Number: n}.String() },
	func(n int) string { return "第" + chinese.NumberWord(n) + "，" },
	func(n int) string { return "其" + chinese.NumberWord(n) },
	func(n int) string { return string('①' + rune(n-1)) },
}

// beginnings are words without one of which a paragraph has no list inside it.
var beginnings = pattern.NewWords(chinese.Points + " 1. 1． 1、 （1） 第一， 其一 ①")

// faultsInside lists the gaps in the lists inside the section's paragraph i. A list of numbers other than 一是 begins with 1.
// counted has how far each kind has come: 一是 may go on in the next paragraph, the others begin anew.
func (s section) faultsInside(i int, counted *[7]int) []fault {
	text := s.paragraphs[i].Text
	for kind := range counted {
		if kind > 0 {
			counted[kind] = 0
		}
	}
	if !beginnings.In(text) && strings.LastIndex(text, "（一）") <= 0 {
		return nil
	}
	var faults []fault
	for _, m := range inlineNumbers.FindAllStringSubmatchIndex(text, -1) {
		kind := slices.IndexFunc([]int{2, 4, 6, 8, 10, 12, 14}, func(g int) bool { return m[g] >= 0 })
		digits := text[m[2+2*kind]:m[3+2*kind]]
		_, n := chinese.ReadPlaces(digits)
		if kind == len(inlineKinds)-1 {
			n = int(chinese.FirstRune(digits)-'①') + 1
		}
		if next := chinese.FirstRune(text[m[1]:]); n == 0 || unicode.IsDigit(next) && kind > 0 && !beginsWithYear(text[m[1]:]) || kind == 1 && !chinese.IsHan(next) && !chinese.IsOneOf(next, "《“ ") && !unicode.IsDigit(next) || chinese.IsQuoted(text, m[0]) {
			continue
		}
		last := counted[kind]
		if n != 1 && last == 0 && kind > 0 {
			continue // no list: 第（一）、（五）项
		}
		if n == 2 && last == 0 && strings.Contains(text[:m[0]], inlineKinds[kind](1)) {
			last = 1 // 理由一是
		}
		counted[kind] = n
		if n == 1 && last == 1 && twiceFirst(text[:m[0]], text[m[1]:], inlineKinds[kind]) || n != 1 && n != last+1 {
			faults = append(faults, faultInside(text[m[2+2*kind]:], n, last, inlineKinds[kind]))
		}
	}
	return faults
}

// beginsWithYear says whether a text begins with a year: 2.2024年度报告……
func beginsWithYear(text string) bool {
	years := chinese.YearsIn(chinese.Clip(text, len("2024年")))
	return len(years) > 0 && years[0].Start == 0
}

// twiceFirst says whether a list's first number stands twice in a sentence that goes on with its second: 一是……，一是……，二是…….
// A list that begins in another sentence is another list.
func twiceFirst(before, after string, write func(int) string) bool {
	first := strings.LastIndex(before, write(1))
	rest, _ := chinese.Around(after, 0, "。！？\n")
	return first >= 0 && !strings.ContainsAny(before[first:], "。！？：\n") && strings.Contains(rest, write(2))
}

// faultInside tells what is wrong with a number inside a paragraph that stands behind another.
func faultInside(text string, n, last int, write func(int) string) fault {
	words := clip(text, 10)
	message := fmt.Sprintf("“%s”前面缺“%s”，漏写的请补上，没有漏写的请改序号。", write(n), write(n-1))
	switch {
	case n <= last:
		message = fmt.Sprintf("“%s”接在“%s”后面，序号重复或者颠倒了。", write(n), write(last))
	case last > 0:
		message = fmt.Sprintf("“%s”后面是“%s”，中间缺“%s”，漏写的请补上，没有漏写的请把“%s”改为“%s”。", write(last), write(n), write(last+1), write(n), write(last+1))
	}
	return fault{words: words, message: message}
}

// take puts the marker of paragraph i into the outline and tells what is wrong with it, "" if nothing is.
func (o *outline) take(m chinese.Marker, i int, paragraphs []model.Paragraph) (fault string) {
	between := paragraphs[min(o.lastAt[m.Level], i):i]
	previous := chinese.Marker{Level: m.Level, Number: m.Number - 1}
	at := slices.Index(o.open, m.Level)
	if at < 0 {
		if n := len(o.open); n > 0 && m.Level > o.open[n-1]+1 {
			above := o.open[n-1]
			fault = fmt.Sprintf("上面是%s，中间缺%s这一层。", chinese.Marker{Level: above, Number: o.last[above]}, chinese.Marker{Level: above + 1, Number: 1})
		}
		o.open = append(o.open, m.Level)
		if m.Number > 1 && !standsIn(previous, between) {
			fault = fmt.Sprintf("前面缺%s。", previous)
		}
		return fault
	}
	last := chinese.Marker{Level: m.Level, Number: o.last[m.Level]}
	below := slices.Clone(o.open[at+1:])
	turned := slices.ContainsFunc(below, func(level int) bool { return level < m.Level })
	o.open = o.open[:at+1]
	switch {
	case m.Number == last.Number+1 && turned:
		return fmt.Sprintf("接在%s后面，中间却用了%s，层次反了，请先用（一），再用1.。", last, chinese.Marker{Level: below[0], Number: 1})
	case m.Number == last.Number+1:
		return ""
	case m.Number == 1 && turned:
		o.open = append(slices.Concat(o.open[:at], below), m.Level)
		return ""
	case m.Number == 1 && startsList(m.Level, between):
		return ""
	case m.Number <= last.Number:
		return fmt.Sprintf("接在%s后面，序号重复或者颠倒了。", last)
	case standsIn(previous, between):
		return ""
	}
	return fmt.Sprintf("接在%s后面，中间缺了号，漏写的请补上，没有漏写的请改号。", last)
}

// standsIn says whether the number stands inside one of the paragraphs, as in （一）……；（二）…….
func standsIn(m chinese.Marker, paragraphs []model.Paragraph) bool {
	full := m.String()
	half := strings.NewReplacer("（", "(", "）", ")", ".", "、").Replace(full)
	return slices.ContainsFunc(paragraphs, func(p model.Paragraph) bool {
		return strings.Contains(p.Text, full) || strings.Contains(p.Text, half)
	})
}

// startsList says whether numbers of a level may start anew behind the paragraphs since the last one: 1. and （1） behind any
// paragraph without a number, （一） behind one that announces it.
func startsList(level int, between []model.Paragraph) bool {
	if len(between) < 2 {
		return false
	}
	last := between[len(between)-1].Text
	_, _, numbered := chinese.ReadMarker(last)
	announced := chinese.Announces(last) || strings.HasSuffix(last, "：") || chinese.ContainsAny(last, []string{"如下", "以下", "下列", "下一步", "针对"})
	return !numbered && (level > 2 || announced)
}
