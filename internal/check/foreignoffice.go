package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

// madeBy finds who made the report.
var madeBy = pattern.New(`(?:报告|年报)由([^，。；：、由]{2,25}?)(?:负责)?(?:编制|编写|编撰|起草|撰写|发布|公布|制作)`, "报告由", "年报由")

// offices finds another office where a statement names who acts: a development zone in a zone's report, a bureau of another
// county, another bureau that speaks of how it sees to its work. Superiors and partners that do something of their own are none.
func (u *ownUnit) offices(text string, statements []string) []foreignWords {
	if !strings.ContainsAny(text, "局委会厅") {
		return nil
	}
	var found []foreignWords
	end := 0
	for _, statement := range statements {
		start := end
		end += len(statement)
		if !strings.ContainsAny(chinese.Clip(statement, 40), "局委会厅") {
			continue
		}
		_, rest, _ := chinese.ReadMarker(statement)
		if m := chinese.YearsIn(rest); len(m) > 0 && m[0].Start == 0 {
			rest = strings.TrimLeft(strings.TrimPrefix(rest[m[0].End:], "度"), "，")
		}
		if lead, behind, found := strings.Cut(rest, "："); found && utf8.RuneCountInString(lead) <= longestLead {
			rest = behind // 改进措施：县教育局将
		}
		called, said := officeAt(rest)
		name := called
		for at, verb := range tellsOfWhom.Each(called) {
			name = called[at+len(verb):] // 报告反映县民政局
		}
		led := strings.TrimSuffix(strings.TrimSuffix(name, "党委"), "工委") // 局党委
		if name == "" || led != name && !strings.ContainsAny(led, "局厅会") || chinese.IsQuoted(text, start) || isVisited(statement, len(statement)-len(rest)) || !u.isOtherOffice(led) {
			continue
		}
		acts := unitWords.words("做事").Begins(said)
		own := unitWords.words("自称的做法").Begins(said) || chinese.Rank(u.Kind) == 0 && unitWords.words("自称的打算").Begins(said) || acts && chinese.ContainsAny(statement, []string{"我局", "我委", "我厅", "本局", "本委"})
		own = own || chinese.Rank(u.Kind) == 0 && u.speaksAsOneself(name, said)
		superior := chinese.StartsWithAny(name, []string{"省", "国家"}) || u.tier < form.City && chinese.StartsWithAny(name, []string{"市", "州"})
		place := placesInOffice(name)
		elsewhere := len(place) > 0 && len(u.places) > 0 && !u.liesIn(place[len(place)-1])
		zone := isZone(name) && isZone(u.full)
		switch at := end - len(rest); {
		case chinese.Rank(u.Kind) > 1 && !zone, superior:
		case zone && acts, own && (elsewhere || chinese.Rank(u.Kind) == 0):
			found = append(found, foreignWords{words: name, at: at})
		case own, elsewhere && chinese.Rank(u.Kind) == 0 && acts:
			found = append(found, foreignWords{words: name, at: at, unsure: true})
		}
	}
	return found
}

// tellsOfWhom are verbs of reports, behind which the name of an office begins.
var tellsOfWhom = pattern.NewWords("反映 介绍 说明 总结 汇总")

// speaksAsOneself says whether a bureau that is named without the place above it, as bureaus name themselves, says what it is going to publish:
// 水利局将分村公布采伐指标 in the report of another one.
func (u *ownUnit) speaksAsOneself(name, said string) bool {
	isBureau := chinese.EndsWithAny(u.full, []string{"局", "厅"})
	bare := isBureau && len(placesInOffice(name)) == 0 && !strings.ContainsRune(bareKinds, chinese.FirstRune(name)) && !strings.HasSuffix(name, "分局")
	clause, _, _ := strings.Cut(said, "，")
	return bare && chinese.StartsWithAny(said, []string{"将", "拟", "计划"}) && chinese.ContainsAny(clause, []string{"公开", "公布", "公示", "发布", "上网"}) && !strings.ContainsAny(clause, "我本")
}

const longestLead = 8 // characters before a colon

// officeEnds are the words in which names of offices end, the longer first.
var officeEnds = pattern.NewWords("管理委员会 管委会 委员会 局 厅 委")

