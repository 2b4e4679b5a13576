package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
)

var attachment = layout.Attachment{Name: "年报𬇹.json", Plain: "nianbao.json", Type: "application/json", About: "本报告的数据", Data: []byte(`{"a": 1}`)}

func TestAttachment(t *testing.T) {
	pages := oddities(t)
	var file bytes.Buffer
	require.NoError(t, Write(&file, pages, &attachment))
	d := readBack(t, file.Bytes())
	catalog := d.catalog()
	number := d.reference(catalog, "AF")
	assert.Contains(t, catalog, "/Names <</EmbeddedFiles <</Names [<FEFF5E7462A5")
	specification := d.object(number)
	assert.Contains(t, specification, "/Type /Filespec /F (nianbao.json) /UF <FEFF5E7462A5D870DDF9002E006A0073006F006E> /Desc <FEFF")
	assert.Contains(t, specification, "/AFRelationship /Data")
	stream := d.reference(specification, "EF <</F")
	assert.Contains(t, d.object(stream), "/Type /EmbeddedFile /Subtype /application#2Fjson /Params <</Size 8 /ModDate (D:20260120000000+08'00')>>")
	assert.Equal(t, string(attachment.Data), string(d.stream(stream)))

	pages.Info.Dated = time.Time{}
	file.Reset()
	require.NoError(t, Write(&file, pages, &attachment))
	d = readBack(t, file.Bytes())
	assert.Contains(t, d.object(d.reference(d.object(d.reference(d.catalog(), "AF")), "EF <</F")), "/Params <</Size 8>>", "no date of its own")

	assert.NotContains(t, readBack(t, write(t, pages)).catalog(), "/AF")
}

func TestProgramsFindTheAttachment(t *testing.T) {
	sample.Need(t, "qpdf", "pdfdetach")
	attachment := attachment
	attachment.Name = "年报.json" // what lies beyond U+FFFF, pdfdetach writes in its own way
	var file bytes.Buffer
	require.NoError(t, Write(&file, oddities(t), &attachment))
	path := filepath.Join(t.TempDir(), "report.pdf")
	require.NoError(t, os.WriteFile(path, file.Bytes(), 0o600))
	assert.Contains(t, sample.Run(t, "qpdf", "--check", path), "No syntax or stream encoding errors")
	assert.Equal(t, string(attachment.Data), sample.Run(t, "qpdf", "--show-attachment="+attachment.Name, path))
	assert.Contains(t, sample.Run(t, "pdfdetach", "-list", path), attachment.Name)
	saved := filepath.Join(t.TempDir(), "data")
	sample.Run(t, "pdfdetach", "-save", "1", "-o", saved, path)
	data, err := os.ReadFile(saved)
	require.NoError(t, err)
	assert.Equal(t, string(attachment.Data), string(data))
}
