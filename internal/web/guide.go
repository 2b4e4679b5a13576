package web

import (
	"html"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	guidepages "nianbao/docs/guide"
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
	page, err := guidepages.Pages.ReadFile("pages/" + name + ".html")
	if err != nil {
		return view{}, refuse(http.StatusNotFound, "说明里没有这一页")
	}
	v := guideView{Contents: name == guideContents, Text: template.HTML(page)} // of our own text, without markup in it
	return view{Title: guideTitle(string(page)), Place: "guide", Name: "guide", Data: v}, nil
}

// guideTitle is what the first heading of a page says.
func guideTitle(page string) string {
	_, behind, _ := strings.Cut(page, "<h1")
	_, behind, _ = strings.Cut(behind, ">")
	title, _, _ := strings.Cut(behind, "</h1>")
	return html.UnescapeString(title)
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
