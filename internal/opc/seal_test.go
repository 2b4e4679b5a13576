package opc_test

import (
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
)

func TestSeal(t *testing.T) {
	const sheet = "xl/worksheets/sheet1.xml"
	package_ := func(text string, more ...opc.Part) string {
		var b bytes.Buffer
		parts := append([]opc.Part{
			{Name: opc.ContentTypes, Data: []byte("<Types/>")}, {Name: "_rels/.rels", Data: []byte(`<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)},
			{Name: sheet, Write: func(w io.Writer) error { _, err := io.WriteString(w, text); return err }},
		}, more...)
		require.NoError(t, opc.Write(&b, time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), parts))
		p, err := opc.Open(b.Bytes(), opc.Workbook, budget.New())
		require.NoError(t, err)
		return p.Seal("docProps/custom.xml")
	}
	first := package_("甲")
	for _, c := range []struct {
		why  string
		seal string
		same bool
	}{
		{"the same again", package_("甲"), true},
		{"the part that holds the seal is left out", package_("甲", opc.Part{Name: "docProps/custom.xml", Data: []byte("x")}), true},
		{"other contents", package_("乙"), false},
		{"a part more", package_("甲", opc.Part{Name: "xl/comments1.xml", Data: []byte("x")}), false},
	} {
		assert.Equal(t, c.same, c.seal == first, c.why)
	}
}
