package check

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var (
	reportsName = pattern.New(`年度报告|政府信息公开年报|[0-9]{4}年`, "年")
	sealed      = pattern.New(`\s*[（(【\[〔](?:此处)?(?:加?盖)?(?:单位|机关)?(?:公章|印章|签章|盖章|印鉴|章)(?:处)?[）)】\]〕]`, "章", "印鉴")
)

// marksInNoName end sentences or quote; brackets, · and 、 stand in names.
const marksInNoName = "。，；：！？《》,.;:!?…"

// faultOfName is what is wrong with a unit's name, and the name that may be meant.
func faultOfName(name string) (fault, expected string) {
	expected, isPlace := chinese.OfficeOf(name)
	switch {
	case sealed.MatchString(name):
		mark := sealed.FindString(name)
		return "“" + mark + "”不是名称里的，会印进标题和落款，请删去", strings.TrimSpace(strings.Replace(name, mark, "", 1))
	case slices.Contains(contactWords.list("没有地名"), name):
		return "没有写是哪里的，请填全称，前面加上地名", ""
	case strings.ContainsAny(name, marksInNoName):
		bare := strings.Map(func(r rune) rune {
			if chinese.IsOneOf(r, marksInNoName) {
				return -1
			}
			return r
		}, name)
		return "单位名称里不用标点，会印进标题，请删去", bare
	case reportsName.MatchString(name):
		return "请只填单位的名称，年份和“政府信息公开工作年度报告”生成时会自动加上", ""
	case isPlace:
		return "只是地名，请核对全称是不是“" + expected + "”", expected
	}
	return faultOfGovernment(name)
}

// faultOfGovernment is what is wrong with the name of a government of a place that can have none: 青石真人民政府.
func faultOfGovernment(name string) (fault, expected string) {
	place, governs := strings.CutSuffix(name, "人民政府")
	if !governs || isGoverned(place) || utf8.RuneCountInString(place) < 2 {
		return "", ""
	}
	last := lastRune(place)
	for _, p := range byPlace {
		if kind := []rune(p.ends); len(kind) == 1 && phrases().alike(chinese.FirstRune(last), kind[0]) {
			expected = strings.TrimSuffix(place, last) + p.ends + "人民政府"
			return "“" + last + "”像是“" + p.ends + "”写错了，请核对是不是“" + expected + "”", expected
		}
	}
	return "“人民政府”前面不是省、市、县、区、镇、乡这样的字，请核对是不是漏了字、写错了字", ""
}

// isGoverned says whether a place is of a kind that has a government.
func isGoverned(place string) bool {
	return slices.ContainsFunc(byPlace, func(p placeStanding) bool { return strings.HasSuffix(place, p.ends) })
}

// unitStanding is what a unit's name tells of its place in the administration.
type unitStanding struct {
	what string   // that it is
	fits []string // the levels that it may have, the likeliest first
	also []string // those that it has been given, and that are not spoken of
}

// faultOfLevel is what is wrong with a level, and the level that may be meant.
func faultOfLevel(level form.Level, unit string) (fault, expected string) {
	s, ok := standingOf(unit)
	if !ok || slices.Contains(s.fits, level.Name) || slices.Contains(s.also, level.Name) {
		return "", ""
	}
	if len(s.fits) == 1 {
		expected = s.fits[0]
	}
	return "而“" + told(unit) + "”看名称是" + s.what + "，层级一般是" + eitherOf(s.fits) + "，请核对", expected
}

// eitherOf lists words of which one is meant: “甲”、“乙”或“丙”.
func eitherOf(words []string) string {
	quoted := "“" + strings.Join(words, "”、“") + "”"
	if last := strings.LastIndex(quoted, "、"); last >= 0 {
		return quoted[:last] + "或" + quoted[last+len("、"):]
	}
	return quoted
}

var (
	governments = []string{"县级政府", "市级政府", "省级政府"}
	departments = []string{"县级部门", "市级部门", "省级部门"}
	otherLevels = []string{"垂直管理机构", "授权组织", "开发区"}
)

// standingOf reads a unit's name as far as it is certain; ok is false for one that may stand anywhere. Cities are at three levels by
// the same word, and so are many districts.
func standingOf(name string) (s unitStanding, ok bool) {
	if !chinese.IsHanOnly(name) {
		return unitStanding{}, false
	}
	for _, look := range []func(string) (unitStanding, bool){standingOfGovernment, standingOfOffice, standingBySuperior, standingOfOther, standingOfDepartment} {
		if s, ok = look(name); ok {
			return s, true
		}
	}
	return unitStanding{}, false
}

// placeStanding is the standing of what governs a place, by the end of its name.
type placeStanding struct {
	ends string
	unitStanding
}

// byPlace is the standing of a government by the place that it governs.
var byPlace = []placeStanding{
	{"街道", unitStanding{fits: []string{"街道"}}},
	{"苏木", unitStanding{fits: []string{"乡镇"}}},
	{"镇", unitStanding{fits: []string{"乡镇"}}},
	{"乡", unitStanding{fits: []string{"乡镇"}}},
	{"县", unitStanding{fits: []string{"县级政府"}}},
	{"旗", unitStanding{fits: []string{"县级政府"}}},
	{"自治区", unitStanding{fits: []string{"省级政府"}}},
	{"区", unitStanding{fits: []string{"县级政府", "市级政府"}, also: []string{"开发区"}}},
	{"州", unitStanding{fits: []string{"市级政府"}}},
	{"市", unitStanding{fits: governments}},
	{"省", unitStanding{fits: []string{"省级政府"}}},
}

