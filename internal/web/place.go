package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"

	"nianbao/internal/collect"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/litter"
	"nianbao/internal/model"
	"nianbao/internal/sealed"
	"nianbao/internal/workbook"
)

// litterAmong tells which of the files that somebody has chosen or dropped are none that he meant. It is asked before they are sent.
func litterAmong(r *http.Request) (answer, error) {
	const most = 4 << 20
	var paths []string
	if r.ContentLength > most {
		return answer{}, refuse(http.StatusRequestEntityTooLarge, "里面的文件太多了，没有读；请分几次放，成百上千份的请用命令行")
	}
	if err := read(r, &paths); err != nil {
		return answer{}, err
	}
	data, err := json.Marshal(append([]int{}, litter.Among(paths)...))
	return answer{file: &job.File{Name: "litter.json", Data: data}, inline: true}, err
}

// replaced is a version of a report that an edited copy came in place of.
type replaced struct {
	name string
	told string // that it was, and what is otherwise in the copy
}

// replacedNotes says which versions the report came in place of.
func (r *inHand) replacedNotes() (notes []string) {
	for _, one := range r.replaced {
		notes = append(notes, one.told)
	}
	return notes
}

// arrival is a file as it came: under a name, with these contents.
type arrival struct{ name, digest string }

func arrivalOf(f job.File) arrival { return arrival{filename.Fold(f.Name), sealed.Digest(f.Data)} }

// arrived is the report in hand for which a file came that nothing has come after under its name; nil for none.
func (d *desk) arrived(a arrival) *inHand {
	for _, one := range d.hand {
		if slices.Contains(one.arrivals, a) {
			return one
		}
	}
	return nil
}

// standsAfter says whether a report is a file that came for it as that came, or another one that came behind it: nobody could mean to go back
// to it from what was changed here since.
func (r *inHand) standsAfter(a arrival) bool {
	return r.arrivals[len(r.arrivals)-1] != a || r.changes() == nil
}

// place takes a report in hand: as the later version of one that is there, or as a further one. What is there already stays as it is: a folder
// may come again for the few files that are new in it.
func (d *desk) place(f job.File) answer {
	came := arrivalOf(f)
	again := d.arrived(came)
	if again != nil && again.standsAfter(came) {
		return answer{view: again.path(), told: "“" + f.Name + "”放进来过，内容一样，没有再放", idle: true}
	}
	checked := d.check(f)
	if errors.Is(checked.Err, workbook.ErrSlip) {
		return d.takeSlip(f)
	}
	if checked.Err != nil {
		o, err := collect.TellOffice(f, 0)
		if err == nil && o.SaysSo() { // among the reports of a folder
			if faulty := d.earlier(f, checked.Checked); faulty != nil && faulty.checked.Err != nil {
				d.dropUnread(faulty)
			}
			return d.placeOffice(o)
		}
		if err != nil && o != nil && o.Kind == collect.SettingsFile {
			checked.Err = err
		}
	}
	one := again
	if one == nil {
		one = d.earlier(f, checked.Checked)
	}
	if one != nil && one.checked.Err != nil && one.mayGoBack() { // what comes next comes in place of what stood before that
		d.goBack(one)
		one = d.earlier(f, checked.Checked)
	}
	told := "读入了“" + f.Name + "”"
	var before *earlier
	var was *over
	if one == nil {
		d.numbers++
		one = &inHand{id: d.numbers}
		d.hand = append(d.hand, one)
	} else {
		before, was = d.foundNow(one), &over{one.standing, one.checked.Report}
		one.left = one.leftBy(checked.Checked)
		if first := one.checked.Report; first != nil && checked.Err == nil && filename.Fold(one.name) != filename.Fold(f.Name) {
			if first.Digest() == checked.Report.Digest() { // only explanations were written into the copy: they are the report's
				told += "，里面写的说明算在“" + one.name + "”里"
				f.Name = one.name
			} else {
				one.replaced = append(slices.Clone(one.replaced), replaced{one.name, d.checker().ReplacedNote(one.name, first, checked.Report)})
				told += "，代替“" + one.name + "”"
			}
		}
	}
	one.arrivals = append(slices.DeleteFunc(slices.Clone(one.arrivals), func(other arrival) bool { return other.name == came.name }), came)
	one.name = d.freeName(f.Name, one)
	f.Name = one.name
	keeps := d.putOver(one, was, f, checked.Err == nil)
	d.takeFound(one, checked)
	one.before = before
	d.takeWaiting()
	return answer{view: one.path(), told: told, only: was != nil && !keeps}
}

