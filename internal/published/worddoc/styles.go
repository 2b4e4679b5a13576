package worddoc

import (
	"strings"
	"unicode/utf16"

	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// style is what a style says of its paragraphs or characters.
type style struct {
	kind        page.Kind
	list, level int
	hidden      bool

	base       int // the style that it goes on from
	paragraphs raw // its own properties
	characters raw
}

// kindOf tells a paragraph style by its number among those that Word knows ([MS-DOC] 2.9.258), or, since other programs number few
// of theirs, by its name.
func kindOf(number int, name string) page.Kind {
	switch {
	case number >= 1 && number <= 9:
		return page.Heading
	case number >= 19 && number <= 27:
		return page.Contents
	case number == 62:
		return page.Title
	case number == 64:
		return page.Unit
	case number == 76:
		return page.Date
	}
	name = strings.ToLower(name)
	for _, k := range kindsByName {
		if k.name.MatchString(name) {
			return k.kind
		}
	}
	return page.Plain
}

var kindsByName = []struct {
	name *pattern.Pattern
	kind page.Kind
}{
	{pattern.New(`^(?:title|标题)$`), page.Title},
	{pattern.New(`^(?:heading|标题) [1-9]$`), page.Heading},
	{pattern.New(`^(?:toc|contents|目录) (?:[1-9]|heading|标题)$`), page.Contents},
	{pattern.New(`^(?:signature|签名)$`), page.Unit},
	{pattern.New(`^(?:date|日期)$`), page.Date},
	{pattern.New(`^草稿附页$`), page.Notes},
}

const (
	mostStyles    = 4095 // one less is "none"
	paragraphSort = 1
	characterSort = 2
)

func (d *document) readStyles(sheet raw) {
	head := sheet.part(2, sheet.u16(0))
	count, base := head.u16(0), head.u16(2)
	at := 2 + len(head)
	for i := 0; i < min(count, mostStyles) && at < len(sheet); i++ {
		entry := sheet.part(at+2, sheet.u16(at))
		d.styles = append(d.styles, readStyle(entry, base))
		at += 2 + len(entry)
		at += at % 2
	}
	done := make([]bool, len(d.styles))
	for i := range d.styles {
		d.inherit(i, done)
	}
}

// readStyle reads one entry of the style sheet, whose fixed part has a length: then the name and the properties follow.
func readStyle(entry raw, fixed int) style {
	s := style{base: entry.u16(2) >> 4}
	name := entry.part(fixed+2, 2*entry.u16(fixed))
	at := fixed + 2 + len(name) + 2
	next := func() raw {
		at += at % 2
		list := entry.part(at+2, entry.u16(at))
		at += 2 + len(list)
		return list
	}
	switch sort := entry.u16(2) & 0xF; {
	case len(entry) == 0:
	case sort == paragraphSort:
		s.kind = kindOf(entry.u16(0)&0xFFF, name.text())
		s.paragraphs = next().from(2)
		s.characters = next()
	case sort == characterSort:
		s.characters = next()
	}
	return s
}

// text reads UTF-16.
func (r raw) text() string {
	units := make([]uint16, len(r)/2)
	for i := range units {
		units[i] = uint16(r.u16(2 * i))
	}
	return string(utf16.Decode(units))
}

// inherit completes a style, those that it goes on from first; the chain may be closed to a ring.
func (d *document) inherit(i int, done []bool) {
	chain := []int{}
	for ; i < len(d.styles) && !done[i]; i = d.styles[i].base {
		done[i] = true
		chain = append(chain, i)
	}
	for k := len(chain) - 1; k >= 0; k-- {
		s := &d.styles[chain[k]]
		above := d.style(s.base)
		f, l := form{list: above.list, level: above.level}, look{hidden: above.hidden}
		d.shape(&f, s.paragraphs, 0)
		d.dress(&l, s.characters)
		s.list, s.level, s.hidden = f.list, f.level, l.hidden
	}
}

// style is a style by its number; of one that is not there nothing is known.
func (d *document) style(number int) style {
	if number < 0 || number >= len(d.styles) {
		return style{}
	}
	return d.styles[number]
}
