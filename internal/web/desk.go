package web

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/budget"
	"nianbao/internal/check"
	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/render/layout"
	"nianbao/internal/verdict"
)

// desk is what one person has in hand. Files get their numbers in the order in which they come, so that the same requests, sent
// again to another desk, lead to the same views.
type desk struct {
	options Options

	mu      sync.Mutex
	fonts   *fonts.Set
	given   []fonts.File // the office's own
	notes   []string     // on these
	hand    []*inHand
	numbers int // given so far
	made    int // versions so far
	last    []lastYear
	former  bool // these are of units that became the one whose report is made
	office  officeFiles
	year    int        // that is added up, by what the person chose; 0 for the one that the reports tell
	waiting []job.File // slips for which there is no report yet
	plan    *planned   // of all reports; nil if something has changed since it was made
	order   []int      // numbers of the reports as the register showed them last
	// likeness of all reports to each other; nil likewise
	likeness *job.Likeness
	// laid is what reports are held against but for each other; nil if something has changed since it was made
	laid *job.Checker
	// lastAmong tells which sums among the reports, in which versions, the others were held against last, as last year's
	lastAmong string
}

// inHand is a report in hand.
type inHand struct {
	id int
	standing
	versions []version      // the file as it came first, then after each change, or as it came again; never empty
	checked  job.Checked    // the last version
	stale    bool           // that was with what was laid before
	sketch   *county.Sketch // of it; nil until it is compared with the others
	alike    bool           // it was checked with another's report that says much the same
	before   *earlier       // of the version that this one came in place of; nil for none
	slips    []job.File     // all that were given for it
	pages    *layout.Pages  // of the last version; nil until they are asked for
	against  string         // what of the others it was held against, as last year's
	edited   *edited        // a Word document that was held against it; nil for none
	held     *held          // what was published of it; nil for none
	filled   *filled        // the last form of a higher office that its figures went into; nil for none
	sum      *toldSum       // what the last version is to an office; nil for no sum, or until it is asked for
}

// toldSum is what a sum among the reports is to an office, or why nobody can tell.
type toldSum struct {
	file  *collect.OfficeFile
	fault error
}

// standing is what of a report in hand goes by the file that came last.
type standing struct {
	name     string     // of the file, which no other in hand has
	replaced []replaced // versions of the report that it came in place of under names of their own
	left     []string   // what was changed on the page before it came, and may not be in it
}

// earlier is what was found in a version of a report, and what of the others that was held against then, as last year's.
type earlier struct {
	found   verdict.Outcome
	against string
}

// lastYear is a report of the year before, to compare with and to take over from.
type lastYear struct {
	file   job.File
	report *model.Report // nil if it cannot be read
	Fault  string        // why
}

// Name is what its file is called.
func (l lastYear) Name() string { return l.file.Name }

// Title is what report it is.
func (l lastYear) Title() string { return l.report.Title() }

// version is a report's file at one time.
type version struct {
	number  int // that no other has
	file    job.File
	changes []string   // since the version before, in plain sentences without their ends
	slips   []job.File // that it was made by; nil for another change
	taken   *edited    // the Word document that was taken back into it; nil for none
	over    *over      // that it came in place of; nil for the file as it came first, and for a change
}

// over is what stood before a file came in its place, and can be gone back to.
type over struct {
	standing
	report *model.Report
}

func (r *inHand) now() job.File { return r.versions[len(r.versions)-1].file }

// taken is the Word document that was taken back last into what stands now; nil for none.
func (r *inHand) taken() *edited {
	for _, v := range slices.Backward(r.versions) {
		if v.taken != nil {
			return v.taken
		}
	}
	return nil
}

// came is the last version that is a file as it came, and not a change in one.
func (r *inHand) came() int {
	for i, v := range slices.Backward(r.versions) {
		if v.over != nil {
			return i
		}
	}
	return 0
}

// changes are all changes since the file came.
func (r *inHand) changes() (all []string) {
	for _, v := range r.versions[r.came():] {
		all = append(all, v.changes...)
	}
	return all
}

// typedIn is the version that holds what was typed on the page, in the file that stands or in one that it came in place of; nil for none.
func (r *inHand) typedIn() *version {
	for i, v := range slices.Backward(r.versions) {
		if v.changes != nil {
			return &r.versions[i]
		}
	}
	return nil
}

// inHandTold tells the script of the page which reports are in hand: their numbers, each with that of the version behind a colon that holds
// what was typed in it.
func (d *desk) inHandTold() string {
	defer d.lock()()
	var told []string
	for _, one := range d.hand {
		of := strconv.Itoa(one.id)
		if v := one.typedIn(); v != nil {
			of += ":" + strconv.Itoa(v.number)
		}
		told = append(told, of)
	}
	return strings.Join(told, " ")
}

// isDraft says whether pages can only be made as a draft.
func (r *inHand) isDraft() bool { return check.Blocks(r.checked.Findings) }

