package web

import (
	"net/http"
	"slices"
	"strings"

	"nianbao/internal/job"
)

// slips makes the slips (取数单) for a unit and a year, in one file.
func (d *desk) slips(r *http.Request) (answer, error) {
	asked, err := d.askedBlank(r)
	if err != nil {
		return answer{}, err
	}
	unit := strings.TrimSpace(asked.Unit)
	if unit == "" {
		return answer{}, refuse(http.StatusUnprocessableEntity, "取数单上要有单位的名称，请先填单位名称（全称）")
	}
	defer d.lock()()
	blank, _, err := job.Blank(asked.Year, unit, asked.Level, nil, "")
	if err != nil {
		return answer{}, err
	}
	county := d.laidDownFor(unit)
	slips, note, err := county.Slips(blank)
	if err != nil {
		return answer{}, err
	}
	var files []job.File
	for _, s := range slips {
		made, err := s.Files(d.fonts)
		if err != nil {
			return answer{}, err
		}
		files = append(files, made...)
	}
	data, err := zipped(files)
	if err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: job.FileName(job.SlipName+"_"+blank.Unit()+blank.YearText()+"年") + ".zip", Data: data}, told: note}, nil
}

// laidDownFor is what an office lays down for a unit: by its settings, or else by what the unit's workbook in hand carries; nil for nothing.
func (d *desk) laidDownFor(unit string) *job.County {
	if f := d.office.settings; f != nil {
		return f.County
	}
	for _, one := range d.hand {
		if r := one.checked.Report; r != nil && r.Unit() == unit {
			if c, _, _ := job.LaidDown(r); c != nil {
				return c
			}
		}
	}
	return nil
}

// takeSlip takes a slip into the report in hand that it is for. Slips that come one behind the other are taken together, so that of what two
// give differently nothing is taken, whichever came first.
func (d *desk) takeSlip(f job.File) answer {
	one := d.slipFor(f)
	if one == nil {
		return answer{view: "/start", told: "“" + f.Name + "”是取数单，手里没有它要填的填报表；请先放进填报表，再放取数单"}
	}
	slips := []job.File{f}
	if last := one.versions[len(one.versions)-1]; last.slips != nil {
		slips = append(slices.DeleteFunc(slices.Clone(last.slips), func(other job.File) bool { return job.SameName(other.Name) == job.SameName(f.Name) }), f)
		one.versions = one.versions[:len(one.versions)-1]
		d.recheck(one)
	}
	t := job.TakeSlips(one.checked.Report, slips)
	told := append([]string{t.Told()}, slices.Concat(t.Unused, t.Left, t.Blank)...)
	made, err := t.Into(one.checked)
	switch {
	case err != nil:
		told = append(told, err.Error())
	case made != nil:
		d.renew(one, *made, t.Taken)
		one.versions[len(one.versions)-1].slips = slips
	}
	return answer{view: one.path(), told: strings.Join(told, "；")}
}

// slipFor is the report in hand that a slip is for; nil if none is, or it is not the only one.
func (d *desk) slipFor(f job.File) *inHand {
	var fits []*inHand
	for _, one := range d.hand {
		if one.checked.Err != nil {
			continue
		}
		if s, _, err := job.ReadSlip(f, one.checked.Report.Edition); err == nil && s.IsFor(one.checked.Report) {
			fits = append(fits, one)
		}
	}
	if len(fits) != 1 {
		return nil
	}
	return fits[0]
}
