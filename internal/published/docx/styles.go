package docx

import (
	"strings"

	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// paragraphStyle is what a paragraph style says of its paragraphs.
type paragraphStyle struct {
	id    string
	kind  page.Kind
	list  string // the list that its paragraphs are numbered by; "" for none
	level int    // -1: the one that the list has for the style
}

// kindsByName are the styles that tell parts of a report. Word processors change the ids of styles, but not their names.
var kindsByName = map[string]page.Kind{
	"title": page.Title, "heading 1": page.Section, "signature": page.Unit, "date": page.Date, "草稿附页": page.Notes,
}

var contentsName = pattern.New(`^(?:toc|contents) (?:[1-9]|heading)$`)

// readStrong reads which styles, by their ids, set bold, or do not where others do. The one that is made for bold words does, however it looks.
func readStrong(root *element) map[string]bool {
	strong := map[string]bool{}
	if root == nil {
		return strong
	}
	for _, e := range root.children {
		switch id := e.attr("styleId"); {
		case e.name != "style":
		case strings.EqualFold(e.val("name"), "Strong"):
			strong[id] = true
		case e.child("rPr", "b") != nil:
			strong[id] = e.isOn("rPr", "b")
		}
	}
	return strong
}

func readStyles(root *element) map[string]paragraphStyle {
	styles := map[string]paragraphStyle{}
	if root == nil {
		return styles
	}
	based := map[string]string{}
	var ids []string
	for _, e := range root.children {
		if e.name != "style" || e.attr("type") != "paragraph" {
			continue
		}
		id, name := e.attr("styleId"), strings.ToLower(e.val("name"))
		s := paragraphStyle{id: id, kind: kindsByName[name], list: e.val("pPr", "numPr", "numId"), level: -1}
		if contentsName.MatchString(name) {
			s.kind = page.Contents
		}
		if level, ok := levelNamed(e.val("pPr", "numPr", "ilvl")); ok {
			s.level = level
		}
		styles[id], based[id] = s, e.val("basedOn")
		ids = append(ids, id)
	}
	const deepest = 20 // a chain of styles may be closed to a ring
	for _, id := range ids {
		s := styles[id]
		for above, n := based[id], 0; s.list == "" && n < deepest; above, n = based[above], n+1 {
			s.list, s.level = styles[above].list, styles[above].level
		}
		styles[id] = s
	}
	return styles
}
