package web

import (
	"path"
	"slices"
	"strconv"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render/layout"
	"nianbao/internal/verdict"
)

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

// standing is what of a report in hand goes by the file that came last.
type standing struct {
	name     string     // of the file, which no other in hand has
	replaced []replaced // versions of the report that it came in place of under names of their own
	arrivals []arrival  // all files that came for it, of each name the last
	left     []string   // what was changed on the page before it came, and may not be in it
}

// earlier is what was found in a version of a report, and what of the others that was held against then, as last year's.
type earlier struct {
	found   verdict.Outcome
	against string
}

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
