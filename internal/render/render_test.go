package render_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/render"
)

func TestFormatsAreTold(t *testing.T) {
	names, extensions := map[string]bool{}, map[string]bool{}
	for _, f := range render.Formats() {
		assert.False(t, names[f.Name] || extensions[f.Extension], "%s stands twice", f.Name)
		names[f.Name], extensions[f.Extension] = true, true
		found, ok := render.ByName(f.Name)
		assert.True(t, ok)
		assert.Equal(t, f.Extension, found.Extension)
	}
	_, ok := render.ByName("epub")
	assert.False(t, ok)
}
