package pdf

import (
	"fmt"
	"strings"

	"nianbao/internal/render/layout"
)

// language is that of the documents (RFC 3066).
const language = "zh-CN"

// finish makes in an empty file what was painted: pages, fonts, outline, structure, metadata, output intent, the attached file, and
// a catalog that points to them.
func (f *file) finish(painted [][]byte, p *layout.Pages, faces *typefaces, t *tags, attached *layout.Attachment) ([]byte, error) {
	root, tree, resources := f.reserve(1), f.reserve(1), f.reserve(1)
	pages := addPages(f, painted, p, t, tree, resources)
	var fonts strings.Builder
	for _, face := range faces.all {
		number, err := face.embed(f)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&fonts, " /%s %d 0 R", face.id, number)
	}
	f.set(resources, "<</Font <<%s>>>>", strings.TrimPrefix(fonts.String(), " "))

	catalog := fmt.Sprintf("<</Type /Catalog /Pages %d 0 R /Lang (%s) /ViewerPreferences <</DisplayDocTitle true>>", tree, language)
	if outline := addOutline(f, p, pages); outline != 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", outline)
	}
	if structure := t.write(f, pages); structure != 0 {
		catalog += fmt.Sprintf(" /StructTreeRoot %d 0 R /MarkInfo <</Marked true>>", structure)
	}
	catalog += attach(f, attached, p.Info.Dated)
	profile := f.addStream(" /N 3", sRGB())
	intent := f.add("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (%[1]s) /Info (%[1]s)"+
		" /RegistryName (http://www.color.org) /DestOutputProfile %[2]d 0 R>>", sRGBName, profile)
	metadata := f.addRaw("/Type /Metadata /Subtype /XML", xmp(p.Info, conforms(p)))
	f.set(root, "%s /OutputIntents [%d 0 R] /Metadata %d 0 R>>", catalog, intent, metadata)
	return f.close(root, f.add("%s", information(p.Info))), nil
}

// addPages adds the tree of pages under its reserved number, and returns the numbers of the pages.
func addPages(f *file, painted [][]byte, p *layout.Pages, t *tags, tree, resources int) []int {
	first := f.reserve(len(painted))
	numbers := make([]int, len(painted))
	var kids list
	for i, content := range painted {
		numbers[i] = first + i
		kids.addReference(numbers[i])
		page := &p.Pages[i]
		f.set(numbers[i], "<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources %d 0 R /Contents %d 0 R /StructParents %d%s>>",
			tree, number(hundredths(page.Width)), number(hundredths(page.Height)), resources, f.addStream("", content), i, t.addLinks(f, p, i))
	}
	f.set(tree, "<</Type /Pages /Kids [%s] /Count %d>>", kids.text, kids.count)
	return numbers
}

// conforms says whether the file may claim to be PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3): it is made so, and veraPDF finds that
// it is, but pages may come without what both ask for.
func conforms(p *layout.Pages) bool {
	return len(p.Structure.Elements) > 0 && p.Info.Title != "" && !p.Info.Dated.IsZero()
}
