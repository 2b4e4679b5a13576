package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/remedy"
)

var lookalikeCharacter = Rule{
	ID: "lookalike-character", Level: Query, Title: "没有样子相同而编码不同的字、看不见的字符、全角数字和夹在数字里的字母，也不是繁体字", Citation: "公文校核的通行要求",
	Find: findLookalikes,
	Cases: func() []Case {
		return []Case{
			{Why: "从网页、PDF复制来的部首字符", Set: []Entry{{"narrative.other", "全年⽆公⺠、法⼈提出申请，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "数字里的字母O", Set: []Entry{{"narrative.other", "全年发布信息10O条，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "从繁体网页粘来的", Set: []Entry{{"narrative.other", "我鎮未收取政府信息公开信息處理費。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "全角数字", Set: []Entry{{"narrative.other", "全年发布信息１００条，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "看不见的字符", Set: []Entry{{"narrative.other", "未收取信息\u200b处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "网页上的不间断空格", Set: []Entry{{"narrative.other", "未收取信息处理费，\u00a0没有其他事项。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "单位信息里的", Set: []Entry{{"unit.phone", "０00-12345678"}}, Finds: []form.Key{"unit.phone"}},
			{Why: "从繁体网页粘来的", Set: []Entry{{"narrative.other", "我鎮未收取政府信息公開信息處理費。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "夹着一个繁体字", Set: []Entry{{"narrative.other", "未收取政府信息公開信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "单位信息里的繁体字", Set: []Entry{{"unit.address", "清溪鎮人民路1号"}}, Finds: []form.Key{"unit.address"}},
			{Why: "名字里可能照写的", Set: []Entry{{"narrative.other", "联系人鍾某，未收取政府信息公开信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "简体里也照用的字、规范的姓和地名", Set: []Entry{{"narrative.other", "乾县、濛阳、於陵的於某、锺某著文，瞭望慰藉，未收取政府信息公开信息处理费。"}}},
			{Why: "O2O、5G、网址里的字母", Set: []Entry{{"narrative.other", "推广O2O、5G应用，见https://www.example.gov.cn/1O2，未收取信息处理费。"}}},
			{Why: "汉字写的年份和全角空格", Set: []Entry{{"narrative.other", "二〇二五年，第一　未收取信息处理费。"}}},
			{Why: "生僻字、温度、罗马数字", Set: []Entry{{"narrative.other", "㙍头镇、𬇹河镇，室温18℃，面积30㎡，Ⅱ类事项，未收取信息处理费。"}}},
		}
	},
}

func findLookalikes(in *Input) []Finding {
	found := in.traditionalCopy()
	for _, field := range form.Fields() {
		typed, todo := in.Report.Field(field.Key), remedy.Remedy{}
		if slices.Contains(printedFields, field.Key) {
			todo.Action = remedy.MakeMended
		}
		if folded := chinese.Fold(typed); folded.Lookalikes != nil {
			found = append(found, Finding{
				Message: "“" + field.Label + "”里" + strings.ReplaceAll(faultOfLookalikes(typed, folded), "这一段", "这一格"),
				Actual:  typed, Expected: folded.Text, Cells: []Cell{in.fieldCell(field)}, Remedy: todo,
			})
		}
		if fault, folded, level := in.faultOfTraditional(typed); fault != "" {
			found = append(found, Finding{
				Level: level, Message: "“" + field.Label + "”的" + fault,
				Actual: typed, Expected: folded.Text, Cells: []Cell{in.fieldCell(field)}, Remedy: unlessName(level, todo),
			})
		}
	}
	for _, s := range in.sections() {
		for i, p := range s.paragraphs {
			found = append(found, in.strayTraditional(s, i)...)
			folded := chinese.Fold(p.Text)
			if folded.Lookalikes == nil {
				continue
			}
			words := around(p.Text, folded.Lookalikes[0])
			f := s.finding(i, words, faultOfLookalikes(p.Text, folded))
			s.narrow(&f, i, wrongIn(p.Text, folded.Lookalikes[0]))
			f.Faults = len(folded.Lookalikes)
			f.Expected, f.Remedy = chinese.Fold(words).Text, remedy.Remedy{Action: remedy.MakeMended}
			if !slices.ContainsFunc(folded.Lookalikes, func(l chinese.Lookalike) bool { return !unicode.IsSpace(l.Typed) }) {
				f.Level = Info
			}
			found = append(found, f)
		}
	}
	return found
}

// strayTraditional finds the traditional letters of a paragraph.
func (in *Input) strayTraditional(s section, i int) []Finding {
	text := s.paragraphs[i].Text
	fault, folded, level := in.faultOfTraditional(text)
	if fault == "" {
		return nil
	}
	first := folded.Lookalikes[0]
	f := s.finding(i, around(text, first), fault)
	s.narrow(&f, i, wrongIn(text, first))
	f.Level, f.Expected = level, around(folded.Text, chinese.Lookalike{Start: first.At, End: first.At + len(first.Meant)})
	f.Remedy = unlessName(level, remedy.Remedy{Action: remedy.MakeMended})
	return []Finding{f}
}

// unlessName is what to do about traditional letters: nothing is mended that may be a name.
func unlessName(level Level, todo remedy.Remedy) remedy.Remedy {
	if level == Info {
		return remedy.Remedy{}
	}
	return todo
}

// faultOfTraditional names the traditional letters of a text, and reads it without them; "" for none, and in a copy that has them everywhere, of
// which that is told once. Those that names keep weigh less.
func (in *Input) faultOfTraditional(text string) (fault string, folded chinese.Folded, level Level) {
	level, advice := Query, "请改成简体字。"
	folded = chinese.FoldStrayTraditional(text)
	if folded.Lookalikes == nil {
		level, advice = Info, "请改成简体字；人名、地名本来这样写的，不用改。"
		folded = chinese.FoldKeptInNames(text)
	}
	if folded.Lookalikes == nil || in.transcript().isTraditional() {
		return "", folded, level
	}
	named := nameDifferent(folded, func(l chinese.Lookalike) string { return fmt.Sprintf("“%c”应是“%s”", l.Typed, l.Meant) })
	fault = "“" + around(text, folded.Lookalikes[0]) + "”里有繁体字：" + named
	if n := len(folded.Lookalikes); n > 1 {
		fault += fmt.Sprintf("。一共%d处", n)
	}
	return fault + "，" + advice, folded, level
}

// wrongIn is a look-alike as it was typed.
func wrongIn(text string, l chinese.Lookalike) string { return text[l.Start:l.End] }

// around is a look-alike with a few characters on both sides.
func around(text string, l chinese.Lookalike) string { return bytesAround(text, l.Start, l.End) }

// mostLookalikes is how many different ones a message names.
const mostLookalikes = 5

// faultOfLookalikes names the different look-alikes of a text with what is meant, and how many there are.
func faultOfLookalikes(text string, folded chinese.Folded) string {
	message := nameDifferent(folded, func(l chinese.Lookalike) string { return describe(text, l) })
	if n := len(folded.Lookalikes); n > 1 {
		return message + fmt.Sprintf("。这一段共%d处，请把这几个字重新打一遍。", n)
	}
	if folded.Lookalikes[0].Meant == "" {
		return message + "：请把前后的两个字删掉，重新打一遍。"
	}
	return message + "。请把这个字重新打一遍。"
}

// nameDifferent names the first of the different look-alikes of a text.
func nameDifferent(folded chinese.Folded, name func(chinese.Lookalike) string) string {
	var named []string
	told := map[rune]bool{}
	for _, l := range folded.Lookalikes {
		if !told[l.Typed] && len(told) < mostLookalikes {
			named = append(named, name(l))
		}
		told[l.Typed] = true
	}
	if len(told) > len(named) {
		named = append(named, "等等")
	}
	return strings.Join(named, "；")
}

// describe says what a look-alike is, and what is meant.
func describe(text string, l chinese.Lookalike) string {
	switch {
	case l.Meant == "":
		before, after := lastRune(text[:l.Start]), chinese.Clip(text[l.End:], 1)
		if before != "" && after != "" {
			return fmt.Sprintf("“%s”和“%s”之间有看不见的字符（U+%04X），应删去", before, after, l.Typed)
		}
		return fmt.Sprintf("“%s”旁边有看不见的字符（U+%04X），应删去", before+after, l.Typed)
	case unicode.IsSpace(l.Typed):
		return fmt.Sprintf("“%s”中间的空格（U+%04X）是网页、排版用的，应删去或改成普通空格", strings.TrimSpace(chinese.Fold(around(text, l)).Text), l.Typed)
	case l.Typed < utf8.RuneSelf || unicode.IsLetter(l.Typed) && !chinese.IsHan(l.Typed) && unicode.IsDigit(chinese.FirstRune(l.Meant)):
		return fmt.Sprintf("“%s”里的“%c”（U+%04X）是字母，应是数字“%s”", around(text, l), l.Typed, l.Typed, l.Meant)
	case l.Typed >= '０' && l.Typed <= 'ｚ':
		return fmt.Sprintf("“%c”（U+%04X）是全角字符，应是半角的“%s”", l.Typed, l.Typed, l.Meant)
	}
	return fmt.Sprintf("“%s”里的“%c”（U+%04X）只是样子像，应是“%s”（U+%04X）", around(text, l), l.Typed, l.Typed, l.Meant, chinese.FirstRune(l.Meant))
}
