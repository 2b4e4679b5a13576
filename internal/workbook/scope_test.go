package workbook_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// The scope is read back and seen at the first look, whatever stands there, and makes another report of it; where it is blank the digest
// is that of a workbook that has no place for it.
func TestScopeReadsBack(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	blank := r.Digest()
	for _, scope := range []string{"", form.OwnScope, form.SumScope, "全镇"} {
		r.Fields["report.scope"] = model.Field{Text: scope}
		var b bytes.Buffer
		_, err := workbook.Write(&b, r, workbook.Options{})
		require.NoError(t, err)
		back, err := workbook.Read(b.Bytes())
		require.NoError(t, err)
		assert.Equal(t, scope, back.Scope())
		assert.NotEmpty(t, back.Fields["report.scope"].Place.Ref)
		assert.Equal(t, scope == "", back.Digest() == blank, scope)
		seen, err := workbook.Peek(b.Bytes())
		require.NoError(t, err)
		assert.Equal(t, scope, seen.Scope)
	}
}
