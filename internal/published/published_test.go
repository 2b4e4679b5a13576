package published_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published"
	reader "nianbao/internal/published/docx"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/sample"
)

func asDocx(t testing.TB, r *model.Report) []byte {
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, document.Compose(r)))
	return b.Bytes()
}

func read(t testing.TB, data []byte) *published.Publication {
	t.Helper()
	p, err := reader.Read(data)
	require.NoError(t, err)
	return published.Read(p, "")
}

// What was written is read back: text, figures, title and date, in either edition, without a doubt.
func TestReadsWhatWasWritten(t *testing.T) {
	for name, r := range sample.Reports(t) {
		d := document.Compose(r)
		d.Mark = document.Draft
		d.Notes = []document.Note{{Level: "强制", Text: "没有填。"}}
		var b bytes.Buffer
		require.NoError(t, docx.Write(&b, d))
		for _, data := range [][]byte{asDocx(t, r), b.Bytes()} {
			p := read(t, data)
			assert.Equal(t, r.Edition, p.Edition(), name)
			got, doubts := p.Report(p.Edition())
			assert.Empty(t, doubts, name)
			assert.Empty(t, got.Lost, name)
			assert.Equal(t, r.Title(), got.Title(), name)
			assertSameText(t, name, r, got)
			for _, c := range r.Edition.Cells() {
				assert.Equal(t, r.Figure(c.Key).Printed(), got.Figure(c.Key).Printed(), "%s: %s", name, c.Key)
			}
			was, _ := r.Date()
			is, _ := got.Date()
			assert.Equal(t, was, is, name)
		}
	}
}

func assertSameText(t *testing.T, name string, want, got *model.Report) {
	t.Helper()
	for _, passage := range want.Edition.Passages() {
		var was, is []string
		for _, p := range want.Texts[passage.Key] {
			filled, _ := want.FillIn(p.Text)
			was = append(was, filled)
		}
		for _, p := range got.Texts[passage.Key] {
			is = append(is, p.Text)
		}
		assert.Equal(t, was, is, "%s: %s", name, passage.Key)
	}
}

// A document that nobody edited brings no change, and the report stays what it was, placeholders and all.
func TestNothingChangesByItself(t *testing.T) {
	for name, r := range sample.Reports(t) {
		got, _ := read(t, asDocx(t, r)).Report(r.Edition)
		back, changes := published.TakeBack(r, got)
		assert.Empty(t, changes, name)
		for _, passage := range r.Edition.Passages() {
			assert.ElementsMatch(t, r.Texts[passage.Key], back.Texts[passage.Key], "%s: %s", name, passage.Key)
		}
		assert.Equal(t, r.Fields, back.Fields, name)
		assert.Equal(t, r.Figures, back.Figures, name)
	}
}

// report is a short one with placeholders, a note below a table, and a date.
func report(t testing.TB, texts map[form.Key]string) *model.Report {
	e, ok := form.ByID("2021")
	require.True(t, ok)
	r := model.New(e)
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	r.Fields["unit.phone"] = model.Field{Text: "000-12345678"}
	r.Fields["report.year"] = model.Field{Text: "2025"}
	r.Fields["report.date"] = model.Field{Text: "2026-01-20"}
	for i, c := range e.Cells() {
		r.Figures[c.Key] = model.ParseFigure(c.Measure, fmt.Sprint(i))
	}
	for key, text := range texts {
		for i, p := range model.SplitParagraphs(text, model.Place{}) {
			p.Place = model.Place{Sheet: string(key), Ref: fmt.Sprintf("A%d", i+1)}
			r.Texts[key] = append(r.Texts[key], p)
		}
	}
	return r
}

// edit rewrites a part of an office file, in which every old text must be, or adds it.
func edit(t testing.TB, data []byte, part string, oldNew ...string) []byte {
	t.Helper()
	parts := sample.Unzip(t, data)
	if content, ok := parts[part]; ok {
		for i := 0; i < len(oldNew); i += 2 {
			require.Contains(t, content, oldNew[i])
			content = strings.ReplaceAll(content, oldNew[i], oldNew[i+1])
		}
		return sample.Rezip(t, data, func(name, old string) string {
			if name == part {
				return content
			}
			return old
		})
	}
	require.Len(t, oldNew, 1)
	all := []string{part, oldNew[0]}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		all = append(all, name, parts[name])
	}
	return sample.Zip(t, all...)
}
