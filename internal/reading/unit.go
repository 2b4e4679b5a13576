package reading

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
)

// Unit is the report's own unit, as far as the reading of its texts needs it.
type Unit struct {
	name       string
	year       int  // of the report; 0 if it is not known
	government bool // reports for its departments and towns as well
}

// UnitOf is the unit that a report is by.
func UnitOf(r *model.Report) Unit {
	level, _ := form.LevelNamed(r.Field("unit.level"))
	u := Unit{name: r.Unit(), government: level.SumsUp()}
	u.year, _ = r.Year()
	return u
}

// speaker is whose doings a clause tells.
type speaker uint8

const (
	nobody  speaker = iota // the clause names none
	itself                 // the report's unit, in any of its names
	another                // another organ, or only a part of what the report covers
	part                   // the office of a government whose report covers more: no more than all
	members                // the organs that a government's report covers, without itself
)

// organs are the words that names of organs end in.
var organs = pattern.NewWords(`人民政府办公室 人民政府 政府办公室 政府办 政府 管理委员会 管委会 委员会 街道办事处 街道办 街办 办事处 街道 镇 乡 局 委 厅 办公室 党政综合办 综合办 党政办 党办 县办 区办 市办 公开办 综治办 中心 单位 机关 部门
	园区 开发区 大队 中队 执法队 法院 检察院 派出所 司法所 财政所 公司 学校 医院 站所 科室 股室 股 本级 系统`)

// nameEnds are the characters that a name may end in, so that most others need not be looked at twice.
var nameEnds = sync.OnceValue(func() string {
	ends := strings.Join(territories.List(), "")
	for _, organ := range organs.List() {
		last, _ := utf8.DecodeLastRuneInString(organ)
		if !strings.ContainsRune(ends, last) {
			ends += string(last)
		}
	}
	return ends
})

// territories follow 我 and 全: 我县, 全区.
var territories = pattern.NewWords("省 市 县 区 州 盟 旗 国")

// predicates are what may follow the organ that a clause is about. Anything else leaves the organ a place, a channel or an attribute.
var predicates = pattern.NewWords(`各 共 累计 全年 新 未 没有 无 收 受 接 办 制 作 做 依 严 认真 本年 今年 年内 发生 年 ， 按 在 因 主动公开 公开 始终 将 以 及时 同比 均 已 当年 直接 适用 分别 申请量 收件量 办件量 实施 出台 印发 登记 处罚 许可 （ (`)

// withinNames are words that no organ's name holds: a clause that begins with one of them is about something else.
var withinNames = pattern.NewWords("通过 按照 根据 依据 向 由 因 诉至 诉到 起诉 对 为 的 和 与 及 以 在 从 收到 受理 公开 发布 申请")

const longestName = 20 // characters

// speakerOf tells whom a clause is about: the organ or organs that it begins with. A name ends where a word for an organ and then a predicate
// stand. name is the stretch of it.
func (u *Unit) speakerOf(clause string) (who speaker, name string) {
	if chinese.StartsWithAny(clause, []string{"邻近", "邻镇", "邻县", "周边", "兄弟", "外地", "其他乡镇", "其他部门"}) {
		return another, clause
	}
	for _, reason := range []string{"主要是", "主要因", "主要系", "原因是", "因", "系", "均系", "均因"} {
		if rest, found := strings.CutPrefix(clause, reason); found {
			who, name = u.speakerOf(rest) // 主要是本机关未制作
			return who, clause[:len(reason)+len(name)]
		}
	}
	if rest, found := strings.CutPrefix(clause, "经"); found {
		if who, name = u.speakerOf(rest); who == itself {
			return who, clause[:len("经")+len(name)] // 经党政综合办公室登记
		}
	}
	who, name = nobody, ""
	start, runes, all, whole := 0, 0, true, false
	for i, r := range clause {
		if runes++; runes > longestName || r == utf8.RuneError {
			break
		}
		end := i + utf8.RuneLen(r)
		named := clause[start:end]
		if parts := r == '、' || r == '和' || r == '及' || r == '与'; parts && organs.Ends(clause[start:i]) {
			if withinNames.In(clause[start:i]) {
				break
			}
			all = all && (u.isCalled(clause[start:i]) || start > 0 && u.hasUnder(clause[start:i]))
			whole = whole || all && u.government && strings.HasPrefix(clause, "全")
			start, runes = end, 0
			continue
		}
		if !chinese.IsHan(r) {
			break
		}
		if !strings.ContainsRune(nameEnds(), r) || !u.endsName(named) {
			continue
		}
		rest := strings.TrimLeft(clause[end:], " 　")
		if _, counted := chinese.Digit(chinese.FirstRune(rest)); !beginsPredicate(rest) || counted && chinese.EndsWithAny(named, []string{"单位", "部门"}) { // 个人203件，单位46件; 点名单位11家
			continue
		}
		first := chinese.Clip(named, 1)
		if first != "我" && first != "本" && first != "全" && withinNames.In(named[:len(named)-utf8.RuneLen(r)]) {
			break
		}
		who, name = another, clause[:end] // and perhaps a longer one: 县政府, 县政府办公室
		if u.isOwnOffice(named) {
			who = part
		}
		if whole || all && (u.isCalled(u.ownName(named)) || start > 0 && u.hasUnder(named)) {
			who = itself
		}
	}
	return who, name
}

