package model

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"nianbao/internal/form"
)

// Copy is what a workbook says of itself that this program made from another one: to mark findings, to mend texts, or to take a clerk's
// changes, which count as made after the copy.
type Copy struct {
	Digest   string // of the report as the copy held it before anybody changed anything in it
	Original string // of the report that it was made from, whose texts a mended copy no longer holds
}

// Digest is a short name for what a report says: two reports of an edition have the same one if their fields, figures and
// paragraphs are the same, wherever they stand and however they are formatted. A blank field that came later is none, so that digests that
// earlier releases wrote hold. Zeros at the end of decimals make no
// difference, since no spreadsheet keeps them; neither do strays and explanations, which are none of the report. Of a report with
// indicators what was given for them, and the texts that name them, are told by a second name behind the first: see SameForm.
func (r *Report) Digest() string {
	digest := r.formDigest()
	h, given := sha256.New(), false
	for _, g := range r.Indicators {
		if g.IsBlank() {
			continue
		}
		given = true
		line(h, g.Name, g.Value.digested(), strings.TrimSpace(g.Remark.Printed()))
	}
	for _, p := range r.Edition.Passages() {
		for _, paragraph := range r.Texts[p.Key] {
			if typed := paragraph.Printed(); typed != r.CarriedParagraph(paragraph) {
				line(h, string(p.Key), typed)
			}
		}
	}
	if given {
		digest += besideForm + hex.EncodeToString(h.Sum(nil)[:digestLength])
	}
	return digest
}

// besideForm parts the two names of a digest.
const besideForm = "-"

// digestLength is in bytes, enough to tell the reports of one folder apart.
const digestLength = 8

// SameForm says whether two digests are of reports that say the same on the form, whatever was given for indicators, which data and pages
// do not hold.
func SameForm(digest, other string) bool {
	a, _, _ := strings.Cut(digest, besideForm)
	b, _, _ := strings.Cut(other, besideForm)
	return a == b
}

func (r *Report) formDigest() string {
	h := sha256.New()
	line(h, r.Edition.ID)
	for _, f := range form.Fields() {
		if printed := r.PrintedField(f.Key); printed != "" || !f.Later {
			line(h, string(f.Key), printed)
		}
	}
	for _, c := range r.Edition.Cells() {
		line(h, string(c.Key), r.Figure(c.Key).digested())
	}
	for _, p := range r.Edition.Passages() {
		for _, paragraph := range r.Texts[p.Key] {
			line(h, string(p.Key), r.CarriedParagraph(paragraph))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:digestLength])
}

// digested is a value as it stands in a digest.
func (v Value) digested() string {
	if v.IsNumber() {
		return v.Number.String() + v.Unit
	}
	return v.Printed()
}

// line adds words to a digest, so that no others make the same.
func line(h io.Writer, words ...string) { fmt.Fprintf(h, "%q\n", words) }
