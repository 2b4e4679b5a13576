// Package text writes a document as plain text: paragraphs on one line each, tables that stay aligned in any editor.
package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// Tables says how tables are written.
type Tables string

const (
	Aligned Tables = "aligned" // drawn with rules, columns aligned by East Asian width
	List    Tables = "list"    // a sentence for each row, for proportional fonts, phones and speech
	TSV     Tables = "tsv"     // tab-separated, one line for each row of the grid, for pasting into a website or a sheet
)

// Encoding says which bytes stand for the characters and for the end of a line.
type Encoding string

const (
	UTF8    Encoding = "utf-8"     // lines end in LF
	UTF8BOM Encoding = "utf-8-bom" // with a byte order mark; lines end in CRLF
	GB18030 Encoding = "gb18030"   // lines end in CRLF
)

// Options are the choices of whoever wants the text. Left empty, tables are aligned and the encoding is UTF-8.
type Options struct {
	Tables   Tables
	Encoding Encoding
}

// Write writes the document, and behind a draft what is still open. Nothing is written if an option is unknown or
// the encoding lacks a character.
func Write(w io.Writer, d *document.Document, o Options) error {
	var writeTable func(*bytes.Buffer, document.Table)
	switch o.Tables {
	case Aligned, "":
		writeTable = writeAligned
	case List:
		writeTable = writeList
	case TSV:
		writeTable = writeTSV
	default:
		return fmt.Errorf("不认识文本表格的格式“%s”，可选 %s、%s、%s", o.Tables, Aligned, List, TSV)
	}
	encoded, err := encode(compose(d, writeTable), o.Encoding)
	if err != nil {
		return err
	}
	_, err = w.Write(encoded)
	return err
}

// indent is the two characters by which a paragraph's first line is set in.
const indent = "　　"

// Usual is how many bytes a report takes as text, or somewhat less.
const Usual = 16 << 10

// compose is the whole text, its lines ended by LF. A blank line parts blocks, but not the paragraphs of a text, headings among
// them.
func compose(d *document.Document, writeTable func(*bytes.Buffer, document.Table)) []byte {
	var b bytes.Buffer
	b.Grow(Usual)
	if !d.IsFinal() {
		b.WriteString(d.Mark.Line() + "\n\n")
	}
	afterText := false
	for i, block := range d.Blocks {
		inText := isInText(block)
		if i > 0 && !(afterText && inText) {
			b.WriteByte('\n')
		}
		afterText = inText
		if inText {
			b.WriteString(indent)
		}
		switch block := block.(type) {
		case document.Title:
			b.WriteString(oneLine(block.Unit+block.Name) + "\n")
		case document.Addressee:
			b.WriteString(oneLine(block.Text) + "\n")
		case document.Heading:
			b.WriteString(oneLine(block.Text) + "\n")
		case document.Paragraph:
			b.WriteString(oneLine(block.Lead+block.Text) + "\n")
		case document.Table:
			writeTable(&b, block)
		case document.Signature:
			writeSignature(&b, block)
		default:
			panic(fmt.Sprintf("text: no way to write a %T", block))
		}
	}
	if !d.IsFinal() && len(d.Notes) > 0 {
		writeNotes(&b, d.Notes)
	}
	return b.Bytes()
}

// isInText tells the paragraphs of a text, and the headings among them.
func isInText(b document.Block) bool {
	if h, ok := b.(document.Heading); ok {
		return !h.IsSection()
	}
	_, ok := b.(document.Paragraph)
	return ok
}

// pageColumns is the width of a printed line, whose right end the signature keeps to.
const pageColumns = 2 * paper.Characters

func writeSignature(b *bytes.Buffer, s document.Signature) {
	lines := []string{oneLine(s.Unit), oneLine(s.Date)}
	widest := max(columns(lines[0]), columns(lines[1]))
	left := max(pageColumns-widest, columns(indent))
	for _, line := range lines {
		if line != "" {
			before := left + (widest-columns(line))/2
			b.WriteString(strings.Repeat("　", before/2) + strings.Repeat(" ", before%2) + line + "\n")
		}
	}
}

func writeNotes(b *bytes.Buffer, notes []document.Note) {
	fmt.Fprintf(b, "\n%s\n\n草稿附页：还要处理的问题（共%d项）\n\n", strings.Repeat("-", pageColumns), len(notes))
	for i, n := range notes {
		fmt.Fprintf(b, "%s%d.【%s】", indent, i+1, oneLine(n.Level))
		if n.Place != "" {
			b.WriteString(oneLine(n.Place) + "：")
		}
		b.WriteString(oneLine(n.Text) + "\n")
	}
}

// oneLine has a blank in place of what begins a new line.
func oneLine(s string) string {
	if strings.IndexFunc(s, endsLine) < 0 {
		return s // as nearly all; the replacer takes its time
	}
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\v", " ", "\f", " ", "\u2028", " ", "\u2029", " ").Replace(s)
}

// endsLine tells the characters at which some editor or reader begins a new line.
func endsLine(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u2028' || r == '\u2029'
}

// cellText is the text of a table's cell, which may hold no tab either.
func cellText(c document.Cell) string { return strings.ReplaceAll(oneLine(c.Text), "\t", " ") }

// writeTSV writes one line for each row of the grid. A merged cell's text stands in the first of the places that it covers;
// the others are empty.
func writeTSV(b *bytes.Buffer, t document.Table) {
	rows := make([][]string, t.Rows)
	for i := range rows {
		rows[i] = make([]string, t.Cols)
	}
	for _, c := range t.Cells {
		rows[c.Row][c.Col] = cellText(c)
	}
	for _, row := range rows {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
}
