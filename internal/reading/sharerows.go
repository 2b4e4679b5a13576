package reading

import (
	"strings"

	"nianbao/internal/pattern"
)

// ownScopes are words with which a share is one of somebody else's than those before it: 全县……占72%，我镇……占80%.
var ownScopes = pattern.NewWords("全国 全省 全市 全县 全区 全州 全旗 我省 我市 我县 我区 我镇 我乡 我街道 我局 我委 我办 本镇 本乡 本街道 本局 本机关 本单位")

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
			if divides != kind || opens || isSum || len(row) > 0 && q.year != row[0].year || strings.ContainsAny(words, "；：（中") || len(row) > 0 && ownScopes.In(words) {
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
