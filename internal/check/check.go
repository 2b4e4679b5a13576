// Package check holds the catalogue of rules, and the findings that they make on a report.
// Findings are faults of the report, never failures of the program.
package check

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/reading"
	"nianbao/internal/remedy"
)

// Level is the weight of a finding, in the words that statistical returns use.
type Level int

const (
	Fatal Level = iota // 强制: must be put right; blocks the final report
	Query              // 核实: put it right, or explain it
	Info               // 提示: worth a look
)

// String is the level as the clerk reads it.
func (l Level) String() string { return [...]string{"强制", "核实", "提示"}[l] }

// Code is the level as programs read it.
func (l Level) Code() string { return [...]string{"fatal", "query", "info"}[l] }

// Rule is one check. Its id is a promise: never renamed, never reused, the same in every edition.
type Rule struct {
	ID        string
	Level     Level                     // of its findings, unless a finding says otherwise
	Needs     []form.Key                // figures without which there is nothing to look at: it holds in every edition that has them
	Since     int                       // the first report year that the law asks it of; 0 for every year
	Title     string                    // what must hold
	Citation  string                    // what it rests on
	Gather    Gather                    // how its findings are told where there are many
	Judges    *Relations                // the arithmetic of the form that it holds a report to; nil for none
	Find      func(in *Input) []Finding // what else it looks at, behind the arithmetic
	InFields  func(in *Input) []Finding // what it finds of the same kind in the unit's data; in texts that ask for these it is not told again
	Spelling  bool                      // it looks at single letters and marks: a copy in traditional characters has changed them all
	OnMembers bool                      // it holds the report of a higher office against those of its members
	Cases     func() []Case             // examples, made when somebody asks for them
}

// Gather says which findings of a rule are told together.
type Gather int

const (
	OneByOne Gather = iota
	ByLine          // those that say the same of figures of a row, a column or a whole table
	BySheet         // those on one sheet
	ByTable         // those on the figures of a table, where they are many
)

// Holds says whether the rule is one on reports of an edition. Rules name no editions, so that they hold in the next one too.
func (rule Rule) Holds(e *form.Edition) bool {
	lacks := func(k form.Key) bool {
		_, ok := e.Cell(k)
		return !ok
	}
	return !slices.ContainsFunc(rule.Needs, lacks) && (e.LastYear == 0 || rule.Since <= e.LastYear)
}

// Input is what the rules look at.
type Input struct {
	Report  *model.Report
	Last    *model.Report  // last year's report of the same unit, or the sum of its predecessors'; nil if it was not given
	Likes   []Like         // the reports of other units that say most of the same, of those that were checked together
	Answers []model.Answer // explanations that were given beside the report's own

	Predecessors []*model.Report // last year's reports that were added up to Last, of units that became this one; nil where Last is one report
	IsPart       bool            // a predecessor was divided, and this one has a part of Last that nobody told

	Renamed  string // what the unit is called now, where the report names it as it was called before; "" elsewhere
	Expected int    // the report year that is asked for; 0 for any
	HandedIn bool   // it is what its unit handed in to an office, whatever file that is

	Members     *Members // what its members add up to, for the report of a higher office; else nil
	FiguresOnly bool     // texts and the unit's data are still to be written: only arithmetic and members are judged

	Drawable func(r rune) bool // whether the fonts at hand have a character; nil if that is not known
	Settings Settings          // what the county laid down

	told           []Finding        // those of the rules before, for the one on explanations
	copied         *transcript      // what transcript gave, kept for the next rule
	typedSections  []section        // what sections gave, kept likewise
	filledSections []section        // what filled gave, kept likewise
	fieldSections  []section        // what fields gave, kept likewise
	reading        *reading.Reading // what read gave, kept likewise
	said           []Statement      // what statements gave, kept likewise
	applications   **ledger.Book    // what readLedger gave, kept likewise
	standing       *[]form.Level    // what levels gave, kept likewise
	ledgerSays     corrections      // what ofLedger gave, kept likewise
	balanceSays    corrections      // what ofBalance gave, kept likewise
}

