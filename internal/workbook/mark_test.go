package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// marked is a copy with notes.
func marked(t testing.TB, data []byte, notes ...Note) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Mark(&out, data, notes))
	return out.Bytes()
}

// noteOn is a note on a key of a workbook as it was read.
func noteOn(r *model.Report, k form.Key, c Colour, number string) Note {
	place := r.Figures[k].Place
	if place.Ref == "" {
		place = r.Fields[k].Place
	}
	if texts := r.Texts[k]; place.Ref == "" && len(texts) > 0 {
		place = texts[len(texts)-1].Place
	}
	return Note{Place: place, Colour: c, Level: [...]string{"强制", "核实", "提示", "核实"}[c], Number: number, Text: "这一格有问题：" + string(k) + "<&>",
		Due: "3", Found: "2", Reasons: "可能漏填。", Rule: "some-rule", Answerable: c != Red}
}

func TestMarkChangesNothingElse(t *testing.T) {
	t.Parallel()
	files := map[string][]byte{"ours": written(t, sample.Report(t, "b-district-2022"), Options{})}
	for _, name := range sample.Workbooks(t) {
		files[name] = sample.Workbook(t, name)
	}
	files["prefixed"] = prefixed(t, files["ours"])
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			r := read(t, data)
			notes := []Note{noteOn(r, "requests.received.total", Red, "A1B2C3"), noteOn(r, "requests.received.total", Blue, "A1B2C4"),
				noteOn(r, "unit.phone", Orange, "A1B2C5"), noteOn(r, "narrative.problems", Green, "A1B2C6"),
				{Colour: Red, Level: "强制", Number: "A1B2C7", Text: "没有这一节"}}
			copied := marked(t, data, notes...)
			assert.True(t, bytes.Equal(copied, marked(t, data, notes...)), "equal input makes equal bytes")
			assertSame(t, r, read(t, copied))
			assertUntouched(t, data, copied, notes)
		})
	}
}

// prefixed is a workbook whose main parts use a prefix for the namespace of spreadsheets, as some programs do.
func prefixed(t *testing.T, data []byte) []byte {
	return sample.Rezip(t, data, func(name, content string) string {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") && name != "xl/styles.xml" && name != "xl/workbook.xml" {
			return content
		}
		head, body, _ := strings.Cut(content, "?>")
		body = tagName.ReplaceAllString(body, "<${1}x:$2")
		return head + "?>" + strings.Replace(body, ` xmlns="`, ` xmlns:x="`, 1)
	})
}

// assertUntouched compares a marked copy with what it was made from, part by part and cell by cell.
func assertUntouched(t *testing.T, data, copied []byte, notes []Note) {
	before, err := spreadsheet.Open(data)
	require.NoError(t, err)
	after, err := spreadsheet.Open(copied)
	require.NoError(t, err)
	sheets := map[string]bool{} // which are compared below
	for _, s := range before.Sheets {
		sheets[s.Part] = true
	}
	for _, name := range before.Names() {
		switch {
		case name == opc.ContentTypes, name == "xl/styles.xml", name == "xl/workbook.xml", name == "xl/_rels/workbook.xml.rels", name == "_rels/.rels", name == propertiesPart, sheets[name],
			strings.HasPrefix(name, "xl/worksheets/_rels/"):
			continue
		}
		was, err := before.Part(name)
		require.NoError(t, err)
		now, err := after.Part(name)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(was, now), "%s is the same to the byte", name)
	}
	for i, s := range before.Sheets {
		assert.Equal(t, s, after.Sheets[i])
		assertSheetUntouched(t, rootOf(t, before, s.Part), rootOf(t, after, s.Part))
	}
	assertStylesUntouched(t, opened(t, data), opened(t, copied), copied, notes)
	for i, n := range before.Defined {
		assert.Equal(t, n, after.Defined[i])
	}
	assert.Equal(t, resultSheet, after.Sheets[len(after.Sheets)-1].Name)
}

