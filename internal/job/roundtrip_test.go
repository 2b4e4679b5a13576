package job_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/render"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
)

// What a format shows is read back from it: the same figures and paragraphs.
func TestWhatIsRenderedReadsBack(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	for _, c := range []struct {
		why, format string
		options     render.Options
	}{
		{"word-processor file", "docx", render.Options{}},
		{"web page", "html", render.Options{}},
		{"what is pasted into a site", "html", render.Options{Fragment: true}},
		{"web page with charts", "html", render.Options{Charts: true}},
		{"text with drawn tables", "txt", render.Options{}},
		{"text with tabs", "txt", render.Options{Text: text.Options{Tables: text.TSV}}},
		{"text with a sentence for each row", "txt", render.Options{Text: text.Options{Tables: text.List}}},
		{"PDF with its data", "pdf", render.Options{}},
		{"PDF by its pages", "pdf", render.Options{NoData: true}},
	} {
		if testing.Short() && c.format == "pdf" { // a second each
			continue
		}
		formats, err := job.Formats(c.format)
		require.NoError(t, err)
		for name, r := range sample.Reports(t) {
			checked := job.Checked{}
			checked.Report = r
			files, err := (&job.Renderer{Formats: formats, Options: c.options, Fonts: set}).Render(checked)
			require.NoError(t, err)
			require.NoError(t, files[0].Err)
			source := job.From(files[0].Name, files[0].Data)
			source.PDFs = job.Compiled
			got, err := source.Report()
			require.NoError(t, err, "%s: %s", c.why, name)
			compared := published.Compare(r, got)
			assert.Empty(t, compared.Differences, "%s: %s", c.why, name)
			assert.Empty(t, compared.Unread, "%s: %s", c.why, name)
		}
	}
}

// Headings that stand alone in their paragraphs are no lines that were broken, whatever their numbers and however long they and what
// stands below them are: the program's own text reads back as the same report.
func TestHeadingsInTextsReadBack(t *testing.T) {
	count := sample.Times(10, 200)
	formats, err := job.Formats("txt")
	require.NoError(t, err)
	names := sample.Names(t)
	for n := range count {
		words := rand.New(rand.NewPCG(uint64(n), 1))
		r := sample.Report(t, names[n%len(names)])
		for _, key := range []form.Key{"narrative.overview", "narrative.problems", "narrative.other"} {
			r.Texts[key] = model.SplitParagraphs(headedText(words), model.Place{})
		}
		code, ok := published.Code(r)
		require.True(t, ok)
		checked := job.Checked{}
		checked.Report = r
		for _, tables := range []text.Tables{text.Aligned, text.TSV, text.List} {
			for _, encoding := range []text.Encoding{text.UTF8, text.UTF8BOM, text.GB18030} {
				files, err := (&job.Renderer{Formats: formats, Options: render.Options{Text: text.Options{Tables: tables, Encoding: encoding}}}).Render(checked)
				require.NoError(t, err)
				require.NoError(t, files[0].Err)
				got, err := job.From(files[0].Name, files[0].Data).Report()
				require.NoError(t, err)
				compared := published.Compare(r, got)
				assert.Empty(t, compared.Differences, "report %d, %s, %s", n, tables, encoding)
				assert.Empty(t, compared.Unread, "report %d, %s, %s", n, tables, encoding)
				back, _ := published.Code(got)
				assert.Equal(t, code, back, "report %d, %s, %s", n, tables, encoding)
			}
		}
	}
}

// Tables that somebody says row by row in other words are not read, and that is told: no text of theirs is another one than ours.
func TestListsInOtherWordsAreUnread(t *testing.T) {
	formats, err := job.Formats("txt")
	require.NoError(t, err)
	r := sample.Report(t, "e-town-2024")
	checked := job.Checked{}
	checked.Report = r
	files, err := (&job.Renderer{Formats: formats, Options: render.Options{Text: text.Options{Tables: text.List}}}).Render(checked)
	require.NoError(t, err)
	for _, c := range []struct {
		why    string
		change *strings.Replacer
		unread int // tables or rows
	}{
		{"all tables", strings.NewReplacer("本年制发件数", "制发了", "本年处理决定数量", "作出了", "本年收费金额（单位：万元）", "收了", "自然人 ", "其中个人", "结果维持 ", "维持的"), 3},
		{"one row", strings.NewReplacer("行政强制：本年处理决定数量", "行政强制：作出了"), 1},
	} {
		got, err := job.From(files[0].Name, []byte(c.change.Replace(string(files[0].Data)))).Report()
		require.NoError(t, err)
		told := strings.Join(got.Asides, "；")
		assert.Contains(t, told, "这张表写成了一行一句话", c.why)
		assert.NotContains(t, told, "\n", c.why)
		compared := published.Compare(r, got)
		assert.Empty(t, compared.Differences, c.why)
		assert.Len(t, compared.Unread, c.unread, c.why)
	}
}

// headedText is a text of headings, each with a paragraph below it.
func headedText(words *rand.Rand) string {
	numbers := [][]string{{"（一）", "（二）", "（三）", "（四）", "（五）"}, {"1.", "2.", "3.", "4.", "5."}, {"一是", "二是", "三是", "四是", "五是"}, {"", "", "", "", ""}}[words.IntN(4)]
	of := func(letters string, n int) string {
		var b strings.Builder
		for range n {
			b.WriteRune([]rune(letters)[words.IntN(len([]rune(letters)))])
		}
		return b.String()
	}
	var paragraphs []string
	for _, number := range numbers[:1+words.IntN(len(numbers))] {
		paragraphs = append(paragraphs, number+of("镇村站所干部群众办事公示栏目", 4+words.IntN(26)), of("我镇按月检查更新，方便群众查询", 4+words.IntN(120))+"。")
	}
	return strings.Join(paragraphs, "\n")
}