// ownName is a name from 本 or 我 on, where words stand before that: 检索后本局.
func (u *Unit) ownName(named string) string {
	for _, own := range []string{"本", "我"} {
		if at := strings.LastIndex(named, own); at > 0 && organs.Has(named[at+len(own):]) {
			return named[at:]
		}
	}
	return named
}

// subordinate begin the names of organs that are told together with the one that they belong to: 县政府及所属部门、各乡镇; departments are
// those of a government.
var (
	subordinate = pattern.NewWords("所属 直属 下属 其所属 其直属 其下属 各")
	departments = pattern.NewWords("部门 其部门 工作部门 其工作部门 政府部门 组成部门 县直部门 区直部门 市直部门 州直部门")
)

// hasUnder says whether organs that are told behind the unit belong to it: 县政府及部门, 县政府及县政府办公室.
func (u *Unit) hasUnder(named string) bool {
	office, isOffice := strings.CutSuffix(strings.TrimSuffix(named, "公室"), "办")
	return subordinate.Begins(named) || u.government && (departments.Has(named) || isOffice && u.isCalled(office))
}

// endsName says whether a name may end here: in a word for an organ, or as 我县 and 全县 do.
func (u *Unit) endsName(named string) bool {
	if organs.Ends(named) {
		return true
	}
	first := chinese.Clip(named, 1)
	return (first == "我" || first == "全") && territories.Has(named[len(first):])
}

// beginsPredicate says whether what follows a name says something of the organ.
func beginsPredicate(rest string) bool {
	for _, all := range []string{"各部门", "各单位"} {
		rest = strings.TrimPrefix(rest, all)
	}
	_, isDigit := chinese.Digit(chinese.FirstRune(rest))
	return rest != "" && (isDigit || predicates.Begins(rest))
}

// tellsOfWhole says whether a clause begins with the whole of a territory that is not the unit's: 全县, in the report of one of its offices.
func (u *Unit) tellsOfWhole(clause string) bool {
	rest, whole := strings.CutPrefix(clause, "全")
	territory := chinese.Clip(rest, 1)
	return whole && territories.Has(territory) && !u.governs(territory) && !chinese.StartsWithAny(rest[len(territory):], []string{"率先", "首", "第一"})
}

// speaksForMany says whether a clause tells of several organs at once, of which the unit is at most one.
func (u *Unit) speaksForMany(clause string) speaker {
	if chinese.ContainsAny(clause, []string{"政府及", "局及", "厅及", "委及", "局和直属", "局和所属", "各级行政机关", "各级机关"}) {
		return nobody // told with the organ itself
	}
	many := strings.Contains(clause, "各") && chinese.ContainsAny(clause, []string{"各级", "各镇", "各乡", "各街", "各部门", "各单位", "各村", "各执法"}) ||
		strings.Contains(clause, "属") && chinese.ContainsAny(clause, []string{"下属", "所属", "直属", "局属"}) ||
		strings.Contains(clause, "级") && chinese.ContainsAny(clause, []string{"两级", "三级", "四级"}) ||
		chinese.ContainsAny(clause, []string{"县直", "区直", "市直", "全系统"})
	switch {
	case !many, u.government && chinese.ContainsAny(clause, []string{"全省", "全市", "全县", "全区", "全州", "全旗", "我省", "我市", "我县", "我区"}):
		return nobody
	case u.government:
		return members
	}
	return another
}

// short writes organs as their abbreviations do: 街道办事处 and 街道 are 街, 人民政府 is 政.
var short = strings.NewReplacer("街道办事处", "街", "办事处", "街", "街道办", "街", "街办", "街", "街道", "街", "管理委员会", "管", "管委会", "管", "委员会", "委",
	"人民政府", "政", "政府", "政", "办公室", "办")

