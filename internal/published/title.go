package published

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// prescribedTitle is the one way in which a report is to be titled.
var prescribedTitle = pattern.New(`^(.*?)([0-9]{4})年政府信息公开工作年度报告$`)

// A title in all the forms that published reports have: the words at its end, and the year before, inside or behind the unit.
var (
	titleWords = pattern.New(`(?:政?府|政务)?(?:信息|政务)公开(?:工作)?的?(?:年度|情况)?的?(?:工作)?(?:情况)?的?(?:报告|年报|总结)(?:全文|正文)?$`)
	titleYear  = pattern.New(`(20[0-9]{2}|二[〇○零0][一二三四五六七八九〇○零0]{2})年?度?`)
	yearApart  = pattern.New(`[\[(〔【](20[0-9]{2}年?度?)[\])〕】]`) // 清溪镇人民政府（2024年）政府信息公开工作年度报告
	titleFront = pattern.New(`^(?:[\[(][^\])]{1,8}[\])]|[\p{P}\p{S}\s]+|关于(?:公布|发布|公开|印发)?|名称:?|标题:?|草稿:|送审稿:)+`)
	titleEnd   = pattern.New(`(?:\((20[0-9]{2})年?度?\)|\([^()]{0,6}(?:稿|公示|试行|全文|正文|文字版)\)|的(?:公告|通告|通知|公示))$`) // what stands behind the words
	yearInside = pattern.New(`(公开(?:工作)?)(20[0-9]{2})年(?:度)?(年度报告|年度的?工作报告|年报|报告)$`)                           // 政府信息公开工作2024年年度报告
)

// noUnit tells what a site prints, and a line of it that was taken for the front of a title: the names of its columns.
var noUnit = pattern.New(`年度报告|信息公开(?:指南|制度|目录|年报|内容)|主动公开`)

// What is not final says so behind its title, in the name of its file, and in the first line of a text.
var (
	behindMark = pattern.New(`（(?:草稿|送审稿[^）]*)）$`)
	draftLine  = pattern.New(`^(?:草稿(?:$|，)|送审稿，第)`)
)

// longestTitle is in characters.
const longestTitle = 80

// splitTitle takes the unit and the year from a title; ok is false for what is none. The year is 0 where the title has none.
func splitTitle(title string) (unit string, year int, ok bool) {
	text := squeeze(folded(title))
	if utf8.RuneCountInString(text) > longestTitle || strings.ContainsAny(text, "。;,") {
		return "", 0, false
	}
	text = strings.Trim(text, `《》"|`)
	behind := 0 // the year that stands behind the words
	if m := titleEnd.FindStringSubmatch(text); m != nil {
		text, behind = strings.Trim(strings.TrimSuffix(text, m[0]), `《》"`), number(m[1])
	}
	text = titleFront.ReplaceAllString(yearApart.ReplaceAllString(text, "$1"), "")
	if m := yearInside.FindStringSubmatch(text); m != nil {
		text, behind = strings.TrimSuffix(text, m[0])+m[1]+m[3], number(m[2])
	}
	words := titleWords.FindStringIndex(text)
	if words == nil {
		return "", 0, false
	}
	front := text[:words[0]]
	if all := titleYear.FindAllStringSubmatchIndex(front, -1); all != nil {
		m := all[0]
		if last := all[len(all)-1]; last[1] == len(front) { // where it is due; a year further in front is of the unit's name
			m = last
		}
		if year, ok = chinese.ReadYear(front[m[2]:m[3]]); !ok {
			return "", 0, false
		}
		front = front[:m[0]] + front[m[1]:]
	}
	if year == 0 {
		year = behind
	}
	unit = strings.TrimSuffix(strings.Trim(front, "年度·-—_ "), "关于")
	switch {
	case strings.HasSuffix(unit, "人民"): // 人民政府信息公开: no office ends there, so that one 政府 was left out
		unit += "政府"
	case utf8.RuneCountInString(unit) == 1, noUnit.MatchString(unit): // the end of a name that the line before begins
		unit = ""
	}
	return asPrinted(unit, title), year, true
}

// asPrinted is a name that was read in a text with its brackets as they stand there: 县教育局（体育局）.
func asPrinted(name, text string) string {
	if !strings.ContainsAny(name, "()") {
		return name
	}
	if strings.Contains(squeeze(text), name) {
		return name
	}
	return strings.NewReplacer("(", "（", ")", "）").Replace(name)
}

