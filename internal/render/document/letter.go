package document

import "strings"

// Letter makes the document of a letter of its words: the first line is the title, the second says whom it is for, each further one is a
// paragraph. The sender's signature is the caller's to add.
func Letter(words, sender string) *Document {
	lines := strings.Split(strings.TrimRight(words, "\n"), "\n")
	d := &Document{Title: lines[0], Unit: sender, Letter: true, Blocks: []Block{Title{Name: lines[0]}}}
	for i, text := range lines[1:] {
		if i == 0 {
			d.add(Addressee{text})
		} else {
			d.add(Paragraph{Source: Source{Index: i}, Text: text})
		}
	}
	return d
}
