package job

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"

	"nianbao/internal/model"
)

// OpenAnswers reads explanations (说明) from a CSV file: two columns, 编号 and 说明, or any table that has columns of these
// names, such as the findings that check itself writes. Lines without an explanation are passed over.
func OpenAnswers(file string) ([]model.Answer, error) {
	data, err := readFile(file)
	if err != nil {
		return nil, Failure{file, err}
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
	number, text := 0, 1
	var answers []model.Answer
	for i, row := range rows {
		if i == 0 && slices.Contains(row, "编号") && slices.Contains(row, "说明") {
			number, text = slices.Index(row, "编号"), slices.Index(row, "说明")
			continue
		}
		if max(number, text) < len(row) && strings.TrimSpace(row[text]) != "" {
			answers = append(answers, model.Answer{Number: row[number], Text: row[text]})
		}
	}
	return answers, nil
}
