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
}

// Levels lists the levels that a unit may have.
func Levels() []Level { return levels }

var levels = []Level{
	{Name: "乡镇", Tier: Township, Government: true},
	{Name: "街道", Tier: Township, Government: true, Dispatched: true},
	{Name: "县级政府", Tier: County, Government: true},
	{Name: "县级部门", Tier: County},
	{Name: "市级政府", Tier: City, Government: true, Rules: MakesRules},
	{Name: "市级部门", Tier: City, Rules: RarelyRules},
	{Name: "省级政府", Tier: Province, Government: true, Rules: MakesRules},
	{Name: "省级部门", Tier: Province, Rules: RarelyRules},
	{Name: "国务院部门", Tier: State, Rules: MakesRules},
	{Name: "开发区", Tier: Anywhere, Rules: RarelyRules},
	{Name: "垂直管理机构", Tier: Anywhere, Rules: MakesRules},
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
