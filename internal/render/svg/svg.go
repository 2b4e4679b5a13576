// Package svg writes a laid-out page as an image with the outlines of its glyphs, so that what is looked at is what a PDF prints.
//
// It paints as pdf does, in the same order, onto white paper. The image stands alone: no fonts, no styles, no scripts, no links
// but to its own glyphs. Its ids are unique within one image only, so several images belong into <img> elements of their own.
package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"nianbao/internal/render/layout"
)

// Write writes the page to w, in one piece, as an SVG image of the page's size in points. title tells those who cannot see it what
// it shows; characters that XML cannot have are shown as �.
//
// The same page gives the same bytes. Nothing is more than 0.02 pt from where it belongs, up to a type size of 26 pt. A page that
// cannot be painted (numbers that are not finite or out of all proportion, characters that a run's font lacks) and failures of w are errors;
// then nothing, or nothing but w's own beginning, has been written.
func Write(w io.Writer, p *layout.Page, title string) error {
	if part := p.Fault(); part != "" {
		return fmt.Errorf("%s的数值无效，不能显示这一页。这是程序的错误，请把填报表发给维护者", part)
	}
	glyphs, err := collectGlyphs(p.Runs)
	if err != nil {
		return err
	}
	pt := painter{glyphs: glyphs, out: make([]byte, 0, glyphs.length(p))}
	pt.page(p, title)
	if _, err := w.Write(pt.out); err != nil {
		return fmt.Errorf("图片没有写成：%w", err)
	}
	return nil
}

// escape is text as XML has it between tags.
func escape(text string) []byte {
	var out bytes.Buffer
	xml.EscapeText(&out, []byte(text)) // writing to a Buffer cannot fail
	return out.Bytes()
}
