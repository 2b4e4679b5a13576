// Package letter composes letters from the templates for them, writes them, and knows them again.
package letter

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

// Compose makes a letter from one of the templates. The files made of it bear a date, since nothing of the moment gets into them.
func Compose(name string, content any, from document.Signature, dated time.Time) (*document.Document, error) {
	words, err := Words(name, content)
	if err != nil {
		return nil, err
	}
	d := document.Letter(words, from)
	d.Dated = dated
	return d, nil
}

// Words are what one of the templates says.
func Words(name string, content any) (string, error) {
	t, err := template.ParseFS(templates.Letters, "letters/"+name+".txt")
	if err != nil {
		return "", err
	}
	var words strings.Builder
	err = t.Execute(&words, content)
	return words.String(), err
}

// InLine is a text that a line of a letter is made of: it makes no lines of its own, and hides nothing.
func InLine(text string) string { return line.Shown(line.Single(text)) }

// DatedBy is the day that a file about the reports on a year bears which somebody dates by hand: it hangs on nothing but the year.
func DatedBy(year int) time.Time { return time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC) }

// Form is a letter in one of the formats that it is written in, by the extension of its file.
type Form struct {
	Extension string
	Data      []byte
}

// Forms are a letter as text and for word processors.
func Forms(d *document.Document) (forms []Form, err error) {
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
		forms = append(forms, Form{f.extension, b.Bytes()})
	}
	return forms, nil
}

// title is the first line of our letters as text.
var title = pattern.New(`^(?:\x{FEFF})?\s*关于[^\r\n]*年政府信息公开工作年度报告(?:报送情况的通报|的函|的说明)\r?\n`)

// IsOursAsText says whether a text is a letter that this program wrote; of word-processor files docx.IsLetter tells it.
func IsOursAsText(data []byte) bool { return title.Compiled().Match(data) }
