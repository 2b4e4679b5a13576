package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"nianbao/internal/render/layout"
)

// program is the name under which the program stands in its files, without a version: it is no part of the report.
const program = "nianbao"

// information returns the document information dictionary (ISO 32000-1, 14.3.3). It says what the XMP says.
func information(info layout.Info) string {
	var out strings.Builder
	put := func(key, text string) {
		if text != "" {
			out.WriteString(" /" + key + " " + textString(legible(text)))
		}
	}
	out.WriteString("<<")
	put("Title", info.Title)
	put("Author", info.Author)
	put("Subject", info.Subject)
	put("Keywords", keywords(info))
	put("Creator", program)
	put("Producer", program)
	if !info.Dated.IsZero() {
		date := pdfDate(info.Dated)
		fmt.Fprintf(&out, " /CreationDate (%s) /ModDate (%s)", date, date)
	}
	out.WriteString(">>")
	return out.String()
}

func keywords(info layout.Info) string { return strings.Join(info.Keywords, ", ") }

// pdfDate writes a date as ISO 32000-1, 7.9.4, has it.
func pdfDate(t time.Time) string {
	zone := t.Format("-0700")
	return t.Format("D:20060102150405") + zone[:3] + "'" + zone[3:] + "'"
}

// xmp returns the metadata stream (ISO 16684-1): the document information once more, for programs that know no PDF.
func xmp(info layout.Info, conforms bool) []byte {
	var out bytes.Buffer
	put := func(before, text, after string) {
		if text != "" {
			out.WriteString(before)
			xml.EscapeText(&out, []byte(legible(text))) // writing to a Buffer cannot fail
			out.WriteString(after)
		}
	}
	const (
		alternative = `<rdf:Alt><rdf:li xml:lang="x-default">`
		endOfAlt    = `</rdf:li></rdf:Alt>`
	)
	out.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>` + language + "</rdf:li></rdf:Bag></dc:language>\n")
	put("<dc:title>"+alternative, info.Title, endOfAlt+"</dc:title>\n")
	put("<dc:creator><rdf:Seq><rdf:li>", info.Author, "</rdf:li></rdf:Seq></dc:creator>\n")
	put("<dc:description>"+alternative, info.Subject, endOfAlt+"</dc:description>\n")
	put("<pdf:Keywords>", keywords(info), "</pdf:Keywords>\n")
	put("<pdf:Producer>", program, "</pdf:Producer>\n")
	put("<xmp:CreatorTool>", program, "</xmp:CreatorTool>\n")
	if !info.Dated.IsZero() {
		date := info.Dated.Format("2006-01-02T15:04:05-07:00")
		put("<xmp:CreateDate>", date, "</xmp:CreateDate>\n")
		put("<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n")
		put("<xmp:MetadataDate>", date, "</xmp:MetadataDate>\n")
	}
	out.WriteString("</rdf:Description>\n")
	if conforms {
		out.WriteString(claims)
	}
	out.WriteString("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return out.Bytes()
}

// claims say which forms the file has: PDF/A-3a (ISO 19005-3, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5), whose property has to be described
// for the first (6.6.2.3).
const claims = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

// legible shows what XML cannot hold, control characters and damaged UTF-8, as U+FFFD, so that both kinds of metadata agree.
func legible(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, text)
}
