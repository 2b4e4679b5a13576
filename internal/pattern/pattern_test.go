package pattern_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/pattern"
)

// Where a sign stands in the text, and where no sign is asked for, a pattern does what its expression does; where none stands, there is
// no match.
func TestPatternIsItsExpression(t *testing.T) {
	const expression = `(电话|手机)：([0-9]+)`
	plain := regexp.MustCompile(expression)
	for _, p := range []*pattern.Pattern{pattern.New(expression), pattern.New(expression, "电话", "手机"), pattern.New(expression, "：")} {
		for _, text := range []string{"", "电话", "电话：1", "手机：12，电话：3，", "传真：1", strings.Repeat("手机：4", 5)} {
			assert.Equal(t, plain.MatchString(text), p.MatchString(text), text)
			assert.Equal(t, plain.FindString(text), p.FindString(text), text)
			assert.Equal(t, plain.FindStringIndex(text), p.FindStringIndex(text), text)
			assert.Equal(t, plain.FindStringSubmatch(text), p.FindStringSubmatch(text), text)
			assert.Equal(t, plain.FindStringSubmatchIndex(text), p.FindStringSubmatchIndex(text), text)
			assert.Equal(t, plain.FindAllString(text, 2), p.FindAllString(text, 2), text)
			assert.Equal(t, plain.FindAllStringIndex(text, -1), p.FindAllStringIndex(text, -1), text)
			assert.Equal(t, plain.FindAllStringSubmatch(text, -1), p.FindAllStringSubmatch(text, -1), text)
			assert.Equal(t, plain.FindAllStringSubmatchIndex(text, -1), p.FindAllStringSubmatchIndex(text, -1), text)
			assert.Equal(t, plain.ReplaceAllString(text, "$2"), p.ReplaceAllString(text, "$2"), text)
			assert.Equal(t, plain.ReplaceAllStringFunc(text, strings.ToUpper), p.ReplaceAllStringFunc(text, strings.ToUpper), text)
		}
		assert.Equal(t, plain, p.Compiled())
	}
}

func TestNothingIsSearchedForWithoutASign(t *testing.T) {
	p := pattern.New(`(`, "电话") // which does not compile
	assert.False(t, p.MatchString("传真：1"))
	assert.Empty(t, p.FindAllString("传真：1", -1))
	assert.Equal(t, "传真：1", p.ReplaceAllString("传真：1", ""))
	assert.Panics(t, func() { p.MatchString("电话：1") })
}
