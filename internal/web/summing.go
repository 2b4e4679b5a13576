package web

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"nianbao/internal/collect"
	"nianbao/internal/job"
	"nianbao/internal/office"
)

// summing is what of an office's files counts for the sum of a year.
type summing struct {
	officeFiles
	own, earlier, since *collect.OfficeFile   // the last sum of each kind; nil for none
	later               []*collect.OfficeFile // sums of later years, which count for nothing
}

// in is what counts for the sum of a year, 0 where that is not known. What was put in hand as an office's goes before sums among the reports,
// which may be worked on here.
func (o officeFiles) in(year int, among []*collect.OfficeFile) summing {
	s := summing{officeFiles: o}
	for i, sum := range slices.Concat(among, o.sums) {
		f := *sum
		f.Settle(year)
		switch place := s.of(f.Kind); {
		case year != 0 && f.Earlier.Year > year:
			s.later = append(s.later, &f)
		case i >= len(among) || *place == nil:
			*place = &f
		}
	}
	return s
}

// of is the place for a sum of a kind.
func (s *summing) of(kind collect.OfficeKind) **collect.OfficeFile {
	switch kind {
	case collect.EarlierFile:
		return &s.earlier
	case collect.SinceFile:
		return &s.since
	}
	return &s.own
}

// called is what the files are that count, in the order in which they are shown.
func (s *summing) called() (called []string) {
	for _, f := range []*collect.OfficeFile{s.members, s.rounds, s.own, s.earlier, s.settings, s.since} {
		if f != nil {
			called = append(called, f.Called())
		}
	}
	for _, f := range s.later {
		called = append(called, fmt.Sprintf("%d年度的汇总“%s”（比要汇总的年度晚，没有用）", f.Earlier.Year, path.Base(f.Name)))
	}
	return called
}

// lastSums is what was added up before as last year's reports of the units in it; nil for nothing.
func lastSums(files []*collect.OfficeFile) *job.LastYear {
	if files == nil {
		return nil
	}
	var sums []job.Sums
	for _, f := range files {
		sums = append(sums, job.Sums{File: f.Name, Reports: f.Earlier.Reports})
	}
	return job.LastSums(sums...)
}

// isLastOf says whether what was added up is of the year before a report in hand.
func (d *desk) isLastOf(e *collect.Earlier) bool {
	return e != nil && slices.ContainsFunc(d.hand, func(one *inHand) bool {
		if one.checked.Report == nil {
			return false
		}
		year, known := one.checked.Report.Year()
		return known && year == e.Year+1
	})
}

// officeFor is what of an office's files counts for the reports in hand: which year these are of may be known only now. A sum among the
// reports is one of its files too.
func (d *desk) officeFor(g *job.Gathered) (summing, error) {
	among, err := d.sumsAmong()
	return d.office.in(d.yearFor(g, slices.Concat(among, d.office.sums)), among), err
}

// yearFor is the year that is added up, with these sums in hand: the one that was chosen, else that of the office's own report, but for a year
// that is over by the reports.
func (d *desk) yearFor(g *job.Gathered, sums []*collect.OfficeFile) int {
	if d.year != 0 {
		return d.year
	}
	year := collect.YearOf(g, d.office.list())
	for _, f := range sums {
		if f.Kind == collect.OwnFile {
			year = max(year, f.Earlier.Year)
		}
	}
	return year
}

// sumsAmong are the sums among the reports in hand. The error is why one is not read.
func (d *desk) sumsAmong() (sums []*collect.OfficeFile, err error) {
	for _, one := range d.hand {
		if r := one.checked.Report; r == nil || !r.Summed {
			continue
		}
		if one.sum == nil {
			f, fault := collect.TellOffice(one.now(), 0)
			one.sum = &toldSum{f, fault}
		}
		if one.sum.fault != nil {
			err = cmp.Or(err, one.sum.fault)
			continue
		}
		sums = append(sums, one.sum.file)
	}
	return sums, err
}

// unplaced are those of sums among the reports of whose years none was put in hand as an office's, which goes before them.
func (o *officeFiles) unplaced(among []*collect.OfficeFile) (sums []*collect.OfficeFile) {
	for _, f := range among {
		sameYear := func(other *collect.OfficeFile) bool { return other.Earlier.Year == f.Earlier.Year }
		if !slices.ContainsFunc(slices.Concat(o.sums, sums), sameYear) {
			sums = append(sums, f)
		}
	}
	return sums
}

// aggregate adds the reports in hand up; unit and level are "" where they are to be found out.
func (d *desk) aggregate(g *job.Gathered, unit, level string) (*collect.Aggregated, summing, error) {
	o, err := d.officeFor(g)
	if err != nil {
		return nil, o, err
	}
	k := d.checker()
	order := collect.Aggregation{Unit: unit, Level: level, Year: d.year, Members: o.list(), Before: o.before(), Asked: k.Settings.Indicators, Among: k.Last == nil}
	if o.since != nil && o.own == nil {
		order.Unit, order.Level = cmp.Or(unit, o.since.Earlier.Unit), cmp.Or(level, o.since.Earlier.Level)
	}
	if o.own != nil {
		order.Own = o.own.Own
	}
	if o.earlier != nil {
		order.Last = o.earlier.Earlier
	}
	order.Laid = office.Signing(o.laid()...)
	a, err := collect.Aggregate(order, g)
	return a, o, err
}

// summed is what was added up the time before: by the sum into which nobody wrote, else by the office's own report, which was made of one
// and carries the same units; nil for none.
func (s *summing) summed() *collect.Earlier {
	for _, f := range []*collect.OfficeFile{s.since, s.own} {
		if f != nil && f.Earlier != nil {
			return f.Earlier
		}
	}
	return nil
}

// toldSum is what a sum among the reports is to an office, or why nobody can tell.
type toldSum struct {
	file  *collect.OfficeFile
	fault error
}
