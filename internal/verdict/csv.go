package check

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// WriteCSV writes one line for each finding, for spreadsheets: UTF-8 with a byte order mark, which they need to read Chinese.
func WriteCSV(w io.Writer, outcomes []Outcome, strict bool) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{{"文件", "单位", "年度", "级别", "位置", "问题", "应为", "实为", "相差", "可能的原因", "依据", "规则", "编号", "说明"}}
	for _, o := range outcomes {
		if o.Err != nil {
			rows = append(rows, []string{o.File, "", "", "读不了", "", o.Err.Error(), "", "", "", "", "", "", "", ""})
			continue
		}
		for _, f := range o.Findings {
			rows = append(rows, []string{o.File, o.Report.Unit(), o.Report.YearText(), f.Level.String(), f.where(), f.Message, f.Expected, f.Actual, f.Difference,
				strings.Join(f.Hints, ""), f.Citation, f.Rule, f.Number(), f.Explanation})
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = inert(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// where is the place of a finding in words.
func (f Finding) where() string {
	place := f.Cells[0].Place.String()
	if f.Text != nil && f.Text.Paragraph > 0 {
		return strings.TrimSpace(fmt.Sprintf("%s %s第%d段", place, f.Text.Section, f.Text.Paragraph))
	}
	return place
}

// inert keeps a spreadsheet from taking text that a report holds for a formula.
func inert(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) && !isPlainNumber(text) {
		return "'" + text
	}
	return text
}

func isPlainNumber(text string) bool {
	return strings.Trim(text, "+-0123456789.") == ""
}
