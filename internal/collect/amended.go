package collect

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// Amended is what a later round of members' reports changes in what was added up before.
type Amended struct {
	Notes []string // what could not be compared, in plain sentences without their ends
	Units []AmendedUnit
	Gone  []string // units that counted before, and do not now
	Sums  []turned // figures of the office's own report that change with them
	Texts []string // places in its texts that do, as a notice words them

	by   []string // how much more or less the sums are, with those of indicators
	held string   // what of the members' reports was compared
	left []string // what of them was not, in plain sentences without their ends
}

// AmendedUnit is a unit whose report says something else than before.
type AmendedUnit struct {
	Name    string
	IsNew   bool // it did not count before
	Figures []turned
	Beside  []turned // figures of indicators, which are not published
	Texts   []string // places, as a notice words them
}

// turned is a figure that became another one. For readers who do not know its short name, it has the words of the form.
type turned struct{ Name, Label, Was, Is string }

func (t turned) String() string { return job.Turned(t.Name, t.Was, t.Is) }

// Amended compares what members counted for with an earlier round, figure by figure, and their texts as far as that kept them.
func (a *Aggregated) Amended(since *Earlier) Amended {
	since, notes := since.of(a.Year, a.NameOf, nil)
	m := Amended{Notes: notes}
	was, is := county.NewSum(a.Edition), county.NewSum(a.Edition) // what those that changed added to the sums, and add now
	beside := map[string]decimal.Decimal{}                        // what that does to the sums of indicators
	if len(since.Reports) == 0 {
		m.Notes = append(m.Notes, fmt.Sprintf("没有上一次%d年度的可以比较", a.Year))
		return m
	}
	held, untold := 0, []string(nil) // members whose texts were compared, and those whose texts were not
	before := map[string]county.Report{}
	for _, r := range since.Reports {
		if r.Figures.Edition == a.Edition { // on the form of another it was in no sum
			before[a.NameOf(r.Unit)] = r
		}
	}
	if !since.AreCounted {
		m.Notes = append(m.Notes, "上一次的里面没有写哪些没有加，按都加了的比；要看准哪些是新加的，请用上一次的汇总表")
	}
	for _, r := range a.Counted {
		if slices.Contains(since.unsure, a.NameOf(r.Unit)) {
			continue
		}
		old, known := before[a.NameOf(r.Unit)]
		delete(before, a.NameOf(r.Unit))
		u := AmendedUnit{Name: r.Unit, IsNew: !known}
		keys := a.differing(old, r, known)
		if keys != nil {
			is.Add(r.Figures)
			was.Add(old.Figures)
		}
		for _, k := range keys {
			cell, _ := r.Figures.Edition.Cell(k)
			u.Figures = append(u.Figures, turned{label(r.Figures.Edition, k), cell.Label(), saidIn(cell.Measure, old.Figures.Figure(k).Printed()), saidIn(cell.Measure, r.Figures.Figure(k).Printed())})
		}
		u.Beside = a.indicatorChanges(old, r, beside)
		if known {
			texts, ok := a.textChanges(old, r)
			if u.Texts = texts; ok {
				held++
			} else {
				untold = append(untold, r.Unit)
			}
		}
		if u.IsNew || u.Figures != nil || u.Beside != nil || u.Texts != nil {
			m.Units = append(m.Units, u)
		}
	}
	var isOwnHeld bool
	m.Texts, isOwnHeld = a.ownTextChanges(since.own)
	m.compared(a.Edition, held, untold, isOwnHeld)
	for _, old := range since.Reports {
		if _, gone := before[a.NameOf(old.Unit)]; gone {
			m.Gone = append(m.Gone, old.Unit)
			was.Add(old.Figures)
			a.indicatorChanges(old, county.Report{}, beside)
		}
	}
	m.Sums, m.by = a.sumChanges(was, is)
	for _, s := range a.Indicators {
		if by := beside[s.Name]; !by.IsZero() {
			m.by = append(m.by, moreOrLess(indicatorLabel(s.Name), by, by.Abs().String()))
		}
	}
	return m
}

