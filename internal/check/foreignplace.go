package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// elsewhere are words of a statement that tells soundly of another place: what belongs there, who is looked up to, who is worked with.
var elsewhere = pattern.NewWords("告知 转送 移送 移交 转交 转办 引导 属于 管辖 复议 法院 诉讼 对口 帮扶 协作 结对 跨 毗邻 相邻 邻近 周边 对比 相比 排名 高于 低于 差距 经验 做法 先进 " +
	"来自 户籍 迁 划入 划归 兄弟 对标 赴 前往 等地 两地 来访 互认 互查 互评 交叉 转发 转载 取经 考察 参观 学习 借鉴 调研 交流 观摩 联合")

// countyBodies finds what another county, district or city has where the unit tells of its own: 清浦区政务公开专区 in the report of 沙洲区.
func (u *ownUnit) countyBodies(text string) []foreignWords {
	return u.otherPlaces(text, func(p placeName) (found, unsure bool) {
		has := unitWords.words("县区的机构").Begins(p.after())
		town := !has && chinese.Rank(u.Kind) == 1 && strings.HasPrefix(p.after(), u.Core)                                                                   // 清浦县竹坪乡 for 青屏县竹坪乡
		with := chinese.EndsWithAny(p.before(), withOthers) && !(chinese.EndsWithAny(p.before(), []string{"会同", "向"}) && strings.HasPrefix(p.after(), "各")) // 会同清浦区各街道: all of them are one's own
		return (has || town) && !holdsWord(p.stem()) && u.isDelimited(p.before()) && !with && !(has && elsewhere.In(p.statement())), false
	})
}

// placeName is the name of a county, district or city where it stands in a text.
type placeName struct {
	text       string
	start, end int
	kind       string // 县, 区, 旗, 市, in which it ends
}

func (p placeName) String() string { return p.text[p.start:p.end] }
func (p placeName) stem() string   { return strings.TrimSuffix(p.String(), p.kind) }
func (p placeName) before() string { return p.text[:p.start] }

// after is what follows the name, as far as an address or a task reaches: paragraphs may name very many places.
func (p placeName) after() string {
	const farthest = 60 // characters
	return chinese.Clip(p.text[p.end:], farthest)
}

func (p placeName) statement() string {
	statement, _ := chinese.Around(p.text, p.end-len(p.kind), chinese.StatementEnds)
	return statement
}

// otherPlaces finds the names of other counties, districts and cities than the unit's own that its words say to be its own, and whether that is doubtful.
// A city may stand above a city in whose name it does not appear, unless the name tells the district, too.
func (u *ownUnit) otherPlaces(text string, isOwn func(placeName) (found, unsure bool)) []foreignWords {
	if len(u.places) == 0 {
		return nil
	}
	var found []foreignWords
	for _, kind := range []string{"县", "区", "旗", "市"} {
		for at := range chinese.Indexes(text, kind) {
			end := at + len(kind)
			name, _ := nameEnding(text, end)
			if name == "" {
				continue
			}
			p := placeName{text, end - len(name), end, kind}
			if is, unsure := isOwn(p); is && !isVisited(text, at) && u.isOther(text, end, name, kind) {
				unsure = unsure || kind == "市" && u.places[0].Kind == "市" && !u.liesBelowItsCity()
				found = append(found, foreignWords{words: name, at: p.start, unsure: unsure})
			}
		}
	}
	return found
}

// holdsWord says whether two characters of a name's stem make a word, so that it may be no name: 编发县政府公报, 牵头镇公开栏.
func holdsWord(stem string) bool {
	last := rune(0)
	for _, r := range stem {
		if last != 0 && phrases().isWord(last, r) {
			return true
		}
		last = r
	}
	return false
}

// isDelimited says whether a name may begin behind a text: there stands no character of a word that goes on.
func (u *ownUnit) isDelimited(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !chinese.IsHan(last) || chinese.IsOneOf(last, "是为由在经于将") || unitWords.words("名称之前").Ends(before)
}

// liesBelowItsCity says whether the unit's name tells a district or county behind a city, so that the city is the one above it.
func (u *ownUnit) liesBelowItsCity() bool {
	return len(u.places) > 1 && u.places[0].Kind == "市" && chinese.Rank(u.places[1].Kind) == 2
}

