package web

import (
	"slices"

	"nianbao/internal/job"
)

// checker is what reports are held against: what was laid for all of them, and each other where no last year's reports were.
func (d *desk) checker() *job.Checker {
	if d.laid == nil {
		d.laid = d.lay()
	}
	k := *d.laid
	k.Collected = d.year
	if k.Last == nil {
		k.Among = d.inHandBefore()
	}
	among, _ := d.sumsAmong() // of one that is not read the sum tells
	if sums := d.office.unplaced(among); sums != nil {
		k.Sums = lastSums(slices.Concat(d.office.sums, sums))
	}
	return &k
}

// lay makes the part of it that does not hang on what is in hand. Last year's reports that are no use are left out: 开始 says which cannot be
// read.
func (d *desk) lay() *job.Checker {
	k := &job.Checker{Fonts: d.fonts}
	var sources []job.Source
	for _, l := range d.last {
		if l.report != nil {
			sources = append(sources, d.source(l.file, len(d.last) > 1))
		}
	}
	if last, err := job.NewLastYear(sources); err == nil {
		k.Last = last
		k.Last.Together = d.former
	}
	k.Sums, k.Members = lastSums(d.office.sums), d.office.list()
	if d.office.settings != nil {
		k.Lay(d.office.settings.County)
	}
	return k
}

func (d *desk) source(f job.File, among bool) job.Source {
	s := job.From(f.Name, f.Data)
	s.PDFs, s.Found = d.options.PDFs, among
	return s
}

// found is what was found in a file, and what of the others it was held against, as last year's.
type found struct {
	job.Checked
	against string
}

// check checks a file alone.
func (d *desk) check(f job.File) found {
	k := d.checker()
	c := found{Checked: k.Check(job.Planned{Source: d.source(f, false)})}
	if c.Err == nil {
		c.against = k.Against(job.Planned{}, c.Report)
	}
	return c
}

// checkAgain has all reports in hand checked with what they are held against now, once they are looked at: of many files that come as last
// year's each would else check all. What is found otherwise from then on is nobody's change.
func (d *desk) checkAgain() {
	d.laid = nil
	for _, one := range d.hand {
		one.before, one.stale = nil, true
	}
	d.changed()
}

// freshen checks those that were checked with what was laid before.
func (d *desk) freshen() {
	for _, one := range d.hand {
		if one.stale {
			d.recheck(one)
		}
	}
}
