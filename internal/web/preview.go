package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"nianbao/fonts"
	"nianbao/internal/chinese"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/render"
	"nianbao/internal/render/svg"
)

// previewView is a report's pages, and what may be taken of it.
type previewView struct {
	entryView
	Draft    bool
	Sentence string // the verdict, where something is still open in a report that is no draft; "" elsewhere
	Pages    []int
	Files    []fileView
	Kept     fileView // the workbook
	Fonts    []string // notes on the office's own
	Wanted   string   // names of fonts to look for among those installed
	Unit     string   // 发布机构
	Date     string   // 成文日期
}

// fileView is a file that may be saved.
type fileView struct{ Kind, Label, About string }

// pageFiles are the kinds of files that a report is published in.
var pageFiles = []fileView{
	{"pdf", "PDF", "印制、盖章、公布"},
	{"ofd", "OFD", "电子公文系统、存档"},
	{"docx", "Word文档", "送领导修改"},
	{"txt", "纯文本", "粘贴到网站的文本框"},
	{"html", "网页", "整页上传"},
	{"fragment", "网页正文", "源代码，粘贴到网站后台"},
	{"json", "数据（JSON）", "报给上级的系统"},
	{"zip", "全部打包", "以上各种报告，一个压缩包"},
}

// keptFile is the workbook that goes on after the report is published. It is not packed with what is published: explanations and the ledger stand in it.
func keptFile(one *inHand) fileView {
	const why = "自己留着：更正、明年写年报都用它"
	n := len(one.changes())
	switch r := one.checked.Report; {
	case n > 0:
		return fileView{"workbook", "改好的填报表", fmt.Sprintf("在这里改了%d处，只写在这一份里，请下载留着", n)}
	case r != nil && !r.InWorkbook():
		return fileView{"form", "填报表", why}
	}
	return fileView{"workbook", "填报表", why}
}

// preview is the view 预览与下载.
func (d *desk) preview(one *inHand) (view, error) {
	v := previewView{entryView: newEntry(one), Draft: one.isDraft(), Files: pageFiles, Fonts: d.notes, Wanted: strings.Join(fonts.UsualNames(), " ")}
	if err := d.layOut(one); err != nil {
		return view{}, err
	}
	v.Kept = keptFile(one)
	v.Sentence = d.stillOpen(one)
	for n := range one.pages.Pages {
		v.Pages = append(v.Pages, n+1)
	}
	r := one.checked.Report
	v.Unit, v.Date = r.Unit(), r.Field("report.date")
	if date, ok := r.Date(); ok {
		v.Date = chinese.DateText(date) // as the report has it
	}
	return view{Title: v.Title, Report: one.path(), Place: "pages", Name: "preview", Data: v}, nil
}

// layOut makes a report's pages, unless they are there.
func (d *desk) layOut(one *inHand) (err error) {
	if one.pages == nil {
		one.pages, err = d.renderer(one).Pages(one.checked)
	}
	return err
}

// renderer makes a report's pages, as a draft as long as something must be put right.
func (d *desk) renderer(one *inHand, formats ...render.Format) *job.Renderer {
	return &job.Renderer{Formats: formats, Marking: one.marking(), Fonts: d.fonts, Word: word}
}

// pageImage is one page of a report as a picture.
func (d *desk) pageImage(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err == nil {
		err = d.layOut(one)
	}
	if err != nil {
		return answer{}, err
	}
	n, err := strconv.Atoi(r.PathValue("number"))
	if err != nil || n < 1 || n > len(one.pages.Pages) {
		return answer{}, refuse(http.StatusNotFound, "没有这一页")
	}
	var b bytes.Buffer
	if err := svg.Write(&b, &one.pages.Pages[n-1], fmt.Sprintf("第%d页", n)); err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: r.PathValue("number") + ".svg", Data: b.Bytes()}, inline: true}, nil
}

// file is a file made of a report.
func (d *desk) file(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	f, err := d.fileOf(one, r.PathValue("kind"))
	return answer{file: f}, err
}

func (d *desk) fileOf(one *inHand, kind string) (*job.File, error) {
	var f job.File
	var err error
	switch kind {
	case "workbook": // as it stands now
		f = one.now()
		f.Name = path.Base(f.Name)
	case "marked":
		f, err = job.Marked(one.checked, word)
	case "form":
		f, err = formOf(one.checked.Report, one.checked.Err)
	case "filled":
		f, err = one.filledFile()
	case "correction":
		f, err = d.correctionFile(one)
	case "zip":
		f, err = d.packed(one)
	default:
		f, err = d.rendered(one, kind)
	}
	return &f, err
}

