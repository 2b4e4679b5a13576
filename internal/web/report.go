package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// entryView is a report in a list.
type entryView struct {
	Path, File, Title, Verdict string
	State                      string // pass, query, fail or unread, for the looks
	Counts                     verdict.Counts
	Why                        string // it could not be read
}

func newEntry(one *inHand) entryView {
	o := one.checked.Outcome
	e := entryView{Path: one.path(), File: one.name, Verdict: o.Verdict(false), State: stateOf(o.Err != nil, o.Counts()), Counts: o.Counts()}
	if o.Err != nil {
		e.Why = remedy.Told(o.Err, word)
		return e
	}
	e.Title = o.Report.Title()
	return e
}

func stateOf(unread bool, n verdict.Counts) string {
	switch {
	case unread:
		return "unread"
	case n.Fatal > 0:
		return "fail"
	case n.Query > 0:
		return "query"
	}
	return "pass"
}

// reportView is what came of checking a report, with everything in it to be mended.
type reportView struct {
	entryView
	Around     *aroundView // nil where it is the only one in hand
	Sentence   string      // the verdict
	Uncompared string      // that it was held against nothing of the year before; "" where it was
	Last       []lastYear  // of which some may not be readable
	Compared   string      // the names of those that it was held against; "" for none that can be put away here
	Draft      bool
	Mendable   int  // places where marks and blanks can be put right without asking
	Renewable  bool // a fresh workbook helps: it came as something else, or has lost cells
	Undoable   bool
	Ledger     *ledgerView // nil where it has no ledger
	Since      *sinceView
	Changes    []string
	Left       []string // changes that the file does not hold which came in the report's place
	ByHand     []string // what was otherwise in a document that was taken back
	Slips      []string // what was not taken of the slips, and why
	Notes      []string
	Groups     []groupView
	Fields     []fieldView
	Sections   []sectionView
	Indicators []indicatorView // of the sheet 附表
	Answers    []string        // what findings are often answered
}

// ledgerView is what the ledger of applications would change.
type ledgerView struct {
	Differing int    // figures that are otherwise
	Why       string // nothing can be taken from it
}

func newLedgerView(r *model.Report) *ledgerView {
	if !r.HasLedger() {
		return nil
	}
	figures, err := job.FromLedger(r)
	if err != nil {
		return &ledgerView{Why: err.Error()}
	}
	return &ledgerView{Differing: len(figures)}
}

// groupView is what is found in one place of the form.
type groupView struct {
	Title string
	Items []findingView
}

// findingView is a finding, with where to mend and where to answer it.
type findingView struct {
	verdict.Shown
	Path       string // of the report
	RuleName   string
	Target     string // the id of what is to be mended; "" for nothing that is shown
	TermIDs    string // those of the figures that take part
	Due        string // what the expected value is, in words
	Via        string // what Target is, where the finding is on a figure that cannot be filled in itself; "" elsewhere
	Answerable bool
}

// aroundView leads to the other reports in hand.
type aroundView struct {
	Number, All  int
	Before, Next string // paths; "" at the ends
}

// around goes by the register as it was shown last, and by the order in which they came where it was not.
func (d *desk) around(one *inHand) *aroundView {
	place := map[int]int{}
	for i, id := range d.order {
		place[id] = i
	}
	placeOf := func(r *inHand) int {
		if i, ok := place[r.id]; ok {
			return i
		}
		return len(d.order) + r.id // it came later
	}
	hand := slices.SortedStableFunc(slices.Values(d.hand), func(a, b *inHand) int { return cmp.Compare(placeOf(a), placeOf(b)) })
	i := slices.Index(hand, one)
	v := &aroundView{Number: i + 1, All: len(hand)}
	if v.All < 2 {
		return nil
	}
	if i > 0 {
		v.Before = hand[i-1].path()
	}
	if i+1 < v.All {
		v.Next = hand[i+1].path()
	}
	return v
}

// doubles says which other files in hand are on the same unit and year, and not versions of this one.
func (d *desk) doubles(one *inHand) (notes []string) {
	r := one.checked.Report
	if _, known := r.Year(); !known || r.Unit() == "" {
		return nil
	}
	for _, other := range d.hand {
		o := other.checked.Report
		if other == one || other.checked.Err != nil || o.Title() != r.Title() || isMadeOf(r, o) || isMadeOf(o, r) {
			continue
		}
		todo := "请核对用哪一份"
		if o.Digest() == r.Digest() {
			todo = "内容也相同，留一份就行"
		} else if chosen := d.office.before().Chosen()[r.Unit()]; chosen != "" {
			todo = "登记里写的是采用“" + chosen + "”"
		}
		notes = append(notes, "“"+other.name+"”也是这个单位、这个年度的，"+todo)
	}
	return notes
}

// sinceView is what has become of the findings since the file came the last time.
type sinceView struct {
	Mended, Fresh []string
	Left          int
}

func (v *sinceView) isNothing() bool { return len(v.Mended)+len(v.Fresh)+v.Left == 0 }

