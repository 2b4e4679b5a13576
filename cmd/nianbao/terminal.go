package main

import (
	"io"
	"os"

	"github.com/mattn/go-isatty"

	"nianbao/internal/pattern"
)

// colourful colours what the text form writes, an outcome at a time.
type colourful struct{ to io.Writer }

func (w colourful) Write(text []byte) (int, error) {
	if _, err := io.WriteString(w.to, coloured(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// isColourful tells whether what is written is seen on a terminal whose user wants colours (https://no-color.org).
func isColourful(w io.Writer) bool {
	understood := os.PathSeparator != '\\' || os.Getenv("WT_SESSION") != "" // older windows of Windows print the codes
	return understood && isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && isatty.IsTerminal(file.Fd())
}

// The words of the text form that are coloured: the level at the head of a finding, and the verdict. In the register it stands between words of others.
var (
	levelWord   = pattern.New(`(?m)^  (强制|核实|提示)[·　]`)
	verdictWord = pattern.New(`(?m)^结论：(?:[0-9]+年度，(?:汇总表|本级的年报))?(不通过|通过|读不了|不一致|一致|没有发现不同|没有比全)`)
	differsWord = pattern.New(`(?m)^  (不同|读不出|缺少)　`)              // in a comparison
	entryWord   = pattern.New(`(?m)^  .*?  (不通过|通过|读不了) +[0-9－]`) // in a line of the register
)

// Colours of a terminal (ECMA-48, 8.3.117).
var colours = meanings{
	{"强制", "\x1b[31m"}, {"核实", "\x1b[33m"}, {"提示", "\x1b[36m"},
	{"不通过", "\x1b[31m"}, {"通过", "\x1b[32m"}, {"读不了", "\x1b[31m"},
	{"不一致", "\x1b[31m"}, {"一致", "\x1b[32m"}, {"没有发现不同", "\x1b[33m"}, {"没有比全", "\x1b[33m"}, {"不同", "\x1b[31m"}, {"读不出", "\x1b[33m"}, {"缺少", "\x1b[33m"},
}

const plain = "\x1b[0m"

// coloured colours the text form, which is otherwise the same.
func coloured(text string) string {
	for _, pattern := range []*pattern.Pattern{levelWord, verdictWord, entryWord, differsWord} {
		text = pattern.ReplaceAllStringFunc(text, func(found string) string {
			at := pattern.FindStringSubmatchIndex(found)
			word := found[at[2]:at[3]]
			colour, _ := colours.of(word)
			return found[:at[2]] + colour + word + plain + found[at[3]:]
		})
	}
	return text
}