// formOf is a fresh workbook that holds a report.
func formOf(r *model.Report, err error) (job.File, error) {
	if err != nil {
		return job.File{}, err
	}
	if _, err := job.BlankSections(r); err != nil { // those are told among the findings
		return job.File{}, err
	}
	form := *r // which alone is filled in: what is in hand stays as it was read
	form.Figures = maps.Clone(r.Figures)
	r = &form
	job.FillZeros(r)
	name := job.BlankName(r)
	var b bytes.Buffer
	_, err = job.WriteForm(&b, r, name)
	return job.File{Name: name, Data: b.Bytes()}, err
}

// rendered is a report in one format.
func (d *desk) rendered(one *inHand, kind string) (job.File, error) {
	fragment := kind == "fragment"
	if fragment {
		kind = "html"
	}
	format, ok := render.ByName(kind)
	if !ok {
		return job.File{}, refuse(http.StatusNotFound, "没有这种格式")
	}
	w := d.renderer(one, format)
	w.Options.Fragment = fragment
	files, err := w.Render(one.checked)
	if err != nil {
		return job.File{}, err
	}
	return files[0].File, files[0].Err
}

// packed is a report in all formats as one file. One that fails is left out, and said in a text beside the others.
func (d *desk) packed(one *inHand) (job.File, error) {
	var name string
	var failed []string
	var files []job.File
	for _, kind := range pageFiles {
		if kind.Kind == "zip" {
			continue
		}
		f, err := d.rendered(one, kind.Kind)
		if err != nil {
			failed = append(failed, kind.Label+"："+remedy.Told(err, word)+"。")
			continue
		}
		if name == "" {
			name = stemOf(f.Name)
		}
		files = append(files, f)
	}
	if failed != nil {
		files = append(files, job.File{Name: "没有生成的格式.txt", Data: []byte(strings.Join(failed, "\r\n"))})
	}
	data, err := zipped(files)
	return job.File{Name: name + ".zip", Data: data}, err
}

func stemOf(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// zipped are files as one, without a time, so that equal files make equal bytes.
func zipped(files []job.File) ([]byte, error) {
	var parts []opc.Part
	for _, f := range files {
		parts = append(parts, opc.Part{Name: f.Name, Data: f.Data})
	}
	var b bytes.Buffer
	err := opc.Write(&b, time.Time{}, parts)
	return b.Bytes(), err
}

// reviewFormats are those in which a report goes from hand to hand: one to be signed, one to be worked on.
const reviewFormats = "pdf,docx"

// review is a report as a review copy, with the form on which it is signed, as one file. Which version it is, whoever asks has counted.
func (d *desk) review(r *http.Request) (answer, error) {
	var asked struct{ Number int }
	if err := read(r, &asked); err != nil {
		return answer{}, err
	}
	if asked.Number < 1 || asked.Number > job.MostVersions {
		return answer{}, refuse(http.StatusUnprocessableEntity, "稿次应是1到%d的数", job.MostVersions)
	}
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	formats, err := job.Formats(reviewFormats)
	if err != nil {
		return answer{}, err
	}
	w := d.renderer(one, formats...)
	w.Marking, w.Number = job.Review, func(string, string) int { return asked.Number }
	rendered, err := w.Render(one.checked)
	if err != nil {
		return answer{}, err
	}
	var files []job.File
	for _, f := range rendered {
		if f.Err != nil {
			return answer{}, f.Err
		}
		files = append(files, f.File)
	}
	data, err := zipped(files)
	return answer{file: &job.File{Name: stemOf(files[0].Name) + ".zip", Data: data}}, err
}

// paste is what is put on the clipboard for the editor of a website: the report as formatted text, and as plain text.
func (d *desk) paste(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	markup, err := d.rendered(one, "fragment")
	if err != nil {
		return answer{}, err
	}
	plain, err := d.rendered(one, "txt")
	if err != nil {
		return answer{}, err
	}
	data, err := json.Marshal(map[string]string{"text/html": string(markup.Data), "text/plain": string(plain.Data)})
	return answer{file: &job.File{Name: "paste.json", Data: data}, inline: true}, err
}
