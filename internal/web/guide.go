package web

import (
	"bytes"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	guidepages "nianbao/docs/guide"
	"nianbao/internal/pattern"
)

const (
	guideContents = "README"
	guidePath     = "/guide"
	meanings      = "问题说明" // the page that tells what each finding means, at the rule's id
)

// guideView is a page of the guide.
type guideView struct {
	Contents bool // it is the list of pages
	Text     template.HTML
}

// guide is the view 说明: the contents of the guide, or one of its pages.
func (d *desk) guide(r *http.Request) (view, error) {
	name := r.PathValue("page")
	if name == "" {
		name = guideContents
	}
	source, err := guidepages.Pages.ReadFile(name + ".md")
	if err != nil {
		return view{}, refuse(http.StatusNotFound, "说明里没有这一页")
	}
	page := newGuidePage(name, source)
	var b bytes.Buffer
	if err := page.markdown.Renderer().Render(&b, source, page.document); err != nil {
		return view{}, err
	}
	v := guideView{Contents: name == guideContents, Text: template.HTML(b.String())} // of our own text, without markup in it
	return view{Title: page.title(), Place: "guide", Name: "guide", Data: v}, nil
}

// meaningOf is where the guide tells what a rule's findings mean, as a link's target.
func meaningOf(rule string) template.URL { return viewLink(guideTarget(meanings, rule)) }

// guideTarget is the path of a page of the guide, and of a place in it, as page.js visits it.
func guideTarget(page, place string) string {
	target := guidePath
	if page != guideContents {
		target += "/" + url.PathEscape(page)
	}
	if place != "" {
		target += "~" + url.PathEscape(place)
	}
	return target
}

// guidePage is a page of the guide on its way from Markdown to the view.
type guidePage struct {
	name     string
	source   []byte
	markdown goldmark.Markdown
	document ast.Node
}

// newGuidePage parses a page and makes it one of the view's: its links lead to views, its headings can be reached by their anchors, and
// pictures and markup are left out.
func newGuidePage(name string, source []byte) *guidePage {
	p := &guidePage{name: name, source: source, markdown: goldmark.New()}
	p.document = p.markdown.Parser().Parse(text.NewReader(source))
	var dropped []ast.Node
	ast.Walk(p.document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			n.SetAttributeString("id", []byte(p.anchor(n)))
			n.SetAttributeString("tabindex", []byte("-1"))
		case *ast.Link:
			n.Destination = []byte("#" + p.target(string(n.Destination)))
		case *ast.Image:
			if alone := n.Parent(); alone.ChildCount() == 1 {
				dropped = append(dropped, alone)
			}
			dropped = append(dropped, n)
		case *ast.RawHTML, *ast.HTMLBlock:
			dropped = append(dropped, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range dropped {
		n.Parent().RemoveChild(n.Parent(), n)
	}
	return p
}

// title is what the page's first heading says.
func (p *guidePage) title() string {
	if heading, ok := p.document.FirstChild().(*ast.Heading); ok {
		return p.said(heading)
	}
	return p.name
}

// said is the text of a heading.
func (p *guidePage) said(heading *ast.Heading) string {
	var b strings.Builder
	for n := heading.FirstChild(); n != nil; n = n.NextSibling() {
		if n, ok := n.(*ast.Text); ok {
			b.Write(n.Value(p.source))
		}
	}
	return b.String()
}

var anchorMark = pattern.New(`^<a id="([a-z0-9-]+)">$`)

// anchor is where a heading is reached: at the anchor that stands in it (<a id="…"></a>), else by its text.
func (p *guidePage) anchor(heading *ast.Heading) string {
	for n := heading.FirstChild(); n != nil; n = n.NextSibling() {
		if raw, ok := n.(*ast.RawHTML); ok {
			if mark := anchorMark.Compiled().FindSubmatch(raw.Segments.Value(p.source)); mark != nil {
				return string(mark[1])
			}
		}
	}
	return p.said(heading)
}

// target is where a link of the page leads: to a page of the guide, or a place in one.
func (p *guidePage) target(destination string) string {
	file, place, _ := strings.Cut(destination, "#")
	name := strings.TrimSuffix(file, ".md")
	if name == "" {
		name = p.name
	}
	return guideTarget(name, place)
}
