package pdf

import (
	"fmt"

	"nianbao/internal/render/layout"
)

// language is that of the documents (RFC 3066).
const language = "zh-CN"

// finish appends to the painted file what fpdf cannot do: the fonts in place of the placeholders, the outline, the metadata,
// the output intent, the attached file, and a catalog that points to them. Nothing in the file keeps it from PDF/A-3u but that it does
// not claim it.
func finish(painted []byte, p *layout.Pages, faces *typefaces, attached *Attachment) ([]byte, error) {
	u, err := newUpdate(painted)
	if err != nil {
		return nil, err
	}
	pages := u.painted.find("<</Type /Page\n")
	if len(pages) != len(p.Pages) {
		return nil, errLayout
	}
	for _, face := range faces.all {
		if err := face.embed(u); err != nil {
			return nil, err
		}
	}
	catalog := "<</Type /Catalog /Version /1.7 /Pages 1 0 R /Lang (" + language + ") /ViewerPreferences <</DisplayDocTitle true>>"
	if outline := addOutline(u, p, pages); outline != 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", outline)
	}
	catalog += attach(u, attached, p.Info.Dated)
	profile := u.addStream("/N 3", sRGB())
	intent := u.add("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (%[1]s) /Info (%[1]s)"+
		" /RegistryName (http://www.color.org) /DestOutputProfile %[2]d 0 R>>", sRGBName, profile)
	metadata := u.addRaw("/Type /Metadata /Subtype /XML", xmp(p.Info))
	u.replace(u.painted.info, "%s", information(p.Info))
	u.replace(u.painted.root, "%s /OutputIntents [%d 0 R] /Metadata %d 0 R>>", catalog, intent, metadata)
	return u.close(), nil
}
