package check

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
	"nianbao/internal/remedy"
)

// Settings is what a county lays down for the reports that it checks. The zero value changes nothing.
type Settings struct {
	Rules          []Adjustment  // at most one for each rule
	OverviewLength int           // how many characters section one may have; 0 for 1,000
	Deadline       Deadline      // when reports are due; zero for 31 January. Governments of counties and above keep 31 March.
	Neighbours     []string      // names of units like 石桥镇 or 石桥镇人民政府, none of which has a place in another's report
	Formerly       []string      // names that the unit had, and those of units that became it: it may speak of them as of itself
	WrongWords     []Misspelling // words that the county finds written wrong

	// Share is the part of the sentences, of 1, from which on a text is taken for a copy of last year's or of another unit's; 0 for what
	// each rule has.
	Share  decimal.Decimal
	Points []Points // what a finding costs in the county's inspection; at most one for each rule

	Indicators []model.Indicator // that are asked for beside the form (附表); nil where nobody says

	Calendar ledger.Calendar // official holidays, and weekends that are worked for them; zero where only weekends are known
}

// Points is what the findings of a rule cost a report.
type Points struct {
	Rule string          // its id
	Each decimal.Decimal // of a finding
	Most decimal.Decimal // of all findings of the rule on one report; 0 for any
}

// Adjustment weighs a rule anew, or switches it off. Rules at 强制 can be neither.
type Adjustment struct {
	Rule   string // its id
	Level  Level  // Query or Info; without meaning for a rule that is switched off
	Reason string // why the rule is switched off, which every report tells; "" for a rule that stays on
}

// Deadline is the last day of the year after the report year on which a report is in time.
type Deadline struct {
	Month time.Month
	Day   int
}

// Misspelling is a word that is written wrong, and what it is to be.
type Misspelling struct{ Wrong, Right string }

// String is the day as it is written: 1月31日.
func (d Deadline) String() string { return fmt.Sprintf("%d月%d日", d.Month, d.Day) }

var monthAndDay = pattern.New(`^([0-9]{1,2})月([0-9]{1,2})日$`)

// ReadDeadline reads a day that comes every year as String writes it; ok is false for what is written otherwise. The calendar may lack it.
func ReadDeadline(text string) (d Deadline, ok bool) {
	m := monthAndDay.FindStringSubmatch(chinese.HalfWidth(strings.TrimSpace(text)))
	if m == nil {
		return d, false
	}
	month, _ := strconv.Atoi(m[1])
	day, _ := strconv.Atoi(m[2])
	return Deadline{Month: time.Month(month), Day: day}, true
}

// Validate tells what cannot be followed in the settings, everything at once; each error is one sentence that names the entry.
func (s Settings) Validate() error {
	var faults []error
	weighed := map[string]bool{}
	for _, a := range s.Rules {
		if weighed[a.Rule] {
			faults = append(faults, fmt.Errorf("规则%s写了两次，请只留一处", called(a.Rule)))
			continue
		}
		weighed[a.Rule] = true
		faults = append(faults, a.validate())
	}
	if s.OverviewLength < 0 {
		faults = append(faults, fmt.Errorf("总体情况的字数是%d，应为正数", s.OverviewLength))
	}
	if s.Deadline != (Deadline{}) && !chinese.IsDate(commonYear, int(s.Deadline.Month), s.Deadline.Day) {
		faults = append(faults, fmt.Errorf("公布期限%s在日历上没有", s.Deadline))
	}
	for _, name := range s.Neighbours {
		if chinese.CoreOf(name) == "" {
			faults = append(faults, fmt.Errorf("相邻单位“%s”认不出，请写成如石桥镇", name))
		}
	}
	for _, name := range s.Formerly {
		if strings.TrimSpace(name) == "" {
			faults = append(faults, errors.New("曾用名是空的，请写上名称，或删去这一行"))
		}
	}
	for _, w := range s.WrongWords {
		faults = append(faults, w.validate())
	}
	if s.Share.IsNegative() || s.Share.GreaterThan(decimal.NewFromInt(1)) {
		faults = append(faults, fmt.Errorf("比例是%s，应大于0、不超过1", s.Share))
	}
	costly := map[string]bool{}
	for _, p := range s.Points {
		if costly[p.Rule] {
			faults = append(faults, fmt.Errorf("%s的扣分写了两次，请只留一处", called(p.Rule)))
			continue
		}
		costly[p.Rule] = true
		faults = append(faults, p.validate())
	}
	faults = append(faults, s.Calendar.Validate())
	return remedy.Join(faults...)
}

// commonYear stands for any year without a leap day, as a deadline must be there every year.
const commonYear = 2025

