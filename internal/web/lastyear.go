package web

import (
	"net/http"
	"slices"

	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// lastYear is a report of the year before, to compare with and to take over from.
type lastYear struct {
	file   job.File      // under a name that no other has
	called string        // as it came
	report *model.Report // nil if it cannot be read
	Fault  string        // why
}

// Name is what its file is called.
func (l lastYear) Name() string { return l.file.Name }

// Title is what report it is.
func (l lastYear) Title() string { return l.report.Title() }

// isLater says whether a file comes in place of another one: several units may call theirs by one name.
func (l lastYear) isLater(other lastYear) bool {
	isSame := other.report == nil || l.report != nil && l.Title() == other.Title()
	return isSame && filename.Fold(l.called) == filename.Fold(other.called)
}

// placeLast takes last year's report in hand, and checks all others again.
func (d *desk) placeLast(f job.File) answer {
	l := lastYear{file: f, called: f.Name}
	var err error
	if l.report, err = d.source(f, false).Report(); err != nil {
		l.report, l.Fault = nil, remedy.Told(err, word)+"。"
	}
	d.last = slices.DeleteFunc(d.last, l.isLater)
	l.file.Name = freed(f.Name, func(free string) bool {
		return slices.ContainsFunc(d.last, func(other lastYear) bool { return filename.Fold(other.file.Name) == filename.Fold(free) })
	})
	d.last = append(d.last, l)
	d.checkAgain()
	kind := "年报"
	if l.report != nil && l.report.Summed {
		kind = "汇总表"
	}
	return answer{view: "/start", told: "上年的" + kind + "“" + f.Name + "”已经放好"}
}

// sumsTold says of sums that were given as last year's reports where they are of use to a report that was compared with nothing.
func (d *desk) sumsTold() (notes []string) {
	for _, l := range d.last {
		if l.report != nil && l.report.Summed {
			notes = append(notes, "“"+l.Name()+"”是汇总表，要和里面这个单位的数比的，请放到“审核汇总”下面的“汇总”里")
		}
	}
	return notes
}

// clearLast puts last year's reports out of hand.
func (d *desk) clearLast(*http.Request) (answer, error) {
	defer d.lock()()
	d.last, d.former = nil, false
	d.checkAgain()
	return answer{view: "/start", told: "上年的年报已经拿走"}, nil
}

// turnFormer takes last year's reports in hand for those of units that became the one whose report is made, or not for those any more.
func (d *desk) turnFormer(*http.Request) (answer, error) {
	defer d.lock()()
	if len(d.last) == 0 {
		return answer{}, refuse(http.StatusConflict, "还没有放上年的年报")
	}
	d.former = !d.former
	d.checkAgain()
	return answer{view: "/start"}, nil
}
