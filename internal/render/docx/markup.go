package docx

import (
	"encoding/xml"
	"strings"
	"unicode"
)

// The elements of WordprocessingML (ISO/IEC 29500-1, 17) that a report needs. The fields stand in the order that the schema
// asks for.

type paragraph struct {
	XMLName    xml.Name             `xml:"w:p"`
	Properties *paragraphProperties `xml:"w:pPr"`
	Runs       []run
}

type paragraphProperties struct {
	Style         *value   `xml:"w:pStyle"`
	KeepNext      *toggle  `xml:"w:keepNext"`
	Spacing       *spacing `xml:"w:spacing"`
	Indent        *indent  `xml:"w:ind"`
	Justification *value   `xml:"w:jc"`
	OutlineLevel  *number  `xml:"w:outlineLvl"`
}

// toggle is a property that is on, or, with the value 0, off where its style has it on.
type toggle struct {
	Val string `xml:"w:val,attr,omitempty"`
}

type value struct {
	Val string `xml:"w:val,attr"`
}

type number struct {
	Val int `xml:"w:val,attr"`
}

// spacing is the room below a paragraph, in twips.
type spacing struct {
	After int `xml:"w:after,attr"`
}

// indent sets a paragraph in, in twips, or in hundredths of a character, which then come first.
type indent struct {
	Left       int `xml:"w:left,attr,omitempty"`
	RightChars int `xml:"w:rightChars,attr,omitempty"`
	Right      int `xml:"w:right,attr,omitempty"`
}

type run struct {
	XMLName    xml.Name       `xml:"w:r"`
	Properties *runProperties `xml:"w:rPr"`
	Content    []any
}

type runProperties struct {
	Style  *value  `xml:"w:rStyle"`
	Fonts  *fonts  `xml:"w:rFonts"`
	Space  *number `xml:"w:spacing"` // added behind every character, in twips
	Scale  *number `xml:"w:w"`       // horizontal, in percent
	Size   *number `xml:"w:sz"`      // in half-points
	SizeCS *number `xml:"w:szCs"`
}

// fonts says which of a style's fonts sets the characters that Chinese and Latin share: “ ” … — ·
type fonts struct {
	Hint string `xml:"w:hint,attr"`
}

type text struct {
	XMLName xml.Name `xml:"w:t"`
	Space   string   `xml:"xml:space,attr"`
	Text    string   `xml:",chardata"`
}

type tab struct {
	XMLName xml.Name `xml:"w:tab"`
}

type lineBreak struct {
	XMLName xml.Name `xml:"w:br"`
}

type table struct {
	XMLName    xml.Name        `xml:"w:tbl"`
	Properties tableProperties `xml:"w:tblPr"`
	Grid       []gridColumn    `xml:"w:tblGrid>w:gridCol"`
	Rows       []row
}

type tableProperties struct {
	Style         value       `xml:"w:tblStyle"`
	Width         width       `xml:"w:tblW"`
	Justification value       `xml:"w:jc"`
	Layout        tableLayout `xml:"w:tblLayout"`
	Caption       *value      `xml:"w:tblCaption"`
}

type tableLayout struct {
	Type string `xml:"w:type,attr"`
}

// width is in twips.
type width struct {
	Width int    `xml:"w:w,attr"`
	Type  string `xml:"w:type,attr"`
}

type gridColumn struct {
	Width int `xml:"w:w,attr"`
}

type row struct {
	XMLName    xml.Name      `xml:"w:tr"`
	Properties rowProperties `xml:"w:trPr"`
	Cells      []cell
}

type rowProperties struct {
	CantSplit struct{}  `xml:"w:cantSplit"`
	Height    rowHeight `xml:"w:trHeight"`
	Head      *struct{} `xml:"w:tblHeader"`
}

// rowHeight is in twips.
type rowHeight struct {
	Val  int    `xml:"w:val,attr"`
	Rule string `xml:"w:hRule,attr"`
}

type cell struct {
	XMLName    xml.Name       `xml:"w:tc"`
	Properties cellProperties `xml:"w:tcPr"`
	Paragraph  paragraph
}

type cellProperties struct {
	Width         width   `xml:"w:tcW"`
	GridSpan      *number `xml:"w:gridSpan"`
	VerticalMerge *merge  `xml:"w:vMerge"`
	TextDirection *value  `xml:"w:textDirection"`
	Alignment     value   `xml:"w:vAlign"`
}

// merge begins a cell that spans several rows ("restart"), or goes on with it ("continue").
type merge struct {
	Val string `xml:"w:val,attr"`
}

// plainRun is a run that looks like its paragraph.
func plainRun(s string) run { return textRun(s, runProperties{}) }

func textRun(s string, look runProperties) run {
	if strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) {
		look.Fonts = &fonts{Hint: "eastAsia"}
	}
	r := run{Content: runContent(s)}
	if look != (runProperties{}) {
		r.Properties = &look
	}
	return r
}

// runContent writes tabs and line breaks as the elements that stand for them.
func runContent(s string) []any {
	var content []any
	for s = lineBreaks.Replace(s); s != ""; {
		plain := s
		if i := strings.IndexAny(s, "\t\n"); i >= 0 {
			plain = s[:i]
		}
		switch {
		case plain != "":
			content, s = append(content, text{Space: "preserve", Text: plain}), s[len(plain):]
		case s[0] == '\t':
			content, s = append(content, tab{}), s[1:]
		default:
			content, s = append(content, lineBreak{}), s[1:]
		}
	}
	return content
}

// lineBreaks are the characters at which some editor or reader begins a new line.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n")
