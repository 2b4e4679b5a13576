package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// houseOf is the street and the house behind a place's name in an address: 丰原县城北路18号.
	houseOf = pattern.New(`^[\p{Han}0-9]{1,20}?(?:路|街|巷|道|弄|里|村|组)[0-9]{1,5}号`, "号")
	// addresses are words of a statement on where somebody is found.
	addresses = pattern.NewWords("地址 地点 邮编 邮政编码 联系 来信 邮寄 寄至 位于 索取 办公室")
	// followed are words with which a government or party committee above the unit is named, as the one that asks for something.
	followed = pattern.New(`^(?:区委|县委|市委|委)?(?:、)?(?:区|县|市)?(?:委|党委|人民政府|政府)(?:、(?:区|县|市)?(?:人民)?政府)?(?:办公室)?(?:的|统一|工作|有关|相关|关于)*(?:要求|部署|安排|领导|决策|规定|通知|工作要点|统一|文件)`, "要求", "部署", "安排", "领导", "决策", "规定", "通知", "要点", "统一", "文件")
	// ordered is what a place asks for that is named without its government: 按照云溪区的统一安排.
	ordered = pattern.New(`^(?:的|统一|工作|有关|相关|关于|政务公开|政府信息公开)*(?:部署|安排|统一要求|工作要点)|^的?(?:统一|工作)+要求`, "要求", "部署", "安排", "要点")
	// someCounty are words before 县, 区 that say which one, and are no name.
	someCounty = pattern.NewWords("属地 牵头 试点 对口 受援 帮扶 当地 主管 上级 各有关 相关 有关 服务 管辖 辖区 派驻 住所地 户籍 迁出 迁入")
	// life is what a place has that its own government tells of.
	life = pattern.NewWords("经济 国民经济 社会发展 营商环境 市民 居民 群众 百姓 农民 老百姓 公众 辖区 全域 境内 范围内 城乡 农业 工业 民生 各项事业 人民群众 高质量")
)

// counties finds another county, district or city where the unit tells of its own: in its address, as the one whose orders it follows, as the place
// whose economy or people it works for.
func (u *ownUnit) counties(text string) []foreignWords {
	return u.otherPlaces(text, func(p placeName) (found, unsure bool) {
		isAddress := houseOf.MatchString(p.after()) && addresses.In(p.statement())
		isAbove := (followed.MatchString(p.after()) || ordered.MatchString(p.after()) && !holdsWord(p.stem())) && following.Ends(p.before())
		isHome := life.Begins(p.after()) && chinese.EndsWithAny(p.before(), []string{"对", "为", "在", "关注", "服务", "反映", "推动", "促进", "关心", "了解", "发布", "公开", "公布", "解读", "优化"})
		isHome = isHome || within.Begins(p.after()) && (p.before() == "" || chinese.EndsWithAny(p.before(), homely))
		switch {
		case !isAddress && !isAbove && !isHome, elsewhere.In(p.statement()), !isAbove && holdsWord(p.stem()), isAbove && someCounty.Begins(p.String()),
			chinese.EndsWithAny(p.stem(), []string{"镇", "乡", "街道", "村", "社区"}), // 迎晖镇县府街1号
			!isAddress && !u.isDelimited(p.before()) && !chinese.EndsWithAny(p.before(), []string{"关注", "服务"}),
			chinese.EndsWithAny(p.String(), []string{"新区", "高新区", "开发区", "经开区"}), chinese.StartsWithAny(p.after(), u.ownPlaces()):
			return false, false
		}
		return true, isAddress && p.kind == "区"
	})
}

// within are words for all of a place, homely what stands before its name where a unit tells of all that it looks after.
var (
	within = pattern.NewWords("境内 辖区内 辖区 全域 全境 范围内 各地 城乡")
	homely = []string{"。", "；", "：", "，", "\n", "将", "把", "对", "涉及", "覆盖", "针对", "遍及"}
)

// following are words before the name of the place whose orders one follows.
var following = pattern.NewWords(citingWords + " 按 落实 贯彻 执行 在 对照 结合")

