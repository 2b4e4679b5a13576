package render_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// kinds are a block of every kind.
var kinds = []document.Block{
	document.Title{Unit: "清溪镇", Name: "2025年报告"},
	document.Addressee{Text: "县人民政府办公室："},
	document.Heading{Level: 2, Rank: 2, Text: "（一）主动公开"},
	document.Paragraph{Text: "全年公开。"},
	document.Table{Title: "表", Rows: 1, Cols: 1, Cells: []document.Cell{{RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, State: model.Number, Text: "3"}}},
	document.Signature{Unit: "清溪镇", Date: "2026年1月20日"},
}

// stranger is a block that no writer knows.
type stranger struct{ document.Block }

// blockFormats are the formats that are written from the blocks of a document.
func blockFormats(t *testing.T) []render.Format {
	list := slices.DeleteFunc(render.Formats(), func(f render.Format) bool { return f.Name == "json" })
	require.NotEmpty(t, list)
	return list
}

func written(t *testing.T, f render.Format, blocks ...document.Block) []byte {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	var b bytes.Buffer
	in := render.NewInput(nil, nil, &document.Document{Blocks: blocks}, set, render.Options{NoData: true})
	require.NoError(t, f.Write(&b, in))
	return b.Bytes()
}

func TestEveryWriterKnowsEveryBlock(t *testing.T) {
	var listed []string
	for _, b := range kinds {
		listed = append(listed, strings.TrimPrefix(fmt.Sprintf("%T", b), "document."))
	}
	assert.ElementsMatch(t, blockKinds(t), listed, "every kind of block is tried")
	for _, f := range blockFormats(t) {
		for _, b := range kinds {
			assert.NotEqual(t, written(t, f), written(t, f, b), "%s writes a %T", f.Name, b)
		}
		assert.Panics(t, func() { written(t, f, stranger{}) }, "%s passes over a block without a word", f.Name)
	}
}

// blockKinds reads off the source which types are blocks.
func blockKinds(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), sample.Path(t, "internal/render/document/document.go"), nil, 0)
	require.NoError(t, err)
	var names []string
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "block" {
			names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
		}
	}
	require.NotEmpty(t, names)
	return names
}