var (
	// presents finds who is said to present the report, before the verb or before the report's title.
	presents = pattern.New(`([\p{Han}]{3,30}?)(?:负责|组织|现|依法|特)?(?:向社会)?(?:编制|编写|编撰|起草|撰写|制作|公布|发布)(?:了|并(?:向社会)?(?:公布|发布|公开)|(?:和|、)(?:公布|发布|公开))?(?:了)?(?:本|20[0-9]{2}年)[^，。；：]{0,14}(?:报告|年报)`,
		"编制", "编写", "编撰", "起草", "撰写", "制作", "公布", "发布")
	titledBy = pattern.New(`([\p{Han}]{3,30}?)20[0-9]{2}年度?(?:政府|政务)信息公开(?:工作)?年(?:度(?:工作)?报告|报)`, "信息公开")
	isBy     = pattern.New(`(?:报告|年报)(?:系|是|为)([\p{Han}]{3,25}?)(?:依据|依照|按照|根据|结合|组织|负责|编制|编写)`, "报告", "年报")
	// tellsOf is whose work the preface tells of, madeIn whom it names as who wrote it.
	tellsOf = pattern.New(`(?:了解|现将|现就|将)([\p{Han}]{3,30}?)20[0-9]{2}年度?(?:的)?(?:政府|政务)?信息公开(?:工作)?(?:的)?(?:开展|进展|总体|有关|相关)?(?:情况|，)`, "了解", "现将", "现就", "将")
	madeIn  = pattern.New(`(?:编制|报告|填报|发布|公布)(?:单位|机关|主体)(?:为|是|：)([\p{Han}]{3,30}?)(?:，|。|；|$)`, "单位", "机关", "主体")
	// atHead is who stands at the head of a statement, before what the report rests on or is: 云泽县水利局依照《条例》，现公布……报告; 云泽县水利局现将……报告予以公布.
	atHead = pattern.New(`^(?:(?:根据|依照|按照|遵照|依据)[^，。]{2,40}，)?([\p{Han}]{3,30}?)(?:严格|认真|现|特|谨)?(?:依照|按照|根据|依据|遵照|结合|在|为|就|将|对)([^。；][^。；]+)`, "依照", "按照", "根据", "依据", "遵照", "结合", "在", "为", "就", "将", "对")
	// presented is what the rest of such a statement says of the report, ofAll what it says of the reports of many.
	presented = pattern.New(`(?:编制|编写|编撰|起草|撰写|形成|公布|发布|公开)(?:了|并公布|并发布)?(?:本|20[0-9]{2}年|年度|如下)|(?:报告|公布|公告)如下|(?:报告|年报)(?:现)?(?:予以|依法|向社会)+(?:公布|发布|公开)`, "编制", "编写", "编撰", "起草", "撰写", "形成", "公布", "发布", "公开", "如下")
	ofAll     = pattern.NewWords("各 汇总 统一 要求各 要求编 要求所 要求下 要求辖 安排 部署 转发 印发 下发 审核 指导")
	// eachOfUs holds a word of many and speaks of readers and contents.
	eachOfUs = pattern.NewWords("社会各界 各界 各方面 各方 各位 各项 各类")
	// presenting are words behind which the name of who presents begins.
	presenting = []string{"现将", "公布", "发布", "公开", "编制", "将", "由", "系", "要求"}
)

// presenter finds an office or township of another name that the preface says to present the report: 云泽县水利局编制并公布2025年……年度报告 in a town's.
func (u *ownUnit) presenter(text string) []foreignWords {
	if !chinese.ContainsAny(text, []string{"报", "编制"}) || !u.namesOffices(text) {
		return nil
	}
	for _, shape := range []*pattern.Pattern{presents, titledBy, isBy, tellsOf, madeIn} {
		m := shape.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		name := text[m[2]:m[3]]
		if bureau := strings.TrimSuffix(name, "办公室"); strings.HasSuffix(bureau, "局") {
			name = bureau
		}
		for _, lead := range presenting {
			if i := strings.LastIndex(name, lead); i >= 0 {
				name = name[i+len(lead):]
			}
		}
		if isPresenter(name) && !chinese.IsQuoted(text, m[2]) && u.isOtherPresenter(name) {
			return []foreignWords{{words: name, at: m[2] + strings.Index(text[m[2]:m[3]], name)}}
		}
	}
	return u.presenterAtHead(text)
}

// namesOffices says whether a text has a word for an office or a township that is not in the unit's own name: most prefaces name no other.
func (u *ownUnit) namesOffices(text string) bool {
	own := strings.NewReplacer(u.full, "", u.Core, "", "我"+u.Kind, "", "本"+u.Kind, "", "全"+u.Kind, "", u.Kind+"政府", "", "国务院办公厅", "")
	return offices.In(own.Replace(text))
}

var offices = pattern.NewWords("局 委员会 厅 镇 乡 街道 办事处 人民政府 政府办公室")

// isPresenter says whether words may be the name of one unit, and nothing but it.
func isPresenter(name string) bool {
	return utf8.RuneCountInString(name) > 3 && !chinese.ContainsAny(name, []string{"本", "我", "与", "参照", "各", "见", "的", "《", "按", "据"})
}

