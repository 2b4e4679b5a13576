package job

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/handin"
	"nianbao/internal/letter"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
)

// coveringLetter is the letter (报送函) that goes with a report, as a word-processor file: from the unit, on the date of the report.
func coveringLetter(r *model.Report, recipient string, files []handin.File) ([]byte, error) {
	from := document.Signature{Unit: line.Single(r.Unit())}
	if date, ok := r.Date(); ok {
		from.Date = chinese.DateText(date)
	}
	d, err := letter.Compose("handin", map[string]any{"Unit": from.Unit, "Year": line.Single(r.YearText()), "Recipient": line.Single(recipient), "Enclosed": enclosed(files)},
		from, document.Compose(r).Dated)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = docx.Write(&b, d)
	return b.Bytes(), err
}

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