// marking is which report its pages are.
func (r *inHand) marking() job.Marking {
	if r.isDraft() {
		return job.Draft
	}
	return job.Final
}

func (r *inHand) path(below ...string) string {
	return path.Join(append([]string{"/report", strconv.Itoa(r.id)}, below...)...)
}

// find finds a report by the number in the request's path, compared with the others. The desk is locked.
func (d *desk) find(r *http.Request) (*inHand, error) {
	d.compare()
	id, err := strconv.Atoi(r.PathValue("id"))
	i := slices.IndexFunc(d.hand, func(one *inHand) bool { return one.id == id })
	if err != nil || i < 0 {
		return nil, refuse(http.StatusNotFound, "这份年报不在手里了，请重新放进来")
	}
	return d.hand[i], nil
}

// showsReport answers with a view of one report.
func (d *desk) showsReport(make func(*inHand) (view, error)) http.HandlerFunc {
	return d.shows(func(r *http.Request) (view, error) {
		defer d.lock()()
		one, err := d.find(r)
		if err != nil {
			return view{}, err
		}
		return make(one)
	})
}

// takes answers what comes of a file that is brought to a report.
func (d *desk) takes(use func(*inHand, job.File) (answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		file, err := d.receive(w, r)
		if err != nil {
			tell(w, err)
			return
		}
		defer d.lock()()
		var a answer
		one, err := d.find(r)
		if err == nil {
			a, err = use(one, file)
		}
		if err != nil {
			tell(w, err)
			return
		}
		a.write(w)
	}
}

// take takes a file in hand.
func (d *desk) take(w http.ResponseWriter, r *http.Request) {
	file, err := d.receive(w, r)
	if err != nil {
		tell(w, err)
		return
	}
	defer d.lock()()
	var a answer
	switch as := r.URL.Query().Get("as"); as {
	case "":
		a = d.place(file)
	case "office":
		var f *collect.OfficeFile
		if f, err = collect.TellOffice(file, 0); err == nil {
			a = d.placeOffice(f)
		} else {
			err = remedy.Failure{File: file.Name, Err: err}
		}
	case "last":
		a = d.placeLast(file)
	case "font":
		a, err = d.placeFont(file)
	default:
		err = refuse(http.StatusBadRequest, "不知道文件作什么用")
	}
	if err != nil {
		tell(w, err)
		return
	}
	a.write(w)
}

func (d *desk) lock() (unlock func()) {
	d.mu.Lock()
	return d.mu.Unlock
}

// receive reads the file that a request brings.
func (d *desk) receive(w http.ResponseWriter, r *http.Request) (job.File, error) {
	name := cleanName(r.URL.Query().Get("name"))
	d.mu.Lock()
	left := max(0, d.options.Most-d.bytes())
	d.mu.Unlock()
	most := min(left, budget.File)
	if r.ContentLength > most {
		return job.File{}, d.tooLarge(name, r.ContentLength, left)
	}
	data := bytes.NewBuffer(make([]byte, 0, max(r.ContentLength, 0)+bytes.MinRead)) // as large as it will be: reading on would double it
	_, err := data.ReadFrom(http.MaxBytesReader(w, r.Body, most))
	var over *http.MaxBytesError
	switch {
	case errors.As(err, &over):
		return job.File{}, d.tooLarge(name, most+1, left)
	case err != nil:
		return job.File{}, refuse(http.StatusBadRequest, "“%s”没有传完，请再试一次", name)
	}
	return job.File{Name: name, Data: data.Bytes()}, nil
}

// tooLarge is which limit a file of at least a size does not keep, that of one or what is left of that of all, and what to do.
func (d *desk) tooLarge(name string, size, left int64) error {
	if size > budget.File {
		return refuse(http.StatusRequestEntityTooLarge, "“%s”太大，没有读：一份文件最多%s；请看看是不是选错了文件", name, measured(budget.File))
	}
	return refuse(http.StatusRequestEntityTooLarge, "“%s”放不下了，没有读：手里的文件连同改过的各版一共最多%s，还可以放%s；请先拿走几份再放，成百上千份的请用命令行", name, measured(d.options.Most), measured(left))
}

// measured is a number of bytes as people read it.
func measured(bytes int64) string {
	if bytes < 1<<20 {
		return strconv.FormatInt(bytes>>10, 10) + "KB"
	}
	return strconv.FormatInt(bytes>>20, 10) + "MB"
}

