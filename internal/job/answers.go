package job

import (
	"errors"
	"slices"
	"strings"

	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/textfile"
	"nianbao/internal/verdict"
)

var errNotCSV = errors.New("不是CSV文件，应有两列：编号、说明；是表格的，请另存为CSV后再试")

// Unkept are the explanations in a CSV of findings that are not in another one, by their numbers: what somebody typed into the results of an
// earlier check.
func Unkept(was, is []byte) (numbers []string) {
	before, err := ParseAnswers(was)
	if err != nil {
		return nil
	}
	now, _ := ParseAnswers(is)
	for _, a := range before {
		same := func(b model.Answer) bool {
			return a.Number == b.Number && strings.TrimSpace(a.Text) == strings.TrimSpace(b.Text)
		}
		if !slices.ContainsFunc(now, same) && !slices.Contains(numbers, a.Number) {
			numbers = append(numbers, a.Number)
		}
	}
	return numbers
}

// ParseAnswers reads explanations (说明) from CSV: two columns, 编号 and 说明, or any table that has columns of these names, such
// as the findings that check itself writes. Lines without an explanation are passed over.
func ParseAnswers(data []byte) (answers []model.Answer, err error) {
	rows, err := textfile.Table(data)
	switch {
	case errors.Is(err, textfile.ErrEncoding):
		return nil, err
	case err != nil:
		return nil, errNotCSV
	}
	number, said, unit := 0, 1, -1
	for i, row := range rows {
		if i == 0 && slices.Contains(row, verdict.HeadNumber) && slices.Contains(row, verdict.HeadExplanation) {
			number, said, unit = slices.Index(row, verdict.HeadNumber), slices.Index(row, verdict.HeadExplanation), slices.Index(row, verdict.HeadUnit)
			continue
		}
		if len(row) == 1 && said == 1 { // without heads, or with one: a full-width comma parts nothing
			if a, ok := model.AnswerIn(row[0]); ok && !isAnswerHead(row[0]) {
				answers = append(answers, a)
			}
			continue
		}
		if max(number, said) < len(row) && strings.TrimSpace(row[said]) != "" {
			a := model.Answer{Number: strings.TrimSpace(row[number]), Text: line.Typed(row[said])}
			if unit >= 0 && unit < len(row) {
				a.Unit = strings.TrimSpace(line.Typed(row[unit]))
			}
			answers = append(answers, a)
		}
	}
	return answers, nil
}

// isAnswerHead is true of the heads of the two columns, parted by a full-width comma.
func isAnswerHead(line string) bool {
	return strings.HasPrefix(strings.TrimSpace(line), verdict.HeadNumber+"，") && strings.HasSuffix(strings.TrimSpace(line), verdict.HeadExplanation)
}