// sumChanges are the figures of the office's own report that change where what members add to the sums is something else than before: its totals are
// those of their parts, whatever a member states. They come with how much more or less each is.
func (a *Aggregated) sumChanges(was, is *county.Sum) (sums []turned, by []string) {
	for _, c := range a.Edition.Cells() {
		more := worthIn(is, &c).Sub(worthIn(was, &c))
		if more.IsZero() {
			continue
		}
		due := worthIn(a.due, &c)
		sum := func(d decimal.Decimal) string { return saidIn(c.Measure, model.SumValue(c.Measure, d).Printed()) }
		sums = append(sums, turned{c.Name(), c.Label(), sum(due.Sub(more)), sum(due)})
		by = append(by, moreOrLess(c.Name(), more, sum(more.Abs())))
	}
	return sums, by
}

// worthIn is what a sum comes to in a cell, 0 where nobody gave anything.
func worthIn(s *county.Sum, c *form.Cell) decimal.Decimal {
	d, _ := s.Figure(c.Key).Worth(c.Measure)
	return d
}

func moreOrLess(name string, by decimal.Decimal, said string) string {
	if by.IsNegative() {
		return name + "少" + said
	}
	return name + "多" + said
}

// textChanges are the places in the texts of a member that changed, as a notice words them; ok is false where they cannot be compared.
func (a *Aggregated) textChanges(old, now county.Report) (places []string, ok bool) {
	isCut := func(t county.Text) bool { return utf8.RuneCountInString(t.Paragraphs) >= workbook.LongestListed }
	if old.Texts == nil || now.Texts == nil || slices.ContainsFunc(old.Texts, isCut) {
		return nil, false
	}
	if slices.Equal(old.Texts, now.Texts) {
		return nil, true
	}
	return changedPlaces(a.textsOnly(old), a.textsOnly(now)), true
}

// changedPlaces are the places in which the texts of two reports differ that say nothing else.
func changedPlaces(old, now *model.Report) (places []string) {
	c := published.Compare(old, now)
	told, _ := verdict.Told(c, "原来", "更正后")
	for i, d := range c.Differences {
		places = append(places, wordedText(d, told[i])...)
	}
	return places
}

// ownTextChanges is the same of the office's own report, in which figures stand that follow from the sums; ok is false where there was none,
// or where there is none now.
func (a *Aggregated) ownTextChanges(old *model.Report) (places []string, ok bool) {
	if old == nil || a.order.Own == nil || len(old.Texts) == 0 || old.Edition != a.Edition {
		return nil, false
	}
	return changedPlaces(filledTexts(old), filledTexts(a.Report)), true
}

// filledTexts is a report that says nothing but the texts of another one, as they are printed.
func filledTexts(of *model.Report) *model.Report {
	r := model.New(of.Edition)
	for _, passage := range of.Edition.Passages() {
		for _, p := range of.Texts[passage.Key] {
			r.Texts[passage.Key] = append(r.Texts[passage.Key], model.Paragraph{Text: of.PrintedParagraph(p)})
		}
	}
	return r
}

// textsOnly is a report that says nothing but the texts that are kept of a member's.
func (a *Aggregated) textsOnly(of county.Report) *model.Report {
	r := model.New(a.Edition)
	for _, t := range of.Texts {
		r.Texts[t.Key] = t.Parted()
	}
	return r
}

// compared keeps what was held against the earlier round and what was not.
func (m *Amended) compared(e *form.Edition, held int, untold []string, isOwnHeld bool) {
	const remedy = "；改了的，请用“比对”和公布的逐份比"
	own := "和本级的文字"
	if isOwnHeld {
		own = ""
	}
	if held == 0 {
		m.held = "数"
		m.left = []string{"各单位的文字没有比，上一次的里面没有" + remedy}
		return
	}
	var sections []string
	for _, k := range job.GatheredTexts {
		s, _ := e.SectionOf(k)
		sections = append(sections, "“"+s.Heading()+"”")
	}
	m.held = "数和" + strings.Join(sections, "、") + "的文字"
	m.left = []string{"各单位的文字只比了" + strings.Join(sections, "、") + "，别的文字" + own + "没有比" + remedy}
	if untold != nil {
		m.left = append(m.left, "这些单位的文字都没有比："+chinese.Listed(untold, job.MostFiles))
	}
}

