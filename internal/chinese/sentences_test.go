package chinese_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
)

// What an office quotes in public are whole sentences.
func TestSentences(t *testing.T) {
	for text, sentences := range map[string][]string{
		"":          nil,
		"一。二！三":     {"一。", "二！", "三"},
		"说：“好。”又说。": {"说：“好。”", "又说。"},
		"（见附件。）收到2件；办结。": {"（见附件。）", "收到2件；办结。"},
		"真的？！是。":         {"真的？！", "是。"},
	} {
		assert.Equal(t, sentences, chinese.Sentences(text), text)
	}
}