// officeAt is the name of an office at the start of a text, and what is said of it; "" if there is none, or only 我局, 各局.
func officeAt(text string) (name, said string) {
	const longest = 24 // characters
	run := text
	for i, r := range text {
		if !chinese.IsHan(r) || chinese.IsOneOf(r, "我本各该和与及由向对将把的在") {
			run = text[:i]
			break
		}
	}
	run = chinese.Clip(run, longest)
	if citing.In(run) {
		return "", "" // 严格按照市生态环境局要求
	}
	for i, r := range run {
		if !chinese.IsOneOf(r, "管委局厅") {
			continue
		}
		for _, ending := range officeEnds.List() {
			// 局部, 委托: the office's name goes on to what it does
			if rest, found := strings.CutPrefix(run[i:], ending); found && utf8.RuneCountInString(run[:i]) >= 2 && !chinese.StartsWithAny(rest, []string{"部", "面", "限", "托", "员", "派", "党组", "长", "机关", "办公室", "属"}) {
				return run[:i] + ending, text[i+len(ending):]
			}
		}
	}
	return "", ""
}

func isZone(name string) bool {
	return chinese.EndsWithAny(name, []string{"管理委员会", "管委会"})
}

// bareKinds may stand before an office's name for the place above it: 县教育局.
const bareKinds = "省市县区州"

// officeCore is an office's name without the bare kind of what stands above it: 教育局 of 县教育局.
func officeCore(name string) string {
	return strings.TrimLeft(chinese.ParseUnitName(name).Core, bareKinds)
}

// placesInOffice are the places in an office's name; 区城市管理局 has none.
func placesInOffice(name string) []chinese.UnitName {
	return chinese.PlacesIn(strings.TrimLeft(name, bareKinds))
}

// isOtherOffice says whether an office's name is not the unit's own, be it shortened.
func (u *ownUnit) isOtherOffice(name string) bool {
	if isZone(name) {
		stem := strings.TrimSuffix(strings.TrimSuffix(name, "管理委员会"), "管委会")
		return utf8.RuneCountInString(stem) > 4 && !chinese.Abbreviates(stem, u.full) && !chinese.Abbreviates(strings.TrimSuffix(u.full, "管理委员会"), stem)
	}
	if chinese.ParseUnitName(name).Kind == "" {
		return false
	}
	if chinese.Rank(u.Kind) != 0 {
		return true
	}
	core := officeCore(name)
	own := core == "" || chinese.Abbreviates(core, u.Core) || chinese.Abbreviates(u.Core, core)
	places := placesInOffice(name)
	if own && len(places) > 0 {
		if zone := places[len(places)-1].Core; chinese.EndsWithAny(zone, []string{"高新区", "经开区", "开发区", "新区"}) && chinese.Abbreviates(strings.TrimSuffix(zone, "区"), u.full) {
			return false // 高新区生态环境局, of the 高新技术产业开发区
		}
		return len(u.places) > 0 && !u.liesIn(places[len(places)-1]) // the same bureau of another county
	}
	return !own
}

// madeElsewhere makes a function that finds another unit that is said to have made the report, or, in the preface, to present it.
func (u *ownUnit) madeElsewhere(passage form.Key) func(text string) []foreignWords {
	return func(text string) []foreignWords {
		if found := u.maker(text); found != nil || passage != "narrative.preface" {
			return found
		}
		return u.presenter(text)
	}
}

// basis are words behind a name that lead to what its unit goes by.
var basis = pattern.NewWords(citingWords + " 结合 组织")

// withoutBasis is a name without what its unit goes by: 云屏县水利局根据条例.
func withoutBasis(words string) string {
	for _, lead := range basis.List() {
		if i := strings.Index(words, lead); i > 0 {
			return words[:i]
		}
	}
	return words
}

// maker finds an office of another name that is said to have made the report.
func (u *ownUnit) maker(text string) []foreignWords {
	if !strings.Contains(text, "报告由") && !strings.Contains(text, "年报由") {
		return nil
	}
	m := madeBy.FindStringSubmatchIndex(text)
	if m == nil {
		return nil
	}
	name := withoutBasis(text[m[2]:m[3]])
	other := chinese.ParseUnitName(name)
	office, ownOffice := chinese.Rank(other.Kind) == 0, chinese.Rank(u.Kind) == 0
	if other.Kind == "" || u.IsCalled(other.Core) || chinese.StartsWithAny(name, []string{"本", "我"}) {
		return nil
	}
	foreign := office && chinese.Rank(u.Kind) == 1
	if office && ownOffice {
		foreign = other.Kind != u.Kind || !chinese.Abbreviates(other.Core, u.Core)
	}
	if !office {
		foreign = u.isOther(text, m[2]+strings.Index(name, other.Core)+len(other.Core), other.Core, other.Kind)
	}
	if !foreign {
		return nil
	}
	return []foreignWords{{words: name, at: m[2]}}
}
