package job_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/verdict"
)

// comparedText is what is told of two versions.
func comparedText(t *testing.T, a, b job.File) string {
	t.Helper()
	c, errs := job.Compare(a, b, nil)
	require.Empty(t, errs)
	var out bytes.Buffer
	require.NoError(t, verdict.WriteCompared(&out, c))
	return out.String()
}

// Every report is the same as all that is made of it, also as a draft or a review copy, and each of these as the others.
func TestCompareWhatIsRendered(t *testing.T) {
	formats, err := job.Formats("txt,html,docx,pdf,json")
	require.NoError(t, err)
	for name, r := range sample.Reports(t) {
		k := given.Checker(t)
		versions := []job.File{given.File(t, sample.ReportFile(t, name)), given.File(t, savedWorkbook(t, r))}
		for _, marking := range []job.Marking{job.Final, job.Draft, job.Review} {
			files, err := (&job.Renderer{Formats: formats, Marking: marking, Fonts: k.Fonts}).Render(k.Check(given.Planned(sample.ReportFile(t, name))))
			if err == job.ErrBlocked {
				continue
			}
			require.NoError(t, err)
			for _, f := range files {
				require.NoError(t, f.Err)
				if marking != job.Final && filepath.Ext(f.Name) == ".pdf" || strings.Contains(f.Name, "审核单") { // which carry no data
					continue
				}
				versions = append(versions, f.File)
			}
		}
		for _, v := range versions {
			others := []job.File{versions[1], versions[len(versions)-1]}
			if sample.All() {
				others = append(others, v) // what is the same as others is hardly another than itself
			}
			for _, w := range others {
				assert.Contains(t, comparedText(t, w, v), "结论：一致。\n", "%s: %s and %s", name, w.Name, v.Name)
			}
		}
	}
}

// What was edited in a document is found, wherever it stands.
func TestCompareEditedDocument(t *testing.T) {
	r := sample.Report(t, "d-town-2020")
	base := given.File(t, savedWorkbook(t, r))
	for _, c := range []struct {
		why    string
		edited []string
		told   []string
	}{
		{"a figure", []string{">5.2万元<", ">5.3万元<"}, []string{"的“采购总金额”：甲（“二、主动公开”", "是5.2万元，乙（表二 第", "结论：不一致，数字1处。"}},
		{"a word", []string{"尚未签订合同的项目", "没有签订合同的项目"}, []string{"【二、主动公开政府信息情况】", "尚未签订合同", "没有签订合同", "结论：不一致，文字1处。"}},
	} {
		text := comparedText(t, base, given.File(t, editedDocument(t, r, c.edited...)))
		for _, words := range c.told {
			assert.Contains(t, text, words, c.why)
		}
	}
}

// Both versions are tried, and each says for itself why it cannot be read.
func TestCompareUnreadable(t *testing.T) {
	good := given.File(t, sample.ReportFile(t, "e-town-2024"))
	picture := job.File{Name: "会议.jpg", Data: []byte("\xff\xd8\xff\xe0")}
	empty := job.File{Name: "空.xlsx"}
	for _, c := range []struct {
		why  string
		a, b job.File
		errs int
	}{
		{"the first", picture, good, 1},
		{"the second", good, empty, 1},
		{"both", picture, empty, 2},
		{"twice the same", picture, picture, 2},
	} {
		_, errs := job.Compare(c.a, c.b, nil)
		assert.Len(t, errs, c.errs, c.why)
		for _, err := range errs {
			assert.Regexp(t, `^(会议\.jpg|空\.xlsx)：`, err.Error(), c.why)
		}
	}
}
