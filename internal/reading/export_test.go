package reading

// WithWords does something with a reader that knows only some of its words.
func WithWords(keep func(text string) bool, do func()) {
	all := vocabulary
	defer func() { vocabulary = all }()
	var words []word
	for _, w := range all().words {
		if keep(w.text) {
			words = append(words, w)
		}
	}
	less := newLexicon(words)
	vocabulary = func() *lexicon { return less }
	do()
}
