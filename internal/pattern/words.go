package pattern

import (
	"iter"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// Words is a list of words that texts are searched for. It is read when it is first needed, and a text is gone through once, however
// many words there are.
type Words struct {
	listed  string
	read    sync.Once
	words   []string
	sorted  sync.Once
	byStart []string  // the words by the signs of their first characters
	starts  [4]uint64 // which signs there are
	before  [4]uint8  // how many of them stand in the parts of starts before each
	ends    []uint16  // behind the words of each sign, and before those of the first
	lasts   [4]uint64 // which signs the last characters have
}

// NewWords is the list of words that are parted by blanks.
func NewWords(listed string) *Words { return &Words{listed: listed} }

// ListOf is the list of given words.
func ListOf(words []string) *Words { return &Words{words: words} }

// List is the words in their order.
func (w *Words) List() []string {
	w.read.Do(func() {
		if w.listed != "" {
			w.words = strings.Fields(w.listed)
		}
	})
	return w.words
}

// Has says whether a text is one of the words.
func (w *Words) Has(text string) bool { return slices.Contains(w.List(), text) }

// In says whether a text holds one of the words.
func (w *Words) In(text string) bool { return w.Index(text) >= 0 }

// Without is a text from which all the words are taken, from its beginning on; where several begin, the first of them in their order.
func (w *Words) Without(text string) string {
	if !w.In(text) {
		return text
	}
	var rest strings.Builder
	for i := 0; i < len(text); {
		sign, size := signAt(text, i)
		if w.starts[sign>>6]&(1<<(sign&63)) != 0 {
			if word := w.begun(sign, text[i:]); word != "" {
				i += len(word)
				continue
			}
		}
		rest.WriteString(text[i : i+size])
		i += size
	}
	return rest.String()
}

// begun is the first of the words of a sign, in their order, that a text begins with; "" for none.
func (w *Words) begun(sign uint8, text string) string {
	group := w.groupOf(sign)
	for _, word := range w.byStart[w.ends[group]:w.ends[group+1]] {
		if strings.HasPrefix(text, word) {
			return word
		}
	}
	return ""
}

// First is the first of the words, in their order, that a text holds; "" for none.
func (w *Words) First(text string) string {
	if !w.In(text) {
		return ""
	}
	return w.List()[slices.IndexFunc(w.List(), func(word string) bool { return strings.Contains(text, word) })]
}

// Index is where the first of the words that a text holds begins, -1 for none.
func (w *Words) Index(text string) int {
	w.sorted.Do(w.sort)
	starts := w.starts
	for i := 0; i < len(text); {
		sign, size := signAt(text, i)
		if starts[sign>>6]>>(sign&63)&1 != 0 && w.begun(sign, text[i:]) != "" {
			return i
		}
		i += size
	}
	return -1
}

// Each runs over the places where words begin in a text, which may overlap, with the first of those, in their order, that begins there.
func (w *Words) Each(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for from := 0; ; {
			at := w.Index(text[from:])
			if at < 0 {
				return
			}
			from += at
			sign, size := signAt(text, from)
			if !yield(from, w.begun(sign, text[from:])) {
				return
			}
			from += size
		}
	}
}

// Begins says whether a text starts with one of the words.
func (w *Words) Begins(text string) bool {
	w.sorted.Do(w.sort)
	if text == "" {
		return false
	}
	sign, _ := signAt(text, 0)
	return w.starts[sign>>6]&(1<<(sign&63)) != 0 && w.begun(sign, text) != ""
}

// Ends says whether a text ends with one of the words.
func (w *Words) Ends(text string) bool {
	w.sorted.Do(w.sort)
	if text == "" {
		return false
	}
	if last := lastSign(text); w.lasts[last>>6]&(1<<(last&63)) == 0 {
		return false
	}
	return slices.ContainsFunc(w.List(), func(word string) bool { return strings.HasSuffix(text, word) })
}

// CutPrefix is a text without the first of the words, in their order, that it begins with.
func (w *Words) CutPrefix(text string) (rest string, found bool) {
	for _, word := range w.List() {
		if rest, found := strings.CutPrefix(text, word); found {
			return rest, true
		}
	}
	return text, false
}

// CutSuffix is a text without the first of the words, in their order, that it ends with.
func (w *Words) CutSuffix(text string) (rest string, found bool) {
	for _, word := range w.List() {
		if rest, found := strings.CutSuffix(text, word); found {
			return rest, true
		}
	}
	return text, false
}

// sort sorts the words by the signs of their first characters.
func (w *Words) sort() {
	list := w.List()
	for _, word := range list {
		sign, _ := signAt(word, 0)
		w.starts[sign>>6] |= 1 << (sign & 63)
		last := lastSign(word)
		w.lasts[last>>6] |= 1 << (last & 63)
	}
	groups := 0
	for i, part := range w.starts {
		w.before[i] = uint8(groups)
		groups += bits.OnesCount64(part)
	}
	w.ends = make([]uint16, groups+2)
	for _, word := range list {
		sign, _ := signAt(word, 0)
		w.ends[w.groupOf(sign)+2]++
	}
	for i := range groups {
		w.ends[i+2] += w.ends[i+1]
	}
	w.byStart = make([]string, len(list))
	for _, word := range list { // each end moves from where its group begins
		sign, _ := signAt(word, 0)
		end := &w.ends[w.groupOf(sign)+1]
		w.byStart[*end] = word
		*end++
	}
}

// groupOf is which of the signs that there are one is.
func (w *Words) groupOf(sign uint8) int {
	return int(w.before[sign>>6]) + bits.OnesCount64(w.starts[sign>>6]&(1<<(sign&63)-1))
}

// signAt is a number for the character at a byte of a text, which some others share, and how far it is to the next byte at which one may
// begin.
func signAt(text string, i int) (sign uint8, size int) {
	first := text[i]
	if first >= 0xE0 && i+2 < len(text) {
		second, third := text[i+1], text[i+2]
		if second&third&0xC0 == 0x80 && (second|third)&0x40 == 0 {
			return third ^ second<<6 ^ first<<2, 3
		}
	}
	return first, 1
}

// lastSign is a number for the last character of a text, which some others share. It is the same for all texts that end alike.
func lastSign(text string) uint8 {
	last := text[len(text)-1]
	if n := len(text); n > 2 && last&text[n-2]&0xC0 == 0x80 && (last|text[n-2])&0x40 == 0 { // not before the last three bytes of a character
		return last ^ text[n-2]<<6 ^ text[n-3]<<2
	}
	return last
}
