package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

// otherKinds finds the bare name of a government of another kind: 乡政府 in a 镇.
func (u *ownUnit) otherKinds(text string) []foreignWords {
	if chinese.Rank(u.Kind) != 1 {
		return nil
	}
	var found []foreignWords
	for _, kind := range []string{"镇", "乡"} {
		if kind == u.Kind {
			continue
		}
		for at := range chinese.Indexes(text, kind) {
			before, after := text[:at], text[at+len(kind):]
			if isBare(before) && chinese.StartsWithAny(after, []string{"政府", "人民政府", "党委", "机关"}) && !chinese.IsQuoted(text, at) {
				found = append(found, foreignWords{words: kind + clip(after, 2), at: at})
			}
		}
	}
	return found
}

var (
	// askedAbove finds applications that were made to a higher government, lookedFor whose information the public looks for,
	// wholeArea whose work is told of.
	askedAbove   = pattern.New(`向(?:省|市|县|区|州)(?:人民)?政府[^，。；：]{0,14}提[出交][^，。；：]{0,8}申请`, "向省", "向市", "向县", "向区", "向州")
	lookedFor    = pattern.New(`(?:查找|查询|获取|查阅|了解)([^，。；：本我]{2,8}?[市县区省州])(?:人民)?政府[^，。；：]{0,14}公开的(?:政府)?信息`, "查找", "查询", "获取", "查阅", "了解")
	handledAbove = pattern.New(`^(?:20[0-9]{2}年度?|全年|本年度?|年内|报告期内)?，?((?:省|市|县|区|州)(?:人民)?政府)(?:本级|系统|机关|办公室|及[^，。；：]{1,8}?)?(?:本年度|全年)?(?:共|累计|依法)?(?:收到|受理|办理|收办|新收|接收|接到|答复|办结)(?:了)?(?:[^，。；：]{0,16}提[出交]的)?(?:各类|网上)?(?:政府|政务)?(?:依申请公开|信息公开)[^，。；：]{0,10}[0-9]|^(?:20[0-9]{2}年度?|全年|本年度?|年内|报告期内)，?((?:省|市|县|区|州)(?:人民)?政府)(?:共|累计)?(?:主动公开|公开|发布)(?:各类|政府|政务)*信息[^，。；：]{0,8}[0-9]`, "政府收到", "政府受理", "政府办理", "政府收办", "政府新收", "政府接收", "政府接到", "政府本级", "政府系统", "政府机关", "政府办公室", "政府及", "政府答复", "政府办结", "政府共", "政府累计", "政府依法", "政府本年", "政府全年", "政府主动公开", "政府公开", "政府发布")
	// deniedAbove is a higher government, or all of what lies below it, that is said to have received none.
	deniedAbove = pattern.New(`^(?:20[0-9]{2}年度?|全年|本年度?|年内|报告期内)?，?((?:(?:省|市|县|区|州)(?:人民)?政府|全[省市州县区]))(?:本级|系统|机关|办公室|本年度|全年|均)*(?:没有|未曾|未|尚未|从未|无)(?:收到|接到|接收|受理|产生)(?:过)?[^，。；：]{0,24}(?:公开申请|提出的?申请|依申请公开)`, "政府", "全省", "全市", "全州", "全县", "全区")
	wholeArea   = pattern.New(`(?:推进|推动|做好|加强|促进|提升|抓好|开展)(全[省市州县区])(?:的)?(?:政府信息公开|政务公开|信息公开)|(全[省市州县区])(?:各级[^，。；：]{0,8})?(?:共|累计|主动公开|收到|受理)[^，。；：]{0,24}[0-9]|^[^省市县区]{0,8}对(全[省市州县区])(?:各|所有|[0-9]+个|[一二三四五六七八九十]+个)(?:县直|市直|区直)?(?:部门|单位|乡镇|镇街|街道|镇乡)[^，。；：]{0,10}(?:考核|督查|检查|通报|测评|评分|打分)`, "全省", "全市", "全州", "全县", "全区")
)

// namesAbove says whether a higher government, or all of an area, is named where a statement begins, behind the time that it tells of.
func namesAbove(statement string) bool {
	const farthest = len("报告期内，") // of a name
	for at, r := range statement {
		if at > farthest {
			return false
		}
		if chinese.IsOneOf(r, "省市县区州") && chinese.StartsWithAny(statement[at+utf8.RuneLen(r):], []string{"政府", "人民政府"}) ||
			r == '全' && chinese.StartsWithAny(statement[at:], []string{"全省", "全市", "全州", "全县", "全区"}) {
			return true
		}
	}
	return false
}

