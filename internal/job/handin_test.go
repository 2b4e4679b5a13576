package job

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/handin"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// here is the program that the tests are.
var here = handin.Program{Version: "1.2.0", Commit: "abc"}

// packedReport packs a report as a clerk does, from its workbook.
func packedReport(t testing.TB, r *model.Report, p Packer) []byte {
	t.Helper()
	var book bytes.Buffer
	_, err := workbook.Write(&book, r, workbook.Options{})
	require.NoError(t, err)
	packed, err := p.Pack(checkedFile(t, From("填报.xlsx", book.Bytes()), p))
	require.NoError(t, err)
	return packed.Data
}

func checkedFile(t testing.TB, s Source, p Packer) Checked {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	k := &Checker{Fonts: set, Last: p.Last}
	if p.Settings != "" {
		k.Settings, err = ParseSettings([]byte(p.Settings))
		require.NoError(t, err)
	}
	c := k.Check(Planned{Source: s})
	require.NoError(t, c.Err)
	return c
}

// sound are sample reports without 强制 findings, of both editions.
func sound(t testing.TB) (names []string) {
	t.Helper()
	editions := map[string]bool{}
	for name, r := range sample.Reports(t) {
		var book bytes.Buffer
		_, err := workbook.Write(&book, r, workbook.Options{})
		require.NoError(t, err)
		if checkedFile(t, From("填报.xlsx", book.Bytes()), Packer{}).Outcome.Passes(false) {
			names = append(names, name)
			editions[r.Edition.ID] = true
		}
	}
	require.Len(t, editions, len(form.Editions()))
	return names
}

func TestAPackageVerifiesByteForByte(t *testing.T) {
	for _, name := range sound(t) {
		data := packedReport(t, sample.Report(t, name), Packer{Program: here})
		assert.True(t, bytes.Equal(data, packedReport(t, sample.Report(t, name), Packer{Program: here})), "%s: the same twice", name)
		told, err := Verify(File{"报送.zip", data}, here, nil)
		require.NoError(t, err, name)
		assert.Empty(t, slices.Concat(told.Differences, told.Unread), name)
		require.Len(t, told.Notes, 1)
		assert.Contains(t, told.Notes[0], "PDF、纯文本、网页、交换JSON、校验结果、校验结果（JSON）：和用包里的填报表重新生成的逐字节相同", name)
	}
}

// changed is a package with other contents and a manifest that fits them, as a careful hand makes it.
func changed(t testing.TB, data []byte, change func(m *handin.Manifest, f *handin.File)) []byte {
	t.Helper()
	p, err := handin.Open(data)
	require.NoError(t, err)
	require.Empty(t, p.Faults)
	m := p.Manifest
	for i := range m.Files {
		f := m.Files[i]
		change(&m, &f)
		m.Files[i] = handin.NewFile(f.Role, f.Name, f.Data)
		m.Files[i].From = f.From
	}
	var out bytes.Buffer
	require.NoError(t, handin.Write(&out, document.Compose(sample.Report(t, "e-town-2024")).Dated, m))
	return out.Bytes()
}

// otherwise has the pages of a package as another version might write them: other bytes, and the same contents.
func otherwise(t testing.TB, r *model.Report, data []byte) []byte {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return changed(t, data, func(m *handin.Manifest, f *handin.File) {
		m.Program = handin.Program{Version: "1.1.0"}
		if !slices.Contains(pageRoles, f.Role) {
			return
		}
		format, ok := render.ByName(string(f.Role))
		require.True(t, ok)
		var page bytes.Buffer
		in := render.NewInput(r, nil, document.Compose(r), set, render.Options{NoData: true, Fragment: true, Text: text.Options{Tables: text.TSV, Encoding: text.UTF8BOM}})
		require.NoError(t, format.Write(&page, in))
		f.Data = page.Bytes()
		if f.Role == handin.JSON {
			f.Data = append(f.Data, ' ')
		}
	})
}

