package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/cheggaaa/pb/v3"
	"github.com/cheggaaa/pb/v3/termutil"

	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/verdict"
)

// progress shows on a terminal how far the work on many files is, in its last line: how many are done, how long the others may take, what
// was found so far, and which file is in hand. The line is taken away before anything else is written there, and comes back behind it. Its
// zero value shows nothing; it may be used side by side.
type progress struct {
	lock    sync.Mutex
	to      io.Writer // nil while there is nothing to show
	bar     *pb.ProgressBar
	columns int // of the terminal
	found   verdict.Counts
	unread  int
	judged  bool   // something was checked
	file    string // in hand
	shown   int    // columns that the line takes now; 0 if it is not there
	inLine  bool   // what was written last does not end its line
}

// manyFiles is from how many files on their progress is shown.
const manyFiles = 20

// Columns of the progress: at most, where the terminal has more; and where nobody knows, as those have at least that are found today.
const (
	mostColumns  = 119
	usualColumns = 79
	fileColumns  = 62 // that the line takes without the name of the file
	leastOfFile  = 6
)

// redrawn is how often the line is written anew.
const redrawn = 200 * time.Millisecond

// barElements is the line: pb fills in what is known. Characters of ambiguous width have no place in it.
const barElements = `{{string . "what"}} {{counters . "%s/%s"}} {{bar . "[" "#" "#" "." "]"}} {{left .}}{{string . "found"}} {{string . "file"}}`

var addElements = sync.OnceFunc(func() {
	pb.RegisterElement("left", pb.ElementFunc(func(s *pb.State, _ ...string) string {
		return timeLeft(pb.ElementRemainingTime(s, "%s", "%s", ""))
	}), false)
})

// timeLeft puts a duration into words; "" where it is not known.
func timeLeft(of string) string {
	d, err := time.ParseDuration(of)
	switch {
	case err != nil:
		return ""
	case d < time.Second: // it is about to end, or unknown
		return ""
	case d >= time.Hour:
		return fmt.Sprintf("约剩%d小时%d分 ", d/time.Hour, d%time.Hour/time.Minute)
	case d >= time.Minute:
		return fmt.Sprintf("约剩%d分%d秒 ", d/time.Minute, d%time.Minute/time.Second)
	}
	return fmt.Sprintf("约剩%d秒 ", d/time.Second)
}

// progress shows the progress of the work on so many files, until it is ended.
func (c *console) progress(what string, files int) (end func()) {
	if files < manyFiles || !isTerminal(c.err.sink.to) {
		return func() {}
	}
	columns := usualColumns
	if of, err := termutil.TerminalWidth(); err == nil && of > 1 {
		columns = min(of-1, mostColumns) // none in the last column, behind which some terminals begin a line
	}
	c.guard()
	return c.shows.begin(c.err.sink.to, columns, what, files)
}

func (p *progress) begin(to io.Writer, columns int, what string, files int) (end func()) {
	addElements()
	p.lock.Lock()
	defer p.lock.Unlock()
	p.to, p.columns, p.file, p.unread, p.judged, p.found = to, columns, "", 0, false, verdict.Counts{}
	p.bar = pb.New(files).SetTemplateString(barElements).Set(pb.Static, true).Set(pb.Terminal, false).Set(pb.Color, false).
		SetWidth(columns).Set("what", what).Start()
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		again := time.NewTicker(redrawn)
		defer again.Stop()
		for {
			select {
			case <-stop:
				return
			case <-again.C:
				p.lock.Lock()
				p.draw()
				p.lock.Unlock()
			}
		}
	}()
	return func() {
		close(stop)
		<-stopped
		p.lock.Lock()
		defer p.lock.Unlock()
		p.erase()
		p.to = nil
	}
}

// looking shows the progress of a first look at many files, which opens each, until it is ended.
func (c *console) looking(sources []job.Source) (end func()) {
	if len(sources) < manyFiles {
		return func() {}
	}
	for i, s := range sources {
		var first sync.Once
		sources[i].Open = func() ([]byte, error) {
			first.Do(func() { c.shows.takes(s.Name); c.shows.looked() })
			return s.Open()
		}
	}
	return c.progress("正在查看", len(sources))
}

// looked counts a file that was looked at, in which nothing is found so far.
func (p *progress) looked() {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.to != nil {
		p.bar.Increment()
	}
}

// takes says which file is in hand.
func (p *progress) takes(file string) {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.file = file
}

// took counts a file that is done.
func (p *progress) took(o verdict.Outcome) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.to == nil {
		return
	}
	n := o.Counts()
	p.judged = true
	p.found.Fatal, p.found.Query, p.found.Info = p.found.Fatal+n.Fatal, p.found.Query+n.Query, p.found.Info+n.Info
	if o.Err != nil {
		p.unread++
	}
	p.bar.Increment()
	if p.shown == 0 { // something was told
		p.draw()
	}
}

// aside writes something else to the terminal.
func (p *progress) aside(to io.Writer, text []byte) (int, error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.erase()
	if len(text) > 0 {
		p.inLine = text[len(text)-1] != '\n'
	}
	return to.Write(text)
}

// abandon takes the line away because the program is about to end; it does not wait for whoever is writing.
func (p *progress) abandon() {
	if p.lock.TryLock() {
		p.erase()
		p.to = nil
		p.lock.Unlock()
	}
}

// draw writes the line over the one that is there. The terminal must be locked, as for erase.
func (p *progress) draw() {
	if p.to == nil || p.inLine {
		return
	}
	p.bar.Set("found", p.words())
	p.bar.Set("file", pb.StripString(line.Shown(filepath.Base(p.file)), max(leastOfFile, p.columns-fileColumns)))
	text := strings.TrimRight(pb.StripString(p.bar.String(), p.columns), " ")
	now := pb.CellCount(text)
	fmt.Fprint(p.to, "\r"+text+strings.Repeat(" ", max(0, p.shown-now)))
	p.shown = max(now, p.shown)
}

// erase takes the line away.
func (p *progress) erase() {
	if p.to != nil && p.shown > 0 {
		fmt.Fprint(p.to, "\r"+strings.Repeat(" ", p.shown)+"\r")
	}
	p.shown = 0
}

// words are what was found so far.
func (p *progress) words() string {
	if !p.judged {
		return ""
	}
	told := fmt.Sprintf("强制%d 核实%d 提示%d", p.found.Fatal, p.found.Query, p.found.Info)
	if p.unread > 0 {
		told += fmt.Sprintf(" 读不了%d", p.unread)
	}
	return told
}
