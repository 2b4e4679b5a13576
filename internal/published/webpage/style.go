package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// look is what an element's attributes say of how it is shown.
type look struct {
	gone    bool   // it is not shown, nor is anything in it
	unseen  string // visibility: hidden, visible or "" for as around it
	size    string // of the type; "" for as around it
	display string // "" for the element's own way
	white   string // how white space is shown; "" for as around it
	list    string // how items are numbered
	weight  string // of the type; "" for as around it
	struck  bool   // it is struck through
	placed  bool   // it stands where it is put, whatever is around it
}

// hides says whether an element with the look, or its text, is not shown.
func (l look) hides() bool {
	return l.gone || l.unseen == "hidden" || l.unseen == "collapse" || isNought(l.size)
}

// isBlock says whether an element with the look stands on lines of its own.
func (l look) isBlock(a atom.Atom) bool {
	switch l.display {
	case "block", "flex", "grid", "table":
		return true
	case "inline":
		return false
	}
	return isBlock(a)
}

// isNought says whether a length is none: text of no size is not shown, as where sites keep others from copying.
func isNought(length string) bool {
	number := strings.TrimRight(length, "abcdefghijklmnopqrstuvwxyz%")
	return number != "" && strings.Trim(number, "0.") == ""
}

// isOfAround says whether a size is told as a share of that around it.
func isOfAround(size string) bool {
	return size == "" || size == "inherit" || strings.HasSuffix(size, "%") || strings.HasSuffix(size, "em") && !strings.HasSuffix(size, "rem") || size == "smaller" || size == "larger"
}

// lookOf reads the style of an element, and what hides it.
func lookOf(n *html.Node) look {
	var l look
	var small, cut, outside, absolute, top bool
	for rest := attribute(n, "style"); rest != ""; {
		var declaration string
		declaration, rest, _ = strings.Cut(rest, ";")
		name, value, ok := strings.Cut(declaration, ":")
		if name = strings.ToLower(strings.TrimSpace(name)); !ok || !isRead(name) {
			continue
		}
		value, _, _ = strings.Cut(strings.ToLower(value), "!")
		value = strings.TrimSpace(value)
		switch name {
		case "display":
			l.display = value
		case "visibility":
			l.unseen = value
		case "font-size":
			l.size = value
		case "opacity":
			l.gone = l.gone || isNought(value)
		case "white-space":
			l.white = value
		case "list-style-type", "list-style":
			l.list = value
		case "font-weight":
			l.weight = value
		case "text-decoration", "text-decoration-line":
			l.struck = strings.Contains(value, "line-through")
		case "position":
			absolute = value == "absolute" || value == "fixed"
		case "width", "height":
			small = small || value == "1px" || value == "0" || value == "0px"
		case "overflow":
			cut = value == "hidden" || value == "clip"
		case "left", "top", "text-indent":
			top = top || name == "top"
			length, err := strconv.Atoi(strings.TrimSuffix(value, "px"))
			outside = outside || err == nil && length < -outsideOfScreen
		}
	}
	switch n.DataAtom {
	case atom.Del, atom.S, atom.Strike:
		l.struck = true
	}
	l.placed = absolute && top
	_, hidden := find(n, "hidden")
	l.gone = l.gone || l.display == "none" || hidden && l.display == "" || absolute && (small && cut || outside)
	if n.DataAtom == atom.Dialog {
		_, open := find(n, "open")
		l.gone = l.gone || !open && l.display == ""
	}
	return l
}

// isRead says whether a property is read.
func isRead(property string) bool {
	switch property {
	case "display", "font-size", "font-weight", "opacity", "visibility", "white-space", "list-style", "list-style-type", "position", "overflow", "width", "height", "left", "top", "text-indent",
		"text-decoration", "text-decoration-line":
		return true
	}
	return false
}

// outsideOfScreen is how many pixels to the left text is put that only programs are to read.
const outsideOfScreen = 900

func find(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func attribute(n *html.Node, key string) string {
	value, _ := find(n, key)
	return value
}
