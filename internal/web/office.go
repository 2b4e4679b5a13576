package web

import (
	"bytes"
	"cmp"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"

	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
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

// sumView is what the members in hand add up to.
type sumView struct {
	Unit, Level string
	Levels      []string
	Files       []string // of the office, each with what it is
	Findings    []string
	Notes       []string
	Fault       string // why nothing can be added up; "" for nothing
	Amendable   bool   // there is an earlier round to compare with
}

// list is the list of members: one that was given by itself, or else that among the settings; nil for none.
func (o *officeFiles) list() *county.List { return office.ListIn(o.laid()...) }

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
	order := collect.Aggregation{Unit: unit, Level: level, Year: d.year, Members: o.list(), Asked: k.Settings.Indicators, Among: k.Last == nil}
	if o.since != nil && o.own == nil {
		order.Unit, order.Level = cmp.Or(unit, o.since.Earlier.Unit), cmp.Or(level, o.since.Earlier.Level)
	}
	if o.rounds != nil {
		order.Chosen = o.rounds.Rounds.Chosen()
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

// sum is what the view says of the sum.
func (d *desk) sum(p *planned) sumView {
	v := sumView{Levels: form.LevelNames(), Files: p.office.called()}
	if p.fault != nil {
		v.Fault = remedy.Told(p.fault, word) + "。"
		return v
	}
	a := p.sum
	v.Unit, v.Level = a.Report.Unit(), a.Report.Field("unit.level")
	outcome := a.Check(d.checker(), "")
	for _, note := range outcome.Notes {
		if note != collect.NoOffice { // there is a field for it
			v.Notes = append(v.Notes, note)
		}
	}
	unsound := map[string]bool{}
	for _, c := range p.checked {
		unsound[c.File] = !c.Passes(false)
	}
	v.Notes = append(append(v.Notes, a.Judged(p.ledger, unsound)...), a.KeptTold(p.office.before())...)
	for _, one := range d.hand {
		for _, r := range one.replaced {
			v.Notes = append(v.Notes, "“"+r.name+"”已由改过的“"+one.name+"”代替，没有加")
		}
	}
	if before := p.office.summed(); before != nil {
		amended := a.Amended(before)
		if v.Amendable = amended.IsChanged(); v.Amendable || p.office.since != nil {
			v.Notes = append(v.Notes, amended.Told()...)
		}
	}
	for _, f := range outcome.Findings {
		told := f.Message
		if todo := word(f.Remedy); todo != "" {
			told += todo + "。"
		}
		told = strings.Join(append([]string{told}, f.Hints...), "")
		v.Findings = append(v.Findings, told+outcome.Answer(f, verdict.Options{Word: word}))
	}
	return v
}

// asked is what the form of the view asks for.
func (d *desk) askedSum(r *http.Request) (*planned, *collect.Aggregated, error) {
	var asked struct{ Unit, Level string }
	if err := read(r, &asked); err != nil {
		return nil, nil, err
	}
	p := d.planAll()
	a, _, err := d.aggregate(p.gathered, strings.TrimSpace(asked.Unit), asked.Level)
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
	return answer{file: &job.File{Name: collect.SumName(a.Report), Data: b.Bytes()}}, nil
}

// returnsFile is what goes back to the members, with the register and the notice, in one file.
func (d *desk) returnsFile(r *http.Request) (answer, error) {
	defer d.lock()()
	p, a, err := d.askedSum(r)
	if err != nil {
		return answer{}, err
	}
	if a.Signed() == "" {
		return answer{}, remedy.New("还不知道汇总单位，退回函、催报函和通报没有落款", remedy.NameOffice)
	}
	list := a.Returns(p.ledger, p.gathered, p.office.before())
	files, err := a.Notice(list)
	if err != nil {
		return answer{}, err
	}
	for _, one := range a.Sendings(list) {
		returned, err := d.returned(p, a, one)
		if err != nil {
			return answer{}, err
		}
		files = append(files, returned...)
	}
	var sent []collect.Sent
	for _, f := range files {
		sent = append(sent, collect.NewSent(f.Name, f.Data))
	}
	var register bytes.Buffer
	if err := a.WriteMembersRegister(&register, p.ledger, list, sent); err != nil {
		return answer{}, err
	}
	data, err := zipped(append(files, job.File{Name: collect.RegisterIn("", 1), Data: register.Bytes()}))
	return answer{file: &job.File{Name: "退回材料.zip", Data: data}}, err
}

// correctionsFile is what is needed to correct what was published before the last round, as one file.
func (d *desk) correctionsFile(r *http.Request) (answer, error) {
	defer d.lock()()
	p, a, err := d.askedSum(r)
	if err != nil {
		return answer{}, err
	}
	before := p.office.summed()
	if before == nil {
		return answer{}, refuse(http.StatusConflict, "还没有放进上一次的汇总表")
	}
	files, err := a.Corrections(a.Amended(before))
	if err != nil {
		return answer{}, err
	}
	if files == nil {
		return answer{}, refuse(http.StatusConflict, "和上次比没有看出改动，不用更正")
	}
	data, err := zipped(files)
	return answer{file: &job.File{Name: "更正材料.zip", Data: data}}, err
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

// returned is what goes back to one unit, in a folder of its own.
func (d *desk) returned(p *planned, a *collect.Aggregated, one *collect.Sending) (files []job.File, err error) {
	marked, taken := map[string]string{}, map[string]bool{}
	for _, r := range one.Rows {
		if !r.IsMarked() {
			continue
		}
		f, err := job.Marked(p.checked[r.File], job.ToUnit)
		if err != nil {
			return nil, err
		}
		first := path.Base(f.Name)
		f.Name = first
		for number := 1; taken[job.SameName(f.Name)]; number++ {
			f.Name = collect.Numbered(first, number)
		}
		taken[job.SameName(f.Name)] = true
		marked[r.File], files = f.Name, append(files, f)
	}
	letters, err := a.Letter(one, marked)
	files = append(files, letters...)
	for i := range files {
		files[i].Name = one.Folder() + "/" + files[i].Name
	}
	return files, err
}