// fieldView is a part of the unit's data.
type fieldView struct {
	Key         form.Key
	Label, Note string
	Value       string
	Choices     []string // what is offered; nil for what may be anything
	marks
}

// sectionView is a part of the report: its text and its table.
type sectionView struct {
	Key        form.Key // of its text
	Heading    string
	Table      *tableView
	Paragraphs []paragraphView
}

// paragraphView is a paragraph of a text. Number counts from 1; 0 is the one that may be added.
type paragraphView struct {
	Key    form.Key
	Number int
	Text   string
	marks
}

// marks are the findings on one thing that is shown.
type marks struct {
	Level string // of the gravest, as Code; "" for none
	Told  []string
}

func (m *marks) add(f check.Finding) {
	if m.Level == "" || f.Level < levelOf(m.Level) {
		m.Level = f.Level.Code()
	}
	m.Told = append(m.Told, f.Message)
}

func levelOf(code string) check.Level {
	for _, l := range []check.Level{check.Fatal, check.Query} {
		if l.Code() == code {
			return l
		}
	}
	return check.Info
}

// All is what the marks tell, for a tooltip.
func (m marks) All() string { return strings.Join(m.Told, "\n") }

// report is the view 校验 of a report.
func (d *desk) report(one *inHand) (view, error) {
	v := reportView{entryView: newEntry(one), Around: d.around(one), Draft: one.isDraft(), Changes: one.changes(), Left: one.left}
	if one.checked.Err != nil {
		v.Sentence = "读不了"
		return view{Title: one.name, Report: one.path(), Place: "report", Name: "report", Data: v}, nil
	}
	v.Sentence = sentence(v.Counts)
	v.ByHand, v.Slips = d.byHand(one), one.untaken()
	if v.Last = d.last; one.checked.Uncompared {
		v.Uncompared = verdict.Uncompared
	}
	if before := one.checked.Before; before.Report != nil && d.predecessors() != nil {
		var names []string
		for _, s := range before.Sources {
			names = append(names, s.Name)
		}
		v.Compared = "“" + strings.Join(names, "”“") + "”"
	}
	v.Notes = slices.Concat(d.waitingTold(), one.replacedNotes(), d.doubles(one), one.checked.Notes)
	r := one.checked.Report
	_, mended := check.Fix(r)
	v.Mendable, v.Renewable, v.Undoable = len(mended), !r.InWorkbook() || job.HasLost(r), len(one.versions) > 1
	v.Ledger = newLedgerView(r)
	v.Answers = workbook.UsualAnswers()
	for _, g := range byLevel(one.checked.Groups(verdict.Options{Word: word})) {
		v.Groups = append(v.Groups, groupView{g.Title, findingsOf(one, g)})
	}
	if one.before != nil {
		if v.Since = since(*one.before, one.checked.Outcome); v.Since.isNothing() {
			v.Since = nil
		}
	}
	m := newMarking(one.checked.Outcome)
	v.Fields = m.fields()
	v.Sections, v.Indicators = m.sections(), m.indicators()
	return view{Title: v.Title, Report: one.path(), Place: "report", Name: "report", Data: v}, nil
}

// byLevel brings what is found into the order of its weight, that on one level in the order of the form, explained findings last.
func byLevel(groups []verdict.Group) (list []verdict.Group) {
	for _, level := range []check.Level{check.Fatal, check.Query, check.Info} {
		for _, explained := range []bool{false, true} {
			for _, g := range groups {
				items := slices.DeleteFunc(slices.Clone(g.Items), func(s verdict.Shown) bool { return s.Level != level || (s.Explanation != "") != explained })
				switch last := len(list) - 1; {
				case len(items) == 0:
				case last >= 0 && list[last].Title == g.Title:
					list[last].Items = append(list[last].Items, items...)
				default:
					list = append(list, verdict.Group{Title: g.Title, Items: items})
				}
			}
		}
	}
	return list
}

func findingsOf(one *inHand, g verdict.Group) (list []findingView) {
	for _, shown := range g.Items {
		f := findingView{Shown: shown, Path: one.path(), RuleName: check.NameOf(shown.Rule), Answerable: shown.Level != check.Fatal && (shown.Level == check.Query || shown.Explanation != "")}
		switch key := shown.Keys[0]; {
		case key == "", !hasIndicator(one.checked.Report, key):
		case shown.Text != nil && shown.Text.Paragraph > 0:
			f.Target = fmt.Sprintf("c-%s-%d", key, shown.Text.Paragraph)
		case isComputed(one.checked.Report, key):
			f.Target = "c-" + string(key)
			if c := firstFilled(one.checked.Report, shown.Cells); c != nil {
				f.Target, f.Via = "c-"+string(c.Key), c.Name()
			}
		default:
			f.Target = "c-" + string(key)
			if texts, isText := one.checked.Report.Texts[key]; isText || isPassage(one.checked.Report, key) {
				f.Target = addTarget(key)
				if len(texts) > 0 {
					f.Target = fmt.Sprintf("c-%s-1", key)
				}
			}
		}
		var terms []string
		for _, c := range shown.Cells {
			if c.Role == check.Term && c.Key != "" {
				terms = append(terms, "c-"+string(c.Key))
			}
		}
		f.TermIDs, f.Due = strings.Join(terms, " "), "应当是"
		if shown.Level != check.Fatal {
			f.Due = "可能是" // it may be the other one that is wrong
		}
		list = append(list, f)
	}
	return list
}

