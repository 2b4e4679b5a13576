package workbook

import (
	"cmp"
	"fmt"
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/formula"
	"nianbao/internal/model"
	"nianbao/internal/numfmt"
	"nianbao/internal/spreadsheet"
)

// mostSteps is how many cells are looked at to find out what follows from a change; a form of ours takes a hundredth.
const mostSteps = 20_000_000

// recalculation finds the formulas that follow from what was typed, and computes them.
type recalculation struct {
	*editing
	formulas []*computed
	at       map[cellAt]*computed
	known    map[cellAt]formula.Worth // what cells without formulas come to
	steps    int
}

// computed is a cell with a formula.
type computed struct {
	at      cellAt
	terms   []formula.Term
	refers  []formula.Reach
	anybody bool // it may refer to any cell
	follows bool // from what was typed
	result  formula.Worth
	state   int // 0 before it was computed, 1 meanwhile, 2 behind
}

// recalculate computes what follows from what was typed. A figure, or what else is read, that is computed by a formula which this does
// not understand is an error.
func (e *editing) recalculate() error {
	r := &recalculation{editing: e, at: map[cellAt]*computed{}, known: map[cellAt]formula.Worth{}}
	if len(e.typed) == 0 {
		return nil
	}
	if err := r.collect(); err != nil {
		return err
	}
	r.spread()
	if r.steps > mostSteps {
		return spreadsheet.ErrTooLarge
	}
	e.results = map[cellAt]formula.Worth{}
	for _, f := range r.formulas {
		if g := e.book.Parsed(f.at.part); f.follows && !g.At(f.at.at).NoResult {
			e.results[f.at] = r.compute(f, 0)
		}
	}
	return r.holdRead()
}

// collect finds all formulas of the workbook but those that are typed over.
func (r *recalculation) collect() error {
	for _, s := range r.book.Sheets {
		if s.Part == "" {
			continue
		}
		g, err := r.book.Grid(s.Part)
		if err != nil {
			return err
		}
		shared := map[string]spreadsheet.Cell{} // that have the text, by their numbers
		for _, c := range g.Cells {
			if c.Shared != "" && c.Formula != "" {
				shared[c.Shared] = c
			}
		}
		for _, c := range g.Cells {
			spot := cellAt{s.Part, c.At}
			if !c.Computed || r.typed[spot] != nil || r.at[spot] != nil {
				continue
			}
			f := &computed{at: spot}
			text, by := c.Formula, formula.Offset{}
			if of, ok := shared[c.Shared]; ok && text == "" {
				text, by = of.Formula, formula.Offset{Cols: c.At.Col - of.At.Col, Rows: c.At.Row - of.At.Row}
			}
			f.terms = formula.Terms(text, s.Part, by, r.book.PartOf)
			f.anybody = text == ""
			for _, t := range f.terms {
				switch {
				case t.Kind == formula.Reference:
					f.refers = append(f.refers, t.Ref)
				case t.Kind == formula.Other, t.Kind == formula.Function && slices.Contains(farReaching, t.Text):
					f.anybody = true
				}
			}
			r.formulas, r.at[spot] = append(r.formulas, f), f
		}
	}
	return nil
}

// farReaching are the functions that reach cells to which the formula does not refer.
var farReaching = []string{"INDIRECT", "OFFSET", "EVALUATE", "INDEX", "CELL", "SHEET"}

// spread finds the formulas that follow from what was typed.
func (r *recalculation) spread() {
	var open []cellAt
	for spot := range r.typed {
		open = append(open, spot)
	}
	slices.SortFunc(open, func(a, b cellAt) int { // so that the steps are the same each time
		return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.at.Row, b.at.Row), cmp.Compare(a.at.Col, b.at.Col))
	})
	for _, f := range r.formulas {
		if f.anybody {
			f.follows = true
			open = append(open, f.at)
		}
	}
	for len(open) > 0 && r.steps <= mostSteps {
		spot := open[len(open)-1]
		open = open[:len(open)-1]
		for _, f := range r.formulas {
			if f.follows {
				continue
			}
			r.steps += 1 + len(f.refers)
			if slices.ContainsFunc(f.refers, func(to formula.Reach) bool { return to.Part == spot.part && to.Area.Contains(spot.at) }) {
				f.follows = true
				open = append(open, f.at)
			}
		}
	}
}

// mostFormulas is how many formulas in a row may follow from each other.
const mostFormulas = 200

