package published

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// versionText is a paragraph of a version.
type versionText struct {
	text, meant string
	place       string
	part        Part
	key         form.Key // of the passage
}

// stretch is paragraphs of one version and those of the other that they became; one of the two may be empty.
type stretch struct{ a, b []versionText }

// compareTexts compares the paragraphs passage by passage. A section whose beginning was not found is compared together with the one
// before it.
func (c *Comparison) compareTexts(a, b version) {
	before, after := a.passages(), b.passages()
	swapped := inOrder(after, before) // so that the same is told whichever version is named first
	if swapped {
		a, b, before, after = b, a, after, before
	}
	e := newEffort()
	var changed []stretch
	var inA, inB []versionText
	compare := func() {
		changed = append(changed, e.stretches(inA, inB)...)
		inA, inB = nil, nil
	}
	for i, passage := range a.Edition.Passages() {
		if !a.lost(passage.Key) && !b.lost(passage.Key) {
			compare()
		}
		inA, inB = append(inA, before[i]...), append(inB, after[i]...)
	}
	compare()
	for _, d := range c.toldOf(changed, a, b, swapped) {
		if d.Kind == TextAltered {
			d.Cuts = e.cuts(d.A.Text, d.B.Text)
		}
		if swapped {
			d = d.mirrored()
		}
		c.differ(d)
	}
}

// passages are the texts of the report, one by one.
func (v version) passages() (list [][]versionText) {
	for i, p := range v.Edition.Passages() {
		list = append(list, v.texts(p.Key, prefacePart+Part(i)))
	}
	return list
}

// texts are the paragraphs of a passage as they are printed, without those that hold no sign.
func (v version) texts(k form.Key, part Part) (list []versionText) {
	for i, p := range v.Texts[k] {
		t := versionText{text: p.Printed(), place: v.place(p.Place), part: part, key: k}
		if !v.published {
			t.text = v.PrintedParagraph(p)
		}
		if t.place == "" {
			t.place = nthParagraph(part.Title(), i)
		}
		if t.meant = meaning(t.text); t.meant != "" {
			list = append(list, t)
		}
	}
	return list
}

// inOrder says whether the texts of a come before those of b in an order that only depends on what they say.
func inOrder(a, b [][]versionText) bool {
	return slices.CompareFunc(a, b, func(a, b []versionText) int {
		return slices.CompareFunc(a, b, func(s, t versionText) int { return cmp.Compare(s.text, t.text) })
	}) < 0
}

// toldOf tells the stretches that differ, those that stand elsewhere in the other version as moved. What stands in one version only is no
// difference where the other version's section was not found, or where it may be what is left of a table that was not read.
func (c *Comparison) toldOf(changed []stretch, a, b version, swapped bool) (list []Difference) {
	gone := map[string][]int{} // by what they mean, where they are among the stretches
	for i, s := range changed {
		if len(s.b) == 0 && len(s.a) == 1 {
			gone[s.a[0].meant] = append(gone[s.a[0].meant], i)
		}
	}
	from := map[int]int{}
	moved := map[int]bool{}
	for i, s := range changed {
		if len(s.a) > 0 || len(s.b) != 1 {
			continue
		}
		if origins := gone[s.b[0].meant]; len(origins) > 0 {
			from[i], moved[origins[0]] = origins[0], true
			gone[s.b[0].meant] = origins[1:]
		}
	}
	for i, s := range changed {
		origin, isMoved := from[i]
		switch {
		case moved[i]:
		case isMoved:
			list = append(list, textDiffers(TextMoved, changed[origin].a, s.b))
		case len(s.b) == 0 && b.lost(s.a[0].key), len(s.a) == 0 && a.lost(s.b[0].key):
		case s.isOneSided() && c.takeLeftover(s, (len(s.a) > 0) != swapped):
		case len(s.b) == 0:
			list = append(list, textDiffers(TextRemoved, s.a, nil))
		case len(s.a) == 0:
			list = append(list, textDiffers(TextAdded, nil, s.b))
		case !isSame(s) && !isRenumbered(s, a.published, b.published):
			list = append(list, textDiffers(TextAltered, s.a, s.b))
		}
	}
	return list
}

// takeLeftover counts lines that stand in one version only where a table of its section was not read as a whole, and gives back whether
// they were. Sentences are none of a table.
func (c *Comparison) takeLeftover(s stretch, inA bool) bool {
	lines := append(slices.Clone(s.a), s.b...)
	if slices.ContainsFunc(lines, func(t versionText) bool { return strings.Contains(t.text, "。") || strings.HasSuffix(t.meant, ".") }) {
		return false
	}
	at := slices.IndexFunc(c.Unread, func(u Unread) bool {
		isTable := u.Kind == TableUnread || u.Kind == RowUnread
		return isTable && u.Part == lines[0].part && (inA && u.InA || !inA && u.InB)
	})
	if at < 0 {
		return false
	}
	c.Unread[at].Leftover += len(lines)
	return true
}

func textDiffers(kind DifferenceKind, a, b []versionText) Difference {
	d := Difference{Kind: kind, Part: end()}
	for _, side := range []struct {
		texts []versionText
		to    *Side
	}{{a, &d.A}, {b, &d.B}} {
		if len(side.texts) == 0 {
			continue
		}
		first := side.texts[0]
		*side.to = Side{Text: joinedText(side.texts), Place: first.place}
		if first.part < d.Part {
			d.Part, d.Key = first.part, first.key
		}
	}
	return d
}

func joinedText(texts []versionText) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(t.text)
	}
	return b.String()
}

func joinedMeaning(texts []versionText) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(t.meant)
	}
	return b.String()
}

// isSame says whether both sides mean the same together; what a character means may hang on the one behind the end of a line.
func isSame(s stretch) bool {
	return joinedMeaning(s.a) == joinedMeaning(s.b) || meaning(joinedText(s.a)) == meaning(joinedText(s.b))
}

// isRenumbered says whether two texts differ in nothing but the number before them, which a page lost or a word processor wrote: the same
// one with another mark, or none on a page.
func isRenumbered(s stretch, aPublished, bPublished bool) bool {
	m, x, numbered := chinese.ReadMarker(joinedText(s.a))
	n, y, alsoNumbered := chinese.ReadMarker(joinedText(s.b))
	switch {
	case meaning(x) != meaning(y):
		return false
	case numbered && alsoNumbered:
		return m == n
	case numbered:
		return bPublished
	}
	return aPublished
}

// mirrored is the difference told from the other version.
func (d Difference) mirrored() Difference {
	d.A, d.B = d.B, d.A
	for i, cut := range d.Cuts {
		d.Cuts[i] = Cut{cut.B, cut.A}
	}
	switch d.Kind {
	case TextAdded:
		d.Kind = TextRemoved
	case TextRemoved:
		d.Kind = TextAdded
	}
	return d
}
