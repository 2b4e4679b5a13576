package html_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/html"
	"nianbao/internal/sample"
)

// bothForms are the page, and the fragment as it stands on somebody's plain page: a draft, with a chart against another year.
func bothForms(t *testing.T, r, last *model.Report) (page, fragment string) {
	t.Helper()
	d := document.Compose(r)
	d.Mark, d.Notes = document.Draft, []document.Note{{Level: "提示", Place: "“依申请公开”K6", Text: "请核对。"}}
	charts := []document.Chart{document.OutcomeChart(r, last)}
	return write(t, d, html.Options{Charts: charts}), "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">" +
		"<meta name=\"viewport\" content=\"width=device-width\"><title>年报</title></head><body><main>\n" +
		write(t, d, html.Options{Fragment: true, Charts: charts}) + "</main></body></html>"
}

// violation is what axe-core reports: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#results-object.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

func TestAxeFindsNothing(t *testing.T) {
	axe, err := os.ReadFile(sample.Program(t, "axe-core"))
	require.NoError(t, err)
	b := startBrowser(t)
	last := sample.Report(t, "d-town-2020")
	look := func(name, form, page string, width int) {
		b.open(page, width)
		b.evaluate(string(axe)+";0", nil)
		var found []violation
		b.evaluate(`axe.run().then(result => result.violations)`, &found)
		assert.Empty(t, found, "%s, %s, %d px", name, form, width)
	}
	for name, r := range sample.Reports(t) {
		page, fragment := bothForms(t, r, last)
		eachEdition := name == "b-district-2022" || name == "d-town-2020"
		if eachEdition || sample.All() {
			look(name, "page", page, 360)
		}
		if eachEdition {
			look(name, "page", page, 1280)
			look(name, "fragment", fragment, 768)
		}
	}
}

// accessible is a node of the accessibility tree.
type accessible struct {
	NodeID           string
	ParentID         string
	BackendDOMNodeID int
	Ignored          bool
	Role, Name       struct{ Value string }
}

// domNode is a node of the document as the protocol gives it; Attributes holds names and values in turn.
type domNode struct {
	BackendNodeID int
	LocalName     string
	Attributes    []string
	Children      []domNode
}

func (n domNode) attribute(name string) string {
	for i := 0; i+1 < len(n.Attributes); i += 2 {
		if n.Attributes[i] == name {
			return n.Attributes[i+1]
		}
	}
	return ""
}

func (n domNode) walk(visit func(domNode)) {
	visit(n)
	for _, child := range n.Children {
		child.walk(visit)
	}
}

func TestFiguresStandUnderTheirHeadsInTheAccessibilityTree(t *testing.T) {
	b := startBrowser(t)
	for name, r := range sample.Reports(t) {
		b.open(write(t, document.Compose(r), html.Options{}), 1280)
		var answer struct{ Nodes []accessible }
		b.call("Accessibility.getFullAXTree", nil, &answer)
		byNode, byID := map[int]accessible{}, map[string]accessible{}
		for _, n := range answer.Nodes {
			byNode[n.BackendDOMNodeID], byID[n.NodeID] = n, n
		}
		var document struct{ Root domNode }
		b.call("DOM.getDocument", params{"depth": -1}, &document)
		heads := map[string]domNode{}
		document.Root.walk(func(n domNode) {
			if n.LocalName == "th" {
				heads[n.attribute("id")] = n
			}
		})
		var got []figure
		document.Root.walk(func(n domNode) {
			if n.LocalName != "td" || n.attribute("headers") == "" {
				return
			}
			cell := byNode[n.BackendNodeID]
			require.Equal(t, "cell", cell.Role.Value)
			f := figure{Text: cell.Name.Value}
			for _, id := range strings.Fields(n.attribute("headers")) {
				head := byNode[heads[id].BackendNodeID]
				require.Contains(t, []string{"columnheader", "rowheader"}, head.Role.Value, id)
				require.Equal(t, tableAround(byID, cell), tableAround(byID, head), id)
				f.Heads = append(f.Heads, head.Name.Value)
			}
			got = append(got, f)
		})
		want := figuresOf(r)
		require.Equal(t, len(want), len(got), name)
		for i := range want {
			require.Equal(t, want[i], got[i], "%s, figure %d", name, i)
		}
	}
}

// tableAround is the name of the table that a node of the tree is in.
func tableAround(byID map[string]accessible, n accessible) string {
	for n.ParentID != "" {
		if n = byID[n.ParentID]; n.Role.Value == "table" {
			return n.Name.Value
		}
	}
	return ""
}
