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
	Differences []string // the first is that which is told in short
	Unread      []string // what could not be compared
	Notes       []string // by what it was proved, what was not looked at
}

// Verdict is what came of the package, in a word.
func (v Verified) Verdict() string {
	switch {
	case len(v.Differences) > 0:
		return "不一致"
	case len(v.Unread) > 0:
		return "没有全部比到"
	}
	return "一致"
}

// WriteVerified tells what came of one package, as text.
func WriteVerified(w io.Writer, v Verified) error {
	var b strings.Builder
	b.WriteString(line.Sprintf("%s　%s\n", v.File, v.Title))
	for _, d := range v.Differences {
		b.WriteString(line.Sprintf("  不同　%s\n", ended(d)))
	}
	for _, u := range v.Unread {
		b.WriteString(line.Sprintf("  没有比　%s\n", ended(u)))
	}
	for _, n := range v.Notes {
		b.WriteString(line.Sprintf("  %s\n", ended(n)))
	}
	b.WriteString(line.Sprintf("  核对码　%s\n\n", v.Code))
	_, err := io.WriteString(w, b.String())
	return err
}

// Verification counts what came of many packages.
type Verification struct {
	same                      int
	different, partly, failed []string // names of files
}

// Add takes what came of a package.
func (n *Verification) Add(v Verified) {
	switch v.Verdict() {
	case "一致":
		n.same++
	case "不一致":
		n.different = append(n.different, v.File)
	default:
		n.partly = append(n.partly, v.File)
	}
}

// Fail takes a file that could not be verified.
func (n *Verification) Fail(file string) { n.failed = append(n.failed, file) }

// Sentence is the answer, in a sentence.
func (n *Verification) Sentence() string {
	all := n.same + len(n.different) + len(n.partly) + len(n.failed)
	kinds := []struct {
		verdict string
		files   []string
	}{{"不一致", n.different}, {"没有全部比到", n.partly}, {"核验不了", n.failed}}
	if all == 1 {
		for _, k := range kinds {
			if len(k.files) > 0 {
				return conclusion + k.verdict + "。"
			}
		}
		return conclusion + "一致。"
	}
	const most = 5
	told := fmt.Sprintf("%s共%d个报送包，一致%d个", conclusion, all, n.same)
	for _, k := range kinds {
		if len(k.files) > 0 {
			told += line.Sprintf("，%s%d个（%s）", k.verdict, len(k.files), chinese.Listed(k.files, most))
		}
	}
	return told + "。"
}
