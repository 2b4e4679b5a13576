package check_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/sample"
)

// repeats are what repeated-word finds in a text.
func repeats(text string) []check.Finding {
	rule, _ := check.ByID("repeated-word")
	return rule.Find(check.Case{Set: []check.Entry{{Key: "narrative.overview", Typed: text}}}.Input())
}

// What official prose doubles soundly is quiet, words that meet among it; characters and words that are one too many are found.
func TestDoubledCharactersAndWords(t *testing.T) {
	data, err := os.ReadFile("testdata/doubled.txt")
	require.NoError(t, err)
	for _, line := range strings.Split(string(data), "\n") {
		switch mark, text, _ := strings.Cut(line, " "); mark {
		case ".":
			assert.Empty(t, repeats(text), "%s", text)
		case "!":
			assert.NotEmpty(t, repeats(text), "%s", text)
		}
	}
}

// Most of the characters that are typed twice somewhere in a sound text are found: the others make two words that meet.
func TestCharactersTypedTwice(t *testing.T) {
	found, all := 0, 0
	for _, s := range sample.Corpus(t, "corpus.txt") {
		if len(repeats(s.Text)) > 0 {
			continue // a slip of its own
		}
		text := []rune(s.Text)
		for i := 3; i < len(text); i += 11 {
			if text[i] < '一' || text[i] > '龥' {
				continue
			}
			all++
			if len(repeats(string(text[:i+1])+string(text[i:]))) > 0 {
				found++
			}
		}
	}
	t.Logf("%d of %d", found, all)
	assert.Greater(t, found*100, all*75)
}
