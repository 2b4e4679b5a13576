package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
)

// Change is one thing that Fix mended.
type Change struct {
	Section       string // the section's heading, or 前言, or the part of the unit's data, as it is quoted
	Paragraph     int    // counted from 1; 0 in the unit's data
	Before, After string // the words with a few characters about them; edits that stand close together are one change
	Place         model.Place
}

// edit replaces a stretch of a text.
type edit struct {
	chinese.Stretch
	by string
}

// Fix mends what can be mended in the texts and in the unit's data without a doubt, and lists what it did in the order of the report: half-width
// marks between Chinese characters, doubled marks, the brackets of document numbers, spaces between Chinese characters, look-alike
// characters, traditional ones that are no names'.
// Addresses, numbers, Latin text and {{…}} stay as they are, and so does all that could be meant otherwise: two different
// marks on end, a point inside a sentence (a name may have one), spaces that part a list. The report given is not changed.
func Fix(r *model.Report) (fixed *model.Report, changes []Change) {
	in := &Input{Report: r}
	withFields, changes := mendFields(r)
	mended := *withFields
	mended.Fields, mended.Figures, mended.Texts = maps.Clone(withFields.Fields), maps.Clone(r.Figures), maps.Clone(r.Texts)
	for _, s := range in.sections() {
		paragraphs := slices.Clone(r.Texts[s.passage.Key])
		for i, p := range paragraphs {
			if p.IsUnread() {
				continue
			}
			fixed, done := mendText(p.Text, editsAround)
			for _, c := range done {
				c.Section, c.Paragraph, c.Place = s.heading, i+1, p.Place
				changes = append(changes, c)
			}
			paragraphs[i].Text = fixed
		}
		if paragraphs != nil {
			mended.Texts[s.passage.Key] = paragraphs
		}
	}
	return &mended, changes
}

// mendText is a text in which the edits that are due in it were made, and what each did; nil where there was none.
func mendText(typed string, due func(text string) []edit) (mended string, changes []Change) {
	for range mostRounds {
		text, edits := []rune(typed), due(typed)
		if len(edits) == 0 {
			break
		}
		for _, near := range grouped(edits) {
			words := chinese.Stretch{Start: max(0, near[0].Start-beside), End: min(len(text), near[len(near)-1].End+beside)}
			changes = append(changes, Change{Before: string(text[words.Start:words.End]), After: apply(text, words, near)})
		}
		typed = apply(text, chinese.Stretch{Start: 0, End: len(text)}, edits)
	}
	return typed, changes
}

// Where names the place of a change: the paragraph of a section, or the part of the unit's data.
func (c Change) Where() string {
	if c.Paragraph == 0 {
		return c.Section
	}
	return fmt.Sprintf("%s第%d段", c.Section, c.Paragraph)
}

// mostRounds bounds how often a paragraph is gone over: a mark may only be seen once a character without room beside it has gone.
const mostRounds = 8

// editsAround lists the edits of a paragraph as they are due in it without the asterisks around bold words, all of which stay.
func editsAround(paragraph string) []edit {
	f := chinese.FoldEmphasis(paragraph)
	edits := findEdits(f.Text)
	if f.Lookalikes == nil {
		return edits
	}
	var kept []edit
	plain, typed := place{text: f.Text}, place{text: paragraph}
	for _, e := range edits {
		start := plain.toCharacter(e.Start)
		from, to := f.Original(start, plain.toCharacter(e.End))
		at := chinese.Stretch{Start: typed.toByte(from), End: typed.toByte(to)}
		if at.End-at.Start == e.End-e.Start {
			kept = append(kept, edit{at, e.by})
		}
	}
	return kept
}

// place is one in a text, counted in characters and in bytes. It only moves on.
type place struct {
	text          string
	character, at int
}

// toCharacter moves on to a character, and gives the byte at which it begins.
func (p *place) toCharacter(character int) int {
	for p.character < character {
		p.step()
	}
	return p.at
}

// toByte moves on to a byte, and gives the character that begins there.
func (p *place) toByte(at int) int {
	for p.at < at {
		p.step()
	}
	return p.character
}

func (p *place) step() {
	_, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.character, p.at = p.character+1, p.at+size
}

// findEdits lists the edits of a paragraph without asterisks, in order, none overlapping another.
func findEdits(paragraph string) []edit { return findEditsAmong(paragraph, looseSpaces) }

