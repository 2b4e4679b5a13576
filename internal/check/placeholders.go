package check

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/reading"
)

var unknownPlaceholder = Rule{
	ID: "unknown-placeholder", Level: Fatal, Title: "文字里的{{…}}都要认得出", Citation: "填报说明",
	Find: findUnknownPlaceholder, InFields: inFields(findPlaceholderInField, printedFields),
	Cases: func() []Case {
		return []Case{
			{Why: "少写一个字", Set: []Entry{{"narrative.other", "收到{{本年新}}件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "括号不成对", Set: []Entry{{"narrative.other", "收到{{本年新收}件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "说的是表里的数，用的是别的词", Set: []Entry{{"narrative.other", "全年{{收到申请}}件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "照着表的行和列写", Set: []Entry{{"narrative.other", "收到{{本年新收·总计}}件，{{自然人·本年新收}}件来自群众，予以公开{{予以公开·总计}}件，不予公开{{不予公开·总计}}件。"}}},
			{Why: "认得出的名称", Set: []Entry{{"narrative.other", "{{单位}}收到{{本年新收}}件，其中自然人{{本年新收·自然人}}件，不予公开{{不予公开}}件。"}}},
			{Why: "括号用全角的也行", Set: []Entry{{"narrative.other", "收到｛｛本年新收｝｝件。"}}},
			{Why: "也可以写键名", Set: []Entry{{"narrative.other", "收到{{requests.received.total}}件。"}}},
			{Why: "单位信息里的不会换", Set: []Entry{{"unit.address", "{{电话}}路1号"}, {"unit.phone", "000-12345678"}}, Finds: []form.Key{"unit.address"}},
		}
	},
}

// mostGuesses is for how many unknown names of a report one is looked for that was meant: it is compared with all that are known.
const mostGuesses = 50

func findUnknownPlaceholder(in *Input) []Finding {
	var found []Finding
	for _, s := range in.sections() {
		for i, paragraph := range s.paragraphs {
			_, open := in.Report.FillIn(paragraph.Text)
			told := map[string]bool{}
			for _, p := range open {
				if p.Known || told[p.Text] {
					continue
				}
				told[p.Text] = true
				meant := p.Meant
				if meant == "" && p.Lookup != "" && len(found) < mostGuesses {
					meant = in.nameMeant(p.Lookup)
				}
				message := "“" + excerpt(p.Text) + "”认不出，请改用数字，或写成如{{本年新收}}。"
				if meant != "" {
					message = "“" + excerpt(p.Text) + "”认不出，是不是{{" + meant + "}}？"
				}
				f := s.finding(i, p.Text, message)
				f.Expected = meant
				found = append(found, f)
			}
		}
	}
	return found
}

// findPlaceholderInField finds what only texts have filled in.
func findPlaceholderInField(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []fault
	for _, at := range model.Placeholders(text) {
		words := text[at[0]:at[1]]
		faults = append(faults, fault{words: words, message: "“" + excerpt(words) + "”只有写在六个部分的文字里才会换成内容，写在这里会照样印出来，请直接写上内容。"})
	}
	return s.gathered(i, faults)
}

// nameMeant is the known name that an unknown one was meant for: one with a slip in it, else what the same words count in a sentence, else the
// nearest; "" if there is none.
func (in *Input) nameMeant(unknown string) string {
	nearest := in.Report.NearestName(unknown)
	if model.IsSlip([]rune(unknown), []rune(nearest)) {
		return nearest
	}
	return cmp.Or(in.countedBy(unknown), nearest)
}

// countedBy is the name of the figure that words count, if they count one as a heading of applications is followed by it.
func (in *Input) countedBy(words string) string {
	if utf8.RuneCountInString(words) > mostTold {
		return "" // no name is so long
	}
	said := []model.Paragraph{{Text: "（一）依申请公开。" + words + "1件。"}}
	for _, c := range reading.Read([]reading.Text{{Section: "narrative.overview", Paragraphs: said}}, reading.UnitOf(in.Report)).Claims {
		for _, sum := range c.Sums {
			keys := sum.Keys(in.Report.Edition)
			for _, q := range in.Report.Edition.Quantities() {
				if keys != nil && slices.Equal(q.Keys, keys) {
					return q.Name
				}
			}
		}
	}
	return ""
}