func TestAPackageOfAnotherVersionVerifiesByContents(t *testing.T) {
	pdfs := &PDFs{}
	defer pdfs.Close()
	for _, name := range []string{"d-town-2020", "e-town-2024"} {
		r := sample.Report(t, name)
		data := otherwise(t, r, packedReport(t, r, Packer{Program: here}))
		told, err := Verify(File{"报送.zip", data}, here, pdfs)
		require.NoError(t, err, name)
		assert.Empty(t, slices.Concat(told.Differences, told.Unread), name)
		assert.Equal(t, []string{
			"校验结果、校验结果（JSON）：和用包里的填报表重新生成的逐字节相同",
			"PDF、纯文本、网页、交换JSON：按内容（数字、段落、表格）核对，没有逐字节比，因为打包用的是版本1.1.0，这里是版本1.2.0",
		}, told.Notes, name)
	}
}

// pageOf is a page of a report in a format.
func pageOf(t testing.TB, r *model.Report, role handin.Role) []byte {
	t.Helper()
	return pageThatCarries(t, r, r, role)
}

// pageThatCarries is a page that shows one report and carries the data of another.
func pageThatCarries(t testing.TB, carried, shown *model.Report, role handin.Role) []byte {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	format, ok := render.ByName(string(role))
	require.True(t, ok)
	var page bytes.Buffer
	require.NoError(t, format.Write(&page, render.NewInput(carried, nil, document.Compose(shown), set, render.Options{})))
	return page.Bytes()
}

// edited is the sample report of the tests with a figure or a paragraph changed.
func edited(t testing.TB, figure, paragraph bool) *model.Report {
	r := sample.Report(t, "e-town-2024")
	if figure {
		r.Figures["requests.received.enterprise"] = model.ParseFigure(form.Count, "7")
	}
	if paragraph {
		list := slices.Clone(r.Texts["narrative.problems"])
		list[0].Text = strings.Replace(list[0].Text, "。", "，都已经改好了。", 1)
		r.Texts["narrative.problems"] = list
	}
	return r
}

