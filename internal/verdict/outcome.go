// Package verdict tells what came of checking: outcomes as text, JSON or CSV, and the catalogue of rules itself.
package verdict

import (
	"fmt"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// Outcome is what came of checking one file.
type Outcome struct {
	File     string
	Report   *model.Report // nil if the file could not be read
	Findings []check.Finding
	Code     string           // of what it prints (published.Code), where it may be published; "" elsewhere
	Notes    []string         // what was not checked, and why
	Read     []check.Sentence // what was read of the texts, where that was asked for
	Points   []check.Points   // what findings cost by what the file itself carries; nil for nothing, or where the Options have it
	Alike    []string         // all inputs on the same unit and year, itself among them; nil if it is the only one
	Equal    bool             // all of these say the same
	Err      error            // why it could not be read

	Open []string // what the checks do not look at and is still to be filled in

	Members *Members // of what is an office's own: what is to be said of the reports that are added up in it; nil for any other

	Uncompared bool // it was held against nothing of the year before

	Kept *Kept // what stands for report, findings and notes where they were told before
}

// Members is what a verdict on an office's own report says of the reports of its members, so that nobody takes it for one on those.
type Members struct {
	Own     string // what the office's own is called
	Checked string // what came of checking them, a sentence without its end; "" where they were not checked
}

// told is what is said of them, in a sentence.
func (m Members) told(o Options) string {
	if m.Checked != "" {
		return m.Checked + "。"
	}
	told := "各单位的年报没有校验"
	if o.Word != nil {
		if todo := o.Word(remedy.Remedy{Action: remedy.CheckMembers}); todo != "" {
			told += "，" + todo
		}
	}
	return told + "。"
}

// Counts is how many findings of each level an outcome has. Explained ones are counted there and not under their level.
type Counts struct {
	Fatal     int `json:"fatal"`
	Query     int `json:"query"`
	Info      int `json:"info"`
	Explained int `json:"explained"`
}

// words tells the counts: 强制1处，核实2处，提示0处.
func (n Counts) words() string {
	told := fmt.Sprintf("强制%d处，核实%d处，提示%d处", n.Fatal, n.Query, n.Info)
	if n.Explained > 0 {
		told += fmt.Sprintf("，已说明%d处", n.Explained)
	}
	return told
}

// Listed counts findings as a clerk is told them, 必须改的问题1处、提示2处; "" for none.
func (n Counts) Listed() string {
	var parts []string
	for _, c := range []struct {
		of   string
		many int
	}{{"必须改的问题", n.Fatal}, {"要核实的", n.Query}, {"提示", n.Info}, {"已说明的", n.Explained}} {
		if c.many > 0 {
			parts = append(parts, fmt.Sprintf("%s%d处", c.of, c.many))
		}
	}
	return strings.Join(parts, "、")
}

// Counts counts the findings.
func (o Outcome) Counts() Counts {
	if o.Kept != nil {
		return o.Kept.Counts
	}
	var n Counts
	for _, f := range o.Findings {
		switch {
		case f.Explanation != "":
			n.Explained++
		case f.Level == check.Fatal:
			n.Fatal++
		case f.Level == check.Query:
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

// passed is the verdict on a report that may be published.
const passed = "通过"

// Verdict is what came of the file, in a word.
func (o Outcome) Verdict(strict bool) string {
	switch {
	case o.Err != nil:
		return "读不了"
	case o.Passes(strict):
		return passed
	default:
		return "不通过"
	}
}

// Options are what the telling depends on beside the outcomes.
type Options struct {
	ExplainText bool                       // tell what was read of the texts as well
	Points      []check.Points             // what findings cost in the county's inspection; nil tells nothing of it
	Shared      []Shared                   // what several of the reports write alike, which is told of all of them together
	Strict      bool                       // 核实 findings that are not explained keep a report from passing
	Word        func(remedy.Remedy) string // what to do, in the words of the face: a clause without its end; "" where the face has no way to
}

// advice is what to do about a finding that does not say it itself, in a sentence; "" for nothing.
func (o Options) advice(f check.Finding) string {
	if o.Word == nil || f.Remedy.Action == remedy.None {
		return ""
	}
	if todo := o.Word(f.Remedy); todo != "" {
		return todo + "。"
	}
	return ""
}

// Writer writes outcomes one by one, as they come.
type Writer interface {
	Write(Outcome) error
	Close() error // writes what stands behind the last outcome; the stream under it stays open
}
