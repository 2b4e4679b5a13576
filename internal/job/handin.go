package job

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/handin"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/render/text"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// What is put behind a report's title in the names of a package, where the file is no page of the report.
const (
	packageMark  = "（报送包）"
	findingsMark = "（校验结果）"
	answersMark  = "（说明）"
	lastMark     = "（上年）"
	letterMark   = "（报送函）"
	scanMark     = "（盖章扫描件）"
)

// Packer packs checked reports to be handed in.
type Packer struct {
	Program   handin.Program
	Settings  string // a county's own, as they were written; "" for none
	Recipient string // whom the letter (报送函) is for; "" for no letter
	Scans     []File // of the sealed copy
	Ledger    bool   // ledgers of applications go along
}

// isEnclosed tells by its name what a package holds beside a report and its pages, and what is read as a report elsewhere.
func isEnclosed(file string) bool {
	name := strings.TrimRight(strings.TrimSuffix(Stem(file), "）"), "0123456789")
	return slices.ContainsFunc([]string{lastMark, scanMark}, func(mark string) bool { return strings.HasSuffix(name, strings.TrimSuffix(mark, "）")) })
}

// PackageExtension ends the names of packages.
const PackageExtension = ".zip"

// PackageName is what the package of a report is called.
func PackageName(r *model.Report) string { return FileName(r.Title()) + packageMark + PackageExtension }

// Packed is a package, and its code to be read out.
type Packed struct {
	Data  []byte
	Code  string
	Files []handin.File
}

// ErrNotPacked is why a report with 强制 findings is not packed.
var ErrNotPacked = errors.New("有强制问题，没有打包。请改正后再打包")

// Pack packs the report of a checked file. The package holds all that its pages and findings are made from, and nothing of where it was
// packed, so that it can be made once more from itself.
func (p *Packer) Pack(c Checked) (packed Packed, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	h, err := p.gather(c)
	if err != nil {
		return Packed{}, err
	}
	made, err := h.make()
	if err != nil {
		return Packed{}, err
	}
	if made.pages == nil {
		return Packed{}, ErrNotPacked
	}
	title := FileName(made.checked.Report.Title())
	m := handin.Manifest{Program: p.Program, Edition: made.checked.Report.Edition.ID, Unit: made.checked.Report.Unit(), Fonts: fonts.Digest(),
		Options: packedOptions, Settings: h.settings, Files: slices.Concat(h.files, made.pages, made.findings)}
	m.Year, _ = made.checked.Report.Year()
	for i, scan := range p.Scans {
		name, err := scanName(title, scan, i, len(p.Scans))
		if err != nil {
			return Packed{}, err
		}
		m.Files = append(m.Files, handin.NewFile(handin.Scan, name, scan.Data))
	}
	if p.Recipient != "" {
		data, err := coveringLetter(made.checked.Report, p.Recipient, m.Files)
		if err != nil {
			return Packed{}, err
		}
		m.Files = append(m.Files, handin.NewFile(handin.Letter, title+letterMark+".docx", data))
	}
	var whole bytes.Buffer
	if err := handin.Write(&whole, document.Compose(made.checked.Report).Dated, m); err != nil {
		return Packed{}, err
	}
	again, err := handin.Open(whole.Bytes())
	if err != nil {
		return Packed{}, err
	}
	return Packed{whole.Bytes(), again.Code, again.Files}, nil
}

// scanName is what a scan is called in a package; it has to be a PDF or a picture, and is called one whatever its own name ends in.
func scanName(title string, scan File, i, of int) (string, error) {
	extension := pictureExtension(scan.Data)
	if begins("%PDF-")(scan.Data) {
		extension = ".pdf"
	}
	if extension == "" {
		return "", remedy.Failure{File: scan.Name, Err: errors.New("不是扫描件，盖章扫描件要用PDF或图片")}
	}
	mark := scanMark
	if of > 1 {
		mark = strings.TrimSuffix(scanMark, "）") + strconv.Itoa(i+1) + "）"
	}
	return title + mark + extension, nil
}

