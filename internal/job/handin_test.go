package job

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/handin"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
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
	return checkedWith(t, s, p, nil)
}

func checkedWith(t testing.TB, s Source, p Packer, last *LastYear) Checked {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	k := &Checker{Fonts: set, Last: last}
	if p.Settings != "" {
		county, err := office.ReadRules([]byte(p.Settings))
		require.NoError(t, err)
		k.Lay(county)
	}
	c := k.Check(Planned{Source: s})
	require.NoError(t, c.Err)
	return c
}

// sound are sample reports without 强制 findings, of both editions, found out once.
func sound(t testing.TB) (names []string) {
	t.Helper()
	soundOnce.Do(func() {
		for name, r := range sample.Reports(t) {
			if checkedFile(t, From("填报.xlsx", bookOf(t, r)), Packer{}).Outcome.Passes(false) {
				soundNames = append(soundNames, name)
			}
		}
	})
	editions := map[string]bool{}
	for _, name := range soundNames {
		editions[sample.Report(t, name).Edition.ID] = true
	}
	require.Len(t, editions, len(form.Editions()))
	return soundNames
}

var (
	soundOnce  sync.Once
	soundNames []string
)

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

// A package holds all that it was checked with: last year's report, out of a folder too, explanations that stand elsewhere than in the
// workbook, a county's settings.
func TestAPackageHoldsWhatItWasCheckedWith(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	before := sample.Report(t, "e-town-2024")
	before.Fields["report.year"] = model.Field{Text: "2023"}
	var book, data bytes.Buffer
	_, err := workbook.Write(&book, r, workbook.Options{})
	require.NoError(t, err)
	require.NoError(t, exchange.Write(&data, before))
	folder := From("去年/望禾镇.json", data.Bytes())
	folder.Found = true
	last, err := NewLastYear([]Source{folder})
	require.NoError(t, err)
	p := Packer{Program: here, Settings: "规则:\n  overview-length: {关闭: 不作要求}\n"}
	c := checkedWith(t, From("各镇/填报.xlsx", book.Bytes()), p, last)
	require.NotEmpty(t, c.Findings, "the texts are those of last year")
	for i := range c.Findings {
		c.Findings[i].Explanation = "情况属实，“没有”变化" // as in a marked copy that lies beside it
	}
	packed, err := p.Pack(c)
	require.NoError(t, err)
	opened, err := handin.Open(packed.Data)
	require.NoError(t, err)
	assert.Equal(t, p.Settings, opened.Settings)
	assert.Equal(t, packed.Code, opened.Code)
	lastFile, ok := opened.File(handin.LastYear)
	require.True(t, ok)
	assert.Equal(t, "望禾镇.json", lastFile.From, "nothing of the folder where it lay")
	findings, _ := opened.File(handin.Findings)
	assert.Contains(t, string(findings.Data), "情况属实，“没有”变化")
	assert.NotContains(t, string(findings.Data), "各镇")

	told, err := Verify(File{"报送.zip", packed.Data}, here, nil)
	require.NoError(t, err)
	assert.Empty(t, slices.Concat(told.Differences, told.Unread))
	for _, role := range []handin.Role{handin.LastYear, handin.Explanations} {
		without := changedList(t, packed.Data, func(f handin.File) bool { return f.Role != role })
		told, err = Verify(File{"报送.zip", without}, here, nil)
		require.NoError(t, err)
		assert.Contains(t, strings.Join(told.Differences, "\n"), "校验结果和重新校验的不同", "without %s", role)
	}
}