func rootOf(t *testing.T, b *spreadsheet.Book, name string) *xmlcut.Element {
	data, err := b.Part(name)
	require.NoError(t, err)
	root, err := cut(data)
	require.NoError(t, err)
	return root
}

// assertSheetUntouched compares all of two worksheets but the styles of cells, the link to the drawing of comments, and what of the
// sheet is seen first: where the cursor is, how tall the rows are.
func assertSheetUntouched(t *testing.T, was, now *xmlcut.Element) {
	now.Remove(func(c xmlcut.Piece) bool { return c.Name == "legacyDrawing" })
	require.Len(t, now.Children, len(was.Children))
	for i, c := range was.Children {
		switch c.Name {
		case "sheetViews":
		case "sheetData":
			style := func(raw []byte) string {
				return rowHeight.ReplaceAllString(styleAttribute.ReplaceAllString(string(raw), ""), "")
			}
			assert.Equal(t, style(c.Raw), style(now.Children[i].Raw))
		default:
			assert.Equal(t, string(c.Raw), string(now.Children[i].Raw))
		}
	}
}

var rowHeight = regexp.MustCompile(` (?:ht|customHeight)="[^"]*"`)

func assertStylesUntouched(t *testing.T, was, now *excelize.File, copied []byte, notes []Note) {
	changed := map[string]Colour{}
	for _, n := range notes {
		if c, seen := changed[n.Place.Sheet+n.Place.Ref]; !seen || n.Colour < c {
			changed[n.Place.Sheet+n.Place.Ref] = n.Colour
		}
	}
	for _, sheet := range was.GetSheetList() {
		rows, err := was.GetRows(sheet)
		require.NoError(t, err)
		for i, row := range rows {
			for j := range row {
				ref := cellref.At(j+1, i+1).String()
				a, b := styleAt(t, was, sheet, ref), styleAt(t, now, sheet, ref)
				if c, marked := changed[sheet+ref]; marked {
					assert.Equal(t, c.argb(), fillAt(t, copied, sheet, ref), ref)
					delete(changed, sheet+ref)
					a.Fill, b.Fill = excelize.Fill{}, excelize.Fill{}
				}
				assert.Equal(t, a, b, "%s %s", sheet, ref)
			}
		}
	}
	delete(changed, "")
	assert.Empty(t, changed, "all cells with a note are coloured")
}

// fillAt is what a cell is filled with, as it is stored.
func fillAt(t *testing.T, data []byte, sheet, ref string) string {
	b := mustBook(t, data)
	raw, err := b.Part("xl/styles.xml")
	require.NoError(t, err)
	styles, err := parseStyles(raw)
	require.NoError(t, err)
	w, err := parseWorksheet(rootOf(t, b, b.SheetNamed(sheet).Part).Bytes())
	require.NoError(t, err)
	fill := ""
	require.NoError(t, w.visit(nil, func(at cellref.Position, c *xmlcut.Element) error {
		if at.String() != ref {
			return nil
		}
		style, err := strconv.Atoi(c.Get("s"))
		require.NoError(t, err)
		x, err := styles.xf(style)
		require.NoError(t, err)
		if colour, _ := styles.fillColour(x); colour != nil {
			fill = colour.Get("rgb")
		}
		return nil
	}))
	return fill
}

func styleAt(t *testing.T, f *excelize.File, sheet, ref string) excelize.Style {
	id, err := f.GetCellStyle(sheet, ref)
	require.NoError(t, err)
	style, err := f.GetStyle(id)
	require.NoError(t, err)
	return *style
}

