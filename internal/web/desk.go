package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/collect"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
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
