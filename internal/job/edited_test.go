package job_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// raised are changes that make some figures of a report greater by one, and the report as it is then, as a clerk's new workbook holds it.
func raised(t *testing.T, r *model.Report, every int) ([]workbook.Change, *model.Report) {
	var changes []workbook.Change
	n := 0
	for _, c := range r.Edition.Cells() {
		v := r.Figure(c.Key)
		if c.Total || !v.IsNumber() || v.Unit != "" {
			continue
		}
		if n++; n%every == 0 {
			after := v.Number.Add(decimal.New(1, 0)).String()
			changes = append(changes, workbook.Change{Key: c.Key, Before: v.Text, After: after})
			r.Figures[c.Key] = model.ParseFigure(c.Measure, after)
		}
	}
	for _, c := range r.Edition.Cells() {
		if c.Total {
			delete(r.Figures, c.Key)
		}
	}
	var fresh bytes.Buffer
	_, err := workbook.Write(&fresh, r, workbook.Options{})
	require.NoError(t, err)
	now, err := workbook.Read(fresh.Bytes())
	require.NoError(t, err)
	return changes, now
}

// What a check finds in an edited copy is what it finds where the same was typed into a new form: no total is what it was before.
func TestFindingsOfAnEditedCopy(t *testing.T) {
	books := map[string][]byte{}
	for _, name := range sample.Workbooks(t) {
		books[name] = sample.Workbook(t, name)
	}
	for _, name := range []string{"b-district-2022", "e-town-2024"} {
		books[name] = bookOf(t, sample.Report(t, name))
	}
	for name, book := range books {
		for _, every := range []int{1, 7} {
			r, err := workbook.Read(book)
			require.NoError(t, err)
			c := job.Checked{Outcome: verdict.Outcome{File: name + ".xlsx", Report: r}, Contents: book}
			again, err := workbook.Read(book)
			require.NoError(t, err)
			changes, want := raised(t, again, every)
			require.NotEmpty(t, changes)
			copied, err := job.Edited(c, changes)
			require.NoError(t, err)
			assert.Equal(t, name+"_修改.xlsx", copied.Name)
			now, err := workbook.Read(copied.Data)
			require.NoError(t, err)
			now.Asides, want.Asides = nil, nil
			assert.Equal(t, numbers(check.Run(&check.Input{Report: want})), numbers(check.Run(&check.Input{Report: now})), name)
		}
	}
}

func numbers(findings []check.Finding) (all []string) {
	for _, f := range findings {
		all = append(all, f.Rule+" "+f.Number())
	}
	return all
}

// A clerk explains on the page what the check asked: then a strict check of the copy passes.
func TestExplainedOnThePage(t *testing.T) {
	file, k := questionable(t)
	c := k.Check(given.Planned(file))
	require.NoError(t, c.Err)
	var changes []workbook.Change
	for _, f := range c.Findings {
		if f.Level == check.Query {
			changes = append(changes, workbook.Change{Number: f.Number(), After: "情况属实。"})
		}
	}
	require.NotEmpty(t, changes)
	copied, err := job.Edited(c, changes)
	require.NoError(t, err)
	again := k.Check(given.Planned(saved(t, t.TempDir(), copied)))
	require.NoError(t, again.Err)
	assert.True(t, again.Passes(true))
	assert.Equal(t, len(changes), again.Counts().Explained)
}

// What comes from exchange JSON is edited in a fresh template.
func TestEditingJSON(t *testing.T) {
	k := given.Checker(t)
	c := k.Check(given.Planned(sample.ReportFile(t, "e-town-2024")))
	require.NoError(t, c.Err)
	first := c.Report.Texts["narrative.overview"][0].Text
	copied, err := job.Edited(c, []workbook.Change{
		{Key: "unit.phone", Before: c.Report.Field("unit.phone"), After: "0000-0000"},
		{Key: "narrative.overview", Paragraph: 1, New: true, Before: first, After: "新的一段。"},
	})
	require.NoError(t, err)
	assert.Equal(t, "e-town-2024_修改.xlsx", filepath.Base(copied.Name))
	now, err := workbook.Read(copied.Data)
	require.NoError(t, err)
	assert.Equal(t, "0000-0000", now.Field("unit.phone"))
	assert.Equal(t, []string{first, "新的一段。"}, []string{now.Texts["narrative.overview"][0].Text, now.Texts["narrative.overview"][1].Text})
}

// A copy that was edited on the page is somebody's work, and not written over.
func TestAnEditedCopyIsKept(t *testing.T) {
	book := bookOf(t, sample.Report(t, "e-town-2024"))
	file := filepath.Join(t.TempDir(), "a.xlsx")
	require.NoError(t, os.WriteFile(file, book, 0o600))
	c := given.Checker(t).Check(given.Planned(file))
	require.NoError(t, c.Err)
	assert.False(t, job.MayReplace(editedOf(t, book, "99"), c))
	assert.True(t, job.MayReplace(mendedOf(t, book), c), "what the program mended it can mend again")
	assert.True(t, job.Follows(editedOf(t, book, "99"), c.Report))
}

// Whatever cannot be edited is an error, in the words of workbook.Edit.
func TestEditedErrors(t *testing.T) {
	book := bookOf(t, sample.Report(t, "e-town-2024"))
	r, err := workbook.Read(book)
	require.NoError(t, err)
	c := job.Checked{Outcome: verdict.Outcome{File: "a.xlsx", Report: r}, Contents: book}
	const total form.Key = "requests.received.total"
	copied, err := job.Edited(c, []workbook.Change{{Key: total, Before: r.Figure(total).Text, After: "1"}})
	require.ErrorContains(t, err, "是用公式算的合计")
	assert.Empty(t, copied.Data)
	_, err = job.Edited(job.Checked{Outcome: verdict.Outcome{Err: os.ErrInvalid}}, nil)
	require.ErrorIs(t, err, os.ErrInvalid)
}
