package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var foreignUnit = Rule{
	ID: "foreign-unit", Level: Query, Title: "说到自己时用的是本单位的名称，没有别的单位的", Citation: "公文校核的通行要求",
	Find: onFilled(findForeignUnit),
	Cases: []Case{
		{Why: "镇的报告里写了“我局”", Set: []Entry{{"narrative.other", "我局未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "街道的报告里写了“我镇”", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "局的报告里写了“我委”", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.other", "我委未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "区政府的报告里写了“我县”", Set: []Entry{{"unit.name", "云屏区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "我县未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "本镇写成了本乡", Set: []Entry{{"narrative.other", "本乡未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "抄来的开头还是别的镇", Set: []Entry{{"narrative.other", "2025年，石桥镇认真落实《条例》。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "前言里的编制单位是别的镇", Set: []Entry{{"narrative.preface", "本报告由石桥镇人民政府编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "联系的是别的镇", Set: []Entry{{"narrative.preface", "如有疑问，请与石桥镇党政办公室联系。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "镇的报告里的“我镇”", Set: []Entry{{"narrative.other", "我镇、本镇都未收取信息处理费。"}}},
		{Why: "镇的报告说到所在的县", Set: []Entry{{"narrative.other", "按照我县统一部署，县政府门户网站设了清溪镇专栏。"}}},
		{Why: "县政府的报告里的“我县”", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "我县未收取信息处理费。"}}},
		{Why: "局的报告里的“我局”和“我县”", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.other", "我局未收取信息处理费，我县门户网站设有专栏。"}}},
		{Why: "区政府用自己的名称", Set: []Entry{{"unit.name", "云屏区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "2025年，云屏区坚持以公开促落实，区政府办公室负责汇总。"}}},
		{Why: "名称前面写了县", Set: []Entry{{"narrative.preface", "本报告由青垣县清溪镇人民政府编制。"}}},
		{Why: "说到别的镇", Set: []Entry{{"narrative.other", "组织人员赴石桥镇学习公开专区的做法。"}}},
		{Why: "群众说的话", Set: []Entry{{"narrative.other", "有的群众说：“帮我办好了，我县里不用跑了。”"}}},
		{Why: "“我”连着别的字", Set: []Entry{{"narrative.other", "干部自我局限、自我加压，根本局面好转。"}}},
		{Why: "各乡镇、本乡镇", Set: []Entry{{"narrative.other", "2025年，各乡镇认真落实《条例》，本乡镇未收取费用。"}}},
	},
}

func findForeignUnit(in *Input, s section, i int) []Finding {
	unit := chinese.ParseUnitName(in.Report.Unit())
	if unit.Kind == "" {
		return nil
	}
	text := s.paragraphs[i].Text
	for _, words := range []string{
		in.foreignPronoun(text, unit),
		foreignOpening(text, unit),
		foreignSignature(s, text, unit),
		in.neighbour(text, unit),
	} {
		if words != "" {
			clause, _ := chinese.Around(text, strings.Index(text, words), chinese.ClauseEnds)
			f := s.finding(i, chinese.Clip(clause, 30), fmt.Sprintf("这里写的是“%s”，本单位是%s。如果是从别处抄来的，请改正。", words, told(in.Report.Unit())))
			f.Expected, f.Actual = unit.Core, words
			return []Finding{f}
		}
	}
	return nil
}

// foreignPronoun finds 我局, 本乡 and the like where the unit is no such thing and lies in none; "" if there is none.
func (in *Input) foreignPronoun(text string, unit chinese.UnitName) string {
	for _, self := range []string{"我", "本"} {
		for at := range chinese.Indexes(text, self) {
			kind := chinese.KindAt(text, at+len(self))
			if kind == "" || in.mayBe(kind, unit) || isInsideOtherWord(text, at, self, kind) || chinese.IsQuoted(text, at) {
				continue
			}
			return self + kind
		}
	}
	return ""
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
		return unit.Kind != "区" && chinese.Rank(unit.Kind) < 3 && in.level().Tier < form.City
	}
	return false
}

// isInsideOtherWord tells 自我, 基本 and 我委托 from the pronoun.
func isInsideOtherWord(text string, at int, self, kind string) bool {
	if chinese.EndsWithAny(text[:at], strings.Fields("自 忘 敌 小 大 基 根 资 成 文 样 版 原 日 剧")) {
		return true
	}
	after := text[at+len(self)+len(kind):]
	return chinese.StartsWithAny(after, strings.Fields(map[string]string{
		"乡": "镇 、镇 （镇 下 亲 村 土 音", "局": "部 面 促 限", "委": "员 托 屈 派 婉 任", "县": "级", "镇": "定 静 压 痛", "厅": "堂",
	}[kind]))
}

// foreignOpening finds another unit's name where a statement after its year names who acts: 2025年，石桥镇认真……
func foreignOpening(text string, unit chinese.UnitName) string {
	for _, m := range chinese.YearsIn(text) {
		name := unitAt(strings.TrimPrefix(strings.TrimPrefix(text[m.End:], "度"), "，"))
		if name == "" || chinese.IsQuoted(text, m.Start) {
			continue
		}
		if other := chinese.ParseUnitName(name); other.Kind != "" && chinese.Rank(other.Kind) == chinese.Rank(unit.Kind) && !unit.IsCalled(other.Core) {
			return name
		}
	}
	return ""
}

// acting words follow the name of whom a statement is about.
var acting = strings.Fields("认真 坚持 严格 深入 全面 以 紧 围绕 按照 贯彻 持续 积极 切实 主动公开 共 人民政府 党委 在 把 始终 扎实 大力 高度 不断 未 没有")

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
		if utf8.RuneCountInString(text[start:i]) < 2 {
			return "" // 城镇, 山区, 县
		}
		end := i + len(kind)
		if chinese.StartsWithAny(text[end:], acting) {
			return text[:end]
		}
		start = end // 青垣县 stands above 石桥镇
	}
	return ""
}

// foreignSignature finds another township's office in the preface, where the report says who wrote it and whom to ask.
func foreignSignature(s section, text string, unit chinese.UnitName) string {
	if s.passage.Key != "narrative.preface" || chinese.Rank(unit.Kind) != 1 {
		return ""
	}
	for _, kind := range []string{"镇", "乡", "街道"} {
		for _, office := range []string{"人民政府", "办事处", "党政", "党委", "综合"} {
			for at := range chinese.Indexes(text, kind+office) {
				name := nameBefore(text, at) + kind
				if utf8.RuneCountInString(name) > 2 && !unit.IsCalled(chinese.OwnPart(name)) && !chinese.IsQuoted(text, at) {
					return name + office
				}
			}
		}
	}
	return ""
}

// nameBefore is the place's name that ends before a byte, without its last word: up to three characters, as far as they can
// be part of a name; "" for 各镇, 乡镇, 所在镇.
func nameBefore(text string, at int) string {
	start := at
	for range 3 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !chinese.IsHan(r) || chinese.IsOneOf(r, "我本全各该两和及与是的对将由向在请到乡县区市旗省州") {
			break
		}
		start -= size
	}
	if chinese.StartsWithAny(text[start:at], []string{"所在", "有关", "相关", "上述", "周边", "其他"}) {
		return ""
	}
	return text[start:at]
}

// neighbour finds one of the neighbouring units that the county lists. Visits to it and work with it are sound.
func (in *Input) neighbour(text string, unit chinese.UnitName) string {
	for _, name := range in.Settings.Neighbours {
		other := chinese.ParseUnitName(name)
		if other.Core == "" || chinese.Rank(other.Kind) != chinese.Rank(unit.Kind) || unit.IsCalled(other.Core) {
			continue
		}
		for at := range chinese.Indexes(text, other.Core) {
			if !chinese.EndsWithAny(text[:at], strings.Fields("与 和 同 赴 到 向 对 由 、 及 原")) && !chinese.IsQuoted(text, at) && !strings.HasSuffix(text[:at+len(other.Core)], unit.Core) {
				return other.Core
			}
		}
	}
	return ""
}
