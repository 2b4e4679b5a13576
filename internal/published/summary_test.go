package published_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published"
	"nianbao/internal/published/webpage"
	"nianbao/internal/render/document"
	"nianbao/internal/render/html"
	"nianbao/internal/sample"
)

// The sentence that sums up a table for those who do not see it is none of the report where a site took out the styles that hid it, as long
// as it says what the table does.
func TestSummaryThatCameToLight(t *testing.T) {
	r := sample.Report(t, "b-district-2022")
	styles := regexp.MustCompile(` (?:style|class|role|aria-[a-z]+)="[^"]*"`)
	for _, c := range []struct {
		why         string
		change      func(page string) string
		differences int
	}{
		{"as it is", func(page string) string { return page }, 0},
		{"without styles", func(page string) string { return styles.ReplaceAllString(page, "") }, 0},
		{"with another number in it", func(page string) string {
			return strings.Replace(styles.ReplaceAllString(page, ""), "其中予以公开16件", "其中予以公开17件", 1)
		}, 1},
	} {
		var b bytes.Buffer
		require.NoError(t, html.Write(&b, document.Compose(r), html.Options{}))
		p, err := webpage.Read([]byte(c.change(b.String())))
		require.NoError(t, err, c.why)
		read := published.Read(p, "")
		now, _ := read.Report(read.Edition())
		assert.Len(t, published.Compare(r, now).Differences, c.differences, c.why)
	}
}
