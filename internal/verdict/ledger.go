package verdict

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
)

// Ledger gathers outcomes for who sends round what came of many reports: an entry for each, and all findings in one list. What it
// keeps of a report are words of its own, so that the report itself can go.
type Ledger struct {
	options Options
	tally   tally
	entries []*Entry
	length  int
	year    int
	units   map[string]int // when each first came
}

// Entry is what the register says of a file.
type Entry struct {
	Unit, Year, Level string // as the report has them; "" where it could not be read
	Verdict           string
	Unread            bool
	Counts            Counts
	File              string
	Points, Deducted  string // what it is expected to lose, and for what; "" where the county laid down no points
	Notes             string // what is to be known beside the findings; of what could not be read why, and the way round

	items []Item
	order int
}

// Item is a finding of an entry.
type Item struct {
	*Entry
	Level                   check.Level
	Section, Place, Message string
	Due, Found              string
	Rule, Number            string
	Explanation, Doubt      string

	aside string // of the message, what is nothing for the unit
}

// ForUnit is the message as the unit is to read it.
func (i Item) ForUnit() string { return check.WithoutAside(i.Message, i.aside) }

// Items are the findings of the entry, those that weigh most first.
func (e *Entry) Items() iter.Seq[Item] { return slices.Values(e.items) }

// Passed says whether the report may be published.
func (e *Entry) Passed() bool { return e.Verdict == passed }

// NewLedger is a ledger without entries.
func NewLedger(o Options) *Ledger { return &Ledger{options: o, units: map[string]int{}} }

// Add enters an outcome.
func (l *Ledger) Add(o Outcome) {
	l.tally.add(o, l.options)
	e := &Entry{File: line.Shown(o.File), Verdict: o.Verdict(l.options.Strict), Unread: o.Err != nil, Counts: o.Counts(), order: len(l.entries)}
	l.entries = append(l.entries, e)
	if o.Err != nil {
		e.Notes = line.Shown(remedy.Told(o.Err, l.options.Word) + "。")
		return
	}
	e.Unit, e.Year, e.Level = kept(o.Report.Unit()), kept(o.Report.YearText()), kept(o.Report.Field("unit.level"))
	if year, ok := o.Report.Year(); ok {
		l.year = max(l.year, year)
	}
	if first, known := l.units[e.Unit]; known && e.Unit != "" {
		e.order = first
	} else {
		l.units[e.Unit] = e.order
	}
	e.Notes = inShort(o.Notes)
	if l.Scores() {
		d := o.deduction(l.options.Points)
		e.Points, e.Deducted = d.Total.String(), deductionTold(d)
	}
	for _, f := range o.Findings {
		e.items = append(e.items, teller{o, l.options}.entered(e, f))
	}
	slices.SortStableFunc(e.items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Level, b.Level), isEmpty(b.Explanation)-isEmpty(a.Explanation))
	})
	l.length += len(e.items)
}

// inShort is the first of some notes.
func inShort(notes []string) string {
	const most, longest = 4, 160 // longest in characters
	var told []string
	for _, note := range notes[:min(len(notes), most)] {
		told = append(told, line.Shown(strings.Clone(chinese.Shortened(note, longest)))+"。")
	}
	if more := len(notes) - most; more > 0 {
		told = append(told, fmt.Sprintf("另有%d条，单独校验这一份时看得到。", more))
	}
	return strings.Join(told, "\n")
}

// kept is a text of a report as tables show it, which keeps nothing of the report.
func kept(text string) string { return line.Shown(shortened(text)) }

// isEmpty is 1 for no text.
func isEmpty(text string) int {
	if text == "" {
		return 1
	}
	return 0
}

// mostQuoted is how many characters of a report the list quotes where it says what is there: it need only be found again.
const mostQuoted = 200

// entered is a finding as the list has it. The message says what to do, and what it may come from.
func (o teller) entered(e *Entry, f check.Finding) Item {
	i := Item{Entry: e, Level: f.Level, Section: o.sectionOf(f), Place: o.itemPlace(f), Due: f.Expected, Found: f.Actual,
		Rule: check.NameOf(f.Rule), Number: f.Number(), Explanation: f.Explanation, Doubt: f.Doubt, aside: line.Shown(f.Aside)}
	if f.Text != nil && i.Found == "" {
		i.Found = f.Text.Words
	}
	message := []string{f.Message + o.options.advice(f)}
	for _, hint := range f.Hints {
		message = append(message, "可能的原因："+hint)
	}
	for n, text := range message {
		message[n] = line.Shown(text)
	}
	i.Message = strings.Clone(strings.Join(message, "\n"))
	i.Due, i.Found = chinese.Shortened(i.Due, mostQuoted), chinese.Shortened(i.Found, mostQuoted)
	for _, text := range []*string{&i.Section, &i.Place, &i.Due, &i.Found, &i.Explanation, &i.Doubt} {
		*text = strings.Clone(line.Shown(*text))
	}
	return i
}

// sectionOf is what a finding's section is called in short, as the sheets of the form are.
func (o teller) sectionOf(f check.Finding) string {
	title := o.titleOf(f)
	for _, s := range o.Report.Edition.Sections {
		if s.Heading() == title {
			return s.Numeral + "、" + s.Tab
		}
	}
	return title
}

// itemPlace is where below its section a finding is: its cell, or its place on a page, with its paragraph. In data, whose places only
// programs know, it is what the figure is called.
func (o teller) itemPlace(f check.Finding) string {
	subject, paragraph := f.Cells[0], ""
	if f.Text != nil && f.Text.Paragraph > 0 {
		paragraph = " 第" + strconv.Itoa(f.Text.Paragraph) + "段"
	}
	place := subject.Label
	switch {
	case subject.Place.Sheet != "":
		place = o.refOf(f)
	case paragraph != "":
		place = strings.TrimSuffix(o.pageOf(f), "，")
	case o.Report.Printed != nil && subject.Place.Ref != "":
		place = subject.Place.Ref
	}
	place = strings.Replace(place, "“"+o.titleOf(f)+"”", " ", 1) // which stands beside it
	return strings.TrimSpace(place + paragraph)
}

// Sentence is what came of it all.
func (l *Ledger) Sentence() string { return l.tally.sentence() }

// Year is the latest of the report years; 0 for none.
func (l *Ledger) Year() int { return l.year }

// Entries are in the order in which they are worked off: reports that do not pass, files that could not be read, reports that pass. Among
// them the order is that of the files, which is that of whoever named these, but for those of one unit, which stand together.
func (l *Ledger) Entries() []*Entry {
	rank := func(e *Entry) int {
		switch {
		case e.Unread:
			return 1
		case e.Passed():
			return 2
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(l.entries), func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.order, b.order))
	})
}

// Items are the findings, entry by entry in their order, those that weigh most first, and explained ones behind the others of their level.
func (l *Ledger) Items() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, e := range l.Entries() {
			for _, i := range e.items {
				if !yield(i) {
					return
				}
			}
		}
	}
}

// Scores says whether the county laid down what findings cost.
func (l *Ledger) Scores() bool { return l.options.scores() }

// Length is how many findings there are.
func (l *Ledger) Length() int { return l.length }
