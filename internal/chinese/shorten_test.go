package chinese

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestShortened(t *testing.T) {
	for _, c := range []struct {
		why, text  string
		characters int
		want       string
	}{
		{"characters count, not bytes", "清溪镇人民政府", 7, "清溪镇人民政府"},
		{"one too many", "清溪镇人民政府", 6, "清溪镇人民政……"},
		{"what is no text of characters is kept as it is", "清\xff", 2, "清\xff"},
		{"nothing to shorten", "", 0, ""},
		{"nothing kept", "清溪", 0, "……"},
	} {
		assert.Equal(t, c.want, Shortened(c.text, c.characters), c.why)
	}
}

func TestNames(t *testing.T) {
	names := []string{"甲", "乙", "丙"}
	assert.Equal(t, "甲、乙、丙", Listed(names, 3), "as many as may be")
	assert.Equal(t, "甲、乙等", Listed(names, 2))
	assert.Empty(t, Listed(nil, 2))
	assert.Equal(t, "“甲”“乙”“丙”", Quoted(names))
}
