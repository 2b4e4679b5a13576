package nianbao_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whatever matches a pattern holds one of its signs: the ways to match are written out, as far as they are words, and none lacks all of them.
// So no match is lost where a text without signs is not looked at.
func TestSignsStandInWhateverMatches(t *testing.T) {
	signed := 0
	eachPattern(t, func(where, expression string, lists [][]string) {
		for _, signs := range lists {
			signed++
			parsed, err := syntax.Parse(expression, syntax.Perl)
			require.NoError(t, err, where)
			for _, way := range waysWithout(signs, parsed) {
				assert.Fail(t, "a match without a sign", "%s: %q matches %s without one of %q", where, way, expression, signs)
			}
		}
	})
	assert.Greater(t, signed, 20)
}

// A word that stands twice in a list was meant to be another one, or nobody saw that it was there.
func TestListsHaveEachWordOnce(t *testing.T) {
	lists := 0
	eachCall(t, func(where, called string, words []string) {
		if called != "pattern.NewWords" || len(words) == 0 {
			return
		}
		lists++
		seen := map[string]bool{}
		for _, word := range strings.Fields(words[0]) {
			assert.False(t, seen[word], "%s: %s twice", where, word)
			seen[word] = true
		}
	})
	assert.Greater(t, lists, 100)
}

func TestWaysWithoutSigns(t *testing.T) {
	for _, c := range []struct {
		expression, signs string
		want              []string
	}{
		{"甲乙?丙", "乙", []string{"甲丙"}},
		{"甲(?:乙|丁)丙", "甲乙 丁丙", nil},
		{"甲{2,}", "甲甲", nil},
		{"甲[乙　]*丁", "甲乙 甲丁", []string{"甲　…丁"}},
		{"甲{1,2}", "甲甲", []string{"甲…"}},
		{"[甲乙]+丙", "甲", []string{"乙…丙"}},
		{"(?i)a://", "a", []string{"…://"}},
		{"[0-9]{9}甲", "甲", nil},
	} {
		parsed, err := syntax.Parse(c.expression, syntax.Perl)
		require.NoError(t, err)
		assert.ElementsMatch(t, c.want, waysWithout(strings.Fields(c.signs), parsed), c.expression)
	}
}

// something stands in a way to match for what may be anything.
const something = "…"

// waysWithout writes out what matches an expression and has none of the signs.
func waysWithout(signs []string, e *syntax.Regexp) (ways []string) {
	switch e.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}
	case syntax.OpLiteral:
		var b strings.Builder
		for _, r := range e.Rune {
			if e.Flags&syntax.FoldCase != 0 && unicode.SimpleFold(r) != r {
				b.WriteString(something)
			} else {
				b.WriteRune(r)
			}
		}
		return lacking(signs, []string{b.String()})
	case syntax.OpCharClass:
		const most = 20 // characters that are told apart
		inClass := func(r rune) bool {
			for i := 0; i < len(e.Rune); i += 2 {
				if e.Rune[i] <= r && r <= e.Rune[i+1] {
					return true
				}
			}
			return false
		}
		if !strings.ContainsFunc(strings.Join(signs, ""), inClass) {
			return []string{something}
		}
		for i := 0; i < len(e.Rune); i += 2 {
			for r := e.Rune[i]; r <= e.Rune[i+1]; r++ {
				if ways = append(ways, string(r)); len(ways) > most {
					return []string{something}
				}
			}
		}
		return lacking(signs, ways)
	case syntax.OpCapture:
		return waysWithout(signs, e.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range e.Sub {
			ways = append(ways, waysWithout(signs, sub)...)
		}
		return ways
	case syntax.OpConcat:
		ways = []string{""}
		for _, sub := range e.Sub {
			ways = joined(signs, ways, waysWithout(signs, sub))
		}
		return ways
	case syntax.OpQuest:
		return append(waysWithout(signs, e.Sub[0]), "")
	case syntax.OpStar:
		return append(joined(signs, waysWithout(signs, e.Sub[0]), []string{something}), "")
	case syntax.OpPlus:
		return joined(signs, waysWithout(signs, e.Sub[0]), []string{something})
	case syntax.OpRepeat:
		const most = 3 // times that are written out
		ways = []string{""}
		for range min(e.Min, most) {
			ways = joined(signs, ways, waysWithout(signs, e.Sub[0]))
		}
		if e.Max != min(e.Min, most) {
			ways = joined(signs, ways, []string{something})
		}
		return ways
	}
	return []string{something}
}

