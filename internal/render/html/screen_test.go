package html_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// screen is what a window shows of a page. Lengths are in CSS pixels.
type screen struct {
	Wider  int      // how far the page is wider than the window
	Boxes  []int    // how far each table is wider than its box
	Start  labels   // of the table of applications, before it is scrolled
	End    labels   // and scrolled to its end
	Moved  float64  // how far a row head moved in its box meanwhile
	Broken []string // numbers on two lines
	Sunk   []bool   // of each table with column heads, scrolled down to its last row: the heads are out of sight
}

// labels is what is left of the labels of a table in its box.
type labels struct {
	Hidden  []string // row heads that are not in sight from edge to edge, and the outermost column head if it is not
	Figures int      // the width left for figures
	Stub    float64  // what of the box the row heads take
}

const lookAtScreen = `(() => {
	const boxes = [...document.querySelectorAll("[role=region]")]
	const look = box => {
		const frame = box.getBoundingClientRect()
		const rows = [...box.querySelectorAll("th[scope=row]")]
		const edge = Math.max(...rows.map(head => head.getBoundingClientRect().right))
		const hidden = rows.filter(head => head.getBoundingClientRect().left < frame.left - 0.5)
		const column = box.querySelector("th[scope=col] > span")
		const place = column.getBoundingClientRect()
		if (place.left < edge || place.right > frame.right) hidden.push(column)
		return {Hidden: hidden.map(head => head.textContent), Figures: Math.floor(frame.right - edge), Stub: (edge - frame.left) / frame.width}
	}
	const places = box => [...box.querySelectorAll("th[scope=row]")].map(head => head.getBoundingClientRect().left)
	const before = places(boxes[1])
	const seen = {
		Wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		Boxes: boxes.map(box => box.scrollWidth - box.clientWidth),
		Start: look(boxes[1]),
		Broken: [],
	}
	boxes[1].scrollLeft = 10000
	seen.End = look(boxes[1])
	seen.Moved = Math.max(...places(boxes[1]).map((left, i) => Math.abs(left - before[i])))
	for (const cell of document.querySelectorAll("td[headers]")) {
		const text = document.createRange()
		text.selectNodeContents(cell)
		if (/^[-0-9.]+$/.test(cell.textContent) && text.getClientRects().length > 1) seen.Broken.push(cell.textContent)
	}
	seen.Sunk = [...document.querySelectorAll("[role=region] thead")].map(head => {
		const rows = head.parentElement.querySelectorAll("tr")
		rows[rows.length - 1].scrollIntoView({block: "end"})
		const place = head.getBoundingClientRect()
		const frame = head.closest("[role=region]").getBoundingClientRect()
		return place.top < -0.5 || place.bottom > innerHeight || place.bottom < Math.max(0, frame.top)
	})
	return seen
})()`

func TestOnScreen(t *testing.T) {
	b := startBrowser(t)
	all := maps.Collect(sample.Reports(t))
	page, fragment := bothForms(t, all["g-stress-2025"], all["d-town-2020"])
	for _, width := range []int{320, 360, 768, 1280} {
		for _, c := range []struct{ form, page string }{{"page", page}, {"fragment", fragment}} {
			b.open(c.page, width)
			var seen screen
			b.evaluate(lookAtScreen, &seen)
			assert.Zero(t, seen.Wider, "%s, %d px: only tables ever scroll sideways", c.form, width)
			assert.Empty(t, seen.Start.Hidden, "%s, %d px: labels are in sight", c.form, width)
			assert.Empty(t, seen.End.Hidden, "%s, %d px: labels stay in sight", c.form, width)
			assert.LessOrEqual(t, seen.Moved, 1.5, "%s, %d px: row heads do not cover each other", c.form, width)
			assert.GreaterOrEqual(t, seen.Start.Figures, 80, "%s, %d px: figures have room beside the labels", c.form, width)
			if c.form == "page" {
				assert.Equal(t, []bool{false, false}, seen.Sunk, "%d px: column heads stay in sight", width)
			}
			if width == 360 {
				assert.LessOrEqual(t, seen.End.Stub, 1.0/3, "%s, %d px: row heads leave two thirds to the figures", c.form, width)
			}
			assert.Empty(t, seen.Broken, "%s, %d px: numbers are whole", c.form, width)
			if width < 600 {
				assert.Zero(t, seen.Boxes[0], "%s, %d px: the narrow table fits", c.form, width)
				assert.Positive(t, seen.Boxes[1], "%s, %d px: the wide ones scroll", c.form, width)
				assert.Positive(t, seen.Boxes[2], "%s, %d px: the wide ones scroll", c.form, width)
			} else {
				assert.Equal(t, []int{0, 0, 0}, seen.Boxes, "%s, %d px: all tables fit", c.form, width)
			}
		}
	}
}

