package web

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/job"
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
	Around     *aroundView   // nil where it is the only one in hand
	Sentence   string        // the verdict
	Uncompared string        // that it was held against nothing of the year before; "" where it was
	Last       []lastYear    // of which some may not be readable
	Compared   *comparedView // nil where there was nothing
	Draft      bool
	Mendable   int    // places where marks and blanks can be put right without asking
	Renewal    string // what a fresh workbook is called that helps: it came as something else, or has lost cells; "" where none does
	InWorkbook bool   // and not as something else
	SavedBy    string // the programs that save its file; "" where it is none that is worked on
	Undoable   bool
	Returnable bool        // the file came in place of another, and that can be gone back to
	Ledger     *ledgerView // nil where it has no ledger
	Since      *sinceView
	Changes    []string
	Left       []string   // changes that the file does not hold which came in the report's place
	ByHand     []openView // what was otherwise in a document that was taken back
	Slips      []openView // what was not taken of the slips, and why
	Notes      []string
	Groups     []groupView
	Fields     []fieldView
	Sections   []sectionView
	Indicators []indicatorView // of the sheet 附表
	Answers    []string        // what findings are often answered
}

// comparedView is what of the year before a report was held against.
type comparedView struct {
	Names  string // of the files, in quotation marks
	InHand bool   // nobody gave them as last year's: they are among the reports in hand
}

func comparedWith(b job.Before) *comparedView {
	var names []string
	for _, s := range b.Sources {
		names = append(names, s.Name)
	}
	return &comparedView{Names: chinese.Quoted(names), InHand: b.Told != ""}
}

// renewalOf is what a fresh workbook of a report is called. It is of the same year, and none to fill in for the next.
func renewalOf(r *model.Report) string {
	year, known := r.Year()
	switch {
	case r.InWorkbook() && job.HasLost(r):
		return "转成新的填报表"
	case r.InWorkbook():
		return ""
	case !known:
		return "转成填报表"
	}
	return fmt.Sprintf("转成%d年度的填报表", year)
}

// savedBy names the programs in which people work on a file of such a name.
func savedBy(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx":
		return "WPS、Excel"
	case ".docx", ".doc", ".wps":
		return "WPS、Word"
	}
	return ""
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
	unit := chinese.UnitKey(r.Unit())
	year, known := r.Year()
	if !known || unit == "" {
		return nil
	}
	for _, other := range d.hand {
		o := other.checked.Report
		if other == one || other.checked.Err != nil || chinese.UnitKey(o.Unit()) != unit || isMadeOf(r, o) || isMadeOf(o, r) {
			continue
		}
		if y, _ := o.Year(); y != year {
			continue
		}
		notes = append(notes, job.TwinNote([]string{other.name}, o.Digest() == r.Digest(), d.office.before().On(year).Chosen()[unit]))
	}
	return notes
}

// report is the view 校验 of a report.
func (d *desk) report(one *inHand) (view, error) {
	v := reportView{entryView: newEntry(one), Around: d.around(one), Draft: one.isDraft(), Changes: one.changes(), Left: one.left}
	v.Returnable = one.mayGoBack() && one.versions[len(one.versions)-1].over != nil
	if one.checked.Err != nil {
		v.Sentence = "读不了"
		return view{Title: one.name, Report: one.path(), Place: "report", Name: "report", Data: v}, nil
	}
	v.ByHand, v.Slips = d.byHand(one), one.untaken()
	v.Sentence, v.State = judged(v.entryView, len(v.ByHand)+len(v.Slips))
	v.Last, v.Uncompared = d.last, one.checked.LeftOpen()
	before := one.checked.Before
	if before.Report != nil {
		v.Compared = comparedWith(before)
	}
	v.Notes = slices.Concat(d.waitingTold(), one.replacedNotes(), d.doubles(one))
	for _, note := range one.checked.Notes {
		if note != before.Told { // it stands above
			v.Notes = append(v.Notes, note)
		}
	}
	if before.Report == nil {
		v.Notes = append(v.Notes, d.sumsTold()...)
	}
	r := one.checked.Report
	_, mended := check.Fix(r)
	v.Mendable, v.Undoable = len(mended), one.mayGoBack()
	v.InWorkbook, v.Renewal, v.SavedBy = r.InWorkbook(), renewalOf(r), savedBy(one.name)
	v.Ledger = newLedgerView(r)
	v.Answers = workbook.UsualAnswers()
	for _, g := range byLevel(one.checked.Groups(verdict.Options{Word: word})) {
		v.Groups = append(v.Groups, groupView{g.Title, findingsOf(one, g)})
	}
	if before := one.before; before != nil && before.against == one.against { // else what is found otherwise is not what was changed
		if v.Since = since(before.found, one.checked.Outcome); v.Since.isNothing() {
			v.Since = nil
		}
	}
	m := newMarking(one.checked.Outcome)
	v.Fields = m.fields()
	v.Sections, v.Indicators = m.sections(), m.indicators()
	return view{Title: v.Title, Report: one.path(), Place: "report", Name: "report", Data: v}, nil
}

// sentenceOf is the verdict in a sentence.
func sentenceOf(n verdict.Counts) string {
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
