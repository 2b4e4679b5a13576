package budget_test

import (
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/budget"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Placeholders are filled in with up to sixty times their own length; a text of nothing else stays of a size all the same, since each
// weighs nearly as much as is ever filled in for it.
func TestTextsStayOfASizeWhenFilledIn(t *testing.T) {
	const text = 1 << 20 // what the texts of one input may weigh
	assert.True(t, budget.New().Allows(budget.Text, text))
	assert.False(t, budget.New().Allows(budget.Text, text+1))
	editions := form.Editions()
	r := model.New(editions[len(editions)-1])
	for length, grows := range map[int]bool{3: false, 600: true, 601: false, budget.Entry: false} { // in bytes; longer ones stay as typed
		r.Fields["unit.name"] = model.Field{Text: strings.Repeat("a", length)}
		for _, typed := range []string{"{{单位}}", "｛｛单位｝｝", "{{单位｝｝", "{{{单位}}}", "{{unit.name}}", "{{单位}}{{", "{{单位}}。{"} {
			most := sort.Search(text/len(typed), func(n int) bool { return !budget.New().SpendText(strings.Repeat(typed, n+1)) })
			filled, _ := r.FillIn(strings.Repeat(typed, most))
			assert.Less(t, len(filled), 5*text/4, "%d times %s of %d bytes", most, typed, length)
			assert.Equal(t, grows, len(filled) > most*len(typed), "%s of %d bytes", typed, length)
		}
	}
}