// higherUp finds words that fit a government above the unit only.
func (u *ownUnit) higherUp(text string) []foreignWords {
	if u.tier < form.Township || u.tier > form.City {
		return nil
	}
	var found []foreignWords
	add := func(at int, words string) {
		clause, _ := chinese.Around(text, at, chinese.ClauseEnds)
		if !chinese.ContainsAny(clause, []string{"复议", "可以", "可向", "转送"}) && !chinese.IsQuoted(text, at) {
			found = append(found, foreignWords{words: words, at: at, unsure: true})
		}
	}
	if chinese.Rank(u.Kind) < 2 { // a township or an office
		if at, m := inClause(text, "提", askedAbove); m != nil {
			add(at, m[0])
		}
		end := 0
		for _, statement := range chinese.Statements(text) {
			end += len(statement)
			_, rest, _ := chinese.ReadMarker(statement)
			if _, behind, headed := strings.Cut(rest, "："); headed && !(namesAbove(rest) && (handledAbove.MatchString(rest) || strings.Contains(rest, "申请") && deniedAbove.MatchString(rest))) {
				rest = behind
			}
			if !namesAbove(rest) {
				continue
			}
			var m []int
			if strings.Contains(rest, "申请") {
				m = deniedAbove.FindStringSubmatchIndex(rest)
			}
			if m != nil && (strings.HasPrefix(rest[m[2]:m[3]], "全"+u.Kind) || strings.HasPrefix(rest[m[2]:m[3]], "全") && u.tier != form.Township) {
				m = nil
			} else if m != nil {
				m = append(m, -1, -1)
			}
			if m == nil {
				m = handledAbove.FindStringSubmatchIndex(rest)
			}
			if m != nil && !chinese.ContainsAny(strings.ReplaceAll(statement, "结转", ""), []string{"转", "交办", "移送", "我" + u.Kind, "本" + u.Kind}) {
				start, stop := max(m[2], m[4]), max(m[3], m[5])
				add(end-len(rest)+start, rest[start:stop])
			}
		}
		if at, m := inClause(text, "公开的", lookedFor); m != nil {
			add(at, m[1]+"政府公开的信息")
		}
	}
	if at, m := inClause(text, "全", wholeArea); m != nil {
		area := m[1] + m[2] + m[3]
		if kind := strings.TrimPrefix(area, "全"); kind == "省" || u.tier == form.Township && kind != u.Kind {
			add(at, area)
		}
	}
	return found
}

// inClause finds the first match of a pattern that stands within one clause and holds a word, and where it starts.
func inClause(text, word string, pattern *pattern.Pattern) (at int, match []string) {
	end := 0
	for i := range chinese.Indexes(text, word) {
		if i < end {
			continue
		}
		clause, start := chinese.Around(text, i, chinese.ClauseEnds)
		end = start + len(clause)
		if m := pattern.FindStringSubmatchIndex(clause); m != nil {
			return start + m[0], pattern.FindStringSubmatch(clause)
		}
	}
	return 0, nil
}

// foreignPronouns finds 我局, 本乡 and the like where the unit is no such thing and lies in none.
func (in *Input) foreignPronouns(text string, unit chinese.UnitName) []foreignWords {
	var found []foreignWords
	for _, self := range []string{"我", "本", "全"} {
		for at := range chinese.Indexes(text, self) {
			kind := chinese.KindAt(text, at+len(self))
			if self == "全" && !(in.level().Tier == form.Township && slices.Contains([]string{"乡", "镇", "街道"}, kind)) {
				continue // 全局, and 全县 of a county office
			}
			if kind == "" || in.mayBe(kind, unit) || kind == chinese.ParseUnitName(in.Renamed).Kind || isInsideOtherWord(text, at, self, kind) || chinese.IsQuoted(text, at) {
				continue
			}
			found = append(found, foreignWords{words: self + kind, at: at, due: self + unit.Kind})
		}
	}
	return append(found, strangerSelf(text, unit)...)
}

// strangerSelf finds a unit that speaks of itself as of another: 结合该镇年度中心工作.
func strangerSelf(text string, unit chinese.UnitName) []foreignWords {
	var found []foreignWords
	for at := range chinese.Indexes(text, "该"+unit.Kind) {
		statement, start := chinese.Around(text, at, "。！？\n")
		before := strings.ReplaceAll(statement[:at-start], unit.Core, "")
		isWord := isInsideOtherWord(text, at, "该", unit.Kind) || strings.HasSuffix(text[:at], "应")
		if unit.Kind != "" && !isWord && !strings.Contains(before, unit.Kind) && !chinese.IsQuoted(text, at) {
			found = append(found, foreignWords{words: "该" + unit.Kind, at: at, due: "我" + unit.Kind})
		}
	}
	return found
}

// mayBe says whether a unit may speak of "our" place or office of a kind: it is one, or it may lie in one. 我区 may be the
// autonomous region, 我市 the city above a county, so they are right for all but those who stand above both.
func (in *Input) mayBe(kind string, unit chinese.UnitName) bool {
	if kind == unit.Kind {
		return true
	}
	switch kind {
	case "区", "市", "州", "盟", "省":
		return true
	case "县", "旗":
		inDistrict := slices.ContainsFunc(chinese.PlacesIn(in.unit()), func(p chinese.UnitName) bool { return p.Kind == "区" })
		return !inDistrict && chinese.Rank(unit.Kind) < 3 && in.level().Tier < form.City
	}
	return false
}

// isInsideOtherWord tells 自我, 基本 and 我委托 from the pronoun.
func isInsideOtherWord(text string, at int, self, kind string) bool {
	if chinese.EndsWithAny(text[:at], strings.Fields("自 忘 敌 小 大 基 根 资 成 文 样 版 原 日 剧 安 健 完 齐 周 保 万 俱 两 十")) {
		return true
	}
	after := text[at+len(self)+len(kind):]
	return chinese.StartsWithAny(after, strings.Fields(map[string]string{
		"乡": "镇 、镇 （镇 下 亲 村 土 音", "局": "部 面 促 限", "委": "员 托 屈 派 婉 任", "县": "级", "镇": "定 静 压 痛", "厅": "堂",
	}[kind]))
}