// gather gathers what a package is made from: the workbook, and what it was checked with. What was explained beside it goes along, and so
// does last year's report.
func (p *Packer) gather(c Checked) (*handed, error) {
	if c.Err != nil {
		return nil, c.Err
	}
	if c.Report.Printed != nil {
		return nil, errors.New("是公布的年报，打包要用填好的填报表（.xlsx）或交换JSON，请先转成填报表")
	}
	h := &handed{settings: p.Settings}
	var err error
	book, extension := c.Contents, CopyExtension(c.File)
	if isJSON(book) {
		var b bytes.Buffer
		if _, err := WriteForm(&b, c.Report, ""); err != nil {
			return nil, err
		}
		book, extension = b.Bytes(), plainWorkbook
	} else if book, err = p.withoutLedger(c.Report, c.Findings, book); err != nil {
		return nil, err
	}
	title := FileName(c.Report.Title())
	h.files = []handin.File{handin.NewFile(handin.Workbook, strings.TrimSuffix(BlankName(c.Report), plainWorkbook)+extension, book)}
	if c.Before.Divided != nil { // a package does not tell of the list, by which it would be verified
		return nil, errors.New("上年的" + chinese.Quoted(c.Before.Divided) + "分给了几个单位，不能放进报送包；请不用上年的年报，再打包一次")
	}
	for i, source := range c.Before.Sources {
		last := c.Before.Report
		mark := lastMark
		if c.Before.Each != nil {
			last, mark = c.Before.Each[i], fmt.Sprintf("%s%d）", strings.TrimSuffix(lastMark, "）"), i+1)
		}
		data, err := source.Open()
		if err == nil {
			data, err = p.withoutLedger(last, nil, data)
		}
		if err != nil {
			return nil, remedy.Failure{File: source.Name, Err: err}
		}
		f := handin.NewFile(handin.LastYear, title+mark+strings.ToLower(filepath.Ext(source.Name)), data)
		f.From, h.pdfs = filepath.Base(source.Name), source.PDFs
		h.files = append(h.files, f)
	}
	findings := c.Findings
	if !p.Ledger {
		findings = withoutLedger(findings)
	}
	h.explain(title, findings)
	return h, nil
}

// withoutLedger is a workbook without its ledger of applications, unless ledgers go along; findings are those that it was marked with, if it
// is a marked copy, whose remarks tell of the ledger. What is no workbook stays what it is.
func (p *Packer) withoutLedger(r *model.Report, findings []check.Finding, data []byte) ([]byte, error) {
	if p.Ledger || opc.Tell(data) != opc.Workbook {
		return data, nil
	}
	if rest := withoutLedger(findings); r.Copy != nil && r.Ledger != nil {
		var marked bytes.Buffer
		if err := workbook.Mark(&marked, data, remarks(rest, r, nil)); err != nil {
			return nil, err
		}
		data = marked.Bytes()
	}
	var without bytes.Buffer
	removed, err := workbook.WithoutLedger(&without, data)
	if err != nil || !removed {
		return data, err
	}
	return without.Bytes(), nil
}

// withoutLedger are the findings that are not on a ledger of applications.
func withoutLedger(findings []check.Finding) []check.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f check.Finding) bool { return check.IsOnLedger(f.Rule) })
}

// handed is what a package is made from, whether it is made or verified.
type handed struct {
	files    []handin.File // the workbook, explanations, last year's report
	settings string
	pdfs     *PDFs
}

func (h *handed) file(r handin.Role) (handin.File, bool) {
	m := handin.Manifest{Files: h.files}
	return m.File(r)
}

