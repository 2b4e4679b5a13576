package job

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/internal/model"
)

// ParseAnswers reads explanations (说明) from CSV: two columns, 编号 and 说明, or any table that has columns of these names, such
// as the findings that check itself writes. Lines without an explanation are passed over.
func ParseAnswers(data []byte) (answers []model.Answer, err error) {
	if !utf8.Valid(data) { // how Chinese Windows saves CSV
		if data, err = simplifiedchinese.GB18030.NewDecoder().Bytes(data); err != nil || bytes.ContainsRune(data, utf8.RuneError) {
			return nil, errors.New("文字的编码认不出，请另存为“CSV UTF-8”后再试")
		}
	}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	if first, _, _ := bytes.Cut(data, []byte("\n")); bytes.ContainsRune(first, '\t') {
		in.Comma = '\t'
	}
	rows, err := in.ReadAll()
	if err != nil {
		return nil, errors.New("不是CSV文件，应有两列：编号、说明")
	}
	number, text, unit := 0, 1, -1
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
