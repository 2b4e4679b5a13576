package job

import (
	"bytes"
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

// letter is the letter (报送函) that goes with a report, as a word-processor file. It bears the unit and the date of the report.
func letter(r *model.Report, recipient string, files []handin.File) ([]byte, error) {
	text, err := template.ParseFS(templates.Letters, "letters/handin.txt")
	if err != nil {
		return nil, err
	}
	var words bytes.Buffer
	if err := text.Execute(&words, map[string]any{"Year": r.YearText(), "Recipient": recipient, "Enclosed": enclosed(r, files)}); err != nil {
		return nil, err
	}
	d := document.Letter(words.String(), r.Unit())
	d.Dated = document.Compose(r).Dated
	if date, ok := r.Date(); ok {
		d.Blocks = append(d.Blocks, document.Signature{Unit: r.Unit(), Date: chinese.DateText(date)})
	} else {
		d.Blocks = append(d.Blocks, document.Signature{Unit: r.Unit()})
	}
	var b bytes.Buffer
	err = docx.Write(&b, d)
	return b.Bytes(), err
}

// enclosed lists what goes with a letter, numbered.
func enclosed(r *model.Report, files []handin.File) (list []string) {
	var formats []string
	var others []string
	for _, f := range files {
		switch f.Role {
		case handin.PDF, handin.HTML, handin.Text, handin.JSON:
			formats = append(formats, f.Role.String())
		case handin.Findings:
		case handin.Scan:
			if n := len(others); n > 0 && others[n-1] == f.Role.String() {
				continue
			}
			others = append(others, f.Role.String())
		default:
			others = append(others, f.Role.String())
		}
	}
	for i, one := range append([]string{r.Title() + "（" + strings.Join(formats, "、") + "）"}, others...) {
		list = append(list, strconv.Itoa(i+1)+"."+one)
	}
	return list
}
