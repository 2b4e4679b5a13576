package main

import (
	"path/filepath"
	"slices"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/verdict"
)

// recorder has something made of each input, keeps the record of it, and passes over what is as the record of an earlier run says.
//
// What could not be read, made or written is not recorded, and so looked at anew each time.
type recorder struct {
	records
	making
	checker *job.Checker
	telling verdict.Options
	as      verdict.Telling
	entered bool // a ledger takes the outcomes
}

// making is what a step makes of its inputs.
type making interface {
	// folderOf is the folder of what is made of an input, and of the record of it.
	folderOf(input string) string
	// make makes it, and gives what is to be told of it. That calls stand once all of it stands, with what a line has of it: the outputs,
	// by their paths from the folder, and what passed tells of them.
	make(checked job.Checked, p job.Planned, stand func(job.Made)) (tell func())
	// isDue says whether outputs, which stand, are those that make would make again.
	isDue(m job.Made, p job.Planned) bool
	// passed tells of outputs that stand. It is called in the order of the inputs, as what make gives is; it is false where they must be
	// made anew, because of what came before.
	passed(m job.Made, p job.Planned) bool
}

// record has records kept of a plan's inputs. The error is a remedy.Failure; where nobody asked for a record it is told.
func (r *recorder) record(plan job.Plan) error {
	r.files = map[string]bool{}
	for _, p := range plan.Inputs {
		r.files[p.Name] = true
	}
	for _, p := range plan.Inputs {
		if p.Name == standardInput {
			continue
		}
		if err := r.open(r.folderOf(p.Name)); err != nil && r.resume {
			return err
		} else if err != nil {
			r.err.say("%s这次做的没有记下来。\n", err)
			r.in = nil
			return nil
		}
	}
	r.begin()
	return nil
}

// of is the record that an input has its line in; nil for none.
func (r *recorder) of(p job.Planned) *record {
	if r.in == nil || p.Name == standardInput {
		return nil
	}
	return r.in[r.folderOf(p.Name)]
}

// known is what was recorded of an input, with the same options.
func (r *recorder) known(p job.Planned) (m job.Made, ok bool) {
	if rec := r.of(p); rec != nil {
		return r.line(rec, p.Name)
	}
	return m, false
}

// work makes of an input what is to be made, unless that is up to date.
func (r *recorder) work(p job.Planned) done {
	rec := r.of(p)
	if rec == nil {
		return r.anew(p, func(job.Checked, job.Made) {})
	}
	p = p.Held()
	add := func(checked job.Checked, m job.Made) { r.add(rec, checked, p, m) }
	m, ok := r.made(rec, p)
	if !ok {
		return r.anew(p, add)
	}
	o := m.Told.Outcome(p.Name)
	o.Alike, o.Equal = p.Alike, p.Equal
	return done{outcome: o, tell: func() {
		if r.passed(m, p) {
			r.pass(rec, p.Name)
		} else if again := r.anew(p, add); again.tell != nil {
			again.tell()
		}
	}}
}

func (r *recorder) anew(p job.Planned, add func(job.Checked, job.Made)) done {
	return r.console.work(r.checker, p, func(checked job.Checked, p job.Planned) func() {
		return r.make(checked, p, func(m job.Made) { add(checked, m) })
	})
}

// made is what the record says of an input; ok is false unless all of it still holds.
func (r *recorder) made(rec *record, p job.Planned) (m job.Made, ok bool) {
	m, ok = r.line(rec, p.Name)
	if !ok || !r.as.Holds(m.Told) || r.entered && m.Told.Entry == nil || !r.isDue(m, p) {
		return m, false
	}
	likes := ""
	if r.checker.Likeness != nil {
		if m.Sketch == nil {
			return m, false
		}
		likes = r.checker.Likeness.Digest(*m.Sketch, r.checker.Settings)
	}
	input, beside, err := p.Digests(r.isAmong(p, m.Outputs), likes, r.checker.Against(p, nil))
	if err != nil || input != m.Input || beside != m.Beside {
		return m, false
	}
	for _, o := range m.Outputs {
		if sum, err := disk.Digest(o.In(r.folderOf(p.Name))); err != nil || sum != o.SHA256 {
			return m, false
		}
	}
	return m, true
}

// isAmong tells the paths of an input's outputs.
func (r *recorder) isAmong(p job.Planned, outputs []job.Output) func(file string) bool {
	return func(file string) bool {
		return slices.ContainsFunc(outputs, func(o job.Output) bool { return filepath.Clean(file) == o.In(r.folderOf(p.Name)) })
	}
}

// add records an input whose outputs stand.
func (r *recorder) add(rec *record, checked job.Checked, p job.Planned, m job.Made) {
	isOutput := r.isAmong(p, m.Outputs)
	var err error
	if m.Input, m.Beside, err = p.Digests(isOutput, checked.Likes, r.checker.Against(p, nil)); err != nil {
		return
	}
	keep := r.telling.Keep
	if r.entered {
		keep = r.telling.KeepEntered
	}
	m.File, m.Sketch, m.Told = p.Name, checked.Sketch, keep(checked.Renewed(isOutput), r.as)
	r.put(rec, m)
}