// isPlainMark is true of a half-width mark that can only stand for its full-width one: a point inside a sentence may be that of a name.
func isPlainMark(text []rune, i int) bool {
	return text[i] != '.' || i+1 == len(text) || i > 0 && chinese.IsCloser(text[i-1])
}

// findEditsAmong is findEdits with the blanks that are too many.
func findEditsAmong(paragraph string, spaces func(text []rune) []chinese.Stretch) []edit {
	text := []rune(paragraph)
	var edits []edit
	for _, i := range chinese.HalfWidthMarks(text) {
		if isPlainMark(text, i) {
			edits = append(edits, edit{chinese.Stretch{Start: i, End: i + 1}, string(chinese.FullWidth[text[i]])})
		}
	}
	for n, i := range chinese.StraightQuotes(text) {
		edits = append(edits, edit{chinese.Stretch{Start: i, End: i + 1}, []string{"“", "”"}[n%2]})
	}
	clauses := slices.Clone(text) // as the marks will part them
	for _, e := range outsidePlaceholders(text, slices.Clone(edits)) {
		clauses[e.Start] = chinese.FirstRune(e.by)
	}
	for _, d := range chinese.DoubledMarks(text) {
		mark := chinese.Widened(text[d.Start])
		same := !slices.ContainsFunc(text[d.Start:d.End], func(r rune) bool { return chinese.Widened(r) != mark })
		if same && (mark != '。' || d.End-d.Start == 2) { // 。。。 may stand for ……
			edits = append(edits, edit{d, string(mark)})
		}
	}
	characters, bytes := 0, 0
	for _, n := range chinese.DocumentNumbers(paragraph) {
		characters, bytes = characters+utf8.RuneCountInString(paragraph[bytes:n.OpenerAt]), n.OpenerAt
		if n.Opener != '〔' || n.Closer != '〕' {
			edits = append(edits, edit{chinese.Stretch{Start: characters, End: characters + len("[2020]")}, "〔" + n.Year + "〕"})
		}
	}
	for _, gap := range spaces(clauses) {
		for i := gap.Start; i < gap.End; i++ {
			edits = append(edits, edit{chinese.Stretch{Start: i, End: i + 1}, ""})
		}
	}
	for _, folded := range []chinese.Folded{chinese.Fold(paragraph), chinese.FoldStrayTraditional(paragraph)} {
		characters, bytes = 0, 0
		for _, l := range folded.Lookalikes {
			characters, bytes = characters+utf8.RuneCountInString(paragraph[bytes:l.Start]), l.Start
			edits = append(edits, edit{chinese.Stretch{Start: characters, End: characters + 1}, l.Meant})
		}
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return a.Start - b.Start })
	edits = slices.CompactFunc(edits, func(a, b edit) bool { return a.Start == b.Start }) // a no-break space that is left out
	return outsidePlaceholders(text, edits)
}

// apply is a stretch of a text with the edits in it made.
func apply(text []rune, in chinese.Stretch, edits []edit) string {
	var b strings.Builder
	done := in.Start
	for _, e := range edits {
		b.WriteString(string(text[done:e.Start]))
		b.WriteString(e.by)
		done = e.End
	}
	b.WriteString(string(text[done:in.End]))
	return b.String()
}

// grouped puts edits together whose quotations would overlap.
func grouped(edits []edit) [][]edit {
	var groups [][]edit
	for _, e := range edits {
		if n := len(groups); n > 0 && e.Start-groups[n-1][len(groups[n-1])-1].End <= beside {
			groups[n-1] = append(groups[n-1], e)
		} else {
			groups = append(groups, []edit{e})
		}
	}
	return groups
}

// outsidePlaceholders drops the edits that reach into a {{…}}.
func outsidePlaceholders(text []rune, edits []edit) []edit {
	inside := placeholders(text)
	return slices.DeleteFunc(edits, func(e edit) bool {
		for len(inside) > 0 && inside[0].End <= e.Start {
			inside = inside[1:]
		}
		return len(inside) > 0 && inside[0].Start < e.End
	})
}

// placeholders lists the {{…}} of a text.
func placeholders(text []rune) []chinese.Stretch {
	var list []chinese.Stretch
	start := -1
	for i, r := range text {
		switch {
		case chinese.IsOneOf(r, "{｛") && start < 0:
			start = i
		case chinese.IsOneOf(r, "}｝") && start >= 0 && !chinese.IsOneOf(chinese.RuneAt(text, i+1), "}｝"):
			list = append(list, chinese.Stretch{Start: start, End: i + 1})
			start = -1
		}
	}
	return list
}

