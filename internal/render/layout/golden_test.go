package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// dump writes pages down as text: for every page its baselines with the runs on them, then its rules, fills and shapes.
func dump(p *Pages) string {
	var b strings.Builder
	for _, o := range p.Outline {
		fmt.Fprintf(&b, "bookmark %d page %d y %.2f %s\n", o.Level, o.Page+1, o.Y, o.Title)
	}
	for i, page := range p.Pages {
		fmt.Fprintf(&b, "\npage %d  %.2f × %.2f\n", i+1, page.Width, page.Height)
		baseline := -1.0
		for _, r := range page.Runs {
			if r.Y != baseline {
				fmt.Fprintf(&b, "%s%.2f", lineEnd(baseline >= 0), r.Y)
				baseline = r.Y
			}
			fmt.Fprintf(&b, "  %.2f %s", r.X, r.Font.Name())
			fmt.Fprintf(&b, " %.4g", r.Size)
			if r.Stretch != 1 {
				fmt.Fprintf(&b, " ×%.3g", r.Stretch)
			}
			if r.Tracking != 0 {
				fmt.Fprintf(&b, " %+.2f", r.Tracking)
			}
			fmt.Fprintf(&b, " %q %s", r.Text, told(r.Ref))
		}
		b.WriteString(lineEnd(baseline >= 0))
		for _, r := range page.Rules {
			fmt.Fprintf(&b, "rule %.2f,%.2f – %.2f,%.2f  %.2g %s\n", r.X1, r.Y1, r.X2, r.Y2, r.Weight, told(r.Ref))
		}
		for _, f := range page.Fills {
			fmt.Fprintf(&b, "fill %.2f,%.2f  %.2f × %.2f  %.2g %s\n", f.X, f.Y, f.Width, f.Height, f.Gray, told(f.Ref))
		}
		for _, s := range page.Shapes {
			fmt.Fprintf(&b, "shape %d segments  %.2g %s\n", len(s.Segments), s.Gray, told(s.Ref))
		}
	}
	return b.String()
}

// told writes a reference down: the block, the cell, and what of it it is.
func told(r Ref) string {
	s := ""
	if r.Annex {
		s = "annex "
	}
	if r.Block >= 0 {
		s += fmt.Sprint("#", r.Block)
	}
	if r.Cell >= 0 {
		s += fmt.Sprint("/", r.Cell)
	}
	return s + [...]string{"", " lead", " note", " mark", " number", " date", " repeated", " continued", " rule", "folio", "草稿"}[r.Part]
}

func lineEnd(any bool) string {
	if any {
		return "\n"
	}
	return ""
}

// titled makes a document of little more than a title; with the name of the report, 16 characters, it has the length that the case says.
func titled(unit string) func(*testing.T) *document.Document {
	return func(*testing.T) *document.Document {
		return &document.Document{Unit: unit, Blocks: []document.Block{
			document.Title{Unit: unit, Name: "2025年政府信息公开工作年度报告"}, document.SectionHeading("", "一、总体情况"), document.Paragraph{Text: "全年发布信息86条。"},
		}}
	}
}

// From one page to sixty, every page is sound.
func TestAllLengths(t *testing.T) {
	for _, pages := range []int{1, 2, 6, 17, 40, 60} {
		d := titled("清溪镇人民政府")(t)
		for len(d.Blocks) < 3+7*(pages-1) {
			d.Blocks = append(d.Blocks, document.Paragraph{Text: strings.Repeat("镇政府网站全年发布信息1286条，村级公开栏更新12次。", 3)})
		}
		p, _ := Set(d, embedded(t))
		requireSound(t, p)
		assert.InDelta(t, pages, len(p.Pages), 1+float64(pages)/8)
	}
}

func TestGolden(t *testing.T) {
	tests := []struct {
		name string
		why  string
		make func(t *testing.T) *document.Document
	}{
		{"town-2021", "the usual report: a page or two of text, zeros in the tables", func(t *testing.T) *document.Document {
			return report(edition(t, "2021"), func(int, form.Cell) string { return "0" }, plainText)
		}},
		{"town-2019", "the other edition, with five digits in every figure", func(t *testing.T) *document.Document {
			return report(edition(t, "2019"), digits(5), plainText)
		}},
		{"nine-digits", "figures as long as they may get", func(t *testing.T) *document.Document {
			return report(edition(t, "2021"), digits(9), plainText)
		}},
		{"draft", "a long title, blank figures, table three over two pages, a text too long for its cell, the findings", func(t *testing.T) *document.Document {
			d := report(edition(t, "2021"), func(i int, c form.Cell) string {
				switch {
				case c.Key == "requests.granted.total":
					return strings.Repeat("误贴进来的一段文字。", 20)
				case c.Table == "requests" && i%24 == 0:
					return "大概是三十件左右吧"
				default:
					return ""
				}
			}, plainText)
			d.Blocks[0] = document.Title{Unit: "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府综合行政执法局党政办公室", Name: "2021年政府信息公开工作年度报告"}
			d.Mark = document.Draft
			d.Notes = []document.Note{
				{Level: "强制", Place: "“依申请公开”K7", Text: "总计应为12，现在是11，相差1。"},
				{Level: "核实", Place: "“总体情况”A5", Text: "文中写的是“13件”，表中是12件。"},
			}
			return d
		}},
		{"title-5", "a unit of three characters: all on one line", titled("清溪镇")},
		{"title-30", "a title of 30 characters: the unit, then the name", titled("云澜市清溪县人力资源和社会保障")},
		{"title-60", "a title of 60 characters, broken by sense", titled("新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇人民政府党政综合办公室政务公开领导小组")},
		{"table-at-page-end", "table three begins on the last lines of a page, so it moves with its heading", func(t *testing.T) *document.Document {
			return report(edition(t, "2021"), digits(5), func(p form.Passage) []string {
				if p.Key != "narrative.proactive" {
					return plainText(p)
				}
				return slices.Repeat([]string{"下表的数由各业务部门提供，经汇总核对后填报，与年底的统计口径一致，如有出入以主管部门的统计为准。"}, 7)
			})
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, _ := Set(tt.make(t), embedded(t))
			requireSound(t, p)
			sample.Golden(t, sample.Path(t, "testdata/layout/"+tt.name+".golden"), dump(p))
		})
	}
}