func lacking(signs, ways []string) []string {
	return slices.DeleteFunc(ways, func(way string) bool {
		return slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(way, sign) })
	})
}

// joined are ways with each of others behind them. Of very many only the beginnings are kept.
func joined(signs, ways, others []string) []string {
	const most = 50000
	if len(ways)*len(others) > most {
		others = []string{something}
	}
	all := map[string]bool{}
	for _, way := range ways {
		for _, other := range others {
			all[strings.ReplaceAll(way+other, something+something, something)] = true
		}
	}
	return lacking(signs, slices.Sorted(maps.Keys(all)))
}

// eachPattern gives the patterns of the program that are constants, with where they stand and the lists of their signs.
func eachPattern(t *testing.T, each func(where, expression string, signs [][]string)) {
	eachCall(t, func(where, made string, words []string) {
		var lists [][]string
		switch {
		case made == "pattern.NewWith" && len(words) > 1:
			lists, words = append(lists, strings.Fields(words[0])), words[1:]
		case made != "pattern.New" || len(words) == 0:
			return
		}
		if len(words) > 1 {
			lists = append(lists, words[1:])
		}
		each(where, words[0], lists)
	})
}

// eachCall gives the calls of the program, with where they stand and their arguments, as far as these are constant texts.
func eachCall(t *testing.T, each func(where, called string, words []string)) {
	program := &sources{files: token.NewFileSet(), packages: map[string]*types.Package{}}
	seen := map[string]bool{}
	require.NoError(t, filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if folder := path.Dir(filepath.ToSlash(name)); err == nil && filepath.Ext(name) == ".go" && !seen[folder] {
			seen[folder] = true
			_, err = program.check("nianbao/"+folder, func(info *types.Info, file *ast.File) {
				ast.Inspect(file, func(n ast.Node) bool {
					if call, isCall := n.(*ast.CallExpr); isCall {
						each(program.files.Position(call.Pos()).String(), types.ExprString(call.Fun), constants(info, call.Args))
					}
					return true
				})
			})
		}
		return err
	}))
}

// constants are the values of arguments; none where one of them is no constant text.
func constants(info *types.Info, args []ast.Expr) (values []string) {
	for _, arg := range args {
		value := info.Types[arg].Value
		if value == nil || value.Kind() != constant.String {
			return nil
		}
		values = append(values, constant.StringVal(value))
	}
	return values
}

// sources reads packages of the program as far as constants go: it knows nothing of those of others.
type sources struct {
	files    *token.FileSet
	packages map[string]*types.Package
}

func (s *sources) Import(name string) (*types.Package, error) {
	if !strings.HasPrefix(name, "nianbao/") {
		unknown := types.NewPackage(name, path.Base(name))
		unknown.MarkComplete()
		return unknown, nil
	}
	if s.packages[name] == nil {
		if _, err := s.check(name, nil); err != nil {
			return nil, err
		}
	}
	return s.packages[name], nil
}

// check reads a package, and gives each of its files.
func (s *sources) check(name string, each func(info *types.Info, file *ast.File)) (*types.Package, error) {
	names, err := filepath.Glob(filepath.Join(filepath.FromSlash(strings.TrimPrefix(name, "nianbao/")), "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(s.files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: s, Error: func(error) {}} // of what is unknown, and of files for other systems
	s.packages[name], _ = config.Check(name, s.files, files, info)
	if each != nil {
		for _, file := range files {
			each(info, file)
		}
	}
	return s.packages[name], nil
}
