package flat

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/sample"
)

// edit is something that happens to a text after its tables were flattened.
type edit struct {
	name string
	do   func(r *rand.Rand, text string) string
}

var edits = []edit{
	{"a line lost", func(r *rand.Rand, text string) string {
		lines := strings.Split(text, "\n")
		at := r.IntN(len(lines))
		return strings.Join(slices.Delete(lines, at, at+1), "\n")
	}},
	{"a line twice", func(r *rand.Rand, text string) string {
		lines := strings.Split(text, "\n")
		at := r.IntN(len(lines))
		return strings.Join(slices.Insert(lines, at, lines[at]), "\n")
	}},
	{"bare page numbers", func(r *rand.Rand, text string) string {
		lines := strings.Split(text, "\n")
		each := 1 + len(lines)/(2+r.IntN(6))
		var out []string
		for i, line := range lines {
			if out = append(out, line); i%each == each-1 {
				out = append(out, fmt.Sprint(i/each+1))
			}
		}
		return strings.Join(out, "\n")
	}},
	{"letters lost", func(r *rand.Rand, text string) string {
		letters := []rune(text)
		for range 12 {
			if at := r.IntN(len(letters)); isOfLabel(letters[at]) {
				letters = slices.Delete(letters, at, at+1)
			}
		}
		return string(letters)
	}},
	{"letters changed", func(r *rand.Rand, text string) string {
		letters := []rune(text)
		for range 12 {
			if at := r.IntN(len(letters)); isOfLabel(letters[at]) {
				letters[at] = choice(r, '某', '一', '项')
			}
		}
		return string(letters)
	}},
	{"prose between", func(r *rand.Rand, text string) string {
		return inserted(r, text, "2022年，全镇办理行政许可 31 件、行政处罚 8 件。", "收到申请 6 件，其中予以公开 4 件，部分公开 2 件。", "注：以上数据截至12月31日")
	}},
	{"a second copy with another number", func(_ *rand.Rand, text string) string {
		return text + "\n" + strings.Replace(text, "规章", "规章 ", 1)
	}},
	{"a footer", func(_ *rand.Rand, text string) string {
		return text + "\n浏览次数：1024\n打印 关闭\n12\n3"
	}},
}

// isOfLabel tells letters that are none of a cell's: 251000元 without its unit is another cell.
func isOfLabel(r rune) bool { return chinese.IsHan(r) && !chinese.IsOneOf(r, "增加万元") }

func TestNothingIsWrongAfterEdits(t *testing.T) {
	const count = 2
	for n, s := range shapes {
		for k, what := range sorts {
			if what.sort.blanks {
				continue // a blank cell and a line too many make up for each other
			}
			for e, edit := range edits {
				if strings.HasSuffix(s.name, "pages") && edit.name == "a line lost" {
					continue // so do a figure lost and a page number in its place
				}
				if !sample.All() && (n+k+e)%len(edits) > 0 {
					continue
				}
				for i := range count {
					r := seeded(uint64(n*1_000_000 + k*10_000 + e*100 + i))
					m := makeReport(r, form.Editions()[min(r.IntN(3), 1)], what.sort)
					text := edit.do(r, m.text(s))
					read := Read(text, 0)
					read.Blank = nil // a cell whose line is lost is blank now
					_, _, wrong := score(read, m.cells)
					assert.Empty(t, wrong, "%s, %s, %s, number %d\n%s", s.name, what.name, edit.name, i, text)
				}
			}
		}
	}
}

func TestNothingIsWrongInAnyBeginning(t *testing.T) {
	step := 197
	switch {
	case testing.Short():
		step = 1601
	case !sample.All():
		step = 499
	}
	for n, s := range shapes {
		for k, what := range sorts {
			r := seeded(uint64(n*100 + k))
			m := makeReport(r, form.Editions()[k%2], what.sort)
			text := m.text(s)
			for end := 0; end <= len(text); end += 1 + r.IntN(2*step) {
				for end < len(text) && !utf8.RuneStart(text[end]) {
					end++
				}
				_, _, wrong := score(Read(text[:end], 0), m.cells)
				assert.Empty(t, wrong, "%s, %s\n%s", s.name, what.name, text[:end])
			}
		}
	}
}
