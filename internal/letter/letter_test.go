package letter_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/letter"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
)

// A letter is known again in both of its formats, and one of another program in neither.
func TestLettersAreKnownAgain(t *testing.T) {
	d, err := letter.Compose("remind", map[string]any{"Year": 2025, "Unit": "清溪镇人民政府", "Due": "1月15日", "Came": "", "Ask": ""},
		document.Signature{Unit: "青垣县人民政府办公室"}, letter.DatedBy(2025))
	require.NoError(t, err)
	assert.Equal(t, time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC), d.Dated)
	forms, err := letter.Forms(d)
	require.NoError(t, err)
	require.Len(t, forms, 2)
	assert.Equal(t, ".txt", forms[0].Extension)
	assert.True(t, letter.IsOursAsText(forms[0].Data))
	assert.Equal(t, ".docx", forms[1].Extension)
	assert.True(t, docx.IsLetter(forms[1].Data))
	assert.True(t, docx.IsOurs(forms[1].Data))
	assert.False(t, letter.IsOursAsText([]byte("关于召开会议的通知\n各单位：\n")))
	assert.False(t, docx.IsLetter(forms[0].Data), "a text is no word-processor file")
}

// What others gave keeps to its line and hides nothing.
func TestInLine(t *testing.T) {
	assert.Equal(t, "清溪镇 人民政府", letter.InLine("清溪镇\n人民政府"))
	assert.NotContains(t, letter.InLine("清溪\u202e镇"), "\u202e")
}