// compute computes a formula. One that follows from itself comes to nothing known.
func (r *recalculation) compute(f *computed, depth int) formula.Worth {
	if f.state == 0 {
		f.state = 1
		if depth < mostFormulas && !f.anybody {
			f.result = formula.Evaluate(f.terms, formula.Cells{
				One:  func(of formula.Reach) formula.Worth { return r.worth(cellAt{of.Part, of.Area.From}, depth+1) },
				Each: func(of formula.Reach, visit func(formula.Worth)) bool { return r.each(of, depth+1, visit) },
			})
		}
		f.state = 2
	}
	if f.state == 1 {
		return formula.Worth{}
	}
	return f.result
}

// worth is what a spreadsheet sees in a cell.
func (r *recalculation) worth(spot cellAt, depth int) formula.Worth {
	if f := r.at[spot]; f != nil && f.follows {
		return r.compute(f, depth)
	}
	w, ok := r.known[spot]
	if !ok {
		w = r.seen(spot)
		r.known[spot] = w
	}
	return w
}

// seen is what a spreadsheet sees in a cell that does not follow from others.
func (r *recalculation) seen(spot cellAt) formula.Worth {
	if t := r.typed[spot]; t != nil {
		switch text := r.text(spot, t); {
		case text == "":
			return formula.Worth{Kind: formula.Blank}
		case t.number:
			d, _ := numfmt.ParseNumber(text)
			return formula.OfNumber(d)
		default:
			return formula.Worth{Kind: formula.Words, Text: text}
		}
	}
	c := r.book.Parsed(spot.part).At(spot.at)
	switch {
	case c.NoResult:
		return formula.Worth{}
	case c.Kind == spreadsheet.TextKind && c.Value == "" && !c.Computed:
		return formula.Worth{Kind: formula.Blank}
	case c.Kind == spreadsheet.TextKind:
		return formula.Worth{Kind: formula.Words, Text: c.Value}
	case c.Kind == spreadsheet.NumberKind && c.Value == "":
		return formula.Worth{Kind: formula.Blank}
	case c.Kind == spreadsheet.NumberKind:
		if d, ok := numfmt.ParseNumber(c.Value); ok {
			return formula.OfNumber(d)
		}
	case c.Kind == spreadsheet.BooleanKind:
		return formula.Worth{Kind: formula.Truth, Text: map[bool]string{true: "1", false: "0"}[c.Value == "TRUE"]}
	}
	return formula.Worth{}
}

// each shows what a spreadsheet sees in the cells of an area that have something in them.
func (r *recalculation) each(of formula.Reach, depth int, visit func(formula.Worth)) (all bool) {
	const few = 200
	g := r.book.Parsed(of.Part)
	if size := of.Area.Size(); size <= few {
		if r.steps += size; r.steps > mostSteps {
			return false
		}
		for p := of.Area.From; of.Area.Contains(p); p = of.Area.After(p) {
			visit(r.worth(cellAt{of.Part, p}, depth))
		}
		return true
	}
	if r.steps += len(g.Cells) + len(r.typed); r.steps > mostSteps {
		return false
	}
	for _, c := range g.Cells {
		if of.Area.Contains(c.At) {
			visit(r.worth(cellAt{of.Part, c.At}, depth))
		}
	}
	for spot := range r.typed { // of which the sum is the same in any order
		if spot.part == of.Part && of.Area.Contains(spot.at) && !g.Holds(spot.at) {
			visit(r.worth(spot, depth))
		}
	}
	return true
}

// holdRead makes sure that what is read and follows from what was typed is known. Totals that the reader adds up itself are.
func (r *recalculation) holdRead() error {
	known := func(place model.Place, figure bool) error {
		spot, stored, err := r.find(place)
		if f := r.at[spot]; err == nil && f != nil && f.follows && !stored.NoResult && !(figure && f.result.Kind != formula.Unknown) {
			return fmt.Errorf("%s的公式用到了要改的格，在这里算不出它的结果，请在填报表里改", place)
		}
		return err
	}
	report := r.in.report
	for _, c := range report.Edition.Cells() {
		v, ok := report.Figures[c.Key]
		if !ok || v.State == model.Missing {
			continue
		}
		spot, _, err := r.find(v.Place)
		if err != nil {
			return err
		}
		if _, own := r.in.adding[c.Key]; !own {
			err = known(v.Place, true)
		}
		if err != nil {
			return err
		}
		if f := r.at[spot]; f != nil && f.follows {
			delete(r.want.figures, c.Key)
		}
	}
	for _, field := range form.Fields() {
		if f, ok := report.Fields[field.Key]; ok {
			if err := known(f.Place, false); err != nil {
				return err
			}
		}
	}
	for _, p := range report.Edition.Passages() {
		for _, paragraph := range report.Texts[p.Key] {
			if err := known(paragraph.Place, false); err != nil {
				return err
			}
		}
	}
	return nil
}
