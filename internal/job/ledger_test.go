package job

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/handin"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// What stands in the ledgers of these tests, and nowhere else: texts, a day as a date, as a number and in words.
var inLedgers = []string{"甲乙丙丁", "某年某月", "2019-09-19", "43727", "2019年9月19日", "批注里的话"}

// keepsLedger gives a report a ledger: applications that count, and some that cannot be read.
func keepsLedger(r *model.Report) *model.Report {
	r.Ledger = &model.Ledger{}
	for _, texts := range [][]string{{"2019-09-19", "自然人"}, {"某年某月", "甲乙丙丁", "予以公开", "", "2019-09-19"}} {
		row := model.LedgerRow{}
		for c, text := range texts {
			row.Cells[c].Text = text
		}
		r.Ledger.Rows = append(r.Ledger.Rows, row)
	}
	return r
}

func bookOf(t testing.TB, r *model.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	return b.Bytes()
}

// A report's pages, in every format, have the same bytes with a ledger and without one.
func TestPagesKnowNothingOfTheLedger(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	r := &Renderer{Fonts: set, Formats: render.Formats(), Marking: Draft}
	for _, name := range sound(t)[:2] {
		with, err := r.Render(checkedFile(t, From("填报.xlsx", bookOf(t, keepsLedger(sample.Report(t, name)))), Packer{}))
		require.NoError(t, err)
		without, err := r.Render(checkedFile(t, From("填报.xlsx", bookOf(t, sample.Report(t, name))), Packer{}))
		require.NoError(t, err)
		require.Len(t, with, len(render.Formats()))
		for i, f := range with {
			require.NoError(t, f.Err)
			assert.True(t, bytes.Equal(f.Data, without[i].Data), f.Name)
		}
	}
}

// assertNoLedger looks for a ledger's contents in every byte of a package: in its files, and in the parts of those that are packed themselves.
func assertNoLedger(t testing.TB, why string, packed []byte) {
	t.Helper()
	for name, content := range sample.Unzip(t, packed) {
		parts := map[string]string{"": content}
		if strings.HasSuffix(name, ".xlsx") || strings.HasSuffix(name, ".docx") {
			parts = sample.Unzip(t, []byte(content))
		}
		for part, text := range parts {
			for _, secret := range inLedgers {
				assert.NotContains(t, text, secret, "%s: %s %s", why, name, part)
			}
			if part != "docProps/app.xml" && name != "清单.json" {
				assert.NotContains(t, text, "台账", "%s: %s %s", why, name, part)
			}
		}
	}
}

func TestPackagesLeaveTheLedgerOut(t *testing.T) {
	name := sound(t)[0]
	r := keepsLedger(sample.Report(t, name))
	book := bookOf(t, r)
	checked := checkedFile(t, From("填报.xlsx", book), Packer{})
	marked, err := Marked(checked, nil)
	require.NoError(t, err)
	corrected, err := Marked(checkedFile(t, From("填报_校验.xlsx", marked.Data), Packer{}), nil)
	require.NoError(t, err)
	last := keepsLedger(sample.Report(t, name))
	year, _ := r.Year()
	last.Fields["report.year"] = model.Field{Text: model.YearText(year - 1)}
	lastYear, err := NewLastYear([]Source{From("去年.xlsx", bookOf(t, last))})
	require.NoError(t, err)
	for _, c := range []struct {
		why  string
		book []byte
		p    Packer
		last *LastYear
	}{
		{"as it was filled in", book, Packer{Program: here}, nil},
		{"a marked copy, whose remarks are on the ledger too", marked.Data, Packer{Program: here}, nil},
		{"a copy of that", corrected.Data, Packer{Program: here}, nil},
		{"with last year's, which has one too", book, Packer{Program: here}, lastYear},
	} {
		packed, err := c.p.Pack(checkedWith(t, From("填报.xlsx", c.book), c.p, c.last))
		require.NoError(t, err, c.why)
		assertNoLedger(t, c.why, packed.Data)
		told, err := Verify(File{"报送.zip", packed.Data}, here, nil)
		require.NoError(t, err, c.why)
		assert.Empty(t, told.Differences, c.why)
	}

	packed, err := (&Packer{Program: here, Ledger: true}).Pack(checked)
	require.NoError(t, err)
	f, ok := (&handed{files: packed.Files}).file(handin.Workbook)
	require.True(t, ok)
	now, err := workbook.Read(f.Data)
	require.NoError(t, err)
	require.NotNil(t, now.Ledger, "unless it was asked for")
	told, err := Verify(File{"报送.zip", packed.Data}, here, nil)
	require.NoError(t, err)
	assert.Empty(t, told.Differences)
}

// The same for a workbook that LibreOffice saved, which keeps all texts in one place.
func TestPackageOfAWorkbookFromLibreOfficeLeavesTheLedgerOut(t *testing.T) {
	sample.Need(t, "soffice")
	file := filepath.Join(t.TempDir(), "ledger.xlsx")
	checked := checkedFile(t, From("填报.xlsx", bookOf(t, keepsLedger(sample.Report(t, sound(t)[0])))), Packer{})
	marked, err := Marked(checked, nil)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, marked.Data, 0o600))
	saved, err := os.ReadFile(filepath.Join(sample.Convert(t, "xlsx", file), "ledger.xlsx"))
	require.NoError(t, err)
	p := Packer{Program: here}
	packed, err := p.Pack(checkedFile(t, From("填报.xlsx", saved), p))
	require.NoError(t, err)
	assertNoLedger(t, "saved by LibreOffice", packed.Data)
}

func TestAddLedger(t *testing.T) {
	r := sample.Report(t, "b-district-2022")
	assert.Empty(t, AddLedger(r))
	require.NotNil(t, r.Ledger)
	last := sample.Report(t, "b-district-2022")
	assert.Empty(t, AddLedger(r, last), "last year's has none")
	last.Ledger = &model.Ledger{}
	for _, texts := range [][]string{{"2022-12-30", "自然人"}, {"2022-12-30", "商业企业", "予以公开", "", "2023-01-05"}, {"2022-12-30", "商业企业", "予以公开", "", "2022-12-31"}, {"12月30日", "自然人"}} {
		row := model.LedgerRow{}
		for c, text := range texts {
			row.Cells[c].Text = text
		}
		last.Ledger.Rows = append(last.Ledger.Rows, row)
	}
	assert.Equal(t, "依申请台账：上年没有办结的2件", AddLedger(r, last))
	assert.Equal(t, "商业企业", r.Ledger.Rows[1].Cell(model.LedgerApplicant))
	assert.Equal(t, "依申请台账：上年没有办结的4件", AddLedger(r, last, sample.Report(t, "b-district-2022"), last), "of all units that became it")
}
