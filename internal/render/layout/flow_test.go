package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// held is a box of so many lines.
func held(lines int, h hold) box { return box{height: lines, hold: h} }

// heights tells how many lines each box takes, page by page.
func heights(pages [][]placed) [][]int {
	var all [][]int
	for _, page := range pages {
		var lines []int
		for _, b := range page {
			lines = append(lines, b.lines)
		}
		all = append(all, lines)
	}
	return all
}

func TestPaginate(t *testing.T) {
	blank := box{height: 1, blank: true}
	tests := []struct {
		why   string
		boxes []box
		want  [][]int
	}{
		{"nothing makes no page", nil, nil},
		{"a full page is no more than full", []box{held(20, freeEnd), held(2, freeEnd)}, [][]int{{20, 2}}},
		{"what does not fit goes over", []box{held(20, freeEnd), held(3, freeEnd)}, [][]int{{20}, {3}}},
		{"a heading is never last", []box{held(20, freeEnd), held(1, loneHeading), held(2, freeEnd)}, [][]int{{20}, {1, 2}}},
		{"headings in a row go over together", []box{held(18, freeEnd), held(1, loneHeading), held(1, loneHeading), held(3, freeEnd)}, [][]int{{18}, {1, 1, 3}}},
		{"two lines of a paragraph stay together", []box{held(21, freeEnd), held(1, loneLine), held(1, freeEnd)}, [][]int{{21}, {1, 1}}},
		{"where something has to be parted, a line alone is better than a heading", []box{held(10, loneHeading), held(10, loneLine), held(2, loneHeading), held(4, freeEnd)}, [][]int{{10, 10}, {2, 4}}},
		{"a signature alone is better than a line alone", []box{held(10, loneClosing), held(10, loneLine), held(2, loneHeading), held(4, freeEnd)}, [][]int{{10}, {10, 2, 4}}},
		{"the last of equal places", []box{held(5, loneHeading), held(5, loneHeading), held(5, loneHeading), held(9, freeEnd)}, [][]int{{5, 5, 5}, {9}}},
		{"blank lines do not begin a page", []box{held(22, freeEnd), blank, blank, held(1, freeEnd)}, [][]int{{22}, {1}}},
		{"nor the document", []box{blank, held(1, freeEnd)}, [][]int{{1}}},
		{"blank lines between", []box{held(3, freeEnd), blank, held(1, freeEnd)}, [][]int{{3, 1, 1}}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			assert.Equal(t, tt.want, heights(paginate(tt.boxes)))
		})
	}
}

// TestPaginateRandomDocuments holds every page of every document to the rules of the flow.
func TestPaginateRandomDocuments(t *testing.T) {
	set := embedded(t)
	for seed := range uint64(150) {
		d := randomDocument(seed)
		ts := newTypesetter(set)
		pages := paginate(ts.boxes(d.Blocks))
		for i, page := range pages {
			used := 0
			for _, b := range page {
				require.Equal(t, used, b.line, "boxes follow each other without gap")
				require.GreaterOrEqual(t, b.lines, b.least())
				used += b.lines
			}
			require.LessOrEqual(t, used, paper.Lines)
			require.False(t, page[0].blank, "a page begins with a blank line")
			if i == len(pages)-1 {
				continue
			}
			last := page[len(page)-1]
			for _, b := range page {
				require.GreaterOrEqual(t, b.hold, last.hold, "seed %d: page %d could have ended where it does less harm", seed, i+1)
			}
			if split := last.table != nil && pages[i+1][0].table != nil && last.table.table == pages[i+1][0].table.table; split {
				continue
			}
			together := 0
			for _, b := range pages[i+1] {
				together += b.least()
				if b.hold == freeEnd {
					break
				}
			}
			require.Greater(t, together, paper.Lines-used, "seed %d: page %d has room for what stands on the next", seed, i+1)
		}
	}
}

func TestParagraphKeepsItsEndsTogether(t *testing.T) {
	ts := newTypesetter(embedded(t))
	for lines := 1; lines <= 6; lines++ {
		text := strings.Repeat("政", 26+28*(lines-1))
		boxes := ts.paragraphBoxes(document.Paragraph{Text: text})
		require.Len(t, boxes, lines)
		for i, b := range boxes {
			alone := lines > 1 && (i == 0 || i == lines-2)
			assert.Equal(t, alone, b.hold == loneLine, "line %d of %d", i+1, lines)
		}
	}
}

