package main

import (
	"errors"
	"path/filepath"

	"nianbao/internal/build"
	"nianbao/internal/job"
)

// reader reads reports for who adds them up, and passes over those that have not changed since an earlier run read them. A nil one reads
// all of them.
type reader struct {
	records
	rec *record
}

// folder is the folder of what is added up: that of the sum, else that of the list of figures; "" where both go to standard output.
func (o aggregateOptions) folder() string {
	for _, file := range []string{o.output, o.long} {
		if file != "" && file != standard {
			return filepath.Dir(file)
		}
	}
	return ""
}

// reader is what the reports are read with: one with a record where the call goes on with an earlier one, else nil. Nobody waits for a
// record otherwise. The error is a remedy.Failure, or that there is no folder for it.
func (o aggregateOptions) reader(c *console) (*reader, error) {
	folder := o.folder()
	switch {
	case !o.resume:
		return nil, nil
	case folder == "":
		return nil, errors.New("要接着做，请用 -o 写上汇总表的文件名")
	case filepath.Base(o.long) == job.RecordName:
		return nil, errors.New("“" + job.RecordName + "”是接着做要用的记录，清单请换一个文件名")
	}
	version := job.NewDigest()
	version.AddText(build.This().Lines()...)
	r := &reader{records: records{console: c, step: job.ReadingIn, options: version.Sum(), resume: true, files: map[string]bool{}}}
	if err := r.open(folder); err != nil {
		return nil, err
	}
	r.rec = r.in[folder]
	r.begin()
	return r, nil
}

// gather is job.Gather.
func (r *reader) gather(sources []job.Source) *job.Gathered {
	if r == nil {
		return job.Gather(sources)
	}
	for _, s := range sources {
		r.files[s.Name] = s.Name != standardInput
	}
	r.records.read(r.rec) // an error is met again when the record is settled
	g := job.GatherAgain(sources, r)
	for _, name := range g.Others { // of which nobody waits for a reading
		delete(r.files, name)
	}
	return g
}

// comparing gathers files that others are only compared with.
func (r *reader) comparing(gather func() *job.Gathered) *job.Gathered {
	if r == nil {
		return gather()
	}
	before := len(r.files)
	defer func() { r.compared += len(r.files) - before }()
	return gather()
}

// Of is what was read from a source that has not changed since.
func (r *reader) Of(file, input string) (reading job.Reading, ok bool) {
	m, ok := r.line(r.rec, file)
	if !ok || m.Input != input {
		return reading, false
	}
	return *m.Reading, true
}

// Keep records what was read from a source.
func (r *reader) Keep(file, input string, reading job.Reading) {
	if r.files[file] {
		r.put(r.rec, job.Made{File: file, Input: input, Reading: &reading})
	}
}

// Stands leaves what was read from a source as it is.
func (r *reader) Stands(file string) { r.pass(r.rec, file) }

// settle ends the recording.
func (r *reader) settle() error {
	if r == nil {
		return nil
	}
	return r.records.settle()
}
