package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"nianbao/internal/build"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// recorder has pages made, keeps the record of it in the folders that they lie in, and passes over what is as the record of an earlier run
// says. It records what is a batch: many inputs with a folder for what is made of them, and whatever --resume is asked for.
//
// What was not made, for 强制 findings or because it could not be read or written, is not recorded, and so looked at anew each time.
type recorder struct {
	*pageWriter
	checker *job.Checker
	telling verdict.Options
	options string             // the digest of what is the same for all inputs
	resume  bool               // pass over what is up to date
	records map[string]*record // by folder; nil where nothing is recorded
	inputs  map[string]bool    // names
	skipped int
}

// record is the record of one folder.
type record struct {
	file   string
	at     map[string]disk.Span // the last line on each input
	stands map[string]bool      // the inputs of this run whose line holds
	failed bool                 // it could not be written, which was told
}

func newRecorder(w *pageWriter, plan job.Plan, k *job.Checker, telling verdict.Options, o renderOptions) (*recorder, error) {
	r := &recorder{pageWriter: w, checker: k, telling: telling, resume: o.resume}
	if !o.resume && (o.folder == "" || len(plan.Inputs) < 2) {
		return r, nil
	}
	r.options, r.records, r.inputs = o.digest(w.console, k), map[string]*record{}, map[string]bool{}
	for _, p := range plan.Inputs {
		r.inputs[p.Name] = true
	}
	if err := r.openAll(plan); err != nil {
		if o.resume {
			return nil, err
		}
		w.err.say("%s这次做的没有记下来。\n", err) // nobody asked for it
		r.records = nil
		return r, nil
	}
	w.resumable.Store(true)
	return r, nil
}

// openAll opens the records of all folders that something is made in. The error is a remedy.Failure.
func (r *recorder) openAll(plan job.Plan) error {
	for _, p := range plan.Inputs {
		folder := r.folderOf(p.Name)
		if p.Name == standardInput || r.records[folder] != nil {
			continue
		}
		r.files.Clean(folder) // though nothing may have to be written
		rec := &record{file: filepath.Join(folder, job.RecordName), at: map[string]disk.Span{}, stands: map[string]bool{}}
		if err := rec.open(r); err != nil {
			return remedy.Failure{File: rec.file, Err: err}
		}
		r.records[folder] = rec
	}
	return nil
}

// digest is the digest of all that shapes what is told and made of every input alike.
func (o renderOptions) digest(c *console, k *job.Checker) string {
	d := job.NewDigest()
	d.AddText(build.This().Lines()...)
	shape := o
	shape.folder, shape.resume, shape.inputs, shape.with = "", false, inputs{}, comparison{}
	d.AddText(fmt.Sprintf("%+v", shape))
	fonts := k.Fonts.Digest()
	d.Add(fonts[:])
	for _, file := range []string{o.with.answers, o.with.rules} {
		if d.AddText("设置"); file != "" {
			d.AddFile(sourceOf(file))
		}
	}
	if o.with.last != "" {
		entries, _ := disk.List([]string{o.with.last})
		for _, s := range c.sourcesOf(entries) {
			d.AddFile(s)
		}
	}
	return d.Sum()
}

// open looks into the record of earlier runs. The error is one plain sentence.
func (rec *record) open(r *recorder) error {
	head, err := disk.Head(rec.file, job.MaxMade)
	if err == nil && !job.IsRecord(head) {
		err = job.ErrNoRecord
	}
	if err != nil || !r.resume {
		return err
	}
	_, err = disk.Lines(rec.file, job.MaxMade, func(where disk.Span, text []byte) {
		if m, ok := job.ParseMade(text); ok && r.inputs[m.File] {
			rec.at[m.File] = where
		}
	})
	return err
}

// work makes the pages of an input, unless they are up to date.
func (r *recorder) work(p job.Planned) done {
	rec := r.records[r.folderOf(p.Name)]
	if rec == nil || p.Name == standardInput {
		return r.console.work(r.checker, p, func(checked job.Checked, p job.Planned) func() {
			return r.write(checked, p, func([]job.Rendered) {})
		})
	}
	p = p.Held()
	if m, ok := r.made(rec, p); ok {
		return done{outcome: m.Told.Outcome(p.Name), tell: func() { r.pass(rec, m) }}
	}
	return r.console.work(r.checker, p, func(checked job.Checked, p job.Planned) func() {
		return r.write(checked, p, func(files []job.Rendered) { r.add(rec, checked, p, files) })
	})
}

