package job

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/handin"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/sample"
)

// Other programs unzip a package, names in Chinese and all, and find in it what the manifest says.
func TestOtherProgramsUnzipPackages(t *testing.T) {
	sample.Need(t, "unzip", "sha256sum", "python3")
	data := packedReport(t, sample.Report(t, "d-town-2020"), Packer{Program: here, Recipient: "县人民政府办公室", Scans: []File{{"1.JPG", []byte("\xff\xd8\xff 一")}, {"盖章 1.第2页", []byte("\xff\xd8\xff 二")}}})
	folder := t.TempDir()
	file := filepath.Join(folder, "报送.zip")
	require.NoError(t, os.WriteFile(file, data, 0o644))
	sample.Run(t, "unzip", "-q", file, "-d", filepath.Join(folder, "unzip"))
	sample.Run(t, "python3", "-m", "zipfile", "-e", file, filepath.Join(folder, "python"))
	p, err := handin.Open(data)
	require.NoError(t, err)
	var names []string
	for _, f := range p.Files {
		names = append(names, f.Name)
		for _, by := range []string{"unzip", "python"} {
			sum := sample.Run(t, "sha256sum", filepath.Join(folder, by, f.Name))
			assert.True(t, strings.HasPrefix(sum, f.SHA256), "%s: %s", by, f.Name)
		}
	}
	assert.Subset(t, names, []string{"南汀镇人民政府2020年政府信息公开工作年度报告（盖章扫描件1）.jpg", "南汀镇人民政府2020年政府信息公开工作年度报告（盖章扫描件2）.jpg"})

	// What was packed anew by another program verifies all the same, and it is said that it was.
	again := filepath.Join(folder, "重新压缩.zip")
	args := []string{"-m", "zipfile", "-c", again}
	for _, name := range append(names, handin.ManifestName) {
		args = append(args, filepath.Join(folder, "unzip", name))
	}
	sample.Run(t, "python3", args...)
	repacked, err := os.ReadFile(again)
	require.NoError(t, err)
	require.False(t, bytes.Equal(data, repacked))
	told, err := Verify(File{"重新压缩.zip", repacked}, here, nil)
	require.NoError(t, err)
	assert.Empty(t, told.Differences)
	assert.Contains(t, told.Notes, "包是解压以后重新压缩的，不是打包时的原样，里面的文件按清单核对")
}

func TestLetter(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	data := letterOf(t, packedReport(t, r, Packer{Program: here, Recipient: " 清溪县人民政府\n办公室 ", Scans: []File{{"扫描.pdf", []byte("%PDF-1.4")}}}))
	assert.Equal(t, opc.Document, opc.Tell(data))
	body := sample.Unzip(t, data)["word/document.xml"]
	at := 0
	for _, text := range []string{
		"望禾镇人民政府关于报送2024年", "政府信息公开工作年度报告的函", "清溪县人民政府 办公室：", "我单位编制了2024年政府信息公开工作年度报告",
		"附件：1.年度报告（PDF、纯文本、网页、交换JSON）", "　　　2.填报表", "　　　3.校验结果", "　　　4.盖章扫描件", ">望禾镇人民政府<", ">2025年1月13日<",
	} {
		i := strings.Index(body[at:], text)
		require.GreaterOrEqual(t, i, 0, "%s, behind what stands before it", text)
		at += i
	}
	assert.NotContains(t, body, "5.")

	delete(r.Fields, "report.date")
	undated := sample.Unzip(t, letterOf(t, packedReport(t, r, Packer{Program: here, Recipient: "县人民政府办公室"})))["word/document.xml"]
	assert.NotContains(t, undated, "日<", "no date that the report does not have")
	assert.Contains(t, undated, ">望禾镇人民政府<")
}

// letterOf is the letter in a package.
func letterOf(t testing.TB, data []byte) []byte {
	t.Helper()
	p, err := handin.Open(data)
	require.NoError(t, err)
	f, ok := p.File(handin.Letter)
	require.True(t, ok)
	return f.Data
}

// LibreOffice shows a letter on one page, whoever it is from.
func TestLetterInLibreOffice(t *testing.T) {
	sample.Need(t, "soffice", "pdftotext", "pdfinfo")
	r := sample.Report(t, "e-town-2024")
	r.Fields["unit.name"] = model.Field{Text: "清溪县望禾镇人民政府政务服务和数据管理办公室（行政审批服务中心）"}
	file := filepath.Join(t.TempDir(), "报送函.docx")
	require.NoError(t, os.WriteFile(file, letterOf(t, packedReport(t, r, Packer{Program: here, Recipient: "清溪县人民政府办公室"})), 0o644))
	pdf := filepath.Join(sample.Convert(t, "pdf", file), "报送函.pdf")
	assert.Regexp(t, `Pages: +1\n`, sample.Run(t, "pdfinfo", pdf))
	text := sample.Run(t, "pdftotext", "-layout", pdf, "-")
	assert.Regexp(t, `(?m)^清溪县人民政府办公室：$`, text, "from the left edge on")
	assert.Regexp(t, `(?m)^ +附件：1\.`, text)
}
