package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/filename"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/slip"
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
	slips, note, err := slip.All(county, blank)
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
	if note != "" {
		files = append(files, job.File{Name: "要自己统计的.txt", Data: []byte("\ufeff" + note + "。\r\n")})
	}
	data, err := zipped(files)
	return answer{file: &job.File{Name: job.FileName(slip.Name+"_"+blank.Unit()+blank.YearText()+"年") + ".zip", Data: data}}, err
}

// laidDownFor is what an office lays down for a unit: by its settings, or else by what the unit's workbook in hand carries; nil for nothing.
func (d *desk) laidDownFor(unit string) *office.County {
	if f := d.office.settings; f != nil {
		return f.County
	}
	for _, one := range d.hand {
		if r := one.checked.Report; r != nil && chinese.UnitKey(r.Unit()) == chinese.UnitKey(unit) {
			if c, _, _ := office.LaidDown(r); c != nil {
				return c
			}
		}
	}
	return nil
}

// takeSlip takes a slip into the report in hand that it is for. Slips that come one behind the other are taken together, so that of what two
// give differently nothing is taken, whichever came first. What those before it gave stands if they cannot be written in together.
func (d *desk) takeSlip(f job.File) answer {
	one := d.slipFor(f)
	if one == nil {
		d.waiting = withSlip(d.waiting, f)
		return answer{view: "/start", told: "“" + f.Name + "”是取数单，手里还没有它的填报表"}
	}
	slips, stood := []job.File{f}, *one
	if last := one.versions[len(one.versions)-1]; last.slips != nil && one.mayGoBack() {
		slips = withSlip(last.slips, f)
		d.goBack(one)
	}
	t := slip.Take(one.checked.Report, slips)
	told := []string{t.Told()}
	for _, untaken := range t.Untaken() {
		told = append(told, untaken.Told)
	}
	made, err := t.Into(one.checked)
	switch {
	case err != nil:
		*one = stood
		told = append(told, remedy.Told(err, word))
	case made != nil:
		d.renew(one, version{file: *made, changes: t.Taken, slips: slips})
	}
	one.slips = withSlip(one.slips, f)
	return answer{view: one.path(), told: strings.Join(told, "；")}
}

// withSlip are slips with another one, in place of one that has its name.
func withSlip(slips []job.File, f job.File) []job.File {
	return append(slices.DeleteFunc(slices.Clone(slips), func(other job.File) bool { return isSlip(other, f) }), f)
}

// hasSlip says whether one of slips has the name of another one.
func hasSlip(slips []job.File, f job.File) bool {
	return slices.ContainsFunc(slips, func(other job.File) bool { return isSlip(other, f) })
}

func isSlip(one, other job.File) bool { return filename.Fold(one.Name) == filename.Fold(other.Name) }

// takeWaiting takes the slips that waited for a report which is there now.
func (d *desk) takeWaiting() {
	waiting := d.waiting
	d.waiting = nil
	for _, f := range waiting {
		if d.slipFor(f) == nil {
			d.waiting = append(d.waiting, f)
			continue
		}
		d.takeSlip(f)
	}
}

// clearSlips puts the slips out of hand that wait.
func (d *desk) clearSlips(*http.Request) (answer, error) {
	defer d.lock()()
	d.waiting = nil
	return answer{view: "/start", told: "取数单拿走了"}, nil
}

// waitingTold says of the slips that wait whose they are, and what to do.
func (d *desk) waitingTold() (told []string) {
	newest := form.Editions()[len(form.Editions())-1]
	for _, f := range d.waiting {
		of := "“" + f.Name + "”"
		s, _, err := slip.Read(f, newest)
		switch {
		case err != nil:
			told = append(told, of+"是取数单，"+remedy.Told(err, word)+"，再放进来")
			continue
		default:
			of += "是“" + s.Unit + "”" + s.Year + "年度的取数单"
		}
		switch n := len(d.fits(f)); n {
		case 0:
			told = append(told, of+"，手里还没有这个单位、这个年度的填报表，数没有取；请把填报表放进来，数就填进去")
		default:
			told = append(told, fmt.Sprintf("%s，手里有%d份填报表是这个单位、这个年度的，数没有取；请拿走不用的，再放一次取数单", of, n))
		}
	}
	return told
}

// untaken is what was not taken of the slips that were given for a report, by what stands in it now.
func (r *inHand) untaken() (open []openView) {
	if r.slips == nil {
		return nil
	}
	for _, u := range slip.Take(r.checked.Report, r.slips).Untaken() {
		open = append(open, newOpen(r.checked.Report, u.Told+"。", u.Key, u.Due))
	}
	return open
}

// slipFor is the report in hand that a slip is for; nil if none is, or it is not the only one.
func (d *desk) slipFor(f job.File) *inHand {
	if fits := d.fits(f); len(fits) == 1 {
		return fits[0]
	}
	return nil
}

// fits are the reports in hand that a slip may be for.
func (d *desk) fits(f job.File) (fits []*inHand) {
	for _, one := range d.hand {
		if one.checked.Err != nil {
			continue
		}
		if s, _, err := slip.Read(f, one.checked.Report.Edition); err == nil && s.IsFor(one.checked.Report) {
			fits = append(fits, one)
		}
	}
	return fits
}
