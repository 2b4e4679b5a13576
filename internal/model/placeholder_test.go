package model_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/model"
)

// Placeholders stand where the expression finds them that says what one is.
func FuzzPlaceholders(f *testing.F) {
	expression := regexp.MustCompile(`(?:\{\{|｛｛)([^{}｛｝]*)(?:\}\}|｝｝)`)
	for _, text := range []string{"", "收到{{申请}}件", "｛｛申请}}件，{{单位｝｝", "{{{a}}}", "{{a}{{b}}", "{{a", "{｛a｝｝", "{{}}}}", "{ {a}}", "{{a}}{{b}}{{", "\xff{{a\xff}}"} {
		f.Add(text)
	}
	f.Add(strings.Repeat("{{", 1000) + strings.Repeat("}}", 1000))
	f.Fuzz(func(t *testing.T, text string) {
		var want [][2]int
		for _, at := range expression.FindAllStringIndex(text, -1) {
			want = append(want, [2]int(at))
		}
		assert.Equal(t, want, model.Placeholders(text))
	})
}
