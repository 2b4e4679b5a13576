package pdf

import (
	"fmt"
	"time"
)

// Attachment is a file that goes into the PDF as the data of what its pages show (ISO 19005-3, 6.8).
type Attachment struct {
	Name  string // as people see it
	Plain string // the same in ASCII, for programs that know no other names
	Type  string // as on the internet: application/json
	About string
	Data  []byte
}

// attach adds a file, if there is one, and returns what the catalog says of it: that it belongs to the document, and what it is called.
// It is dated as the document is.
func attach(f *file, a *Attachment, dated time.Time) (catalog string) {
	if a == nil {
		return ""
	}
	params := fmt.Sprintf("/Size %d", len(a.Data))
	if !dated.IsZero() {
		params += fmt.Sprintf(" /ModDate (%s)", pdfDate(dated))
	}
	stream := f.addStream(fmt.Sprintf(" /Type /EmbeddedFile /Subtype /%s /Params <<%s>>", pdfName(a.Type), params), a.Data)
	name := textString(a.Name)
	specification := f.add("<</Type /Filespec /F (%s) /UF %s /Desc %s /AFRelationship /Data /EF <</F %[4]d 0 R /UF %[4]d 0 R>>>>",
		a.Plain, name, textString(a.About), stream)
	return fmt.Sprintf(" /AF [%[1]d 0 R] /Names <</EmbeddedFiles <</Names [%[2]s %[1]d 0 R]>>>>", specification, name)
}
