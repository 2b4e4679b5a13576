package verdict_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/line"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// sealings are the ways in which results are written into files.
func sealings(t *testing.T) map[string]string {
	sealed := map[string]string{}
	options := verdict.Options{Word: word}
	for way, as := range map[string]struct {
		telling verdict.Telling
		writer  func(io.Writer, verdict.Options) verdict.Writer
	}{
		"text": {verdict.AsText, verdict.NewText}, "JSON": {verdict.AsJSON, verdict.NewJSON}, "lines": {verdict.AsJSONLine, verdict.NewJSONLines}, "CSV": {verdict.AsCSV, verdict.NewCSV},
		"register": {verdict.AsText, func(w io.Writer, o verdict.Options) verdict.Writer {
			return verdict.NewRegister(w, new(bytes.Buffer), o)
		}},
	} {
		var b bytes.Buffer
		seal := as.telling.Seal(&b)
		w := as.writer(line.NewWriter(seal), options)
		for _, o := range outcomes(t) {
			require.NoError(t, w.Write(o))
		}
		require.NoError(t, w.Close())
		require.NoError(t, seal.Close())
		sealed[way] = b.String()
	}
	for way, as := range map[string]struct {
		telling verdict.Telling
		write   func(io.Writer, verdict.Compared) error
	}{"a comparison as text": {verdict.AsText, verdict.WriteCompared}, "a comparison as JSON": {verdict.AsJSON, verdict.WriteComparedJSON}} {
		var b bytes.Buffer
		seal := as.telling.Seal(&b)
		require.NoError(t, as.write(seal, comparedAll(t)))
		require.NoError(t, seal.Close())
		sealed[way] = b.String()
	}
	return sealed
}

// A seal keeps what is promised of results: the last line of text is the verdict, JSON is one object or one a line, each row of CSV has all
// columns, new ones last.
func TestSealsAreOutOfTheWay(t *testing.T) {
	sealed := sealings(t)
	for _, way := range []string{"text", "register", "a comparison as text"} {
		lines := strings.Split(strings.TrimSuffix(sealed[way], "\n"), "\n")
		assert.True(t, strings.HasPrefix(lines[len(lines)-1], "结论："), way)
		assert.True(t, strings.HasPrefix(lines[len(lines)-2], "原样码　"), way)
	}
	for _, way := range []string{"JSON", "a comparison as JSON"} {
		assert.True(t, json.Valid([]byte(sealed[way])), way)
	}
	for one := range strings.Lines(sealed["lines"]) {
		assert.True(t, json.Valid([]byte(one)))
	}
	assert.Equal(t, len(outcomes(t)), strings.Count(sealed["lines"], "\n"))
	rows, err := csv.NewReader(strings.NewReader(sealed["CSV"])).ReadAll()
	require.NoError(t, err, "as many cells in each row")
	last := len(rows[0]) - 1
	assert.Equal(t, "原样码", rows[0][last])
	for _, row := range rows[1 : len(rows)-1] {
		assert.Empty(t, row[last])
	}
	assert.Regexp(t, "^[a-p]{16}$", rows[len(rows)-1][last])
	assert.Equal(t, sealed["CSV"], sealings(t)["CSV"], "the same bytes each time")
}

