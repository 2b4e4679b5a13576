package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// around is what the elements around a text say of it.
type around struct {
	white  white
	unseen bool // not shown, but something in it may be
	tiny   bool // of no size, but something in it may have one
	linked bool
	bold   bool
	rank   int
	list   *list
}

// lookOf is the look of an element as far as it counts.
func (r *reader) lookOf(n *html.Node) look {
	l := lookOf(n)
	if r.shown && l.hides() {
		l = look{white: l.white, list: l.list}
	}
	return l
}

// hidesText says whether text is not shown where the reader stands.
func (a around) hidesText() bool { return a.unseen || a.tiny }

// look takes over what an element says of its inside.
func (r *reader) look(n *html.Node, l look) {
	switch l.unseen {
	case "hidden", "collapse":
		if !r.unseen {
			r.hide(n)
		}
		r.unseen = true
	case "visible":
		r.unseen = false
	}
	switch {
	case isNought(l.size):
		if !r.tiny {
			r.hide(n)
		}
		r.tiny = true
	case !isOfAround(l.size):
		r.tiny = false
	}
	switch n.DataAtom {
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		r.white = preserved
	case atom.A:
		_, r.linked = find(n, "href")
	case atom.B, atom.Strong:
		r.bold = true
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		r.list = newList(n, l)
	case atom.Li:
		if r.list != nil {
			r.line.lead = r.list.number(n, l)
		}
	}
	switch {
	case strings.HasPrefix(l.white, "pre-line"):
		r.white = lines
	case strings.HasPrefix(l.white, "pre"), l.white == "break-spaces":
		r.white = preserved
	case l.white == "normal", l.white == "nowrap":
		r.white = collapsed
	}
	switch l.weight {
	case "bold", "bolder", "600", "700", "800", "900":
		r.bold = true
	case "normal", "lighter", "400", "300":
		r.bold = false
	}
	if rank := rankOf(n.DataAtom); rank > 0 {
		r.rank = rank
	}
}
