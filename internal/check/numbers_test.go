package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// A 编号 names one thing to mend, so that no explanation settles what it does not speak of.
func TestNumbersTellFindingsApart(t *testing.T) {
	at := func(sheet, ref string) model.Place { return model.Place{Sheet: sheet, Ref: ref} }
	answers := []model.Answer{{Number: "A00001", Text: "属实。"}, {Number: "A00002", Text: "属实。"}}
	for _, c := range []struct {
		why, rule string
		in        check.Case
		change    func(r *model.Report)
	}{
		{"two cells of a row of the ledger, in neither of which anything stands", "ledger-unread", check.Case{Ledger: []string{"— 自然人", "2025-3-5 自然人 予以公开"}}, nil},
		{"the same in one row", "ledger-unread", check.Case{Ledger: []string{"— 自然人 予以公开"}}, nil},
		{"columns that are gone", "ledger-unread", check.Case{Ledger: []string{}}, func(r *model.Report) {
			r.Ledger.Lost = []model.LedgerColumn{model.LedgerReceived, model.LedgerClosed}
			r.Ledger.Rows = []model.LedgerRow{{Number: 7}}
		}},
		{"a day on which one was answered too late and another came in", "ledger-deadline", check.Case{Ledger: []string{"2025-11-3 自然人 予以公开 2025-12-22", "2025-12-22 自然人"}}, nil},
		{"pictures on two sheets", "left-out", check.Case{Extras: []model.Extra{{Kind: model.Picture, Place: at("一、总体情况", "A9")}, {Kind: model.Picture, Place: at("三、依申请公开", "A9")}}}, nil},
		{"a picture and an arrow", "left-out", check.Case{Extras: []model.Extra{{Kind: model.Picture, Place: at("一、总体情况", "A9")}, {Kind: model.Drawing, Place: at("一、总体情况", "A9")}}}, nil},
		{"two characters of a name", "rare-character", check.Case{Set: []check.Entry{{Key: "unit.name", Typed: "\x06\x07镇人民政府"}}}, nil},
		{"a paragraph that stands three times", "repeated-sentence", check.Case{Set: []check.Entry{{Key: "narrative.problems", Typed: strings.Repeat(repeatedTwice+"\n", 3)}}}, nil},
		{"a clause that is doubled in two paragraphs", "repeated-sentence", check.Case{Set: []check.Entry{{Key: "narrative.overview", Typed: strings.Repeat("镇政府每半年听取一次汇报，镇政府每半年听取一次汇报。\n", 2)}}}, nil},
		{"two explanations without a finding that say the same", "answer-unmatched", check.Case{}, func(r *model.Report) { r.Answers = answers }},
	} {
		t.Run(c.why, func(t *testing.T) {
			in := c.in.Input()
			in.Drawable = func(r rune) bool { return r >= ' ' }
			if c.change != nil {
				c.change(in.Report)
			}
			var numbers []string
			for _, f := range check.Run(in) {
				if f.Rule == c.rule {
					numbers = append(numbers, f.Number())
				}
			}
			require.Greater(t, len(numbers), 1)
			assert.Len(t, slices.Compact(slices.Sorted(slices.Values(numbers))), len(numbers))
		})
	}
}

const repeatedTwice = "存在的问题：公开专区的使用率不高，有的村查询设备长期闲置。"

// Whatever is found on one report, no two findings have one number.
func TestNumbersOfTheCatalogue(t *testing.T) {
	for _, rule := range check.Catalogue() {
		for _, c := range rule.Cases() {
			messages := map[string]string{}
			for _, f := range check.Run(c.Input()) {
				assert.Empty(t, messages[f.Number()], "%s: %s: %s", rule.ID, c.Why, f.Message)
				messages[f.Number()] = f.Message
			}
		}
	}
}

// Two findings on the same units, one of which may be that something was added up twice: what is explained of one settles nothing of the other.
func TestNumbersOfWhatIsSaidOfOneMember(t *testing.T) {
	absent := func(kinds ...check.AbsenceKind) []check.Finding {
		in := check.Case{Members: &check.Members{Sum: func(form.Key) check.Summed { return check.Summed{} }}}.Input()
		in.FiguresOnly = true
		for _, kind := range kinds {
			in.Members.Absent = append(in.Members.Absent, check.Absence{Kind: kind, Units: []string{"柏坞乡人民政府"}, Files: []string{"柏坞乡.xlsx"}})
		}
		return check.Run(in)
	}
	both := absent(check.Outlived, check.Ungiven)
	require.Len(t, both, 2)
	assert.NotEqual(t, both[0].Number(), both[1].Number())
	for i, kind := range []check.AbsenceKind{check.Outlived, check.Ungiven} {
		alone := absent(kind)
		assert.Contains(t, alone[0].Was(), both[i].Number(), "what was explained while there were two holds for the one that is left")
		assert.NotContains(t, alone[0].Was(), both[1-i].Number())
		assert.Contains(t, both[i].Was(), alone[0].Number(), "and one number for both is known, so that it is said which there are now")
	}
}

