package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

const epsilon = 0.01 // points

// rectangle is the room that a run takes.
type rectangle struct{ left, right, top, bottom float64 }

// runExtent is as wide as the run's ink, for marks may stand half outside the measure where they are blank, and as high as its
// characters' squares.
func runExtent(r Run) rectangle {
	square := r.Size
	if r.Font.Name() == "kai" { // which is drawn larger than its squares, since it fills less of them
		square /= 1.06
	}
	out := rectangle{r.X, r.X, r.Y - ascent*square, r.Y + (1-ascent)*square}
	first, last := true, 0.0
	for _, c := range r.Text {
		if ink := inkOf(r.Font, c); ink.right > 0 {
			if first {
				out.left += last + ink.left*r.Size*r.Stretch
				first = false
			}
			out.right = r.X + last + ink.right*r.Size*r.Stretch
		}
		last += float64(r.Font.Advance(c))/1000*r.Size*r.Stretch + r.Tracking
	}
	return out
}

type inkKey struct {
	font *fonts.Font
	char rune
}

var inkCache sync.Map // from inkKey to rectangle, in em

// inkOf is how far a character's outline reaches from its origin to the left and right, in em; zero without ink.
func inkOf(f *fonts.Font, c rune) rectangle {
	key := inkKey{f, c}
	if ink, ok := inkCache.Load(key); ok {
		return ink.(rectangle)
	}
	ink := rectangle{left: math.Inf(1), right: math.Inf(-1)}
	for _, s := range f.Outline(c) {
		if s.Op != fonts.Close {
			ink.left, ink.right = min(ink.left, s.X/1000), max(ink.right, s.X/1000)
		}
	}
	if ink.right < ink.left {
		ink = rectangle{}
	}
	inkCache.Store(key, ink)
	return ink
}

// textOf joins the runs inside the type area, or those of the page number, without spaces.
func textOf(p Page, folio bool) string {
	var b strings.Builder
	for _, r := range p.Runs {
		if (r.Y > paper.AreaBottom) == folio {
			b.WriteString(r.Text)
		}
	}
	return strings.ReplaceAll(b.String(), " ", "")
}

// requireSound asserts what holds on every page of every document.
func requireSound(t *testing.T, p *Pages) {
	t.Helper()
	require.NotEmpty(t, p.Pages)
	for i, page := range p.Pages {
		hold := func(ok bool, format string, args ...any) {
			if !ok { // there are too many for assertions that are made where they hold
				t.Helper()
				require.Fail(t, fmt.Sprintf(format, args...), "page %d", i+1)
			}
		}
		require.Equal(t, fmt.Sprintf("—%d—", i+1), textOf(page, true))
		for _, r := range page.Runs {
			if strings.TrimFunc(r.Text, isBlank) == "" {
				continue
			}
			box := runExtent(r)
			out := epsilon + serif*r.Size/1000
			hold(box.left >= paper.AreaLeft-out, "%q begins left of the type area: %v", r.Text, box)
			hold(box.right <= paper.AreaRight+out, "%q ends right of the type area: %v", r.Text, box)
			hold(box.top >= paper.AreaTop-epsilon, "%q stands above the type area: %v", r.Text, box)
			hold(r.Y >= paper.AreaBottom || box.bottom <= paper.AreaBottom+epsilon, "%q stands below the type area: %v", r.Text, box)
			for _, rule := range page.Rules {
				near := rectangle{rule.X1 - 1, rule.X2 + 1, rule.Y1, rule.Y2}
				hold(!box.covers(near), "%q crosses a rule or stands less than 1 pt beside it", r.Text)
			}
		}
		for _, rule := range page.Rules {
			hold(rule.Weight == paper.RuleWeight, "a rule of another weight: %v", rule)
			hold(rule.X1-rule.Weight/2 >= paper.AreaLeft-epsilon, "a rule begins left of the type area: %v", rule)
			hold(rule.X2+rule.Weight/2 <= paper.AreaRight+epsilon, "a rule ends right of the type area: %v", rule)
			hold(rule.Y2+rule.Weight/2 <= paper.AreaBottom+epsilon, "a rule stands below the type area: %v", rule)
		}
		requireApart(t, page)
	}
}

