package check_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// What we wrote around the failures of rules: for each rule a file of texts that it is due to find ("!") and of sound ones that
// look alike ("."), after the form of testdata/text/corpus.txt; "== name level year" is the report that those after it stand in.
func TestSiblings(t *testing.T) {
	files, err := filepath.Glob("testdata/siblings/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txt")
		rule, ok := check.ByID(id)
		require.True(t, ok, id)
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		t.Run(id, func(t *testing.T) {
			unit := []string{"云泽县柳溪镇人民政府", "乡镇", "2025"}
			for n, line := range strings.Split(string(data), "\n") {
				mark, text, _ := strings.Cut(line, " ")
				switch mark {
				case "==":
					unit = strings.Fields(text)
				case ".", "!":
					key, typed := inPassage(strings.ReplaceAll(escaped.ReplaceAllStringFunc(text, unescaped), "¶", "\n"))
					found := rule.Find(check.Case{Set: []check.Entry{
						{Key: "unit.name", Typed: unit[0]}, {Key: "unit.level", Typed: unit[1]}, {Key: "report.year", Typed: unit[2]}, {Key: key, Typed: typed},
					}}.Input())
					assert.Equal(t, mark == "!", len(found) > 0, "line %d: %s%s", n+1, text, messages(found))
				default:
					require.True(t, mark == "" || strings.HasPrefix(mark, "#"), "line %d: %s", n+1, line)
				}
			}
		})
	}
}

// escaped is a character by its number, for those that cannot be seen.
var escaped = regexp.MustCompile(`\\u[0-9a-f]{4}`)

func unescaped(escape string) string {
	r, err := strconv.ParseUint(escape[len(`\u`):], 16, 16)
	if err != nil {
		panic(err)
	}
	return string(rune(r))
}

// The rules on language are quiet on ordinary prose, and where it has a slip only the rule speaks that the slip is due to.
func TestProse(t *testing.T) {
	rules := strings.Fields("foreign-unit leftover-text repeated-word repeated-sentence punctuation numbering document-number run-on preface-parts " +
		"contact-differs year-mismatch period-wrong")
	data, err := os.ReadFile("testdata/prose.txt")
	require.NoError(t, err)
	for n, line := range strings.Split(string(data), "\n") {
		mark, text, _ := strings.Cut(line, " ")
		due := ""
		switch mark {
		case "!":
			due, text, _ = strings.Cut(text, " | ")
			_, ok := check.ByID(due)
			require.True(t, ok, "line %d: %s", n+1, due)
		case ".":
		default:
			require.True(t, mark == "" || strings.HasPrefix(mark, "#"), "line %d: %s", n+1, line)
			continue
		}
		key, typed := inPassage(strings.ReplaceAll(text, "¶", "\n"))
		in := check.Case{Set: []check.Entry{{Key: "unit.name", Typed: "云泽县柳溪镇人民政府"}, {Key: key, Typed: typed}}}.Input()
		var told []string
		all := ""
		for _, id := range append(rules, due) {
			if rule, ok := check.ByID(id); ok && (id != due || !slices.Contains(told, id)) {
				if found := rule.Find(in); len(found) > 0 {
					told, all = append(told, id), all+messages(found)
				}
			}
		}
		assert.Equal(t, due, strings.Join(told, " "), "line %d: %s%s", n+1, text, all)
	}
}

// inPassage is the passage that a text stands in, section one unless it begins with [preface] or another, and the text itself.
func inPassage(text string) (form.Key, string) {
	if inner, ok := strings.CutPrefix(text, "["); ok {
		passage, rest, _ := strings.Cut(inner, "]")
		return form.Key("narrative." + passage), strings.TrimSpace(rest)
	}
	return "narrative.overview", text
}