// What a package says was found is what was found before it was packed, whatever the office lays down, and so it is when it is verified.
func TestAPackageFindsWhatWasFound(t *testing.T) {
	book := bookOf(t, sample.Report(t, "e-town-2024"))
	const indicators, words = "附表:\n  接待群众的人数: {计量单位: 人, 数的写法: 整数}\n", "易错词: {望禾镇: 望和镇}\n"
	inWorkbook := func(rules string) []byte {
		c, err := office.ReadRules([]byte(rules))
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, c.Write(&b))
		return b.Bytes()
	}
	set, err := fonts.Embedded()
	require.NoError(t, err)
	for _, c := range []struct {
		why   string
		rules []byte
		finds string
	}{
		{"an indicator that the workbook has no place for", []byte(indicators), "indicators-asked"},
		{"laid down in a workbook, which goes along as text", inWorkbook(indicators), "indicators-asked"},
		{"a wrong word", []byte(words), "wrong-word"},
		{"a wrong word in a workbook", inWorkbook(words), "wrong-word"},
	} {
		county, err := office.ReadRules(c.rules)
		require.NoError(t, err, c.why)
		k := &Checker{Fonts: set}
		k.Lay(county)
		checked := k.Check(Planned{Source: From("填报.xlsx", book)})
		require.NoError(t, checked.Err, c.why)
		require.True(t, slices.ContainsFunc(checked.Findings, func(f check.Finding) bool { return f.Rule == c.finds }), c.why)
		p := Packer{Program: here, Settings: county.SettingsText(checked.Settings)}
		packed, err := p.Pack(checked)
		require.NoError(t, err, c.why)
		opened, err := handin.Open(packed.Data)
		require.NoError(t, err, c.why)
		in, _ := opened.File(handin.Workbook)
		checked.File = in.Name
		var found bytes.Buffer
		w := verdict.NewJSON(&found, verdict.Options{})
		require.NoError(t, w.Write(checked.Outcome), c.why)
		require.NoError(t, w.Close(), c.why)
		told, _ := opened.File(handin.Findings)
		assert.Equal(t, found.String(), string(told.Data), c.why)
		verified, err := Verify(File{"报送.zip", packed.Data}, here, nil)
		require.NoError(t, err, c.why)
		assert.Empty(t, slices.Concat(verified.Differences, verified.Unread), c.why)
	}
}

// What was explained is what it was, and no formula to whoever opens the list of a package in a spreadsheet.
func TestExplanationsInAPackageAreNoFormulas(t *testing.T) {
	const said = `=HYPERLINK("http://x","情况属实")`
	last := sample.Report(t, "e-town-2024")
	last.Fields["report.year"] = model.Field{Text: "2023"}
	before, err := NewLastYear([]Source{From("去年.xlsx", bookOf(t, last))})
	require.NoError(t, err)
	c := checkedWith(t, From("填报.xlsx", bookOf(t, sample.Report(t, "e-town-2024"))), Packer{}, before)
	require.NotEmpty(t, c.Findings, "the texts are those of last year")
	for i := range c.Findings {
		c.Findings[i].Explanation = said
	}
	packed, err := (&Packer{Program: here}).Pack(c)
	require.NoError(t, err)
	opened, err := handin.Open(packed.Data)
	require.NoError(t, err)
	list, ok := opened.File(handin.Explanations)
	require.True(t, ok)
	rows, err := csv.NewReader(bytes.NewReader(list.Data)).ReadAll()
	require.NoError(t, err)
	for _, row := range rows[1:] {
		assert.Equal(t, "'"+said, row[1])
	}
	findings, _ := opened.File(handin.FindingsText)
	assert.Contains(t, string(findings.Data), said)
	assert.NotContains(t, string(findings.Data), "'"+said)
	told, err := Verify(File{"报送.zip", packed.Data}, here, nil)
	require.NoError(t, err)
	assert.Empty(t, slices.Concat(told.Differences, told.Unread))
}

// changedList is a package with some of its files alone, and a manifest that fits.
func changedList(t testing.TB, data []byte, keep func(f handin.File) bool) []byte {
	t.Helper()
	p, err := handin.Open(data)
	require.NoError(t, err)
	m := p.Manifest
	m.Files = slices.DeleteFunc(slices.Clone(m.Files), func(f handin.File) bool { return !keep(f) })
	var out bytes.Buffer
	require.NoError(t, handin.Write(&out, document.Compose(sample.Report(t, "e-town-2024")).Dated, m))
	return out.Bytes()
}

