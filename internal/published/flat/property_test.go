package flat

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/label"
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
		if !ok || want == nil || label.Text(strings.TrimSpace(f.Text)) != *want {
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

// floors are what share of the figures, in hundredths, is read of each shape in reports of each sort, as measured.
var floors = map[string][5]int{
	"markdown":                      {100, 100, 89, 100, 100},
	"wrapped":                       {98, 98, 19, 91, 98},
	"full width":                    {100, 100, 88, 100, 100},
	"bars and prose":                {100, 100, 79, 100, 100},
	"bars":                          {100, 100, 76, 100, 100},
	"bars of five columns":          {100, 100, 77, 100, 100},
	"bars in front":                 {100, 100, 80, 100, 100},
	"bars on lines":                 {100, 100, 92, 100, 100},
	"bars behind cells":             {100, 100, 71, 100, 100},
	"bars before rows":              {100, 100, 89, 100, 100},
	"empty lines":                   {100, 100, 89, 100, 100},
	"padded":                        {100, 100, 90, 100, 100},
	"lines":                         {100, 100, 92, 100, 100},
	"tabs":                          {100, 100, 79, 92, 100},
	"tabs and lines":                {100, 100, 95, 95, 100},
	"together":                      {95, 94, 14, 74, 98},
	"together in rows":              {97, 91, 9, 81, 97},
	"together, blanks between rows": {98, 91, 3, 73, 97},
	"blanks":                        {100, 100, 34, 95, 100},
	"layout":                        {100, 100, 4, 92, 100},
	"dropped":                       {2, 3, 1, 1, 1},
	"blanks and pages":              {96, 96, 51, 89, 94},
	"lines and pages":               {94, 93, 83, 91, 96},
	"upright":                       {100, 100, 27, 91, 100},
	"torn":                          {93, 92, 19, 84, 93},
	"tabs by columns":               {100, 100, 75, 93, 100},
}

func TestNothingIsWrongInAnyShape(t *testing.T) {
	count := 12 // of which floors were measured
	if testing.Short() {
		count = 2
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
			if testing.Short() {
				continue
			}
			assert.GreaterOrEqual(t, 100*right, floors[s.name][k]*all, "%s, %s", s.name, what.name)
		}
	}
}
