package flat

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/label"
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
		if l, from, tail, next := tornAt(text, items, i, to); l != nil && !isRow(out) {
			out = append(out, items[i:from]...)
			out = append(out, item{kind: name, label: l, in: it.in, start: items[from].start, end: items[to-1].end, bare: items[to-1].end})
			out = append(out, items[to:tail]...)
			i = next - 1
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
	if in == label.Requests && mayBeRest(text, items[from:to]) {
		return nil, false
	}
	l = label.Nearest(words, in)
	if l != nil && in == label.Requests && strings.HasSuffix(label.Letters(label.Text(l.Words())), label.Letters(words)) {
		return nil, false
	}
	return l, false
}

// mayBeRest tells whether pieces of text may be the rest of the label of the row before and the label of another one.
func mayBeRest(text string, pieces []item) bool {
	if len(pieces) == 1 {
		return false
	}
	for _, it := range pieces[1:] {
		if isNumbered(text[it.start:it.end]) {
			return true
		}
	}
	return !isNumbered(text[pieces[0].start:pieces[0].end])
}

// isNumbered tells words that begin with the number of a label: 3. or (三) or 二、.
func isNumbered(words string) bool {
	return words[0] == '(' || prefix(words, []string{"一、", "二、", "三、", "四、"}) > 0 || isDigit(words[0]) && strings.HasPrefix(label.Letters(words)[1:], ".")
}

// mostPieces bounds the pieces of a label before its values.
const mostPieces = 8

// tornAt is the label of table three whose lines stand before and behind the values of their row, with pieces of the heads beside the
// rows among them; nil if they join to none, or to several. from is its first piece, tail the piece behind the values, if there is one,
// and next what follows.
func tornAt(text string, items []item, start, to int) (l *label.Label, from, tail, next int) {
	behind := to
	for behind < len(items) && behind-to < mostValues && items[behind].kind == value {
		behind++
	}
	if items[start].in != label.Requests || behind-to != requestColumns {
		return nil, 0, 0, 0
	}
	for tail = behind; tail < len(items) && tail-behind < mostBeside && items[tail].kind == unknown; tail++ {
		piece := text[items[tail].start:min(items[tail].end, items[tail].start+mostBracket)]
		if l, from = joinedWith(text, items, start, to, piece); l != nil {
			return l, from, tail, tail + 1
		}
		if !isPartOfGroup(piece) {
			break
		}
	}
	l, from = joinedWith(text, items, start, to, "")
	return l, from, behind, behind
}

// mostBeside bounds the pieces of heads beside the rows that stand before the second half of a label.
const mostBeside = 3

// joinedWith is the label that the last pieces before values are with what stands behind them.
func joinedWith(text string, items []item, start, to int, behind string) (l *label.Label, from int) {
	before := ""
	for i := to - 1; i >= max(start, to-mostPieces); i-- {
		piece := text[items[i].start:items[i].end]
		if len(piece)+len(before) > mostBracket {
			break
		}
		if isPartOfGroup(piece) {
			continue
		}
		before = piece + before
		found, end := label.At(before+behind, 0, label.Requests)
		if found == nil || end != len(before+behind) || found.Kind() != label.Row || utf8.RuneCountInString(label.Letters(before)) < fewLetters {
			continue
		}
		if l != nil && l != found {
			return nil, 0
		}
		l, from = found, i
	}
	return l, from
}

// fewLetters is how many letters the first half of a label has at least.
const fewLetters = 3

// mostValues is how many values a row may have on the way to its label's second half.
const mostValues = 8
