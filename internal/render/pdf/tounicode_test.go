package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestToUnicode(t *testing.T) {
	assert.Equal(t, `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
3 beginbfchar
<0001> <00A0>
<0002> <5E74>
<0003> <D870DDF9>
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`, string(toUnicode([]rune("\u00a0年𬇹"))))
}

func TestToUnicodeSections(t *testing.T) {
	for _, test := range []struct {
		count int
		heads []string
	}{
		{0, nil},
		{100, []string{"100 beginbfchar"}},
		{101, []string{"100 beginbfchar", "1 beginbfchar"}},
		{250, []string{"100 beginbfchar", "100 beginbfchar", "50 beginbfchar"}},
	} {
		runes := []rune(strings.Repeat("年", test.count))
		cmap := string(toUnicode(runes))
		var heads []string
		for line := range strings.Lines(cmap) {
			if strings.HasSuffix(line, "beginbfchar\n") {
				heads = append(heads, strings.TrimSpace(line))
			}
		}
		assert.Equal(t, test.heads, heads)
		d := &document{t: t}
		require.Len(t, d.mappings([]byte(cmap)), test.count)
	}
}
