package reading

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// headings keeps what the headings above a paragraph speak of, by the depth of their numbering: （一）, 1., （1）.
type headings struct{ of [4]Topic }

// headingsOf begins a passage with what its own heading speaks of.
func headingsOf(passage form.Key) (h headings) {
	if passage == "narrative.requests" || passage == "narrative.disputes" {
		h.of[0] = onRequests
	}
	return h
}

// read takes a paragraph's heading in, if it begins with one or is one. A heading replaces those of its own depth and below.
func (h *headings) read(text string) {
	m, rest, numbered := chinese.ReadMarker(text)
	if !numbered && (!chinese.Announces(text) || strings.ContainsAny(text, "，,0123456789")) {
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
func (h *headings) topic() Topic {
	for depth := len(h.of) - 1; depth >= 0; depth-- {
		if h.of[depth] != noTopic {
			return h.of[depth]
		}
	}
	return noTopic
}
