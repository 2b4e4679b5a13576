package model

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"nianbao/internal/form"
)

// Copy is what a workbook says of itself that this program made from another one: to mark findings, to mend texts, or to take a clerk's
// changes, which count as made after the copy.
type Copy struct {
	Digest   string // of the report as the copy held it before anybody changed anything in it
	Original string // of the report that it was made from, whose texts a corrected copy no longer holds
}

// Digest is a short name for what a report says: two reports of an edition have the same one if their fields, figures and
// paragraphs are the same, wherever they stand and however they are formatted. A blank field that came later is none, so that digests that
// earlier releases wrote hold. Zeros at the end of decimals make no
// difference, since no spreadsheet keeps them; neither do strays and explanations, which are none of the report.
func (r *Report) Digest() string {
	const length = 8 // bytes, enough to tell the reports of one folder apart
	h := sha256.New()
	line(h, r.Edition.ID)
	for _, f := range form.Fields() {
		if printed := r.PrintedField(f.Key); printed != "" || !f.Later {
			line(h, string(f.Key), printed)
		}
	}
	for _, c := range r.Edition.Cells() {
		v := r.Figure(c.Key)
		text := v.Printed()
		if v.IsNumber() {
			text = v.Number.String() + v.Unit
		}
		line(h, string(c.Key), text)
	}
	for _, p := range r.Edition.Passages() {
		for _, paragraph := range r.Texts[p.Key] {
			line(h, string(p.Key), paragraph.Printed())
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:length])
}

// line adds words to a digest, so that no others make the same.
func line(h io.Writer, words ...string) { fmt.Fprintf(h, "%q\n", words) }