// One explanation settles one finding, that under the number that two had none, and what it settled stays so once the other one is mended.
func TestExplainedOfTwo(t *testing.T) {
	report := func(typed, number string) *check.Input {
		in := check.Case{Set: []check.Entry{{Key: "narrative.problems", Typed: typed}}}.Input()
		if number != "" {
			in.Report.Answers = []model.Answer{{Number: number, Text: "两段说的是两件事。"}}
		}
		return in
	}
	repeats := func(in *check.Input) (found []check.Finding, unmatched string) {
		for _, f := range check.Run(in) {
			switch f.Rule {
			case "repeated-sentence":
				found = append(found, f)
			case "answer-unmatched":
				unmatched = f.Message
			}
		}
		return found, unmatched
	}
	const once, twice, thrice = repeatedTwice + "\n" + repeatedTwice, repeatedTwice + "\n改进情况：增加图文解读。\n" + repeatedTwice, repeatedTwice + "\n" + repeatedTwice + "\n" + repeatedTwice
	alone, _ := repeats(report(once, ""))
	of, _ := repeats(report(thrice, ""))
	require.Len(t, alone, 1)
	require.Len(t, of, 2)
	for _, c := range []struct {
		why, typed, number string
		explained          []bool
		told               string
	}{
		{"the first of two", thrice, of[0].Number(), []bool{true, false}, ""},
		{"the second", thrice, of[1].Number(), []bool{false, true}, ""},
		{"neither: it was written when there was one", thrice, alone[0].Number(), []bool{false, false}, "现在分成2处，编号是" + of[0].Number() + "、" + of[1].Number()},
		{"the first was mended", twice, of[1].Number(), []bool{true}, ""},
		{"where there is one the number is what it always was", once, alone[0].Number(), []bool{true}, ""},
	} {
		found, unmatched := repeats(report(c.typed, c.number))
		var explained []bool
		for _, f := range found {
			explained = append(explained, f.Explanation != "")
		}
		assert.Equal(t, c.explained, explained, c.why)
		assert.Contains(t, unmatched, c.told, c.why)
		assert.Equal(t, c.told == "", unmatched == "", "%s: %s", c.why, unmatched)
	}
}

// What a number is of: an explanation holds as long as that is the same, and no longer.
func TestWhatANumberIsOf(t *testing.T) {
	const aspects = "（一）主动公开。发布信息320条。\n（二）政府信息管理。实行三审三校。\n（三）平台建设。更新网站专栏。\n（四）监督保障。按季度考核。"
	problems := check.Entry{Key: "narrative.problems", Typed: "公开的内容不够全面。解读形式单一，群众看不懂。下一步将加强培训，增加图解。"}
	whole := check.Case{Set: []check.Entry{{Key: "narrative.overview", Typed: aspects}}}
	copied := check.Case{Set: []check.Entry{problems}, Last: []check.Entry{problems}}
	figure := check.Case{Set: []check.Entry{{Key: "proactive.normative.issued", Typed: "5"}}}
	word := check.Case{Set: []check.Entry{{Key: "narrative.other", Typed: "没有收取政府信息公开信息处理费。截止12月底，没有其他需要报告的事项。"}}}
	typed := func(key form.Key, is string) check.Entry { return check.Entry{Key: key, Typed: is} }
	in := func(c check.Case, year int, more ...check.Entry) check.Case {
		c.Year = year
		c.Set = append(slices.Clone(c.Set), more...)
		return c
	}
	for _, c := range []struct {
		why, rule string
		was, is   check.Case
		same      bool
	}{
		{"nothing changed in what the section lacks", "overview-aspects", whole, whole, true},
		{"a mark was put in", "overview-aspects", whole, in(whole, 0, typed("narrative.overview", strings.Replace(aspects, "。更新", "：更新", 1))), true},
		{"another section changed", "overview-aspects", whole, in(whole, 0, typed("narrative.other", "未收费。")), true},
		{"the section says something else", "overview-aspects", whole, in(whole, 0, typed("narrative.overview", aspects+"换了一段话。")), false},
		{"another unit", "overview-aspects", whole, in(whole, 0, typed("unit.name", "石桥镇人民政府")), false},
		{"the same unit, typed otherwise", "overview-aspects", whole, in(whole, 0, typed("unit.name", "清溪镇人民政府 ")), true},
		{"the next year", "overview-aspects", whole, in(whole, 2026), false},
		{"a text that is last year's, the year after", "copied-from-last-year", in(copied, 2024), in(copied, 2025), false},
		{"the same in the year after that", "copied-from-last-year", copied, in(copied, 2026), false},
		{"a figure, the next year", "stock-covers-issued", figure, in(figure, 2026), false},
		{"a figure, the year before", "stock-covers-issued", in(figure, 2024), figure, false},
		{"a figure, once nobody looks at who had it", "stock-covers-issued", in(figure, 2026), in(figure, 2026, typed("unit.name", "石桥镇人民政府")), false},
		{"a word, the next year", "wrong-word", in(word, 2026), in(word, 2027), false},
		{"a word, wherever it stands", "wrong-word", word, in(word, 0, typed("narrative.other", "数字都已核对。\n没有收取政府信息公开信息处理费。截止12月底，没有其他需要报告的事项。")), true},
	} {
		number := func(of check.Case) check.Finding {
			found := findings(of, c.rule)
			require.NotEmpty(t, found, c.why)
			return found[0]
		}
		was, is := number(c.was), number(c.is)
		assert.Equal(t, c.same, was.Number() == is.Number(), c.why)
		assert.Equal(t, c.same, was.Number() == is.Number() || slices.Contains(is.Was(), was.Number()), c.why)
	}
}

