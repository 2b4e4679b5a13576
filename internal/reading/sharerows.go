package reading

import "strings"

// ShareRows lists the shares that a sentence tells side by side of what divides one whole: applicants, outcomes, or the ways on which
// something was published.
func (r *Reading) ShareRows() (rows [][]*Quantity) {
	for _, s := range r.Statements {
		var row []*Quantity
		kind := unknownWord
		end := func() {
			if len(row) > 1 {
				rows = append(rows, row)
			}
			row = nil
		}
		for i, q := range s.Quantities {
			from := q.Clause.Start
			if i > 0 {
				from = s.Quantities[i-1].End
			}
			said := Span{min(from, q.Start), q.Start}
			words := s.Words(said)
			if q.Form != Rate || !q.isShare || q.differs || q.lastYear || q.planned {
				continue
			}
			divides := unknownWord
			for _, c := range []class{applicantWord, outcomeWord, channelWord} {
				if s.saysIn(said, c) {
					divides = c
				}
			}
			opens, isSum := s.saysIn(said, partWord), s.saysIn(said, sumWord)
			if rest := strings.TrimLeft(words, "，、"); len(row) > 0 && (strings.HasPrefix(rest, "其他") || strings.HasPrefix(rest, "其余")) {
				divides = kind // the rest, whatever the others are
			}
			if divides != kind || opens || isSum || len(row) > 0 && q.year != row[0].year || strings.ContainsAny(words, "；：（中") {
				end()
			}
			if kind = divides; kind != unknownWord && !isSum {
				row = append(row, q)
			}
		}
		end()
	}
	return rows
}
