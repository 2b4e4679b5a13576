package plain

import (
	"strings"

	"nianbao/internal/published/page"
	"nianbao/internal/published/webpage"
)

// markup reads the tables in HTML that programs write into Markdown where cells are merged.
type markup struct{ tried int }

// mostTried bounds the tables that are looked for to their ends.
const mostTried = 50

// read reads the table that a text begins with, and of how many lines it is; none if there is none.
func (m *markup) read(lines []string) (blocks []page.Block, height int) {
	if m.tried >= mostTried || !strings.HasPrefix(strings.ToLower(strings.TrimSpace(lines[0])), "<table") {
		return nil, 0
	}
	m.tried++
	for i, l := range lines {
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
