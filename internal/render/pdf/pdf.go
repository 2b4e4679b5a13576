// Package pdf paints laid-out pages into a PDF file.
//
// It works in two steps. Painting (paint.go) lets fpdf draw what layout has placed: text, lines, fills and shapes, nothing else.
// Finishing (finish.go) writes the file around it: fonts, outline, the structure for those who cannot see the pages, metadata,
// output intent, the attached file. Both know the structure: painting marks what belongs to which element (tags.go).
package pdf

import (
	"fmt"
	"io"

	"nianbao/internal/render/layout"
)

// Write paints the pages and writes them to w, in one piece, as a PDF file that carries the attachment, if there is one.
//
// The same pages give the same bytes: dates come from Info.Dated and are left out when it is zero. Pages that cannot be painted
// (none at all, numbers that are not finite or out of all proportion, characters that a run's font lacks, fonts that must not be
// embedded) and failures of w are errors; then nothing, or nothing but w's own beginning, has been written.
func Write(w io.Writer, p *layout.Pages, attached *layout.Attachment) error {
	if err := p.Check("PDF"); err != nil {
		return err
	}
	faces, err := collectTypefaces(p)
	if err != nil {
		return err
	}
	tags := newTags(p)
	painted, err := paint(p, faces, tags)
	if err != nil {
		return err
	}
	f := newFile(w)
	defer f.release()
	file, err := f.finish(painted, p, faces, tags, attached)
	if err != nil {
		return err
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("PDF 没有写成：%w", err)
	}
	return nil
}
