package check_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
)

// The share that an office lays down is kept to, few statements or many: sections of townships have hardly eight.
func TestIsLike(t *testing.T) {
	for _, c := range []struct {
		why       string
		share     string
		same, all int
		is        bool
	}{
		{"half of a handful may be parts of one sentence", "0", 4, 6, false},
		{"nearly all of a handful", "0", 4, 5, true},
		{"half of more than a handful", "0", 5, 10, true},
		{"what the office laid down, of a handful", "0.6", 4, 6, true},
		{"less than that", "0.7", 4, 6, false},
		{"two sentences are no section", "0.3", 2, 3, false},
	} {
		s := check.Settings{Share: decimal.RequireFromString(c.share)}
		assert.Equal(t, c.is, s.IsLike(c.same, c.all), c.why)
	}
}
