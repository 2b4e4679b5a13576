package pdf

import (
	"fmt"
	"sort"
	"strings"

	"nianbao/internal/render/layout"
)

// annotation is a link on a page (ISO 32000-1, 12.5.6.5).
type annotation struct{ page, element, number int }

// addLinks adds the annotations of a page, whose object number is reserved already, and returns the entries that name them there.
func (t *tags) addLinks(f *file, p *layout.Pages, page int) string {
	links := p.Links(page)
	if len(links) == 0 {
		return ""
	}
	var annotations list
	height := p.Pages[page].Height
	for _, l := range links {
		to := t.structure.Elements[l.Element].To
		const printed = 4 // as PDF/A asks for (ISO 19005-3, 6.3.2)
		n := f.add("<</Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] /F %d /StructParent %d /Contents %s /A <</S /URI /URI %s>>>>",
			number(hundredths(l.X)), number(hundredths(height-l.Y-l.Height)), number(hundredths(l.X+l.Width)), number(hundredths(height-l.Y)),
			printed, len(p.Pages)+len(t.links), textString(to), literal(to))
		t.links = append(t.links, annotation{page, l.Element, n})
		annotations.addReference(n)
	}
	return " /Annots [" + string(annotations.text) + "] /Tabs /S"
}

// addAnnotated adds the annotations of an element as it names them.
func (t *tags) addAnnotated(kids *list, element int, pages []int) {
	first := sort.Search(len(t.links), func(i int) bool { return t.links[i].element >= element }) // they stand in the order of reading
	for _, a := range t.links[first:] {
		if a.element != element {
			break
		}
		kids.add(fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", pages[a.page], a.number))
	}
}

// literal writes a string of ASCII (7.3.4.2).
func literal(text string) string {
	return "(" + escaped.Replace(text) + ")"
}

var escaped = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)
