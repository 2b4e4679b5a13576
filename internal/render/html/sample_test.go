package html_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	dom "golang.org/x/net/html"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/html"
)

func write(t testing.TB, d *document.Document, o html.Options) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, d, o))
	return b.String()
}

// parse reads a page as a browser does.
func parse(t testing.TB, page string) *dom.Node {
	t.Helper()
	root, err := dom.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

// elements lists the elements of some names below a node, in order; all of them if no name is given.
func elements(root *dom.Node, names ...string) []*dom.Node {
	var list []*dom.Node
	for n := range root.Descendants() {
		if n.Type != dom.ElementNode {
			continue
		}
		for _, name := range names {
			if n.Data == name {
				list = append(list, n)
			}
		}
		if len(names) == 0 {
			list = append(list, n)
		}
	}
	return list
}

func attribute(n *dom.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(root *dom.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == dom.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// figure is a figure as the form declares it, with the labels of the heads that it stands under.
type figure struct {
	Text  string
	Heads []string // the caption of its block, its column heads and its row heads, each from the outermost
}

// figuresOf lists the figures of a report, table by table, from the form's declaration rather than from its grid.
func figuresOf(r *model.Report) []figure {
	captions := map[string]string{}
	for _, t := range r.Edition.Tables() {
		for _, b := range t.Blocks {
			for _, h := range b.Rows {
				captions[t.Key+"."+h.Key+h.Label] = b.Caption
			}
		}
	}
	var list []figure
	for _, c := range r.Edition.Cells() {
		f := figure{Text: r.Figure(c.Key).Printed()}
		if len(c.Row) > 0 {
			if caption := captions[c.Table+"."+c.Row[0].Key+c.Row[0].Label]; caption != "" {
				f.Heads = append(f.Heads, caption)
			}
		}
		for _, h := range append(append([]form.Head{}, c.Column...), c.Row...) {
			f.Heads = append(f.Heads, h.Label)
		}
		list = append(list, f)
	}
	return list
}
