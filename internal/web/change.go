package web

import (
	"net/http"

	"nianbao/internal/job"
)

// renew makes a changed file a report's new version, and checks it.
func (d *desk) renew(one *inHand, f job.File, changes []string) {
	const most = 30 // versions that are kept, to go back to
	if len(one.versions) == most {
		one.versions[1].changes = append(one.versions[0].changes, one.versions[1].changes...)
		one.versions = one.versions[1:]
	}
	before := one.checked.Outcome
	one.versions = append(one.versions, version{f, changes})
	d.recheck(one)
	one.before = &before
}

func (d *desk) recheck(one *inHand) {
	one.checked, one.pages, d.plan = d.check(one.now()), nil, nil
	one.checked.File = one.name
}

// undo goes back to the version before the last change.
func (d *desk) undo(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	if len(one.versions) < 2 {
		return answer{}, refuse(http.StatusConflict, "没有可以撤销的修改")
	}
	one.versions = one.versions[:len(one.versions)-1]
	one.before = nil
	d.recheck(one)
	return answer{view: one.path(), told: "已撤销上一次修改"}, nil
}