func TestVerifyPackagesThatCannotBeMadeAgain(t *testing.T) {
	data := packedReport(t, sample.Report(t, "e-town-2024"), Packer{Program: here})
	for _, c := range []struct {
		why, want string
		unread    bool
		data      []byte
	}{
		{"no PDF at all", "清单上没有PDF，里面也没有", false, changedList(t, data, func(f handin.File) bool { return f.Role != handin.PDF })},
		{"no workbook", "清单上没有填报表，里面也没有", false, changedList(t, data, func(f handin.File) bool { return f.Role != handin.Workbook })},
		{"no findings", "清单上没有校验结果（JSON），里面也没有", false, changedList(t, data, func(f handin.File) bool { return f.Role != handin.Findings })},
		{"a workbook that is none", "填报表“望禾镇人民政府2024年政府信息公开年报填报.xlsx”读不了：", false, changed(t, data, func(_ *handin.Manifest, f *handin.File) {
			if f.Role == handin.Workbook {
				f.Data = []byte("PK\x03\x04")
			}
		})},
		{"an empty workbook", "读不了：是空文件", false, changed(t, data, func(_ *handin.Manifest, f *handin.File) {
			if f.Role == handin.Workbook {
				f.Data = []byte{}
			}
		})},
		{"settings that a later version knows", "只比了内容：第1行：没有“没有的”这一项", true, changed(t, data, func(m *handin.Manifest, _ *handin.File) { m.Settings = "没有的: 1\n" })},
	} {
		told, err := Verify(File{"报送.zip", c.data}, here, nil)
		require.NoError(t, err, c.why)
		got, other := told.Differences, told.Unread
		if c.unread {
			got, other = other, got
		}
		assert.Contains(t, strings.Join(got, "\n"), c.want, c.why)
		assert.Empty(t, other, c.why)
	}
	touched := sample.Rezip(t, data, func(name, content string) string {
		if name == handin.ManifestName {
			return strings.Replace(content, "{", "{\n  \"note\": \"\",", 1)
		}
		return content
	})
	told, err := Verify(File{"报送.zip", touched}, here, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"“清单.json”打包以后改过"}, told.Differences)
	told, err = Verify(File{"报送.zip", touched}, handin.Program{Version: "1.3.0"}, nil)
	require.NoError(t, err)
	assert.Empty(t, told.Differences, "another version may write it otherwise")

	page := func(m *handin.Manifest, f *handin.File) {
		if f.Role == handin.Text {
			f.Data = append([]byte("\ufeff"), f.Data...)
		}
	}
	for want, change := range map[string]func(m *handin.Manifest){
		"因为打包用的是版本1.1.0，这里是版本1.2.0": func(m *handin.Manifest) { m.Program.Version = "1.1.0" },
		"因为打包用的程序和这里的不是同一次编译的":      func(m *handin.Manifest) { m.Program.Commit = "def" },
		"因为打包用的字库和这里的不同":            func(m *handin.Manifest) { m.Fonts = "0" },
		"因为打包用的选项和这里的不同":            func(m *handin.Manifest) { m.Options.Tables = "tsv" },
	} {
		other := changed(t, data, func(m *handin.Manifest, f *handin.File) { change(m); page(m, f) })
		told, err = Verify(File{"报送.zip", other}, here, nil)
		require.NoError(t, err)
		assert.Empty(t, slices.Concat(told.Differences, told.Unread), want)
		assert.Contains(t, strings.Join(told.Notes, "\n"), "纯文本：按内容（数字、段落、表格）核对，没有逐字节比，"+want)
	}

	for _, none := range [][]byte{nil, []byte("年报"), sample.Zip(t, "填报.xlsx", "x")} {
		_, err := Verify(File{"报送.zip", none}, here, nil)
		assert.EqualError(t, err, "报送.zip：不是报送包，里面没有打包时写的“清单.json”，请核对文件。")
	}
}

