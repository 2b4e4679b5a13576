package job

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/chinese"
	"nianbao/internal/exchange"
	"nianbao/internal/handin"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/published/plain"
	"nianbao/internal/published/webpage"
	"nianbao/internal/remedy"
	"nianbao/internal/render/document"
	"nianbao/internal/verdict"
)

// Verify holds a package against its manifest, and its pages and findings against its workbook: byte by byte with what is made of that
// workbook once more where this program and its fonts are those that packed, else by what they say. nil for pdfs reads each PDF by itself.
// The error, a remedy.Failure, is for a file that is no package or cannot be opened.
func Verify(f File, by handin.Program, pdfs *PDFs) (told verdict.Verified, err error) {
	defer func() {
		if remedy.Rescue(recover(), &err); err != nil {
			err = remedy.Failure{File: f.Name, Err: err}
		}
	}()
	p, err := handin.Open(f.Data)
	if err != nil {
		return told, err
	}
	v := &verifier{Package: p, by: by, pdfs: pdfs, told: &told}
	told.Spoiled = p.Faults != nil
	told.File, told.Code, told.Title = f.Name, p.Code, model.TitleOf(p.Unit, strconv.Itoa(p.Year))
	v.holdAgainstManifest()
	v.verify()
	v.tellUnopened()
	if v.made.pages != nil && v.isRepacked(f.Data) {
		v.note("包是解压以后重新压缩的，不是打包时的原样，里面的文件按清单核对")
	}
	return told, nil
}

// verifier verifies one package.
type verifier struct {
	*handin.Package
	by   handin.Program
	pdfs *PDFs
	made made
	told *verdict.Verified
}

func (v *verifier) differ(format string, args ...any) {
	v.told.Differences = append(v.told.Differences, fmt.Sprintf(format, args...))
}

func (v *verifier) differUnread(f handin.File, err error) {
	v.differ("%s读不了：%s", called(f), remedy.Plain(err))
}

func (v *verifier) unread(format string, args ...any) {
	v.told.Unread = append(v.told.Unread, fmt.Sprintf(format, args...))
}

func (v *verifier) note(format string, args ...any) {
	v.told.Notes = append(v.told.Notes, fmt.Sprintf(format, args...))
}

// called is a file as it is told of: 填报表“清溪镇.xlsx”.
func called(f handin.File) string { return f.Role.String() + "“" + f.Name + "”" }

// holdAgainstManifest tells which files are not as the manifest has them, or are missing in both.
func (v *verifier) holdAgainstManifest() {
	var extra []string
	for _, f := range v.Faults {
		switch f.Kind {
		case handin.Missing:
			v.differ("缺了%s", called(f.File))
		case handin.Changed:
			v.differ("%s打包以后换过或者改过，和清单上的指纹（SHA-256）不同", called(f.File))
		case handin.Broken:
			v.differ("%s已损坏，解不开", called(f.File))
		case handin.Doubled:
			v.differ("%s有两个同名的", called(f.File))
		case handin.Extra:
			extra = append(extra, "“"+f.File.Name+"”")
		}
	}
	if extra != nil {
		const most = 3
		v.differ("多了%d个文件，清单上没有：%s", len(extra), chinese.Listed(extra, most))
	}
	for _, role := range slices.Concat([]handin.Role{handin.Workbook}, pageRoles, []handin.Role{handin.FindingsText, handin.Findings}) {
		if _, ok := v.File(role); !ok {
			v.differ("清单上没有%s，里面也没有", role)
		}
	}
}

// isSame says whether the package was made by this program with the same fonts and options, so that what is made now has to have equal
// bytes.
func (v *verifier) isSame() bool {
	return v.Program == v.by && v.Fonts == fonts.Digest() && v.Options == packedOptions
}

// whyNotSame says why bytes need not be equal.
func (v *verifier) whyNotSame() string {
	switch {
	case v.Program.Version != v.by.Version:
		return "打包用的是版本" + v.Program.Version + "，这里是版本" + v.by.Version
	case v.Program != v.by:
		return "打包用的程序和这里的不是同一次编译的"
	case v.Fonts != fonts.Digest():
		return "打包用的字库和这里的不同"
	}
	return "打包用的选项和这里的不同"
}

