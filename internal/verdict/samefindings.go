package verdict

import (
	"encoding/json"
	"reflect"
	"strings"
)

// judged is what findings as JSON say of a report, whatever version of the program wrote them: not how the file was called, nor what versions
// tell besides.
type judged struct {
	Reports []struct {
		Unit, Edition, Verdict string
		Year                   int
		Counts                 Counts
		Findings               []struct{ Rule, Level, Message, Fingerprint, Explanation string }
	}
}

// SameFindings says whether two files of findings as JSON say the same of a report.
func SameFindings(a, b []byte) bool {
	var x, y judged
	return json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && reflect.DeepEqual(x, y)
}

// SameFindingsText says the same of findings as text.
func SameFindingsText(a, b []byte) bool { return judgedLines(a) == judgedLines(b) }

// judgedLines are the lines of findings as text, without the name of the file before the title, and without the code that later versions tell.
func judgedLines(text []byte) string {
	var b strings.Builder
	for l := range strings.Lines(string(text)) {
		indented := strings.HasPrefix(l, " ")
		l = strings.TrimSpace(l)
		if l == "" || indented && strings.HasPrefix(l, codeMark) {
			continue
		}
		if _, title, ok := strings.Cut(l, titleMark); ok && !indented && b.Len() == 0 {
			l = title
		}
		b.WriteString(l + "\n")
	}
	return b.String()
}
