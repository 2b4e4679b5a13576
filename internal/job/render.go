package job

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
)

// Renderer writes checked reports in the chosen formats. One renderer serves one call, so that two reports never get the same file.
type Renderer struct {
	Formats []render.Format
	Folder  string // where the files go; "" for beside each input
	Draft   bool   // write although 强制 findings are open, marked 草稿
	Options render.Options
	Fonts   *fonts.Set
	Last    *LastYear // for the charts; nil if last year's reports were not given
	Kept    Kept      // the files of the call

	written map[string]string // input by the name of the output without its extension
}

// Formats finds the formats of a list such as "pdf,txt".
func Formats(list string) ([]render.Format, error) {
	var formats []render.Format
	for _, name := range strings.Split(list, ",") {
		f, ok := render.ByName(strings.ToLower(strings.TrimSpace(name)))
		if !ok {
			return nil, fmt.Errorf("没有“%s”这种格式，可用的有：%s", name, strings.Join(formatNames(), "、"))
		}
		if !slices.ContainsFunc(formats, func(other render.Format) bool { return other.Name == f.Name }) {
			formats = append(formats, f)
		}
	}
	return formats, nil
}

func formatNames() []string {
	var names []string
	for _, f := range render.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// CheckFolder refuses a name for the output folder that is meant for a file.
func CheckFolder(folder string) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return fmt.Errorf("-o 后面要写文件夹，“%s”是一个文件", folder)
	}
	for _, f := range render.Formats() {
		if strings.EqualFold(filepath.Ext(folder), f.Extension) || strings.EqualFold(filepath.Ext(folder), ".xlsx") {
			return fmt.Errorf("-o 后面要写文件夹，不是文件“%s”；文件名会自动取成“单位+年度+年政府信息公开工作年度报告”", folder)
		}
	}
	return nil
}

// Render writes the report of a file in every format and lists the files written. A report with 强制 findings is written as a
// draft if that is asked for, else not at all. A format that fails does not keep the others; its Failures are joined.
func (r *Renderer) Render(o check.Outcome) (files []string, err error) {
	defer func() { rescue(recover(), &err) }()
	if o.Err != nil {
		return nil, o.Err
	}
	blocked := check.Blocks(o.Findings)
	if blocked && !r.Draft {
		return nil, ErrBlocked
	}
	d := document.Compose(o.Report)
	if d.Draft = r.Draft; d.Draft {
		d.Notes = notes(o.Findings)
	}
	last, _ := r.Last.Of(o.Report)
	in := render.NewInput(o.Report, last, d, r.Fonts, r.Options)
	base, err := r.claim(o)
	if err != nil {
		return nil, err
	}
	var failures []error
	for _, f := range r.Formats {
		file := base + f.Extension
		if err := r.Kept.Refuse(file); err != nil {
			failures = append(failures, err)
			continue
		}
		if err := WriteFile(file, func(w io.Writer) error { return f.Write(w, in) }); err != nil {
			failures = append(failures, Failure{file, err})
			continue
		}
		files = append(files, file)
	}
	return files, errors.Join(failures...)
}

// ErrBlocked is why a report with 强制 findings is not written.
var ErrBlocked = errors.New("有强制问题，没有生成报告。请改正后再生成；要先看样子，加上 --draft 生成草稿")

// claim decides the output's name without its extension, and makes sure that no other input of the call has it.
func (r *Renderer) claim(o check.Outcome) (string, error) {
	folder := r.Folder
	if folder == "" {
		folder = filepath.Dir(o.File)
	} else if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", Failure{folder, Plainly(err, "建不了文件夹")}
	}
	base := filepath.Join(folder, FileName(o.Report.Title()))
	if first, taken := r.written[base]; taken {
		return "", fmt.Errorf("单位和年度与“%s”相同，会写成同一个文件，只保留了前一份。请核对单位名称和年度", first)
	}
	if r.written == nil {
		r.written = map[string]string{}
	}
	r.written[base] = o.File
	return base, nil
}

func notes(findings []check.Finding) []document.Note {
	var list []document.Note
	for _, f := range findings {
		list = append(list, document.Note{Level: f.Level.String(), Place: f.Cells[0].Place.String(), Text: f.Message})
	}
	return list
}
