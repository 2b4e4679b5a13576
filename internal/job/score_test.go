package job_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// score counts how published reports were read.
type score struct {
	files               int
	right, wrong, left  int // figures; left are those that were not read though they can be
	paragraphs, rightOf int
	titles              int // whose unit and year are right
}

func (s score) String() string {
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	return fmt.Sprintf("%3d files: figures right %5d, wrong %3d, blank %4d: %5.1f %%; paragraphs %4d of %4d: %5.1f %%; unit and year %d",
		s.files, s.right, s.wrong, s.left, share(s.right, s.right+s.wrong+s.left), s.rightOf, s.paragraphs, share(s.rightOf, s.paragraphs), s.titles)
}

// expectation is what a perfect reader reads in a sample.
type expectation struct {
	Report     json.RawMessage `json:"report"`
	Unreadable []form.Key      `json:"unreadable"`
	Faults     []string        `json:"faults"`
	Notes      string          `json:"notes"`
}

// The samples of published reports, kind by kind: not one figure may be wrong.
func TestPublishedSamples(t *testing.T) {
	for kind, s := range scoreFolder(t, sample.Path(t, "testdata/published")) {
		t.Log(kind, s)
		assert.Zero(t, s.wrong, kind)
	}
}

func scoreFolder(t *testing.T, folder string) map[string]score {
	scores := map[string]score{}
	expected, err := filepath.Glob(filepath.Join(folder, "*.expected.json"))
	require.NoError(t, err)
	for _, file := range expected {
		stem := strings.TrimSuffix(file, ".expected.json")
		others, err := filepath.Glob(stem + ".*")
		require.NoError(t, err)
		for _, other := range others {
			if isPDF := filepath.Ext(other) == ".pdf"; other != file && !(isPDF && testing.Short()) { // which takes a second each
				kind := strings.ToLower(strings.TrimPrefix(filepath.Ext(other), "."))
				s := scores[kind]
				s.add(t, other, file)
				scores[kind] = s
			}
		}
	}
	return scores
}

func (s *score) add(t *testing.T, file, expected string) {
	var want expectation
	data, err := os.ReadFile(expected)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &want), expected)
	if string(want.Report) == "null" || want.Report == nil {
		return
	}
	due, err := exchange.Read(want.Report)
	require.NoError(t, err, expected)
	data, err = os.ReadFile(file)
	require.NoError(t, err)
	s.files++
	name := filepath.Base(file)
	source := job.From(name, data)
	source.PDFs = job.Compiled
	got, err := source.Report()
	if err != nil {
		t.Errorf("%s: %v", name, err)
		got = model.New(due.Edition)
	}
	if got.Edition.ID != due.Edition.ID {
		t.Logf("%s: edition %s for %s", name, got.Edition.ID, due.Edition.ID)
	}
	s.figures(t, name, got, due, want.Unreadable)
	s.texts(t, name, got, due)
	gotYear, _ := got.Year()
	dueYear, _ := due.Year()
	if got.Unit() == due.Unit() && gotYear == dueYear {
		s.titles++
	} else {
		t.Logf("%s: %q %d for %q %d", name, got.Unit(), gotYear, due.Unit(), dueYear)
	}
	gotDate, _ := got.Date()
	dueDate, _ := due.Date()
	if gotDate != dueDate {
		t.Logf("%s: date %s for %s", name, got.Field("report.date"), due.Field("report.date"))
	}
}

func (s *score) figures(t *testing.T, name string, got, due *model.Report, unreadable []form.Key) {
	var left []string
	for _, c := range due.Edition.Cells() {
		is, ought := got.Figure(c.Key), due.Figure(c.Key)
		given := is.State == model.Number || is.State == model.Unreadable
		switch {
		case !given && ought.State == model.Blank, !given && slices.Contains(unreadable, c.Key):
		case !given:
			s.left++
			left = append(left, string(c.Key))
		case same(is, ought):
			s.right++
		default:
			s.wrong++
			t.Logf("%s: %s is %q, ought to be %q", name, c.Key, is.Printed(), ought.Printed())
		}
	}
	if len(left) > 0 {
		t.Logf("%s: %d left blank: %s", name, len(left), strings.Join(left[:min(len(left), 8)], " "))
	}
}

func same(a, b model.Value) bool {
	if a.IsNumber() && b.IsNumber() {
		return a.Number.Equal(b.Number) && a.Unit == b.Unit
	}
	return squeezed(a.Printed()) == squeezed(b.Printed())
}

func (s *score) texts(t *testing.T, name string, got, due *model.Report) {
	for _, p := range due.Edition.Passages() {
		var is []string
		for _, paragraph := range got.Texts[p.Key] {
			is = append(is, squeezed(paragraph.Text))
		}
		for _, paragraph := range due.Texts[p.Key] {
			s.paragraphs++
			if i := slices.Index(is, squeezed(paragraph.Text)); i >= 0 {
				s.rightOf++
				is = slices.Delete(is, i, i+1)
			} else {
				t.Logf("%s: %s lacks %.60q", name, p.Key, paragraph.Text)
			}
		}
		if len(is) > 0 {
			t.Logf("%s: %s has %d besides: %.60q", name, p.Key, len(is), is[0])
		}
	}
}

func squeezed(text string) string {
	return chinese.Unspaced(text)
}