func TestOnPaper(t *testing.T) {
	sample.Need(t, "pdftotext", "pdfinfo")
	b := startBrowser(t)
	all := maps.Collect(sample.Reports(t))
	for _, name := range []string{"d-town-2020", "g-stress-2025"} {
		page, fragment := bothForms(t, all[name], nil)
		for _, c := range []struct {
			form, page string
			settings   params
		}{
			{"page", page, params{"preferCSSPageSize": true}}, // it asks for A4, whatever the printer has
			{"fragment", fragment, params{"paperWidth": 8.27, "paperHeight": 11.69}},
		} {
			b.open(c.page, 1280)
			var answer struct{ Data []byte }
			b.call("Page.printToPDF", c.settings, &answer)
			file := filepath.Join(t.TempDir(), "report.pdf")
			require.NoError(t, os.WriteFile(file, answer.Data, 0o600))
			assert.Contains(t, sample.Run(t, "pdfinfo", file), "(A4)", "%s, %s", name, c.form)
			text := sample.Run(t, "pdftotext", "-raw", file, "-")
			words := strings.Fields(text)
			for _, f := range figuresOf(all[name]) {
				i := slices.Index(words, f.Text)
				require.GreaterOrEqual(t, i, 0, "%s, %s: %s is on paper", name, c.form, f.Text)
				words = slices.Delete(words, i, i+1)
			}
			for number, sheet := range strings.Split(text, "\f") {
				if strings.Contains(sheet, "（七）总计") || strings.Contains(sheet, "1.属于国家秘密") {
					assert.Contains(t, sheet, "自然人", "%s, %s, sheet %d: column heads are repeated", name, c.form, number+1)
				}
			}
		}
	}
}

// Wherever a sheet ends, neither a heading stands alone above its end nor the last row of a table below its beginning.
func TestNothingStandsAloneOnPaper(t *testing.T) {
	sample.Need(t, "pdftotext")
	b := startBrowser(t)
	r := sample.Report(t, "e-town-2024")
	for lines := 0; lines < 26; lines += sample.Times(8, 2) {
		r.Texts["narrative.overview"] = make([]model.Paragraph, 8+lines)
		for i := range r.Texts["narrative.overview"] {
			r.Texts["narrative.overview"][i].Text = "一句话。"
		}
		page, _ := bothForms(t, r, nil)
		b.open(page, 1280)
		var answer struct{ Data []byte }
		b.call("Page.printToPDF", params{"preferCSSPageSize": true}, &answer)
		file := filepath.Join(t.TempDir(), "report.pdf")
		require.NoError(t, os.WriteFile(file, answer.Data, 0o600))
		sheets := strings.Split(sample.Run(t, "pdftotext", "-layout", file, "-"), "\f")
		for number, sheet := range sheets {
			shown := strings.Fields(regexp.MustCompile(`—\s*[0-9]+\s*—`).ReplaceAllString(sheet, ""))
			if len(shown) == 0 {
				continue
			}
			assert.NotRegexp(t, `^[一二三四五六]、.*情况$|^六、`, shown[len(shown)-1], "%d lines, sheet %d ends with a heading", lines, number+1)
			if strings.Contains(sheet, "四、结转下年度继续办理") {
				assert.Contains(t, sheet, "（七）总计", "%d lines, sheet %d: the last row is not alone", lines, number+1)
			}
		}
	}
}
