package check

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// section is the text of a passage with the name under which findings speak of it.
type section struct {
	passage    form.Passage
	heading    string
	paragraphs []model.Paragraph
	outline    []chinese.Heading  // of filled paragraphs: what of each is a heading
	typed      []string           // of filled paragraphs: the text as it was typed,
	folded     [][]chinese.Folded // and what was read in it in the place of something else, step by step
	unwidened  []string           // the text before its marks were read as full-width ones
	field      *Cell              // the part of the unit's data that it is; nil for a text
}

// sections lists the report's texts in order, the preface first.
func (in *Input) sections() []section {
	if in.typedSections != nil {
		return in.typedSections
	}
	list := make([]section, 0, len(in.Report.Edition.Passages()))
	for i, p := range in.Report.Edition.Passages() {
		s := section{passage: p, heading: p.Label, paragraphs: legible(in.Report.Texts[p.Key])}
		if i > 0 {
			s.heading = in.Report.Edition.Sections[i-1].Heading()
		}
		if in.holdsTable(p.Key) {
			s.paragraphs = nil
		}
		list = append(list, s)
	}
	in.typedSections = list
	return list
}

// legible is paragraphs with nothing in place of those that are unread, which a rule of their own tells.
func legible(paragraphs []model.Paragraph) []model.Paragraph {
	if !slices.ContainsFunc(paragraphs, func(p model.Paragraph) bool { return p.IsUnread() }) {
		return paragraphs
	}
	paragraphs = slices.Clone(paragraphs)
	for i := range paragraphs {
		if paragraphs[i].IsUnread() {
			paragraphs[i].Text = ""
		}
	}
	return paragraphs
}

// finding is a finding on words of the section's paragraph i, counted from 0.
func (s section) finding(i int, words, message string) Finding {
	p := s.paragraphs[i]
	words = s.asTyped(i, words)
	if s.field != nil {
		return s.fieldFinding(words, message)
	}
	return Finding{
		Message: message,
		Actual:  words,
		Cells:   []Cell{{Key: s.passage.Key, Role: Subject, Label: "“" + s.passage.Label + "”", Place: p.Place}},
		Text:    &Quote{Section: s.heading, Paragraph: i + 1, Words: words},
	}
}

// narrow tells which of the words that a finding on paragraph i quotes are wrong.
func (s section) narrow(f *Finding, i int, wrong string) {
	switch {
	case wrong == "":
	case f.Text != nil:
		f.Text.Wrong = s.asTyped(i, wrong)
	default: // of a field
		f.Compared.Quoted = shortened(s.asTyped(i, wrong), mostTold)
	}
}

// lookAt is what a rule finds on one paragraph.
type lookAt func(in *Input, s section, i int) []Finding

// onParagraphs makes a rule's function out of one that looks at a paragraph at a time.
func onParagraphs(look lookAt) func(*Input) []Finding { return onEach((*Input).sections, look) }

// onFilled makes a rule's function out of one that looks at a filled paragraph at a time.
func onFilled(look lookAt) func(*Input) []Finding { return onEach((*Input).filled, look) }

func onEach(sections func(*Input) []section, look lookAt) func(*Input) []Finding {
	return func(in *Input) []Finding {
		var found []Finding
		for _, s := range sections(in) {
			for i := range s.paragraphs {
				found = append(found, look(in, s, i)...)
			}
		}
		return found
	}
}

