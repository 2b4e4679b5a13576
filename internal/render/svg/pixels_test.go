package svg_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/layout"
	"nianbao/internal/render/pdf"
	"nianbao/internal/sample"
)

const (
	dpi   = 144
	zoom  = dpi / 96.0 // of a browser's pixels
	wide  = 596        // of a page, in points: A4, rounded up to whole pixels, since a browser stretches an image to them
	high  = 842
	finer = 4 // the PDF is drawn so many times as fine, then made coarser
	row   = 4 // pages side by side in one picture
)

// The images, in a browser, look as the pages of the PDF of the same report do.
func TestImagesLookAsThePDF(t *testing.T) {
	sample.Need(t, "chromium", "pdftoppm")
	for _, c := range []struct {
		why, name string
		draft     bool
	}{
		{"text and tables", "a-town-2022", false},
		{"the older form", "d-town-2020", false},
		{"a draft, with its mark and its list", "f-county-2023", true},
	} {
		if !c.draft && !sample.All() {
			continue // ten seconds each
		}
		var open = notes
		if !c.draft {
			open = nil
		}
		p := pagesOf(t, sample.Report(t, c.name), open)
		printed, seen := printedPages(t, p), seenPages(t, p)
		require.Len(t, seen, len(printed), c.why)
		for i := range printed {
			d := compare(printed[i], seen[i])
			assert.True(t, d.alike(), "%s: page %d of %s: %+v", c.why, i+1, c.name, d)
		}
	}
}

// A difference that a reader could see is one that the comparison tells.
func TestPixelsTellWhatIsNotPainted(t *testing.T) {
	sample.Need(t, "chromium", "pdftoppm")
	p := pagesOf(t, sample.Report(t, "f-county-2023"), notes)
	p.Pages = p.Pages[3:4]
	printed := printedPages(t, p)
	page := p.Pages[0]
	p.Pages = nil
	changes := []struct {
		why    string
		change func(p *layout.Page)
	}{
		{"the mark of a draft is not there", func(p *layout.Page) { p.Shapes = nil }},
		{"a short line is not there", func(p *layout.Page) { p.Rules = slices.Delete(p.Rules, 4, 5) }},
		{"a figure is another", func(p *layout.Page) {
			i := slices.IndexFunc(p.Runs, func(r layout.Run) bool { return r.Text == "0" })
			p.Runs[i].Text = "1"
		}},
		{"all text is a point too low", func(p *layout.Page) {
			for i := range p.Runs {
				p.Runs[i].Y++
			}
		}},
	}
	for _, c := range changes {
		changed := page
		changed.Rules, changed.Runs = slices.Clone(page.Rules), slices.Clone(page.Runs)
		c.change(&changed)
		p.Pages = append(p.Pages, changed)
	}
	for i, seen := range seenPages(t, p) {
		d := compare(printed[0], seen)
		assert.False(t, d.alike(), "%s: %+v", changes[i].why, d)
	}
}

// roomy are the pages on paper of whole pixels.
func roomy(p *layout.Pages) *layout.Pages {
	pages := slices.Clone(p.Pages)
	for i := range pages {
		pages[i].Width, pages[i].Height = wide, high
	}
	return &layout.Pages{Info: p.Info, Pages: pages}
}

// printedPages are the pages of the PDF.
func printedPages(t *testing.T, p *layout.Pages) (pages []*image.Gray) {
	p = roomy(p)
	folder := t.TempDir()
	var file bytes.Buffer
	require.NoError(t, pdf.Write(&file, p, nil))
	name := filepath.Join(folder, "report.pdf")
	require.NoError(t, os.WriteFile(name, file.Bytes(), 0o600))
	sample.Run(t, "pdftoppm", "-r", fmt.Sprint(dpi*finer), "-gray", name, filepath.Join(folder, "page"))
	files, err := filepath.Glob(filepath.Join(folder, "page-*.pgm"))
	require.NoError(t, err)
	for _, name := range files {
		pages = append(pages, coarser(t, name))
	}
	return pages
}

// coarser reads a picture (binary PGM) and makes one pixel of finer × finer ones. So lines and glyphs that poppler shifts onto pixels, as it
// does to have them sharp, are hardly shifted.
func coarser(t *testing.T, name string) *image.Gray {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	var width, height int
	_, err = fmt.Sscanf(string(data[:20]), "P5\n%d %d\n255\n", &width, &height)
	require.NoError(t, err)
	levels := data[len(data)-width*height:]
	page := image.NewGray(size)
	for y := range size.Max.Y {
		for x := range size.Max.X {
			sum := 0
			for _, line := range [finer]int{0, 1, 2, 3} {
				for _, level := range levels[(finer*y+line)*width+finer*x:][:finer] {
					sum += int(level)
				}
			}
			page.SetGray(x, y, color.Gray{Y: uint8(sum / (finer * finer))})
		}
	}
	return page
}

