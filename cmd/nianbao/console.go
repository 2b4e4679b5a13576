package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/inconshreveable/mousetrap"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// Exit codes beside 0, which is for done and no open 强制 finding; see each command's help.
const (
	exitFindings = 1 // 强制 findings are open (with --strict also 核实 ones)
	exitFailed   = 2 // something could not be done
)

// console is what a command talks through: findings and results go to out, progress and errors to err.
type console struct {
	in       io.Reader
	stdin    func() ([]byte, error) // what comes from in, whole
	out, err *stream
	code     int         // the worst so far
	failures []string    // sentences on what could not be done
	files    disk.Writer // what the call reads and writes
	shows    *progress
	beside   neighbours
	pdfs     *job.PDFs
	dropped  bool // the arguments are what a desktop gives: none, or whole paths
	unheeded bool // nobody is there to read what was said

	guarding  sync.Once
	unread    chan struct{} // nobody reads any more what is said
	resumable atomic.Bool   // what is done is recorded, and the call can be gone on with
}

func newConsole(args []string, in io.Reader, out, errs io.Writer) *console {
	stdin := sync.OnceValues(func() ([]byte, error) { return disk.ReadStream(in) })
	shows := &progress{}
	unread := make(chan struct{}, 1)
	c := &console{in: in, stdin: stdin, out: newStream(out, shows, unread), err: newStream(errs, shows, unread), shows: shows, dropped: areDropped(args), unread: unread}
	c.pdfs = readerOfPDFs(c.err)
	c.files.Before = c.guard
	return c
}

// stream is the one way to a terminal: no character passes that would do anything there but be seen.
type stream struct {
	*line.Writer
	sink *sink
}

func newStream(to io.Writer, shows *progress, unread chan<- struct{}) *stream {
	s := &sink{to: to, unread: unread}
	if isTerminal(to) {
		s.shows = shows
	}
	return &stream{line.NewWriter(s), s}
}

// say writes words of ours, with what others gave shown on one line.
func (s *stream) say(format string, args ...any) { io.WriteString(s, line.Sprintf(format, args...)) }

// sink is behind the door, for what this program itself does to a terminal. It keeps the first error.
type sink struct {
	to     io.Writer
	shows  *progress       // on the terminal that it goes to; nil where it goes to none
	unread chan<- struct{} // is told once nobody reads what is written
	failed error
}

func (s *sink) Write(p []byte) (int, error) {
	write := s.to.Write
	if s.shows != nil {
		write = func(p []byte) (int, error) { return s.shows.aside(s.to, p) }
	}
	n, err := write(p)
	if err != nil && s.failed == nil {
		s.failed = err
		if disk.IsUnread(err) {
			select {
			case s.unread <- struct{}{}:
			default: // the other stream has said so
			}
		}
	}
	return n, err
}

// heedless writes without telling errors, for cobra, which would print them; the sink keeps them.
type heedless struct{ *stream }

func (h heedless) Write(p []byte) (int, error) {
	h.stream.Write(p)
	return len(p), nil
}

// page is where text goes that is told, in colour on a terminal.
func (c *console) page() io.Writer {
	if isColourful(c.out.sink.to) {
		return line.NewWriter(colourful{c.out.sink})
	}
	return c.out
}

// text is a writer of outcomes as text on the console.
func (c *console) text(o verdict.Options) verdict.Writer { return verdict.NewText(c.page(), o) }

// fail tells an error, as one sentence, and remembers the exit code.
func (c *console) fail(err error) {
	said := sentence(err)
	c.err.say("%s\n", said)
	c.failures = append(c.failures, said)
	c.code = max(c.code, exitFailed)
}

// isOpenedByDesktop says whether the window that is talked to was opened by the desktop, and goes with the program. Desktops that people
// install in place of that of Windows are told by the window, where the arguments are such as desktops give: a task that runs by night
// has a window of its own, too, and must not wait in it.
func (c *console) isOpenedByDesktop() bool {
	return mousetrap.StartedByExplorer() || c.dropped && hasWindowAlone()
}

func areDropped(args []string) bool {
	return !slices.ContainsFunc(args, func(arg string) bool { return !filepath.IsAbs(arg) })
}

// linger keeps a window open that the desktop opened for the program, and that would be gone with all that was said in it.
func (c *console) linger() {
	if !c.unheeded && c.isOpenedByDesktop() {
		forgetTyped()
		c.err.say("\n按回车键关闭窗口。")
		fmt.Fscanln(c.in)
	}
}

// end tells the error of a command, and results that could not be shown: a full disk behind them is a failure like any other.
func (c *console) end(err error) {
	unshown := c.out.sink.failed
	if disk.IsUnread(unshown) { // who read them has seen enough; the end is on its way (guard)
		time.Sleep(time.Second)
		c.code = max(c.code, exitFailed)
		return
	}
	if err != nil && (unshown == nil || !errors.Is(err, unshown)) {
		c.fail(err)
	}
	if unshown != nil {
		c.fail(disk.Plainly(unshown, "结果显示不出来"))
	}
	if c.err.sink.failed != nil {
		c.code = max(c.code, exitFailed)
	}
}

// guard removes what is under way, from its first call on, if a signal ends the program, and then lets it end as the signal wants. It is
// called when there is something to remove, or something to say: to hear of signals costs as much as to show a help text.
func (c *console) guard() {
	c.guarding.Do(func() {
		came := make(chan os.Signal, 1)
		for _, s := range signals {
			if !signal.Ignored(s) { // as nohup has it
				signal.Notify(came, s)
			}
		}
		var unread <-chan struct{} // never, where that is passed over
		if brokenPipe != nil && !signal.Ignored(brokenPipe) {
			signal.Notify(make(chan os.Signal, 1), brokenPipe) // so that writing fails, and does not end the program before it has cleaned up
			unread = c.unread
		}
		go func() {
			var s os.Signal
			select {
			case s = <-came:
			case <-unread:
				s = brokenPipe
			}
			c.files.Abandon()
			c.shows.abandon()
			if s == os.Interrupt && c.resumable.Load() {
				io.WriteString(c.err.sink.to, "\n已停下，做好的都在。接着做，在同样的命令后面加上 --resume。\n")
			}
			signal.Reset(s)
			die(s)
		}()
	})
}

// rescued runs a command; a fault of ours becomes an error.
func rescued(command func() error) (err error) {
	defer func() {
		if fault := remedy.Fault(recover()); fault != nil {
			err = fault
		}
	}()
	return command()
}
