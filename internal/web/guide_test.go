package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/web"
)

// guideView is what a view of the guide has.
type guideView struct {
	ids      map[string]bool
	links    []string // to other views
	elements map[string]int
	text     string
}

func (p page) guide(target string) guideView {
	status, body := p.get(target)
	require.Equal(p.t, http.StatusOK, status, "%s: %s", target, body)
	root, err := html.Parse(strings.NewReader(body))
	require.NoError(p.t, err)
	v := guideView{ids: map[string]bool{}, elements: map[string]int{}, text: textOf(p.t, body)}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		v.elements[n.Data]++
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				assert.False(p.t, v.ids[a.Val], "%s: %s stands there twice", target, a.Val)
				v.ids[a.Val] = true
			case "href":
				v.links = append(v.links, a.Val)
			}
		}
	}
	return v
}

func TestGuideLeadsOn(t *testing.T) {
	p := open(t, web.Options{})
	pages := map[string]guideView{}
	for todo := []string{"/guide"}; len(todo) > 0; todo = todo[1:] {
		target := todo[0]
		if _, done := pages[target]; done {
			continue
		}
		v := p.guide(target)
		pages[target] = v
		for _, link := range v.links {
			next, isView := strings.CutPrefix(link, "#")
			assert.True(t, isView && strings.HasPrefix(next, "/guide"), "%s leads to %s", target, link)
			view, _, _ := strings.Cut(next, "~")
			todo = append(todo, view)
		}
	}
	assert.Len(t, pages, 10, "contents, eight pages, and what findings mean")
	for target, v := range pages {
		assert.Equal(t, 1, v.elements["h1"], target)
		assert.Zero(t, v.elements["img"], "%s: pictures are not in the program", target)
		assert.NotContains(t, v.text, "<a", target)
		assert.Contains(t, v.text, "年报", target)
		for _, link := range v.links {
			view, place, _ := strings.Cut(strings.TrimPrefix(link, "#"), "~")
			place, err := url.PathUnescape(place)
			require.NoError(t, err)
			assert.True(t, place == "" || pages[view].ids[place], "%s leads to %s", target, link)
		}
	}
}

func TestGuideTellsEachRule(t *testing.T) {
	meanings := open(t, web.Options{}).guide("/guide/" + url.PathEscape("问题说明"))
	for _, rule := range check.Catalogue() {
		assert.True(t, meanings.ids[rule.ID], rule.ID)
		assert.Contains(t, meanings.text, rule.Name())
	}
}

func TestFindingLeadsToTheGuide(t *testing.T) {
	p := open(t, web.Options{})
	at := p.upload("/files?", "填报.xlsx", filled(t, "e-town-2024", func(r *model.Report) {
		r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "3")
	}))
	assert.Contains(t, p.guide(at).links, "#/guide/"+url.PathEscape("问题说明")+"~requests-balance")
}

func TestGuideHasNothingElse(t *testing.T) {
	p := open(t, web.Options{})
	for _, target := range []string{"/guide/没有", "/guide/embed.go", "/guide/..%2F..%2FREADME", "/guide/%2Fetc%2Fpasswd", "/guide/pictures%2Fx", "/guide/README%00"} {
		status, said := p.get(target)
		assert.Equal(t, http.StatusNotFound, status, target)
		assert.Equal(t, "说明里没有这一页。", said, target)
	}
}
