package check

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Pages are copied by sites that change all letters or all marks on the way. That is no fault of the report, and whatever rules say of
// single letters and marks in such a copy is beside the point.

// transcript is what a copy made of the texts of a published report.
type transcript struct {
	characters, traditional, readings int // Chinese characters, the traditional ones among them, and readings in brackets behind one
	half, wide                        int // marks
}

// What makes a copy one in traditional characters: this many of them in a hundred, or this many readings. What makes one in half-width
// marks: this many of them, and no other.
const (
	traditionalShare = 3
	fewTraditional   = 20
	fewReadings      = 8
	fewHalfWidth     = 12
)

func (t transcript) isTraditional() bool {
	return t.readings >= fewReadings || t.traditional >= fewTraditional && t.traditional*100 >= t.characters*traditionalShare
}

func (t transcript) isHalfWidth() bool { return t.half >= fewHalfWidth && t.wide == 0 }

// transcript looks through the texts of a published report; those of a filled form are nobody's copy.
func (in *Input) transcript() transcript {
	if in.copied == nil {
		in.copied = &transcript{}
		if in.Report.Printed != nil {
			for _, p := range in.Report.Edition.Passages() {
				for _, paragraph := range in.Report.Texts[p.Key] {
					in.copied.count(paragraph.Text)
				}
			}
		}
	}
	return *in.copied
}

func (t *transcript) count(text string) {
	all, traditional, readings := chinese.CountTraditional(text)
	t.characters, t.traditional, t.readings = t.characters+all, t.traditional+traditional, t.readings+readings
	t.half += len(chinese.HalfWidthMarks([]rune(text)))
	for _, r := range text {
		if chinese.IsOneOf(r, "，；：（）！？") {
			t.wide++
		}
	}
}

// asMeant is a heading, a title or a label of a published report as it was before a copy changed its letters.
func (in *Input) asMeant(printed string) string {
	text := chinese.Fold(printed).Text
	if _, traditional, readings := chinese.CountTraditional(text); traditional+readings > 0 && in.transcript().isTraditional() {
		text = chinese.FoldTraditional(text).Text
	}
	return text
}

// traditionalCopy is the one finding on a copy in traditional characters, nil for others.
func (in *Input) traditionalCopy() []Finding {
	t := in.transcript()
	if !t.isTraditional() {
		return nil
	}
	for _, s := range in.filled() {
		for i := range s.paragraphs {
			folded := chinese.FoldTraditional(s.typed[i])
			if folded.Lookalikes == nil {
				continue
			}
			words := around(s.typed[i], folded.Lookalikes[0])
			message := fmt.Sprintf("全文有%d个繁体字", t.traditional)
			if t.readings > 0 {
				message += fmt.Sprintf("，%d个字后面注着读音", t.readings)
			}
			f := s.finding(i, words, message+"，如第一处“"+words+"”。错别字、重字、序号、标点没有校验。")
			f.Level, f.Doubt = Info, "多半是转载时变成繁体字的"
			return []Finding{f}
		}
	}
	return nil
}

// fewDebris is how many labels of a table show that it stands in a text.
const fewDebris = 3

// holdsTable says whether what was read as the text of a passage holds its table or much of it, of which figures are missing: no text
// to judge.
func (in *Input) holdsTable(passage form.Key) bool {
	if in.Report.Printed == nil {
		return false
	}
	s, ok := in.Report.Edition.SectionOf(passage)
	if !ok || s.Table == nil || in.all(s.Table.Key, func(v model.Value) bool { return v.State != model.Missing }) {
		return false
	}
	var texts []string
	for _, p := range in.Report.Texts[passage] {
		texts = append(texts, strings.TrimLeft(chinese.Unspaced(in.asMeant(p.Text)), "|"))
	}
	found := 0
	for _, slot := range s.Table.Grid().Slots {
		begins := func(text string) bool {
			rest, ok := strings.CutPrefix(text, slot.Label)
			return ok && !chinese.IsHan(chinese.FirstRune(rest))
		}
		if slot.Label != "" && slices.ContainsFunc(texts, begins) {
			found++
		}
	}
	return found >= fewDebris
}