// looseSpaces lists the gaps that stand between two Chinese characters by mistake, as copying and typing leave them: a single one in
// a clause of some length, or a space behind every character. Several in a clause part a list, one in a short clause a label from its
// value or the two characters of a name, one in a signature the unit from the day, the first behind a numbered heading the heading.
// More than one space, or an ideographic one, may also lay something out.
func looseSpaces(text []rune) []chinese.Stretch {
	const long = 10 // characters of a clause, a gap being one
	var list, gaps []chinese.Stretch
	start := headingEnd(text)
	title := 0                            // how deep in 《》, where spaces part those who issued it
	width := 0                            // of the gaps of a clause, beyond one each
	var judged, isSigned, isSentence bool // what the whole text is, looked at once
	judge := func() {
		if !judged {
			isMark := func(r rune) bool { return chinese.IsOneOf(r, "，。；！？") }
			judged, isSigned = true, isSignature(string(text))
			isSentence = slices.ContainsFunc(text, isMark) && !slices.Contains(text, '\t') // tabs are those of cells
		}
	}
	for i := start; i <= len(text); i++ {
		switch chinese.RuneAt(text, i) {
		case '《':
			title++
		case '》':
			title = max(0, title-1)
		}
		if i < len(text) && !chinese.IsPause(text[i]) {
			if !isBlank(text[i]) {
				continue
			}
			gap := chinese.Stretch{Start: i, End: gapEnd(text, i)}
			switch before, behind := chinese.RuneAt(text, i-1), chinese.RuneAt(text, gap.End); {
			case title > 0 || !chinese.IsHan(before):
			case chinese.IsHan(behind):
				gaps = append(gaps, gap)
				width += gap.End - i - 1
			case gap.End == i+1 && chinese.IsOneOf(behind, "，。；、！？"):
				list = append(list, gap) // 培训 。
			}
			i = gap.End - 1
			continue
		}
		switch {
		case len(gaps) == 1 && i-start-width > long:
			judge()
			if gap := gaps[0]; !isSigned && (!isWide(text, gap) || isSentence && !laysOut(text, start, gap, i)) {
				list = append(list, gap)
			}
		case len(gaps) > 2 && areEvenlySpaced(gaps):
			list = append(list, gaps...)
		}
		start, gaps, width = i+1, nil, 0
	}
	return list
}

// gapEnd is behind the blanks that begin at a place, or that place.
func gapEnd(text []rune, i int) int {
	for i < len(text) && isBlank(text[i]) {
		i++
	}
	return i
}

func isBlank(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u3000' }

// isWide is true of a gap that somebody may have made to lay something out.
func isWide(text []rune, gap chinese.Stretch) bool {
	return gap.End-gap.Start > 1 || text[gap.Start] == '\u3000'
}

// laysOut says whether a wide gap in the clause from start to end of a sentence stands behind a heading that begins the text, or before a label.
func laysOut(text []rune, start int, gap chinese.Stretch, end int) bool {
	const longestLabel = 6 // characters
	isHeading := start == 0 && chinese.EndsWithAny(string(text[:gap.Start]), []string{"情况", "方面", "管理", "建设", "保障"})
	isBeforeLabel := chinese.RuneAt(text, end) == '：' && end-gap.End <= longestLabel
	return isHeading || isBeforeLabel
}

// areEvenlySpaced is true of spaces with a single character between each and the next.
func areEvenlySpaced(gaps []chinese.Stretch) bool {
	for k := 1; k < len(gaps); k++ {
		if gaps[k].Start-gaps[k-1].End != 1 {
			return false
		}
	}
	return true
}

// headingEnd is behind the gap that ends a numbered heading at the start of a text; 0 if there is none.
func headingEnd(text []rune) int {
	const longest = 20 // characters of a heading
	for i, r := range text[:min(len(text), longest)] {
		if chinese.IsPause(r) && i > 1 {
			break
		}
		if !isBlank(r) {
			continue
		}
		if _, _, numbered := chinese.ReadMarker(string(text[:i])); numbered {
			return gapEnd(text, i)
		}
	}
	return 0
}
