package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// filled is sections with the placeholders of the texts filled in, as what the report will say is meant: look-alike characters
// stand for those that they are taken for, so that no rule is blind to a word that holds one. Findings quote what was typed.
func (in *Input) filled() []section {
	if in.filledSections == nil {
		in.filledSections = in.sections()
		for i := range in.filledSections {
			s := &in.filledSections[i]
			s.paragraphs = slices.Clone(s.paragraphs)
			s.folded = make([]chinese.Folded, len(s.paragraphs))
			s.typed = make([]string, len(s.paragraphs))
			texts := make([]string, len(s.paragraphs))
			for j, p := range s.paragraphs {
				if strings.Contains(p.Text, "{{") || strings.Contains(p.Text, "｛｛") {
					p.Text, _ = in.Report.FillIn(p.Text)
				}
				if !utf8.ValidString(p.Text) {
					p.Text = string([]rune(p.Text)) // as rules that count characters quote it
				}
				s.typed[j], s.folded[j] = p.Text, chinese.Fold(p.Text)
				s.paragraphs[j].Text = s.folded[j].Text
				texts[j] = s.paragraphs[j].Text
			}
			s.outline = chinese.Outline(texts, false)
		}
	}
	return in.filledSections
}

// asTyped is words of paragraph i as they were typed, with the look-alike characters that they were read from.
func (s section) asTyped(i int, words string) string {
	if s.folded == nil || s.folded[i].Lookalikes == nil {
		return words
	}
	quoted, cut := strings.CutSuffix(words, "……")
	at := strings.Index(s.paragraphs[i].Text, quoted)
	if at < 0 {
		return words
	}
	from, to := s.folded[i].Original(at, at+len(quoted))
	if quoted = s.typed[i][from:to]; cut {
		quoted += "……"
	}
	return quoted
}

// section finds a filled section by its passage; ok is false if it holds no text, which other rules tell.
func (in *Input) section(k form.Key) (s section, ok bool) {
	sections := in.filled()
	i := slices.IndexFunc(sections, func(s section) bool { return s.passage.Key == k })
	if i < 0 || len(sections[i].paragraphs) == 0 {
		return section{}, false
	}
	return sections[i], true
}

// onFilled makes a rule's function out of one that looks at a filled paragraph at a time.
func onFilled(look func(in *Input, s section, i int) []Finding) func(*Input) []Finding {
	return func(in *Input) []Finding {
		var found []Finding
		for _, s := range in.filled() {
			for i := range s.paragraphs {
				found = append(found, look(in, s, i)...)
			}
		}
		return found
	}
}

// wholeFinding is a finding on a section as a whole.
func (s section) wholeFinding(message string) Finding {
	cell := Cell{Key: s.passage.Key, Role: Subject, Label: "“" + s.passage.Label + "”"}
	if len(s.paragraphs) > 0 {
		cell.Place = s.paragraphs[0].Place
	}
	return Finding{Message: message, Cells: []Cell{cell}, Text: &Quote{Section: s.heading}}
}

// text is the section's paragraphs, one a line.
func (s section) text() string {
	var b strings.Builder
	for _, p := range s.paragraphs {
		b.WriteString(p.Text)
		b.WriteByte('\n')
	}
	return b.String()
}
