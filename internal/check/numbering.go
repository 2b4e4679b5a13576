package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// marker is the number that a paragraph starts with. Its level is 0 for 一、, 1 for （一）, 2 for 1. and 3 for （1）.
type marker struct{ level, number int }

// String is the marker as official documents write it.
func (m marker) String() string {
	switch m.level {
	case 0:
		return numberWord(m.number) + "、"
	case 1:
		return "（" + numberWord(m.number) + "）"
	case 2:
		return strconv.Itoa(m.number) + "."
	default:
		return "（" + strconv.Itoa(m.number) + "）"
	}
}

// numberWord writes a number below a hundred in characters.
func numberWord(n int) string {
	digits := strings.Split("零一二三四五六七八九", "")
	tens, ones := n/10, n%10
	switch {
	case n < 10:
		return digits[n]
	case ones == 0:
		return strings.TrimPrefix(digits[tens], "一") + "十"
	default:
		return strings.TrimPrefix(digits[tens], "一") + "十" + digits[ones]
	}
}

// readMarker reads the number at the start of a paragraph, however its marks are typed; rest is what follows it.
// An amount (1.5万元), a list of numbers (三、四月) and a year in brackets are none.
func readMarker(text string) (m marker, rest string, ok bool) {
	opened := startsWithAny(text, []string{"（", "("})
	inner := strings.TrimPrefix(strings.TrimPrefix(text, "（"), "(")
	digits, n, end := digitsAfter(inner, 0)
	if digits == 0 || digits > 2 || n == 0 {
		return marker{}, text, false
	}
	words := strings.Trim(inner[:end], "0123456789０１２３４５６７８９") != ""
	mark, size := utf8.DecodeRuneInString(inner[end:])
	rest = inner[end+size:]
	switch {
	case opened && isOneOf(mark, "）)"):
		m = marker{3, n}
		if words {
			m.level = 1
		}
	case !opened && words && mark == '、':
		m = marker{0, n}
	case !opened && !words && isOneOf(mark, ".．、"):
		m = marker{2, n}
	default:
		return marker{}, text, false
	}
	if next, _, _ := digitsAfter(rest, 0); next > 0 && !opened {
		return marker{}, text, false
	}
	return m, rest, true
}

// isHeading tells a paragraph that is a heading: short, and without a mark that ends a statement.
func isHeading(text string) bool {
	return utf8.RuneCountInString(text) <= 30 && !strings.ContainsAny(text, "。！？；")
}