// NamedByTitle takes the unit and the year from a title in any of the forms that reports have; ok is false for what is none.
func NamedByTitle(title string) (unit string, year int, ok bool) { return splitTitle(title) }

// findTitle finds the items of the title among those before the first section: those that look like one, or else the last few that
// together read like one. A title as it is prescribed counts before others.
func findTitle(items []item) (from, to int) {
	from, to = findTitleLines(items)
	return reachBack(items, from, to), to
}

// findTitleLines finds those of the title that look like one by themselves.
func findTitleLines(items []item) (from, to int) {
	for from < len(items) && items[from].kind != page.Title {
		from++
	}
	if from < len(items) {
		for to = from; to < len(items) && items[to].kind == page.Title; to++ {
		}
		if _, _, ok := splitTitle(joined(items[from:to])); ok {
			return from, to
		}
	}
	bestFrom, bestTo, best := 0, 0, 0
	if to > from {
		bestFrom, bestTo, best = from, to, 1
	}
	const farthest = 300 // lines that a site may print before it
	for i := range items[:min(farthest, len(items))] {
		for n := 1; n <= mostTorn && i+n <= len(items); n++ {
			part := items[i : i+n]
			if last := part[n-1]; last.table != "" || last.kind == page.Furniture || draftLine.MatchString(last.text) {
				break
			}
			unit, year, ok := splitTitle(joined(part))
			if !ok || n > 1 && splitsAlone(part[1:]) {
				continue
			}
			weight := 2
			if unit != "" {
				weight += 2
			}
			if year != 0 {
				weight += 2
			}
			if prescribedTitle.MatchString(squeeze(folded(joined(part)))) {
				weight++
			}
			if weight > best || weight == best && i > bestFrom && n == 1 {
				bestFrom, bestTo, best = i, i+n, weight
			}
		}
	}
	return bestFrom, bestTo
}

// mostTorn is how many lines a title is torn into.
const mostTorn = 4

// reachBack is where a title begins that its first line begins in the middle of: a full line above it ends in the year or in what belongs
// behind that, or in a part of the unit that the report has whole elsewhere.
func reachBack(items []item, from, to int) int {
	if from == to {
		return from
	}
	unit, year, ok := splitTitle(joined(items[from:to]))
	for first := from - 1; ok && first >= 0 && to-first <= mostTorn && isFrontOfTitle(items[first]); first-- {
		wholeUnit, wholeYear, isWhole := splitTitle(joined(items[first:to]))
		switch {
		case !isWhole || wholeUnit == "" || wholeYear == 0:
		case year == 0 && endsInYear.MatchString(squeeze(folded(items[first].text))),
			wholeUnit != unit && strings.HasSuffix(wholeUnit, unit) && standsIn(items[to:], wholeUnit):
			from, unit, year = first, wholeUnit, wholeYear
		}
	}
	return from
}

// isFrontOfTitle says whether a line may be the front of a title that the next one goes on with.
func isFrontOfTitle(it item) bool {
	return it.isText() && !isFurniture(it.text) && !draftLine.MatchString(it.text) && !isTitleAgain(it.text)
}

// endsInYear is a line that was full where a title says its year, or inside the words behind that.
var endsInYear = pattern.New(`20[0-9]{2}年度?(?:政|政府|政府信|政务|政务信)?$`)

// standsIn says whether a name stands in the text of some items.
func standsIn(items []item, name string) bool {
	name = squeeze(folded(name))
	return slices.ContainsFunc(items, func(it item) bool { return it.isText() && strings.Contains(squeeze(folded(it.text)), name) })
}

// splitsAlone says whether the end of some lines is a whole title by itself, so that what stands before it is none of it.
func splitsAlone(items []item) bool {
	unit, year, ok := splitTitle(joined(items))
	return ok && unit != "" && year != 0
}

func joined(items []item) string {
	var b strings.Builder
	for _, it := range items {
		b.WriteString(it.text)
	}
	return b.String()
}

// titleAmongBars is the title in the row of a table that a copy made a line of: | 名称 | …年度报告 |.
func titleAmongBars(line string) string {
	if strings.Contains(line, "|") {
		for cell := range strings.SplitSeq(line, "|") {
			if unit, year, ok := splitTitle(cell); ok && (unit != "" || year != 0) {
				return strings.TrimSpace(cell)
			}
		}
	}
	return line
}

