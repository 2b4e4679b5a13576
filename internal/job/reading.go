package job

import (
	"encoding/json"
	"errors"
	"slices"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/sealed"
)

// Reading is what Gather keeps of a source that could be read, as it stands in a record.
type Reading struct {
	kept  gathered
	texts bool // those of its sections are kept, too
}

// Readings are what is known of sources from a run before. Of is asked side by side; for each source that could be read, one of the others
// is called then, in their order.
type Readings interface {
	Of(file, input string) (Reading, bool) // input is the digest of its contents
	Stands(file string)                    // what is known of it was taken
	Keep(file, input string, r Reading)    // it was read
}

// readingJSON is how a reading stands in a file. The name of the source is that of the line.
type readingJSON struct {
	Unit       string         `json:"unit,omitempty"`
	Level      string         `json:"level,omitempty"`
	Year       int            `json:"year,omitempty"`
	Scope      string         `json:"scope,omitempty"`
	Digest     string         `json:"digest"`
	Figures    county.Packed  `json:"figures"`
	Indicators []county.Given `json:"indicators,omitempty"`
	Read       bool           `json:"read,omitempty"`
	Blank      bool           `json:"blank,omitempty"`
	Doubts     []form.Key     `json:"doubts,omitempty"`
	Texts      []county.Text  `json:"texts,omitempty"`
	Seen       seenOfIt       `json:"seen"`
	Sum        string         `json:"sum"` // the digest of the rest: a slip in a figure is not seen otherwise
}

// seenOfIt is a glance at a report that could be read; what is missing stands beside it.
type seenOfIt struct {
	Year    int    `json:"year,omitempty"`
	Name    string `json:"name,omitempty"`
	Ours    bool   `json:"ours,omitempty"`
	Data    bool   `json:"data,omitempty"`
	Foreign bool   `json:"foreign,omitempty"`
	Summed  bool   `json:"summed,omitempty"`
	Told    bool   `json:"told,omitempty"`
	Copied  bool   `json:"copied,omitempty"`
	Made    string `json:"made,omitempty"`
	From    string `json:"from,omitempty"`
}

// MarshalJSON writes all but the name of the source.
func (r Reading) MarshalJSON() ([]byte, error) {
	c, g := r.kept.report, r.kept.glance
	out := readingJSON{Unit: c.Unit, Level: c.Level, Year: c.Year, Scope: g.scope, Digest: c.Digest, Figures: c.Figures, Indicators: c.Indicators, Read: c.Read, Blank: c.Blank, Doubts: c.Doubts, Texts: c.Texts,
		Seen: seenOfIt{g.year, g.name, g.ours, g.data, g.foreign, g.summed, g.told, g.copied, g.made, g.from}}
	var err error
	if out.Sum, err = out.sum(); err != nil {
		return nil, err
	}
	return json.Marshal(out)
}

// sum is the digest of all but itself.
func (r readingJSON) sum() (string, error) {
	r.Sum = ""
	data, err := json.Marshal(r)
	return sealed.Digest(data), err
}

var errNoReading = errors.New("no reading of a report")

// UnmarshalJSON reads what MarshalJSON wrote. The error is that it is something else.
func (r *Reading) UnmarshalJSON(data []byte) error {
	var in readingJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	e := in.Figures.Edition
	isForeign := func(k form.Key) bool { _, ok := e.Cell(k); return !ok }
	isAnother := func(t county.Text) bool { return !slices.Contains(GatheredTexts, t.Key) }
	sum, err := in.sum()
	if err != nil || sum != in.Sum || e == nil || in.Digest == "" || slices.ContainsFunc(in.Doubts, isForeign) || slices.ContainsFunc(in.Texts, isAnother) {
		return errNoReading
	}
	s := in.Seen
	*r = Reading{
		kept: gathered{
			glance: glance{unit: in.Unit, year: s.Year, scope: in.Scope, name: s.Name, ours: s.Ours, data: s.Data, foreign: s.Foreign, summed: s.Summed, told: s.Told, copied: s.Copied, made: s.Made, from: s.From, digest: in.Digest},
			report: county.Report{Unit: in.Unit, Level: in.Level, Year: in.Year, IsSum: in.Scope == form.SumScope, Digest: in.Digest, Figures: in.Figures, Indicators: in.Indicators, Read: in.Read, Blank: in.Blank, Doubts: in.Doubts, Texts: in.Texts},
		},
		texts: in.Texts != nil,
	}
	return nil
}

// of is what is kept of a source of this name, with the texts of its sections or without; ok is false where these are missing.
func (r Reading) of(file string, texts bool) (k gathered, ok bool) {
	k = r.kept
	k.report.File, k.known = file, true
	if !texts {
		k.report.Texts = nil
	}
	return k, r.texts || !texts
}