func TestMarkedCellsAreCommented(t *testing.T) {
	data := edited(t, func(f *excelize.File) {
		require.NoError(t, f.SetCellInt(disputes, upheld, 2))
		require.NoError(t, f.AddComment(disputes, excelize.Comment{Cell: upheld, Author: "经办人", Text: "我写的批注"}))
		require.NoError(t, f.AddComment(disputes, excelize.Comment{Cell: "B6", Author: "经办人", Text: "别处的批注"}))
		require.NoError(t, f.AddComment(disputes, excelize.Comment{Cell: "C6", Author: "tc={00000000-0000-4000-8000-000000000000}", Text: "会话的替身"}))
	})
	r := read(t, data)
	one := noteOn(r, "disputes.review.upheld", Red, "A1B2C3")
	other := noteOn(r, "disputes.review.total", Orange, "A1B2C4")
	third := noteOn(r, "disputes.review.other", Orange, "A1B2C5") // stands in a conversation, which would overwrite what we say
	said := func(data []byte) map[string]string {
		comments, err := opened(t, data).GetComments(disputes)
		require.NoError(t, err)
		said := map[string]string{}
		for _, c := range comments {
			text := c.Text
			for _, p := range c.Paragraph {
				text += p.Text
			}
			said[c.Cell] = text
		}
		return said
	}
	first := marked(t, data, one, other, third)
	assert.Equal(t, map[string]string{
		"A6": "我写的批注\n\n——年报校验——\n【强制】这一格有问题：disputes.review.upheld<&>\n应为：3\n实为：2\n可能的原因：可能漏填。\n编号：A1B2C3\n规则：some-rule",
		"B6": "别处的批注",
		"C6": "会话的替身",
		"E6": "——年报校验——\n【核实】这一格有问题：disputes.review.total<&>\n应为：3\n实为：2\n可能的原因：可能漏填。\n编号：A1B2C4\n规则：some-rule",
	}, said(first))
	assert.Equal(t, map[string]string{"A6": "我写的批注", "B6": "别处的批注", "C6": "会话的替身"}, said(marked(t, first)), "another marking takes ours off and leaves the clerk's")
	drawing, err := mustBook(t, marked(t, first)).Part("xl/drawings/vmlDrawing1.vml")
	require.NoError(t, err)
	assert.Equal(t, 3, bytes.Count(drawing, []byte("<x:ClientData")), "each comment has its box")
}

func mustBook(t *testing.T, data []byte) *spreadsheet.Book {
	b, err := spreadsheet.Open(data)
	require.NoError(t, err)
	return b
}

// A clerk mends what is marked and checks the marked copy itself.
func TestMarkingAgainTakesOldMarksOff(t *testing.T) {
	data := written(t, sample.Report(t, "b-district-2022"), Options{})
	r := read(t, data)
	var notes []Note
	for i, k := range []form.Key{"requests.received.natural_person", "requests.received.total", "unit.name", "narrative.overview"} {
		notes = append(notes, noteOn(r, k, Colour(i), fmt.Sprintf("A1B2C%d", i)))
	}
	again := marked(t, marked(t, data, notes...))
	was, now := opened(t, data), opened(t, again)
	for _, n := range notes {
		assert.Equal(t, styleAt(t, was, n.Place.Sheet, n.Place.Ref), styleAt(t, now, n.Place.Sheet, n.Place.Ref), n.Place)
	}
	assert.Len(t, mustBook(t, again).Sheets, len(mustBook(t, data).Sheets)+1, "the sheet 校验结果 is filled anew")
	assertSame(t, r, read(t, again))
	lost := marked(t, edit(t, marked(t, data, notes...), func(f *excelize.File) { require.NoError(t, f.DeleteSheet(resultSheet)) }))
	for _, n := range notes {
		assert.Equal(t, styleAt(t, was, n.Place.Sheet, n.Place.Ref).Fill, styleAt(t, opened(t, lost), n.Place.Sheet, n.Place.Ref).Fill, n.Place)
	}
}

// edit is a workbook as another program has changed and saved it.
func edit(t testing.TB, data []byte, change func(f *excelize.File)) []byte {
	t.Helper()
	f := opened(t, data)
	change(f)
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}

