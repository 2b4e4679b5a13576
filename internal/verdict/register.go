package verdict

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/line"
)

// NewRegister is a writer of text for who looks through many reports: a register with a line for each, then what NewText tells of
// those that there is more to tell of, then the verdict. What is told waits in the spool until the last report is known, so that
// only the lines of the register are kept, however many findings there are.
func NewRegister(w io.Writer, spool io.ReadWriter, o Options) Writer {
	return &registerWriter{to: w, spool: spool, options: o, twins: map[string]bool{}}
}

type registerWriter struct {
	to      io.Writer
	spool   io.ReadWriter
	options Options
	tally   tally
	rows    []entry
	told    bool            // something stands in the spool
	twins   map[string]bool // the first files of those on one unit and year that were told
	doubles []string        // a sentence for each of these groups
}

// entry is a report's line in the register.
type entry struct {
	unit, year, verdict, file string
	counts                    Counts
	unread                    bool
	points                    string // that it is expected to lose
}

func (w *registerWriter) Write(o Outcome) error {
	w.tally.add(o, w.options)
	row := entry{file: o.File, verdict: o.Verdict(w.options.Strict), counts: o.Counts(), unread: o.Err != nil, points: o.points(w.options.Points).String()}
	if o.Err == nil {
		row.unit, row.year = o.unit(), o.yearText()
	}
	w.rows = append(w.rows, row)
	if len(o.Alike) > 1 && !w.twins[o.Alike[0]] {
		w.twins[o.Alike[0]] = true
		todo := "请核对用哪一份"
		if o.Equal {
			todo = "内容相同，留一份就行"
		}
		w.doubles = append(w.doubles, line.Sprintf("%s%s年的有%d份，%s：%s。", row.unit, row.year, len(o.Alike), todo, chinese.Listed(o.Alike, mostNamed)))
	}
	if w.options.isQuiet(o) {
		return nil
	}
	w.told = true
	_, err := io.WriteString(w.spool, AsText.told(o, w.options)+"\n")
	return err
}

func (w *registerWriter) Close() error {
	to := bufio.NewWriter(w.to)
	w.tell(to)
	if err := to.Flush(); err != nil {
		return err
	}
	told := bufio.NewReader(w.spool)
	for w.told {
		text, err := told.ReadString('\n')
		if _, failed := io.WriteString(w.to, text); failed != nil {
			return failed
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	_, err := io.WriteString(w.to, w.tally.sentence()+"\n")
	return err
}

// widestColumn is how wide a column of the register gets at most; what is longer runs over.
const widestColumn = 44

// heads are those of the register.
var heads = []string{"单位", "年度", "结论", "强制", "核实", "提示", "已说明", "扣分", "文件"}

// tell writes the register, its columns under each other.
func (w *registerWriter) tell(to *bufio.Writer) {
	widths := make([]int, len(heads))
	measure := func(cells []string) {
		for i, text := range cells {
			if n := line.Columns(line.Shown(text)); n <= widestColumn {
				widths[i] = max(widths[i], n)
			}
		}
	}
	measure(heads)
	for _, row := range w.rows {
		measure(row.cells())
	}
	to.WriteString(line.Sprintf("登记（共%d份）\n", len(w.rows)))
	w.tellRow(to, heads, widths)
	for _, row := range w.rows {
		w.tellRow(to, row.cells(), widths)
	}
	for _, sentence := range w.doubles {
		to.WriteString(line.Sprintf("  重复：%s\n", sentence))
	}
	for _, shared := range w.options.Shared {
		to.WriteString(line.Sprintf("  相同：%s。\n", shared.Told()))
	}
	to.WriteByte('\n')
}

func (e entry) cells() []string {
	cells := []string{orDash(e.unit), orDash(e.year), e.verdict}
	for _, n := range []int{e.counts.Fatal, e.counts.Query, e.counts.Info, e.counts.Explained} {
		cells = append(cells, strconv.Itoa(n))
	}
	cells = append(cells, e.points)
	if e.unread {
		for i := firstCount; i <= deducted; i++ {
			cells[i] = "－"
		}
	}
	return append(cells, e.file)
}

// The columns of counts, which end at the right.
const (
	firstCount = 3
	explained  = 6
	deducted   = 7
)

func (w *registerWriter) tellRow(to *bufio.Writer, cells []string, widths []int) {
	var row strings.Builder
	for i, text := range cells {
		if i == explained && w.tally.Explained == 0 || i == deducted && !w.options.scores() {
			continue
		}
		text = line.Shown(text)
		pad := strings.Repeat(" ", max(0, widths[i]-line.Columns(text)))
		if i >= firstCount && i <= deducted {
			text = pad + text
		} else {
			text += pad
		}
		row.WriteString("  " + text)
	}
	to.WriteString(strings.TrimRight(row.String(), " ") + "\n")
}

func orDash(text string) string {
	if text == "" {
		return "－"
	}
	return text
}

// shortened cuts a name that is far longer than any unit's.
func shortened(text string) string {
	const longest = 60                                     // characters
	return strings.Clone(chinese.Shortened(text, longest)) // what is kept keeps nothing of the report
}
