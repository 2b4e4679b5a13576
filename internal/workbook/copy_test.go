package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/sample"
)

// assertUnedited tells that a workbook is a copy of ours that still holds what it held when it was made.
func assertUnedited(t *testing.T, data []byte, why string) {
	t.Helper()
	r := read(t, data)
	if assert.NotNil(t, r.Copy, why) {
		assert.Equal(t, r.Digest(), r.Copy.Digest, why)
	}
}

func TestCopyKnowsWhatItWasMadeFrom(t *testing.T) {
	for _, name := range sample.Names(t) {
		data := written(t, sample.Report(t, name), Options{})
		r := read(t, data)
		assert.Nil(t, r.Copy, "a workbook that a clerk fills in is no copy")
		copied := marked(t, data, someNotes(r)...)
		assertUnedited(t, copied, name)
		assert.Equal(t, r.Digest(), read(t, copied).Copy.Digest, "the copy is known by what it was made from, marks or not")
		assert.Equal(t, sample.Report(t, name).Digest(), r.Digest(), "a report has the digest of the workbook that it was written as")
	}
}

func TestEditsOfACopy(t *testing.T) {
	data := written(t, sample.Report(t, "b-district-2022"), Options{})
	r := read(t, data)
	copied := marked(t, data, someNotes(r)...)
	on := func(k form.Key) (sheet, ref string) {
		place := noteOn(r, k, Red, "").Place
		return place.Sheet, place.Ref
	}
	names := map[string]string{}
	for _, n := range opened(t, copied).GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	first := func(name string) (sheet, ref string) { // the first cell of a name
		quotedSheet, cells, ok := strings.Cut(names[name], "!")
		require.True(t, ok, name)
		cell, _, _ := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
		return strings.Trim(quotedSheet, "'"), cell
	}
	for _, test := range []struct {
		why  string
		edit func(f *excelize.File) error
		same bool
	}{
		{"saved by another program", func(*excelize.File) error { return nil }, true},
		{"a figure", func(f *excelize.File) error {
			sheet, ref := on("requests.received.natural_person")
			return f.SetCellInt(sheet, ref, 99)
		}, false},
		{"a paragraph", func(f *excelize.File) error {
			sheet, ref := on("narrative.problems")
			return f.SetCellStr(sheet, ref, "改了。")
		}, false},
		{"a field", func(f *excelize.File) error { sheet, ref := on("unit.phone"); return f.SetCellStr(sheet, ref, "0000") }, false},
		{"an explanation on the sheet 校验", func(f *excelize.File) error {
			sheet, ref := first(answersText)
			return f.SetCellStr(sheet, ref, "经核实，数据属实。")
		}, true},
		{"an explanation on the sheet 校验结果", func(f *excelize.File) error {
			sheet, ref := first(findingsText)
			return f.SetCellStr(sheet, ref, "经核实，数据属实。")
		}, true},
		{"the sheet 校验结果 deleted", func(f *excelize.File) error { return f.DeleteSheet(resultSheet) }, true},
		{"a comment of the clerk's", func(f *excelize.File) error {
			return f.AddComment(disputes, excelize.Comment{Cell: "A1", Author: "经办人", Text: "已核"})
		}, true},
		{"a row inserted", func(f *excelize.File) error { return f.InsertRows(disputes, 2, 1) }, true},
	} {
		now := read(t, edit(t, copied, func(f *excelize.File) { require.NoError(t, test.edit(f), test.why) }))
		require.NotNil(t, now.Copy, test.why)
		assert.Equal(t, r.Digest(), now.Copy.Digest, test.why)
		assert.Equal(t, test.same, now.Digest() == now.Copy.Digest, test.why)
	}
}

func TestCopyOfACopy(t *testing.T) {
	data := edited(t, func(f *excelize.File) {
		for _, p := range []excelize.CustomProperty{{Name: "文号", Value: "清政〔2025〕1号"}, {Name: "年报", Value: true}} {
			require.NoError(t, f.SetCustomProps(p))
		}
	})
	first := marked(t, data)
	second := edit(t, first, func(f *excelize.File) { require.NoError(t, f.SetCellInt(disputes, upheld, 7)) })
	third := marked(t, second)
	assertUnedited(t, first, "a copy")
	assertUnedited(t, third, "a copy of a copy that was edited")
	assert.NotEqual(t, read(t, first).Copy, read(t, third).Copy)
	assert.True(t, bytes.Equal(third, marked(t, second)), "equal input makes equal bytes")
	assert.True(t, bytes.Equal(mustPart(t, third, propertiesPart), mustPart(t, marked(t, third), propertiesPart)), "the property is replaced")
	properties, err := opened(t, third).GetCustomProps()
	require.NoError(t, err)
	assert.ElementsMatch(t, []excelize.CustomProperty{{Name: "文号", Value: "清政〔2025〕1号"}, {Name: "年报", Value: true},
		{Name: copyProperty, Value: read(t, third).Digest() + " " + read(t, third).Copy.Original}}, properties, "what the clerk's program keeps there stays")
}

func mustPart(t *testing.T, data []byte, name string) []byte {
	t.Helper()
	part, err := mustBook(t, data).Part(name)
	require.NoError(t, err)
	return part
}

