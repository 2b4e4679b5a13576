package docx

import (
	"bytes"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
)

// IsOurs says whether a word-processor file names this program as the one that made it. Word and WPS put their own names there when they
// save it.
func IsOurs(data []byte) bool {
	return says(data, "docProps/app.xml", "<Application>nianbao</Application>")
}

// IsLetter says whether a word-processor file is a letter that this program wrote, whoever saved it since.
func IsLetter(data []byte) bool {
	return says(data, "docProps/core.xml", "<cp:category>公函</cp:category>")
}

// says tells whether a part of a word-processor file has some words in it, which templates/docx puts there.
func says(data []byte, part, words string) bool {
	p, err := opc.Open(data, opc.Document, budget.New())
	if err != nil {
		return false
	}
	text, err := p.Part(part)
	return err == nil && bytes.Contains(text, []byte(words))
}