// covers tells whether two rectangles have more in common than their borders.
func (a rectangle) covers(b rectangle) bool {
	return a.left < b.right-epsilon && b.left < a.right-epsilon && a.top < b.bottom-epsilon && b.top < a.bottom-epsilon
}

// requireApart asserts that no two runs cover each other, but for dashes, which join. Blanks cover nothing, and marks above and
// below a character stand over it.
func requireApart(t *testing.T, page Page) {
	t.Helper()
	var runs []Run
	var boxes []rectangle
	for _, r := range page.Runs {
		if box := runExtent(r); box.right > box.left && strings.Map(base, r.Text) != "" {
			runs, boxes = append(runs, r), append(boxes, box)
		}
	}
	for i, a := range runs {
		last, _ := utf8.DecodeLastRuneInString(a.Text)
		for j := i + 1; j < len(runs); j++ {
			first, _ := utf8.DecodeRuneInString(runs[j].Text)
			if boxes[i].covers(boxes[j]) && !(classOf(last) == dash && classOf(first) == dash) {
				require.Fail(t, "two runs cover each other", "%q and %q", a.Text, runs[j].Text)
			}
		}
	}
}

func TestSetRandomDocuments(t *testing.T) {
	set := embedded(t)
	for seed := range uint64(150) {
		d := randomDocument(seed)
		p, lacking := Set(d, set)
		require.Empty(t, lacking)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			requireSound(t, p)
			requireTold(t, p, d)
		})
	}
}

// Characters that reach out of their squares, fill them, stand over others, or are blank, in any order.
func TestSetRandomCharacters(t *testing.T) {
	characters := []rune("fjYvwƒĩďŵ国的政府公开“”‘’——·…〰─〓（）。，  \u200aa1①㎡&\u0301")
	set := embedded(t)
	tables := form.Editions()[1].Tables()
	for seed := range uint64(100) {
		random := rand.New(rand.NewPCG(seed, 1))
		text := func(most int) string {
			out := make([]rune, 1+random.IntN(most))
			for i := range out {
				out[i] = characters[random.IntN(len(characters))]
			}
			return string(out)
		}
		d := &document.Document{Mark: document.Draft, Notes: []document.Note{{Level: text(3), Place: text(10), Text: text(200)}}}
		d.Blocks = []document.Block{
			document.Title{Unit: text(60), Name: text(40)}, document.Paragraph{Level: 2 + random.IntN(3), Lead: text(20), Text: text(300)},
			document.SectionHeading("", text(40)),
			tableOf(tables[random.IntN(len(tables))], func(int, *form.Cell) string { return text(1 + random.IntN(12)) }),
			document.Signature{Unit: text(60), Date: text(20)},
		}
		p, _ := Set(d, set)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { requireSound(t, p) })
	}
}

func TestSetEmptyDocument(t *testing.T) {
	for _, d := range []*document.Document{{}, {Mark: document.Draft}, {Blocks: []document.Block{document.Title{}, document.SectionHeading("", ""), document.Paragraph{}, document.Signature{}}}} {
		p, lacking := Set(d, embedded(t))
		assert.Empty(t, lacking)
		require.Len(t, p.Pages, 1, "there is always a page")
		assert.Empty(t, textOf(p.Pages[0], false))
		requireSound(t, p)
	}
}

func TestSetIsDeterministic(t *testing.T) {
	set := embedded(t)
	d := randomDocument(7)
	first, _ := Set(d, set)
	second, _ := Set(d, set)
	assert.Equal(t, dump(first), dump(second))
}