func TestWhatIsNotPacked(t *testing.T) {
	fault := sample.Report(t, "f-county-2023")
	var book bytes.Buffer
	_, err := workbook.Write(&book, fault, workbook.Options{})
	require.NoError(t, err)
	p := Packer{Program: here}
	_, err = p.Pack(checkedFile(t, From("填报.xlsx", book.Bytes()), p))
	assert.ErrorIs(t, err, ErrNotPacked)

	_, err = p.Pack(checkedFile(t, From("公布.html", pageOf(t, sample.Report(t, "e-town-2024"), handin.HTML)), p))
	assert.ErrorContains(t, err, "是公布的年报")

	book.Reset()
	_, err = workbook.Write(&book, sample.Report(t, "e-town-2024"), workbook.Options{})
	require.NoError(t, err)
	sound := checkedFile(t, From("填报.xlsx", book.Bytes()), p)
	p.Scans = []File{{"扫描.docx", book.Bytes()}}
	_, err = p.Pack(sound)
	assert.EqualError(t, err, "扫描.docx：不是扫描件，盖章扫描件要用PDF或图片。")
	p.Scans = []File{{"扫描.pdf", append([]byte("%PDF-1.4"), make([]byte, 41<<20)...)}}
	_, err = p.Pack(sound)
	assert.ErrorIs(t, err, handin.ErrTooLarge)
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
	for _, name := range []string{"d-town-2020", "e-town-2024"} {
		r := sample.Report(t, name)
		data := otherwise(t, r, packedReport(t, r, Packer{Program: here}))
		told, err := Verify(File{"报送.zip", data}, here, Compiled)
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
		reads  bool   // the pages of the PDF, which takes a second
	}{
		{"a figure of the workbook", put(handin.Workbook, book.Bytes()), "填报表有强制问题2处，打包时不会有", "PDF和填报表不同", true},
		{"a figure of the PDF, data and pages", put(handin.PDF, pageOf(t, edited(t, true, false), handin.PDF)),
			"PDF里带的数据和填报表不同，改动有：“一、本年新收政府信息公开申请数量”的“商业企业”由0改为7", figure + "PDF（", true},
		{"a paragraph of the PDF", put(handin.PDF, pageOf(t, edited(t, false, true), handin.PDF)), "都已经改好了", "都已经改好了", true},
		{"of the PDF its pages alone", put(handin.PDF, pageThatCarries(t, edited(t, false, false), edited(t, true, false), handin.PDF)), figure + "PDF（", figure + "PDF（", true},
		{"a figure of the text", put(handin.Text, pageOf(t, edited(t, true, false), handin.Text)), "纯文本和填报表不同，" + figure + "纯文本（", figure, false},
		{"a paragraph of the text", put(handin.Text, pageOf(t, edited(t, false, true), handin.Text)), "都已经改好了", "都已经改好了", false},
		{"a figure of the web page", put(handin.HTML, pageOf(t, edited(t, true, false), handin.HTML)), "网页和填报表不同，" + figure + "网页（", figure, false},
		{"a paragraph of the web page", put(handin.HTML, pageOf(t, edited(t, false, true), handin.HTML)), "都已经改好了", "都已经改好了", false},
		{"a figure of the data", replace(handin.JSON, `"requests.received.enterprise": 0`, `"requests.received.enterprise": 7`),
			"交换JSON和填报表不同，改动有：“一、本年新收政府信息公开申请数量”的“商业企业”由0改为7", "由0改为7", false},
		{"what no page prints, in the data", replace(handin.JSON, `"level": "乡镇"`, `"level": "街道"`), "“单位层级”由乡镇改为街道", "“单位层级”由乡镇改为街道", false},
		{"data that are none", put(handin.JSON, []byte("{}")), "读不了", "读不了", false},
		{"a page that is none", put(handin.HTML, []byte("<p>年报</p>")), "读不了：不是年报", "读不了：不是年报", false},
		{"of the page what nobody sees", replace(handin.HTML, "<body", "<body data-x=y"), "和重新生成的不是同一个文件，内容没有发现不同", "", false},
		{"findings for people", replace(handin.FindingsText, "没有发现问题", "没有发现任何问题"), "校验结果和重新校验的不同：包里是“没有发现任何问题。”，重新校验是“没有发现问题。”", "", false},
		{"findings for programs", replace(handin.Findings, `"pass"`, `"fail"`), `包里是“"verdict": "fail",”，重新校验是“"verdict": "pass",”`, "", false},
		{"whose it is, in the manifest", func(m *handin.Manifest, _ *handin.File) { m.Unit = "望禾县人民政府" },
			"清单写的是“望禾县人民政府2024年政府信息公开工作年度报告”，填报表是“望禾镇人民政府2024年政府信息公开工作年度报告”", "清单写的是“望禾县人民政府", false},
		{"the edition, in the manifest", func(m *handin.Manifest, _ *handin.File) { m.Edition = "2019" }, "清单写的是2019年的表格，填报表是2021年的", "清单写的是2019年的表格", false},
		{"the year, in the manifest", func(m *handin.Manifest, _ *handin.File) { m.Year = 2023 }, "清单写的是“望禾镇人民政府2023年", "清单写的是", false},
		{"settings that were not there", func(m *handin.Manifest, _ *handin.File) {
			m.Settings = "规则:\n  overview-length: {关闭: 不作要求}\n"
		}, "校验结果和重新校验的不同", "", false},
	} {
		t.Run(c.why, func(t *testing.T) {
			tampered := changed(t, data, c.change)
			told, err := Verify(File{"报送.zip", tampered}, here, Compiled)
			require.NoError(t, err)
			assert.Contains(t, strings.Join(told.Differences, "\n"), c.same)

			if testing.Short() && c.reads {
				return
			}
			told, err = Verify(File{"报送.zip", tampered}, handin.Program{Version: "2.0.0"}, Compiled)
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
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		told, err := Verify(File{filepath.Base(file), data}, here, Compiled)
		require.NoError(t, err)
		assert.Empty(t, slices.Concat(told.Differences, told.Unread), file)
		assert.Contains(t, told.Title, "年政府信息公开工作年度报告")
		assert.Contains(t, strings.Join(told.Notes, "\n"), "这里是版本"+here.Version, "by contents, since it is another version")
	}
}
