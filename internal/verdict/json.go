package verdict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
)

// Schema names what NewJSON writes.
const Schema = "nianbao.findings/1"

// An outcome as other programs read it.
type (
	jsonOutcome struct {
		File     string        `json:"file"`
		Unit     string        `json:"unit,omitempty"`
		Year     int           `json:"year,omitempty"`
		Edition  string        `json:"edition,omitempty"`
		Verdict  string        `json:"verdict"`
		Code     string        `json:"code,omitempty"` // of what it prints, where it may be published
		Counts   Counts        `json:"counts"`
		Notes    []string      `json:"notes,omitempty"`
		Findings []jsonFinding `json:"findings"`
		Error    string        `json:"error,omitempty"`

		Deduction *jsonDeduction `json:"deduction,omitempty"` // where the county laid down points
	}
	jsonFinding struct {
		Rule        string     `json:"rule"`
		Level       string     `json:"level"`
		Message     string     `json:"message"`
		Expected    string     `json:"expected,omitempty"`
		Actual      string     `json:"actual,omitempty"`
		Difference  string     `json:"difference,omitempty"`
		Cells       []jsonCell `json:"cells,omitempty"`
		Text        *jsonQuote `json:"text,omitempty"`
		Hints       []string   `json:"hints,omitempty"`
		Remedy      string     `json:"remedy,omitempty"`
		Doubt       bool       `json:"doubt,omitempty"`
		Citation    string     `json:"citation,omitempty"`
		Fingerprint string     `json:"fingerprint"`
		Explanation string     `json:"explanation,omitempty"`
	}
	jsonCell struct {
		Key   string     `json:"key,omitempty"`
		Role  check.Role `json:"role"`
		Label string     `json:"label,omitempty"`
		Ref   string     `json:"ref,omitempty"`
		Value string     `json:"value,omitempty"`
	}
	jsonQuote struct {
		Section   string `json:"section,omitempty"`
		Paragraph int    `json:"paragraph,omitempty"`
		Quote     string `json:"quote,omitempty"`
	}
)

// NewJSON is a writer of one object of the schema nianbao.findings/1.
func NewJSON(w io.Writer, o Options) Writer { return &jsonWriter{to: w, options: o} }

type jsonWriter struct {
	to      io.Writer
	options Options
	reports int
	points  decimal.Decimal // of all reports
}

func (w *jsonWriter) Write(o Outcome) error {
	before := ",\n    "
	if w.reports == 0 {
		before = "{\n  \"schema\": \"" + Schema + "\",\n  \"reports\": [\n    "
	}
	w.reports++
	w.points = w.points.Add(o.points(w.options.Points))
	_, err := io.WriteString(w.to, before+AsJSON.told(o, w.options))
	return err
}

// asJSON is the object of an outcome in the list.
func asJSON(o Outcome, w Options) string {
	return strings.TrimSuffix(encoded(w.json(o), "    ", "  "), "\n")
}

// asJSONLine is the object of an outcome on a line.
func asJSONLine(o Outcome, w Options) string { return encoded(w.json(o), "", "") }

// encoded is an outcome as JSON, which holds nothing that cannot be written so.
func encoded(o jsonOutcome, prefix, indent string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, indent)
	if err := enc.Encode(o); err != nil {
		panic(err)
	}
	return escaped(b.String())
}

// escaped writes the characters of JSON strings that are not seen as \u…, which reads back as the same, so that the JSON may be
// shown on a terminal too. Those below U+0020 the encoder escapes.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == '\n' || !line.Hidden(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}

func (w *jsonWriter) Close() error {
	end := "\n  ]"
	if w.reports == 0 {
		end = "{\n  \"schema\": \"" + Schema + "\",\n  \"reports\": []"
	}
	if w.options.scores() {
		end += fmt.Sprintf(",\n  \"deduction\": {\"total\": \"%s\"}", w.points)
	}
	end += "\n}\n"
	_, err := io.WriteString(w.to, end)
	return err
}

// NewJSONLines is a writer of one line for each report, the object that NewJSON has in its list. The same line tells a report whatever
// stands before and behind it, so that it can be read as it comes.
func NewJSONLines(w io.Writer, o Options) Writer { return jsonLines{w, o} }

type jsonLines struct {
	to      io.Writer
	options Options
}

func (w jsonLines) Write(o Outcome) error {
	_, err := io.WriteString(w.to, AsJSONLine.told(o, w.options))
	return err
}

func (jsonLines) Close() error { return nil }

func (w Options) json(o Outcome) jsonOutcome {
	out := jsonOutcome{File: o.File, Counts: o.Counts(), Findings: []jsonFinding{}}
	switch {
	case o.Err != nil:
		out.Verdict, out.Error = "unreadable", remedy.Told(o.Err, w.Word)
		return out
	case o.Passes(w.Strict):
		out.Verdict = "pass"
	default:
		out.Verdict = "fail"
	}
	out.Unit, out.Edition = o.Report.Unit(), o.Report.Edition.ID
	out.Year, _ = o.Report.Year()
	out.Code, out.Notes = o.Code, o.Notes
	if points := w.points(o); len(points) > 0 {
		out.Deduction = newJSONDeduction(o.deduction(points))
	}
	for _, f := range o.Findings {
		out.Findings = append(out.Findings, w.finding(f))
	}
	return out
}

func (w Options) finding(f check.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Level: f.Level.Code(), Message: f.Message,
		Expected: f.Expected, Actual: f.Actual, Difference: f.Difference,
		Hints: f.Hints, Remedy: w.advice(f), Doubt: f.Doubt != "", Citation: f.Citation, Fingerprint: f.Fingerprint, Explanation: f.Explanation,
	}
	for _, c := range f.Cells {
		out.Cells = append(out.Cells, jsonCell{string(c.Key), c.Role, c.Label, c.Place.String(), c.Value})
	}
	if f.Text != nil {
		out.Text = &jsonQuote{f.Text.Section, f.Text.Paragraph, f.Text.Words}
	}
	return out
}
