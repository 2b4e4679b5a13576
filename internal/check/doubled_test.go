package check_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
	"nianbao/internal/sample"
)

// repeats are what repeated-word finds in a text.
func repeats(text string) []check.Finding {
	rule, _ := check.ByID("repeated-word")
	return rule.Find(check.Case{Set: []check.Entry{{Key: "narrative.overview", Typed: text}}}.Input())
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
