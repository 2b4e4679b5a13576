package county

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Adjustment is what an office adds to a sum or takes from it, with its reason: a notice that several offices issued is counted by the
// one that led, a unit was abolished in the year.
type Adjustment struct {
	Key    form.Key
	By     decimal.Decimal
	Reason string
	Unit   string
}

// Order says what is added up.
type Order struct {
	Year     int               // the report year
	Office   string            // the unit for which all is added up; "" where it is not known
	Members  *List             // nil where all units are members
	Chosen   map[string]string // of units with several versions, by chinese.UnitKey: the file that counts
	Unsound  map[string]bool   // files that are left out, because they have 强制 findings
	Unread   []string          // files that came and could not be read
	Within   string            // the folder that all files lie in
	Adjusted []Adjustment
	Asked    []model.Indicator          // those that are added up whatever reports have
	Apart    func(a, b Report) []string // where two reports with equal figures differ; nil where that cannot be told, so that only equal contents are one report
}

// Total is what reports add up to, and who is not in it.
type Total struct {
	Order
	Edition    *form.Edition
	Sum        *Sum           // without the adjustments
	Counted    []Report       // in the order of the list, else in that in which they came
	Unadded    []Unadded      // what of theirs is not in it
	Indicators []IndicatorSum // what they add up to beside the form, without the adjustments
	Unsummed   []Unsummed

	Missing  []Missing
	Ended    []Member   // abolished or merged in the year, of which nothing came: who goes on with what they had reports for them
	Versions [][]Report // of one unit and of different figures: none counts
	Doubles  [][]Report // of equal contents: the first counts
	Alike    []Alike    // of equal figures and other contents
	Others   [][]Report // versions of which another was chosen; the chosen one first
	Unsounds []Report
	Overlaps []Overlap  // sums with reports that are in them
	OwnSums  []Report   // of the office itself, with all its members in them
	Strange  []Stranger // not on the list
	Misnamed []Misnamed // whose files are called after other members; they count all the same
	Outlived []Outlived // of members that were gone by the end of the year; they count all the same
	Unnamed  []Report   // without a unit or a year
	Earlier  []Report   // of the year before, to be compared with
	Years    []Report   // of other years
	Editions []Report   // of the year, on the form of another
	Blanks   []Report   // forms of the year or older ones that nobody has filled in, of units that have handed nothing else in
	Spares   []Report   // such forms of units that have

	spelled map[string]string // by chinese.UnitKey, how the first of the reports writes a unit

	HasEarlier bool // those of the year before are of most units, and so all that there are
}

// Unadded are the figures of a report in the sum that are not in it: no number stands there.
type Unadded struct {
	Report Report
	Keys   []form.Key
}

// Stranger is a report of a unit that is not on the list, with the member that is probably meant, "" for none.
type Stranger struct {
	Report
	Nearest string
}

// Misnamed is a report whose file is called after another member than the one that it names.
type Misnamed struct {
	Report
	CalledAfter string
}

// NewTotal adds reports up. A year without a form makes a total of nothing.
func NewTotal(o Order, reports []Report) *Total {
	t := &Total{Order: o}
	var known bool
	if t.Edition, known = form.ForYear(o.Year); !known {
		t.Edition = form.Editions()[len(form.Editions())-1]
	}
	t.Sum = NewSum(t.Edition)
	t.spelled = map[string]string{}
	for _, r := range reports {
		if key := chinese.UnitKey(r.Unit); t.spelled[key] == "" {
			t.spelled[key] = r.Unit
		}
	}
	var units [][]Report // those that might count, by unit and scope
	at := map[string]int{}
	for _, r := range reports {
		id, ok := t.admit(r)
		if !ok {
			continue
		}
		i, known := at[id]
		if !known {
			i = len(units)
			at[id] = i
			units = append(units, nil)
		}
		units[i] = append(units[i], r)
	}
	t.setEarlierApart(units)
	heard := map[string]bool{}
	for _, versions := range append(units, t.Years, t.Editions) {
		for _, r := range versions {
			heard[t.NameOf(r.Unit)] = true
		}
	}
	isSpare := func(r Report) bool { return heard[t.NameOf(r.Unit)] }
	for _, r := range t.Blanks {
		if isSpare(r) {
			t.Spares = append(t.Spares, r)
		}
	}
	t.Blanks = slices.DeleteFunc(t.Blanks, isSpare)
	for _, versions := range units {
		if r, ok := t.choose(versions); ok {
			t.Counted = append(t.Counted, r)
		}
	}
	t.part()
	if t.Members != nil {
		t.findMisnamed(slices.Concat(units...))
		t.miss(func(m Member) bool { return heard[m.Name] })
		t.findOutlived()
		place := func(r Report) int {
			if i, ok := t.Members.Find(r.Unit); ok {
				return i
			}
			return -1 // the office itself
		}
		slices.SortStableFunc(t.Counted, func(a, b Report) int { return cmp.Compare(place(a), place(b)) })
	}
	for _, r := range t.Counted {
		if keys := t.Sum.Add(r.Figures); keys != nil {
			t.Unadded = append(t.Unadded, Unadded{r, keys})
		}
	}
	t.sumIndicators()
	return t
}