func TestHeadingsAreKeptWithWhatStandsBelow(t *testing.T) {
	ts := newTypesetter(embedded(t))
	for _, tt := range []struct {
		why  string
		give document.Block
		want []hold
	}{
		{"a section's heading", document.SectionHeading("", "一、总体情况"), []hold{loneHeading}},
		{"a heading in a text", document.Heading{Level: 2, Rank: 2, Text: "（一）主动公开"}, []hold{loneHeading}},
		{"one with nothing below", document.Heading{Level: 2, Rank: 2, Text: "（一）主动公开", Bare: true}, []hold{freeEnd}},
		{"whose lines stay together", document.Heading{Level: 1, Rank: 1, Text: strings.Repeat("长", 40), Bare: true}, []hold{loneHeading, freeEnd}},
		{"a heading that runs in holds nothing", document.Paragraph{Level: 2, Rank: 2, Lead: "（一）主动公开。", Text: "全年"}, []hold{freeEnd}},
		{"nor does a numbered sentence", document.Paragraph{Text: "（三）没有其他事项。"}, []hold{freeEnd}},
	} {
		var holds []hold
		for _, b := range ts.blockBoxes(tt.give) {
			holds = append(holds, b.hold)
		}
		assert.Equal(t, tt.want, holds, tt.why)
	}
}

func TestFaces(t *testing.T) {
	set := embedded(t)
	own := func(f fonts.Face) string {
		font, ok := set.Resolve(f, '政')
		require.True(t, ok)
		return font.Name()
	}
	tests := []struct {
		why        string
		block      document.Block
		lead, text string
	}{
		{"一、 in Hei", document.Paragraph{Level: 1, Lead: "政", Text: "府"}, own(fonts.Hei), own(fonts.Song)},
		{"（一） in Kai, the lead alone", document.Paragraph{Level: 2, Lead: "政", Text: "府"}, own(fonts.Kai), own(fonts.Song)},
		{"1. like the body", document.Paragraph{Level: 3, Lead: "政", Text: "府"}, own(fonts.Song), own(fonts.Song)},
		{"（1） like the body", document.Paragraph{Level: 4, Lead: "政", Text: "府"}, own(fonts.Song), own(fonts.Song)},
		{"without a heading all is body", document.Paragraph{Text: "政府"}, own(fonts.Song), own(fonts.Song)},
		{"a heading on its own line", document.Heading{Level: 2, Rank: 2, Text: "政府"}, own(fonts.Kai), own(fonts.Kai)},
		{"一、 inside a section has the face of its number", document.Heading{Level: 1, Rank: 2, Text: "政府"}, own(fonts.Hei), own(fonts.Hei)},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			runs := newTypesetter(set).blockBoxes(tt.block)[0].text[0].Runs
			assert.Equal(t, tt.lead, runs[0].Font.Name())
			assert.Equal(t, tt.text, runs[len(runs)-1].Font.Name())
			for _, r := range runs {
				size := 16.0
				if r.Font.Name() == own(fonts.Kai) {
					size = 16.96 // to look as large as the others
				}
				assert.InDelta(t, size, r.Size, 0.001)
			}
			larger := runs[0].Size - 16 // half of which stands out of the square on either side
			assert.InDelta(t, paper.Indent-larger/2, runs[0].X, epsilon, "two characters in")
		})
	}
}

func TestSignature(t *testing.T) {
	const indent = 2 * paper.BodyPitch
	tests := []struct{ why, unit, date string }{
		{"a unit longer than the date", "清溪镇人民政府政府信息公开办公室", "2026年1月20日"},
		{"a unit about as long as the date", "清溪镇人民政府", "2026年1月20日"},
		{"a unit shorter than the date", "某局", "2026年12月20日"},
		{"a unit too long for a line", "某某省某某经济技术开发区管理委员会（某某县清溪镇人民政府）", "2026年1月20日"},
		{"no unit", "", "2026年1月20日"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			boxes := newTypesetter(embedded(t)).signatureBoxes(document.Signature{Unit: tt.unit, Date: tt.date})
			require.True(t, boxes[0].blank, "a blank line above")
			date := boxes[len(boxes)-1].text[0]
			assert.LessOrEqual(t, date.x+date.Width, paper.AreaWidth-indent+epsilon, "the date ends two characters before the type area")
			if tt.unit == "" {
				return
			}
			unit := boxes[1].text[0]
			assert.LessOrEqual(t, unit.x+unit.Width, paper.AreaWidth-indent+epsilon, "so does the unit")
			assert.InDelta(t, unit.x+indent, date.x, epsilon, "the date begins two characters further right")
			for _, b := range boxes[:len(boxes)-1] {
				assert.Equal(t, loneClosing, b.hold, "kept together")
			}
		})
	}
}