// putOver gives a report the file that came for it, in place of what was. That is kept, to go back to, where it could be read and the file
// cannot, or it holds what was typed on the page and the file does not.
func (d *desk) putOver(one *inHand, was *over, f job.File, readable bool) (keeps bool) {
	v := version{file: f, taken: one.taken(), over: was}
	switch last := len(one.versions) - 1; {
	case was == nil, was.report == nil, readable && one.left == nil:
		v.over, one.versions = nil, nil
	case readable && one.versions[last].over != nil: // which holds nothing that was typed
		v.over, one.versions = one.versions[last].over, slices.Clone(one.versions[:last])
	default:
		keeps = true
	}
	d.keep(one, v)
	return keeps
}

// leftBy are the changes made on the page that a file may not hold which comes in the report's place.
func (r *inHand) leftBy(c job.Checked) []string {
	if c.Err == nil {
		if over := r.versions[r.came()].over; over != nil && holds(c.Report, over.report) {
			return over.left
		}
		if r.checked.Err == nil && holds(c.Report, r.checked.Report) {
			return r.left
		}
	}
	return append(r.changes(), r.left...)
}

// holds says whether all that stands in one report is in another: it says the same, or was made of that as it stood; and has its explanations.
func holds(r, of *model.Report) bool {
	if r.Digest() != of.Digest() && (r.Copy == nil || r.Copy.Original != of.Digest()) {
		return false
	}
	for _, answer := range of.Answers {
		if !slices.ContainsFunc(r.Answers, func(a model.Answer) bool { return a.Number == answer.Number && a.Text == answer.Text }) {
			return false
		}
	}
	return true
}

// earlier finds the report in hand of which a file is a later version: of the same name on the same unit and year, or a copy of ours
// that was made of it.
func (d *desk) earlier(f job.File, c job.Checked) *inHand {
	for _, one := range d.hand {
		sameName := filename.Fold(one.name) == filename.Fold(f.Name)
		switch {
		case one.checked.Err != nil || c.Err != nil:
			if sameName {
				return one
			}
		case one.checked.Report.Title() != c.Report.Title():
		case sameName, isMadeOf(c.Report, one.checked.Report):
			return one
		}
	}
	return nil
}

// isMadeOf says whether a report stands in a copy of ours that was made of another one as it stands, or of what that was made of.
func isMadeOf(r, of *model.Report) bool {
	if r.Copy == nil {
		return false
	}
	before := r.Copy.Digest == r.Digest() && of.Copy != nil && of.Copy.Digest != of.Digest() // nobody edited it, and somebody did the other one
	return r.Copy.Original == of.Digest() || of.Copy != nil && r.Copy.Original == of.Copy.Original && !before
}

// freeName is a name under which a report can be told from all others in hand.
func (d *desk) freeName(name string, of *inHand) string {
	return freed(name, func(free string) bool {
		return slices.ContainsFunc(d.hand, func(one *inHand) bool { return one != of && filename.Fold(one.name) == filename.Fold(free) })
	})
}

// freed is a name, with a number where it is taken.
func freed(name string, isTaken func(string) bool) string {
	for n := 1; ; n++ {
		free := name
		if n > 1 {
			extension := path.Ext(name)
			free = fmt.Sprintf("%s（%d）%s", strings.TrimSuffix(name, extension), n, extension)
		}
		if !isTaken(free) {
			return free
		}
	}
}