// What others' figures come to is what a finding is of, as much as the figure that is held against it.
func TestNumbersOfSums(t *testing.T) {
	number := func(year int, sum string) string {
		in := check.Case{Year: year, Set: []check.Entry{{Key: "proactive.penalties.decisions", Typed: "2"}}}.Input()
		in.Members = &check.Members{OwnFigures: true, Sum: func(k form.Key) check.Summed {
			value := model.ParseFigure(form.Count, "0")
			if k == "proactive.penalties.decisions" {
				value = model.ParseFigure(form.Count, sum)
			}
			return check.Summed{Members: value, Due: value}
		}}
		for _, f := range check.Run(in) {
			if f.Rule == "aggregate-sum" {
				return f.Number()
			}
		}
		return ""
	}
	assert.Equal(t, number(2026, "3"), number(2026, "3"))
	assert.NotEqual(t, number(2026, "3"), number(2026, "5"), "what was explained was another difference")
	assert.Equal(t, "7A881D", number(2025, "3"), "as the first releases numbered it")
}

// What was explained under the numbers of earlier releases, which knew neither year nor unit nor what a section said: it holds in the years on
// which these were given out for what they did name, and where nobody knows what was explained the clerk is told the number of today.
func TestExplainedUnderNumbersWithoutYear(t *testing.T) {
	const ofAspects, ofStock = "B23830", "581AEE" // as they were given out
	whole := check.Case{Set: []check.Entry{{Key: "narrative.overview", Typed: "全年主动公开政府信息320条，其中工作动态200条。"}}}
	stock := check.Case{Set: []check.Entry{{Key: "proactive.normative.issued", Typed: "5"}}}
	for _, c := range []struct {
		why, rule, number string
		of                check.Case
		year              int
		explained         bool
		told              string
	}{
		{"a figure, in the year on which it was", "stock-covers-issued", ofStock, stock, 2025, true, ""},
		{"or in an earlier one", "stock-covers-issued", ofStock, stock, 2024, true, ""},
		{"but not in the next", "stock-covers-issued", ofStock, stock, 2026, false, "没有对应的问题"},
		{"what a section lacks", "overview-aspects", ofAspects, whole, 2025, false, "请把编号改成"},
		{"and in the next year", "overview-aspects", ofAspects, whole, 2026, false, "请把编号改成"},
	} {
		c.of.Year = c.year
		in := c.of.Input()
		in.Report.Answers = []model.Answer{{Number: c.number, Text: "经核实，情况属实。"}}
		told := ""
		for _, f := range check.Run(in) {
			if f.Rule == c.rule {
				assert.Equal(t, c.explained, f.Explanation != "", "%s: %s", c.why, f.Number())
			}
			if f.Rule == "answer-unmatched" {
				told = f.Message
			}
		}
		assert.Contains(t, told, c.told, c.why)
		assert.Equal(t, c.told == "", told == "", "%s: %s", c.why, told)
	}
}

