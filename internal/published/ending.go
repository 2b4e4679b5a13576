package published

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// takeEnd takes the unit and the date from the end of the last section, by their looks, or else by what they say, and leaves out what
// the site prints below. What stands behind them and is none of the site's is told, and given back as besides.
func (p *Publication) takeEnd(items []item) (inside []item, besides []model.Beside) {
	end, styled := signedByLooks(items)
	if end == 0 {
		signed := items
		if !styled {
			signed = withoutFooter(items)
		}
		above := p.takeSignature(signed)
		return above, p.tellBehind(items[len(above):], false)
	}
	start := end
	for start > 0 && isSigned(items[start-1]) {
		start--
	}
	rest := items[:start:start]
	for _, it := range items[start:end] {
		switch {
		case p.Date == "" && isDate(it.text):
			p.Date = it.text
		case p.Unit == "" && it.kind == page.Unit:
			p.Unit = it.text
		default:
			rest = append(rest, it)
		}
	}
	return p.takeSignature(rest), p.tellBehind(items[end-1:], true)
}

// isSigned says whether an item looks like a part of the signature.
func isSigned(it item) bool { return it.kind == page.Unit || it.kind == page.Date }

// signedByLooks is where the signature ends as far as looks tell: behind its date, whatever was typed below in the same look, or else at
// the end; 0 where looks do not tell. styled says whether any item has them.
func signedByLooks(items []item) (end int, styled bool) {
	for i, it := range items {
		styled = styled || isSigned(it)
		if it.kind == page.Date && isDate(it.text) {
			end = i + 1
		}
	}
	if n := len(items); end == 0 && n > 0 && isSigned(items[n-1]) {
		end = n
	}
	return end, styled
}

// withoutFooter leaves out what a site prints below a report. A report that ends within the section has it behind the date.
func withoutFooter(items []item) []item {
	signed := 0 // where the last signature is: what stands above it is the report's
	for i := 1; i < len(items); i++ {
		if _, ok := dateIn(items[i].text); ok && items[i].table == "" && isOffice(unitIn(items[i-1].text)) {
			signed = i
		}
	}
	tried := 0
	const most = 4 // lines that may head an attachment
	for i, it := range items {
		switch {
		case it.table != "" || i <= signed:
		case isFooter(it.text):
			return items[:i]
		case tried < most && attachmentHead.MatchString(it.text):
			if tried++; attached(items[i:]) != "" {
				return items[:i]
			}
		}
	}
	return items
}

// takeSignature takes the unit and the date from the last lines of a section, by what they say. Short lines behind them are the site's, and so
// is the imprint of a document; sentences and tables are so only behind a date with an office above it.
func (p *Publication) takeSignature(items []item) []item {
	const most = 8 // lines from the end
	quiet := true  // neither a sentence nor a table stands behind
	for i := len(items) - 1; p.Date == "" && i >= max(0, len(items)-most); i-- {
		if items[i].table == otherTable {
			quiet = false
			continue
		}
		if items[i].table != "" {
			break
		}
		if date, ok := dateIn(items[i].text); ok && (quiet || i > 0 && items[i-1].table == "" && isOffice(unitIn(items[i-1].text))) {
			p.Date, items = date, items[:i]
			break
		}
		if unit, date, ok := signedInOne(items[i].text); ok && p.Unit == "" {
			p.Unit, p.Date = unit, date
			return items[:i]
		}
		quiet = quiet && (!isSentence(items[i].text) || docImprint.MatchString(items[i].text))
	}
	if n := len(items); n > 0 && p.Unit == "" && items[n-1].table == "" {
		if unit := unitIn(items[n-1].text); p.Date != "" && isUnit(unit) || isOffice(unit) {
			p.Unit, items = unit, items[:n-1]
		}
	}
	return items
}

// What stands at the foot of a document behind its text.
var docImprint = pattern.New(`^[（(]?此件|^(?:抄送|抄报|主送|分送)[:：]|印发$|^[（(]?共印`)

// attachmentHead is the line above an attachment.
var attachmentHead = pattern.New(`^附(?:件|表|录)?\s*[0-9一二三四五六七八九十]{0,2}\s*(?:[:：]|$)`)

