package job

import (
	"bytes"
	"io"
	"strings"
	"text/template"
	"time"

	"nianbao/internal/line"
	"nianbao/internal/pattern"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/render/text"
	"nianbao/templates"
)

// composeLetter makes a letter from one of the templates. The files made of it bear a date, since nothing of the moment gets into them.
func composeLetter(name string, content any, from document.Signature, dated time.Time) (*document.Document, error) {
	words, err := letterWords(name, content)
	if err != nil {
		return nil, err
	}
	d := document.Letter(words, from)
	d.Dated = dated
	return d, nil
}

// letterWords are what one of the templates says.
func letterWords(name string, content any) (string, error) {
	t, err := template.ParseFS(templates.Letters, "letters/"+name+".txt")
	if err != nil {
		return "", err
	}
	var words strings.Builder
	err = t.Execute(&words, content)
	return words.String(), err
}

// datedBy is the day that a file about the reports on a year bears which somebody dates by hand: it hangs on nothing but the year.
func datedBy(year int) time.Time { return time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC) }

// compose makes a letter of the office, which whoever sends it dates. It says whom to ask.
func (a *Aggregated) compose(name string, content map[string]any) (*document.Document, error) {
	content["Ask"] = inLine(a.order.Laid.Whom())
	return composeLetter(name, content, document.Signature{Unit: a.Signed()}, datedBy(a.Year))
}

// Signed is who the letters are from: the office that collects the reports, else the unit that they are added up for; "" where neither is known.
func (a *Aggregated) Signed() string {
	if laid := a.order.Laid; laid != nil && laid.Office != "" {
		return line.Single(laid.Office)
	}
	return line.Single(a.Report.Unit())
}

// letterFiles are a letter as text and for word processors.
func letterFiles(name string, d *document.Document) (files []File, err error) {
	for _, f := range []struct {
		extension string
		write     func(io.Writer) error
	}{
		{".txt", func(w io.Writer) error { return text.Write(w, d, text.Options{Encoding: text.UTF8BOM}) }},
		{".docx", func(w io.Writer) error { return docx.Write(w, d) }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return nil, err
		}
		files = append(files, File{name + f.extension, b.Bytes()})
	}
	return files, nil
}

// isOurLetter says whether a word-processor file is a letter that this program wrote, whoever saved it since.
func isOurLetter(data []byte) bool {
	return documentSays(data, "docProps/core.xml", "<cp:category>公函</cp:category>")
}

// titleOfLetter is the first line of our letters as text.
var titleOfLetter = pattern.New(`^(?:\x{FEFF})?\s*关于[^\r\n]*年政府信息公开工作年度报告(?:报送情况的通报|的函|的说明)\r?\n`)

func isOurLetterText(data []byte) bool { return titleOfLetter.Compiled().Match(data) }
