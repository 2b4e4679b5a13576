package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// skips tells what shows no text, and counts what is to be told.
func (r *reader) skips(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Title:
		if c := n.FirstChild; c != nil {
			r.title = better(r.title, strings.Join(strings.Fields(c.Data), " "))
		}
	case atom.Meta:
		if strings.EqualFold(attribute(n, "name"), "ArticleTitle") {
			r.title = better(r.title, strings.Join(strings.Fields(attribute(n, "content")), " "))
		}
		return true
	case atom.Img, atom.Image:
		if !isSmall(attribute(n, "width")) && !isSmall(attribute(n, "height")) {
			r.pictures = append(r.pictures, r.count)
		}
		return true
	case atom.Iframe, atom.Frame, atom.Embed, atom.Object:
		isEmpty := attribute(n, "src") == "" && attribute(n, "data") == "" || isSmall(attribute(n, "width")) || isSmall(attribute(n, "height"))
		if !isEmpty && !lookOf(n).gone {
			r.frames++
		}
		return true
	}
	return isUnseen(n.DataAtom) || n.Data == "xml"
}

// hide counts a passage that is not shown, if it may be of a report.
func (r *reader) hide(n *html.Node) {
	if r.report != nil {
		return // what we hide ourselves is said elsewhere
	}
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && text.Len() < longestValue {
			text.WriteString(d.Data)
		}
	}
	if isOfReport(squeeze(text.String())) {
		r.hidden++
	}
}

// isSmall tells the width or height of a picture that is no table: an icon, a rule.
func isSmall(length string) bool {
	const least = 60
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(length), "px"))
	return err == nil && n < least
}