// tellBehind tells of what stands behind the signature, or behind a line 附件, as far as it is none of the site's or of the document's imprint.
// Around a document that is ours by its looks stands no site: whatever is there was added to it.
func (p *Publication) tellBehind(items []item, byLooks bool) (besides []model.Beside) {
	ours := byLooks && p.alone
	last := sections()[len(sections())-1].Text.Key
	dated := slices.IndexFunc(items, func(it item) bool { _, ok := dateIn(it.text); _, _, one := signedInOne(it.text); return ok || one })
	at := slices.IndexFunc(items, func(it item) bool { return it.table == "" && attachmentHead.MatchString(it.text) })
	above := items
	if at >= 0 {
		above = items[:at]
		text := attached(items[at:])
		if ours {
			text = wordsOfAll(items[at:])
		}
		if text != "" {
			p.Asides = append(p.Asides, "报告后面还有附件，没有读进来：“"+chinese.Shortened(text, longestFurniture)+"”")
			besides = append(besides, model.Beside{Kind: model.SurplusAttachment, Key: last, Text: text, Place: items[at].place})
		}
	}
	if dated < 0 || dated >= len(above) { // what stands above is cut at the site's first line
		return besides
	}
	var texts []string
	for _, it := range above[dated+1:] {
		if !ours && it.isText() && isFooter(it.text) {
			break
		}
		switch {
		case it.table == otherTable && it.cells != "" && !isOfSite(it.cells):
			p.Asides = append(p.Asides, "落款后面的表格没有读进来：“"+chinese.Shortened(it.cells, longestFurniture)+"”")
			besides = append(besides, model.Beside{Kind: model.SurplusAttachment, Key: last, Text: it.cells, Place: it.place})
		case it.isText() && (ours || p.isAdded(it.text)):
			texts = append(texts, it.text)
			besides = append(besides, model.Beside{Kind: model.SurplusText, Key: last, Text: it.text, Place: it.place})
		}
	}
	if texts != nil {
		p.Asides = append(p.Asides, "落款后面的文字没有读进来：“"+chinese.Shortened(strings.Join(texts, " "), longestFurniture)+"”")
	}
	return besides
}

// isAdded says whether a line behind a signature is none of the site's and of the document's imprint: where a site may stand around, only
// sentences are certain.
func (p *Publication) isAdded(text string) bool {
	return (p.alone || isSentence(text)) && !docImprint.MatchString(text) && !isFurniture(text)
}

// wordsOfAll is what some items say, on one line.
func wordsOfAll(items []item) string {
	var words []string
	for _, it := range items {
		switch {
		case it.isText():
			words = append(words, it.text)
		case it.table == otherTable && it.cells != "":
			words = append(words, it.cells)
		}
	}
	return strings.Join(words, " ")
}

// attached is what an attachment says, on one line; "" where only the names of files stand there, which sites link, or nothing.
func attached(items []item) string {
	var texts []string
	says := false // more than names
	for i, it := range items {
		switch {
		case it.table == otherTable && it.cells != "" && !isOfSite(it.cells):
			texts, says = append(texts, it.cells), true
		case !it.isText():
		case i > 0 && (isFooter(it.text) || isFurniture(it.text)) && !strings.Contains(it.text, "。"):
			if says {
				return strings.Join(texts, " ")
			}
			return ""
		default:
			texts = append(texts, it.text)
			says = says || i > 0 && !fileName.MatchString(it.text) && (strings.ContainsAny(it.text, "。；") || saysMuch.MatchString(it.text))
		}
	}
	if !says {
		return ""
	}
	return strings.Join(texts, " ")
}

var (
	fileName = pattern.New(`(?i)\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|jpe?g|png|txt)(?:[)）]|\s*[0-9.]+\s*[KM]B?)?$`)
	saysMuch = pattern.New(`[:：]\S{2,}[，、…].*$|^[0-9]+[.、．].*[:：]\S`)
)

func isSentence(text string) bool {
	const longest = 40
	return strings.HasSuffix(text, "。") || utf8.RuneCountInString(text) > longest
}

// isOffice tells the full name of an office.
func isOffice(text string) bool {
	bare := squeeze(text)
	return isUnit(bare) && chinese.EndsWithAny(bare, []string{"人民政府", "办事处", "局", "委员会", "管委会"}) && chinese.ParseUnitName(bare).Kind != ""
}

// dateBehind is a date at the end of a line.
var dateBehind = pattern.New(`^(\S.*?)\s*((?:20[0-9]{2}|二[〇○零0][一二三四五六七八九〇○零]{2})\s*年.{1,8}日)$`)

// signedInOne reads a line of unit and date.
func signedInOne(text string) (unit, date string, ok bool) {
	m := dateBehind.FindStringSubmatch(chinese.Fold(text).Text)
	if m == nil {
		return "", "", false
	}
	unit = strings.TrimFunc(m[1], chinese.IsIndent)
	return unit, m[2], isUnit(unit) && isDate(m[2]) && chinese.ParseUnitName(squeeze(unit)).Kind != ""
}

func isDate(text string) bool {
	_, ok := chinese.ReadDate(squeeze(folded(text)))
	return ok
}

// How dates are printed besides: 日期：2025年1月20日, 2025年1月20日星期一, 二0二五年一月二十日.
var (
	beforeDate = pattern.New(`^(?:成文)?日期[:：]`)
	weekday    = pattern.New(`[（(]?星期[一二三四五六日天][)）]?$`)
	zeroInYear = pattern.New(`^二[0〇○零][一二三四五六七八九〇○零0]{2}年`)
	beforeUnit = pattern.New(`^(?:单位|编制单位|发布单位|公布单位)[:：]`)
)

// dateIn is the date that a line is, as it is printed but for what is said around it.
func dateIn(text string) (date string, ok bool) {
	if isDate(text) {
		return text, true
	}
	date = weekday.ReplaceAllString(beforeDate.ReplaceAllString(squeeze(text), ""), "")
	if year := zeroInYear.FindString(date); year != "" {
		date = strings.ReplaceAll(year, "0", "〇") + strings.TrimPrefix(date, year)
	}
	return date, isDate(date)
}

// unitIn is the name of a unit in a line that says before it what it is.
func unitIn(text string) string { return beforeUnit.ReplaceAllString(text, "") }
