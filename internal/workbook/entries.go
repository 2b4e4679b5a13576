package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// rule says what may be typed into a cell. A spreadsheet applies it to typing only: what is pasted passes.
type rule int

const (
	anyRule    rule = iota // anything; the clerk is only told
	wholeRule              // a whole number, 0 or more
	signedRule             // a whole number
	feeRule                // a number, 0 or more, with up to four decimals
	yearRule               // a year from the first edition on
	answerRule             // anything; the usual explanations are offered
	chosenRule             // what stands in other cells; anything else after a warning
	listedRule             // one of a few; anything else after a warning
	numberRule             // a number, 0 or more, whole where another cell says so
	dayRule                // a day; anything else after a warning
)

func figureRule(m form.Measure) rule {
	switch {
	case m.CarriesUnit():
		return anyRule
	case !m.Whole():
		return feeRule
	case m.Signed():
		return signedRule
	default:
		return wholeRule
	}
}

func fieldRule(f form.Field) rule {
	switch {
	case f.Choices != nil:
		return listedRule
	case f.Key == "report.year":
		return yearRule
	default:
		return anyRule
	}
}

// mostCount bounds counts on both sides, as a whole-number rule must; no unit comes near it.
const mostCount = 999999999

// The days that are taken for one, by their numbers: 2000-01-01 and 2099-12-31.
const (
	firstSerial = 36526
	lastSerial  = 73050
)

// validation is the entry as excelize takes it.
func (e entry) validation() (*excelize.DataValidation, error) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cellref.Sqref(e.cells))
	if e.prompt != "" {
		v.SetInput(e.title, brokenLines(e.prompt))
	}
	whole := func(least, most int) error {
		return v.SetRange(least, most, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	}
	const stop, warning = excelize.DataValidationErrorStyleStop, excelize.DataValidationErrorStyleWarning
	switch e.rule {
	case wholeRule:
		v.SetError(stop, "请填整数", "这一格填0或正整数，没有的填0。")
		return v, whole(0, mostCount)
	case signedRule:
		v.SetError(stop, "请填整数", "这一格填整数：增加的填正数，减少的填负数，没有增减的填0。")
		return v, whole(-mostCount, mostCount)
	case feeRule:
		first := e.cells[0].From.String()
		v.Type, v.Formula1 = "custom", "AND(ISNUMBER("+first+"),"+first+"&gt;=0,ROUND("+first+",4)="+first+")"
		v.SetError(stop, "请填金额", "这一格以万元为单位，填0或正数，小数最多四位（精确到元）。")
	case answerRule:
		return v, v.SetDropList(usualAnswers)
	case chosenRule:
		v.SetError(warning, "请从列表中选", "请从下拉列表中选。")
		v.SetSqrefDropList(e.from)
	case listedRule:
		v.SetError(warning, "请从列表中选", "请从下拉列表中选："+strings.Join(e.choices, "、")+"。")
		return v, v.SetDropList(e.choices)
	case numberRule:
		first := e.cells[0].From.String()
		v.Type, v.Formula1 = "custom", "AND(ISNUMBER("+first+"),"+first+"&gt;=0,OR("+e.from+`&lt;&gt;"`+model.IntegerDigits+`",`+first+"=INT("+first+")))"
		v.SetError(stop, "请填数", "这一格"+numberPrompt)
	case dayRule:
		v.SetError(warning, "请填日期", "请填年、月、日都有的日期，如2025-3-5。")
		return v, v.SetRange(firstSerial, lastSerial, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	case yearRule:
		v.SetError(stop, "请填年份", "报告年度填四位年份，如2025。")
		return v, whole(form.Editions()[0].FirstYear, 2099)
	}
	return v, nil
}

// promptLine is how many characters a line of a prompt may have: LibreOffice shows a prompt in as few lines as it has.
const promptLine = 24

// brokenLines breaks the lines of a prompt, where it can behind a mark in the second half of a line, and never before one.
func brokenLines(prompt string) string {
	const ends, closing = "。；，、：）", "。；，、：）”》"
	var lines []string
	for line := range strings.SplitSeq(prompt, "\n") {
		rest := []rune(line)
		for len(rest) > promptLine {
			at := promptLine
			for i := promptLine; i > promptLine/2; i-- {
				if strings.ContainsRune(ends, rest[i-1]) && !strings.ContainsRune(closing, rest[i]) {
					at = i
					break
				}
			}
			for at < len(rest) && strings.ContainsRune(closing, rest[at]) {
				at++
			}
			lines, rest = append(lines, string(rest[:at])), rest[at:]
		}
		if len(rest) > 0 {
			lines = append(lines, string(rest))
		}
	}
	return strings.Join(lines, "\n")
}
