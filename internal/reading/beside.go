package reading

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// saidNear is the words of its clause before a number, as far as they are near.
func (q *Quantity) saidNear() string { return q.nearFrom(q.Clause.Start) }

// saidSoFar is the words of its sentence before a number, as far as they are near.
func (q *Quantity) saidSoFar() string { return q.nearFrom(q.Statement.Start) }

// nearFrom is the words before a number that stand behind a place and are near.
func (q *Quantity) nearFrom(place int) string {
	text := q.Statement.Text
	near := chinese.RuneStart(text, max(0, q.Start-chinese.Farthest))
	return text[min(max(place, near), q.Start):q.Start] // a text may begin in the midst of a character
}

// saidBehind is where the words before a number begin: behind the number before it in its clause, or where the clause does.
func (q *Quantity) saidBehind() int {
	start := q.Clause.Start
	for _, z := range q.Statement.Quantities {
		if z.Form == Number && z.End <= q.Start && z.End > start {
			start = z.End
		}
	}
	return start
}

// saidBefore is the words before a number that are its own: back to the number before it and the marks that part items; "" where such a mark stands
// right before it.
func (q *Quantity) saidBefore() string {
	text, from := q.Statement.Text, q.Statement.Start
	for _, z := range q.Statement.Quantities {
		if z.End <= q.Start {
			from = max(from, z.End)
		}
	}
	before, marks := text[from:q.Start], itemMarks
	if q.isAloneInBrackets() {
		before, marks = strings.TrimSuffix(before, "（"), itemMarks+"）、" // 理由为第三方不同意公开（2件）、属于查询事项（4件）
	}
	if strings.HasSuffix(before, "、") {
		return ""
	}
	if at := strings.LastIndexAny(before, marks); at >= 0 {
		_, size := utf8.DecodeRuneInString(before[at:])
		before = before[at+size:]
	}
	return before
}

// itemMarks part what two numbers count.
const itemMarks = "；：:（(，,—①②③④⑤⑥⑦⑧⑨⑩"

// saidAfter is the words behind a number that may be its own: up to ； or 。, or to the mark before the words of the next number.
func (q *Quantity) saidAfter() string {
	const longest = 40 // characters
	behind := q.Statement.Text[q.End:max(q.End, q.Statement.End)]
	for _, z := range q.Statement.Quantities {
		if z.Start >= q.End {
			behind = strings.TrimSuffix(q.Statement.Text[q.End:z.Start], "（") // 办结（88件），结转2025年（8件）
			behind = behind[:max(0, strings.LastIndexAny(behind, itemMarks+"、"))]
			break
		}
	}
	if at := strings.IndexAny(behind, "；。（(：—"); at >= 0 {
		behind = behind[:at]
	}
	return chinese.Clip(behind, longest)
}

// addsKindsUp says whether before a number, back to the last ；, several kinds are added up: 三类合计28件，予以公开19件.
func (q *Quantity) addsKindsUp() bool {
	said := q.saidSoFar()
	said = said[strings.LastIndex(said, "；")+1:]
	for _, sum := range []string{"类合计", "类共", "项合计", "类申请合计", "类申请共"} {
		_, behind, found := strings.Cut(said, sum)
		behind = strings.TrimLeft(behind, "0123456789.")
		if found && !strings.HasPrefix(behind, "%") && !strings.HasPrefix(behind, "占") { // 两项合计46.0%
			return true
		}
	}
	return false
}

// saysSomething says whether words are more than marks and joints.
func saysSomething(words string) bool {
	return strings.Trim(words, "、）\u3000 有另及和的") != ""
}

// isAloneInBrackets is true of the number of an item that is told in brackets behind its name, with which nothing else is told: 财政资金（49条）.
func (q *Quantity) isAloneInBrackets() bool {
	return strings.HasPrefix(q.Statement.Text[q.End:], "）") && strings.HasSuffix(q.Statement.Text[:q.Start], "（")
}
