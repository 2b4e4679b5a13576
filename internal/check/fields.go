package check

import (
	"maps"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// The unit's name and contacts are printed as they are typed, in the title and wherever a text asks for them: what a rule looks for in a
// paragraph it looks for there too (Rule.InFields), and tells it of the field alone.

// freeTexts are the parts of the unit's data that are words; the other printed ones are numbers and addresses of the net.
var freeTexts = []form.Key{"unit.name", "unit.address"}

// printedFields are the parts of the unit's data that are printed as they are typed.
var printedFields = slices.Concat(freeTexts, []form.Key{"unit.postcode", "unit.phone", "unit.email", "unit.website"})

// fields lists the printed parts of the unit's data that are filled in, each as a section of one paragraph. A published report prints them
// among its texts, where they are looked at.
func (in *Input) fields() []section {
	if in.Report.Printed != nil {
		return nil
	}
	if in.fieldSections == nil {
		in.fieldSections = []section{}
		for _, field := range form.Fields() {
			if typed := in.Report.Field(field.Key); typed != "" && slices.Contains(printedFields, field.Key) {
				in.fieldSections = append(in.fieldSections, in.fieldSection(field, typed))
			}
		}
	}
	return in.fieldSections
}

func (in *Input) fieldSection(field form.Field, typed string) section {
	cell := in.fieldCell(field)
	s := section{
		passage: form.Passage{Key: field.Key, Label: field.Label}, heading: "基本信息", field: &cell,
		paragraphs: []model.Paragraph{{Place: in.Report.Fields[field.Key].Place}},
		folded:     make([][]chinese.Folded, 1), typed: []string{typed}, unwidened: make([]string, 1),
	}
	s.unwidened[0] = s.fold(0, typed, chinese.Fold)
	s.paragraphs[0].Text = s.fold(0, s.unwidened[0], chinese.FoldMarks)
	return s
}

// inFields makes what a rule looks for in paragraphs of what it looks for in the unit's data; of words only in those that are words.
func inFields(look lookAt, keys []form.Key) func(*Input) []Finding {
	return func(in *Input) (found []Finding) {
		for _, s := range in.fields() {
			if slices.Contains(keys, s.passage.Key) {
				found = append(found, look(in, s, 0)...)
			}
		}
		return found
	}
}

// fieldFinding is a finding on words of a part of the unit's data.
func (s section) fieldFinding(words, message string) Finding {
	return Finding{
		Message: "“" + s.passage.Label + "”里" + strings.ReplaceAll(message, "这一段", "这一格"),
		Actual:  words,
		Cells:   []Cell{*s.field},
		among:   words,
	}
}

// withFields puts what a rule found in the unit's data before what it found in texts, without what these have from there.
func (in *Input) withFields(ofFields, ofTexts []Finding) []Finding {
	return append(ofFields, slices.DeleteFunc(ofTexts, func(f Finding) bool {
		return slices.ContainsFunc(ofFields, func(g Finding) bool { return f.isSameAs(g) }) && in.isFilledIn(f)
	})...)
}

// isSameAs says whether a finding on a text finds what one on a part of the unit's data does.
func (f Finding) isSameAs(ofField Finding) bool {
	return strings.HasSuffix(ofField.Message, f.Message) || f.Expected != "" && f.Expected == ofField.Expected && f.Actual == ofField.Actual
}

// isFilledIn is true of a finding on words that do not stand in their paragraph as it was typed.
func (in *Input) isFilledIn(f Finding) bool {
	if f.Text == nil || f.Text.Paragraph == 0 {
		return false
	}
	at := slices.IndexFunc(in.sections(), func(s section) bool { return s.passage.Key == f.Cells[0].Key })
	return at >= 0 && !strings.Contains(in.sections()[at].paragraphs[f.Text.Paragraph-1].Text, f.Text.Words)
}

// withMendedFields is the report with its printed fields as Fix mends them, and under the unit's name of today, for texts that ask for them: their
// faults are told once, of the field.
func (in *Input) withMendedFields() *model.Report {
	if in.Report.Printed != nil {
		return in.Report
	}
	mended, _ := mendFields(in.Report)
	if now := in.renamed(); now != "" {
		renamed := *mended
		renamed.Fields = maps.Clone(mended.Fields)
		renamed.Fields["unit.name"] = model.ReadField(now, mended.Fields["unit.name"].Place)
		mended = &renamed
	}
	return mended
}

// mendFields is a report whose printed fields are mended, and what was done; the report itself where there is nothing to do.
func mendFields(r *model.Report) (*model.Report, []Change) {
	mended, changes := r, []Change(nil)
	for _, k := range printedFields {
		typed := r.Field(k)
		fixed, done := mendText(typed, editsOfField(k))
		if done == nil {
			continue
		}
		if mended == r {
			copied := *r
			copied.Fields = maps.Clone(r.Fields)
			mended = &copied
		}
		field, _ := form.FieldByKey(k)
		mended.Fields[k] = model.ReadField(fixed, r.Fields[k].Place)
		for _, c := range done {
			c.Section, c.Place = "“"+field.Label+"”", r.Fields[k].Place
			changes = append(changes, c)
		}
	}
	return mended, changes
}

// editsOfField lists the edits of a part of the unit's data. In a name no blank has anything to part.
func editsOfField(k form.Key) func(text string) []edit {
	blanks := section{passage: form.Passage{Key: k}}.spacesTooMany
	return func(text string) []edit { return findEditsAmong(text, blanks) }
}

// spacesInName lists the blanks between two Chinese characters of a name.
func spacesInName(text []rune) (list []chinese.Stretch) {
	for i := 1; i < len(text); i++ {
		if end := gapEnd(text, i); end > i {
			if chinese.IsHan(text[i-1]) && chinese.IsHan(chinese.RuneAt(text, end)) {
				list = append(list, chinese.Stretch{Start: i, End: end})
			}
			i = end
		}
	}
	return list
}
