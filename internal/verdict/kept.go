package verdict

import (
	"encoding/csv"
	"encoding/json"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/line"
)

// Kept is what is kept of an outcome, so that it can be told again as a Writer told it, and counted, without its report.
type Kept struct {
	Unit    string   `json:"unit,omitempty"`
	Year    string   `json:"year,omitempty"`
	Counts  Counts   `json:"counts"`
	Numbers []string `json:"numbers,omitempty"` // of the findings
	Points  string   `json:"points,omitempty"`  // that the report is expected to lose; "" where the county laid down none
	Quiet   bool     `json:"quiet,omitempty"`   // a register says all that there is to say
	Text    string   `json:"text"`
	Entry   *Entered `json:"entry,omitempty"` // what a ledger has of it; nil where there is none

	Uncompared bool `json:"uncompared,omitempty"` // it was held against nothing of the year before
	Stocks     bool `json:"stocks,omitempty"`     // but for the stocks that it remembers
}

// Telling is how one outcome is told, between the head and the end of what a Writer writes.
type Telling struct {
	shape shape
	tell  func(Outcome, Options) string
	holds func(text string) bool // whether it may be a telling of one outcome
}

// The tellings of the writers: AsText is that of NewText and NewRegister, the others are those of NewJSON, NewJSONLines and NewCSV.
// Untold tells nothing.
var (
	AsText     = Telling{textShape, asText, func(text string) bool { return strings.HasSuffix(text, "\n") }}
	AsJSON     = Telling{objectShape, asJSON, isObject}
	AsJSONLine = Telling{linesShape, asJSONLine, func(text string) bool { return strings.Index(text, "\n") == len(text)-1 && isObject(text) }}
	AsCSV      = Telling{tableShape, asCSV, areInert}
	Untold     = Telling{textShape, func(Outcome, Options) string { return "" }, func(text string) bool { return text == "" }}
)

// Keep is what is kept of the outcome of a file that could be read.
func (w Options) Keep(o Outcome, as Telling) Kept {
	k := Kept{Unit: o.unit(), Year: o.yearText(), Counts: o.Counts(), Numbers: o.Numbers(), Quiet: w.isQuiet(o), Text: as.tell(o, w), Uncompared: o.Uncompared, Stocks: o.LeftOpen() == uncomparedButStocks}
	if w.scores() {
		k.Points = o.points(w.Points).String()
	}
	return k
}

// KeepEntered is Keep with what a ledger has of the outcome.
func (w Options) KeepEntered(o Outcome, as Telling) Kept {
	k := w.Keep(o, as)
	k.Entry = w.entered(o)
	return k
}

// Holds says whether what was kept is such as Keep gives it, so that it can be told again: it may come from a file that anybody wrote.
func (as Telling) Holds(k Kept) bool {
	n := k.Counts
	return as.holds(k.Text) && min(n.Fatal, n.Query, n.Info, n.Explained) >= 0 && (k.Points == "" || isPoints(k.Points)) && (k.Entry == nil || k.Entry.isSound())
}

// told is what is told of an outcome: what was kept of it, else what is to be told now.
func (as Telling) told(o Outcome, w Options) string {
	if o.Kept != nil {
		return o.Kept.Text
	}
	return as.tell(o, w)
}

// isPoints tells a sum of points: a plain decimal, since others may stand for numbers of any length.
func isPoints(text string) bool {
	const longest = 24 // characters: digits, a point
	_, err := decimal.NewFromString(text)
	return err == nil && len(text) <= longest && strings.Trim(text, "0123456789.") == ""
}

func isObject(text string) bool { return strings.HasPrefix(text, "{") && json.Valid([]byte(text)) }

// areInert tells lines of CSV as they are written.
func areInert(text string) bool {
	from := csv.NewReader(strings.NewReader(text))
	rows, err := from.ReadAll()
	for _, row := range rows {
		for _, cell := range row {
			if line.Inert(line.Shown(line.Typed(cell))) != cell {
				return false
			}
		}
	}
	return err == nil && len(rows) > 0 && len(rows[0]) >= len(csvColumns)
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
		if f.ExplainedAs != "" {
			numbers = append(numbers, f.ExplainedAs)
		}
	}
	return numbers
}

// isQuiet says whether there is no more to tell of an outcome than a register has.
func (w Options) isQuiet(o Outcome) bool {
	if o.Kept != nil {
		return o.Kept.Quiet
	}
	return o.Err == nil && len(o.Findings) == 0 && len(o.Notes) == 0 && !w.ExplainText
}

func (o Outcome) uncompared() bool {
	if o.Kept != nil {
		return o.Kept.Uncompared
	}
	return o.Uncompared
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