var numbering = Rule{
	ID: "numbering", Level: Info, Title: "序号按（一）、1.、（1）的次序，不跳号，不重号；六个部分里面不再用一、二、", Citation: "《党政机关公文格式》（GB/T 9704—2012）",
	Find: func(in *Input) []Finding {
		var found []Finding
		for _, s := range in.filled() {
			found = append(found, findNumbering(s)...)
		}
		return found
	},
	Cases: []Case{
		{Why: "跳号", Set: []Entry{{"narrative.other", "（一）信息处理费。未收取。\n（三）其他。无。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "重号", Set: []Entry{{"narrative.other", "（一）信息处理费。未收取。\n（一）其他。无。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "不是从（一）开始", Set: []Entry{{"narrative.other", "（二）信息处理费。未收取。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "部分里面又用一、二、", Set: []Entry{{"narrative.other", "一、信息处理费。未收取。\n二、其他。无。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "先1.后（一）", Set: []Entry{{"narrative.other", "1.信息处理费\n（一）收取情况。未收取。\n（二）减免情况。无。\n2.其他。无。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "（一）下面跳到（1）", Set: []Entry{{"narrative.other", "（一）信息处理费\n（1）未收取。\n（2）未减免。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "四个层次都有", Set: []Entry{{"narrative.other", "（一）甲\n1.乙\n（1）丙。\n（2）丁。\n2.戊。\n（二）己\n1.庚。"}}},
		{Why: "只用1.、2.", Set: []Entry{{"narrative.other", "1.未收取信息处理费。\n2.没有其他事项。"}}},
		{Why: "另起一段再从1.数", Set: []Entry{{"narrative.problems", "存在的问题：\n1.解读少。\n2.更新慢。\n改进措施：\n1.增加解读。\n2.按月更新。"}}},
		{Why: "一段里面接着数", Set: []Entry{{"narrative.other", "（一）未收取信息处理费；（二）未减免；（三）未缓缴。\n（四）没有其他事项。"}}},
		{Why: "金额不是序号", Set: []Entry{{"narrative.other", "1.5万元是预算，未收取信息处理费。"}}},
		{Why: "月份不是序号", Set: []Entry{{"narrative.other", "三、四月份集中清理，未收取信息处理费。"}}},
		{Why: "超过十", Set: []Entry{{"narrative.other", "（一）甲。\n（二）乙。\n（三）丙。\n（四）丁。\n（五）戊。\n（六）己。\n（七）庚。\n（八）辛。\n（九）壬。\n（十）癸。\n（十一）子。"}}},
	},
}

// outline is where the numbers of a section stand.
type outline struct {
	open   []int  // levels, each inside the one before it
	last   [4]int // the last number of each level
	lastAt [4]int // the paragraph that has it
}

func findNumbering(s section) []Finding {
	var o outline
	var found []Finding
	again := false // told once a section
	for i, p := range s.paragraphs {
		m, rest, ok := readMarker(p.Text)
		if !ok {
			continue
		}
		fault := ""
		if m.level == 0 && !again {
			again, fault = true, "六个部分的标题已经用了一、二、……，里面请从（一）开始。"
		}
		if m.level > 0 {
			fault = o.take(m, i, s.paragraphs)
			o.last[m.level], o.lastAt[m.level] = m.number, i
		}
		if fault != "" {
			words := p.Text[:len(p.Text)-len(rest)]
			found = append(found, s.finding(i, clip(p.Text, 15), "“"+words+"”"+fault))
		}
	}
	return found
}

// take puts the marker of paragraph i into the outline and tells what is wrong with it, "" if nothing is.
func (o *outline) take(m marker, i int, paragraphs []model.Paragraph) (fault string) {
	between := paragraphs[min(o.lastAt[m.level], i):i]
	previous := marker{m.level, m.number - 1}
	at := slices.Index(o.open, m.level)
	if at < 0 {
		if n := len(o.open); n > 0 && m.level > o.open[n-1]+1 {
			above := o.open[n-1]
			fault = fmt.Sprintf("上面是%s，中间缺%s这一层。", marker{above, o.last[above]}, marker{above + 1, 1})
		}
		o.open = append(o.open, m.level)
		if m.number > 1 && !previous.standsIn(between) {
			fault = fmt.Sprintf("前面缺%s。", previous)
		}
		return fault
	}
	last := marker{m.level, o.last[m.level]}
	below := slices.Clone(o.open[at+1:])
	turned := slices.ContainsFunc(below, func(level int) bool { return level < m.level })
	o.open = o.open[:at+1]
	switch {
	case m.number == last.number+1 && turned:
		return fmt.Sprintf("接在%s后面，中间却用了%s，层次反了，请先用（一），再用1.。", last, marker{below[0], 1})
	case m.number == last.number+1:
		return ""
	case m.number == 1 && turned:
		o.open = append(slices.Concat(o.open[:at], below), m.level)
		return ""
	case m.number == 1 && startsList(m.level, between):
		return ""
	case m.number <= last.number:
		return fmt.Sprintf("接在%s后面，序号重复或者颠倒了。", last)
	case previous.standsIn(between):
		return ""
	}
	return fmt.Sprintf("接在%s后面，中间缺了号。", last)
}

// standsIn says whether the number stands inside one of the paragraphs, as in （一）……；（二）…….
func (m marker) standsIn(paragraphs []model.Paragraph) bool {
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
	_, _, numbered := readMarker(last)
	announces := isHeading(last) || strings.HasSuffix(last, "：") || containsAny(last, []string{"如下", "以下", "下列", "下一步", "针对"})
	return !numbered && (level > 1 || announces)
}
