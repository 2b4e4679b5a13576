package form

import (
	"slices"
	"time"
)

// Tier is how high in the administration a unit stands.
type Tier int

// Anywhere is where units of a level stand that may stand at any.
const Anywhere Tier = -1

const (
	Township Tier = iota + 1 // 乡镇、街道
	County
	City
	Province
	State
)

// Authority says whether a unit may make 规章.
type Authority int

const (
	NoRules     Authority = iota // it may not
	RarelyRules                  // it hardly may, or belongs to those who do
	MakesRules                   // no rule forbids it figures
)

// Level is a unit's place in the administration.
type Level struct {
	Name       string
	Tier       Tier
	Government bool // reports 工作考核, 社会评议 and 责任追究 (article 50)
	Dispatched bool // an office of a higher government (派出机关), much of whose work is done by mandate
	Rules      Authority
	Called     []string // what else people write for it, that means nothing else
}

// Levels lists the levels that a unit may have.
func Levels() []Level { return levels }

var levels = []Level{
	{Name: "乡镇", Tier: Township, Government: true, Called: []string{"乡", "镇", "民族乡", "苏木", "乡级", "镇级", "乡镇级", "乡政府", "镇政府", "乡镇政府", "乡人民政府", "镇人民政府", "乡镇人民政府"}},
	{Name: "街道", Tier: Township, Government: true, Dispatched: true, Called: []string{"街道办", "街道办事处", "街办"}},
	{Name: "县级政府", Tier: County, Government: true, Called: []string{"县政府", "区政府", "旗政府", "县区政府", "县人民政府", "区人民政府", "旗人民政府", "县级人民政府"}},
	{Name: "县级部门", Tier: County, Called: []string{"县局", "区局", "旗局", "县直", "区直", "县直部门", "区直部门", "县直单位", "区直单位", "县区部门", "县部门", "区部门", "县级单位"}},
	{Name: "市级政府", Tier: City, Government: true, Rules: MakesRules},
	{Name: "市级部门", Tier: City, Rules: RarelyRules},
	{Name: "省级政府", Tier: Province, Government: true, Rules: MakesRules, Called: []string{"省政府", "省人民政府", "省级人民政府"}},
	{Name: "省级部门", Tier: Province, Rules: RarelyRules, Called: []string{"省厅", "省局", "省直", "省直部门", "省直单位"}},
	{Name: "国务院部门", Tier: State, Rules: MakesRules},
	{Name: "开发区", Tier: Anywhere, Rules: RarelyRules, Called: []string{"管委会", "开发区管委会", "园区管委会", "经开区", "高新区"}},
	{Name: "垂直管理机构", Tier: Anywhere, Rules: MakesRules, Called: []string{"垂管", "垂管单位", "垂管部门", "垂管机构", "垂直管理", "垂直管理单位", "垂直管理部门"}},
	{Name: "授权组织", Tier: Anywhere, Rules: RarelyRules},
}

// LevelNames lists what the levels are called.
func LevelNames() (names []string) {
	for _, l := range levels {
		names = append(names, l.Name)
	}
	return names
}

// LevelNamed finds a level by its name; the zero Level, which has no property, if there is none of that name.
func LevelNamed(name string) (l Level, ok bool) {
	i := slices.IndexFunc(levels, func(l Level) bool { return l.Name == name })
	if i < 0 {
		return Level{}, false
	}
	return levels[i], true
}

// LevelMeant finds a level by its name, or by what people write for it.
func LevelMeant(words string) (l Level, ok bool) {
	if l, ok = LevelNamed(words); ok {
		return l, true
	}
	i := slices.IndexFunc(levels, func(l Level) bool { return slices.Contains(l.Called, words) })
	if i < 0 {
		return Level{}, false
	}
	return levels[i], true
}

// SumsUp says whether the unit's report adds those of others up: governments from the county on. They publish by 31 March,
// all others, whose figures they wait for, by 31 January or by the day that the government above sets (article 49).
func (l Level) SumsUp() bool { return l.Government && l.Tier > Township }

// Deadline is the last day of the year after the report year on which the law lets the unit publish.
func (l Level) Deadline() (month time.Month, day int) {
	if l.SumsUp() {
		return time.March, 31
	}
	return time.January, 31
}
