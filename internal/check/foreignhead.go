package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// heads finds the head of another office at the head of the unit's group for public information: 县教育局局长任……领导小组组长.
func (u *ownUnit) heads(text string) []foreignWords {
	if !strings.Contains(text, "领导小组") || chinese.Rank(u.Kind) > 1 {
		return nil
	}
	var found []foreignWords
	for _, head := range []string{"局局长", "委主任", "镇镇长", "乡乡长", "镇党委书记", "乡党委书记"} {
		for at := range chinese.Indexes(text, head) {
			clause, start := chinese.Around(text, at, chinese.ClauseEnds)
			before, after := clause[:at-start], clause[at-start+len(head):]
			kind := chinese.Clip(head, 1)
			name := before[max(0, strings.LastIndexAny(before, "由、和与")):]
			name = strings.TrimLeft(name, "由、和与") + kind
			core := officeCore(name)
			leads := chinese.StartsWithAny(after, []string{"任", "担任", "为", "兼任"}) && strings.Contains(after, "公开") && strings.Contains(after, "组长") && !strings.Contains(after, "副组长")
			own := core == "" || utf8.RuneCountInString(core) < 3 || u.IsCalled(core) || chinese.Abbreviates(core, u.Core)
			if leads && !own {
				found = append(found, foreignWords{words: name + head[len(kind):], at: start + len(before) - len(name) + len(kind)})
			}
		}
	}
	return found
}

// asked makes a function that finds the bureau that the preface of another one sends its readers to.
func (u *ownUnit) asked(passage form.Key) func(text string) []foreignWords {
	return func(text string) []foreignWords {
		if passage != "narrative.preface" || u.Kind != "局" {
			return nil
		}
		for at := range chinese.Indexes(text, "局") {
			clause, start := chinese.Around(text, at, chinese.ClauseEnds)
			before := clause[:at-start]
			from := max(strings.LastIndex(before, "与"), strings.LastIndex(before, "向"), strings.LastIndex(before, "联系"))
			if from < 0 || !chinese.ContainsAny(clause, []string{"联系", "咨询", "反映", "来电"}) {
				continue
			}
			name := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(before[from:], "与"), "向"), "联系") + "局"
			core := officeCore(name)
			if utf8.RuneCountInString(core) > 2 && !strings.ContainsAny(core, "我本") && u.isOtherOffice(name) {
				return []foreignWords{{words: name, at: at + len("局") - len(name)}}
			}
		}
		return nil
	}
}
