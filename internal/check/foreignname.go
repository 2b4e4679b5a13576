package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// cityParts are districts whose names end like words that are none.
var cityParts = strings.Fields("东城区 西城区 南城区 北城区 上城区 下城区 新城区 南山区 江北新区")

// placeKinds are the words in which names of places end.
var placeKinds = strings.Fields("街道 镇 乡 县 区 旗 市")

// nameEnding is the name of a place that ends at a byte, and its kind; "" if none does.
func nameEnding(text string, end int) (name, kind string) {
	for _, kind := range placeKinds {
		if !strings.HasSuffix(text[:end], kind) {
			continue
		}
		at := end - len(kind)
		start := at
		for range 3 {
			r, size := utf8.DecodeLastRuneInString(text[:start])
			if !chinese.IsHan(r) || chinese.IsOneOf(r, "我本全各该两乡县区市旗省州每某") || chinese.EndsWithAny(text[:start], unitWords["名称之前"]) {
				break
			}
			start -= size
		}
		stem := text[start:at]
		generic := chinese.EndsWithAny(text[:end], unitWords["不是地名"]) && !slices.Contains(cityParts, stem+kind)
		if utf8.RuneCountInString(stem) < 2 || generic || chinese.StartsWithAny(stem, unitWords["泛称"]) {
			return "", ""
		}
		return stem + kind, kind
	}
	return "", ""
}

// isVisited is true of a clause that tells of others' work: a visit, an article taken over.
func isVisited(text string, at int) bool {
	clause, _ := chinese.Around(text, at, chinese.ClauseEnds)
	return chinese.ContainsAny(clause, unitWords["往来"]) || chinese.IsQuoted(text, at)
}

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

// shortened finds a township's own name with one of its characters lost: 望镇 for 望禾镇.
func (u *ownUnit) shortened(text string) []foreignWords {
	stem := strings.TrimSuffix(u.Core, u.Kind)
	if chinese.Rank(u.Kind) != 1 || utf8.RuneCountInString(stem) < 2 {
		return nil
	}
	goesOn := slices.Concat(unitWords["做事"], strings.Fields("人民政府 政府 政务 党 公开 办事处"))
	var found []foreignWords
	for i, r := range stem {
		name := stem[:i] + stem[i+utf8.RuneLen(r):] + u.Kind
		if slices.Contains(unitWords["不是地名"], name) {
			continue
		}
		for at := range chinese.Indexes(text, name) {
			last, _ := utf8.DecodeLastRuneInString(text[:at])
			opens := !chinese.IsHan(last) || chinese.EndsWithAny(text[:at], unitWords["名称之前"])
			if opens && !strings.HasSuffix(text[:at+len(name)], u.Core) && !chinese.IsQuoted(text, at) && chinese.StartsWithAny(text[at+len(name):], goesOn) {
				found = append(found, foreignWords{words: name, at: at, lost: true})
			}
		}
	}
	return found
}

// foreignOpening finds another unit's name where a statement, or what stands behind its year, names who acts: 2025年，石桥镇认真……
func foreignOpening(text string, statements []string, unit chinese.UnitName) []foreignWords {
	otherAt := func(at int) []foreignWords {
		told := strings.TrimPrefix(strings.TrimPrefix(text[at:], "度"), "，")
		name := unitAt(told)
		if name == "" || isVisited(text, at) {
			return nil
		}
		statement, _ := chinese.Around(text, at, chinese.StatementEnds)
		if unit.Kind != "" && chinese.ContainsAny(statement, []string{"我" + unit.Kind, "本" + unit.Kind, "来" + unit.Kind}) {
			return nil // of another unit, told to ours
		}
		other := chinese.ParseUnitName(name)
		above := other.Kind == "市" && unit.Kind != "市" // a city with districts and counties
		if other.Kind == "" || chinese.Rank(other.Kind) != chinese.Rank(unit.Kind) || unit.IsCalled(other.Core) || above {
			return nil
		}
		return []foreignWords{{words: name, at: len(text) - len(told)}}
	}
	var found []foreignWords
	for _, m := range chinese.YearsIn(text) {
		found = append(found, otherAt(m.End)...)
	}
	if chinese.Rank(unit.Kind) == 0 {
		return found
	}
	end := 0
	for _, statement := range statements {
		end += len(statement)
		_, rest, _ := chinese.ReadMarker(statement)
		found = append(found, otherAt(end-len(rest))...)
	}
	return found
}

// unitAt reads the name of a unit at the start of a text, if it is followed by a word of acting.
func unitAt(text string) string {
	const longest = 12 // characters, as in 云屏自治县石桥镇
	start := 0
	for i, r := range text {
		if !chinese.IsHan(r) || chinese.IsOneOf(r, "我本全各该两和及与是的对将由向所有") || utf8.RuneCountInString(text[:i]) > longest {
			return ""
		}
		kind := chinese.KindAt(text, i)
		if kind == "" || chinese.Rank(kind) == 0 {
			continue
		}
		if stem := text[start:i]; utf8.RuneCountInString(stem) < 2 || chinese.EndsWithAny(stem, unitWords["泛称"]) || startsWithPreposition(stem) {
			return "" // 城镇, 山区, 县, 部分镇
		}
		end := i + len(kind)
		if chinese.StartsWithAny(text[end:], unitWords["做事"]) || startsWithYear.MatchString(text[end:]) {
			return text[:end]
		}
		start = end // 青垣县 stands above 石桥镇
	}
	return ""
}

var startsWithYear = regexp.MustCompile(`^20[0-9]{2}年`)

// startsWithPreposition tells 通过北原, 在石桥 from names like 和平 and 向阳.
func startsWithPreposition(stem string) bool {
	return slices.ContainsFunc(unitWords["名称之前"], func(w string) bool {
		return strings.HasPrefix(stem, w) && (utf8.RuneCountInString(w) > 1 || w == "在" || w == "由" || w == "从")
	})
}

// foreignSignature finds another township's office in the preface, where the report says who wrote it and whom to ask.
func foreignSignature(s section, text string, unit chinese.UnitName) []foreignWords {
	if s.passage.Key != "narrative.preface" || chinese.Rank(unit.Kind) != 1 {
		return nil
	}
	var found []foreignWords
	for _, kind := range []string{"镇", "乡", "街道"} {
		for _, office := range []string{"人民政府", "办事处", "党政", "党委", "综合"} {
			for at := range chinese.Indexes(text, kind+office) {
				name, _ := nameEnding(text, at+len(kind))
				if name != "" && !unit.IsCalled(chinese.OwnPart(name)) && !chinese.IsQuoted(text, at) {
					found = append(found, foreignWords{words: name + office, at: at + len(kind) - len(name)})
				}
			}
		}
	}
	return found
}

// neighbours finds the neighbouring units that the county lists. Visits to them and work with them are sound.
func (in *Input) neighbours(text string, unit chinese.UnitName) []foreignWords {
	var found []foreignWords
	for _, name := range in.Settings.Neighbours {
		other := chinese.ParseUnitName(name)
		if other.Core == "" || chinese.Rank(other.Kind) != chinese.Rank(unit.Kind) || unit.IsCalled(other.Core) {
			continue
		}
		for at := range chinese.Indexes(text, other.Core) {
			if !chinese.EndsWithAny(text[:at], strings.Fields("与 和 同 赴 到 向 对 由 、 及 原")) && !chinese.IsQuoted(text, at) && !strings.HasSuffix(text[:at+len(other.Core)], unit.Core) {
				found = append(found, foreignWords{words: other.Core, at: at})
			}
		}
	}
	return found
}
