package job_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/job"
	"nianbao/internal/sample"
)

func TestParseNames(t *testing.T) {
	names := []string{"各镇/清溪.xlsx", "望 禾.xlsx"}
	text := "各镇/清溪.xlsx\r\n\r\n  望 禾.xlsx\t"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	assert.NoError(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	assert.NoError(t, err)
	for why, list := range map[string]string{
		"lines of Windows, a blank one among them, and none at the end": text,
		"as Notepad saves UTF-8":         "\ufeff" + text,
		"as Chinese Windows saves ANSI":  gb,
		"as PowerShell writes with >":    wide,
		"quoted, as Windows copies them": "\"各镇/清溪.xlsx\"\n\"望 禾.xlsx\"\n",
	} {
		got, err := job.ParseNames([]byte(list))
		assert.NoError(t, err, why)
		assert.Equal(t, names, got, why)
	}
	for _, c := range []struct {
		why  string
		list []byte
		want string
	}{
		{"a workbook, meant to be checked", sample.Read(t, "testdata/workbooks/openpyxl-d-town-2020.xlsx"), "不是文件名单；要处理这个文件本身，直接写它的名字"},
		{"a PDF", []byte("%PDF-1.7"), "不是文件名单；要处理这个文件本身，直接写它的名字"},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00"), "文字的编码认不出，请另存为UTF-8后再试"},
		{"nothing", []byte("\n \n"), "名单里没有文件名，请每行写一个"},
	} {
		_, err := job.ParseNames(c.list)
		assert.EqualError(t, err, c.want, c.why)
	}
}
