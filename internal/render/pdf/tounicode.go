package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf16"
)

// maxMappings is how many lines a section of a CMap may have (ISO 32000-1, 9.7.5.4, Adobe Technical Note 5014).
const maxMappings = 100

// toUnicode returns the CMap by which readers find the text again (ISO 32000-1, 9.10.3): the codes 1, 2, 3 … stand for
// these characters. It names no other codes.
func toUnicode(runes []rune) []byte {
	var cmap bytes.Buffer
	cmap.WriteString(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	code := 0
	for section := range slices.Chunk(runes, maxMappings) {
		fmt.Fprintf(&cmap, "%d beginbfchar\n", len(section))
		for _, r := range section {
			code++
			fmt.Fprintf(&cmap, "<%04X> <", code)
			for _, unit := range utf16.AppendRune(nil, r) {
				fmt.Fprintf(&cmap, "%04X", unit)
			}
			cmap.WriteString(">\n")
		}
		cmap.WriteString("endbfchar\n")
	}
	cmap.WriteString(`endcmap
CMapName currentdict /CMap defineresource pop
end
end
`)
	return cmap.Bytes()
}