// filled is sections with the placeholders of the texts filled in, as what the report will say is meant: the asterisks around bold words
// are left out, look-alike characters stand for those that they are taken for, and half-width marks for full-width ones, so that no rule is blind to a word or a clause
// that holds one. So do simplified letters for traditional ones, of all kinds in a copy that has many. Findings quote what was typed.
func (in *Input) filled() []section {
	if in.filledSections == nil {
		in.filledSections = slices.Clone(in.sections())
		report := sync.OnceValue(in.withMendedFields)
		for i := range in.filledSections {
			s := &in.filledSections[i]
			s.paragraphs = slices.Clone(s.paragraphs)
			s.folded = make([][]chinese.Folded, len(s.paragraphs))
			s.typed = make([]string, len(s.paragraphs))
			s.unwidened = make([]string, len(s.paragraphs))
			texts := make([]string, len(s.paragraphs))
			for j, p := range s.paragraphs {
				if strings.Contains(p.Text, "{{") || strings.Contains(p.Text, "｛｛") {
					p.Text, _ = report().FillIn(p.Text)
				}
				if !utf8.ValidString(p.Text) {
					p.Text = string([]rune(p.Text)) // as rules that count characters quote it
				}
				s.typed[j] = p.Text
				s.unwidened[j] = s.fold(j, p.Text, in.letters()...)
				texts[j] = s.fold(j, s.unwidened[j], chinese.FoldMarks)
				s.paragraphs[j].Text = texts[j]
			}
			s.outline = chinese.Outline(texts, false)
		}
	}
	return in.filledSections
}

// letters are the ways in which the letters of the texts are read.
func (in *Input) letters() []func(string) chinese.Folded {
	ways := []func(string) chinese.Folded{chinese.FoldEmphasis, chinese.Fold}
	switch {
	case in.transcript().isTraditional():
		ways = append(ways, chinese.FoldTraditional)
	case chinese.FoldStrayTraditional(in.Report.Unit()).Lookalikes == nil: // else the unit's own name would be another's
		ways = append(ways, chinese.FoldStrayTraditional)
	}
	return ways
}

// fold reads a text of paragraph i in some ways, one after the other, and keeps what they did.
func (s *section) fold(i int, text string, ways ...func(string) chinese.Folded) string {
	for _, way := range ways {
		if f := way(text); f.Lookalikes != nil {
			s.folded[i], text = append(s.folded[i], f), f.Text
		}
	}
	return text
}

// asTyped is words of paragraph i as they were typed, with what they were read from.
func (s section) asTyped(i int, words string) string {
	if s.folded == nil || s.folded[i] == nil {
		return words
	}
	quoted, cut := strings.CutSuffix(words, "……")
	at, ways := strings.Index(s.paragraphs[i].Text, quoted), s.folded[i]
	if at < 0 { // it may be quoted as it was before its marks were widened, which comes last
		if at = strings.Index(s.unwidened[i], quoted); at < 0 {
			return words
		}
		ways = ways[:len(ways)-1]
	}
	from, to := at, at+len(quoted)
	for _, f := range slices.Backward(ways) {
		from, to = f.Original(from, to)
	}
	if quoted = s.typed[i][from:to]; cut {
		quoted += "……"
	}
	return quoted
}

// wholeFinding is a finding on a section as a whole.
func (s section) wholeFinding(message string) Finding {
	cell := Cell{Key: s.passage.Key, Role: Subject, Label: "“" + s.passage.Label + "”"}
	if len(s.paragraphs) > 0 {
		cell.Place = s.paragraphs[0].Place
	}
	return Finding{Message: message, Cells: []Cell{cell}, Text: &Quote{Section: s.heading}, whole: s.inLetters()}
}

// inLetters is what the section says, without marks and blanks, which change nothing in it.
func (s section) inLetters() string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s.text())
}

// lackFinding is a finding on what a section does not say.
func (s section) lackFinding(message string) Finding {
	f := s.wholeFinding(message)
	f.Text.IsLack = true
	return f
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

// section finds a filled section by its passage; ok is false if it holds no text, which other rules tell.
func (in *Input) section(k form.Key) (s section, ok bool) {
	sections := in.filled()
	i := slices.IndexFunc(sections, func(s section) bool { return s.passage.Key == k })
	if i < 0 || len(sections[i].paragraphs) == 0 {
		return section{}, false
	}
	return sections[i], true
}
