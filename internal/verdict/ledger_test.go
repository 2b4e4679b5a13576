package verdict_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

func TestLedger(t *testing.T) {
	l := verdict.NewLedger(verdict.Options{Word: word})
	for _, o := range outcomes(t) {
		l.Add(o)
	}
	var b strings.Builder
	for _, e := range l.Entries() {
		fmt.Fprintf(&b, "%s|%s|%s|%s|%+v|%s|%s\n", e.Unit, e.Year, e.Level, e.Verdict, e.Counts, e.File, e.Notes)
	}
	n := 0
	for i := range l.Items() {
		n++
		fmt.Fprintf(&b, "\n%s|%s|%s|%s|%s|%s|%s|%s|%s\n%s\n", i.Unit, i.Level, i.Section, i.Place, i.Due, i.Found, i.Rule, i.Explanation, i.Doubt, i.Message)
	}
	fmt.Fprintf(&b, "\n%s\n", l.Sentence())
	sample.Golden(t, "testdata/ledger.golden", b.String())
	assert.NotContains(t, b.String(), "\x1b")
	assert.Equal(t, n, l.Length())
	assert.Equal(t, 2024, l.Year(), "the latest")
}

// unit is an outcome on a unit's report, with findings of some levels.
func unit(file, name, year string, findings ...check.Finding) verdict.Outcome {
	r := model.New(form.Editions()[len(form.Editions())-1])
	r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: name}, model.Field{Text: year}
	return verdict.Outcome{File: file, Report: r, Findings: findings}
}

func finding(level check.Level, message, explanation string) check.Finding {
	return check.Finding{Level: level, Message: message, Explanation: explanation, Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "a1b2c3d4"}
}

func TestOrderOfALedger(t *testing.T) {
	fatal, query, info := finding(check.Fatal, "强", ""), finding(check.Query, "核", ""), finding(check.Info, "提", "")
	unread := verdict.Outcome{File: "坏", Err: errors.New("坏了")}
	for _, c := range []struct {
		why            string
		outcomes       []verdict.Outcome
		entries, items string
	}{
		{"who must do something comes first", []verdict.Outcome{unit("甲", "甲镇", "2025"), unread, unit("乙", "乙镇", "2025", fatal)}, "乙 坏 甲", "乙强"},
		{"the order of the files is kept, whatever the units are called", []verdict.Outcome{unit("1", "乙镇", "2025", query), unit("2", "甲镇", "2025", query)}, "1 2", "1核 2核"},
		{"files of one unit stand together", []verdict.Outcome{unit("1", "甲镇", "2025"), unit("2", "乙镇", "2025"), unit("3", "甲镇", "2024")}, "1 3 2", ""},
		{"also with a space in its name", []verdict.Outcome{unit("1", "甲镇", "2025"), unit("2", "乙镇", "2025"), unit("3", "甲 镇", "2024")}, "1 3 2", ""},
		{"those without a unit have nothing in common", []verdict.Outcome{unit("1", "", "2025"), unit("2", "乙镇", "2025"), unit("3", "", "2025")}, "1 2 3", ""},
		{"what weighs most comes first, else the order of the report", []verdict.Outcome{unit("1", "甲镇", "2025", info, query, fatal, finding(check.Query, "又", ""))}, "1", "1强 1核 1又 1提"},
		{"explained ones come behind the others of their level", []verdict.Outcome{unit("1", "甲镇", "2025", info, finding(check.Query, "明", "属实"), query)}, "1", "1核 1明 1提"},
	} {
		l := verdict.NewLedger(verdict.Options{})
		for _, o := range c.outcomes {
			l.Add(o)
		}
		var entries, items []string
		for _, e := range l.Entries() {
			entries = append(entries, e.File)
		}
		for i := range l.Items() {
			items = append(items, i.File+i.Message)
		}
		assert.Equal(t, c.entries, strings.Join(entries, " "), c.why)
		assert.Equal(t, c.items, strings.Join(items, " "), c.why)
	}
}

func TestNotesOfALedgerAreShort(t *testing.T) {
	l := verdict.NewLedger(verdict.Options{})
	o := unit("甲", "甲镇", "2025")
	o.Notes = []string{"一", strings.Repeat("二", 500), "三\n", "四", "五", "六"}
	l.Add(o)
	lines := strings.Split(l.Entries()[0].Notes, "\n")
	assert.Len(t, lines, 5)
	assert.Less(t, utf8.RuneCountInString(lines[1]), 200)
	assert.Equal(t, "三〈换行〉。", lines[2])
	assert.Equal(t, "另有2条，单独校验这一份时看得到。", lines[4])
}

// Of two thousand reports with thirty findings each, the ledger keeps the words and no report.
func TestLedgerKeepsLittle(t *testing.T) {
	const files, each, most = 2000, 30, 48 << 20 // bytes
	l := verdict.NewLedger(verdict.Options{})
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	for i := range files {
		o := unit(fmt.Sprintf("各镇/第%d镇.xlsx", i), fmt.Sprintf("第%d镇人民政府", i), "2025")
		o.Report.Fields["unit.address"] = model.Field{Text: strings.Repeat("长", 100_000)}
		for n := range each {
			f := finding(check.Fatal, fmt.Sprintf("“予以公开”的“自然人”第%d处没有填，没有的请填0；写在别处的不会印到报告里，请移到黄色格里，或者删去。", n), "")
			f.Cells[0].Place = model.Place{Sheet: "基本信息", Ref: fmt.Sprintf("C%d", n)}
			o.Findings = append(o.Findings, f)
		}
		l.Add(o)
	}
	kept := heap() - before
	t.Logf("%d KB", kept>>10)
	assert.Less(t, kept, uint64(most))
	assert.Equal(t, files*each, l.Length())
}
