package web

import (
	"net/http"
	"slices"

	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/office"
)

// officeFiles are what a higher office has in hand beside its members' reports.
type officeFiles struct {
	members  *collect.OfficeFile // nil for none, as the others
	rounds   *collect.OfficeFile
	settings *collect.OfficeFile   // what it lays down for all
	sums     []*collect.OfficeFile // in the order in which they came; which of them are last year's, only the reports tell
}

// place takes a file in, in place of one that would count for the same whatever year is added up.
func (o *officeFiles) place(f *collect.OfficeFile) {
	switch f.Kind {
	case collect.MembersFile:
		o.members = f
	case collect.RegisterFile:
		o.rounds = f
	case collect.SettingsFile:
		o.settings = f
	default:
		same := func(other *collect.OfficeFile) bool {
			return other.Kind == f.Kind && other.Earlier.Year == f.Earlier.Year
		}
		o.sums = append(slices.DeleteFunc(slices.Clone(o.sums), same), f)
	}
}

// files are all of them.
func (o *officeFiles) files() (files []*collect.OfficeFile) {
	for _, f := range append([]*collect.OfficeFile{o.members, o.rounds, o.settings}, o.sums...) {
		if f != nil {
			files = append(files, f)
		}
	}
	return files
}

// list is the list of members: one that was given by itself, or else that among the settings; nil for none.
func (o *officeFiles) list() *county.List { return office.ListIn(o.laid()...) }

// laid is what the office lays down, the file first that the list is from.
func (o *officeFiles) laid() (laid []*office.County) {
	for _, f := range []*collect.OfficeFile{o.members, o.settings} {
		if f != nil {
			laid = append(laid, f.County)
		}
	}
	return laid
}

// placeOffice takes a file of an office in hand, in place of one of its kind.
func (d *desk) placeOffice(f *collect.OfficeFile) answer {
	d.office.place(f)
	d.changed()
	d.laid = nil
	told := "读入了" + f.Called()
	if f.County != nil || d.isLastOf(f.Earlier) { // a list tells which unit was called what last year
		d.checkAgain()
	}
	if f.Kind == collect.SettingsFile {
		told += "，放进来的年报都照它校验"
	}
	if f.County == nil {
		return answer{view: "/reports", told: told}
	}
	for _, note := range f.County.Notes {
		told += "；" + note
	}
	return answer{view: d.officeView(), told: told}
}

// officeView is where an office goes on: with the reports in hand, or where there are none yet with sending out.
func (d *desk) officeView() string {
	if len(d.hand) == 0 {
		return "/start"
	}
	return "/reports"
}

// clearOffice puts the office's files out of hand.
func (d *desk) clearOffice(*http.Request) (answer, error) {
	defer d.lock()()
	checked := d.office.laid() != nil || d.office.sums != nil
	d.office = officeFiles{}
	if d.changed(); checked {
		d.checkAgain()
	}
	return answer{view: d.officeView(), told: "名单、设置、登记和汇总表都清空了"}, nil
}

// before is what the register of the round before says; nil where there is none.
func (o *officeFiles) before() collect.Rounds {
	if o.rounds == nil {
		return nil
	}
	return o.rounds.Rounds
}

// sent is what was written with that register; it is carried on, since it may still lie where it was written.
func (o *officeFiles) sent() []collect.Sent {
	if o.rounds == nil {
		return nil
	}
	digests, err := collect.ReadSent(o.rounds.Data)
	if err != nil {
		return nil // it was read before
	}
	return collect.SentBefore(digests)
}
