package handin_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/internal/handin"
	"nianbao/internal/sample"
	"nianbao/internal/sealed"
)

var dated = time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC)

// small is a manifest of two files.
func small() handin.Manifest {
	return handin.Manifest{Program: handin.Program{Version: "1.0.0"}, Edition: "2021", Unit: "清溪镇人民政府", Year: 2025, Files: []handin.File{
		handin.NewFile(handin.Text, "年报.txt", []byte("年报")), handin.NewFile(handin.Workbook, "填报.xlsx", []byte("PK填报")),
	}}
}

func written(t testing.TB, m handin.Manifest) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, handin.Write(&b, dated, m))
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	data := written(t, small())
	assert.True(t, bytes.Equal(data, written(t, small())), "the same twice")
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		assert.False(t, f.NonUTF8, "%s is marked as UTF-8, so that Windows shows it right", f.Name)
		assert.EqualValues(t, 1<<11, f.Flags&(1<<11), f.Name)
		assert.Equal(t, dated, f.Modified.UTC(), "the date comes from the report")
	}
	assert.Equal(t, []string{"清单.json", "填报.xlsx", "年报.txt"}, names, "in the order of the roles")

	p, err := handin.Open(data)
	require.NoError(t, err)
	assert.Empty(t, p.Faults)
	assert.True(t, p.Canonical)
	assert.Regexp(t, `^[0-9A-F]{4}(-[0-9A-F]{4}){3}$`, p.Code)
	book, ok := p.File(handin.Workbook)
	assert.True(t, ok)
	assert.Equal(t, "PK填报", string(book.Data))

	other := small()
	other.Files[0] = handin.NewFile(handin.Text, "年报.txt", []byte("年报。"))
	q, err := handin.Open(written(t, other))
	require.NoError(t, err)
	assert.NotEqual(t, p.Code, q.Code, "another file, another code")
}

func TestWriteRefuses(t *testing.T) {
	for _, c := range []struct {
		why, name string
		size      int
		want      string
	}{
		{"a name that leads out of the folder", "../填报.xlsx", 1, "文件名“../填报.xlsx”不能用"},
		{"a device of Windows", "con.pdf", 1, "文件名“con.pdf”不能用"},
		{"a dot at the end, which Windows drops", "扫描.pdf.", 1, "文件名“扫描.pdf.”不能用"},
		{"a space at the end", "扫描.pdf ", 1, "文件名“扫描.pdf ”不能用"},
		{"what does not show", "扫\u200b描.pdf", 1, "文件名“扫\u200b描.pdf”不能用"},
		{"the name of the manifest", "清单.JSON", 1, "“清单.JSON”写了两次"},
		{"what would not be read any more", "扫描.pdf", 41 << 20, "报送包不能超过32MB，里面的文件合起来不能超过40MB"},
	} {
		m := small()
		m.Files = append(m.Files, handin.NewFile(handin.Scan, c.name, make([]byte, c.size)))
		var b bytes.Buffer
		assert.ErrorContains(t, handin.Write(&b, dated, m), c.want, c.why)
		assert.Zero(t, b.Len(), c.why)
	}
}

// parts are the name and content of each file of a package in turn.
func parts(t testing.TB) []string { return sample.Parts(t, written(t, small())) }