var offices = pattern.NewWords("便民服务中心 便民中心 党政综合办公室 党政办公室 综合办公室 办公室 党政办 办 综合行政执法大队 综合行政执法队 综合执法大队 综合执法队 执法大队 执法队 综合行政执法中队 综合执法中队 执法中队 综合行政执法办公室 综合行政执法办 综合执法办公室 综合执法办 综合行政执法局 综合执法局 执法部门")

// isCalled says whether a name means the unit: 我镇, the bare word for an organ, or an abbreviation, which has characters of the full
// name in their order and agrees with it in level and kind: 县卫健局 is 青岚县卫生健康局, 市场监管局 is not 市教育局.
func (u *Unit) isCalled(name string) bool {
	for _, party := range []string{"党委", "党工委", "工委"} {
		if of, found := strings.CutSuffix(name, party); found {
			return of == "" || u.isCalled(of)
		}
	}
	if name == "自己" {
		return true
	}
	first := chinese.Clip(name, 1)
	if first == "该" { // 该局, of which was told before: its own an office calls 我局
		return false
	}
	sumsUp := u.government && !strings.HasSuffix(u.name, "办公室")
	part := first == "本" && slices.Contains([]string{"本级", "本机关"}, name) || strings.HasSuffix(name, "本级")
	switch {
	case sumsUp && part:
		return false // its departments and towns are left out
	case u.government && (first == "全" || first == "我") && u.governs(chinese.Clip(name[len(first):], 1)):
		return true // 全县各级行政机关
	case first == "我" || first == "本":
		if territory := name[len(first):]; territories.Has(territory) {
			return u.governs(territory)
		}
		return true
	case first == "全":
		territory := name[len(first):]
		return u.governs(territory) || organs.Has(territory)
	case organs.Has(name) || name == "机关" || name == "行政机关":
		return name != "部门" && name != "单位" && !(u.government && (name == "办公室" || name == "办"))
	case strings.HasSuffix(name, "本级") && !sumsUp && u.isCalled(strings.TrimSuffix(name, "本级")):
		return true // of an office that reports for its government
	case strings.HasSuffix(name, "机关") && u.isCalled(strings.TrimSuffix(name, "机关")):
		return true // 局机关
	case strings.HasPrefix(name, u.name) || strings.HasSuffix(u.name, name):
		return true
	}
	if offices.Has(name) || strings.HasSuffix(name, "股") || strings.HasSuffix(name, "股室") || strings.HasSuffix(name, "科室") {
		return !u.government // a town's own office or team
	}
	for _, office := range offices.List() {
		if of, found := strings.CutSuffix(name, office); found && of != "" && u.isCalled(of) {
			return !sumsUp // an office acts for its town; a county's is one of many
		}
	}
	return u.abbreviates(name)
}

// isOwnOffice says whether a name is that of the office of a government whose report covers its departments too, or of what is its own alone: 县政府办公室,
// 县本级.
func (u *Unit) isOwnOffice(name string) bool {
	for _, office := range []string{"办公室", "办", "本级"} {
		if of, found := strings.CutSuffix(name, office); found && of != "" {
			return u.government && u.isCalled(of)
		}
	}
	return false
}

// abbreviates says whether a name is the unit's in fewer characters.
func (u *Unit) abbreviates(name string) bool {
	own, called := []rune(short.Replace(u.name)), []rune(short.Replace(name))
	if len(own) == 0 || len(called) == 0 {
		return false
	}
	last, head := own[len(own)-1], called[len(called)-1]
	switch fits := head == last; {
	case fits:
	case last == '政' && len(own) > 1 && (own[len(own)-2] == '镇' || own[len(own)-2] == '乡') && head == own[len(own)-2]:
	case last == '办' && head == '政':
	case last == '管' && (head == '委' || head == '区' && (strings.HasSuffix(name, "园区") || strings.HasSuffix(name, "开发区"))):
	default:
		return false
	}
	if head == '政' && len(called) == 2 && territories.Has(string(called[0])) && !strings.Contains(string(own), string(called)) {
		return false // 区政府 of a 市政府
	}
	return chinese.Abbreviates(string(called), string(own)) || len(called) <= 3 && chinese.Abbreviates(string(called[max(0, len(called)-2):]), string(own))
}

// governs says whether a territory, such as that of 全县, is the unit's own.
func (u *Unit) governs(territory string) bool {
	name := strings.TrimSuffix(u.name, "办公室")
	for _, organ := range []string{"人民政府", "政府", "管理委员会", "管委会"} {
		if before, found := strings.CutSuffix(name, organ); found {
			return strings.HasSuffix(before, territory) || territory == "区" && organ[:len("管")] == "管"
		}
	}
	return false
}
