package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var punctuation = Rule{
	ID: "punctuation", Level: Info, Title: "标点用全角、不重复、括号和引号成对、段末有标点", Citation: "《标点符号用法》（GB/T 15834—2011）",
	Find: onFilled(findPunctuation),
	Cases: []Case{
		{Why: "句号重复", Set: []Entry{{"narrative.other", "未收取信息处理费。。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "逗号连着句号", Set: []Entry{{"narrative.other", "未收取信息处理费，。没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "半角逗号", Set: []Entry{{"narrative.other", "未收取信息处理费,没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "半角括号", Set: []Entry{{"narrative.other", "未收取政府信息公开信息处理费(以下简称处理费)。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "段末是半角句号", Set: []Entry{{"narrative.other", "未收取信息处理费."}}, Finds: []form.Key{"narrative.other"}},
		{Why: "书名号不成对", Set: []Entry{{"narrative.other", "按照《管理办法规定，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "引号反了", Set: []Entry{{"narrative.other", "实行”先审后发“，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "最后没有句号", Set: []Entry{{"narrative.other", "本年度未收取政府信息公开信息处理费"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "一段以逗号结束", Set: []Entry{{"narrative.other", "本年度未收取信息处理费，\n没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "后面没有列举", Set: []Entry{{"narrative.other", "其他事项如下："}}, Finds: []form.Key{"narrative.other"}},
		{Why: "标题不用句号", Set: []Entry{{"narrative.other", "（一）信息处理费\n未收取。"}}},
		{Why: "列举之前的冒号", Set: []Entry{{"narrative.other", "其他事项如下：\n（一）未收取信息处理费。"}}},
		{Why: "句号在括号、引号里面", Set: []Entry{{"narrative.other", "未收取信息处理费（没有发出通知。）\n群众说：“看得懂了。”"}}},
		{Why: "数字、时间和网址里的半角符号", Set: []Entry{{"narrative.other", "12:30更新，浏览1,200次，占12.5%，见https://www.example.gov.cn/a,b;c:d?e=(1)。"}}},
		{Why: "外文里的半角符号", Set: []Entry{{"narrative.other", "窗口备有说明（Please wait, thank you.），未收取信息处理费。"}}},
		{Why: "省略号和破折号", Set: []Entry{{"narrative.other", "网站、公众号……都已更新——没有收费。"}}},
		{Why: "书名号里套书名号", Set: []Entry{{"narrative.other", "按照《关于印发〈管理办法〉的通知》执行，未收取信息处理费。"}}},
		{Why: "序号的右括号", Set: []Entry{{"narrative.other", "1）未收取信息处理费；2）没有其他事项。"}}},
		{Why: "联系方式不用句号", Set: []Entry{{"narrative.preface", "联系电话：000-12345678"}}},
		{Why: "写在文字里的落款", Set: []Entry{{"narrative.other", "未收取信息处理费。\n清溪镇人民政府\n2026年1月20日"}}},
	},
}

func findPunctuation(_ *Input, s section, i int) []Finding {
	text := []rune(s.paragraphs[i].Text)
	var found []Finding
	add := func(n int, words, message string) {
		if n > 1 {
			message += fmt.Sprintf("这一段共%d处。", n)
		}
		found = append(found, s.finding(i, words, message))
	}
	if doubled := chinese.DoubledMarks(text); doubled != nil {
		d := doubled[0]
		add(len(doubled), quoteAround(text, d), "“"+excerpt(string(text[d.Start:d.End]))+"”标点连用了，请只留一个。")
	}
	if half := chinese.HalfWidthMarks(text); half != nil {
		mark := text[half[0]]
		add(len(half), quoteAround(text, chinese.Stretch{Start: half[0], End: half[0] + 1}), fmt.Sprintf("“%c”是半角标点，汉字之间请用全角的“%c”。", mark, chinese.FullWidth[mark]))
	}
	if lone := chinese.UnpairedMark(text); lone >= 0 {
		add(1, quoteAround(text, chinese.Stretch{Start: lone, End: lone + 1}), fmt.Sprintf("“%c”没有配成对，请补上另一半或删去。", text[lone]))
	}
	if fault := s.endFault(i); fault != "" {
		add(1, quoteAround(text, chinese.Stretch{Start: len(text), End: len(text)}), fault)
	}
	return found
}

const fewest = 8 // characters that a paragraph must have to be taken for a statement, not a label

// endFault tells what is wrong with the end of paragraph i, "" if nothing is. Headings, labels and signatures need no mark.
func (s section) endFault(i int) string {
	text := strings.TrimRightFunc(s.paragraphs[i].Text, unicode.IsSpace)
	isLast := i+1 == len(s.paragraphs)
	body := strings.TrimRightFunc(text, chinese.IsCloser)
	end, _ := utf8.DecodeLastRuneInString(body)
	switch {
	case chinese.IsOneOf(end, "。！？；…—.,:;!?"), end == '：' && body != text:
		return ""
	case chinese.IsOneOf(end, "，、") && body == text:
		return fmt.Sprintf("这一段以“%c”结束，请改成句号，或与下一段连起来。", end)
	case end == '：':
		if isLast && s.passage.Required || isLast && s.passage.Key == "narrative.other" {
			return "这一段以“：”结束，后面没有内容，请补上。"
		}
		return ""
	case !s.isStatement(i, text, isLast):
		return ""
	}
	return "这一段末尾没有标点，请补上句号。"
}

// isStatement tells a paragraph without an end mark that needs one from headings, labels and signatures.
func (s section) isStatement(i int, text string, isLast bool) bool {
	_, rest, numbered := chinese.ReadMarker(text)
	switch {
	case isLabel.MatchString(text), isSignature(text), strings.HasPrefix(text, "附件"):
		return false
	case strings.ContainsAny(text, "。！？"):
		return true
	case utf8.RuneCountInString(rest) < fewest, isLast && s.isBareSuggestion(i):
		return false
	case isLast:
		return true
	}
	// Between a heading and the next one there is a statement.
	_, _, nextNumbered := chinese.ReadMarker(s.paragraphs[i+1].Text)
	_, _, lastNumbered := chinese.ReadMarker(s.paragraphs[max(0, i-1)].Text)
	return !numbered && nextNumbered && i > 0 && lastNumbered && s.isHeading(i-1)
}

// isLabel is true of a line such as 联系电话：000-12345678, or of a text that ends in an address or a number to call.
var isLabel = regexp.MustCompile(`^[^，。；：]{1,8}：[^。；]{0,60}$|(?:https?://|www\.|@|电话|传真|邮编|邮政编码)[^\p{Han}，。；]*$`)

// isSignature is true of a unit's name or a date on a line of its own.
func isSignature(text string) bool {
	if strings.ContainsAny(text, "，。；：、") || utf8.RuneCountInString(text) > 24 {
		return false
	}
	if days := chinese.DaysIn(text); len(days) == 1 && days[0].Start == 0 && days[0].End == len(text) {
		return true
	}
	return chinese.EndsWithAny(text, strings.Fields("人民政府 办事处 办公室 委员会 局 厅 中心"))
}