func TestSetTellsLackingCharacters(t *testing.T) {
	d := &document.Document{Blocks: []document.Block{
		document.Title{Unit: "镇", Name: "报告"},
		document.Paragraph{Text: "先\U000F0000后\U000F0001，又\U000F0000。"},
		tableOf(edition(t, "2021").Tables()[2], func(int, *form.Cell) string { return "\U000F0002" }),
	}}
	p, lacking := Set(d, embedded(t))
	assert.Equal(t, []rune{0xF0000, 0xF0001, 0xF0002}, lacking, "in order, each once")
	assert.Contains(t, textOf(p.Pages[0], false), "先〓后〓，又〓。")
}

func TestFolio(t *testing.T) {
	tests := []struct {
		number int
		text   string
		right  bool
		why    string
	}{
		{1, "— 1 —", true, "odd pages on the right"},
		{2, "— 2 —", false, "even pages on the left"},
		{40, "— 40 —", false, "two digits, still one character in"},
		{101, "— 101 —", true, "three digits"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			ts := newTypesetter(embedded(t))
			l, x, y := ts.folio(tt.number)
			assert.Equal(t, tt.text, l.Text)
			if tt.right {
				assert.InDelta(t, paper.AreaRight-paper.FolioSize, x+l.Width, epsilon)
			} else {
				assert.InDelta(t, paper.AreaLeft+paper.FolioSize, x, epsilon)
			}
			dash := l.Runs[0].Font.Outline('—')
			top := dash[0].Y
			for _, s := range dash {
				if s.Op != fonts.Close {
					top = max(top, s.Y)
				}
			}
			assert.InDelta(t, 7*paper.Millimetre, y-top/1000*paper.FolioSize-paper.AreaBottom, 0.5, "the dash 7 mm below the type area")
		})
	}
}

func TestInfoAndOutline(t *testing.T) {
	d := report(edition(t, "2021"), digits(1), plainText)
	p, _ := Set(d, embedded(t))
	assert.Equal(t, Info{
		Title: "清溪镇人民政府2021年政府信息公开工作年度报告", Author: "清溪镇人民政府", Subject: "政府信息公开工作年度报告",
		Keywords: []string{"清溪镇人民政府", "2021", "政府信息公开", "年度报告"}, Dated: d.Dated,
	}, p.Info)
	var outline []string
	for _, b := range p.Outline {
		outline = append(outline, fmt.Sprint(b.Level, " ", b.Title))
		assert.Contains(t, textOf(p.Pages[b.Page], false), b.Title, "points to the heading's page")
	}
	assert.Equal(t, []string{
		"0 一、总体情况", "1 （一）主动公开", "1 （二）依申请公开",
		"0 二、主动公开政府信息情况", "0 三、收到和处理政府信息公开申请情况", "0 四、政府信息公开行政复议、行政诉讼情况",
		"0 五、存在的主要问题及改进情况", "1 （一）存在的主要问题", "1 （二）改进情况", "0 六、其他需要报告的事项",
	}, outline)
}

