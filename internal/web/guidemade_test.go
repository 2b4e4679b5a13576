package web

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	guidepages "nianbao/docs/guide"
	"nianbao/internal/sample"
)

// The pages that the program shows are made of the guide's Markdown, which -update makes anew.
func TestGuideIsMadeOfItsMarkdown(t *testing.T) {
	files, err := filepath.Glob("../../docs/guide/*.md")
	require.NoError(t, err)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".md")
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		page := newGuidePage(name, source)
		var b bytes.Buffer
		require.NoError(t, page.markdown.Renderer().Render(&b, source, page.document))
		sample.Golden(t, "../../docs/guide/pages/"+name+".html", b.Bytes())
		heading, ok := page.document.FirstChild().(*ast.Heading)
		require.True(t, ok, "%s begins with its title", name)
		assert.Equal(t, page.said(heading), guideTitle(b.String()))
	}
	pages, err := guidepages.Pages.ReadDir("pages")
	require.NoError(t, err)
	assert.Len(t, pages, len(files), "and none of a page that is gone")
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

var anchorMark = regexp.MustCompile(`^<a id="([a-z0-9-]+)">$`)

// anchor is where a heading is reached: at the anchor that stands in it (<a id="…"></a>), else by its text.
func (p *guidePage) anchor(heading *ast.Heading) string {
	for n := heading.FirstChild(); n != nil; n = n.NextSibling() {
		if raw, ok := n.(*ast.RawHTML); ok {
			if mark := anchorMark.FindSubmatch(raw.Segments.Value(p.source)); mark != nil {
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