// Whatever is changed is told by its name and place, also where the manifest was edited to fit, by the version that packed and by others.
func TestTamperingIsTold(t *testing.T) {
	var book bytes.Buffer
	_, err := workbook.Write(&book, edited(t, true, false), workbook.Options{})
	require.NoError(t, err)
	pdfs := &PDFs{}
	defer pdfs.Close()
	data := packedReport(t, sample.Report(t, "e-town-2024"), Packer{Program: here, Recipient: "县人民政府办公室", Scans: []File{{"扫描.pdf", []byte("%PDF-1.4 扫描")}}})
	put := func(role handin.Role, content []byte) func(*handin.Manifest, *handin.File) {
		return func(_ *handin.Manifest, f *handin.File) {
			if f.Role == role {
				f.Data = content
			}
		}
	}
	replace := func(role handin.Role, old, by string) func(*handin.Manifest, *handin.File) {
		return func(_ *handin.Manifest, f *handin.File) {
			if f.Role == role {
				require.Contains(t, string(f.Data), old)
				f.Data = bytes.Replace(f.Data, []byte(old), []byte(by), 1)
			}
		}
	}
	const figure = "“一、本年新收政府信息公开申请数量”的“商业企业”：填报表（“三、依申请公开”E6）是0，"
	for _, c := range []struct {
		why    string
		change func(*handin.Manifest, *handin.File)
		same   string // told by the version that packed
		other  string // by another version; "" where that cannot know
	}{
		{"a figure of the workbook", put(handin.Workbook, book.Bytes()), "PDF和填报表不同", "PDF和填报表不同"},
		{"a figure of the PDF, data and pages", put(handin.PDF, pageOf(t, edited(t, true, false), handin.PDF)),
			"PDF里带的数据和填报表不同，改动有：“一、本年新收政府信息公开申请数量”的“商业企业”由0改为7", figure + "PDF（"},
		{"a paragraph of the PDF", put(handin.PDF, pageOf(t, edited(t, false, true), handin.PDF)), "都已经改好了", "都已经改好了"},
		{"of the PDF its pages alone", put(handin.PDF, pageThatCarries(t, edited(t, false, false), edited(t, true, false), handin.PDF)), figure + "PDF（", figure + "PDF（"},
		{"a figure of the text", put(handin.Text, pageOf(t, edited(t, true, false), handin.Text)), "纯文本和填报表不同，" + figure + "纯文本（", figure},
		{"a paragraph of the text", put(handin.Text, pageOf(t, edited(t, false, true), handin.Text)), "都已经改好了", "都已经改好了"},
		{"a figure of the web page", put(handin.HTML, pageOf(t, edited(t, true, false), handin.HTML)), "网页和填报表不同，" + figure + "网页（", figure},
		{"a paragraph of the web page", put(handin.HTML, pageOf(t, edited(t, false, true), handin.HTML)), "都已经改好了", "都已经改好了"},
		{"a figure of the data", replace(handin.JSON, `"requests.received.enterprise": 0`, `"requests.received.enterprise": 7`),
			"交换JSON和填报表不同，改动有：“一、本年新收政府信息公开申请数量”的“商业企业”由0改为7", "由0改为7"},
		{"what no page prints, in the data", replace(handin.JSON, `"level": "乡镇"`, `"level": "街道"`), "“单位层级”由乡镇改为街道", "“单位层级”由乡镇改为街道"},
		{"data that are none", put(handin.JSON, []byte("{}")), "读不了", "读不了"},
		{"a page that is none", put(handin.HTML, []byte("<p>年报</p>")), "读不了：不是年报", "读不了：不是年报"},
		{"of the page what nobody sees", replace(handin.HTML, "<body", "<body data-x=y"), "和重新生成的不是同一个文件，内容没有发现不同", ""},
		{"findings for people", replace(handin.FindingsText, "没有发现问题", "没有发现任何问题"), "校验结果和重新校验的不同：包里是“没有发现任何问题。”，重新校验是“没有发现问题。”", ""},
		{"findings for programs", replace(handin.Findings, `"pass"`, `"fail"`), `包里是“"verdict": "fail",”，重新校验是“"verdict": "pass",”`, ""},
		{"whose it is, in the manifest", func(m *handin.Manifest, _ *handin.File) { m.Unit = "望禾县人民政府" },
			"清单写的是“望禾县人民政府2024年政府信息公开工作年度报告”，填报表是“望禾镇人民政府2024年政府信息公开工作年度报告”", "清单写的是“望禾县人民政府"},
		{"the edition, in the manifest", func(m *handin.Manifest, _ *handin.File) { m.Edition = "2019" }, "清单写的是", "清单写的是"},
		{"the year, in the manifest", func(m *handin.Manifest, _ *handin.File) { m.Year = 2023 }, "清单写的是“望禾镇人民政府2023年", "清单写的是"},
		{"settings that were not there", func(m *handin.Manifest, _ *handin.File) {
			m.Settings = "规则:\n  overview-length: {关闭: 不作要求}\n"
		}, "校验结果和重新校验的不同", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			tampered := changed(t, data, c.change)
			told, err := Verify(File{"报送.zip", tampered}, here, pdfs)
			require.NoError(t, err)
			assert.Contains(t, strings.Join(told.Differences, "\n"), c.same)

			told, err = Verify(File{"报送.zip", tampered}, handin.Program{Version: "2.0.0"}, pdfs)
			require.NoError(t, err)
			if c.other == "" {
				assert.Empty(t, slices.Concat(told.Differences, told.Unread))
				return
			}
			assert.Contains(t, strings.Join(told.Differences, "\n"), c.other)
		})
	}
}

// What a county kept of earlier years has to verify with every later version.
func TestPackagesOfEveryReleaseVerify(t *testing.T) {
	files, err := filepath.Glob(sample.Path(t, "testdata/packages/*.zip"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	pdfs := &PDFs{}
	defer pdfs.Close()
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		told, err := Verify(File{filepath.Base(file), data}, here, pdfs)
		require.NoError(t, err)
		assert.Empty(t, slices.Concat(told.Differences, told.Unread), file)
		assert.Contains(t, told.Title, "年政府信息公开工作年度报告")
		assert.Contains(t, strings.Join(told.Notes, "\n"), "这里是版本"+here.Version, "by contents, since it is another version")
	}
}
