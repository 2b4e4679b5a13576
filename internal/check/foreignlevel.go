package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var (
	// ledByOffice finds whose lead a unit says that it follows: 在上级税务机关的正确领导下.
	ledByOffice = pattern.New(`上级((?:公安|税务|司法|气象|审计|统计|教育|卫健|卫生|医保|医疗保障|民政|人社|水利|农业|住建|文旅|应急|生态环境|自然资源|市场监管|交通|财政|法院|检察)[^，。；]{0,4}?(?:机关|部门|单位))的?(?:正确|坚强|统一|有力|精心|关心)*领导下`, "领导下")
	// officeWork finds what an office says of its own work: 司法行政工作效率.
	officeWork = pattern.New(`(司法行政|公安|税务|审计|检察|海关|气象|医保|医疗保障|市场监管|自然资源)(?:工作|机关|系统|执法)(?:效率|透明度|公信力|满意度)`, "效率", "透明度", "公信力", "满意度")
	// madeLaws finds laws that are said to be the unit's own: 本乡制定的法规、规章.
	madeLaws = pattern.New(`(?:制定|出台|制发|颁布)的((?:地方性)?法规(?:、规章)?|规章)(?:、|，|。|和|等|；)`, "的法规", "的规章", "的地方性法规")
	// rightToKnow finds whose right to know is spoken of that are one office's clients, by what its name has.
	rightToKnow = pattern.New(`(参保(?:群体|群众|人员|人|对象)|纳税人(?:、?缴费人)?|患者|考生|旅客)的知情权`, "的知情权")
)

// clients are the first characters of who is one office's client, and what that office's name has one of.
var clients = [...]struct{ first, offices string }{{"参", "医保社税险障"}, {"纳", "税财"}, {"患", "卫医院"}, {"考", "教考人"}, {"旅", "交旅铁航"}}

// otherDuties finds what only an office of another kind says of itself.
func (u *ownUnit) otherDuties(text string) []foreignWords {
	var found []foreignWords
	add := func(from, to int, unsure bool) {
		if !chinese.IsQuoted(text, from) && !isVisited(text, from) {
			found = append(found, foreignWords{words: text[from:to], at: from, unsure: unsure})
		}
	}
	for _, m := range ledByOffice.FindAllStringSubmatchIndex(text, -1) {
		if name := chinese.Clip(text[m[2]:m[3]], 2); !chinese.Abbreviates(name, u.full) {
			add(m[0], m[3], false)
		}
	}
	for _, m := range officeWork.FindAllStringSubmatchIndex(text, -1) {
		if name := chinese.Clip(text[m[2]:m[3]], 2); !chinese.Abbreviates(name, u.full) && u.tier == form.Township {
			add(m[0], m[1], true)
		}
	}
	for _, m := range madeLaws.FindAllStringSubmatchIndex(text, -1) {
		own := u.EndsIn(text[:m[0]]) || chinese.EndsWithAny(text[:m[0]], []string{"本机关", "本单位", "镇政府", "乡政府"})
		if own && u.tier <= form.County && u.tier >= form.Township {
			add(m[2], m[3], true)
		}
	}
	for _, m := range rightToKnow.FindAllStringSubmatchIndex(text, -1) {
		for _, c := range clients {
			if strings.HasPrefix(text[m[2]:], c.first) && !strings.ContainsAny(u.full, c.offices) {
				add(m[0], m[1], true)
			}
		}
	}
	return found
}

var (
	// ofDepartments finds what a township has not: offices within a department, a department's website.
	ofDepartments = pattern.New(`业务股室|本部门(?:的)?(?:门户)?网站`, "业务股室", "本部门")
	// trainsCounty finds that all offices of a county are trained or looked after.
	trainsCounty = pattern.New(`(?:对|组织|召集|面向)((?:县直|区直|市直|全县|全区|全市)各?(?:部门|单位)[^，。；]{0,6}?(?:信息员|联络员|工作人员))[^，。；]{0,12}(?:讲解|培训|授课|辅导)`, "信息员", "联络员", "工作人员")
	// ownConference is what no township has.
	ownConference = pattern.New(`(?:街道|镇|乡)政协(?:委员)?(?:的)?提案`, "政协")
	// dutyAbove finds that a township's people do what is the duty of the office of the government above.
	dutyAbove = pattern.New(`(?:承担|负责)((?:县|区|市|旗)(?:人民)?政府办公室)的?(?:政务|政府信息|信息)公开(?:日常)?工作`, "政府办公室")
	// ofAnyKind are heads and governments as form letters to all townships have them.
	ofAnyKind = pattern.New(`乡（镇）长|镇（乡）长|(?:副)?乡镇长(?:任|担任|为|牵头|负责|亲自|主持)|街道(?:办事处)?副?主任（副?[镇乡]长）|副?[镇乡]长（副?主任）|(?:乡（镇）|镇（乡）|镇（街道）|街道（镇）)(?:人民政府|政府|党委|党政)`, "（镇）", "（乡）", "乡镇长", "长）", "（主任", "（副主任", "（街道）")
	// aboveOnes are words of a statement that tells of what those above do, or all townships.
	aboveOnes = pattern.NewWords("县政府 区政府 市政府 县委 区委 市委 上级 参加 派员 选派 各乡 各镇 各街道 全县 全区 转发 印发的")
)

