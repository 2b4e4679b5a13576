package docx_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
	"nianbao/internal/sample"
)

// content says what may stand in an element: children in this order, each but those with a * at most once, those with a ! at
// least once; behind a | any number in any order. From the schema wml.xsd of ISO/IEC 29500-4 (transitional), which the parts
// were validated against when this was written; an element that is not listed has no children.
var content = map[string]string{
	"document": "body!",
	"body":     "| p tbl sectPr",
	"hdr":      "| p tbl",
	"ftr":      "| p tbl",
	"p":        "pPr | r fldSimple",
	"pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr overflowPunct autoSpaceDE autoSpaceDN adjustRightInd snapToGrid" +
		" spacing ind jc textDirection textAlignment outlineLvl rPr sectPr",
	"r":              "rPr | t tab br pict",
	"rPr":            "rStyle rFonts b noProof snapToGrid color spacing sz szCs lang",
	"fldSimple":      "| r",
	"pict":           "| shapetype shape",
	"tbl":            "tblPr! tblGrid! tr*",
	"tblPr":          "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblCaption",
	"tblBorders":     "top left bottom right insideH insideV",
	"tblCellMar":     "top left bottom right",
	"tblGrid":        "gridCol*",
	"tr":             "trPr tc*",
	"trPr":           "| cantSplit trHeight tblHeader",
	"tc":             "tcPr p*!",
	"tcPr":           "tcW gridSpan vMerge noWrap textDirection vAlign",
	"sectPr":         "headerReference* footerReference* pgSz pgMar cols docGrid",
	"styles":         "docDefaults style*",
	"docDefaults":    "rPrDefault pPrDefault",
	"rPrDefault":     "rPr",
	"style":          "name! basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
	"settings":       "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat",
	"compat":         "compatSetting*",
	"fonts":          "font*",
	"font":           "altName panose1 charset family pitch",
	"coreProperties": "| title subject creator language lastModifiedBy created modified",
	"Properties":     "| Application Company",
	"Types":          "| Default Override",
	"Relationships":  "| Relationship",
	"shapetype":      "| formulas path textpath handles lock",
	"formulas":       "f*",
	"handles":        "h*",
	"shape":          "| textpath wrap",
}

// node is an element of any part.
type node struct {
	name     string
	attrs    map[string]string
	children []*node
}