// verify makes all once more from the workbook, and compares.
func (v *verifier) verify() {
	book, ok := v.File(handin.Workbook)
	if !ok || book.Data == nil {
		return
	}
	h := &handed{settings: v.Settings, pdfs: v.pdfs}
	for _, role := range []handin.Role{handin.Workbook, handin.Explanations, handin.LastYear} {
		for _, f := range v.Files { // of last year's there may be several
			if f.Role == role && f.Data != nil {
				h.files = append(h.files, f)
			}
		}
	}
	var err error
	if v.made, err = h.make(); err != nil {
		v.compareUnchecked(h, err)
		return
	}
	r := v.made.checked.Report
	if year, _ := r.Year(); r.Unit() != v.Unit || year != v.Year {
		v.differ("清单写的是“%s”，填报表是“%s”", v.told.Title, r.Title())
	}
	if r.Edition.ID != v.Edition {
		v.differ("清单写的是%s年的表格，填报表是%s年的", v.Edition, r.Edition.ID)
	}
	if v.isSame() && !v.Canonical {
		v.differ("“%s”打包以后改过", handin.ManifestName)
	}
	counts := v.made.checked.Outcome.Counts()
	switch {
	case v.made.pages != nil:
	case v.isSame():
		v.differ("填报表有强制问题%d处，打包时不会有", counts.Fatal)
	default:
		v.note("按现在这个版本的规则，填报表有强制问题%d处", counts.Fatal)
	}
	equal := v.compare(r)
	v.tellProof(equal)
}

// compareUnchecked compares what can be compared with a workbook that could not be checked as when it was packed.
func (v *verifier) compareUnchecked(h *handed, why error) {
	book, _ := h.file(handin.Workbook)
	r, err := Open(book.Name, book.Data)
	if err != nil {
		v.differUnread(book, err)
		return
	}
	v.unread("重新校验、重新生成的，只比了内容：%s", remedy.Plain(why))
	v.comparePages(r)
}

// compare compares pages and findings with those that were made once more; equal are the roles of those with equal bytes.
func (v *verifier) compare(r *model.Report) (equal []handin.Role) {
	for _, remade := range slices.Concat(v.made.pages, v.made.findings) {
		if f, ok := v.File(remade.Role); ok && f.Data != nil && bytes.Equal(f.Data, remade.Data) {
			equal = append(equal, remade.Role)
		}
	}
	v.comparePages(r, equal...)
	for _, remade := range v.made.findings {
		f, ok := v.File(remade.Role)
		if !ok || f.Data == nil || slices.Contains(equal, remade.Role) || !v.isSame() {
			continue
		}
		packed, now := firstDifferent(f.Data, remade.Data)
		v.differ("%s和重新校验的不同：包里是“%s”，重新校验是“%s”", f.Role, packed, now)
	}
	return equal
}

// tellProof tells by what the pages were proved.
func (v *verifier) tellProof(equal []handin.Role) {
	names := func(keep func(handin.Role) bool) string {
		var list []string
		for _, f := range v.Files {
			if f.Data != nil && keep(f.Role) {
				list = append(list, f.Role.String())
			}
		}
		return strings.Join(list, "、")
	}
	isEqual := func(r handin.Role) bool { return slices.Contains(equal, r) }
	if len(equal) > 0 {
		v.note("%s：和用包里的填报表重新生成的逐字节相同", names(isEqual))
	}
	if v.isSame() {
		return
	}
	if rest := names(func(r handin.Role) bool { return slices.Contains(pageRoles, r) && !isEqual(r) }); rest != "" {
		v.note("%s：按内容（数字、段落、表格）核对，没有逐字节比，因为%s", rest, v.whyNotSame())
	}
	if rest := names(func(r handin.Role) bool { return (r == handin.Findings || r == handin.FindingsText) && !isEqual(r) }); rest != "" {
		v.note("%s：没有重新比，因为%s", rest, v.whyNotSame())
	}
}

// comparePages compares what the pages say with the workbook, but for those that are known to be equal.
func (v *verifier) comparePages(r *model.Report, equal ...handin.Role) {
	for _, role := range pageRoles {
		f, ok := v.File(role)
		if !ok || f.Data == nil || slices.Contains(equal, role) {
			continue
		}
		before := len(v.told.Differences)
		v.comparePage(r, f)
		if len(v.told.Differences) == before && v.isSame() && v.made.pages != nil {
			v.differ("%s和重新生成的不是同一个文件，内容没有发现不同", called(f))
		}
	}
}