// zoneRules are rules and orders on publishing, behind the name of the place whose they are.
var zoneRules = pattern.New(`^(?:党工委|管委会|区委)?(?:、管委会|、区政府)?(?:办公室)?(?:基层)?(?:政务公开|政府信息公开|信息公开|政务新媒体)(?:工作|和|与|政务公开)*(?:年度|绩效)?(?:考核|考评|评估|测评|要点|工作要点|实施|方案|细则|办法|制度|规定|标准|目录|通知|要求|部署|安排)`, "公开", "政务新媒体")

// newDistricts finds a new district whose rules on publishing are followed by who lies in another district: 按照滨海新区政务公开工作考核细则. It may
// manage what lies elsewhere by name.
func (u *ownUnit) newDistricts(text string) []foreignWords {
	isCounty := func(p chinese.UnitName) bool { return chinese.Rank(p.Kind) == 2 && p.Kind != "市" }
	if strings.Contains(u.full, "新区") || !slices.ContainsFunc(u.places, isCounty) {
		return nil
	}
	const kind = "新区"
	var found []foreignWords
	for at := range chinese.Indexes(text, kind) {
		stem := stemEnding(text, at)
		p := placeName{text, at - len(stem), at + len(kind), "区"}
		if utf8.RuneCountInString(stem) >= 2 && !strings.HasSuffix(stem, "级") && !strings.Contains(u.full, stem) && following.Ends(p.before()) &&
			zoneRules.MatchString(p.after()) && !elsewhere.In(p.statement()) && !isVisited(text, at) {
			found = append(found, foreignWords{words: p.String(), at: p.start, unsure: true})
		}
	}
	return found
}

var (
	// folk are the people of a place, serving the words before the name of those whom a unit works for.
	folk    = pattern.NewWords("居民 群众 村民 市民 百姓 老百姓 农户 广大 辖区")
	serving = pattern.NewWords("方便 便于 服务 让 为 给 引导 组织 面向 深入 惠及 保障 满足")
)

// townsfolk finds the people of another township where the unit tells whom it works for: 方便石桥镇群众查看.
func (u *ownUnit) townsfolk(text string) []foreignWords {
	if chinese.Rank(u.Kind) != 1 || !folk.In(text) {
		return nil
	}
	var found []foreignWords
	for _, kind := range []string{"镇", "乡", "街道"} {
		for at := range chinese.Indexes(text, kind) {
			end := at + len(kind)
			if !folk.Begins(text[end:]) {
				continue
			}
			name, _ := nameEnding(text, end)
			p := placeName{text, end - len(name), end, kind}
			if name != "" && !u.IsCalled(name) && !strings.HasSuffix(text[:end], u.Core) && serving.Ends(p.before()) && !holdsWord(p.stem()) && !elsewhere.In(p.statement()) && !isVisited(text, at) {
				found = append(found, foreignWords{words: name, at: p.start})
			}
		}
	}
	return found
}

// appliedTo finds another unit to which, as a text says, nobody applied: 无人向石桥镇人民政府提出政府信息公开申请.
func (u *ownUnit) appliedTo(text string) []foreignWords {
	for at := range chinese.Indexes(text, "向") {
		clause, start := chinese.Around(text, at, chinese.ClauseEnds)
		before, after := clause[:at-start], clause[at-start+len("向"):]
		end := applies.Index(after)
		if end < 0 || !strings.Contains(after[end:], "申请") || chinese.ContainsAny(after[end:], []string{"复议", "诉讼"}) || !nobody.In(before) {
			continue
		}
		name := strings.TrimSuffix(strings.TrimSuffix(after[:end], "人民政府"), "政府")
		if other := chinese.ParseUnitName(name); other.Kind != "" && utf8.RuneCountInString(name) > 2 && !strings.ContainsAny(name, "我本该其各贵") && u.isOtherPresenter(other.Core) {
			return []foreignWords{{words: after[:end], at: at + len("向")}}
		}
	}
	return nil
}

var (
	applies = pattern.NewWords("提出 提交 递交 提起 申请")
	nobody  = pattern.NewWords("无人 没有人 没人 未有人 没有 未有 未 无 并无 尚无")
)

// ownPlaces are the names of the places in the unit's name.
func (u *ownUnit) ownPlaces() []string {
	var names []string
	for _, p := range u.places {
		names = append(names, p.Core)
	}
	return names
}