// findMisnamed finds the reports whose files are called after other members: one of the two names is wrong. Who goes on for a unit may use its form.
func (t *Total) findMisnamed(reports []Report) {
	for _, r := range reports {
		i, ok := t.Members.Find(r.Unit)
		if !ok {
			continue
		}
		of := t.Members.Members[i]
		if other, ok := t.Members.CalledAfter(r.File, of); ok && !slices.Contains(t.Members.HeirsOf(other.Name, t.Year), of.Name) {
			t.Misnamed = append(t.Misnamed, Misnamed{r, other.Name})
		}
	}
}

// admit says whether a report may count, and which unit it is of, with the scope.
func (t *Total) admit(r Report) (unit string, ok bool) {
	switch {
	case r.Unit == "" || r.Year == 0:
		t.Unnamed = append(t.Unnamed, r)
	case t.isStrange(r):
		t.Strange = append(t.Strange, Stranger{Report: r})
	case r.Year != t.Year:
		t.Years = append(t.Years, r)
	case r.Blank: // whatever form it is: nothing was handed in
		t.Blanks = append(t.Blanks, r)
	case t.isOldForm(r):
		t.Editions = append(t.Editions, r)
	case t.isOwnSum(r):
		t.OwnSums = append(t.OwnSums, r)
	case r.IsSum:
		return chinese.UnitKey(t.NameOf(r.Unit)) + "/" + form.SumScope, true
	default:
		return chinese.UnitKey(t.NameOf(r.Unit)), true
	}
	return "", false
}

// isOldForm says whether a report is on the form of other years.
func (t *Total) isOldForm(r Report) bool { return r.Figures.Edition != t.Edition }

// FillIn is what is to be done with a form that nobody has filled in, a clause.
func (t *Total) FillIn(blank Report, whom string) string {
	if t.isOldForm(blank) {
		return fmt.Sprintf("格式也是以前的，请%s用下发的%d年度的填报表填好再报", whom, t.Year)
	}
	return "请" + whom + "填好再报"
}

func (t *Total) isStrange(r Report) bool {
	if t.Members == nil || t.isOffice(r.Unit) {
		return false
	}
	_, ok := t.Members.Find(r.Unit)
	return !ok
}

// NameOf is the name by which the list has a unit. Where there is no list, or the list does not have it, it is as the first of the reports writes
// it, so that a blank more or less makes no other unit; of a unit that has none its own.
func (t *Total) NameOf(unit string) string {
	name := t.Members.NameOf(unit)
	if spelled, reported := t.spelled[chinese.UnitKey(name)]; reported && !t.Members.Has(name) {
		return spelled
	}
	return name
}

// Due is the sum with the adjustments.
func (t *Total) Due() *Sum {
	due := NewSum(t.Edition)
	copy(due.totals, t.Sum.totals)
	copy(due.given, t.Sum.given)
	for _, a := range t.Adjusted {
		if _, ok := t.Edition.Cell(a.Key); ok {
			due.Adjust(a.Key, a.By)
		}
	}
	return due
}
