package webpage_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/published/page"
	"nianbao/internal/published/webpage"
)

var kinds = [...]string{"", "Title", "Heading", "Section", "Unit", "Date", "Notes", "Contents", "Boxed", "Furniture"}

// told is a page as one reads it: a block a line, its kind before it, a table as its cells with their places and spans.
func told(p *page.Page) string {
	var b strings.Builder
	if p.Title != "" {
		fmt.Fprintf(&b, "<%s>\n", p.Title)
	}
	for _, block := range p.Blocks {
		if block.Table == nil {
			fmt.Fprintf(&b, "%s|%s\n", kinds[block.Kind], strings.ReplaceAll(block.Text, "\n", "⏎"))
			continue
		}
		fmt.Fprintf(&b, "%s#%d×%d\n", kinds[block.Kind], block.Table.Rows, block.Table.Columns)
		row := -1
		for _, c := range block.Table.Cells {
			if c.Row != row {
				if row >= 0 {
					b.WriteByte('\n')
				}
				row = c.Row
				b.WriteString("  ")
			}
			if c.RowSpan > 1 || c.ColumnSpan > 1 {
				fmt.Fprintf(&b, "%d×%d", c.RowSpan, c.ColumnSpan)
			}
			fmt.Fprintf(&b, "[%s]", strings.ReplaceAll(c.Text, "\n", "⏎"))
		}
		b.WriteByte('\n')
	}
	for _, aside := range p.Asides {
		fmt.Fprintf(&b, "(%s)\n", aside)
	}
	return b.String()
}

func read(t testing.TB, data string) *page.Page {
	t.Helper()
	p, err := webpage.Read([]byte(data))
	require.NoError(t, err)
	return p
}