// cleanName is the name of a file that somebody else gave: a relative path without steps upwards, of a length that names have.
func cleanName(name string) string {
	const most = 400 // bytes; of a path, the end counts
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(strings.ToValidUTF8(name, "_"), `\`, "/")), "/")
	for len(name) > most {
		_, rest, _ := strings.Cut(name[1:], "/")
		if rest == "" {
			return job.FileName(path.Base(name))
		}
		name = rest
	}
	if name == "" {
		return "未命名"
	}
	return name
}

// checker is what reports are held against: what was laid for all of them, and each other where no last year's reports were.
func (d *desk) checker() *job.Checker {
	if d.laid == nil {
		d.laid = d.lay()
	}
	k := *d.laid
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

// placeLast takes last year's report in hand, and checks all others again.
func (d *desk) placeLast(f job.File) answer {
	i := slices.IndexFunc(d.last, func(l lastYear) bool { return job.SameName(l.file.Name) == job.SameName(f.Name) })
	if i >= 0 {
		d.last = slices.Delete(d.last, i, i+1)
	}
	l := lastYear{file: f}
	var err error
	if l.report, err = d.source(f, false).Report(); err != nil {
		l.report, l.Fault = nil, remedy.Told(err, word)+"。"
	}
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

// placeFont takes a font file in hand, and sets all reports with it.
func (d *desk) placeFont(f job.File) (answer, error) {
	given := append(slices.DeleteFunc(slices.Clone(d.given), func(one fonts.File) bool { return one.Name == f.Name }), fonts.File{Name: f.Name, Data: f.Data})
	return answer{view: "/start", told: "字库“" + f.Name + "”已经放好"}, d.setFonts(given)
}

func (d *desk) setFonts(given []fonts.File) error {
	set, notes, err := fonts.With(given)
	if err != nil {
		return err
	}
	d.fonts, d.given, d.notes = set, given, notes
	d.checkAgain()
	return nil
}

// ownFonts goes back to the program's own fonts.
func (d *desk) ownFonts(*http.Request) (answer, error) {
	defer d.lock()()
	return answer{view: "/start", told: "改用自带的字体"}, d.setFonts(nil)
}

// bytes are those of all files in hand.
func (d *desk) bytes() (n int64) {
	for _, one := range d.hand {
		n += one.bytes()
	}
	for _, l := range d.last {
		n += int64(len(l.file.Data))
	}
	for _, f := range d.given {
		n += int64(len(f.Data))
	}
	n += sizeOf(d.waiting)
	for _, f := range d.office.files() {
		n += int64(len(f.Data))
	}
	return n
}

// bytes are those of a report's file in all its versions, and of what was brought to it.
func (r *inHand) bytes() (n int64) {
	for _, v := range r.versions {
		n += int64(len(v.file.Data)) + sizeOf(v.slips) + v.taken.bytes()
	}
	if r.held != nil {
		n += int64(len(r.held.file.Data))
	}
	if r.filled != nil {
		n += r.filled.bytes
	}
	return n + r.edited.bytes() + sizeOf(r.slips)
}

func sizeOf(files []job.File) (bytes int64) {
	for _, f := range files {
		bytes += int64(len(f.Data))
	}
	return bytes
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

// drop puts a report out of hand.
func (d *desk) drop(one *inHand) {
	d.hand = slices.DeleteFunc(d.hand, func(other *inHand) bool { return other == one })
	d.changed()
}

func (d *desk) close(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	gone := one.name
	if one.checked.Err == nil {
		d.drop(one)
	} else if d.dropUnread(one); slices.Contains(d.hand, one) {
		d.takeWaiting()
		return answer{view: one.path(), told: "“" + gone + "”已经拿走，换回了以前的“" + one.name + "”"}, nil
	}
	next := "/start"
	if len(d.hand) > 1 { // they are looked at together
		next = "/reports"
	}
	return answer{view: next, told: "“" + gone + "”已经拿走"}, nil
}

// dropUnread puts a file out of hand that cannot be read: what it came in place of stands again.
func (d *desk) dropUnread(one *inHand) {
	if one.mayGoBack() {
		d.goBack(one)
		one.before = nil // nobody changed anything
	} else {
		d.drop(one)
	}
}

// closeUnread puts all files out of hand that cannot be read.
func (d *desk) closeUnread(*http.Request) (answer, error) {
	defer d.lock()()
	closed := 0
	for _, one := range slices.Clone(d.hand) {
		if one.checked.Err != nil {
			d.dropUnread(one)
			closed++
		}
	}
	d.takeWaiting()
	return answer{view: "/reports", told: fmt.Sprintf("读不了的%d份已经拿走", closed)}, nil
}

// clear puts everything out of hand. The request says how many numbers were given, so that they go on from there where nothing of what was
// cleared is sent to another desk.
func (d *desk) clear(r *http.Request) (answer, error) {
	defer d.lock()()
	if given, err := strconv.Atoi(r.URL.Query().Get("numbers")); err == nil {
		d.numbers = max(d.numbers, given)
	}
	d.hand, d.last, d.former, d.office, d.year, d.waiting = nil, nil, false, officeFiles{}, 0, nil // fonts stay
	d.checkAgain()
	return answer{view: "/start", told: "手里的文件都拿走了"}, nil
}