// An explanation beside another one of the same finding is not dropped without a word.
func TestTwoExplanationsOfOne(t *testing.T) {
	of := check.Case{Set: []check.Entry{{Key: "proactive.normative.issued", Typed: "5"}}}
	number := findings(of, "stock-covers-issued")[0].Number()
	const first, second = "经核实，情况属实。", "又一条。"
	for _, c := range []struct {
		why         string
		own, beside []string
		counts      string
		told        string
	}{
		{"one", []string{first}, nil, first, ""},
		{"the same twice, as a copy has it", []string{first}, []string{first + " "}, first, ""},
		{"a second one", []string{first, second}, nil, first, "算数的是“" + first + "”；“" + second + "”没有算上"},
		{"one from a file goes before", []string{first}, []string{second}, second, "算数的是“" + second + "”；“" + first + "”没有算上"},
		{"two in the file", nil, []string{first, second}, first, "算数的是“" + first + "”；“" + second + "”没有算上"},
		{"one that says nothing is none", []string{"无", first}, nil, first, "没有说明情况"},
	} {
		in := of.Input()
		answers := func(texts []string) (list []model.Answer) {
			for _, text := range texts {
				list = append(list, model.Answer{Number: number, Text: text})
			}
			return list
		}
		in.Report.Answers, in.Answers = answers(c.own), answers(c.beside)
		told := ""
		for _, f := range check.Run(in) {
			if f.Number() == number {
				assert.Equal(t, c.counts, f.Explanation, c.why)
			}
			if f.Rule == "answer-unmatched" {
				told += f.Message
			}
		}
		assert.Contains(t, told, c.told, c.why)
		assert.Equal(t, c.told == "", told == "", "%s: %s", c.why, told)
	}
}

// In a blank cell of the ledger only its application says which it is: what was explained of one is not said of another.
func TestBlankOfAnotherApplication(t *testing.T) {
	number := func(row string) string {
		found := findings(check.Case{Ledger: []string{row}}, "ledger-unread")
		require.Len(t, found, 1)
		return found[0].Number()
	}
	assert.Equal(t, number("2025-3-5 自然人 予以公开"), number("2025-3-5 自然人 予以公开"))
	assert.NotEqual(t, number("2025-3-5 自然人 予以公开"), number("2025-4-1 商业企业 予以公开"))
}

// E9EEEA was the number of every blank cell of the ledger that should hold something.
const formerNumber = "E9EEEA"

// What was explained under a number of earlier versions is found as long as that names one finding; else the clerk is told which numbers there are now.
func TestExplainedUnderTheFormerNumber(t *testing.T) {
	noResult := "2025-3-5 自然人 予以公开" // without the day
	for _, c := range []struct {
		why       string
		ledger    []string
		answers   []model.Answer
		explained []string // what is said of the findings in turn
		told      string   // of the explanation
	}{
		{"one finding had it", []string{noResult}, []model.Answer{{Number: formerNumber, Text: "已办结，日期待查。"}}, []string{"已办结，日期待查。"}, ""},
		{"the number of today goes before", []string{noResult}, []model.Answer{{Number: formerNumber, Text: "旧的。"}, {Text: "新的。"}}, []string{"新的。"}, "算数的是“新的。”；“旧的。”没有算上"},
		{"two had it", []string{"— 自然人", noResult}, []model.Answer{{Number: formerNumber, Text: "已办结，日期待查。"}}, []string{"", ""}, "现在分成2处，编号是"},
		{"neither has", nil, []model.Answer{{Number: formerNumber, Text: "已办结，日期待查。"}}, nil, "没有对应的问题"},
	} {
		t.Run(c.why, func(t *testing.T) {
			in := check.Case{Ledger: c.ledger}.Input()
			numbers := []string{}
			for _, f := range check.Run(in) {
				if f.Rule == "ledger-unread" {
					require.Contains(t, f.Was(), formerNumber)
					numbers = append(numbers, f.Number())
				}
			}
			for i, a := range c.answers {
				if a.Number == "" {
					c.answers[i].Number = numbers[0]
				}
			}
			in = check.Case{Ledger: c.ledger}.Input()
			in.Report.Answers = c.answers
			var explained []string
			told := ""
			for _, f := range check.Run(in) {
				switch f.Rule {
				case "ledger-unread":
					explained = append(explained, f.Explanation)
				case "answer-unmatched":
					told += f.Message
				}
			}
			assert.Equal(t, c.explained, explained)
			if assert.Equal(t, c.told != "", told != "", told); c.told != "" {
				assert.Contains(t, told, c.told)
				for _, n := range numbers {
					assert.Equal(t, len(numbers) > 1, strings.Contains(told, n), told)
				}
			}
		})
	}
}
