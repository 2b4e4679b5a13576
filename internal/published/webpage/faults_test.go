package webpage_test

import (
	"encoding/base64"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"nianbao/internal/published/webpage"
)

const sentence = "按照条例规定，青岚镇人民政府编制了2024年政府信息公开工作年度报告，报告中的数据统计期限为全年。"

func encoded(t testing.TB, text string, e encoding.Encoding) string {
	t.Helper()
	out, err := e.NewEncoder().String(text)
	require.NoError(t, err)
	return out
}

func inUTF16(text string, high, low int) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		pair := [2]byte{byte(u), byte(u >> 8)}
		b.WriteByte(pair[high])
		b.WriteByte(pair[low])
	}
	return b.String()
}

func TestCharsets(t *testing.T) {
	declared := func(charset string) string { return "<html><head><meta charset=" + charset + "></head><body><p>" }
	page := sentence + "<p>㐂镕"
	gb := encoded(t, page, simplifiedchinese.GB18030)
	traditional := "依政府資訊公開條例編製本報告，說明年度內主動公開與依申請公開之情形"
	for _, c := range []struct{ why, data, want string }{
		{"UTF-8", declared("utf-8") + page, page},
		{"UTF-8 without a word", "<p>" + page, page},
		{"UTF-8 that says GB 2312", declared("gb2312") + page, page},
		{"UTF-8 with a mark, that says GBK", "\xef\xbb\xbf" + declared("gbk") + page, page},
		{"UTF-8 that says Latin-1", declared("iso-8859-1") + page, page},
		{"UTF-8 with a broken character", "<p>" + page + "\xe4\xb8", page + "\ufffd"},
		{"GB 18030", declared("gb18030") + gb, page},
		{"GBK that says UTF-8", declared("utf-8") + gb, page},
		{"GBK without a word", "<p>" + gb, page},
		{"GBK that says Latin-1", `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>` + gb, page},
		{"GBK whose bytes fit UTF-8 too, without Chinese", declared("gbk") + encoded(t, "联通", simplifiedchinese.GBK), "联通"},
		{"GBK that says Big5", declared("big5") + gb, page},
		{"Big5", declared("Big5") + encoded(t, traditional, traditionalchinese.Big5), traditional},
		{"UTF-16, low byte first", "\xff\xfe" + inUTF16(declared("utf-8")+page, 0, 1), page},
		{"UTF-16, high byte first", "\xfe\xff" + inUTF16(declared("utf-8")+page, 1, 0), page},
		{"UTF-16 without a mark", inUTF16("<p>"+page, 0, 1), page},
	} {
		p, err := webpage.Read([]byte(c.data))
		if !assert.NoError(t, err, c.why) {
			continue
		}
		var texts []string
		for _, b := range p.Blocks {
			texts = append(texts, b.Text)
		}
		assert.Equal(t, c.want, strings.Join(texts, "<p>"), c.why)
	}
}

func TestArchives(t *testing.T) {
	const head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\""
	page := "<p>" + sentence + "</p>"
	gb := encoded(t, page, simplifiedchinese.GBK)
	broken := webpage.Error{Fault: webpage.Incomplete}
	for _, c := range []struct {
		why, data string
		err       error
	}{
		{"the first page", head + "\r\n\r\n--b\r\nContent-Type: text/css\r\n\r\np{}\r\n--b\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--b--\r\n", nil},
		{"line ends of other systems", strings.ReplaceAll(head+"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"+page+"\r\n--b--\r\n", "\r\n", "\n"), nil},
		{"the page that is named", head + "; start=\"<x>\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>no\r\n--b\r\nContent-ID: <x>\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--b--\r\n", nil},
		{"one that is named and not there", head + "; start=\"<y>\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--b--\r\n", nil},
		{"parts in parts", head + "\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--c--\r\n\r\n--b--\r\n", nil},
		{"a single page", "From: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
			strings.NewReplacer("=", "=3D", "<", "=3C", "，", "=\r\n，").Replace(page), nil},
		{"base64 in lines", head + "\r\n\r\n--b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: BASE64\r\n\r\n" +
			strings.ReplaceAll(base64.StdEncoding.EncodeToString([]byte(gb)), "a", "a\r\n") + "\r\n--b--\r\n", nil},
		{"bytes as they are", head + "\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + gb + "\r\n--b--\r\n", nil},
		{"cut off behind the page", head + "\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n" + page, nil},
		{"another boundary", head + "\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--c--\r\n", broken},
		{"no boundary", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--b\r\n", broken},
		{"no page", head + "\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n甲\r\n--b--\r\n", broken},
		{"nothing but a head", head + "\r\n", broken},
		{"parts in parts in parts", strings.Repeat(head+"\r\n\r\n--b\r\n", 9), broken},
	} {
		p, err := webpage.Read([]byte(c.data))
		assert.Equal(t, c.err, err, c.why)
		if err == nil && assert.NotEmpty(t, p.Blocks, c.why) {
			assert.Equal(t, sentence, p.Blocks[0].Text, c.why)
		}
	}
}

func TestFaults(t *testing.T) {
	gbk := func(text string) string { // what becomes of UTF-8 that is taken for GBK
		out, err := simplifiedchinese.GBK.NewDecoder().String(text)
		require.NoError(t, err)
		return out
	}
	latin, err := charmap.Windows1252.NewDecoder().String(strings.Repeat(sentence, 3))
	require.NoError(t, err)
	for _, c := range []struct {
		why, data string
		want      webpage.Fault
	}{
		{"nothing", "", webpage.NotPage},
		{"plain text", sentence, webpage.NotPage},
		{"an office file", "PK\x03\x04<p>", webpage.NotPage},
		{"a PDF", "%PDF-1.7 <a>", webpage.NotPage},
		{"a page without text", "<html><body><img src=a><p>&nbsp;</p></body></html>", webpage.NoText},
		{"a page whose text is hidden", "<p hidden>" + sentence, webpage.NoText},
		{"frames", "<frameset cols=9><frame src=a><frame src=b></frameset>", webpage.NoTextFrames},
		{"a frame of its own", "<iframe src=a.pdf></iframe>", webpage.NoTextFrames},
		{"question marks", "<p>" + strings.Repeat("?", 300) + "2024", webpage.Garbled},
		{"UTF-8 taken for GBK", "<p>" + gbk(strings.Repeat(sentence, 3)), webpage.Garbled},
		{"lost and saved anew", "<p>" + strings.Repeat("锟斤拷", 50), webpage.Garbled},
		{"UTF-8 taken for Latin", "<p>" + latin, webpage.Garbled},
	} {
		_, err := webpage.Read([]byte(c.data))
		assert.Equal(t, webpage.Error{Fault: c.want}, err, c.why)
	}
	for _, sound := range []string{sentence, "是不是？为什么???" + sentence, "锛炉锟"} {
		_, err := webpage.Read([]byte("<p>" + sound))
		assert.NoError(t, err, sound)
	}
}

// Errors are sentences without their ends that name the way round, and not the file.
func TestErrorsAreSentences(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range []webpage.Fault{webpage.NotPage, webpage.TooLarge, webpage.Incomplete, webpage.NoText, webpage.NoTextFrames, webpage.Garbled} {
		text := webpage.Error{Fault: f}.Error()
		assert.Contains(t, text, "请", text)
		assert.NotContains(t, text, "。", text)
		assert.False(t, seen[text], text)
		seen[text] = true
	}
	assert.Equal(t, "到第4段为止文字太多，不是正常的报告页，请在浏览器里打开，只复制报告的正文，粘贴到Word里保存为.docx后再试", webpage.MuchTextError{Paragraph: 4}.Error())
}
