package web

import (
	"bytes"
	"net/http"
	"strings"

	"nianbao/internal/collect"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// sumView is what the members in hand add up to.
type sumView struct {
	Unit, Level string
	Levels      []string
	Files       []string // of the office, each with what it is
	Findings    []string
	Notes       []string
	Fault       string // why nothing can be added up; "" for nothing
	Amendable   bool   // there is an earlier round to compare with
}

// sum is what the view says of the sum.
func (d *desk) sum(p *planned) sumView {
	v := sumView{Levels: form.LevelNames(), Files: p.office.called()}
	if p.fault != nil {
		v.Fault = remedy.Told(p.fault, word) + "。"
		return v
	}
	a := p.sum
	v.Unit, v.Level = a.Report.Unit(), a.Report.Field("unit.level")
	outcome := a.Check(d.checker(), "")
	for _, note := range outcome.Notes {
		if note != collect.NoOffice { // there is a field for it
			v.Notes = append(v.Notes, note)
		}
	}
	unsound := map[string]bool{}
	for _, c := range p.checked {
		unsound[c.File] = !c.Passes(false)
	}
	v.Notes = append(append(v.Notes, a.Judged(p.ledger, unsound)...), a.KeptTold(p.office.before())...)
	for _, one := range d.hand {
		for _, r := range one.replaced {
			v.Notes = append(v.Notes, "“"+r.name+"”已由改过的“"+one.name+"”代替，没有加")
		}
	}
	if before := p.office.summed(); before != nil {
		amended := a.Amended(before)
		if v.Amendable = amended.IsChanged(); v.Amendable || p.office.since != nil {
			v.Notes = append(v.Notes, amended.Told()...)
		}
	}
	for _, f := range outcome.Findings {
		told := f.Message
		if todo := word(f.Remedy); todo != "" {
			told += todo + "。"
		}
		told = strings.Join(append([]string{told}, f.Hints...), "")
		v.Findings = append(v.Findings, told+outcome.Answer(f, verdict.Options{Word: word}))
	}
	return v
}

// askedSum is what is added up with the name and the level that the form of the view asks for.
func (d *desk) askedSum(r *http.Request) (*planned, *collect.Aggregated, error) {
	var asked struct{ Unit, Level string }
	if err := read(r, &asked); err != nil {
		return nil, nil, err
	}
	p := d.planAll()
	a, _, err := d.aggregate(p.gathered, strings.TrimSpace(asked.Unit), asked.Level)
	return p, a, err
}

// sumFile is the office's workbook.
func (d *desk) sumFile(r *http.Request) (answer, error) {
	defer d.lock()()
	_, a, err := d.askedSum(r)
	if err != nil {
		return answer{}, err
	}
	var b bytes.Buffer
	if err := a.Write(&b); err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: collect.SumName(a.Report), Data: b.Bytes()}}, nil
}