// Whatever stands where the properties are, a copy is made and knows what it is.
func TestCopyOfAnyWorkbook(t *testing.T) {
	t.Parallel()
	blank := edited(t, func(f *excelize.File) {
		require.NoError(t, f.SetCustomProps(excelize.CustomProperty{Name: "文号", Value: "1号"}))
	})
	with := func(change func(name, content string) string) []byte { return sample.Rezip(t, blank, change) }
	properties := func(content string) []byte {
		return with(func(name, was string) string {
			if name == propertiesPart {
				return content
			}
			return was
		})
	}
	for _, test := range []struct {
		why  string
		data []byte
	}{
		{"properties with a prefix", properties(`<p:Properties xmlns:p="` + propertySpace + `" xmlns:v="` + valueSpace + `"><p:property fmtid="` + propertyFormat + `" pid="9" name="文号"><v:lpwstr>1号</v:lpwstr></p:property></p:Properties>`)},
		{"no properties in the list", properties(`<Properties xmlns="` + propertySpace + `"/>`)},
		{"a list that is damaged", properties(`<Properties xmlns="` + propertySpace + `"><property`)},
		{"something else in its place", properties(`<x/>`)},
		{"the part is not there, though it is linked", properties("")},
		{"the part is there, though nothing links to it", with(func(name, content string) string {
			if name == "_rels/.rels" {
				return relationshipTo("custom-properties").ReplaceAllString(content, "")
			}
			return content
		})},
		{"the strict form", with(func(_, content string) string {
			return strings.NewReplacer("http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties", strictLinks+"/customProperties",
				propertySpace, strictProperties, valueSpace, strictValues,
				"http://schemas.openxmlformats.org/officeDocument/2006/relationships", strictLinks,
				"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").Replace(content)
		})},
		{"the strict form without properties", sample.Rezip(t, edited(t, func(*excelize.File) {}), func(_, content string) string {
			return strings.ReplaceAll(content, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", strictLinks)
		})},
	} {
		t.Run(test.why, func(t *testing.T) {
			assert.Nil(t, read(t, test.data).Copy)
			copied := marked(t, test.data)
			assertUnedited(t, copied, "marked")
			assertUnedited(t, marked(t, copied), "marked again")
			part := string(mustPart(t, copied, propertiesPart))
			assert.Equal(t, 1, strings.Count(part, copyProperty))
			strict := strings.Contains(test.why, "strict")
			assert.Equal(t, strict, strings.Contains(part, strictProperties) && strings.Contains(part, `"`+strictValues+`"`), part)
			assert.Equal(t, 1, strings.Count(string(mustPart(t, copied, "[Content_Types].xml")), `"/`+propertiesPart+`"`), "the part is declared once")
			assert.Equal(t, 1, strings.Count(string(mustPart(t, copied, "_rels/.rels")), propertiesPart), "and linked once")
		})
	}
}

func TestMendedCopy(t *testing.T) {
	const sheet = "一、总体情况"
	data := edited(t, func(f *excelize.File) { require.NoError(t, f.SetCellStr(sheet, "A4", "第一段,错。")) })
	var out bytes.Buffer
	require.NoError(t, Mend(&out, data, []Change{{Key: "narrative.overview", Paragraph: 1, Before: "第一段,错。", After: "第一段，对。"}}))
	copied := out.Bytes()
	assertUnedited(t, copied, "the digest is that of the mended report")
	assert.NotEqual(t, read(t, data).Digest(), read(t, copied).Copy.Digest)
	assert.Equal(t, read(t, data).Digest(), read(t, copied).Copy.Original, "and it knows what it was made from")
}

// A clerk opens a copy and saves it: that is no edit.
func TestCopySavedByLibreOffice(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice")
	folder := t.TempDir()
	var files []string
	for _, name := range sample.Names(t) {
		data := written(t, sample.Report(t, name), Options{})
		files = append(files, filepath.Join(folder, name+".xlsx"))
		require.NoError(t, os.WriteFile(files[len(files)-1], marked(t, data, someNotes(read(t, data))...), 0o600))
	}
	saved := sample.Convert(t, "xlsx", files...)
	for _, file := range files {
		data, err := os.ReadFile(filepath.Join(saved, filepath.Base(file)))
		require.NoError(t, err)
		assertUnedited(t, data, filepath.Base(file))
		assertUnedited(t, marked(t, data), filepath.Base(file)+", marked again")
	}
}

// openpyxl keeps properties of one's own since 3.1; what an older one saved is no copy of ours any more, but a filled workbook.
func TestCopySavedByOpenpyxl(t *testing.T) {
	sample.Need(t, "openpyxl")
	in, out := filepath.Join(t.TempDir(), "in.xlsx"), filepath.Join(t.TempDir(), "out.xlsx")
	data := written(t, sample.Report(t, "b-district-2022"), Options{})
	require.NoError(t, os.WriteFile(in, marked(t, data), 0o600))
	script := "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2]); print(hasattr(openpyxl.Workbook(), 'custom_doc_props'))"
	said := sample.Run(t, "openpyxl", "-c", script, in, out)
	saved, err := os.ReadFile(out)
	require.NoError(t, err)
	if strings.TrimSpace(said) == "True" {
		assertUnedited(t, saved, "openpyxl")
	} else {
		assert.Nil(t, read(t, saved).Copy)
	}
	assertUnedited(t, marked(t, saved), "marked again")
}
