package job

import (
	"fmt"
	"runtime"
	"slices"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/model"
)

// CheckAll checks files side by side; the outcomes come in the order of the files. Whenever one is done, done is told how many
// are, one call at a time.
func CheckAll(files []string, k *Checker, done func(files int)) []check.Outcome {
	outcomes := make([]check.Outcome, len(files))
	next := make(chan int)
	var counting sync.Mutex
	counted := 0
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := range next {
				outcomes[i] = k.Check(files[i])
				counting.Lock()
				counted++
				done(counted)
				counting.Unlock()
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	workers.Wait()
	return outcomes
}

// Checker checks files with what the rules cannot know by themselves.
type Checker struct {
	Fonts *fonts.Set
	Last  *LastYear // nil if last year's reports were not given

	Answers  []model.Answer // explanations from a file
	Settings check.Settings // a county's own
}

// Check opens and checks one file.
func (k *Checker) Check(file string) (o check.Outcome) {
	o.File = file
	defer func() {
		if rescue(recover(), &o.Err); o.Err != nil {
			o = check.Outcome{File: file, Err: o.Err}
		}
	}()
	if o.Report, o.Err = Open(file); o.Err == nil {
		in := &check.Input{Report: o.Report, Answers: k.Answers, Settings: k.Settings, Drawable: k.drawable}
		last, note := k.Last.Of(o.Report)
		if in.Last = last; note != "" {
			o.Notes = append(o.Notes, note)
		}
		o.Notes = append(o.Notes, o.Report.Asides...)
		in.Answers = append(slices.Clone(k.Answers), answersBeside(file)...)
		for _, off := range k.Settings.SwitchedOff() {
			o.Notes = append(o.Notes, "按本县的规定，没有检查"+off.Rule+"："+off.Reason)
		}
		o.Findings = check.Run(in)
	}
	return o
}

// rescue makes an error of a panic: a fault of ours in one file must not take the other files along.
func rescue(fault any, err *error) {
	if fault != nil {
		*err = fmt.Errorf("程序处理这个文件时出错（%v），请把文件发给程序的维护者", fault)
	}
}

func (k *Checker) drawable(r rune) bool {
	_, ok := k.Fonts.Resolve(fonts.Song, r)
	return ok
}
