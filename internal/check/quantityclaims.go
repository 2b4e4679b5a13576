package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// statement is one sentence of the report's text, placeholders filled in.
type statement struct {
	section   *section
	paragraph int // counted from 0
	text      string
	tokens    []token
	heading   topic // what the heading above it speaks of
	first     bool  // of its paragraph
}

// claim is what a sentence says of a subject: a number, or that there is none.
type claim struct {
	measure
	statement *statement
	value     decimal.Decimal
	unit      string // of the number; "" for none, or where the text says it without a number
	decimals  int    // of the number as printed
	words     string // the clause
}

// reading is a report's text as the rules on text and tables see it.
type reading struct {
	statements []statement
	claims     []claim
}

// read reads the report's text, once for all rules.
func (in *Input) read() *reading {
	if in.reading == nil {
		r := reader{unit: unitOf(in.Report)}
		statements := in.filledStatements(r.unit.names)
		for i := range statements {
			r.read(&statements[i])
		}
		in.reading = &reading{statements, r.claims}
	}
	return in.reading
}

// filledStatements cuts the report's text into sentences. names is what the report's unit is called.
func (in *Input) filledStatements(names []string) []statement {
	sections := in.filled()
	bytes := 0
	for _, s := range sections {
		for _, p := range s.paragraphs {
			bytes += len(p.Text)
		}
	}
	const bytesPerToken, bytesPerSentence = 5, 90 // as reports have them
	all := make([]statement, 0, bytes/bytesPerSentence)
	buffer := make([]token, 0, bytes/bytesPerToken)
	for n := range sections {
		s := &sections[n]
		var h headings
		if key := s.passage.Key; key == "narrative.requests" || key == "narrative.disputes" {
			h.of[0] = onRequests
		}
		for i, p := range s.paragraphs {
			h.read(p.Text)
			buffer = lex(buffer[len(buffer):], p.Text, names)
			tokens := buffer
			first := true
			for len(tokens) > 0 {
				end := slices.IndexFunc(tokens, func(k token) bool { return k.kind == stopMark })
				if end < 0 {
					end = len(tokens)
				}
				if end > 0 {
					all = append(all, statement{s, i, p.Text, tokens[:end], h.topic(), first})
					first = false
				}
				tokens = tokens[min(end+1, len(tokens)):]
			}
		}
	}
	return all
}

// headings keeps what the headings above a paragraph speak of, by the depth of their numbering: （一）, 1., （1）.
type headings struct{ of [4]topic }

// read takes a paragraph's heading in, if it begins with one or is one. A heading replaces those of its own depth and below.
func (h *headings) read(text string) {
	m, rest, numbered := chinese.ReadMarker(text)
	if !numbered && (!chinese.IsHeading(text) || strings.ContainsAny(text, "，,0123456789")) {
		return
	}
	depth := max(2, m.Level) - 1
	if end := strings.IndexAny(rest, "。：:"); end >= 0 {
		rest = rest[:end]
	}
	const longest = 25 * len("字")
	t := noTopic
	if len(rest) <= longest && (strings.Contains(rest, "依申请") || strings.Contains(rest, "申请公开") || strings.Contains(rest, "公开申请")) {
		t = onRequests
	}
	h.of[depth] = t
	for below := depth + 1; below < len(h.of); below++ {
		h.of[below] = noTopic
	}
}

// topic is that of the innermost heading.
func (h *headings) topic() topic {
	for depth := len(h.of) - 1; depth >= 0; depth-- {
		if h.of[depth] != noTopic {
			return h.of[depth]
		}
	}
	return noTopic
}

// expand lists the keys that a sum stands for in an edition, nil if the edition has none of them.
func expand(e *form.Edition, sum string) []form.Key {
	var keys []form.Key
	for _, pattern := range strings.Split(sum, "+") {
		before, after, grouped := strings.Cut(pattern, "*")
		if !grouped {
			if _, ok := e.Cell(form.Key(pattern)); !ok {
				return nil
			}
			keys = append(keys, form.Key(pattern))
			continue
		}
		found := len(keys)
		for _, c := range e.Cells() {
			key := string(c.Key)
			if strings.HasPrefix(key, before) && strings.HasSuffix(key, after) && len(key) > len(before)+len(after) {
				keys = append(keys, c.Key)
			}
		}
		if len(keys) == found {
			return nil
		}
	}
	return keys
}