func TestLongSignatureIsBrokenBySense(t *testing.T) {
	for unit, want := range map[string][]string{
		"某某省某某经济技术开发区管理委员会（某某县清溪镇人民政府）": {"某某省某某经济技术开发区", "管理委员会（某某县清溪镇人民政府）"},
		"某某省某某市某某县清溪镇人民政府政府信息公开办公室":     {"某某省某某市某某县", "清溪镇人民政府政府信息公开办公室"},
		"某某县清溪镇人民政府": {"某某县清溪镇人民政府"},
	} {
		var lines []line
		boxes := newTypesetter(embedded(t)).signatureBoxes(document.Signature{Unit: unit})
		for _, b := range boxes[1:] {
			for _, l := range b.text {
				lines = append(lines, l.line)
			}
		}
		assert.Equal(t, want, texts(lines))
	}
}

func TestSignatureIsNotAloneOnAPage(t *testing.T) {
	for lines := 1; lines <= 60; lines++ {
		d := &document.Document{Blocks: []document.Block{
			document.Paragraph{Text: strings.Repeat("政", 26+28*(lines-1))},
			document.Signature{Unit: "清溪镇人民政府", Date: "2026年1月20日"},
		}}
		p, _ := Set(d, embedded(t))
		assert.Contains(t, textOf(p.Pages[len(p.Pages)-1], false), "政清溪镇人民政府2026年1月20日", "%d lines of text", lines)
	}
}

func TestTableStaysWithItsNote(t *testing.T) {
	note := document.Paragraph{Text: "注：本年没有。", Note: true}
	for _, table := range edition(t, "2021").Tables() {
		filled := tableOf(table, func(int, *form.Cell) string { return "0" })
		for lines := 1; lines <= 23; lines++ {
			d := &document.Document{Blocks: []document.Block{document.Paragraph{Text: strings.Repeat("政", 26+28*(lines-1))}, filled, note}}
			p, _ := Set(d, embedded(t))
			last := 0 // the page on which the table ends
			for i, page := range p.Pages {
				if len(page.Rules) > 0 {
					last = i
				}
			}
			for i, page := range p.Pages {
				assert.Equal(t, i == last, strings.Contains(textOf(page, false), note.Text), "%s behind %d lines", table.Title, lines)
			}
		}
	}
}

func TestTitleLeavesALineBlank(t *testing.T) {
	ts := newTypesetter(embedded(t))
	for _, tt := range []struct{ lines, height int }{{1, 3}, {2, 4}, {3, 5}, {4, 6}} {
		unit := strings.Repeat("某", 20*(tt.lines-1))
		boxes := ts.titleBoxes(document.Title{Unit: unit, Name: "报告"})
		require.Len(t, boxes, 1)
		assert.Len(t, boxes[0].text, tt.lines)
		assert.Equal(t, tt.height, boxes[0].height, "%d lines of %.1f pt and one blank line", tt.lines, paper.TitlePitch)
		last := boxes[0].text[tt.lines-1].y + paper.TitlePitch - baseline(paper.TitlePitch, paper.TitleSize)
		assert.InDelta(t, float64(tt.height-1)*paper.LineHeight, last, epsilon, "one line, whatever the title's")
	}
	long := ts.titleBoxes(document.Title{Unit: strings.Repeat("某", 200), Name: "报告"})
	require.Len(t, long, 3, "11 lines, four to a box")
	assert.Equal(t, []int{5, 5, 5}, []int{long[0].height, long[1].height, long[2].height})
}

func TestTableStaysWithItsHeading(t *testing.T) {
	parted := 0 // tables of blocks that begin on the rest of a page
	for lines := 1; lines <= 23; lines++ {
		for _, table := range edition(t, "2021").Tables() {
			d := &document.Document{Blocks: []document.Block{
				document.Paragraph{Text: strings.Repeat("政", 26+28*(lines-1))},
				document.SectionHeading("", "三、情况"),
				tableOf(table, func(int, *form.Cell) string { return "0" }),
			}}
			p, _ := Set(d, embedded(t))
			withRules := 0
			for _, page := range p.Pages {
				if len(page.Rules) > 0 {
					withRules++
					assert.Equal(t, withRules == 1, strings.Contains(textOf(page, false), "三、情况"), "the heading stands on the page on which the table begins")
					assert.Equal(t, withRules > 1, strings.HasPrefix(textOf(page, false), "第二十条"), "it goes on with a block and its head")
				}
			}
			if len(table.Blocks) == 1 {
				assert.Equal(t, 1, withRules, "%s behind %d lines stays whole", table.Title, lines)
			} else {
				parted += withRules - 1
			}
		}
	}
	assert.Positive(t, parted)
	assert.Less(t, parted, 8, "but only where much would be blank")
}
