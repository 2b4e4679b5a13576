package docx

import (
	"nianbao/internal/published/page"
)

// readDrawing tells of a picture, and of the text in a text box.
func (in *reader) readDrawing(e *element) {
	inside := in.inside()
	inside.readBoxes(e)
	inside.endParagraph(page.Plain)
	in.takeRemarks(inside, 0)
	if len(inside.blocks) == 0 {
		in.seen[page.Pictures]++
	}
	for _, b := range inside.blocks {
		b.Kind = page.Boxed
		in.boxes = append(in.boxes, b)
	}
}

func (in *reader) readBoxes(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "txbxContent":
			in.readBlocks(c)
		case "?:Fallback":
		default:
			in.readBoxes(c)
		}
	}
}