// seenPages are the images as a browser shows them in <img>, all in one picture, since starting the browser takes longer than showing them.
func seenPages(t *testing.T, p *layout.Pages) (pages []*image.Gray) {
	p = roomy(p)
	folder := t.TempDir()
	var html strings.Builder
	html.WriteString("<!DOCTYPE html><body style='margin:0;background:#888'>")
	for i := range p.Pages {
		name := fmt.Sprintf("page%d.svg", i)
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(write(t, &p.Pages[i], name)), 0o600))
		fmt.Fprintf(&html, "<img alt='' src=%s style='position:absolute;top:%dpt;left:%dpt'>", name, i/row*high, i%row*wide)
	}
	rows := (len(p.Pages) + row - 1) / row
	page, shot := filepath.Join(folder, "page.html"), filepath.Join(folder, "shot.png")
	require.NoError(t, os.WriteFile(page, []byte(html.String()), 0o600))
	sample.Run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir="+filepath.Join(folder, "profile"),
		fmt.Sprintf("--force-device-scale-factor=%g", zoom), fmt.Sprintf("--window-size=%d,%d", row*wide*96/72+1, rows*high*96/72+1), "--screenshot="+shot, "file://"+page)
	all := picture(t, shot)
	for i := range p.Pages {
		pages = append(pages, grayOf(all, image.Pt(i%row*size.Max.X, i/row*size.Max.Y)))
	}
	return pages
}

func picture(t *testing.T, name string) image.Image {
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	im, err := png.Decode(file)
	require.NoError(t, err)
	return im
}

// size is that of a page.
var size = image.Rect(0, 0, wide*dpi/72, high*dpi/72)

// grayOf cuts a page out of a picture.
func grayOf(im image.Image, at image.Point) *image.Gray {
	cut := image.NewGray(size)
	draw.Draw(cut, size, im, at, draw.Src)
	return cut
}

// tile is the side of a piece of a page, in pixels: half a character of body text.
const tile = 16

// difference is what two pictures of a page differ in.
type difference struct {
	clear int     // pixels that differ by more than two programs draw the same edges differently
	tile  int     // such pixels in that tile that has most of them
	level float64 // of the ink of a tile, of 256, where it differs most
}

// alike is within what Chromium and poppler make of edges: 843, 33 and 10 at most on the pages of this test (33 is a
// long thin stroke that falls between two rows of pixels).
func (d difference) alike() bool { return d.clear < 1500 && d.tile < 36 && d.level < 12 }

// compare compares two pictures. A pixel differs clearly if it is darker or lighter than all that the other picture has within a pixel around.
func compare(a, b *image.Gray) (d difference) {
	const clear = 64 // of 256 levels
	across := a.Rect.Max.X/tile + 1
	tiles, levels := make([]int, across*(a.Rect.Max.Y/tile+1)), make([]int, across*(a.Rect.Max.Y/tile+1))
	for y := range a.Rect.Max.Y {
		for x := range a.Rect.Max.X {
			at := y/tile*across + x/tile
			if beyond(a.GrayAt(x, y).Y, b, x, y) > clear || beyond(b.GrayAt(x, y).Y, a, x, y) > clear {
				tiles[at]++
				d.clear, d.tile = d.clear+1, max(d.tile, tiles[at])
			}
			levels[at] += int(a.GrayAt(x, y).Y) - int(b.GrayAt(x, y).Y)
		}
	}
	for _, sum := range levels {
		d.level = max(d.level, math.Abs(float64(sum))/(tile*tile))
	}
	return d
}

// beyond is by how much a level is out of those around a place.
func beyond(level uint8, around *image.Gray, x, y int) int {
	darkest, lightest := 255, 0
	for ny := max(y-1, 0); ny <= min(y+1, around.Rect.Max.Y-1); ny++ {
		for _, near := range around.Pix[ny*around.Stride+max(x-1, 0) : ny*around.Stride+min(x+2, around.Rect.Max.X)] {
			darkest, lightest = min(darkest, int(near)), max(lightest, int(near))
		}
	}
	return max(darkest-int(level), int(level)-lightest)
}
