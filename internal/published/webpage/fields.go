package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// field reads what a field of a form shows that stands in a cell; elsewhere it is for the site's visitors.
func (r *reader) field(n *html.Node) {
	text := ""
	switch n.DataAtom {
	case atom.Input:
		if slices.Contains([]string{"", "text", "number", "tel"}, strings.ToLower(attribute(n, "type"))) {
			text = attribute(n, "value")
		}
	case atom.Textarea:
		text = textIn(n)
	case atom.Select:
		var shown *html.Node // the choice that is selected, or the first
		for d := range n.Descendants() {
			if d.DataAtom != atom.Option {
				continue
			}
			if _, selected := find(d, "selected"); selected || shown == nil {
				shown = d
			}
		}
		if shown != nil {
			text = textIn(shown)
		}
	}
	r.line.add(text, r.white, r.linked, r.number)
}

func textIn(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}
