package ofd

import (
	"fmt"
	"strings"

	"nianbao/internal/render/layout"
)

// tagNamespace is that of the structure, whose elements are named as those of PDF and HTML are. It names a vocabulary, and no page.
const tagNamespace = "urn:nianbao:structure:1"

// structure writes the document's structure (custom tags, GB/T 33190—2016, 16): a tree whose leaves name the objects that are painted of them.
func (f *file) structure() {
	elements := f.pages.Structure.Elements
	if len(elements) == 0 {
		return
	}
	list := begin("CustomTags", namespace)
	list.openWith("CustomTag", ` NameSpace="`+tagNamespace+`"`).text("FileLoc", "Structure.xml")
	f.add(tagsPart, list.end())

	kids := f.pages.Structure.Kids()
	x := begin("t:Document", namespace+` xmlns:t="`+tagNamespace+`" xml:lang="zh-CN"`)
	var write func(i int)
	write = func(i int) {
		x.openWith("t:"+elements[i].Name(), attributes(elements[i], i))
		for _, o := range f.objects[i] {
			x.textWith("ObjectRef", fmt.Sprintf(` PageRef="%d"`, f.pageIDs[o.page]), fmt.Sprint(o.id))
		}
		for _, kid := range kids[i] {
			write(kid)
		}
		x.close()
	}
	for _, kid := range kids[0] {
		write(kid)
	}
	f.add(structurePart, x.end())
}

func attributes(e layout.Element, index int) (all string) {
	switch e.Kind {
	case layout.TableElement:
		if e.Title != "" {
			all = ` Title="` + escape(e.Title) + `"`
		}
	case layout.LinkElement:
		all = ` Href="` + escape(e.To) + `"`
	case layout.ColumnHead:
		all = fmt.Sprintf(` ID="h%d" Scope="Column"`, index)
	case layout.RowHead:
		all = fmt.Sprintf(` ID="h%d" Scope="Row"`, index)
	case layout.DataCell:
		if len(e.Heads) > 0 {
			ids := make([]string, len(e.Heads))
			for i, head := range e.Heads {
				ids[i] = fmt.Sprint("h", head)
			}
			all = ` Headers="` + strings.Join(ids, " ") + `"`
		}
	}
	if e.RowSpan > 1 {
		all += fmt.Sprintf(` RowSpan="%d"`, e.RowSpan)
	}
	if e.ColSpan > 1 {
		all += fmt.Sprintf(` ColSpan="%d"`, e.ColSpan)
	}
	return all
}