// takeTitleBeside keeps a whole title that stands beside the text: in a table of the site's or in a text box.
func (p *Publication) takeTitleBeside(b page.Block) {
	take := func(text string) {
		if unit, year, ok := splitTitle(text); ok && unit != "" && year != 0 && p.beside == "" {
			p.beside = chinese.Unspaced(text)
		}
	}
	if b.Table == nil && b.Kind == page.Boxed {
		take(b.Text)
	}
	if b.Table != nil {
		for _, c := range b.Table.Cells {
			take(c.Text)
		}
	}
}

// names is whose report it is and of which year, each "" or 0 if unknown, and where that was read.
type names struct {
	unit, unitPlace string
	year            int
	yearPlace       string
}

// takeUnit takes a unit that is not known yet.
func (n *names) takeUnit(unit, place string) {
	if n.unit == "" && unit != "" {
		n.unit, n.unitPlace = unit, place
	}
}

// Where a report names its unit without doubt.
const signature, preface = "落款", "前言"

// completeUnit takes the unit from the signature where that has in full what was read in short, and where a sentence of the preface goes on
// behind it with what is none of its name.
func (n *names) completeUnit(signed string) {
	office, isPlace := chinese.OfficeOf(n.unit)
	inFull := isPlace && strings.HasSuffix(signed, office)
	goesOn := n.unitPlace == preface && n.unit != signed && isOffice(signed) && strings.HasPrefix(n.unit, signed)
	if inFull || goesOn {
		n.unit, n.unitPlace = signed, signature
	}
}

func (n *names) takeYear(year int, place string) {
	if n.year == 0 && year != 0 {
		n.year, n.yearPlace = year, place
	}
}

// nameReport finds out whose report it is and of which year: by its title, else by its preface, its signature, what the page calls
// itself, the name of its file, and what its sentences say of the period.
func (p *Publication) nameReport(pageTitle, fileName string) {
	unit, year, _ := splitTitle(p.Title)
	p.names.takeUnit(unit, "标题")
	p.names.takeYear(year, "标题")
	p.takeNames(pageTitle, "网页的标题")
	for _, paragraph := range p.Preface {
		unit, year := namedIn(paragraph.Text)
		p.names.takeUnit(unit, preface)
		p.names.takeYear(year, preface)
	}
	p.names.takeUnit(p.Unit, signature)
	p.names.completeUnit(squeeze(p.Unit))
	p.takeNames(fileName, "文件名")
	if p.names.year == 0 {
		p.names.takeYear(yearOf(p.texts()), "正文")
	}
}

// takeNames takes what a title says that stands among other names, as of sites.
func (p *Publication) takeNames(text, place string) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("_|-—–>·/\\", r) }) {
		if unit, year, ok := splitTitle(behindMark.ReplaceAllString(part, "")); ok {
			p.names.takeUnit(unit, place)
			p.names.takeYear(year, place)
		}
	}
}

// anyOffice is how the names of offices end, for patterns.
const anyOffice = `(?:人民政府办公室|人民政府|办事处|局|委员会|管委会|中心)`

// How prefaces name the unit and the year.
var (
	titleInside = pattern.New(`(?:现将|现公布|公布|编制了?|撰写了?|发布|形成了?|,|。|^)([\p{Han}()]{2,30}?)(20[0-9]{2})年?(?:年度|度)?政府信息公开工作(?:年度)?(?:报告|情况|年报)`)
	writtenBy   = pattern.New(`(?:本(?:年度)?(?:报告|年报)(?:是由|由|是)|[,。]由|^由)([\p{Han}()]{2,30}?)(?:\(以下|根据|按照|依据|依照|编制|负责|汇总|公布|起草|撰写)`)
	byItself    = pattern.New(`[,。]([\p{Han}]{2,24}` + anyOffice + `)(?:\(以下简称[^)]*\))?(?:现?(?:编制|公布|发布|向社会公布|制作))`)
	ofOurs      = pattern.New(`[我本](?:镇|街道|乡|县|区|旗|市|州|局|委|办|中心|机关|单位|部门)\(([\p{Han}]{2,24}` + anyOffice + `)\)`)
	goesBy      = pattern.New(`^([\p{Han}]{2,24}?` + anyOffice + `)(?:根据|按照|依据|依照|遵照)[^。]*(?:编制|公布|发布)`)
	askAt       = pattern.New(`(?:请|可)(?:直接)?(?:与|向|和|同|联系)([\p{Han}]{2,24}?(?:人民政府|街道办事处|办事处|局|委员会|管委会))`)
	workedAt    = pattern.New(`^(?:20[0-9]{2}年度?,)?([\p{Han}]{2,24}?` + anyOffice + `)(?:认真|严格|深入|全面|高度重视|坚持)`)
	leadIn      = pattern.New(`^(?:由|现|特|将|予以|依法|向社会|向公众|公布|发布|公开|编制|制作|撰写|形成|了|《)+`)
	leadOut     = pattern.New(`(?:(?:根据|按照|依据|依照|遵照).*|依法|依规|按时|及时|认真|统一|牵头|负责|组织|指导|安排|向社会|向公众|对外|[现特将]?(?:予以)?(?:编制|编写|编撰|编印|制作|制定|撰写|起草|草拟|拟定|拟订|汇总|形成|完成|公布|发布|公开|印发|出具)[了的]?[并和、]?)+$`)
	ownYear     = pattern.New(`(20[0-9]{2})年度(?:工作)?(?:报告|年报)`)
	periodYear  = pattern.New(`(?:期限|时限|时间|截止|截至|统计|从|自)[^。]{0,16}?(20[0-9]{2})年?1?月?1?日?`)
)

