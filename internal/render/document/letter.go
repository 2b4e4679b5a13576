package document

import "strings"

// Letter makes the document of a letter of its words: the first two lines are the title, broken by sense, the third says whom it is for, a
// blank one that it is for everybody, each further one is a paragraph.
func Letter(words string, from Signature) *Document {
	lines := strings.Split(strings.TrimRight(words, "\n"), "\n")
	d := &Document{Title: lines[0] + lines[1], Unit: from.Unit, Letter: true, Blocks: []Block{Title{Unit: lines[0], Name: lines[1]}}}
	if lines[2] != "" {
		d.add(Addressee{lines[2]})
	}
	for i, text := range lines[3:] {
		d.add(Paragraph{Source: Source{Index: i}, Text: text})
	}
	d.add(from)
	return d
}
