package check

import "nianbao/internal/reading"

// read reads the report's texts, once for all rules.
func (in *Input) read() *reading.Reading {
	if in.reading == nil {
		var texts []reading.Text
		for _, s := range in.filled() {
			texts = append(texts, reading.Text{Section: s.passage.Key, Paragraphs: s.paragraphs})
		}
		in.reading = reading.Read(texts, reading.UnitOf(in.Report))
	}
	return in.reading
}

// findingOn is a finding on words of a statement.
func (in *Input) findingOn(s *reading.Statement, words, message string) Finding {
	section, _ := in.section(s.Section)
	return section.finding(s.Paragraph, words, message)
}
