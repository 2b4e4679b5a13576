package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// Statement is one sentence of a text.
type Statement struct {
	Section   form.Key // of its passage
	Paragraph int      // counted from 0
	Text      string   // of the paragraph
	Span               // of the sentence in it

	tokens  []token
	heading Topic // what the heading above it speaks of
	first   bool  // of its paragraph
}

// statementsOf cuts texts into sentences. names is what the report's unit is called.
func statementsOf(texts []Text, names []string) []Statement {
	bytes := 0
	for _, t := range texts {
		for _, p := range t.Paragraphs {
			bytes += len(p.Text)
		}
	}
	const bytesPerToken, bytesPerSentence = 5, 90 // as reports have them
	all := make([]Statement, 0, bytes/bytesPerSentence)
	buffer := make([]token, 0, bytes/bytesPerToken)
	for _, t := range texts {
		h := headingsOf(t.Section)
		for i, p := range t.Paragraphs {
			h.read(p.Text)
			buffer = lex(buffer[len(buffer):], p.Text, names)
			all = appendSentences(all, Statement{Section: t.Section, Paragraph: i, Text: p.Text, heading: h.topic(), first: true}, buffer)
		}
	}
	return all
}

// mostTokens is how many tokens a sentence may have; what is longer is cut. Words are held against others of their sentence, so
// that the work grows with its square. The longest sentence in some thousands of reports has 139.
const mostTokens = 400

// appendSentences cuts a paragraph's tokens behind its full stops. paragraph is what its sentences have in common.
func appendSentences(all []Statement, paragraph Statement, tokens []token) []Statement {
	for len(tokens) > 0 {
		most := tokens[:min(len(tokens), mostTokens)]
		end := slices.IndexFunc(most, func(k token) bool { return k.kind == stopMark })
		next := end + 1
		if end < 0 {
			end, next = len(most), len(most)
		}
		if end > 0 {
			s := paragraph
			s.tokens = tokens[:end]
			s.Span = Span{tokens[0].Start, tokens[end-1].End}
			all = append(all, s)
			paragraph.first = false
		}
		tokens = tokens[next:]
	}
	return all
}

// Words is a stretch of the statement's paragraph.
func (s *Statement) Words(of Span) string { return s.Text[of.Start:of.End] }

// Excerpt is a stretch of the statement's paragraph, from the beginning of the clause that it starts in, or the end of it where
// that is far off.
func (s *Statement) Excerpt(of Span) string {
	from := s.Start
	for i := range s.tokens {
		if k := &s.tokens[i]; k.End <= of.Start && (k.kind == pauseMark || k.kind == breakMark) {
			from = k.End
		}
	}
	if far := of.End - chinese.Farthest; far > from {
		from = chinese.RuneStart(s.Text, far)
	}
	return s.Text[from:of.End]
}

// Names says whether the statement has a word for a topic.
func (s *Statement) Names(t Topic) bool {
	return slices.ContainsFunc(s.tokens, func(k token) bool { return k.kind == wordToken && k.word.topic == t })
}

// TellsAmount says whether the statement gives an amount of money, or says that there is none.
func (s *Statement) TellsAmount() bool {
	return slices.ContainsFunc(s.tokens, func(k token) bool {
		return k.has(negationWord) || k.kind == numberToken && (strings.HasSuffix(k.num.Unit, "元") || k.num.Value.IsZero())
	})
}

// Equates says whether the statement takes one topic for the same as another, as 行政事业性收费（信息处理费） does, or for a
// kind of it: 信息处理费等行政事业性收费.
func (s *Statement) Equates(one, another Topic) bool {
	for i := 0; i+2 < len(s.tokens); i++ {
		a, between, b := &s.tokens[i], &s.tokens[i+1], &s.tokens[i+2]
		if a.kind != wordToken || b.kind != wordToken {
			continue
		}
		kind := a.word.topic == one && b.word.topic == another
		same := kind || a.word.topic == another && b.word.topic == one
		if same && (between.kind == openMark || between.is("即")) || kind && between.has(andSoOnWord) {
			return true
		}
	}
	return false
}
