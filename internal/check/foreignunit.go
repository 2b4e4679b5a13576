package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var foreignUnit = Rule{
	ID: "foreign-unit", Level: Query, Title: "说到自己时用的是本单位的名称，没有别的单位的", Citation: "公文校核的通行要求",
	Find: findForeignUnit,
	Cases: []Case{
		{Why: "镇的报告里写了“我局”", Set: []Entry{{"narrative.other", "我局未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "街道的报告里写了“我镇”", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "局的报告里写了“我委”", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.other", "我委未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "区政府的报告里写了“我县”", Set: []Entry{{"unit.name", "云屏区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "我县未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "本镇写成了本乡", Set: []Entry{{"narrative.other", "本乡未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "抄来的开头还是别的镇", Set: []Entry{{"narrative.other", "2025年，石桥镇认真落实《条例》。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "前言里的编制单位是别的镇", Set: []Entry{{"narrative.preface", "本报告由石桥镇人民政府编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "联系的是别的镇", Set: []Entry{{"narrative.preface", "如有疑问，请与石桥镇党政办公室联系。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "句子开头就是别的镇", Set: []Entry{{"narrative.other", "石桥镇深入落实《条例》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "区里的局写了“我县”", Set: []Entry{{"unit.name", "南苑区教育局"}, {"unit.level", "县级部门"}, {"narrative.other", "我县未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "编制单位是一个局", Set: []Entry{{"narrative.preface", "本报告由青垣县民政局编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "别的镇的公众号", Set: []Entry{{"narrative.other", "石桥镇政务公众号发布图文20篇。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "别的县的网站", Set: []Entry{{"unit.name", "青垣县水务局"}, {"unit.level", "县级部门"}, {"narrative.other", "我们通过北原县水务网站公开了信息。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "网站上别的镇的板块", Set: []Entry{{"narrative.other", "县政府网站石桥镇板块按月更新。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "县网站上以县命名的板块", Set: []Entry{{"narrative.other", "县政府门户网站青垣县板块按月更新。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
		{Why: "公众要找的是市政府的信息", Set: []Entry{{"narrative.other", "为方便公众查找青垣市政府依法公开的政府信息，设置了专栏。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
		{Why: "镇的报告里写了乡政府", Set: []Entry{{"narrative.other", "扎实推进乡政府信息公开工作。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "申请是向市政府提出的", Set: []Entry{{"narrative.other", "受理公民向市政府提出的政府信息公开申请5件。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
		{Why: "镇的报告说的是全省", Set: []Entry{{"narrative.other", "扎实推进全省政府信息公开工作。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
		{Why: "本镇的名称少了一个字", Set: []Entry{{"narrative.other", "2025年，清镇坚持应公开尽公开。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "几处合在一起说", Set: []Entry{{"narrative.other", "石桥镇认真落实《条例》。石桥镇政务公众号发布图文20篇。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "自己的公众号、板块和县里的网站", Set: []Entry{{"narrative.other", "青垣县政府门户网站清溪镇板块、清溪镇政务公众号按月更新，城镇低保专栏另设。"}}},
		{Why: "上级的局的网站", Set: []Entry{{"narrative.other", "低保信息在县民政局网站、青垣县人民政府网站公开，转载了石桥镇公众号的文章。"}}},
		{Why: "名称里有像“经”的字", Set: []Entry{{"unit.name", "经纬街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "2025年，经纬街道办事处未收取信息处理费。"}}},
		{Why: "泛泛说到的镇和街道", Set: []Entry{{"narrative.problems", "存在的问题：部分街道未及时更新。个别镇把关不严。\n改进情况：增加图文解读。"}}},
		{Why: "复议向县政府申请", Set: []Entry{{"narrative.other", "申请人可以向县政府提出行政复议申请，各乡政府、石桥乡政府的做法可供参考。"}}},
		{Why: "全镇写成了全乡", Set: []Entry{{"narrative.other", "全乡未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "镇的报告里的“我镇”", Set: []Entry{{"narrative.other", "我镇、本镇都未收取信息处理费。"}}},
		{Why: "镇的报告说到所在的县", Set: []Entry{{"narrative.other", "按照我县统一部署，县政府门户网站设了清溪镇专栏。"}}},
		{Why: "县政府的报告里的“我县”", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "我县未收取信息处理费。"}}},
		{Why: "局的报告里的“我局”和“我县”", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.other", "我局未收取信息处理费，我县门户网站设有专栏。"}}},
		{Why: "区政府用自己的名称", Set: []Entry{{"unit.name", "云屏区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "2025年，云屏区坚持以公开促落实，区政府办公室负责汇总。"}}},
		{Why: "名称前面写了县", Set: []Entry{{"narrative.preface", "本报告由青垣县清溪镇人民政府编制。"}}},
		{Why: "说到别的镇", Set: []Entry{{"narrative.other", "组织人员赴石桥镇学习公开专区的做法。"}}},
		{Why: "群众说的话", Set: []Entry{{"narrative.other", "有的群众说：“帮我办好了，我县里不用跑了。”"}}},
		{Why: "“我”连着别的字", Set: []Entry{{"narrative.other", "干部自我局限、自我加压，根本局面好转。"}}},
		{Why: "各乡镇、本乡镇", Set: []Entry{{"narrative.other", "2025年，各乡镇认真落实《条例》，本乡镇未收取费用，做到安全、乡镇满意，健全乡村制度。"}}},
	},
}

// unitWords are how names of units and places stand in sentences.
var unitWords = wordLists("units.txt")

// ownUnit is the report's unit as its texts may name it.
type ownUnit struct {
	chinese.UnitName
	places []chinese.UnitName // the places in its name, from the widest: 青岚市, 南苑区
	tier   form.Tier
	full   string // the name as it was given
}

// foreignWords are words that name another unit, and where they stand in the paragraph.
type foreignWords struct {
	words  string
	at     int
	unsure bool // another unit may be meant soundly
	lost   bool // it is the unit's own name without one of its characters
}

func findForeignUnit(in *Input) []Finding {
	name := in.Report.Unit()
	unit := &ownUnit{chinese.ParseUnitName(name), chinese.PlacesIn(name), in.level().Tier, name}
	if unit.Kind == "" {
		return nil
	}
	var found []Finding
	for _, s := range in.filled() {
		for i := range s.paragraphs {
			found = append(found, unit.foreignIn(in, s, i)...)
		}
	}
	return found
}

// foreignIn finds other units in paragraph i of a section.
func (u *ownUnit) foreignIn(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	statements := chinese.Statements(text)
	var all []foreignWords
	for _, words := range []string{
		in.foreignPronoun(text, u.UnitName),
		foreignOpening(text, statements, u.UnitName),
		foreignSignature(s, text, u.UnitName),
		in.neighbour(text, u.UnitName),
	} {
		if words != "" {
			all = append(all, foreignWords{words: words, at: strings.Index(text, words)})
		}
	}
	all = append(all, u.offices(text, statements)...)
	for _, look := range []func(text string) []foreignWords{u.heads, u.asked(s.passage.Key), u.maker, u.sites, u.boards, u.otherKinds, u.higherUp, u.shortened} {
		all = append(all, look(text)...)
	}
	var sure, unsure []fault
	told := map[string]bool{}
	for _, w := range all {
		clause, _ := chinese.Around(text, w.at, chinese.ClauseEnds)
		if told[clause] {
			continue
		}
		told[clause] = true
		f := fault{words: clip(clause, 30), expected: u.Core, actual: w.words}
		switch {
		case w.lost:
			f.message = fmt.Sprintf("“%s”像是少了字，本单位是%s，请核对。", w.words, excerpt(u.full))
		case w.unsure:
			f.message = fmt.Sprintf("这里说的是“%s”，本报告说的是%s的工作。如果是从别处抄来的，请改正。", w.words, excerpt(u.full))
		case u.Kind != "" && chinese.StartsWithAny(w.words, []string{"我", "本", "全"}):
			f.expected = chinese.Clip(w.words, 1) + u.Kind
			f.message = fmt.Sprintf("这里写的是“%s”，本单位是%s，请改为“%s”。", w.words, excerpt(u.full), f.expected)
		default:
			f.message = fmt.Sprintf("这里写的是“%s”，本单位是%s。如果是从别处抄来的，请改正。", w.words, excerpt(u.full))
		}
		if w.unsure {
			unsure = append(unsure, f)
		} else {
			sure = append(sure, f)
		}
	}
	doubtful := s.gathered(i, unsure)
	for k := range doubtful {
		doubtful[k].Level = Info
	}
	return append(s.gathered(i, sure), doubtful...)
}

// isOther says whether a name (石桥镇) that ends before a byte of the text is another unit's or place's, of a rank that the unit
// has or lies in. Of places above the unit that its own name does not tell, nothing is known.
func (u *ownUnit) isOther(text string, end int, name, kind string) bool {
	if name == "" || strings.HasSuffix(text[:end], u.Core) || u.IsCalled(name) {
		return false
	}
	for _, p := range u.places {
		if strings.HasSuffix(text[:end], p.Core) || strings.HasSuffix(p.Core, name) {
			return false
		}
	}
	if chinese.Rank(kind) == 1 {
		return chinese.Rank(u.Kind) == 1
	}
	return slices.ContainsFunc(u.places, func(p chinese.UnitName) bool {
		bothCounties := chinese.Rank(p.Kind) == 2 && p.Kind != "市" && chinese.Rank(kind) == 2 && kind != "市"
		return p.Kind == kind || bothCounties
	})
}

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

// sites finds the websites and accounts of another unit: 石桥镇政务公众号, 北原县水务网站.
func (u *ownUnit) sites(text string) []foreignWords {
	var found []foreignWords
	for _, site := range unitWords["网站"] {
		for at := range chinese.Indexes(text, site) {
			end := at - len(endWords.FindString(text[max(0, chinese.RuneStart(text, at-60)):at]))
			if name, place := u.otherBefore(text, end); name != "" && !isVisited(text, at) {
				found = append(found, foreignWords{words: text[place : at+len(site)], at: place})
			}
		}
	}
	return found
}

// endWords are what may stand between a unit's name and the last word of its website's.
var endWords = regexp.MustCompile(`(?:` + strings.Join(unitWords["网站名称里的词"], "|") + `)+$`)

// otherBefore is another place's name that ends at a byte, or a few characters before it (北原县农业农村局), and where it starts.
func (u *ownUnit) otherBefore(text string, end int) (name string, start int) {
	for range 8 {
		if name, kind := nameEnding(text, end); kind != "" {
			if u.isOther(text, end, name, kind) {
				return name, end - len(name)
			}
			return "", 0
		}
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if !chinese.IsHan(r) || chinese.IsOneOf(r, "的和与在由") {
			break
		}
		end -= size
	}
	return "", 0
}

// boards finds the parts of a website that belong to another unit. A county's website has none for the county.
func (u *ownUnit) boards(text string) []foreignWords {
	var found []foreignWords
	for _, board := range unitWords["板块"] {
		for at := range chinese.Indexes(text, board) {
			name, kind := nameEnding(text, at)
			place := at - len(name)
			site := strings.TrimSuffix(text[:place], "“") // 网站“南苑区频道”
			if kind == "" || !chinese.EndsWithAny(site, []string{"网站", "平台", "门户", "网"}) || isVisited(text, len(site)) {
				continue
			}
			clause, start := chinese.Around(text, at, chinese.ClauseEnds)
			sameLevel := chinese.ContainsAny(clause[:place-start], []string{kind + "政府", kind + "人民政府"}) && chinese.Rank(kind) > 1
			switch {
			case u.isOther(text, at, name, kind):
				found = append(found, foreignWords{words: name + board, at: place})
			case sameLevel && chinese.Rank(u.Kind) == 1:
				found = append(found, foreignWords{words: name + board, at: place, unsure: true})
			}
		}
	}
	return found
}

// madeBy finds who made the report.
var madeBy = regexp.MustCompile(`(?:报告|年报)由([^，。；：、由]{2,25}?)(?:负责)?(?:编制|编写|编撰|起草|撰写|发布|公布|制作)`)

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
		name, said := officeAt(rest)
		if name == "" || chinese.IsQuoted(text, start) || isVisited(statement, len(statement)-len(rest)) || !u.isOtherOffice(name) {
			continue
		}
		acts := chinese.StartsWithAny(said, unitWords["做事"])
		own := chinese.StartsWithAny(said, unitWords["自称的做法"]) || acts && chinese.ContainsAny(statement, []string{"我局", "我委", "我厅", "本局", "本委"})
		superior := chinese.StartsWithAny(name, []string{"省", "国家"}) || u.tier < form.City && chinese.StartsWithAny(name, []string{"市", "州"})
		place := chinese.PlacesIn(name)
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

// officeEnds are the words in which names of offices end, the longer first.
var officeEnds = strings.Fields("管理委员会 管委会 委员会 局 厅 委")

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
	for i, r := range run {
		if !chinese.IsOneOf(r, "管委局厅") {
			continue
		}
		for _, ending := range officeEnds {
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

// isOtherOffice says whether an office's name is not the unit's own, be it shortened.
func (u *ownUnit) isOtherOffice(name string) bool {
	if isZone(name) {
		stem := strings.TrimSuffix(strings.TrimSuffix(name, "管理委员会"), "管委会")
		return utf8.RuneCountInString(stem) > 4 && !chinese.Abbreviates(stem, u.full) && !chinese.Abbreviates(strings.TrimSuffix(u.full, "管理委员会"), stem)
	}
	core := chinese.ParseUnitName(name).Core
	if core == "" {
		return false
	}
	if chinese.Rank(u.Kind) != 0 {
		return true
	}
	core = strings.TrimLeft(core, "省市县区州")
	own := core == "" || chinese.Abbreviates(core, u.Core) || chinese.Abbreviates(u.Core, core)
	places := chinese.PlacesIn(name)
	if own && len(places) > 0 {
		return len(u.places) > 0 && !u.liesIn(places[len(places)-1]) // the same bureau of another county
	}
	return !own
}

// liesIn says whether a place is one of those in the unit's name, or one above them of which nothing is known.
func (u *ownUnit) liesIn(place chinese.UnitName) bool {
	sameRank := false
	for _, p := range u.places {
		if strings.HasSuffix(place.Core, p.Core) || strings.HasSuffix(p.Core, place.Core) {
			return true
		}
		sameRank = sameRank || p.Kind == place.Kind || chinese.Rank(p.Kind) == 2 && chinese.Rank(place.Kind) == 2 && p.Kind != "市" && place.Kind != "市"
	}
	return !sameRank
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
			core := strings.TrimLeft(chinese.ParseUnitName(name).Core, "省市县区")
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
			core := strings.TrimLeft(chinese.ParseUnitName(name).Core, "省市县区")
			if utf8.RuneCountInString(core) > 2 && !strings.ContainsAny(core, "我本") && u.isOtherOffice(name) {
				return []foreignWords{{words: name, at: at + len("局") - len(name)}}
			}
		}
		return nil
	}
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
	name := text[m[2]:m[3]]
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
			last, _ := utf8.DecodeLastRuneInString(before)
			bare := !chinese.IsHan(last) || last != '等' && chinese.EndsWithAny(before, unitWords["名称之前"])
			if bare && chinese.StartsWithAny(after, []string{"政府", "人民政府", "党委", "机关"}) && !chinese.IsQuoted(text, at) {
				found = append(found, foreignWords{words: kind + clip(after, 2), at: at})
			}
		}
	}
	return found
}

var (
	// askedAbove finds applications that were made to a higher government, lookedFor whose information the public looks for,
	// wholeArea whose work is told of.
	askedAbove = regexp.MustCompile(`向(?:省|市|县|区|州)(?:人民)?政府[^，。；：]{0,14}提[出交][^，。；：]{0,8}申请`)
	lookedFor  = regexp.MustCompile(`(?:查找|查询|获取|查阅|了解)([^，。；：本我]{2,8}?[市县区省州])(?:人民)?政府[^，。；：]{0,14}公开的(?:政府)?信息`)
	wholeArea  = regexp.MustCompile(`(?:推进|推动|做好|加强|促进|提升|抓好|开展)(全[省市州县区])(?:的)?(?:政府信息公开|政务公开|信息公开)|(全[省市州县区])(?:各级[^，。；：]{0,8})?(?:共|累计|主动公开|收到|受理)[^，。；：]{0,24}[0-9]`)
)

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
		if at, m := inClause(text, "公开的", lookedFor); m != nil {
			add(at, m[1]+"政府公开的信息")
		}
	}
	if at, m := inClause(text, "全", wholeArea); m != nil {
		area := m[1] + m[2]
		if kind := strings.TrimPrefix(area, "全"); kind == "省" || u.tier == form.Township && kind != u.Kind {
			add(at, area)
		}
	}
	return found
}

// inClause finds the first match of a pattern that stands within one clause and holds a word, and where it starts.
func inClause(text, word string, pattern *regexp.Regexp) (at int, match []string) {
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

// foreignPronoun finds 我局, 本乡 and the like where the unit is no such thing and lies in none; "" if there is none.
func (in *Input) foreignPronoun(text string, unit chinese.UnitName) string {
	for _, self := range []string{"我", "本", "全"} {
		for at := range chinese.Indexes(text, self) {
			kind := chinese.KindAt(text, at+len(self))
			if self == "全" && !(in.level().Tier == form.Township && slices.Contains([]string{"乡", "镇", "街道"}, kind)) {
				continue // 全局, and 全县 of a county office
			}
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
		inDistrict := slices.ContainsFunc(chinese.PlacesIn(in.Report.Unit()), func(p chinese.UnitName) bool { return p.Kind == "区" })
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

// foreignOpening finds another unit's name where a statement, or what stands behind its year, names who acts: 2025年，石桥镇认真……
func foreignOpening(text string, statements []string, unit chinese.UnitName) string {
	otherAt := func(at int) string {
		name := unitAt(strings.TrimPrefix(strings.TrimPrefix(text[at:], "度"), "，"))
		if name == "" || isVisited(text, at) {
			return ""
		}
		statement, _ := chinese.Around(text, at, chinese.StatementEnds)
		if unit.Kind != "" && chinese.ContainsAny(statement, []string{"我" + unit.Kind, "本" + unit.Kind, "来" + unit.Kind}) {
			return "" // of another unit, told to ours
		}
		other := chinese.ParseUnitName(name)
		above := other.Kind == "市" && unit.Kind != "市" // a city with districts and counties
		if other.Kind != "" && chinese.Rank(other.Kind) == chinese.Rank(unit.Kind) && !unit.IsCalled(other.Core) && !above {
			return name
		}
		return ""
	}
	for _, m := range chinese.YearsIn(text) {
		if name := otherAt(m.End); name != "" {
			return name
		}
	}
	if chinese.Rank(unit.Kind) == 0 {
		return ""
	}
	end := 0
	for _, statement := range statements {
		end += len(statement)
		_, rest, _ := chinese.ReadMarker(statement)
		if name := otherAt(end - len(rest)); name != "" {
			return name
		}
	}
	return ""
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
	if chinese.StartsWithAny(text[start:at], unitWords["泛称"]) {
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
