package flat

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/published/label"
)

// mend finds labels in unknown text before values: text that is like one label alone, and labels whose halves stand before and behind
// the values of their row. Letters of the upright label beside rows are left out.
func mend(text string, items []item) []item {
	var out []item
	for i := 0; i < len(items); i++ {
		it := items[i]
		if it.kind != unknown {
			out = append(out, it)
			continue
		}
		if it.in == label.Requests && isUpright(text[it.start:it.end]) {
			continue
		}
		to := i
		for to < len(items) && items[to].kind == unknown {
			to++
		}
		if l, taken := mendedAt(text, items, i, to); l != nil && !isRow(out) {
			out = append(out, item{kind: name, label: l, in: it.in, start: it.start, end: items[to-1].end, bare: items[to-1].end})
			if taken {
				behind := to
				for items[behind].kind == value {
					behind++
				}
				out = append(out, items[to:behind]...)
				to = behind + 1
			}
			i = to - 1
			continue
		}
		if l, from, tail := tornAt(text, items, i, to); l != nil && !isRow(out) {
			out = append(out, items[i:from]...)
			out = append(out, item{kind: name, label: l, in: it.in, start: items[from].start, end: items[to-1].end, bare: items[to-1].end})
			out = append(out, items[to:tail]...)
			i = tail
			continue
		}
		out = append(out, items[i:to]...)
		i = to - 1
	}
	return out
}

// isRow tells whether items end with the label of a row, to which text behind it may belong.
func isRow(items []item) bool {
	if len(items) == 0 || items[len(items)-1].kind != name {
		return false
	}
	k := items[len(items)-1].label.Kind()
	return k == label.Row || k == label.Foreign
}

// mendedAt is the label that the unknown items from one place to another are, nil if that is not certain; taken tells that the item
// behind the values that follow is its second half.
func mendedAt(text string, items []item, from, to int) (l *label.Label, taken bool) {
	if to == len(items) || items[to].kind != value || items[from].in != label.Proactive && items[from].in != label.Requests {
		return nil, false
	}
	in := items[from].in
	words := text[items[from].start:items[to-1].end]
	behind := to
	for behind < len(items) && behind-to < mostValues && items[behind].kind == value {
		behind++
	}
	if behind < len(items) && items[behind].kind == unknown && len(words) < mostBracket {
		both := strings.TrimSpace(words) + text[items[behind].start:items[behind].end]
		if l, end := label.At(both, 0, in); l != nil && end == len(both) && l.Kind() == label.Row && utf8.RuneCountInString(label.Letters(words)) >= fewLetters {
			return l, true
		}
	}
	if bare, _, _ := strings.Cut(words[1:], "("); strings.ContainsAny(bare, ",;。") {
		return nil, false // a sentence
	}
	return label.Nearest(words, in), false
}

// mostPieces bounds the pieces of a label before its values.
const mostPieces = 8

// tornAt is the label of table three whose lines stand before and behind the values of their row, with pieces of the heads beside the
// rows among them; nil if they join to none, or to several. from is its first piece, tail what stands behind the values.
func tornAt(text string, items []item, start, to int) (l *label.Label, from, tail int) {
	tail = to
	for tail < len(items) && tail-to < mostValues && items[tail].kind == value {
		tail++
	}
	if items[start].in != label.Requests || tail-to != requestColumns || tail == len(items) || items[tail].kind != unknown {
		return nil, 0, 0
	}
	var all string
	for i := to - 1; i >= max(start, to-mostPieces); i-- {
		piece := text[items[i].start:items[i].end]
		if len(piece)+len(all) > mostBracket {
			break
		}
		if isPartOfGroup(piece) {
			continue
		}
		all = piece + all
		both := all + text[items[tail].start:min(items[tail].end, items[tail].start+mostBracket)]
		found, end := label.At(both, 0, label.Requests)
		if found == nil || end != len(both) || found.Kind() != label.Row || utf8.RuneCountInString(label.Letters(all)) < fewLetters {
			continue
		}
		if l != nil && l != found {
			return nil, 0, 0
		}
		l, from = found, i
	}
	return l, from, tail
}

// fewLetters is how many letters the first half of a label has at least.
const fewLetters = 3

// mostValues is how many values a row may have on the way to its label's second half.
const mostValues = 8
