package textfile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/sample"
	"nianbao/internal/textfile"
)

func TestTable(t *testing.T) {
	rows := [][]string{{"编号", "说明"}, {"C03607", "已核实"}}
	for _, c := range []struct {
		why, data string
		want      [][]string
		err       string
	}{
		{"as programs save it", "编号,说明\nC03607,已核实\n", rows, ""},
		{"as Excel saves “CSV UTF-8”", "\ufeff编号,说明\r\nC03607,已核实\r\n", rows, ""},
		{"as Excel saves “Unicode 文本”", "\xff\xfe\x16\x7f\xf7\x53\t\x00\xf4\x8b\x0e\x66\n\x00C\x000\x003\x006\x000\x007\x00\t\x00\xf2]8h\x9e[\n\x00", rows, ""},
		{"as Excel of Chinese Windows saves “CSV”", "\xb1\xe0\xba\xc5,\xcb\xb5\xc3\xf7\nC03607,\xd2\xd1\xba\xcb\xca\xb5\n", rows, ""},
		{"rows of unequal lengths", "a\nb,c\n", [][]string{{"a"}, {"b", "c"}}, ""},
		{"nothing", "", nil, ""},
		{"an open quote", "\"a\n", nil, "不是CSV文件"},
		{"a PDF, behind what some servers put before it", "\r\n%PDF-1.7\n", nil, "不是CSV文件"},
		{"a workbook", string(sample.Read(t, "internal/opc/testdata/book.xlsx")), nil, "不是CSV文件"},
		{"no encoding of text", "a\x00b", nil, "文字的编码认不出，请另存为“CSV UTF-8”后再试"},
	} {
		got, err := textfile.Table([]byte(c.data))
		assert.Equal(t, c.want, got, c.why)
		if c.err == "" {
			assert.NoError(t, err, c.why)
		} else {
			assert.EqualError(t, err, c.err, c.why)
		}
	}
}
