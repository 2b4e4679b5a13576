package check

import (
	"fmt"
	"unicode"

	"nianbao/internal/form"
	"nianbao/internal/remedy"
)

var rareCharacter = Rule{
	ID: "rare-character", Level: Fatal, Title: "每个字都要印得出来（字库里有这个字）", Citation: "填报说明",
	Find: findRareCharacter,
	Cases: func() []Case {
		return []Case{
			{Why: "字库里没有的字", Set: []Entry{{"narrative.other", "村名用字\U00030000。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "单位名称里的", Set: []Entry{{"unit.name", "\U00030000镇人民政府"}}, Finds: []form.Key{"unit.name"}},
			{Why: "看不见的控制字符", Set: []Entry{{"narrative.other", "复制来的文字\x07。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "同一段里同一个字只说一次", Set: []Entry{{"narrative.other", "\U00030000村和\U00030000乡。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "字库里有的生僻字", Set: []Entry{{"narrative.other", "堽城、𬇹水。"}}},
		}
	},
}

func findRareCharacter(in *Input) []Finding {
	if in.Drawable == nil {
		return nil
	}
	var found []Finding
	for _, field := range form.Fields() {
		for _, r := range in.undrawable(in.Report.Field(field.Key)) {
			found = append(found, Finding{Message: "“" + field.Label + "”里的" + cannotPrint(r), Remedy: otherFonts(r), Actual: string(r), Cells: []Cell{in.fieldCell(field)}, among: string(r)})
		}
	}
	for _, s := range in.sections() {
		for i, p := range s.paragraphs {
			for _, r := range in.undrawable(p.Text) {
				f := s.finding(i, string(r), cannotPrint(r))
				f.Remedy = otherFonts(r)
				found = append(found, f)
			}
		}
	}
	return found
}

// otherFonts is the remedy for a character that the fonts at hand lack; control characters and private ones have none.
func otherFonts(r rune) remedy.Remedy {
	if unicode.IsControl(r) || unicode.Is(unicode.Co, r) {
		return remedy.Remedy{}
	}
	return remedy.Remedy{Action: remedy.OwnFonts}
}

func cannotPrint(r rune) string {
	if unicode.IsControl(r) {
		return fmt.Sprintf("看不见的控制字符（U+%04X）印不出来，请把它前后的文字重新打一遍。", r)
	}
	if unicode.Is(unicode.Co, r) {
		return fmt.Sprintf("有一个自造字（U+%04X），别的电脑上显示不出来，请换成标准的字。", r)
	}
	return fmt.Sprintf("“%c”（U+%04X）字库里没有，印不出来，请换一种写法。", r, r)
}

// undrawable lists the characters of a text that cannot be printed, each once. Format characters take no ink.
func (in *Input) undrawable(text string) []rune {
	var list []rune
	seen := map[rune]bool{}
	for _, r := range text {
		invisible := unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || unicode.IsSpace(r)
		if seen[r] || invisible || !unicode.IsControl(r) && in.Drawable(r) {
			continue
		}
		seen[r] = true
		list = append(list, r)
	}
	return list
}
