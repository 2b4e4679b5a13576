package job

import (
	"path/filepath"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Sums are what an office added up of its members, by the file that it stands in.
type Sums struct {
	File    string
	Reports []county.Report
}

// LastSums are last year's reports of members as they stand in what an office added up then: their figures, and their texts as far as these were
// kept.
func LastSums(all ...Sums) *LastYear {
	l := &LastYear{summed: true}
	for _, sums := range all {
		l.Reads = append(l.Reads, sums.File)
		for _, r := range sums.Reports {
			told := toldSource{r.Unit, r.Year, scopeOf(r), Source{Name: sums.File, Found: true, held: func() *model.Report { return reportFrom(r) }}}
			if told.key() != "" {
				l.take(told)
			}
		}
	}
	return l
}

// summedNote says, without the end of the sentence, in whose sums a report was found, and what these do not tell of it.
func (b Before) summedNote() string {
	var files []string
	for _, s := range b.Sources {
		if name := filepath.Base(s.Name); !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	told := "上年的数，用的是汇总表" + chinese.Quoted(files) + "里的"
	if len(b.Report.Texts) == 0 {
		told += "，里面没有它的文字，与上年雷同没有核对"
	}
	return told
}

func scopeOf(r county.Report) string {
	if r.IsSum {
		return form.SumScope
	}
	return form.OwnScope
}

// reportFrom is the report of which this was kept, as far as it was.
func reportFrom(kept county.Report) *model.Report {
	r := model.New(kept.Figures.Edition)
	for k, text := range map[form.Key]string{"unit.name": kept.Unit, "unit.level": kept.Level, "report.year": model.YearText(kept.Year), "report.scope": scopeOf(kept)} {
		r.Fields[k] = model.Field{Text: text}
	}
	for c, v := range kept.Figures.Figures() {
		r.Figures[c.Key] = v
	}
	for _, t := range kept.Texts {
		r.Texts[t.Key] = t.Parted()
	}
	return r
}
