package ofd

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/layout"
	"nianbao/internal/render/pdf"
	"nianbao/internal/sample"
)

// saved writes OFDs into a folder.
func saved(t testing.TB, all map[string]*layout.Pages) (folder string, files []string) {
	t.Helper()
	folder = t.TempDir()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		file := filepath.Join(folder, name+".ofd")
		require.NoError(t, os.WriteFile(file, write(t, all[name]), 0o600))
		files = append(files, file)
	}
	return folder, files
}

// ofdrw, written by others, reads all texts and draws the pages as they are printed.
func TestOFDRWShowsThePages(t *testing.T) {
	sample.Need(t, "ofdrw", "pdftoppm")
	all := cases(t)
	folder, files := saved(t, all)
	files, keep := sample.Judged(t, "ofdrw-pixels", files)
	if len(files) == 0 {
		return
	}
	texts := sample.OFDRW(t, files...)
	for _, file := range files {
		name := filepath.Base(file)
		pages := all[strings.TrimSuffix(name, ".ofd")]
		require.Len(t, texts[name], len(pages.Pages), name)
		printed := filepath.Join(folder, name+".pdf")
		var data bytes.Buffer
		require.NoError(t, pdf.Write(&data, pages, nil))
		require.NoError(t, os.WriteFile(printed, data.Bytes(), 0o600))
		sample.Run(t, "pdftoppm", "-r", "144", "-gray", "-png", printed, printed)
		drawn, err := filepath.Glob(printed + "-*.png")
		require.NoError(t, err)
		require.Len(t, drawn, len(pages.Pages))
		sound := true
		for i, page := range pages.Pages {
			want := ""
			for _, r := range page.Runs {
				want += r.Text
			}
			sound = assert.Equal(t, bare(want), bare(texts[name][i]), "%s, page %d", name, i+1) && sound
			unlike := unlikeness(opened(t, drawn[i]), opened(t, filepath.Join(file+".pages", fmt.Sprintf("%d.png", i))))
			sound = assert.Less(t, unlike, 0.002, "%s, page %d", name, i+1) && sound
		}
		if sound {
			keep(file)
		}
	}
	first := filepath.Join(folder, filepath.Base(files[0])) + ".pages/0.png"
	blank := image.NewGray(opened(t, first).Bounds())
	for i := range blank.Pix {
		blank.Pix[i] = 255
	}
	assert.Greater(t, unlikeness(opened(t, first), blank), 0.02, "a page without its text is unlike")
}

// easyofd and ofdkit, each written by others, find all texts: easyofd in the order in which they are painted, ofdkit line by line, which is the same
// where no table is. Beyond U+FFFF easyofd has only half a character.
func TestOtherReadersFindTheTexts(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "easyofd", "pdftotext")
	all := cases(t)
	_, files := saved(t, all)
	python := sample.Program(t, "easyofd")
	sample.Run(t, python, append([]string{sample.Path(t, "testdata/judges/readers.py"), sample.Path(t, "fonts/song.ttf")}, files...)...)
	read := func(text string) string { // without what easyofd cannot read
		return strings.Map(func(r rune) rune {
			if r > 0xFFFF {
				return -1
			}
			return r
		}, bare(text))
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".ofd")
		pages := all[filepath.Base(name)]
		shown := read(sample.Run(t, "pdftotext", "-raw", name+".easyofd.pdf", "-"))
		found, err := os.ReadFile(name + ".ofdkit.txt")
		require.NoError(t, err)
		whole := ""
		for i, page := range pages.Pages {
			text := ""
			for _, r := range page.Runs {
				text += r.Text
			}
			if len(page.Rules) == 0 {
				assert.Contains(t, read(string(found)), read(text), "ofdkit, %s, page %d", filepath.Base(name), i+1)
			}
			whole += text
		}
		assert.Equal(t, sorted(read(whole)), sorted(read(string(found))), "ofdkit, %s", filepath.Base(name))
		if filepath.Base(name) == "odd" || filepath.Base(name) == "g-stress-2025" {
			continue // whose characters beyond U+FFFF come out as others
		}
		assert.Equal(t, read(whole), shown, "easyofd, %s", filepath.Base(name))
	}
}

