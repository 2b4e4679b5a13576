package guide_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// mostOfPicture is how many bytes a picture may have, widest how many pixels.
const mostOfPicture, widest = 120 << 10, 1280

// With -update the pictures are taken anew: from the page in a browser, from the workbook in LibreOffice, both with the project's own fonts.
func TestPictures(t *testing.T) {
	if sample.Updating() {
		takePictures(t)
	}
	files, err := filepath.Glob("pictures/*.png")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.LessOrEqual(t, len(data), mostOfPicture, file)
		size, err := png.DecodeConfig(bytes.NewReader(data))
		require.NoError(t, err, file)
		assert.LessOrEqual(t, size.Width, widest, file)
	}
}

func takePictures(t *testing.T) {
	files, raw := t.TempDir(), t.TempDir()
	faulty := reportOf(t, "清溪镇", "qingxi")
	for key, typed := range map[form.Key]string{"requests.received.natural_person": "2", "requests.received.total": "2",
		"requests.granted.natural_person": "1", "requests.granted.total": "1", "requests.total.natural_person": "1", "requests.total.total": "1"} {
		faulty.Figures[key] = model.ParseFigure(form.Count, typed)
	}
	problems := form.Key("narrative.problems")
	faulty.Texts[problems] = append(faulty.Texts[problems], model.Paragraph{Text: "公开不够及时，，还要改进。"})
	filled := workbookIn(t, filepath.Join(files, "有错"), faulty)
	list := filepath.Join(files, "名单.csv")
	require.NoError(t, os.WriteFile(list, []byte("名称,层级\n清溪镇人民政府,乡镇\n石桥镇人民政府,乡镇\n望禾镇人民政府,乡镇\n"), 0o644))
	plan, err := json.Marshal(map[string]any{
		"folder": files, "pictures": raw, "python": sample.Program(t, "python3"), "edit": sample.Path(t, "testdata/browser/edit_docx.py"),
		"faulty": filled, "sound": workbookIn(t, filepath.Join(files, "改好"), reportOf(t, "清溪镇", "qingxi")),
		"others": []string{workbookIn(t, filepath.Join(files, "各镇"), reportOf(t, "石桥镇", "shiqiao")), workbookIn(t, filepath.Join(files, "各镇"), unfinished(reportOf(t, "望禾镇", "wanghe")))},
		"list":   list, "corrected": workbookIn(t, filepath.Join(files, "更正"), corrected(reportOf(t, "石桥镇", "shiqiao"))),
	})
	require.NoError(t, err)
	planned := filepath.Join(files, "plan.json")
	require.NoError(t, os.WriteFile(planned, plan, 0o644))
	page, err := web.New(web.Options{Now: func() time.Time { return time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC) }})
	require.NoError(t, err)
	server := httptest.NewServer(page)
	defer server.Close()
	sample.Need(t, "puppeteer-core")
	t.Setenv("FONTCONFIG_FILE", fontsOfPage(t))
	sample.Run(t, "node", sample.Path(t, "testdata/browser/guide.mjs"), sample.Program(t, "chromium"), server.URL, planned)
	photographSheets(t, filled, raw)
	taken, err := filepath.Glob(filepath.Join(raw, "*.png"))
	require.NoError(t, err)
	for _, file := range taken {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join("pictures", filepath.Base(file)), reduced(t, data), 0o644))
	}
}

// fontsOfPage has a browser use the project's own fonts, and set in 黑体 what asks for a font without serifs.
func fontsOfPage(t *testing.T) string {
	file := filepath.Join(t.TempDir(), "fonts.conf")
	require.NoError(t, os.WriteFile(file, []byte(`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>`+sample.FontConfig(t)+`</include>
<alias binding="same"><family>sans-serif</family><prefer><family>Noto Sans SC Medium</family></prefer></alias></fontconfig>
`), 0o644))
	return file
}

// photographSheets takes pictures of sheets of a workbook as LibreOffice shows them.
func photographSheets(t *testing.T, file, folder string) {
	pdf := filepath.Join(sample.Convert(t, "pdf", file), strings.TrimSuffix(filepath.Base(file), ".xlsx")+".pdf")
	pages := strings.Split(sample.Run(t, "pdftotext", "-layout", pdf, "-"), "\f")
	for _, sheet := range []struct{ name, begins string }{{"填报表", "三、收到和处理政府信息公开申请情况"}, {"填文字", "一、总体情况"}} {
		n := slices.IndexFunc(pages, func(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), sheet.begins) })
		require.GreaterOrEqual(t, n, 0, sheet.begins)
		page := strconv.Itoa(n + 1)
		sample.Run(t, "pdftoppm", "-png", "-r", "100", "-f", page, "-l", page, "-x", "0", "-y", "0", "-W", "827", "-H", "720", "-singlefile", pdf, filepath.Join(folder, sheet.name))
	}
}

// reportOf is a sample report, made one of a town on 2025.
func reportOf(t *testing.T, town, latin string) *model.Report {
	text := strings.NewReplacer("望禾镇", town, "wanghe", latin, "2025", "2026", "2024", "2025").Replace(string(sample.Read(t, "testdata/reports/e-town-2024.json")))
	r, err := exchange.Read([]byte(text))
	require.NoError(t, err)
	return r
}

// unfinished leaves a figure out.
func unfinished(r *model.Report) *model.Report {
	delete(r.Figures, "requests.received.enterprise")
	return r
}

// corrected has more licences than the report before.
func corrected(r *model.Report) *model.Report {
	r.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, "41")
	return r
}

func workbookIn(t *testing.T, folder string, r *model.Report) string {
	require.NoError(t, os.MkdirAll(folder, 0o755))
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	file := filepath.Join(folder, r.Unit()+"填报.xlsx")
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
	return file
}

// reduced is a picture in its 256 most frequent colours, without white edges.
func reduced(t *testing.T, data []byte) []byte {
	from, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	count := map[color.RGBA]int{}
	var inked image.Rectangle
	each(from.Bounds(), func(x, y int) {
		c := color.RGBAModel.Convert(from.At(x, y)).(color.RGBA)
		count[c]++
		if c != (color.RGBA{255, 255, 255, 255}) {
			inked = inked.Union(image.Rect(x, y, x+1, y+1))
		}
	})
	var colours []color.RGBA
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var palette color.Palette
	for _, c := range colours[:min(256, len(colours))] {
		palette = append(palette, c)
	}
	to := image.NewPaletted(inked.Inset(-8).Intersect(from.Bounds()), palette)
	index := map[color.RGBA]uint8{}
	each(to.Bounds(), func(x, y int) {
		c := color.RGBAModel.Convert(from.At(x, y)).(color.RGBA)
		i, known := index[c]
		if !known {
			i = uint8(palette.Index(c))
			index[c] = i
		}
		to.SetColorIndex(x, y, i)
	})
	var b bytes.Buffer
	require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, to))
	return b.Bytes()
}

func each(r image.Rectangle, do func(x, y int)) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			do(x, y)
		}
	}
}
