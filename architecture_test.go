// Package nianbao_test holds the code to ARCHITECTURE.md.
package nianbao_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// allowed is what a row of the table of packages says: the project's packages and the outside modules that may be imported.
type allowed struct{ inside, outside []string }

// testKit is what only tests may import.
var testKit = []string{"internal/sample", "internal/sample/given"}

func TestImportsFollowTheTableOfPackages(t *testing.T) {
	table := packageTable(t)
	used := map[string]map[string]bool{} // what each package imports, as its row calls it
	for _, file := range goFiles(t) {
		pkg := path.Dir(file)
		row, ok := table[pkg]
		require.True(t, ok, "%s has no row in ARCHITECTURE.md", pkg)
		if used[pkg] == nil {
			used[pkg] = map[string]bool{}
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, spec := range parsed.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			inside, isInside := strings.CutPrefix(imported, "nianbao/")
			assert.False(t, slices.Contains(testKit, inside) && !slices.Contains(testKit, pkg), "%s: the test kit is for tests", file)
			switch {
			case isInside:
				assert.Contains(t, row.inside, path.Base(inside), "%s imports %s", file, imported)
				used[pkg][path.Base(inside)] = true
			case strings.Contains(imported, "."):
				i := slices.IndexFunc(row.outside, func(name string) bool { return strings.Contains(imported, name) })
				if assert.GreaterOrEqual(t, i, 0, "%s imports %s", file, imported) {
					used[pkg][row.outside[i]] = true
				}
			}
		}
	}
	for pkg, row := range table {
		require.Contains(t, used, pkg, "ARCHITECTURE.md has a row for a package that is not there")
		for _, name := range slices.Concat(row.inside, row.outside) {
			assert.True(t, used[pkg][name], "ARCHITECTURE.md allows %s to import %s, which it does not", pkg, name)
		}
	}
}

func packageTable(t *testing.T) map[string]allowed {
	text, err := os.ReadFile("ARCHITECTURE.md")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(text), "## Packages")
	require.True(t, found)
	section, _, _ := strings.Cut(rest, "\n## ")
	table := map[string]allowed{}
	for _, line := range strings.Split(section, "\n") {
		cells := strings.Split(strings.Trim(line, "| "), "|")
		if len(cells) != 4 || strings.HasPrefix(cells[0], "package") || strings.HasPrefix(cells[0], "---") {
			continue
		}
		table[strings.TrimSpace(cells[0])] = allowed{names(cells[2]), names(cells[3])}
	}
	require.NotEmpty(t, table)
	return table
}

func names(cell string) []string {
	var list []string
	for _, name := range strings.Split(cell, ",") {
		if name = strings.TrimSpace(name); name != "none" {
			list = append(list, name)
		}
	}
	return list
}

func goFiles(t *testing.T) []string {
	var files []string
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			files = append(files, filepath.ToSlash(file))
		}
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// command is how a message would tell people to type: a flag, or the program by name.
var command = regexp.MustCompile(`(^|[^-a-z<!])--[a-z]|nianbao \p{Han}|nianbao [a-z]`)

// What the rooms below the faces say is shown on a page as well as in a terminal, and none of them opens a file.
func TestRoomsBelowTheFaces(t *testing.T) {
	for _, file := range goFiles(t) {
		if !strings.HasPrefix(file, "internal/") || slices.Contains(testKit, path.Dir(file)) {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		for _, spec := range parsed.Imports {
			opens := spec.Path.Value == `"os"` || spec.Path.Value == `"os/exec"`
			assert.False(t, opens && path.Dir(file) != "internal/disk", "%s imports %s", file, spec.Path.Value)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				text, err := strconv.Unquote(literal.Value)
				require.NoError(t, err)
				assert.NotRegexp(t, command, text, "%s tells people to type a command", file)
			}
			return true
		})
	}
}
