package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

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
		if lead, behind, cut := strings.Cut(rest, "："); cut && utf8.RuneCountInString(lead) <= longestLead && headings.Ends(lead) {
			_, rest, _ = chinese.ReadMarker(behind) // 存在的主要问题：石桥镇在……
		}
		rest, _ = points.CutPrefix(rest)
		if lead, behind, cut := strings.Cut(rest, "，"); cut && slices.Contains(unitWords.list("开头的话"), lead) {
			rest = behind // 下一步，石桥镇将……
		}
		found = append(found, otherAt(end-len(cutWords(rest, presentingFirst)))...)
	}
	return found
}

// presentingFirst begin a statement that presents the report by its title: 现公布石桥镇2025年……年度报告.
var presentingFirst = pattern.NewWords("现将 现就 兹将 现公布 现发布 现公开 兹公布 特公布 谨公布")

// headings end what stands before a colon as a heading of what is the unit's own, and not as a label of somebody: 结对单位：石桥镇.
var headings = pattern.NewWords("问题 不足 短板 原因 措施 改进 整改 方向 打算 下一步 方面 情况 公开 管理 建设 保障")

// points begin what is told one by one.
var points = pattern.NewWords(chinese.Points)

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
		if stem := text[start:i]; utf8.RuneCountInString(stem) < 2 || unitWords.words("泛称").Ends(stem) || startsWithPreposition(stem) {
			return "" // 城镇, 山区, 县, 部分镇
		}
		end := i + len(kind)
		said := strings.TrimPrefix(text[end:], "政府")
		if unitWords.words("做事").Begins(said) || chinese.Rank(kind) == 1 && unitWords.words("乡镇做事").Begins(said) || startsWithYear.MatchString(text[end:]) {
			return text[:end]
		}
		if name, _ := nameEnding(text, end); chinese.Rank(kind) == 1 && name == text[start:end] && !holdsWord(text[start:i]) && unitWords.words("乡镇开头做事").Begins(said) && !isHelp.Begins(said) {
			return text[:end]
		}
		start = end // 青垣县 stands above 石桥镇
	}
	return ""
}

// isHelp tells 石桥镇对口帮扶 from what the town does.
var isHelp = pattern.NewWords("对口 对接 对面 对岸 对调 从此 按摩")

var startsWithYear = pattern.New(`^20[0-9]{2}年`)

// startsWithPreposition tells 通过北原, 在石桥 from names like 和平 and 向阳.
func startsWithPreposition(stem string) bool {
	return slices.ContainsFunc(unitWords.list("名称之前"), func(w string) bool {
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

// institutions finds what another township has where a township tells of its own: 石桥镇便民服务中心, 石桥镇15个村, 印发《石桥镇2025年……方案》.
func (u *ownUnit) institutions(text string) []foreignWords {
	if chinese.Rank(u.Kind) != 1 {
		return nil
	}
	var found []foreignWords
	for _, kind := range []string{"镇", "乡", "街道"} {
		for at := range chinese.Indexes(text, kind) {
			end := at + len(kind)
			of := unitWords.words("乡镇的机构").First(text[end:min(len(text), end+longestInstitution)])
			isOwned := of != "" && strings.HasPrefix(text[end:], of) || villages.MatchString(text[end:])
			name, _ := nameEnding(text, end)
			start := end - len(name)
			isIssued := name != "" && chinese.EndsWithAny(text[:start], []string{"印发《", "制定《", "出台《", "修订《", "下发《", "发布《"})
			switch {
			case name == "" || u.IsCalled(name) || strings.HasSuffix(text[:end], u.Core) || !isOwned && !isIssued:
			case isIssued || !isVisited(text, start) && !chinese.EndsWithAny(text[:start], withOthers):
				found = append(found, foreignWords{words: name, at: start})
			}
		}
	}
	return found
}

const longestInstitution = 60 // bytes

// villages is a number of villages behind a township's name.
var villages = pattern.New(`^(?:[0-9]+|[一二三四五六七八九十]+)个(?:行政村|村|社区|自然村)`)

// withOthers are words before another unit's name where it is told of what is done with it.
var withOthers = strings.Fields("与 和 同 赴 到 向 对 、 及 原 送交 转交 移交 移送 转送 交给 转给 送给 寄往 寄给")

// neighbours finds the neighbouring units that the county lists. Visits to them and work with them are sound.
func (in *Input) neighbours(text string, unit chinese.UnitName) []foreignWords {
	var found []foreignWords
	for _, name := range in.Settings.Neighbours {
		other := chinese.ParseUnitName(name)
		if other.Core == "" || chinese.Rank(other.Kind) != chinese.Rank(unit.Kind) || unit.IsCalled(other.Core) {
			continue
		}
		for at := range chinese.Indexes(text, other.Core) {
			if !chinese.EndsWithAny(text[:at], withOthers) && !isVisited(text, at) && !strings.HasSuffix(text[:at+len(other.Core)], unit.Core) {
				found = append(found, foreignWords{words: other.Core, at: at})
			}
		}
	}
	return found
}
