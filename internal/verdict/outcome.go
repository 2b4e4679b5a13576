package check

import (
	"nianbao/internal/model"
)

// Outcome is what came of checking one file.
type Outcome struct {
	File     string
	Report   *model.Report // nil if the file could not be read
	Findings []Finding
	Notes    []string // what was not checked, and why
	Err      error    // why it could not be read
}

// Counts is how many findings of each level an outcome has. Explained ones are counted there and not under their level.
type Counts struct {
	Fatal     int `json:"fatal"`
	Query     int `json:"query"`
	Info      int `json:"info"`
	Explained int `json:"explained"`
}

// Counts counts the findings.
func (o Outcome) Counts() Counts {
	var n Counts
	for _, f := range o.Findings {
		switch {
		case f.Explanation != "":
			n.Explained++
		case f.Level == Fatal:
			n.Fatal++
		case f.Level == Query:
			n.Query++
		default:
			n.Info++
		}
	}
	return n
}

// Passes says whether the report may be published as it stands; strict also asks for every 核实 to be explained.
func (o Outcome) Passes(strict bool) bool {
	n := o.Counts()
	return o.Err == nil && n.Fatal == 0 && (!strict || n.Query == 0)
}
