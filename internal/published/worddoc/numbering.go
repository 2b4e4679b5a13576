package worddoc

import (
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/chinese"
)

// mostLevels is the number of levels that a list has.
const mostLevels = 9

// list says how the numbers of a list look, and how far they have come.
type list struct {
	levels  [mostLevels]level
	begun   [mostLevels]bool
	numbers [mostLevels]int
}

type level struct {
	start, format int
	text          string // with the characters U+0000 to U+0008 for the numbers of the levels
	plain         bool   // the numbers of all levels are printed in Arabic digits
}

// listUse is a use of a list, which may begin some levels anew.
type listUse struct {
	list  *list
	anew  []newStart
	begun bool
}

type newStart struct{ level, start int }

type lists struct{ uses []*listUse }

// readLists reads the lists and their uses ([MS-DOC] 2.9.131 to 150). The levels follow the lists without being counted to them.
func (d *document) readLists() *lists {
	offset, length := d.head.place(listsAt)
	heads := d.table.part(offset, length)
	levels := &cursor{d.table.from(offset + length), 0}
	byID := map[int]*list{}
	const headSize = 28
	for at := 2; at+headSize <= len(heads) && d.spend(budget.Elements, mostLevels); at += headSize {
		l, count := &list{}, mostLevels
		if isSimple := heads.u8(at+26)&1 != 0; isSimple {
			count = 1
		}
		for i := range count {
			l.levels[i] = levels.level()
		}
		byID[heads.u32(at)] = l
	}
	return &lists{d.readUses(byID)}
}

func (d *document) readUses(byID map[int]*list) []*listUse {
	table := d.named(listUsesAt)
	const useSize = 16
	count := min(table.u32(0), len(table)/useSize)
	more := &cursor{table.from(4 + useSize*count), 0}
	var uses []*listUse
	for i := 0; i < count && d.spend(budget.Elements, 1); i++ {
		use := &listUse{list: byID[table.u32(4+useSize*i)]}
		more.take(4)
		for range table.u8(4 + useSize*i + 12) {
			override := more.take(8)
			if override == nil || !d.spend(budget.Elements, 1) {
				break
			}
			flags := override.u32(4)
			at, isStart, isWhole := flags&0xF, flags&0x10 != 0, flags&0x20 != 0
			start := override.i32(0)
			if isWhole {
				l := more.level()
				if start = l.start; use.list != nil && at < mostLevels && d.spend(budget.Elements, mostLevels) {
					changed := *use.list
					changed.levels[at] = l
					use.list = &changed
				}
			}
			if isStart && at < mostLevels {
				use.anew = append(use.anew, newStart{at, start})
			}
		}
		uses = append(uses, use)
	}
	return uses
}

// cursor reads what stands one behind the other.
type cursor struct {
	raw
	at int
}

func (c *cursor) take(length int) raw {
	r := c.part(c.at, length)
	c.at += length
	return r
}

// level reads how the numbers of a level look: a fixed part, properties of the number, its text.
func (c *cursor) level() level {
	const fixed, longest = 28, 255
	h := c.take(fixed)
	c.take(h.u8(25))
	c.take(h.u8(24))
	text := c.take(2 * c.take(2).u16(0))
	if len(text) > 2*longest {
		text = nil
	}
	return level{start: h.i32(0), format: h.u8(4), plain: h.u8(5)&4 != 0, text: text.text()}
}

// next is the number of a list's next paragraph as it is printed; known is false if that cannot be told.
func (l *lists) next(use, at int) (label string, known bool) {
	if use > len(l.uses) || l.uses[use-1].list == nil || at >= mostLevels {
		return "", false
	}
	u := l.uses[use-1]
	if !u.begun {
		u.begun = true
		for _, s := range u.anew {
			u.list.levels[s.level].start, u.list.begun[s.level] = s.start, false
		}
	}
	return u.list.next(at)
}

func (l *list) next(at int) (label string, known bool) {
	if l.begun[at] {
		l.numbers[at]++
	} else {
		l.numbers[at], l.begun[at] = l.levels[at].start, true
	}
	clear(l.begun[at+1:])
	const bullet = 23
	known = l.levels[at].format != bullet
	var b strings.Builder
	for _, r := range l.levels[at].text {
		if r >= mostLevels {
			b.WriteRune(r)
			continue
		}
		number, format := l.levels[r].start, l.levels[r].format
		if l.begun[r] {
			number = l.numbers[r]
		}
		if l.levels[at].plain {
			format = 0
		}
		printed, ok := formatNumber(format, number)
		known = known && ok
		b.WriteString(printed)
	}
	return b.String(), known
}

// formats are the names of the formats of numbers, by their numbers ([MS-OSHARED] 2.2.1.3), as far as chinese.ListNumber has them.
var formats = map[int]string{
	0: "decimal", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle",
	19: "decimalFullWidth2", 28: "decimalEnclosedCircleChinese", 33: "taiwaneseCounting", 35: "taiwaneseCountingThousand", 36: "japaneseDigitalTenThousand",
	37: "chineseCounting", 39: "chineseCountingThousand", 255: "none",
}

// formatNumber writes a number in one of the formats.
func formatNumber(format, n int) (string, bool) {
	name, ok := formats[format]
	text, known := chinese.ListNumber(name, n)
	return text, ok && known
}
