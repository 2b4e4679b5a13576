//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/exchange"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
)

// writeTypst writes the sample report for Typst: the same texts and tables, in parts of the same fonts that hold its characters alone. It
// returns the name of the source; the fonts are in a folder beside it.
func writeTypst(folder string) (string, error) {
	data, err := os.ReadFile(sample)
	if err != nil {
		return "", err
	}
	r, err := exchange.Read(data)
	if err != nil {
		return "", err
	}
	set, err := fonts.Embedded()
	if err != nil {
		return "", err
	}
	d := document.Compose(r)
	if err := writeFonts(filepath.Join(folder, "fonts"), d, set); err != nil {
		return "", err
	}
	source := filepath.Join(folder, "report.typ")
	return source, os.WriteFile(source, []byte(typst(d)), 0o600)
}

func writeFonts(folder string, d *document.Document, set *fonts.Set) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	pages, _ := layout.Set(d, set)
	used, err := pages.Fonts("PDF")
	if err != nil {
		return err
	}
	for _, u := range used {
		runes := append(slices.Clone(u.Runes), []rune(" -—0123456789")...)
		part, _, err := u.Font.Subset(runes, nil)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, u.Font.Name()+".ttf"), part, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func typst(d *document.Document) string {
	var b strings.Builder
	b.WriteString(`#set page(paper: "a4", margin: (x: 27mm, y: 36mm), numbering: "— 1 —")
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
`)
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Title:
			fmt.Fprintf(&b, "#align(center, text(size: 22pt, weight: \"bold\", %q))\n", block.Unit+block.Name)
		case document.Heading:
			fmt.Fprintf(&b, "#heading(level: %d, text(size: 16pt, weight: \"regular\", %q))\n", block.Rank, block.Text)
		case document.Paragraph:
			fmt.Fprintf(&b, "#par(%q)\n", block.Lead+block.Text)
		case document.Table:
			fmt.Fprintf(&b, "#[#set text(size: 9pt)\n#table(columns: %d, align: center + horizon,\n", block.Cols)
			for _, c := range block.Cells {
				fmt.Fprintf(&b, "table.cell(x: %d, y: %d, colspan: %d, rowspan: %d, %q),\n", c.Col, c.Row, c.ColSpan, c.RowSpan, c.Text)
			}
			b.WriteString(")]\n")
		case document.Signature:
			fmt.Fprintf(&b, "#align(right, %q)\n#align(right, %q)\n", block.Unit, block.Date)
		}
	}
	return b.String()
}
