package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/chinese"
)

// list numbers the items of an ordered list.
type list struct {
	next, step int
	way        string // as HTML or a style calls it; "" for digits
	bare       bool   // it is not numbered
}

func newList(n *html.Node, l look) *list {
	if n.DataAtom != atom.Ol {
		return &list{bare: true}
	}
	made := &list{next: 1, step: 1, way: attribute(n, "type")}
	if first, err := strconv.Atoi(strings.TrimSpace(attribute(n, "start"))); err == nil {
		made.next = first
	}
	if _, reversed := find(n, "reversed"); reversed {
		made.step = -1
		if _, ok := find(n, "start"); !ok {
			made.next = 0
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Li {
					made.next++
				}
			}
		}
	}
	made.style(l.list)
	return made
}

// style takes over how a style sheet numbers the list.
func (l *list) style(way string) {
	for _, word := range strings.Fields(way) {
		switch word {
		case "none", "disc", "circle", "square":
			l.bare = true
		case "decimal", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman", "upper-roman", "cjk-ideographic", "simp-chinese-informal",
			"trad-chinese-informal", "cjk-decimal":
			l.bare, l.way = false, word
		}
	}
}

// number is what stands before the next item.
func (l *list) number(item *html.Node, style look) string {
	if n, err := strconv.Atoi(strings.TrimSpace(attribute(item, "value"))); err == nil {
		l.next = n
	}
	n := l.next
	l.next += l.step
	own := *l
	own.style(style.list)
	if own.bare || style.display != "" && style.display != "list-item" {
		return ""
	}
	const alphabet, mostRoman, mostHan = 26, 3999, 99
	switch {
	case n >= 1 && n <= alphabet && (own.way == "a" || own.way == "lower-alpha" || own.way == "lower-latin"):
		return string(rune('a'+n-1)) + "."
	case n >= 1 && n <= alphabet && (own.way == "A" || own.way == "upper-alpha" || own.way == "upper-latin"):
		return string(rune('A'+n-1)) + "."
	case n >= 1 && n <= mostRoman && (own.way == "i" || own.way == "lower-roman"):
		return strings.ToLower(roman(n)) + "."
	case n >= 1 && n <= mostRoman && (own.way == "I" || own.way == "upper-roman"):
		return roman(n) + "."
	case n >= 1 && n <= mostHan && (strings.HasPrefix(own.way, "cjk-") || strings.HasSuffix(own.way, "-informal")):
		return chinese.NumberWord(n) + "、"
	}
	return strconv.Itoa(n) + "."
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}
