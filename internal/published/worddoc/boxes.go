package worddoc

import (
	"nianbao/internal/budget"
	"nianbao/internal/published/page"
)

// textBox is the text of a box. It stands behind the main text, whatever place in that its drawing has.
type textBox struct {
	stretch
	met bool // its drawing
}

// readBoxes finds the text boxes, and where the drawings stand that hold them, by their numbers ([MS-DOC] 2.8.28, 2.8.32).
func (d *document) readBoxes() {
	const boxSize, reusable, boxNumber = 22, 8, 14
	numbered := map[int]int{} // by the number of its drawing: which box
	for _, c := range d.cut(boxes, boxTextAt, boxSize) {
		if c.about.u16(reusable) == 0 { // else nothing is left of it but its room
			numbered[c.about.u32(boxNumber)] = len(d.boxes)
			d.boxes = append(d.boxes, textBox{stretch: c.stretch})
		}
	}
	const drawingSize = 26
	drawings := d.named(drawingsAt)
	n := (len(drawings) - 4) / (4 + drawingSize)
	d.boxAt = map[int]int{}
	for i := 0; i < n && len(d.boxes) > 0 && d.spend(budget.Elements, 1); i++ {
		at := drawings.u32(4 * i)
		if box, ok := numbered[drawings.u32(4*(n+1)+drawingSize*i)]; ok && at < d.head.texts[mainText] { // none stands in a box
			d.boxAt[at] = box
		}
	}
}

// meetDrawing notes that a drawing was met in the main text, shown or not, and gives the box that it holds; nil for none, and for one that
// was met before.
func (in *reader) meetDrawing() *textBox {
	i, ok := in.boxAt[in.at]
	if !ok || in.boxes[i].met {
		return nil
	}
	in.boxes[i].met = true
	return &in.boxes[i]
}

// openBox reads what stands in a box: it follows the paragraph in which its drawing stands.
func (in *reader) openBox(b *textBox) {
	before := in.seen // what is not shown of a box is not told apart
	inside := in.document.reader()
	inside.read(b.from, b.to)
	inside.endTable()
	in.seen = before
	withText := false
	for _, block := range inside.blocks {
		if block.Table != nil || block.Text != "" {
			block.Kind = page.Boxed
			in.boxed, withText = append(in.boxed, block), true
		}
	}
	if withText {
		in.drawings--
	}
}

// end ends the main text. Boxes whose drawings have no place in it, as those of a group have none of their own, stand behind it.
func (in *reader) end() {
	in.endTable()
	for i := range in.boxes {
		if b := &in.boxes[i]; !b.met {
			in.openBox(b)
		}
	}
	in.blocks = append(in.blocks, in.boxed...)
	in.seen[page.Pictures] += max(0, in.drawings)
}
