package check_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// halfWidth turns marks as copies do that turn all of them.
var halfWidth = strings.NewReplacer("，", ",", "；", ";", "：", ":", "（", "(", "）", ")", "！", "!", "？", "?")

// published is a report as it was printed.
func published(r *model.Report, change func(string) string) *model.Report {
	printed := *r
	printed.Printed = &model.Printed{Title: r.Title()}
	printed.Texts = map[form.Key][]model.Paragraph{}
	for _, s := range r.Edition.Sections {
		printed.Printed.Headings = append(printed.Printed.Headings, model.Wording{Key: s.Text.Key, Prescribed: s.Heading(), Printed: s.Heading()})
	}
	for key, paragraphs := range r.Texts {
		for _, p := range paragraphs {
			p.Text = change(p.Text)
			printed.Texts[key] = append(printed.Texts[key], p)
		}
	}
	return &printed
}

// gist is what was found where, without the words that a copy changes.
func gist(findings []check.Finding) (list []string) {
	for _, f := range findings {
		message := halfWidth.Replace(f.Message)
		if f.Rule == "punctuation" || f.Text != nil && f.Text.Words != "" {
			message = ""
		}
		place := string(f.Cells[0].Key)
		if f.Text != nil {
			place += " " + string(rune('0'+f.Text.Paragraph))
		}
		list = append(list, f.Level.String()+" "+f.Rule+" "+place+" "+message)
	}
	return list
}

// allReports are the sample reports, and those that the samples of published ones print.
func allReports(t *testing.T) map[string]*model.Report {
	all := map[string]*model.Report{}
	for name, r := range sample.Reports(t) {
		all[name] = r
	}
	files, err := filepath.Glob(filepath.Join(sample.Path(t, "testdata/published"), "*.expected.json"))
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var wrapped struct{ Report json.RawMessage }
		require.NoError(t, json.Unmarshal(data, &wrapped))
		if string(wrapped.Report) != "null" {
			r, err := exchange.Read(wrapped.Report)
			require.NoError(t, err, file)
			all[filepath.Base(file)] = r
		}
	}
	return all
}

// A copy in half-width marks is judged as the report was, but for the one line that says so.
func TestHalfWidthCopies(t *testing.T) {
	for name, r := range allReports(t) {
		if strings.Contains(name, "traditional") {
			continue
		}
		same := func(text string) string { return text }
		whole := gist(check.Run(&check.Input{Report: published(r, same)}))
		var copied []string
		said := 0
		for _, f := range check.Run(&check.Input{Report: published(r, halfWidth.Replace)}) {
			if f.Rule == "punctuation" && strings.HasPrefix(f.Message, "全文的标点都是半角的") {
				said++
				assert.Equal(t, check.Info, f.Level)
				assert.NotEmpty(t, f.Doubt)
				continue
			}
			copied = append(copied, gist([]check.Finding{f})...)
		}
		assert.Equal(t, 1, said, "%s: said once", name)
		slices.Sort(whole)
		slices.Sort(copied)
		assert.Equal(t, whole, copied, name)
	}
}

// A copy in traditional characters is told once, and nothing is made of its letters.
func TestTraditionalCopies(t *testing.T) {
	simple := map[string]string{"开": "開(kāi)", "务": "務(wù)", "条": "條(tiáo)", "总": "總(zǒng)", "体": "體", "报": "報(bào)", "请": "請(qǐng)", "书": "書", "复": "復", "议": "議", "诉": "訴", "讼": "訟", "处": "處", "规": "規(guī)", "为": "為", "与": "與", "发": "發", "办": "辦(bàn)", "结": "結(jié)", "关": "關(guān)", "机": "機(jī)", "会": "會", "时": "時", "进": "進", "实": "實", "对": "對", "动": "動", "来": "來", "问": "問", "题": "題", "项": "項(xiàng)", "续": "續", "应": "應(yīng)", "没": "沒", "审": "審"}
	var pairs []string
	for s, w := range simple {
		pairs = append(pairs, s, w)
	}
	traditional := strings.NewReplacer(pairs...)
	quiet := []string{"wrong-word", "repeated-word", "numbering", "punctuation"}
	for name, r := range allReports(t) {
		if strings.Contains(name, "traditional") {
			continue
		}
		same := func(text string) string { return text }
		var whole []string
		for _, line := range gist(check.Run(&check.Input{Report: published(r, same)})) {
			if !slices.Contains(quiet, strings.Fields(line)[1]) {
				whole = append(whole, strings.TrimPrefix(strings.TrimPrefix(line, "强制 "), "核实 "))
			}
		}
		var copied []string
		said := 0
		for _, f := range check.Run(&check.Input{Report: published(r, traditional.Replace)}) {
			assert.NotContains(t, quiet, f.Rule, name)
			if f.Rule == "lookalike-character" && strings.Contains(f.Message, "繁体字") {
				said++
				continue
			}
			assert.False(t, f.Text != nil && f.Text.Paragraph > 0 && f.Doubt == "", "%s: %s", name, f.Message)
			copied = append(copied, strings.TrimPrefix(strings.TrimPrefix(gist([]check.Finding{f})[0], "强制 "), "核实 "))
		}
		assert.Equal(t, 1, said, "%s: said once", name)
		slices.Sort(whole)
		slices.Sort(copied)
		assert.Equal(t, whole, copied, name)
	}
}

// Sentences of other hands say the same in half-width marks, in a filled form too.
func TestHalfWidthSentences(t *testing.T) {
	rules := slices.DeleteFunc(slices.Concat(tableRules, languageKinds), func(id string) bool { return id == "punctuation" })
	for _, file := range []string{"corpus.txt", "hands.txt"} {
		for i, s := range sample.Corpus(t, file) {
			if i%3 > 0 && !sample.All() {
				continue // there are two thousand, and each is judged twice
			}
			narrow := s
			if narrow.Text = halfWidth.Replace(s.Text); narrow.Text == s.Text {
				continue
			}
			in, ofCopy := &check.Input{Report: s.Report()}, &check.Input{Report: narrow.Report()}
			for _, id := range rules {
				whole, copied := foundBy(t, id, in), foundBy(t, id, ofCopy)
				assert.Len(t, copied, len(whole), "%s line %d, %s: %s%s%s", file, s.Line, id, s.Text, messages(whole), messages(copied))
			}
		}
	}
}
