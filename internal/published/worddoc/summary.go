package worddoc

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// readTitle reads the title among the properties of the document ([MS-OLEPS]); "" if there is none.
func readTitle(summary raw) string {
	const first, codePage, title, narrow, wide, most = 44, 1, 2, 0x1E, 0x1F, 64
	set := summary.from(summary.u32(first))
	values := map[int]raw{}
	for i := range min(set.u32(4), most) {
		if id := set.u32(8 + 8*i); id == codePage || id == title {
			values[id] = set.from(set.u32(12 + 8*i))
		}
	}
	value := values[title]
	length := min(value.u32(4), 1000)
	text := ""
	switch value.u32(0) {
	case wide:
		text = value.part(8, 2*length).text()
	case narrow:
		encoded := value.part(8, length)
		decoded, err := encodingOf(values[codePage].u16(4)).NewDecoder().Bytes(encoded)
		if err != nil {
			return ""
		}
		text = string(decoded)
	}
	text, _, _ = strings.Cut(text, "\x00")
	return strings.TrimSpace(text)
}

// encodingOf is what a code page of Windows is called elsewhere.
func encodingOf(codePage int) encoding.Encoding {
	switch codePage {
	case 936, 54936:
		return simplifiedchinese.GB18030
	case 65001:
		return unicode.UTF8
	}
	return charmap.Windows1252
}