func TestDraft(t *testing.T) {
	d := report(edition(t, "2021"), digits(1), plainText)
	d.Notes = []document.Note{{Level: "强制", Place: "“依申请公开”K7", Text: "总计应为12，现在是11。"}}
	final, _ := Set(d, embedded(t))
	for _, page := range final.Pages {
		assert.Empty(t, page.Shapes, "a final report has no mark")
		assert.NotContains(t, textOf(page, false), "总计应为12", "nor a list of findings")
	}
	d.Mark = document.Draft
	draft, _ := Set(d, embedded(t))
	require.Len(t, draft.Pages, len(final.Pages)+1, "the findings have a page of their own")
	for i, page := range draft.Pages {
		require.Len(t, page.Shapes, 1, "every page is marked")
		assert.NotEmpty(t, page.Shapes[0].Segments)
		for _, s := range page.Shapes[0].Segments {
			assert.True(t, s.X >= 0 && s.X <= paper.Width && s.Y >= 0 && s.Y <= paper.Height, "the mark lies on the page")
		}
		if i < len(final.Pages) {
			assert.Equal(t, final.Pages[i].Runs, page.Runs, "the mark is never text, and moves none")
		}
	}
	outline := draft.Pages[0].Shapes[0].Segments
	assert.Less(t, outline[0].X, outline[len(outline)-2].X, "the mark runs from the left")
	assert.Greater(t, outline[0].Y, outline[len(outline)-2].Y+100, "and rises")
	last := textOf(draft.Pages[len(draft.Pages)-1], false)
	assert.Contains(t, last, "强制“依申请公开”K7总计应为12，现在是11。")

	d.Mark = document.Review(12, "K7QM2X9D")
	review, _ := Set(d, embedded(t))
	for i, page := range review.Pages[:len(final.Pages)] {
		for _, s := range page.Shapes[0].Segments {
			assert.True(t, s.X >= 0 && s.X <= paper.Width && s.Y >= 0 && s.Y <= paper.Height, "three letters lie on the page, too")
		}
		assert.Equal(t, final.Pages[i].Runs, slices.DeleteFunc(slices.Clone(page.Runs), func(r Run) bool { return strings.Contains(r.Text, "送审稿") }), "what the copy is stands beside the text")
		assert.Contains(t, textOf(page, true), "送审稿，第12稿，内容码K7QM2X9D")
	}

	d.Mark, d.Notes = document.Draft, nil
	bare, _ := Set(d, embedded(t))
	assert.Len(t, bare.Pages, len(final.Pages), "without findings no list")
}

func FuzzSet(f *testing.F) {
	f.Add("清溪镇人民政府", "2025年报告", "（一）主动公开。", "全年发布信息86条。", "12345", "总计不对")
	f.Add("", "", "", "", "", "")
	f.Add(strings.Repeat("某", 300), strings.Repeat("9", 100), "\n\r\t", "a\u200bb\u202ec", strings.Repeat("1", 40), strings.Repeat("长", 2000))
	f.Add("（（（（", "））））", "——……", "\U0010FFFF\xff", "-1.5万元", "\u3000")
	set, err := fonts.Embedded()
	require.NoError(f, err)
	tables := form.Editions()[1].Tables()
	f.Fuzz(func(t *testing.T, unit, name, lead, text, figure, note string) {
		d := &document.Document{Unit: unit, Mark: document.Draft, Notes: []document.Note{{Level: name, Place: unit, Text: note}}}
		d.Blocks = []document.Block{
			document.Title{Unit: unit, Name: name}, document.Paragraph{Level: 2, Lead: lead, Text: text}, document.SectionHeading("", lead),
		}
		for _, table := range tables {
			d.Blocks = append(d.Blocks, tableOf(table, func(i int, _ *form.Cell) string {
				if i%5 == 0 {
					return figure
				}
				return "0"
			}))
		}
		d.Blocks = append(d.Blocks, document.Signature{Unit: unit, Date: name})
		p, _ := Set(d, set)
		requireSound(t, p)
	})
}

func BenchmarkSet(b *testing.B) {
	set := embedded(b)
	d := longDocument(b)
	p, _ := Set(d, set)
	require.GreaterOrEqual(b, len(p.Pages), 40)
	for b.Loop() {
		Set(d, set)
	}
}

// longDocument fills 40 pages.
func longDocument(t testing.TB) *document.Document {
	const sentence = "围绕乡村振兴、农村住房安全、惠农补贴、防汛抗旱等群众关心的事项，通过县政府门户网站清溪镇专栏发布信息86条，其中工作动态52条、惠民政策21条。"
	return report(edition(t, "2021"), digits(5), func(p form.Passage) []string {
		if !p.Required {
			return nil
		}
		var all []string
		for range 60 {
			all = append(all, strings.Repeat(sentence, 3))
		}
		return all
	})
}
