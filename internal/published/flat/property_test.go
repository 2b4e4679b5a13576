package flat

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/published/label"
)

var sorts = []struct {
	name string
	sort sort
}{{"plain", sort{}}, {"large", sort{large: true}}, {"blanks", sort{blanks: true}}, {"faults", sort{faults: true}}, {"notes", sort{notes: true}}}

// score compares a reading with what is known: how many figures are right, how many of those that are there were not read, and what
// is wrong. A cell that is said to be blank and is not, is wrong too.
func score(r Reading, cells map[form.Key]*string) (right, missed int, wrong []string) {
	read := map[form.Key]bool{}
	for _, f := range r.Figures {
		read[f.Key] = true
		want, ok := cells[f.Key]
		if !ok || want == nil || label.Fold(strings.TrimSpace(f.Text)).Text != *want {
			wrong = append(wrong, fmt.Sprintf("%s is said to be %q", f.Key, f.Text))
			continue
		}
		right++
	}
	for _, key := range r.Blank {
		if cells[key] != nil {
			wrong = append(wrong, fmt.Sprintf("%s is said to be blank", key))
		}
	}
	for key, text := range cells {
		if text != nil && !read[key] {
			missed++
		}
	}
	return right, missed, wrong
}

// floors are what share of the figures, in hundredths, is read of each shape with whatever is put into the report, as measured.
var floors = map[string][5]int{}

func TestNothingIsWrongInAnyShape(t *testing.T) {
	count := 40
	if testing.Short() {
		count = 8
	}
	for n, s := range shapes {
		for k, what := range sorts {
			right, all := 0, 0
			for i := range count {
				r := seeded(uint64(n*10_000 + k*1_000 + i))
				m := makeReport(r, form.Editions()[min(r.IntN(3), 1)], what.sort)
				text := m.text(s)
				got, missed, wrong := score(Read(text, 0), m.cells)
				assert.Empty(t, wrong, "%s, %s, number %d\n%s", s.name, what.name, i, text)
				right, all = right+got, all+got+missed
			}
			t.Logf("%s, %s: %d of %d", s.name, what.name, right, all)
			assert.GreaterOrEqual(t, 100*right, floors[s.name][k]*all, "%s, %s", s.name, what.name)
		}
	}
}
