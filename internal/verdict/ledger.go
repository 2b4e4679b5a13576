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

// RegisterName is what a ledger as a workbook is called.
const RegisterName = "校验登记"

// Ledger gathers outcomes for who sends round what came of many reports: an entry for each, and all findings in one list. What it
// keeps of a report are words of its own, so that the report itself can go.
type Ledger struct {
	options Options
	tally   tally
	entries []*Entry
	length  int
	year    int
	units   map[string]int // when each first came, by chinese.UnitKey
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

// Entered is what a ledger has of an outcome beyond what is kept for its telling.
type Entered struct {
	Unit       string `json:"unit,omitempty"`
	YearText   string `json:"year,omitempty"`
	Level      string `json:"level,omitempty"`
	ReportYear int    `json:"reportYear,omitempty"` // 0 if none can be read
	Deducted   string `json:"deducted,omitempty"`
	Notes      string `json:"notes,omitempty"`
	Items      []Item `json:"items,omitempty"` // those that weigh most first
}

// Item is a finding of an entry.
type Item struct {
	*Entry      `json:"-"`
	Level       check.Level `json:"level"`
	Section     string      `json:"section,omitempty"`
	Place       string      `json:"place,omitempty"`
	Message     string      `json:"message"`
	Due         string      `json:"due,omitempty"`
	Found       string      `json:"found,omitempty"`
	Rule        string      `json:"rule"`
	Number      string      `json:"number,omitempty"`
	Was         []string    `json:"was,omitempty"` // other numbers that mean it as well
	Explanation string      `json:"explanation,omitempty"`
	Doubt       string      `json:"doubt,omitempty"`

	Aside string `json:"aside,omitempty"` // of the message, what is nothing for the unit

	Together string `json:"together,omitempty"` // what is said instead of this and others that say the same of their cells; "" for an item told by itself
	Untold   bool   `json:"untold,omitempty"`   // another item tells it
}

// ForUnit is the message as the unit is to read it.
func (i Item) ForUnit() string { return check.WithoutAside(i.Message, i.Aside) }

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
	of := l.options.entered(o)
	e.Unit, e.Year, e.Level, e.Deducted, e.Notes = of.Unit, of.YearText, of.Level, of.Deducted, of.Notes
	l.year = max(l.year, of.ReportYear)
	unit := chinese.UnitKey(e.Unit)
	if first, known := l.units[unit]; known && unit != "" {
		e.order = first
	} else {
		l.units[unit] = e.order
	}
	if l.Scores() {
		e.Points = o.points(l.options.Points).String()
	}
	for _, i := range of.Items {
		i.Entry = e
		e.items = append(e.items, i)
	}
	l.length += len(e.items)
}

// entered is what a ledger has of the outcome of a file that could be read.
func (w Options) entered(o Outcome) *Entered {
	if o.Kept != nil {
		return cmp.Or(o.Kept.Entry, &Entered{})
	}
	e := &Entered{Unit: kept(o.Report.Unit()), YearText: kept(o.Report.YearText()), Level: kept(o.Report.Field("unit.level")), Notes: inShort(o.Notes)}
	e.ReportYear, _ = o.Report.Year()
	if w.scores() {
		e.Deducted = deductionTold(o.deduction(w.Points))
	}
	folded := o.Folded(w)
	for n, f := range o.Findings {
		i := teller{o, w}.entered(f)
		sentence, isFolded := folded[n]
		i.Together, i.Untold = strings.Clone(line.Shown(sentence)), isFolded && sentence == ""
		e.Items = append(e.Items, i)
	}
	slices.SortStableFunc(e.Items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Level, b.Level), isEmpty(b.Explanation)-isEmpty(a.Explanation))
	})
	return e
}

// mostInCell is how many characters a cell of a list holds.
const mostInCell = 32_767

// isSound says whether an entry is such as those that are made here: nothing in it is hidden, ends a line where it should not, or is too
// long for a cell.
func (e *Entered) isSound() bool {
	texts := append([]string{e.Unit, e.YearText, e.Level, e.Deducted}, strings.Split(e.Notes, "\n")...)
	long := len(e.Notes)
	for _, i := range e.Items {
		if i.Level < check.Fatal || i.Level > check.Info {
			return false
		}
		texts = append(append(texts, i.Section, i.Place, i.Together, i.Due, i.Found, i.Rule, i.Number, i.Explanation, i.Doubt), strings.Split(i.Message, "\n")...)
		texts = append(texts, i.Was...)
		long = max(long, len(i.Message))
	}
	return e.ReportYear >= 0 && long <= mostInCell && !slices.ContainsFunc(texts, func(text string) bool { return line.Shown(text) != text || len(text) > mostInCell })
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
func (o teller) entered(f check.Finding) Item {
	i := Item{Level: f.Level, Section: o.sectionOf(f), Place: o.itemPlace(f),
		Rule: check.NameOf(f.Rule), Number: f.Number(), Was: f.Was(), Explanation: f.Explanation, Doubt: f.Doubt, Aside: line.Shown(f.Aside)}
	i.Due, i.Found = f.InColumns()
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
	subject, paragraph := f.Where(), ""
	if f.Text != nil && f.Text.Paragraph > 0 {
		paragraph = " " + o.textOf(f) + "第" + strconv.Itoa(f.Text.Paragraph) + "段"
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
	if title := "“" + o.titleOf(f) + "”"; place == title || place != subject.Label { // which stands beside it
		place = strings.Replace(place, title, " ", 1)
	}
	return strings.TrimSpace(place + paragraph)
}

// Sentence is what came of it all.
func (l *Ledger) Sentence() string { return l.tally.sentence() }

// Shared is what several of the reports write alike.
func (l *Ledger) Shared() []Shared { return l.options.Shared }

// Compared says how far the reports were compared with last year's, a clause; "" where there are none.
func (l *Ledger) Compared() string { return l.tally.compared() }

// IsCompared says whether all reports were compared with last year's.
func (l *Ledger) IsCompared() bool { return l.tally.Uncompared == 0 }

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
