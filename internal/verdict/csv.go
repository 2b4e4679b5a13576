package verdict

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
)

// Heads of columns by which what was written is read back, in CSV and in workbooks alike.
const (
	HeadUnit        = "单位"
	HeadFile        = "文件"
	HeadNumber      = "编号"
	HeadExplanation = "说明"
)

// csvColumns heads the lines of CSV. The four counts are filled in a report's own line; new columns come last.
// Where there are points, one more tells what a report is expected to lose.
var csvColumns = []string{HeadFile, HeadUnit, "年度", "级别", "位置", "问题", "应为", "实为", "相差", "可能的原因", "依据", "规则", HeadNumber, HeadExplanation, "规则名称", "强制", "核实", "提示", "已说明", "读取存疑"}

// firstColumns is how many columns have been the first of CSV ever since.
const firstColumns = 6

// pointsColumn is the head of what a report is expected to lose.
const pointsColumn = "扣分"

// levelColumn is the column of a finding's level, and of a report's verdict.
const levelColumn = 3

// explanationColumn is the column in which people may explain a finding.
const explanationColumn = 13

// countsFrom is the column of the first count.
const countsFrom = 15

// NewCSV is a writer of a line for each report, with the verdict in the place of a level, and one for each of its findings below, for
// spreadsheets: UTF-8 with a byte order mark, which they need to read Chinese.
func NewCSV(w io.Writer, o Options) Writer {
	return &csvWriter{to: w, options: o}
}

type csvWriter struct {
	to      io.Writer
	options Options
	begun   bool
}

func (w *csvWriter) Write(o Outcome) error {
	if err := w.begin(); err != nil {
		return err
	}
	_, err := io.WriteString(w.to, AsCSV.told(o, w.options))
	return err
}

// asCSV are the lines of an outcome.
func asCSV(o Outcome, w Options) string {
	if o.Err != nil {
		return w.lines([]string{o.File, "", "", o.Verdict(w.Strict), "", remedy.Told(o.Err, w.Word)})
	}
	n := o.Counts()
	own := []string{o.File, o.Report.Unit(), o.Report.YearText(), o.Verdict(w.Strict), "", found(n)}
	own = append(own, make([]string, countsFrom-len(own))...)
	for _, count := range []int{n.Fatal, n.Query, n.Info, n.Explained} {
		own = append(own, strconv.Itoa(count))
	}
	if w.scores() {
		own = append(own, "", o.points(w.Points).String())
	}
	rows := [][]string{own}
	for _, f := range o.Findings {
		cells := make([]string, len(csvColumns))
		copy(cells, []string{o.File, o.Report.Unit(), o.Report.YearText(), f.Level.String(), where(f), f.Message + w.advice(f),
			f.Expected, f.Actual, f.Difference, strings.Join(f.Hints, ""), f.Citation, f.Rule, f.Number(), f.Explanation, check.NameOf(f.Rule)})
		cells[len(cells)-1] = f.Doubt
		rows = append(rows, cells)
	}
	return w.lines(rows...)
}

// found is what a report's own line says of its findings.
func found(n Counts) string {
	if n == (Counts{}) {
		return "没有发现问题。"
	}
	return n.words() + "。"
}

func (w *csvWriter) Close() error {
	return w.begin()
}

func (w *csvWriter) begin() error {
	if w.begun {
		return nil
	}
	w.begun = true
	heads := csvColumns
	if w.options.scores() {
		heads = append(slices.Clone(heads), pointsColumn)
	}
	_, err := io.WriteString(w.to, "\ufeff"+w.options.lines(heads))
	return err
}

func (w Options) lines(rows ...[]string) string {
	columns := len(csvColumns)
	if w.scores() {
		columns++
	}
	var b strings.Builder
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	for _, cells := range rows {
		inerted := make([]string, columns) // every line has all columns
		for i, text := range cells {
			inerted[i] = line.Inert(line.Shown(text))
		}
		out.Write(inerted)
	}
	out.Flush()
	return b.String()
}

// where is the place of a finding in words.
func where(f check.Finding) string {
	place := f.Where().Place.String()
	if f.Text != nil && f.Text.Paragraph > 0 {
		return strings.TrimSpace(fmt.Sprintf("%s %s第%d段", place, f.Text.Section, f.Text.Paragraph))
	}
	return place
}
