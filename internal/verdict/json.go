package check

import (
	"encoding/json"
	"io"
)

// The findings as other programs read them: nianbao.findings/1.
type (
	jsonFindings struct {
		Schema  string        `json:"schema"`
		Reports []jsonOutcome `json:"reports"`
	}
	jsonOutcome struct {
		File     string        `json:"file"`
		Unit     string        `json:"unit,omitempty"`
		Year     int           `json:"year,omitempty"`
		Edition  string        `json:"edition,omitempty"`
		Verdict  string        `json:"verdict"`
		Counts   Counts        `json:"counts"`
		Notes    []string      `json:"notes,omitempty"`
		Findings []jsonFinding `json:"findings"`
		Error    string        `json:"error,omitempty"`
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
		Citation    string     `json:"citation,omitempty"`
		Fingerprint string     `json:"fingerprint"`
		Explanation string     `json:"explanation,omitempty"`
	}
	jsonCell struct {
		Key   string `json:"key,omitempty"`
		Role  Role   `json:"role"`
		Label string `json:"label,omitempty"`
		Ref   string `json:"ref,omitempty"`
		Value string `json:"value,omitempty"`
	}
	jsonQuote struct {
		Section   string `json:"section,omitempty"`
		Paragraph int    `json:"paragraph,omitempty"`
		Quote     string `json:"quote,omitempty"`
	}
)

// WriteJSON writes the outcomes as one object of the schema nianbao.findings/1.
func WriteJSON(w io.Writer, outcomes []Outcome, strict bool) error {
	out := jsonFindings{Schema: "nianbao.findings/1", Reports: []jsonOutcome{}}
	for _, o := range outcomes {
		out.Reports = append(out.Reports, o.json(strict))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (o Outcome) json(strict bool) jsonOutcome {
	out := jsonOutcome{File: o.File, Counts: o.Counts(), Findings: []jsonFinding{}}
	switch {
	case o.Err != nil:
		out.Verdict, out.Error = "unreadable", o.Err.Error()
		return out
	case o.Passes(strict):
		out.Verdict = "pass"
	default:
		out.Verdict = "fail"
	}
	out.Unit, out.Edition = o.Report.Unit(), o.Report.Edition.ID
	out.Year, _ = o.Report.Year()
	out.Notes = o.Notes
	for _, f := range o.Findings {
		out.Findings = append(out.Findings, f.json())
	}
	return out
}

func (f Finding) json() jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Level: f.Level.Code(), Message: f.Message,
		Expected: f.Expected, Actual: f.Actual, Difference: f.Difference,
		Hints: f.Hints, Citation: f.Citation, Fingerprint: f.Fingerprint, Explanation: f.Explanation,
	}
	for _, c := range f.Cells {
		out.Cells = append(out.Cells, jsonCell{string(c.Key), c.Role, c.Label, c.Place.String(), c.Value})
	}
	if f.Text != nil {
		out.Text = &jsonQuote{f.Text.Section, f.Text.Paragraph, f.Text.Words}
	}
	return out
}
