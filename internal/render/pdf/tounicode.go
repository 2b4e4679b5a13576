package pdf

import (
	"fmt"
	"slices"
)

// maxMappings is how many lines a section of a CMap may have (ISO 32000-1, 9.7.5.4, Adobe Technical Note 5014).
const maxMappings = 100

// toUnicode returns the CMap by which readers find the text again (ISO 32000-1, 9.10.3): the codes 1, 2, 3 … stand for
// these characters. It names no other codes.
func toUnicode(runes []rune) []byte {
	cmap := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	code := uint16(0)
	for section := range slices.Chunk(runes, maxMappings) {
		cmap = fmt.Appendf(cmap, "%d beginbfchar\n", len(section))
		for _, r := range section {
			code++
			cmap = append(appendHex(append(cmap, '<'), code), "> <"...)
			cmap = append(appendUTF16(cmap, r), ">\n"...)
		}
		cmap = append(cmap, "endbfchar\n"...)
	}
	return append(cmap, `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`...)
}