// comparePage compares one page with the workbook, and tells the first difference.
func (v *verifier) comparePage(r *model.Report, f handin.File) {
	page := opened{File{f.Name, f.Data}, v.pdfs}
	switch f.Role {
	case handin.JSON:
		data, err := exchange.Read(f.Data)
		v.compareData(r, data, err, f)
		return
	case handin.PDF:
		if data := carriedBy(f.Data); data != nil {
			if told := differences(document.Printed(r), data); told != "" {
				v.differ("PDF里带的数据和填报表不同，%s", told)
			}
		}
		shown, err := readPages(page)
		v.compareShown(r, shown, err, f)
	case handin.Text:
		shown, err := readAs(plain.Read)(page)
		v.compareShown(r, shown, err, f)
	case handin.HTML:
		shown, err := readAs(webpage.Read)(page)
		v.compareShown(r, shown, err, f)
	}
}

func (v *verifier) compareData(r, data *model.Report, err error, f handin.File) {
	if err != nil {
		v.differUnread(f, err)
		return
	}
	if told := differences(r, data); told != "" {
		v.differ("%s和填报表不同，%s", f.Role, told)
	}
}

func (v *verifier) compareShown(r, shown *model.Report, err error, f handin.File) {
	switch {
	case errors.Is(err, errNoPDFs):
		v.unread("%s的页面，这里读不了", f.Role)
		return
	case err != nil:
		v.differUnread(f, err)
		return
	}
	differences, unread := verdict.Told(published.Compare(r, shown), handin.Workbook.String(), f.Role.String())
	if n := len(differences); n > 0 {
		v.differ("%s和填报表不同，%s", f.Role, first(differences))
	}
	if len(unread) > 0 {
		v.unread("%s有读不出的，%s", f.Role, first(unread))
	}
}

// first is the first of some things that are told, and how many there are.
func first(told []string) string {
	if len(told) == 1 {
		return told[0]
	}
	return fmt.Sprintf("共%d处，第一处：%s", len(told), told[0])
}

// firstDifferent is the first line in which two texts differ, in both of them; blank ones are passed over.
func firstDifferent(a, b []byte) (inA, inB string) {
	const most = 60
	x, y := linesOf(a), linesOf(b)
	for i := range max(len(x), len(y)) {
		inA, inB = "", ""
		if i < len(x) {
			inA = x[i]
		}
		if i < len(y) {
			inB = y[i]
		}
		if inA != inB {
			break
		}
	}
	return chinese.Shortened(inA, most), chinese.Shortened(inB, most)
}

func linesOf(text []byte) (lines []string) {
	for one := range strings.Lines(string(text)) {
		if one = strings.TrimSpace(one); one != "" {
			lines = append(lines, one)
		}
	}
	return lines
}

// tellUnopened tells which files were held against the manifest alone.
func (v *verifier) tellUnopened() {
	var names []string
	for _, f := range v.Files {
		name := f.Role.String()
		if known := slices.Contains([]string{handin.Letter.String(), handin.Scan.String(), handin.Role("").String()}, name); known && f.Data != nil && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if names != nil {
		v.note("%s：只核对了和清单上的指纹相同，里面的内容没有看", strings.Join(names, "、"))
	}
}

// isRepacked says whether the files are as they were packed, but not the zip around them.
func (v *verifier) isRepacked(data []byte) bool {
	if !v.isSame() || len(v.Faults) > 0 || !v.Canonical {
		return false
	}
	var again bytes.Buffer
	err := handin.Write(&again, document.Compose(v.made.checked.Report).Dated, v.Manifest)
	return err == nil && !bytes.Equal(again.Bytes(), data)
}

// isPackage tells packages from other zips.
func isPackage(data []byte) bool {
	_, err := handin.Open(data)
	return err == nil
}

// MayBePackage tells packages by their names, as far as that goes.
func MayBePackage(name string) bool { return strings.EqualFold(filepath.Ext(name), PackageExtension) }
