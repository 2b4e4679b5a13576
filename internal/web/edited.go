package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"

	"nianbao/internal/job"
	"nianbao/internal/remedy"
)

// edited is a Word document that was held against the report that it was made of.
type edited struct {
	file job.File
	back *job.TakenBack // nil since the report was changed
}

// bytes are those of the document, none where there is none.
func (e *edited) bytes() int64 {
	if e == nil {
		return 0
	}
	return int64(len(e.file.Data))
}

// editedView is the view 送审: the review copy goes out, a Word document comes back, and what was changed in it.
type editedView struct {
	entryView
	Draft   bool
	Code    string   // of its contents
	Name    string   // of the document; "" as long as there is none
	Fault   string   // why it cannot be held against the report any more; "" for nothing
	Seen    string   // which list of changes this is
	Other   bool     // it has another title: another unit's, or another year's
	Changes []string // that can be taken back
	ByHand  []openView
	Doubts  []string
	Held    heldView
}

// backOf is what a document that was edited changes in the report as it stands now.
func (d *desk) backOf(one *inHand, e *edited) (*job.TakenBack, error) {
	if e.back == nil {
		base, err := d.baseOf(one)
		if err != nil {
			return nil, err
		}
		if e.back, err = job.TakeBack(e.file, base); err != nil {
			return nil, err
		}
	}
	return e.back, nil
}

// toldBack are the changes of a document in words: those that can be taken back, and those that are for people to decide on.
func toldBack(back *job.TakenBack) (taken []string, byHand []openView) {
	for _, c := range back.Changes {
		if c.Taken {
			taken = append(taken, c.String())
		} else {
			byHand = append(byHand, newOpen(back.Report, c.String(), c.Key, c.After))
		}
	}
	return taken, byHand
}

func (d *desk) edited(one *inHand) (view, error) {
	v := editedView{entryView: newEntry(one), Draft: one.isDraft(), Code: one.checked.Code}
	var err error
	if v.Held, err = d.heldView(one); err != nil {
		return view{}, err
	}
	if e := one.edited; e != nil {
		v.Name = e.file.Name
		if back, err := d.backOf(one, e); err != nil {
			v.Fault = remedy.Told(err, word)
		} else {
			v.Other, v.Doubts = back.Another, back.Doubts
			v.Changes, v.ByHand = toldBack(back)
			v.Seen = seenAs(v.Changes)
		}
	}
	return view{Title: v.Title, Report: one.path(), Place: "edited", Name: "edited", Data: v}, nil
}

// holdAgainst takes a Word document that was edited, and holds it against the report.
func (d *desk) holdAgainst(one *inHand, file job.File) (answer, error) {
	e := &edited{file: file}
	if _, err := d.backOf(one, e); err != nil {
		return answer{}, err
	}
	one.edited = e
	return answer{view: one.path("edited"), told: "读入了“" + file.Name + "”"}, nil
}

// seenAs tells a list of changes from any other.
func seenAs(changes []string) string {
	sum := sha256.Sum256([]byte(strings.Join(changes, "\n")))
	return hex.EncodeToString(sum[:8])
}

// byHand is what a document that was taken back has otherwise than the report as it stands now, for people to decide on.
func (d *desk) byHand(one *inHand) []openView {
	taken := one.taken()
	if taken == nil {
		return nil
	}
	back, err := d.backOf(one, taken)
	if err != nil {
		return []openView{{Told: "“" + taken.file.Name + "”：" + remedy.Told(err, word)}}
	}
	_, byHand := toldBack(back)
	return byHand
}

// baseOf is what a document is held against: the workbook as it stands, or one made of what else the report came in.
func (d *desk) baseOf(one *inHand) (job.File, error) {
	if one.checked.Err != nil || one.checked.Report.Printed == nil {
		return one.now(), one.checked.Err
	}
	return formOf(one.checked.Report, nil)
}

// takenBack is the report's own workbook with what was taken back, or a fresh one where there is none that can be changed.
func takenBack(back *job.TakenBack) (job.File, error) {
	if data, ok := back.Workbook(); ok {
		return job.File{Name: job.BlankName(back.Report), Data: data}, nil
	}
	return formOf(back.Report, nil)
}

// takeBack makes what the document changed a new version of the report, if these are the changes that were looked at.
func (d *desk) takeBack(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	if one.edited == nil {
		return answer{}, refuse(http.StatusConflict, "还没有放进改过的Word文档")
	}
	back, err := d.backOf(one, one.edited)
	if err != nil {
		return answer{}, err
	}
	changes, _ := toldBack(back)
	if seenAs(changes) != r.URL.Query().Get("seen") {
		return answer{view: one.path("edited"), told: "这份年报刚才又改过了，没有取回；上面是重新比出来的，请看一遍再取回"}, nil
	}
	f, err := takenBack(back)
	if err != nil {
		return answer{}, err
	}
	taken := one.edited
	one.edited = nil
	d.renew(one, version{file: f, changes: changes, taken: taken})
	return answer{view: one.path(), told: "Word文档里的修改已经取回"}, nil
}