// What the names of governments and of their offices end with.
var (
	governmentTails       = pattern.NewWords("人民政府 政府")
	streetOfficeTails     = pattern.NewWords("办事处 办")
	governmentOfficeTails = pattern.NewWords("政府办公室 政府办公厅")
)

func standingOfGovernment(name string) (s unitStanding, ok bool) {
	place, governs := governmentTails.CutSuffix(name)
	if !governs {
		place = name // 合水县
	}
	if contactWords.words("不一定是政府").Ends(place) || utf8.RuneCountInString(place) < 3 && (!governs || strings.HasSuffix(place, "州")) {
		return unitStanding{}, false
	}
	for _, p := range byPlace {
		if !strings.HasSuffix(place, p.ends) {
			continue
		}
		s = p.unitStanding
		s.what = p.ends + "政府"
		// Places that end in 区 are of many kinds.
		return s, governs || p.ends != "区" && slices.Contains(governments, s.fits[0])
	}
	return unitStanding{}, false
}

// standingOfOffice reads the offices of streets and of governments. A government's office often fills in for the government.
func standingOfOffice(name string) (s unitStanding, ok bool) {
	if place, found := streetOfficeTails.CutSuffix(name); found && strings.HasSuffix(place, "街道") {
		return unitStanding{what: "街道办事处", fits: []string{"街道"}}, true
	}
	place, found := governmentOfficeTails.CutSuffix(name)
	place = strings.TrimSuffix(place, "人民")
	switch {
	case !found || chinese.EndsWithAny(place, []string{"镇", "乡", "街道", "苏木"}):
		return unitStanding{}, false
	case chinese.EndsWithAny(place, []string{"县", "旗"}):
		return unitStanding{what: place[len(place)-len("县"):] + "政府的办公室", fits: []string{"县级部门"}, also: append([]string{"县级政府"}, otherLevels...)}, true
	}
	return unitStanding{what: "政府的办公室", fits: departments, also: append(slices.Clone(governments), otherLevels...)}, true
}

// standingBySuperior reads the names of what is run from above.
func standingBySuperior(name string) (s unitStanding, ok bool) {
	run := contactWords.words("垂直管理").Ends(name)
	for _, head := range contactWords.list("垂直管理的上级") {
		rest, found := strings.CutPrefix(name, head)
		run = run || found && rest != "" && chinese.EndsWithAny(rest, []string{"局", "队", "行"})
	}
	return unitStanding{what: "垂直管理的单位", fits: []string{"垂直管理机构"}, also: []string{"国务院部门", "授权组织", "开发区"}}, run
}

// standingOfOther reads the names of zones, and of what is no office.
func standingOfOther(name string) (s unitStanding, ok bool) {
	if isCommittee(name) || strings.HasSuffix(name, "管委会") {
		return unitStanding{what: "开发区、园区的管委会", fits: []string{"开发区"}, also: []string{"授权组织"}}, contactWords.words("开发区").In(name)
	}
	also := append(slices.Clone(departments), "国务院部门", "开发区", "垂直管理机构")
	return unitStanding{what: "企业或者事业单位", fits: []string{"授权组织"}, also: also}, contactWords.words("企业和事业单位").Ends(name)
}

// isCommittee is true of a 管理委员会 that manages an area, not of 国有资产监督管理委员会.
func isCommittee(name string) bool {
	return strings.HasSuffix(name, "管理委员会") && !strings.HasSuffix(name, "监督管理委员会")
}

var notPlaces = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer(pairs(contactWords.list("不是地名"))...) })

// pairs has each word, and nothing to stand for it.
func pairs(words []string) []string {
	var list []string
	for _, w := range words {
		list = append(list, w, "　")
	}
	return list
}

// standingOfDepartment reads the names of departments by the lowest place in them.
func standingOfDepartment(name string) (s unitStanding, ok bool) {
	places := notPlaces().Replace(name)
	if strings.HasSuffix(name, "厅") && chinese.ContainsAny(name, []string{"省", "自治区"}) {
		return unitStanding{what: "省、自治区的厅", fits: []string{"省级部门"}, also: otherLevels}, true
	}
	switch {
	case !chinese.EndsWithAny(name, []string{"局", "委员会", "办公室"}), isCommittee(name),
		strings.Contains(name, "街道"), contactWords.words("看不出层级").In(name), chinese.ContainsAny(places, []string{"镇", "乡", "街道", "苏木"}):
		return unitStanding{}, false
	case countyNamed.MatchString(places):
		return unitStanding{what: "县里的部门", fits: []string{"县级部门"}, also: otherLevels}, true
	case chinese.ContainsAny(places, []string{"区", "市", "州", "盟", "省"}):
		return unitStanding{what: "政府的部门", fits: departments, also: otherLevels}, true
	}
	return unitStanding{}, false
}

// countyNamed finds the name of a county or of a banner of Inner Mongolia.
var countyNamed = pattern.New(`[^省市州盟区各全　]县|(?:左|右|前|后|中|自治|翼)旗`)
