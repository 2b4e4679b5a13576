package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/line"
	"nianbao/internal/verdict"
)

// screen is a terminal: the cells of its lines, of which the last is the one that is written to. A wide character takes two, the second
// of which is 0.
type screen struct {
	lines  [][]rune
	at     int // the cell of the last line where the next character goes
	widest int
	other  bool // a character that is no text was written
	lock   sync.Mutex
}

func (s *screen) Write(p []byte) (int, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	for _, r := range string(p) {
		if s.lines == nil {
			s.lines = [][]rune{nil}
		}
		switch {
		case r == '\r':
			s.at = 0
		case r == '\n':
			s.lines, s.at = append(s.lines, nil), 0
		case line.Hidden(r):
			s.other = true
		default:
			s.put(r)
		}
	}
	return len(p), nil
}

func (s *screen) put(r rune) {
	last := &s.lines[len(s.lines)-1]
	for i := range line.RuneColumns(r) {
		for len(*last) <= s.at {
			*last = append(*last, ' ')
		}
		(*last)[s.at] = r
		if i > 0 {
			(*last)[s.at] = 0
		}
		s.at++
	}
	s.widest = max(s.widest, s.at)
}

// seen are the lines without what is blank at their ends.
func (s *screen) seen() (lines []string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	for _, l := range s.lines {
		lines = append(lines, strings.TrimRight(strings.ReplaceAll(string(l), "\x00", ""), " "))
	}
	return lines
}

func found(levels ...check.Level) (o verdict.Outcome) {
	for _, l := range levels {
		o.Findings = append(o.Findings, check.Finding{Level: l})
	}
	return o
}

// What is told stays as it would without the progress, which is always in the last line and never wider than the terminal.
func TestProgress(t *testing.T) {
	for _, columns := range []int{119, 79, 40, 20} {
		terminal, p := &screen{}, &progress{}
		say := func(text string) { _, err := p.aside(terminal, []byte(text)); require.NoError(t, err) }
		say("一\n")
		end := p.begin(terminal, columns, "正在处理", 40)
		p.takes("各镇/清溪镇人民政府二〇二五年政府信息公开工作年度报告填报表（最后一稿）再改\x1b[2J.xlsx")
		p.took(found(check.Fatal, check.Query, check.Query))
		p.took(verdict.Outcome{Err: errors.New("坏了")})
		lines := terminal.seen()
		if columns > fileColumns {
			assert.Contains(t, lines[1], "正在处理 1/40 [#")
			assert.Contains(t, lines[1], "强制1 核实2 提示0")
			assert.Contains(t, lines[1], "清溪镇人")
		}
		say("二\n")
		assert.Equal(t, []string{"一", "二", ""}, terminal.seen(), "it is gone behind what is told")
		p.took(found(check.Info))
		if columns > fileColumns {
			assert.Contains(t, terminal.seen()[2], "正在处理 3/40 [#")
			assert.Contains(t, terminal.seen()[2], "强制1 核实2 提示1 读不了1")
		}
		say("三")
		p.took(found())
		assert.Equal(t, "三", terminal.seen()[2], "nothing is written into a line that has no end yet")
		say("完\n")
		time.Sleep(2 * redrawn)
		assert.Contains(t, terminal.seen()[3], "正在", "it comes back by itself")
		end()
		assert.Equal(t, []string{"一", "二", "三完", ""}, terminal.seen())
		assert.LessOrEqual(t, terminal.widest, columns)
		assert.False(t, terminal.other)
		p.took(found())
		say("四\n")
		assert.Equal(t, []string{"一", "二", "三完", "四", ""}, terminal.seen(), "it has ended")
	}
}

func TestTimeLeft(t *testing.T) {
	for _, c := range []struct{ why, of, want string }{
		{"unknown", "", ""}, {"no speed", "?", ""}, {"about to end", "0s", ""}, {"seconds", "59s", "约剩59秒 "},
		{"minutes", "1m5s", "约剩1分5秒 "}, {"hours", "2h3m4s", "约剩2小时3分 "},
	} {
		assert.Equal(t, c.want, timeLeft(c.of), c.why)
	}
}

// A program that ends does not wait for a terminal that somebody has stopped.
func TestAbandonedProgress(t *testing.T) {
	stuck := &stopped{on: make(chan struct{})}
	p := &progress{}
	var writing sync.WaitGroup
	stuck.at.Lock()
	writing.Go(func() { p.aside(stuck, []byte("一\n")) })
	<-stuck.on
	p.abandon()
	stuck.at.Unlock()
	writing.Wait()

	var b bytes.Buffer
	end := p.begin(&b, 79, "正在处理", 40)
	p.took(found())
	p.abandon()
	assert.True(t, strings.HasSuffix(b.String(), " \r"), "taken away")
	length := b.Len()
	p.took(found())
	end()
	assert.Equal(t, length, b.Len(), "and for good")
}

type stopped struct {
	at sync.Mutex
	on chan struct{}
}

func (s *stopped) Write(p []byte) (int, error) {
	close(s.on)
	s.at.Lock()
	defer s.at.Unlock()
	return io.Discard.Write(p)
}
