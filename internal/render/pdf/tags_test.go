package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	compose "nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
	"nianbao/internal/sample/members"
)

// told is an element as the file has it.
type told struct {
	role   string
	id     string
	heads  []string // the ids of its heads
	text   string   // all that is painted of it and says what it says
	to     []string // where a link leads to, once for each line
	kids   []*told
	parent *told
}

// structured reads what a file tells those who cannot see its pages, and asserts what a validator does not look at: that every sequence
// of the pages belongs to one element, under the tag that the page gives it, that the trees lead back to the elements, and that names of
// heads are unlike each other and known.
func (d *document) structured() *told {
	t := d.t
	t.Helper()
	require.Contains(t, d.catalog(), "/MarkInfo <</Marked true>>")
	root := d.object(d.reference(d.catalog(), "StructTreeRoot"))
	s := &structuring{d: d, byObject: map[int]*told{}, ids: map[string]int{}, annotations: map[int]bool{}}
	for i := range d.pages() {
		s.marked = append(s.marked, d.markedText(i))
	}
	s.tree = d.object(d.reference(root, "ParentTree"))
	s.parents = d.parentTree(d.reference(root, "ParentTree"))
	whole := s.element(d.reference(root, "K"), d.reference(d.catalog(), "StructTreeRoot"))
	require.Contains(t, root, fmt.Sprintf("/ParentTreeNextKey %d", len(d.pages())+len(s.annotations)))
	for page, marks := range s.marked {
		require.Len(t, s.parents[page], len(marks), "page %d", page)
		for mcid, m := range marks {
			require.True(t, m.taken, "sequence %d of page %d belongs to nothing: %q", mcid, page, m.text)
		}
	}
	if len(s.ids) == 0 {
		return whole
	}
	tree := d.object(d.reference(root, "IDTree"))
	names := pattern(`(\(\w+\)) (\d+) 0 R`).FindAllStringSubmatch(tree, -1)
	require.Len(t, names, len(s.ids))
	require.True(t, slices.IsSortedFunc(names, func(a, b []string) int { return strings.Compare(a[1], b[1]) }))
	for _, name := range names {
		require.Equal(t, s.ids[name[1]], atoi(t, name[2]), name[1])
	}
	for _, e := range s.byObject {
		for _, head := range e.heads {
			_, known := s.ids[head]
			require.True(t, known, "a head that is not there: %s", head)
		}
	}
	return whole
}

// structuring is the reading of a structure.
type structuring struct {
	d        *document
	marked   [][]*mark
	parents  [][]int
	byObject map[int]*told
	ids      map[string]int // the objects of heads

	annotations map[int]bool // their objects
	tree        string       // from sequences and annotations to elements
}

// mark is a sequence of marked content.
type mark struct {
	tag, text string
	taken     bool
}

// element reads one, and all that it holds.
func (s *structuring) element(number, parent int) *told {
	t := s.d.t
	text := s.d.object(number)
	require.Nil(t, s.byObject[number], "an element in two places")
	require.Equal(t, parent, s.d.reference(text, "P"))
	e := &told{role: pattern(`^<</S /(\w+)`).FindStringSubmatch(text)[1]}
	s.byObject[number] = e
	if id := pattern(`/ID (\(\w+\))`).FindStringSubmatch(text); id != nil {
		require.Zero(t, s.ids[id[1]], "a name given twice")
		e.id, s.ids[id[1]] = id[1], number
	}
	if heads := pattern(`/Headers \[([^]]*)\]`).FindStringSubmatch(text); heads != nil {
		e.heads = strings.Fields(heads[1])
	}
	actual := pattern(`/ActualText <FEFF([0-9A-F]+)>`).FindStringSubmatch(text)
	page := -1
	if found := pattern(`/Pg (\d+) 0 R`).FindStringSubmatch(text); found != nil {
		page = slices.Index(s.d.pages(), atoi(t, found[1]))
	}
	kids := pattern(`/K (\[.*\]|\d+ 0 R|\d+)`).FindStringSubmatch(pattern(`/ActualText <[0-9A-F]*>`).ReplaceAllString(text, ""))
	if kids == nil {
		require.Contains(t, []string{"TD", "TH"}, e.role, "an element of nothing: %s", text)
		return e
	}
	for _, kid := range pattern(`<</Type /MCR /Pg (\d+) 0 R /MCID (\d+)>>|<</Type /OBJR /Pg (\d+) 0 R /Obj (\d+) 0 R>>|(\d+) 0 R|(\d+)`).FindAllStringSubmatch(kids[1], -1) {
		kid = append(kid[:3:3], append(kid[5:], kid[3:5]...)...)
		switch {
		case kid[6] != "":
			e.to = append(e.to, s.annotation(number, atoi(t, kid[5]), atoi(t, kid[6])))
		case kid[3] != "":
			child := s.element(atoi(t, kid[3]), number)
			child.parent = e
			e.kids = append(e.kids, child)
			if child.role == span || child.role == "Link" {
				e.text += child.text
			}
		case kid[4] != "":
			e.text += s.take(e.role, number, page, atoi(t, kid[4]))
		default:
			e.text += s.take(e.role, number, slices.Index(s.d.pages(), atoi(t, kid[1])), atoi(t, kid[2]))
		}
	}
	if actual != nil {
		e.text = utf16Text(t, actual[1])
	}
	return e
}

