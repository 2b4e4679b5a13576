package published

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
)

// readCopies reads a page on which one report stands several times, as one for reading and one for printing: one of them is taken, if their
// figures are the same. It is nil where the report stands there once.
func readCopies(p *page.Page) *Publication {
	copies := copiesOn(p, true)
	if copies == nil {
		copies = copiesOn(p, false)
	}
	if copies == nil {
		return nil
	}
	var read []*Publication
	for _, one := range copies {
		publication := readOne(one)
		if headed := slices.DeleteFunc(slices.Clone(publication.Sections), func(s Section) bool { return s.Heading == "" }); len(publication.tables.figures) == 0 || len(headed) < 3 {
			return nil // a list of the headings, or a part of the report
		}
		read = append(read, publication)
	}
	best := read[0]
	alike := true
	for _, other := range read[1:] {
		if !sameFigures(best, other) {
			unit, year, _ := splitTitle(best.Title)
			titles := slices.Repeat([]string{fmt.Sprintf("%s%d年", unit, year)}, len(read))
			best.several = titles
			return best
		}
		alike = alike && saysSame(best, other)
		if len(other.tables.figures) > len(best.tables.figures) {
			best = other
		}
	}
	best.Title = cmp.Or(best.Title, read[0].Title)
	told := fmt.Sprintf("里面有同一份报告的%d份，数一样，取的是第%d份", len(read), slices.Index(read, best)+1)
	if !alike {
		told += "；文字不完全一样，请核对"
	}
	best.Asides = append(best.Asides, told)
	return best
}

// copiesOn cuts a page at the titles of one report, each with a first section behind it and all but the first with a later one before.
// It is nil where there is one, or where they are of other units or years, of which nobody knows which is meant. Unless they are titled, the first
// section that comes again is enough, and what stands before that as it did the first time.
func copiesOn(p *page.Page, isTitled bool) (copies []*page.Page) {
	const later = 4 // the fifth section
	last := len(sections()) - 1
	var starts []int // of the copies behind the first
	var first titled
	title := titled{}
	titleAt, passed := -1, false
	var preface []string // of the first
	for i, b := range p.Blocks {
		if b.Table != nil || b.Kind == page.Boxed || b.Kind == page.Furniture || b.Kind == page.Contents {
			continue
		}
		text := strings.TrimFunc(b.Text, chinese.IsIndent)
		if unit, year, ok := splitTitle(text); ok && year != 0 && unit != "" {
			title, titleAt = titled{unit, year, text}, i
			continue
		}
		numeral, words := splitHeading(text)
		switch {
		case numeral == sections()[later].Numeral && words == sections()[later].Title, numeral == sections()[last].Numeral && words == sections()[last].Title:
			passed = true
		case numeral != sections()[0].Numeral || words != sections()[0].Title:
		case first.year != 0 && passed && titleAt < 0 && !isTitled:
			starts, passed = append(starts, beginsAgain(p.Blocks[:i], preface)), false
		case titleAt < 0:
		case first.year == 0:
			preface = textsOf(p.Blocks[titleAt+1 : i])
			first, titleAt, passed = title, -1, false
		case passed && first.isSame(title):
			starts = append(starts, titleAt)
			titleAt, passed = -1, false
		}
	}
	const most = 8 // of which anybody can make sense
	if starts == nil || len(starts) >= most {
		return nil
	}
	from := 0
	for _, to := range append(starts, len(p.Blocks)) {
		one := *p
		one.Blocks, one.Remarks = p.Blocks[from:to], nil
		for _, r := range p.Remarks {
			if from <= r.Block && r.Block < to {
				r.Block -= from
				one.Remarks = append(one.Remarks, r)
			}
		}
		copies = append(copies, &one)
		from = to
	}
	return copies
}

// beginsAgain is where, among the last of some blocks, those begin that stood before the first section once already; behind all of them for none.
func beginsAgain(blocks []page.Block, preface []string) int {
	from := len(blocks)
	for i, b := range slices.Backward(blocks) {
		text := squeeze(b.Text)
		if b.Table != nil || text != "" && !slices.Contains(preface, text) {
			break
		}
		if text != "" {
			from = i
		}
	}
	return from
}

func textsOf(blocks []page.Block) (texts []string) {
	for _, b := range blocks {
		texts = append(texts, squeeze(b.Text))
	}
	return texts
}

// sameFigures says whether no figure that both have differs.
func sameFigures(a, b *Publication) bool {
	for k, f := range a.tables.figures {
		if other, ok := b.tables.figures[k]; ok && squeeze(f.text) != squeeze(other.text) {
			return false
		}
	}
	return true
}

// saysSame says whether the texts of two mean the same.
func saysSame(a, b *Publication) bool {
	return meaning(strings.Join(a.texts(), "")) == meaning(strings.Join(b.texts(), ""))
}