// isComputed says whether a figure is added up by the form, so that it is mended by what it adds up.
func isComputed(r *model.Report, key form.Key) bool {
	c, ok := r.Edition.Cell(key)
	return ok && c.Total
}

// firstFilled is the first of the figures that take part in a finding which people fill in; nil for none.
func firstFilled(r *model.Report, cells []check.Cell) *form.Cell {
	for _, c := range cells {
		if cell, ok := r.Edition.Cell(c.Key); ok && c.Role == check.Term && !cell.Total {
			return cell
		}
	}
	return nil
}

// addTarget is the id of where a paragraph is added to a text.
func addTarget(key form.Key) string { return "add-" + string(key) }

func isPassage(r *model.Report, key form.Key) bool {
	return slices.ContainsFunc(r.Edition.Passages(), func(p form.Passage) bool { return p.Key == key })
}

// sentence is the verdict in a sentence.
func sentence(n verdict.Counts) string {
	found := n.Listed()
	switch {
	case n.Fatal > 0:
		return "不通过：" + found
	case found == "":
		return "通过：没有发现问题"
	case n.Query > 0:
		return "通过，还有" + found
	}
	return "通过：" + found
}

// subject is what a finding is on, whatever stands there.
type subject struct {
	rule, section string
	key           form.Key
}

func subjectOf(f check.Finding) subject {
	s := subject{rule: f.Rule, key: f.Cells[0].Key}
	if f.Text != nil {
		s.section = f.Text.Section
	}
	return s
}

// since compares what was found in two versions of a file.
func since(before, now verdict.Outcome) *sinceView {
	v := &sinceView{}
	left := map[subject]int{}
	for _, f := range now.Findings {
		left[subjectOf(f)]++
	}
	for _, f := range before.Findings {
		if left[subjectOf(f)] > 0 {
			left[subjectOf(f)]--
			v.Left++
			continue
		}
		v.Mended = append(v.Mended, f.Message)
	}
	for _, f := range slices.Backward(now.Findings) { // what is left over are the last ones
		if left[subjectOf(f)] > 0 {
			left[subjectOf(f)]--
			v.Fresh = append(v.Fresh, f.Message)
		}
	}
	slices.Reverse(v.Fresh)
	return v
}

// marking knows where the findings of an outcome stand.
type marking struct {
	report *model.Report
	ledger *ledger.Book // nil where there is none to compare with
	byKey  map[form.Key]*marks
	byText map[textPlace]*marks
}

type textPlace struct {
	key       form.Key
	paragraph int
}

func newMarking(o verdict.Outcome) *marking {
	m := &marking{report: o.Report, byKey: map[form.Key]*marks{}, byText: map[textPlace]*marks{}}
	if book, ok := ledger.Read(o.Report); ok && len(book.Lost) == 0 {
		m.ledger = book
	}
	for _, f := range o.Findings {
		key := f.Cells[0].Key
		if f.Text != nil && f.Text.Paragraph > 0 {
			mark(m.byText, textPlace{key, f.Text.Paragraph}, f)
			continue
		}
		mark(m.byKey, key, f)
	}
	return m
}

func mark[K comparable](all map[K]*marks, at K, f check.Finding) {
	if all[at] == nil {
		all[at] = &marks{}
	}
	all[at].add(f)
}

func (m *marking) of(k form.Key) marks {
	if found := m.byKey[k]; found != nil {
		return *found
	}
	return marks{}
}

func (m *marking) fields() (list []fieldView) {
	for _, f := range form.Fields() {
		filled, there := m.report.Fields[f.Key]
		if f.Later && !there && m.report.InWorkbook() {
			continue // there is no place for it
		}
		list = append(list, fieldView{f.Key, f.Label, f.Note, filled.Text, f.Choices, m.of(f.Key)})
	}
	return list
}

func (m *marking) sections() []sectionView {
	passages := m.report.Edition.Passages()
	list := []sectionView{m.section(passages[0], passages[0].Label, nil)}
	for _, s := range m.report.Edition.Sections {
		list = append(list, m.section(s.Text, s.Heading(), s.Table))
	}
	return list
}

func (m *marking) section(p form.Passage, heading string, t *form.Table) sectionView {
	v := sectionView{Key: p.Key, Heading: heading}
	if t != nil {
		v.Table = m.table(t, heading)
	}
	for i, paragraph := range m.report.Texts[p.Key] {
		one := paragraphView{Key: p.Key, Number: i + 1, Text: paragraph.Text}
		if found := m.byText[textPlace{p.Key, i + 1}]; found != nil {
			one.marks = *found
		}
		v.Paragraphs = append(v.Paragraphs, one)
	}
	return v
}
