package guide_test

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/web"
)

var (
	link    = regexp.MustCompile(`(!?)\[[^\]]*\]\(([^)#]*)#?([^)]*)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (?:<a id="([a-z-]+)"></a>)?(.+)$`)
)

func texts(t *testing.T) map[string]string {
	names, err := filepath.Glob("*.md")
	require.NoError(t, err)
	require.Contains(t, names, "README.md")
	all := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		all[name] = string(data)
	}
	return all
}

// anchors are the places of a page that links may lead to.
func anchors(text string) (list []string) {
	for _, found := range heading.FindAllStringSubmatch(text, -1) {
		if found[1] != "" {
			list = append(list, found[1])
		} else {
			list = append(list, found[2])
		}
	}
	return list
}

func TestLinks(t *testing.T) {
	all := texts(t)
	linked, shown := map[string]bool{"README.md": true}, map[string]bool{}
	for name, text := range all {
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			file, place := found[2], found[3]
			if found[1] == "!" {
				shown[file] = true
				assert.FileExists(t, file, "shown in %s", name)
				continue
			}
			if file == "" {
				file = name
			}
			linked[file] = true
			if assert.Contains(t, all, file, "%s leads there", name) && place != "" {
				assert.Contains(t, anchors(all[file]), place, "%s leads to %s", name, file)
			}
		}
	}
	for name := range all {
		assert.True(t, linked[name], "nothing leads to %s", name)
	}
	pictures, err := filepath.Glob("pictures/*")
	require.NoError(t, err)
	for _, picture := range pictures {
		assert.True(t, shown[filepath.ToSlash(picture)], "%s is shown nowhere", picture)
	}
}

// Each page begins with its title and has no other heading of that rank, ranks are not skipped, and no place of a page has two headings.
func TestHeadings(t *testing.T) {
	for name, text := range texts(t) {
		require.True(t, strings.HasPrefix(text, "# "), name)
		rank := 0
		for _, found := range heading.FindAllString(text, -1) {
			now := strings.Index(found, " ")
			assert.LessOrEqual(t, now, rank+1, "%s: %s", name, found)
			assert.True(t, now > 1 || rank == 0, "%s: %s", name, found)
			rank = now
		}
		places := anchors(text)
		slices.Sort(places)
		assert.Len(t, slices.Compact(places), len(heading.FindAllString(text, -1)), name)
	}
}

// What the guide calls a thing of the page is what the page calls it.
func TestNames(t *testing.T) {
	page, err := web.New(web.Options{Now: time.Now})
	require.NoError(t, err)
	w := httptest.NewRecorder()
	page.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	said := w.Body.String()
	for _, file := range []string{"report", "preview", "edited", "upward", "reports", "start"} {
		data, err := os.ReadFile("../../templates/page/" + file + ".html")
		require.NoError(t, err)
		said += string(data)
	}
	told := ""
	for _, text := range texts(t) {
		told += text
	}
	for _, name := range []string{
		"放上年的年报", "报告年度", "单位层级", "单位名称", "第三、四部分的表先填0，有的再改", "下载填报表", "生成填报表", "选一个文件夹", "放进年报", "看草稿", "预览与下载",
		"标出问题的填报表", "改好的填报表", "改正标点、空格", "撤销上一次", "保存并校验", "去改", "写进填报表", "拿走", "复制正文", "选用自己的字库", "改回自带的",
		"选改过的Word文档", "盯着这份文件", "用这台电脑上装的仿宋、小标宋", "取回这些修改", "下载校验登记（Excel）", "审核汇总", "送审", "下载送审稿", "上报", "选上级发来的表",
		"下载填好的表", "选公布的那一份", "下载更正说明（压缩包）", "是改名、合并以前的单位的", "下载取数单（压缩包）", "复制数字", "不要合计", "录入对照",
	} {
		assert.True(t, strings.Contains(said, name), "the page has nothing called %s", name)
		assert.True(t, strings.Contains(told, name), "the guide tells of nothing called %s", name)
	}
}
