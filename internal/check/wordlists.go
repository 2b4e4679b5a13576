package check

import (
	_ "embed"
	"iter"
	"strings"
	"sync"

	"nianbao/internal/pattern"
)

// The files of words, each read when one of its lists is first needed. Others are laid out beforehand (phraseBook).
var (
	//go:embed words/abolished.txt
	abolishedFile string
	//go:embed words/contacts.txt
	contactsFile string
	//go:embed words/counters.txt
	countersFile string
	//go:embed words/doubled.txt
	doubledFile string
	//go:embed words/fixednames.txt
	fixedNamesFile string
	//go:embed words/foreign.txt
	foreignFile string
	//go:embed words/formal.txt
	formalFile string
	//go:embed words/instructions.txt
	instructionsFile string
	//go:embed words/neighbours.txt
	neighboursFile string
	//go:embed words/notices.txt
	noticesFile string
	//go:embed words/units.txt
	unitsFile string
	//go:embed words/wrong.txt
	wrongFile string
)

// wordLines are the lines of a file of words but those that start with # and a blank, which say where the words come from and when they are
// looked for.
func wordLines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if line != "" && line != "#" && !strings.HasPrefix(line, "# ") && !yield(line) {
				return
			}
		}
	}
}

// wordLists are the lists of a file of words, one word a line: a list behind each name in brackets ([名称]).
type wordLists struct {
	file  *string
	once  sync.Once
	lists map[string]*pattern.Words
}

// words is the list of a name.
func (w *wordLists) words(name string) *pattern.Words {
	w.once.Do(w.read)
	return w.lists[name]
}

// list is the words of a list.
func (w *wordLists) list(name string) []string { return w.words(name).List() }

func (w *wordLists) read() {
	w.lists = map[string]*pattern.Words{}
	name, lines := "", make([]string, 0, strings.Count(*w.file, "\n")) // of all lists, one behind another
	start := 0
	keep := func() { w.lists[name], start = pattern.ListOf(lines[start:len(lines):len(lines)]), len(lines) }
	for line := range wordLines(*w.file) {
		if strings.HasPrefix(line, "[") {
			keep()
			name = strings.Trim(line, "[]")
			continue
		}
		lines = append(lines, line)
	}
	keep()
}
