// Package docx writes a document for word processors (ISO/IEC 29500, transitional), laid out after GB/T 9704—2012.
// What all reports have in common, styles and page above all, are the templates of the parts.
package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"io/fs"
	"strings"
	"text/template"

	"nianbao/internal/opc"
	"nianbao/internal/pattern"
	"nianbao/internal/render/document"
	"nianbao/templates"
)

// Write writes the document, and behind a draft what is still open. Nothing is written if the text holds a character that
// XML has no way to express (a control character, damaged UTF-8); the error names its place.
// Equal documents give equal bytes.
func Write(w io.Writer, d *document.Document) error {
	if err := d.CheckCharacters("Word文档", forbidden); err != nil {
		return err
	}
	body, err := marshalBody(d)
	if err != nil {
		return err
	}
	folder, err := fs.Sub(templates.DOCX, "docx")
	if err != nil {
		return err
	}
	content := struct {
		*document.Document
		Body string
	}{d, body}
	var parts []opc.Part // in the order of their names
	err = fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		part, err := fill(folder, name, content)
		if len(part) > 0 {
			parts = append(parts, opc.Part{Name: name, Data: part})
		}
		return err
	})
	if err != nil {
		return err
	}
	return opc.Write(w, d.Dated, parts)
}

// fill makes a part from its template.
func fill(folder fs.FS, name string, content any) ([]byte, error) {
	source, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Funcs(template.FuncMap{"xml": escape}).Parse(string(source))
	if err != nil {
		return nil, err
	}
	var part bytes.Buffer
	err = t.Execute(&part, content)
	return part.Bytes(), err
}

func escape(text string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(text))
	return b.String(), err
}

var (
	emptyElement = pattern.New(`<([a-zA-Z:]+)((?: [^<>]*)?)></[a-zA-Z:]+>`)
	tableLines   = strings.NewReplacer("<w:tr>", "\n <w:tr>", "<w:tc>", "\n  <w:tc>", "</w:tr>", "\n </w:tr>", "</w:tbl>", "\n</w:tbl>")
)

// marshalBody writes a line for every paragraph and every cell, so that two reports can be compared line by line.
func marshalBody(d *document.Document) (string, error) {
	var b strings.Builder
	for _, element := range compose(d) {
		markup, err := xml.Marshal(element)
		if err != nil {
			return "", err
		}
		b.WriteString(tableLines.Replace(emptyElement.ReplaceAllString(string(markup), "<$1$2/>")) + "\n")
	}
	return b.String(), nil
}

// forbidden tells the characters that XML 1.0 (section 2.2) does not have. Tabs and line breaks are written as elements.
func forbidden(r rune) bool {
	return r < ' ' && (r < '\t' || r > '\r') || r == 0xFFFE || r == 0xFFFF
}