func TestMarkTakesAnyWorkbook(t *testing.T) {
	blank := edited(t, func(*excelize.File) {})
	note := Note{Place: model.Place{Sheet: disputes, Ref: "Z99"}, Colour: Red, Level: "强制", Text: "写在外面"}
	tests := []struct {
		why  string
		data []byte
	}{
		{"a cell that is not stored, in a row that is not", blank},
		{"a sheet of the clerk's has the name", edit(t, blank, func(f *excelize.File) {
			_, err := f.NewSheet(resultSheet)
			require.NoError(t, err)
		})},
		{"no styles", sample.Rezip(t, blank, func(name, content string) string {
			if name == "xl/styles.xml" {
				return ""
			}
			content = strings.ReplaceAll(content, `<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"></Override>`, "")
			return relationshipTo("styles").ReplaceAllString(styleAttribute.ReplaceAllString(content, ""), "")
		})},
		{"a style sheet without lists", sample.Rezip(t, blank, func(name, content string) string {
			if name == "xl/styles.xml" {
				return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`
			}
			return styleAttribute.ReplaceAllString(content, "")
		})},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			copied := marked(t, test.data, note)
			assert.Equal(t, Red.argb(), fillAt(t, copied, disputes, "Z99"))
			list := opened(t, copied).GetSheetList()
			assert.True(t, strings.HasPrefix(list[len(list)-1], resultSheet))
		})
	}
}

func TestMarkRefusesWhatCannotBeRead(t *testing.T) {
	for why, data := range map[string][]byte{
		"no workbook": []byte("a"),
		"a sheet is no XML": sample.Rezip(t, edited(t, func(*excelize.File) {}), func(name, content string) string {
			if name == "xl/worksheets/sheet7.xml" {
				return content[:len(content)/2]
			}
			return content
		}),
		"styles that are not there": sample.Rezip(t, edited(t, func(f *excelize.File) { require.NoError(t, f.SetCellInt(disputes, upheld, 1)) }), func(name, content string) string {
			return strings.ReplaceAll(content, `<c r="A6" s="`, `<c r="A6" s="9`)
		}),
	} {
		var out bytes.Buffer
		assert.Error(t, Mark(&out, data, []Note{{Place: model.Place{Sheet: disputes, Ref: upheld}, Level: "强制", Text: "一"}}), why)
	}
}

func FuzzMark(f *testing.F) {
	blank := written(f, model.New(edition(f, "2021")), Options{})
	parts := sample.Parts(f, blank)
	f.Add(0, uint16(0), "A6")
	f.Add(5, uint16(900), "ZZ1048576")
	f.Fuzz(func(t *testing.T, file int, at uint16, ref string) {
		parts := slices.Clone(parts)
		if i := 2*file + 1; i >= 1 && i < len(parts) {
			cut := int(at) % len(parts[i])
			parts[i] = parts[i][:cut] + parts[i][cut+1:]
		}
		damaged := sample.Zip(t, parts...)
		var out bytes.Buffer
		if Mark(&out, damaged, []Note{{Place: model.Place{Sheet: disputes, Ref: ref}, Level: "强制", Text: "一"}}) == nil {
			r := read(t, damaged)
			copied := read(t, out.Bytes())
			require.Equal(t, &model.Copy{Digest: r.Digest(), Original: r.Digest()}, copied.Copy, "what can be marked can be read again, and says the same")
			require.Equal(t, r.Digest(), copied.Digest())
		}
	})
}

var (
	tagName        = regexp.MustCompile(`<(/?)([A-Za-z])`)
	styleAttribute = regexp.MustCompile(` (?:s|style)="[0-9]+"`)
)

func relationshipTo(kind string) *regexp.Regexp {
	return regexp.MustCompile(`<Relationship [^>]*relationships/` + kind + `"[^>]*></Relationship>`)
}