func TestOpenTellsWhatIsNotAsTheManifestSays(t *testing.T) {
	type fault struct {
		kind handin.FaultKind
		name string
	}
	list := parts(t)
	manifest, book, text := list[:2], list[2:4], list[4:6]
	for _, c := range []struct {
		why  string
		zip  []byte
		want []fault
	}{
		{"nothing", sample.Zip(t, list...), nil},
		{"a file is missing", sample.Zip(t, append(manifest[:2:2], text...)...), []fault{{handin.Missing, "填报.xlsx"}}},
		{"a file was changed", sample.Zip(t, append(append(manifest[:2:2], book...), text[0], "年报。")...), []fault{{handin.Changed, "年报.txt"}}},
		{"to the same size", sample.Zip(t, append(append(manifest[:2:2], book...), text[0], "月报")...), []fault{{handin.Changed, "年报.txt"}}},
		{"to nothing", sample.Zip(t, append(append(manifest[:2:2], book...), text[0], "")...), []fault{{handin.Changed, "年报.txt"}}},
		{"of another size, in the manifest alone", sample.Zip(t, append([]string{list[0], strings.Replace(list[1], `"size": 6`, `"size": 7`, 1)}, list[2:]...)...), []fault{{handin.Changed, "年报.txt"}}},
		{"a file more", sample.Zip(t, append(list[:6:6], "病毒.exe", "MZ")...), []fault{{handin.Extra, "病毒.exe"}}},
		{"a file that leads out of the folder", sample.Zip(t, append(list[:6:6], "../../年报.txt", "年报")...), []fault{{handin.Extra, "../../年报.txt"}}},
		{"a file twice, of which programs show the first or the last", sample.Zip(t, append(list[:6:6], text[0], "月报")...), []fault{{handin.Doubled, "年报.txt"}}},
		{"the same, as systems without letters' case have it", sample.Zip(t, append(list[:6:6], "填报.XLSX", "PK")...), []fault{{handin.Doubled, "填报.xlsx"}}},
		{"the very same file twice", sample.Zip(t, append(list[:6:6], text...)...), []fault{{handin.Doubled, "年报.txt"}}},
		{"packed anew within a folder", sample.Zip(t, "报送/", "", "报送/"+list[0], list[1], "报送/"+list[2], list[3], "报送/"+list[4], list[5]), nil},
		{"by macOS", sample.Zip(t, append(list[:6:6], "__MACOSX/._年报.txt", "x", ".DS_Store", "x")...), nil},
		{"by a program of Chinese Windows", gbk(t, list), nil},
	} {
		p, err := handin.Open(c.zip)
		require.NoError(t, err, c.why)
		var got []fault
		for _, f := range p.Faults {
			got = append(got, fault{f.Kind, f.File.Name})
		}
		assert.Equal(t, c.want, got, c.why)
	}
}

func TestOpenFindsNamesAsMacOSComposesThem(t *testing.T) {
	m := small()
	m.Files[0] = handin.NewFile(handin.Text, "Caf\u00e9.txt", []byte("年报"))
	list := sample.Parts(t, written(t, m))
	for i, part := range list {
		if part == m.Files[0].Name {
			list[i] = "Cafe\u0301.txt"
		}
	}
	p, err := handin.Open(sample.Zip(t, list...))
	require.NoError(t, err)
	assert.Empty(t, p.Faults)
	text, _ := p.File(handin.Text)
	assert.Equal(t, "年报", string(text.Data))
}

