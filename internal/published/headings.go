package published

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// landmark is what tells a section of the form, its heading or a piece of its table, and which item it is.
type landmark struct{ section, at int }

// How sure it is that an item is the heading of a section. Words count before numbers, which are often shifted or lost, and what
// looks like a heading in our own files before what only reads like one.
const (
	exactWords    = 80
	similarWords  = 50
	rightNumeral  = 20
	onlyNumeral   = 30
	lostNumeral   = 10 // 、主动公开政府信息情况
	innerNumbered = 30 // 5、存在的主要问题及改进情况
	styled        = 100
	headed        = 10 // any heading of the file's own
	hasContent    = 5  // something stands below it, as not in a table of contents
	inTable       = -20
	beyondTable   = -60
)

// joinNumerals puts the numeral of a section that stands in a line by itself, as pages have it that set it in a box, in front of its heading.
func joinNumerals(items []item) (joined []item) {
	for i := 0; i < len(items); i++ {
		it := items[i]
		if i+1 < len(items) && it.isText() && items[i+1].isText() {
			for n, s := range sections() {
				if isNumeralOf(squeeze(folded(it.text)), s.Numeral, n+1) && squeeze(folded(items[i+1].text)) == strings.TrimPrefix(s.Heading(), s.Numeral+"、") {
					it, i = items[i+1], i+1
					it.text, it.bold = s.Heading(), nil
					break
				}
			}
		}
		joined = append(joined, it)
	}
	return joined
}

// isNumeralOf says whether a line is nothing but the number of a section: 二, 二、, 02, PART2.
func isNumeralOf(line, numeral string, number int) bool {
	line = strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(line), "PART"), "0.")
	return strings.TrimSuffix(line, "、") == numeral || strings.Trim(line, ".、") == strconv.Itoa(number)
}

// findHeadings finds the headings of the sections, in the order of the form: those that together are the surest.
func findHeadings(items []item) []landmark {
	// most[s] is the best that the first s sections make with the items so far, and which they are; a list that grows at its front
	// only is shared.
	type choice struct {
		sum  int
		last *chosen
	}
	most := make([]choice, len(sections())+1)
	tables := tablesOf(items)
	for at := range items {
		sure := howSure(items, at, tables)
		for s := len(sections()) - 1; s >= 0; s-- {
			if sure[s] <= 0 {
				continue
			}
			for before := range s + 1 { // the sections between are not there
				if sum := most[before].sum + sure[s]; sum > most[s+1].sum && (before == 0 || most[before].last != nil) {
					most[s+1] = choice{sum, &chosen{landmark{s, at}, most[before].last}}
				}
			}
		}
	}
	best := choice{}
	for _, c := range most {
		if c.sum > best.sum {
			best = c
		}
	}
	var found []landmark
	for c := best.last; c != nil; c = c.before {
		found = append([]landmark{c.landmark}, found...)
	}
	return found
}

// chosen is a heading with those before it.
type chosen struct {
	landmark
	before *chosen
}

// howSure weighs an item as the heading of each section; 0 for what is none.
func howSure(items []item, at int, tables []landmark) (sure [6]int) {
	it := items[at]
	if it.table != "" || it.kind == page.Contents || it.kind == page.Boxed || it.text == "" {
		return sure
	}
	numeral, words := splitHeading(it.text)
	if it.kind != page.Section && utf8.RuneCountInString(words) > longestHeading {
		return sure
	}
	for s, section := range sections() {
		weight := wordsWeigh(section, s, numeral, words, it.kind)
		if words == section.Title && countsInside(it.text, s) {
			weight = innerNumbered
		}
		if numeral == section.Numeral && (weight > 0 || it.kind == page.Section || isShortPhrase(words)) {
			weight = max(weight+rightNumeral, onlyNumeral)
		}
		if weight == 0 {
			continue
		}
		switch {
		case it.spare:
			weight += inTable
		case it.kind == page.Section:
			weight += styled
		case it.kind == page.Heading || it.kind == page.Title:
			weight += headed
		}
		if at+1 < len(items) && !isHeadingLine(items[at+1].text) {
			weight += hasContent
		}
		sure[s] = weight + tablesDeny(tables, at, s)
	}
	return sure
}

// longestHeading is in characters, without the numeral.
const longestHeading = 40

// wordsWeigh weighs the words of a heading, whatever its numeral.
func wordsWeigh(section form.Section, index int, numeral, words string, kind page.Kind) int {
	switch {
	case words == section.Title && numeral != bracketed:
		return exactWords
	case index == 0 && numeral == "" && bareOverview.MatchString(words):
		return similarWords
	case numeral == bracketed || numeral == "" && kind != page.Section && kind != page.Heading:
		return 0 // （一）主动公开情况 is a heading inside the overview
	case !isShortPhrase(words) || !similarHeading[index].MatchString(words):
		return 0
	case numeral == "、":
		return similarWords + lostNumeral
	}
	return similarWords
}

// similarHeading are the words of headings as published reports have them, besides those of the form.
var similarHeading = [6]*pattern.Pattern{
	pattern.New(`(?:总体|基本)(?:工作|推进|进展)?(?:情况|要求|概述)$|概述$`),
	pattern.New(`主动公开.*(?:情况|信息)$`),
	pattern.New(`(?:收到|受理|处理|依申请|办理).*(?:申请|公开).*情况$`),
	pattern.New(`(?:复议|诉讼).*情况$`),
	pattern.New(`(?:存在|主要|工作).*问题|问题.*改进`),
	pattern.New(`其[他它].*(?:事项|情况)$|需要?报告的.*事项$`),
}

