package verdict

import (
	"fmt"
	"io"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/line"
)

// Verified is what came of verifying a hand-in package. All that is told are sentences without their ends.
type Verified struct {
	File        string
	Title       string   // of the report
	Code        string   // of the package, to be read out
	Spoiled     bool     // its files are not those of the list that the code is of, so that the code proves nothing
	Differences []string // the first is that which is told in short
	Unread      []string // what could not be compared
	Notes       []string // by what it was proved, what was not looked at
}

// What may come of a package.
const (
	same      = "一致"
	different = "不一致"
	partly    = "没有发现不同，但没有全部比到"
)

func (v Verified) verdict() string {
	switch {
	case len(v.Differences) > 0:
		return different
	case len(v.Unread) > 0:
		return partly
	}
	return same
}

// WriteVerified tells what came of one package, as text.
func WriteVerified(w io.Writer, v Verified) error {
	var b strings.Builder
	b.WriteString(line.Sprintf("%s：%s。%s\n", v.File, v.verdict(), v.Title))
	for _, d := range v.Differences {
		b.WriteString(line.Sprintf("  不同　%s\n", ended(d)))
	}
	for _, u := range v.Unread {
		b.WriteString(line.Sprintf("  没有比　%s\n", ended(u)))
	}
	for _, n := range v.Notes {
		b.WriteString(line.Sprintf("  %s\n", ended(n)))
	}
	if v.Spoiled {
		b.WriteString(line.Sprintf("  清单的核对码　%s（里面的文件和清单不一样，核对码相同也不是打包时的那个包）\n\n", v.Code))
	} else {
		b.WriteString(line.Sprintf("  核对码　%s\n\n", v.Code))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Verification counts what came of many packages.
type Verification struct {
	same                      int
	different, partly, failed []string       // names of files
	at                        map[string]int // where a report is by its title
	reports                   []packages
}

// packages are those of one report.
type packages struct {
	title, code string // the code of the first
	files       []string
	differ      bool // they are not all the same
}

// Add takes what came of a package.
func (n *Verification) Add(v Verified) {
	if n.at == nil {
		n.at = map[string]int{}
	}
	at, known := n.at[v.Title]
	if !known {
		at = len(n.reports)
		n.at[v.Title] = at
		n.reports = append(n.reports, packages{title: v.Title, code: v.Code})
	}
	p := &n.reports[at]
	p.files, p.differ = append(p.files, v.File), p.differ || v.Code != p.code || len(v.Differences) > 0
	switch v.verdict() {
	case different:
		n.different = append(n.different, v.File)
	case partly:
		n.partly = append(n.partly, v.File)
	default:
		n.same++
	}
}

// Fail takes a file that could not be verified.
func (n *Verification) Fail(file string) { n.failed = append(n.failed, file) }

// Write writes the answer: a line for each report of which there are several packages, and last a sentence on all.
func (n *Verification) Write(w io.Writer) error {
	const most = 5
	var b strings.Builder
	for _, p := range n.reports {
		if len(p.files) < 2 {
			continue
		}
		todo := "内容相同，留一个就行"
		if p.differ {
			todo = "请核对用哪一个"
		}
		b.WriteString(line.Sprintf("“%s”有%d个报送包（%s），%s。\n", p.title, len(p.files), chinese.Listed(p.files, most), todo))
	}
	b.WriteString(conclusion)
	all := n.same + len(n.different) + len(n.partly) + len(n.failed)
	if all > 1 {
		b.WriteString(line.Sprintf("共%d个报送包：", all))
	}
	var told []string
	for _, k := range []struct {
		verdict string
		count   int
		files   []string
	}{{same, n.same, nil}, {different, len(n.different), n.different}, {partly, len(n.partly), n.partly}, {"核验不了", len(n.failed), n.failed}} {
		switch {
		case k.count == 0:
		case all == 1:
			told = append(told, k.verdict)
		case k.files == nil:
			told = append(told, fmt.Sprintf("%d个%s", k.count, k.verdict))
		default:
			told = append(told, line.Sprintf("%d个%s（%s）", k.count, k.verdict, chinese.Listed(k.files, most)))
		}
	}
	_, err := io.WriteString(w, b.String()+strings.Join(told, "；")+"。\n")
	return err
}