// presenterAtHead finds such a unit at the head of a statement that says further on that it presents the report.
func (u *ownUnit) presenterAtHead(text string) []foreignWords {
	end := 0
	for _, statement := range chinese.Statements(text) {
		start := end
		end += len(statement)
		m := atHead.FindStringSubmatchIndex(statement)
		if m == nil {
			continue
		}
		name, rest := statement[m[2]:m[3]], statement[m[4]:m[5]]
		speaks := chinese.ContainsAny(rest, []string{"我" + u.Kind, "本" + u.Kind, "本单位", "本机关", u.Core}) || ofAll.In(eachOfUs.Without(rest))
		if isPresenter(name) && presented.MatchString(rest) && strings.Contains(rest, "报") && !speaks && u.isOtherPresenter(name) {
			return []foreignWords{{words: name, at: start + m[2]}}
		}
	}
	return nil
}

// isOtherPresenter says whether a name is that of an office or township that cannot present the unit's report.
func (u *ownUnit) isOtherPresenter(name string) bool {
	other := chinese.ParseUnitName(name)
	if governmentOffices.Ends(name) {
		other = chinese.ParseUnitName(strings.TrimSuffix(name, "办公室"))
	}
	office := chinese.EndsWithAny(name, []string{"局", "委员会", "厅"}) && !isZone(name)
	switch rank := chinese.Rank(u.Kind); {
	case chinese.Rank(other.Kind) > 1 && governmentOffices.Ends(name):
		return rank <= 1 || rank == chinese.Rank(other.Kind) && !u.IsCalled(other.Core)
	case other.Kind == "" || u.IsCalled(other.Core) || chinese.Abbreviates(other.Core, u.full):
		return false
	case office && rank == 0:
		return u.isOtherOffice(name)
	case office:
		return rank == 1
	case chinese.Rank(other.Kind) == 1:
		return rank <= 1
	}
	return false
}

// titledByYear begins the title of the report behind the unit's name.
var titledByYear = pattern.New(`^20[0-9]{2}年度?政府信息公开`, "政府信息公开")

// governmentOffices are what the names of governments from the county up end in, and of their offices.
var governmentOffices = pattern.NewWords("人民政府 政府办公室 人民政府办公室")

// withoutOne are the ends of names of governments with one of their characters lost.
var withoutOne = pattern.NewWords("人政府 民政府 人民府 人民政 办处 事处")

// lostInOffice finds the unit's own name with a character of 人民政府 or 办事处 lost, or of the office's name behind its own place: 竹坪乡人政府, 宁川市交通运局.
func (u *ownUnit) lostInOffice(text string) []foreignWords {
	var found []foreignWords
	add := func(at int, words string) {
		if !chinese.IsQuoted(text, at) {
			found = append(found, foreignWords{words: words, at: at, lost: true})
		}
	}
	if chinese.Rank(u.Kind) > 0 {
		const shortest = 2 // characters of a name without its last word
		if stem := strings.TrimSuffix(u.Core, u.Kind); chinese.Rank(u.Kind) == 1 && utf8.RuneCountInString(stem) >= shortest {
			for at := range chinese.Indexes(text, stem+"人民政府") { // 竹坪人民政府
				add(at, stem+"人民政府")
			}
			for at := range chinese.Indexes(text, stem+"20") { // 竹坪2022年政府信息公开工作年度报告
				if behind := text[at+len(stem):]; titledByYear.MatchString(behind) {
					add(at, stem)
				}
			}
		}
		for at := range chinese.Indexes(text, u.Core) {
			rest := text[at+len(u.Core):]
			if end := withoutOne.First(rest[:min(len(rest), len("人民政府"))]); end != "" && strings.HasPrefix(rest, end) && !chinese.StartsWithAny(rest, []string{"人民政府", "人民政协", "人民政权"}) {
				add(at, u.Core+end)
			}
		}
		return found
	}
	const shortest = 5 // characters: of shorter names one character less makes others
	own := strings.TrimSuffix(u.full, "员会")
	if len(u.places) == 0 || utf8.RuneCountInString(u.Core) < shortest || !strings.HasSuffix(own, u.Core) {
		return nil
	}
	place := u.places[len(u.places)-1].Core
	for i, r := range u.Core {
		name := place + u.Core[:i] + u.Core[i+utf8.RuneLen(r):]
		if chinese.IsOneOf(r, "和与及局委厅") || strings.Contains(u.full, name) {
			continue
		}
		for at := range chinese.Indexes(text, name) {
			add(at, name)
		}
	}
	return found
}
