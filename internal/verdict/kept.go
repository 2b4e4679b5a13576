package verdict

import (
	"strings"
)

// Kept is what is kept of an outcome, so that it can be told again as NewText tells it, and counted, without its report.
type Kept struct {
	Unit    string   `json:"unit,omitempty"`
	Year    string   `json:"year,omitempty"`
	Counts  Counts   `json:"counts"`
	Numbers []string `json:"numbers,omitempty"` // of the findings
	Text    string   `json:"text"`
}

// Keep is what is kept of the outcome of a file that could be read.
func (w Options) Keep(o Outcome) Kept {
	var b strings.Builder
	teller{o, w}.tell(&b)
	return Kept{Unit: o.unit(), Year: o.yearText(), Counts: o.Counts(), Numbers: o.Numbers(), Text: b.String()}
}

// Outcome is what was kept of a file, to be told again.
func (k Kept) Outcome(file string) Outcome { return Outcome{File: file, Kept: &k} }

// Numbers are those of the findings, by which they are explained.
func (o Outcome) Numbers() (numbers []string) {
	if o.Kept != nil {
		return o.Kept.Numbers
	}
	for _, f := range o.Findings {
		numbers = append(numbers, f.Number())
	}
	return numbers
}

// unit is whose report it is, shortened.
func (o Outcome) unit() string {
	if o.Kept != nil {
		return shortened(o.Kept.Unit)
	}
	return shortened(o.Report.Unit())
}

// yearText is the year of the report, shortened.
func (o Outcome) yearText() string {
	if o.Kept != nil {
		return shortened(o.Kept.Year)
	}
	return shortened(o.Report.YearText())
}
