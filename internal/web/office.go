package web

import (
	"bytes"
	"net/http"
	"path"
	"strconv"
	"strings"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
)

// office is what a higher office has in hand beside its members' reports.
type office struct {
	members  *job.OfficeFile // nil for none, as the others
	rounds   *job.OfficeFile
	own      *job.OfficeFile
	earlier  *job.OfficeFile
	settings *job.OfficeFile // what it lays down for all
}

// slots are the places for an office's files, in the order in which they are shown.
func (o *office) slots() []**job.OfficeFile {
	return []**job.OfficeFile{&o.members, &o.rounds, &o.own, &o.earlier, &o.settings}
}

// sumView is what the members in hand add up to.
type sumView struct {
	Unit, Level string
	Levels      []string
	Files       []string // of the office, each with what it is
	Findings    []string
	Notes       []string
	Fault       string // why nothing can be added up; "" for nothing
}

// list is the list of members: one that was given by itself, or else that among the settings; nil for none.
func (o *office) list() *county.List {
	for _, f := range []*job.OfficeFile{o.members, o.settings} {
		if f != nil && f.County.Members != nil {
			return f.County.List()
		}
	}
	return nil
}

// placeOffice takes a file of an office in hand, in place of one of its kind.
func (d *desk) placeOffice(f *job.OfficeFile) answer {
	slot := d.office.slots()[f.Kind]
	if *slot != nil {
		d.took -= int64(len((*slot).Data))
	}
	*slot = f
	d.took += int64(len(f.Data))
	d.plan = nil
	told := "读入了" + f.Called()
	if f.Kind == job.SettingsFile {
		d.checkAgain()
		told += "，放进来的年报都照它校验"
	}
	if f.Kind != job.SettingsFile {
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
	for _, slot := range d.office.slots() {
		if *slot != nil {
			d.took -= int64(len((*slot).Data))
		}
	}
	ruled := d.office.settings != nil
	if d.office, d.plan = (office{}), nil; ruled {
		d.checkAgain()
	}
	return answer{view: d.officeView(), told: "名单、设置、登记和汇总表都清空了"}, nil
}

// aggregate adds the reports in hand up; unit and level are "" where they are to be found out.
func (d *desk) aggregate(g *job.Gathered, unit, level string) (*job.Aggregated, error) {
	order := job.Aggregation{Unit: unit, Level: level, Members: d.office.list(), Asked: d.checker().Settings.Indicators}
	if d.office.rounds != nil {
		order.Chosen = d.office.rounds.Rounds.Chosen()
	}
	if own := d.office.own; own != nil && d.office.earlier == nil && own.Earlier.Year < job.YearOf(g) { // it came before the members' reports
		own.Kind = job.EarlierFile
		d.office.own, d.office.earlier = nil, own
	}
	if d.office.own != nil {
		order.Own = d.office.own.Own
	}
	for _, one := range d.hand { // it may be worked on here
		if r := one.checked.Report; order.Own == nil && r != nil && r.Summed {
			own, err := job.ReadOwn(one.now())
			if err != nil {
				return nil, err
			}
			order.Own = own
		}
	}
	if d.office.earlier != nil {
		order.Last = d.office.earlier.Earlier
	}
	return job.Aggregate(order, g)
}

// sum is what the view says of the sum.
func (d *desk) sum(p *planned) sumView {
	v := sumView{Levels: form.LevelNames()}
	a, err := d.aggregate(p.gathered, "", "")
	for _, slot := range d.office.slots() {
		if *slot != nil {
			v.Files = append(v.Files, (*slot).Called())
		}
	}
	if err != nil {
		v.Fault = err.Error() + "。"
		return v
	}
	v.Unit, v.Level = a.Report.Unit(), a.Report.Field("unit.level")
	outcome := a.Check(d.checker(), "")
	for _, note := range outcome.Notes {
		if note != job.NoOffice { // there is a field for it
			v.Notes = append(v.Notes, note)
		}
	}
	for _, f := range outcome.Findings {
		v.Findings = append(v.Findings, strings.Join(append([]string{f.Message}, f.Hints...), ""))
	}
	return v
}

// asked is what the form of the view asks for.
func (d *desk) askedSum(r *http.Request) (*planned, *job.Aggregated, error) {
	var asked struct{ Unit, Level string }
	if err := read(r, &asked); err != nil {
		return nil, nil, err
	}
	p := d.planAll()
	a, err := d.aggregate(p.gathered, strings.TrimSpace(asked.Unit), asked.Level)
	return p, a, err
}

// sumFile is the office's workbook.
func (d *desk) sumFile(r *http.Request) (answer, error) {
	defer d.lock()()
	_, a, err := d.askedSum(r)
	if err != nil {
		return answer{}, err
	}
	var b bytes.Buffer
	if err := a.Write(&b); err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: job.SumName(a.Report), Data: b.Bytes()}}, nil
}

// returnsFile is what goes back to the members, with the register and the notice, in one file.
func (d *desk) returnsFile(r *http.Request) (answer, error) {
	defer d.lock()()
	p, a, err := d.askedSum(r)
	if err != nil {
		return answer{}, err
	}
	var before job.Rounds
	if d.office.rounds != nil {
		before = d.office.rounds.Rounds
	}
	list := a.Returns(p.ledger, p.gathered, before)
	files, err := a.Notice(list)
	if err != nil {
		return answer{}, err
	}
	folders := map[string]bool{}
	for _, one := range list {
		if !one.IsReturned() && !one.Missing {
			continue
		}
		folder := job.ReturnFolder(one.Entry.Unit, one.File)
		for number := 2; folders[job.SameName(folder)]; number++ { // another version of the unit's
			folder = job.ReturnFolder(one.Entry.Unit, one.File) + strconv.Itoa(number)
		}
		folders[job.SameName(folder)] = true
		returned, err := d.returned(p, a, one, folder)
		if err != nil {
			return answer{}, err
		}
		files = append(files, returned...)
	}
	var register bytes.Buffer
	if err := a.WriteMembersRegister(&register, p.ledger, list); err != nil {
		return answer{}, err
	}
	data, err := zipped(append(files, job.File{Name: job.RegisterIn("", 1), Data: register.Bytes()}))
	return answer{file: &job.File{Name: "退回材料.zip", Data: data}}, err
}

// returned is what goes back to one member, in a folder of its own.
func (d *desk) returned(p *planned, a *job.Aggregated, one *job.Returned, folder string) ([]job.File, error) {
	var files []job.File
	var marked job.File
	var err error
	if one.IsMarked() {
		if marked, err = job.Marked(p.checked[one.File], word); err != nil {
			return nil, err
		}
		files = append(files, marked)
	}
	letters, err := a.Reminder(one)
	if !one.Missing {
		letters, err = a.ReturnLetter(one, path.Base(one.File), marked.Name)
	}
	files = append(files, letters...)
	for i := range files {
		files[i].Name = folder + "/" + path.Base(files[i].Name)
	}
	return files, err
}
