package plain

import (
	"strings"

	"nianbao/internal/published/page"
	"nianbao/internal/published/webpage"
)

// markup reads the tables in HTML that programs write into Markdown where cells are merged.
type markup struct{ tried int } // characters that were looked at for tables that are none

// mostTried bounds them.
const mostTried = 1 << 20

// read reads the table that a text begins with, and of how many lines it is; none if there is none.
func (m *markup) read(lines []string) (blocks []page.Block, height int) {
	if m.tried >= mostTried || !strings.HasPrefix(strings.ToLower(strings.TrimSpace(lines[0])), "<table") {
		return nil, 0
	}
	for i, l := range lines {
		m.tried += len(l)
		if !strings.Contains(strings.ToLower(l), "</table>") {
			continue
		}
		shown, err := webpage.Read([]byte(strings.Join(lines[:i+1], "\n")))
		if err != nil {
			return nil, 0
		}
		return shown.Blocks, i + 1
	}
	return nil, 0
}
