package web

import (
	"net/http"

	"nianbao/internal/job"
)

// edited is a Word document that was held against the report that it was made of.
type edited struct {
	name string
	size int // of the file
	back *job.TakenBack
}

// editedView is the view 送审: a Word document comes back, and what was changed in it.
type editedView struct {
	entryView
	Name    string   // of the document; "" as long as there is none
	Other   bool     // it has another title: another unit's, or another year's
	Changes []string // that can be taken back
	ByHand  []string // that are for people to decide on
	Doubts  []string
	Held    heldView
}

// told are the changes of a document in words: those that can be taken back, and those that are for people to decide on.
func (e *edited) told() (taken, byHand []string) {
	for _, c := range e.back.Changes {
		if c.Taken {
			taken = append(taken, c.String())
		} else {
			byHand = append(byHand, c.String())
		}
	}
	return taken, byHand
}

func (d *desk) edited(one *inHand) (view, error) {
	v := editedView{entryView: newEntry(one)}
	var err error
	if v.Held, err = d.heldView(one); err != nil {
		return view{}, err
	}
	if e := one.edited; e != nil {
		v.Name, v.Other, v.Doubts = e.name, e.back.Another, e.back.Doubts
		v.Changes, v.ByHand = e.told()
	}
	return view{Title: v.Title, Report: one.path(), Place: "edited", Name: "edited", Data: v}, nil
}

// holdAgainst takes a Word document that was edited, and holds it against the report.
func (d *desk) holdAgainst(one *inHand, file job.File) (answer, error) {
	base, err := d.baseOf(one)
	if err != nil {
		return answer{}, err
	}
	back, err := job.TakeBack(file, base)
	if err != nil {
		return answer{}, err
	}
	one.edited = &edited{file.Name, len(file.Data), back}
	return answer{view: one.path("edited"), told: "读入了“" + file.Name + "”"}, nil
}

// baseOf is what a document is held against: the workbook as it stands, or one made of what else the report came in.
func (d *desk) baseOf(one *inHand) (job.File, error) {
	if one.checked.Err != nil || one.checked.Report.Printed == nil {
		return one.now(), one.checked.Err
	}
	return formOf(one.checked.Report, nil)
}

// takeBack makes what the document changed a new version of the report.
func (d *desk) takeBack(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	if one.edited == nil {
		return answer{}, refuse(http.StatusConflict, "还没有放进改过的Word文档")
	}
	f, err := formOf(one.edited.back.Report, nil)
	if err != nil {
		return answer{}, err
	}
	changes, byHand := one.edited.told()
	d.renew(one, f, changes)
	one.edited, one.byHand = nil, byHand
	return answer{view: one.path(), told: "Word文档里的修改已经取回"}, nil
}
