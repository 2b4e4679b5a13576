package verdict

import (
	"bytes"
	"encoding/json"
	"io"

	"nianbao/internal/published"
)

// ComparedSchema names what WriteComparedJSON writes.
const ComparedSchema = "nianbao.compare/1"

// A comparison as other programs read it.
type (
	jsonCompared struct {
		Schema      string           `json:"schema"`
		Verdict     string           `json:"verdict"`
		A           jsonVersion      `json:"a"`
		B           jsonVersion      `json:"b"`
		Identical   bool             `json:"identical,omitempty"`
		Counts      jsonDiffering    `json:"counts"`
		Notes       []string         `json:"notes,omitempty"`
		Differences []jsonDifference `json:"differences"`
		Unread      []jsonUnread     `json:"unread"`
	}
	jsonVersion struct {
		File    string `json:"file"`
		Unit    string `json:"unit,omitempty"`
		Year    int    `json:"year,omitempty"`
		Edition string `json:"edition"`
		Code    string `json:"code,omitempty"` // of what it prints, where that was read as a whole
	}
	jsonDiffering struct {
		Figures int `json:"figures"`
		Texts   int `json:"texts"`
		Unread  int `json:"unread"`
	}
	jsonDifference struct {
		Kind  string    `json:"kind"`
		Part  string    `json:"part"`
		Key   string    `json:"key,omitempty"`
		Label string    `json:"label,omitempty"`
		A     *jsonSide `json:"a,omitempty"`
		B     *jsonSide `json:"b,omitempty"`
	}
	jsonUnread struct {
		Kind  string    `json:"kind"`
		Part  string    `json:"part"`
		Label string    `json:"label,omitempty"`
		In    []string  `json:"in"`
		Gone  bool      `json:"absent,omitempty"` // nothing of the section was found
		Keys  []string  `json:"keys,omitempty"`
		Why   string    `json:"why,omitempty"`
		A     *jsonSide `json:"a,omitempty"`
		B     *jsonSide `json:"b,omitempty"`
	}
	jsonSide struct {
		Text string `json:"text"`
		Ref  string `json:"ref,omitempty"`
		Gone bool   `json:"gone,omitempty"`
	}
)

var differenceCodes = map[published.DifferenceKind]string{
	published.UnitDiffers: "unit", published.YearDiffers: "year", published.EditionDiffers: "edition", published.TitleDiffers: "title",
	published.HeadingDiffers: "heading", published.LabelDiffers: "label", published.FigureDiffers: "figure", published.TextAltered: "altered", published.TextAdded: "added",
	published.TextRemoved: "removed", published.TextMoved: "moved", published.DateDiffers: "date",
	published.SignatureDiffers: "signature", published.BesideAdded: "beside_added", published.BesideRemoved: "beside_removed",
}

var unreadCodes = map[published.UnreadKind]string{
	published.TitleUnread: "title", published.UnitUnread: "unit", published.YearUnread: "year", published.DateUnread: "date",
	published.HeadingUnread: "heading", published.TableUnread: "table", published.RowUnread: "row", published.FigureDoubted: "figure", published.LabelDoubted: "label",
}

// WriteComparedJSON tells what differs as one object of the schema nianbao.compare/1.
func WriteComparedJSON(w io.Writer, c Compared) error {
	figures, texts := c.counts()
	out := jsonCompared{
		Schema: ComparedSchema, Verdict: "same", A: c.A.json(), B: c.B.json(), Identical: c.Identical, Notes: c.Notes,
		Counts: jsonDiffering{figures, texts, len(c.Unread)}, Differences: []jsonDifference{}, Unread: []jsonUnread{},
	}
	switch {
	case len(c.Differences) > 0:
		out.Verdict = "different"
	case len(c.Unread) > 0:
		out.Verdict = "unread"
	}
	for _, d := range c.Differences {
		told := jsonDifference{Kind: differenceCodes[d.Kind], Part: d.Part.Title(), Key: string(d.Key), Label: d.Label, A: jsonOf(d.A), B: jsonOf(d.B)}
		switch d.Kind {
		case published.TextAdded, published.BesideAdded:
			told.A = nil
		case published.TextRemoved, published.BesideRemoved:
			told.B = nil
		}
		out.Differences = append(out.Differences, told)
	}
	for _, u := range c.Unread {
		out.Unread = append(out.Unread, unreadJSON(u))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, escaped(b.String()))
	return err
}

func unreadJSON(u published.Unread) jsonUnread {
	out := jsonUnread{Kind: unreadCodes[u.Kind], Part: u.Part.Title(), Label: u.Label, Gone: u.Absent, Why: u.Why}
	if u.InA {
		out.In = append(out.In, "a")
	}
	if u.InB {
		out.In = append(out.In, "b")
	}
	for _, f := range u.Figures {
		out.Keys = append(out.Keys, string(f.Key))
	}
	if u.A != u.B {
		out.A, out.B = jsonOf(u.A), jsonOf(u.B)
	}
	return out
}

func jsonOf(s published.Side) *jsonSide { return &jsonSide{s.Text, s.Place, s.Gone} }

func (v Version) json() jsonVersion {
	year, _ := v.Report.Year()
	return jsonVersion{v.File, v.Report.Unit(), year, v.Report.Edition.ID, v.code()}
}