// beyondTownships finds what a township says that only its county, a department or a form letter can say.
func (u *ownUnit) beyondTownships(text string) []foreignWords {
	if chinese.Rank(u.Kind) != 1 {
		return nil
	}
	var found []foreignWords
	for _, shape := range []*pattern.Pattern{ofDepartments, trainsCounty, ownConference, dutyAbove} {
		for _, m := range shape.FindAllStringSubmatchIndex(text, -1) {
			from, to := m[0], m[1]
			if len(m) > 2 {
				from, to = m[2], m[3]
			}
			statement, start := chinese.Around(text, from, chinese.StatementEnds)
			ofOthers := shape == trainsCounty && aboveOnes.In(statement[:from-start])
			if !chinese.IsQuoted(text, from) && !ofOthers && !chinese.EndsWithAny(text[:from], []string{"驻", "县、", "区、"}) {
				found = append(found, foreignWords{words: text[from:to], at: from, unsure: true})
			}
		}
	}
	for _, m := range ofAnyKind.FindAllStringIndex(text, -1) {
		statement, _ := chinese.Around(text, m[0], chinese.StatementEnds)
		if !chinese.IsQuoted(text, m[0]) && !aboveOnes.In(statement) && !strings.HasSuffix(text[:m[0]], "各") {
			found = append(found, foreignWords{words: text[m[0]:m[1]], at: m[0]})
		}
	}
	return append(found, u.countysWork(text)...)
}

// urges are verbs of who sees to the work of openness.
var urges = []string{"推动", "推进", "促进", "做好", "抓好", "加强"}

// countysWork finds the work of the whole county in what a township does: 推动青垣县政务公开工作.
func (u *ownUnit) countysWork(text string) []foreignWords {
	county, known := u.county()
	if !known {
		return nil
	}
	var found []foreignWords
	for at := range chinese.Indexes(text, county.Core) {
		behind := strings.TrimPrefix(text[at+len(county.Core):], "的")
		statement, _ := chinese.Around(text, at, chinese.StatementEnds)
		if chinese.EndsWithAny(text[:at], urges) && chinese.StartsWithAny(behind, []string{"政府信息公开工作", "政务公开工作", "信息公开工作"}) && !aboveOnes.In(statement) {
			found = append(found, foreignWords{words: county.Core, at: at, unsure: true})
		}
	}
	return found
}

var (
	// ourOffice finds an office's name for itself.
	ourOffice = pattern.New(`我办(?:共|累计|全年|收到|受理|办理|严格|认真|坚持|按|通过|将|对|在|组织|制定|印发|未|没有|持续|积极|及时|牵头|高度)`, "我办")
	// siteMade ends in who made a website, levelsAbove name the government whose it is, partOfSite are what of it a township may make.
	siteMade    = pattern.NewWords("建立 建设 开通 设立 创建 建成 搭建 开设 建立了 建设了 开通了 设立了 创建了 建成了 搭建了 开设了")
	levelsAbove = pattern.NewWords("区 县 市 省 旗")
	partOfSite  = pattern.NewWords("专栏 栏目 专区 板块 频道 链接 页面 子站 专题 窗口 入口 “ 上")
)

// mistakenSelves finds words for oneself that the unit is not: 我办 in a county's report, a website that it has not.
func (u *ownUnit) mistakenSelves(text string) []foreignWords {
	var found []foreignWords
	add := func(from, to int) {
		if !chinese.IsQuoted(text, from) {
			found = append(found, foreignWords{words: text[from:to], at: from, unsure: true})
		}
	}
	if chinese.Rank(u.Kind) > 1 && !strings.HasSuffix(u.full, "办公室") {
		for _, m := range ourOffice.FindAllStringIndex(text, -1) {
			add(m[0], m[0]+len("我办"))
		}
	}
	if chinese.Rank(u.Kind) < 2 {
		for at := range chinese.Indexes(text, "政府") {
			rest, isSite := strings.CutPrefix(strings.TrimPrefix(text[at+len("政府"):], "门户"), "网站")
			level, isAbove := levelsAbove.CutSuffix(strings.TrimSuffix(text[:at], "人民"))
			maker, isMade := siteMade.CutSuffix(level)
			if isSite && isAbove && isMade && !partOfSite.In(itemOf(rest)) && u.EndsIn(strings.TrimSuffix(strings.TrimSuffix(maker, "先后"), "已")) {
				add(len(level), len(text)-len(rest))
			}
		}
	}
	return found
}
