package check

import (
	"maps"

	"nianbao/internal/model"
	"nianbao/internal/reading"
)

// read reads the report's texts, once for all rules.
func (in *Input) read() *reading.Reading {
	if in.reading == nil {
		var texts []reading.Text
		for _, s := range in.filled() {
			texts = append(texts, reading.Text{Section: s.passage.Key, Paragraphs: s.paragraphs})
		}
		in.reading = reading.Read(texts, reading.UnitOf(in.withLevelOfForm()))
	}
	return in.reading
}

// withLevelOfForm is the report with its unit's level in the form's words, where it was typed in others.
func (in *Input) withLevelOfForm() *model.Report {
	typed := in.Report.Fields["unit.level"]
	level, ok := in.knownLevel()
	if typed.Text == "" || !ok || typed.Text == level.Name {
		return in.Report
	}
	one := *in.Report
	one.Fields = maps.Clone(one.Fields)
	typed.Text = level.Name
	one.Fields["unit.level"] = typed
	return &one
}

// findingOn is a finding on words of a statement.
func (in *Input) findingOn(s *reading.Statement, words, message string) Finding {
	section, _ := in.section(s.Section)
	return section.finding(s.Paragraph, words, message)
}