// bareOverview is the heading of the first section without its numeral.
var bareOverview = pattern.New(`^(?:政府信息公开)?(?:工作)?的?(?:总体|基本)(?:工作|推进|进展)?(?:情况|要求|概述)$`)

// bracketed stands for a numeral of an inner level: （一）, 1.
const bracketed = "（）"

var (
	sectionNumeral = pattern.New(`^[#*\s]*(?:第?([一二三四五六七八])(?:部分|是)?[、.．,，：:\s]+|([一二三四五六七八])是|(、))`)
	innerNumeral   = pattern.New(`^[#*\s]*(?:[（(]([一二三四五六七八九十0-9]+)[)）]|([0-9]+)\s*[.．、])`)
	headingEnd     = "。：:；;|*# \t　"
)

// splitHeading parts the numeral of a heading from its words, which are squeezed: 一, 、 where the number is lost, bracketed, or "".
func splitHeading(printed string) (numeral, words string) {
	text := folded(printed)
	words = text
	if m := sectionNumeral.FindStringSubmatch(text); m != nil {
		numeral, words = m[1]+m[2]+m[3], text[len(m[0]):]
	} else if m := innerNumeral.FindString(text); m != "" {
		numeral, words = bracketed, text[len(m):]
	}
	return numeral, strings.Trim(squeeze(words), headingEnd)
}

// countsInside says whether a numeral of an inner level is that of a section: 5、 and （五） of the fifth.
func countsInside(text string, section int) bool {
	m := innerNumeral.FindStringSubmatch(text)
	return m != nil && slices.Contains([]string{sections()[section].Numeral, strconv.Itoa(section + 1)}, m[1]+m[2])
}

// isShortPhrase tells the words of a heading from a sentence.
func isShortPhrase(words string) bool {
	return words != "" && utf8.RuneCountInString(words) <= longestHeading && !strings.ContainsAny(words, "。,;!?")
}

// isHeadingLine says whether a line by itself reads like the heading of a section, however far it is set in.
func isHeadingLine(text string) bool { return sectionNamed(text) > 0 }

// sectionNamed is the section, counted from 1, as whose heading a line by itself reads, however far it is set in; 0 for none.
func sectionNamed(text string) int {
	numeral, words := splitHeading(strings.TrimLeftFunc(text, chinese.IsIndent))
	for s, section := range sections() {
		if wordsWeigh(section, s, numeral, words, page.Plain) > 0 {
			return s + 1
		}
	}
	return 0
}

func tablesOf(items []item) (tables []landmark) {
	for at, it := range items {
		for s, section := range sections() {
			if section.Table != nil && it.table == section.Table.Key {
				tables = append(tables, landmark{s, at})
			}
		}
	}
	return tables
}

// tablesDeny weighs down a heading on the wrong side of the tables: those of its section and of later ones stand behind it, those of
// earlier ones before it.
func tablesDeny(tables []landmark, at, section int) int {
	for _, t := range tables {
		if (t.section >= section) != (t.at > at) {
			return beyondTable
		}
	}
	return 0
}

// runningIn finds headings of sections inside a paragraph: behind the end of a sentence, as where the preface runs into the first
// one, or before the text of the section.
var runningIn = pattern.Built(func() string {
	titles := []string{longReviewTitle}
	for _, s := range sections() {
		titles = append(titles, strings.Join(strings.Split(s.Title, ""), `\s*`))
	}
	return `[一二三四五六]\s*、\s*(?:` + strings.Join(titles, "|") + `)`
})

// longReviewTitle is the title of the section on review and litigation as it was before the form, and as it is mixed with the form's.
const longReviewTitle = `因?政\s*府\s*信\s*息\s*公\s*开\s*(?:工作)?(?:被申请)?行\s*政\s*复\s*议\s*[、和]?\s*(?:提起)?行\s*政\s*诉\s*讼\s*情\s*况`

// splitRunIn cuts a paragraph before and behind the headings of sections that run into it. A paragraph that lists them is left whole.
func splitRunIn(text string) []string {
	const mostInOne = 2
	matches := runningIn.FindAllStringIndex(text, -1)
	if len(matches) == 0 || len(matches) > mostInOne {
		return []string{text}
	}
	var pieces []string
	done := 0
	for _, m := range matches {
		before, after := strings.TrimRightFunc(text[done:m[0]], chinese.IsIndent), strings.TrimLeftFunc(text[m[1]:], chinese.IsIndent)
		last, _ := utf8.DecodeLastRuneInString(before)
		next := chinese.FirstRune(after)
		begins := before == "" || strings.ContainsRune("。；！？）)”|", last)
		ends := after == "" || after != text[m[1]:] || chinese.IsOneOf(next, "（(。：:\n") || chinese.IsHan(next) && next != '的' && next != '等' && next != '和'
		if !begins || !ends {
			continue
		}
		if before != "" {
			pieces = append(pieces, before)
		}
		pieces = append(pieces, text[m[0]:m[1]])
		done = m[1]
	}
	if rest := strings.TrimLeft(strings.TrimLeftFunc(text[done:], chinese.IsIndent), "。：:"); rest != "" || len(pieces) == 0 {
		pieces = append(pieces, rest)
	}
	return pieces
}
