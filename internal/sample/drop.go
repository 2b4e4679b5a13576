package sample

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/model"
)

// DropFiles drops files and a folder on the page at an address, in Chromium, as a desktop does it, and checks that they are read.
func DropFiles(t *testing.T, address string) {
	t.Helper()
	program, node := Program(t, "chromium"), Program(t, "node")
	Need(t, "puppeteer-core")
	singly, folder := t.TempDir(), filepath.Join(t.TempDir(), "各单位")
	file := func(unit, under string) string {
		r := Report(t, "e-town-2024")
		r.Fields["unit.name"] = model.Field{Text: unit}
		var b bytes.Buffer
		require.NoError(t, exchange.Write(&b, r))
		require.NoError(t, os.MkdirAll(under, 0o755))
		path := filepath.Join(under, unit+".json")
		require.NoError(t, os.WriteFile(path, b.Bytes(), 0o644))
		return path
	}
	first, second := file("清溪镇人民政府", singly), file("石桥镇人民政府", singly)
	file("柏坞乡人民政府", folder)
	file("禾川镇人民政府", filepath.Join(folder, "下级"))
	whole := filepath.Join(folder, "柏坞乡_files") // beside a page that Edge saved whole
	require.NoError(t, os.MkdirAll(whole, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(whole, "广告.html"), []byte("<p>广告</p>"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "柏坞乡.html"), []byte("<p>正在加载</p>"), 0o644))
	var seen struct {
		Complaints, One, Two, Folder, Again, Refused []string
	}
	said := Run(t, node, Path(t, "testdata/browser/drop.mjs"), program, address, folder, first, second)
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	assert.Empty(t, seen.Complaints)
	require.Len(t, seen.One, 1)
	assert.Regexp(t, `^(通过|不通过)`, seen.One[0])
	assert.Len(t, seen.Two, 2)
	rows := strings.Join(seen.Folder, "\n")
	assert.Contains(t, rows, "各单位/柏坞乡人民政府.json")
	assert.Contains(t, rows, "各单位/下级/禾川镇人民政府.json", "with the folders that it lies in")
	assert.Contains(t, rows, "柏坞乡.html")
	assert.NotContains(t, rows, "广告", "what belongs to a page that was saved whole is none of the reports")
	require.NotEmpty(t, seen.Again)
	assert.ElementsMatch(t, seen.Folder, seen.Again[:len(seen.Again)-1], "what is dropped again is there once")
	assert.Equal(t, "有3份放进来过，内容一样，没有再放", seen.Again[len(seen.Again)-1])
	require.Len(t, seen.Refused, 1)
	assert.Contains(t, seen.Refused[0], "文件夹“各单位”拖不进来，请在“开始”里用“选一个文件夹”")
}