// namedIn reads whose report it is and of which year from a paragraph of the preface.
func namedIn(printed string) (unit string, year int) {
	text := squeeze(folded(printed))
	if m := titleInside.FindStringSubmatch(text); m != nil {
		unit, year = bareName(m[1]), number(m[2])
	}
	for _, form := range []*pattern.Pattern{writtenBy, byItself, ofOurs, goesBy, askAt, workedAt} {
		if m := form.FindStringSubmatch(text); m != nil && unit == "" {
			if name := withoutDesk(bareName(m[1])); namesOffice(name) {
				unit = name
			}
		}
	}
	for _, form := range []*pattern.Pattern{periodYear, ownYear} {
		if m := form.FindStringSubmatch(text); m != nil && year == 0 {
			year = number(m[1])
		}
	}
	if unit != "" && !namesOffice(unit) {
		unit = ""
	}
	return asPrinted(unit, printed), year
}

// bareName is a name without the verbs around it and what goes with these: 望禾镇人民政府 of 现将望禾镇人民政府组织编制的.
func bareName(text string) string {
	return leadOut.ReplaceAllString(leadIn.ReplaceAllString(text, ""), "")
}

// withoutDesk is the name of an office without that of the desk in it which writes its reports: 清溪镇人民政府 of 清溪镇人民政府办公室. The office of a
// county's government has reports of its own.
func withoutDesk(name string) string {
	if office, found := strings.CutSuffix(name, "办公室"); found && isOffice(office) && chinese.Rank(chinese.ParseUnitName(office).Kind) <= 1 {
		return office
	}
	return name
}

// namesOffice tells the name of an office from 本机关, 我镇 and the like.
func namesOffice(name string) bool {
	return utf8.RuneCountInString(name) >= 3 && !chinese.StartsWithAny(name, []string{"本", "我", "在", "该", "各", "全", "上级", "国务院", "省", "市人民政府", "县人民政府", "区人民政府"})
}

// yearOf is the year that sentences of a report speak of most: its period before all, years of documents left aside; 0 if they name none.
func yearOf(texts []string) int {
	votes := map[int]int{}
	vote := func(year, weight int) {
		if year >= firstYear && year <= lastYear {
			votes[year] += weight
		}
	}
	for _, text := range texts {
		text = squeeze(folded(text))
		for _, m := range reportOfYear.FindAllStringSubmatch(text, -1) {
			vote(number(m[1]), 6)
		}
		for _, m := range periodYear.FindAllStringSubmatch(text, -1) {
			vote(number(m[1]), 5)
		}
		for _, y := range chinese.YearsIn(text) {
			if !dayBehind.MatchString(text[y.End:]) {
				vote(y.Year, 2)
			}
		}
	}
	best := 0
	for year, n := range votes {
		if n > votes[best] || n == votes[best] && year > best {
			best = year
		}
	}
	return best
}

// The years that reports are of.
const firstYear, lastYear = 2008, 2060

var (
	reportOfYear = pattern.New(`(20[0-9]{2})年?度?[^。;,]{0,40}?(?:信息|政务)公开(?:工作)?(?:年度)?(?:年报|报告|情况)`)
	dayBehind    = pattern.New(`^[0-9]{1,2}月[0-9]`)
)

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}
