package verdict

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/pattern"
)

// Results without a seal are known by their whole grammar, which holds for all that releases have written since the first: what somebody
// wrote who also ends with a conclusion, or begins with the name of a schema, is none.

// The parts of results as text.
const (
	anyRest      = `[^\n]+\n`
	titleLine    = `[^\n]*　[^\n]*年政府信息公开工作年度报告\n`
	notesGrammar = `(?:  [^ \n][^\n]*。\n)*`
	itemGrammar  = `  (?:强制|核实|提示)[·　]` + anyRest + `(?: {8}` + anyRest + `)*`
	groupGrammar = `\n【` + `[^\n]+】\n(?:` + itemGrammar + `)+`
	codeGrammar  = `(?:\n?  内容码　` + anyRest + `)?`
	costGrammar  = `(?:\n  预计扣分：` + anyRest + `)?`
	readGrammar  = `(?:\n【文字里读到的数】\n(?:  没有读到数。\n|(?:  [^\n]+　第[0-9]+段　“` + anyRest + `(?: {8}` + anyRest + `)*)+))?`

	unreadGrammar = `[^ \n]` + anyRest + `  读不了：` + anyRest
	readReport    = titleLine + notesGrammar + `(?:` + groupGrammar + `)*(?:  数?没有发现问题。\n)?` + codeGrammar + costGrammar + readGrammar
	eachReport    = `(?:(?:` + unreadGrammar + `|` + readReport + `)\n)`

	registerGrammar = `登记（共[0-9]+份）\n  单位 [^\n]* 文件\n(?:  [^\n]* (?:` + passed + `|不通过|读不了) ` + anyRest + `)*(?:  重复：` + anyRest + `)*\n`
	checkedEnd      = conclusion + `(?:共[0-9]+份，|` + passed + `[（，]|不通过（|读不了，|数没有发现问题。)[^\n]*\n`

	comparedGrammar = `甲：[^\n]*　[^\n]*\n乙：[^\n]*　[^\n]*\n` + codeGrammar + notesGrammar + `(?:\n【[^\n]+】\n(?:  (?:不同|读不出|缺少)　` + anyRest + `)+)*\n` +
		conclusion + `(?:一致。|不一致，|没有发现不同，但有|没有比全，)[^\n]*\n`
)

var resultText = pattern.New(`^(?:(?:` + registerGrammar + eachReport + `*|` + eachReport + `+)` + checkedEnd + `|` + comparedGrammar + `)$`)

// reads says whether a text without a seal reads as results do that were laid out so.
func (as shape) reads(text string) bool {
	switch as {
	case objectShape:
		return isFindings(text) || isComparison(text)
	case linesShape:
		for line := range strings.Lines(text) {
			var o jsonOutcome
			if !isExactly(line, &o) || !o.isTold() {
				return false
			}
		}
		return true
	}
	return resultText.MatchString(text)
}

// isExactly reads JSON that is one value and has no members but those that are known.
func isExactly(text string, into any) bool {
	in := json.NewDecoder(strings.NewReader(text))
	in.DisallowUnknownFields()
	if in.Decode(into) != nil {
		return false
	}
	_, err := in.Token()
	return errors.Is(err, io.EOF)
}

func isFindings(text string) bool {
	var told struct {
		Schema    string         `json:"schema"`
		Reports   []jsonOutcome  `json:"reports"`
		Deduction *jsonDeduction `json:"deduction"`
	}
	return isExactly(text, &told) && told.Schema == Schema && told.Reports != nil && !slices.ContainsFunc(told.Reports, func(o jsonOutcome) bool { return !o.isTold() })
}

// isTold says whether an outcome has what all have.
func (o jsonOutcome) isTold() bool {
	return o.File != "" && slices.Contains([]string{"pass", "fail", "unreadable"}, o.Verdict) && o.Findings != nil
}

func isComparison(text string) bool {
	var c jsonCompared
	return isExactly(text, &c) && c.Schema == ComparedSchema && slices.Contains([]string{"same", "different", "unread"}, c.Verdict) && c.Differences != nil && c.Unread != nil
}

// areOutcomes says whether rows of a table are those of outcomes, beneath the heads of any release.
func areOutcomes(rows [][]string) bool {
	heads := rows[0]
	if len(heads) > len(csvColumns) && heads[len(csvColumns)] == pointsColumn {
		heads = heads[:len(csvColumns)]
	}
	if len(heads) > len(csvColumns) || !slices.Equal(heads, csvColumns[:len(heads)]) {
		return false
	}
	levels := []string{passed, "不通过", "读不了", check.Fatal.String(), check.Query.String(), check.Info.String()}
	return !slices.ContainsFunc(rows[1:], func(row []string) bool {
		return len(row) < firstColumns || len(row) > len(rows[0]) || !slices.Contains(levels, row[levelColumn])
	})
}
