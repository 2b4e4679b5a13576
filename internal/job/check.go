package job

import (
	"fmt"
	"runtime"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/model"
)

// CheckAll checks files side by side; the outcomes come in the order of the files.
func CheckAll(files []string, f *fonts.Set) []check.Outcome {
	outcomes := make([]check.Outcome, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := range next {
				outcomes[i] = Check(files[i], f)
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

// Check opens and checks one file.
func Check(file string, f *fonts.Set) (o check.Outcome) {
	o.File = file
	defer func() { // a fault of ours in one file must not take the other files along
		if fault := recover(); fault != nil {
			o = check.Outcome{File: file, Err: fmt.Errorf("程序处理这个文件时出错（%v），请把文件发给程序的维护者", fault)}
		}
	}()
	if o.Report, o.Err = Open(file); o.Err == nil {
		o.Findings = check.Run(newCheckInput(o.Report, f))
	}
	return o
}

// newCheckInput gives the rules what they cannot know by themselves.
func newCheckInput(r *model.Report, f *fonts.Set) *check.Input {
	return &check.Input{Report: r, Drawable: func(c rune) bool {
		_, ok := f.Resolve(fonts.Song, c)
		return ok
	}}
}