// Finding is one fault of a report.
type Finding struct {
	Rule        string
	Level       Level
	Message     string // what is there, and what is due
	Expected    string
	Actual      string
	Difference  string // actual minus expected
	Compared    Comparison
	Cells       []Cell  // every cell that takes part, the subject first
	At          int     // which of Cells to go to, to mend it: the subject, but where that adds itself up
	Text        *Quote  // for a finding in a text
	Beside      *Beside // for a finding on a text that is much the same in another report; nil for others
	Doubt       string  // why it may be our reading that is at fault, a sentence without its end; "" where the report is
	Hints       []string
	Faults      int           // how many faults of one kind it tells, of a paragraph or of the whole text; 0 for one
	Remedy      remedy.Remedy // what to do, where the message does not say it
	Citation    string
	Gather      Gather
	Said        string // what is wrong with its figure, as it is said of several too, a clause without its end; "" where it says that of none but this one
	Fingerprint string // of no other finding on the report, and the same as long as the rule, what it speaks of and the year are: see fingerprint.go
	Explanation string // the clerk's 说明
	ExplainedAs string // the 编号 that this was written under, where that is another that means the finding as well; "" elsewhere
	Aside       string // the part of the message that is for who has all the files, and nothing for the unit: another unit's file; "" for none

	between string // the units that a finding on two reports is about
	among   string // the words of a field that a finding is on, where it is not on the whole of it
	whole   string // what a section says that a finding is on as a whole, in letters and digits; "" for a finding on anything else
	against string // what it holds its cells against that stands in none of them: the sum of others' figures, what a ledger comes to
	kind    string // of which of its rule's kinds it is, where one of another may speak of the same
	cause   string // the figure that is wrong where the finding itself is on what is right, a sentence; "" elsewhere
	unread  bool   // figures of the form were not read, so that there is nothing to print

	was    []string // other fingerprints that mean it as well, for what was explained under them
	apart  string   // the fingerprint that it has where the other one would be another finding's too
	lapsed string   // the one that earlier versions gave it whatever the section said, so that nobody knows what was explained under it; "" for none
}

// Times is how many faults a finding tells.
func (f Finding) Times() int { return max(1, f.Faults) }

// ForUnit is a message on a report as its unit is to read it.
func (f Finding) ForUnit() string { return WithoutAside(f.Message, f.Aside) }

// WithoutAside is a text without what is nothing for a unit.
func WithoutAside(text, aside string) string {
	if aside == "" {
		return text
	}
	return strings.ReplaceAll(text, aside, "")
}

// Where is the cell to go to, to mend what a finding is on.
func (f Finding) Where() Cell { return f.Cells[f.At] }

// Cell is a figure, field or text that takes part in a finding.
type Cell struct {
	Key   form.Key
	Role  Role
	Label string
	Value string
	Place model.Place

	doubt string // of the reading of what stands in it
	of    string // what tells it from cells that hold the same, where it has no key
}

// Role tells what a finding is on from what merely takes part in it.
type Role string

const (
	Subject Role = "subject"
	Term    Role = "term"
)

// Quote is a place in a text.
type Quote struct {
	Section   string // the section's heading, or 前言
	Paragraph int    // counted from 1
	Words     string
	IsLack    bool   // what is asked for is not there: it goes behind Words, or where there are none behind all that the section has
	Wrong     string // what of them is wrong, where they are quoted with what stands around it; "" for all of them
}

// Run runs the catalogue on a report. The findings come in the catalogue's order, those of a rule in the form's order.
func Run(in *Input) []Finding {
	var all []Finding
	for _, rule := range Catalogue() {
		if !rule.Holds(in.Report.Edition) || in.FiguresOnly && rule.Judges == nil && !rule.OnMembers {
			continue
		}
		if rule, ok := in.Settings.adjust(rule); ok {
			if rule.ID == answerUnmatched.ID { // which names findings by their numbers
				tellApart(all)
			}
			in.told = all
			all = append(all, rule.run(in)...)
		}
	}
	tellApart(all)
	in.answer(all)
	return all
}

// answer gives the findings what the clerk wrote about them. What must be put right cannot be explained away.
func (in *Input) answer(findings []Finding) {
	answers := in.answers()
	for i := range findings {
		if number, text := answerOf(findings, i, answers); text != "" && findings[i].Level != Fatal {
			f := &findings[i]
			if f.Explanation = text; number != f.Number() {
				f.ExplainedAs = number
			}
		}
	}
}

// answerOf is the explanation of one of some findings, and the 编号 that it was written under: the finding's own, else another that means this
// one alone. It is "" for none.
func answerOf(findings []Finding, i int, answers map[string]string) (number, text string) {
	f := findings[i]
	if text = answers[f.Number()]; text != "" || len(answers) == 0 {
		return f.Number(), text
	}
	for _, was := range f.Was() {
		if text = answers[was]; text != "" && slices.Equal(Numbered(findings, was), []int{i}) {
			return was, text
		}
	}
	return "", ""
}