func TestSealedResultsAreKnown(t *testing.T) {
	gb, utf16 := simplifiedchinese.GB18030.NewEncoder(), unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	for way, text := range sealings(t) {
		for why, change := range map[string]func(string) string{
			"as it was written":            func(s string) string { return s },
			"lines end as on Windows":      func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n") },
			"lines end as git has them":    func(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") },
			"Notepad puts a mark in front": func(s string) string { return "\ufeff" + strings.TrimPrefix(s, "\ufeff") },
			"or takes it away":             func(s string) string { return strings.TrimPrefix(s, "\ufeff") },
			"the last line has no end":     func(s string) string { return strings.TrimRight(s, "\r\n") },
			"or several":                   func(s string) string { return s + "\n\n" },
			"saved as ANSI, which is GB18030 in China": func(s string) string {
				s, err := gb.String(strings.TrimPrefix(s, "\ufeff"))
				require.NoError(t, err)
				return s
			},
			"saved as Unicode": func(s string) string {
				s, err := utf16.String(strings.TrimPrefix(s, "\ufeff"))
				require.NoError(t, err)
				return s
			},
		} {
			assert.Equal(t, verdict.Written, verdict.StandingOf([]byte(change(text))), "%s: %s", way, why)
		}
		body := strings.TrimPrefix(text, "\ufeff")
		middle := strings.Index(body[len(body)/2:], "\n") + len(body)/2 + 1
		for why, edited := range map[string]string{
			"a line in the midst":       body[:middle] + "石桥镇张主任，已电话通知。\n" + body[middle:],
			"a line at the end":         body + "石桥镇张主任，已电话通知。\n",
			"a line taken out":          body[:strings.LastIndex(body[:middle-1], "\n")+1] + body[middle:],
			"a word":                    strings.Replace(body, "望禾镇", "望和镇", 1),
			"a figure in our own words": strings.Replace(body, "2024", "2023", 1),
		} {
			assert.Equal(t, verdict.Edited, verdict.StandingOf([]byte(edited)), "%s: %s", way, why)
		}
	}
	sealed := sealings(t)
	for why, edited := range map[string]string{
		"a member more, behind the seal":      strings.Replace(sealed["JSON"], "\"\n}\n", "\",\n  \"备注\": \"已通知\"\n}\n", 1),
		"a member more, before the reports":   strings.Replace(sealed["JSON"], `"reports"`, `"备注": "已通知", "reports"`, 1),
		"laid out anew by an editor":          strings.ReplaceAll(sealed["JSON"], "\n  ", "\n\t"),
		"an object more on a line of its own": sealed["lines"] + `{"备注":"已通知"}` + "\n",
		"another call's results behind it":    sealed["lines"] + strings.Replace(sealed["lines"], "望禾", "石桥", 1),
	} {
		assert.Equal(t, verdict.Edited, verdict.StandingOf([]byte(edited)), why)
	}
	assert.Equal(t, verdict.Foreign, verdict.StandingOf([]byte(`{"schema": "somebody/1", "seal": "abcdefghijklmnop"}`)), "a seal of somebody else's")
}

// What spreadsheets do to CSV when they save it is nobody's change, and explanations are typed there as people are asked to; anything else is.
func TestSealedCSVInSpreadsheets(t *testing.T) {
	list := outcomes(t)
	list[1].Findings[0].Expected, list[1].Findings[0].Actual = "12.5000", "007"
	var sealed bytes.Buffer
	seal := verdict.AsCSV.Seal(&sealed)
	told(t, func(*bytes.Buffer) verdict.Writer { return verdict.NewCSV(seal, verdict.Options{}) }, list)
	require.NoError(t, seal.Close())
	rows := func() [][]string {
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(sealed.String(), "\ufeff"))).ReadAll()
		require.NoError(t, err)
		return rows
	}
	saved := func(rows [][]string, comma rune) []byte {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF, w.Comma = true, comma
		require.NoError(t, w.WriteAll(rows))
		data, err := simplifiedchinese.GB18030.NewEncoder().Bytes(b.Bytes())
		require.NoError(t, err)
		return data
	}
	const place, explanation = 4, 13
	for _, c := range []struct {
		why    string
		change func(rows [][]string) [][]string
		want   verdict.Standing
	}{
		{"saved as it is", func(rows [][]string) [][]string { return rows }, verdict.Written},
		{"an explanation was typed", func(rows [][]string) [][]string { rows[2][explanation] = "经核实属实。"; return rows }, verdict.Written},
		{"numbers are written shorter", func(rows [][]string) [][]string {
			for _, row := range rows[1:] {
				for i, cell := range row {
					if shorter, ok := map[string]string{"12.5000": "12.5", "007": "7"}[cell]; ok {
						row[i] = shorter
					}
				}
			}
			return rows
		}, verdict.Written},
		{"blank rows behind the last", func(rows [][]string) [][]string { return append(rows, make([]string, len(rows[0]))) }, verdict.Written},
		{"a row more", func(rows [][]string) [][]string {
			row := make([]string, len(rows[0]))
			row[0] = "石桥镇，已电话通知"
			return append(rows, row)
		}, verdict.Edited},
		{"a row fewer, as of a list of what is to be done", func(rows [][]string) [][]string { return append(rows[:1:1], rows[2:]...) }, verdict.Edited},
		{"another order", func(rows [][]string) [][]string { rows[1], rows[2] = rows[2], rows[1]; return rows }, verdict.Edited},
		{"a note in another column", func(rows [][]string) [][]string { rows[2][place] = "问过了"; return rows }, verdict.Edited},
		{"a column more", func(rows [][]string) [][]string {
			for i := range rows {
				rows[i] = append(rows[i], "")
			}
			rows[0][len(rows[0])-1], rows[1][len(rows[0])-1] = "联系人", "张主任"
			return rows
		}, verdict.Edited},
	} {
		for _, comma := range ",\t" {
			assert.Equal(t, c.want, verdict.StandingOf(saved(c.change(rows()), comma)), "%s, parted by %q", c.why, comma)
			assert.True(t, verdict.IsCSV(saved(c.change(rows()), comma)), c.why)
		}
	}
}

// The first release knew no seals. What it wrote (testdata/first, by that release) is ours as long as all of it reads so.
func TestResultsOfTheFirstRelease(t *testing.T) {
	for _, name := range []string{"many.txt", "one.txt", "sound.txt", "many.json", "many.csv"} {
		text := string(sample.Read(t, "internal/verdict/testdata/first/"+name))
		assert.Equal(t, verdict.Written, verdict.StandingOf([]byte(text)), name)
		assert.Equal(t, verdict.Written, verdict.StandingOf([]byte(strings.ReplaceAll(text, "\n", "\r\n"))), "%s, lines ending as on Windows", name)
		assert.Equal(t, verdict.Foreign, verdict.StandingOf([]byte("请各镇照此修改。\n"+text)), "%s with a line before it", name)
		assert.Equal(t, verdict.Foreign, verdict.StandingOf([]byte(text+"请各镇照此修改。\n")), "%s with a line behind it", name)
		middle := strings.Index(text[len(text)/2:], "\n") + len(text)/2 + 1
		assert.Equal(t, verdict.Foreign, verdict.StandingOf([]byte(text[:middle]+"请各镇照此修改。\n"+text[middle:])), "%s with a line in it", name)
	}
}