// annotation is where a link leads to. It is one of its page, which is read in the order of the structure, and knows its element.
func (s *structuring) annotation(element, page, number int) string {
	t := s.d.t
	require.False(t, s.annotations[number], "an annotation of two elements")
	s.annotations[number] = true
	require.Contains(t, s.d.pages(), page)
	require.Regexp(t, fmt.Sprintf(`/Annots \[[^]]*\b%d 0 R[^]]*\] /Tabs /S`, number), s.d.object(page))
	text := s.d.object(number)
	key := pattern(`/StructParent (\d+)`).FindStringSubmatch(text)
	require.NotNil(t, key)
	require.Regexp(t, fmt.Sprintf(` %s %d 0 R`, key[1], element), s.tree)
	contents := pattern(`/Contents <FEFF([0-9A-F]+)>`).FindStringSubmatch(text)
	require.NotNil(t, contents)
	to := pattern(`/URI \((.*)\)>>`).FindStringSubmatch(text)[1]
	to = strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`).Replace(to)
	require.Equal(t, to, utf16Text(t, contents[1]))
	return to
}

// take is the text of a sequence, which belongs to nothing else.
func (s *structuring) take(role string, number, page, mcid int) string {
	t := s.d.t
	require.GreaterOrEqual(t, page, 0)
	require.Less(t, mcid, len(s.marked[page]))
	m := s.marked[page][mcid]
	require.False(t, m.taken, "sequence %d of page %d belongs to two", mcid, page)
	m.taken = true
	require.Equal(t, role, m.tag, "the page calls it otherwise than the tree")
	require.Equal(t, number, s.parents[page][mcid])
	return m.text
}

func (d *document) parentTree(number int) (parents [][]int) {
	for i, page := range pattern(`(\d+) \[([^]]*)\]`).FindAllStringSubmatch(d.object(number), -1) {
		require.Equal(d.t, i, atoi(d.t, page[1]))
		require.Regexp(d.t, fmt.Sprintf(`/StructParents %d(?:>>| /Annots \[)`, i), d.object(d.pages()[i]))
		parents = append(parents, nil)
		for _, ref := range pattern(`(\d+) 0 R`).FindAllStringSubmatch(page[2], -1) {
			parents[i] = append(parents[i], atoi(d.t, ref[1]))
		}
	}
	return parents
}

// markedText reads the sequences of a page, and asserts that all that is painted stands in one or is an artifact.
func (d *document) markedText(page int) (marks []*mark) {
	t := d.t
	content := string(d.stream(d.reference(d.object(d.pages()[page]), "Contents")))
	texts := d.placedText(page)
	open := false
	var current *mark
	for _, line := range pattern(`(?m)^/(\w+) <<(.*)>> BDC$|^EMC$| Tj ET$|(?m) (?:f|S)$|^f$`).FindAllStringSubmatch(content, -1) {
		switch {
		case line[1] != "":
			require.False(t, open, "a sequence within another")
			open = true
			if line[1] == "Artifact" {
				continue
			}
			mcid, found := strings.CutPrefix(line[2], "/MCID ")
			require.True(t, found, line[0])
			n, err := strconv.Atoi(mcid)
			require.NoError(t, err)
			require.Equal(t, len(marks), n, "counted from 0, one after the other")
			current = &mark{tag: line[1]}
			marks = append(marks, current)
		case line[0] == "EMC":
			require.True(t, open)
			open, current = false, nil
		default:
			require.True(t, open, "something is painted that is neither told nor an artifact: %s", line[0])
			if strings.HasSuffix(line[0], " Tj ET") {
				if current != nil {
					current.text += texts[0].text
				}
				texts = texts[1:]
			} else {
				require.Nil(t, current, "a stroke that says something")
			}
		}
	}
	require.False(t, open)
	require.Empty(t, texts)
	return marks
}

// walk goes through an element and all that it holds.
func (e *told) walk(visit func(*told)) {
	visit(e)
	for _, kid := range e.kids {
		kid.walk(visit)
	}
}

// composed lays a document out as the program does.
func composed(t testing.TB, d *compose.Document) *layout.Pages {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	pages, _ := layout.Set(d, set)
	return pages
}

// Every figure of the tables stands in its place under exactly its heads, and every text of the report is told, in order and once.
func TestStructureTellsTheReport(t *testing.T) {
	for name, r := range sample.Reports(t) {
		t.Run(name, func(t *testing.T) {
			d := compose.Compose(r)
			whole := readBack(t, write(t, composed(t, d))).structured()
			require.Equal(t, "Document", whole.role)
			byID := map[string]string{}
			var cells []*told
			text := ""
			whole.walk(func(e *told) {
				if e.id != "" {
					byID[e.id] = e.text
				}
				switch e.role {
				case "TD", "TH", "Caption":
					cells = append(cells, e)
				}
				if len(e.kids) == 0 {
					text += e.text
				}
			})
			want, figures := "", 0
			for _, b := range d.Blocks {
				table, ok := b.(compose.Table)
				if !ok {
					continue
				}
				for _, c := range table.Cells {
					e := cells[0]
					cells = cells[1:]
					require.Equal(t, bare(c.Text), bare(e.text))
					var heads, wanted []string
					for _, id := range e.heads {
						heads = append(heads, bare(byID[id]))
					}
					for _, head := range c.Heads {
						if table.Cells[head].ColSpan < table.Cols { // a caption heads its block, which is a table of its own
							wanted = append(wanted, bare(table.Cells[head].Text))
						}
					}
					require.Equal(t, wanted, heads, "heads of %s", c.Key)
					if c.Key != "" {
						figures++
					}
				}
			}
			assert.Empty(t, cells)
			assert.Equal(t, len(r.Edition.Cells()), figures)
			for _, passage := range d.Texts() {
				want += passage.Text
			}
			assert.Equal(t, bare(want), bare(text))
		})
	}
}

// bare is a text without its blanks.
func bare(text string) string { return chinese.Unspaced(text) }

// A draft, with a table that is split and a text that is too long for its cell, characters that no font has and those that mean nothing
// elsewhere.
func TestStructureOfHardCases(t *testing.T) {
	for name, pages := range hardCases(t) {
		t.Run(name, func(t *testing.T) {
			readBack(t, write(t, pages)).structured()
		})
	}
}

// hardCases are laid-out reports with all that is hard to tell.
func hardCases(t testing.TB) map[string]*layout.Pages {
	cases := map[string]*layout.Pages{}
	for name, r := range sample.Reports(t) {
		d := compose.Compose(r)
		d.Mark = compose.Draft
		for i := range 40 {
			d.Notes = append(d.Notes, compose.Note{Level: "核实", Place: "“总体情况”A5", Text: strings.Repeat("文中写的是“13件”，表中是12件。", 1+i%4)})
		}
		cases[name+"-draft"] = composed(t, d)
	}
	r := sample.Report(t, "e-town-2024")
	const key = "narrative.overview"
	r.Texts[key] = append(r.Texts[key], model.Paragraph{Text: "没有字形的😀、\U0003FFFD，自造的\uE000，看不见的\u200b，Latin words that run over the end of a line and are joined there。"},
		model.Paragraph{Text: "**见**https://www.example.gov.cn/" + strings.Repeat("xxgk/2024/", 9) + "(1)、www.example.gov.cn和gk@example.gov.cn，**网址http://a.example.net/**。"},
		model.Paragraph{Text: "https://www.example.gov.cn/"}, model.Paragraph{Text: "（一）见http://a.example.net/。gk@example.gov.cn😀"},
		model.Paragraph{Text: "（一）只有标题。"}, model.Paragraph{Text: "\u200b"})
	for i, c := range r.Edition.Cells() {
		if i%29 == 0 {
			r.Figures[c.Key] = model.ParseFigure(c.Measure, strings.Repeat("误贴进来的一段文字。\n", 1+i))
		}
	}
	cases["odd"] = composed(t, compose.Compose(r))

	private := composed(t, compose.Compose(sample.Report(t, "e-town-2024"))) // a character that means something in one font alone
	run := &private.Pages[0].Runs[3]
	data, _, err := run.Font.Subset([]rune("年"), func(rune) uint16 { return 0xE000 })
	require.NoError(t, err)
	run.Text, run.Actual = "\uE000", "\uE000"
	run.Font, err = fonts.Parse("own", data)
	require.NoError(t, err)
	cases["private"] = private
	return cases
}

// Addresses lead where they say, a line at a time, and no other words do.
func TestLinks(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	const key, long = "narrative.overview", "https://www.example.gov.cn/a(b)c/xxgk/zfxxgknb/2024nianbao/zhengfuxinxigongkai/index.html"
	r.Texts[key] = append(r.Texts[key], model.Paragraph{Text: "**网址**" + long + "，邮箱gk@example.gov.cn。"})
	d := compose.Compose(r)
	pages := composed(t, d)
	var links []*told
	readBack(t, write(t, pages)).structured().walk(func(e *told) {
		if e.role == "Link" {
			links = append(links, e)
		}
	})
	n := len(links)
	require.GreaterOrEqual(t, n, 2)
	assert.Equal(t, []string{long, long}, links[n-2].to, "over two lines")
	assert.Equal(t, long, links[n-2].text)
	assert.Equal(t, []string{"mailto:gk@example.gov.cn"}, links[n-1].to)
	assert.Equal(t, "gk@example.gov.cn", links[n-1].text)
	assert.Contains(t, links[n-1].parent.text, "网址https://")
	for i := range pages.Pages {
		for _, l := range pages.Links(i) {
			assert.True(t, l.Width > 0 && l.X+l.Width < pages.Pages[i].Width && l.Y+l.Height < pages.Pages[i].Height, "%+v", l)
		}
	}
}

func TestActualText(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	const key = "narrative.preface"
	r.Texts[key] = []model.Paragraph{{Text: "甲😀乙\U0003FFFD"}}
	whole := readBack(t, write(t, composed(t, compose.Compose(r)))).structured()
	var texts []string
	whole.walk(func(e *told) {
		if e.role == "P" {
			texts = append(texts, e.text)
		}
	})
	assert.Equal(t, "甲😀乙\U0003FFFD", texts[0])
}

// Poppler reads the structure as well as this test does.
func TestPdfinfoReadsTheReportInOrder(t *testing.T) {
	sample.Need(t, "pdfinfo")
	for name, r := range sample.Reports(t) {
		if name != "d-town-2020" && name != "e-town-2024" && !sample.All() { // one of each edition, since poppler takes seconds for each
			continue
		}
		t.Run(name, func(t *testing.T) {
			d := compose.Compose(r)
			out := sample.Run(t, "pdfinfo", "-struct-text", saved(t, composed(t, d)))
			got, want := "", ""
			for _, said := range regexp.MustCompile(`(?m)^ *"(.*)"$`).FindAllStringSubmatch(out, -1) {
				got += said[1]
			}
			for _, text := range d.Texts() {
				want += text.Text
			}
			assert.Equal(t, bare(want), bare(got))
			for _, role := range []string{"Document", "H1 (block)", "H2 (block)", "Caption", "THead", "TH <h"} {
				assert.True(t, strings.Contains(out, role), role)
			}
		})
	}
}

// A row of a table comes out of the file as one: its own head, then its figures.
func TestPdftotextGivesRows(t *testing.T) {
	sample.Need(t, "pdftotext")
	for name, r := range sample.Reports(t) {
		t.Run(name, func(t *testing.T) {
			d := compose.Compose(r)
			text := bare(sample.Run(t, "pdftotext", "-raw", saved(t, composed(t, d)), "-"))
			rows := 0
			for _, b := range d.Blocks {
				table, ok := b.(compose.Table)
				if !ok {
					continue
				}
				for i, c := range table.Cells {
					if c.Role != form.RowHeadSlot || c.Group {
						continue
					}
					row := c.Text
					for _, figure := range table.Cells[i+1:] {
						if figure.Role != form.FigureSlot {
							break
						}
						row += figure.Text
					}
					at := strings.Index(text, bare(row))
					require.GreaterOrEqual(t, at, 0, "the row is torn: %s", row)
					text = text[at+len(bare(row)):]
					rows++
				}
			}
			assert.Greater(t, rows, 20)
		})
	}
}

// What is claimed is what veraPDF finds; that it can say no is shown by the same pages without their structure.
func TestVeraPDFFindsBothForms(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "verapdf")
	folder := t.TempDir()
	save := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".pdf"), data, 0o600))
	}
	cases := hardCases(t)
	for name, r := range sample.Reports(t) {
		cases[name] = composed(t, compose.Compose(r))
	}
	for i := range 200 {
		cases[fmt.Sprint("member", i)] = composed(t, compose.Compose(members.Report(i, 2019+i%7)))
	}
	for name, pages := range cases {
		var file bytes.Buffer
		require.NoError(t, Write(&file, pages, &attachment))
		require.Contains(t, file.String(), "<pdfuaid:part>1</pdfuaid:part>")
		save(name, file.Bytes())
	}
	for _, form := range []string{"ua1", "3a"} {
		assert.Empty(t, sample.VeraPDF(t, form, folder), form)
	}

	folder = t.TempDir()
	plain := composed(t, compose.Compose(sample.Report(t, "e-town-2024")))
	plain.Structure = layout.Structure{}
	save("plain", write(t, plain))
	assert.Subset(t, sample.VeraPDF(t, "ua1", folder), []string{"plain.pdf 5-1", "plain.pdf 6.2-1", "plain.pdf 7.1-11"})
	assert.Subset(t, sample.VeraPDF(t, "3a", folder), []string{"plain.pdf 6.6.4-1", "plain.pdf 6.7.2.2-1", "plain.pdf 6.7.3.3-1"})
}
