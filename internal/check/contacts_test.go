package check_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// Names, levels and contacts as offices fill them in, most of them right (".") and some wrong ("!"). They were written down before the
// patterns of the rule were.
func TestContacts(t *testing.T) {
	data, err := os.ReadFile("testdata/contacts.txt")
	require.NoError(t, err)
	field, tried := "", 0
	for n, line := range strings.Split(string(data), "\n") {
		mark, rest, _ := strings.Cut(line, " ")
		if mark == "%%" {
			field = rest
		}
		if mark != "." && mark != "!" {
			continue
		}
		tried++
		due := []form.Key{}
		entries := []check.Entry{{Key: form.Key("unit." + field), Typed: rest}}
		if field == "names" {
			if mark == "!" {
				wrong, unit, _ := strings.Cut(rest, " ")
				due, rest = append(due, form.Key(wrong)), unit
			}
			level, name, _ := strings.Cut(rest, " ")
			entries = []check.Entry{{Key: "unit.level", Typed: level}, {Key: "unit.name", Typed: name}}
		} else if mark == "!" {
			due = append(due, entries[0].Key)
		}
		found := findings(check.Case{Set: entries}, "contact-form")
		made := []form.Key{}
		for _, f := range found {
			made = append(made, f.Cells[0].Key)
		}
		assert.Equal(t, due, made, "line %d: %s%s", n+1, rest, messages(found))
	}
	assert.Greater(t, tried, 500)
}
