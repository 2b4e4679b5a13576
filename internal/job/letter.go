package job

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"nianbao/internal/chinese"
	"nianbao/internal/handin"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/templates"
)

// letter is the letter (报送函) that goes with a report, as a word-processor file: from the unit, on the date of the report.
func letter(r *model.Report, recipient string, files []handin.File) ([]byte, error) {
	text, err := template.ParseFS(templates.Letters, "letters/handin.txt")
	if err != nil {
		return nil, err
	}
	from := document.Signature{Unit: oneLine(r.Unit())}
	if date, ok := r.Date(); ok {
		from.Date = chinese.DateText(date)
	}
	var words bytes.Buffer
	err = text.Execute(&words, map[string]any{"Unit": from.Unit, "Year": oneLine(r.YearText()), "Recipient": oneLine(recipient), "Enclosed": enclosed(files)})
	if err != nil {
		return nil, err
	}
	d := document.Letter(words.String(), from)
	d.Dated = document.Compose(r).Dated
	var b bytes.Buffer
	err = docx.Write(&b, d)
	return b.Bytes(), err
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// enclosed lists what goes with a letter, numbered.
func enclosed(files []handin.File) (list []string) {
	var formats, others []string
	for _, f := range files {
		switch f.Role {
		case handin.PDF, handin.HTML, handin.Text, handin.JSON:
			formats = append(formats, f.Role.String())
		case handin.Findings: // once is enough
		default:
			if name := f.Role.String(); !slices.Contains(others, name) { // a scan may have many pages
				others = append(others, name)
			}
		}
	}
	for i, one := range append([]string{"年度报告（" + strings.Join(formats, "、") + "）"}, others...) {
		list = append(list, strconv.Itoa(i+1)+"."+one)
	}
	return list
}
