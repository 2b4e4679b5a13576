package job

import (
	"bytes"
	"path/filepath"
	"strings"

	"nianbao/internal/charset"
	"nianbao/internal/filename"
	"nianbao/internal/model"
	"nianbao/internal/published/pdfdata"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/textfile"
)

// Pages are the names that the pages of a report go by, in every format.
type Pages struct{ Finals, Drafts []string }

// PagesOf lists the names of a report's pages.
func PagesOf(r *model.Report) (p Pages) {
	for _, f := range render.Formats() {
		for _, fragment := range []bool{false, true} {
			if fragment && !f.Fragments {
				continue
			}
			p.Finals = append(p.Finals, nameOf(r, f, fragment, document.Mark{}))
			p.Drafts = append(p.Drafts, nameOf(r, f, fragment, document.Draft))
		}
	}
	return p
}

// nameOf is the name of a page.
func nameOf(r *model.Report, f render.Format, fragment bool, m document.Mark) string {
	name := FileName(r.Title())
	if m.Number > 0 {
		name = filename.Fit(name, longestReview)
	}
	if fragment && f.Fragments {
		name += fragmentMark
	}
	return name + markInName(m) + f.Extension
}

// pageName is the name of a page of a report without its marks and its extension, and whether it is not the final one.
func pageName(file string) (name string, marked bool) {
	name = Stem(file)
	for at := inName.FindStringIndex(name); at != nil; at = inName.FindStringIndex(name) { // a draft from before has two
		name, marked = name[:at[0]], true
	}
	name, _ = strings.CutSuffix(name, fragmentMark)
	return name, marked
}

// IsOurPage says whether a page of a report is one that this program wrote, as it wrote it: nobody added to it or saved it with another
// program, as far as such a file can tell.
func IsOurPage(name string, data []byte) (ours bool) {
	defer func() { ours = recover() == nil && ours }() // a file that cannot be read may be anybody's
	if strings.EqualFold(filepath.Ext(name), ".txt") {
		return isOurText(name, data)
	}
	if begins("%PDF-")(data) && !pdfdata.IsAsWritten(data) {
		return false // somebody put notes or a stamp into it, or saved it anew
	}
	return inputOf(name, data).peek(opened{File: File{name, data}}).ours
}

// isOurText tells a text by its first line, which is the title that it is named after.
func isOurText(name string, data []byte) bool {
	data, ok := charset.Decode(data)
	if !ok {
		return false
	}
	first, rest, _ := bytes.Cut(textfile.Begin(data), []byte("\n"))
	if document.IsMark(string(bytes.TrimSpace(first))) {
		first, _, _ = bytes.Cut(textfile.Begin(rest), []byte("\n"))
	}
	title, _ := pageName(name)
	return filename.Fold(FileName(string(bytes.TrimSpace(first)))) == filename.Fold(title)
}
