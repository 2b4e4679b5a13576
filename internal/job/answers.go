package job

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/internal/model"
)

// OpenAnswers reads explanations (说明) from a CSV file: two columns, 编号 and 说明, or any table that has columns of these
// names, such as the findings that check itself writes. Lines without an explanation are passed over.
func OpenAnswers(file string) ([]model.Answer, error) {
	data, err := readFile(file)
	if err != nil {
		return nil, Failure{file, err}
	}
	if !utf8.Valid(data) { // how Chinese Windows saves CSV
		if data, err = simplifiedchinese.GB18030.NewDecoder().Bytes(data); err != nil || bytes.ContainsRune(data, utf8.RuneError) {
			return nil, Failure{file, errors.New("文字的编码认不出，请另存为“CSV UTF-8”后再试")}
		}
	}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	if first, _, _ := bytes.Cut(data, []byte("\n")); bytes.ContainsRune(first, '\t') {
		in.Comma = '\t'
	}
	rows, err := in.ReadAll()
	if err != nil {
		return nil, Failure{file, errors.New("不是CSV文件，应有两列：编号、说明")}
	}
	number, text, unit := 0, 1, -1
	var answers []model.Answer
	for i, row := range rows {
		if i == 0 && slices.Contains(row, "编号") && slices.Contains(row, "说明") {
			number, text, unit = slices.Index(row, "编号"), slices.Index(row, "说明"), slices.Index(row, "单位")
			continue
		}
		if max(number, text) < len(row) && strings.TrimSpace(row[text]) != "" {
			a := model.Answer{Number: strings.TrimSpace(row[number]), Text: row[text]}
			if unit >= 0 && unit < len(row) {
				a.Unit = strings.TrimSpace(row[unit])
			}
			answers = append(answers, a)
		}
	}
	return answers, nil
}

// answersBeside reads the explanations that a clerk wrote into the marked copy beside a workbook.
func answersBeside(file string) []model.Answer {
	extension := filepath.Ext(file)
	copied := strings.TrimSuffix(file, extension) + markedSuffix + ".xlsx"
	if _, err := os.Stat(copied); err != nil {
		return nil
	}
	r, err := Open(copied)
	if err != nil {
		return nil // a damaged copy is no input of this call
	}
	return r.Answers
}
