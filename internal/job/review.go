package job

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/filename"
	"nianbao/internal/letter"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
)

// Marking is which report a Renderer makes.
type Marking int

const (
	Final  Marking = iota
	Draft          // whatever is open, marked 草稿
	Review         // to be signed, marked 送审稿, with the form (发布审核单) that goes from hand to hand with it
)

// errNoCode is why no review copy can be made.
var errNoCode = errors.New("有的内容读不出，算不出内容码，没有生成送审稿")

// mark is what the pages of a report are marked with.
func (r *Renderer) mark(report *model.Report) (document.Mark, error) {
	switch r.Marking {
	case Draft:
		return document.Draft, nil
	case Review:
		code, ok := published.Code(report)
		if !ok {
			return document.Mark{}, errNoCode
		}
		number := 1
		if r.Number != nil {
			number = r.Number(filename.Fit(FileName(report.Title()), longestReview), code)
		}
		return document.Review(number, code), nil
	}
	return document.Mark{}, nil
}

// NumberAmong is which version of a report a review copy is, by the names of the files that lie where it goes: the number of the one with
// the same contents, else the one after the last.
func NumberAmong(files []string, report, code string) int {
	last := 0
	for _, file := range files {
		name := Stem(file)
		m := inName.FindStringSubmatchIndex(name)
		if m == nil || m[2] < 0 || filename.Fold(strings.TrimSuffix(name[:m[0]], fragmentMark)) != filename.Fold(report) {
			continue
		}
		number, _ := strconv.Atoi(name[m[2]:m[3]])
		if name[m[4]:m[5]] == code {
			return number
		}
		last = max(last, number)
	}
	return min(last+1, MostVersions)
}

// MostVersions is how many versions of a report are told apart.
const MostVersions = 999

// reviewForms are the formats of the form: one to be typed into, one to be printed.
func reviewForms() (formats []render.Format) {
	for _, name := range []string{"docx", "pdf"} {
		f, _ := render.ByName(name)
		formats = append(formats, f)
	}
	return formats
}

// reviewed are the forms on which those who sign a review copy do so.
func (r *Renderer) reviewed(c Checked, m document.Mark) (files []Rendered, err error) {
	d, err := composeReview(c, m)
	if err != nil {
		return nil, err
	}
	in := render.NewInput(c.Report, nil, d, r.Fonts, render.Options{NoData: true})
	name := filename.Fit(FileName(c.Report.Title()+"发布审核单"), longestReview) + fmt.Sprintf("（第%d稿%s）", m.Number, m.Code)
	for _, f := range reviewForms() {
		var out bytes.Buffer
		err := f.Write(&out, in)
		files = append(files, Rendered{File{name + f.Extension, out.Bytes()}, err})
	}
	return files, nil
}

// composeReview makes the form from its template: two lines of title, a table in lines whose cells are parted by ｜, and below the table,
// behind a blank line, paragraphs. A line that ends with ｜ is one for a hand to fill in.
func composeReview(c Checked, m document.Mark) (*document.Document, error) {
	n := c.Counts()
	words, err := letter.Words("review", map[string]any{"Title": line.Single(c.Report.Title()), "Number": m.Number, "Code": m.Code,
		"Query": n.Query, "Explained": n.Explained, "Info": n.Info})
	if err != nil {
		return nil, err
	}
	table, rest, _ := strings.Cut(words, "\n\n")
	lines := strings.Split(table, "\n")
	d := &document.Document{Title: line.Single(c.Report.Title()) + lines[1], Unit: line.Single(c.Report.Unit()), Letter: true, Dated: document.Compose(c.Report).Dated}
	d.Blocks = []document.Block{document.Title{Unit: lines[0], Name: lines[1]}, document.FormTable("发布审核单", []float64{0.17, 0.43, 0.2, 0.2}, 1.45, lines[2:])}
	for i, text := range strings.Split(strings.TrimSpace(rest), "\n") {
		d.Blocks = append(d.Blocks, document.Paragraph{Source: document.Source{Index: i}, Text: text})
	}
	return d, nil
}

// Makes says whether some files are, by their extensions, what Render makes of a report.
func (r *Renderer) Makes(files []string) bool {
	formats := r.Formats
	if r.Marking == Review {
		formats = slices.Concat(formats, reviewForms())
	}
	return slices.EqualFunc(files, formats, func(file string, f render.Format) bool { return filepath.Ext(file) == f.Extension })
}
