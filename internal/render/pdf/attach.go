package pdf

import (
	"fmt"
	"time"

	"nianbao/internal/render/layout"
)

// attach adds a file, if there is one, and returns what the catalog says of it: that it belongs to the document (ISO 19005-3, 6.8), and what it is called.
// It is dated as the document is.
func attach(f *file, a *layout.Attachment, dated time.Time) (catalog string) {
	if a == nil {
		return ""
	}
	params := fmt.Sprintf("/Size %d", len(a.Data))
	if !dated.IsZero() {
		params += fmt.Sprintf(" /ModDate (%s)", pdfDate(dated))
	}
	stream := f.addStream(fmt.Sprintf(" /Type /EmbeddedFile /Subtype /%s /Params <<%s>>", pdfName(a.Type), params), a.Data)
	name := textString(a.Name)
	specification := f.addApart( // qpdf takes it out of the file, when asked to, only where it is not packed
		"<</Type /Filespec /F (%s) /UF %s /Desc %s /AFRelationship /Data /EF <</F %[4]d 0 R /UF %[4]d 0 R>>>>",
		a.Plain, name, textString(a.About), stream)
	return fmt.Sprintf(" /AF [%[1]d 0 R] /Names <</EmbeddedFiles <</Names [%[2]s %[1]d 0 R]>>>>", specification, name)
}
