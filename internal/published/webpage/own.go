package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// ownReport is the element that holds the blocks of a report that we wrote, which has a table with a name of ours; nil for none.
func ownReport(root *html.Node) *html.Node {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || !strings.HasPrefix(attribute(n, "id"), "nianbao-t") {
			continue
		}
		for n.Parent != nil && n.DataAtom != atom.Table {
			n = n.Parent
		}
		if n.Parent != nil && attribute(n.Parent, "role") == "region" {
			n = n.Parent
		}
		holder := n.Parent
		if holder == nil {
			return nil
		}
		for c := holder.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.H2 {
				return holder
			}
		}
		return nil
	}
	return nil
}

// isChart tells our charts, which say what the tables do.
func isChart(n *html.Node) bool {
	if n.DataAtom != atom.Table {
		return false
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.Svg {
			return true
		}
	}
	return false
}

// How what is not final begins, and how the last page of a draft does.
var marked = pattern.New(`^(?:草稿，仅供核对|送审稿，第[0-9]+稿，内容码[0-9A-Z]+)，请勿发布$`)

const notesBegin = "草稿附页："

// markOwn says of what stands in a block of our own report which part of it that is.
func markOwn(n *html.Node, pieces []piece) {
	isTable := false
	for i := range pieces {
		p := &pieces[i]
		p.known = true
		isTable = isTable || p.Table != nil
		switch {
		case n.DataAtom == atom.H1:
			p.Kind = page.Title
		case n.DataAtom == atom.H2 && strings.HasPrefix(p.Text, notesBegin):
			p.Kind = page.Notes
		case n.DataAtom == atom.H2:
			p.Kind = page.Section
		case marked.MatchString(p.Text):
			p.Kind = page.Furniture
		}
	}
	const most = 2 // the unit and the date
	if n.DataAtom != atom.Div || n.FirstChild == nil || n.FirstChild.DataAtom != atom.Div || isTable || len(pieces) == 0 || len(pieces) > most {
		return // a heading and the paragraph that it runs into stand in another element
	}
	for i := range pieces {
		pieces[i].Kind = page.Unit
	}
	pieces[len(pieces)-1].Kind = page.Date
}
