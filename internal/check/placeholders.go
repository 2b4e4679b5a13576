package check

import "nianbao/internal/form"

var unknownPlaceholder = Rule{
	ID: "unknown-placeholder", Level: Fatal, Title: "文字里的{{…}}都要认得出", Citation: "填报说明",
	Find: findUnknownPlaceholder,
	Cases: func() []Case {
		return []Case{
			{Why: "少写一个字", Set: []Entry{{"narrative.other", "收到{{本年新}}件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "括号不成对", Set: []Entry{{"narrative.other", "收到{{本年新收}件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "认得出的名称", Set: []Entry{{"narrative.other", "{{单位}}收到{{本年新收}}件，其中自然人{{本年新收·自然人}}件，不予公开{{不予公开}}件。"}}},
			{Why: "括号用全角的也行", Set: []Entry{{"narrative.other", "收到｛｛本年新收｝｝件。"}}},
			{Why: "也可以写键名", Set: []Entry{{"narrative.other", "收到{{requests.received.total}}件。"}}},
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
					meant = in.Report.NearestName(p.Lookup)
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