// explain adds what was explained elsewhere than in the workbook.
func (h *handed) explain(title string, findings []check.Finding) {
	inBook := map[string]bool{}
	if made, err := h.check(); err == nil {
		for _, f := range made.Findings {
			inBook[f.Number()] = f.Explanation != ""
		}
	}
	rows := [][]string{{verdict.HeadNumber, verdict.HeadExplanation}}
	for _, f := range findings {
		if f.Explanation != "" && !inBook[f.Number()] {
			rows = append(rows, []string{f.Number(), line.Inert(f.Explanation)})
		}
	}
	if len(rows) == 1 {
		return
	}
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	w.WriteAll(rows) // writing to a Buffer cannot fail
	h.files = append(h.files, handin.NewFile(handin.Explanations, title+answersMark+".csv", b.Bytes()))
}

// check checks the workbook as if nothing lay beside it. The error is one plain sentence.
func (h *handed) check() (Checked, error) {
	set, err := fonts.Embedded()
	if err != nil {
		return Checked{}, err
	}
	k := &Checker{Fonts: set}
	if h.settings != "" {
		county, err := office.RulesIn(h.settings)
		if err != nil {
			return Checked{}, err
		}
		k.Lay(county)
	}
	if f, ok := h.file(handin.Explanations); ok {
		if k.Answers, err = ParseAnswers(f.Data); err != nil {
			return Checked{}, err
		}
	}
	var last []Source
	for _, f := range h.files {
		if f.Role == handin.LastYear {
			source := From(f.From, f.Data)
			source.PDFs = h.pdfs
			last = append(last, source)
		}
	}
	if last != nil {
		if k.Last, err = NewLastYear(last); err != nil {
			return Checked{}, err
		}
		k.Last.Together = true
	}
	book, _ := h.file(handin.Workbook)
	c := k.Check(Planned{Source: From(book.Name, book.Data)})
	return c, c.Err
}

// made is what was made from a workbook.
type made struct {
	checked  Checked
	pages    []handin.File // nil where 强制 findings are open
	findings []handin.File
}

// packedOptions are those of the pages of a package.
var packedOptions = handin.Options{Tables: string(text.Aligned), Encoding: string(text.UTF8)}

// make makes the pages and findings of a package. The error is one plain sentence.
func (h *handed) make() (m made, err error) {
	if m.checked, err = h.check(); err != nil {
		return m, err
	}
	title := FileName(m.checked.Report.Title())
	telling := verdict.Options{}
	for _, kind := range []struct {
		role      handin.Role
		extension string
		write     func(*bytes.Buffer) verdict.Writer
	}{
		{handin.FindingsText, ".txt", func(b *bytes.Buffer) verdict.Writer { return verdict.NewText(b, telling) }},
		{handin.Findings, ".json", func(b *bytes.Buffer) verdict.Writer { return verdict.NewJSON(b, telling) }},
	} {
		var b bytes.Buffer
		w := kind.write(&b)
		if err := errors.Join(w.Write(m.checked.Outcome), w.Close()); err != nil {
			return m, err
		}
		m.findings = append(m.findings, handin.NewFile(kind.role, title+findingsMark+kind.extension, b.Bytes()))
	}
	if check.Blocks(m.checked.Findings) {
		return m, nil
	}
	set, err := fonts.Embedded()
	if err != nil {
		return m, err
	}
	r := &Renderer{Fonts: set, Options: render.Options{Text: text.Options{Tables: text.Tables(packedOptions.Tables), Encoding: text.Encoding(packedOptions.Encoding)}}}
	for _, role := range pageRoles {
		format, _ := render.ByName(string(role))
		r.Formats = append(r.Formats, format)
	}
	files, err := r.Render(m.checked)
	if err != nil {
		return m, err
	}
	for i, f := range files {
		if f.Err != nil {
			return m, f.Err
		}
		m.pages = append(m.pages, handin.NewFile(pageRoles[i], f.Name, f.Data))
	}
	return m, nil
}

// pageRoles are the pages of a package, by the names of their formats.
var pageRoles = []handin.Role{handin.PDF, handin.Text, handin.HTML, handin.JSON}
