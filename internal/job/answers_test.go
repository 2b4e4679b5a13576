package job_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

func TestParseAnswers(t *testing.T) {
	const text = "编号,说明\r\nc03607,另有一件在年内合并\r\n318CB1,\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	assert.NoError(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("编号\t说明\nc03607\t另有一件在年内合并\n")
	assert.NoError(t, err)
	want := []model.Answer{{Number: "c03607", Text: "另有一件在年内合并"}}
	for why, table := range map[string]string{
		"as Excel saves “CSV UTF-8”":                 "\ufeff" + text,
		"as Chinese Excel saves “CSV”":               gb,
		"as Excel saves “Unicode文本”":                 wide,
		"with full-width commas, which part nothing": "编号，说明\nc03607，另有一件在年内合并\n",
		"without heads":                              "c03607,另有一件在年内合并\n",
		"the findings that check writes, filled":     "文件,编号,级别,说明\nb.xlsx,c03607,核实,另有一件在年内合并\n",
	} {
		got, err := job.ParseAnswers([]byte(table))
		assert.NoError(t, err, why)
		assert.Equal(t, want, got, why)
	}
	got, err := job.ParseAnswers([]byte("单位,编号,说明\n清溪镇人民政府,C03607,属实\n"))
	assert.NoError(t, err)
	assert.Equal(t, []model.Answer{{Number: "C03607", Text: "属实", Unit: "清溪镇人民政府"}}, got, "of one of many units")
	got, err = job.ParseAnswers([]byte("单位,编号,说明\n'@清溪镇,C03607,'-1件是信访\n"))
	assert.NoError(t, err)
	assert.Equal(t, []model.Answer{{Number: "C03607", Text: "-1件是信访", Unit: "@清溪镇"}}, got, "kept from being formulas in the findings that check writes")
	for _, c := range []struct {
		why   string
		table []byte
		want  string
	}{
		{"a workbook that was not saved as CSV", sample.Read(t, "testdata/workbooks/openpyxl-d-town-2020.xlsx"), "不是CSV文件，应有两列：编号、说明；是表格的，请另存为CSV后再试"},
		{"a quote that does not end", []byte("编号,说明\nC03607,\"属实\n"), "不是CSV文件，应有两列：编号、说明；是表格的，请另存为CSV后再试"},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00"), "文字的编码认不出，请另存为“CSV UTF-8”后再试"},
	} {
		_, err := job.ParseAnswers(c.table)
		assert.EqualError(t, err, c.want, c.why)
	}
}