// gbk packs files as programs do that write names in the encoding of Chinese Windows.
func gbk(t testing.TB, list []string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(list); i += 2 {
		name, err := simplifiedchinese.GBK.NewEncoder().String(list[i])
		require.NoError(t, err)
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: true, Method: zip.Deflate})
		require.NoError(t, err)
		_, err = w.Write([]byte(list[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func TestABrokenFileIsToldAndTheOthersAreHeld(t *testing.T) {
	m := small()
	m.Files[1] = handin.NewFile(handin.Workbook, "填报.xlsx", bytes.Repeat([]byte("填报表"), 100))
	data := written(t, m)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	at, err := z.File[1].DataOffset()
	require.NoError(t, err)
	data[at+3] ^= 0xFF
	p, err := handin.Open(data)
	require.NoError(t, err)
	require.Len(t, p.Faults, 1)
	assert.Equal(t, handin.Broken, p.Faults[0].Kind)
	assert.Equal(t, "填报.xlsx", p.Faults[0].File.Name)
}

func TestOpenRefuses(t *testing.T) {
	list := parts(t)
	manifest := func(change func(m map[string]any)) []byte {
		var m map[string]any
		require.NoError(t, json.Unmarshal([]byte(list[1]), &m))
		change(m)
		text, err := json.Marshal(m)
		require.NoError(t, err)
		return sample.Zip(t, append([]string{list[0], string(text)}, list[2:]...)...)
	}
	file := func(key string, value any) []byte {
		return manifest(func(m map[string]any) { m["files"].([]any)[0].(map[string]any)[key] = value })
	}
	whole := written(t, small())
	for _, c := range []struct {
		why  string
		data []byte
		want string
	}{
		{"an empty file", nil, "不是报送包"},
		{"a text", []byte("年报"), "不是报送包"},
		{"an empty zip", sample.Zip(t), "不是报送包"},
		{"a zip of a report's files", sample.Zip(t, list[2:]...), "不是报送包"},
		{"a manifest further inside", sample.Zip(t, "甲/乙/"+list[0], list[1]), "不是报送包"},
		{"a list that is none of ours", sample.Zip(t, list[0], `{"schema": "nianbao.findings/1"}`), "不是报送包"},
		{"a list that is no object", sample.Zip(t, list[0], `[]`), "不是报送包"},
		{"a zip that was cut off", whole[:len(whole)-30], "报送包已损坏"},
		{"a later schema", manifest(func(m map[string]any) { m["schema"] = "nianbao.package/2"; m["files"] = 3 }), "是更新的版本打的包"},
		{"two lists", sample.Zip(t, append(list[:6:6], list[0], "{}")...), "有两份“清单.json”"},
		{"the same list twice", sample.Zip(t, append(list[:6:6], list[:2]...)...), "有两份“清单.json”"},
		{"a list of something else", manifest(func(m map[string]any) { m["files"] = "无" }), "里面的“清单.json”不对（不合写法）"},
		{"a name that leads out of the folder", file("name", `..\填报.xlsx`), "文件名“..\\填报.xlsx”不能用"},
		{"no name", file("name", ""), "文件名“”不能用"},
		{"the folder itself", file("name", ".."), "文件名“..”不能用"},
		{"a name that is listed twice", file("name", "年报.TXT"), "“年报.txt”写了两次"},
		{"a role that is given twice", file("role", "txt"), "有两份纯文本"},
		{"no role", file("role", ""), "没有写“填报.xlsx”是什么"},
		{"a digest that is none", file("sha256", "abc"), "“填报.xlsx”的大小或指纹写得不对"},
		{"a size below nothing", file("size", -1), "“填报.xlsx”的大小或指纹写得不对"},
		{"a size beyond all bounds", file("size", 1<<62), "里面的文件合起来不能超过40MB"},
		{"more files than any package has", manifest(func(m map[string]any) { m["files"] = make([]any, 201) }), "文件太多"},
		{"a zip bomb", sample.Zip(t, list[0], list[1], "扫描.pdf", strings.Repeat("x", 33<<20)), "报送包不能超过32MB"},
		{"one that is small", deflated(t, list[0], strings.Repeat(" ", 80<<20)), "里面的文件合起来不能超过40MB"},
		{"a file that is listed as a small one", deflated(t, list[0], list[1], list[2], strings.Repeat(" ", 80<<20)), "里面的文件合起来不能超过40MB"},
	} {
		_, err := handin.Open(c.data)
		assert.ErrorContains(t, err, c.want, c.why)
	}
}

// deflated is a small package of files that unzip to much, by name and content in turn.
func deflated(t testing.TB, list ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(list); i += 2 {
		w, err := z.Create(list[i])
		require.NoError(t, err)
		_, err = io.WriteString(w, list[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.Less(t, b.Len(), 1<<20)
	return b.Bytes()
}

func FuzzOpen(f *testing.F) {
	f.Add(written(f, small()))
	list := parts(f)
	f.Add(sample.Zip(f, list...))
	f.Add(sample.Zip(f, append(list[:6:6], "../x", "y", list[4], "z")...))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := handin.Open(data)
		if err != nil {
			if err.Error() == "" || strings.Contains(err.Error(), "zip:") {
				t.Fatal(err)
			}
			return
		}
		for _, file := range p.Files {
			told := false
			for _, fault := range p.Faults {
				told = told || fault.File.Name == file.Name
			}
			if held := file.Data != nil && len(file.Data) == file.Size && sealed.Digest(file.Data) == file.SHA256; held == told {
				t.Fatalf("%q: held %v, told %v", file.Name, held, told)
			}
		}
	})
}