// made is what the record says of an input; ok is false unless all of it still holds.
func (r *recorder) made(rec *record, p job.Planned) (m job.Made, ok bool) {
	where, known := rec.at[p.Name]
	if !known {
		return m, false
	}
	text, err := disk.LineAt(rec.file, where)
	if err != nil {
		return m, false
	}
	if m, ok = job.ParseMade(text); !ok || m.File != p.Name || m.Options != r.options || !r.isAskedFor(m.Outputs) {
		return m, false
	}
	input, beside, err := p.Digests(r.isAmong(p, m.Outputs))
	if err != nil || input != m.Input || beside != m.Beside {
		return m, false
	}
	for _, o := range m.Outputs {
		if sum, err := disk.Digest(filepath.Join(r.folderOf(p.Name), o.Name)); err != nil || sum != o.SHA256 {
			return m, false
		}
	}
	return m, true
}

// isAskedFor says whether outputs are of the formats that are asked for, each once.
func (r *recorder) isAskedFor(outputs []job.Output) bool {
	var names []string
	for _, o := range outputs {
		names = append(names, o.Name)
	}
	return r.Makes(names)
}

// isAmong tells the paths of an input's outputs.
func (r *recorder) isAmong(p job.Planned, outputs []job.Output) func(file string) bool {
	return func(file string) bool {
		return slices.ContainsFunc(outputs, func(o job.Output) bool {
			return filepath.Clean(file) == filepath.Join(r.folderOf(p.Name), o.Name)
		})
	}
}

// pass tells of an input that it is as it was made before.
func (r *recorder) pass(rec *record, m job.Made) {
	r.skipped++
	rec.stands[m.File] = true
	for _, o := range m.Outputs {
		r.tell(disk.Unchanged, filepath.Join(r.folderOf(m.File), o.Name))
	}
}

// add records an input whose pages stand.
func (r *recorder) add(rec *record, checked job.Checked, p job.Planned, files []job.Rendered) {
	m := job.Made{File: p.Name, Version: build.This().Lines()[0], Options: r.options}
	for _, f := range files {
		m.Outputs = append(m.Outputs, job.Output{Name: f.Name, SHA256: job.DigestOf(f.Data)})
	}
	isOutput := r.isAmong(p, m.Outputs)
	m.Told = r.telling.Keep(checked.Renewed(isOutput))
	var err error
	m.Input, m.Beside, err = p.Digests(isOutput)
	text := m.Line()
	if err != nil || text == nil || rec.failed {
		return
	}
	if err = r.files.Append(rec.file, text); err != nil {
		rec.failed = true
		r.fail(err)
		return
	}
	rec.stands[m.File] = true
}

// settle brings the records into the order of the names, without what holds no longer, and tells what was passed over.
func (r *recorder) settle() error {
	r.resumable.Store(false)
	for _, folder := range slices.Sorted(maps.Keys(r.records)) {
		if err := r.records[folder].settle(r); err != nil {
			return err
		}
	}
	switch {
	case !r.resume:
	case r.skipped == 0:
		r.err.say("没有可以跳过的，全部重新做了。\n")
	default:
		r.err.say("接着上次做：%d份和记录一致，跳过了；其余%d份重新做了。\n", r.skipped, len(r.inputs)-r.skipped)
	}
	return nil
}

func (rec *record) settle(r *recorder) error {
	if rec.failed {
		return nil
	}
	last, isSettled, before := map[string]disk.Span{}, true, ""
	passed, err := disk.Lines(rec.file, job.MaxMade, func(where disk.Span, text []byte) {
		m, ok := job.ParseMade(text)
		if !ok || r.inputs[m.File] && !rec.stands[m.File] {
			isSettled = false
			return
		}
		isSettled = isSettled && before < m.File
		before = m.File
		last[m.File] = where
	})
	if err != nil {
		return remedy.Failure{File: rec.file, Err: err}
	}
	if isSettled && !passed {
		return nil
	}
	var lines []disk.Span
	for _, name := range slices.Sorted(maps.Keys(last)) {
		lines = append(lines, last[name])
	}
	return r.files.KeepLines(rec.file, lines)
}
