package job

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/model"
	"nianbao/internal/workbook"
)

// What the names of copies end in, before the extension.
const (
	markedSuffix  = "_校验"
	correctSuffix = "_修改"
)

// Copier writes copies of checked workbooks beside them or elsewhere. One copier serves one call, so that two inputs never get
// the same file.
type Copier struct {
	Output string // a folder, or where it ends in .xlsx the file for the one input; "" for beside each input
	Kept   Kept   // the files of the call

	written map[string]string // input by copy
}

// Marked is a copy of a checked workbook in which the findings are marked. For input that is no workbook, the copy is made from
// a fresh template.
func Marked(o check.Outcome) ([]byte, error) {
	data, r, err := workbookOf(o)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = workbook.Mark(&out, data, remarks(o.Findings, r))
	return out.Bytes(), err
}

// Mark writes the marked copy of a checked workbook and returns its name.
func (k *Copier) Mark(o check.Outcome) (file string, err error) {
	defer func() { rescue(recover(), &err) }()
	data, err := Marked(o)
	if err != nil {
		return "", err
	}
	return k.write(o.File, markedSuffix, data)
}

// Correct writes a copy of a workbook in which Fix has mended the texts, and returns its name and what was mended. Where there
// is nothing to mend, there is no copy.
func (k *Copier) Correct(o check.Outcome) (file string, changes []check.Change, err error) {
	defer func() { rescue(recover(), &err) }()
	data, r, err := workbookOf(o)
	if err != nil {
		return "", nil, err
	}
	fixed, changes := check.Fix(r)
	if len(changes) == 0 {
		return "", nil, nil
	}
	var corrections []workbook.Correction
	for _, p := range r.Edition.Passages() {
		for i, was := range r.Texts[p.Key] {
			if is := fixed.Texts[p.Key][i]; is.Text != was.Text {
				corrections = append(corrections, workbook.Correction{Place: was.Place, Before: was.Text, After: is.Text})
			}
		}
	}
	var out bytes.Buffer
	if err := workbook.Correct(&out, data, corrections); err != nil {
		return "", nil, err
	}
	file, err = k.write(o.File, correctSuffix, out.Bytes())
	return file, changes, err
}

// workbookOf is the workbook of a checked input, and the report as it stands in there: the input itself, or a fresh template
// filled in from it.
func workbookOf(o check.Outcome) (data []byte, r *model.Report, err error) {
	if o.Err != nil {
		return nil, nil, o.Err
	}
	if data, err = readFile(o.File); err != nil {
		return nil, nil, err
	}
	if bytes.HasPrefix(data, []byte("PK")) && strings.EqualFold(filepath.Ext(o.File), ".xlsx") {
		return data, o.Report, nil
	}
	var fresh bytes.Buffer
	if _, err := workbook.Write(&fresh, o.Report, workbook.Options{}); err != nil {
		return nil, nil, err
	}
	r, err = workbook.Read(fresh.Bytes())
	return fresh.Bytes(), r, err
}

// remarks makes notes of findings, those that weigh most first. Their places are looked up in the report as it stands in the
// workbook.
func remarks(findings []check.Finding, r *model.Report) []workbook.Note {
	findings = slices.Clone(findings)
	slices.SortStableFunc(findings, func(a, b check.Finding) int { return int(a.Level) - int(b.Level) })
	var notes []workbook.Note
	for _, f := range findings {
		n := workbook.Note{
			Place: placeOf(f, r), Colour: colourOf(f), Level: f.Level.String(), Number: f.Number(), Rule: f.Rule,
			Text: f.Message, Due: f.Expected, Found: f.Actual, Reasons: strings.Join(f.Hints, ""),
			Answerable: f.Level == check.Query || f.Explanation != "", Explanation: f.Explanation,
		}
		if f.Text != nil && f.Text.Words != "" && n.Found == "" {
			n.Found = f.Text.Words
		}
		notes = append(notes, n)
	}
	return notes
}

func placeOf(f check.Finding, r *model.Report) model.Place {
	if len(f.Cells) == 0 {
		return model.Place{}
	}
	subject := f.Cells[0]
	if subject.Place.Sheet != "" {
		return subject.Place
	}
	if v, ok := r.Figures[subject.Key]; ok {
		return v.Place
	}
	if field, ok := r.Fields[subject.Key]; ok {
		return field.Place
	}
	if paragraphs := r.Texts[subject.Key]; f.Text != nil && 0 < f.Text.Paragraph && f.Text.Paragraph <= len(paragraphs) {
		return paragraphs[f.Text.Paragraph-1].Place
	}
	return model.Place{}
}

func colourOf(f check.Finding) workbook.Colour {
	switch {
	case f.Explanation != "":
		return workbook.Green
	case f.Level == check.Fatal:
		return workbook.Red
	case f.Level == check.Query:
		return workbook.Orange
	}
	return workbook.Blue
}

// write writes a copy under its name, and makes sure that no other input of the call has it.
func (k *Copier) write(input, suffix string, data []byte) (string, error) {
	name := strings.TrimSuffix(filepath.Base(input), filepath.Ext(input)) + suffix + ".xlsx"
	target := filepath.Join(filepath.Dir(input), name)
	switch {
	case k.Output == "":
	case strings.EqualFold(filepath.Ext(k.Output), ".xlsx") && !isFolder(k.Output):
		if target = k.Output; same(target, input) {
			return "", errors.New("-o 后面写的就是这份文件，请换一个文件名")
		}
	default:
		if err := os.MkdirAll(k.Output, 0o755); err != nil {
			return "", Failure{k.Output, Plainly(err, "建不了文件夹")}
		}
		target = filepath.Join(k.Output, name)
	}
	if err := k.Kept.Refuse(target); err != nil {
		return "", err
	}
	if first, taken := k.written[target]; taken {
		return "", fmt.Errorf("和“%s”会写成同一个文件，只保留了前一份，请改文件名或分开校验", first)
	}
	if k.written == nil {
		k.written = map[string]string{}
	}
	k.written[target] = input
	err := WriteFile(target, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return "", Failure{target, err}
	}
	return target, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
