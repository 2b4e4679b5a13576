package check_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
)

// Look-alike characters blind no rule, and what is quoted is what was typed.
func TestLookalikesAreReadAsMeant(t *testing.T) {
	for _, c := range []struct{ rule, typed, quoted string }{
		{"year-mismatch", "2O23年，我镇公开信息30条。", "2O23年，我镇公开信息30条"},
		{"repeated-word", "没有收费的的\u200b情形⼆件。", "没有收费的的\u200b情形⼆件。"},
		{"text-requests", "全年收到政府信息公开申请⼆\u200b件。", "全年收到政府信息公开申请⼆\u200b件"},
	} {
		found := findings(check.Case{Set: []check.Entry{{Key: "narrative.overview", Typed: c.typed}}}, c.rule)
		require.NotEmpty(t, found, c.rule)
		assert.Equal(t, c.quoted, found[0].Text.Words, c.rule)
	}
}