// IsChanged says whether anything changed, as far as was compared.
func (m Amended) IsChanged() bool { return m.Units != nil || m.Gone != nil || m.Texts != nil }

// weigh is what a figure is worth in a sum.
func (a *Aggregated) weigh(p county.Packed, k form.Key) decimal.Decimal {
	cell, ok := a.Edition.Cell(k)
	if !ok {
		return decimal.Zero
	}
	d, _ := p.Figure(k).Worth(cell.Measure)
	return d
}

// differing are the figures in which a unit's report differs from the one before; of a new one those that stand in it.
func (a *Aggregated) differing(old, now county.Report, known bool) (keys []form.Key) {
	if known {
		return slices.DeleteFunc(now.Figures.Differing(old.Figures), func(k form.Key) bool { // the trace has amounts in one unit
			return now.Figures.Figure(k).IsNumber() && old.Figures.Figure(k).IsNumber() && a.weigh(now.Figures, k).Equal(a.weigh(old.Figures, k))
		})
	}
	for c, v := range now.Figures.Figures() {
		if v.Printed() != "" {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// Told is what a later round changes, in sentences without their ends: one for each member that changed, came or went, what that does to
// the sums, or that nothing changed; and what was not compared.
func (m Amended) Told() []string {
	told := slices.Clone(m.Notes)
	for _, u := range m.Units {
		if u.IsNew {
			told = append(told, fmt.Sprintf("“%s”是新加的", u.Name))
			continue
		}
		var changed []string
		if figures := slices.Concat(u.Figures, u.Beside); figures != nil {
			changed = append(changed, figuresTold(figures))
		}
		if u.Texts != nil {
			changed = append(changed, textsTold(u.Texts))
		}
		told = append(told, "“"+u.Name+"”"+strings.Join(changed, "；"))
	}
	for _, unit := range m.Gone {
		told = append(told, fmt.Sprintf("“%s”上次加了，这次没有", unit))
	}
	if m.by != nil {
		const most = 30
		sums := m.by
		if more := len(sums) - most; more > 0 {
			sums = append(sums[:most:most], fmt.Sprintf("另有%d个合计变了", more))
		}
		told = append(told, "合计的变化："+strings.Join(sums, "；"))
	}
	if m.Texts != nil {
		told = append(told, "本级"+textsTold(m.Texts))
	}
	if m.held != "" && !m.IsChanged() {
		told = append(told, "和上次比，各单位的"+m.held+"都没有改")
	}
	return append(told, m.left...)
}

// figuresTold tells figures that changed; of many those that had been filled in before, and how many had not.
func figuresTold(figures []turned) string {
	const most = 20
	head := fmt.Sprintf("改了%d个数：", len(figures))
	if len(figures) <= most {
		return head + listedTurns(figures)
	}
	filled := slices.DeleteFunc(slices.Clone(figures), func(f turned) bool { return f.Was == saidAs("") })
	blank := len(figures) - len(filled)
	if len(filled) == 0 {
		return head + "都是原来空着、这次填了的"
	}
	told := head + listedTurns(filled[:min(most, len(filled))])
	if more := len(filled) - most; more > 0 {
		told += fmt.Sprintf("；另有%d个", more)
	}
	if blank > 0 {
		told += fmt.Sprintf("；还有%d个原来空着、这次填了的", blank)
	}
	return told
}

func listedTurns(figures []turned) string {
	var told []string
	for _, f := range figures {
		told = append(told, f.String())
	}
	return strings.Join(told, "；")
}

// textsTold tells the places of texts that changed, of each so much that it is found.
func textsTold(places []string) string {
	const most = 300 // characters
	var short []string
	for _, p := range places {
		short = append(short, chinese.Shortened(p, most))
	}
	return fmt.Sprintf("改了%d处文字：%s", len(places), strings.Join(short, "；"))
}
