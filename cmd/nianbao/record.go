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
)

// records are those that a step of a call keeps of its files, by the folders that they lie in. Lines of other steps, of other results and
// on other files are left alone.
type records struct {
	*console
	step    job.Step
	result  string // as job.Made has it
	options string // the digest of what is the same for all files
	resume  bool   // what is up to date is passed over
	files   map[string]bool
	in      map[string]*record
	skipped int

	compared int // of the files, those that others are only compared with
}

// record is the record of one folder.
type record struct {
	file   string
	at     map[string]disk.Span // the last line on each file
	stands map[string]bool      // the files of this call whose line holds
	failed bool                 // it could not be written, which was told
}

// isRecorded says whether a call keeps records: asked to go on, or a batch with a folder for what is made of it, which people may want to
// go on with. Nobody waits for one elsewhere.
func isRecorded(resume bool, folder string, files int) bool {
	return resume || folder != "" && files > 1
}

// digestOf is the digest of all that shapes what is told and made of every input alike: the options, as they are printed, and the files
// behind them.
func (c *console) digestOf(k *job.Checker, shape any, with comparison) string {
	d := job.NewDigest()
	d.AddText(build.This().Lines()...)
	d.AddText(fmt.Sprintf("%+v", shape))
	fonts := k.Fonts.Digest()
	d.Add(fonts[:])
	for _, file := range []string{with.answers, with.rules, with.members} {
		if d.AddText("设置"); file != "" {
			d.AddFile(sourceOf(file))
		}
	}
	if with.last != nil {
		entries, _ := disk.List(with.last)
		for _, s := range c.sourcesOf(entries) {
			d.AddFile(s)
		}
	}
	return d.Sum()
}

// open opens the record of a folder, once. The error is a remedy.Failure.
func (r *records) open(folder string) error {
	if r.in[folder] != nil {
		return nil
	}
	r.console.files.Clean(folder) // though nothing may have to be written
	rec := &record{file: filepath.Join(folder, job.RecordName), at: map[string]disk.Span{}, stands: map[string]bool{}}
	if err := r.read(rec); err != nil {
		return remedy.Failure{File: rec.file, Err: err}
	}
	if r.in == nil {
		r.in = map[string]*record{}
	}
	r.in[folder] = rec
	return nil
}

// read looks into the record of earlier runs. The error is one plain sentence.
func (r *records) read(rec *record) error {
	head, err := disk.Head(rec.file, job.MaxMade)
	if err == nil && !job.IsRecord(head) {
		err = job.ErrNoRecord
	}
	if err != nil || !r.resume {
		return err
	}
	_, err = disk.Lines(rec.file, job.MaxMade, func(where disk.Span, text []byte) {
		if m, ok := job.ParseMade(text); ok && r.isOurs(m) {
			rec.at[m.File] = where
		}
	})
	return err
}

// isOurs says whether a line is of the step, and on a file of this call.
func (r *records) isOurs(m job.Made) bool {
	return m.Step == r.step && m.Result == r.result && r.files[m.File]
}

// line is what a record says of a file; ok is false where it says nothing, or where the options were others.
func (r *records) line(rec *record, file string) (m job.Made, ok bool) {
	where, known := rec.at[file]
	if !known {
		return m, false
	}
	text, err := disk.LineAt(rec.file, where)
	if err != nil {
		return m, false
	}
	m, ok = job.ParseMade(text)
	return m, ok && r.isOurs(m) && m.File == file && m.Options == r.options
}

// put writes a line. What is too long is not recorded; that it cannot be written is told once.
func (r *records) put(rec *record, m job.Made) {
	m.Step, m.Result, m.Version, m.Options = r.step, r.result, build.This().Lines()[0], r.options
	text := m.Line()
	if text == nil || rec.failed {
		return
	}
	err := disk.MakeFolder(filepath.Dir(rec.file)) // in which nothing had to be made so far
	if err == nil {
		err = r.console.files.Append(rec.file, text)
	}
	if err != nil {
		rec.failed = true
		r.fail(err)
		return
	}
	rec.stands[m.File] = true
}

// pass leaves a line as it is.
func (r *records) pass(rec *record, file string) {
	if !rec.stands[file] {
		r.skipped++
	}
	rec.stands[file] = true
}

// ofTwo says which step it is that something is told of, where a call takes two.
var ofTwo = map[job.Step]string{job.ReadingIn: "读各单位的年报", job.Judging: "校验各单位的年报"}

// about is what is told of: of a call that takes two steps which it is, and of files that are read to be compared with how many there are.
func (r *records) about() string {
	switch of := ofTwo[r.step]; {
	case of == "":
		return ""
	case r.compared > 0:
		return fmt.Sprintf("%s%d份、用来比较的%d份：", of, len(r.files)-r.compared, r.compared)
	default:
		return of + "："
	}
}

// doneAnew is what is told of the files of a step that were not passed over.
var doneAnew = map[job.Step]string{job.Rendering: "重新做了", job.Checking: "重新校验了", job.Judging: "重新校验了", job.ReadingIn: "重新读了"}

// begin says that the call can be gone on with from now on if it is ended.
func (r *records) begin() {
	r.resumable.Store(true)
	r.guard()
}

// settle ends the recording: it brings the records into the order of the names, without what holds no longer, and tells what was passed over.
func (r *records) settle() error {
	r.resumable.Store(false)
	for _, folder := range slices.Sorted(maps.Keys(r.in)) {
		if err := r.settleOne(r.in[folder]); err != nil {
			return err
		}
	}
	switch anew := doneAnew[r.step]; {
	case !r.resume:
	case r.skipped == 0:
		r.err.say("%s没有可以跳过的，全部%s。\n", r.about(), anew)
	default:
		r.err.say("%s接着上次做：%d份和记录一致，跳过了；其余%d份%s。\n", r.about(), r.skipped, len(r.files)-r.skipped, anew)
	}
	return nil
}

func (r *records) settleOne(rec *record) error {
	if rec.failed {
		return nil
	}
	type place struct {
		job.Made // what Compare needs of it
		at       disk.Span
	}
	type name struct {
		step         job.Step
		result, file string
	}
	last, isSettled, before := map[name]place{}, true, job.Made{}
	passed, err := disk.Lines(rec.file, job.MaxMade, func(where disk.Span, text []byte) {
		m, ok := job.ParseMade(text)
		if !ok || r.isOurs(m) && !rec.stands[m.File] {
			isSettled = false
			return
		}
		m = job.Made{Step: m.Step, Result: m.Result, File: m.File}
		isSettled = isSettled && before.Compare(m) < 0
		before = m
		last[name{m.Step, m.Result, m.File}] = place{m, where}
	})
	if err != nil {
		return remedy.Failure{File: rec.file, Err: err}
	}
	if isSettled && !passed {
		return nil
	}
	var lines []disk.Span
	for _, p := range slices.SortedFunc(maps.Values(last), func(a, b place) int { return a.Compare(b.Made) }) {
		lines = append(lines, p.at)
	}
	return r.console.files.KeepLines(rec.file, lines)
}
