package docx

import (
	"strconv"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// numbering are the automatic numbers of paragraphs: word processors turn a typed “1.” into one when the line ends, and then
// it is no part of the text any more.
type numbering struct {
	definitions map[string]*numberDefinition
	lists       map[string]*numberList // by the id that paragraphs give
}

// maxLevels is the number of levels that a list has (ISO/IEC 29500-1, 17.9.6).
const maxLevels = 9

// longestLabel is how many bytes the text of a level may have; Word takes 255 characters.
const longestLabel = 1000

// numberDefinition says how the numbers of a list look, and how far they have come.
type numberDefinition struct {
	levels  [maxLevels]numberLevel
	begun   [maxLevels]bool
	numbers [maxLevels]int
}

type numberLevel struct {
	start  int
	format string
	text   string // with %1 for the number of the first level
	style  string // the paragraph style that stands on this level
}

// numberList is a use of a definition, which may begin some levels anew.
type numberList struct {
	definition *numberDefinition
	anew       []newStart
	begun      bool
}

type newStart struct{ level, start int }

func readNumbering(root *element) *numbering {
	n := &numbering{map[string]*numberDefinition{}, map[string]*numberList{}}
	if root == nil {
		return n
	}
	for _, e := range root.children {
		switch e.name {
		case "abstractNum":
			n.definitions[e.attr("abstractNumId")] = readDefinition(e)
		case "num":
			list := &numberList{definition: n.definitions[e.val("abstractNumId")]}
			for _, override := range e.children {
				start, err := strconv.Atoi(override.val("startOverride"))
				if level, ok := levelNamed(override.attr("ilvl")); ok && err == nil {
					list.anew = append(list.anew, newStart{level, start})
				}
			}
			n.lists[e.attr("numId")] = list
		}
	}
	return n
}

func readDefinition(e *element) *numberDefinition {
	d := &numberDefinition{}
	for _, level := range e.children {
		if at, ok := levelNamed(level.attr("ilvl")); ok && level.name == "lvl" {
			start, err := strconv.Atoi(level.val("start"))
			if err != nil {
				start = 0 // ISO/IEC 29500-1, 17.9.25
			}
			d.levels[at] = numberLevel{start, level.val("numFmt"), level.val("lvlText"), level.val("pStyle")}
		}
	}
	return d
}

func levelNamed(text string) (level int, ok bool) {
	level, err := strconv.Atoi(text)
	return level, err == nil && level >= 0 && level < maxLevels
}

// levelOf is the level that a style stands on in a list.
func (n *numbering) levelOf(listID, style string) int {
	if list := n.lists[listID]; list != nil && list.definition != nil {
		for at, level := range list.definition.levels {
			if level.style == style {
				return at
			}
		}
	}
	return 0
}

var levelNumber = pattern.New(`%[1-9]`)

// next is the number of a list's next paragraph as it is printed; known is false if that cannot be told.
func (n *numbering) next(listID string, at int) (label string, known bool) {
	list := n.lists[listID]
	if list == nil || list.definition == nil || len(list.definition.levels[at].text) > longestLabel {
		return "", false
	}
	d := list.definition
	if !list.begun {
		list.begun = true
		for _, s := range list.anew {
			d.levels[s.level].start, d.begun[s.level] = s.start, false
		}
	}
	if d.begun[at] {
		d.numbers[at]++
	} else {
		d.numbers[at], d.begun[at] = d.levels[at].start, true
	}
	clear(d.begun[at+1:])
	known = d.levels[at].format != "bullet"
	label = levelNumber.ReplaceAllStringFunc(d.levels[at].text, func(mark string) string {
		level := int(mark[1] - '1')
		number := d.levels[level].start
		if d.begun[level] {
			number = d.numbers[level]
		}
		printed, ok := chinese.ListNumber(d.levels[level].format, number)
		known = known && ok
		return printed
	})
	return label, known
}

// number is the automatic number of a paragraph, "" if it has none.
func (in *reader) number(properties *element, style paragraphStyle) string {
	list, level := style.list, style.level
	if n := properties.child("numPr"); n != nil {
		if id := n.val("numId"); id != "" {
			list = id
		}
		if at, ok := levelNamed(n.val("ilvl")); ok {
			level = at
		} else if level < 0 {
			level = in.numbering.levelOf(list, style.id)
		}
	}
	if list == "" || list == "0" { // 0 takes the number of the style away
		return ""
	}
	if level < 0 {
		level = in.numbering.levelOf(list, style.id)
	}
	label, known := in.numbering.next(list, level)
	if !known {
		in.seen[page.Numbers]++
		return ""
	}
	return label
}