func sorted(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

// ofd.js, written by others, shows the pages in a browser as they are printed. Both are drawn large and then made smaller, to five pixels a
// millimetre: neither puts letters between two pixels.
func TestOFDJSShowsThePages(t *testing.T) {
	sample.Need(t, "ofd.js", "puppeteer-core", "chromium", "node", "pdftoppm")
	const larger = 3
	all := cases(t)
	maps.DeleteFunc(all, func(name string, _ *layout.Pages) bool {
		return name != "e-town-2024" && name != "odd"
	})
	_, files := saved(t, all)
	files, keep := sample.Judged(t, "ofdjs-pixels", files)
	arguments := []string{sample.Path(t, "testdata/browser/ofdjs.mjs"), sample.Program(t, "chromium")}
	for _, file := range files {
		require.NoError(t, os.WriteFile(file+".html", []byte(asPage(t, file)), 0o600))
		arguments = append(arguments, file+".html")
	}
	if len(files) == 0 {
		return
	}
	sample.Run(t, "node", arguments...)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".ofd")
		printed := file + ".pdf"
		var data bytes.Buffer
		require.NoError(t, pdf.Write(&data, all[name], nil))
		require.NoError(t, os.WriteFile(printed, data.Bytes(), 0o600))
		sample.Run(t, "pdftoppm", "-scale-to-x", "3150", "-scale-to-y", "4455", "-gray", "-png", printed, printed)
		drawn, err := filepath.Glob(printed + "-*.png")
		require.NoError(t, err)
		require.Len(t, drawn, len(all[name].Pages))
		sound := true
		for i := range drawn {
			shown := smaller(opened(t, filepath.Join(file+".html.pages", fmt.Sprintf("%d.png", i))), larger)
			unlike := unlikeness(smaller(opened(t, drawn[i]), larger), shown)
			sound = assert.Less(t, unlike, 0.002, "%s, page %d", name, i+1) && sound
			t.Logf("%s, page %d: %.4f %%", name, i+1, 100*unlike)
		}
		if sound {
			keep(file)
		}
	}
}

var embedded = regexp.MustCompile(`FamilyName="([^"]*)"[^>]*><ofd:FontFile>([^<]*)`)

// asPage is a web page that holds an OFD, and its fonts under the names by which ofd.js asks for them: any whose name has Kai in it is 楷体.
func asPage(t testing.TB, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	parts, _ := unzipped(t, data)
	var page strings.Builder
	page.WriteString("<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}")
	faces := embedded.FindAllStringSubmatch(parts[resourcesPart], -1)
	require.NotEmpty(t, faces)
	for _, face := range faces {
		name := face[1]
		if strings.Contains(name, "Kai") {
			name = "楷体"
		}
		fmt.Fprintf(&page, "@font-face{font-family:%q;src:url(data:font/ttf;base64,%s)}", name, base64.StdEncoding.EncodeToString([]byte(parts[folder+fontFolder+"/"+face[2]])))
	}
	fmt.Fprintf(&page, "</style><script>window.file=new File([Uint8Array.from(atob(%q),c=>c.charCodeAt(0))],'a.ofd')</script>", base64.StdEncoding.EncodeToString(data))
	return page.String()
}

// smaller is a picture whose every pixel is the mean of some by as many.
func smaller(p image.Image, by int) image.Image {
	out := image.NewGray(image.Rect(0, 0, p.Bounds().Dx()/by, p.Bounds().Dy()/by))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			sum := 0
			for i := range by * by {
				r, g, b, _ := p.At(x*by+i%by, y*by+i/by).RGBA()
				sum += int(r+g+b) / 3 >> 8
			}
			out.Pix[y*out.Stride+x] = uint8(sum / (by * by))
		}
	}
	return out
}

func opened(t testing.TB, name string) image.Image {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	picture, err := png.Decode(file)
	require.NoError(t, err)
	return picture
}

// unlikeness is the share of pixels that differ by more than 40 of 255 after each picture is blurred over five pixels by five, so that
// edges drawn otherwise do not count.
func unlikeness(a, b image.Image) float64 {
	one, other := blurred(a), blurred(b)
	width, height := min(a.Bounds().Dx(), b.Bounds().Dx()), min(a.Bounds().Dy(), b.Bounds().Dy())
	bad := 0
	for y := range height {
		for x := range width {
			if d := one[y][x] - other[y][x]; d > 40 || d < -40 {
				bad++
			}
		}
	}
	return float64(bad) / float64(width*height)
}

func blurred(p image.Image) [][]int {
	b := p.Bounds()
	sums := make([][]int, b.Dy()+1) // of all pixels above and left
	sums[0] = make([]int, b.Dx()+1)
	for y := range b.Dy() {
		sums[y+1] = make([]int, b.Dx()+1)
		row := 0
		for x := range b.Dx() {
			r, g, bl, _ := p.At(b.Min.X+x, b.Min.Y+y).RGBA()
			row += int(r+g+bl) / 3 >> 8
			sums[y+1][x+1] = sums[y][x+1] + row
		}
	}
	out := make([][]int, b.Dy())
	for y := range out {
		out[y] = make([]int, b.Dx())
		top, bottom := max(0, y-2), min(b.Dy(), y+3)
		for x := range out[y] {
			left, right := max(0, x-2), min(b.Dx(), x+3)
			out[y][x] = (sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]) / ((bottom - top) * (right - left))
		}
	}
	return out
}