func parse(t *testing.T, part string) *node {
	t.Helper()
	root := &node{}
	open := []*node{root}
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := d.Token()
		if token == nil {
			require.Equal(t, "EOF", err.Error())
			require.Len(t, root.children, 1)
			return root.children[0]
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			n := &node{name: e.Name.Local, attrs: map[string]string{}}
			for _, a := range e.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			open[len(open)-1].children = append(open[len(open)-1].children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, c := range n.children {
		c.walk(visit)
	}
}

func (n *node) all(name string) (found []*node) {
	n.walk(func(n *node) {
		if n.name == name {
			found = append(found, n)
		}
	})
	return found
}

// find is the first element of a name below n, nil if there is none.
func (n *node) find(name string) *node {
	if found := n.all(name); len(found) > 0 {
		return found[0]
	}
	return nil
}

// misplaced names the first child that may not stand where it does, or the one that is lacking.
func (n *node) misplaced() string {
	ordered, free, _ := strings.Cut(content[n.name], "|")
	rest := n.children
	for _, item := range strings.Fields(ordered) {
		name := strings.Trim(item, "*!")
		count := 0
		for len(rest) > 0 && rest[0].name == name && (count == 0 || strings.Contains(item, "*")) {
			rest = rest[1:]
			count++
		}
		if count == 0 && strings.Contains(item, "!") {
			return n.name + " without " + name
		}
	}
	for _, c := range rest {
		if !slices.Contains(strings.Fields(free), c.name) {
			return c.name + " in " + n.name
		}
	}
	return ""
}

// structured are documents of either edition, final and draft, with short figures and long.
func structured(t *testing.T) map[string]*document.Document {
	return map[string]*document.Document{
		"2019":       everything(form.Editions()[0]),
		"2021-draft": draft(everything(form.Editions()[1])),
		"long":       reports(t)["g-stress-2025"],
	}
}

func TestElementsStandWhereTheSchemaWantsThem(t *testing.T) {
	for name, d := range structured(t) {
		for part, text := range sample.Unzip(t, write(t, d)) {
			parse(t, text).walk(func(n *node) {
				assert.Empty(t, n.misplaced(), "%s: %s", name, part)
			})
		}
	}
}

// The test above would notice: it is tried on markup that is wrong.
func TestMisplacedElementsAreNoticed(t *testing.T) {
	for _, c := range []struct{ why, part, want string }{
		{"in order", `<p><pPr><pStyle/><jc/></pPr><r><t/></r></p>`, ""},
		{"out of order", `<pPr><jc/><pStyle/></pPr>`, "pStyle in pPr"},
		{"twice", `<tcPr><tcW/><tcW/></tcPr>`, "tcW in tcPr"},
		{"lacking", `<tc><tcPr/></tc>`, "tc without p"},
		{"unknown", `<r><b/></r>`, "b in r"},
		{"children of an element that has none", `<t><r/></t>`, "r in t"},
	} {
		assert.Equal(t, c.want, parse(t, c.part).misplaced(), c.why)
	}
}

func TestPartsAreDeclaredAndFound(t *testing.T) {
	for name, d := range structured(t) {
		all := sample.Unzip(t, write(t, d))
		types := parse(t, all["[Content_Types].xml"])
		for _, override := range types.all("Override") {
			assert.Contains(t, all, strings.TrimPrefix(override.attrs["PartName"], "/"), name)
		}
		for part, text := range all {
			if part == "[Content_Types].xml" {
				continue
			}
			declared := slices.ContainsFunc(types.children, func(n *node) bool {
				return n.attrs["PartName"] == "/"+part || strings.HasSuffix(part, ".rels") && n.attrs["Extension"] == "rels"
			})
			assert.True(t, declared, "%s: %s has a content type", name, part)
			if path.Ext(part) != ".rels" {
				continue
			}
			folder := path.Dir(path.Dir(part))
			for _, r := range parse(t, text).all("Relationship") {
				assert.Contains(t, all, path.Join(folder, r.attrs["Target"]), name)
			}
		}
		links := parse(t, all["word/_rels/document.xml.rels"])
		for _, n := range parse(t, all["word/document.xml"]).all("sectPr")[0].children {
			if id := n.attrs["id"]; id != "" {
				assert.True(t, slices.ContainsFunc(links.children, func(r *node) bool { return r.attrs["Id"] == id }), "%s: %s", name, id)
			}
		}
	}
}

func TestStylesExist(t *testing.T) {
	for name, d := range structured(t) {
		all := sample.Unzip(t, write(t, d))
		kinds := map[string]string{}
		styles := parse(t, all["word/styles.xml"])
		for _, s := range styles.all("style") {
			require.NotContains(t, kinds, s.attrs["styleId"])
			kinds[s.attrs["styleId"]] = s.attrs["type"]
		}
		fonts := map[string]bool{}
		for _, f := range parse(t, all["word/fontTable.xml"]).all("font") {
			fonts[f.attrs["name"]] = true
		}
		for _, root := range []*node{styles, parse(t, all["word/document.xml"]), parse(t, all["word/footer-odd.xml"])} {
			root.walk(func(n *node) {
				switch n.name {
				case "pStyle", "next":
					assert.Equal(t, "paragraph", kinds[n.attrs["val"]], "%s: %s", name, n.attrs["val"])
				case "rStyle":
					assert.Equal(t, "character", kinds[n.attrs["val"]], "%s: %s", name, n.attrs["val"])
				case "tblStyle":
					assert.Equal(t, "table", kinds[n.attrs["val"]], "%s: %s", name, n.attrs["val"])
				case "basedOn", "link":
					assert.Contains(t, kinds, n.attrs["val"], name)
				case "rFonts":
					if font := n.attrs["eastAsia"]; font != "" {
						assert.True(t, fonts[font], "%s: %s is in the table of fonts", name, font)
					}
				}
			})
		}
	}
}

// Every row fills the grid, merged cells go on below where they begin, and the widths add up to the type area.
func TestTablesAreWhole(t *testing.T) {
	number := func(n *node, attr string, otherwise int) int {
		if n == nil {
			return otherwise
		}
		value := 0
		_, err := fmt.Sscan(n.attrs[attr], &value)
		require.NoError(t, err)
		return value
	}
	for name, d := range structured(t) {
		tables := parse(t, sample.Unzip(t, write(t, d))["word/document.xml"]).all("tbl")
		require.Len(t, tables, 3, name)
		for _, table := range tables {
			var edges []int
			for _, column := range table.all("gridCol") {
				assert.GreaterOrEqual(t, number(column, "w", 0), 370, "no column is narrower than a character: %s", name)
				edges = append(edges, number(column, "w", 0))
			}
			above := map[int]int{} // the spans of merged cells that may go on, by column
			for _, row := range table.all("tr") {
				at, merged := 0, map[int]int{}
				for _, cell := range row.all("tc") {
					span := number(cell.find("gridSpan"), "val", 1)
					require.LessOrEqual(t, at+span, len(edges), name)
					width := 0
					for _, w := range edges[at : at+span] {
						width += w
					}
					assert.Equal(t, width, number(cell.find("tcW"), "w", 0), name)
					if merge := cell.find("vMerge"); merge != nil {
						merged[at] = span
						if merge.attrs["val"] != "restart" {
							assert.Equal(t, above[at], span, "%s: a cell goes on that did not begin", name)
						}
					}
					at += span
				}
				assert.Equal(t, len(edges), at, "%s: a row does not fill the grid", name)
				above = merged
			}
			sum := 0
			for _, w := range edges {
				sum += w
			}
			assert.Equal(t, 8845, sum, "%s: 156 mm", name)
		}
	}
}

// Extreme tables: whatever stands in the cells, the widths fill the type area and no column vanishes.
func TestColumnsOfExtremeTables(t *testing.T) {
	for _, c := range []struct{ why, figure, label string }{
		{"no text at all", "", ""},
		{"thirty digits in every cell", strings.Repeat("9", 30), "行政许可"},
		{"eight digits in every cell", "12345678", "行政许可"},
		{"text where figures are due", strings.Repeat("不详。", 40), "行政许可"},
		{"a label longer than a page", "0", strings.Repeat("很长的标签", 100)},
	} {
		for _, columns := range []int{1, 7, 15} {
			d := document.Table{Rows: 2, Cols: 2 + columns, HeadCols: 2}
			for row := range d.Rows {
				d.Cells = append(d.Cells,
					document.Cell{Row: row, RowSpan: 1, ColSpan: 1, Role: form.RowHeadSlot, Text: c.label, Group: true},
					document.Cell{Row: row, Col: 1, RowSpan: 1, ColSpan: 1, Role: form.RowHeadSlot, Text: c.label})
				for column := range columns {
					d.Cells = append(d.Cells, document.Cell{Row: row, Col: 2 + column, RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: c.figure})
				}
			}
			body := sample.Unzip(t, write(t, &document.Document{Blocks: []document.Block{d}}))["word/document.xml"]
			sum := 0
			for _, m := range regexp.MustCompile(`<w:gridCol w:w="(-?[0-9]+)"/>`).FindAllStringSubmatch(body, -1) {
				width := 0
				_, err := fmt.Sscan(m[1], &width)
				require.NoError(t, err)
				assert.Greater(t, width, 200, "%s, %d columns", c.why, columns)
				sum += width
			}
			assert.Equal(t, 8845, sum, "%s, %d columns", c.why, columns)
		}
	}
}

// The templates hold the page's measures as word processors count them: twips, and half-points for sizes.
func TestTemplatesHaveTheMeasuresOfThePage(t *testing.T) {
	all := sample.Unzip(t, write(t, everything(form.Editions()[1])))
	twips := func(points float64) string { return fmt.Sprint(math.Round(20 * points)) }
	section := parse(t, all["word/document.xml"]).find("sectPr")
	size, margins, grid := section.find("pgSz").attrs, section.find("pgMar").attrs, section.find("docGrid").attrs
	styles := map[string]*node{}
	for _, s := range parse(t, all["word/styles.xml"]).all("style") {
		styles[s.attrs["styleId"]] = s
	}
	spacing := func(style, attr string) string { return styles[style].find("pPr").find("spacing").attrs[attr] }
	for _, c := range []struct{ what, want, got string }{
		{"width", twips(paper.Width), size["w"]},
		{"height", twips(paper.Height), size["h"]},
		{"top margin", twips(paper.AreaTop), margins["top"]},
		{"left margin", twips(paper.AreaLeft), margins["left"]},
		{"right margin", twips(paper.Width - paper.AreaRight), margins["right"]},
		{"bottom margin", twips(paper.Height - paper.AreaBottom), margins["bottom"]},
		{"lines of the grid", twips(paper.WordLine), grid["linePitch"]},
		{"lines", twips(paper.WordLine), spacing("Normal", "line")},
		{"size of the body", fmt.Sprint(2 * paper.BodySize), styles["Normal"].find("rPr").find("sz").attrs["val"]},
		{"indent", twips(paper.Indent), styles["Normal"].find("ind").attrs["firstLine"]},
		{"size of the title", fmt.Sprint(2 * paper.TitleSize), styles["Title"].find("rPr").find("sz").attrs["val"]},
		{"lines of the title", twips(1.25 * paper.WordLine), spacing("Title", "line")},
		{"size of tables", fmt.Sprint(2 * paper.TableSize), styles["TableText"].find("rPr").find("sz").attrs["val"]},
		{"lines in cells", twips(paper.TableLeading * paper.TableSize), spacing("TableText", "line")},
		{"room beside the text of a cell", twips(paper.ClosePadding), styles["TableGrid"].find("tblCellMar").find("left").attrs["w"]},
		{"size of the page number", fmt.Sprint(2 * paper.FolioSize), styles["Footer"].find("rPr").find("sz").attrs["val"]},
	} {
		assert.Equal(t, c.want, c.got, c.what)
	}
}