// Numbered tells which findings a 编号 names: the one that has it, else those that it means as well.
func Numbered(findings []Finding, number string) (at []int) {
	for i, f := range findings {
		if isNumberOf(f.Fingerprint, number) {
			return []int{i}
		}
		if slices.ContainsFunc(f.was, func(fingerprint string) bool { return isNumberOf(fingerprint, number) }) {
			at = append(at, i)
		}
	}
	return at
}

// Asked tells which findings somebody asks about by a 编号: those that it names, else those that it was of in earlier releases, whatever was
// explained under it then.
func Asked(findings []Finding, number string) (at []int) {
	if at = Numbered(findings, number); at != nil {
		return at
	}
	for i, f := range findings {
		if f.lapsed != "" && isNumberOf(f.lapsed, number) {
			at = append(at, i)
		}
	}
	return at
}

// answers is what the clerk wrote about this unit's findings, by their numbers: the first text where there are several.
func (in *Input) answers() map[string]string {
	answers := map[string]string{}
	unit := chinese.UnitKey(in.Report.Unit())
	for _, list := range [][]model.Answer{in.Answers, in.Report.Answers} {
		for _, a := range list {
			number := model.NumberOf(a.Number)
			if _, told := answers[number]; !told && a.Explains() && (a.Unit == "" || chinese.UnitKey(a.Unit) == unit) {
				answers[number] = strings.TrimSpace(a.Text)
			}
		}
	}
	return answers
}

// Try runs the rule on one of its cases.
func (rule Rule) Try(c Case) []Finding { return rule.run(c.Input()) }

func (rule Rule) run(in *Input) []Finding {
	var found []Finding
	if rule.Spelling && in.transcript().isTraditional() {
		return nil
	}
	if rule.Judges != nil {
		found = rule.Judges.find(in)
	}
	if rule.Find != nil {
		found = append(found, rule.Find(in)...)
	}
	if rule.InFields != nil {
		found = in.withFields(rule.InFields(in), found)
	}
	for i := range found {
		f := &found[i]
		f.Rule, f.Citation, f.Gather = rule.ID, rule.Citation, rule.Gather
		f.Level = max(f.Level, rule.Level) // a finding may weigh less than its rule, never more
		in.doubtReading(f)
		f.bound()
		in.mark(f)
		if f.cause != "" { // what it is on is as it should be
			f.Expected, f.Difference, f.Hints = "", "", append([]string{f.cause}, f.Hints...)
		}
	}
	return toldOnce(found)
}

// toldOnce leaves one of findings that say the same of the same words of a paragraph, and go by one number, with how many places there are: it
// tells the faults of all.
func toldOnce(found []Finding) []Finding {
	if len(found) < 2 {
		return found
	}
	type place struct {
		fingerprint, message string
		paragraph            int
	}
	first, places := map[place]int{}, map[int]int{}
	kept := found[:0]
	for _, f := range found {
		if f.Text != nil {
			at := place{f.Fingerprint, f.Message, f.Text.Paragraph}
			if i, told := first[at]; told {
				kept[i].Faults = kept[i].Times() + f.Times()
				places[i]++
				continue
			}
			first[at] = len(kept)
		}
		kept = append(kept, f)
	}
	for i, n := range places {
		kept[i].Message += fmt.Sprintf("这一段同样的共%d处。", n+1)
	}
	return kept
}

// Blocks says whether a finding keeps the final report from being written.
func Blocks(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Level == Fatal })
}

// figureCell is the finding's view of a figure.
func (in *Input) figureCell(k form.Key, role Role) Cell {
	cell, _ := in.Report.Edition.Cell(k)
	v := in.Report.Figure(k)
	return Cell{Key: k, Role: role, Label: cell.Label(), Value: v.Printed(), Place: v.Place, doubt: doubtOf(in.Report, v)}
}

// fieldCell is the finding's view of a part of the unit's data.
func (in *Input) fieldCell(f form.Field) Cell {
	typed := in.Report.Fields[f.Key]
	return Cell{Key: f.Key, Role: Subject, Label: "“" + f.Label + "”", Value: in.Report.Field(f.Key), Place: typed.Place, doubt: typed.Doubt}
}
