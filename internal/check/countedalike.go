package check

import (
	"slices"

	"nianbao/internal/reading"
)

// applicantsCounted are the numbers of one sentence that tell who applied, and the number that they divide, by what they agree with alone: with
// those received, or with those carried in as well. What agrees with both says nothing.
type applicantsCounted struct {
	statement             *reading.Statement
	received, withCarried []*reading.Claim
}

// isOneCount says whether some agree with the one and some with the other, and no applicant is counted twice: 新收自然人10件，连同结转12件.
func (a *applicantsCounted) isOneCount() bool {
	names := map[string]bool{}
	for _, c := range slices.Concat(a.received, a.withCarried) {
		names[c.Name] = true
	}
	return len(a.received) > 0 && len(a.withCarried) > 0 && len(names) == len(a.received)+len(a.withCarried)
}

// findCountedUnlike finds who applied counted with what was carried in among numbers of the same sentence that leave it out, or the other
// way round: 自然人递交141件，企业24件, of which one was carried in. Each by itself might be either.
func findCountedUnlike(in *Input) []Finding {
	t := tally{in: in}
	var all []applicantsCounted
	claims := in.read().Claims
	for i := range claims {
		c := &claims[i]
		if !c.Tells("receive") || c.Form != reading.Number || c.Bound != reading.Exact || c.Most || c.IsToldOfAll() && !c.IsDivided() {
			continue
		}
		options, ok := t.options(c)
		if !ok || len(options) < 2 || options[0].value.Equal(options[1].value) {
			continue
		}
		if len(all) == 0 || all[len(all)-1].statement != c.Statement {
			all = append(all, applicantsCounted{statement: c.Statement})
		}
		switch s := &all[len(all)-1]; {
		case c.Agrees(options[0].value):
			s.received = append(s.received, c)
		case c.Agrees(options[1].value):
			s.withCarried = append(s.withCarried, c)
		}
	}
	var found []Finding
	for _, s := range all {
		if !s.isOneCount() {
			continue
		}
		unlike, due, others := s.withCarried, 0, "本年新收的"
		if len(s.withCarried) > len(s.received) {
			unlike, due, others = s.received, 1, "连同上年结转的"
		}
		for _, c := range unlike {
			options, _ := t.options(c)
			f := in.findingOn(c.Statement, c.Words, "文字写“"+excerpt(c.Words)+"”，同一句里别的申请人都是"+others+"，这样数"+in.partOf(options[due].keys[0])+"表中"+c.Name+"是"+
				options[due].value.String()+"件，请核对。")
			f.Expected, f.Actual, f.Compared = options[due].value.String(), c.Amount().String(), toldIn("表里", c)
			f.Difference = c.Amount().Sub(options[due].value).String()
			for _, k := range t.terms(options) {
				f.Cells = append(f.Cells, t.in.figureCell(k, Term))
			}
			found = append(found, f)
		}
	}
	return found
}