func (a Adjustment) validate() error {
	rule, ok := ByID(a.Rule)
	switch {
	case !ok:
		return unknownRule(a.Rule)
	case rule.Level == Fatal && a.Reason != "":
		return fmt.Errorf("规则%s是强制的，不能关闭", called(a.Rule))
	case rule.Level == Fatal:
		return fmt.Errorf("规则%s是强制的，不能改级别", called(a.Rule))
	case a.Reason == "" && a.Level == Fatal:
		return fmt.Errorf("规则%s只能改成核实或提示；要关闭它，请写明理由", called(a.Rule))
	}
	return nil
}

// called is a rule as people call it, with its id, by which it may have been written; what was written where there is none.
func called(id string) string {
	if name := NameOf(id); name != "" {
		return "“" + name + "”（" + id + "）"
	}
	return "“" + id + "”"
}

// unknownRule is the error of naming a rule that is not there, with the one that may be meant.
func unknownRule(id string) error {
	var known []string
	for _, rule := range Catalogue() {
		known = append(known, rule.ID, rule.Name())
	}
	text := "没有“" + id + "”这条规则"
	if nearest := model.Nearest(id, known); nearest != "" {
		if rule, _ := Called(nearest); rule.ID != nearest {
			nearest += "”（" + rule.ID + "）"
		} else {
			nearest += "”"
		}
		text += "，是不是“" + nearest
	}
	return remedy.New(text, remedy.ListRules)
}

// mostPoints is what a finding may cost at most, and all findings of a rule: an inspection has a hundred points, or a thousand.
var mostPoints = decimal.NewFromInt(1000)

// finestPoints is how many decimals points may have.
const finestPoints = 4

// validate refuses points that no inspection takes off.
func (p Points) validate() error {
	if _, ok := ByID(p.Rule); !ok {
		return unknownRule(p.Rule)
	}
	for _, n := range []decimal.Decimal{p.Each, p.Most} {
		if n.IsNegative() || n.GreaterThan(mostPoints) || !n.Equal(n.Truncate(finestPoints)) {
			return fmt.Errorf("“%s”的扣分是%s，应是0到%s的数，小数不超过%d位", p.Rule, n, mostPoints, finestPoints)
		}
	}
	switch {
	case p.Each.IsZero():
		return fmt.Errorf("“%s”的扣分是0，不扣分的请不要写", p.Rule)
	case !p.Most.IsZero() && p.Most.LessThan(p.Each):
		return fmt.Errorf("“%s”最多扣%s，比每处扣的%s还少，请核对", p.Rule, p.Most, p.Each)
	}
	return nil
}

// validate refuses a word that would be found in most texts, or in the word that is due.
func (w Misspelling) validate() error {
	switch {
	case w.Right == "":
		return fmt.Errorf("易错词“%s”没有写正确的词", w.Wrong)
	case utf8.RuneCountInString(w.Wrong) < 2:
		return fmt.Errorf("易错词“%s”太短，至少要两个字", w.Wrong)
	case strings.Contains(w.Right, w.Wrong):
		return fmt.Errorf("易错词“%s”就在正确的“%s”里面，请写长一些", w.Wrong, w.Right)
	}
	return nil
}

// wrongWords are the county's own words for the rule on wrong words.
func (s Settings) wrongWords() []wrongWord {
	var list []wrongWord
	for _, w := range s.WrongWords {
		list = append(list, wrongWord{wrong: w.Wrong, rightWords: &rightWords{w.Right, Query}})
	}
	return list
}

// SwitchedOff lists the rules that do not run, with the reasons that reports tell.
func (s Settings) SwitchedOff() []Adjustment {
	var off []Adjustment
	for _, a := range s.Rules {
		if a.Reason != "" {
			off = append(off, a)
		}
	}
	return off
}

// IsOff says whether a rule, by its id, is switched off.
func (s Settings) IsOff(rule string) bool {
	return slices.ContainsFunc(s.SwitchedOff(), func(a Adjustment) bool { return a.Rule == rule })
}

// adjust is a rule as the settings want it; ok is false if it is switched off.
func (s Settings) adjust(rule Rule) (adjusted Rule, ok bool) {
	for _, a := range s.Rules {
		if a.Rule != rule.ID || rule.Level == Fatal {
			continue
		}
		if a.Reason != "" {
			return rule, false
		}
		rule.Level = a.Level
	}
	return rule, true
}

// overviewLength is the most characters that section one may have.
func (s Settings) overviewLength() int {
	if s.OverviewLength == 0 {
		return 1000
	}
	return s.OverviewLength
}

// tooMuch is the share of sentences, in hundredths, from which on a text is taken for a copy; usual is that of the rule.
func (s Settings) tooMuch(usual int) int {
	if s.Share.IsZero() {
		return usual
	}
	return int(s.Share.Shift(2).Ceil().IntPart())
}
