package web

import (
	"errors"
	"fmt"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/model"
)

// changed has all that comes of the reports together made anew when it is asked for.
func (d *desk) changed() { d.plan, d.likeness = nil, nil }

// inHandBefore are the reports in hand as last year's of each other.
func (d *desk) inHandBefore() *job.LastYear {
	var reports []job.Predecessor
	for _, one := range d.hand {
		if one.checked.Err == nil {
			reports = append(reports, job.Predecessor{Name: one.name, Report: one.checked.Report})
		}
	}
	return job.InHand(reports, func(name string) job.Source {
		for _, one := range d.hand {
			if one.name == name {
				return d.source(job.File{Name: name, Data: one.now().Data}, true)
			}
		}
		return job.Source{}
	})
}

// compare compares all reports in hand with each other, and checks those anew that say the same as another's, or did before, and those that
// another is last year's of, or was. What came in or went changes nothing in the others.
func (d *desk) compare() {
	d.followSums()
	d.freshen()
	if d.likeness != nil {
		return
	}
	sketches, year := county.Likeness{List: d.office.list()}, d.yearHeld()
	for _, one := range d.hand {
		if one.checked.Err != nil {
			continue
		}
		if one.sketch == nil {
			s := county.NewSketch(one.checked.Report, one.name)
			one.sketch = &s
		}
		if year == 0 || one.sketch.Year == year {
			sketches.Add(*one.sketch)
		}
	}
	d.likeness = job.LikenessBy(sketches.Index(), d.reportOf)
	k := d.checker()
	k.Likeness = d.likeness
	for _, one := range d.hand {
		if one.sketch == nil {
			continue
		}
		alike := d.likeness.Tells(*one.sketch, one.checked.Settings)
		against := k.Against(job.Planned{}, one.checked.Report)
		if alike || one.alike || against != one.against {
			one.checked = k.Check(job.Planned{Source: d.source(job.File{Name: one.name, Data: one.now().Data}, false)})
		}
		one.alike, one.against = alike, against
	}
}

// yearHeld is the year on which reports in hand are held against each other, where they are of several units and years: that of which they are
// collected. The others are there for something else. It is 0 where there is nothing to choose of.
func (d *desk) yearHeld() int {
	units, years := map[string]bool{}, map[string]bool{}
	var hand []*model.Report
	for _, one := range d.hand {
		if r := one.checked.Report; r != nil && !r.Summed {
			hand = append(hand, r)
			units[chinese.UnitKey(d.office.list().NameOf(r.Unit()))], years[r.YearText()] = true, true
		}
	}
	if len(units) < 2 || len(years) < 2 {
		return 0
	}
	g := &job.Gathered{}
	for _, r := range hand {
		g.Reports = append(g.Reports, job.ReportOf("", r, true))
	}
	among, _ := d.sumsAmong()
	return d.yearFor(g, slices.Concat(among, d.office.sums))
}

// followSums has the other reports checked again where last year's sums among them are not those any more that they were held against.
func (d *desk) followSums() {
	among, _ := d.sumsAmong()
	last := slices.DeleteFunc(d.office.unplaced(among), func(f *collect.OfficeFile) bool { return !d.isLastOf(f.Earlier) })
	told := ""
	for _, one := range d.hand {
		if one.sum != nil && one.sum.file != nil && slices.Contains(last, one.sum.file) {
			told += fmt.Sprintf("%d:%d ", one.id, one.versions[len(one.versions)-1].number)
		}
	}
	if told == d.lastAmong {
		return
	}
	d.lastAmong = told
	for _, one := range d.hand {
		if one.sum == nil {
			one.before, one.stale = nil, true
		}
	}
}

// reportOf is the report in hand that a file of this name holds.
func (d *desk) reportOf(file string) (*model.Report, error) {
	for _, one := range d.hand {
		if one.name == file && one.checked.Err == nil {
			return one.checked.Report, nil
		}
	}
	return nil, errors.New("这份年报不在手里了")
}
